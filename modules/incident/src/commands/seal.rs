// SPDX-License-Identifier: EUPL-1.2
//! Seal names of people, or what is known of their health.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{COMPARTMENTS, Given};
use paraat_ui::field::{Field, Input, Shape};

use super::{INCIDENT, TEAM};
use crate::kinds::sealed::Put;
use crate::kinds::seen;

/// What a sealed record says in one piece: a list of some hundreds of people.
pub(super) const TEXT: Field = Field::required("text", Shape::Paragraphs(20_000));

/// The verb.
pub const VERB: Verb = Verb {
    name: "seal",
    fields: &[
        INCIDENT,
        Field::required("compartment", Shape::Choice(COMPARTMENTS)),
        TEXT,
        TEAM,
    ],
    mode: Mode::New,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Put> {
    Some(Put {
        compartment: input.text("compartment"),
        incident: input.stream("incident")?,
        team: input.text("team"),
        text: input.text("text"),
    })
}

/// The rule. Who sees the incident and was let into the compartment seals in it.
pub fn decide(command: Put, given: &Given) -> Result<Put, Refusal> {
    seen(&command.incident, given)?;
    Ok(command)
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_contract::Kind as _;
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Circle, Function};

    use super::*;
    use crate::commands::tests::{card, incident};
    use crate::kinds::sealed::{Command, Event, Sealed};

    pub(crate) fn put(compartment: &str) -> Put {
        Put {
            compartment: compartment.to_owned(),
            incident: incident("vr23"),
            team: "population".to_owned(),
            text: "Vermist: persoon A, laatst gezien bij de brug".to_owned(),
        }
    }

    /// Somebody on duty at the owner of a record, to whom this was let in.
    pub(crate) fn owner(past: Vec<Event>) -> Scenario<Sealed> {
        given::<Sealed>("vr23", &[Function::Editor])
            .let_into(COMPARTMENTS)
            .at(incident("vr23"))
            .past(past)
    }

    /// Holds that nobody without a function at the owner does this.
    pub(crate) fn only_owner(command: impl Fn() -> Command) {
        for (organisation, functions) in [
            ("vr23", vec![]),
            ("vr23", vec![Function::Reader]),
            ("vr23", vec![Function::Auditor]),
            ("vr24", vec![Function::Editor, Function::Decider]),
        ] {
            given::<Sealed>(organisation, &functions)
                .let_into(COMPARTMENTS)
                .at(incident("vr23"))
                .past(vec![Event::Put(put("persons"))])
                .when(command())
                .not_permitted();
        }
    }

    #[test]
    fn who_was_let_in_seals_within_the_own_circle() {
        for compartment in COMPARTMENTS.iter().copied() {
            given::<Sealed>("vr24", &[Function::Editor])
                .knowing(card("vr23"))
                .let_into(&[compartment])
                .when(Command::Seal(put(compartment)))
                .then(vec![Event::Put(put(compartment))]);
        }
        let given = given::<Sealed>("vr24", &[Function::Editor]).given;
        let home = Sealed::home(&Command::Seal(put("persons")), &given);
        assert_eq!(home.circle, Circle::Own);
    }

    #[test]
    fn who_was_not_let_into_that_compartment_seals_nothing_in_it() {
        for let_in in [&[][..], &["medical"]] {
            given::<Sealed>("vr24", &[Function::Editor, Function::Decider])
                .knowing(card("vr23"))
                .let_into(let_in)
                .when(Command::Seal(put("persons")))
                .not_permitted();
        }
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        for functions in [vec![], vec![Function::Reader], vec![Function::Auditor]] {
            given::<Sealed>("vr24", &functions)
                .knowing(card("vr23"))
                .let_into(COMPARTMENTS)
                .when(Command::Seal(put("persons")))
                .not_permitted();
        }
        given::<Sealed>("vr24", &[Function::Editor])
            .let_into(COMPARTMENTS)
            .when(Command::Seal(put("persons")))
            .refused("incident-refusal-not-there");
    }
}
