// SPDX-License-Identifier: EUPL-1.2
//! One organisation: what is known of it, from where, and what was corrected.

use paraat_contract::{Answer, AsKnown, Filter, Need, Order, Params, Query, Row, Scene};
use paraat_ui::page::encode;
use paraat_ui::widgets::{Mark, Tone, button_link, facts, panel, tag};
use paraat_ui::{Markup, html};

use super::fact::{fact_as, origin, said, title};
use super::{checked, correct, may_correct, rows};
use crate::state::{boundary, shown};
use crate::tables::{BOUNDARY, CORRECTION, ENTRY, ORGANISATION, ORGANISATIONS};

/// The record by its stable name or by its address (where search leads), the lists it points
/// into, corrections as they stand, every correction there ever was, and the borders of its area.
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
        Need::Then(borders, Box::default()),
    ]
}

fn borders(_params: &Params, answers: &[Answer]) -> Vec<Need> {
    let record = rows(answers, 0).first();
    let of = |record: &Row| Query::all(&BOUNDARY).is("area", record.text("slug"));
    let query = record.map(|record| of(record).by(Order::Down("year")));
    query.map(Need::Rows).into_iter().collect()
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
        (scene.bar(&title(scene, record, corrections), beside, actions))
        (facts(&pairs(scene, record, corrections, entries)))
        @if !may && scene.audience.organisation.is_some() {
            p.muted { (scene.say("registers-who-corrects")) }
        }
        (imports(scene, record.text("slug"), rows(answers, 4)))
        (said(scene, record, rows(answers, 3)))
    })
}

/// The borders that organisations imported of this area: those that count, and what others say
/// beside them. Whoever imported some can take them back.
fn imports(scene: &Scene, area: &str, all: &[Row]) -> Markup {
    let counts = boundary(area, all);
    let own = |row: &Row| scene.audience.organisation.as_ref() == Some(&row.stream.owner);
    let line = |row: &Row| {
        let year = row.whole("year").unwrap_or_default();
        let told = [
            ("year", year.to_string()),
            ("source", row.text("source").to_owned()),
            ("organisation", scene.organisation(row.text("organisation"))),
        ];
        let back = format!(
            "/registers/boundary/retract?area={}&year={year}",
            encode(area)
        );
        let (mark, word) = if counts == Some(row) {
            (Mark::Check, "registers-boundary-counts")
        } else {
            (Mark::Ring, "registers-boundary-beside")
        };
        html! {
            li {
                (scene.say_with("registers-boundaries-of", &told)) " "
                (tag(&scene.say(word), mark, Tone::Neutral))
                @if own(row) && may_correct(scene) {
                    " " a href=(back) { (scene.say("registers-boundary-retract")) }
                }
            }
        }
    };
    if all.is_empty() {
        return html! {};
    }
    let title = scene.say("registers-boundaries");
    let lines = html! { ul { @for row in all { (line(row)) } } };
    panel("boundaries", &title, html! {}, lines)
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
