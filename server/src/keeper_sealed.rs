// SPDX-License-Identifier: EUPL-1.2
//! Who was let into what is sealed, as the record says, and who read of it, in `node.db`: the
//! second half of `paraat_web::Keeper` for `NodeKeeper`.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use paraat_contract::{Query, Refused};
use paraat_kernel::{Actor, Live, OrganisationId, StreamId, Uuid};
use paraat_node::{OPENED, SealedRead, WhichReads};
use paraat_spine::Spine;
use paraat_trust::tables::ACCESS;
use paraat_ui::field::Typed;
use paraat_web::keeper::{Kept, NotDone, Person};
use paraat_web::reads::{REASON_HOLDS, ReadShown, Reading, Reads, Why};

use crate::keeper::{Inner, NodeKeeper, broken, now};

/// The name of the real world among the spaces of a node.
const LIVE: &str = "live";

/// The sealed compartments that an account was let into, as its organisation recorded them.
pub(crate) fn let_into(
    spine: &Spine,
    organisation: &OrganisationId,
    account: Uuid,
) -> Result<Vec<String>, paraat_ledger::Fault> {
    let query = Query::all(&ACCESS).is("account", account.to_string());
    let rows = spine.ledger().reader.rows_for_judge(&query)?.rows;
    let own = rows.iter().filter(|row| row.stream.owner == *organisation);
    Ok(own.map(|row| row.text("compartment").to_owned()).collect())
}

/// Lets an account into a compartment or shuts it out, in the real world. The record is all there
/// is of it: what it says, holds.
pub(crate) async fn record(
    _live: Live,
    spine: &Spine,
    actor: &Actor,
    (account, compartment): (Uuid, &str),
    is_in: bool,
) -> Result<(), NotDone> {
    let typed = Typed::default()
        .with("account", account.to_string())
        .with("compartment", compartment);
    let verb = if is_in { "let-in" } else { "shut-out" };
    let path = ("trust", "access", verb);
    let done = crate::issue::submit(spine, actor, path, typed, None).await;
    match done.map_err(broken)? {
        Ok(_) => Ok(()),
        Err(Refused::Rule(refusal)) => Err(NotDone::Refused(refusal.key)),
        // A compartment that there is not.
        Err(Refused::Fields(_)) => Err(NotDone::NotThere),
        Err(refused) => Err(broken(format!("{refused:?}"))),
    }
}

impl Inner {
    /// What an account may open of what is sealed.
    pub fn compartments(&self, organisation: &OrganisationId, account: Uuid) -> Vec<String> {
        let found = let_into(&self.spine, organisation, account);
        // What cannot be read opens nothing.
        found.unwrap_or_else(|fault| {
            tracing::error!(%fault, "who was let in could not be read");
            Vec::new()
        })
    }

    fn world(&self) -> &str {
        self.space.as_deref().unwrap_or(LIVE)
    }

    fn sealed_read(&self, person: &Person, reading: Reading, why: Why) -> Result<(), NotDone> {
        let functions: Vec<&str> = person.functions.iter().map(|it| it.name()).collect();
        let read = SealedRead {
            organisation: person.organisation.clone(),
            account: person.account,
            session: person.session,
            functions: functions.join(" "),
            space: self.world().to_owned(),
            stream: reading.stream,
            compartment: reading.compartment,
            what: reading.what,
            why: paraat_node::Why {
                reason: why.reason,
                note: why.note,
            },
        };
        self.store.sealed_read(&read, now()).map_err(broken)
    }

    /// The reason that holds now for this stream in the session of this person.
    fn reason(&self, person: &Person, stream: &StreamId) -> Result<Option<Why>, NotDone> {
        let Some(session) = person.session else {
            return Ok(None);
        };
        let holds = SignedDuration::from_mins(REASON_HOLDS.into());
        let after = now().checked_sub(holds).map_err(broken)?;
        let why = self.store.opening(session, (self.world(), stream), after);
        Ok(why.map_err(broken)?.map(|it| Why {
            reason: it.reason,
            note: it.note,
        }))
    }

    fn reads_of(
        &self,
        person: &Person,
        (stream, before): (Option<&StreamId>, Option<i64>),
        most: u32,
    ) -> Result<Vec<ReadShown>, NotDone> {
        let which = WhichReads {
            organisation: &person.organisation,
            space: self.world(),
            stream,
            before,
            most,
        };
        let mut names: BTreeMap<Uuid, String> = BTreeMap::new();
        let mut shown = Vec::new();
        for it in self.store.sealed_reads(which).map_err(broken)? {
            let account = it.read.account;
            let name = match names.get(&account) {
                Some(name) => name.clone(),
                None => {
                    let found = self.store.account(account).map_err(broken)?;
                    found.map_or_else(|| account.to_string(), |found| found.display)
                }
            };
            names.insert(account, name.clone());
            shown.push(ReadShown {
                number: it.number,
                at: it.at,
                name,
                functions: it.read.functions,
                reading: Reading {
                    stream: it.read.stream,
                    compartment: it.read.compartment,
                    what: it.read.what,
                },
                why: Why {
                    reason: it.read.why.reason,
                    note: it.read.why.note,
                },
            });
        }
        Ok(shown)
    }
}

impl Reads for NodeKeeper {
    fn open(&self, person: &Person, reading: Reading, why: Why) -> Kept<'_, ()> {
        let person = person.clone();
        let reading = Reading {
            what: OPENED.to_owned(),
            ..reading
        };
        self.later(move |inner| inner.sealed_read(&person, reading, why))
    }

    fn read(&self, person: &Person, reading: Reading, why: Option<Why>) -> Kept<'_, bool> {
        let person = person.clone();
        self.later(move |inner| {
            let why = match why {
                None => inner.reason(&person, &reading.stream)?,
                given => given,
            };
            let Some(why) = why else {
                return Ok(false);
            };
            inner.sealed_read(&person, reading, why)?;
            Ok(true)
        })
    }

    fn reads(
        &self,
        person: &Person,
        of: Option<StreamId>,
        before: Option<i64>,
        most: u32,
    ) -> Kept<'_, Vec<ReadShown>> {
        let person = person.clone();
        self.later(move |inner| inner.reads_of(&person, (of.as_ref(), before), most))
    }

    fn let_in(&self, admin: &Person, account: Uuid, to: &str, is_in: bool) -> Kept<'_, ()> {
        let (person, to) = (admin.clone(), to.to_owned());
        Box::pin(async move {
            let inner = &self.0;
            let account = inner.of_admin(&person, account)?;
            let live = inner.only_live()?;
            let actor = person.actor();
            record(live, &inner.spine, &actor, (account.id, &to), is_in).await?;
            inner.forget();
            Ok(())
        })
    }
}
