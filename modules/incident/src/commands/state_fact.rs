// SPDX-License-Identifier: EUPL-1.2
//! State a fact, or what it is now.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, Timestamp};
use paraat_ui::field::{Field, Input, Shape};

use super::{INCIDENT, LINE, OBSERVED, TEAM};
use crate::commands::write::RELIABILITIES;
use crate::kinds::fact::Stated;
use crate::kinds::seen;
use crate::terms::definitions::{DATUMS, NAMES, definition, figure};

/// What it is of.
pub(super) const DEFINITION: Field = Field::required("definition", Shape::Choice(NAMES));
/// Its figure, or what it says.
pub(super) const VALUE: Field = Field::required("value", Shape::Line(200));
/// The place it is of.
pub(super) const AREA: Field = Field::optional("area", Shape::Line(120));
/// The plane that a level is measured from.
pub(super) const DATUM: Field = Field::optional("above", Shape::Choice(DATUMS));
/// Who or what it comes from.
pub(super) const SOURCE: Field = Field::optional("source", Shape::Line(200));
/// Until when it holds.
pub(super) const UNTIL: Field = Field::optional("until", Shape::Moment);
/// What it is of in words, for `other`.
pub(super) const WHAT: Field = Field::optional("what", Shape::Line(120));

/// What a fact asks: what it is of and its value; the rest may come later.
pub(super) const FIELDS: &[Field] = &[
    INCIDENT,
    DEFINITION,
    VALUE,
    AREA,
    DATUM,
    SOURCE,
    TEAM,
    Field::optional("reliability", Shape::Choice(RELIABILITIES)).later(),
    OBSERVED.for_waiting().later(),
    UNTIL.later(),
    WHAT.later(),
    LINE,
];

/// The verb. A figure of the same thing and place restates the one before.
pub const VERB: Verb = Verb {
    name: "state",
    fields: FIELDS,
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// What the event says.
    pub stated: Stated,
    /// When it was observed; none for now.
    pub observed: Option<Timestamp>,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<State> {
    let until = input.moment("until").map(|at| at.to_string());
    Some(State {
        stated: Stated {
            area: input.text("area"),
            datum: input.text("above"),
            definition: input.text("definition"),
            held: String::new(),
            incident: input.stream("incident")?,
            line: input.text("fromLine"),
            observed: String::new(),
            reliability: input.text("reliability"),
            source: input.text("source"),
            team: input.text("team"),
            until: until.unwrap_or_default(),
            value: input.text("value"),
            what: input.text("what"),
        },
        observed: input.moment("observed"),
    })
}

/// The rule. What has a unit is a figure. Saying the same again is news: it was looked at.
pub fn decide(command: State, given: &Given) -> Result<Stated, Refusal> {
    seen(&command.stated.incident, given)?;
    checked(command, given)
}

/// What was typed in the form in which it is kept.
pub(super) fn checked(command: State, given: &Given) -> Result<Stated, Refusal> {
    let mut stated = command.stated;
    stated.observed = command.observed.unwrap_or(given.now).to_string();
    if definition(&stated.definition).is_some_and(|it| !it.unit.is_empty()) {
        let refusal = || Refusal::new("incident-refusal-no-figure").at("value");
        stated.value = figure(&stated.value).ok_or_else(refusal)?;
    }
    if stated.reliability.is_empty() {
        "unconfirmed".clone_into(&mut stated.reliability);
    }
    Ok(stated)
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_contract::Kind as _;

    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::fact::{Command, Event, Fact};

    pub(crate) fn stated(value: &str) -> Stated {
        Stated {
            area: "Borgharen".to_owned(),
            datum: "nap".to_owned(),
            definition: "water-level".to_owned(),
            held: String::new(),
            incident: incident("vr23"),
            line: String::new(),
            observed: "2026-11-23T10:00:00Z".to_owned(),
            reliability: "unconfirmed".to_owned(),
            source: "peilschaal".to_owned(),
            team: "water".to_owned(),
            until: String::new(),
            value: value.to_owned(),
            what: String::new(),
        }
    }

    fn state(stated: Stated) -> Command {
        Command::State(State {
            stated,
            observed: None,
        })
    }

    #[test]
    fn a_figure_is_kept_in_one_form_and_restated() {
        on_duty::<Fact>()
            .past(vec![Event::Stated(stated("43.5"))])
            .when(state(stated("43,92")))
            .then(vec![Event::Stated(stated("43.92"))]);
        on_duty::<Fact>()
            .when(state(stated("hoog")))
            .refused("incident-refusal-no-figure");
    }

    #[test]
    fn what_is_no_figure_may_be_said_in_words() {
        let definition = "other".to_owned();
        let said = Stated {
            definition,
            ..stated("Brug onbruikbaar")
        };
        on_duty::<Fact>()
            .when(state(said.clone()))
            .then(vec![Event::Stated(said)]);
    }

    #[test]
    fn the_same_thing_and_place_is_one_series() {
        let area = " BORGHAREN ".to_owned();
        assert_eq!(
            Stated {
                area,
                ..stated("1")
            }
            .series(),
            stated("2").series()
        );
        let area = "Venlo".to_owned();
        assert_ne!(
            Stated {
                area,
                ..stated("1")
            }
            .series(),
            stated("1").series()
        );
        let mut there = crate::kinds::fact::State::default();
        Fact::evolve(&mut there, &Event::Stated(stated("1")));
        assert_eq!(there.stands, Some(stated("1")));
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Fact>(|| state(stated("1")));
    }
}
