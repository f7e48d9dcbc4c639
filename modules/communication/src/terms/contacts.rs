// SPDX-License-Identifier: EUPL-1.2
//! Telephone numbers and addresses in a text, so that none goes out that nobody called back: in the
//! outage of 112 on 24 June 2019 a wrong number stood in a national NL-Alert.

/// What a contact can be.
pub const SORTS: &[&str] = &["phone", "mail", "web"];

/// The emergency number (112 in the whole European Union, Directive (EU) 2018/1972, article 109),
/// which needs no test of ours.
const EMERGENCY: &str = "112";

/// Endings of addresses of the web that stand in Dutch texts without `www`.
const ENDINGS: &[&str] = &[
    "nl",
    "eu",
    "com",
    "org",
    "net",
    "info",
    "bq",
    "aw",
    "cw",
    "sx",
    "frl",
    "amsterdam",
];

/// A contact that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// One of [`SORTS`].
    pub sort: &'static str,
    /// In the form in which the register has it.
    pub value: String,
}

/// All contacts in a text, each once, but for the emergency number.
pub fn contacts(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = text.split_whitespace().filter_map(word).collect();
    found.extend(numbers(text));
    found.retain(|it| it.value != EMERGENCY);
    found.sort();
    found.dedup();
    found
}

/// A contact as the register has it, however it was typed; none when it is none of that sort.
pub fn plain(sort: &str, typed: &str) -> Option<String> {
    match sort {
        "phone" => numbers(typed).into_iter().next().map(|it| it.value),
        _ => word(typed.trim())
            .filter(|it| it.sort == sort)
            .map(|it| it.value),
    }
}

/// An address of mail or web that is one word.
fn word(word: &str) -> Option<Found> {
    let word = word.trim_matches(|it: char| !it.is_alphanumeric() && it != '/');
    let word = word.trim_end_matches('/').to_lowercase();
    if let Some((name, host)) = word.split_once('@') {
        let mail = !name.is_empty() && is_host(host);
        return mail.then(|| Found {
            sort: "mail",
            value: word.clone(),
        });
    }
    let bare = word
        .strip_prefix("https://")
        .or_else(|| word.strip_prefix("http://"));
    let bare = bare.unwrap_or(&word);
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    let host = bare.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let known = host
        .rsplit('.')
        .next()
        .is_some_and(|it| ENDINGS.contains(&it));
    (is_host(host) && (known || bare.len() < word.len())).then(|| Found {
        sort: "web",
        value: bare.to_owned(),
    })
}

fn is_host(host: &str) -> bool {
    let parts: Vec<&str> = host.split('.').collect();
    let part = |it: &&str| {
        let mut letters = it.chars();
        !it.is_empty() && letters.all(|it| it.is_ascii_alphanumeric() || it == '-')
    };
    parts.len() >= 2 && parts.iter().all(part)
}

/// Telephone numbers: ten digits from a nought, those of service and emergency, and those with the
/// number of a country.
fn numbers(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut run = String::new();
    for letter in text.chars().chain(['.']) {
        match letter {
            '0'..='9' => run.push(letter),
            '+' if run.is_empty() => run.push(letter),
            ' ' | '-' | '(' | ')' | '/' | '\u{a0}' | '\u{2011}' if !run.is_empty() => {}
            _ => {
                found.extend(number(&run));
                run.clear();
            }
        }
    }
    found
}

fn number(run: &str) -> Option<Found> {
    let home = run
        .strip_prefix("+31")
        .map(|rest| format!("0{}", rest.trim_start_matches('0')));
    let value = home.unwrap_or_else(|| run.to_owned());
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let service = ["0800", "0900", "0906", "0909", "088", "085"];
    let is_service = service.iter().any(|it| value.starts_with(it)) && (8..=11).contains(&digits);
    let is_number = (value.starts_with('0') && digits == 10)
        || (value.starts_with('+') && (8..=15).contains(&digits))
        || is_service
        || value == EMERGENCY;
    is_number.then_some(Found {
        sort: "phone",
        value,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<String> {
        contacts(text).into_iter().map(|it| it.value).collect()
    }

    #[test]
    fn numbers_and_addresses_are_found_however_they_are_written() {
        let text = "Bel 0800 1351, 077-123 45 67 of +31 (0)77 1234568. In nood 112. \
                    Mail naar Info@Voorbeeldstad.nl, kijk op https://www.crisis.nl/ en \
                    voorbeeldstad.nl/nieuws.";
        assert_eq!(
            values(text),
            [
                "info@voorbeeldstad.nl",
                "0771234567",
                "0771234568",
                "08001351",
                "crisis.nl",
                "voorbeeldstad.nl/nieuws"
            ]
        );
    }

    #[test]
    fn what_is_no_contact_is_let_be() {
        for text in [
            "Er zijn 12.000 mensen en 350 dieren",
            "Op 23-11-2026 om 10.00 uur",
            "De A73 is dicht bij km 52.3",
            "Maas 14,50 m +NAP",
            "gevaarlijk.Blijf binnen",
        ] {
            assert_eq!(values(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn the_register_has_one_form_of_each() {
        assert_eq!(
            plain("phone", "+31 77 123 45 67").as_deref(),
            Some("0771234567")
        );
        assert_eq!(
            plain("web", "HTTPS://www.Crisis.NL/").as_deref(),
            Some("crisis.nl")
        );
        assert_eq!(plain("mail", "geen mail"), None);
        assert_eq!(plain("phone", "12"), None);
    }

    #[test]
    fn no_text_breaks_it() {
        for text in [
            "",
            "+",
            "@",
            "...",
            "+31",
            "\u{202e}0800",
            "www.",
            "http://",
            "a@b",
        ] {
            let _ = contacts(text);
        }
        let _ = contacts(&"0".repeat(100_000));
    }
}
