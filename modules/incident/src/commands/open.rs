// SPDX-License-Identifier: EUPL-1.2
//! Open an incident.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, StreamId};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::incident::{Event, Opened};

/// The verb: one thing is asked, what is the matter. Whoever is on duty may (`Incident::act`).
pub const VERB: Verb = Verb {
    name: "open",
    fields: &[
        Field::required("title", Shape::Line(200)),
        Field::optional(
            "circle",
            Shape::Stream {
                module: "trust",
                kind: "circle",
            },
        ),
    ],
    mode: Mode::New,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// What is the matter.
    pub title: String,
    /// The made circle that shares it; none for all partners.
    pub circle: Option<StreamId>,
}

/// The command in the fields.
pub fn read(input: &Input) -> Open {
    Open {
        title: input.text("title"),
        circle: input.stream("circle"),
    }
}

/// The rule. An incident is shared with all partners, or with a circle that one is in.
pub fn decide(command: Open, given: &Given) -> Result<Vec<Event>, Refusal> {
    if let Some(circle) = &command.circle {
        let card = given.card(circle);
        if card.is_none_or(|card| card.module != "trust" || card.kind != "circle") {
            return Err(Refusal::new("incident-refusal-circle-not-there").at("circle"));
        }
    }
    let title = command.title;
    Ok(vec![Event::Opened(Opened { title })])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::{Card, Function, Text};

    use super::*;
    use crate::commands::tests::incident;
    use crate::kinds::incident::{Command, Incident};

    fn circle() -> StreamId {
        StreamId::derived("vr23".parse().unwrap(), "trust.circle", "test")
    }

    fn open(circle: Option<StreamId>) -> Command {
        let title = "Hoogwater".to_owned();
        Command::Open(Open { title, circle })
    }

    fn opened() -> Event {
        let title = "Hoogwater".to_owned();
        Event::Opened(Opened { title })
    }

    #[test]
    fn whoever_is_on_duty_opens_with_one_field() {
        given::<Incident>("vr23", &[Function::Editor])
            .when(open(None))
            .then(vec![opened()]);
    }

    #[test]
    fn a_reader_does_not_open_and_nobody_opens_for_another() {
        for functions in [vec![], vec![Function::Reader]] {
            given::<Incident>("vr23", &functions)
                .when(open(None))
                .not_permitted();
        }
        given::<Incident>("vr24", &[Function::Editor])
            .at(incident("vr23"))
            .when(open(None))
            .not_permitted();
    }

    #[test]
    fn a_circle_must_be_one_that_is_seen() {
        let card = Card::new(circle(), "trust", "circle", Text::typed("Dijk"));
        let editor = || given::<Incident>("vr23", &[Function::Editor]);
        editor()
            .knowing(card)
            .when(open(Some(circle())))
            .then(vec![opened()]);
        editor()
            .when(open(Some(circle())))
            .refused("incident-refusal-circle-not-there");
    }
}
