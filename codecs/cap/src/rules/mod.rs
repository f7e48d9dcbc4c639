// SPDX-License-Identifier: EUPL-1.2
//! What the standard says beyond its schema, on an alert as it was read.

mod area;
mod cross;
mod info;
mod link;

use crate::alert::Alert;
use crate::choice::{MessageType, Scope, Status};
use crate::finding::Finding;
use crate::guard;
use crate::limits;
use crate::rule::{self, Rule};

/// The findings, up to as many as help.
struct Found(Vec<Finding>);

impl Found {
    fn add(&mut self, rule: &'static Rule, at: At<'_>, seen: &str) {
        if self.0.len() < limits::FINDINGS {
            self.0.push(Finding::new(rule, at.place(), seen));
        }
    }

    fn add_if(&mut self, broken: bool, rule: &'static Rule, at: At<'_>, seen: &str) {
        if broken {
            self.add(rule, at, seen);
        }
    }

    /// A text that must say something, without tricks.
    fn needed(&mut self, text: &str, at: At<'_>) {
        self.add_if(text.is_empty(), &rule::EMPTY, at, at.name);
        self.honest(text, at);
    }

    /// A text that people take for what they see.
    fn honest(&mut self, text: &str, at: At<'_>) {
        self.add_if(guard::has_trick(text), &rule::TRICK, at, at.name);
    }
}

/// An element; its place is only written out for a finding.
#[derive(Clone, Copy)]
struct At<'p> {
    around: Option<&'p At<'p>>,
    name: &'p str,
    /// Its number among those of its name, from 1.
    number: usize,
}

impl<'p> At<'p> {
    /// The first element of this name in this one.
    fn one(&'p self, name: &'p str) -> At<'p> {
        self.nth(name, 0)
    }

    /// An element of this name in this one, by its number from 0.
    fn nth(&'p self, name: &'p str, before: usize) -> At<'p> {
        At {
            around: Some(self),
            name,
            number: before + 1,
        }
    }

    fn place(&self) -> String {
        match self.around {
            None => self.name.to_owned(),
            Some(around) => format!("{}/{}[{}]", around.place(), self.name, self.number),
        }
    }
}

/// The whole alert.
const TOP: At<'static> = At {
    around: None,
    name: "alert",
    number: 1,
};

/// Holds an alert against the standard.
pub fn check(alert: &Alert) -> Vec<Finding> {
    let mut found = Found(Vec::new());
    names(alert, &mut found);
    handling(alert, &mut found);
    about(alert, &mut found);
    let mut steps = cross::STEPS;
    for (at, info) in alert.infos.iter().enumerate() {
        let place = TOP.nth("info", at);
        info::check(info, alert, place, &mut found);
        for (at, one) in info.areas.iter().enumerate() {
            area::check(one, place.nth("area", at), &mut steps, &mut found);
        }
    }
    found.0
}

/// Takes out what nobody should go by: outlines and circles that lie nowhere, links that run.
pub fn sift(alert: &mut Alert) {
    for info in &mut alert.infos {
        info.web.take_if(|web| !link::is_safe(web));
        for resource in &mut info.resources {
            resource.uri.take_if(|uri| !link::is_safe(uri));
        }
        for one in &mut info.areas {
            area::sift(one);
        }
    }
}

/// What names the message.
fn names(alert: &Alert, found: &mut Found) {
    for (name, text) in [("identifier", &alert.identifier), ("sender", &alert.sender)] {
        let place = TOP.one(name);
        found.needed(text, place);
        let bad = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '<' | '&');
        found.add_if(text.contains(bad), &rule::IDENTIFIER, place, text);
    }
}

/// Who may see it, and why it was sent.
fn handling(alert: &Alert, found: &mut Found) {
    if let Some(scope) = alert.scope {
        let restricted = scope == Scope::Restricted;
        let place = TOP.one("restriction");
        let none = alert.restriction.is_none();
        found.add_if(
            restricted && none,
            &rule::NO_RESTRICTION,
            place,
            scope.name(),
        );
        found.add_if(
            !restricted && !none,
            &rule::IDLE_RESTRICTION,
            place,
            scope.name(),
        );
        let none = scope == Scope::Private && alert.addresses.is_empty();
        found.add_if(
            none,
            &rule::NO_ADDRESSES,
            TOP.one("addresses"),
            scope.name(),
        );
    }
    if alert.note.is_none() {
        let exercise = alert.status == Some(Status::Exercise);
        found.add_if(exercise, &rule::NO_NOTE, TOP.one("note"), "Exercise");
        let error = alert.message_type == Some(MessageType::Error);
        found.add_if(error, &rule::NO_NOTE, TOP.one("note"), "Error");
    }
}

/// What it is about: earlier messages, or something to say.
fn about(alert: &Alert, found: &mut Found) {
    let place = TOP.one("references");
    let itself = alert
        .references
        .iter()
        .find(|it| it.sender == alert.sender && it.identifier == alert.identifier);
    if let Some(itself) = itself {
        found.add(&rule::SELF_REFERENCE, place, &itself.identifier);
    }
    let Some(kind) = alert.message_type else {
        return;
    };
    let first = kind == MessageType::Alert;
    let none = alert.references.is_empty();
    found.add_if(!first && none, &rule::NO_REFERENCES, place, kind.name());
    let tells = matches!(kind, MessageType::Alert | MessageType::Update);
    let silent = tells && alert.infos.is_empty();
    found.add_if(silent, &rule::NO_INFO, TOP.one("info"), kind.name());
}
