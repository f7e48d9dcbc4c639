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
    fn add(&mut self, rule: &'static Rule, place: String, seen: &str) {
        if self.0.len() < limits::FINDINGS {
            self.0.push(Finding::new(rule, place, seen));
        }
    }

    fn add_if(&mut self, broken: bool, rule: &'static Rule, place: &str, seen: &str) {
        if broken {
            self.add(rule, place.to_owned(), seen);
        }
    }

    /// A text that must say something, without tricks.
    fn needed(&mut self, text: &str, place: &str, name: &str) {
        self.add_if(text.is_empty(), &rule::EMPTY, place, name);
        self.honest(text, place, name);
    }

    /// A text that people take for what they see.
    fn honest(&mut self, text: &str, place: &str, name: &str) {
        self.add_if(text.contains(guard::is_trick), &rule::TRICK, place, name);
    }
}

/// Holds an alert against the standard.
pub fn check(alert: &Alert) -> Vec<Finding> {
    let mut found = Found(Vec::new());
    names(alert, &mut found);
    handling(alert, &mut found);
    about(alert, &mut found);
    let mut steps = cross::STEPS;
    for (at, info) in alert.infos.iter().enumerate() {
        let place = format!("alert/info[{}]", at + 1);
        info::check(info, alert, &place, &mut found);
        for (at, one) in info.areas.iter().enumerate() {
            area::check(
                one,
                &format!("{place}/area[{}]", at + 1),
                &mut steps,
                &mut found,
            );
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
        let place = format!("alert/{name}[1]");
        found.needed(text, &place, name);
        let bad = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '<' | '&');
        found.add_if(text.contains(bad), &rule::IDENTIFIER, &place, text);
    }
}

/// Who may see it, and why it was sent.
fn handling(alert: &Alert, found: &mut Found) {
    if let Some(scope) = alert.scope {
        let restricted = scope == Scope::Restricted;
        let place = "alert/restriction[1]";
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
            "alert/addresses[1]",
            scope.name(),
        );
    }
    if alert.note.is_none() {
        let exercise = alert.status == Some(Status::Exercise);
        found.add_if(exercise, &rule::NO_NOTE, "alert/note[1]", "Exercise");
        let error = alert.message_type == Some(MessageType::Error);
        found.add_if(error, &rule::NO_NOTE, "alert/note[1]", "Error");
    }
}

/// What it is about: earlier messages, or something to say.
fn about(alert: &Alert, found: &mut Found) {
    let place = "alert/references[1]";
    let itself = alert
        .references
        .iter()
        .find(|it| it.sender == alert.sender && it.identifier == alert.identifier);
    if let Some(itself) = itself {
        found.add(&rule::SELF_REFERENCE, place.to_owned(), &itself.identifier);
    }
    let Some(kind) = alert.message_type else {
        return;
    };
    let first = kind == MessageType::Alert;
    let none = alert.references.is_empty();
    found.add_if(!first && none, &rule::NO_REFERENCES, place, kind.name());
    let tells = matches!(kind, MessageType::Alert | MessageType::Update);
    let silent = tells && alert.infos.is_empty();
    found.add_if(silent, &rule::NO_INFO, "alert/info[1]", kind.name());
}
