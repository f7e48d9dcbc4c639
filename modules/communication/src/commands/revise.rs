// SPDX-License-Identifier: EUPL-1.2
//! Write the source of a message anew. The public reads the old one until it is published.

use paraat_contract::{Refusal, Verb};
use paraat_ui::field::{Input, Typed};

use super::{after, draft_message, exact, step};
use crate::kinds::message::{Core, Isb, State};
use crate::lifecycle;

/// The verb. It stays about what it was about, in its language.
pub const VERB: Verb = exact("revise", after(after(draft_message::FIELDS)));

/// The command in the fields.
pub fn read(input: &Input) -> Core {
    draft_message::read(input)
}

/// What stands in the fields to begin with.
pub fn typed(core: &Core) -> Typed {
    let typed = typed_text(&core.text)
        .with("authority", core.authority.as_str())
        .with("sender", core.sender.as_str())
        .with("area", core.area.as_str());
    typed.with("nextUpdate", core.next_update.as_str())
}

/// The texts as fields hold them.
pub fn typed_text(text: &Isb) -> Typed {
    Typed::default()
        .with("title", text.title.as_str())
        .with("what", text.what.as_str())
        .with("todo", text.todo.as_str())
        .with("meaning", text.meaning.as_str())
        .with("groups", text.groups.as_str())
}

/// The rule. It stays about the incident that it was about and in its language, for what is public
/// in one would stay behind; and as of what it was when nobody says otherwise. Something must
/// change.
pub fn decide(state: &State, command: Core) -> Result<Core, Refusal> {
    step(lifecycle::MESSAGE, &state.standing, VERB.name)?;
    let Some(old) = &state.core else {
        return Err(Refusal::new("communication-refusal-step"));
    };
    draft_message::sound(&command)?;
    let as_of = match command.as_of.as_str() {
        "" => old.as_of.clone(),
        _ => command.as_of.clone(),
    };
    let core = Core {
        incident: old.incident.clone(),
        language: old.language.clone(),
        as_of,
        ..command
    };
    if core == *old {
        return Err(Refusal::new("communication-refusal-nothing-new"));
    }
    Ok(core)
}

#[cfg(test)]
mod tests {
    use super::Core;
    use crate::commands::tests::only_owner;
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use crate::commands::draft_message::tests::core;
    use crate::kinds::message::{Command, Event, Message};

    #[test]
    fn a_message_is_revised_until_it_was_withdrawn_and_only_when_it_says_something_new() {
        let owner = || given::<Message>("vr23", &[Function::Editor]);
        let drafted = || vec![Event::Drafted(core("Hoogwater"))];
        owner()
            .past(drafted())
            .when(Command::Revise(core("Water zakt")))
            .then(vec![Event::Revised(core("Water zakt"))]);
        let other = Core {
            language: "en".to_owned(),
            incident: None,
            ..core("Water zakt")
        };
        owner()
            .past(drafted())
            .when(Command::Revise(other))
            .then(vec![Event::Revised(core("Water zakt"))]);
        owner()
            .past(drafted())
            .when(Command::Revise(core("Hoogwater")))
            .refused("communication-refusal-nothing-new");
        let withdrawn = crate::kinds::message::Withdrawn {
            reason: String::new(),
        };
        let gone = [drafted(), vec![Event::Withdrawn(withdrawn)]].concat();
        owner()
            .past(gone)
            .when(Command::Revise(core("Water zakt")))
            .refused("communication-refusal-withdrawn");
    }

    #[test]
    fn only_who_writes_for_its_owner() {
        only_owner::<Message>(|| Command::Revise(core("Hoogwater")));
    }
}
