// SPDX-License-Identifier: EUPL-1.2
//! The national agenda: pillars, ambitions, activities, who leads them and how they stand. The
//! ministry of JenV issues it and assigns leads; progress is a stream of the lead. Organisations
//! translate it into plans of their own: draft, adopted translation, account of what lags.

pub mod cards;
pub mod commands;
pub mod kinds;
pub mod lifecycle;
pub mod lists;
pub mod state;
pub mod tables;
pub mod views;

use paraat_contract::{Module, Nav, erase};
use paraat_kernel::Language;

use kinds::{
    account, activity, ambition, co_lead, comment, consultation, draft, edition, explanation,
    hearing, joint_plan, means, plan, progress, proposal, statement, translation,
};

/// The organisation that issues the agenda.
pub const ISSUER: &str = "jenv";

/// The body that represents the regions, and so speaks for all of them in the joint plan.
pub const JOINT: &str = "veiligheidsberaad";

/// The module, as data.
pub static MODULE: Module = Module {
    name: "agenda",
    kinds: &[
        &erase::<edition::Edition>(),
        &erase::<ambition::Ambition>(),
        &erase::<activity::Activity>(),
        &erase::<progress::Progress>(),
        &erase::<comment::Comment>(),
        &erase::<proposal::Proposal>(),
        &erase::<explanation::Explanation>(),
        &erase::<consultation::Consultation>(),
        &erase::<co_lead::CoLead>(),
        &erase::<statement::Statement>(),
        &erase::<means::Means>(),
        &erase::<joint_plan::JointPlan>(),
        &erase::<plan::Plan>(),
        &erase::<draft::Draft>(),
        &erase::<translation::Translation>(),
        &erase::<account::Account>(),
        &erase::<hearing::Hearing>(),
    ],
    tables: &[
        &tables::EDITION,
        &tables::AMBITION,
        &tables::ACTIVITY,
        &tables::PROGRESS,
        &tables::COMMENT,
        &tables::PROPOSAL,
        &tables::EXPLANATION,
        &tables::CONSULTATION,
        &tables::CO_LEAD,
        &tables::STATEMENT,
        &tables::MEANS,
        &tables::JOINT_PLAN,
        &tables::PLAN,
        &tables::PARAGRAPH,
        &tables::DRAFT,
        &tables::TRANSLATION,
        &tables::STANCE,
        &tables::ACCOUNT,
        &tables::HEARING,
    ],
    baseline: Vec::new,
    views: views::ALL,
    tasks: Some(views::duties::ALL),
    public: None,
    outgoing: None,
    nav: Some(Nav {
        label: "agenda-nav",
        icon: "agenda",
    }),
    words: &[
        (Language::Nl, include_str!("../words/nl.ftl")),
        (Language::En, include_str!("../words/en.ftl")),
    ],
};
