// SPDX-License-Identifier: EUPL-1.2
//! Holding texts: what can be said in the first minutes, before anybody knows more. Written
//! beforehand, so that one press makes them public; they claim nothing but that something is the
//! matter.

use crate::kinds::message::Isb;

/// What can be the matter.
pub const HAZARDS: &[&str] = &[
    "fire", "smoke", "water", "power", "phone", "weather", "other",
];

/// One text: its hazard, its language, title, what is happening, what people must do.
struct Text(
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const MEANING: [(&str, &str); 2] = [
    (
        "nl",
        "Wij weten nog niet alles. Hier komt meer zodra wij meer weten.",
    ),
    (
        "en",
        "We do not know everything yet. More follows here as soon as we know more.",
    ),
];

const TEXTS: &[Text] = &[
    Text(
        "fire",
        "nl",
        "Brand",
        "Er is een brand. De hulpdiensten zijn bezig.",
        "Blijf op afstand.\nGeef de hulpdiensten de ruimte.",
    ),
    Text(
        "fire",
        "en",
        "Fire",
        "There is a fire. The emergency services are at work.",
        "Keep your distance.\nMake way for the emergency services.",
    ),
    Text(
        "smoke",
        "nl",
        "Rook of een gevaarlijke stof",
        "Er komt rook of een gevaarlijke stof vrij. Wij onderzoeken wat het is.",
        "Ga naar binnen.\nSluit ramen en deuren.\nZet ventilatie uit.",
    ),
    Text(
        "smoke",
        "en",
        "Smoke or a hazardous substance",
        "Smoke or a hazardous substance is released. We are finding out what it is.",
        "Go inside.\nClose windows and doors.\nSwitch off ventilation.",
    ),
    Text(
        "water",
        "nl",
        "Hoog water",
        "Het water stijgt. Wij kijken wat dat betekent.",
        "Blijf weg bij het water.\nVolg het nieuws.",
    ),
    Text(
        "water",
        "en",
        "High water",
        "The water is rising. We are finding out what that means.",
        "Keep away from the water.\nFollow the news.",
    ),
    Text(
        "power",
        "nl",
        "Geen stroom",
        "Op veel plaatsen is geen stroom. De netbeheerder zoekt de oorzaak.",
        "Bel 112 alleen bij levensgevaar.\nKijk om naar wie hulp nodig heeft.",
    ),
    Text(
        "power",
        "en",
        "No power",
        "In many places there is no power. The grid operator is looking for the cause.",
        "Call 112 only in danger of life.\nLook after those who need help.",
    ),
    Text(
        "phone",
        "nl",
        "Bellen lukt niet overal",
        "Bellen, ook met 112, lukt niet overal.",
        "Probeer 112 ook met een andere telefoon.\nLukt het niet: ga naar politie of brandweer.",
    ),
    Text(
        "phone",
        "en",
        "Calls do not work everywhere",
        "Calls, to 112 too, do not work everywhere.",
        "Try 112 with another phone.\nIf that fails: go to a police or fire station.",
    ),
    Text(
        "weather",
        "nl",
        "Gevaarlijk weer",
        "Er is gevaarlijk weer.",
        "Ga alleen de weg op als het moet.\nBlijf binnen als het kan.",
    ),
    Text(
        "weather",
        "en",
        "Dangerous weather",
        "There is dangerous weather.",
        "Go on the road only if you must.\nStay inside if you can.",
    ),
    Text(
        "other",
        "nl",
        "Er is iets aan de hand",
        "Er is iets aan de hand. De hulpdiensten zijn bezig.",
        "Volg het nieuws.\nGeef de hulpdiensten de ruimte.",
    ),
    Text(
        "other",
        "en",
        "Something is the matter",
        "Something is the matter. The emergency services are at work.",
        "Follow the news.\nMake way for the emergency services.",
    ),
];

/// The languages that holding texts are in.
pub const LANGUAGES: &[&str] = &["nl", "en"];

/// The text for a hazard in a language; none when there is none.
pub fn text(hazard: &str, language: &str) -> Option<Isb> {
    let found = TEXTS.iter().find(|it| it.0 == hazard && it.1 == language)?;
    let meaning = MEANING.iter().find(|(own, _)| *own == language);
    Some(Isb {
        groups: String::new(),
        meaning: meaning.map_or("", |(_, text)| text).to_owned(),
        title: found.2.to_owned(),
        todo: found.4.to_owned(),
        what: found.3.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::plain::findings;

    #[test]
    fn there_is_a_plain_text_for_each_hazard_in_each_language() {
        for hazard in HAZARDS {
            for language in LANGUAGES {
                let text = text(hazard, language).unwrap();
                assert!(
                    !text.todo.is_empty() && !text.meaning.is_empty(),
                    "{hazard} {language}"
                );
                if *language == "nl" {
                    for part in [&text.title, &text.what, &text.todo, &text.meaning] {
                        assert_eq!(findings(part), [], "{hazard}");
                    }
                }
            }
        }
    }
}
