// SPDX-License-Identifier: EUPL-1.2
//! Drop a proposal: it will not come, so nothing has to be weighed for it any more.

use paraat_authority::Act;
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::proposal::{Dropped, Event, State};
use crate::lifecycle::PROPOSAL_LIFE;

/// The verb.
pub const VERB: Verb = Verb {
    name: "drop",
    fields: &[Field::required("reason", Shape::Paragraphs(2000))],
    mode: Mode::Exact,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Dropped {
    Dropped {
        reason: input.text("reason"),
    }
}

/// The ministry that announced it drops it.
pub fn act(given: &Given) -> Act {
    super::write(given.stream.owner.clone())
}

/// The rule. What stands is dropped once, with a reason.
pub fn decide(state: &State, command: Dropped) -> Result<Vec<Event>, Refusal> {
    if !PROPOSAL_LIFE.allows(&state.status, "drop") {
        return Err(Refusal::new("agenda-refusal-proposal-dropped"));
    }
    Ok(vec![Event::Dropped(command)])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Function, StreamId};

    use super::*;
    use crate::kinds::proposal::{Announced, Command, Proposal};

    fn of_bzk(organisation: &str, functions: &[Function]) -> Scenario<Proposal> {
        let announced = Announced {
            description_en: String::new(),
            description_nl: "Nieuwe regels.".to_owned(),
            expected_year: 2027,
            sort: "law".to_owned(),
            title_en: String::new(),
            title_nl: "Wet".to_owned(),
        };
        given(organisation, functions)
            .at(StreamId::derived("bzk".parse().unwrap(), "test", "1"))
            .past(vec![Event::Announced(announced)])
    }

    fn dropped() -> Dropped {
        Dropped {
            reason: "geen meerderheid".to_owned(),
        }
    }

    #[test]
    fn the_ministry_drops_what_it_announced() {
        of_bzk("bzk", &[Function::Editor])
            .when(Command::Drop(dropped()))
            .then(vec![Event::Dropped(dropped())]);
    }

    #[test]
    fn nobody_else_drops_it() {
        let cases: [(&str, &[Function]); 3] = [
            ("jenv", &[Function::Decider]),
            ("bzk", &[Function::Reader]),
            ("bzk", &[]),
        ];
        for (organisation, functions) in cases {
            of_bzk(organisation, functions)
                .when(Command::Drop(dropped()))
                .not_permitted();
        }
    }

    #[test]
    fn what_was_dropped_is_not_dropped_again() {
        of_bzk("bzk", &[Function::Editor])
            .past(vec![Event::Dropped(dropped())])
            .when(Command::Drop(dropped()))
            .refused("agenda-refusal-proposal-dropped");
    }
}
