// SPDX-License-Identifier: EUPL-1.2
//! The lists of a page: its links to files, and the file itself when the address asks for one.

use std::collections::BTreeMap;

use axum::response::Response;
use paraat_contract::Params;
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

/// The format that an address asks for; none when it asks for no list.
pub(crate) fn format(ask: &Asked) -> Option<Format> {
    let name = ask.parameter(AS)?;
    let mut all = Format::ALL.into_iter();
    all.find(|format| format.extension() == name)
}

/// The list that the address of a page asks for; none when it asks for the page.
pub(super) async fn file(
    ask: &Ask,
    lists: &[Listed],
    path: &BTreeMap<&'static str, String>,
) -> Result<Option<Response>, Wrong> {
    let Some(format) = format(ask) else {
        return Ok(None);
    };
    let named = |it: &&Listed| ask.parameter(LIST).is_none_or(|name| name == it.list.name);
    let Some(listed) = lists.iter().find(named) else {
        return Ok(None);
    };
    let params = Params {
        path: path.clone(),
        query: ask.typed(),
        now: ask.now,
    };
    lists::download(ask, *listed, params, format)
        .await
        .map(Some)
}

/// One "Download" that folds out, with a link a format for each list, and a link to hand one in
/// for who may.
pub(super) async fn links(ask: &Ask, lists: Vec<Listed>) -> Result<Markup, Wrong> {
    if lists.is_empty() {
        return Ok(html! {});
    }
    let offered = ask.read(move |ask, desk, audience| {
        let room = ask.room(desk, audience);
        let offered = lists.iter().map(|it| Offered {
            name: it.list.name,
            title: ask.voice().say(it.list.title),
            import: room
                .may_import(it.list)
                .then(|| format!("/import/{}/{}", it.module.name, it.list.name)),
        });
        Ok(offered.collect::<Vec<_>>())
    });
    let offered = offered.await?;
    Ok(html! { (folded(ask, &offered)) (imports(ask, &offered)) })
}

/// The links to hand a list in: one is a button, several fold out.
fn imports(ask: &Asked, offered: &[Offered]) -> Markup {
    let voice = ask.voice();
    let open: Vec<(&str, &str)> = offered
        .iter()
        .filter_map(|it| Some((it.import.as_deref()?, it.title.as_str())))
        .collect();
    html! {
        @match open.as_slice() {
            [] => {}
            [(href, title)] => {
                a.button href=(href) {
                    span { (voice.say("list-import")) span.unseen { ": " (title) } }
                }
            }
            several => {
                details.download {
                    summary.button { (icon("down")) span { (voice.say("list-import")) } }
                    div {
                        ul { @for (href, title) in several { li { a href=(href) { (title) } } } }
                    }
                }
            }
        }
    }
}

/// A list that a page offers.
struct Offered {
    name: &'static str,
    title: String,
    import: Option<String>,
}

/// The links to a list that the shell itself draws.
pub(super) fn small(ask: &Asked, name: &'static str, title: &str) -> Markup {
    let title = ask.voice().say(title);
    let import = None;
    folded(
        ask,
        &[Offered {
            name,
            title,
            import,
        }],
    )
}

/// The links to files alone.
fn folded(ask: &Asked, offered: &[Offered]) -> Markup {
    let voice = ask.voice();
    html! {
        @if !offered.is_empty() {
            details.download {
                summary.button { (icon("down")) span { (voice.say("list-download")) } }
                div {
                    @for list in offered {
                        @if offered.len() > 1 { p { (list.title) } }
                        ul { @for format in Format::ALL { li { (link(ask, list, format)) } } }
                    }
                }
            }
        }
    }
}

/// A link whose name, for who hears the page, says of which list it is.
fn link(ask: &Asked, list: &Offered, format: Format) -> Markup {
    let voice = ask.voice();
    let kind = voice.say(&format!("list-format-{}", format.extension()));
    html! {
        a href=(address(ask, list.name, format)) download {
            span.unseen { (list.title) ": " } (kind)
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
