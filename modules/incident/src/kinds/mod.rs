// SPDX-License-Identifier: EUPL-1.2
//! The kinds of streams.

pub mod incident;
pub mod layer;
pub mod log;
pub mod part;

use paraat_contract::{Home, Refusal};
use paraat_kernel::{Circle, Given, Label, StreamId};

/// Where an organisation keeps what it adds to an incident: a stream of its own, shared as widely
/// as the incident and no wider. An incident that the actor may not see gives the narrowest home;
/// the rule refuses then (`seen`).
fn beside(kind: &str, incident: &StreamId, given: &Given) -> Home {
    let owner = given.actor.organisation.clone();
    let stream = StreamId::derived(owner, kind, &incident.to_string());
    let class = given.known(incident).map(|known| known.class.clone());
    let (circle, label) = class.map_or((Circle::Own, Label::Red), |c| (c.circle, c.label));
    Home {
        stream,
        circle,
        label,
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
