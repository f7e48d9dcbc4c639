// SPDX-License-Identifier: EUPL-1.2
//! Join an incident with another one: the same crisis, opened twice.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::incident::{Joined, State};

/// The verb. Whoever is on duty may (`Incident::act`).
pub const VERB: Verb = Verb {
    name: "join",
    fields: &[Field::required(
        "with",
        Shape::Stream {
            module: "incident",
            kind: "incident",
        },
    )],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Joined> {
    Some(Joined {
        with: input.stream("with")?,
    })
}

/// The rule. One joins an incident of another organisation that one can see, once. Both stay what
/// they are; the picture is composed over both.
pub fn decide(state: &State, command: Joined, given: &Given) -> Result<Joined, Refusal> {
    let refused = |key| Err(Refusal::new(key).at("with"));
    let card = given.card(&command.with);
    if card.is_none_or(|card| card.module != "incident" || card.kind != "incident") {
        return refused("incident-refusal-not-there");
    }
    if command.with.owner == given.stream.owner {
        return refused("incident-refusal-own");
    }
    if state.joined.contains(&command.with) {
        return refused("incident-refusal-joined");
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::tests::{card, incident};
    use crate::kinds::incident::{Command, Event, Incident};

    fn join(organisation: &str) -> Command {
        let with = incident(organisation);
        Command::Join(Joined { with })
    }

    fn joined() -> Event {
        let with = incident("vr23");
        Event::Joined(Joined { with })
    }

    fn at(organisation: &str, functions: &[Function]) -> Scenario<Incident> {
        given(organisation, functions)
            .at(incident("vr24"))
            .knowing(card("vr23"))
            .knowing(card("vr24"))
    }

    #[test]
    fn the_owner_joins_with_the_incident_of_another() {
        at("vr24", &[Function::Editor])
            .when(join("vr23"))
            .then(vec![joined()]);
    }

    #[test]
    fn nobody_else_joins_it() {
        at("vr24", &[]).when(join("vr23")).not_permitted();
        at("vr24", &[Function::Reader])
            .when(join("vr23"))
            .not_permitted();
        at("vr23", &[Function::Editor])
            .when(join("vr23"))
            .not_permitted();
    }

    #[test]
    fn it_joins_once_and_only_with_what_is_there() {
        let editor = || at("vr24", &[Function::Editor]);
        editor()
            .past(vec![joined()])
            .when(join("vr23"))
            .refused("incident-refusal-joined");
        editor().when(join("vr24")).refused("incident-refusal-own");
        editor()
            .when(join("vr25"))
            .refused("incident-refusal-not-there");
    }
}
