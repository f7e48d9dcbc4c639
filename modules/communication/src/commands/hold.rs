// SPDX-License-Identifier: EUPL-1.2
//! Say in one step that something is the matter: a text that was written beforehand is public at
//! once, in every language that it has.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::INCIDENT;
use super::draft_message::{AREA, AUTHORITY, SENDER, sound};
use crate::kinds::message::{Core, Event, Published, Variant};
use crate::kinds::seen;
use crate::terms::holding::{HAZARDS, LANGUAGES, text};

/// The verb.
pub const VERB: Verb = Verb {
    name: "hold",
    fields: &[
        INCIDENT,
        Field::required("hazard", Shape::Choice(HAZARDS)),
        AREA,
        AUTHORITY,
        SENDER,
        Field::optional("first", Shape::Choice(LANGUAGES)).later(),
    ],
    mode: Mode::New,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// What the message says, still without its text.
    pub core: Core,
    /// One of `terms::holding::HAZARDS`.
    pub hazard: String,
}

/// The command in the fields. Islands that work in English choose that as the first language.
pub fn read(input: &Input) -> Holding {
    let first = input.filled("first").unwrap_or_else(|| "nl".to_owned());
    Holding {
        core: Core {
            area: input.text("area"),
            as_of: String::new(),
            authority: input.text("authority"),
            incident: input.stream("incident"),
            language: first,
            next_update: String::new(),
            sender: input.text("sender"),
            text: crate::kinds::message::Isb::default(),
        },
        hazard: input.text("hazard"),
    }
}

/// The rule. It is drafted, translated and published in one go, and is a message as any other from
/// then on.
pub fn decide(command: Holding, given: &Given) -> Result<Vec<Event>, Refusal> {
    let Holding { mut core, hazard } = command;
    seen(core.incident.as_ref(), given)?;
    sound(&core)?;
    core.as_of = given.now.to_string();
    core.text = text(&hazard, &core.language).unwrap_or_default();
    let others = LANGUAGES.iter().filter(|it| **it != core.language);
    let variants = others.filter_map(|language| {
        Some(Event::Translated(Variant {
            language: (*language).to_owned(),
            of: 1,
            text: text(&hazard, language)?,
        }))
    });
    let variants: Vec<Event> = variants.collect();
    let mut events = vec![Event::Drafted(core)];
    events.extend(variants);
    events.push(Event::Published(Published { revision: 1 }));
    Ok(events)
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Outcome, given};
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::tests::only_writers;
    use crate::kinds::message::{Command, Message};

    fn holding(first: &str) -> Command {
        let typed = paraat_ui::field::Typed::default()
            .with("hazard", "smoke")
            .with("authority", "chair")
            .with("first", first);
        Command::Hold(read(&paraat_ui::field::read(VERB.fields, &typed).unwrap()))
    }

    #[test]
    fn one_step_makes_it_public_in_every_language_that_it_has() {
        for (first, second) in [("nl", "en"), ("en", "nl")] {
            let outcome = given::<Message>("vr23", &[Function::Editor]).when(holding(first));
            let Outcome::Events(events) = outcome else {
                panic!("{outcome:?}");
            };
            let [Event::Drafted(core), Event::Translated(other), published] = events.as_slice()
            else {
                panic!("{events:?}");
            };
            assert_eq!(*published, Event::Published(Published { revision: 1 }));
            assert_eq!(
                (core.language.as_str(), other.language.as_str()),
                (first, second)
            );
            assert!(core.text.todo.contains('\n') && other.text.todo.contains('\n'));
            given::<Message>("vr23", &[Function::Editor])
                .when(holding(first))
                .then(events);
        }
    }

    #[test]
    fn only_who_writes_for_an_organisation() {
        only_writers::<Message>(|| holding("nl"));
    }
}
