// SPDX-License-Identifier: EUPL-1.2
//! The Caribbean Netherlands: for who declares, how its declarations stand on each island; for an
//! island, what was declared to it and what waits for its answer.

use paraat_kernel::document::{Block, Level, Span};

use super::board_report::{Report, list};
use super::islands::{Pair, STATES, Subject, outcome, subjects};
use super::rows;
use crate::commands::declare_explanation::ISLANDS;

/// The part; nothing for who has nothing to declare and is no island.
pub fn blocks(report: &Report) -> Vec<Block> {
    let all = subjects(rows(report.answers, 2), rows(report.answers, 10));
    let mut blocks = declares(report, &all);
    if let Some(island) = ISLANDS.iter().find(|it| **it == report.own.as_str()) {
        blocks.extend(answers(report, &all, island));
    }
    blocks
}

/// How many stand where, and how many there are.
fn figures(report: &Report, pairs: &[Pair]) -> Block {
    let mut facts = vec![report.count("agenda-board-report-weighed", pairs.len())];
    facts.extend(STATES.map(|state| {
        let held = pairs.iter().filter(|pair| pair.state() == state).count();
        report.count(&format!("agenda-island-state-{state}"), held)
    }));
    Block::Facts { facts }
}

/// What was declared and how that stands, in words.
fn stands(report: &Report, pair: &Pair) -> String {
    let state = report.say(&format!("agenda-island-state-{}", pair.state()));
    match outcome(report.scene, pair.outcome()) {
        outcome if outcome.is_empty() => state,
        outcome => format!("{outcome}. {state}"),
    }
}

/// What the organisation declares for the islands.
fn declares(report: &Report, all: &[Subject]) -> Vec<Block> {
    let own = |it: &&Subject| it.lead() == report.own.as_str();
    let own: Vec<Subject> = all.iter().filter(own).copied().collect();
    if own.is_empty() {
        return Vec::new();
    }
    let mut pairs = Vec::new();
    let mut rows = Vec::new();
    let mut contested = Vec::new();
    for subject in own {
        let mut row = vec![subject.title(report.scene)];
        for island in ISLANDS {
            let pair = report.book.pair(subject, island);
            row.push(stands(report, &pair));
            contested.extend(objection(report, subject, island, &pair));
            pairs.push(pair);
        }
        rows.push(row);
    }
    let heading = "agenda-board-report-declares";
    let mut columns = vec![report.say("agenda-caribbean-subject")];
    columns.extend(ISLANDS.iter().map(|it| report.scene.organisation(it)));
    let mut blocks = vec![
        report.heading(Level::First, heading),
        figures(report, &pairs),
        report.named_table(heading, columns, rows),
    ];
    blocks.extend(list(contested));
    blocks
}

/// What an island has against a declaration, in its own words.
fn objection(report: &Report, subject: Subject, island: &str, pair: &Pair) -> Option<Vec<Span>> {
    let answer = pair.answered.filter(|_| pair.state() == "contested")?;
    let island = report.scene.organisation(island);
    let values = [("island", island), ("why", answer.text("text").to_owned())];
    Some(vec![
        Span::strong(subject.title(report.scene)),
        Span::plain(": "),
        Span::plain(
            report
                .scene
                .say_with("agenda-board-report-contests", &values),
        ),
    ])
}

/// What was declared to this island.
fn answers(report: &Report, all: &[Subject], island: &str) -> Vec<Block> {
    let pairs: Vec<(Subject, Pair)> = all
        .iter()
        .map(|it| (*it, report.book.pair(*it, island)))
        .collect();
    let states: Vec<Pair> = pairs.iter().map(|(_, pair)| *pair).collect();
    let declared = pairs.iter().filter(|(_, pair)| pair.declared.is_some());
    let row = |(subject, pair): &(Subject, Pair)| {
        let said = pair.answered.map_or("", |row| row.text("text"));
        vec![
            subject.title(report.scene),
            report.scene.organisation(subject.lead()),
            outcome(report.scene, pair.outcome()),
            report.say(&format!("agenda-island-state-{}", pair.state())),
            said.to_owned(),
        ]
    };
    let rows: Vec<_> = declared.map(row).collect();
    let heading = "agenda-board-report-declared";
    let mut blocks = vec![
        report.heading(Level::First, heading),
        figures(report, &states),
    ];
    if rows.is_empty() {
        blocks.push(report.paragraph("agenda-caribbean-exchange-none"));
        return blocks;
    }
    let columns = [
        "agenda-caribbean-subject",
        "agenda-filter-lead",
        "agenda-explanation",
        "agenda-filter-state",
        "agenda-board-report-answer",
    ];
    blocks.push(report.table(heading, &columns, rows));
    let waits = pairs.iter().filter(|(_, pair)| pair.state() == "waiting");
    let waits = waits.map(|(subject, _)| vec![Span::plain(subject.title(report.scene))]);
    if let Some(waits) = list(waits.collect()) {
        blocks.push(report.heading(Level::Second, "agenda-board-report-unanswered"));
        blocks.push(waits);
    }
    blocks
}
