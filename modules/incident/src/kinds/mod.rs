// SPDX-License-Identifier: EUPL-1.2
//! The kinds of streams, one file each: state, events, rows.

pub mod action;
pub mod attachment;
pub mod bottleneck;
pub mod clock;
pub mod colour;
pub mod decision;
pub mod direction;
pub mod dispute;
pub mod fact;
pub mod held_fact;
pub mod incident;
pub mod layer;
mod layer_rows;
pub mod log;
pub mod meeting;
pub mod part;
pub mod question;
pub mod report;
pub mod response;
pub mod scale;
pub mod sealed;
pub mod synthesis;
pub mod team;

use paraat_contract::{AsKnown, Home, Query, Refusal, Table};
use paraat_kernel::{Circle, Given, Label, OrganisationId, StreamId};

/// Where an organisation, or one of its teams, keeps what it adds to an incident: a stream of its
/// own, shared as widely as the incident and no wider. An incident that the actor may not see gives
/// the narrowest home; the rule refuses then (`seen`).
fn beside(kind: &str, (incident, team): (&StreamId, &str), given: &Given) -> Home {
    let owner = given.actor.organisation.clone();
    let class = given.known(incident).map(|known| known.class.clone());
    let (circle, label) = class.map_or((Circle::Own, Label::Red), |c| (c.circle, c.label));
    Home {
        stream: address(owner, kind, (incident, team)),
        circle,
        label,
    }
}

/// Where something new of its own stands: a stream of its own, shared as widely as the incident.
fn within(incident: &StreamId, given: &Given) -> Home {
    Home {
        stream: given.stream.clone(),
        ..beside("", (incident, ""), given)
    }
}

/// The rows whose numbering a team goes on with: its own in this incident, those that ended too.
fn numbers(table: &'static Table, (incident, team): (&StreamId, &str), given: &Given) -> Query {
    Query::all(table)
        .is("incident", incident.to_string())
        .is("by", given.actor.organisation.as_str())
        .is("team", team)
        .as_known(AsKnown::Ever)
}

/// Characters of the first line that stand as the name of a thing in lists.
const TITLE: usize = 120;

/// The first line of a text, cut to a name.
fn first_line(text: &str) -> String {
    let first = text.lines().next().unwrap_or_default();
    first.chars().take(TITLE).collect()
}

/// The address of a stream of that sort. No team is the organisation itself.
pub(crate) fn address(
    owner: OrganisationId,
    kind: &str,
    (incident, team): (&StreamId, &str),
) -> StreamId {
    let name = match team {
        "" => incident.to_string(),
        team => format!("{incident}/{team}"),
    };
    StreamId::derived(owner, kind, &name)
}

/// Where something goes that is said of a stream which is there: to that stream. Its circle and its
/// label stay what they are; these hold for new streams only.
fn here(given: &Given) -> Home {
    Home {
        stream: given.stream.clone(),
        circle: Circle::Own,
        label: Label::Red,
    }
}

/// Refuses when the incident is not there for the actor, or is something else.
pub(crate) fn seen(incident: &StreamId, given: &Given) -> Result<(), Refusal> {
    let card = given.card(incident);
    if card.is_some_and(|card| card.module == "incident" && card.kind == "incident") {
        Ok(())
    } else {
        Err(Refusal::new("incident-refusal-not-there").at("incident"))
    }
}
