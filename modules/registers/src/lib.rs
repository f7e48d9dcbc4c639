// SPDX-License-Identifier: EUPL-1.2
//! The registers: organisations and short lists that every node is born with, corrections, and
//! boundaries that were imported.
//! A correction is an entry of the organisation that makes it and never edits the baseline: the
//! pages show both.

pub mod commands;
pub mod kinds;
pub mod lists;
pub mod state;
pub mod tables;
pub mod views;

use paraat_contract::{Module, Nav, erase};
use paraat_kernel::Language;

pub use state::names;

/// The module, as data.
pub static MODULE: Module = Module {
    name: "registers",
    kinds: &[
        &erase::<kinds::correction::Correction>(),
        &erase::<kinds::boundary::Boundary>(),
    ],
    tables: &[
        &tables::ORGANISATION,
        &tables::ENTRY,
        &tables::CORRECTION,
        &tables::BOUNDARY,
    ],
    baseline: kinds::record::baseline,
    views: views::ALL,
    tasks: None,
    public: None,
    outgoing: None,
    nav: Some(Nav {
        label: "registers-nav",
        icon: "registers",
    }),
    words: &[
        (Language::Nl, include_str!("../words/nl.ftl")),
        (Language::En, include_str!("../words/en.ftl")),
    ],
};
