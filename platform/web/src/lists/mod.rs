// SPDX-License-Identifier: EUPL-1.2
//! Lists as files, out and in. Which lists there are the modules declare; here is how a file is
//! written from one, and how a file is read, compared with what stands here, and taken in through
//! the one door. Pages, API and command line are callers of this.

mod cells;
mod change;
mod compare;
mod file;
mod read;
mod said;
mod small;
mod take;
mod why;
mod write;

use std::collections::BTreeMap;
use std::sync::Arc;

use paraat_authority::Audience;
use paraat_contract::{Desk, List, Module, Names, Params, Scene, View};
use paraat_kernel::{Actor, Timestamp};
use paraat_ui::Words;
use paraat_ui::words::Voice;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::wrong::Wrong;

pub use change::{CHANGES, Change};
pub use compare::{Compared, State};
pub use read::NotRead;
pub use said::{finding, refused as refused_file};
pub use take::{Bad, Report, Taking, Who, take};
pub use write::{NotOut, write};

pub(crate) use file::download;
pub(crate) use small::small;

/// Most bytes that a file may have that comes in.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;
/// Most lines that a file may have that comes in: what is taken in holds up all other writing.
pub const MOST_LINES: u32 = 20_000;

/// Lists that are written at once: each reads with a connection of its own, and pages need some.
pub(crate) const OUT_AT_ONCE: usize = 3;
/// Files that are taken in at once: each stands whole in memory and keeps others from writing.
pub(crate) const IN_AT_ONCE: usize = 2;

/// Places for work of which only so much goes on at once.
pub(crate) struct Places(Arc<Semaphore>);

impl Places {
    pub(crate) fn new(at_once: usize) -> Self {
        Self(Arc::new(Semaphore::new(at_once)))
    }

    /// A place until it is dropped; who finds none comes back in some seconds.
    pub(crate) fn take(&self) -> Result<OwnedSemaphorePermit, Wrong> {
        let place = Arc::clone(&self.0).try_acquire_owned();
        place.map_err(|_none| Wrong::wait(5))
    }
}

/// A list and the module it is of.
#[derive(Clone, Copy)]
pub struct Listed {
    /// The module.
    pub module: &'static Module,
    /// The list.
    pub list: &'static List,
}

impl std::fmt::Debug for Listed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.module.name, self.list.name)
    }
}

/// All lists that pages offer, each once.
pub fn all(desk: &dyn Desk) -> Vec<Listed> {
    let mut all: Vec<Listed> = Vec::new();
    for module in desk.modules() {
        for list in module.views.iter().flat_map(|view| view.lists) {
            let same = |it: &Listed| it.module.name == module.name && it.list.name == list.name;
            if !all.iter().any(same) {
                all.push(Listed { module, list });
            }
        }
    }
    all
}

/// The lists that a page offers.
pub(crate) fn of(desk: &dyn Desk, module: &str, view: &View) -> Vec<Listed> {
    let module = desk.modules().iter().find(|it| it.name == module);
    let of = |module: &&'static Module| {
        let module = *module;
        let lists = view.lists.iter();
        lists.map(move |list| Listed { module, list }).collect()
    };
    module.map(of).unwrap_or_default()
}

/// The list with this name.
pub fn find(desk: &dyn Desk, module: &str, name: &str) -> Option<Listed> {
    let mut all = all(desk).into_iter();
    all.find(|it| it.module.name == module && it.list.name == name)
}

/// Who works with a list, and what they look with.
#[derive(Clone, Copy)]
pub struct Room<'a> {
    /// The record.
    pub desk: &'a dyn Desk,
    /// The words of all modules.
    pub words: &'a Words,
    /// As whom they look.
    pub audience: &'a Audience,
    /// Who they are, for what they want recorded.
    pub actor: Option<&'a Actor>,
    /// The moment.
    pub now: Timestamp,
}

impl Room<'_> {
    /// The words in the language of who looks.
    pub fn voice(&self) -> Voice<'_> {
        self.words.voice(self.audience.language)
    }

    /// Whether they may take this list in, as far as can be said beforehand.
    pub fn may_import(&self, list: &List) -> bool {
        let names = BTreeMap::new();
        let params = Params::default();
        let scene = self.scene(&params, &names);
        list.import.is_some_and(|import| (import.may)(&scene))
    }

    fn scene<'a>(
        &'a self,
        params: &'a Params,
        names: &'a BTreeMap<paraat_kernel::OrganisationId, paraat_kernel::Text>,
    ) -> Scene<'a> {
        Scene {
            audience: self.audience,
            words: self.words,
            params,
            organisations: names,
            head: None,
        }
    }

    fn names(&self) -> Names {
        self.desk.names()
    }
}

#[cfg(test)]
mod tests {
    use super::Places;

    #[test]
    fn who_finds_no_place_is_told_to_come_back() {
        let places = Places::new(2);
        let held = [places.take(), places.take()];
        assert!(held.iter().all(Result::is_ok));
        assert_eq!(places.take().err().map(|wrong| wrong.status), Some(429));
        drop(held);
        assert!(places.take().is_ok());
    }
}
