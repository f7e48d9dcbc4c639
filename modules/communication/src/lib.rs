// SPDX-License-Identifier: EUPL-1.2
//! The public word: messages in plain language, alerts and who handed them over, and what the
//! public page shows.

pub mod commands;
pub mod effects;
pub mod kinds;
pub mod lifecycle;
pub mod tables;
pub mod terms;
pub mod views;

use paraat_contract::{Module, Nav, erase};
use paraat_kernel::Language;

use kinds::{alert, contact, message, say, signal, voice};

/// The module, as data.
pub static MODULE: Module = Module {
    name: "communication",
    kinds: &[
        &erase::<message::Message>(),
        &erase::<alert::Alert>(),
        &erase::<contact::Contact>(),
        &erase::<voice::Voice>(),
        &erase::<say::Say>(),
        &erase::<signal::Signal>(),
    ],
    tables: &[
        &tables::MESSAGE,
        &tables::VARIANT,
        &tables::PUBLISHED,
        &tables::ALERT,
        &tables::ALERT_TEXT,
        &tables::HANDED,
        &tables::DELIVERY,
        &tables::CONTACT,
        &tables::VOICE,
        &tables::SAY,
        &tables::SIGNAL,
    ],
    baseline: Vec::new,
    views: views::ALL,
    tasks: None,
    public: Some(views::PUBLIC),
    outgoing: Some(effects::OUTGOING),
    nav: Some(Nav {
        label: "communication-nav",
        icon: "comment",
    }),
    words: &[
        (Language::Nl, include_str!("../words/nl.ftl")),
        (Language::En, include_str!("../words/en.ftl")),
    ],
};
