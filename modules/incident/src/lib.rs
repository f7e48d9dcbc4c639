// SPDX-License-Identifier: EUPL-1.2
//! Incidents: the shared picture of a crisis. Each organisation keeps its own log, its own part
//! and its own layer; regions that opened the same crisis join; what all see is a composition.

pub mod commands;
pub mod kinds;
pub mod tables;
pub mod views;

use paraat_contract::{Module, erase};
use paraat_kernel::Language;

use kinds::{incident, layer, log, part};

/// The module, as data.
pub static MODULE: Module = Module {
    name: "incident",
    kinds: &[
        &erase::<incident::Incident>(),
        &erase::<log::Log>(),
        &erase::<part::Part>(),
        &erase::<layer::Layer>(),
    ],
    tables: &[
        &tables::INCIDENT,
        &tables::JOINED,
        &tables::LINE,
        &tables::PART,
        &tables::OBJECT,
    ],
    baseline: Vec::new,
    views: views::ALL,
    tasks: None,
    nav: None,
    words: &[
        (Language::Nl, include_str!("../words/nl.ftl")),
        (Language::En, include_str!("../words/en.ftl")),
    ],
};
