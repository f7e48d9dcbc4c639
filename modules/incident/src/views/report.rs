// SPDX-License-Identifier: EUPL-1.2
//! A situation report: the picture of a moment as a document, with what is new since the one
//! before. The page shows the document, so that nobody is surprised by the file.

use paraat_contract::{Answer, Filter, Need, Order, Params, Row, Scene, rows_of};
use paraat_kernel::document::{Block, Column, Level, Span, Table};
use paraat_kernel::{Document, Timestamp};
use paraat_ui::widgets::{document_blocks, document_links};
use paraat_ui::{Markup, html, time};

use super::{actions, cut, decisions, facts, frame, gathered, lines, moment, synthesis, told};
use crate::state::{themes, total};
use crate::tables::{
    ACCEPTED, ACTION, BOTTLENECK, DECISION, DIRECTION, FACT, LINE, PART, QUESTION, RESPONSE, SCALE,
    SYNTHESIS,
};
use crate::terms::definitions::DEFINITIONS;

/// Most lines of the log that a report tells of.
const LINES: u32 = 400;

/// The moment of the report before; none when it is the first.
fn since(params: &Params) -> Option<Timestamp> {
    params.get("since")?.replace(' ', "+").parse().ok()
}

/// The crisis and all that stands in it.
pub fn needs(params: &Params) -> Vec<Need> {
    gathered::needs(params, follow)
}

fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow_then(params, answers, (follow, lines::confirmed), |of| {
        let mut lines = of(&LINE).by(Order::Newest);
        lines.limit = LINES;
        if let Some(since) = since(params) {
            lines = lines.filter(Filter::Since(since));
        }
        let whole = [
            &DIRECTION,
            &ACCEPTED,
            &SCALE,
            &SYNTHESIS,
            &PART,
            &FACT,
            &BOTTLENECK,
            &DECISION,
            &ACTION,
            &QUESTION,
            &RESPONSE,
        ];
        let whole = whole.map(|table| of(table).by(Order::Any));
        [lines].into_iter().chain(whole).collect()
    })
}

/// The page; none when this audience does not see the incident.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let document = document(answers, scene)?;
    frame::page(answers, scene, "/reports", |own| {
        let here = format!("{}/report{}", frame::address(own), query(scene));
        shown(scene, &here, &document)
    })
}

/// A document as part of a page, with the ways to its files; `here` is the address of the page.
pub fn shown(scene: &Scene, here: &str, document: &Document) -> Markup {
    let voice = scene.words.voice(scene.language());
    html! {
        div.page-actions.below { (document_links(voice, here)) }
        div.prose.document {
            p.muted { (document.author) ", " (document.subtitle) ", " (document.marking) }
            (document_blocks(&document.blocks))
        }
    }
}

fn query(scene: &Scene) -> String {
    let seen = moment::seen_from(scene.params);
    match since(scene.params) {
        Some(since) => format!("?moment={seen}&since={since}"),
        None => format!("?moment={seen}"),
    }
}

/// The document. Its marking is the strictest of all that went into it.
pub fn document(answers: &[Answer], scene: &Scene) -> Option<Document> {
    let own = gathered::own(answers)?;
    let title = scene.say_with(
        "incident-report-title",
        &[("title", own.text("title").to_owned())],
    );
    let mut document = opened(answers, scene, title)?;
    let report = Report { answers, scene };
    document.blocks = [
        cut::told(answers, scene),
        report.key(),
        report.scales(),
        report.picture(),
        report.facts(),
        report.bottlenecks(),
        report.decisions(),
        report.actions(),
        report.lines(),
    ]
    .concat();
    Some(document)
}

/// A document about the crisis at the moment in the address, marked as the strictest of all that
/// was read; with no blocks yet. None when this audience does not see the incident.
pub fn opened(answers: &[Answer], scene: &Scene, title: String) -> Option<Document> {
    let own = gathered::own(answers)?;
    let seen = moment::seen_from(scene.params);
    let voice = scene.words.voice(scene.language());
    let date = seen.to_zoned_datetime(scene.zone()).date();
    let author = scene
        .audience
        .organisation
        .as_ref()
        .map_or_else(String::new, |of| scene.organisation(of.as_str()));
    let mut document = Document::new(scene.language(), title, author, date, scene.params.now);
    document.subtitle = time::moment_text(voice, seen, &scene.zone());
    document.subject = own.text("title").to_owned();
    gathered::strictest(answers)
        .name()
        .clone_into(&mut document.marking);
    Some(document)
}

/// The parts of a report, from what was read.
pub struct Report<'a> {
    /// What was read.
    pub answers: &'a [Answer],
    /// For whom.
    pub scene: &'a Scene<'a>,
}

impl Report<'_> {
    /// A chapter.
    pub fn heading(&self, key: &str) -> Block {
        Block::heading(Level::First, self.scene.say(key))
    }

    /// A stored moment, as people read it.
    pub fn at(&self, stored: &str) -> String {
        let voice = self.scene.words.voice(self.scene.language());
        let zone = self.scene.zone();
        let read = stored.parse();
        read.map_or_else(
            |_| stored.to_owned(),
            |at| time::moment_text(voice, at, &zone),
        )
    }

    /// What is new gets a word before it, not a colour.
    fn marked(&self, row: &Row, text: &str) -> String {
        let since = since(self.scene.params);
        if since.is_some_and(|since| row.since > since) {
            return format!("[{}] {text}", self.scene.say("incident-report-new"));
        }
        text.to_owned()
    }

    /// A chapter of one table; nothing when it has no rows.
    pub fn table(&self, key: &str, heads: &[&str], rows: Vec<Vec<String>>) -> Vec<Block> {
        if rows.is_empty() {
            return Vec::new();
        }
        let column =
            |name: &&str| Column::texts(self.scene.say(&format!("incident-column-{name}")));
        let spans = |cells: Vec<String>| -> Vec<Vec<Span>> {
            cells
                .into_iter()
                .map(|text| vec![Span::plain(text)])
                .collect()
        };
        // A row that is to be filled in by hand has nothing yet that could name it.
        let named = |row: &Vec<String>| row.first().is_some_and(|text| !text.trim().is_empty());
        let table = Table {
            caption: self.scene.say(key),
            columns: heads.iter().map(column).collect(),
            header_column: rows.iter().all(named),
            rows: rows.into_iter().map(spans).collect(),
        };
        vec![self.heading(key), Block::Table(table)]
    }

    /// The one page that says it all.
    pub fn key(&self) -> Vec<Block> {
        let all = synthesis::newest(self.answers);
        let mut blocks = vec![self.heading("incident-synthesis")];
        let Some(row) = all.first() else {
            blocks.push(Block::paragraph(self.scene.say("incident-synthesis-none")));
            return blocks;
        };
        for part in synthesis::PARTS {
            let said = row
                .text(part)
                .lines()
                .filter(|line| !line.trim().is_empty());
            let lines: Vec<Block> = said.map(Block::paragraph).collect();
            if !lines.is_empty() {
                let key = format!("incident-synthesis-{part}");
                blocks.push(Block::heading(Level::Second, self.scene.say(&key)));
                blocks.extend(lines);
            }
        }
        let by = self.scene.organisation(row.stream.owner.as_str());
        let published = self.at(row.text("published"));
        blocks.push(Block::paragraph(format!(
            "{}, {by}, {published}",
            row.text("officer")
        )));
        blocks
    }

    /// How far organisations scaled up, and why.
    pub fn scales(&self) -> Vec<Block> {
        let rows = rows_of(self.answers, &SCALE);
        let line = |row: &&Row| {
            let level = self
                .scene
                .say(&format!("incident-level-{}", row.text("level")));
            vec![
                self.scene.organisation(row.stream.owner.as_str()),
                self.marked(row, &level),
                self.at(row.text("decided")),
                self.filled(row.text("decided_by")),
                self.filled(row.text("reason")),
            ]
        };
        let heads = ["who", "level", "since", "decided-by", "reason"];
        self.table("incident-scales", &heads, rows.iter().map(line).collect())
    }

    fn filled(&self, text: &str) -> String {
        match text {
            "" => self.scene.say("incident-to-be-filled-in"),
            text => text.to_owned(),
        }
    }

    /// What teams say of each theme, and what nobody speaks of.
    pub fn picture(&self) -> Vec<Block> {
        let parts = rows_of(self.answers, &PART);
        let themes = themes(&parts);
        let name = |theme: &str| self.scene.say(&format!("incident-theme-{theme}"));
        let mut rows = Vec::new();
        let mut holes = Vec::new();
        for theme in &themes {
            if theme.said.is_empty() {
                holes.push(name(theme.name));
            }
            for row in &theme.said {
                let status = self
                    .scene
                    .say(&format!("incident-status-{}", row.text("status")));
                rows.push(vec![
                    name(theme.name),
                    status,
                    self.marked(row, row.text("text")),
                    told::by(self.scene, row),
                    self.at(row.text("confirmed")),
                ]);
            }
        }
        let heads = ["theme", "status", "text", "who", "confirmed"];
        let mut blocks = self.table("incident-themes", &heads, rows);
        if !holes.is_empty() {
            let holes = format!(
                "{}: {}.",
                self.scene.say("incident-holes"),
                holes.join(", ")
            );
            blocks.push(Block::paragraph(holes));
        }
        blocks
    }

    /// The figures, with their sums.
    pub fn facts(&self) -> Vec<Block> {
        let all = rows_of(self.answers, &FACT);
        let mut rows = Vec::new();
        for definition in DEFINITIONS {
            let of: Vec<&Row> = all
                .iter()
                .filter(|row| row.text("definition") == definition.name)
                .copied()
                .collect();
            let name = self
                .scene
                .say(&format!("incident-definition-{}", definition.name));
            for row in &of {
                rows.push(vec![
                    name.clone(),
                    row.text("area").to_owned(),
                    self.marked(row, &facts::value(self.scene, row)),
                    self.scene
                        .say(&format!("incident-reliability-{}", row.text("reliability"))),
                    told::by(self.scene, row),
                    self.at(row.text("observed")),
                ]);
            }
            if definition.additive && of.len() > 1 {
                let sum = total(&of).map(|total| total.figure);
                let sum = sum.unwrap_or_else(|| self.scene.say("incident-facts-no-total"));
                let all = self.scene.say("incident-report-together");
                rows.push([name, all, sum, String::new(), String::new(), String::new()].to_vec());
            }
        }
        let heads = ["definition", "area", "value", "sure", "who", "observed"];
        self.table("incident-facts", &heads, rows)
    }

    /// What is stuck.
    pub fn bottlenecks(&self) -> Vec<Block> {
        let rows = rows_of(self.answers, &BOTTLENECK);
        let open = rows.iter().filter(|row| row.text("standing") == "open");
        let line = |row: &&Row| {
            vec![
                told::code(self.scene, row),
                self.marked(row, row.text("text")),
                told::to(self.scene, row),
                self.filled(row.text("wanted")),
            ]
        };
        let heads = ["number", "what", "to", "wanted"];
        self.table("incident-bottlenecks", &heads, open.map(line).collect())
    }

    /// The decisions in force.
    pub fn decisions(&self) -> Vec<Block> {
        let rows = rows_of(self.answers, &DECISION);
        let standing = rows.iter().filter(|row| row.text("standing") == "open");
        let line = |row: &&Row| {
            let missing = decisions::GROUNDS
                .iter()
                .filter(|(column, _)| row.text(column).is_empty());
            vec![
                told::code(self.scene, row),
                self.marked(row, row.text("text")),
                self.at(row.text("rests_on")),
                self.filled(row.text("carried_out_by")),
                missing.count().to_string(),
            ]
        };
        let heads = ["number", "what", "rests-on", "carried-out-by", "missing"];
        self.table("incident-decisions", &heads, standing.map(line).collect())
    }

    /// What is still to be done.
    pub fn actions(&self) -> Vec<Block> {
        let rows = rows_of(self.answers, &ACTION);
        let mut lines = Vec::new();
        for row in &rows {
            let responses = told::responses(self.answers, row);
            let standing = actions::standing(row, &responses);
            if actions::is_open(standing) {
                lines.push(vec![
                    told::code(self.scene, row),
                    self.marked(row, row.text("text")),
                    told::to(self.scene, row),
                    self.at(row.text("due")),
                    self.scene.say(&format!("incident-standing-{standing}")),
                ]);
            }
        }
        let heads = ["number", "what", "to", "due", "standing"];
        self.table("incident-actions-open", &heads, lines)
    }

    /// The log, the newest first.
    pub fn lines(&self) -> Vec<Block> {
        let rows = rows_of(self.answers, &LINE);
        let later = lines::later(self.answers);
        let line = |row: &&Row| {
            let sure = lines::reliability(row, &later);
            vec![
                self.at(row.text("happened")),
                told::code(self.scene, row),
                row.text("text").to_owned(),
                self.scene.say(&format!("incident-reliability-{sure}")),
            ]
        };
        let key = match since(self.scene.params) {
            Some(_) => "incident-report-lines-new",
            None => "incident-log",
        };
        let heads = ["happened", "number", "text", "sure"];
        self.table(key, &heads, rows.iter().map(line).collect())
    }
}
