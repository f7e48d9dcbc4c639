// SPDX-License-Identifier: EUPL-1.2
//! Move an object on the layer of one's own organisation.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::Input;

use super::{INCIDENT, LAT, LON, OBJECT};
use crate::kinds::layer::{Event, Moved, State};

/// The verb. Where a thing is now never asks where it was.
pub const VERB: Verb = Verb {
    name: "move",
    fields: &[INCIDENT, OBJECT, LAT, LON],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Moved> {
    Some(Moved {
        incident: input.stream("incident")?,
        lat: input.whole("lat")?,
        lon: input.whole("lon")?,
        object: input.text("object"),
    })
}

/// The rule. What stands on the layer can be moved.
pub fn decide(state: &State, command: Moved) -> Result<Vec<Event>, Refusal> {
    if !state.objects.contains_key(&command.object) {
        return Err(Refusal::new("incident-refusal-no-object").at("object"));
    }
    Ok(vec![Event::Moved(command)])
}

#[cfg(test)]
mod tests {
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::place::tests::{at, placed};
    use crate::kinds::layer::Command;

    fn moved() -> Moved {
        Moved {
            incident: placed().incident,
            lat: 513_800_000,
            lon: 61_800_000,
            object: placed().object,
        }
    }

    #[test]
    fn what_stands_there_is_moved() {
        at(&[Function::Editor])
            .past(vec![Event::Placed(placed())])
            .when(Command::Move(moved()))
            .then(vec![Event::Moved(moved())]);
        at(&[Function::Editor])
            .when(Command::Move(moved()))
            .refused("incident-refusal-no-object");
    }

    #[test]
    fn a_reader_moves_nothing() {
        for functions in [vec![], vec![Function::Reader]] {
            at(&functions).when(Command::Move(moved())).not_permitted();
        }
    }
}
