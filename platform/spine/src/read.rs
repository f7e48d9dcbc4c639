// SPDX-License-Identifier: EUPL-1.2
//! The desk: what the surfaces ask, answered for one audience.

use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use paraat_authority::Audience;
use paraat_contract::{
    Answer, Broken, CARDS, Changed, Desk, Filter, Found, Health, Intent, Keep, Later, Module,
    Names, Need, Past, Query, Receipt, Refused, Row, Seen, Start, Together, card_of,
};
use paraat_kernel::{Actor, Card, Language, StreamId};
use paraat_ledger::{Fault, Session};

use crate::follow::News;
use crate::{Spine, cursor, submit, together};

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
            Need::Entries(wanted) => {
                let mut entries = Vec::with_capacity(wanted.len());
                for (stream, version) in wanted {
                    entries.extend(session.entry(stream, *version)?);
                }
                answers.push(Answer::History(entries));
            }
            Need::Then(follow, params) if rounds > 0 => {
                answer(session, &follow(params, answers), answers, rounds - 1)?;
            }
            Need::Then(..) => {}
        }
    }
    Ok(())
}

/// The card of a stream, when this audience may see it.
pub(crate) fn card(session: &Session, stream: &StreamId) -> Result<Option<Card>, Fault> {
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

    fn together(&self, intents: Vec<Intent>, keep: Keep) -> Later<'_, Result<Together, Refused>> {
        Box::pin(together::submit(self, intents, keep))
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
            audience.compartments = actor.compartments.iter().cloned().collect();
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

    fn walk(
        &self,
        audience: &Audience,
        needs: &[Need],
        queries: &[Query],
        take: &mut dyn FnMut(&[Answer], Vec<Row>) -> bool,
    ) -> Result<(), Broken> {
        let walked = self.ledger.reader.walk(audience, |session| {
            let mut answers = Vec::with_capacity(needs.len());
            answer(session, needs, &mut answers, MOST_ROUNDS)?;
            let mut on = true;
            for query in queries {
                session.each(query, &mut |rows| {
                    on = take(&answers, rows);
                    on
                })?;
                if !on {
                    break;
                }
            }
            Ok(())
        });
        walked.map_err(broken)
    }

    fn known(&self, cursor: &str) -> Result<Option<i64>, Broken> {
        Ok(cursor::open(&self.cursor_key, cursor))
    }

    fn stream(&self, audience: &Audience, stream: &StreamId) -> Result<Option<Seen>, Broken> {
        let seen = self.ledger.reader.session(audience, |session| {
            let query = Query::all(&CARDS).filter(Filter::Stream(stream.clone()));
            let rows = session.rows(&query)?.rows;
            let cards: Vec<Card> = rows.iter().map(card_of).collect();
            let read = session.kind(stream)?.zip(session.version(stream)?);
            // Of what is sealed, who was let in may know that it is there.
            let mentioned = || {
                let card = cards.iter().find(|card| card.part.is_empty())?;
                let version = rows.iter().map(|row| row.version).max()?;
                Some((format!("{}.{}", card.module, card.kind), version))
            };
            let Some((kind, version)) = read.or_else(mentioned) else {
                return Ok(None);
            };
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
            // What the ledger holds, not what the follower was told of already.
            search_current: self.hub.searched() >= entries,
            entries: u64::try_from(entries).unwrap_or(0),
        }
    }
}
