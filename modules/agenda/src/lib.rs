// SPDX-License-Identifier: EUPL-1.2
//! The national agenda: pillars, ambitions, activities, who leads them and how they stand. The
//! ministry of JenV issues it and assigns leads; progress is a stream of the lead.

pub mod commands;
pub mod kinds;
pub mod lifecycle;
pub mod state;
pub mod tables;
pub mod views;

use paraat_contract::{Module, Nav, erase};
use paraat_kernel::Language;

use kinds::{activity, ambition, comment, edition, progress};

/// The organisation that issues the agenda.
pub const ISSUER: &str = "jenv";

/// The module, as data.
pub static MODULE: Module = Module {
    name: "agenda",
    kinds: &[
        &erase::<edition::Edition>(),
        &erase::<ambition::Ambition>(),
        &erase::<activity::Activity>(),
        &erase::<progress::Progress>(),
        &erase::<comment::Comment>(),
    ],
    tables: &[
        &tables::EDITION,
        &tables::AMBITION,
        &tables::ACTIVITY,
        &tables::PROGRESS,
        &tables::COMMENT,
    ],
    baseline: Vec::new,
    views: views::ALL,
    tasks: Some(views::duties::ALL),
    nav: Some(Nav {
        label: "agenda-nav",
        icon: "agenda",
    }),
    words: &[
        (Language::Nl, include_str!("../words/nl.ftl")),
        (Language::En, include_str!("../words/en.ftl")),
    ],
};
