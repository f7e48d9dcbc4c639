// SPDX-License-Identifier: EUPL-1.2
//! Whatever is pasted: reading never fails on it, and no character of it is lost.

#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

use jiff::tz::TimeZone;
use paraat_messages::{Given, Handed, MOST_CHARACTERS, Read, Refused, read};
use proptest::prelude::*;

fn given() -> Given<'static> {
    Given {
        now: "2026-11-23T22:10:00Z".parse().unwrap(),
        zone: TimeZone::get("Europe/Amsterdam").unwrap(),
        headings: &["situatie", "gevolgen", "water", "scenario's"],
        senders: &["meldkamer", "ovd-b"],
    }
}

fn of(bytes: &[u8]) -> Result<Read, Refused> {
    read(Handed { name: "", bytes }, &given())
}

/// What is left of a text without blanks, with signs that cannot be shown replaced.
fn bare(text: &str) -> String {
    let shown = text.chars().filter(|it| !it.is_whitespace());
    shown
        .map(|it| if it.is_control() { '\u{fffd}' } else { it })
        .collect()
}

fn all_of(read: &Read) -> String {
    let parts = read
        .messages
        .iter()
        .map(|it| format!("{}{}", it.head, it.text));
    bare(&parts.collect::<String>())
}

/// Nothing is lost, nothing is added, and every message is one that a log takes.
fn holds(text: &str) {
    match of(text.as_bytes()) {
        Ok(read) => {
            assert_eq!(all_of(&read), bare(text), "{text:?}");
            for message in &read.messages {
                assert!(!message.text.trim().is_empty(), "{text:?}");
                assert!(message.text.chars().count() <= MOST_CHARACTERS);
                let now = given().now.as_second() + 600;
                assert!(
                    message.at.is_none_or(|at| at.as_second() <= now),
                    "{text:?}"
                );
            }
        }
        Err(refused) => assert_eq!((refused, bare(text)), (Refused::Empty, String::new())),
    }
}

/// Pieces that mean something, and pieces that try to.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        "[23-11-2026, 21:14:05] Jan: ",
        "23-11-2026 21:14 - ",
        "21:14 ",
        "2114 ",
        "25:99 ",
        "[21:14]",
        "Situatie",
        "Situatie:",
        "Water\t",
        "# Gevolgen ==",
        "- ",
        "• ",
        "Meldkamer: ",
        "OvD-B:\t",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        ":",
        "[",
        "]",
        "1. ",
        "99-99-9999 99:99 - x: ",
        "\u{200e}",
        "\u{feff}",
        "\u{202e}",
        "\u{0}",
        "\u{1b}[2J",
        "\u{2028}",
        "\u{85}",
        "\u{a0}",
        "👩‍👩‍👧",
        "e\u{301}\u{301}",
        "İ",
        "ﬃ",
        "<script>",
        "'; DROP",
        "{{7*7}}",
        "9999999999999999999 ",
        "29-02-2025 12:00 - a: ",
        "24:00 ",
        "0:00 ",
        "12:00 am ",
        "29-02 12:00 ",
        "30-2-26 1:00 pm x",
    ];
    let known = prop::sample::select(known.to_vec()).prop_map(str::to_owned);
    prop_oneof![6 => known, 2 => "[a-z .!?]{0,12}", 1 => "\\PC{0,6}", 1 => any::<String>()]
}

/// Headers at the start make it a mail, which has more to lose than its text.
fn no_mail(text: &str) -> bool {
    !text.to_lowercase().contains("from:")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn no_character_of_a_text_is_lost(pieces in prop::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        let text = text.trim_start_matches('\u{feff}');
        prop_assume!(no_mail(text));
        holds(text);
    }

    #[test]
    fn no_bytes_make_it_fail(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = of(&bytes);
        let _ = read(Handed { name: "x.eml", bytes: &bytes }, &given());
    }

    #[test]
    fn no_mail_makes_it_fail(
        pieces in prop::collection::vec(piece(), 0..12),
        kind in "(text|multipart|image)/(plain|html|mixed|alternative)",
        parameter in "(charset|boundary)=[a-z\"]{0,6}",
        way in "(base64|quoted-printable|8bit|x)",
    ) {
        let body = pieces.concat();
        let mail = format!("From: {body}\nDate: {body}\nSubject: =?utf-8?q?{body}?=\n\
            Content-Type: {kind}; {parameter}\n\
            Content-Transfer-Encoding: {way}\n\n--{body}\n{body}");
        let _ = of(mail.as_bytes());
        let _ = read(Handed { name: "x.eml", bytes: mail.as_bytes() }, &given());
    }
}

#[test]
fn text_that_is_known_to_break_programs_is_read_as_it_is() {
    for text in [
        "",
        "\u{0}",
        "undefined",
        "NaN",
        "1E+02",
        "٠١٢",
        "田中さんにあげて下さい",
        "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤ ̖t̝͕̳̣̻̪͞h̼͓̲̦̳̘̲e͇̣̰̦̬͎",
        "\u{202e}test\u{202e}",
        "\u{2066}test\u{2067}",
        "ﷺ ﷽",
        "[[[[[[[[",
        "]]]]:::::",
        ":",
        "\t\t\t",
        "- - - -",
        "----",
        "Situatie",
        "situatie:\nSituatie\tSITUATIE",
        "İstanbul: x",
        "21:14",
        "21:14\n21:15",
        "[21:14] a:",
    ] {
        holds(text);
    }
}

#[test]
fn a_paste_at_the_limit_takes_no_time_that_somebody_would_notice() {
    let lines =
        "23-11-2026 21:14 - Jan: dijk verzakt bij paal 12 en de weg is dicht voor al het verkeer\n";
    let start = std::time::Instant::now();
    let found = of(lines.repeat(1_999).as_bytes()).unwrap();
    assert_eq!(found.messages.len(), 1_999);
    // One line of a quarter of a million characters.
    holds(&"[21:14 ".repeat(30_000));
    holds(&"a ".repeat(100_000));
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}
