// SPDX-License-Identifier: EUPL-1.2
//! Open an incident.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, StreamId, Timestamp};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::incident::Opened;
use crate::terms::phases::SORTS;

/// The verb: one thing is asked, what is the matter. Whoever is on duty may (`Incident::act`).
pub const VERB: Verb = Verb {
    name: "open",
    fields: &[
        Field::required("title", Shape::Line(200)),
        Field::optional("sort", Shape::Choice(SORTS)),
        Field::optional("happened", Shape::Moment),
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
    /// One of `phases::SORTS`; empty for an incident.
    pub sort: String,
    /// When it began; none for now.
    pub happened: Option<Timestamp>,
    /// The made circle that shares it; none for all partners.
    pub circle: Option<StreamId>,
}

/// The command in the fields.
pub fn read(input: &Input) -> Open {
    Open {
        title: input.text("title"),
        sort: input.text("sort"),
        happened: input.moment("happened"),
        circle: input.stream("circle"),
    }
}

/// The rule. An incident is shared with all partners, or with a circle that one is in.
pub fn decide(command: Open, given: &Given) -> Result<Opened, Refusal> {
    if let Some(circle) = &command.circle {
        let card = given.card(circle);
        if card.is_none_or(|card| card.module != "trust" || card.kind != "circle") {
            return Err(Refusal::new("incident-refusal-circle-not-there").at("circle"));
        }
    }
    let sort = match command.sort.as_str() {
        "" => "incident".to_owned(),
        _ => command.sort,
    };
    Ok(Opened {
        sort,
        title: command.title,
    })
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::{Card, Function, Text};

    use super::*;
    use crate::commands::tests::incident;
    use crate::kinds::incident::{Command, Event, Incident};

    fn circle() -> StreamId {
        StreamId::derived("vr23".parse().unwrap(), "trust.circle", "test")
    }

    fn open(circle: Option<StreamId>) -> Command {
        Command::Open(Open {
            title: "Hoogwater".to_owned(),
            sort: String::new(),
            happened: None,
            circle,
        })
    }

    fn opened() -> Event {
        Event::Opened(Opened {
            sort: "incident".to_owned(),
            title: "Hoogwater".to_owned(),
        })
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
    fn it_is_shared_with_a_circle_that_one_is_in() {
        given::<Incident>("vr23", &[Function::Editor])
            .when(open(Some(circle())))
            .refused("incident-refusal-circle-not-there");
        let card = Card::new(circle(), "trust", "circle", Text::typed("Kring"));
        given::<Incident>("vr23", &[Function::Editor])
            .knowing(card)
            .when(open(Some(circle())))
            .then(vec![opened()]);
    }
}
