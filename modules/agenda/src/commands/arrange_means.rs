// SPDX-License-Identifier: EUPL-1.2
//! Tell how the extra means for an activity were arranged.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use super::ACTIVITY;
use crate::kinds::means::{Arranged, Event, State};
use crate::lifecycle::MEANS_LIFE;

/// The verb. Only the lead may (`by_lead`).
pub const VERB: Verb = Verb {
    name: "arrange",
    fields: &[
        ACTIVITY,
        Field::required("how", Shape::Paragraphs(4000)),
        Field::optional("source", Shape::Link),
    ],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Arranged> {
    Some(Arranged {
        activity: input.stream("activity")?,
        how: input.text("how"),
        source: input.text("source"),
    })
}

/// The rule. Only extra means that are still open are arranged.
pub fn decide(state: &State, command: Arranged) -> Result<Vec<Event>, Refusal> {
    if !MEANS_LIFE.allows(&state.status, "arrange") {
        return Err(Refusal::new("agenda-refusal-means-step"));
    }
    Ok(vec![Event::Arranged(command)])
}

#[cfg(test)]
mod tests {
    use paraat_kernel::Function;

    use super::*;
    use crate::kinds::means::tests::{activity, declared, led_by_vr23, nobody_else};

    fn arranged() -> Event {
        Event::Arranged(Arranged {
            activity: activity(),
            how: "Uit de begroting van JenV".to_owned(),
            source: "https://example.org/begroting".to_owned(),
        })
    }

    fn extra() -> Vec<Event> {
        vec![declared("extra", None, "Een oefening erbij")]
    }

    #[test]
    fn the_lead_tells_how_it_was_arranged() {
        led_by_vr23("vr23", &[Function::Editor], extra())
            .when(arranged())
            .then(vec![arranged()]);
    }

    #[test]
    fn nobody_but_an_editor_of_the_lead_tells_it() {
        nobody_else(extra, &arranged());
        led_by_vr23("vr23", &[], extra())
            .when(arranged())
            .not_permitted();
    }

    #[test]
    fn only_what_is_open_is_arranged() {
        for past in [
            vec![],
            vec![declared("within", None, "")],
            [extra(), vec![arranged()]].concat(),
        ] {
            led_by_vr23("vr23", &[Function::Editor], past)
                .when(arranged())
                .refused("agenda-refusal-means-step");
        }
    }
}
