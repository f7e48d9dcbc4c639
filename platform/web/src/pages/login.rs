// SPDX-License-Identifier: EUPL-1.2
//! Logging in and out.

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use paraat_ui::page::encode;
use paraat_ui::widgets::{Ask as Question, AskKind, Tone, Wrong as Mistake};
use paraat_ui::widgets::{ask as question, error_summary, notice, page_bar};
use paraat_ui::{Markup, html};

use super::exercises;
use crate::ask::{Ask, Asked};
use crate::body;
use crate::cookie::{Cookie, LONG};
use crate::keeper::{Attempt, SignIn, SignedIn};
use crate::reply::{self, Page};
use crate::wrong::Wrong;

/// What stands in the form besides the password.
#[derive(Default)]
struct Filled {
    name: String,
    next: String,
    held: String,
    /// Name of the field that is wrong, and the sentence.
    mistake: Option<(&'static str, String)>,
    out: bool,
}

/// Shows the form.
pub(crate) async fn show(ask: Ask) -> Response {
    let own = |name: &str| ask.parameter(name).unwrap_or("").to_owned();
    let filled = Filled {
        next: own("next"),
        held: own("held"),
        out: ask.parameter("out").is_some(),
        ..Filled::default()
    };
    page(&ask, StatusCode::OK, &filled)
}

fn page(ask: &Asked, status: StatusCode, filled: &Filled) -> Response {
    let title = ask.voice().say("login-title");
    reply::page(ask, status, Page::still(title, form(ask, filled)))
}

fn form(ask: &Asked, filled: &Filled) -> Markup {
    let voice = ask.voice();
    let asked = |name: &str, key: &str, kind: AskKind, fill: &'static str| {
        let mistake = filled.mistake.as_ref().filter(|(field, _)| *field == name);
        let mut one = Question::new(name, &voice.say(key), kind);
        one.autocomplete = fill;
        one.error = mistake.map(|(_, sentence)| sentence.clone());
        one
    };
    let mut name = asked("name", "login-name", AskKind::Line("text"), "username");
    name.value.clone_from(&filled.name);
    let password = asked(
        "password",
        "login-password",
        AskKind::Password,
        "current-password",
    );
    let mut code = asked("code", "login-code", AskKind::Line("text"), "one-time-code");
    code.required = false;
    code.help = voice.say("login-code-help");
    let mistakes: Vec<Mistake> = filled
        .mistake
        .iter()
        .map(|(field, sentence)| Mistake {
            anchor: format!("field-{field}"),
            sentence: sentence.clone(),
        })
        .collect();
    let note = if !filled.held.is_empty() {
        Some("login-expired")
    } else if filled.out {
        Some("login-out")
    } else if !filled.next.is_empty() && filled.next != "/" {
        Some("login-next")
    } else {
        None
    };
    html! {
        (page_bar(&voice.say("login-title"), html! {}, html! {}))
        form.form action="/login" method="post" data-login="" accept-charset="utf-8" novalidate {
            @if let Some(note) = note { (notice(Tone::Info, "", html! { (voice.say(note)) })) }
            (error_summary(voice, &mistakes))
            (question(voice, &name))
            (question(voice, &password))
            (question(voice, &code))
            input type="hidden" name="next" value=(filled.next);
            input type="hidden" name="held" value=(filled.held);
            div.form-actions {
                button.button.primary type="submit" { (voice.say("login-submit")) }
                (exercises::on_login(ask))
            }
        }
    }
}

/// Tries what was typed.
pub(crate) async fn sign_in(ask: Ask, request: Request) -> Result<Response, Wrong> {
    let form = body::form(&ask.headers, request.into_body()).await?;
    let value = |name: &str| {
        let found = form.iter().find(|(own, _)| own == name);
        found.map(|(_, it)| it.clone()).unwrap_or_default()
    };
    let mut filled = Filled {
        name: value("name").trim().chars().take(200).collect(),
        next: value("next"),
        held: value("held"),
        ..Filled::default()
    };
    let settings = &ask.site().settings;
    let attempt = Attempt {
        name: filled.name.clone(),
        password: value("password"),
        code: value("code")
            .chars()
            .filter(|it| !it.is_whitespace())
            .collect(),
        remote: ask.caller.remote.clone(),
        device: Cookie::Device
            .read(settings, &ask.headers)
            .map(str::to_owned),
    };
    let voice = ask.voice();
    let (status, field, sentence) = match ask.site().keeper.sign_in(attempt).await? {
        SignIn::In(signed_in) => {
            if let Some(there) = exercises::begin(&ask, &value("exercise"), &signed_in).await? {
                filled.next = there;
            }
            return Ok(welcome(&ask, &signed_in, &filled));
        }
        SignIn::Wrong => (422, "name", voice.say("login-failed")),
        SignIn::CodeWanted => (422, "code", voice.say("web-login-code-wanted")),
        SignIn::Busy => (503, "name", voice.say("web-login-busy")),
        SignIn::Wait(seconds) => {
            let minutes = seconds.div_ceil(60).to_string();
            filled.mistake = Some(("name", voice.with("login-locked", &[("minutes", minutes)])));
            let mut response = page(&ask, StatusCode::TOO_MANY_REQUESTS, &filled);
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            return Ok(response);
        }
    };
    filled.mistake = Some((field, sentence));
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
    Ok(page(&ask, status, &filled))
}

/// Goes on where they were; with what was kept, the form fills in again.
fn welcome(ask: &Asked, signed_in: &SignedIn, filled: &Filled) -> Response {
    let next = reply::own_path(&filled.next);
    let mut response = if !filled.held.is_empty() {
        let between = if next.contains('?') { '&' } else { '?' };
        reply::see_other(&format!("{next}{between}held={}", encode(&filled.held)))
    } else {
        reply::see_other(next)
    };
    let settings = &ask.site().settings;
    let session = Cookie::Session.set(settings, &signed_in.session, signed_in.lasts);
    let device = signed_in
        .device
        .as_ref()
        .and_then(|it| Cookie::Device.set(settings, it, LONG));
    for cookie in session.into_iter().chain(device) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Ends the session.
pub(crate) async fn sign_out(ask: Ask) -> Result<Response, Wrong> {
    let settings = &ask.site().settings;
    if let Some(secret) = Cookie::Session.read(settings, &ask.headers) {
        ask.site().keeper.sign_out(secret).await?;
    }
    let mut response = reply::see_other("/login?out=1");
    if let Some(gone) = Cookie::Session.set(settings, "", 0) {
        response.headers_mut().append(header::SET_COOKIE, gone);
    }
    Ok(response)
}
