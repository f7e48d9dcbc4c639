// SPDX-License-Identifier: EUPL-1.2
//! The one way in: what it is, its text, its messages, within the limits.

use crate::divide::divide;
use crate::text::{clean, decode};
use crate::walk::walk;
use crate::{
    Finding, Form, Given, Handed, MOST_BYTES, MOST_CHARACTERS, MOST_MESSAGES, MOST_TEXT, Message,
    Read, Refused, mail,
};

/// Reads what was handed in.
pub fn read(handed: Handed, given: &Given) -> Result<Read, Refused> {
    if handed.bytes.len() > MOST_BYTES {
        return Err(Refused::TooLong);
    }
    let named = handed.name.to_lowercase().ends_with(".eml");
    let mut findings = Vec::new();
    let read = if named || mail::is_mail(handed.bytes) {
        of_mail(handed.bytes, given, &mut findings)?
    } else {
        let text = decode(handed.bytes, &mut findings);
        of_text(&text, given)?
    };
    findings.extend(read.findings);
    let messages = within(read.messages, &mut findings);
    match messages.len() {
        0 => Err(Refused::Empty),
        many if many > MOST_MESSAGES => Err(Refused::TooMany(many)),
        _ => Ok(Read {
            form: read.form,
            messages,
            findings,
        }),
    }
}

fn of_text(text: &str, given: &Given) -> Result<Read, Refused> {
    if text.len() > MOST_TEXT {
        return Err(Refused::TooLong);
    }
    let walked = walk(text, given, None);
    Ok(Read {
        form: walked.form,
        messages: walked.messages,
        findings: walked.findings,
    })
}

/// The subject is a message of its own; what the text holds is read as any text, seen from when the
/// mail was sent.
fn of_mail(bytes: &[u8], given: &Given, findings: &mut Vec<Finding>) -> Result<Read, Refused> {
    let mail = mail::read(bytes, findings).ok_or(Refused::NoMail)?;
    let text = clean(&mail.text, findings);
    if text.len() > MOST_TEXT {
        return Err(Refused::TooLong);
    }
    let at = mail.at.filter(|at| *at <= given.now);
    let then = Given {
        now: at.unwrap_or(given.now),
        ..given.clone()
    };
    let walked = walk(&text, &then, at);
    let subject = Message {
        at,
        text: clean(&mail.subject, findings).trim().to_owned(),
        ..Message::default()
    };
    let subject = Some(subject).filter(|it| !it.text.is_empty());
    let before = usize::from(subject.is_some());
    let mut messages: Vec<Message> = subject.into_iter().chain(walked.messages).collect();
    for message in messages.iter_mut().filter(|it| it.from.is_empty()) {
        message.from.clone_from(&mail.from);
    }
    let moved = walked.findings.into_iter().map(|finding| match finding {
        Finding::ToCome(at) => Finding::ToCome(at + before),
        other => other,
    });
    Ok(Read {
        form: Form::Mail,
        messages,
        findings: moved.collect(),
    })
}

/// The messages with the long ones divided. Findings about messages keep their numbers right.
fn within(messages: Vec<Message>, findings: &mut Vec<Finding>) -> Vec<Message> {
    let mut all: Vec<Message> = Vec::with_capacity(messages.len());
    for (at, message) in messages.into_iter().enumerate() {
        let shift = all.len() - at;
        if shift > 0 {
            let moved = findings
                .iter_mut()
                .filter(|it| **it == Finding::ToCome(at + 1));
            moved.for_each(|it| *it = Finding::ToCome(at + 1 + shift));
        }
        let parts = divide(&message.text, MOST_CHARACTERS);
        if parts.len() < 2 {
            all.push(message);
            continue;
        }
        findings.push(Finding::Divided(all.len() + 1));
        for (number, part) in parts.into_iter().enumerate() {
            let first = number == 0;
            all.push(Message {
                head: if first {
                    message.head.clone()
                } else {
                    String::new()
                },
                text: part.to_owned(),
                ..message.clone()
            });
        }
    }
    all
}
