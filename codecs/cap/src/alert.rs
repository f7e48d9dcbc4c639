// SPDX-License-Identifier: EUPL-1.2
//! An alert as we hold it. What a file lacks or what could not be made out is empty or `None`, and
//! a finding says so.

use crate::choice::{Category, Certainty, MessageType, Response, Scope, Severity, Status, Urgency};
use crate::moment::Moment;

/// Which CAP a file is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Version {
    /// CAP 1.1, which is only read.
    V1_1,
    /// CAP 1.2.
    #[default]
    V1_2,
}

/// One alert: `alert` with all that is in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alert {
    /// The CAP that it was read from. Writing makes 1.2 of either.
    pub version: Version,
    /// Names the message among those of its sender. Nothing proves that it is the sender's.
    pub identifier: String,
    /// Who sent it, by a name that is unique in the world. Nothing proves it.
    pub sender: String,
    /// When it was sent.
    pub sent: Option<Moment>,
    /// What it is for.
    pub status: Option<Status>,
    /// What it does to earlier messages.
    pub message_type: Option<MessageType>,
    /// Where it comes from: an operator, a device.
    pub source: Option<String>,
    /// Who may see it.
    pub scope: Option<Scope>,
    /// The rule for those who may see it, with [`Scope::Restricted`].
    pub restriction: Option<String>,
    /// Whom it is for.
    pub addresses: Vec<String>,
    /// Marks for its handling.
    pub codes: Vec<String>,
    /// Why it was sent or cancelled.
    pub note: Option<String>,
    /// The earlier messages that it is about.
    pub references: Vec<Reference>,
    /// Names of the incidents that it is about.
    pub incidents: Vec<String>,
    /// What it says, mostly once for each language.
    pub infos: Vec<Info>,
    /// True when there is a signature in it. It is not verified, so it proves nothing.
    pub signed: bool,
}

/// An earlier message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Its sender.
    pub sender: String,
    /// Its identifier.
    pub identifier: String,
    /// When it was sent.
    pub sent: Moment,
}

/// What an alert says (`info`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Info {
    /// Its language as in `nl-NL`; `en-US` when there is none.
    pub language: Option<String>,
    /// The kinds of event.
    pub categories: Vec<Category>,
    /// The event in words.
    pub event: String,
    /// What people should do.
    pub responses: Vec<Response>,
    /// How soon.
    pub urgency: Option<Urgency>,
    /// How bad.
    pub severity: Option<Severity>,
    /// How sure.
    pub certainty: Option<Certainty>,
    /// Whom it is meant for, in words.
    pub audience: Option<String>,
    /// The event in codes of somebody.
    pub event_codes: Vec<Named>,
    /// From when it holds; from when it was sent if there is none.
    pub effective: Option<Moment>,
    /// When the event is expected to begin.
    pub onset: Option<Moment>,
    /// Until when it holds.
    pub expires: Option<Moment>,
    /// The sender in words.
    pub sender_name: Option<String>,
    /// One line.
    pub headline: Option<String>,
    /// What is happening.
    pub description: Option<String>,
    /// What people should do, in words.
    pub instruction: Option<String>,
    /// A page with more, by `http`, `https`, `ftp` or `mailto`. It is the sender's word.
    pub web: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// Values of somebody's own.
    pub parameters: Vec<Named>,
    /// Files that belong to it.
    pub resources: Vec<Resource>,
    /// Where it holds.
    pub areas: Vec<Area>,
}

/// A value with the name of the list that it is from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// The list.
    pub name: String,
    /// The value.
    pub value: String,
}

/// A file that belongs to an alert (`resource`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resource {
    /// What it is.
    pub description: String,
    /// Its media type as in `image/png`.
    pub media_type: String,
    /// Its size in bytes.
    pub size: Option<u64>,
    /// Where it is, by the same schemes or relative. It is the sender's word.
    pub uri: Option<String>,
    /// The file itself in base64.
    pub content: Option<String>,
    /// Its SHA-1 in hexadecimal; too weak to trust.
    pub digest: Option<String>,
}

/// Where an alert holds (`area`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Area {
    /// The area in words.
    pub description: String,
    /// Its outlines.
    pub polygons: Vec<Vec<Point>>,
    /// Its circles.
    pub circles: Vec<Circle>,
    /// The area in codes of somebody.
    pub geocodes: Vec<Named>,
    /// Its lower side above the mean sea level, in thousandths of a foot.
    pub altitude: Option<i64>,
    /// Its upper side above the mean sea level, in thousandths of a foot.
    pub ceiling: Option<i64>,
}

/// A place in WGS 84, in ten millionths of a degree (1e-7, a centimetre).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Latitude, north of the equator is positive.
    pub latitude: i64,
    /// Longitude, east of Greenwich is positive.
    pub longitude: i64,
}

/// A circle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circle {
    /// Its middle.
    pub centre: Point,
    /// Its radius in millimetres; the file has kilometres.
    pub radius: i64,
}
