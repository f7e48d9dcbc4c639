// SPDX-License-Identifier: EUPL-1.2
//! A verb that is done for several things at once: all of them, or none.

use axum::http::StatusCode;
use axum::response::Response;
use paraat_contract::{Intent, Keep, Receipt, Refused, Verb};
use paraat_ui::html;

use super::draw::{Drawing, draw};
use super::form::{Opened, page};
use crate::ask::{Ask, Asked};
use crate::refused;
use crate::reply;
use crate::wrong::Wrong;

/// Does it for each; shows the form again, with what each was refused for, when one was.
pub(super) async fn submit(
    ask: &Ask,
    opened: Opened,
    whole: Intent,
    each: Vec<Intent>,
    next: Option<&str>,
) -> Result<Response, Wrong> {
    let done = ask.site().desk.together(each.clone(), Keep::All).await;
    let outcomes = match done {
        Ok(done) => done.outcomes,
        Err(refused) => return Err(refused::wrong(ask, &whole, opened.verb, refused)),
    };
    let receipts: Vec<&Receipt> = outcomes.iter().filter_map(|it| it.as_ref().ok()).collect();
    if receipts.len() == outcomes.len() {
        for receipt in &receipts {
            let outcome = if receipt.repeated {
                "repeated"
            } else {
                "recorded"
            };
            ask.shell.metrics.outcome(outcome);
        }
        let lands = receipts.first().map_or("/", |it| it.lands.as_str());
        return Ok(reply::see_other(next.map_or(lands, reply::own_path)));
    }
    again(ask, opened, whole, each, outcomes).await
}

async fn again(
    ask: &Ask,
    opened: Opened,
    whole: Intent,
    each: Vec<Intent>,
    outcomes: Vec<Result<Receipt, Refused>>,
) -> Result<Response, Wrong> {
    // What was typed is the same for all: a mistake in it is named once, at its question.
    let problems = outcomes.iter().find_map(|it| match it {
        Err(Refused::Fields(problems)) => Some(problems.clone()),
        _ => None,
    });
    let shown = opened.clone();
    let form = ask.read(move |ask, desk, audience| {
        let start = desk.start(&whole)?.unwrap_or_default();
        let mut drawing = Drawing {
            typed: whole.typed.clone(),
            key: ask.fresh_key(),
            titles: start.titles,
            ..Drawing::default()
        };
        if let Some(field) = shown.verb.many() {
            // With the versions of now: what changed meanwhile is said below.
            let things = start.typed.get(field.name).to_owned();
            drawing.typed = drawing.typed.with(field.name, things);
            match problems {
                Some(problems) => drawing.problems = problems,
                None => {
                    drawing.refusal.push(ask.voice().say("web-many-nothing"));
                    let refused = each.iter().zip(outcomes).filter_map(|(intent, outcome)| {
                        let about = intent.typed.get(field.name);
                        let title = drawing.titles.iter();
                        let mut title = title.filter(|(of, _)| of.to_string() == about);
                        let title = title.next().map(|(_, it)| it.get(ask.caller.language));
                        let why = sentence(ask, intent, shown.verb, outcome.err()?);
                        Some(format!("{}: {why}", title.unwrap_or(about)))
                    });
                    let refused: Vec<String> = refused.collect();
                    drawing.refusal.extend(refused);
                }
            }
        }
        let form = draw(ask, desk, audience, &shown, &drawing)?;
        Ok(html! { (form) })
    });
    let form = form.await?;
    Ok(page(ask, StatusCode::UNPROCESSABLE_ENTITY, &opened, form))
}

/// Why one of several was not taken, in a sentence.
pub(crate) fn sentence(ask: &Asked, intent: &Intent, verb: &Verb, refused: Refused) -> String {
    let wrong = refused::wrong(ask, intent, verb, refused);
    let reasons = wrong.sentences(ask);
    if !reasons.is_empty() {
        return reasons.join(" ");
    }
    let said: Vec<String> = wrong.errors.iter().map(|it| it.detail.clone()).collect();
    if !said.is_empty() {
        return said.join(" ");
    }
    let voice = ask.voice();
    let own = voice.find(&format!("problem-{}-title", wrong.status));
    own.unwrap_or_else(|| voice.say("problem-400-title"))
}
