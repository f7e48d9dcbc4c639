// SPDX-License-Identifier: EUPL-1.2
//! The parts that pages are made of. Each is a function from values to markup; the classes they
//! use are styled in `assets/src/css`.

mod area_map;
mod ask;
mod board;
mod difference;
mod document;
mod filter;
mod form;
mod layout;
mod list;
mod problem;
mod shape_map;
mod sign;
mod tile_map;
mod timeline;
mod tree;

pub use area_map::{Area, area_map};
pub use ask::{Ask, AskKind, Choice, Wrong, ask, error_summary};
pub use board::{BoardCard, BoardColumn, board};
pub use difference::difference;
pub use document::{document_blocks, document_links};
pub use filter::{Filter, FilterBar, filter_bar};
pub use form::{FILE, Form, LOOK, Tick, form};
pub use layout::{
    Banner, Figure, View, banner, button_link, empty, facts, figures, notice, page_bar, panel,
    post_button, views,
};
pub use list::{Column, Entry, Pages, history, pages, table, table_under};
pub use problem::{Trouble, problem_page};
pub use shape_map::{Drawn, shape_map};
pub use sign::{Mark, Tone, label_tag, mark, tag, unverified};
pub use tile_map::{Tile, tile_map};
pub use timeline::{Bar, Pattern, Timeline, timeline};
pub use tree::{Branch, tree};
