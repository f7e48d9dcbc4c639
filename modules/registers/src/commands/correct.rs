// SPDX-License-Identifier: EUPL-1.2
//! Say what a record of the registers should say.

use paraat_authority::{Ability, Act};
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, Timestamp};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::correction::{Corrected, State};
use crate::kinds::record;
use crate::tables::ORGANISATIONS;

/// The lists whose records can be corrected.
pub const LISTS: &[&str] = &[
    ORGANISATIONS,
    "kinds",
    "themes",
    "baseline-requirements",
    "explain-reasons",
    "time-zones",
    "vital-processes",
    "collectives",
];

/// The fields that can be corrected; which of them a list has, `has` says.
pub const FIELDS: &[&str] = &[
    "name-nl",
    "name-en",
    "explanation-nl",
    "explanation-en",
    "short",
    "code",
    "province",
    "police-unit",
    "time-zone",
    "languages",
    "valid-until",
];

/// The verb.
pub const VERB: Verb = Verb {
    name: "correct",
    fields: &[
        Field::required("list", Shape::Choice(LISTS)),
        Field::required("slug", Shape::Line(40)),
        Field::required("field", Shape::Choice(FIELDS)),
        Field::required("value", Shape::Line(400)),
        Field::required("source", Shape::Line(400)),
        Field::optional("validFrom", Shape::Date),
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Corrected {
    Corrected {
        field: input.text("field"),
        list: input.text("list"),
        slug: input.text("slug"),
        source: input.text("source"),
        valid_from: input.text("validFrom"),
        value: input.text("value"),
    }
}

/// Every organisation may say what it knows better, in its own record.
pub fn act(given: &Given) -> Act {
    Act {
        ability: Ability::Write,
        of: given.actor.organisation.clone(),
    }
}

/// The rule. A correction is of a record that exists and of a field that its list has, and names
/// its source. Days are days, and it is recorded when it is so, not before. The same correction
/// twice is no news.
pub fn decide(state: &State, command: Corrected, given: &Given) -> Result<Vec<Corrected>, Refusal> {
    let record = record::address(&command.list, &command.slug);
    if record.is_none_or(|record| given.card(&record).is_none()) {
        return Err(Refusal::new("registers-refusal-record-not-there").at("slug"));
    }
    if !has(&command.list, &command.field) {
        return Err(Refusal::new("registers-refusal-field-not-there").at("field"));
    }
    if command.value.trim().is_empty() {
        return Err(Refusal::new("registers-refusal-no-value").at("value"));
    }
    if command.source.trim().is_empty() {
        return Err(Refusal::new("registers-refusal-no-source").at("source"));
    }
    if command.field == "valid-until" && day(&command.value).is_none() {
        return Err(Refusal::new("registers-refusal-not-a-day").at("value"));
    }
    if !command.valid_from.is_empty() {
        let Some(from) = day(&command.valid_from) else {
            return Err(Refusal::new("registers-refusal-not-a-day").at("validFrom"));
        };
        if from.as_second() > given.now.as_second() + AHEAD {
            return Err(Refusal::new("registers-refusal-not-yet").at("validFrom"));
        }
    }
    if state.last.get(&command.field) == Some(&command) {
        return Err(Refusal::new("registers-refusal-nothing-new"));
    }
    Ok(vec![command])
}

/// True when records of this list have this field.
pub fn has(list: &str, field: &str) -> bool {
    match field {
        "name-nl" | "name-en" => LISTS.contains(&list),
        "explanation-nl" | "explanation-en" => list != ORGANISATIONS && LISTS.contains(&list),
        _ => list == ORGANISATIONS && FIELDS.contains(&field),
    }
}

/// Seconds that a day begins earlier in the Netherlands (summer time) than in UTC.
const AHEAD: i64 = 2 * 60 * 60;

/// The beginning of a day in UTC; none when it does not read as one.
fn day(text: &str) -> Option<Timestamp> {
    let plain = text.len() == 10;
    plain.then(|| format!("{text}T00:00:00Z").parse().ok())?
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Card, Function, Text};

    use super::*;
    use crate::kinds::correction::Correction;

    fn card(list: &str, slug: &str) -> Card {
        let stream = record::address(list, slug).unwrap();
        Card::new(stream, "registers", "organisation", Text::typed("Naam"))
    }

    fn at(organisation: &str, functions: &[Function]) -> Scenario<Correction> {
        given(organisation, functions)
            .knowing(card(ORGANISATIONS, "vr23"))
            .knowing(card("themes", "cyber"))
    }

    fn editor() -> Scenario<Correction> {
        at("vr23", &[Function::Editor])
    }

    fn corrected(field: &str, value: &str) -> Corrected {
        Corrected {
            field: field.to_owned(),
            list: ORGANISATIONS.to_owned(),
            slug: "vr23".to_owned(),
            source: "eigen opgave".to_owned(),
            valid_from: String::new(),
            value: value.to_owned(),
        }
    }

    #[test]
    fn an_editor_corrects_in_the_record_of_the_own_organisation() {
        let name = || corrected("name-nl", "Nieuw");
        editor().when(name()).then(vec![name()]);
        at("vr24", &[Function::Editor])
            .when(name())
            .then(vec![name()]);
    }

    #[test]
    fn who_may_not_write_corrects_nothing() {
        for functions in [vec![], vec![Function::Reader], vec![Function::Admin]] {
            at("vr23", &functions)
                .when(corrected("name-nl", "Nieuw"))
                .not_permitted();
        }
    }

    #[test]
    fn a_record_that_is_not_there_is_refused() {
        given::<Correction>("vr23", &[Function::Editor])
            .when(corrected("name-nl", "Nieuw"))
            .refused("registers-refusal-record-not-there");
    }

    #[test]
    fn a_field_that_the_list_does_not_have_is_refused() {
        editor()
            .when(corrected("explanation-nl", "Uitleg"))
            .refused("registers-refusal-field-not-there");
        let theme = |field: &str| Corrected {
            list: "themes".to_owned(),
            slug: "cyber".to_owned(),
            ..corrected(field, "X")
        };
        editor()
            .when(theme("code"))
            .refused("registers-refusal-field-not-there");
        editor()
            .when(theme("explanation-en"))
            .then(vec![theme("explanation-en")]);
    }

    #[test]
    fn value_and_source_are_said() {
        editor()
            .when(corrected("name-nl", " "))
            .refused("registers-refusal-no-value");
        let source = String::new();
        let command = Corrected {
            source,
            ..corrected("name-nl", "Nieuw")
        };
        editor()
            .when(command)
            .refused("registers-refusal-no-source");
    }

    #[test]
    fn days_are_days_and_not_in_the_future() {
        let from = |day: &str| Corrected {
            valid_from: day.to_owned(),
            ..corrected("name-nl", "Nieuw")
        };
        for wrong in ["2026", "2026-02-30", "23-11-2026", "2026-1-1T0"] {
            editor()
                .when(from(wrong))
                .refused("registers-refusal-not-a-day");
            editor()
                .when(corrected("valid-until", wrong))
                .refused("registers-refusal-not-a-day");
        }
        editor()
            .when(from("2026-11-24"))
            .refused("registers-refusal-not-yet");
        editor()
            .when(from("2026-11-23"))
            .then(vec![from("2026-11-23")]);
        let until = || corrected("valid-until", "2027-01-01");
        editor().when(until()).then(vec![until()]);
    }

    #[test]
    fn the_same_correction_twice_is_refused() {
        let past = || vec![corrected("name-nl", "Nieuw")];
        editor()
            .past(past())
            .when(corrected("name-nl", "Nieuw"))
            .refused("registers-refusal-nothing-new");
        editor()
            .past(past())
            .when(corrected("name-nl", "Nieuwer"))
            .then(vec![corrected("name-nl", "Nieuwer")]);
    }

    #[test]
    fn the_lists_are_those_that_there_are() {
        let own: Vec<&str> = LISTS
            .iter()
            .copied()
            .filter(|it| *it != ORGANISATIONS)
            .collect();
        assert_eq!(own, crate::tables::LISTS);
    }
}
