// SPDX-License-Identifier: EUPL-1.2
//! The start page: what the reader's organisation is to do now, over all modules, and what
//! changed since the reader last looked. The field to search with stands in the frame above it.

use axum::http::StatusCode;
use axum::response::Response;
use paraat_contract::{CARDS, Desk, Press};
use paraat_kernel::Function;
use paraat_ui::widgets::{Tone, empty, notice, page_bar, panel};
use paraat_ui::{Markup, html};

use super::changed::{self, Changed};
use super::{download, exercises, mine};
use crate::ask::{Ask, Asked};
use crate::keeper::Looked;
use crate::reply::{self, Page};
use crate::wrong::Wrong;

/// Lines of a list on the start page; the rest is one link away.
pub(super) const LINES: u32 = 20;
/// Lines of a list on a page of its own.
pub(super) const ALONE: u32 = 100;

/// A list of the start page, by its name in the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    /// What presses so much.
    Tasks(Press),
    /// What changed of the reader's organisation and under it.
    Own,
    /// What else changed.
    Other,
    /// All that the reader's organisation holds.
    Held,
}

impl List {
    const ALL: [Self; 6] = [
        Self::Tasks(Press::Late),
        Self::Tasks(Press::Due),
        Self::Tasks(Press::Waiting),
        Self::Own,
        Self::Other,
        Self::Held,
    ];

    /// Its name in addresses, ids and keys of words.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Tasks(Press::Late) => "late",
            Self::Tasks(Press::Due) => "due",
            Self::Tasks(Press::Waiting) => "waiting",
            Self::Own => "own",
            Self::Other => "other",
            Self::Held => "held",
        }
    }

    /// Its heading, with how many there are.
    pub(super) fn heading(self, ask: &Asked, count: &str) -> String {
        let key = format!("web-home-{}", self.name());
        ask.voice().with(&key, &[("count", count.to_owned())])
    }

    /// The page that shows all of it.
    pub(super) fn address(self, page: u32) -> String {
        let page = if page > 1 {
            format!("&page={page}")
        } else {
            String::new()
        };
        format!("/?list={}{page}", self.name())
    }
}

/// Shows it, or one list of it, or sends on to the login.
pub(crate) async fn show(ask: Ask) -> Result<Response, Wrong> {
    let person = ask.person()?.clone();
    let looked = ask.site().keeper.looked(&person, None).await?;
    let wanted = match ask.parameter("list") {
        None => None,
        Some(name) => {
            let found = List::ALL.into_iter().find(|it| it.name() == name);
            Some(found.ok_or_else(|| Wrong::status(404))?)
        }
    };
    if let Some(format) = download::format(&ask) {
        let tasks = ask.read(|ask, desk, audience| Ok(mine::read(ask, desk, audience)?.0));
        return mine::file(&ask, &tasks.await?, format);
    }
    let read = ask.read(move |ask, desk, audience| {
        let (tasks, cursor) = mine::read(ask, desk, audience)?;
        let main = match wanted {
            None => {
                let changed = changed::read(ask, desk, audience, looked)?;
                whole(ask, &tasks, &changed, looked, &cursor)
            }
            Some(List::Tasks(press)) => alone(ask, mine::all(ask, &tasks, press)),
            Some(list) => alone(ask, changed::one(ask, desk, audience, looked, list)?),
        };
        Ok((main, cursor))
    });
    let (main, cursor) = read.await?;
    let title = ask.voice().say("web-home");
    let live = Some((topics(&*ask.site().desk), cursor));
    Ok(reply::page(
        &ask,
        StatusCode::OK,
        Page {
            title,
            main,
            live,
            pushed: false,
        },
    ))
}

/// Tables that the page shows: all cards, and what modules find their tasks in.
fn topics(desk: &dyn Desk) -> String {
    let mut topics = vec![CARDS.name];
    for tasks in desk.modules().iter().filter_map(|it| it.tasks.as_ref()) {
        topics.extend(tasks.topics);
    }
    topics.join(" ")
}

fn whole(
    ask: &Asked,
    tasks: &[mine::Found],
    changed: &Changed,
    looked: Option<Looked>,
    cursor: &str,
) -> Markup {
    let presses = [Press::Late, Press::Due, Press::Waiting];
    html! {
        (page_bar(&ask.voice().say("web-home"), ways(ask), html! {
            @if !tasks.is_empty() { (download::small(ask, "tasks", "web-home-tasks")) }
        }))
        (exercises::offer(ask))
        (reads_only(ask))
        @for press in presses { (mine::panel(ask, tasks, press)) }
        (changed::panel(ask, changed, looked, cursor))
    }
}

/// The ways to what modules have about the reader's organisation.
fn ways(ask: &Asked) -> Markup {
    let modules = ask.site().desk.modules().iter();
    let views = modules.flat_map(|it| it.views.iter().map(|view| (it.name, view)));
    html! {
        @for (module, view) in views.filter(|(_, view)| view.from_start) {
            a href={ "/" (module) "/" (view.path) } { (ask.voice().say(view.title)) }
        }
    }
}

/// A page with one list, and the way back.
fn alone(ask: &Asked, (title, body): (String, Markup)) -> Markup {
    html! {
        (page_bar(&title, html! {}, html! { a href="/" { (ask.voice().say("web-to-start")) } }))
        (panel("list", &title, html! {}, body))
    }
}

/// True when the reader may record for their organisation.
pub(super) fn records(ask: &Asked) -> bool {
    let functions = [Function::Editor, Function::Decider];
    let person = ask.caller.person.as_ref();
    person.is_some_and(|person| functions.iter().any(|it| person.holds(*it)))
}

/// What somebody who records nothing can do here.
fn reads_only(ask: &Asked) -> Markup {
    let (href, label) = way_on(ask);
    html! {
        @if !records(ask) {
            (notice(Tone::Info, "", html! {
                p { (ask.voice().say("web-home-reads")) " " a href=(href) { (label) } }
            }))
        }
    }
}

/// Where a reader goes on from an empty list: an administrator to the accounts, everybody else to
/// the first module.
pub(super) fn way_on(ask: &Asked) -> (String, String) {
    let voice = ask.voice();
    let person = ask.caller.person.as_ref();
    if !records(ask) && person.is_some_and(|it| it.holds(Function::Admin)) {
        return ("/admin".to_owned(), voice.say("web-home-to-admin"));
    }
    let modules = ask.site().desk.modules().iter();
    let mut named = modules.filter_map(|it| Some((it.name, it.nav.as_ref()?.label)));
    match named.next() {
        Some((name, label)) => {
            let label = voice.with("web-home-to-module", &[("module", voice.say(label))]);
            (format!("/{name}"), label)
        }
        None => ("/account".to_owned(), voice.say("web-account")),
    }
}

/// What stands where a list has nothing.
pub(super) fn nothing(ask: &Asked, list: List, (href, label): (String, String)) -> Markup {
    let sentence = ask.voice().say(&format!("web-home-{}-empty", list.name()));
    empty(&sentence, Some((&href, &label)))
}
