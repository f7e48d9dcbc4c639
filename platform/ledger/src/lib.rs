// SPDX-License-Identifier: EUPL-1.2
//! The ledger is the truth: SQLite, append-only, chained and signed. Read tables, search, pages,
//! exports and partners are readers of it and can be made again from it.

mod append;
mod batch;
mod classes;
mod conditions;
mod core;
pub mod envelope;
mod fault;
mod lanes;
mod not_received;
mod past;
mod project;
mod reader;
mod receive;
mod replay;
mod schema;
pub mod seal;
mod search;
mod select;
mod shapes;
mod store;
mod verify;
mod withdraw;
mod words;
mod writer;

pub use append::Append;
pub use batch::{Answered, Batch, HeadInfo, Notice};
pub use classes::Classes;
pub use core::Setup;
pub use fault::Fault;
pub use lanes::DELEGATED;
pub use not_received::{NotReceived, Received};
pub use reader::{Reader, Session};
pub use search::{Hit, Search};
pub use store::{Ledger, rebuild, rows_in};
pub use verify::{Report, verify};
pub use withdraw::{EVENT as WITHDRAWN, NotWithdrawn, Withdrawn};
pub use writer::Writer;
