// SPDX-License-Identifier: EUPL-1.2
//! A verb that is done for several things at once: all of them, or none.

use axum::http::StatusCode;
use axum::response::Response;
use paraat_contract::{Intent, Keep, Receipt, Refused, Verb};
use paraat_ui::field::Problem;
use paraat_ui::html;

use super::draw::{Drawing, address, draw, titled};
use super::form::{Opened, page};
use super::said::at_field;
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
    next: Option<String>,
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
        return Ok(reply::see_other(
            next.as_deref().map_or(lands, reply::own_path),
        ));
    }
    again(ask, opened, whole, next, each.into_iter().zip(outcomes)).await
}

/// Why things were refused.
#[derive(Default)]
struct Why {
    /// Mistakes in what was typed, which is the same for all: named once, at their questions.
    problems: Vec<Problem>,
    /// What else was said, with the addresses of the things it is about.
    reasons: Vec<(String, Vec<String>)>,
}

impl Why {
    fn of(
        ask: &Asked,
        verb: &Verb,
        about: &str,
        outcomes: impl Iterator<Item = (Intent, Result<Receipt, Refused>)>,
    ) -> Self {
        let mut why = Self::default();
        for (intent, outcome) in outcomes {
            let Err(refused) = outcome else { continue };
            let mistakes = match &refused {
                Refused::Fields(problems) => problems.clone(),
                Refused::Rule(refusal) => at_field(ask, verb, refusal).into_iter().collect(),
                _ => Vec::new(),
            };
            let sentence = sentence(ask, &intent, verb, refused);
            let thing = intent.typed.get(about).to_owned();
            if mistakes.is_empty() {
                match why.reasons.iter_mut().find(|(said, _)| *said == sentence) {
                    Some((_, things)) => things.push(thing),
                    None => why.reasons.push((sentence, vec![thing])),
                }
            }
            for mistake in mistakes {
                if !why.problems.contains(&mistake) {
                    why.problems.push(mistake);
                }
            }
        }
        why
    }
}

/// The form once more, with what was typed. What was refused is not ticked any more: what is left
/// can be done without it.
async fn again(
    ask: &Ask,
    opened: Opened,
    whole: Intent,
    next: Option<String>,
    outcomes: impl Iterator<Item = (Intent, Result<Receipt, Refused>)>,
) -> Result<Response, Wrong> {
    let field = opened.verb.many().map_or("", |it| it.name);
    let why = Why::of(ask, opened.verb, field, outcomes);
    let shown = opened.clone();
    let form = ask.read(move |ask, desk, audience| {
        let start = desk.start(&whole)?.unwrap_or_default();
        // With the versions of now: what changed meanwhile is said below.
        let things = start.typed.get(field).to_owned();
        let mut drawing = Drawing {
            typed: whole.typed.clone().with(field, things),
            key: ask.fresh_key(),
            about: start.about,
            problems: why.problems,
            next,
            ..Drawing::default()
        };
        if !why.reasons.is_empty() {
            drawing.refusal.push(ask.voice().say("web-many-nothing"));
            drawing.refusal.push(ask.voice().say("web-many-unticked"));
        }
        for (sentence, things) in why.reasons {
            let title = |about: &String| titled(ask, &drawing, about);
            let named = things
                .iter()
                .map(|it| title(it).unwrap_or_else(|| it.clone()));
            let named: Vec<String> = named.collect();
            let said = format!("{}: {sentence}", named.join(", "));
            drawing.refusal.push(said);
            drawing
                .unticked
                .extend(things.iter().map(|it| address(it).to_owned()));
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
