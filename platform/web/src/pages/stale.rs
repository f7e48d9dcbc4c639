// SPDX-License-Identifier: EUPL-1.2
//! Two people worked on one thing: what the other recorded meanwhile, beside what was typed.

use paraat_contract::Past;
use paraat_ui::field::{Field, Shape, Typed};
use paraat_ui::widgets::{Column, Entry, history, panel, table};
use paraat_ui::{Markup, html, time};
use serde_json::Value;

use super::form::Opened;
use crate::ask::Asked;

/// What changed meanwhile.
pub(super) fn changed(ask: &Asked, opened: &Opened, typed: &Typed, since: &[Past]) -> Markup {
    let voice = ask.voice();
    html! {
        (panel("meanwhile", &voice.say("web-stale-title"), html! {}, html! {
            (history(voice, &entries(ask, opened, since)))
            (comparison(ask, opened, typed, since))
        }))
    }
}

fn entries(ask: &Asked, opened: &Opened, since: &[Past]) -> Vec<Entry> {
    let voice = ask.voice();
    let names = ask.site().desk.names();
    let zone = time::zone(&ask.caller.zone);
    let entry = |past: &Past| {
        let at = zone
            .as_ref()
            .map(|zone| time::moment(voice, past.recorded, zone));
        let name = names
            .get(&past.organisation)
            .map(|it| it.get(ask.caller.language).to_owned());
        let name = name.unwrap_or_else(|| past.organisation.to_string());
        let function = voice.find(&format!("function-{}", past.function));
        let function = function.unwrap_or_else(|| past.function.clone());
        Entry {
            at: at.unwrap_or_default(),
            what: event(ask, opened, &past.event),
            who: format!("{name}, {function}"),
            detail: html! {},
        }
    };
    since.iter().map(entry).collect()
}

/// The name of an event in the words of its module, else of the sort of thing it is about; the
/// code term when its module has no words for either.
fn event(ask: &Asked, opened: &Opened, full: &str) -> String {
    let voice = ask.voice();
    let name = full.rsplit_once(".v").map_or(full, |(name, _)| name);
    let sort = || voice.find(&format!("{}-{}", opened.kind.module(), opened.kind.name()));
    let own = voice.find(&name.replacen('.', "-event-", 1));
    own.or_else(sort).unwrap_or_else(|| name.to_owned())
}

/// Field by field: recorded now, and typed; only where they differ.
fn comparison(ask: &Asked, opened: &Opened, typed: &Typed, since: &[Past]) -> Markup {
    let voice = ask.voice();
    let newest = since.iter().find_map(|past| past.payload.as_ref());
    let theirs = |field: &Field| {
        newest
            .and_then(|it| it.get(field.name))
            .map(text)
            .unwrap_or_default()
    };
    let label = |field: &Field| {
        let of = (opened.kind.module(), opened.kind.name(), opened.verb.name);
        voice.field(of, field.name).unwrap_or_default()
    };
    let fields = opened.verb.fields.iter().filter(|field| !field.given);
    let rows: Vec<Vec<Markup>> = fields
        .filter(|field| theirs(field) != typed.get(field.name))
        .map(|field| {
            let cell = |value: &str| html! { (shown(ask, opened, field, value)) };
            vec![
                html! { (label(field)) },
                cell(&theirs(field)),
                cell(typed.get(field.name)),
            ]
        })
        .collect();
    if newest.is_none() || rows.is_empty() {
        return html! {};
    }
    let columns =
        ["web-stale-field", "form-theirs", "form-yours"].map(|key| Column::text(voice.say(key)));
    table(&voice.say("difference-title"), &columns, &rows)
}

/// A value as the form names it.
fn shown(ask: &Asked, opened: &Opened, field: &Field, value: &str) -> String {
    if !matches!(field.shape, Shape::Choice(_) | Shape::Choices(_)) {
        return value.to_owned();
    }
    let of = (opened.kind.module(), opened.kind.name());
    let words = value
        .split(',')
        .filter(|word| !word.is_empty())
        .map(|word| {
            let label = ask.voice().choice(of, field.name, word);
            label.unwrap_or_else(|| word.to_owned())
        });
    words.collect::<Vec<_>>().join(", ")
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}
