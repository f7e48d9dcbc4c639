// SPDX-License-Identifier: EUPL-1.2
//! A file that comes with a form, without any script: it is brought whole first, and its code then
//! stands in its field as if it had been typed.

use std::time::Duration;

use axum::body::Body;
use axum::http::HeaderMap;
use paraat_contract::Verb;
use paraat_ui::field::{Problem, Reason};
use paraat_ui::widgets::FILE;

use super::{NotBrought, Uploads};
use crate::ask::{Ask, Asked};
use crate::body;
use crate::multipart;
use crate::tasks;
use crate::wrong::Wrong;

/// A photo over a slow line takes its time.
const PATIENCE: Duration = Duration::from_secs(300);

/// How long a request with a file may take; none for any other.
pub(crate) fn patience(ask: &Asked) -> Option<Duration> {
    let with_file = ask.caller.person.is_some() && multipart::boundary(&ask.headers).is_some();
    with_file.then_some(PATIENCE)
}

/// What stands in the form of a verb, and what is wrong with the file that came with it.
pub(crate) async fn form(
    ask: &Ask,
    verb: Option<&'static Verb>,
    body: Body,
) -> Result<(Vec<(String, String)>, Vec<Problem>), Wrong> {
    let headers: &HeaderMap = &ask.headers;
    let brings = verb.and_then(Verb::brings);
    let (Some(brings), Some(boundary)) = (brings, multipart::boundary(headers)) else {
        let takes_files = verb.is_some_and(Verb::takes_files);
        let pairs = body::form_or_files(headers, body, takes_files).await?;
        return Ok((pairs, Vec::new()));
    };
    let _place = ask.shell.forms.take()?;
    let uploads = std::sync::Arc::clone(&ask.site().uploads);
    let most = usize::try_from(uploads.most()).unwrap_or(usize::MAX);
    let bytes = body::bytes_within(headers, body, most.saturating_add(body::MOST)).await?;
    let account = ask.caller.person.as_ref().map(|person| person.account);
    let asked = ask.clone();
    let read = move || {
        let parts = multipart::parts(&bytes, &boundary)?;
        let (mut pairs, mut problems) = (Vec::new(), Vec::new());
        for part in parts {
            let field = part.name.strip_suffix(FILE);
            let field = Some(brings).filter(|it| Some(it.name) == field);
            match (part.file, field, account) {
                // Where nobody chose a file the browser sends one without name and bytes.
                (Some(name), _, _) if name.is_empty() && part.body.is_empty() => {}
                (Some(name), Some(field), Some(account)) => {
                    match brought(&*uploads, account, &name, part.body) {
                        Ok(code) => {
                            pairs.retain(|(name, _)| name != field.name);
                            pairs.push((field.name.to_owned(), code));
                        }
                        Err(not) => problems.push(Problem {
                            field: field.name.to_owned(),
                            reason: Reason::Said(said(&asked, &*uploads, &not)),
                        }),
                    }
                }
                (Some(_), _, _) => {}
                (None, _, _) => {
                    let text = std::str::from_utf8(part.body).ok()?;
                    pairs.push((part.name, text.to_owned()));
                }
            }
        }
        Some((pairs, problems))
    };
    let read = tasks::blocking(read).await;
    let read = read.ok_or_else(|| Wrong::status(500))?;
    read.ok_or_else(|| Wrong::because(400, "web-body-broken-off"))
}

fn brought(
    uploads: &dyn Uploads,
    account: paraat_kernel::Uuid,
    name: &str,
    bytes: &[u8],
) -> Result<String, NotBrought> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let code = uploads.begin(account, name, size)?;
    uploads.append(account, &code, 0, bytes)?;
    uploads.finish(account, &code)?;
    Ok(code)
}

fn said(ask: &Asked, uploads: &dyn Uploads, not: &NotBrought) -> String {
    let sentence = not.sentence(uploads.most());
    ask.voice().with(&sentence.0, &sentence.1)
}
