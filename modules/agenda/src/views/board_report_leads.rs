// SPDX-License-Identifier: EUPL-1.2
//! What the organisation leads: figures first, then each activity with its own words.

use paraat_kernel::document::{Block, Level, Span};

use super::board_report::{Report, list, paragraphs};
use super::{joint, moment};
use crate::state::{Item, reported};

/// The part; nothing for who leads nothing.
pub fn blocks(report: &Report) -> Vec<Block> {
    let led = report.led();
    if led.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        report.heading(Level::First, "agenda-board-report-leads"),
        figures(report, &led),
        table(report, &led),
    ];
    for item in led {
        blocks.extend(said(report, item));
    }
    blocks
}

fn figures(report: &Report, led: &[&Item]) -> Block {
    let now = moment::seen_from(report.scene.params);
    let count = |key: &str, holds: &dyn Fn(&Item) -> bool| {
        report.count(key, led.iter().filter(|item| holds(item)).count())
    };
    Block::Facts {
        facts: vec![
            count("agenda-count-all", &|_| true),
            count("agenda-count-nothing", &|it| it.progress.is_none()),
            count("agenda-count-at-risk", &|it| it.outlook() == "at-risk"),
            count("agenda-count-behind", &|it| it.outlook() == "behind"),
            count("agenda-count-stale", &|it| it.stale(now)),
        ],
    }
}

fn table(report: &Report, led: &[&Item]) -> Block {
    let row = |item: &&Item| {
        let outlook = report.signs.outlook_word(item.outlook());
        let day = item.progress.map(|said| report.day(reported(said)));
        vec![
            report.named(item),
            report.signs.period(report.scene, item.row),
            report.signs.status_word(item.status()).to_owned(),
            outlook.to_owned(),
            day.unwrap_or_default(),
        ]
    };
    let columns = [
        "agenda-activity",
        "agenda-column-period",
        "agenda-filter-status",
        "agenda-filter-outlook",
        "agenda-board-report-reported",
    ];
    let rows = led.iter().map(row).collect();
    report.table("agenda-board-report-leads", &columns, rows)
}

/// What the last report explains, and where co-leads see it otherwise; nothing when neither.
fn said(report: &Report, item: &Item) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(said) = item.progress {
        blocks.extend(paragraphs(said.text("explanation")));
        let evidence = said.text("evidence");
        if !evidence.is_empty() {
            let label = report.say("agenda-progress-report-evidence");
            let spans = vec![
                Span::plain(format!("{label}: ")),
                Span::link(evidence, evidence),
            ];
            blocks.push(Block::Paragraph { spans });
        }
    }
    let carriers = report.joint.of(&item.address(), item.lead());
    let differ = joint::differences(report.scene, &report.signs, item.progress, &carriers);
    let differ = differ.into_iter().map(|it| vec![Span::plain(it)]).collect();
    blocks.extend(list(differ));
    if !blocks.is_empty() {
        blocks.insert(0, Block::heading(Level::Second, report.named(item)));
    }
    blocks
}
