// SPDX-License-Identifier: EUPL-1.2
//! The content of every element of CAP 1.1 and 1.2, in order.

use crate::alert::Version;
use crate::choice::{
    Category, Certainty, MessageType, RESPONSES_OF_1_1, Response, Scope, Severity, Status, Urgency,
};
use crate::schema::value::Simple::{
    self, AnyTime, Decimal, Integer, Language, OneOf, Text, Time, Uri,
};

/// A place in the order of elements.
pub struct Slot {
    /// Name of the element.
    pub name: &'static str,
    /// At least one must be there.
    pub needed: bool,
    /// More than one may be there.
    pub many: bool,
    /// What is in it.
    pub content: Content,
}

/// What is in an element.
pub enum Content {
    /// Text of this type.
    Simple(Simple),
    /// What an alert says: these elements.
    Info(&'static [Slot]),
    /// These elements.
    Parts(&'static [Slot]),
    /// Elements of signatures, whatever they are called.
    Foreign,
}

impl Slot {
    /// The elements in it.
    pub fn inner(&self) -> &'static [Slot] {
        match self.content {
            Content::Info(slots) | Content::Parts(slots) => slots,
            Content::Simple(_) | Content::Foreign => &[],
        }
    }
}

const fn slot(name: &'static str, needed: bool, many: bool, content: Content) -> Slot {
    Slot {
        name,
        needed,
        many,
        content,
    }
}

/// Once.
const fn one(name: &'static str, simple: Simple) -> Slot {
    slot(name, true, false, Content::Simple(simple))
}

/// Once or not at all.
const fn may(name: &'static str, simple: Simple) -> Slot {
    slot(name, false, false, Content::Simple(simple))
}

/// As often as one likes.
const fn any(name: &'static str, simple: Simple) -> Slot {
    slot(name, false, true, Content::Simple(simple))
}

/// Elements in an element, as often as one likes.
const fn parts(name: &'static str, slots: &'static [Slot]) -> Slot {
    slot(name, false, true, Content::Parts(slots))
}

/// The elements of an alert.
pub fn slots(version: Version) -> &'static [Slot] {
    match version {
        Version::V1_1 => ALERT_1_1,
        Version::V1_2 => ALERT_1_2,
    }
}

static NAMED: &[Slot] = &[one("valueName", Text), one("value", Text)];

static RESOURCE_1_1: &[Slot] = &resource(false);
static RESOURCE_1_2: &[Slot] = &resource(true);

const fn resource(typed: bool) -> [Slot; 6] {
    [
        one("resourceDesc", Text),
        slot("mimeType", typed, false, Content::Simple(Text)),
        may("size", Integer),
        may("uri", Uri),
        may("derefUri", Text),
        may("digest", Text),
    ]
}

static AREA_1_1: &[Slot] = &area(Text);
static AREA_1_2: &[Slot] = &area(Decimal);

const fn area(height: Simple) -> [Slot; 6] {
    [
        one("areaDesc", Text),
        any("polygon", Text),
        any("circle", Text),
        parts("geocode", NAMED),
        may("altitude", height),
        may("ceiling", height),
    ]
}

static INFO_1_1: &[Slot] = &info(AnyTime, RESPONSES_OF_1_1, RESOURCE_1_1, AREA_1_1);
static INFO_1_2: &[Slot] = &info(Time, Response::NAMES, RESOURCE_1_2, AREA_1_2);

const fn info(
    time: Simple,
    responses: &'static [&'static str],
    resource: &'static [Slot],
    area: &'static [Slot],
) -> [Slot; 21] {
    [
        may("language", Language),
        slot(
            "category",
            true,
            true,
            Content::Simple(OneOf(Category::NAMES)),
        ),
        one("event", Text),
        any("responseType", OneOf(responses)),
        one("urgency", OneOf(Urgency::NAMES)),
        one("severity", OneOf(Severity::NAMES)),
        one("certainty", OneOf(Certainty::NAMES)),
        may("audience", Text),
        parts("eventCode", NAMED),
        may("effective", time),
        may("onset", time),
        may("expires", time),
        may("senderName", Text),
        may("headline", Text),
        may("description", Text),
        may("instruction", Text),
        may("web", Uri),
        may("contact", Text),
        parts("parameter", NAMED),
        parts("resource", resource),
        parts("area", area),
    ]
}

static ALERT_1_1: &[Slot] = &alert(AnyTime, INFO_1_1);
static ALERT_1_2: &[Slot] = &{
    let [a, b, c, d, e, f, g, h, i, j, k, l, m, n] = alert(Time, INFO_1_2);
    let signature = slot("#signature", false, true, Content::Foreign);
    [a, b, c, d, e, f, g, h, i, j, k, l, m, n, signature]
};

const fn alert(time: Simple, info: &'static [Slot]) -> [Slot; 14] {
    [
        one("identifier", Text),
        one("sender", Text),
        one("sent", time),
        one("status", OneOf(Status::NAMES)),
        one("msgType", OneOf(MessageType::NAMES)),
        may("source", Text),
        one("scope", OneOf(Scope::NAMES)),
        may("restriction", Text),
        may("addresses", Text),
        any("code", Text),
        may("note", Text),
        may("references", Text),
        may("incidents", Text),
        slot("info", false, true, Content::Info(info)),
    ]
}
