// SPDX-License-Identifier: EUPL-1.2
//! The accounts of this node behind the pages: `paraat_web::Keeper` over `paraat_node`. What a
//! person may do is a record too: lending and ending a function goes through the one door first.

use std::collections::{BTreeMap, HashMap};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use paraat_contract::{Query, Refused};
use paraat_kernel::seams::Clock as _;
use paraat_kernel::{
    Actor, Function, Language, Live, OrganisationId, Space, StreamId, Timestamp, Uuid,
};
use paraat_node::{
    Account, Attempt as NodeAttempt, CodeAttempt, CodeCheck, Node, Rate, Rates, Secret, SecretText,
    Take,
};
use paraat_spine::{Spine, SystemClock};
use paraat_trust::tables::FUNCTION;
use paraat_web::keeper::{
    Attempt, Held, Holder, Kept, Lent, Limited, Looked, NotDone, Noted, Person, SignIn, SignedIn,
};

use crate::node::Running;
use crate::{accounts, habits};

/// How long what an account may do is remembered: what an administrator ends, ends within this.
const REMEMBER: Duration = Duration::from_secs(1);
/// How many accounts are remembered.
pub(crate) const MOST_REMEMBERED: usize = 10_000;
/// Requests of an account to the API: as many at once, and one more in each of these steps.
pub(crate) const API: Rate = Rate {
    burst: 20_000,
    every_ms: 1,
};
/// Tries with keys that open nothing, of a remote address.
pub(crate) const BAD_KEYS: Rate = Rate {
    burst: 20,
    every_ms: 3_000,
};
/// Forms that are kept for who is not signed in, of a remote address.
pub(crate) const HOLDS: Rate = Rate {
    burst: 20,
    every_ms: 10_000,
};

/// Keeps the accounts of a node.
#[derive(Clone)]
pub struct NodeKeeper(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub store: Node,
    pub spine: Arc<Spine>,
    pub hours: u32,
    /// Name of the exercise whose space this is for; none for the real world.
    pub space: Option<String>,
    /// That this is the real world: functions and accounts are changed there and nowhere else.
    pub live: Option<Live>,
    /// Up to where people have looked in the space: that is gone when the node ends.
    pub looked: Mutex<HashMap<(Uuid, Option<StreamId>), Looked>>,
    /// Where people live by another time than the node's, by their organisation.
    pub zones: BTreeMap<OrganisationId, String>,
    /// The usual language of organisations that work in several.
    pub languages: BTreeMap<OrganisationId, Language>,
    pub people: Mutex<HashMap<Uuid, (Timestamp, Option<Person>)>>,
    pub api: Rates,
    pub bad_keys: Rates,
    pub holds: Rates,
}

pub(crate) fn now() -> Timestamp {
    SystemClock.now()
}

pub(crate) fn broken(fault: impl std::fmt::Display) -> NotDone {
    tracing::error!(%fault, "the accounts met a fault");
    NotDone::Broken("accounts".to_owned())
}

pub(crate) fn remote(text: &str) -> IpAddr {
    text.parse().unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
}

fn seconds_until(until: Timestamp) -> u32 {
    let wait = until.as_second() - now().as_second();
    u32::try_from(wait.max(1)).unwrap_or(u32::MAX)
}

impl NodeKeeper {
    /// A keeper of the accounts of this node.
    pub fn new(node: &Running, hours: u32) -> Self {
        Self(Arc::new(Inner {
            store: node.store.clone(),
            spine: Arc::clone(&node.spine),
            hours,
            space: None,
            live: Live::of(&Space::live()),
            looked: Mutex::default(),
            zones: habits::zones(),
            languages: habits::languages(),
            people: Mutex::default(),
            api: Rates::new(API, MOST_REMEMBERED),
            bad_keys: Rates::new(BAD_KEYS, MOST_REMEMBERED),
            holds: Rates::new(HOLDS, MOST_REMEMBERED),
        }))
    }

    /// Does what blocks on a thread where that is allowed.
    pub(crate) fn later<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Inner) -> Result<T, NotDone> + Send + 'static,
    ) -> Kept<'_, T> {
        let inner = Arc::clone(&self.0);
        Box::pin(async move {
            tokio::task::spawn_blocking(move || work(&inner))
                .await
                .map_err(broken)?
        })
    }
}

impl Inner {
    /// An account with the functions it holds now; none when it is closed or holds none.
    pub fn person(&self, account: Uuid) -> Option<Person> {
        let now = now();
        {
            let people = self.people.lock().unwrap_or_else(PoisonError::into_inner);
            let fresh = |at: &Timestamp| now.duration_since(*at).unsigned_abs() < REMEMBER;
            if let Some((at, person)) = people.get(&account)
                && fresh(at)
            {
                return person.clone();
            }
        }
        let person = self.read_person(account, now).unwrap_or_else(|fault| {
            tracing::error!(%fault, "an account could not be read");
            None
        });
        let mut people = self.people.lock().unwrap_or_else(PoisonError::into_inner);
        if people.len() >= MOST_REMEMBERED {
            people.clear();
        }
        people.insert(account, (now, person.clone()));
        person
    }

    fn read_person(
        &self,
        account: Uuid,
        now: Timestamp,
    ) -> Result<Option<Person>, paraat_node::Fault> {
        let Some(account) = self
            .store
            .account(account)?
            .filter(|account| account.enabled)
        else {
            return Ok(None);
        };
        let lent = self.lent(&account, now);
        let functions: Vec<Function> = lent.into_iter().map(|lent| lent.function).collect();
        let compartments = self.compartments(&account.organisation, account.id);
        let zone = self.zones.get(&account.organisation).cloned();
        let language = self.languages.get(&account.organisation).copied();
        Ok(Some(Person {
            account: account.id,
            organisation: account.organisation,
            functions,
            compartments,
            name: account.display,
            session: None,
            language,
            zone,
        }))
    }

    /// The functions that an account holds now, as its organisation recorded them.
    pub fn lent(&self, account: &Account, now: Timestamp) -> Vec<Lent> {
        let query = Query::all(&FUNCTION).is("account", account.id.to_string());
        let rows = self.spine.ledger().reader.rows_for_judge(&query);
        let rows = rows.unwrap_or_else(|fault| {
            tracing::error!(%fault, "functions could not be read");
            paraat_contract::Rows::default()
        });
        let own = rows
            .rows
            .iter()
            .filter(|row| row.stream.owner == account.organisation);
        let lent = own.filter_map(|row| {
            let function = Function::from_name(row.text("function"))?;
            let until: Option<Timestamp> = row.text("until").parse().ok();
            let runs = row.text("until").is_empty() || until.is_some_and(|until| until > now);
            runs.then_some(Lent { function, until })
        });
        lent.collect()
    }

    /// What an administrator changed is seen at once.
    pub fn forget(&self) {
        self.people
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    pub fn sign_in(&self, attempt: &Attempt) -> Result<SignIn, NotDone> {
        let device = attempt.device.as_deref().and_then(Secret::read);
        let password = SecretText::new(attempt.password.as_str());
        let tried = NodeAttempt {
            name: &attempt.name,
            password: &password,
            remote: remote(&attempt.remote),
            device: device.as_ref(),
        };
        match self.store.sign_in(&tried, now()).map_err(broken)? {
            paraat_node::SignIn::Welcome(account) => self.second_step(&account, attempt, device),
            paraat_node::SignIn::Wrong => Ok(SignIn::Wrong),
            paraat_node::SignIn::WaitUntil(until) => Ok(SignIn::Wait(seconds_until(until))),
            paraat_node::SignIn::Busy => Ok(SignIn::Busy),
        }
    }

    fn second_step(
        &self,
        account: &Account,
        attempt: &Attempt,
        device: Option<Secret>,
    ) -> Result<SignIn, NotDone> {
        if account.second_factor {
            if attempt.code.is_empty() {
                return Ok(SignIn::CodeWanted);
            }
            let tried = CodeAttempt {
                code: &attempt.code,
                remote: remote(&attempt.remote),
                device: device.as_ref(),
            };
            match self
                .store
                .check_code(account.id, &tried, now())
                .map_err(broken)?
            {
                CodeCheck::Right | CodeCheck::NotOn => {}
                CodeCheck::Wrong => return Ok(SignIn::Wrong),
                CodeCheck::WaitUntil(until) => return Ok(SignIn::Wait(seconds_until(until))),
            }
        }
        self.begin(account, device)
    }

    fn begin(&self, account: &Account, device: Option<Secret>) -> Result<SignIn, NotDone> {
        let now = now();
        let language = Language::default();
        let started = self
            .store
            .start_session(account.id, language, "", now)
            .map_err(broken)?;
        let Some(mut session) = started else {
            return Ok(SignIn::Wrong);
        };
        if account.second_factor {
            let passed = self
                .store
                .pass_second_factor(&session, now)
                .map_err(broken)?;
            let Some(passed) = passed else {
                return Ok(SignIn::Wrong);
            };
            session = passed;
        }
        let known = match &device {
            Some(device) => self
                .store
                .is_known_device(account.id, device, now)
                .map_err(broken)?,
            None => false,
        };
        let device = if known {
            None
        } else {
            Some(
                self.store
                    .know_device(account.id, now)
                    .map_err(broken)?
                    .reveal(),
            )
        };
        let lasts = self.hours.saturating_mul(3600);
        Ok(SignIn::In(SignedIn {
            session: session.reveal(),
            device,
            lasts,
        }))
    }

    pub fn session(&self, secret: &str) -> Option<Person> {
        let code = Secret::read(secret)?;
        let session = self.store.session(&code, now()).unwrap_or_else(|fault| {
            tracing::error!(%fault, "a session could not be read");
            None
        })?;
        if !session.is_complete() {
            return None;
        }
        let person = self.person(session.account)?;
        Some(Person {
            session: Some(session.handle),
            ..person
        })
    }

    pub fn token(&self, secret: &str) -> Option<Holder> {
        let bearer = self.store.bearer(secret, now()).unwrap_or_else(|fault| {
            tracing::error!(%fault, "a key could not be read");
            None
        })?;
        let mut person = self.person(bearer.account)?;
        // A key opens nothing sealed that it does not name.
        let named = bearer.scopes.compartments();
        person.compartments.retain(|it| named.contains(it));
        Some(Holder {
            person,
            opens: accounts::opens_of(&bearer.scopes),
        })
    }

    pub fn limit(&self, limited: Limited<'_>) -> Option<u32> {
        let taken = match limited {
            Limited::Api(account) => self.api.take(&account.to_string(), now()),
            Limited::BadKey(from) => self.bad_keys.take(from, now()),
            Limited::Hold(from) => self.holds.take(from, now()),
        };
        match taken {
            Take::Go => None,
            Take::WaitUntil(until) => Some(seconds_until(until)),
        }
    }

    pub fn note_refusal(&self, noted: Noted<'_>) {
        let stream = noted.stream.map(StreamId::to_string).unwrap_or_default();
        let refused = paraat_node::Refused {
            account: noted.actor.map(|actor| actor.account),
            organisation: noted.actor.map(|actor| &actor.organisation),
            verb: &self.of_space(noted.verb),
            stream: &stream,
            reason: noted.reason,
            times: noted.times,
        };
        if let Err(fault) = self.store.refused(&refused, now()) {
            tracing::error!(%fault, "a refusal could not be noted");
        }
    }

    pub fn hold(&self, held: &Held, from: &str) -> Result<String, NotDone> {
        let kept = self
            .store
            .hold(&self.of_space(&held.path), &held.typed, remote(from), now())
            .map_err(broken)?;
        match kept {
            paraat_node::Held::Kept(code) => Ok(code.reveal()),
            paraat_node::Held::TooLarge | paraat_node::Held::TooMany => {
                Err(NotDone::Refused("account-form-not-kept"))
            }
        }
    }
}

/// Lends or ends a function, in the real world. The record is all there is of it: what it says,
/// holds.
pub(crate) async fn record_function(
    _live: Live,
    spine: &Spine,
    actor: &Actor,
    verb: &str,
    account: Uuid,
    lent: &Lent,
) -> Result<(), NotDone> {
    let mut typed = paraat_ui::field::Typed::default()
        .with("account", account.to_string())
        .with("function", lent.function.name());
    if verb == "lend" {
        let until = lent.until.map(|until| until.to_string());
        typed = typed.with("until", until.unwrap_or_default());
    }
    let path = ("trust", "function", verb);
    match crate::issue::submit(spine, actor, path, typed, None)
        .await
        .map_err(broken)?
    {
        Ok(_) => Ok(()),
        Err(Refused::Rule(refusal)) => Err(NotDone::Refused(refusal.key)),
        Err(refused) => Err(broken(format!("{refused:?}"))),
    }
}
