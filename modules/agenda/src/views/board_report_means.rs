// SPDX-License-Identifier: EUPL-1.2
//! The financial frame of what the organisation leads: above all where extra means are needed that
//! are neither arranged nor made unnecessary.

use paraat_contract::Row;
use paraat_kernel::document::{Block, Fact, Level};

use super::board_report::Report;
use super::means::{euros, word};
use crate::lifecycle::MEANS;
use crate::state::{Item, reported};

/// The part; nothing for who leads nothing.
pub fn blocks(report: &Report) -> Vec<Block> {
    let led = report.led();
    if led.is_empty() {
        return Vec::new();
    }
    let open: Vec<(&Item, &Row)> = led
        .iter()
        .filter(|item| item.means() == "extra")
        .filter_map(|item| Some((*item, item.means?)))
        .collect();
    let mut facts: Vec<Fact> = [""]
        .iter()
        .chain(MEANS)
        .map(|status| {
            let held = led.iter().filter(|item| item.means() == *status).count();
            Fact::plain(word(report.scene, status), held.to_string())
        })
        .collect();
    let known = open.iter().filter_map(|(_, row)| row.whole("amount"));
    if let Some(sum) = known.reduce(i64::saturating_add) {
        let sum = euros(report.scene.language(), sum);
        facts.push(Fact::plain(report.say("agenda-board-report-sum"), sum));
    }
    let mut blocks = vec![
        report.heading(Level::First, "agenda-board-report-means"),
        Block::Facts { facts },
    ];
    blocks.push(if open.is_empty() {
        report.paragraph("agenda-board-report-means-none")
    } else {
        table(report, &open)
    });
    blocks
}

fn table(report: &Report, open: &[(&Item, &Row)]) -> Block {
    let row = |(item, row): &(&Item, &Row)| {
        let amount = match row.whole("amount") {
            Some(amount) => euros(report.scene.language(), amount),
            None => report.say("agenda-board-report-amount-unknown"),
        };
        vec![
            report.named(item),
            amount,
            row.text("explanation").to_owned(),
            report.day(reported(row)),
        ]
    };
    let columns = [
        "agenda-activity",
        "agenda-means-amount",
        "agenda-means-why",
        "agenda-board-report-reported",
    ];
    let rows = open.iter().map(row).collect();
    report.table("agenda-board-report-means-open", &columns, rows)
}
