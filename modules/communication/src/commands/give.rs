// SPDX-License-Identifier: EUPL-1.2
//! Say what one's own organisation holds of a message of another.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::say::{Said, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "give",
    fields: &[
        Field::given(
            "message",
            Shape::Stream {
                module: "communication",
                kind: "message",
            },
        ),
        Field::required("verdict", Shape::Choice(&["agrees", "objects"])),
        Field::optional("text", Shape::Paragraphs(1000)),
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Said> {
    Some(Said {
        message: input.stream("message")?,
        text: input.text("text"),
        verdict: input.text("verdict"),
        version: 0,
    })
}

/// The rule. Of a message of another that they see; who objects says why. It never stops the
/// message: whose voice it is decides.
pub fn decide(state: &State, command: Said, given: &Given) -> Result<Said, Refusal> {
    let known = given.known(&command.message);
    let Some(known) = known.filter(|it| it.card.kind == "message") else {
        return Err(Refusal::new("communication-refusal-message-not-there").at("message"));
    };
    if command.message.owner == given.actor.organisation {
        return Err(Refusal::new("communication-refusal-own-message"));
    }
    if command.verdict == "objects" && command.text.is_empty() {
        return Err(Refusal::new("communication-refusal-why").at("text"));
    }
    let said = Said {
        version: i64::try_from(known.version).unwrap_or(i64::MAX),
        ..command
    };
    if state.last.as_ref() == Some(&said) {
        return Err(Refusal::new("communication-refusal-nothing-new"));
    }
    Ok(said)
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::{Card, Function, StreamId, Text};

    use super::*;
    use crate::commands::tests::only_writers;
    use crate::kinds::say::Say;

    fn said(verdict: &str, text: &str, version: i64) -> Said {
        Said {
            message: StreamId::derived("vr23".parse().unwrap(), "communication.message", "a"),
            text: text.to_owned(),
            verdict: verdict.to_owned(),
            version,
        }
    }

    fn card() -> Card {
        let message = said("", "", 0).message;
        Card::new(
            message,
            "communication",
            "message",
            Text::typed("Hoogwater"),
        )
    }

    #[test]
    fn another_organisation_says_what_it_holds_of_what_it_saw() {
        let other = || given::<Say>("vr24", &[Function::Editor]).knowing_at(3, card());
        other()
            .when(said("agrees", "", 0))
            .then(vec![said("agrees", "", 3)]);
        other()
            .when(said("objects", "", 0))
            .refused("communication-refusal-why");
        other()
            .past(vec![said("objects", "Te vroeg", 3)])
            .when(said("objects", "Te vroeg", 0))
            .refused("communication-refusal-nothing-new");
        given::<Say>("vr23", &[Function::Editor])
            .knowing(card())
            .when(said("agrees", "", 0))
            .refused("communication-refusal-own-message");
        given::<Say>("vr24", &[Function::Editor])
            .when(said("agrees", "", 0))
            .refused("communication-refusal-message-not-there");
    }

    #[test]
    fn only_who_writes_for_an_organisation() {
        only_writers::<Say>(|| said("agrees", "", 0));
    }
}
