// SPDX-License-Identifier: EUPL-1.2
//! One account of an organisation: its functions, its password, closing and opening it.

use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::Response;
use paraat_kernel::{COMPARTMENTS, Function, Timestamp, Uuid};
use paraat_ui::widgets::{
    AskKind, Choice, Column, ask as question, button_link, empty, page_bar, panel, post_button,
    table_under,
};
use paraat_ui::{Markup, html};

use super::admin::{admin, id, password_once};
use super::told::{Told, button, moment};
use crate::ask::{Ask, Asked};
use crate::body;
use crate::keeper::{AccountShown, Lent};
use crate::reply::{self, Page};
use crate::wrong::Wrong;

/// Key of the word for whether it is open.
pub(super) fn state(account: &AccountShown) -> &'static str {
    if account.closed {
        "admin-account-closed"
    } else {
        "admin-account-open"
    }
}

pub(super) async fn one(ask: Ask, Path(account): Path<String>) -> Result<Response, Wrong> {
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
        (panel("sealed", &say("admin-compartments"), html! {}, compartments(ask, &account)))
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
    table_under(&voice.say("admin-functions"), &columns, &rows)
}

/// What it may open of what is sealed, and the buttons that change that.
fn compartments(ask: &Asked, account: &AccountShown) -> Markup {
    let voice = ask.voice();
    let columns = ["admin-compartment", "admin-is-in", "web-act"];
    let columns = columns.map(|key| Column::text(voice.say(key)));
    let row = |name: &&str| {
        let is_in = account.compartments.iter().any(|it| it == name);
        let (act, label) = match is_in {
            true => ("out", "admin-shut-out"),
            false => ("in", "admin-let-in"),
        };
        let action = format!("/admin/accounts/{}/sealed/{name}/{act}", account.account);
        vec![
            html! { (voice.say(&format!("web-sealed-{name}"))) },
            html! { (voice.say(if is_in { "yes" } else { "no" })) },
            html! {
                @if is_in || !account.closed {
                    (post_button(&action, &[], &voice.say(label), false))
                }
            },
        ]
    };
    let rows: Vec<Vec<Markup>> = COMPARTMENTS.iter().map(row).collect();
    html! {
        p.muted { (voice.say("admin-compartments-why")) }
        (table_under(&voice.say("admin-compartments"), &columns, &rows))
    }
}

pub(super) async fn let_in(
    ask: Ask,
    Path((account, compartment, act)): Path<(String, String, String)>,
) -> Result<Response, Wrong> {
    let (admin, account) = (admin(&ask)?, id(&account)?);
    let is_in = match act.as_str() {
        "in" => true,
        "out" => false,
        _ => return Err(Wrong::status(404)),
    };
    let keeper = &ask.site().keeper;
    keeper.let_in(admin, account, &compartment, is_in).await?;
    Ok(reply::see_other(&format!(
        "/admin/accounts/{account}#sealed"
    )))
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

pub(super) async fn lend(
    ask: Ask,
    Path(account): Path<String>,
    request: Request,
) -> Result<Response, Wrong> {
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

pub(super) async fn end_function(
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

pub(super) async fn reset(ask: Ask, Path(account): Path<String>) -> Result<Response, Wrong> {
    let account = found(&ask, id(&account)?).await?;
    let password = ask
        .site()
        .keeper
        .reset_password(admin(&ask)?, account.account)
        .await?;
    Ok(password_once(&ask, &account.name, &password))
}

/// Says what closing an account means, and asks whether that is meant.
pub(super) async fn before_close(ask: Ask, Path(account): Path<String>) -> Result<Response, Wrong> {
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

pub(super) async fn open(ask: Ask, Path(account): Path<String>) -> Result<Response, Wrong> {
    let (admin, account) = (admin(&ask)?, id(&account)?);
    ask.site().keeper.open_account(admin, account).await?;
    Ok(reply::see_other(&format!("/admin/accounts/{account}")))
}

pub(super) async fn close(ask: Ask, Path(account): Path<String>) -> Result<Response, Wrong> {
    ask.site()
        .keeper
        .close_account(admin(&ask)?, id(&account)?)
        .await?;
    Ok(reply::see_other("/admin#accounts"))
}
