// SPDX-License-Identifier: EUPL-1.2
//! What the form of a verb starts with.

use paraat_contract::{AnyKind, Intent, Mode, Scope, Start, Verb, one_of_each};
use paraat_kernel::{Given, StreamId, Uuid};
use paraat_ledger::{Fault, Session};
use paraat_ui::field::{self, Field, Shape};

use crate::Spine;
use crate::read::card;

impl Spine {
    /// None when there is no such verb, or what the link fills in is not there.
    pub(crate) fn form(&self, intent: &Intent) -> Result<Option<Start>, Fault> {
        let full = format!("{}.{}", intent.module, intent.kind);
        let scope = if intent.target.is_some() {
            Scope::Stream
        } else {
            Scope::Kind
        };
        let Some(kind) = paraat_contract::Desk::kind(self, &full) else {
            return Ok(None);
        };
        let mut verbs = kind.verbs().iter();
        let Some(verb) = verbs.find(|v| v.name == intent.verb && v.scope == scope) else {
            return Ok(None);
        };
        let things = match verb.many() {
            Some(field) => one_of_each(intent.clone(), field.name),
            None => vec![intent.clone()],
        };
        self.ledger.reader.session(&intent.audience, |session| {
            match (things.as_slice(), verb.many()) {
                ([one], _) => self.of_one(session, kind, verb, one),
                (several, Some(field)) => self.of_several(session, kind, verb, field, several),
                (_, None) => Ok(None),
            }
        })
    }

    fn of_one(
        &self,
        session: &Session,
        kind: &'static dyn AnyKind,
        verb: &Verb,
        intent: &Intent,
    ) -> Result<Option<Start>, Fault> {
        let mut start = Start {
            typed: intent.typed.clone(),
            ..Start::default()
        };
        if let Some(target) = &intent.target {
            let full = format!("{}.{}", kind.module(), kind.name());
            if session.kind(target)?.as_deref() != Some(full.as_str()) {
                return Ok(None);
            }
        }
        if !given_titles(session, verb, intent, &mut start)? {
            return Ok(None);
        }
        if let Some(target) = &intent.target
            && let Some(card) = card(session, target)?
        {
            start.titles.push((target.clone(), card.title));
        }
        let Some(stream) = goes_to(kind, verb.fields, intent) else {
            return Ok(Some(start));
        };
        // "Nothing there yet" counts as a version too: who comes second is told.
        start.seen = Some(0);
        if let Some(version) = session.version(&stream)? {
            start.seen = Some(version);
            let state = session.state(&stream, kind)?;
            for (name, value) in kind.prefill(verb.name, &state).0 {
                start.typed.0.entry(name).or_insert(value);
            }
        }
        Ok(Some(start))
    }

    /// A form for several things begins empty, as each may stand otherwise; the version of each goes
    /// along with its address.
    fn of_several(
        &self,
        session: &Session,
        kind: &'static dyn AnyKind,
        verb: &Verb,
        field: &Field,
        several: &[Intent],
    ) -> Result<Option<Start>, Fault> {
        let mut start = Start::default();
        let mut things = Vec::with_capacity(several.len());
        for intent in several {
            if !given_titles(session, verb, intent, &mut start)? {
                return Ok(None);
            }
            start.typed.clone_from(&intent.typed);
            let address = intent.typed.get(field.name);
            let stream = goes_to(kind, verb.fields, intent).filter(|_| verb.mode == Mode::Exact);
            things.push(match stream {
                Some(stream) => {
                    let version = session.version(&stream)?.unwrap_or(0);
                    format!("{address}@{version}")
                }
                None => address.to_owned(),
            });
        }
        start.typed = start.typed.with(field.name, things.join(","));
        Ok(Some(start))
    }
}

/// Notes the titles of what the link fills in. False when one of them is not there: the form cannot
/// be completed without it.
fn given_titles(
    session: &Session,
    verb: &Verb,
    intent: &Intent,
    start: &mut Start,
) -> Result<bool, Fault> {
    let given = verb.fields.iter().filter(|f| f.given);
    let given = given.filter(|f| matches!(f.shape, Shape::Stream { .. }));
    for address in given.map(|field| intent.typed.get(field.name)) {
        let Ok(stream) = address.parse::<StreamId>() else {
            return Ok(false);
        };
        let Some(card) = card(session, &stream)? else {
            return Ok(false);
        };
        start.titles.push((stream, card.title));
    }
    Ok(true)
}

/// The stream that a form goes to: the one it is called at, or the one that follows from the fields
/// the link filled in.
fn goes_to(kind: &'static dyn AnyKind, fields: &[Field], intent: &Intent) -> Option<StreamId> {
    if let Some(target) = &intent.target {
        return Some(target.clone());
    }
    let given: Vec<Field> = fields.iter().copied().filter(|f| f.given).collect();
    let typed = given.iter().fold(field::Typed::default(), |typed, field| {
        typed.with(field.name, intent.typed.get(field.name))
    });
    let input = field::read(&given, &typed).ok()?;
    let actor = intent.actor.clone()?;
    let stream = StreamId::new(actor.organisation.clone(), Uuid::nil());
    let command = kind.read(&intent.verb, &input)?;
    let given = Given {
        now: paraat_kernel::Timestamp::default(),
        actor,
        stream: stream.clone(),
        fresh: Uuid::nil(),
        known: Vec::new(),
    };
    let home = kind.home(&command, &given)?.stream;
    (home != stream).then_some(home)
}
