// SPDX-License-Identifier: EUPL-1.2
//! One's own account: keys for programs, sessions, password, second step.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use paraat_kernel::Uuid;
use paraat_ui::widgets::{
    Ask as Question, AskKind, Choice, Column, Tone, ask as question, empty, facts, notice,
    page_bar, panel, post_button, table_under,
};
use paraat_ui::{Markup, html};

use super::told::{Told, button, functions, moment, sessions};
use crate::ask::{Ask, Asked, Shell};
use crate::body;
use crate::keeper::{NotDone, Opens, Person, SessionShown, TokenShown};
use crate::reply::{self, Page};
use crate::route::only;
use crate::wrong::Wrong;

/// The routes under `/account`.
pub(crate) fn routes() -> Router<Arc<Shell>> {
    Router::new()
        .route("/", only(get(show)))
        .route("/tokens", only(post(make_token)))
        .route("/tokens/{token}/revoke", only(post(revoke)))
        .route("/sessions/{session}/end", only(post(end_session)))
        .route("/password", only(post(password)))
        .route("/second-step", only(post(enrol)))
        .route("/second-step/confirm", only(post(confirm)))
        .route("/second-step/end", only(post(unenrol)))
}

async fn show(ask: Ask) -> Result<Response, Wrong> {
    whole(&ask, StatusCode::OK, Told::nothing()).await
}

async fn whole(ask: &Ask, status: StatusCode, told: Told) -> Result<Response, Wrong> {
    let person = ask.person()?;
    let keeper = &ask.site().keeper;
    let tokens = keeper.tokens(person).await?;
    let own = keeper.sessions(person, false).await?;
    let second_step = keeper.second_step(person).await?;
    let title = ask.voice().say("web-account");
    let main = content(ask, person, &told, (&tokens, &own, second_step));
    Ok(reply::page(ask, status, Page::still(title, main)))
}

type Kept<'a> = (&'a [TokenShown], &'a [SessionShown], bool);

fn content(ask: &Asked, person: &Person, told: &Told, kept: Kept<'_>) -> Markup {
    let voice = ask.voice();
    let (tokens, own, second_step) = kept;
    let held = [
        (voice.say("admin-account"), html! { (person.name) }),
        (
            voice.say("admin-organisation"),
            html! { (ask.organisation(&person.organisation)) },
        ),
        (
            voice.say("admin-functions"),
            html! { (functions(ask, &person.functions)) },
        ),
    ];
    let ended = |id: Uuid| format!("/account/sessions/{id}/end");
    html! {
        (page_bar(&voice.say("web-account"), html! {}, html! {}))
        (told.summary(ask))
        (panel("own", &voice.say("admin-account"), html! {}, facts(&held)))
        (panel("tokens", &voice.say("admin-tokens"), html! {}, html! {
            (token_list(ask, tokens))
            (token_form(ask, told))
        }))
        (panel("sessions", &voice.say("admin-sessions"), html! {}, sessions(ask, own, &ended)))
        (panel("password", &voice.say("admin-password-change"), html! {},
            password_form(ask, person, told)))
        (panel("second-step", &voice.say("admin-second-factor"), html! {},
            second_step_form(ask, person, told, second_step)))
    }
}

fn token_list(ask: &Asked, tokens: &[TokenShown]) -> Markup {
    let voice = ask.voice();
    if tokens.is_empty() {
        return empty(&voice.say("admin-tokens-empty"), None);
    }
    let columns = [
        "admin-token-name",
        "admin-token-scope",
        "web-made",
        "web-act",
    ]
    .map(|key| Column::text(voice.say(key)));
    let rows: Vec<Vec<Markup>> = tokens
        .iter()
        .map(|token| {
            let opens = token
                .opens
                .iter()
                .map(|it| voice.say(&format!("web-opens-{}", it.name())));
            let opens: Vec<String> = opens.collect();
            let action = format!("/account/tokens/{}/revoke", token.id);
            vec![
                html! { (token.name) },
                html! { (opens.join(", ")) },
                moment(ask, token.made),
                if token.revoked.is_some() {
                    html! { (voice.say("admin-token-revoked")) }
                } else {
                    post_button(&action, &[], &voice.say("admin-token-revoke"), false)
                },
            ]
        })
        .collect();
    table_under(&voice.say("admin-tokens"), &columns, &rows)
}

fn token_form(ask: &Asked, told: &Told) -> Markup {
    let voice = ask.voice();
    let name = told.ask(ask, "tokenName", "admin-token-name", AskKind::Line("text"));
    let opens = Opens::ALL.map(|it| Choice {
        value: it.name().to_owned(),
        label: voice.say(&format!("web-opens-{}", it.name())),
    });
    let mut scope = Question::new(
        "opens",
        &voice.say("admin-token-scope"),
        AskKind::Checks(opens.to_vec()),
    );
    scope.value = told.value("opens");
    scope.error = told.error("opens");
    html! {
        form.form action="/account/tokens" method="post" {
            (question(voice, &name))
            (question(voice, &scope))
            (button(&voice.say("admin-token-add")))
        }
    }
}

/// Tells a keeper of passwords whose password is asked.
fn whose(person: &Person) -> Markup {
    html! { input type="text" name="account" autocomplete="username" value=(person.name) hidden; }
}

fn password_form(ask: &Asked, person: &Person, told: &Told) -> Markup {
    let voice = ask.voice();
    let mut old = told.ask(ask, "old", "web-password-old", AskKind::Password);
    old.autocomplete = "current-password";
    let mut new = told.ask(ask, "new", "admin-password-new", AskKind::Password);
    new.autocomplete = "new-password";
    new.help = voice.say("web-password-help");
    html! {
        form.form action="/account/password" method="post" data-login="" {
            (whose(person))
            (question(voice, &old))
            (question(voice, &new))
            (button(&voice.say("admin-password-change")))
        }
    }
}

fn second_step_form(ask: &Asked, person: &Person, told: &Told, on: bool) -> Markup {
    let voice = ask.voice();
    if !on {
        let label = voice.say("admin-second-factor-on");
        return html! {
            div.prose {
                p { (voice.say("web-second-step-off")) }
                (post_button("/account/second-step", &[], &label, false))
            }
        };
    }
    let mut password = told.ask(ask, "password", "login-password", AskKind::Password);
    password.autocomplete = "current-password";
    html! {
        p { (voice.say("web-second-step-on")) }
        form.form action="/account/second-step/end" method="post" data-login="" {
            (whose(person))
            (question(voice, &password))
            (button(&voice.say("admin-second-factor-off")))
        }
    }
}

async fn make_token(ask: Ask, request: Request) -> Result<Response, Wrong> {
    let person = ask.person()?;
    let mut told = Told::of(body::form(&ask.headers, request.into_body()).await?);
    let name: String = told.value("tokenName").trim().chars().take(100).collect();
    let opens: Vec<Opens> = told
        .value("opens")
        .split(',')
        .filter_map(Opens::from_name)
        .collect();
    if name.is_empty() {
        told.wrong(&ask, "tokenName", "admin-token-name", "field-missing");
    }
    if opens.is_empty() {
        told.wrong(&ask, "opens", "admin-token-scope", "field-missing");
    }
    if told.is_wrong() {
        return whole(&ask, StatusCode::UNPROCESSABLE_ENTITY, told).await;
    }
    let secret = ask.site().keeper.make_token(person, &name, &opens).await?;
    let once = ask.voice().say("admin-token-shown-once");
    Ok(super::told::shown_once(
        &ask,
        "admin-tokens",
        &once,
        &secret,
        "/account",
    ))
}

async fn revoke(ask: Ask, Path(token): Path<String>) -> Result<Response, Wrong> {
    let token = Uuid::try_parse(&token).map_err(|_bad| Wrong::status(404))?;
    ask.site().keeper.revoke_token(ask.person()?, token).await?;
    Ok(reply::see_other("/account#tokens"))
}

async fn end_session(ask: Ask, Path(session): Path<String>) -> Result<Response, Wrong> {
    let session = Uuid::try_parse(&session).map_err(|_bad| Wrong::status(404))?;
    ask.site()
        .keeper
        .end_session(ask.person()?, session)
        .await?;
    Ok(reply::see_other("/account#sessions"))
}

async fn password(ask: Ask, request: Request) -> Result<Response, Wrong> {
    let person = ask.person()?;
    let mut told = Told::of(body::form(&ask.headers, request.into_body()).await?);
    let (old, new) = (told.take("old"), told.take("new"));
    let done = ask.site().keeper.change_password(person, &old, &new).await;
    let about = match &done {
        Err(NotDone::Refused("account-password-weak")) => ("new", "admin-password-new"),
        _ => ("old", "web-password-old"),
    };
    told.after(&ask, done, about.0, about.1)?;
    if told.is_wrong() {
        return whole(&ask, StatusCode::UNPROCESSABLE_ENTITY, told).await;
    }
    whole(&ask, StatusCode::OK, Told::good("web-password-changed")).await
}

async fn enrol(ask: Ask) -> Result<Response, Wrong> {
    let enrolment = ask.site().keeper.enrol(ask.person()?).await?;
    Ok(enrolling(
        &ask,
        &enrolment.secret,
        &enrolment.address,
        StatusCode::OK,
        &Told::nothing(),
    ))
}

fn enrolling(
    ask: &Asked,
    secret: &str,
    address: &str,
    status: StatusCode,
    told: &Told,
) -> Response {
    let voice = ask.voice();
    let title = voice.say("admin-second-factor");
    let spaced: Vec<String> = secret
        .as_bytes()
        .chunks(4)
        .map(|it| String::from_utf8_lossy(it).into_owned())
        .collect();
    let mut code = told.ask(ask, "code", "login-code", AskKind::Line("text"));
    code.autocomplete = "one-time-code";
    let main = html! {
        (page_bar(&title, html! {}, html! {}))
        (told.summary(ask))
        div.prose {
            (notice(Tone::Info, "", html! { (voice.say("web-second-step-how")) }))
            p { (voice.say("web-second-step-secret")) ": " strong.number { (spaced.join(" ")) } }
            p { a href=(address) { (voice.say("web-second-step-open")) } }
        }
        form.form action="/account/second-step/confirm" method="post" {
            input type="hidden" name="secret" value=(secret);
            input type="hidden" name="address" value=(address);
            (question(voice, &code))
            (button(&voice.say("admin-second-factor-on")))
        }
    };
    reply::page(ask, status, Page::still(title, main))
}

async fn confirm(ask: Ask, request: Request) -> Result<Response, Wrong> {
    let person = ask.person()?;
    let mut told = Told::of(body::form(&ask.headers, request.into_body()).await?);
    // Only to show them again: the keeper knows what it gave out.
    let (secret, address) = (told.take("secret"), told.take("address"));
    let code: String = told
        .value("code")
        .chars()
        .filter(|it| !it.is_whitespace())
        .collect();
    let done = ask.site().keeper.confirm(person, &code).await;
    told.after(&ask, done, "code", "login-code")?;
    if told.is_wrong() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let address = if address.starts_with("otpauth://") {
            address
        } else {
            String::new()
        };
        return Ok(enrolling(&ask, &secret, &address, status, &told));
    }
    Ok(reply::see_other("/account#second-step"))
}

async fn unenrol(ask: Ask, request: Request) -> Result<Response, Wrong> {
    let person = ask.person()?;
    let mut told = Told::of(body::form(&ask.headers, request.into_body()).await?);
    let password = told.take("password");
    let done = ask.site().keeper.unenrol(person, &password).await;
    told.after(&ask, done, "password", "login-password")?;
    if told.is_wrong() {
        return whole(&ask, StatusCode::UNPROCESSABLE_ENTITY, told).await;
    }
    Ok(reply::see_other("/account#second-step"))
}
