// SPDX-License-Identifier: EUPL-1.2
//! Take a file away that was added by mistake. It no longer stands there; what was recorded stays
//! until it is withdrawn.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use super::REASON;
use crate::kinds::attachment::{Removed, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "detach",
    fields: &[Field::given("name", Shape::Line(120)), REASON],
    mode: Mode::Append,
    scope: Scope::Stream,
};

/// The command in the fields.
pub fn read(input: &Input) -> Removed {
    Removed {
        name: input.text("name"),
        reason: input.text("reason"),
    }
}

/// The rule. A file that stands there is taken away, once.
pub fn decide(state: &State, command: Removed) -> Result<Removed, Refusal> {
    match state.names.get(&command.name.to_lowercase()) {
        Some(name) if !name.is_empty() => Ok(Removed {
            name: name.clone(),
            ..command
        }),
        _ => Err(Refusal::new("incident-refusal-file-gone").at("name")),
    }
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Function, StreamId};

    use super::*;
    use crate::commands::attach::tests::attached;
    use crate::kinds::attachment::{Attachment, Command, Event};

    fn removed(name: &str) -> Removed {
        Removed {
            name: name.to_owned(),
            reason: "Verkeerde foto".to_owned(),
        }
    }

    fn at(organisation: &str, functions: &[Function]) -> Scenario<Attachment> {
        let stream = StreamId::derived("vr23".parse().unwrap(), "incident.attachment", "a");
        given::<Attachment>(organisation, functions)
            .at(stream)
            .past(vec![Event::Attached(attached("image.jpg"))])
    }

    #[test]
    fn what_stands_there_is_taken_away_once() {
        let gone = Event::Removed(removed("image.jpg"));
        at("vr23", &[Function::Editor])
            .when(Command::Remove(removed("Image.JPG")))
            .then(vec![gone.clone()]);
        at("vr23", &[Function::Editor])
            .past(vec![Event::Attached(attached("image.jpg")), gone])
            .when(Command::Remove(removed("image.jpg")))
            .refused("incident-refusal-file-gone");
        at("vr23", &[Function::Editor])
            .when(Command::Remove(removed("other.jpg")))
            .refused("incident-refusal-file-gone");
    }

    #[test]
    fn nobody_takes_away_what_another_organisation_added_and_no_reader_does() {
        for (organisation, functions) in [
            ("vr23", vec![]),
            ("vr23", vec![Function::Reader]),
            ("vr24", vec![Function::Editor]),
        ] {
            at(organisation, &functions)
                .when(Command::Remove(removed("image.jpg")))
                .not_permitted();
        }
    }
}
