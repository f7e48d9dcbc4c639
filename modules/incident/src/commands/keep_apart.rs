// SPDX-License-Identifier: EUPL-1.2
//! Say that the incident of another does not belong with one's own, although the other side joined
//! them: its lines, figures and key picture no longer stand in one's picture.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::incident::{KeptApart, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "keep-apart",
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
pub fn read(input: &Input) -> Option<KeptApart> {
    Some(KeptApart {
        with: input.stream("with")?,
    })
}

/// The rule. It is an incident of another that one can see, and this was not said yet. The record
/// of the other stays what it is; who joins later takes this back.
pub fn decide(state: &State, command: KeptApart, given: &Given) -> Result<KeptApart, Refusal> {
    let refused = |key| Err(Refusal::new(key).at("with"));
    let card = given.card(&command.with);
    if card.is_none_or(|card| card.module != "incident" || card.kind != "incident") {
        return refused("incident-refusal-not-there");
    }
    if command.with.owner == given.stream.owner {
        return refused("incident-refusal-own");
    }
    if state.apart.contains(&command.with) {
        return refused("incident-refusal-apart");
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use paraat_contract::Kind as _;
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::tests::{card, incident, only_owner};
    use crate::kinds::incident::{Command, Event, Incident, Joined};

    fn apart() -> KeptApart {
        KeptApart {
            with: incident("vr24"),
        }
    }

    fn owner() -> Scenario<Incident> {
        given("vr23", &[Function::Editor])
            .at(incident("vr23"))
            .knowing(card("vr23"))
            .knowing(card("vr24"))
    }

    #[test]
    fn the_owner_keeps_another_apart_once_also_one_it_joined() {
        let said = || Event::KeptApart(apart());
        let joined = || {
            Event::Joined(Joined {
                with: incident("vr24"),
            })
        };
        for past in [vec![], vec![joined()]] {
            owner()
                .past(past)
                .when(Command::KeepApart(apart()))
                .then(vec![said()]);
        }
        owner()
            .past(vec![said()])
            .when(Command::KeepApart(apart()))
            .refused("incident-refusal-apart");
        // Joining takes it back, and the other way round.
        let mut state = State::default();
        for (event, is_joined) in [(said(), false), (joined(), true), (said(), false)] {
            Incident::evolve(&mut state, &event);
            assert_eq!(state.joined.contains(&incident("vr24")), is_joined);
            assert_eq!(state.apart.contains(&incident("vr24")), !is_joined);
        }
    }

    #[test]
    fn nobody_else_does_it_and_only_to_what_is_there_of_another() {
        only_owner::<Incident>(|| Command::KeepApart(apart()));
        let with = |organisation: &str| {
            Command::KeepApart(KeptApart {
                with: incident(organisation),
            })
        };
        owner().when(with("vr23")).refused("incident-refusal-own");
        owner()
            .when(with("vr25"))
            .refused("incident-refusal-not-there");
    }
}
