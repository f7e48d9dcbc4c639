// SPDX-License-Identifier: EUPL-1.2
//! Pure HTML: page frame, widgets, form reading, words. Nothing here knows a domain, a clock or
//! a database: values in, markup out.

pub mod field;
pub mod icon;
pub mod page;
mod sample;
pub mod time;
pub mod widgets;
pub mod words;

pub use maud::{Markup, html};
pub use page::{AssetPaths, Exercise, Frame, NavItem, Theme, page};
pub use words::{Voice, Words};
