// SPDX-License-Identifier: EUPL-1.2
//! A list that comes back in: a file is handed in, what it would change is shown, and nothing is
//! taken over before somebody says so.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use paraat_ui::widgets::{Wrong as Mistake, button_link, empty, error_summary, page_bar};
use paraat_ui::{Markup, html};
use serde_json::{Value, json};

use super::import_report::{found, not_read, receipt, report};
use crate::ask::{Ask, Asked, Shell};
use crate::body;
use crate::keeper::{Handed, NotDone};
use crate::lists::{self, Compared, Listed, NotRead, Report, Taking, Who, take};
use crate::multipart;
use crate::reply::{self, Page};
use crate::route::only;
use crate::wrong::Wrong;

/// What a form adds around a file.
const AROUND: usize = 64 * 1024;

/// The routes under `/import`.
pub(crate) fn routes() -> Router<Arc<Shell>> {
    Router::new()
        .route("/{module}/{list}", only(get(show).post(hand_in)))
        .route("/{module}/{list}/{code}", only(get(look).post(take_over)))
}

/// The list, when it can come in and this person may. One that only goes out says so.
async fn listed(ask: &Ask, module: &str, name: &str) -> Result<Listed, Wrong> {
    ask.person()?;
    let listed = lists::find(&*ask.site().desk, module, name);
    let listed = listed.ok_or_else(|| Wrong::status(404))?;
    if listed.list.import.is_none() {
        return Err(Wrong::because(405, "list-only-out"));
    }
    let may =
        ask.read(move |ask, desk, audience| Ok(ask.room(desk, audience).may_import(listed.list)));
    if may.await? {
        Ok(listed)
    } else {
        Err(Wrong::because(403, "list-may-not"))
    }
}

/// The page that shows the list: the first of its module that has it.
pub(super) fn home(listed: Listed) -> String {
    let has = |view: &&paraat_contract::View| {
        let own = view.lists.iter().any(|list| list.name == listed.list.name);
        own && !view.path.contains('{')
    };
    let view = listed.module.views.iter().find(has);
    match view.map_or("", |view| view.path) {
        "" => format!("/{}", listed.module.name),
        path => format!("/{}/{path}", listed.module.name),
    }
}

async fn show(ask: Ask, Path((module, list)): Path<(String, String)>) -> Result<Response, Wrong> {
    let listed = listed(&ask, &module, &list).await?;
    Ok(upload_page(&ask, listed, StatusCode::OK, None))
}

fn title(ask: &Asked, listed: Listed) -> String {
    let voice = ask.voice();
    let list = voice.say(listed.list.title);
    voice.with("list-import-title", &[("list", list)])
}

fn upload_page(
    ask: &Asked,
    listed: Listed,
    status: StatusCode,
    mistake: Option<String>,
) -> Response {
    let voice = ask.voice();
    let title = title(ask, listed);
    let back = html! { a href=(home(listed)) { (voice.say(listed.list.title)) } };
    let main = html! {
        (page_bar(&title, back, html! {}))
        div.prose {
            p { (voice.say("list-import-how")) }
            p { (voice.say("list-import-left")) }
        }
        (upload_form(ask, listed, mistake))
    };
    reply::page(ask, status, Page::still(title, main))
}

/// The form with the one question: which file.
pub(super) fn upload_form(ask: &Asked, listed: Listed, mistake: Option<String>) -> Markup {
    let voice = ask.voice();
    let limits = [
        ("megabytes", (lists::MOST_BYTES >> 20).to_string()),
        ("lines", lists::MOST_LINES.to_string()),
    ];
    let action = format!("/import/{}/{}", listed.module.name, listed.list.name);
    let wrong: Vec<Mistake> = mistake
        .iter()
        .map(|sentence| Mistake {
            anchor: "field-file".to_owned(),
            sentence: format!("{}: {sentence}", voice.say("list-import-file")),
        })
        .collect();
    let described = if mistake.is_some() {
        "help-file error-file"
    } else {
        "help-file"
    };
    html! {
        form.form action=(action) method="post" enctype="multipart/form-data" novalidate {
            (error_summary(voice, &wrong))
            div.field {
                label for="field-file" { (voice.say("list-import-file")) }
                p.help #help-file { (voice.with("list-import-file-help", &limits)) }
                @if let Some(sentence) = &mistake { p.error #error-file { (sentence) } }
                input #field-file type="file" name="file" required
                    accept=".csv,.xlsx,.ods" aria-describedby=(described)
                    aria-invalid=[mistake.as_ref().map(|_| "true")];
            }
            div.form-actions {
                button.button.primary type="submit" { (voice.say("list-import-read")) }
            }
        }
    }
}

async fn hand_in(
    ask: Ask,
    Path((module, list)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Wrong> {
    let listed = listed(&ask, &module, &list).await?;
    let refuse = |key: &str| {
        let megabytes = (lists::MOST_BYTES >> 20).to_string();
        let said = ask.voice().with(key, &[("megabytes", megabytes)]);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        Ok(upload_page(&ask, listed, status, Some(said)))
    };
    let most = lists::MOST_BYTES + AROUND;
    let bytes = match body::bytes_within(&ask.headers, request.into_body(), most).await {
        Ok(bytes) => bytes,
        Err(wrong) if wrong.status == 413 => return refuse("list-import-too-large"),
        Err(wrong) => return Err(wrong),
    };
    let boundary = multipart::boundary(&ask.headers).ok_or_else(|| Wrong::status(415))?;
    let broken_off = || Wrong::because(400, "web-body-broken-off");
    let parts = multipart::parts(&bytes, &boundary).ok_or_else(broken_off)?;
    let file = parts
        .iter()
        .find(|part| part.name == "file" && !part.body.is_empty());
    let Some(file) = file else {
        return refuse("list-import-no-file");
    };
    let (name, body) = (file.file.clone().unwrap_or_default(), file.body.to_vec());
    let found = match run(&ask, listed, body.clone(), Taking::Nothing).await? {
        Ok(report) => found(&ask, &report),
        Err(reason) => {
            let title = title(&ask, listed);
            let main = not_read(&ask, listed, &title, &name, &reason);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok(reply::page(&ask, status, Page::still(title, main)));
        }
    };
    let handed = Handed {
        list: format!("{module}/{list}"),
        name,
        body,
        report: found.to_string(),
        outcome: None,
    };
    match ask.site().keeper.hand_in(ask.person()?, handed).await {
        Ok(code) => Ok(reply::see_other(&format!("/import/{module}/{list}/{code}"))),
        Err(NotDone::Refused(key)) => refuse(key),
        Err(other) => Err(other.into()),
    }
}

/// The file under a code; none when it is not there any more.
async fn handed(ask: &Ask, listed: Listed, code: &str) -> Result<Option<Handed>, Wrong> {
    let of = format!("{}/{}", listed.module.name, listed.list.name);
    let handed = ask.site().keeper.handed(ask.person()?, code).await?;
    Ok(handed.filter(|handed| handed.list == of))
}

fn gone(ask: &Asked, listed: Listed) -> Response {
    let said = ask.voice().say("list-import-gone");
    upload_page(ask, listed, StatusCode::NOT_FOUND, Some(said))
}

async fn look(
    ask: Ask,
    Path((module, list, code)): Path<(String, String, String)>,
) -> Result<Response, Wrong> {
    let listed = listed(&ask, &module, &list).await?;
    let Some(handed) = handed(&ask, listed, &code).await? else {
        return Ok(gone(&ask, listed));
    };
    let title = title(&ask, listed);
    if let Some(outcome) = &handed.outcome {
        let outcome: Value = serde_json::from_str(outcome).unwrap_or_default();
        let main = receipt(&ask, listed, &title, &outcome);
        return Ok(reply::page(&ask, StatusCode::OK, Page::still(title, main)));
    }
    let found: Value = serde_json::from_str(&handed.report).unwrap_or_default();
    let main = report(&ask, listed, &title, &handed.name, &found);
    Ok(reply::page(&ask, StatusCode::OK, Page::still(title, main)))
}

/// Reads, compares and takes: the same for pages and programs.
pub(crate) async fn run(
    ask: &Ask,
    listed: Listed,
    bytes: Vec<u8>,
    taking: Taking,
) -> Result<Result<Report, NotRead>, Wrong> {
    let _place = ask.shell.imports.take()?;
    let compared = ask
        .read(move |ask, desk, audience| Compared::new(&ask.room(desk, audience), listed, &bytes));
    let compared = match compared.await? {
        Ok(compared) => compared,
        Err(reason) => return Ok(Err(reason)),
    };
    let (actor, audience) = (ask.caller.actor(), ask.audience()?);
    let who = Who {
        desk: &*ask.site().desk,
        words: &ask.site().words,
        audience: &audience,
        actor: actor.as_ref(),
        now: ask.now,
    };
    let report = take(&who, compared, taking).await;
    let report = report.map_err(|refused| match refused {
        paraat_contract::Refused::ReadOnly => Wrong::status(503),
        paraat_contract::Refused::TookTooLong => Wrong::because(503, "web-took-too-long"),
        paraat_contract::Refused::Broken(reference) => paraat_contract::Broken(reference).into(),
        _ => Wrong::status(500),
    })?;
    report.note(&*ask.site().keeper, actor.as_ref());
    if report.kept {
        for _ in 0..report.good() {
            ask.shell.metrics.outcome("recorded");
        }
    }
    Ok(Ok(report))
}

async fn take_over(
    ask: Ask,
    Path((module, list, code)): Path<(String, String, String)>,
    request: Request,
) -> Result<Response, Wrong> {
    let listed = listed(&ask, &module, &list).await?;
    let pairs = body::form(&ask.headers, request.into_body()).await?;
    let keep = pairs.iter().find(|(name, _)| name == "keep");
    let taking = keep.and_then(|(_, value)| Taking::from_name(value));
    let taking = taking.ok_or_else(|| Wrong::because(400, "list-no-such-taking"))?;
    let Some(handed) = handed(&ask, listed, &code).await? else {
        return Ok(gone(&ask, listed));
    };
    let here = format!("/import/{module}/{list}/{code}");
    if handed.outcome.is_none()
        && let Ok(report) = run(&ask, listed, handed.body, taking).await?
    {
        let (keeper, person) = (&ask.site().keeper, ask.person()?);
        if report.kept {
            let outcome = json!({
                "recorded": report.good(),
                "unchanged": report.unchanged,
                "bad": report.bad_lines(),
            });
            let outcome = outcome.to_string();
            keeper.taken_over(person, &code, outcome).await?;
        } else {
            let found = found(&ask, &report).to_string();
            keeper.tried(person, &code, found).await?;
        }
    }
    // What was taken over is said there; else what stands in the way of it now.
    Ok(reply::see_other(&here))
}

/// What stands where nothing can be done any more: one sentence and one thing to do.
pub(super) fn nothing(ask: &Asked, listed: Listed, key: &str) -> Markup {
    let voice = ask.voice();
    empty(
        &voice.say(key),
        Some((&home(listed), &voice.say("list-import-to-list"))),
    )
}

/// The link to hand in another file.
pub(super) fn another(ask: &Asked, listed: Listed) -> Markup {
    let href = format!("/import/{}/{}", listed.module.name, listed.list.name);
    button_link(&href, "", &ask.voice().say("list-import-again"), false)
}
