// SPDX-License-Identifier: EUPL-1.2
//! Take an object off the layer of one's own organisation.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::Input;

use super::{INCIDENT, OBJECT};
use crate::kinds::layer::{Event, Removed, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "remove",
    fields: &[INCIDENT, OBJECT],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Removed> {
    Some(Removed {
        incident: input.stream("incident")?,
        object: input.text("object"),
    })
}

/// The rule. What stands on the layer can be taken away; its past stays.
pub fn decide(state: &State, command: Removed) -> Result<Vec<Event>, Refusal> {
    if !state.objects.contains_key(&command.object) {
        return Err(Refusal::new("incident-refusal-no-object").at("object"));
    }
    Ok(vec![Event::Removed(command)])
}

#[cfg(test)]
mod tests {
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::place::tests::{at, placed};
    use crate::kinds::layer::Command;

    fn removed() -> Removed {
        Removed {
            incident: placed().incident,
            object: placed().object,
        }
    }

    #[test]
    fn what_stands_there_is_taken_away_once() {
        at(&[Function::Editor])
            .past(vec![Event::Placed(placed())])
            .when(Command::Remove(removed()))
            .then(vec![Event::Removed(removed())]);
        at(&[Function::Editor])
            .past(vec![Event::Placed(placed()), Event::Removed(removed())])
            .when(Command::Remove(removed()))
            .refused("incident-refusal-no-object");
    }

    #[test]
    fn a_reader_takes_nothing_away() {
        for functions in [vec![], vec![Function::Reader]] {
            at(&functions)
                .when(Command::Remove(removed()))
                .not_permitted();
        }
    }
}
