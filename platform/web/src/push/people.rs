// SPDX-License-Identifier: EUPL-1.2
//! Who looks at the same thing now: organisations and functions, never persons.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use paraat_kernel::{Function, OrganisationId};
use tokio::sync::watch;

use crate::ask::Asked;

/// So many are named; the rest is counted.
const NAMED: usize = 4;

/// Somebody who looks, as others may know them.
type Looker = (OrganisationId, Vec<Function>);

/// Those who look at one thing, under numbers of no meaning.
pub(super) struct Room {
    people: Mutex<(u64, BTreeMap<u64, Looker>)>,
    changed: watch::Sender<()>,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            people: Mutex::default(),
            changed: watch::Sender::new(()),
        }
    }
}

impl Room {
    fn people(&self) -> MutexGuard<'_, (u64, BTreeMap<u64, Looker>)> {
        self.people.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Somebody looks; answers their number.
    pub(super) fn enter(&self, looker: Looker) -> u64 {
        let mut people = self.people();
        people.0 += 1;
        let number = people.0;
        people.1.insert(number, looker);
        drop(people);
        self.changed.send_replace(());
        number
    }

    /// They look no more.
    pub(super) fn leave(&self, number: u64) {
        self.people().1.remove(&number);
        self.changed.send_replace(());
    }

    /// Hears that somebody came or went.
    pub(super) fn watch(&self) -> watch::Receiver<()> {
        self.changed.subscribe()
    }

    /// Who looks, as a sentence in the language of the audience; empty when it is one person alone.
    pub(super) fn said(&self, ask: &Asked) -> String {
        let people = self.people();
        if people.1.len() < 2 {
            return String::new();
        }
        let lookers: BTreeSet<Looker> = people.1.values().cloned().collect();
        drop(people);
        let voice = ask.voice();
        let said = lookers.iter().take(NAMED).map(|(organisation, functions)| {
            let functions = functions
                .iter()
                .map(|it| voice.say(&format!("function-{}", it.name())));
            let functions = functions.collect::<Vec<_>>().join(", ");
            format!("{} ({functions})", ask.organisation(organisation))
        });
        let who = ("who", said.collect::<Vec<_>>().join(" · "));
        match lookers.len().saturating_sub(NAMED) {
            0 => voice.with("web-here", &[who]),
            more => voice.with("web-here-more", &[who, ("count", more.to_string())]),
        }
    }
}
