// SPDX-License-Identifier: EUPL-1.2
//! Answers: pages in their frame, JSON, and sending people on.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use paraat_kernel::Function;
use paraat_ui::widgets::{Banner, Tone, Trouble, problem_page};
use paraat_ui::{Frame, Markup, NavItem, page as whole, time};
use serde_json::Value;

use crate::ask::Asked;
use crate::assets;
use crate::pages::exercises;
use crate::personal;

/// A page that is to be put in its frame.
pub(crate) struct Page {
    /// Its name.
    pub title: String,
    /// Its content.
    pub main: Markup,
    /// Tables that it shows, and the moment of its answers.
    pub live: Option<(String, String)>,
    /// True when it is made once for all who may see the same, and pushed.
    pub pushed: bool,
}

impl Page {
    /// A page that does not change by itself.
    pub(crate) fn still(title: String, main: Markup) -> Self {
        Self {
            title,
            main,
            live: None,
            pushed: false,
        }
    }
}

/// A page in its frame.
pub(crate) fn page(ask: &Asked, status: StatusCode, content: Page) -> Response {
    let site = ask.site();
    let caller = &ask.caller;
    let names = site.desk.names();
    let organisation = caller.person.as_ref().map(|person| {
        let named = names.get(&person.organisation);
        named.map_or_else(
            || person.organisation.to_string(),
            |it| it.get(caller.language).into(),
        )
    });
    let (live_topics, cursor) = content.live.unzip();
    let frame = Frame {
        language: caller.language,
        title: content.title,
        organisation_name: organisation,
        account_name: caller.person.as_ref().map(|person| person.name.clone()),
        nav: nav(ask),
        demo: site.settings.demo,
        exercise: exercises::band(ask),
        lite: assets::LITE,
        theme: caller.theme,
        snapshot_time: moment(ask),
        assets: assets::paths(),
        path: here(ask),
        banner: banner(ask),
        live_topics,
        cursor,
        pushed: content.pushed,
    };
    html(status, whole(&frame, &site.words, content.main))
}

/// The moment of a page, as people read it.
fn moment(ask: &Asked) -> String {
    let zone = time::zone(&ask.caller.zone).or_else(|| time::zone("Europe/Amsterdam"));
    zone.map(|it| time::moment_text(ask.voice(), ask.now, &it))
        .unwrap_or_default()
}

/// What a page says of itself when it is not kept up to date.
pub(crate) fn snapshot(ask: &Asked) -> String {
    ask.voice()
        .with("status-snapshot", &[("time", moment(ask))])
}

/// Where the way back leads: this page when it was asked for, else the start page.
fn here(ask: &Asked) -> String {
    let kept = ask.method == axum::http::Method::GET && !ask.path.starts_with("/login");
    if kept {
        ask.target.clone()
    } else {
        "/".to_owned()
    }
}

fn nav(ask: &Asked) -> Vec<NavItem> {
    let Some(person) = &ask.caller.person else {
        return Vec::new();
    };
    let voice = ask.voice();
    let first = ask.path.split('/').nth(1).unwrap_or("");
    let item = |name: &str, label: &str, icon: &'static str| NavItem {
        href: format!("/{name}"),
        label: voice.say(label),
        icon,
        current: first == name,
    };
    let mut items = vec![item("", "web-home", "home")];
    for module in ask.site().desk.modules() {
        if let Some(nav) = &module.nav {
            items.push(item(module.name, nav.label, nav.icon));
        }
    }
    items.push(item("account", "web-account", "person"));
    if person.holds(Function::Auditor) {
        items.push(item("sealed", "web-reads", "trust"));
    }
    if person.holds(Function::Admin) {
        items.push(item("admin", "admin-title", "admin"));
    }
    items
}

fn banner(ask: &Asked) -> Option<Banner> {
    let voice = ask.voice();
    let banner = |tone, title: &str, text: &str| Banner {
        tone,
        title: voice.say(title),
        text: voice.say(text),
        link: None,
    };
    if !ask.site().desk.health().writes {
        return Some(banner(
            Tone::Critical,
            "problem-503-title",
            "problem-503-do",
        ));
    }
    let told = ask.parameter(personal::HINT).is_some() && ask.caller.person.is_some();
    told.then(|| banner(Tone::Elevated, "web-personal-title", "web-personal-do"))
}

/// The page of a problem.
pub(crate) fn trouble(ask: &Asked, status: StatusCode, trouble: &Trouble) -> Response {
    let voice = ask.voice();
    let stem = format!("problem-{}-title", trouble.status);
    let title = voice
        .find(&stem)
        .unwrap_or_else(|| voice.say("problem-400-title"));
    page(
        ask,
        status,
        Page::still(title, problem_page(voice, trouble)),
    )
}

fn html(status: StatusCode, markup: Markup) -> Response {
    let mut response = Response::new(Body::from(markup.into_string()));
    *response.status_mut() = status;
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

/// JSON of this kind.
pub(crate) fn json(status: StatusCode, kind: &'static str, value: &Value) -> Response {
    let mut response = Response::new(Body::from(value.to_string()));
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

/// Sends on to an address with GET.
pub(crate) fn see_other(target: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    let target = HeaderValue::from_str(target).unwrap_or(HeaderValue::from_static("/"));
    response.headers_mut().insert(header::LOCATION, target);
    response
}

/// A path on this site, or the start page: never another site.
pub(crate) fn own_path(next: &str) -> &str {
    let own = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains(['\\', '\r', '\n', '\t'])
        && next.is_ascii();
    if own { next } else { "/" }
}
