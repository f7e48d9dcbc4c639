// SPDX-License-Identifier: EUPL-1.2
//! Release a fact that was held back: next of kin know.

use paraat_authority::{Ability, Act};
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, StreamId, Timestamp};
use paraat_ui::field::{Field, Input, Shape};

use super::state_fact::{self, AREA, DATUM, DEFINITION, SOURCE, State, UNTIL, VALUE, WHAT};
use super::{INCIDENT, OBSERVED, TEAM};
use crate::kinds::fact::{Released, Stated};

/// Where it was held back.
const HELD: Field = Field::given(
    "heldAs",
    Shape::Stream {
        module: "incident",
        kind: "held-fact",
    },
);

/// The verb: the fact as it is stated from now on, and who said that next of kin were informed.
pub const VERB: Verb = Verb {
    name: "release",
    fields: &[
        INCIDENT,
        HELD,
        DEFINITION,
        VALUE,
        AREA,
        Field::required("informedBy", Shape::Line(200)),
        Field::optional("informedAt", Shape::Moment),
        DATUM,
        SOURCE,
        OBSERVED,
        UNTIL,
        WHAT,
        TEAM,
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// The fact, as it is stated from now on.
    pub state: State,
    /// Who said that next of kin were informed.
    pub informed_by: String,
    /// When they were; none for now.
    pub informed_at: Option<Timestamp>,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<Release> {
    let mut state = state_fact::read(input)?;
    state.stated.held = input.stream("heldAs")?.to_string();
    "confirmed".clone_into(&mut state.stated.reliability);
    Some(Release {
        state,
        informed_by: input.text("informedBy"),
        informed_at: input.moment("informedAt"),
    })
}

/// Whoever decides for the organisation releases: who is on duty holds back, and does not publish.
pub fn act(given: &Given) -> Act {
    Act {
        ability: Ability::Decide,
        of: given.actor.organisation.clone(),
    }
}

/// The rule. What was held back is this organisation's own.
pub fn decide(command: Release, given: &Given) -> Result<(Stated, Released), Refusal> {
    let informed_at = command.informed_at.unwrap_or(given.now).to_string();
    let stated = state_fact::decide(command.state, given)?;
    let held: Option<StreamId> = stated.held.parse().ok();
    let ours = |held: &StreamId| {
        let card = given.card(held);
        card.is_some_and(|card| card.kind == "held-fact") && held.owner == given.actor.organisation
    };
    if !held.as_ref().is_some_and(ours) {
        return Err(Refusal::new("incident-refusal-not-held").at("heldAs"));
    }
    let released = Released {
        held: stated.held.clone(),
        informed_at,
        informed_by: command.informed_by,
    };
    Ok((stated, released))
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Card, Function, Text};

    use super::*;
    use crate::commands::state_fact::tests::stated;
    use crate::commands::tests::card;
    use crate::kinds::fact::{Command, Event, Fact};

    fn held(owner: &str) -> StreamId {
        StreamId::derived(owner.parse().unwrap(), "incident.held-fact", "a")
    }

    fn released(owner: &str) -> Stated {
        Stated {
            held: held(owner).to_string(),
            ..stated("2")
        }
    }

    fn release(owner: &str, at: Option<&str>) -> Command {
        Command::Release(Release {
            state: State {
                stated: released(owner),
                observed: None,
            },
            informed_by: "Familierechercheur politie".to_owned(),
            informed_at: at.map(|at| at.parse().unwrap()),
        })
    }

    fn knowing(owner: &str, functions: &[Function]) -> Scenario<Fact> {
        let held = Card::new(held(owner), "incident", "held-fact", Text::default());
        given::<Fact>("vr24", functions)
            .knowing(card("vr23"))
            .knowing(held)
    }

    #[test]
    fn what_was_held_back_is_stated_with_who_said_that_next_of_kin_know() {
        for (typed, kept) in [
            (None, "2026-11-23T10:00:00Z"),
            (Some("2026-11-23T09:30:00Z"), "2026-11-23T09:30:00Z"),
        ] {
            let informed = Released {
                held: held("vr24").to_string(),
                informed_at: kept.to_owned(),
                informed_by: "Familierechercheur politie".to_owned(),
            };
            knowing("vr24", &[Function::Decider])
                .when(release("vr24", typed))
                .then(vec![
                    Event::Stated(released("vr24")),
                    Event::Released(informed),
                ]);
        }
    }

    #[test]
    fn only_what_was_held_back_here_is_released() {
        knowing("vr25", &[Function::Decider])
            .when(release("vr25", None))
            .refused("incident-refusal-not-held");
        given::<Fact>("vr24", &[Function::Decider])
            .knowing(card("vr23"))
            .when(release("vr24", None))
            .refused("incident-refusal-not-held");
    }

    #[test]
    fn only_who_decides_releases() {
        for functions in [vec![], vec![Function::Reader], vec![Function::Editor]] {
            knowing("vr24", &functions)
                .when(release("vr24", None))
                .not_permitted();
        }
    }

    #[test]
    fn who_said_so_cannot_be_left_out() {
        let required = VERB.fields.iter().filter(|it| it.required || it.given);
        let names: Vec<&str> = required.map(|it| it.name).collect();
        assert!(names.contains(&"informedBy") && names.contains(&"heldAs"));
    }
}
