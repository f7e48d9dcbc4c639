// SPDX-License-Identifier: EUPL-1.2
//! Write down a decision.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Cut, Given, StreamId};
use paraat_ui::field::{Field, Input, Shape};

use super::{INCIDENT, LINE, TEAM};
use crate::kinds::decision::{Grounds, Taken};
use crate::kinds::seen;

const fn ground(name: &'static str) -> Field {
    Field::optional(name, Shape::Paragraphs(2000))
}

/// What else could have been decided.
pub(super) const OPTIONS: Field = ground("options");
/// What was advised.
pub(super) const ADVICE: Field = ground("advice");
/// Who saw it otherwise.
pub(super) const DISSENT: Field = ground("dissent");
/// What was taken to be so.
pub(super) const ASSUMPTIONS: Field = ground("assumptions");
/// What was not known.
pub(super) const UNCERTAINTY: Field = ground("uncertainty");
/// What it does to people.
pub(super) const SOCIETY: Field = ground("society");
/// What gives the power.
pub(super) const LEGAL: Field = Field::optional("legalBasis", Shape::Line(300));
/// Who carries it out.
pub(super) const CARRIED_OUT_BY: Field = Field::optional("carriedOutBy", Shape::Line(200));
/// When its effect is looked at.
pub(super) const CHECK_ON: Field = Field::optional("checkOn", Shape::Moment);

/// The meeting in which it was taken.
const MEETING: Field = Field {
    required: false,
    ..Field::given(
        "meeting",
        Shape::Stream {
            module: "incident",
            kind: "meeting",
        },
    )
};

/// The verb. What was decided is all that is asked.
pub const VERB: Verb = Verb {
    name: "take",
    fields: &[
        INCIDENT,
        Field::required("text", Shape::Paragraphs(2000)),
        TEAM,
        CARRIED_OUT_BY,
        OPTIONS,
        ADVICE,
        SOCIETY,
        DISSENT.later(),
        ASSUMPTIONS.later(),
        UNCERTAINTY.later(),
        LEGAL.later(),
        CHECK_ON.later(),
        MEETING,
        Field {
            required: false,
            ..Field::given("restsOn", Shape::Moment)
        },
        LINE,
    ],
    mode: Mode::New,
    scope: Scope::Kind,
};

/// The grounds in the fields.
pub(super) fn grounds(input: &Input) -> Grounds {
    Grounds {
        advice: input.text("advice"),
        assumptions: input.text("assumptions"),
        carried_out_by: input.text("carriedOutBy"),
        check_on: super::moment(input, "checkOn"),
        dissent: input.text("dissent"),
        legal_basis: input.text("legalBasis"),
        options: input.text("options"),
        society: input.text("society"),
        uncertainty: input.text("uncertainty"),
    }
}

/// The command in the fields; the rule numbers it.
pub fn read(input: &Input) -> Option<Taken> {
    Some(Taken {
        cut: Cut::default(),
        grounds: grounds(input),
        incident: input.stream("incident")?,
        line: input.text("fromLine"),
        meeting: input.text("meeting"),
        number: 0,
        rests_on: super::moment(input, "restsOn"),
        team: input.text("team"),
        text: input.text("text"),
    })
}

/// The rule. It rests on the picture that was on screen, never on one that is still to come; when
/// nobody said which, on that of this moment. A meeting that it was taken in is one of this
/// organisation in the same incident.
pub fn decide(command: Taken, given: &Given) -> Result<Taken, Refusal> {
    seen(&command.incident, given)?;
    let meeting: Option<StreamId> = command.meeting.parse().ok();
    let ours = |meeting: &StreamId| {
        let card = given.card(meeting).filter(|card| card.kind == "meeting");
        let here = card.is_some_and(|card| card.under.as_ref() == Some(&command.incident));
        here && meeting.owner == given.actor.organisation
    };
    if meeting.is_some_and(|meeting| !ours(&meeting)) {
        return Err(Refusal::new("incident-refusal-no-meeting").at("meeting"));
    }
    let on_screen = command.rests_on.parse().ok();
    let rests_on = on_screen.filter(|at| *at <= given.now);
    Ok(Taken {
        cut: given.cut.clone(),
        number: given.number,
        rests_on: rests_on.unwrap_or(given.now).to_string(),
        ..command
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_kernel::{Card, Text};

    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::decision::{Command, Decision, Event};

    pub(crate) fn taken() -> Taken {
        Taken {
            cut: Cut::default(),
            grounds: Grounds {
                options: "Niets doen; deels evacueren".to_owned(),
                ..Grounds::default()
            },
            incident: incident("vr23"),
            line: String::new(),
            meeting: String::new(),
            number: 1,
            rests_on: "2026-11-23T09:55:00Z".to_owned(),
            team: "rbt".to_owned(),
            text: "Arcen wordt geëvacueerd".to_owned(),
        }
    }

    #[test]
    fn it_rests_on_the_picture_that_was_on_screen() {
        on_duty::<Decision>()
            .when(Command::Take(taken()))
            .then(vec![Event::Taken(taken())]);
        for odd in ["", "2027-01-01T00:00:00Z", "straks"] {
            let rests_on = odd.to_owned();
            let now = "2026-11-23T10:00:00Z".to_owned();
            on_duty::<Decision>()
                .when(Command::Take(Taken {
                    rests_on,
                    ..taken()
                }))
                .then(vec![Event::Taken(Taken {
                    rests_on: now,
                    ..taken()
                })]);
        }
    }

    #[test]
    fn it_is_taken_in_a_meeting_of_its_own_organisation_in_this_crisis() {
        let meeting =
            |owner: &str| StreamId::derived(owner.parse().unwrap(), "incident.meeting", "a");
        for (owner, under, ours) in [
            ("vr24", incident("vr23"), true),
            ("vr25", incident("vr23"), false),
            ("vr24", incident("vr25"), false),
        ] {
            let mut card = Card::new(meeting(owner), "incident", "meeting", Text::default());
            card.under = Some(under);
            let taken = Taken {
                meeting: meeting(owner).to_string(),
                ..taken()
            };
            let outcome = on_duty::<Decision>()
                .knowing(card)
                .when(Command::Take(taken.clone()));
            if ours {
                outcome.then(vec![Event::Taken(taken)]);
            } else {
                outcome.refused("incident-refusal-no-meeting");
            }
        }
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Decision>(|| Command::Take(taken()));
    }
}
