// SPDX-License-Identifier: EUPL-1.2
//! Answer a thing of another organisation: accept, refuse or finish a request, answer a bottleneck
//! or a question, or ask the same question too.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Card, Given};
use paraat_ui::field::{Field, Input, Shape};

use super::INCIDENT;
use crate::kinds::response::{Command, Said, State};
use crate::lifecycle::{LIFE, RESPONSES};

/// The thing that is answered; its kind decides which verbs there are.
const OF: Field = Field::given("of", Shape::Line(120));
const TEXT: Field = Field::optional("text", Shape::Paragraphs(2000));
const REQUIRED_TEXT: Field = Field::required("text", Shape::Paragraphs(2000));

const fn verb(name: &'static str, fields: &'static [Field]) -> Verb {
    Verb {
        name,
        fields,
        mode: Mode::Append,
        scope: Scope::Kind,
    }
}

/// The verbs. A refusal has a reason and an answer a text; the rest may come later.
pub const VERBS: &[Verb] = &[
    verb("accept", &[INCIDENT, OF, TEXT]),
    verb("refuse", &[INCIDENT, OF, REQUIRED_TEXT]),
    verb("finish", &[INCIDENT, OF, TEXT]),
    verb("answer", &[INCIDENT, OF, REQUIRED_TEXT]),
    verb("ask-too", &[INCIDENT, OF]),
];

/// The command in the fields.
pub fn read(name: &str, input: &Input) -> Option<Command> {
    let verb = VERBS.iter().find(|verb| verb.name == name)?;
    Some(Command {
        verb: verb.name,
        said: Said {
            incident: input.stream("incident")?,
            of: input.text("of").parse().ok()?,
            text: input.text("text"),
        },
    })
}

/// The rule. The verb fits the thing and how it stands; the thing is still open; and it was put to
/// this organisation, or to whoever knows. Who asked it answers by another verb.
pub fn decide(
    state: &State,
    command: &Command,
    (card, given): (&Card, &Given),
) -> Result<(), Refusal> {
    let fits = RESPONSES
        .iter()
        .any(|(kind, verbs)| *kind == card.kind && verbs.contains(&command.verb));
    if !fits {
        return Err(Refusal::new("incident-refusal-thing-not-there").at("of"));
    }
    let own = &given.actor.organisation;
    let asker = card.stream.owner == *own;
    let asked = match &card.holder {
        Some(holder) => holder == own,
        None => true,
    };
    let may = match command.verb {
        "ask-too" => !asker,
        _ => asked && (!asker || card.kind != "action"),
    };
    if !may {
        return Err(Refusal::new("incident-refusal-not-asked").at("of"));
    }
    super::still_open(&card.status)?;
    if !LIFE.allows(&state.standing, command.verb) {
        return Err(Refusal::new("incident-refusal-response-step"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Outcome, given};
    use paraat_kernel::{Function, StreamId, Text};

    use super::*;
    use crate::commands::tests::{card as incident_card, incident};
    use crate::kinds::response::{Event, Response};

    fn thing(kind: &str, owner: &str) -> StreamId {
        StreamId::derived(owner.parse().unwrap(), kind, "a")
    }

    fn command(verb: &'static str, kind: &str) -> Command {
        Command {
            verb,
            said: Said {
                incident: incident("vr23"),
                of: thing(kind, "vr23"),
                text: "Ja".to_owned(),
            },
        }
    }

    /// vr24 answers a thing of vr23 that was put to `holder`.
    fn answer(
        past: Vec<Event>,
        command: Command,
        (kind, holder, status): (&str, Option<&str>, &str),
        functions: &[Function],
    ) -> Outcome<Event> {
        let mut card = Card::new(thing(kind, "vr23"), "incident", kind, Text::default());
        card.holder = holder.map(|it| it.parse().unwrap());
        card.under = Some(incident("vr23"));
        status.clone_into(&mut card.status);
        given::<Response>("vr24", functions)
            .knowing(incident_card("vr23"))
            .knowing(card)
            .past(past)
            .when(command)
    }

    #[test]
    fn every_verb_answers_what_it_fits_and_nothing_else() {
        for (kind, verbs) in RESPONSES {
            for verb in VERBS {
                let there = (*kind, Some("vr24"), "open");
                let outcome = answer(vec![], command(verb.name, kind), there, &[Function::Editor]);
                if verbs.contains(&verb.name) {
                    assert!(
                        matches!(outcome, Outcome::Events(_)),
                        "{kind} {}",
                        verb.name
                    );
                } else {
                    outcome.refused("incident-refusal-thing-not-there");
                }
            }
        }
    }

    #[test]
    fn a_request_that_was_done_is_not_done_again() {
        let there = ("action", Some("vr24"), "open");
        let done = Event::Finished(command("finish", "action").said);
        for verb in ["accept", "refuse", "finish"] {
            answer(
                vec![done.clone()],
                command(verb, "action"),
                there,
                &[Function::Editor],
            )
            .refused("incident-refusal-response-step");
        }
    }

    #[test]
    fn only_who_was_asked_answers_and_only_what_is_open() {
        for (holder, status, why) in [
            (Some("vr25"), "open", "incident-refusal-not-asked"),
            (Some("vr24"), "withdrawn", "incident-refusal-not-open"),
        ] {
            answer(
                vec![],
                command("accept", "action"),
                ("action", holder, status),
                &[Function::Editor],
            )
            .refused(why);
        }
        let said = Event::Answered(command("answer", "question").said);
        answer(
            vec![],
            command("answer", "question"),
            ("question", None, "open"),
            &[Function::Editor],
        )
        .then(vec![said]);
    }

    #[test]
    fn a_reader_answers_nothing() {
        for functions in [vec![], vec![Function::Reader]] {
            answer(
                vec![],
                command("accept", "action"),
                ("action", Some("vr24"), "open"),
                &functions,
            )
            .not_permitted();
        }
    }
}
