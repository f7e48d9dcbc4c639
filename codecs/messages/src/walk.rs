// SPDX-License-Identifier: EUPL-1.2
//! Lines become messages: which form they have, where one begins, what belongs to it.

use jiff::Timestamp;

use crate::head::{Stamp, Style, bullet, heading, speaker, stamp};
use crate::{Finding, Form, Given, Message};

/// What a text holds.
pub struct Walked {
    /// Its form.
    pub form: Form,
    /// Its messages.
    pub messages: Vec<Message>,
    /// What should be known of them.
    pub findings: Vec<Finding>,
}

/// The form of a text, from how its lines begin.
fn form_of(lines: &[&str], given: &Given) -> (Form, bool) {
    let written = lines.iter().filter(|line| !line.trim().is_empty());
    let stamps: Vec<Option<Style>> = written
        .clone()
        .map(|line| stamp(line, given).map(|it| it.style))
        .collect();
    let count = |style: Style| stamps.iter().filter(|it| **it == Some(style)).count();
    let first = stamps.first().copied().flatten();
    let headings: Vec<bool> = written.map(|line| heading(line, given).is_some()).collect();
    let unsure = count(Style::Unsure);
    let timed = count(Style::Sure) + unsure;
    let log = first == Some(Style::Sure)
        || (first == Some(Style::Unsure) && unsure >= 2 && timed * 2 >= stamps.len());
    let form = if first == Some(Style::Chat) || count(Style::Chat) >= 2 {
        Form::Chat
    } else if headings.first() == Some(&true) || headings.iter().filter(|it| **it).count() >= 2 {
        Form::Tab
    } else if log {
        Form::Log
    } else {
        Form::Plain
    };
    (form, unsure >= 2)
}

/// The messages of a text. What has no time of its own gets `usual`.
pub fn walk(text: &str, given: &Given, usual: Option<Timestamp>) -> Walked {
    let lines: Vec<&str> = text.lines().collect();
    let (form, unsure) = form_of(&lines, given);
    let divided = lines.iter().any(|line| line.trim().is_empty());
    let mut walk = Walk {
        given,
        form,
        unsure,
        divided,
        usual,
        ..Walk::of(given)
    };
    for line in lines {
        walk.line(line);
    }
    walk.end();
    if !walk.before.trim().is_empty() {
        // Headings alone: they are all that it says.
        let text = std::mem::take(&mut walk.before);
        let text = text.trim().to_owned();
        walk.done.push(Message {
            text,
            at: usual,
            ..Message::default()
        });
    }
    Walked {
        form,
        messages: walk.done,
        findings: walk.findings,
    }
}

struct Walk<'a, 'g> {
    given: &'a Given<'g>,
    form: Form,
    /// True when figures of four digits are times here.
    unsure: bool,
    /// True when empty lines divide the text.
    divided: bool,
    usual: Option<Timestamp>,
    /// The heading that holds.
    heading: &'g str,
    /// What stood before the next text and is none itself.
    before: String,
    open: Option<Message>,
    done: Vec<Message>,
    findings: Vec<Finding>,
}

impl<'a, 'g> Walk<'a, 'g> {
    fn of(given: &'a Given<'g>) -> Self {
        Self {
            given,
            form: Form::Plain,
            unsure: false,
            divided: false,
            usual: None,
            heading: "",
            before: String::new(),
            open: None,
            done: Vec::new(),
            findings: Vec::new(),
        }
    }

    fn line(&mut self, line: &'a str) {
        if line.trim().is_empty() {
            return self.blank();
        }
        if self.form == Form::Tab
            && let Some((name, rest)) = heading(line, self.given)
        {
            self.end();
            self.heading = name;
            let head = before(line, rest);
            self.before.push_str(head);
            self.before.push('\n');
            if rest.trim().is_empty() {
                return;
            }
            // Behind a heading may stand a time, as on any line.
            return self.begin(rest);
        }
        self.begin(line);
    }

    /// An empty line ends what has no other end.
    fn blank(&mut self) {
        match (self.form, &mut self.open) {
            (Form::Chat | Form::Log, Some(open)) => open.text.push('\n'),
            (Form::Chat | Form::Log, None) => {}
            _ => self.end(),
        }
    }

    fn taken(&self, stamp: &Stamp) -> bool {
        match (self.form, stamp.style) {
            (Form::Chat, style) => style == Style::Chat,
            (Form::Plain | Form::Mail, _) => stamp.style != Style::Unsure,
            (_, Style::Unsure) => self.unsure,
            _ => true,
        }
    }

    fn begin(&mut self, line: &'a str) {
        let listed = bullet(line).filter(|_| matches!(self.form, Form::Plain | Form::Tab));
        let start = listed.unwrap_or(line);
        let timed = stamp(start, self.given).filter(|it| self.taken(it));
        if let Some(stamp) = timed {
            return self.stamped(line, &stamp);
        }
        let alone = match self.form {
            Form::Chat | Form::Log => false,
            Form::Plain | Form::Mail => !self.divided,
            Form::Tab => self.open.as_ref().is_none_or(|it| ended(&it.text)),
        };
        let new = self.open.is_none() || listed.is_some() || alone;
        if new {
            self.end();
            let spoken = speaker(start, false, self.given);
            let (from, text) = spoken.unwrap_or(("", start));
            self.open(before(line, text), self.usual, from, text);
        } else if let Some(open) = &mut self.open {
            open.text.push('\n');
            open.text.push_str(line);
        }
    }

    fn stamped(&mut self, line: &'a str, stamp: &Stamp<'a>) {
        self.end();
        match stamp.when.at(self.given) {
            Some(at) => self.open(before(line, stamp.rest), Some(at), stamp.from, stamp.rest),
            None => {
                self.findings.push(Finding::ToCome(self.done.len() + 1));
                self.open("", self.usual, stamp.from, line);
            }
        }
    }

    fn open(&mut self, head: &str, at: Option<Timestamp>, from: &str, text: &str) {
        let mut all = std::mem::take(&mut self.before);
        all.push_str(head);
        self.open = Some(Message {
            at,
            from: from.to_owned(),
            heading: self.heading.to_owned(),
            head: all,
            text: text.to_owned(),
        });
    }

    fn end(&mut self) {
        let Some(mut open) = self.open.take() else {
            return;
        };
        let text = open.text.trim();
        if text.is_empty() {
            // A time or a name without a word: it goes before what follows.
            self.before.push_str(&open.head);
            self.before.push('\n');
            return;
        }
        open.text = text.to_owned();
        self.done.push(open);
    }
}

/// What of a line stands before its text.
fn before<'a>(line: &'a str, text: &str) -> &'a str {
    line.trim_end()
        .strip_suffix(text.trim_end())
        .unwrap_or(line)
}

/// True when a text ends as a sentence does, so that the next line is another.
fn ended(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!', '?', ';', ':'])
}
