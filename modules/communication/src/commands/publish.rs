// SPDX-License-Identifier: EUPL-1.2
//! Make public what stands in a message: the source and every translation.

use paraat_contract::{Refusal, Verb};

use super::{exact, step};
use crate::kinds::message::{Published, State};
use crate::lifecycle;

/// The verb. One step, without a question: what goes out is what stands on the page.
pub const VERB: Verb = exact("publish", &[]);

/// The rule. What is older than its source goes along, marked as such: an old warning in the
/// language that somebody reads is better than none. Nothing new is not published twice.
pub fn decide(state: &State) -> Result<Published, Refusal> {
    step(lifecycle::MESSAGE, &state.standing, VERB.name)?;
    if !state.pending() {
        return Err(Refusal::new("communication-refusal-nothing-new"));
    }
    Ok(Published {
        revision: state.revision,
    })
}

#[cfg(test)]
mod tests {
    use crate::commands::tests::only_owner;
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::draft_message::tests::core;
    use crate::commands::translate::tests::english;
    use crate::kinds::message::{Command, Event, Message};

    #[test]
    fn what_stands_there_is_published_once_and_again_when_a_language_was_added() {
        let owner = || given::<Message>("vr23", &[Function::Editor]);
        let published = |revision| Event::Published(Published { revision });
        let mut past = vec![Event::Drafted(core("Hoogwater"))];
        owner()
            .past(past.clone())
            .when(Command::Publish)
            .then(vec![published(1)]);
        past.push(published(1));
        owner()
            .past(past.clone())
            .when(Command::Publish)
            .refused("communication-refusal-nothing-new");
        past.push(Event::Translated(english(1)));
        owner()
            .past(past)
            .when(Command::Publish)
            .then(vec![published(1)]);
    }

    #[test]
    fn only_who_writes_for_its_owner() {
        only_owner::<Message>(|| Command::Publish);
    }
}
