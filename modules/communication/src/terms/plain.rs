// SPDX-License-Identifier: EUPL-1.2
//! What may keep a Dutch text from reading at level B1 (CEFR), and why. Advice, never a refusal:
//! which sentence a reader does follow is not for a rule to say. The bound and the words are our
//! own choice, not verified against a published list.

/// Most words in a sentence that reads at once.
const LONG: usize = 15;

/// Something that makes a text hard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// A sentence with so many words.
    Long {
        /// How it begins.
        begins: String,
        /// Its words.
        words: usize,
    },
    /// A word that few use, with a plainer one.
    Hard {
        /// As it stands there.
        word: String,
        /// What says the same.
        plainer: &'static str,
    },
    /// Something is done and nobody does it.
    Passive {
        /// How the sentence begins.
        begins: String,
    },
    /// A short form that the public does not know.
    Short {
        /// As it stands there.
        word: String,
    },
    /// A number of many digits without points, or one in letters.
    Number {
        /// As it stands there.
        word: String,
    },
}

/// Words of government and of crisis teams, and what a neighbour would say.
const HARD: &[(&str, &str)] = &[
    ("aangaande", "over"),
    ("aanvang", "begin"),
    ("additioneel", "extra"),
    ("adequaat", "goed"),
    ("alsmede", "en ook"),
    ("betreffende", "over"),
    ("calamiteit", "ramp"),
    ("conform", "volgens"),
    ("continueren", "doorgaan"),
    ("derhalve", "daarom"),
    ("desbetreffende", "deze"),
    ("dient", "moet"),
    ("dienen", "moeten"),
    ("doch", "maar"),
    ("evacuatie", "vertrek"),
    ("evacueren", "vertrekken"),
    ("faciliteren", "helpen"),
    ("gedurende", "tijdens"),
    ("geëvacueerd", "weggebracht"),
    ("heden", "nu"),
    ("hedenavond", "vanavond"),
    ("implementeren", "invoeren"),
    ("incident", "ongeluk"),
    ("indien", "als"),
    ("inzake", "over"),
    ("middels", "met"),
    ("mitigeren", "kleiner maken"),
    ("momenteel", "nu"),
    ("nadere", "meer"),
    ("namelijk", "want"),
    ("omtrent", "over"),
    ("onderhavige", "deze"),
    ("opdat", "zodat"),
    ("penibel", "moeilijk"),
    ("percipiëren", "zien"),
    ("prioriteit", "voorrang"),
    ("reeds", "al"),
    ("slachtoffers", "gewonden of doden"),
    ("teneinde", "om"),
    ("ten behoeve van", "voor"),
    ("ten gevolge van", "door"),
    ("tevens", "ook"),
    ("thans", "nu"),
    ("trachten", "proberen"),
    ("uitsluitend", "alleen"),
    ("verdisconteren", "meetellen"),
    ("verstrekken", "geven"),
    ("vigerend", "geldig"),
    ("vooralsnog", "nu nog"),
    ("wijzigen", "veranderen"),
    ("zodoende", "zo"),
];

/// Short forms that stay inside crisis teams.
const SHORT: &[&str] = &[
    "BHV", "CoPI", "GHOR", "GMK", "GRIP", "IFV", "KCR2", "LCMS", "LMS", "LOCC", "MCCb", "NCC",
    "NCTV", "NIPV", "OL", "OvD", "RBT", "ROL", "ROT", "RWS", "SITRAP", "VR", "WAS", "WVD",
];

/// What makes a text hard, in the order in which it stands there.
pub fn findings(text: &str) -> Vec<Finding> {
    sentences(text).flat_map(of_sentence).collect()
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let ends = |it: char| matches!(it, '.' | '!' | '?' | '\n' | ';');
    text.split(ends).map(str::trim).filter(|it| !it.is_empty())
}

fn of_sentence(sentence: &str) -> Vec<Finding> {
    let words: Vec<&str> = sentence
        .split_whitespace()
        .map(|word| word.trim_matches(|it: char| !it.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    let begins = || words.iter().take(4).copied().collect::<Vec<_>>().join(" ");
    let mut found = Vec::new();
    if words.len() > LONG {
        found.push(Finding::Long {
            begins: begins(),
            words: words.len(),
        });
    }
    let lower = words.iter().map(|word| word.to_lowercase());
    let lower: Vec<String> = lower.collect();
    let flat = format!(" {} ", lower.join(" "));
    for (hard, plainer) in HARD {
        if flat.contains(&format!(" {hard} ")) {
            found.push(Finding::Hard {
                word: (*hard).to_owned(),
                plainer,
            });
        }
    }
    for word in &words {
        if SHORT.contains(word) {
            found.push(Finding::Short {
                word: (*word).to_owned(),
            });
        }
        let digits = word.chars().filter(char::is_ascii_digit).count();
        if digits >= 5 && digits == word.chars().count() && !word.starts_with('0') {
            found.push(Finding::Number {
                word: (*word).to_owned(),
            });
        }
    }
    if passive(&lower) {
        found.push(Finding::Passive { begins: begins() });
    }
    found
}

/// True for `worden` with a past participle further on, and nobody named with `door`.
fn passive(words: &[String]) -> bool {
    let auxiliary = ["wordt", "worden", "werd", "werden"];
    let at = words.iter().position(|it| auxiliary.contains(&it.as_str()));
    let Some(at) = at else {
        return false;
    };
    let participle = |word: &String| {
        let whole = word.len() > 4 && word.starts_with("ge");
        let begun = ["be", "ver", "ont", "her"]
            .iter()
            .any(|it| word.starts_with(it));
        let ends = ["d", "t", "en"].iter().any(|it| word.ends_with(it));
        (whole || (begun && word.len() > 6)) && ends
    };
    words.iter().skip(at + 1).any(participle) && !words.iter().any(|it| it == "door")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_in_short_sentences_are_let_be() {
        let plain = "Er is een grote brand in Arcen. Blijf binnen. Sluit ramen en deuren.\n\
                     Bel 0800 1351 als u vragen heeft. De brandweer blust de brand.";
        assert_eq!(findings(plain), []);
    }

    #[test]
    fn each_finding_says_what_and_why() {
        let hard = "Indien u geëvacueerd dient te worden, wordt u door het CoPI tevens \
                    geïnformeerd omtrent de opvang van de 12000 bewoners";
        let found = findings(hard);
        assert!(
            matches!(found.first(), Some(Finding::Long { words: 20, .. })),
            "{found:?}"
        );
        let plainer = |hard: &str| {
            let mut all = found.iter();
            all.any(|it| matches!(it, Finding::Hard { word, .. } if word == hard))
        };
        assert!(
            ["indien", "dient", "tevens", "omtrent", "geëvacueerd"]
                .into_iter()
                .all(plainer)
        );
        let word = |text: &str| text.to_owned();
        assert!(found.contains(&Finding::Short { word: word("CoPI") }));
        assert!(found.contains(&Finding::Number {
            word: word("12000")
        }));
    }

    #[test]
    fn nobody_does_what_is_done_is_told_and_who_does_it_is_not() {
        let passive = |text: &str| {
            let mut found = findings(text).into_iter();
            found.any(|it| matches!(it, Finding::Passive { .. }))
        };
        assert!(passive("De weg wordt afgesloten en gecontroleerd"));
        assert!(!passive("De weg wordt door de politie gecontroleerd"));
        assert!(!passive("Het wordt koud"));
        assert!(!passive("De politie sluit de weg"));
    }

    #[test]
    fn no_text_breaks_it() {
        for text in ["", ".", "....", "\u{202e}abc", "🌊🌊🌊", "a\0b"] {
            let _ = findings(text);
        }
        let _ = findings(&"woord ".repeat(50_000));
    }
}
