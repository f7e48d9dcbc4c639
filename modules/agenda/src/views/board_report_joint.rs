// SPDX-License-Identifier: EUPL-1.2
//! What the organisation carries along with another lead: its own statement beside the judgement
//! of that lead, and in words where they differ.

use paraat_kernel::document::{Block, Level, Span};

use super::board_report::{Report, list};
use super::joint::{Carrier, differences};
use crate::state::Item;

/// The part; nothing for who is no co-lead.
pub fn blocks(report: &Report) -> Vec<Block> {
    let carried: Vec<(&Item, Carrier)> = report
        .agenda
        .items
        .iter()
        .filter_map(|item| Some((item, own(report, item)?)))
        .collect();
    if carried.is_empty() {
        return Vec::new();
    }
    let differ: Vec<Vec<Span>> = carried
        .iter()
        .filter_map(|(item, carrier)| sentence(report, item, *carrier))
        .collect();
    let silent = carried.iter().filter(|(_, it)| it.statement.is_none());
    let facts = vec![
        report.count("agenda-count-all", carried.len()),
        report.count("agenda-board-report-unstated", silent.count()),
        report.count("agenda-board-report-differ", differ.len()),
    ];
    let mut blocks = vec![
        report.heading(Level::First, "agenda-board-report-joint"),
        Block::Facts { facts },
        table(report, &carried),
    ];
    blocks.extend(list(differ));
    blocks
}

/// The organisation among those who carry an activity along.
fn own<'a>(report: &Report<'a>, item: &Item) -> Option<Carrier<'a>> {
    let carriers = report.joint.of(&item.address(), item.lead());
    let own = report.own.as_str();
    carriers.into_iter().find(|it| it.organisation() == own)
}

fn table(report: &Report, carried: &[(&Item, Carrier)]) -> Block {
    let row = |(item, carrier): &(&Item, Carrier)| {
        let lead = match item.lead() {
            "" => report.signs.no_lead.clone(),
            lead => report.scene.organisation(lead),
        };
        let said = |column| carrier.statement.map_or("", |row| row.text(column));
        vec![
            report.named(item),
            lead,
            report.judged(item.status(), item.outlook()),
            report.judged(said("status"), said("outlook")),
            said("explanation").to_owned(),
        ]
    };
    let columns = [
        "agenda-activity",
        "agenda-filter-lead",
        "agenda-board-report-lead-says",
        "agenda-board-report-we-say",
        "agenda-statement-state-explanation",
    ];
    let rows = carried.iter().map(row).collect();
    report.table("agenda-board-report-joint", &columns, rows)
}

/// Where the two differ, behind the name of the activity.
fn sentence(report: &Report, item: &Item, carrier: Carrier) -> Option<Vec<Span>> {
    let said = differences(report.scene, &report.signs, item.progress, &[carrier]);
    let said = said.into_iter().next()?;
    Some(vec![
        Span::strong(report.named(item)),
        Span::plain(": "),
        Span::plain(said),
    ])
}
