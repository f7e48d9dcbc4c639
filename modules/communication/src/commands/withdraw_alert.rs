// SPDX-License-Identifier: EUPL-1.2
//! Say that an alert no longer holds. What had been handed over is taken back with a file of its
//! own; what had not leaves nothing behind.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Shape};

use super::{hand_over, step};
use crate::kinds::alert::{State, Withdrawn};
use crate::kinds::handed::Sort;
use crate::lifecycle;

/// The verb. Whatever others did meanwhile, it no longer holds.
pub const VERB: Verb = Verb {
    name: "withdraw",
    fields: &[Field::optional("reason", Shape::Paragraphs(500))],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The rule. Once. It waits for nobody: to stop an alarm takes one pair of eyes.
pub fn decide(state: &State, reason: String, given: &Given) -> Result<Withdrawn, Refusal> {
    step(lifecycle::ALERT, &state.standing, VERB.name)?;
    let out = state.out.as_ref();
    let handed = out.map(|core| hand_over::freeze(state, core, Sort::Cancel, given));
    Ok(Withdrawn {
        handed: handed.transpose()?,
        reason,
    })
}

#[cfg(test)]
mod tests {
    use crate::commands::tests::only_owner;
    use paraat_contract::scenario::Outcome;

    use super::*;
    use crate::commands::draft_alert::tests::{core, writer};
    use crate::commands::hand_over::tests::{handed_by, live, looked_at};
    use crate::kinds::alert::{Alert, Command, Event};

    #[test]
    fn what_was_handed_over_is_taken_back_with_a_file_and_what_was_not_leaves_none() {
        let nothing = Withdrawn {
            handed: None,
            reason: "Vals alarm".to_owned(),
        };
        let withdraw = || Command::Withdraw("Vals alarm".to_owned());
        writer()
            .past(vec![Event::Drafted(core())])
            .when(withdraw())
            .then(vec![Event::Withdrawn(nothing.clone())]);
        writer()
            .past(vec![Event::Drafted(core()), Event::Withdrawn(nothing)])
            .when(withdraw())
            .refused("communication-refusal-withdrawn");
        let first = handed_by(live(), looked_at());
        let past = [looked_at(), vec![Event::HandedOver(first.clone())]].concat();
        let Outcome::Events(events) = live().past(past).when(withdraw()) else {
            panic!("refused");
        };
        let [
            Event::Withdrawn(Withdrawn {
                handed: Some(handed),
                ..
            }),
        ] = events.as_slice()
        else {
            panic!("{events:?}");
        };
        let read = paraat_cap::read(handed.cap.as_bytes()).unwrap();
        assert_eq!(read.findings, []);
        assert_eq!(
            read.alert.message_type,
            Some(paraat_cap::MessageType::Cancel)
        );
        assert!(handed.cap.contains(&first.reference));
        assert!(handed.short.contains("Einde alarm."), "{}", handed.short);
    }

    #[test]
    fn only_who_writes_for_its_owner() {
        only_owner::<Alert>(|| Command::Withdraw(String::new()));
    }

    #[test]
    fn what_is_taken_back_is_what_they_have_and_not_what_was_drafted_since() {
        let mut drafted = core();
        drafted.texts[0].title = "Nog niet nagekeken".to_owned();
        drafted.geometry = None;
        let first = handed_by(live(), looked_at());
        let past = [
            looked_at(),
            vec![Event::HandedOver(first), Event::Revised(drafted)],
        ];
        let outcome = live()
            .past(past.concat())
            .when(Command::Withdraw(String::new()));
        let Outcome::Events(events) = outcome else {
            panic!("{outcome:?}");
        };
        let [
            Event::Withdrawn(Withdrawn {
                handed: Some(handed),
                ..
            }),
        ] = events.as_slice()
        else {
            panic!("{events:?}");
        };
        assert!(
            handed.cap.contains("Grote brand in Arcen"),
            "{}",
            handed.cap
        );
        assert!(!handed.cap.contains("Nog niet nagekeken") && handed.cap.contains("<circle>"));
    }
}
