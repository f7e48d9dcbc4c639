// SPDX-License-Identifier: EUPL-1.2
//! State a fact, or what it is now.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, StreamId, Timestamp};
use paraat_ui::field::{Field, Input, Shape};

use super::{INCIDENT, LINE, TEAM};
use crate::commands::write::RELIABILITIES;
use crate::kinds::fact::{self, Stated};
use crate::kinds::seen;
use crate::terms::definitions::{DATUMS, NAMES, definition, figure};

/// What a fact asks: what it is of and its value; the rest may come later.
pub(super) const FIELDS: &[Field] = &[
    INCIDENT,
    Field::required("definition", Shape::Choice(NAMES)),
    Field::required("value", Shape::Line(200)),
    Field::optional("area", Shape::Line(120)),
    Field::optional("above", Shape::Choice(DATUMS)),
    Field::optional("source", Shape::Line(200)),
    TEAM,
    Field::optional("reliability", Shape::Choice(RELIABILITIES)).later(),
    Field::optional("observed", Shape::Moment).later(),
    Field::optional("until", Shape::Moment).later(),
    Field::optional("what", Shape::Line(120)).later(),
    HELD,
    LINE,
];

/// Where it was held back, when it was.
const HELD: Field = Field {
    required: false,
    ..Field::given(
        "heldAs",
        Shape::Stream {
            module: "incident",
            kind: "held-fact",
        },
    )
};

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
    let held = input.stream("heldAs").map(|held| held.to_string());
    Some(State {
        stated: Stated {
            area: input.text("area"),
            datum: input.text("above"),
            definition: input.text("definition"),
            held: held.unwrap_or_default(),
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

/// The rule. What has a unit is a figure; what was held back is this organisation's own. Saying the
/// same again is news: it was looked at.
pub fn decide(_state: &fact::State, command: State, given: &Given) -> Result<Stated, Refusal> {
    seen(&command.stated.incident, given)?;
    let stated = checked(command, given)?;
    let held: Option<StreamId> = stated.held.parse().ok();
    let ours = |held: &StreamId| {
        let card = given.card(held);
        card.is_some_and(|card| card.kind == "held-fact") && held.owner == given.actor.organisation
    };
    if held.is_some_and(|held| !ours(&held)) {
        return Err(Refusal::new("incident-refusal-not-held").at("heldAs"));
    }
    Ok(stated)
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
    use paraat_kernel::{Card, Text};

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
    fn only_what_was_held_back_here_is_released() {
        let held =
            |owner: &str| StreamId::derived(owner.parse().unwrap(), "incident.held-fact", "a");
        let released = |owner: &str| Stated {
            held: held(owner).to_string(),
            ..stated("2")
        };
        let knowing = |owner| {
            let card = Card::new(held(owner), "incident", "held-fact", Text::default());
            on_duty::<Fact>().knowing(card)
        };
        knowing("vr24")
            .when(state(released("vr24")))
            .then(vec![Event::Stated(released("vr24"))]);
        knowing("vr25")
            .when(state(released("vr25")))
            .refused("incident-refusal-not-held");
        on_duty::<Fact>()
            .when(state(released("vr24")))
            .refused("incident-refusal-not-held");
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Fact>(|| state(stated("1")));
    }
}
