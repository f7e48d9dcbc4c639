// SPDX-License-Identifier: EUPL-1.2
//! Why a form was refused, as its page says it.

use paraat_contract::{Refusal, Verb};
use paraat_ui::field::{Problem, Reason};

use super::form::Opened;
use crate::ask::Asked;
use crate::wrong::{Sentence, Wrong};

/// A refusal that is about a question on the form, said at that question like any other mistake.
pub(super) fn at_field(ask: &Asked, verb: &Verb, refusal: &Refusal) -> Option<Problem> {
    let name = refusal.field?;
    verb.fields
        .iter()
        .find(|field| field.name == name && !field.given)?;
    let values: Vec<(&str, String)> = refusal.arguments.clone();
    let sentence = ask.voice().with(refusal.key, &values);
    Some(Problem {
        field: name.to_owned(),
        reason: Reason::Said(sentence),
    })
}

/// The sentences of a refusal, each with the question that it is about.
pub(super) fn said(ask: &Asked, wrong: &Wrong, opened: &Opened) -> Vec<String> {
    let voice = ask.voice();
    let label = |field: &str| {
        let of = (opened.kind.module(), opened.kind.name(), opened.verb.name);
        voice.field(of, field)
    };
    let reasons = wrong.reasons.iter().map(|Sentence(key, values)| {
        let about = wrong.errors.iter().find(|it| it.reason == *key);
        let sentence = voice.with(key, values);
        match about.and_then(|it| label(&it.field)) {
            Some(label) => format!("{label}: {sentence}"),
            None => sentence,
        }
    });
    reasons.collect()
}
