// SPDX-License-Identifier: EUPL-1.2
use serde::{Deserialize, Serialize};

use crate::Language;

/// A text that somebody wrote, with a translation where there is one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Dutch, or the language it was written in.
    pub nl: String,
    /// English; empty when there is no translation.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

impl Text {
    /// A text in both languages.
    pub fn both(nl: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            nl: nl.into(),
            en: en.into(),
        }
    }

    /// A text as it was typed, without translation.
    pub fn typed(text: impl Into<String>) -> Self {
        Self {
            nl: text.into(),
            en: String::new(),
        }
    }

    /// The text in this language, else as it was written.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::En if !self.en.is_empty() => &self.en,
            _ => &self.nl,
        }
    }
}
