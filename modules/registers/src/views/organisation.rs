// SPDX-License-Identifier: EUPL-1.2
//! One organisation: what is known of it, from where, and what was corrected.

use paraat_contract::{Answer, AsKnown, Filter, Need, Order, Params, Query, Row, Scene};
use paraat_ui::widgets::{button_link, facts, page_bar};
use paraat_ui::{Markup, html};

use super::fact::{fact_as, origin, said, title};
use super::{checked, correct, may_correct, rows};
use crate::state::shown;
use crate::tables::{CORRECTION, ENTRY, ORGANISATION, ORGANISATIONS};

/// The record by its stable name or by its address (where search leads), the lists it points
/// into, corrections as they stand, and every correction there ever was.
pub fn needs(params: &Params) -> Vec<Need> {
    let Some(name) = params.path.get("slug") else {
        return Vec::new();
    };
    let record = match params.stream("slug") {
        Some(stream) => Query::all(&ORGANISATION).filter(Filter::Stream(stream)),
        None => Query::all(&ORGANISATION).is("slug", name.as_str()),
    };
    let lists = ["kinds", "time-zones", "collectives"].map(Into::into);
    let ever = Query::all(&CORRECTION).is("list", ORGANISATIONS);
    vec![
        Need::Rows(record),
        Need::Rows(Query::all(&CORRECTION)),
        Need::Rows(Query::all(&ENTRY).filter(Filter::In("list", lists.into()))),
        Need::Rows(ever.as_known(AsKnown::Ever).by(Order::Newest)),
    ]
}

/// The page; none when there is no such organisation.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let record = rows(answers, 0).first()?;
    let (corrections, entries) = (rows(answers, 1), rows(answers, 2));
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
        (said(scene, record, rows(answers, 3)))
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
