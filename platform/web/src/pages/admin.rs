// SPDX-License-Identifier: EUPL-1.2
//! Administration of an organisation's accounts. For who is no administrator it is not there.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use paraat_kernel::{Function, Uuid};
use paraat_sheets::Format;
use paraat_ui::widgets::{
    AskKind, Column, ask as question, empty, facts, page_bar, panel, table_under,
};
use paraat_ui::{Markup, html};

use super::told::{Told, button, moment, sessions, shown_once};
use super::{admin_account, download};
use crate::ask::{Ask, Asked, Shell};
use crate::body;
use crate::keeper::{AccountShown, ActShown, Person, RefusalShown};
use crate::lists;
use crate::reply::{self, Page};
use crate::route::only;
use crate::wrong::Wrong;

/// Lines of each log that are shown.
const LOG: u32 = 50;

/// The routes under `/admin`.
pub(crate) fn routes() -> Router<Arc<Shell>> {
    Router::new()
        .route("/", only(get(show)))
        .route("/accounts", only(post(add)))
        .route("/accounts/{account}", only(get(admin_account::one)))
        .route("/accounts/{account}/lend", only(post(admin_account::lend)))
        .route(
            "/accounts/{account}/end/{function}",
            only(post(admin_account::end_function)),
        )
        .route(
            "/accounts/{account}/password",
            only(post(admin_account::reset)),
        )
        .route(
            "/accounts/{account}/close",
            only(get(admin_account::before_close).post(admin_account::close)),
        )
        .route(
            "/accounts/{account}/sealed/{compartment}/{act}",
            only(post(admin_account::let_in)),
        )
        .route("/accounts/{account}/open", only(post(admin_account::open)))
        .route("/sessions/{session}/end", only(post(end_session)))
}

/// The administrator who asks; for anybody else none of this is there.
pub(super) fn admin(ask: &Asked) -> Result<&Person, Wrong> {
    let person = ask.person()?;
    if person.holds(Function::Admin) {
        Ok(person)
    } else {
        Err(Wrong::status(404))
    }
}

/// The id in a path.
pub(super) fn id(text: &str) -> Result<Uuid, Wrong> {
    Uuid::try_parse(text).map_err(|_bad| Wrong::status(404))
}

async fn show(ask: Ask) -> Result<Response, Wrong> {
    if let Some(format) = download::format(&ask) {
        return accounts_file(&ask, format).await;
    }
    whole(&ask, StatusCode::OK, Told::nothing()).await
}

async fn whole(ask: &Ask, status: StatusCode, told: Told) -> Result<Response, Wrong> {
    let admin = admin(ask)?;
    let keeper = &ask.site().keeper;
    let accounts = keeper.accounts(admin).await?;
    let going = keeper.sessions(admin, true).await?;
    let acts = keeper.acts(admin, LOG).await?;
    let refusals = keeper.refusals(admin, LOG).await?;
    let voice = ask.voice();
    let title = voice.say("admin-title");
    let ended = |id: Uuid| format!("/admin/sessions/{id}/end");
    let main = html! {
        (page_bar(&title, html! { (ask.organisation(&admin.organisation)) }, html! {
            (download::small(ask, "accounts", "admin-accounts"))
        }))
        (told.summary(ask))
        (panel("accounts", &voice.say("admin-accounts"), html! {}, html! {
            (account_list(ask, &accounts))
            (add_form(ask, &told))
        }))
        (panel("sessions", &voice.say("admin-sessions"), html! {},
            sessions(ask, &going, &ended)))
        (panel("acts", &voice.say("web-acts"), html! {}, act_list(ask, &acts)))
        (panel("refusals", &voice.say("admin-refusals"), html! {}, refusal_list(ask, &refusals)))
        (panel("node", &voice.say("admin-node"), html! {}, node(ask)))
    };
    Ok(reply::page(ask, status, Page::still(title, main)))
}

/// What is shown of each account, on the page and in the file.
const ACCOUNT_COLUMNS: [&str; 4] = [
    "admin-account",
    "admin-functions",
    "admin-second-factor",
    "web-card-status",
];

/// The accounts as a file.
async fn accounts_file(ask: &Ask, format: Format) -> Result<Response, Wrong> {
    let accounts = ask.site().keeper.accounts(admin(ask)?).await?;
    let voice = ask.voice();
    let line = |it: &AccountShown| {
        let held: Vec<Function> = it.lent.iter().map(|lent| lent.function).collect();
        let second = voice.say(if it.second_step { "yes" } else { "no" });
        let functions = super::told::functions(ask, &held);
        vec![
            it.name.clone(),
            functions,
            second,
            voice.say(admin_account::state(it)),
        ]
    };
    let lines: Vec<Vec<String>> = accounts.iter().map(line).collect();
    lists::small(ask, "admin-accounts", &ACCOUNT_COLUMNS, &lines, format)
}

fn account_list(ask: &Asked, accounts: &[AccountShown]) -> Markup {
    let voice = ask.voice();
    let columns = ACCOUNT_COLUMNS.map(|key| Column::text(voice.say(key)));
    let rows: Vec<Vec<Markup>> = accounts
        .iter()
        .map(|it| {
            let held: Vec<Function> = it.lent.iter().map(|lent| lent.function).collect();
            vec![
                html! { a href={ "/admin/accounts/" (it.account) } { (it.name) } },
                html! { (super::told::functions(ask, &held)) },
                html! { (voice.say(if it.second_step { "yes" } else { "no" })) },
                html! { (voice.say(admin_account::state(it))) },
            ]
        })
        .collect();
    table_under(&voice.say("admin-accounts"), &columns, &rows)
}

fn add_form(ask: &Asked, told: &Told) -> Markup {
    let voice = ask.voice();
    let mut name = told.ask(ask, "name", "admin-account-name", AskKind::Line("text"));
    name.help = voice.say("web-account-name-help");
    html! {
        form.form action="/admin/accounts" method="post" {
            (question(voice, &name))
            (button(&voice.say("admin-account-add")))
        }
    }
}

fn act_list(ask: &Asked, acts: &[ActShown]) -> Markup {
    let voice = ask.voice();
    if acts.is_empty() {
        return empty(&voice.say("web-acts-empty"), None);
    }
    let columns = ["web-when", "admin-account", "web-acted", "web-acted-by"]
        .map(|key| Column::text(voice.say(key)));
    let row = |it: &ActShown| {
        vec![
            moment(ask, it.at),
            html! { (it.name) },
            html! { (voice.say(&format!("web-acted-{}", it.act))) },
            html! { (it.by.clone().unwrap_or_else(|| voice.say("web-acted-here"))) },
        ]
    };
    let rows: Vec<Vec<Markup>> = acts.iter().map(row).collect();
    table_under(&voice.say("web-acts"), &columns, &rows)
}

fn refusal_list(ask: &Asked, refusals: &[RefusalShown]) -> Markup {
    let voice = ask.voice();
    if refusals.is_empty() {
        return empty(&voice.say("admin-refusals-empty"), None);
    }
    let columns = ["web-when", "admin-account", "web-act", "web-reason"]
        .map(|key| Column::text(voice.say(key)));
    let rows: Vec<Vec<Markup>> = refusals
        .iter()
        .map(|it| {
            vec![
                moment(ask, it.at),
                html! { (it.name.clone().unwrap_or_else(|| voice.say("none"))) },
                html! { (verb(ask, &it.verb)) @if it.times > 1 { " (" (it.times) "×)" } },
                html! { (reason(ask, &it.reason)) },
            ]
        })
        .collect();
    table_under(&voice.say("admin-refusals"), &columns, &rows)
}

/// `agenda.progress report` in the words of its module.
fn verb(ask: &Asked, verb: &str) -> String {
    let key = verb.replace(['.', ' '], "-");
    ask.voice().find(&key).unwrap_or_else(|| verb.to_owned())
}

/// The sentence of a reason. Which organisation it was about is not kept with a refusal.
fn reason(ask: &Asked, key: &str) -> String {
    let voice = ask.voice();
    let values = [("organisation", voice.say("web-that-organisation"))];
    voice
        .words
        .find(voice.language, key, &values)
        .unwrap_or_else(|| key.to_owned())
}

fn node(ask: &Asked) -> Markup {
    let voice = ask.voice();
    let settings = &ask.site().settings;
    facts(&[
        (voice.say("admin-node"), html! { (settings.node_name) }),
        (
            voice.say("admin-node-version"),
            html! { (settings.version) },
        ),
        (
            voice.say("admin-node-entries"),
            html! { (ask.site().desk.health().entries) },
        ),
    ])
}

async fn add(ask: Ask, request: Request) -> Result<Response, Wrong> {
    let admin = admin(&ask)?;
    let mut told = Told::of(body::form(&ask.headers, request.into_body()).await?);
    let name = told.value("name").trim().to_owned();
    let good = (2..=60).contains(&name.len())
        && name
            .bytes()
            .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-');
    if !good {
        told.wrong(&ask, "name", "admin-account-name", "web-account-name-help");
        return whole(&ask, StatusCode::UNPROCESSABLE_ENTITY, told).await;
    }
    let done = ask.site().keeper.add_account(admin, &name).await;
    match told.after(&ask, done, "name", "admin-account-name")? {
        Some(password) => Ok(password_once(&ask, &name, &password)),
        None => whole(&ask, StatusCode::UNPROCESSABLE_ENTITY, told).await,
    }
}

/// A new password, shown this one time.
pub(super) fn password_once(ask: &Asked, name: &str, password: &str) -> Response {
    let sentence = ask
        .voice()
        .with("web-password-once", &[("name", name.to_owned())]);
    shown_once(ask, "admin-password-new", &sentence, password, "/admin")
}

async fn end_session(ask: Ask, Path(session): Path<String>) -> Result<Response, Wrong> {
    ask.site()
        .keeper
        .end_session(admin(&ask)?, id(&session)?)
        .await?;
    Ok(reply::see_other("/admin#sessions"))
}
