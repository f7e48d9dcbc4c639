// SPDX-License-Identifier: EUPL-1.2
//! Tell that an activity is adjusted to the means there are, because the extra will not come.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use super::ACTIVITY;
use crate::kinds::means::{Adjusted, Event, State};
use crate::lifecycle::MEANS_LIFE;

/// The verb. Only the lead may (`by_lead`).
pub const VERB: Verb = Verb {
    name: "adjust",
    fields: &[
        ACTIVITY,
        Field::required("explanation", Shape::Paragraphs(4000)),
    ],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Adjusted> {
    Some(Adjusted {
        activity: input.stream("activity")?,
        explanation: input.text("explanation"),
    })
}

/// The rule. An activity is adjusted for extra means that are still open.
pub fn decide(state: &State, command: Adjusted) -> Result<Vec<Event>, Refusal> {
    if !MEANS_LIFE.allows(&state.status, "adjust") {
        return Err(Refusal::new("agenda-refusal-means-step"));
    }
    Ok(vec![Event::Adjusted(command)])
}

#[cfg(test)]
mod tests {
    use paraat_kernel::Function;

    use super::*;
    use crate::kinds::means::tests::{activity, declared, led_by_vr23, nobody_else};

    fn adjusted() -> Event {
        Event::Adjusted(Adjusted {
            activity: activity(),
            explanation: "Wij oefenen één keer".to_owned(),
        })
    }

    fn extra() -> Vec<Event> {
        vec![declared("extra", None, "Een oefening erbij")]
    }

    #[test]
    fn the_lead_adjusts_the_activity_instead() {
        led_by_vr23("vr23", &[Function::Editor], extra())
            .when(adjusted())
            .then(vec![adjusted()]);
    }

    #[test]
    fn nobody_but_an_editor_of_the_lead_adjusts() {
        nobody_else(extra, &adjusted());
        led_by_vr23("vr23", &[], extra())
            .when(adjusted())
            .not_permitted();
    }

    #[test]
    fn only_for_what_is_open() {
        for past in [
            vec![],
            vec![declared("within", None, "")],
            [extra(), vec![adjusted()]].concat(),
        ] {
            led_by_vr23("vr23", &[Function::Editor], past)
                .when(adjusted())
                .refused("agenda-refusal-means-step");
        }
    }
}
