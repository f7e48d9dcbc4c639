// SPDX-License-Identifier: EUPL-1.2
//! Publish the one page that says it all.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::INCIDENT;
use crate::kinds::seen;
use crate::kinds::synthesis::{Published, State};

/// Most lines in all: what a mayor reads in a minute.
pub const LINES: usize = 7;

/// The verb. Exact: who writes the next one has seen the last.
pub const VERB: Verb = Verb {
    name: "publish",
    fields: &[
        INCIDENT,
        Field::required("officer", Shape::Line(120)),
        Field::required("what", Shape::Paragraphs(1200)).together(&[]),
        Field::optional("expected", Shape::Paragraphs(1200)).together(&[]),
        Field::optional("bottlenecks", Shape::Paragraphs(1200)).together(&[]),
        Field::optional("wanted", Shape::Paragraphs(1200)).together(&[]),
    ],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Published> {
    Some(Published {
        bottlenecks: input.text("bottlenecks"),
        incident: input.stream("incident")?,
        expected: input.text("expected"),
        number: 0,
        officer: input.text("officer"),
        wanted: input.text("wanted"),
        what: input.text("what"),
    })
}

/// The rule. At most seven lines together. Anybody on duty may: when nobody directs, or two do, the
/// page says so beside it, and nobody argues with a form.
pub fn decide(state: &State, command: Published, given: &Given) -> Result<Published, Refusal> {
    seen(&command.incident, given)?;
    let parts = command.parts();
    let lines = parts.iter().flat_map(|(_, text)| text.lines());
    let count = lines.filter(|line| !line.trim().is_empty()).count();
    if count > LINES {
        return Err(Refusal::new("incident-refusal-too-many-lines")
            .with("count", count.to_string())
            .at("what"));
    }
    let last = state.last.as_ref();
    if last.is_some_and(|last| last.parts() == command.parts() && last.officer == command.officer) {
        return Err(Refusal::new("incident-refusal-nothing-new"));
    }
    Ok(Published {
        number: given.number,
        ..command
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::synthesis::Synthesis;

    pub(crate) fn published(what: &str) -> Published {
        Published {
            bottlenecks: "Te weinig aggregaten".to_owned(),
            incident: incident("vr23"),
            expected: "Hoogste stand om 23.00 uur\n".to_owned(),
            number: 1,
            officer: "informatiemanager ROT".to_owned(),
            wanted: String::new(),
            what: what.to_owned(),
        }
    }

    #[test]
    fn seven_lines_and_no_more() {
        let seven = published("1\n2\n\n3\n4\n5");
        on_duty::<Synthesis>()
            .when(seven.clone())
            .then(vec![seven.clone()]);
        on_duty::<Synthesis>()
            .when(published("1\n2\n3\n4\n5\n6"))
            .refused("incident-refusal-too-many-lines");
        on_duty::<Synthesis>()
            .past(vec![seven.clone()])
            .when(seven)
            .refused("incident-refusal-nothing-new");
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Synthesis>(|| published("1"));
    }
}
