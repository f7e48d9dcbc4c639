// SPDX-License-Identifier: EUPL-1.2
//! The contract between a module and everything else. The unit is the *kind*: one sort of stream
//! with its state, events, commands and rows. A module is data that lists its kinds, tables,
//! views and words. Shells know modules only through this crate.

mod aid;
mod desk;
mod erased;
mod files;
mod intake;
mod kind;
mod list;
mod missing_words;
mod module;
mod outgoing;
mod public;
mod query;
pub mod scenario;
mod surface;
mod table;
mod task;
mod together;
mod view;

pub use aid::{Aid, Help};
pub use desk::{
    Broken, Changed, Desk, Found, Health, Intent, Later, Names, Receipt, Refused, Seen, Start,
};
pub use erased::{AnyCommand, AnyEvent, AnyKind, AnyState, Drawn, erase};
pub use files::{Files, NoFiles};
pub use intake::{Handed, Intake, Item, PlainText, Proposal};
pub use kind::{EventName, Home, Kind, Mode, Recorded, Refusal, Scope, Verb};
pub use list::{Cells, Holds, Import, Line, Lines, List, ListColumn, Role, Want};
pub use missing_words::missing_words;
pub use module::Module;
pub use outgoing::{Due, Outgoing, Parcel};
pub use public::{Leaf, Outside, Public};
pub use query::{AsKnown, Count, Filter, Order, Query, Row, Rows};
pub use surface::{Called, Collection, Said, Surface};
pub use table::{
    CARDS, Change, Column, ColumnKind, FILES, Table, Value, card_of, close_card, close_file, flag,
    put, put_card, put_file, put_part, text, whole,
};
pub use task::{Press, Task, Tasks};
pub use together::{Keep, Together, one_of_each};
pub use view::{
    Answer, Compose, Follow, Head, MOMENT, MOMENT_TYPED, Nav, Need, News, Params, Past, SLIDER,
    STEPS, Scene, Tell, View, rows_at, rows_of,
};
