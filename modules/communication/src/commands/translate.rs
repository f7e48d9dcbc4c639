// SPDX-License-Identifier: EUPL-1.2
//! Say a message in another language.

use paraat_contract::{Refusal, Verb};
use paraat_ui::field::Input;

use super::{GROUPS, INSTRUCTION, LANGUAGE, MEANING, TITLE, WHAT, draft_message, exact, step};
use crate::kinds::message::{State, Variant};
use crate::lifecycle;

/// The verb.
pub const VERB: Verb = exact(
    "translate",
    &[LANGUAGE, TITLE, WHAT, INSTRUCTION, MEANING, GROUPS],
);

/// The command in the fields.
pub fn read(input: &Input) -> Variant {
    Variant {
        language: input.text("language"),
        of: 0,
        text: draft_message::text(input),
    }
}

/// The rule. It says again what the source says now; when that changes, the translation is marked
/// as older and stays.
pub fn decide(state: &State, command: Variant) -> Result<Variant, Refusal> {
    step(lifecycle::MESSAGE, &state.standing, VERB.name)?;
    let source = state.core.as_ref().map(|core| core.language.as_str());
    if source == Some(command.language.as_str()) {
        return Err(Refusal::new("communication-refusal-own-language").at("language"));
    }
    draft_message::sound_text(&command.text)?;
    let variant = Variant {
        of: state.revision,
        ..command
    };
    if state.variants.get(&variant.language) == Some(&variant) {
        return Err(Refusal::new("communication-refusal-nothing-new"));
    }
    Ok(variant)
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::commands::tests::only_owner;
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::draft_message::tests::core;
    use crate::kinds::message::{Command, Event, Message};

    pub(crate) fn english(of: i64) -> Variant {
        Variant {
            language: "en".to_owned(),
            of,
            text: core("High water").text,
        }
    }

    #[test]
    fn a_translation_is_of_the_revision_that_stands_there() {
        let owner = || given::<Message>("vr23", &[Function::Editor]);
        let past = vec![
            Event::Drafted(core("Hoogwater")),
            Event::Revised(core("Water zakt")),
        ];
        owner()
            .past(past.clone())
            .when(Command::Translate(english(0)))
            .then(vec![Event::Translated(english(2))]);
        let dutch = Variant {
            language: "nl".to_owned(),
            ..english(0)
        };
        owner()
            .past(past.clone())
            .when(Command::Translate(dutch))
            .refused("communication-refusal-own-language");
        let twice = [past, vec![Event::Translated(english(2))]].concat();
        owner()
            .past(twice)
            .when(Command::Translate(english(0)))
            .refused("communication-refusal-nothing-new");
    }

    #[test]
    fn only_who_writes_for_its_owner() {
        only_owner::<Message>(|| Command::Translate(english(0)));
    }
}
