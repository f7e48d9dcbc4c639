// SPDX-License-Identifier: EUPL-1.2
//! Incidents: the shared picture of a crisis. Each team keeps its own log, its own part and its own
//! layer; regions that opened the same crisis join; what all see is a composition.

pub mod commands;
pub mod kinds;
pub mod lifecycle;
pub mod lists;
pub mod state;
pub mod tables;
pub mod terms;
pub mod views;

use paraat_contract::{Module, Nav, erase};
use paraat_kernel::Language;

use kinds::{
    action, attachment, bottleneck, clock, colour, decision, direction, dispute, fact, held_fact,
    incident, layer, log, meeting, part, question, report, response, scale, sealed, synthesis,
    team,
};

/// The module, as data.
pub static MODULE: Module = Module {
    name: "incident",
    kinds: &[
        &erase::<incident::Incident>(),
        &erase::<direction::Direction>(),
        &erase::<scale::Scale>(),
        &erase::<team::Team>(),
        &erase::<log::Log>(),
        &erase::<part::Part>(),
        &erase::<fact::Fact>(),
        &erase::<held_fact::HeldFact>(),
        &erase::<sealed::Sealed>(),
        &erase::<dispute::Dispute>(),
        &erase::<action::Action>(),
        &erase::<bottleneck::Bottleneck>(),
        &erase::<question::Question>(),
        &erase::<response::Response>(),
        &erase::<decision::Decision>(),
        &erase::<meeting::Meeting>(),
        &erase::<synthesis::Synthesis>(),
        &erase::<report::Report>(),
        &erase::<clock::Clock>(),
        &erase::<layer::Layer>(),
        &erase::<colour::Colour>(),
        &erase::<attachment::Attachment>(),
    ],
    tables: &[
        &tables::INCIDENT,
        &tables::JOINED,
        &tables::APART,
        &tables::DIRECTION,
        &tables::ACCEPTED,
        &tables::SCALE,
        &tables::TEAM,
        &tables::LINE,
        &tables::CONFIRMED,
        &tables::PART,
        &tables::FACT,
        &tables::HELD,
        &tables::SEALED,
        &tables::SEALED_ENTRY,
        &tables::DISPUTE,
        &tables::ACTION,
        &tables::BOTTLENECK,
        &tables::QUESTION,
        &tables::RESPONSE,
        &tables::DECISION,
        &tables::MEETING,
        &tables::SYNTHESIS,
        &tables::REPORT,
        &tables::CLOCK,
        &tables::OBJECT,
        &tables::COLOUR,
        &tables::SYMBOLS,
    ],
    baseline: Vec::new,
    views: views::ALL,
    tasks: Some(views::TASKS),
    public: None,
    outgoing: None,
    nav: Some(Nav {
        label: "incident-nav",
        icon: "incident",
    }),
    words: &[
        (Language::Nl, include_str!("../words/nl.ftl")),
        (Language::En, include_str!("../words/en.ftl")),
        (Language::Nl, include_str!("../words/files-nl.ftl")),
        (Language::En, include_str!("../words/files-en.ftl")),
        (Language::Nl, include_str!("../words/map-nl.ftl")),
        (Language::En, include_str!("../words/map-en.ftl")),
        (Language::Nl, include_str!("../words/desk-nl.ftl")),
        (Language::En, include_str!("../words/desk-en.ftl")),
    ],
};
