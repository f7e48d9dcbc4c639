// SPDX-License-Identifier: EUPL-1.2
//! What the writer keeps in memory: heads of lanes and streams, kinds, statements.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, RwLock};

use paraat_contract::{AnyKind, AnyState, Module, Table};
use paraat_kernel::seams::{Clock, Entropy};
use paraat_kernel::{Class, Known, LaneId, OrganisationId, Space, StreamId};
use rusqlite::Connection;

use crate::classes::Classes;
use crate::envelope::Hash;
use crate::seal::Signer;
use crate::{Fault, schema};

/// Everything a ledger is opened with.
#[derive(Clone)]
pub struct Setup {
    /// The world it holds.
    pub space: Space,
    /// The modules whose kinds it knows.
    pub modules: Vec<&'static Module>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Gives salts.
    pub entropy: Arc<dyn Entropy>,
    /// Signs for the organisations of this node.
    pub signer: Arc<RwLock<Signer>>,
}

impl Setup {
    /// Every read table, the cards and files first.
    pub fn tables(&self) -> Vec<&'static Table> {
        let mut tables = vec![&paraat_contract::CARDS, &paraat_contract::FILES];
        tables.extend(
            self.modules
                .iter()
                .flat_map(|module| module.tables.iter().copied()),
        );
        tables
    }

    /// The kind with this full name (`agenda.progress`).
    pub fn kind(&self, full: &str) -> Option<&'static dyn AnyKind> {
        let (module, name) = full.split_once('.')?;
        let module = self.modules.iter().find(|m| m.name == module)?;
        module
            .kinds
            .iter()
            .copied()
            .find(|kind| kind.name() == name)
    }
}

/// The head of a lane.
#[derive(Debug, Clone)]
pub(crate) struct Lane {
    pub row: i64,
    pub number: u64,
    pub hash: Hash,
}

/// The head of a stream, with the state that rules decide on.
pub(crate) struct Head {
    pub row: i64,
    pub kind_name: String,
    /// None when this Paraat does not know the kind.
    pub kind: Option<&'static dyn AnyKind>,
    pub class: Class,
    pub class_row: i64,
    pub lane: LaneId,
    pub version: u64,
    pub state: Option<AnyState>,
}

/// The statements of one read table.
pub(crate) struct Statements {
    /// Finds the row of a part that is so now.
    pub open: String,
    pub close: String,
    pub insert: String,
    /// Adds a row unless the part has one.
    pub insert_new: String,
}

/// How many stream heads are kept in memory; past that all are dropped and read again as needed.
const MOST_HEADS: usize = 50_000;

/// The memory of the writer.
pub(crate) struct Core {
    pub setup: Setup,
    pub classes: Arc<Classes>,
    pub lanes: HashMap<LaneId, Lane>,
    pub heads: HashMap<StreamId, Head>,
    /// What commands referred to lately, as those who see these classes see it. Whatever is
    /// stored in a stream takes that stream out.
    pub known: HashMap<StreamId, (Arc<[i64]>, Option<Known>)>,
    pub statements: BTreeMap<&'static str, Statements>,
    pub position: i64,
}

impl Core {
    pub fn load(
        setup: Setup,
        classes: Arc<Classes>,
        connection: &Connection,
    ) -> Result<Self, Fault> {
        let statements = setup
            .tables()
            .into_iter()
            .map(|table| {
                let close = schema::close_row(table);
                (
                    table.name,
                    Statements {
                        open: schema::open_row(table),
                        close,
                        insert: schema::insert_row("INSERT", table),
                        insert_new: schema::insert_row("INSERT OR IGNORE", table),
                    },
                )
            })
            .collect();
        let mut core = Self {
            setup,
            classes,
            lanes: HashMap::new(),
            heads: HashMap::new(),
            known: HashMap::new(),
            statements,
            position: 0,
        };
        core.reload(connection)?;
        Ok(core)
    }

    /// Forgets everything and reads the heads again: after a transaction that was undone.
    pub fn reload(&mut self, connection: &Connection) -> Result<(), Fault> {
        self.heads.clear();
        self.known.clear();
        self.lanes.clear();
        self.position =
            connection.query_row("SELECT coalesce(max(position), 0) FROM entry", [], |row| {
                row.get(0)
            })?;
        let mut statement = connection.prepare(
            "SELECT l.id, l.name, coalesce(e.number, 0), e.hash FROM lane l
             LEFT JOIN entry e ON e.lane = l.id
               AND e.number = (SELECT max(number) FROM entry WHERE lane = l.id)",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let name: String = row.get(1)?;
            let hash: Option<Vec<u8>> = row.get(3)?;
            let hash = match hash {
                None => Hash::NONE,
                Some(bytes) => Hash::from_slice(&bytes)
                    .ok_or_else(|| Fault::Damaged(format!("hash at the head of {name}")))?,
            };
            let number: i64 = row.get(2)?;
            let lane = Lane {
                row: row.get(0)?,
                number: unsigned(number),
                hash,
            };
            self.lanes.insert(lane_from_name(&name)?, lane);
        }
        self.classes.reload(connection)
    }

    pub fn make_room(&mut self) {
        if self.heads.len() > MOST_HEADS {
            self.heads.clear();
        }
        if self.known.len() > MOST_HEADS {
            self.known.clear();
        }
    }
}

/// SQLite keeps signed numbers; ours start at 0 and never come near the limit.
pub(crate) fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

/// The other way round.
pub(crate) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(crate) fn lane_from_name(name: &str) -> Result<LaneId, Fault> {
    let wrong = || Fault::Damaged(format!("lane name {name:?}"));
    let mut parts = name.splitn(3, '/');
    let mut part = || parts.next().map(str::to_owned).ok_or_else(wrong);
    let (space, origin, circle) = (part()?, part()?, part()?);
    let (organisation, incarnation) = origin.rsplit_once('-').ok_or_else(wrong)?;
    let organisation: OrganisationId = organisation.parse().map_err(|_bad| wrong())?;
    let incarnation = incarnation.parse().map_err(|_bad| wrong())?;
    Ok(LaneId {
        space: Space::try_from(space).map_err(|_bad| wrong())?,
        origin: paraat_kernel::Origin {
            organisation,
            incarnation,
        },
        circle: circle.parse().map_err(|_bad| wrong())?,
    })
}
