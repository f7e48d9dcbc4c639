// SPDX-License-Identifier: EUPL-1.2
//! Call an incident something else.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::incident::{Renamed, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "rename",
    fields: &[Field::required("title", Shape::Line(200))],
    mode: Mode::Exact,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Renamed {
    Renamed {
        title: input.text("title"),
    }
}

/// The rule. The address stays what it was; the name is another one than it has.
pub fn decide(state: &State, command: Renamed) -> Result<Renamed, Refusal> {
    if state.title == command.title {
        return Err(Refusal::new("incident-refusal-nothing-new").at("title"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::tests::{incident, only_owner};
    use crate::kinds::incident::{Command, Event, Incident};

    fn renamed() -> Renamed {
        Renamed {
            title: "Hoogwater Maas".to_owned(),
        }
    }

    #[test]
    fn it_gets_another_name() {
        let editor = || given::<Incident>("vr23", &[Function::Editor]).at(incident("vr23"));
        editor()
            .when(Command::Rename(renamed()))
            .then(vec![Event::Renamed(renamed())]);
        editor()
            .past(vec![Event::Renamed(renamed())])
            .when(Command::Rename(renamed()))
            .refused("incident-refusal-nothing-new");
    }

    #[test]
    fn nobody_else_renames_it() {
        only_owner::<Incident>(|| Command::Rename(renamed()));
    }
}
