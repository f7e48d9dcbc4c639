// SPDX-License-Identifier: EUPL-1.2
//! Part an incident from one that turned out to be another crisis.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::incident::{Parted, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "part",
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
pub fn read(input: &Input) -> Option<Parted> {
    Some(Parted {
        with: input.stream("with")?,
    })
}

/// The rule. One parts what one joined oneself; a join of the other side stays theirs.
pub fn decide(state: &State, command: Parted) -> Result<Parted, Refusal> {
    if !state.joined.contains(&command.with) {
        return Err(Refusal::new("incident-refusal-not-joined").at("with"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::tests::{incident, only_owner};
    use crate::kinds::incident::{Command, Event, Incident, Joined};

    fn parted() -> Parted {
        Parted {
            with: incident("vr24"),
        }
    }

    #[test]
    fn what_was_joined_is_parted() {
        let editor = || given::<Incident>("vr23", &[Function::Editor]).at(incident("vr23"));
        let joined = Event::Joined(Joined {
            with: incident("vr24"),
        });
        editor()
            .past(vec![joined])
            .when(Command::Part(parted()))
            .then(vec![Event::Parted(parted())]);
        editor()
            .when(Command::Part(parted()))
            .refused("incident-refusal-not-joined");
    }

    #[test]
    fn nobody_else_parts_it() {
        only_owner::<Incident>(|| Command::Part(parted()));
    }
}
