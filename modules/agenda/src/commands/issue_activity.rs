// SPDX-License-Identifier: EUPL-1.2
//! Issue an activity of the agenda.

use paraat_authority::{Ability, Act};
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use crate::ISSUER;
use crate::kinds::activity::{Event, Issued, State};

/// How a period is meant: a year, a span of years, from a year on, continuous, or the years that
/// the agenda takes when a text names none.
pub const PERIODS: &[&str] = &["year", "span", "from", "continuous", "default"];

/// Which part of the Kingdom it reaches.
pub const REACHES: &[&str] = &["european", "caribbean", "both"];

/// The verb.
pub const VERB: Verb = Verb {
    name: "issue",
    fields: &[
        Field::required("slug", Shape::Line(40)),
        Field::required("number", Shape::Line(10)),
        Field::required("pillar", Shape::Line(40)),
        Field::required("ambition", Shape::Line(40)),
        Field::required("titleNl", Shape::Line(200)),
        Field::required("titleEn", Shape::Line(200)),
        Field::required("explanationNl", Shape::Paragraphs(4000)),
        Field::required("explanationEn", Shape::Paragraphs(4000)),
        Field::optional("remarkNl", Shape::Paragraphs(2000)),
        Field::optional("remarkEn", Shape::Paragraphs(2000)),
        Field::required("fromYear", Shape::Whole(2000, 2100)),
        Field::required("toYear", Shape::Whole(2000, 2100)),
        Field::required("period", Shape::Choice(PERIODS)),
        Field::optional("lead", Shape::Organisation),
        Field::optional("collective", Shape::Line(200)),
        Field::optional("themes", Shape::Line(400)),
        Field::required("reach", Shape::Choice(REACHES)),
        Field::required("source", Shape::Line(400)),
    ],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Issued> {
    Some(Issued {
        ambition: input.text("ambition"),
        collective: input.text("collective"),
        explanation_en: input.text("explanationEn"),
        explanation_nl: input.text("explanationNl"),
        from_year: input.whole("fromYear")?,
        lead: input.organisation("lead"),
        number: input.text("number"),
        period: input.text("period"),
        pillar: input.text("pillar"),
        reach: input.text("reach"),
        remark_en: input.text("remarkEn"),
        remark_nl: input.text("remarkNl"),
        slug: input.text("slug"),
        source: input.text("source"),
        themes: input.text("themes"),
        title_en: input.text("titleEn"),
        title_nl: input.text("titleNl"),
        to_year: input.whole("toYear")?,
    })
}

/// Only the ministry of JenV issues the agenda; others receive it.
pub fn act() -> Result<Act, Refusal> {
    let of = ISSUER
        .parse()
        .map_err(|_bad| Refusal::new("agenda-refusal-no-issuer"))?;
    Ok(Act {
        ability: Ability::Decide,
        of,
    })
}

/// The rule. A period ends in or after the year it begins, and an activity is issued again only
/// when something in it is new; its lead is then assigned, not issued.
pub fn decide(state: &State, command: Issued) -> Result<Vec<Event>, Refusal> {
    if command.to_year < command.from_year {
        return Err(Refusal::new("agenda-refusal-period").at("toYear"));
    }
    let same = state.last.as_ref() == Some(&command);
    if same {
        return Err(Refusal::new("agenda-refusal-nothing-new"));
    }
    Ok(vec![Event::Issued(Box::new(command))])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::kinds::activity::{Activity, Command, tests::issued};

    fn issue(change: impl FnOnce(&mut Issued)) -> Command {
        let Event::Issued(mut text) = issued(None) else {
            unreachable!()
        };
        change(&mut text);
        Command::Issue(text)
    }

    #[test]
    fn a_decider_of_the_ministry_issues() {
        given::<Activity>("jenv", &[Function::Decider])
            .when(issue(|_| {}))
            .then(vec![issued(None)]);
    }

    #[test]
    fn nobody_else_issues() {
        let cases = [
            ("vr23", Function::Decider),
            ("jenv", Function::Editor),
            ("jenv", Function::Reader),
        ];
        for (organisation, function) in cases {
            given::<Activity>(organisation, &[function])
                .when(issue(|_| {}))
                .not_permitted();
        }
        given::<Activity>("jenv", &[])
            .when(issue(|_| {}))
            .not_permitted();
    }

    #[test]
    fn a_period_that_ends_before_it_begins_is_refused() {
        given::<Activity>("jenv", &[Function::Decider])
            .when(issue(|text| text.to_year = 2023))
            .refused("agenda-refusal-period");
    }

    #[test]
    fn the_same_text_again_is_refused() {
        given::<Activity>("jenv", &[Function::Decider])
            .past(vec![issued(None)])
            .when(issue(|_| {}))
            .refused("agenda-refusal-nothing-new");
    }
}
