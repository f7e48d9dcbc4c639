// SPDX-License-Identifier: EUPL-1.2
//! Administration of an organisation's accounts. For who is no administrator it is not there.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use paraat_kernel::{Function, Timestamp, Uuid};
use paraat_ui::widgets::{
    AskKind, Choice, Column, ask as question, button_link, empty, facts, page_bar, panel,
    post_button, table,
};
use paraat_ui::{Markup, html};

use super::cards::under_heading;
use super::told::{Told, button, moment, sessions, shown_once};
use crate::ask::{Ask, Asked, Shell};
use crate::body;
use crate::keeper::{AccountShown, Lent, Person, RefusalShown};
use crate::reply::{self, Page};
use crate::route::only;
use crate::wrong::Wrong;

/// Refusals that are shown.
const REFUSALS: u32 = 50;

/// The routes under `/admin`.
pub(crate) fn routes() -> Router<Arc<Shell>> {
    Router::new()
        .route("/", only(get(show)))
        .route("/accounts", only(post(add)))
        .route("/accounts/{account}", only(get(one)))
        .route("/accounts/{account}/lend", only(post(lend)))
        .route(
            "/accounts/{account}/end/{function}",
            only(post(end_function)),
        )
        .route("/accounts/{account}/password", only(post(reset)))
        .route(
            "/accounts/{account}/close",
            only(get(before_close).post(close)),
        )
        .route("/accounts/{account}/open", only(post(open)))
        .route("/sessions/{session}/end", only(post(end_session)))
}

fn admin(ask: &Asked) -> Result<&Person, Wrong> {
    let person = ask.person()?;
    if person.holds(Function::Admin) {
        Ok(person)
    } else {
        Err(Wrong::status(404))
    }
}

fn id(text: &str) -> Result<Uuid, Wrong> {
    Uuid::try_parse(text).map_err(|_bad| Wrong::status(404))
}

async fn show(ask: Ask) -> Result<Response, Wrong> {
    whole(&ask, StatusCode::OK, Told::nothing()).await
}

async fn whole(ask: &Ask, status: StatusCode, told: Told) -> Result<Response, Wrong> {
    let admin = admin(ask)?;
    let keeper = &ask.site().keeper;
    let accounts = keeper.accounts(admin).await?;
    let going = keeper.sessions(admin, true).await?;
    let refusals = keeper.refusals(admin, REFUSALS).await?;
    let voice = ask.voice();
    let title = voice.say("admin-title");
    let ended = |id: Uuid| format!("/admin/sessions/{id}/end");
    let main = html! {
        (page_bar(&title, html! { (ask.organisation(&admin.organisation)) }, html! {}))
        (told.summary(ask))
        (panel("accounts", &voice.say("admin-accounts"), html! {}, html! {
            (account_list(ask, &accounts))
            (add_form(ask, &told))
        }))
        (panel("sessions", &voice.say("admin-sessions"), html! {},
            sessions(ask, &going, &ended)))
        (panel("refusals", &voice.say("admin-refusals"), html! {}, refusal_list(ask, &refusals)))
        (panel("node", &voice.say("admin-node"), html! {}, node(ask)))
    };
    Ok(reply::page(ask, status, Page::still(title, main)))
}

fn account_list(ask: &Asked, accounts: &[AccountShown]) -> Markup {
    let voice = ask.voice();
    let columns = [
        "admin-account",
        "admin-functions",
        "admin-second-factor",
        "web-card-status",
    ]
    .map(|key| Column::text(voice.say(key)));
    let rows: Vec<Vec<Markup>> = accounts
        .iter()
        .map(|it| {
            let held: Vec<Function> = it.lent.iter().map(|lent| lent.function).collect();
            vec![
                html! { a href={ "/admin/accounts/" (it.account) } { (it.name) } },
                html! { (super::told::functions(ask, &held)) },
                html! { (voice.say(if it.second_step { "yes" } else { "no" })) },
                html! { (voice.say(state(it))) },
            ]
        })
        .collect();
    under_heading(table(&voice.say("admin-accounts"), &columns, &rows))
}

fn state(account: &AccountShown) -> &'static str {
    if account.closed {
        "admin-account-closed"
    } else {
        "admin-account-open"
    }
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
                html! { (verb(ask, &it.verb)) },
                html! { (reason(ask, &it.reason)) },
            ]
        })
        .collect();
    under_heading(table(&voice.say("admin-refusals"), &columns, &rows))
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

fn password_once(ask: &Asked, name: &str, password: &str) -> Response {
    let sentence = ask
        .voice()
        .with("web-password-once", &[("name", name.to_owned())]);
    shown_once(ask, "admin-password-new", &sentence, password, "/admin")
}

async fn one(ask: Ask, Path(account): Path<String>) -> Result<Response, Wrong> {
    detail(&ask, id(&account)?, StatusCode::OK, Told::nothing()).await
}

async fn found(ask: &Ask, account: Uuid) -> Result<AccountShown, Wrong> {
    let accounts = ask.site().keeper.accounts(admin(ask)?).await?;
    let own = accounts.into_iter().find(|it| it.account == account);
    own.ok_or_else(|| Wrong::status(404))
}

async fn detail(
    ask: &Ask,
    account: Uuid,
    status: StatusCode,
    told: Told,
) -> Result<Response, Wrong> {
    let account = found(ask, account).await?;
    let voice = ask.voice();
    let at = |act: &str| format!("/admin/accounts/{}/{act}", account.account);
    let say = |key: &str| voice.say(key);
    let main = html! {
        (page_bar(&account.name, html! { (say(state(&account))) }, html! {
            a href="/admin" { (say("back")) }
        }))
        (told.summary(ask))
        (panel("functions", &say("admin-functions"), html! {}, html! {
            (lent_list(ask, &account))
            @if !account.closed { (lend_form(ask, &told, &at("lend"))) }
        }))
        @if !account.closed {
            (panel("password", &say("admin-password-new"), html! {}, html! {
                div.prose {
                    p { (say("web-password-reset-note")) }
                    (post_button(&at("password"), &[], &say("web-password-reset"), false))
                }
            }))
            (panel("close", &say("admin-account-close"), html! {}, html! {
                div.prose {
                    p { (say("web-account-close-note")) }
                    (button_link(&at("close"), "", &say("admin-account-close"), false))
                }
            }))
        } @else {
            (panel("open", &say("web-account-open"), html! {}, html! {
                div.prose {
                    p { (say("web-account-open-note")) }
                    (post_button(&at("open"), &[], &say("web-account-open"), false))
                }
            }))
        }
    };
    Ok(reply::page(
        ask,
        status,
        Page::still(account.name.clone(), main),
    ))
}

fn lent_list(ask: &Asked, account: &AccountShown) -> Markup {
    let voice = ask.voice();
    if account.lent.is_empty() {
        return empty(&voice.say("web-functions-empty"), None);
    }
    let columns =
        ["admin-function", "admin-until", "web-act"].map(|key| Column::text(voice.say(key)));
    let rows: Vec<Vec<Markup>> = account
        .lent
        .iter()
        .map(|lent| {
            let name = lent.function.name();
            let action = format!("/admin/accounts/{}/end/{name}", account.account);
            let until = lent.until.map(|until| moment(ask, until));
            vec![
                html! { (voice.say(&format!("function-{name}"))) },
                until.unwrap_or_else(|| html! { (voice.say("web-no-end")) }),
                post_button(&action, &[], &voice.say("admin-function-end"), false),
            ]
        })
        .collect();
    under_heading(table(&voice.say("admin-functions"), &columns, &rows))
}

fn lend_form(ask: &Asked, told: &Told, action: &str) -> Markup {
    let voice = ask.voice();
    let choices = Function::ALL.map(|it| Choice {
        value: it.name().to_owned(),
        label: voice.say(&format!("function-{}", it.name())),
    });
    let function = told.ask(
        ask,
        "function",
        "admin-function",
        AskKind::Select(choices.to_vec()),
    );
    let zone = ask.caller.zone.clone();
    let help = [("zone", zone.clone())];
    let mut until = told.ask(ask, "until", "admin-until", AskKind::Moment(zone));
    until.required = false;
    until.help = voice.with("form-moment-help", &help);
    html! {
        form.form action=(action) method="post" {
            (question(voice, &function))
            (question(voice, &until))
            (button(&voice.say("admin-function-lend")))
        }
    }
}

async fn lend(ask: Ask, Path(account): Path<String>, request: Request) -> Result<Response, Wrong> {
    let admin = admin(&ask)?;
    let account = id(&account)?;
    let mut told = Told::of(body::form(&ask.headers, request.into_body()).await?);
    let function = Function::from_name(&told.value("function"));
    if function.is_none() {
        told.wrong(&ask, "function", "admin-function", "field-missing");
    }
    told.moment(&ask, "until");
    let until = told.value("until");
    let end: Option<Timestamp> = until.parse().ok();
    if !until.is_empty() && end.is_none_or(|end| end <= ask.now) {
        told.wrong(&ask, "until", "admin-until", "web-until-bad");
    }
    if let (Some(function), false) = (function, told.is_wrong()) {
        let lent = Lent {
            function,
            until: end,
        };
        let done = ask.site().keeper.lend(admin, account, lent).await;
        told.after(&ask, done, "function", "admin-function")?;
    }
    if told.is_wrong() {
        return detail(&ask, account, StatusCode::UNPROCESSABLE_ENTITY, told).await;
    }
    Ok(reply::see_other(&format!("/admin/accounts/{account}")))
}

async fn end_function(
    ask: Ask,
    Path((account, function)): Path<(String, String)>,
) -> Result<Response, Wrong> {
    let account = id(&account)?;
    let function = Function::from_name(&function).ok_or_else(|| Wrong::status(404))?;
    ask.site()
        .keeper
        .end_function(admin(&ask)?, account, function)
        .await?;
    Ok(reply::see_other(&format!("/admin/accounts/{account}")))
}

async fn reset(ask: Ask, Path(account): Path<String>) -> Result<Response, Wrong> {
    let account = found(&ask, id(&account)?).await?;
    let password = ask
        .site()
        .keeper
        .reset_password(admin(&ask)?, account.account)
        .await?;
    Ok(password_once(&ask, &account.name, &password))
}

/// Says what closing an account means, and asks whether that is meant.
async fn before_close(ask: Ask, Path(account): Path<String>) -> Result<Response, Wrong> {
    let account = found(&ask, id(&account)?).await?;
    if account.closed {
        return Err(Wrong::status(404));
    }
    let voice = ask.voice();
    let name = [("name", account.name.clone())];
    let title = voice.with("web-account-close-title", &name);
    let here = format!("/admin/accounts/{}", account.account);
    let yes = voice.with("web-account-close-yes", &name);
    let notes = [
        "web-account-close-means",
        "web-account-close-note",
        "web-account-close-undo",
    ];
    let main = html! {
        (page_bar(&title, html! {}, html! {}))
        div.prose {
            @for note in notes { p { (voice.say(note)) } }
            div.form-actions {
                (post_button(&format!("{here}/close"), &[], &yes, true))
                a href=(here) { (voice.say("cancel")) }
            }
        }
    };
    Ok(reply::page(&ask, StatusCode::OK, Page::still(title, main)))
}

async fn open(ask: Ask, Path(account): Path<String>) -> Result<Response, Wrong> {
    let (admin, account) = (admin(&ask)?, id(&account)?);
    ask.site().keeper.open_account(admin, account).await?;
    Ok(reply::see_other(&format!("/admin/accounts/{account}")))
}

async fn close(ask: Ask, Path(account): Path<String>) -> Result<Response, Wrong> {
    ask.site()
        .keeper
        .close_account(admin(&ask)?, id(&account)?)
        .await?;
    Ok(reply::see_other("/admin#accounts"))
}

async fn end_session(ask: Ask, Path(session): Path<String>) -> Result<Response, Wrong> {
    ask.site()
        .keeper
        .end_session(admin(&ask)?, id(&session)?)
        .await?;
    Ok(reply::see_other("/admin#sessions"))
}
