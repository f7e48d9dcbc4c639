// SPDX-License-Identifier: EUPL-1.2
//! The languages that the public is spoken to in.

/// By their codes (ISO 639-1, ISO 639-3 for Papiamentu): those of the Kingdom first, then those
/// of neighbours and of many who live or work here. The words name each.
pub const LANGUAGES: &[&str] = &[
    "nl", "en", "pap", "fy", "de", "fr", "es", "pl", "tr", "ar", "uk",
];

/// The language tag as alerts carry it (RFC 3066, CAP 1.2, 3.2.2).
pub fn tag(language: &str) -> &'static str {
    match language {
        "nl" => "nl-NL",
        "en" => "en-GB",
        "pap" => "pap",
        "fy" => "fy-NL",
        "de" => "de-DE",
        "fr" => "fr-FR",
        "es" => "es-ES",
        "pl" => "pl-PL",
        "tr" => "tr-TR",
        "ar" => "ar",
        "uk" => "uk-UA",
        _ => "nl-NL",
    }
}

/// True for a language that is written from right to left.
pub fn from_right(language: &str) -> bool {
    language == "ar"
}
