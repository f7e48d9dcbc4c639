// SPDX-License-Identifier: EUPL-1.2
//! Words that show what a pasted text is about and who speaks in it. From the usual parts of a
//! shared picture and the names of functions as the field knows them (`docs/sources.md`, not
//! verified). They only fill in a proposal, which somebody looks over.

/// Headings of tabs, in small letters, with the theme; none for what is no theme of a picture.
pub const HEADINGS: &[(&str, &str)] = &[
    ("algemeen", "situation"),
    ("kern", "situation"),
    ("beeld", "situation"),
    ("incident", "situation"),
    ("situatie", "situation"),
    ("situation", "situation"),
    ("gevolgen", "area"),
    ("effecten", "area"),
    ("effectgebied", "area"),
    ("gebied", "area"),
    ("prognose", "prognosis"),
    ("scenario", "prognosis"),
    ("scenario's", "prognosis"),
    ("scenario’s", "prognosis"),
    ("verwachting", "prognosis"),
    ("bevolking", "people"),
    ("bevolkingszorg", "people"),
    ("slachtoffers", "health"),
    ("ghor", "health"),
    ("geneeskundige zorg", "health"),
    ("gezondheid", "health"),
    ("politie", "order"),
    ("openbare orde", "order"),
    ("water", "water"),
    ("waterbeeld", "water"),
    ("mobiliteit", "mobility"),
    ("verkeer", "mobility"),
    ("bereikbaarheid", "mobility"),
    ("nuts", "utilities"),
    ("nutsvoorzieningen", "utilities"),
    ("vitaal", "utilities"),
    ("milieu", "environment"),
    ("capaciteit", "capacity"),
    ("inzet", "capacity"),
    ("communicatie", "communication"),
    ("omgevingsbeeld", "communication"),
    ("knelpunten", ""),
    ("aandachtspunten", ""),
    ("besluiten", ""),
    ("acties", ""),
    ("maatregelen", ""),
];

/// Beginnings of words by which a line is taken to be about a theme, in small letters.
pub const KEYWORDS: &[(&str, &[&str])] = &[
    ("prognosis", &["verwacht", "prognose", "scenario", "piek"]),
    (
        "health",
        &[
            "gewond",
            "slachtoffer",
            "ziekenhui",
            "ambulance",
            "huisarts",
            "ggd",
            "ghor",
        ],
    ),
    (
        "people",
        &[
            "evacu",
            "opvang",
            "bewoner",
            "inwoner",
            "verwant",
            "bevolking",
        ],
    ),
    (
        "water",
        &[
            "dijk",
            "kade",
            "waterstand",
            "waterpeil",
            "wateroverlast",
            "overstrom",
            "gemaal",
            "kwel",
            "nap",
        ],
    ),
    (
        "utilities",
        &[
            "stroom",
            "elektri",
            "drinkwater",
            "telecom",
            "internet",
            "riool",
            "gasnet",
        ],
    ),
    (
        "mobility",
        &[
            "verkeer",
            "snelweg",
            "spoor",
            "trein",
            "tunnel",
            "brug",
            "veerdienst",
            "rijksweg",
        ],
    ),
    (
        "order",
        &[
            "plunder",
            "politie",
            "ordehandhaving",
            "afzetting",
            "aanhouding",
        ],
    ),
    (
        "environment",
        &[
            "rook",
            "asbest",
            "gaswolk",
            "lozing",
            "gevaarlijke",
            "emissie",
        ],
    ),
    (
        "capacity",
        &[
            "eenhe",
            "personeel",
            "aflos",
            "zandzak",
            "peloton",
            "voertuig",
            "manschap",
        ],
    ),
    (
        "communication",
        &[
            "nl-alert",
            "persbericht",
            "media",
            "woordvoer",
            "journalist",
        ],
    ),
];

/// Words that say that a function or body speaks, and no private person, in small letters.
pub const SENDERS: &[&str] = &[
    "ags",
    "adviseur",
    "brandweer",
    "burgemeester",
    "caco",
    "calamiteitencoördinator",
    "commandant",
    "copi",
    "coördinator",
    "crisiscoördinator",
    "crisisteam",
    "dijkgraaf",
    "dpg",
    "gbt",
    "gezaghebber",
    "ghor",
    "hovd",
    "im",
    "informatiemanager",
    "leider",
    "liaison",
    "locc",
    "meldkamer",
    "mk",
    "ncc",
    "netbeheerder",
    "officier",
    "ol",
    "ovd",
    "ovd-b",
    "ovd-bz",
    "ovd-g",
    "ovd-m",
    "ovd-p",
    "piket",
    "plotter",
    "politie",
    "rbt",
    "rcc",
    "rijkswaterstaat",
    "rot",
    "rws",
    "sectie",
    "team",
    "verslaglegger",
    "voorlichter",
    "voorzitter",
    "waterschap",
    "woordvoerder",
];

/// The theme that a text is taken to be about; empty for none. The most words win, then the order
/// of the table.
pub fn guess(text: &str) -> &'static str {
    let small = text.to_lowercase();
    let words: Vec<&str> = small
        .split(|it: char| !it.is_alphanumeric() && it != '-')
        .collect();
    let hits = |stems: &[&str]| {
        let hit = |word: &&&str| stems.iter().any(|stem| word.starts_with(stem));
        words.iter().filter(hit).count()
    };
    let mut best = ("", 0);
    for (theme, stems) in KEYWORDS {
        let found = hits(stems);
        if found > best.1 {
            best = (theme, found);
        }
    }
    best.0
}

/// True when it is a function or body that speaks.
pub fn is_function(name: &str) -> bool {
    let small = name.to_lowercase();
    let mut words = small.split(|it: char| !it.is_alphanumeric() && it != '-');
    words.any(|word| SENDERS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::themes::THEMES;

    #[test]
    fn every_heading_and_word_leads_to_a_theme_that_is_there() {
        let of_headings = HEADINGS.iter().map(|(_, theme)| *theme);
        let of_words = KEYWORDS.iter().map(|(theme, _)| *theme);
        for theme in of_headings.chain(of_words).filter(|it| !it.is_empty()) {
            assert!(THEMES.contains(&theme), "{theme}");
        }
    }

    #[test]
    fn a_line_is_about_what_most_of_its_words_are_about() {
        assert_eq!(guess("Dijk bij gemaal zwak, brug dicht"), "water");
        assert_eq!(guess("Twee gewonden naar ziekenhuis"), "health");
        assert_eq!(guess("Alles rustig"), "");
    }

    #[test]
    fn a_function_is_told_from_a_person() {
        assert!(is_function("OvD-B 12"));
        assert!(is_function("Meldkamer Oost"));
        assert!(!is_function("Jan de Vries"));
    }
}
