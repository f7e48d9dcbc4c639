// SPDX-License-Identifier: EUPL-1.2
//! Declare whether an activity is done within existing means, or needs extra.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use super::ACTIVITY;
use crate::kinds::means::{Declared, Event, State};
use crate::lifecycle::{MEANS_LIFE, NEEDS};

/// The verb. Only the lead may (`by_lead`).
pub const VERB: Verb = Verb {
    name: "declare",
    fields: &[
        ACTIVITY,
        Field::required("need", Shape::Choice(NEEDS)),
        Field::optional("amount", Shape::Whole(1, 1_000_000_000_000)),
        Field::optional("explanation", Shape::Paragraphs(4000)),
    ],
    mode: Mode::Exact,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Declared> {
    Some(Declared {
        activity: input.stream("activity")?,
        amount: input.whole("amount"),
        explanation: input.text("explanation"),
        need: input.text("need"),
    })
}

/// The rule. Extra is explained; an amount is one of extra. The same again is refused while it
/// stands.
pub fn decide(state: &State, command: Declared) -> Result<Vec<Event>, Refusal> {
    if !MEANS_LIFE.leads(&state.status, "declare", &command.need) {
        return Err(Refusal::new("agenda-refusal-means-step"));
    }
    if command.need == "extra" && command.explanation.is_empty() {
        return Err(Refusal::new("agenda-refusal-extra-why").at("explanation"));
    }
    if command.need == "within" && command.amount.is_some() {
        return Err(Refusal::new("agenda-refusal-amount-within").at("amount"));
    }
    if state.status == command.need && state.declared.as_ref() == Some(&command) {
        return Err(Refusal::new("agenda-refusal-nothing-new"));
    }
    Ok(vec![Event::Declared(command)])
}

#[cfg(test)]
mod tests {
    use paraat_kernel::Function;

    use super::*;
    use crate::kinds::means::Adjusted;
    use crate::kinds::means::tests::{activity, declared, led_by_vr23, nobody_else};

    #[test]
    fn the_lead_declares() {
        for said in [
            declared("within", None, ""),
            declared("extra", None, "Een oefening erbij"),
            declared("extra", Some(250_000), "Een oefening erbij"),
        ] {
            led_by_vr23("vr23", &[Function::Editor], vec![])
                .when(said.clone())
                .then(vec![said]);
        }
    }

    #[test]
    fn nobody_but_an_editor_of_the_lead_declares() {
        // Among them one with Function::Reader, and one without functions: `&[]`.
        nobody_else(Vec::new, &declared("within", None, ""));
        led_by_vr23("vr23", &[], vec![])
            .when(declared("within", None, ""))
            .not_permitted();
    }

    #[test]
    fn extra_is_explained_and_an_amount_is_extra() {
        for (said, why) in [
            (declared("extra", Some(1), ""), "agenda-refusal-extra-why"),
            (
                declared("within", Some(1), ""),
                "agenda-refusal-amount-within",
            ),
        ] {
            led_by_vr23("vr23", &[Function::Editor], vec![])
                .when(said)
                .refused(why);
        }
    }

    #[test]
    fn the_same_is_declared_again_only_after_something_else() {
        let said = declared("extra", None, "Een oefening erbij");
        let adjusted = Event::Adjusted(Adjusted {
            activity: activity(),
            explanation: "Eén oefening minder".to_owned(),
        });
        led_by_vr23("vr23", &[Function::Editor], vec![said.clone()])
            .when(said.clone())
            .refused("agenda-refusal-nothing-new");
        led_by_vr23("vr23", &[Function::Editor], vec![said.clone(), adjusted])
            .when(said.clone())
            .then(vec![said]);
    }
}
