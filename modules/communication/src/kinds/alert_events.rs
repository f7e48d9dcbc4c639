// SPDX-License-Identifier: EUPL-1.2
//! What can have happened to an alert, as it is stored for ever.

use paraat_kernel::{Geometry, StreamId};
use serde::{Deserialize, Serialize};

/// What it says. Stored as `communication.alert-drafted.v1` and `communication.alert-revised.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Core {
    /// Where it holds, in words.
    pub area: String,
    /// One of `terms::alerts::CATEGORIES`.
    pub category: String,
    /// One of `terms::alerts::CERTAINTIES`.
    pub certainty: String,
    /// Until when it holds, RFC 3339.
    pub expires: String,
    /// Where it holds: an area, or a point with a radius.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub geometry: Option<Geometry>,
    /// The incident it is about; none when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<StreamId>,
    /// Where people read more; empty for none.
    pub more: String,
    /// One of `terms::alerts::PURPOSES`.
    pub purpose: String,
    /// Metres around a point; 0 for an area.
    pub radius: i64,
    /// What people should do, one of `terms::alerts::RESPONSES`.
    pub response: String,
    /// One of `terms::alerts::SEVERITIES`.
    pub severity: String,
    /// What it says, a language each, the first one first.
    pub texts: Vec<Said>,
    /// One of `terms::alerts::URGENCIES`.
    pub urgency: String,
    /// Who wrote it: the pseudonym of the account, so that somebody else looks at it.
    pub writer: String,
}

/// What an alert says in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// One of `terms::languages::LANGUAGES`.
    pub language: String,
    /// One line.
    pub title: String,
    /// What people must do.
    pub todo: String,
    /// What is happening.
    pub what: String,
}

/// It was ordered. Stored as `communication.alert-ordered.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ordered {
    /// By which function, one of `terms::alerts::ORDERED_BY`.
    pub by: String,
    /// Who recorded the order.
    pub recorder: String,
    /// Until when it waits for the second pair of eyes, RFC 3339.
    pub review_by: String,
    /// Who sends it, one of `terms::alerts::SENDERS`.
    pub sender: String,
}

/// A second pair of eyes looked at it and takes it. Stored as `communication.alert-reviewed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reviewed {
    /// What they said of it; empty for nothing.
    pub remark: String,
    /// Who looked.
    pub reviewer: String,
}

/// It was held up: the order is off. Stored as `communication.alert-objected.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objected {
    /// Why.
    pub reason: String,
}

/// It was handed over to those who send it, or taken back from them. Stored as
/// `communication.alert-handed-over.v1` and as part of `communication.alert-withdrawn.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handed {
    /// The alert in CAP 1.2, as it was handed over.
    pub cap: String,
    /// True in the real world. In an exercise nothing leaves.
    pub live: String,
    /// Names it among the alerts of its sender: what later ones refer to.
    pub reference: String,
    /// Which revision.
    pub revision: i64,
    /// The text for cell broadcast.
    pub short: String,
}

/// It no longer holds. Stored as `communication.alert-withdrawn.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    /// What takes it back, when it had been handed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed: Option<Handed>,
    /// Why; empty when nobody said.
    pub reason: String,
}

/// How it stands with a target. Stored as `communication.alert-delivered.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delivered {
    /// What the target said, or why it failed; empty for nothing.
    pub detail: String,
    /// `handed-over`, `retried` or `failed`.
    pub outcome: String,
    /// The name of the target.
    pub target: String,
}

/// Those who send it say that it was sent. Stored as `communication.alert-confirmed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmed {
    /// Who said so, by function.
    pub by: String,
    /// How they name it; empty for nothing.
    pub reference: String,
    /// When it was sent, RFC 3339.
    pub sent: String,
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was written.
    Drafted(Core),
    /// It was written anew.
    Revised(Core),
    /// It was ordered.
    Ordered(Ordered),
    /// A second pair of eyes takes it.
    Reviewed(Reviewed),
    /// It was held up.
    Objected(Objected),
    /// It was handed over.
    HandedOver(Handed),
    /// A target has it, or has not.
    Delivered(Delivered),
    /// It was sent.
    Confirmed(Confirmed),
    /// It no longer holds.
    Withdrawn(Withdrawn),
}
