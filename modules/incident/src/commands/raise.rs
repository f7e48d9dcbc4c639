// SPDX-License-Identifier: EUPL-1.2
//! Raise a bottleneck, or raise on one that was raised to one's own organisation.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, StreamId};
use paraat_ui::field::{Field, Input, Shape};

use super::{INCIDENT, LINE, TEAM};
use crate::kinds::bottleneck::Raised;
use crate::kinds::seen;
use crate::terms::teams::TEAMS;

/// The verb.
pub const VERB: Verb = Verb {
    name: "raise",
    fields: &[
        INCIDENT,
        Field::required("text", Shape::Paragraphs(2000)),
        Field::required("to", Shape::Organisation),
        Field::optional("toTeam", Shape::Choice(TEAMS)),
        Field::optional("wanted", Shape::Paragraphs(1000)),
        Field::optional("consequence", Shape::Paragraphs(1000)),
        TEAM,
        LINE,
        BELOW,
    ],
    mode: Mode::New,
    scope: Scope::Kind,
};

/// The bottleneck that this one raises on.
const BELOW: Field = Field {
    required: false,
    ..Field::given(
        "below",
        Shape::Stream {
            module: "incident",
            kind: "bottleneck",
        },
    )
};

/// The command in the fields; the rule numbers it.
pub fn read(input: &Input) -> Option<Raised> {
    let below = input.stream("below").map(|below| below.to_string());
    Some(Raised {
        below: below.unwrap_or_default(),
        consequence: input.text("consequence"),
        incident: input.stream("incident")?,
        line: input.text("fromLine"),
        number: 0,
        team: input.text("team"),
        text: input.text("text"),
        to: input.organisation("to")?,
        to_team: input.text("toTeam"),
        wanted: input.text("wanted"),
    })
}

/// The rule. What is raised on was raised to this organisation.
pub fn decide(command: Raised, given: &Given) -> Result<Raised, Refusal> {
    seen(&command.incident, given)?;
    let below: Option<StreamId> = command.below.parse().ok();
    let ours = |below: &StreamId| {
        let card = given.card(below).filter(|card| card.kind == "bottleneck");
        card.is_some_and(|card| card.holder.as_ref() == Some(&given.actor.organisation))
    };
    if below.is_some_and(|below| !ours(&below)) {
        return Err(Refusal::new("incident-refusal-not-raised-to-us").at("below"));
    }
    Ok(Raised {
        number: given.number,
        ..command
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_kernel::{Card, Text};

    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::bottleneck::{Bottleneck, Command, Event};

    /// A bottleneck that is raised to this organisation.
    pub(crate) fn raised(to: &str) -> Raised {
        Raised {
            below: String::new(),
            consequence: "Ziekenhuis zonder stroom".to_owned(),
            incident: incident("vr23"),
            line: String::new(),
            number: 1,
            team: "rot".to_owned(),
            text: "Geen noodaggregaat beschikbaar".to_owned(),
            to: to.parse().unwrap(),
            to_team: String::new(),
            wanted: "Een aggregaat van 500 kVA".to_owned(),
        }
    }

    fn below() -> StreamId {
        StreamId::derived("vr23".parse().unwrap(), "incident.bottleneck", "a")
    }

    #[test]
    fn a_bottleneck_gets_the_next_number() {
        on_duty::<Bottleneck>()
            .when(Command::Raise(raised("locc")))
            .then(vec![Event::Raised(raised("locc"))]);
    }

    #[test]
    fn only_what_was_raised_to_us_is_raised_on() {
        let on = Raised {
            below: below().to_string(),
            ..raised("locc")
        };
        for (holder, ours) in [("vr24", true), ("vr25", false)] {
            let mut card = Card::new(below(), "incident", "bottleneck", Text::default());
            card.holder = holder.parse().ok();
            let outcome = on_duty::<Bottleneck>()
                .knowing(card)
                .when(Command::Raise(on.clone()));
            if ours {
                outcome.then(vec![Event::Raised(on.clone())]);
            } else {
                outcome.refused("incident-refusal-not-raised-to-us");
            }
        }
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Bottleneck>(|| Command::Raise(raised("locc")));
    }
}
