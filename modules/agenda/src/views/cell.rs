// SPDX-License-Identifier: EUPL-1.2
//! How one organisation takes up one activity: what its board adopted, now and before; for its own
//! people also the draft.

use paraat_contract::{Answer, AsKnown, Need, Order, Params, Query, Row, Scene};
use paraat_ui::page::encode;
use paraat_ui::widgets::{Entry, facts, history, panel};
use paraat_ui::{Markup, html, time};

use super::activity::paragraphs;
use super::coverage::Cell;
use super::sheet::{Sheet, activity};
use super::{filters, matrix, moment, rows, sheet};
use crate::cards::Line;
use crate::state::{PARTIES, party, spoken};
use crate::tables::{DRAFT, TRANSLATION};

/// What was adopted before is shown, newest first, at most so many.
const MOST: u32 = 100;

/// The sheet, then everything that was ever adopted or drafted on the activity.
pub fn needs(params: &Params) -> Vec<Need> {
    let mut needs = sheet::needs_of(params, &TRANSLATION);
    needs.push(Need::Then(about, Box::new(params.clone())));
    needs
}

fn about(params: &Params, answers: &[Answer]) -> Vec<Need> {
    let Some(row) = rows(answers, 2).iter().find(|row| named(params, row)) else {
        return Vec::new();
    };
    let activity = row.stream.to_string();
    let ever = |table| {
        let all = Query::all(table).is("activity", activity.clone());
        Need::Rows(all.as_known(AsKnown::Ever).by(Order::Newest))
    };
    vec![ever(&TRANSLATION), ever(&DRAFT)]
}

fn named(params: &Params, row: &Row) -> bool {
    params
        .path
        .get("activity")
        .is_some_and(|slug| slug == row.text("slug"))
}

/// The page; none when there is no such activity or organisation, or it is not told how that takes
/// it up.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let sheet = Sheet::new(answers, scene);
    let party = party(scene.params.path.get("organisation")?)?;
    let organisation = PARTIES.get(party)?;
    let mut items = (0..).zip(&sheet.agenda.items);
    let (at, item) = items.find(|(_, item)| named(scene.params, item.row))?;
    let cell = sheet.coverage.cell(at, party);
    cell.key()?;
    let name = scene.organisation(&organisation.id);
    let number = item.row.text("number");
    let list = filters::only(scene.params, matrix::PATH, "organisation", &organisation.id);
    let own_page = filters::cleared(scene.params, "/agenda/own");
    let here = format!(
        "/agenda/translation/{}/{}",
        organisation.id,
        encode(item.row.text("slug"))
    );
    let back = html! { a href=(list) { (name) } };
    let own = scene.audience.organisation.as_ref();
    let own = own.is_some_and(|own| own.as_str() == organisation.id);
    let title = format!("{number} {}", spoken(item.row, scene.language(), "title"));
    let ever = |at| -> Vec<&Row> {
        let of = |row: &&Row| row.stream.owner.as_str() == organisation.id;
        rows(answers, at)
            .iter()
            .filter(of)
            .take(MOST as usize)
            .collect()
    };
    let actions = html! {
        @if own { a.button href={ (own_page) "#a-" (item.row.stream.id.simple()) } {
            (scene.say("agenda-view-own"))
        } }
    };
    Some(html! {
        (scene.bar(&title, back, actions))
        (moment::told(scene, &here))
        (now(scene, &sheet, item.row, &cell))
        (past(scene, &sheet, &ever(6), "adopted"))
        @if own { (past(scene, &sheet, &ever(7), "drafts")) }
    })
}

fn now(scene: &Scene, sheet: &Sheet, item: &Row, cell: &Cell) -> Markup {
    let adopted = match cell {
        Cell::Adopted { row, old } => Some((row, *old)),
        Cell::None | Cell::Untold => None,
    };
    let old = sheet.stances.old(adopted.is_some_and(|(_, old)| old));
    let mut pairs = vec![
        (scene.say("agenda-activity"), activity(scene, item)),
        (
            scene.say("agenda-filter-stance"),
            html! { (sheet.stances.of(cell)) (old) },
        ),
    ];
    if let Some((row, _)) = adopted {
        pairs.extend(said(scene, &Line::of_row(row)));
        let decided = html! { (scene.day(row.text("decided_on"))) ", " (row.text("body")) };
        pairs.push((scene.say("agenda-decided"), decided));
    }
    facts(&pairs)
}

/// Plan and reason, as far as they are given.
pub fn said(scene: &Scene, line: &Line) -> Vec<(String, Markup)> {
    let mut pairs = Vec::new();
    if !line.plan.is_empty() {
        let place = html! { (line.plan) " " (line.paragraph) };
        pairs.push((scene.say("agenda-draft-record-plan"), place));
    }
    if !line.reason.is_empty() {
        pairs.push((
            scene.say("agenda-draft-record-reason"),
            paragraphs(&line.reason),
        ));
    }
    pairs
}

fn past(scene: &Scene, sheet: &Sheet, rows: &[&Row], id: &str) -> Markup {
    let voice = scene.words.voice(scene.language());
    let entry = |row: &&Row| {
        let line = Line::of_row(row);
        Entry {
            at: time::moment(voice, row.since, &scene.zone()),
            what: sheet.stances.word(&line.stance).to_owned(),
            who: match row.text("body") {
                "" => scene.organisation(row.stream.owner.as_str()),
                body => format!("{body}, {}", scene.day(row.text("decided_on"))),
            },
            detail: facts(&said(scene, &line)),
        }
    };
    let entries: Vec<Entry> = rows.iter().map(entry).collect();
    let title = scene.say(&format!("agenda-past-{id}"));
    panel(id, &title, html! {}, history(voice, &entries))
}
