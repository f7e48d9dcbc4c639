// SPDX-License-Identifier: EUPL-1.2
//! The kinds of streams, one file each: state, events, rows.

pub mod alert;
pub mod alert_events;
pub mod contact;
pub mod handed;
pub mod message;
mod rows_of_alert;
mod rows_of_message;
pub mod say;
pub mod signal;
pub mod voice;

use paraat_contract::{Home, Refusal};
use paraat_kernel::{Circle, Given, Label, StreamId};

/// Where something new of an organisation stands: shared as widely as the incident that it is
/// about, with the partners when it is about none. An incident that the actor may not see gives
/// the narrowest home; the rule refuses then (`seen`).
fn fresh(incident: Option<&StreamId>, given: &Given) -> Home {
    let (circle, label) = match incident {
        None => (Circle::Partners, Label::Green),
        Some(incident) => given
            .known(incident)
            .map_or((Circle::Own, Label::Red), |known| {
                (known.class.circle.clone(), known.class.label)
            }),
    };
    Home {
        stream: given.stream.clone(),
        circle,
        label,
    }
}

/// Where something goes that is said of a stream which is there: to that stream.
fn here(given: &Given) -> Home {
    Home {
        stream: given.stream.clone(),
        circle: Circle::Own,
        label: Label::Red,
    }
}

/// Refuses when the incident is named and is not there for the actor, or is something else.
pub(crate) fn seen(incident: Option<&StreamId>, given: &Given) -> Result<(), Refusal> {
    let Some(incident) = incident else {
        return Ok(());
    };
    let card = given.card(incident);
    if card.is_some_and(|card| card.module == "incident" && card.kind == "incident") {
        Ok(())
    } else {
        Err(Refusal::new("communication-refusal-incident-not-there").at("incident"))
    }
}

/// An address as tables hold it; empty for none.
fn address(stream: Option<&StreamId>) -> String {
    stream.map(ToString::to_string).unwrap_or_default()
}
