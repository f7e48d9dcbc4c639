// SPDX-License-Identifier: EUPL-1.2
//! Say that a fact of another organisation is otherwise.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::REASON;
use crate::kinds::dispute::{Disputed, State};

/// The fact that it is about.
pub(super) const FACT: Field = Field::given(
    "fact",
    Shape::Stream {
        module: "incident",
        kind: "fact",
    },
);

/// The verb.
pub const VERB: Verb = Verb {
    name: "say",
    fields: &[
        FACT,
        Field::optional("value", Shape::Line(200)),
        REASON,
        Field::optional("source", Shape::Line(200)),
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Disputed> {
    Some(Disputed {
        fact: input.stream("fact")?,
        reason: input.text("reason"),
        source: input.text("source"),
        value: input.text("value"),
    })
}

/// The rule. The fact is of another organisation: one's own is restated. Something new is said.
pub fn decide(state: &State, command: Disputed, given: &Given) -> Result<Disputed, Refusal> {
    if command.fact.owner == given.actor.organisation {
        return Err(Refusal::new("incident-refusal-own-fact").at("fact"));
    }
    if state.stands.as_ref() == Some(&command) {
        return Err(Refusal::new("incident-refusal-nothing-new"));
    }
    Ok(command)
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Card, Function, StreamId, Text};

    use super::*;
    use crate::kinds::dispute::{Command, Dispute, Event};

    pub(crate) fn fact() -> StreamId {
        StreamId::derived("vr23".parse().unwrap(), "incident.fact", "peil")
    }

    /// Somebody of this organisation, who sees the fact of vr23.
    pub(crate) fn at(organisation: &str, functions: &[Function]) -> Scenario<Dispute> {
        let card = Card::new(fact(), "incident", "fact", Text::typed("Peil"));
        given::<Dispute>(organisation, functions).knowing(card)
    }

    pub(crate) fn disputed() -> Disputed {
        Disputed {
            fact: fact(),
            reason: "Andere schaal".to_owned(),
            source: String::new(),
            value: "43,1".to_owned(),
        }
    }

    #[test]
    fn another_organisation_says_what_it_knows() {
        let said = Event::Disputed(disputed());
        at("vr24", &[Function::Editor])
            .when(Command::Dispute(disputed()))
            .then(vec![said.clone()]);
        at("vr24", &[Function::Editor])
            .past(vec![said])
            .when(Command::Dispute(disputed()))
            .refused("incident-refusal-nothing-new");
        at("vr23", &[Function::Editor])
            .when(Command::Dispute(disputed()))
            .refused("incident-refusal-own-fact");
    }

    #[test]
    fn a_reader_disputes_nothing_and_nobody_what_is_not_there() {
        for functions in [vec![], vec![Function::Reader]] {
            at("vr24", &functions)
                .when(Command::Dispute(disputed()))
                .not_permitted();
        }
        given::<Dispute>("vr24", &[Function::Editor])
            .when(Command::Dispute(disputed()))
            .refused("incident-refusal-fact-not-there");
    }
}
