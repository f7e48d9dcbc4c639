// SPDX-License-Identifier: EUPL-1.2

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Mutex};

use paraat_authority::{Ability, Audience, Reason, Verdict};
use paraat_contract::{
    Answer, Broken, CARDS, Changed, Desk, Filter, Found, Health, Intent, Keep, Later, Module,
    Names, Need, Past, Query, Receipt, Refusal, Refused, Row, Rows, Seen, Start, Together,
    put_card,
};
use paraat_kernel::{Actor, Card, Circle, Class, Label, Language, StreamId, Text, Timestamp};

use super::{MODULE, known};

/// What the next submit answers, when the fields are taken.
pub type Next = Result<Receipt, Refused>;

pub struct FakeDesk {
    modules: [&'static Module; 1],
    pub next: Mutex<Option<Next>>,
    pub last: Mutex<Option<Intent>>,
    pub read_only: AtomicBool,
    pub broken: AtomicBool,
    pub shut: Mutex<Option<Refused>>,
    /// How many rows a query says there are.
    pub total: Mutex<u64>,
    pub card: Mutex<Card>,
    pub asked: Mutex<Vec<Query>>,
    /// How often several were tried together.
    pub tried: AtomicU32,
    /// Others change what they are about, each time again.
    pub restless: AtomicBool,
}

pub fn card() -> Card {
    let mut card = Card::new(
        known(),
        "notes",
        "note",
        Text::both("Een notitie", "A note"),
    );
    card.holder = "vr23".parse().ok();
    card
}

pub fn past(version: u64) -> Past {
    let at: Timestamp = "2026-11-23T09:00:00Z".parse().unwrap();
    Past {
        stream: known(),
        version,
        event: "notes.note-written.v1".to_owned(),
        occurred: at,
        recorded: at,
        organisation: "vr24".parse().unwrap(),
        function: "editor".to_owned(),
        payload: Some(serde_json::json!({"title": "van een ander"})),
        opaque: false,
    }
}

impl FakeDesk {
    pub fn new() -> Self {
        Self {
            modules: [&MODULE],
            next: Mutex::new(None),
            last: Mutex::new(None),
            read_only: AtomicBool::new(false),
            broken: AtomicBool::new(false),
            shut: Mutex::new(None),
            total: Mutex::new(3),
            card: Mutex::new(card()),
            asked: Mutex::default(),
            tried: AtomicU32::default(),
            restless: AtomicBool::default(),
        }
    }

    pub fn then(&self, next: Next) {
        *self.next.lock().unwrap() = Some(next);
    }

    pub fn submitted(&self) -> Option<Intent> {
        self.last.lock().unwrap().take()
    }

    fn outcome(&self, intent: &Intent) -> Next {
        let kind = self
            .kind(&format!("{}.{}", intent.module, intent.kind))
            .unwrap();
        let verb = kind
            .verbs()
            .iter()
            .find(|it| it.name == intent.verb)
            .unwrap();
        paraat_ui::field::read(verb.fields, &intent.typed).map_err(Refused::Fields)?;
        match intent.typed.get("title") {
            "zelfde" => return Err(Refused::Rule(Refusal::new("notes-refusal-same"))),
            "te vroeg" => {
                let early = Refusal::new("notes-refusal-full").with("most", "3");
                return Err(Refused::Rule(early.at("title")));
            }
            "mag niet" => {
                let against = vec![Reason::LacksAbility(Ability::Write)];
                return Err(Refused::NotPermitted(Verdict {
                    against,
                    ..Verdict::default()
                }));
            }
            _ => {}
        }
        *self.last.lock().unwrap() = Some(intent.clone());
        self.next.lock().unwrap().take().unwrap_or_else(|| {
            Ok(Receipt {
                stream: known(),
                version: 7,
                lands: format!("/notes/note/{}", known()),
                repeated: false,
            })
        })
    }
}

/// Whether a condition on one column holds; the others are of no matter here.
fn holds(row: &Row, filter: &Filter) -> bool {
    match filter {
        Filter::Is(name, value) => row.value(name) == value,
        Filter::Not(name, value) => row.value(name) != value,
        _ => true,
    }
}

impl Desk for FakeDesk {
    fn modules(&self) -> &[&'static Module] {
        &self.modules
    }

    fn submit(&self, intent: Intent) -> Later<'_, Result<Receipt, Refused>> {
        Box::pin(async move { self.outcome(&intent) })
    }

    fn together(&self, intents: Vec<Intent>, keep: Keep) -> Later<'_, Result<Together, Refused>> {
        let outcomes: Vec<Next> = intents.iter().map(|it| self.outcome(it)).collect();
        self.tried.fetch_add(1, Relaxed);
        let all = outcomes.iter().all(Result::is_ok) && !self.restless.load(Relaxed);
        let kept = keep != Keep::Nothing && all;
        Box::pin(async move { Ok(Together { outcomes, kept }) })
    }

    fn audience(
        &self,
        actor: Option<&Actor>,
        language: Language,
        zone: &str,
    ) -> Result<Audience, Broken> {
        let mut audience = Audience::public(language, zone);
        audience.organisation = actor.map(|it| it.organisation.clone());
        audience.functions = actor
            .iter()
            .flat_map(|it| it.functions.iter().copied())
            .collect();
        Ok(audience)
    }

    fn answers(
        &self,
        _audience: &Audience,
        needs: &[Need],
    ) -> Result<(Vec<Answer>, String), Broken> {
        if self.broken.load(Relaxed) {
            return Err(Broken("ref-1".to_owned()));
        }
        let answer = |need: &Need| match need {
            Need::Rows(query) => {
                self.asked.lock().unwrap().push(query.clone());
                let card = self.card.lock().unwrap().clone();
                let paraat_contract::Change::Put { values, .. } = put_card(&card) else {
                    unreachable!()
                };
                let owner = "vr23".parse().unwrap();
                let row = Row {
                    table: &CARDS,
                    stream: known(),
                    part: String::new(),
                    class: Class::open(owner, Circle::Partners, Label::Green),
                    since: "2026-11-23T09:00:00Z".parse().unwrap(),
                    version: 7,
                    values,
                };
                if !query.filters.iter().all(|filter| holds(&row, filter)) {
                    return Answer::Rows(Rows::default());
                }
                Answer::Rows(Rows {
                    rows: vec![row],
                    total: *self.total.lock().unwrap(),
                })
            }
            Need::History(_, most) => {
                Answer::History((1..=7).rev().take(*most as usize).map(past).collect())
            }
            Need::Entries(wanted) => {
                Answer::History(wanted.iter().map(|(_, version)| past(*version)).collect())
            }
            Need::Then(..) => Answer::History(Vec::new()),
        };
        Ok((needs.iter().map(answer).collect(), "c1".to_owned()))
    }

    fn walk(
        &self,
        audience: &Audience,
        needs: &[Need],
        queries: &[Query],
        take: &mut dyn FnMut(&[Answer], Vec<Row>) -> bool,
    ) -> Result<(), Broken> {
        let (answers, _) = self.answers(audience, needs)?;
        for query in queries {
            let (found, _) = self.answers(audience, &[Need::Rows(query.clone())])?;
            if let Some(Answer::Rows(rows)) = found.into_iter().next() {
                take(&answers, rows.rows);
            }
        }
        Ok(())
    }

    fn known(&self, cursor: &str) -> Result<Option<i64>, Broken> {
        Ok((cursor == "c1").then_some(41))
    }

    fn stream(&self, audience: &Audience, stream: &StreamId) -> Result<Option<Seen>, Broken> {
        let seen = audience.organisation.is_some() && *stream == known();
        Ok(seen.then(|| Seen {
            kind: "notes.note".to_owned(),
            version: 7,
            cards: vec![card()],
        }))
    }

    fn start(&self, intent: &Intent) -> Result<Option<Start>, Broken> {
        let typed = intent.typed.clone();
        Ok(Some(Start {
            typed,
            seen: intent.target.as_ref().map(|_| 7),
            about: vec![card()],
            shared: None,
            refused: self.shut.lock().unwrap().clone(),
        }))
    }

    fn search(
        &self,
        _audience: &Audience,
        text: &str,
        _module: Option<&str>,
        _page: (u32, u32),
    ) -> Result<Found, Broken> {
        let cards = if text == "niets" {
            Vec::new()
        } else {
            vec![card()]
        };
        let total = cards.len() as u64;
        Ok(Found {
            cards,
            under: BTreeMap::new(),
            total,
        })
    }

    fn changed(&self, _audience: &Audience, after: Option<&str>) -> Later<'_, Changed> {
        let news = after == Some("c1");
        Box::pin(async move {
            if !news {
                std::future::pending::<()>().await;
            }
            Changed {
                topics: vec!["note", "card"],
                cursor: "c2".to_owned(),
            }
        })
    }

    fn names(&self) -> Names {
        let name = Text::both("Veiligheidsregio 24", "Safety region 24");
        Arc::new(BTreeMap::from([("vr24".parse().unwrap(), name)]))
    }

    fn health(&self) -> Health {
        Health {
            writes: !self.read_only.load(Relaxed),
            search_current: true,
            entries: 42,
        }
    }
}
