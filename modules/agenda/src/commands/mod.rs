// SPDX-License-Identifier: EUPL-1.2
//! The verbs of the agenda, one file each: what it asks, the rule, its refusals, its tests. Here
//! stands what several of them ask of the activity or proposal that they are about.

pub mod adjust_means;
pub mod adopt;
pub mod announce_proposal;
pub mod answer;
pub mod answer_explanation;
pub mod arrange_means;
pub mod assign;
pub mod comment;
pub mod confirm;
pub mod declare_explanation;
pub mod declare_means;
pub mod drop_proposal;
pub mod issue_activity;
pub mod issue_ambition;
pub mod issue_edition;
pub mod list_plan;
pub mod name_co_lead;
pub mod open_hearing;
pub mod propose;
pub mod record;
pub mod release_co_lead;
pub mod remove_plan;
pub mod report;
pub mod revise_plan;
pub mod state_progress;

use jiff::SignedDuration;
use jiff::tz::TimeZone;
use paraat_authority::{Ability, Act};
use paraat_contract::Refusal;
use paraat_kernel::{Card, Date, Given, OrganisationId, StreamId, Timestamp};
use paraat_ui::field::{Field, Shape};
use paraat_ui::time;

use crate::cards::ACTIVITY;
use crate::state::party;

/// The edition that a verb is about.
const EDITION: Field = Field::given(
    "edition",
    Shape::Stream {
        module: "agenda",
        kind: "edition",
    },
);

/// The card of what a command refers to, when it is of this kind of the agenda.
pub(crate) fn found<'a>(given: &'a Given, stream: &StreamId, kind: &str) -> Option<&'a Card> {
    let of_kind = |card: &&Card| card.module == "agenda" && card.kind == kind;
    given.card(stream).filter(of_kind)
}

/// The activity that a command is about.
pub(crate) fn activity<'a>(given: &'a Given, stream: &StreamId) -> Result<&'a Card, Refusal> {
    let not_there = || Refusal::new("agenda-refusal-activity-not-there").at("activity");
    found(given, stream, "activity").ok_or_else(not_there)
}

/// True when there is such an edition.
pub(crate) fn edition(given: &Given, stream: &StreamId) -> Result<(), Refusal> {
    let there = found(given, stream, "edition").is_some();
    let not_there = || Refusal::new("agenda-refusal-edition-not-there").at("edition");
    there.then_some(()).ok_or_else(not_there)
}

/// Only who is in the matrix translates the agenda and answers for that: of others nobody would
/// ever see it.
pub(crate) fn takes_part(organisation: &OrganisationId) -> Result<(), Refusal> {
    let there = party(organisation.as_str()).is_some();
    let no_party = || Refusal::new("agenda-refusal-no-party");
    there.then_some(()).ok_or_else(no_party)
}

/// The day that it is where days begin first in the Kingdom: the Netherlands, at most two hours
/// ahead of UTC (summer time). No day that somebody could have decided on is one to come.
pub(crate) fn today(now: Timestamp) -> Date {
    let ahead = now.checked_add(SignedDuration::from_hours(2));
    TimeZone::UTC.to_datetime(ahead.unwrap_or(now)).date()
}

/// True for a day that is still to come, as fields of shape `Date` give it.
pub(crate) fn is_to_come(day: &str, given: &Given) -> bool {
    time::date(day).is_none_or(|day| day > today(given.now))
}

/// Only the lead of an activity may; while there is none, nobody can.
pub(crate) fn by_lead(given: &Given, stream: &StreamId) -> Result<Act, Refusal> {
    let lead = activity(given, stream)?.holder.clone();
    let of = lead.ok_or_else(|| Refusal::new("agenda-refusal-no-lead").at("activity"))?;
    Ok(write(of))
}

/// Only the lead of an activity, or the ministry that announced a proposal, may. Of a proposal
/// that was dropped nothing is asked any more.
pub(crate) fn by_lead_of_subject(given: &Given, stream: &StreamId) -> Result<Act, Refusal> {
    let subject = ["activity", "proposal"]
        .iter()
        .find_map(|kind| found(given, stream, kind));
    let not_there = || Refusal::new("agenda-refusal-subject-not-there").at("subject");
    let subject = subject.ok_or_else(not_there)?;
    if subject.kind == "proposal" && subject.status == "dropped" {
        return Err(Refusal::new("agenda-refusal-proposal-dropped").at("subject"));
    }
    let no_lead = || Refusal::new("agenda-refusal-no-lead").at("subject");
    Ok(write(subject.holder.clone().ok_or_else(no_lead)?))
}

/// To add to the record of one's own organisation.
pub(crate) fn write_own(given: &Given) -> Act {
    write(given.actor.organisation.clone())
}

/// To add to the record of this organisation.
pub(crate) fn write(of: OrganisationId) -> Act {
    Act {
        ability: Ability::Write,
        of,
    }
}
