// SPDX-License-Identifier: EUPL-1.2
//! Issue an edition of the agenda.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::edition::{Issued, State};

/// The verb. Only the ministry of JenV may (`issue_activity::act`).
pub const VERB: Verb = Verb {
    name: "issue",
    fields: &[
        Field::required("slug", Shape::Line(40)),
        Field::required("titleNl", Shape::Line(200)),
        Field::required("titleEn", Shape::Line(200)),
        Field::required("fromYear", Shape::Whole(2000, 2100)),
        Field::required("toYear", Shape::Whole(2000, 2100)),
        Field::optional("noteNl", Shape::Paragraphs(2000)),
        Field::optional("noteEn", Shape::Paragraphs(2000)),
        Field::required("source", Shape::Line(400)),
    ],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Issued> {
    Some(Issued {
        from_year: input.whole("fromYear")?,
        note_en: input.text("noteEn"),
        note_nl: input.text("noteNl"),
        slug: input.text("slug"),
        source: input.text("source"),
        title_en: input.text("titleEn"),
        title_nl: input.text("titleNl"),
        to_year: input.whole("toYear")?,
    })
}

/// The rule. An edition ends in or after the year it begins, and is issued again only when
/// something in it is new.
pub fn decide(state: &State, command: Issued) -> Result<Vec<Issued>, Refusal> {
    if command.to_year < command.from_year {
        return Err(Refusal::new("agenda-refusal-period").at("toYear"));
    }
    if state.last.as_ref() == Some(&command) {
        return Err(Refusal::new("agenda-refusal-nothing-new"));
    }
    Ok(vec![command])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::kinds::edition::Edition;

    fn issued(to_year: i64) -> Issued {
        Issued {
            from_year: 2024,
            note_en: String::new(),
            note_nl: String::new(),
            slug: "lac".to_owned(),
            source: "bron".to_owned(),
            title_en: "Agenda".to_owned(),
            title_nl: "Agenda".to_owned(),
            to_year,
        }
    }

    #[test]
    fn a_decider_of_the_ministry_issues() {
        given::<Edition>("jenv", &[Function::Decider])
            .when(issued(2029))
            .then(vec![issued(2029)]);
    }

    #[test]
    fn nobody_else_issues() {
        for (organisation, functions) in [
            ("vr23", vec![Function::Decider]),
            ("jenv", vec![Function::Reader]),
            ("jenv", vec![]),
        ] {
            given::<Edition>(organisation, &functions)
                .when(issued(2029))
                .not_permitted();
        }
    }

    #[test]
    fn years_that_end_before_they_begin_are_refused() {
        given::<Edition>("jenv", &[Function::Decider])
            .when(issued(2023))
            .refused("agenda-refusal-period");
    }
}
