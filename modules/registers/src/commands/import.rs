// SPDX-License-Identifier: EUPL-1.2
//! Take the borders of an area from a publisher into the registers.

use paraat_authority::{Ability, Act};
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, Outline};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::boundary::{Imported, State};
use crate::kinds::record;
use crate::tables::ORGANISATIONS;

/// The longest text of borders that is taken, in characters: some three thousand places. A file
/// that has more is simplified first.
pub const LONGEST: usize = 40_000;

/// The verb.
pub const VERB: Verb = Verb {
    name: "import",
    fields: &[
        Field::required("area", Shape::Organisation),
        Field::required("name", Shape::Line(200)),
        Field::required("year", Shape::Whole(1900, 2199)),
        Field::required("source", Shape::Line(400)),
        Field::required("rings", Shape::Paragraphs(LONGEST)),
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Imported> {
    Some(Imported {
        area: input.text("area"),
        name: input.text("name"),
        year: input.whole("year")?,
        source: input.text("source"),
        rings: input.text("rings"),
    })
}

/// Every organisation may import what it trusts, in its own record.
pub fn act(given: &Given) -> Act {
    let of = given.actor.organisation.clone();
    let ability = Ability::Write;
    Act { ability, of }
}

/// The rule. Borders are those of an organisation in the registers, and are written in the one
/// form that outlines have. Publishers set the borders of next year ahead, and no further. The
/// same borders for the same year, under the same name and source, are no news.
pub fn decide(state: &State, command: Imported, given: &Given) -> Result<Imported, Refusal> {
    let record = record::address(ORGANISATIONS, &command.area);
    if record.is_none_or(|record| given.card(&record).is_none()) {
        return Err(Refusal::new("registers-refusal-area-not-there").at("area"));
    }
    if let Err(bad) = command.rings.parse::<Outline>() {
        let refusal = Refusal::new("registers-refusal-not-rings").at("rings");
        return Err(refusal.with("number", bad.0.to_string()));
    }
    let this_year = given.now.strftime("%Y").to_string();
    if this_year
        .parse()
        .is_ok_and(|now: i64| command.year > now + 1)
    {
        return Err(Refusal::new("registers-refusal-year-ahead").at("year"));
    }
    if state.last.get(&command.year) == Some(&command) {
        return Err(Refusal::new("registers-refusal-nothing-new"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Card, Function, Text};

    use super::*;
    use crate::kinds::boundary::{Boundary, Command, Event};

    fn at(organisation: &str, functions: &[Function]) -> Scenario<Boundary> {
        let stream = record::address(ORGANISATIONS, "vr23").unwrap();
        let card = Card::new(stream, "registers", "organisation", Text::typed("Naam"));
        given(organisation, functions).knowing(card)
    }

    fn editor() -> Scenario<Boundary> {
        at("jenv", &[Function::Editor])
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

    #[test]
    fn an_editor_imports_in_the_record_of_the_own_organisation() {
        for organisation in ["jenv", "vr23", "vr24"] {
            at(organisation, &[Function::Editor])
                .when(Command::Import(limburg(2023)))
                .then(vec![Event::Imported(limburg(2023))]);
        }
    }

    #[test]
    fn who_may_not_write_imports_nothing() {
        for functions in [vec![], vec![Function::Reader], vec![Function::Admin]] {
            at("jenv", &functions)
                .when(Command::Import(limburg(2023)))
                .not_permitted();
        }
    }

    #[test]
    fn an_area_is_that_of_an_organisation_in_the_registers() {
        given::<Boundary>("jenv", &[Function::Editor])
            .when(Command::Import(limburg(2023)))
            .refused("registers-refusal-area-not-there");
    }

    #[test]
    fn borders_are_written_in_one_form() {
        for rings in ["", "60000000 513000000", "POLYGON((6 51, 7 51, 7 52))"] {
            let rings = rings.to_owned();
            let command = Imported {
                rings,
                ..limburg(2023)
            };
            editor()
                .when(Command::Import(command))
                .refused("registers-refusal-not-rings");
        }
    }

    #[test]
    fn next_year_is_taken_and_the_year_after_it_is_not() {
        editor()
            .when(Command::Import(limburg(2027)))
            .then(vec![Event::Imported(limburg(2027))]);
        editor()
            .when(Command::Import(limburg(2028)))
            .refused("registers-refusal-year-ahead");
    }

    #[test]
    fn the_same_again_is_refused_and_another_year_or_source_is_not() {
        let past = || {
            editor().past(
                [2023, 2022]
                    .map(|year| Event::Imported(limburg(year)))
                    .to_vec(),
            )
        };
        past()
            .when(Command::Import(limburg(2023)))
            .refused("registers-refusal-nothing-new");
        past()
            .when(Command::Import(limburg(2021)))
            .then(vec![Event::Imported(limburg(2021))]);
        let other = || Imported {
            source: "PDOK".to_owned(),
            ..limburg(2023)
        };
        past()
            .when(Command::Import(other()))
            .then(vec![Event::Imported(other())]);
    }
}
