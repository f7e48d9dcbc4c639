// SPDX-License-Identifier: EUPL-1.2
//! Why a line was refused, in sentences, each with the field that it is about.

use paraat_contract::{Names, Refused};
use paraat_ui::field::Field;
use paraat_ui::words::Voice;

use crate::refused::{field_wrong, reason_sentence};
use crate::wrong::Sentence;

/// What was asked for, and in whose words.
pub(super) struct About<'a> {
    pub voice: Voice<'a>,
    pub names: &'a Names,
    pub module: &'a str,
    pub kind: &'a str,
    pub fields: &'static [Field],
}

/// One reason.
pub(super) struct Reason {
    /// The field; empty when it is about none.
    pub field: String,
    /// Key of the sentence.
    pub key: String,
    pub sentence: String,
}

pub(super) fn reasons(about: &About<'_>, refused: Refused) -> Vec<Reason> {
    let voice = about.voice;
    let plain = |key: &str| {
        let (field, key, sentence) = (String::new(), key.to_owned(), voice.say(key));
        vec![Reason {
            field,
            key,
            sentence,
        }]
    };
    match refused {
        Refused::Fields(problems) => {
            let wrong = problems
                .iter()
                .map(|it| field_wrong(voice, (about.module, about.kind), about.fields, it));
            let reason = wrong.map(|wrong| Reason {
                field: wrong.field,
                key: wrong.reason,
                sentence: wrong.detail,
            });
            reason.collect()
        }
        Refused::Rule(refusal) => vec![Reason {
            field: refusal.field.unwrap_or_default().to_owned(),
            key: refusal.key.to_owned(),
            sentence: voice.with(refusal.key, &refusal.arguments),
        }],
        Refused::NotPermitted(verdict) => {
            let against = verdict.against.iter();
            let against = against.map(|it| reason_sentence(voice, about.names, it));
            let reason = against.map(|Sentence(key, values)| Reason {
                field: String::new(),
                sentence: voice.with(&key, &values),
                key,
            });
            reason.collect()
        }
        Refused::Stale { .. } => plain("list-line-stale"),
        Refused::NotSeen { .. } => plain("list-line-not-seen"),
        Refused::NotThere => plain("list-line-not-there"),
        Refused::KeyReused | Refused::ReadOnly | Refused::TookTooLong | Refused::Broken(_) => {
            plain("list-line-broken")
        }
    }
}
