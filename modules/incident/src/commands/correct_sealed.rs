// SPDX-License-Identifier: EUPL-1.2
//! Say one thing in a sealed record otherwise: a name that was spelt wrong, a mix-up.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use super::seal::TEXT;
use super::{REASON, still_open};
use crate::kinds::sealed::{Corrected, State};

/// The verb. What stood there stays in the history.
pub const VERB: Verb = Verb {
    name: "correct",
    fields: &[
        Field::given("entry", Shape::Whole(1, i64::MAX)),
        TEXT,
        REASON,
    ],
    mode: Mode::Exact,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Corrected> {
    Some(Corrected {
        entry: input.whole("entry")?,
        reason: input.text("reason"),
        text: input.text("text"),
    })
}

/// The rule. What is there, in a record that is open, is said otherwise.
pub fn decide(state: &State, command: Corrected) -> Result<Corrected, Refusal> {
    still_open(&state.standing)?;
    match state.entries.get(&command.entry) {
        None => Err(Refusal::new("incident-refusal-no-entry").at("entry")),
        Some(text) if *text == command.text => {
            Err(Refusal::new("incident-refusal-nothing-new").at("text"))
        }
        Some(_) => Ok(command),
    }
}

#[cfg(test)]
mod tests {
    use paraat_contract::Kind as _;
    use paraat_ui::field::Typed;

    use super::*;
    use crate::commands::seal::tests::{only_owner, owner, put};
    use crate::kinds::sealed::{Closed, Command, Event, Sealed};

    fn corrected(entry: i64, text: &str) -> Corrected {
        Corrected {
            entry,
            reason: "Naam verkeerd gespeld".to_owned(),
            text: text.to_owned(),
        }
    }

    fn correct(entry: i64, text: &str) -> Command {
        Command::Correct(corrected(entry, text))
    }

    #[test]
    fn one_thing_is_said_otherwise() {
        let put = || Event::Put(put("persons"));
        owner(vec![put()])
            .when(correct(1, "Vermist: persoon B"))
            .then(vec![Event::Corrected(corrected(1, "Vermist: persoon B"))]);
        for entry in [0, 2, i64::MAX] {
            owner(vec![put()])
                .when(correct(entry, "x"))
                .refused("incident-refusal-no-entry");
        }
        owner(vec![put()])
            .when(correct(1, &self::put("persons").text))
            .refused("incident-refusal-nothing-new");
        let reason = String::new();
        owner(vec![put(), Event::Closed(Closed { reason })])
            .when(correct(1, "x"))
            .refused("incident-refusal-not-open");
    }

    #[test]
    fn the_form_begins_with_what_stands_there() {
        let mut state = State::default();
        Sealed::evolve(&mut state, &Event::Put(put("persons")));
        let form = |entry: &str| {
            let filled_in = Typed::default().with("entry", entry);
            let typed = Sealed::prefill_for("correct", &state, &filled_in);
            typed.get("text").to_owned()
        };
        assert_eq!(form("1"), put("persons").text);
        assert_eq!(form("2"), "");
    }

    #[test]
    fn nobody_else_does_it() {
        only_owner(|| correct(1, "x"));
    }
}
