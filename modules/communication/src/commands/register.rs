// SPDX-License-Identifier: EUPL-1.2
//! Register a number or address that may stand in public text.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::contact::{Registered, State};
use crate::terms::contacts::{SORTS, plain};

/// The verb. It adds to what stands there: whoever registers the same again changes what it is for.
pub const VERB: Verb = Verb {
    name: "register",
    fields: &[
        Field::required("sort", Shape::Choice(SORTS)),
        Field::required("value", Shape::Line(200)),
        Field::required("for", Shape::Line(120)),
        Field::optional("desk", Shape::Line(120)),
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Registered {
    Registered {
        desk: input.text("desk"),
        sort: input.text("sort"),
        value: input.text("value"),
        what: input.text("for"),
    }
}

/// The number or address in one form; as it was typed when it is none.
pub fn value(typed: &Registered) -> String {
    plain(&typed.sort, &typed.value).unwrap_or_else(|| typed.value.clone())
}

/// The rule. It must read as what it says it is; registered anew it has to be tested anew.
pub fn decide(state: &State, command: Registered) -> Result<Registered, Refusal> {
    if plain(&command.sort, &command.value).is_none() {
        return Err(Refusal::new("communication-refusal-no-contact").at("value"));
    }
    let registered = Registered {
        value: value(&command),
        ..command
    };
    if state.registered.as_ref() == Some(&registered) && state.standing != "retired" {
        return Err(Refusal::new("communication-refusal-nothing-new"));
    }
    Ok(registered)
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::tests::only_writers;
    use crate::kinds::contact::{Command, Contact, Event};

    pub(crate) fn editor() -> Scenario<Contact> {
        given::<Contact>("vr23", &[Function::Editor])
    }

    pub(crate) fn registered() -> Registered {
        Registered {
            desk: "Publieksbalie".to_owned(),
            sort: "phone".to_owned(),
            value: "08001351".to_owned(),
            what: "Vragen bij een ramp".to_owned(),
        }
    }

    fn typed(value: &str) -> Command {
        Command::Register(Registered {
            value: value.to_owned(),
            ..registered()
        })
    }

    #[test]
    fn a_number_is_registered_in_one_form_and_once() {
        editor()
            .when(typed("0800 - 1351"))
            .then(vec![Event::Registered(registered())]);
        editor()
            .past(vec![Event::Registered(registered())])
            .when(typed("0800 1351"))
            .refused("communication-refusal-nothing-new");
        editor()
            .when(typed("bel ons"))
            .refused("communication-refusal-no-contact");
    }

    #[test]
    fn only_who_writes_for_an_organisation() {
        only_writers::<Contact>(|| typed("0800 1351"));
    }
}
