// SPDX-License-Identifier: EUPL-1.2
//! Drafts that several people type in: what they typed is kept in pieces, as it came, and put
//! together now and then. What was thrown away leaves no bytes behind (`secure_delete`).

use std::time::Duration;

use paraat_drafts::{Change, KeyId, Shelf, ShelfFault, Shelved};
use paraat_kernel::Timestamp;
use rusqlite::{OptionalExtension as _, Transaction};

use crate::columns::Moment;
use crate::{Fault, Node};

/// A draft that nobody touched for so long goes.
pub const DRAFT_KEPT: Duration = Duration::from_secs(90 * 24 * 3600);

impl Shelf for Node {
    fn shelved(&self, id: &KeyId) -> Result<Option<Shelved>, ShelfFault> {
        self.draft(id).map_err(fault)
    }

    fn keep(&self, changes: &[Change<'_>], now: Timestamp) -> Result<(), ShelfFault> {
        let kept = self.write_apart(|transaction| {
            for change in changes {
                keep(transaction, change, now)?;
            }
            Ok(())
        });
        kept.map_err(fault)
    }

    fn discard(&self, id: &KeyId) -> Result<(), ShelfFault> {
        let gone = self.write(|transaction| {
            transaction.execute("DELETE FROM draft WHERE id=?1", [id])?;
            Ok(())
        });
        gone.map_err(fault)
    }
}

impl Node {
    fn draft(&self, id: &KeyId) -> Result<Option<Shelved>, Fault> {
        self.read(|connection| {
            let query = "SELECT born, base FROM draft WHERE id=?1";
            let mut statement = connection.prepare_cached(query)?;
            let found = statement.query_row([id], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
            });
            let Some((born, base)) = found.optional()? else {
                return Ok(None);
            };
            let query = "SELECT body FROM draft_update WHERE draft=?1 ORDER BY number";
            let mut statement = connection.prepare_cached(query)?;
            let updates = statement.query_map([id], |row| row.get(0))?;
            Ok(Some(Shelved {
                born: born.cast_unsigned(),
                base,
                updates: updates.collect::<Result<_, _>>()?,
            }))
        })
    }
}

fn keep(transaction: &Transaction<'_>, change: &Change<'_>, now: Timestamp) -> Result<(), Fault> {
    let (key, id) = (change.key, change.key.id());
    transaction
        .prepare_cached(
            "INSERT INTO draft (id, space, organisation, form, about, field, born, base, saved)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT DO UPDATE SET born=excluded.born, base=excluded.base,
             saved=excluded.saved",
        )?
        .execute((
            id,
            &key.space,
            key.organisation.as_str(),
            &key.form,
            key.about_text(),
            &key.field,
            change.born.cast_signed(),
            change.base,
            Moment(now),
        ))?;
    if change.whole {
        transaction.execute("DELETE FROM draft_update WHERE draft=?1", [id])?;
    }
    if !change.update.is_empty() {
        transaction
            .prepare_cached(
                "INSERT INTO draft_update (draft, number, body)
                 SELECT ?1, coalesce(max(number), 0)+1, ?2 FROM draft_update WHERE draft=?1",
            )?
            .execute((id, &change.update))?;
    }
    Ok(())
}

fn fault(fault: Fault) -> ShelfFault {
    ShelfFault(fault.to_string())
}
