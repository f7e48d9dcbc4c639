// SPDX-License-Identifier: EUPL-1.2
//! The shell for browsers and programs. Its routes are generic: pages, forms and the API come
//! from what the modules declare, and no word of any domain stands here. Writing goes through
//! `Desk::submit`, reading through the other questions of `Desk`, accounts through [`Keeper`].

mod api;
mod ask;
mod assets;
mod attached;
mod base_map;
mod body;
mod caller;
mod connections;
mod cookie;
mod drafts;
mod events;
pub mod exercises;
pub mod files;
mod guard;
mod health;
pub mod keeper;
pub mod lists;
mod metrics;
mod multipart;
mod pages;
mod personal;
mod places;
mod prefix;
pub mod public;
mod push;
mod reader;
pub mod reads;
mod refused;
mod reply;
mod route;
mod site;
mod surfaces;
mod symbols;
pub mod tasks;
mod wrong;

use paraat_kernel::Language;

pub use assets::LITE;
pub use keeper::Keeper;
pub use route::{router, with_exercises};
pub use site::{Contact, Inside, NotPrinted, Printer, Settings, Site};

/// The words of this shell, to be given to `Words::new` together with the platform's.
pub const WORDS: &[(Language, &str)] = &[
    (Language::Nl, include_str!("../words/nl.ftl")),
    (Language::En, include_str!("../words/en.ftl")),
    (Language::Nl, include_str!("../words/lists-nl.ftl")),
    (Language::En, include_str!("../words/lists-en.ftl")),
    (Language::Nl, include_str!("../words/files-nl.ftl")),
    (Language::En, include_str!("../words/files-en.ftl")),
    (Language::Nl, include_str!("../words/exercises-nl.ftl")),
    (Language::En, include_str!("../words/exercises-en.ftl")),
    (Language::Nl, include_str!("../words/sealed-nl.ftl")),
    (Language::En, include_str!("../words/sealed-en.ftl")),
    (Language::Nl, include_str!("../words/together-nl.ftl")),
    (Language::En, include_str!("../words/together-en.ftl")),
];
