// SPDX-License-Identifier: EUPL-1.2
//! List the paragraphs of a plan of one's own, so that suggestions can be made from them.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::plan::{Event, Listed, Paragraph, SORTS};

/// Paragraphs of one plan, at most: a long policy plan has about a hundred.
const MOST: usize = 400;
/// Characters of one line, at most.
const LONGEST: usize = 400;

/// What sort of plan it is, as a question.
pub const SORT: Field = Field::required("sort", Shape::Choice(SORTS));
/// Its first year, as a question.
pub const FROM_YEAR: Field = Field::required("fromYear", Shape::Whole(2000, 2100));
/// Its last year, as a question.
pub const TO_YEAR: Field = Field::required("toYear", Shape::Whole(2000, 2100));
/// Its paragraphs, one a line, as a question.
pub const PARAGRAPHS: Field = Field::required("paragraphs", Shape::Paragraphs(60_000));

/// The verb. Every organisation lists its own plans. The address is the title that is typed, so no
/// form can know what stands there: the rule says it.
pub const VERB: Verb = Verb {
    name: "list",
    fields: &[
        Field::required("title", Shape::Line(200)),
        SORT,
        FROM_YEAR,
        TO_YEAR,
        PARAGRAPHS,
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// Title, sort and years; its paragraphs are still to be read.
    pub plan: Listed,
    /// One paragraph a line.
    pub text: String,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<List> {
    Some(List {
        plan: Listed {
            from_year: input.whole("fromYear")?,
            paragraphs: Vec::new(),
            sort: input.text("sort"),
            title: input.text("title"),
            to_year: input.whole("toYear")?,
        },
        text: input.text("paragraphs"),
    })
}

/// The rule. A plan is listed under its title once; what stands there is revised (`revise_plan`).
pub fn decide(last: Option<&Listed>, command: List) -> Result<Vec<Event>, Refusal> {
    if last.is_some() {
        return Err(Refusal::new("agenda-refusal-plan-listed").at("title"));
    }
    Ok(vec![Event::Listed(whole(command)?)])
}

/// A plan ends in or after the year it begins; each line of its text is a paragraph, a number first
/// when it has one.
pub fn whole(command: List) -> Result<Listed, Refusal> {
    let mut plan = command.plan;
    if plan.to_year < plan.from_year {
        return Err(Refusal::new("agenda-refusal-period").at("toYear"));
    }
    for (at, line) in (1..).zip(command.text.lines()) {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        if line.chars().count() > LONGEST {
            let refusal = Refusal::new("agenda-refusal-paragraph-long").at("paragraphs");
            let refusal = refusal.with("line", i64::to_string(&at));
            return Err(refusal.with("most", LONGEST.to_string()));
        }
        plan.paragraphs.push(paragraph(line));
    }
    if plan.paragraphs.len() > MOST {
        let refusal = Refusal::new("agenda-refusal-paragraphs-many").at("paragraphs");
        return Err(refusal.with("most", MOST.to_string()));
    }
    Ok(plan)
}

/// A number of digits, letters, points and hyphens that begins with a digit, as in `§ 3.2 Risico's`
/// or `4b. Werving`; then the heading.
fn paragraph(line: &str) -> Paragraph {
    let bare = line.trim_start_matches('§').trim_start();
    let (first, rest) = bare.split_once(char::is_whitespace).unwrap_or((bare, ""));
    let number = first.trim_end_matches(['.', ':', ')']);
    let numbered = number.len() <= 12
        && number.starts_with(|c: char| c.is_ascii_digit())
        && number
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || ".-".contains(c));
    let heading = rest.trim_start_matches(|c: char| c.is_whitespace() || "-–:.".contains(c));
    if numbered && !heading.is_empty() {
        Paragraph {
            heading: heading.to_owned(),
            number: number.to_owned(),
        }
    } else {
        Paragraph {
            heading: line.to_owned(),
            number: String::new(),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::kinds::plan::{Command, Plan};

    fn list(to_year: i64, text: &str) -> Command {
        Command::List(List {
            plan: plan(to_year, &[]),
            text: text.to_owned(),
        })
    }

    pub(crate) fn listed(to_year: i64, paragraphs: &[(&str, &str)]) -> Event {
        Event::Listed(plan(to_year, paragraphs))
    }

    fn plan(to_year: i64, paragraphs: &[(&str, &str)]) -> Listed {
        let paragraph = |(number, heading): &(&str, &str)| Paragraph {
            heading: (*heading).to_owned(),
            number: (*number).to_owned(),
        };
        Listed {
            from_year: 2025,
            paragraphs: paragraphs.iter().map(paragraph).collect(),
            sort: "policy-plan".to_owned(),
            title: "Beleidsplan".to_owned(),
            to_year,
        }
    }

    #[test]
    fn each_line_is_a_paragraph_with_its_number() {
        let text = "1 Inleiding\n\n§ 3.2 – Risicoprofiel\n4b. Werving\n2026 in cijfers\nBijlage";
        given::<Plan>("vr23", &[Function::Editor])
            .when(list(2028, text))
            .then(vec![listed(
                2028,
                &[
                    ("1", "Inleiding"),
                    ("3.2", "Risicoprofiel"),
                    ("4b", "Werving"),
                    ("2026", "in cijfers"),
                    ("", "Bijlage"),
                ],
            )]);
    }

    #[test]
    fn who_does_not_write_lists_nothing() {
        for functions in [&[Function::Reader][..], &[]] {
            given::<Plan>("vr23", functions)
                .when(list(2028, "1 Inleiding"))
                .not_permitted();
        }
    }

    #[test]
    fn what_is_too_much_is_named() {
        let editor = || given::<Plan>("vr23", &[Function::Editor]);
        editor()
            .when(list(2024, "1 Inleiding"))
            .refused("agenda-refusal-period");
        editor()
            .when(list(2028, &format!("1 Kort\n2 {}", "x".repeat(400))))
            .refused("agenda-refusal-paragraph-long");
        editor()
            .when(list(2028, &"1 Kort\n".repeat(401)))
            .refused("agenda-refusal-paragraphs-many");
        editor()
            .past(vec![listed(2028, &[("1", "Kort")])])
            .when(list(2028, "1 Kort"))
            .refused("agenda-refusal-plan-listed");
    }
}
