// SPDX-License-Identifier: EUPL-1.2
//! Say that those who send it sent it. Before this no page calls an alert sent.

use paraat_contract::{Refusal, Verb};
use paraat_kernel::{Given, Timestamp};
use paraat_ui::field::{Field, Input, Shape};

use super::{exact, moment, step};
use crate::kinds::alert::{Confirmed, State};
use crate::lifecycle;

/// The verb.
pub const VERB: Verb = exact(
    "confirm",
    &[
        Field::required("by", Shape::Line(120)),
        Field::optional("sent", Shape::Moment),
        Field::optional("reference", Shape::Line(120)),
    ],
);

/// The command in the fields.
pub fn read(input: &Input) -> Confirmed {
    Confirmed {
        by: input.text("by"),
        reference: input.text("reference"),
        sent: moment(input, "sent"),
    }
}

/// The rule. Of what was handed over, once; nothing was sent that is still to come.
pub fn decide(state: &State, mut command: Confirmed, given: &Given) -> Result<Confirmed, Refusal> {
    step(lifecycle::ALERT, &state.standing, VERB.name)?;
    if state.handed.is_empty() {
        return Err(Refusal::new("communication-refusal-not-handed"));
    }
    if state.confirmed.is_some() {
        return Err(Refusal::new("communication-refusal-step"));
    }
    if command.sent.is_empty() {
        command.sent = given.now.to_string();
    }
    let sent: Timestamp = command.sent.parse().unwrap_or_default();
    if sent > given.now {
        return Err(Refusal::new("communication-refusal-future").at("sent"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::draft_alert::tests::writer;
    use crate::commands::hand_over::tests::{handed_by, live, looked_at};
    use crate::commands::tests::only_owner;
    use crate::kinds::alert::{Alert, Command, Event};

    #[test]
    fn it_was_sent_when_they_say_so_and_not_before_it_was_handed_over() {
        let confirmed = || Confirmed {
            by: "Meldkamer Limburg".to_owned(),
            reference: "12".to_owned(),
            sent: "2026-11-23T10:00:00Z".to_owned(),
        };
        let said = || {
            Command::Confirm(Confirmed {
                sent: String::new(),
                ..confirmed()
            })
        };
        writer()
            .past(looked_at())
            .when(said())
            .refused("communication-refusal-step");
        let handed = Event::HandedOver(handed_by(live(), looked_at()));
        let past = [looked_at(), vec![handed]].concat();
        writer()
            .past(past.clone())
            .when(said())
            .then(vec![Event::Confirmed(confirmed())]);
        let twice = [past.clone(), vec![Event::Confirmed(confirmed())]].concat();
        writer()
            .past(twice)
            .when(said())
            .refused("communication-refusal-step");
        let future = Confirmed {
            sent: "2026-11-23T10:00:01Z".to_owned(),
            ..confirmed()
        };
        writer()
            .past(past)
            .when(Command::Confirm(future))
            .refused("communication-refusal-future");
    }

    #[test]
    fn only_who_writes_for_its_owner() {
        only_owner::<Alert>(|| {
            Command::Confirm(Confirmed {
                by: String::new(),
                reference: String::new(),
                sent: String::new(),
            })
        });
    }
}
