// SPDX-License-Identifier: EUPL-1.2
//! Which circles an organisation is a member of: asked with every request, changed now and then.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use paraat_contract::{Query, Table};
use paraat_kernel::{OrganisationId, StreamId};
use paraat_ledger::{Fault, Ledger};

/// How many organisations are remembered.
const MOST: usize = 1000;

/// Remembers the circles of organisations for as long as no member comes or goes.
pub(crate) struct Circles {
    members: &'static Table,
    remembered: Mutex<Remembered>,
}

#[derive(Default)]
struct Remembered {
    /// When the table of members last changed before these were read.
    changed: i64,
    of: HashMap<OrganisationId, BTreeSet<StreamId>>,
}

impl Circles {
    /// Nothing is remembered yet. The table has the columns `circle` and `organisation`.
    pub fn new(members: &'static Table) -> Self {
        Self {
            members,
            remembered: Mutex::default(),
        }
    }

    /// How many members a circle has beside this one.
    pub fn others(
        &self,
        ledger: &Ledger,
        circle: &StreamId,
        own: &OrganisationId,
    ) -> Result<usize, Fault> {
        let query = Query::all(self.members).is("circle", circle.to_string());
        let rows = ledger.reader.rows_for_judge(&query)?.rows;
        let members = rows.iter().map(|row| row.text("organisation"));
        let others: BTreeSet<&str> = members.filter(|it| *it != own.as_str()).collect();
        Ok(others.len())
    }

    /// The circles of an organisation as they stand now: whoever is told that a member was closed
    /// finds it closed here.
    pub fn of(
        &self,
        ledger: &Ledger,
        organisation: &OrganisationId,
    ) -> Result<BTreeSet<StreamId>, Fault> {
        // Asked before anything is read: what is read is then never older than this says.
        let changed = ledger.writer.changed(self.members.name);
        let remembered = || {
            self.remembered
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        {
            let known = remembered();
            if known.changed == changed
                && let Some(circles) = known.of.get(organisation)
            {
                return Ok(circles.clone());
            }
        }
        let query = Query::all(self.members).is("organisation", organisation.as_str());
        let rows = ledger.reader.rows_for_judge(&query)?.rows;
        let circles = rows
            .iter()
            .filter_map(|row| row.text("circle").parse().ok());
        let circles: BTreeSet<StreamId> = circles.collect();
        let mut known = remembered();
        if known.changed < changed || known.of.len() >= MOST {
            known.of.clear();
        }
        if known.changed <= changed {
            known.changed = changed;
            known.of.insert(organisation.clone(), circles.clone());
        }
        Ok(circles)
    }
}
