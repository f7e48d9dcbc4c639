// SPDX-License-Identifier: EUPL-1.2
//! Lists by API: the same files out and in as on the pages.

use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::Response;
use paraat_contract::Params;
use paraat_sheets::Format;
use serde_json::{Value, json};

use super::admit;
use crate::ask::Ask;
use crate::body;
use crate::keeper::Opens;
use crate::lists::{self, Listed, Report, Taking};
use crate::pages::{about_file, download_format, import, why_not_read};
use crate::reply;
use crate::wrong::{Sentence, Wrong};

fn listed(ask: &Ask, module: &str, name: &str) -> Result<Listed, Wrong> {
    lists::find(&*ask.site().desk, module, name).ok_or_else(|| Wrong::status(404))
}

/// `GET /v1/lists/{module}/{list}?as=csv|xlsx|ods` with the filters of its page.
pub(super) async fn out(
    ask: Ask,
    Path((module, list)): Path<(String, String)>,
) -> Result<Response, Wrong> {
    admit(&ask, Opens::Read)?;
    let listed = listed(&ask, &module, &list)?;
    let format = match ask.parameter("as") {
        None => Format::Csv,
        Some(_) => {
            download_format(&ask).ok_or_else(|| Wrong::because(400, "list-no-such-format"))?
        }
    };
    let params = Params {
        query: ask.typed(),
        now: ask.now,
        ..Params::default()
    };
    lists::download(&ask, listed, params, format).await
}

/// `POST /v1/lists/{module}/{list}?keep=all|good|nothing`; the body is the file.
pub(super) async fn take(
    ask: Ask,
    Path((module, list)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Wrong> {
    admit(&ask, Opens::Write)?;
    // What would change is said, and what stands there: that is reading.
    admit(&ask, Opens::Read)?;
    let listed = listed(&ask, &module, &list)?;
    if listed.list.import.is_none() {
        return Err(Wrong::because(405, "list-only-out"));
    }
    let taking = Taking::from_name(ask.parameter("keep").unwrap_or("all"));
    let taking = taking.ok_or_else(|| Wrong::because(400, "list-no-such-taking"))?;
    let body = request.into_body();
    let bytes = body::bytes_within(&ask.headers, body, lists::MOST_BYTES).await?;
    match import::run(&ask, listed, bytes, taking).await? {
        Err(reason) => {
            let key = match &reason {
                lists::NotRead::Refused(refused) => format!("sheet-refused-{}", refused.key()),
                lists::NotRead::NoNames(_) => "list-import-no-names".to_owned(),
            };
            let values = vec![("sentence", why_not_read(&ask, &reason))];
            Err(Wrong {
                reasons: vec![Sentence("field-said".to_owned(), values)],
                members: vec![("reason", key.into())],
                ..Wrong::status(422)
            })
        }
        Ok(report) if !report.kept && taking == Taking::All && !report.bad.is_empty() => {
            Err(Wrong {
                reasons: vec![Sentence("web-many-nothing".to_owned(), Vec::new())],
                members: vec![("lines", lines(&report))],
                ..Wrong::status(422)
            })
        }
        Ok(report) => {
            let answer = answer(&ask, &report);
            Ok(reply::json(StatusCode::OK, "application/json", &answer))
        }
    }
}

fn lines(report: &Report) -> Value {
    let line = |bad: &lists::Bad| {
        let (column, reason) = (&bad.key, &bad.reason);
        json!({"line": bad.number, "column": column, "reason": reason, "detail": bad.sentence})
    };
    report.bad.iter().map(line).collect()
}

fn answer(ask: &Ask, report: &Report) -> Value {
    let recorded = if report.kept { report.good() } else { 0 };
    json!({
        "recorded": recorded,
        "new": report.new,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "lines": lines(report),
        "about": about_file(ask, report),
    })
}
