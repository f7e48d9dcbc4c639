// SPDX-License-Identifier: EUPL-1.2
//! The desk: what the surfaces ask, answered for one audience.

use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use paraat_authority::Audience;
use paraat_contract::{
    Answer, Broken, CARDS, Changed, Desk, Filter, Found, Health, Intent, Later, Module, Names,
    Need, Past, Query, Receipt, Refused, Scope, Seen, Start, card_of,
};
use paraat_kernel::{Actor, Card, Given, Language, StreamId, Uuid};
use paraat_ledger::{Fault, Session};
use paraat_ui::field::{self, Shape};

use crate::follow::News;
use crate::{Spine, cursor, submit};

/// How long names of organisations are taken as they were read.
const NAMES_FOR: Duration = Duration::from_secs(1);

/// Logs a fault and answers the reference under which it can be found.
pub(crate) fn logged(fault: &Fault) -> String {
    let reference = blake3::hash(fault.to_string().as_bytes()).to_hex();
    let reference: String = reference.chars().take(8).collect();
    tracing::error!(%fault, %reference, "a request met a fault");
    reference
}

fn broken(fault: Fault) -> Broken {
    Broken(logged(&fault))
}

/// How often needs may follow from answers before no more is asked.
const MOST_ROUNDS: u32 = 8;

/// Answers needs in order, and after them what follows from the answers.
fn answer(
    session: &Session,
    needs: &[Need],
    answers: &mut Vec<Answer>,
    rounds: u32,
) -> Result<(), Fault> {
    for need in needs {
        match need {
            Need::Rows(query) => answers.push(Answer::Rows(session.rows(query)?)),
            Need::History(stream, most) => {
                answers.push(Answer::History(session.history(stream, *most)?));
            }
            Need::Then(follow, params) if rounds > 0 => {
                answer(session, &follow(params, answers), answers, rounds - 1)?;
            }
            Need::Then(..) => {}
        }
    }
    Ok(())
}

fn card(session: &Session, stream: &StreamId) -> Result<Option<Card>, Fault> {
    let query = Query::all(&CARDS)
        .filter(Filter::Stream(stream.clone()))
        .filter(Filter::Part(String::new()));
    Ok(session.rows(&query)?.rows.first().map(card_of))
}

impl Spine {
    /// What was recorded in a stream after a version, newest first, at most ten entries.
    pub(crate) fn since(&self, audience: &Audience, stream: &StreamId, seen: u64) -> Vec<Past> {
        let history = self
            .ledger
            .reader
            .session(audience, |session| session.history(stream, 10));
        let mut past = history.unwrap_or_default();
        past.retain(|past| past.version > seen);
        past
    }

    fn find(
        &self,
        audience: &Audience,
        text: &str,
        module: Option<&str>,
        page: (u32, u32),
    ) -> Result<Found, Fault> {
        let seen = self.ledger.reader.seen_by(audience);
        let (hits, total) = self.search.find(text, &seen, module, page)?;
        self.ledger.reader.session(audience, |session| {
            let mut found = Found {
                total,
                ..Found::default()
            };
            for hit in hits {
                let Ok(stream) = hit.stream.parse::<StreamId>() else {
                    continue;
                };
                let query = Query::all(&CARDS)
                    .filter(Filter::Stream(stream))
                    .filter(Filter::Part(hit.part));
                found
                    .cards
                    .extend(session.rows(&query)?.rows.first().map(card_of));
            }
            for card in &found.cards {
                if let Some(under) = &card.under
                    && !found.under.contains_key(under)
                    && let Some(above) = self::card(session, under)?
                {
                    found.under.insert(under.clone(), above.title);
                }
            }
            Ok(found)
        })
    }

    fn form(&self, intent: &Intent) -> Result<Option<Start>, Fault> {
        let full = format!("{}.{}", intent.module, intent.kind);
        let scope = if intent.target.is_some() {
            Scope::Stream
        } else {
            Scope::Kind
        };
        let Some(kind) = self.kind(&full) else {
            return Ok(None);
        };
        let verbs = kind.verbs().iter();
        let verb = verbs
            .into_iter()
            .find(|v| v.name == intent.verb && v.scope == scope);
        let Some(verb) = verb else { return Ok(None) };
        self.ledger.reader.session(&intent.audience, |session| {
            let mut start = Start {
                typed: intent.typed.clone(),
                ..Start::default()
            };
            if let Some(target) = &intent.target
                && session.kind(target)?.as_deref() != Some(full.as_str())
            {
                return Ok(None);
            }
            let given = verb.fields.iter().filter(|f| f.given);
            let given = given.filter(|f| matches!(f.shape, Shape::Stream { .. }));
            // What the link fills in must be there: the form cannot be completed without it.
            for address in given.map(|field| intent.typed.get(field.name)) {
                let Ok(stream) = address.parse::<StreamId>() else {
                    return Ok(None);
                };
                let Some(card) = card(session, &stream)? else {
                    return Ok(None);
                };
                start.titles.push((stream, card.title));
            }
            if let Some(target) = &intent.target
                && let Some(card) = card(session, target)?
            {
                start.titles.push((target.clone(), card.title));
            }
            let Some(stream) = self.goes_to(kind, verb.fields, intent) else {
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
        })
    }

    /// The stream that a form goes to: the one it is called at, or the one that follows from
    /// the fields the link filled in.
    fn goes_to(
        &self,
        kind: &'static dyn paraat_contract::AnyKind,
        fields: &[field::Field],
        intent: &Intent,
    ) -> Option<StreamId> {
        if let Some(target) = &intent.target {
            return Some(target.clone());
        }
        let given: Vec<field::Field> = fields.iter().copied().filter(|f| f.given).collect();
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

    async fn wait(&self, audience: &Audience, after: Option<&str>) -> Changed {
        let start = after.and_then(|after| cursor::open(&self.cursor_key, after));
        let mut position = start.unwrap_or_else(|| self.hub.newest());
        let mut watch = self.hub.watch();
        loop {
            watch.borrow_and_update();
            let seen = self.ledger.reader.seen_by(audience);
            let (topics, newest) = match self.hub.after(position, &seen) {
                News::Tables(topics, newest) => (topics, newest),
                News::All(newest) => (self.all_topics(), newest),
                News::Nothing(newest) => {
                    position = position.max(newest);
                    if watch.changed().await.is_err() {
                        std::future::pending::<()>().await;
                    }
                    continue;
                }
            };
            return Changed {
                topics,
                cursor: cursor::seal(&self.cursor_key, newest),
            };
        }
    }

    fn all_topics(&self) -> Vec<&'static str> {
        let tables = self.modules.iter().flat_map(|module| module.tables.iter());
        std::iter::once(CARDS.name)
            .chain(tables.map(|table| table.name))
            .collect()
    }
}

impl Desk for Spine {
    fn modules(&self) -> &[&'static Module] {
        &self.modules
    }

    fn submit(&self, intent: Intent) -> Later<'_, Result<Receipt, Refused>> {
        Box::pin(submit::submit(self, intent))
    }

    fn audience(
        &self,
        actor: Option<&Actor>,
        language: Language,
        zone: &str,
    ) -> Result<Audience, Broken> {
        let mut audience = Audience::public(language, zone);
        if let Some(actor) = actor {
            audience.organisation = Some(actor.organisation.clone());
            audience.functions = actor.functions.iter().copied().collect();
            let circles = self.circles.of(&self.ledger, &actor.organisation);
            audience.circles = circles.map_err(broken)?;
        }
        Ok(audience)
    }

    fn answers(
        &self,
        audience: &Audience,
        needs: &[Need],
    ) -> Result<(Vec<Answer>, String), Broken> {
        let answered = self.ledger.reader.session(audience, |session| {
            let mut answers = Vec::with_capacity(needs.len());
            answer(session, needs, &mut answers, MOST_ROUNDS)?;
            Ok((answers, cursor::seal(&self.cursor_key, session.position()?)))
        });
        answered.map_err(broken)
    }

    fn stream(&self, audience: &Audience, stream: &StreamId) -> Result<Option<Seen>, Broken> {
        let seen = self.ledger.reader.session(audience, |session| {
            let Some(kind) = session.kind(stream)? else {
                return Ok(None);
            };
            let Some(version) = session.version(stream)? else {
                return Ok(None);
            };
            let query = Query::all(&CARDS).filter(Filter::Stream(stream.clone()));
            let cards = session.rows(&query)?.rows.iter().map(card_of).collect();
            Ok(Some(Seen {
                kind,
                version,
                cards,
            }))
        });
        seen.map_err(broken)
    }

    fn start(&self, intent: &Intent) -> Result<Option<Start>, Broken> {
        self.form(intent).map_err(broken)
    }

    fn search(
        &self,
        audience: &Audience,
        text: &str,
        module: Option<&str>,
        page: (u32, u32),
    ) -> Result<Found, Broken> {
        self.find(audience, text, module, page).map_err(broken)
    }

    fn changed(&self, audience: &Audience, after: Option<&str>) -> Later<'_, Changed> {
        let (audience, after) = (audience.clone(), after.map(str::to_owned));
        Box::pin(async move { self.wait(&audience, after.as_deref()).await })
    }

    fn names(&self) -> Names {
        // Read again after a second: names change rarely, and every page asks for them.
        let mut named = self.named.lock().unwrap_or_else(PoisonError::into_inner);
        match &*named {
            Some((at, names)) if at.elapsed() < NAMES_FOR => Arc::clone(names),
            _ => {
                let names = (self.names)(&self.ledger.reader);
                *named = Some((Instant::now(), Arc::clone(&names)));
                names
            }
        }
    }

    fn health(&self) -> Health {
        let entries = self.ledger.reader.position().unwrap_or(0);
        Health {
            writes: !self.ledger.writer.read_only() && !self.ledger.writer.stopped(),
            search_current: self.hub.searched() >= self.hub.newest(),
            entries: u64::try_from(entries).unwrap_or(0),
        }
    }
}
