// SPDX-License-Identifier: EUPL-1.2
//! Issue an ambition, or a pillar.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::ambition::{Issued, State};

/// The verb. Only the ministry of JenV may (`issue_activity::act`).
pub const VERB: Verb = Verb {
    name: "issue",
    fields: &[
        Field::required("slug", Shape::Line(40)),
        Field::required("number", Shape::Line(10)),
        Field::optional("pillar", Shape::Line(40)),
        Field::required("titleNl", Shape::Line(300)),
        Field::required("titleEn", Shape::Line(300)),
        Field::optional("explanationNl", Shape::Paragraphs(4000)),
        Field::optional("explanationEn", Shape::Paragraphs(4000)),
    ],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Issued {
    Issued {
        explanation_en: input.text("explanationEn"),
        explanation_nl: input.text("explanationNl"),
        number: input.text("number"),
        pillar: input.text("pillar"),
        slug: input.text("slug"),
        title_en: input.text("titleEn"),
        title_nl: input.text("titleNl"),
    }
}

/// The rule. An ambition is issued again only when something in it is new.
pub fn decide(state: &State, command: Issued) -> Result<Vec<Issued>, Refusal> {
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
    use crate::kinds::ambition::Ambition;

    fn issued() -> Issued {
        Issued {
            explanation_en: String::new(),
            explanation_nl: String::new(),
            number: "1A".to_owned(),
            pillar: "p1".to_owned(),
            slug: "p1-a".to_owned(),
            title_en: "Title".to_owned(),
            title_nl: "Titel".to_owned(),
        }
    }

    #[test]
    fn a_decider_of_the_ministry_issues() {
        given::<Ambition>("jenv", &[Function::Decider])
            .when(issued())
            .then(vec![issued()]);
    }

    #[test]
    fn nobody_else_issues() {
        for (organisation, functions) in [
            ("vr23", vec![Function::Decider]),
            ("jenv", vec![Function::Reader]),
            ("jenv", vec![]),
        ] {
            given::<Ambition>(organisation, &functions)
                .when(issued())
                .not_permitted();
        }
    }

    #[test]
    fn the_same_text_again_is_refused() {
        given::<Ambition>("jenv", &[Function::Decider])
            .past(vec![issued()])
            .when(issued())
            .refused("agenda-refusal-nothing-new");
    }
}
