// SPDX-License-Identifier: EUPL-1.2
//! A page that a module declares: its needs are answered, its render function draws them.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::StatusCode;
use axum::response::Response;
use paraat_contract::{Answer, Compose, Head, Module, Params, Scene, View};
use paraat_contract::{MOMENT, MOMENT_TYPED, SLIDER};
use paraat_kernel::StreamId;
use paraat_ui::{Markup, html};

use super::file::Form;
use super::{cards, download, file, intake, news};
use crate::ask::{Ask, Asked};
use crate::attached::{attached, slug};
use crate::lists::{self, Listed};
use crate::reply::{self, Page};
use crate::wrong::Wrong;

/// Shows the page at this path.
pub(super) async fn show(ask: &Ask) -> Result<Response, Wrong> {
    if let Some(page) = ask.path.strip_suffix('/') {
        return Ok(reply::see_other(reply::own_path(page)));
    }
    let parts: Vec<&str> = ask.path.trim_start_matches('/').split('/').collect();
    let found = place(ask);
    if found.is_none() && parts.first() != Some(&"streams") {
        return Err(Wrong::status(404));
    }
    ask.person()?;
    if found.is_some()
        && let Some(moment) = params(ask, &BTreeMap::new()).sought(&ask.caller.zone)
    {
        return Ok(reply::see_other(&at_moment(ask, &moment)));
    }
    match (found, parts.as_slice()) {
        (Some(Place { module, view, path }), _) => match (view.document, Form::asked(ask)) {
            (Some(document), Some(form)) => print(ask, view, document, path, form).await,
            _ if ask.parameter(download::AS) == Some("txt") && view.text.is_some() => {
                plain(ask, view, path).await
            }
            _ => match view.intake {
                Some(taken) => intake::show(ask, Place { module, view, path }, taken).await,
                None => render(ask, module.name, view, path).await,
            },
        },
        (None, [_, stream]) => permanent(ask, stream).await,
        (None, _) => Err(Wrong::status(404)),
    }
}

/// The address of this page at the moment that a form asked for: it shows the same whenever it is
/// opened, while a step of a slider is another moment each time.
fn at_moment(ask: &Asked, moment: &str) -> String {
    let [began, step] = SLIDER;
    let others = ask
        .query
        .iter()
        .filter(|(name, _)| ![began, step, MOMENT_TYPED, MOMENT].contains(&name.as_str()));
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(others);
    if !moment.is_empty() {
        query.append_pair(MOMENT, moment);
    }
    let path = ask.target.split('?').next().unwrap_or("/");
    let query = query.finish();
    match query.is_empty() {
        true => reply::own_path(path).to_owned(),
        false => format!("{}?{query}", reply::own_path(path)),
    }
}

/// A view, and what stands in the braces of its path.
pub(super) struct Place {
    /// The module it is of.
    pub module: &'static Module,
    /// The view.
    pub view: &'static View,
    /// The parts of the path.
    pub path: BTreeMap<&'static str, String>,
}

/// The view at the address; none when no module has one there.
pub(super) fn place(ask: &Asked) -> Option<Place> {
    let parts: Vec<&str> = ask.path.trim_start_matches('/').split('/').collect();
    let (first, rest) = parts.split_first()?;
    let mut modules = ask.site().desk.modules().iter();
    let module = *modules.find(|it| it.name == *first)?;
    let (view, path) = matching(module, rest)?;
    Some(Place { module, view, path })
}

/// What came with the address.
pub(super) fn params(ask: &Asked, path: &BTreeMap<&'static str, String>) -> Params {
    Params {
        path: path.clone(),
        query: ask.typed(),
        now: ask.now,
    }
}

/// The page as plain text.
async fn plain(
    ask: &Ask,
    view: &'static View,
    path: BTreeMap<&'static str, String>,
) -> Result<Response, Wrong> {
    let draw = move |answers: &[Answer], scene: &Scene| view.text.and_then(|it| it(answers, scene));
    let made = drawn(ask, view, path, draw, Markup::default()).await?.made;
    let demo = ask.site().settings.demo;
    let name = slug(&made.name);
    let body = Body::from(made.text);
    Ok(attached(
        body,
        &name,
        demo,
        "txt",
        "text/plain; charset=utf-8",
    ))
}

/// The page as a file to hand over.
async fn print(
    ask: &Ask,
    view: &'static View,
    compose: Compose,
    path: BTreeMap<&'static str, String>,
    form: Form,
) -> Result<Response, Wrong> {
    let drawn = drawn(ask, view, path, compose, Markup::default()).await?;
    file::of(ask, drawn.made, form).await
}

/// What one of the functions of a view made of its answers.
pub(super) struct Drawn<T> {
    pub made: T,
    /// What it is called; none when it has no head.
    pub title: Option<String>,
    /// What it says that news is about.
    news: Vec<StreamId>,
    /// The moment of the answers.
    cursor: String,
}

pub(super) async fn drawn<T: Send + 'static>(
    ask: &Ask,
    view: &'static View,
    path: BTreeMap<&'static str, String>,
    draw: impl FnOnce(&[Answer], &Scene) -> Option<T> + Send + 'static,
    files: Markup,
) -> Result<Drawn<T>, Wrong> {
    let params = params(ask, &path);
    let drawn = ask.read(move |ask, desk, audience| {
        let needs = (view.needs)(&params);
        let (answers, cursor) = desk.answers(audience, &needs)?;
        if answers.iter().any(holds_sealed) {
            let _ = ask.shows_sealed.set(());
        }
        let names = desk.names();
        let head = Head {
            files,
            ..Head::default()
        };
        let scene = Scene {
            audience,
            words: &ask.site().words,
            params: &params,
            organisations: &names,
            head: Some(&head),
        };
        let made = draw(&answers, &scene);
        let title = head.title.into_inner();
        let now = params.moment().is_none();
        let news = view.news.filter(|_| now);
        let news = news.map(|it| it(&params, &answers)).unwrap_or_default();
        Ok(made.map(|made| Drawn {
            made,
            title,
            news,
            cursor,
        }))
    });
    drawn.await?.ok_or_else(|| Wrong::status(404))
}

/// True for an answer with something sealed in it.
fn holds_sealed(answer: &Answer) -> bool {
    match answer {
        Answer::Rows(found) => found.rows.iter().any(|row| row.class.compartment.is_some()),
        Answer::History(_) => false,
    }
}

/// What all who may see the same see of a page.
pub(crate) struct Shared {
    /// The page, without what is above it for its reader alone.
    pub html: String,
    /// The tables that it shows.
    pub topics: &'static [&'static str],
    /// The moment of its answers.
    pub cursor: String,
    /// That moment, as the page says it when it is old.
    pub snapshot: String,
    /// True when it is of one thing, not a list.
    pub of_one: bool,
}

/// Makes the page for whoever has the rights of who asks. Not there when it is no page that is the
/// same for all of them, or changes by itself.
pub(crate) async fn shared(ask: &Ask) -> Result<Shared, Wrong> {
    let Place { module, view, path } = place(ask).ok_or_else(|| Wrong::status(404))?;
    if !is_shared(ask, view, &path) {
        return Err(Wrong::status(404));
    }
    let lists: Vec<Listed> = lists::of(&*ask.site().desk, module.name, view);
    let links = download::links(ask, lists).await?;
    let drawn = drawn(ask, view, path, view.render, links).await?;
    Ok(Shared {
        html: drawn.made.into_string(),
        topics: view.topics,
        cursor: drawn.cursor,
        snapshot: reply::snapshot(ask),
        of_one: view.path.contains('{'),
    })
}

/// True for a page that all who may see the same see alike, as it is now.
fn is_shared(ask: &Asked, view: &View, path: &BTreeMap<&'static str, String>) -> bool {
    let file = ask.parameter(download::AS).is_some();
    let past = params(ask, path).moment().is_some();
    !view.topics.is_empty() && view.intake.is_none() && !file && !past
}

async fn render(
    ask: &Ask,
    module: &str,
    view: &'static View,
    path: BTreeMap<&'static str, String>,
) -> Result<Response, Wrong> {
    let lists: Vec<Listed> = lists::of(&*ask.site().desk, module, view);
    if let Some(file) = download::file(ask, &lists, &path).await? {
        return Ok(file);
    }
    let links = download::links(ask, lists).await?;
    // Whoever may open what is sealed is pushed nothing: they ask for themselves.
    let alike = ask.person()?.compartments.is_empty();
    let pushed = alike && is_shared(ask, view, &path);
    let drawn = drawn(ask, view, path, view.render, links).await?;
    let news = match drawn.news.first().cloned() {
        Some(about) => news::above(ask, about, drawn.news, drawn.cursor.clone()).await?,
        None => Markup::default(),
    };
    let main = html! { (news) (drawn.made) };
    let title = drawn.title;
    let title = title.unwrap_or_else(|| ask.voice().say(view.title));
    let live = (!view.topics.is_empty()).then(|| (view.topics.join(" "), drawn.cursor));
    let page = Page {
        title,
        main,
        live,
        pushed,
    };
    Ok(reply::page(ask, StatusCode::OK, page))
}

/// The view whose pattern fits, the one with most written out first, and what its braces took.
fn matching(
    module: &'static Module,
    parts: &[&str],
) -> Option<(&'static View, BTreeMap<&'static str, String>)> {
    let fitting = module
        .views
        .iter()
        .filter_map(|view| Some((view, fit(view.path, parts)?)));
    fitting.min_by_key(|(_, path)| path.len())
}

fn fit(pattern: &'static str, parts: &[&str]) -> Option<BTreeMap<&'static str, String>> {
    let pattern: Vec<&'static str> = pattern.split('/').filter(|it| !it.is_empty()).collect();
    if pattern.len() != parts.len() {
        return None;
    }
    let mut taken = BTreeMap::new();
    for (expected, part) in pattern.into_iter().zip(parts) {
        match expected
            .strip_prefix('{')
            .and_then(|it| it.strip_suffix('}'))
        {
            Some(name) if !part.is_empty() => {
                taken.insert(name, (*part).to_owned());
            }
            None if expected == *part => {}
            _ => return None,
        }
    }
    Some(taken)
}

/// The address of a stream that outlives its page: leads to the page that shows it now.
async fn permanent(ask: &Ask, stream: &str) -> Result<Response, Wrong> {
    let stream: StreamId = stream.parse().map_err(|_bad| Wrong::status(404))?;
    let page = ask.read(move |_, desk, audience| {
        let mut at = stream;
        // A thing without a page of its own is shown on that of what it belongs to.
        for _ in 0..4 {
            let Some(seen) = desk.stream(audience, &at)? else {
                return Ok(None);
            };
            // A stream of many parts, such as a log, may have no card of its own.
            let own = seen.cards.iter().position(|it| it.part.is_empty());
            let Some(card) = seen.cards.into_iter().nth(own.unwrap_or(0)) else {
                let module = seen.kind.split('.').next().unwrap_or("").to_owned();
                return Ok(Some(format!("/{module}")));
            };
            if let Some(page) = cards::own_page(desk.modules(), &card) {
                return Ok(Some(page));
            }
            match card.under {
                Some(under) => at = under,
                None => return Ok(Some(format!("/{}", card.module))),
            }
        }
        Ok(None)
    });
    let page = page.await?.ok_or_else(|| Wrong::status(404))?;
    Ok(reply::see_other(&page))
}
