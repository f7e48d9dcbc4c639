// SPDX-License-Identifier: EUPL-1.2
//! The lists of a page: its links to files, and the file itself when the address asks for one.

use axum::response::Response;
use maud::PreEscaped;
use paraat_contract::{List, Params, View};
use paraat_sheets::Format;
use paraat_ui::icon::icon;
use paraat_ui::page::encode;
use paraat_ui::{Markup, html};

use crate::ask::{Ask, Asked};
use crate::lists::{self, Listed};
use crate::wrong::Wrong;

/// The name in the address that asks for a file.
pub(crate) const AS: &str = "as";
/// The name in the address that says which list, where a page has several.
const LIST: &str = "file";

/// The format that an address asks for; none when it asks for no file.
pub(crate) fn format(ask: &Asked) -> Result<Option<Format>, Wrong> {
    let Some(name) = ask.parameter(AS) else {
        return Ok(None);
    };
    let mut all = Format::ALL.into_iter();
    let found = all.find(|format| format.extension() == name);
    let none = || Wrong::because(400, "list-no-such-format");
    found.map(Some).ok_or_else(none)
}

/// The file that the address of a page asks for; none when it asks for the page.
pub(super) async fn file(
    ask: &Ask,
    module: &'static paraat_contract::Module,
    view: &'static View,
    params: &Params,
) -> Result<Option<Response>, Wrong> {
    let Some(format) = format(ask)? else {
        return Ok(None);
    };
    let named = |list: &&&'static List| ask.parameter(LIST).is_none_or(|name| name == list.name);
    let list = view
        .lists
        .iter()
        .find(named)
        .ok_or_else(|| Wrong::status(404))?;
    let listed = Listed { module, list };
    lists::download(ask, listed, params.clone(), format)
        .await
        .map(Some)
}

/// Puts the links in the bar of a page.
pub(super) fn in_bar(main: Markup, links: &Markup) -> Markup {
    const BAR: &str = "<div class=\"page-actions\">";
    let with = format!("{BAR}{}", links.0);
    PreEscaped(main.0.replacen(BAR, &with, 1))
}

/// One "Download" that folds out, with a link a format for each list, and a link to hand one in
/// for who may.
pub(super) fn links(ask: &Asked, listed: &[Listed], may: impl Fn(&List) -> bool) -> Markup {
    let voice = ask.voice();
    let offered: Vec<Offered> = listed
        .iter()
        .map(|it| Offered {
            name: it.list.name,
            title: voice.say(it.list.title),
            import: may(it.list).then(|| format!("/import/{}/{}", it.module.name, it.list.name)),
        })
        .collect();
    html! {
        (folded(ask, &offered))
        @for list in &offered {
            @if let Some(href) = &list.import {
                a.button href=(href) {
                    span {
                        (voice.say("list-import"))
                        @let alone = offered.iter().filter(|it| it.import.is_some()).count() == 1;
                        span.unseen[alone] { ": " (list.title) }
                    }
                }
            }
        }
    }
}

/// A list that a page offers.
pub(super) struct Offered {
    pub name: &'static str,
    pub title: String,
    pub import: Option<String>,
}

/// The links to files alone.
pub(super) fn folded(ask: &Asked, offered: &[Offered]) -> Markup {
    let voice = ask.voice();
    html! {
        @if !offered.is_empty() {
            details.download {
                summary.button { (icon("down")) span { (voice.say("list-download")) } }
                @for list in offered {
                    @if offered.len() > 1 { p { (list.title) } }
                    ul {
                        @for format in Format::ALL {
                            @let kind = voice.say(&format!("list-format-{}", format.extension()));
                            @let said = [("list", list.title.clone()), ("format", kind.clone())];
                            li {
                                a href=(address(ask, list.name, format)) download
                                    aria-label=(voice.with("list-download-of", &said)) { (kind) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The address of this page as a file, with its filters.
fn address(ask: &Asked, list: &str, format: Format) -> String {
    let others = ask
        .query
        .iter()
        .filter(|(name, _)| ![AS, LIST, "page"].contains(&name.as_str()));
    let kept = others.map(|(name, value)| format!("{}={}&", encode(name), encode(value)));
    let kept: String = kept.collect();
    format!(
        "{}?{kept}{LIST}={list}&{AS}={}",
        ask.path,
        format.extension()
    )
}
