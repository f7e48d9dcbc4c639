// SPDX-License-Identifier: EUPL-1.2
//! Say how it stands with a target of an alert: the node says it of files and addresses, people of
//! what they hand over by voice.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::alert::{Delivered, State};

/// What can have come of it.
pub const OUTCOMES: &[&str] = &["handed-over", "retried", "failed"];

/// The verb.
pub const VERB: Verb = Verb {
    name: "report-delivery",
    fields: &[
        Field::required("target", Shape::Line(80)),
        Field::required("outcome", Shape::Choice(OUTCOMES)),
        Field::optional("detail", Shape::Line(400)),
    ],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Delivered {
    Delivered {
        detail: input.text("detail"),
        outcome: input.text("outcome"),
        target: input.text("target"),
    }
}

/// The rule. Only of what was handed over.
pub fn decide(state: &State, command: Delivered) -> Result<Delivered, Refusal> {
    if state.handed.is_empty() {
        return Err(Refusal::new("communication-refusal-not-handed"));
    }
    Ok(command)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::commands::draft_alert::tests::{core, writer};
    use crate::commands::hand_over::tests::{handed_by, live, looked_at};
    use crate::commands::tests::only_owner;
    use crate::kinds::alert::{Alert, Command, Event};

    pub(crate) fn failed() -> Delivered {
        Delivered {
            detail: "500 Internal Server Error".to_owned(),
            outcome: "failed".to_owned(),
            target: "omroep".to_owned(),
        }
    }

    #[test]
    fn only_what_was_handed_over_can_have_arrived() {
        writer()
            .past(vec![Event::Drafted(core())])
            .when(Command::Report(failed()))
            .refused("communication-refusal-not-handed");
        let handed = Event::HandedOver(handed_by(live(), looked_at()));
        let past = [looked_at(), vec![handed]].concat();
        writer()
            .past(past)
            .when(Command::Report(failed()))
            .then(vec![Event::Delivered(failed())]);
    }

    #[test]
    fn only_who_writes_for_its_owner() {
        only_owner::<Alert>(|| Command::Report(failed()));
    }
}
