// SPDX-License-Identifier: EUPL-1.2
//! Take back borders that one's own organisation imported.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::boundary::{Retracted, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "retract",
    fields: &[
        Field::required("area", Shape::Organisation),
        Field::required("year", Shape::Whole(1900, 2199)),
        Field::required("reason", Shape::Line(400)),
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Retracted> {
    Some(Retracted {
        area: input.text("area"),
        reason: input.text("reason"),
        year: input.whole("year")?,
    })
}

/// The rule. Only borders that the own organisation imported for that year, and that still stand,
/// can be taken back.
pub fn decide(state: &State, command: Retracted) -> Result<Retracted, Refusal> {
    if command.reason.trim().is_empty() {
        return Err(Refusal::new("registers-refusal-no-reason").at("reason"));
    }
    if !state.last.contains_key(&command.year) {
        return Err(Refusal::new("registers-refusal-not-imported").at("year"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Card, Function, Text};

    use super::*;
    use crate::kinds::boundary::{Boundary, Command, Event, Imported};
    use crate::kinds::record;
    use crate::tables::ORGANISATIONS;

    fn at(organisation: &str, functions: &[Function]) -> Scenario<Boundary> {
        let stream = record::address(ORGANISATIONS, "vr23").unwrap();
        let card = Card::new(stream, "registers", "organisation", Text::typed("Naam"));
        given(organisation, functions).knowing(card)
    }

    fn limburg(year: i64) -> Imported {
        Imported {
            area: "vr23".to_owned(),
            name: "Limburg-Noord".to_owned(),
            rings: "60000000 513000000 1000000 0 0 1000000".to_owned(),
            source: "CBS/Kadaster".to_owned(),
            year,
        }
    }

    fn back(year: i64) -> Retracted {
        Retracted {
            area: "vr23".to_owned(),
            reason: "Verkeerd bestand".to_owned(),
            year,
        }
    }

    fn past() -> Vec<Event> {
        vec![
            Event::Imported(limburg(2023)),
            Event::Imported(limburg(2022)),
        ]
    }

    #[test]
    fn an_editor_takes_back_what_the_own_organisation_imported() {
        for organisation in ["jenv", "vr23", "vr24"] {
            at(organisation, &[Function::Editor])
                .past(past())
                .when(Command::Retract(back(2023)))
                .then(vec![Event::Retracted(back(2023))]);
        }
    }

    #[test]
    fn who_may_not_write_takes_nothing_back() {
        for functions in [vec![], vec![Function::Reader], vec![Function::Admin]] {
            at("jenv", &functions)
                .past(past())
                .when(Command::Retract(back(2023)))
                .not_permitted();
        }
    }

    #[test]
    fn what_does_not_stand_there_cannot_be_taken_back() {
        // What others imported stands in streams of theirs: this one has nothing.
        let editor = || at("vr24", &[Function::Editor]);
        editor()
            .when(Command::Retract(back(2023)))
            .refused("registers-refusal-not-imported");
        editor()
            .past(past())
            .when(Command::Retract(back(2021)))
            .refused("registers-refusal-not-imported");
        let once = || [past(), vec![Event::Retracted(back(2023))]].concat();
        editor()
            .past(once())
            .when(Command::Retract(back(2023)))
            .refused("registers-refusal-not-imported");
        editor()
            .past(once())
            .when(Command::Import(limburg(2023)))
            .then(vec![Event::Imported(limburg(2023))]);
    }

    #[test]
    fn who_takes_something_back_says_why() {
        let reason = " ".to_owned();
        let command = Retracted {
            reason,
            ..back(2023)
        };
        at("vr23", &[Function::Editor])
            .past(past())
            .when(Command::Retract(command))
            .refused("registers-refusal-no-reason");
    }
}
