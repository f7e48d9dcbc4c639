// SPDX-License-Identifier: EUPL-1.2
//! How the organisation takes the agenda up in its own plans: what its board adopted, where that
//! deviates from the joint plan, which drafts wait for the board, and what has no word yet. Its
//! own people see all of this at any time; others only after it was heard.

use paraat_contract::Row;
use paraat_kernel::document::{Block, Fact, Level, Span};

use super::board_report::{Report, list, paragraphs};
use super::coverage::NONE;
use super::mine::Mine;
use super::stances::{keys, word_key};
use crate::cards::Line;
use crate::state::party;

/// The part; nothing for an organisation that does not translate the agenda.
pub fn blocks(report: &Report, lines: &[Mine]) -> Vec<Block> {
    let Some(party) = party(report.own.as_str()) else {
        return Vec::new();
    };
    let mut blocks = vec![
        report.heading(Level::First, "agenda-board-report-translation"),
        figures(report, lines, party),
    ];
    blocks.extend(account(report, party));
    blocks.extend(adopted(report, lines));
    blocks.extend(deviations(report, lines));
    blocks.extend(drafts(report, lines));
    blocks.extend(silent(report, lines));
    blocks
}

/// True for an activity on which the organisation has said nothing, not even in a draft.
fn no_word(line: &Mine) -> bool {
    line.adopted.is_none() && line.draft.is_none()
}

fn figures(report: &Report, lines: &[Mine], party: usize) -> Block {
    let count = |key: &str, holds: &dyn Fn(&Mine) -> bool| {
        report.count(key, lines.iter().filter(|line| holds(line)).count())
    };
    let mut facts = vec![count("agenda-count-all", &|_| true)];
    // Each activity has one of these: they add up to all.
    let stances: Vec<&str> = (0..lines.len())
        .filter_map(|at| report.sheet.coverage.cell(at, party).key())
        .collect();
    facts.extend(keys().map(|key| {
        let held = stances.iter().filter(|it| **it == key).count();
        report.count(&word_key(key), held)
    }));
    facts.push(count("agenda-translation-old", &|line| line.old));
    let waiting = lines.iter().filter(|line| line.waits());
    facts.push(report.count("agenda-board-report-drafts", waiting.count()));
    facts.push(count("agenda-board-report-silent", &no_word));
    Block::Facts { facts }
}

/// Until when an answer for what is not taken up was asked, and what was answered.
fn account(report: &Report, party: usize) -> Vec<Block> {
    let mut facts = Vec::new();
    if let Some(hearing) = report.sheet.hearing {
        let term = report.say("agenda-hearing-open-answer-by");
        facts.push(Fact::plain(
            term,
            report.scene.day(hearing.text("answer_by")),
        ));
    }
    let Some(answer) = report.sheet.coverage.answer(party) else {
        let mut blocks = vec![report.paragraph("agenda-board-report-unheard")];
        blocks.extend((!facts.is_empty()).then_some(Block::Facts { facts }));
        return blocks;
    };
    if !answer.text("planned").is_empty() {
        let term = report.say("agenda-account-answer-planned");
        facts.push(Fact::plain(term, report.scene.day(answer.text("planned"))));
    }
    let mut blocks = vec![report.heading(Level::Second, "agenda-account")];
    blocks.extend(paragraphs(answer.text("explanation")));
    blocks.extend((!facts.is_empty()).then_some(Block::Facts { facts }));
    blocks
}

/// What stands in a plan, and where.
fn stands(line: &Line) -> String {
    format!("{} {}", line.plan, line.paragraph)
        .trim()
        .to_owned()
}

/// What the board adopted, by activity.
fn adopted(report: &Report, lines: &[Mine]) -> Option<Block> {
    let row = |line: &Mine| {
        let row = line.adopted?;
        let said = Line::of_row(row);
        let mut stance = report.sheet.stances.word(&said.stance).to_owned();
        if line.old {
            let old = report.say("agenda-translation-old").to_lowercase();
            stance = format!("{stance}, {old}");
        }
        let decided = format!(
            "{}, {}",
            report.scene.day(row.text("decided_on")),
            row.text("body")
        );
        Some(vec![
            report.named(&line.item),
            stance,
            stands(&said),
            said.reason,
            decided,
        ])
    };
    let rows: Vec<_> = lines.iter().filter_map(row).collect();
    let columns = [
        "agenda-activity",
        "agenda-filter-stance",
        "agenda-board-report-plan",
        "agenda-draft-record-reason",
        "agenda-decided",
    ];
    let caption = "agenda-past-adopted";
    (!rows.is_empty()).then(|| report.table(caption, &columns, rows))
}

/// Where what stands for the organisation is another than the joint plan proposes: a sentence for
/// each. A draft that waits is not compared; the board has yet to say whether it will stand.
fn deviations(report: &Report, lines: &[Mine]) -> Vec<Block> {
    let sentence = |line: &Mine| {
        let (joint, own) = (line.joint?, line.adopted?);
        let (joint, own) = (Line::of_row(joint), Line::of_row(own));
        let differ = joint.stance != own.stance || stands(&joint) != stands(&own);
        let values = [("joint", said(report, &joint)), ("own", said(report, &own))];
        differ.then(|| {
            vec![
                Span::strong(report.named(&line.item)),
                Span::plain(": "),
                Span::plain(
                    report
                        .scene
                        .say_with("agenda-board-report-deviates", &values),
                ),
            ]
        })
    };
    let items = lines.iter().filter_map(sentence).collect();
    titled(report, "agenda-board-report-deviations", list(items))
}

/// A stance with where it stands: "deels opgenomen (Beleidsplan 3.2)".
fn said(report: &Report, line: &Line) -> String {
    let stance = report.sheet.stances.word(&line.stance).to_lowercase();
    match stands(line) {
        stands if stands.is_empty() => stance,
        stands => format!("{stance} ({stands})"),
    }
}

/// The drafts that wait for the board.
fn drafts(report: &Report, lines: &[Mine]) -> Vec<Block> {
    let row = |line: &Mine| {
        let draft: &Row = line.draft.filter(|_| line.waits())?;
        let said = Line::of_row(draft);
        Some(vec![
            report.named(&line.item),
            report.sheet.stances.word(&said.stance).to_owned(),
            stands(&said),
            said.reason,
            adopted_now(report, line),
        ])
    };
    let rows: Vec<_> = lines.iter().filter_map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [
        "agenda-activity",
        "agenda-own-draft",
        "agenda-board-report-plan",
        "agenda-draft-record-reason",
        "agenda-own-adopted",
    ];
    vec![
        report.heading(Level::Second, "agenda-board-report-drafts"),
        report.paragraph("agenda-board-report-drafts-within"),
        report.table("agenda-board-report-drafts", &columns, rows),
    ]
}

/// What stands while a draft waits.
fn adopted_now(report: &Report, line: &Mine) -> String {
    let adopted = line.adopted.map(Line::of_row);
    let key = adopted.map_or_else(|| NONE.to_owned(), |it| it.stance);
    report.sheet.stances.word(&key).to_owned()
}

/// The activities without a word; for a region with what the joint plan proposes.
fn silent(report: &Report, lines: &[Mine]) -> Vec<Block> {
    let item = |line: &Mine| {
        let mut spans = vec![Span::plain(report.named(&line.item))];
        if let Some(joint) = line.joint {
            let plan = report.say("agenda-own-joint");
            let proposed = said(report, &Line::of_row(joint));
            spans.push(Span::plain(format!("; {plan}: {proposed}")));
        }
        spans
    };
    let silent = lines.iter().filter(|line| no_word(line)).map(item);
    titled(report, "agenda-board-report-silent", list(silent.collect()))
}

/// A list under its heading; nothing without the list.
fn titled(report: &Report, key: &str, list: Option<Block>) -> Vec<Block> {
    let heading = |list| [report.heading(Level::Second, key), list];
    list.map(heading).into_iter().flatten().collect()
}
