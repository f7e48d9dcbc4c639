// SPDX-License-Identifier: EUPL-1.2
//! The account that an organisation gives its own board: what it leads and how that stands. The
//! page shows the document, so that nobody is surprised by the file.

use paraat_contract::{Answer, Scene};
use paraat_kernel::document::{Block, Column, Fact, Level, Span, Table};
use paraat_kernel::{Document, Label, OrganisationId};
use paraat_ui::widgets::{document_blocks, document_links, empty};
use paraat_ui::{Markup, html, time};

use super::look::Look;
use super::{filters, moment};
use crate::state::{Item, reported, spoken};

/// The page: the document, and the links to it as a file.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let voice = scene.words.voice(scene.language());
    let title = scene.say("agenda-title-board-report");
    let Some(document) = document(answers, scene) else {
        return Some(html! {
            (scene.bar(&title, html! {}, html! {}))
            (empty(&scene.say("agenda-not-issued"), None))
        });
    };
    let here = filters::now(scene.params, "/agenda/report");
    let address = filters::cleared(scene.params, "/agenda/report");
    Some(html! {
        (scene.bar(&document.title, html! {}, document_links(voice, &address)))
        (moment::told(scene, &here))
        div.prose.document {
            p.muted { (document.author) ", " (document.subtitle) ", " (document.marking) }
            (document_blocks(&document.blocks))
        }
    })
}

/// The document; none while there is no agenda, or for who belongs to no organisation.
pub fn document(answers: &[Answer], scene: &Scene) -> Option<Document> {
    let look = Look::new(answers, scene);
    let edition = look.agenda.edition?;
    let own = scene.audience.organisation.clone()?;
    let seen = moment::seen_from(scene.params);
    let date = seen.to_zoned_datetime(moment::zone(scene)).date();
    let title = scene.say("agenda-title-board-report");
    let author = scene.organisation(own.as_str());
    let mut document = Document::new(scene.language(), title, author, date, scene.params.now);
    spoken(edition, scene.language(), "title").clone_into(&mut document.subtitle);
    document.subject = scene.say("agenda-board-report-subject");
    Label::Green.name().clone_into(&mut document.marking);
    document.blocks = leads(scene, &look, &own);
    Some(document)
}

/// What the organisation leads: figures first, then each activity with its own words.
fn leads(scene: &Scene, look: &Look, own: &OrganisationId) -> Vec<Block> {
    let led = look.agenda.items.iter();
    let led: Vec<&Item> = led.filter(|item| item.lead() == own.as_str()).collect();
    let mut blocks = vec![Block::heading(
        Level::First,
        scene.say("agenda-board-report-leads"),
    )];
    if led.is_empty() {
        blocks.push(Block::paragraph(
            scene.say("agenda-board-report-leads-none"),
        ));
        return blocks;
    }
    blocks.push(figures(scene, &led));
    blocks.push(table(scene, look, &led));
    for item in led {
        blocks.extend(said(scene, item));
    }
    blocks
}

fn figures(scene: &Scene, led: &[&Item]) -> Block {
    let now = moment::seen_from(scene.params);
    let count = |key: &str, holds: &dyn Fn(&Item) -> bool| {
        let held = led.iter().filter(|item| holds(item)).count();
        Fact::plain(scene.say(key), held.to_string())
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

fn table(scene: &Scene, look: &Look, led: &[&Item]) -> Block {
    let signs = &look.signs;
    let row = |item: &&Item| {
        let outlook = match item.outlook() {
            "" => String::new(),
            outlook => scene.say(&format!("agenda-progress-outlook-{outlook}")),
        };
        let status = signs.status_word(item.status());
        let cells = [
            named(scene, item),
            signs.period(scene, item.row),
            status.to_owned(),
            outlook,
            day(scene, item),
        ];
        cells.map(|text| vec![Span::plain(text)]).to_vec()
    };
    let heads = [
        "agenda-activity",
        "agenda-column-period",
        "agenda-filter-status",
        "agenda-filter-outlook",
        "agenda-reported",
    ];
    Block::Table(Table {
        caption: scene.say("agenda-board-report-leads"),
        columns: heads.map(|key| Column::texts(scene.say(key))).to_vec(),
        header_column: true,
        rows: led.iter().map(row).collect(),
    })
}

/// What the last report explains; nothing when it explains nothing.
fn said(scene: &Scene, item: &Item) -> Vec<Block> {
    let Some(report) = item
        .progress
        .filter(|it| !it.text("explanation").is_empty())
    else {
        return Vec::new();
    };
    let mut blocks = vec![Block::heading(Level::Second, named(scene, item))];
    let lines = report.text("explanation").lines();
    blocks.extend(
        lines
            .filter(|line| !line.trim().is_empty())
            .map(Block::paragraph),
    );
    let evidence = report.text("evidence");
    if !evidence.is_empty() {
        let label = scene.say("agenda-progress-report-evidence");
        blocks.push(Block::Paragraph {
            spans: vec![
                Span::plain(format!("{label}: ")),
                Span::link(evidence, evidence),
            ],
        });
    }
    blocks
}

/// Number and title of an activity.
fn named(scene: &Scene, item: &Item) -> String {
    let title = spoken(item.row, scene.language(), "title");
    format!("{} {title}", item.row.text("number"))
}

/// The day of the last report; empty while there is none.
fn day(scene: &Scene, item: &Item) -> String {
    let voice = scene.words.voice(scene.language());
    let zone = moment::zone(scene);
    let day = |report| time::day(voice, reported(report), &zone);
    item.progress.map(day).unwrap_or_default()
}
