// SPDX-License-Identifier: EUPL-1.2
//! The history of an activity: its own entries and every report of every lead, newest first. Each
//! entry leads to the page as it was then.

use paraat_contract::{MOMENT, Past, Row, Rows, Scene};
use paraat_kernel::Timestamp;
use paraat_ui::widgets::{self, Entry};
use paraat_ui::{Markup, html, time};

use super::activity::paragraphs;
use super::reports::evidence;
use super::signs::Signs;

/// An entry with the moment it was recorded.
pub type Dated = (Timestamp, Entry);

/// Everything that was recorded up to the moment that is looked at: reports, the activity's own
/// entries, and what else there is.
pub fn entries(
    scene: &Scene,
    signs: &Signs,
    (reports, past): (&[Row], &[Past]),
    others: Vec<Dated>,
) -> Vec<Entry> {
    let until = scene.params.moment();
    let reports = reports.iter().map(|row| report(scene, signs, row));
    let past = past.iter().map(|one| own(scene, one));
    let mut all: Vec<Dated> = reports.chain(past).chain(others).collect();
    all.retain(|(at, _)| until.is_none_or(|until| *at <= until));
    all.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    all.into_iter().map(|(_, entry)| entry).collect()
}

/// The panel, with a remark when older entries are left out.
pub fn panel(scene: &Scene, entries: Vec<Entry>, reports: Option<&Rows>) -> Markup {
    let voice = scene.words.voice(scene.language());
    let more = reports.is_some_and(|found| found.total > found.rows.len() as u64);
    let body = html! {
        @if !entries.is_empty() { p.muted { (scene.say("agenda-history-how")) } }
        (widgets::history(voice, &entries))
        @if more { p.muted { (scene.say("agenda-newest-only")) } }
    };
    widgets::panel("history", &scene.say("history-title"), html! {}, body)
}

/// A moment as a link to this page as it was then.
fn then(scene: &Scene, at: Timestamp) -> Markup {
    let voice = scene.words.voice(scene.language());
    let drawn = time::moment(voice, at, &scene.zone());
    html! { a href={ "?" (MOMENT) "=" (at) } { (drawn) } }
}

fn report(scene: &Scene, signs: &Signs, row: &Row) -> Dated {
    let (explanation, link) = (row.text("explanation"), row.text("evidence"));
    let status = signs.status_word(row.text("status")).to_owned();
    let what = scene.say_with("agenda-past-reported", &[("status", status)]);
    let detail = html! {
        (signs.outlook(row.text("outlook")))
        (paragraphs(explanation))
        @if !link.is_empty() { p { (evidence(link)) } }
    };
    entry(scene, row, what, detail)
}

/// What a row says, by the owner of its stream, when it was recorded.
pub fn entry(scene: &Scene, row: &Row, what: String, detail: Markup) -> Dated {
    let entry = Entry {
        at: then(scene, row.since),
        what,
        who: scene.organisation(row.stream.owner.as_str()),
        detail,
    };
    (row.since, entry)
}

fn own(scene: &Scene, past: &Past) -> Dated {
    let said = |name: &str| past.payload.as_ref()?.get(name)?.as_str();
    let lead = said("lead").map(|id| scene.organisation(id));
    let what = match past.event.as_str() {
        _ if past.opaque => scene.say("agenda-past-newer"),
        _ if past.payload.is_none() => scene.say("agenda-past-withdrawn"),
        "agenda.activity-issued.v1" if past.version == 1 => scene.say("agenda-past-issued"),
        "agenda.activity-issued.v1" => scene.say("agenda-past-issued-again"),
        "agenda.lead-assigned.v1" => scene.say_with(
            "agenda-past-assigned",
            &[("lead", lead.unwrap_or_default())],
        ),
        _ => scene.say("agenda-past-newer"),
    };
    let function = scene.say(&format!("function-{}", past.function));
    let author = scene.organisation(past.organisation.as_str());
    let entry = Entry {
        at: then(scene, past.recorded),
        what,
        who: format!("{author}, {function}"),
        detail: paragraphs(said("reason").unwrap_or_default()),
    };
    (past.recorded, entry)
}
