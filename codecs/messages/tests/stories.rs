// SPDX-License-Identifier: EUPL-1.2
//! What people paste, and what comes of it.

#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test that fails here is a failing test"
)]

use jiff::Timestamp;
use jiff::tz::TimeZone;
use paraat_messages::{Finding, Form, Given, Handed, Message, Read, Refused, read};

const HEADINGS: &[&str] = &["situatie", "gevolgen", "knelpunten"];
const SENDERS: &[&str] = &["meldkamer", "copi", "ovd-b"];

fn given() -> Given<'static> {
    Given {
        // Ten past eleven at night in the Netherlands.
        now: "2026-11-23T22:10:00Z".parse().unwrap(),
        zone: TimeZone::get("Europe/Amsterdam").unwrap(),
        headings: HEADINGS,
        senders: SENDERS,
    }
}

fn of(text: &str) -> Read {
    let bytes = text.as_bytes();
    read(Handed { name: "", bytes }, &given()).unwrap()
}

fn at(text: &str) -> Option<Timestamp> {
    Some(text.parse().unwrap())
}

fn texts(read: &Read) -> Vec<&str> {
    read.messages.iter().map(|it| it.text.as_str()).collect()
}

fn said(from: &str, when: &str, text: &str) -> (String, Option<Timestamp>, String) {
    (from.to_owned(), at(when), text.to_owned())
}

fn whole(message: &Message) -> (String, Option<Timestamp>, String) {
    (message.from.clone(), message.at, message.text.clone())
}

#[test]
fn plain_text_is_a_message_a_line_or_a_paragraph() {
    let lines = of("Dijk verzakt\nWeg dicht\n- Pomp stuk");
    assert_eq!(lines.form, Form::Plain);
    assert_eq!(texts(&lines), ["Dijk verzakt", "Weg dicht", "Pomp stuk"]);
    let paragraphs = of("Dijk\nverzakt\n\n\nWeg dicht\r\n");
    assert_eq!(texts(&paragraphs), ["Dijk\nverzakt", "Weg dicht"]);
}

#[test]
fn an_exported_chat_has_a_message_for_each_stamp() {
    let chat = of(
        "[23-11-2026, 21:14:05] Jan de Vries: Dijk verzakt\nbij paal 12\n\
         23-11-2026 21:20 - OvD-B 12: Weg: dicht\n\
         \u{200e}[23-11-26 21:21:00] Piet: \u{200e}afbeelding weggelaten",
    );
    assert_eq!(chat.form, Form::Chat);
    let all: Vec<_> = chat.messages.iter().map(whole).collect();
    assert_eq!(
        all,
        [
            said(
                "Jan de Vries",
                "2026-11-23T20:14:05Z",
                "Dijk verzakt\nbij paal 12"
            ),
            said("OvD-B 12", "2026-11-23T20:20:00Z", "Weg: dicht"),
            said("Piet", "2026-11-23T20:21:00Z", "afbeelding weggelaten"),
        ]
    );
}

#[test]
fn other_programs_write_their_stamps_otherwise() {
    for line in [
        "[21:14] Piet: pomp stuk",
        "[23-11 21:14] Piet: pomp stuk",
        "[11/23/26, 9:14:00\u{202f}PM] Piet: pomp stuk",
        "2026-11-23 21:14 - Piet: pomp stuk",
    ] {
        let all: Vec<_> = of(line).messages.iter().map(whole).collect();
        assert_eq!(
            all,
            [said("Piet", "2026-11-23T20:14:00Z", "pomp stuk")],
            "{line}"
        );
    }
}

#[test]
fn a_line_of_a_control_room_begins_with_a_time() {
    let log = of("21:14 Meldkamer: dijk verzakt\n21:20 Let op: weg dicht\ntot nader order");
    assert_eq!(log.form, Form::Log);
    let all: Vec<_> = log.messages.iter().map(whole).collect();
    assert_eq!(
        all,
        [
            said("Meldkamer", "2026-11-23T20:14:00Z", "dijk verzakt"),
            // `Let op` says nothing of who speaks.
            said(
                "",
                "2026-11-23T20:20:00Z",
                "Let op: weg dicht\ntot nader order"
            ),
        ]
    );
    let bare = of("2114 dijk verzakt\n2120 weg dicht");
    assert_eq!(bare.messages[0].at, at("2026-11-23T20:14:00Z"));
    assert_eq!(texts(&bare), ["dijk verzakt", "weg dicht"]);
}

#[test]
fn a_figure_is_no_time() {
    let figures = of("2026 mensen geteld");
    assert_eq!(
        whole(&figures.messages[0]),
        (String::new(), None, "2026 mensen geteld".to_owned())
    );
    for text in [
        "12.50 meter boven NAP",
        "10:300 stuks",
        "25:61 uur",
        "1234567 liter",
    ] {
        let found = of(text);
        let message = &found.messages[0];
        assert!(
            message.text.starts_with(&text[..2]) || message.at.is_some(),
            "{text}"
        );
    }
}

#[test]
fn a_time_without_a_day_is_the_last_one_that_was() {
    let late = of("23:50 rustig");
    assert_eq!(late.messages[0].at, at("2026-11-22T22:50:00Z"));
    let year = of("[24-11 08:00] Piet: rustig");
    assert_eq!(year.messages[0].at, at("2025-11-24T07:00:00Z"));
}

#[test]
fn a_time_that_is_still_to_come_stays_in_the_text() {
    let early = of("[24-11-2026 08:00] Piet: rustig");
    assert_eq!(early.messages[0].at, None);
    assert_eq!(texts(&early), ["[24-11-2026 08:00] Piet: rustig"]);
    assert_eq!(early.findings, [Finding::ToCome(1)]);
    // A clock that is some minutes ahead is no reason to doubt.
    assert_eq!(
        of("23:13 rustig").messages[0].at,
        at("2026-11-23T22:13:00Z")
    );
}

#[test]
fn a_tab_has_headings_and_what_stands_under_them() {
    let tab = of(
        "Situatie\n- 21:14 Dijk verzakt.\n- Kwel\n\nGevolgen: A2 dicht\n\
         # Knelpunten\nTe weinig zandzakken\nen te weinig mensen.",
    );
    assert_eq!(tab.form, Form::Tab);
    let all: Vec<(&str, &str)> = tab
        .messages
        .iter()
        .map(|it| (it.heading.as_str(), it.text.as_str()))
        .collect();
    assert_eq!(
        all,
        [
            ("situatie", "Dijk verzakt."),
            ("situatie", "Kwel"),
            ("gevolgen", "A2 dicht"),
            ("knelpunten", "Te weinig zandzakken\nen te weinig mensen."),
        ]
    );
    assert_eq!(tab.messages[0].at, at("2026-11-23T20:14:00Z"));
    let columns = of("SITUATIE\tDijk verzakt\nGevolgen\tWeg dicht");
    assert_eq!(texts(&columns), ["Dijk verzakt", "Weg dicht"]);
}

const MAIL: &str = "From: Jan de Vries <jan@waterschap.example>\r\n\
    To: rot@vr.example\r\nDate: Mon, 23 Nov 2026 22:05:00 +0100\r\n\
    Subject: =?utf-8?Q?Dijk_verzakt_bij_=C3=89cluse?=\r\nMIME-Version: 1.0\r\n\
    Content-Type: multipart/mixed; boundary=b1\r\n\r\n--b1\r\n\
    Content-Type: text/plain; charset=iso-8859-1\r\n\
    Content-Transfer-Encoding: quoted-printable\r\n\r\n\
    Kade is =E9=E9n meter gezakt.\r\n\r\nPompen=\r\n draaien.\r\n--b1\r\n\
    Content-Type: image/jpeg; name=\"dijk.jpg\"\r\nContent-Transfer-Encoding: base64\r\n\
    Content-Disposition: attachment; filename=\"dijk.jpg\"\r\n\r\n/9j/4AAQ\r\n--b1--\r\n";

#[test]
fn a_mail_gives_its_subject_and_its_text_and_names_its_files() {
    let mail = of(MAIL);
    assert_eq!(mail.form, Form::Mail);
    assert_eq!(
        texts(&mail),
        [
            "Dijk verzakt bij Écluse",
            "Kade is één meter gezakt.",
            "Pompen draaien."
        ]
    );
    let from = |it: &Message| it.from == "Jan de Vries <jan@waterschap.example>";
    assert!(mail.messages.iter().all(from));
    assert!(
        mail.messages
            .iter()
            .all(|it| it.at == at("2026-11-23T21:05:00Z"))
    );
    assert_eq!(mail.findings, [Finding::Attachment("dijk.jpg".to_owned())]);
}

#[test]
fn a_mail_without_plain_text_is_read_from_its_page() {
    let mail = of(
        "From: a@b.example\nSubject: x\nContent-Type: text/html; charset=utf-8\n\n\
         <html><body><p>Weg <b>dicht</b></p></body></html>",
    );
    assert!(
        texts(&mail).iter().any(|it| it.contains("Weg dicht")),
        "{mail:?}"
    );
    assert!(mail.findings.contains(&Finding::FromPage));
}

#[test]
fn text_of_an_old_desktop_is_read_too() {
    let bytes = b"E\xe9n dijk";
    let found = read(
        Handed {
            name: "a.txt",
            bytes,
        },
        &given(),
    )
    .unwrap();
    assert_eq!(texts(&found), ["Eén dijk"]);
    assert_eq!(found.findings, [Finding::Alphabet("windows-1252")]);
}

#[test]
fn what_is_too_much_is_refused_in_so_many_words() {
    let read = |bytes: &[u8]| read(Handed { name: "", bytes }, &given()).unwrap_err();
    assert_eq!(read(b" \n\n "), Refused::Empty);
    assert_eq!(read(&vec![b'a'; 10_000_000]), Refused::TooLong);
    assert_eq!(read(&vec![b'a'; 300_000]), Refused::TooLong);
    assert_eq!(
        read("dijk\n".repeat(2_001).as_bytes()),
        Refused::TooMany(2_001)
    );
}

#[test]
fn a_long_message_is_divided_at_a_sentence() {
    let long = of(&format!(
        "kort\nDit is een zin. {}",
        "Nog een zin. ".repeat(400)
    ));
    assert_eq!(long.messages.len(), 3);
    assert_eq!(long.findings, [Finding::Divided(2)]);
    let fits = |it: &Message| it.text.chars().count() <= 4_000 && it.text.ends_with(['t', '.']);
    assert!(long.messages.iter().all(fits));
}
