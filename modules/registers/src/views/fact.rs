// SPDX-License-Identifier: EUPL-1.2
//! One field of a record with what was said about it: what counts first, then the old value as
//! such, then what others say. Never colour or a line through alone: each has its words.

use paraat_contract::{Row, Scene};
use paraat_kernel::Language;
use paraat_ui::widgets::{Column, empty, panel, table};
use paraat_ui::{Markup, html, time};

use crate::state::{Shown, list_of, shown};

/// The column with a text in the language of the page.
pub fn spoken(scene: &Scene, stem: &str) -> String {
    match scene.language() {
        Language::Nl => format!("{stem}_nl"),
        Language::En => format!("{stem}_en"),
    }
}

/// The name of a record as it counts, in the language of the page.
pub fn title(scene: &Scene, record: &Row, corrections: &[Row]) -> String {
    let name = crate::state::name(record, corrections);
    name.get(scene.language()).to_owned()
}

/// A field, its values drawn as they are.
pub fn fact(scene: &Scene, record: &Row, column: &str, corrections: &[Row]) -> Markup {
    fact_as(scene, record, column, corrections, &str::to_owned)
}

/// A field, its values drawn with a word for each.
pub fn fact_as(
    scene: &Scene,
    record: &Row,
    column: &str,
    corrections: &[Row],
    word: &dyn Fn(&str) -> String,
) -> Markup {
    let shown = shown(record, column, corrections);
    let value = word(shown.value());
    html! {
        @if value.is_empty() { (scene.say("registers-nothing")) } @else { (value) }
        (remarks(scene, &shown, word))
    }
}

/// What was said about a field; nothing when nobody corrected it.
pub fn remarks(scene: &Scene, shown: &Shown, word: &dyn Fn(&str) -> String) -> Markup {
    html! {
        @if let Some(correction) = shown.counts {
            p.muted {
                (scene.say_with("registers-corrected-by", &told(scene, correction, word)))
                @if !shown.baseline.is_empty() {
                    " " (scene.say("registers-was")) " " del { (word(shown.baseline)) }
                }
            }
        }
        @for other in &shown.others {
            p.muted { (scene.say_with("registers-other-says", &told(scene, other, word))) }
        }
    }
}

/// What the sentences about a correction name.
fn told(
    scene: &Scene,
    correction: &Row,
    word: &dyn Fn(&str) -> String,
) -> [(&'static str, String); 3] {
    let by = scene.organisation(correction.text("organisation"));
    let source = correction.text("source").to_owned();
    let value = word(correction.text("value"));
    [("by", by), ("source", source), ("value", value)]
}

/// Where the baseline has a record from, and of which day.
pub fn origin(scene: &Scene, record: &Row) -> [(String, Markup); 2] {
    [
        (scene.say("source"), html! { (record.text("source")) }),
        (
            scene.say("registers-as-of"),
            html! { (record.text("valid_from")) },
        ),
    ]
}

/// Every correction of a record that was ever made, in the order of the rows.
pub fn said(scene: &Scene, record: &Row, ever: &[Row]) -> Markup {
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
    let about =
        |it: &&Row| it.text("list") == list_of(record) && it.text("slug") == record.text("slug");
    let rows: Vec<Vec<Markup>> = ever.iter().filter(about).map(row).collect();
    let title = scene.say("registers-corrections");
    let body = html! {
        @if rows.is_empty() { (empty(&scene.say("registers-no-corrections"), None)) }
        @else { (table(&title, &columns, &rows)) }
    };
    panel("corrections", &title, html! {}, body)
}
