// SPDX-License-Identifier: EUPL-1.2
//! Trust: the circles that an organisation makes to share with some and not with all, and the
//! keys with which nodes sign on its behalf. `public`, `partners` and `own` exist by themselves.

pub mod commands;
pub mod kinds;
pub mod lists;
pub mod tables;
pub mod views;

use paraat_contract::{Module, Nav, erase};
use paraat_kernel::Language;

use kinds::{access, circle, function, keys};

/// The module, as data.
pub static MODULE: Module = Module {
    name: "trust",
    kinds: &[
        &erase::<keys::Keys>(),
        &erase::<circle::Circle>(),
        &erase::<function::Function>(),
        &erase::<access::Access>(),
    ],
    tables: &[
        &tables::KEY,
        &tables::CIRCLE,
        &tables::MEMBER,
        &tables::FUNCTION,
        &tables::ACCESS,
    ],
    baseline: Vec::new,
    views: views::ALL,
    tasks: None,
    public: None,
    outgoing: None,
    nav: Some(Nav {
        label: "trust-nav",
        icon: "trust",
    }),
    words: &[
        (Language::Nl, include_str!("../words/nl.ftl")),
        (Language::En, include_str!("../words/en.ftl")),
    ],
};
