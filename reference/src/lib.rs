// SPDX-License-Identifier: EUPL-1.2
//! The reference data that every node is born with: `reference/*.toml`, read into plain structs.
//!
//! A read-only baseline. A correction is an entry of the registers, never an edit of code; and
//! the agenda is issued as entries by the ministry of JenV, for which this is the source text.
//! No platform types here (level 0): ids are strings, and callers turn them into their own.
//!
//! ```
//! let regions = paraat_reference::organisations()?
//!     .into_iter()
//!     .filter(|organisation| organisation.kind == "safety-region")
//!     .count();
//! assert_eq!(regions, 25);
//! # Ok::<(), paraat_reference::Wrong>(())
//! ```

mod activities;
mod agenda;
mod entries;
mod exercises;
mod map;
mod organisations;
mod read;
mod record;
mod themes;
mod time_zones;
mod vital_processes;

pub use activities::{Activity, Period, PeriodForm, Reach, activities};
pub use agenda::{Agenda, Ambition, Edition, Pillar, agenda};
pub use entries::{Entry, baseline_requirements, collectives, explain_reasons, kinds};
pub use exercises::{Exercise, Message, exercises};
pub use map::{Map, Tile, map};
pub use organisations::{Organisation, organisations};
pub use read::Wrong;
pub use record::{Record, Words};
pub use themes::{Theme, ThemeKind, themes};
pub use time_zones::{TimeZone, time_zones};
pub use vital_processes::{VitalProcess, vital_processes};
