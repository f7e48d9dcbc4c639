// SPDX-License-Identifier: EUPL-1.2
//! Set the reporting clock of one's own organisation in an incident.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::INCIDENT;
use crate::kinds::clock::{Set, State};

/// The verb: from a quarter of an hour to a week.
pub const VERB: Verb = Verb {
    name: "set",
    fields: &[
        INCIDENT,
        Field::required("every", Shape::Whole(15, 10_080)),
        Field::optional("first", Shape::Moment),
        Field::optional("forWhom", Shape::Line(200)),
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Set> {
    Some(Set {
        every: input.whole("every")?,
        first: super::moment(input, "first"),
        for_whom: input.text("forWhom"),
        incident: input.stream("incident")?,
    })
}

/// The rule. Who says nothing of the first report makes it now. Something new is said.
pub fn decide(state: &State, command: Set, given: &Given) -> Result<Set, Refusal> {
    let first = match command.first.as_str() {
        "" => given.now.to_string(),
        first => first.to_owned(),
    };
    let set = Set { first, ..command };
    if state.runs.as_ref() == Some(&set) {
        return Err(Refusal::new("incident-refusal-nothing-new"));
    }
    Ok(set)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::clock::{Clock, Command, Event};

    pub(crate) fn set(first: &str) -> Set {
        Set {
            every: 60,
            first: first.to_owned(),
            for_whom: "Kernteam".to_owned(),
            incident: incident("vr23"),
        }
    }

    #[test]
    fn a_clock_begins_when_it_is_said_and_else_now() {
        for (asked, first) in [
            ("2026-11-23T14:00:00Z", "2026-11-23T14:00:00Z"),
            ("", "2026-11-23T10:00:00Z"),
        ] {
            on_duty::<Clock>()
                .when(Command::Set(set(asked)))
                .then(vec![Event::Set(set(first))]);
        }
        on_duty::<Clock>()
            .past(vec![Event::Set(set("2026-11-23T14:00:00Z"))])
            .when(Command::Set(set("2026-11-23T14:00:00Z")))
            .refused("incident-refusal-nothing-new");
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Clock>(|| Command::Set(set("")));
    }
}
