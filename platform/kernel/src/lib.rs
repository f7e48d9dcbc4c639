// SPDX-License-Identifier: EUPL-1.2
//! Values that every domain shares. No clock, no IO, no async: what a rule needs to know
//! arrives as an argument (`Given`), and what it answers is a plain value.

pub mod canonical;
mod card;
mod class;
mod cut;
mod delegation;
pub mod document;
pub mod geometry;
mod given;
mod id;
mod label;
mod language;
mod lifecycle;
mod live;
mod outline;
pub mod seams;
mod text;

pub use card::{Card, Key, Waiting};
pub use class::{COMPARTMENTS, Circle, Class, opened};
pub use cut::Cut;
pub use delegation::Delegation;
pub use document::Document;
pub use geometry::{Bounds, Geometry};
pub use given::{Actor, File, Function, Given, Known};
pub use id::{BadId, LaneId, OrganisationId, Origin, Space, StreamId};
pub use label::Label;
pub use language::Language;
pub use lifecycle::{Lifecycle, Step};
pub use live::Live;
pub use outline::{BadOutline, Outline, Place};
pub use text::Text;

pub use jiff::Timestamp;
pub use jiff::civil::Date;
pub use uuid::Uuid;
