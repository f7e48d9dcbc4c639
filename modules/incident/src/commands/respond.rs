// SPDX-License-Identifier: EUPL-1.2
//! Answer a thing of another organisation: accept, refuse or finish a request, answer a bottleneck
//! or a question, or ask the same question too.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Card, Given, StreamId};
use paraat_ui::field::{Field, Input, Shape};

use super::INCIDENT;
use crate::kinds::response::{Command, Said, State};
use crate::lifecycle::{LIFE, RESPONSES};
use crate::terms::themes::THEMES;

/// The thing that is answered; its kind decides which verbs there are.
const OF: Field = Field::given("of", Shape::Line(120));
const TEXT: Field = Field::optional("text", Shape::Paragraphs(2000));
/// Where the answer stands in the picture, so that nobody types it again.
const SEEN_IN: Field = Field::optional("seenIn", Shape::Line(160));
const REQUIRED_TEXT: Field = Field::required("text", Shape::Paragraphs(2000));

const fn verb(name: &'static str, fields: &'static [Field]) -> Verb {
    Verb {
        name,
        fields,
        mode: Mode::Append,
        scope: Scope::Kind,
    }
}

/// The verbs. A refusal has a reason, and an answer a text or a place in the picture; the rest may
/// come later.
pub const VERBS: &[Verb] = &[
    verb("accept", &[INCIDENT, OF, TEXT]),
    verb("refuse", &[INCIDENT, OF, REQUIRED_TEXT]),
    verb("finish", &[INCIDENT, OF, TEXT]),
    verb("answer", &[INCIDENT, OF, SEEN_IN, TEXT]),
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
            seen_in: input.text("seenIn"),
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
    match (command.said.seen_in.as_str(), command.said.text.as_str()) {
        ("", "") if command.verb == "answer" => {
            Err(Refusal::new("incident-refusal-no-answer").at("text"))
        }
        ("", _) => Ok(()),
        (seen_in, _) if in_picture(seen_in, given) => Ok(()),
        _ => Err(Refusal::new("incident-refusal-not-in-picture").at("seenIn")),
    }
}

/// The fact or the incident in the place where an answer stands.
pub fn stream_of(seen_in: &str) -> Option<StreamId> {
    let (stream, _) = seen_in.split_once('#').unwrap_or((seen_in, ""));
    stream.parse().ok()
}

/// True for a fact that the actor sees, and for a theme of an incident that they see.
fn in_picture(seen_in: &str, given: &Given) -> bool {
    let card = stream_of(seen_in).and_then(|stream| given.card(&stream));
    let card = card.filter(|card| card.module == "incident");
    card.is_some_and(|card| match seen_in.split_once('#') {
        Some((_, theme)) => card.kind == "incident" && THEMES.contains(&theme),
        None => card.kind == "fact",
    })
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Outcome, given};
    use paraat_kernel::{Function, Text};

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
                seen_in: String::new(),
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
    fn an_answer_is_a_text_or_a_place_in_the_picture_that_is_there() {
        let at = incident("vr23");
        let elsewhere = thing("fact", "vr23").to_string();
        for (seen_in, text, refusal) in [
            (String::new(), "Ja", None),
            (format!("{at}#water"), "", None),
            (String::new(), "", Some("incident-refusal-no-answer")),
            (
                format!("{at}#weer"),
                "",
                Some("incident-refusal-not-in-picture"),
            ),
            (at.to_string(), "", Some("incident-refusal-not-in-picture")),
            (elsewhere, "Ja", Some("incident-refusal-not-in-picture")),
            (
                "<b>".to_owned(),
                "Ja",
                Some("incident-refusal-not-in-picture"),
            ),
        ] {
            let mut asked = command("answer", "question");
            asked.said.seen_in = seen_in;
            text.clone_into(&mut asked.said.text);
            let said = Event::Answered(asked.said.clone());
            let there = ("question", None, "open");
            let outcome = answer(vec![], asked, there, &[Function::Editor]);
            match refusal {
                None => outcome.then(vec![said]),
                Some(key) => outcome.refused(key),
            }
        }
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
