// SPDX-License-Identifier: EUPL-1.2
//! The same as a page, for who follows a link in a browser: links are links, members are a list.

use maud::{DOCTYPE, Markup, html};
use paraat_contract::Called;
use serde_json::Value;

use crate::describe::marked;

/// A page that shows a document.
pub fn page(called: &Called, title: &str, value: &Value) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(called.audience.language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { (marked(called, title)) }
            }
            body {
                main {
                    @if !called.marking.is_empty() { p { strong { (called.marking) } } }
                    h1 { (title) }
                    (links(value))
                    @match value.get("features").and_then(Value::as_array) {
                        Some(features) => @for feature in features { (one(feature)) },
                        None => (members(value)),
                    }
                }
            }
        }
    }
}

fn links(value: &Value) -> Markup {
    let all = value.get("links").and_then(Value::as_array);
    let text = |link: &Value, name: &str| {
        let text = link.get(name).and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    };
    html! {
        nav aria-label="Links" {
            ul {
                @for link in all.into_iter().flatten() {
                    li {
                        a href=(text(link, "href")) { (text(link, "rel")) }
                        " (" (text(link, "type")) ")"
                    }
                }
            }
        }
    }
}

fn one(feature: &Value) -> Markup {
    html! {
        section {
            h2 { (plain(feature.get("id").unwrap_or(&Value::Null))) }
            (members(feature))
        }
    }
}

fn members(value: &Value) -> Markup {
    let all = value.as_object().into_iter().flatten();
    let shown = all.filter(|(name, _)| !matches!(name.as_str(), "links" | "id" | "type"));
    html! {
        dl {
            @for (name, value) in shown {
                dt { (name) }
                dd {
                    @match value {
                        Value::Object(_) if name == "properties" => (members(value)),
                        Value::Array(all) if name == "collections" => {
                            @for it in all { (one(it)) (links(it)) }
                        },
                        value => (plain(value)),
                    }
                }
            }
        }
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
