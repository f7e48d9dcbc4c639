// SPDX-License-Identifier: EUPL-1.2
//! Answer a signal: what is known, what is said, and what that means for those who decide.

use paraat_contract::{Refusal, Verb};
use paraat_ui::field::{Field, Input, Shape};

use super::exact;
use crate::kinds::signal::{Answered, State};
use crate::terms::signals::VERDICTS;

/// The verb.
pub const VERB: Verb = exact(
    "answer",
    &[
        Field::required("verdict", Shape::Choice(VERDICTS)),
        Field::required("answer", Shape::Paragraphs(1000)),
        Field::optional("fact", Shape::Paragraphs(1000)),
        Field::optional("advice", Shape::Line(300)),
    ],
);

/// The command in the fields.
pub fn read(input: &Input) -> Answered {
    Answered {
        advice: input.text("advice"),
        answer: input.text("answer"),
        fact: input.text("fact"),
        verdict: input.text("verdict"),
    }
}

/// The rule. It is answered again when more is known; what is over is noted anew.
pub fn decide(state: &State, command: Answered) -> Result<Answered, Refusal> {
    if state.standing == "closed" {
        return Err(Refusal::new("communication-refusal-over"));
    }
    if state.answered.as_ref() == Some(&command) {
        return Err(Refusal::new("communication-refusal-nothing-new"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::note::tests::{editor, noted};
    use crate::commands::tests::only_owner;
    use crate::kinds::signal::{Closed, Command, Event, Signal};

    fn answered() -> Answered {
        Answered {
            advice: "Laat de dijkgraaf op de radio".to_owned(),
            answer: "De dijk houdt. Wij controleren elk uur.".to_owned(),
            fact: "Laatste controle 10.00 uur".to_owned(),
            verdict: "false".to_owned(),
        }
    }

    #[test]
    fn it_is_answered_again_when_more_is_known_and_not_when_it_is_over() {
        let past = vec![Event::Noted(noted())];
        editor()
            .past(past.clone())
            .when(Command::Answer(answered()))
            .then(vec![Event::Answered(answered())]);
        let once = [past.clone(), vec![Event::Answered(answered())]].concat();
        editor()
            .past(once)
            .when(Command::Answer(answered()))
            .refused("communication-refusal-nothing-new");
        let over = Event::Closed(Closed {
            reason: String::new(),
        });
        editor()
            .past([past, vec![over]].concat())
            .when(Command::Answer(answered()))
            .refused("communication-refusal-over");
    }

    #[test]
    fn only_who_writes_for_its_owner() {
        only_owner::<Signal>(|| Command::Answer(answered()));
    }
}
