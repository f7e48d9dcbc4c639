// SPDX-License-Identifier: EUPL-1.2
//! Interned classes, and what each audience may see of them.

use std::collections::HashMap;
use std::sync::{Arc, RwLock};

use paraat_authority::{Audience, see};
use paraat_kernel::{Class, canonical};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use crate::Fault;

/// How a class is written: words, because canonical JSON has no booleans.
#[derive(Serialize, Deserialize)]
struct Written {
    circle: paraat_kernel::Circle,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    compartment: Option<String>,
    label: paraat_kernel::Label,
    owner: paraat_kernel::OrganisationId,
    reach: String,
}

fn write(class: &Class) -> Result<String, Fault> {
    let reach = match (class.withdrawn, class.owner_only) {
        (true, _) => "withdrawn",
        (false, true) => "owner",
        (false, false) => "circle",
    };
    let written = Written {
        circle: class.circle.clone(),
        compartment: class.compartment.clone(),
        label: class.label,
        owner: class.owner.clone(),
        reach: reach.to_owned(),
    };
    let bytes = canonical::to_bytes(&written).map_err(|e| Fault::Damaged(e.to_string()))?;
    String::from_utf8(bytes).map_err(|e| Fault::Damaged(e.to_string()))
}

fn read(text: &str) -> Result<Class, Fault> {
    let written: Written =
        serde_json::from_str(text).map_err(|e| Fault::Damaged(format!("class: {e}")))?;
    Ok(Class {
        owner: written.owner,
        circle: written.circle,
        label: written.label,
        compartment: written.compartment,
        owner_only: written.reach == "owner",
        withdrawn: written.reach == "withdrawn",
    })
}

#[derive(Default)]
struct Inner {
    ids: HashMap<Class, i64>,
    classes: HashMap<i64, Class>,
    rulings: HashMap<Audience, Arc<[i64]>>,
    /// The id of the next class. Readers see an id before its transaction is committed, and may
    /// hold a ruling on it when that is undone: no other class ever gets the same id.
    next: i64,
}

/// All classes of one ledger, shared by its writer and its readers.
#[derive(Default)]
pub struct Classes(RwLock<Inner>);

/// How many audiences are remembered before their rulings are dropped and made anew.
const MOST_RULINGS: usize = 512;

impl Classes {
    /// Reads those that the file has.
    pub fn load(connection: &Connection) -> Result<Self, Fault> {
        let mut inner = Inner {
            next: 1,
            ..Inner::default()
        };
        let mut statement = connection.prepare("SELECT id, definition FROM class")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, text): (i64, String) = (row.get(0)?, row.get(1)?);
            let class = read(&text)?;
            inner.ids.insert(class.clone(), id);
            inner.classes.insert(id, class);
            inner.next = inner.next.max(id.saturating_add(1));
        }
        Ok(Self(RwLock::new(inner)))
    }

    /// The id of a class; a new class is added to the file.
    pub fn intern(&self, connection: &Connection, class: &Class) -> Result<i64, Fault> {
        if let Some(id) = self.read_lock().ids.get(class) {
            return Ok(*id);
        }
        let text = write(class)?;
        let next = self.read_lock().next;
        connection
            .prepare_cached("INSERT OR IGNORE INTO class (id, definition) VALUES (?1, ?2)")?
            .execute(params![next, text])?;
        let id: i64 = connection
            .prepare_cached("SELECT id FROM class WHERE definition=?1")?
            .query_row([&text], |row| row.get(0))?;
        let mut inner = self.write_lock();
        inner.next = inner.next.max(id.saturating_add(1));
        inner.ids.insert(class.clone(), id);
        inner.classes.insert(id, class.clone());
        inner.rulings.clear();
        Ok(id)
    }

    /// Forgets what a transaction that was undone has interned.
    pub fn reload(&self, connection: &Connection) -> Result<(), Fault> {
        let fresh = Self::load(connection)?;
        let mut fresh = fresh
            .0
            .into_inner()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut inner = self.write_lock();
        fresh.next = fresh.next.max(inner.next);
        *inner = fresh;
        Ok(())
    }

    /// The class with this id.
    pub fn get(&self, id: i64) -> Option<Class> {
        self.read_lock().classes.get(&id).cloned()
    }

    /// The ids of all classes, for the judge alone.
    pub(crate) fn every(&self) -> Vec<i64> {
        self.read_lock().classes.keys().copied().collect()
    }

    /// The ids of the classes that this audience may read. Ruled once per (audience, class).
    pub fn seen_by(&self, audience: &Audience) -> Arc<[i64]> {
        if let Some(seen) = self.read_lock().rulings.get(audience) {
            return Arc::clone(seen);
        }
        let mut inner = self.write_lock();
        let readable = inner
            .classes
            .iter()
            .filter(|(_, class)| see(audience, class).read);
        let mut ids: Vec<i64> = readable.map(|(id, _)| *id).collect();
        ids.sort_unstable();
        let seen: Arc<[i64]> = ids.into();
        if inner.rulings.len() >= MOST_RULINGS {
            inner.rulings.clear();
        }
        inner.rulings.insert(audience.clone(), Arc::clone(&seen));
        seen
    }

    // A thread that panicked while it held the lock left whole values behind: each change above
    // is one insert. Going on is right.
    fn read_lock(&self) -> std::sync::RwLockReadGuard<'_, Inner> {
        self.0
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn write_lock(&self) -> std::sync::RwLockWriteGuard<'_, Inner> {
        self.0
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use paraat_kernel::{Circle, Label};

    use super::{Class, Classes, Connection};

    #[test]
    fn the_id_of_a_class_that_was_undone_is_never_given_again() {
        let file = Connection::open_in_memory().unwrap();
        file.execute_batch(include_str!("../migrations/0001-ledger.sql"))
            .unwrap();
        let classes = Classes::load(&file).unwrap();
        let class = |label| Class::open("vr23".parse().unwrap(), Circle::Partners, label);
        let kept = classes.intern(&file, &class(Label::Clear)).unwrap();
        file.execute_batch("BEGIN").unwrap();
        let undone = classes.intern(&file, &class(Label::Green)).unwrap();
        file.execute_batch("ROLLBACK").unwrap();
        classes.reload(&file).unwrap();
        assert_eq!(classes.get(undone), None);
        let other = classes.intern(&file, &class(Label::Amber)).unwrap();
        assert!(other > undone && undone > kept);
        assert_eq!(classes.intern(&file, &class(Label::Clear)).unwrap(), kept);
        assert_eq!(classes.get(other), Some(class(Label::Amber)));
        // The file says the same.
        assert_eq!(
            Classes::load(&file).unwrap().get(other),
            Some(class(Label::Amber))
        );
    }
}
