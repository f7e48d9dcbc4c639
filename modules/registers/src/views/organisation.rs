// SPDX-License-Identifier: EUPL-1.2
//! One organisation: what is known of it, from where, and what was corrected.

use paraat_contract::{Answer, AsKnown, Filter, Need, Order, Params, Query, Row, Scene};
use paraat_ui::widgets::{Column, button_link, empty, facts, page_bar, panel, table};
use paraat_ui::{Markup, html, time};

use super::fact::{fact_as, title};
use super::{checked, correct, may_correct, rows};
use crate::state::shown;
use crate::tables::{CORRECTION, ENTRY, ORGANISATION, ORGANISATIONS};

/// The record, corrections, the lists it points into, every correction there ever was.
pub fn needs(params: &Params) -> Vec<Need> {
    let Some(slug) = params.path.get("slug") else {
        return Vec::new();
    };
    let about = || {
        let of_list = Query::all(&CORRECTION).is("list", ORGANISATIONS);
        of_list.is("slug", slug.as_str())
    };
    let lists = ["kinds", "time-zones", "collectives"].map(Into::into);
    vec![
        Need::Rows(Query::all(&ORGANISATION).is("slug", slug.as_str())),
        Need::Rows(Query::all(&CORRECTION)),
        Need::Rows(Query::all(&ENTRY).filter(Filter::In("list", lists.into()))),
        Need::Rows(about().as_known(AsKnown::Ever).by(Order::Newest)),
    ]
}

/// The page; none when there is no such organisation.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let record = rows(answers, 0).first()?;
    let (corrections, entries, ever) = (rows(answers, 1), rows(answers, 2), rows(answers, 3));
    let may = may_correct(scene);
    let link = correct(ORGANISATIONS, record.text("slug"));
    let actions = html! {
        @if may {
            (button_link(&link, "edit", &scene.say("registers-correction-correct"), false))
        }
    };
    let beside = html! {
        (checked(scene, record)) " "
        a href="/registers/organisations" {
            (scene.say("registers-correction-list-organisations"))
        }
    };
    Some(html! {
        (page_bar(&title(scene, record, corrections), beside, actions))
        (facts(&pairs(scene, record, corrections, entries)))
        @if !may && scene.audience.organisation.is_some() {
            p.muted { (scene.say("registers-who-corrects")) }
        }
        (panel("corrections", &scene.say("registers-corrections"), html! {}, html! {
            @if ever.is_empty() { (empty(&scene.say("registers-no-corrections"), None)) }
            @else { (said(scene, ever)) }
        }))
    })
}

fn pairs(
    scene: &Scene,
    record: &Row,
    corrections: &[Row],
    entries: &[Row],
) -> Vec<(String, Markup)> {
    let named = |list: &str, slug: &str| {
        let same = |row: &&Row| row.text("list") == list && row.text("slug") == slug;
        let found = entries.iter().find(same);
        found.map_or_else(|| slug.to_owned(), |row| title(scene, row, corrections))
    };
    let of = |column: &str, word: &dyn Fn(&str) -> String| {
        let key = format!("registers-correction-field-{}", column.replace('_', "-"));
        let value = fact_as(scene, record, column, corrections, word);
        (scene.say(&key), value)
    };
    let plain = &str::to_owned;
    let kind = named("kinds", record.text("kind"));
    let mut pairs = vec![
        of("name_nl", plain),
        of("name_en", plain),
        (scene.say("registers-kind"), html! { (kind) }),
    ];
    for column in ["short", "code", "province", "police_unit", "valid_until"] {
        let shown = shown(record, column, corrections);
        if !shown.value().is_empty() || !shown.others.is_empty() {
            pairs.push(of(column, plain));
        }
    }
    pairs.push(of("time_zone", &|slug| named("time-zones", slug)));
    pairs.push(of("languages", &|codes| languages(scene, codes)));
    let represents = record.text("represents").split(',');
    let represents: Vec<String> = represents
        .filter(|slug| !slug.is_empty())
        .map(|slug| named("collectives", slug))
        .collect();
    if !represents.is_empty() {
        let label = scene.say("registers-represents");
        pairs.push((label, html! { (represents.join(", ")) }));
    }
    if record.text("optional") == "yes" {
        let own_choice = scene.say("registers-own-choice");
        pairs.push((scene.say("registers-taking-part"), html! { (own_choice) }));
    }
    pairs.extend(origin(scene, record));
    pairs
}

/// Names of languages by their codes, which stand with commas.
fn languages(scene: &Scene, codes: &str) -> String {
    let voice = scene.words.voice(scene.language());
    let word = |code: &str| {
        let named = voice.find(&format!("registers-language-{code}"));
        named.unwrap_or_else(|| code.to_owned())
    };
    let words: Vec<String> = codes.split(',').map(|code| word(code.trim())).collect();
    words.join(", ")
}

/// Where the baseline has it from, and of which day.
fn origin(scene: &Scene, record: &Row) -> [(String, Markup); 2] {
    [
        (scene.say("source"), html! { (record.text("source")) }),
        (
            scene.say("registers-as-of"),
            html! { (record.text("valid_from")) },
        ),
    ]
}

/// Every correction that was made, newest first.
fn said(scene: &Scene, ever: &[Row]) -> Markup {
    let columns = [
        Column::text(scene.say("registers-by")),
        Column::text(scene.say("registers-what")),
        Column::text(scene.say("registers-correction-correct-value")),
        Column::text(scene.say("source")),
        Column::text(scene.say("registers-recorded")),
    ];
    let voice = scene.words.voice(scene.language());
    let zone = time::zone(&scene.audience.zone);
    let row = |it: &Row| {
        let field = scene.say(&format!("registers-correction-field-{}", it.text("field")));
        let at = zone
            .as_ref()
            .map(|zone| time::day_element(voice, it.since, zone));
        vec![
            html! { (scene.organisation(it.text("organisation"))) },
            html! { (field) },
            html! { (it.text("value")) },
            html! { (it.text("source")) },
            at.unwrap_or_else(|| html! { (it.since) }),
        ]
    };
    let rows: Vec<Vec<Markup>> = ever.iter().map(row).collect();
    table(&scene.say("registers-corrections"), &columns, &rows)
}
