// SPDX-License-Identifier: EUPL-1.2
//! What the desk refused, as statuses and sentences; the same for pages and programs.

use paraat_authority::Reason;
use paraat_contract::{Intent, Names, Past, Refusal, Refused, Verb};
use paraat_ui::field::{Field, Problem, Shape};
use paraat_ui::words::Voice;
use serde_json::{Value, json};

use crate::ask::Asked;
use crate::keeper::{Noted, Opens};
use crate::wrong::{FieldWrong, Sentence, Wrong};

/// The refusal of an intent, noted and counted.
pub(crate) fn wrong(ask: &Asked, intent: &Intent, verb: &Verb, refused: Refused) -> Wrong {
    let (outcome, reason) = named(&refused);
    ask.shell.metrics.outcome(outcome);
    if matches!(refused, Refused::NotPermitted(_)) {
        ask.site().keeper.note_refusal(Noted {
            actor: intent.actor.as_ref(),
            verb: &format!("{}.{} {}", intent.module, intent.kind, intent.verb),
            stream: intent.target.as_ref(),
            reason,
            times: 1,
        });
    }
    said(ask, intent, verb, refused)
}

/// The refusal of an intent, neither noted nor counted: nothing was tried yet.
pub(crate) fn said(ask: &Asked, intent: &Intent, verb: &Verb, refused: Refused) -> Wrong {
    match refused {
        Refused::NotThere => Wrong::status(404),
        Refused::Fields(problems) => {
            let of = (intent.module.as_str(), intent.kind.as_str());
            let errors = problems
                .iter()
                .map(|it| field_wrong(ask.voice(), of, verb.fields, it));
            Wrong {
                errors: errors.collect(),
                ..Wrong::status(422)
            }
        }
        Refused::Rule(refusal) => rule(ask, &refusal),
        Refused::NotPermitted(verdict) => {
            let names = ask.site().desk.names();
            let against = verdict.against.iter();
            let against = against.map(|it| reason_sentence(ask.voice(), &names, it));
            Wrong {
                reasons: against.collect(),
                ..Wrong::status(403)
            }
        }
        Refused::Stale { version, since } => {
            // What was recorded meanwhile is reading: a key that only writes is told that it was.
            let reads = ask.caller.opens(Opens::Read);
            let since = since.iter().filter(|_| reads).map(past).collect();
            let members = vec![("version", version.into()), ("since", Value::Array(since))];
            Wrong {
                members,
                ..Wrong::because(412, "form-seen-changed")
            }
        }
        Refused::NotSeen { version } => Wrong {
            members: vec![("version", version.into())],
            ..Wrong::status(428)
        },
        Refused::KeyReused => Wrong::because(422, "web-key-reused"),
        Refused::ReadOnly => Wrong::status(503),
        Refused::TookTooLong => Wrong::because(503, "web-took-too-long"),
        Refused::Broken(reference) => paraat_contract::Broken(reference).into(),
    }
}

fn named(refused: &Refused) -> (&'static str, &'static str) {
    match refused {
        Refused::NotThere => ("not-there", ""),
        Refused::Fields(_) => ("fields", ""),
        Refused::Rule(refusal) => ("rule", refusal.key),
        Refused::NotPermitted(verdict) => (
            "not-permitted",
            verdict.against.first().map_or("", Reason::key),
        ),
        Refused::Stale { .. } | Refused::NotSeen { .. } => ("stale", ""),
        Refused::KeyReused => ("key", ""),
        Refused::ReadOnly => ("read-only", ""),
        Refused::TookTooLong => ("too-long", ""),
        Refused::Broken(_) => ("broken", ""),
    }
}

/// A reason of authority, with the name of the organisation or function in it.
pub(crate) fn reason_sentence(voice: Voice<'_>, names: &Names, reason: &Reason) -> Sentence {
    let values = match reason {
        Reason::OtherOrganisation(id) => {
            let name = names.get(id).map(|it| it.get(voice.language).to_owned());
            vec![("organisation", name.unwrap_or_else(|| id.to_string()))]
        }
        Reason::Gives(function) => {
            vec![(
                "function",
                voice.say(&format!("function-{}", function.name())),
            )]
        }
        Reason::NotSignedIn | Reason::LacksAbility(_) | Reason::NotLetIn(_) => Vec::new(),
    };
    Sentence(reason.key().to_owned(), values)
}

fn rule(ask: &Asked, refusal: &Refusal) -> Wrong {
    let sentence = Sentence(refusal.key.to_owned(), refusal.arguments.clone());
    let errors = refusal.field.map(|field| FieldWrong {
        field: field.to_owned(),
        reason: refusal.key.to_owned(),
        detail: ask.voice().with(refusal.key, &refusal.arguments),
    });
    let errors = errors.into_iter().collect();
    Wrong {
        reasons: vec![sentence],
        errors,
        ..Wrong::status(422)
    }
}

/// What is wrong with a field, in a sentence, for a verb of this module and kind.
pub(crate) fn field_wrong(
    voice: Voice<'_>,
    (module, kind): (&str, &str),
    fields: &[Field],
    problem: &Problem,
) -> FieldWrong {
    let mut arguments = problem.reason.arguments();
    let shape = fields
        .iter()
        .find(|it| it.name == problem.field)
        .map(|it| it.shape);
    if let Some(Shape::Choice(words) | Shape::Choices(words)) = shape {
        let label = |word: &&str| {
            let label = voice.choice((module, kind), &problem.field, word);
            label.map_or_else(|| (*word).to_owned(), |it| format!("{word} ({it})"))
        };
        let labels: Vec<String> = words.iter().map(label).collect();
        arguments.retain(|(name, _)| *name != "choices");
        arguments.push(("choices", labels.join(", ")));
    }
    FieldWrong {
        field: problem.field.clone(),
        reason: problem.reason.key().to_owned(),
        detail: voice.with(problem.reason.key(), &arguments),
    }
}

/// An entry of a history, for programs.
pub(crate) fn past(past: &Past) -> Value {
    let mut entry = json!({
        "stream": past.stream.to_string(),
        "version": past.version,
        "event": past.event,
        "occurredAt": past.occurred.to_string(),
        "recordedAt": past.recorded.to_string(),
        "organisation": past.organisation.as_str(),
        "function": past.function,
        "withdrawn": past.payload.is_none(),
        "opaque": past.opaque,
    });
    if let (Value::Object(members), Some(payload)) = (&mut entry, &past.payload) {
        members.insert("payload".to_owned(), payload.clone());
    }
    entry
}
