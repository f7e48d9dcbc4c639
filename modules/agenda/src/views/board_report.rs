// SPDX-License-Identifier: EUPL-1.2
//! The account that an organisation gives its own board: what it leads and carries along, how it
//! takes the agenda up in its own plans, and what is still open towards the islands and in means.
//! Parts in which an organisation has no share are left out. The page shows the document, so that
//! nobody is surprised by the file.

use paraat_contract::{Answer, Need, Order, Params, Query, Scene};
use paraat_kernel::document::{Block, Column, Fact, Level, Span, Table};
use paraat_kernel::{Document, Label, OrganisationId, Timestamp};
use paraat_ui::widgets::{document_blocks, document_links, empty};
use paraat_ui::{Markup, html, time};

use super::islands::Book;
use super::joint::Joint;
use super::mine::{Mine, lines};
use super::sheet::{self, Sheet};
use super::signs::Signs;
use super::{
    board_report_islands as islands, board_report_joint as joint, board_report_leads as leads,
    board_report_means as means, board_report_translation as translation,
};
use super::{filters, moment, rows};
use crate::state::{Agenda, Item, spoken};
use crate::tables::{
    CO_LEAD, CONSULTATION, DRAFT, EXPLANATION, JOINT_PLAN, MEANS, PROGRESS, PROPOSAL, STATEMENT,
    TRANSLATION,
};

/// Where it is.
pub const PATH: &str = "/agenda/report";

/// Tables that it is made of.
pub const TABLES: &[&str] = &[
    "agenda_edition",
    "agenda_ambition",
    "agenda_activity",
    "agenda_translation",
    "agenda_account",
    "agenda_hearing",
    "agenda_progress",
    "agenda_means",
    "agenda_co_lead",
    "agenda_statement",
    "agenda_proposal",
    "agenda_explanation",
    "agenda_consultation",
    "agenda_joint_plan",
    "agenda_draft",
];

/// The sheet of the translation, then what stands beside each activity.
pub fn needs(params: &Params) -> Vec<Need> {
    let as_known = moment::as_known(params);
    let mut needs = sheet::needs_of(params, &TRANSLATION);
    let tables = [
        &PROGRESS,
        &MEANS,
        &CO_LEAD,
        &STATEMENT,
        &PROPOSAL,
        &EXPLANATION,
        &CONSULTATION,
        &JOINT_PLAN,
        &DRAFT,
    ];
    let all = |table| Query::all(table).by(Order::Any).as_known(as_known.clone());
    needs.extend(tables.map(|table| Need::Rows(all(table))));
    needs
}

/// What the parts are made of.
pub struct Report<'a> {
    /// The scene of the page.
    pub scene: &'a Scene<'a>,
    /// The organisation whose board it is for.
    pub own: OrganisationId,
    /// Answers to `needs`.
    pub answers: &'a [Answer],
    /// The agenda with progress and means.
    pub agenda: Agenda<'a>,
    /// The agenda with who takes it up.
    pub sheet: Sheet<'a>,
    /// Words of statuses and outlooks.
    pub signs: Signs,
    /// Who carries activities along.
    pub joint: Joint<'a>,
    /// Declarations for islands and their answers.
    pub book: Book<'a>,
}

impl<'a> Report<'a> {
    /// Puts the answers to `needs` together.
    fn new(answers: &'a [Answer], scene: &'a Scene<'a>, own: OrganisationId) -> Self {
        let at = |at| rows(answers, at);
        Self {
            scene,
            own,
            answers,
            agenda: Agenda::of(at(0), at(1), at(2), at(6)).with_means(at(7)),
            sheet: Sheet::new(answers, scene),
            signs: Signs::new(scene),
            joint: Joint::new(at(8), at(9)),
            book: Book::new(at(11), at(12)),
        }
    }

    /// The activities that the organisation leads.
    pub fn led(&self) -> Vec<&Item<'a>> {
        let led = self.agenda.items.iter();
        led.filter(|item| item.lead() == self.own.as_str())
            .collect()
    }

    /// Every activity as the organisation takes it up itself.
    fn lines(&self) -> Vec<Mine<'a>> {
        let items: Vec<_> = (0..).zip(self.sheet.agenda.items.iter().copied()).collect();
        lines(self.answers, &items, &self.own)
    }

    /// A word or sentence.
    pub fn say(&self, key: &str) -> String {
        self.scene.say(key)
    }

    /// A heading, by the key of its words.
    pub fn heading(&self, level: Level, key: &str) -> Block {
        Block::heading(level, self.say(key))
    }

    /// A sentence on its own, by its key.
    pub fn paragraph(&self, key: &str) -> Block {
        Block::paragraph(self.say(key))
    }

    /// Number and title of an activity.
    pub fn named(&self, item: &Item) -> String {
        let title = spoken(item.row, self.scene.language(), "title");
        format!("{} {title}", item.row.text("number"))
    }

    /// A day as people read it, where they are.
    pub fn day(&self, at: Timestamp) -> String {
        let voice = self.scene.words.voice(self.scene.language());
        time::day(voice, at, &self.scene.zone())
    }

    /// Status and outlook as words.
    pub fn judged(&self, status: &str, outlook: &str) -> String {
        let status = self.signs.status_word(status);
        if outlook.is_empty() {
            return status.to_owned();
        }
        format!(
            "{status}, {}",
            self.signs.outlook_word(outlook).to_lowercase()
        )
    }

    /// A figure with what it counts.
    pub fn count(&self, key: &str, count: usize) -> Fact {
        Fact::plain(self.say(key), count.to_string())
    }

    /// A table of texts whose first cells name their rows; columns by the keys of their names.
    pub fn table(&self, caption: &str, columns: &[&str], rows: Vec<Vec<String>>) -> Block {
        let columns = columns.iter().map(|key| self.say(key)).collect();
        self.named_table(caption, columns, rows)
    }

    /// The same with columns by their names.
    pub fn named_table(
        &self,
        caption: &str,
        columns: Vec<String>,
        rows: Vec<Vec<String>>,
    ) -> Block {
        let cells = |row: Vec<String>| row.into_iter().map(|it| vec![Span::plain(it)]).collect();
        Block::Table(Table {
            caption: self.say(caption),
            columns: columns.into_iter().map(Column::texts).collect(),
            header_column: true,
            rows: rows.into_iter().map(cells).collect(),
        })
    }
}

/// A list; nothing when there is nothing in it.
pub fn list(items: Vec<Vec<Span>>) -> Option<Block> {
    (!items.is_empty()).then_some(Block::List {
        numbered: false,
        items,
    })
}

/// Text of several lines as paragraphs.
pub fn paragraphs(text: &str) -> impl Iterator<Item = Block> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(Block::paragraph)
}

/// The page: the document, and the links to it as a file.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let voice = scene.words.voice(scene.language());
    let back = html! { a href=(filters::cleared(scene.params, "/agenda")) {
        (scene.say("agenda-back"))
    } };
    let Some(document) = composed(answers, scene) else {
        let title = scene.say("agenda-title-board-report");
        return Some(html! {
            (scene.bar(&title, back, html! {}))
            (empty(&scene.say("agenda-not-issued"), None))
        });
    };
    let address = filters::cleared(scene.params, PATH);
    Some(html! {
        (scene.bar(&document.title, back, document_links(voice, &address)))
        (moment::told(scene, &filters::now(scene.params, PATH)))
        div.prose.document {
            p.muted { (document.author) ", " (document.subtitle) ", " (document.marking) }
            (document_blocks(&document.blocks))
        }
    })
}

/// The document to hand over; none while there is no agenda, or for who belongs to no
/// organisation. Of an earlier moment it says so itself: a file has no banner above it.
pub fn document(answers: &[Answer], scene: &Scene) -> Option<Document> {
    let mut document = composed(answers, scene)?;
    if let Some(moment) = scene.params.moment() {
        let voice = scene.words.voice(scene.language());
        let moment = time::moment_text(voice, moment, &scene.zone());
        let note = Block::Note {
            title: scene.say_with("agenda-moment-title", &[("moment", moment)]),
            paragraphs: vec![vec![Span::plain(scene.say("agenda-moment-text"))]],
        };
        document.blocks.insert(0, note);
    }
    Some(document)
}

fn composed(answers: &[Answer], scene: &Scene) -> Option<Document> {
    let own = scene.audience.organisation.clone()?;
    let report = Report::new(answers, scene, own);
    let edition = report.agenda.edition?;
    let seen = moment::seen_from(scene.params);
    let date = seen.to_zoned_datetime(scene.zone()).date();
    let title = scene.say("agenda-title-board-report");
    let author = scene.organisation(report.own.as_str());
    let mut document = Document::new(scene.language(), title, author, date, scene.params.now);
    spoken(edition, scene.language(), "title").clone_into(&mut document.subtitle);
    document.subject = scene.say("agenda-board-report-subject");
    let lines = report.lines();
    marking(&lines).name().clone_into(&mut document.marking);
    document.blocks = leads::blocks(&report);
    document.blocks.extend(translation::blocks(&report, &lines));
    document.blocks.extend(joint::blocks(&report));
    document.blocks.extend(islands::blocks(&report));
    document.blocks.extend(means::blocks(&report));
    if document.blocks.is_empty() {
        document
            .blocks
            .push(report.paragraph("agenda-board-report-nothing"));
    }
    Some(document)
}

/// The strictest label of what stands in it: with a draft it stays within the organisation.
fn marking(lines: &[Mine]) -> Label {
    if lines.iter().any(Mine::waits) {
        Label::AmberStrict
    } else {
        Label::Green
    }
}
