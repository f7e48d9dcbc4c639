// SPDX-License-Identifier: EUPL-1.2
//! A mail (RFC 5322, MIME): when, from whom, about what, and its text. Its files are named only.

use jiff::Timestamp;
use mail_parser::{MessageParser, MimeHeaders as _};

use crate::Finding;

/// What is taken of a mail.
#[derive(Debug, Default)]
pub struct Mail {
    /// When it was sent.
    pub at: Option<Timestamp>,
    /// Who sent it: name and address, as far as they stand there.
    pub from: String,
    /// What it is about.
    pub subject: String,
    /// Its text.
    pub text: String,
}

/// Lines at the beginning of which the headers must stand.
const HEAD_LINES: usize = 60;

/// True when bytes begin as a mail does: headers, a sender and a date or subject among them.
pub fn is_mail(bytes: &[u8]) -> bool {
    let mut names = Vec::new();
    for line in bytes.split(|it| *it == b'\n').take(HEAD_LINES) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            break;
        }
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let name = line.split(|it| *it == b':').next().unwrap_or_default();
        let header = |it: &u8| it.is_ascii_alphanumeric() || *it == b'-';
        if name.len() == line.len() || name.is_empty() || !name.iter().all(header) {
            return false;
        }
        names.push(name.to_ascii_lowercase());
    }
    let has = |name: &[u8]| names.iter().any(|it| it == name);
    has(b"from") && (has(b"date") || has(b"subject") || has(b"mime-version"))
}

/// The mail; none when it cannot be read as one.
pub fn read(bytes: &[u8], findings: &mut Vec<Finding>) -> Option<Mail> {
    let mail = MessageParser::default().parse(bytes)?;
    let sender = mail.from().and_then(|it| it.first());
    let part = |it: Option<&str>| it.unwrap_or_default().trim().to_owned();
    let (name, address) = sender.map_or((String::new(), String::new()), |it| {
        (part(it.name()), part(it.address()))
    });
    let from = match (name.as_str(), address.as_str()) {
        (name, "") => name.to_owned(),
        ("", address) => address.to_owned(),
        (name, address) => format!("{name} <{address}>"),
    };
    let mut text = String::new();
    for at in 0..mail.text_body_count() {
        if let Some(part) = mail.body_text(at) {
            text.push_str(&part);
            text.push('\n');
        }
    }
    let page = mail
        .text_bodies()
        .next()
        .is_some_and(|it| it.is_text_html());
    if page {
        findings.push(Finding::FromPage);
    }
    for file in mail.attachments() {
        let name = file.attachment_name().unwrap_or("?").to_owned();
        findings.push(Finding::Attachment(name));
    }
    let at = mail
        .date()
        .and_then(|it| Timestamp::from_second(it.to_timestamp()).ok());
    Some(Mail {
        at,
        from,
        subject: part(mail.subject()),
        text,
    })
}
