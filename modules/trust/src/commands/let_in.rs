// SPDX-License-Identifier: EUPL-1.2
//! Let an account into a sealed compartment.

use std::collections::BTreeSet;

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::COMPARTMENTS;
use paraat_ui::field::{Field, Shape};

use crate::kinds::access::{Entry, Event};

/// What both verbs ask.
pub(super) const FIELDS: &[Field] = &[
    Field::required("account", Shape::Line(40)),
    Field::required("compartment", Shape::Choice(COMPARTMENTS)),
];

/// The verb. An administrator of the organisation may (`lend::act`).
pub const VERB: Verb = Verb {
    name: "let-in",
    fields: FIELDS,
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The rule. An account is let in once.
pub fn decide(state: &BTreeSet<String>, entry: Entry) -> Result<Vec<Event>, Refusal> {
    if state.contains(&entry.compartment) {
        return Err(Refusal::new("trust-refusal-let-in").at("compartment"));
    }
    Ok(vec![Event::LetIn(entry)])
}

#[cfg(test)]
pub(super) mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function as Holds;

    use super::*;
    use crate::kinds::access::{Access, Command};

    pub(crate) fn entry() -> Entry {
        Entry {
            account: "a".to_owned(),
            compartment: "medical".to_owned(),
        }
    }

    #[test]
    fn an_administrator_lets_in_once() {
        let admin = || given::<Access>("vr23", &[Holds::Admin]);
        admin()
            .when(Command::LetIn(entry()))
            .then(vec![Event::LetIn(entry())]);
        admin()
            .past(vec![Event::LetIn(entry())])
            .when(Command::LetIn(entry()))
            .refused("trust-refusal-let-in");
        admin()
            .past(vec![Event::LetIn(entry()), Event::ShutOut(entry())])
            .when(Command::LetIn(entry()))
            .then(vec![Event::LetIn(entry())]);
    }

    #[test]
    fn nobody_else_lets_in() {
        for functions in [
            vec![],
            vec![Holds::Reader],
            vec![Holds::Editor, Holds::Decider],
            vec![Holds::Auditor],
        ] {
            given::<Access>("vr23", &functions)
                .let_into(COMPARTMENTS)
                .when(Command::LetIn(entry()))
                .not_permitted();
        }
    }
}
