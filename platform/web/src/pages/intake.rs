// SPDX-License-Identifier: EUPL-1.2
//! What a page takes in: text that was pasted, or a file. It is read and shown; what of it is
//! ticked then goes through the one door, all together or the good things. When the session ended
//! meanwhile, what was pasted or looked over is kept until its sender is signed in again.

use axum::body::Body;
use axum::http::StatusCode;
use axum::response::Response;
use paraat_contract::{Answer, Handed, Intake, Intent, Keep, Proposal, Receipt, Refused, Scene};
use paraat_ui::html;
use paraat_ui::page::encode;

use super::holding;
use super::intake_read::{handed, pasted, returned};
use super::many::sentence;
use super::view::{self, Place};
use crate::ask::{Ask, typed};
use crate::body;
use crate::multipart;
use crate::refused;
use crate::reply::{self, Page};
use crate::wrong::Wrong;

/// Most bytes that are handed in at once.
const MOST_BYTES: usize = 4 * 1024 * 1024;
/// What a form adds around them.
const AROUND: usize = 64 * 1024;
/// Most bytes of a proposal that comes back: text in which each sign may take three, with what its
/// fields add.
const MOST_BACK: usize = 3 * 1024 * 1024;
/// The field that keeps what a file was called, when the session ended before it came.
const FILE: &str = "file-name";

/// The page before anything was handed in; with what was kept of it over a sign-in.
pub(super) async fn show(ask: &Ask, place: Place, intake: Intake) -> Result<Response, Wrong> {
    let kept = match ask.parameter("held") {
        Some(code) => holding::held(ask, code).await?,
        None => None,
    };
    let kept = kept.and_then(|typed| returned(typed.0.into_iter().collect()));
    let mut proposal = kept.map(|(proposal, _)| proposal).unwrap_or_default();
    // What stood in a file is not kept: it is still where it was.
    if let Some(name) = proposal.about.0.remove(FILE) {
        let again = ask.voice().with("web-intake-file-again", &[("name", name)]);
        proposal.said.push(again);
    }
    if proposal.key.is_empty() {
        proposal.key = ask.fresh_key();
    }
    again(ask, place, intake, proposal).await
}

/// Takes what was handed in at a page, or what came back of its proposal.
pub(super) async fn take(ask: &Ask, body: Body) -> Result<Response, Wrong> {
    let place = view::place(ask);
    let found = place.and_then(|place| Some((place.view.intake?, place)));
    let Some((intake, place)) = found else {
        return Err(Wrong::status(405).header(axum::http::header::ALLOW, "GET, HEAD"));
    };
    if ask.caller.person.is_none() {
        return signed_out(ask, body).await;
    }
    let _place = ask.shell.imports.take()?;
    match multipart::boundary(&ask.headers) {
        Some(boundary) => hand_in(ask, place, intake, &boundary, body).await,
        None => come_back(ask, place, intake, body).await,
    }
}

async fn hand_in(
    ask: &Ask,
    place: Place,
    intake: Intake,
    boundary: &str,
    body: Body,
) -> Result<Response, Wrong> {
    let most = MOST_BYTES + AROUND;
    let bytes = match body::bytes_within(&ask.headers, body, most).await {
        Ok(bytes) => bytes,
        Err(wrong) if wrong.status == 413 => {
            let megabytes = [("megabytes", (MOST_BYTES >> 20).to_string())];
            let wrong = Some(ask.voice().with("web-intake-too-large", &megabytes));
            let proposal = Proposal {
                wrong,
                key: ask.fresh_key(),
                ..Proposal::default()
            };
            return again(ask, place, intake, proposal).await;
        }
        Err(wrong) => return Err(wrong),
    };
    let handed = handed(&bytes, boundary)?;
    let both = !handed.bytes.is_empty() && !handed.about.get("text").trim().is_empty();
    let key = ask.fresh_key();
    if both {
        let proposal = Proposal {
            wrong: Some(ask.voice().say("web-intake-both")),
            about: handed.about,
            key,
            ..Proposal::default()
        };
        return again(ask, place, intake, proposal).await;
    }
    let read = move |scene: &Scene| Proposal {
        key,
        ..(intake.read)(&pasted(handed), scene)
    };
    draw(ask, place, intake, read).await
}

async fn come_back(ask: &Ask, place: Place, intake: Intake, body: Body) -> Result<Response, Wrong> {
    let pairs = body::form_within(&ask.headers, body, MOST_BACK).await?;
    let (mut proposal, good) = returned(pairs).ok_or_else(|| Wrong::status(413))?;
    let intents = intents(ask, &place, intake, &proposal).await?;
    if intents.is_empty() {
        let none = Some(ask.voice().say("web-intake-none"));
        proposal.wrong = none;
        return again(ask, place, intake, proposal).await;
    }
    let receipts = record(ask, &mut proposal, intents, good).await?;
    let lands = (intake.lands)(&view::params(ask, &place.path), &receipts);
    let refused = proposal
        .items
        .iter()
        .filter(|it| !it.wrong.is_empty())
        .count();
    if refused == 0 {
        holding::unhold(ask).await;
        return Ok(reply::see_other(reply::own_path(&lands)));
    }
    if receipts.is_empty() {
        proposal.wrong = Some(ask.voice().say("web-intake-nothing"));
    } else {
        // What is recorded is done with; what is left is there to be mended.
        proposal
            .items
            .retain(|it| !it.ticked || !it.wrong.is_empty());
        proposal.recorded = Some((receipts.len(), lands));
    }
    // Asked again it is something else.
    proposal.key = ask.fresh_key();
    again(ask, place, intake, proposal).await
}

/// The session ended meanwhile: what was typed is kept, and a login asked for. More than may be
/// kept is not read of who is not signed in.
async fn signed_out(ask: &Ask, body: Body) -> Result<Response, Wrong> {
    let Some(boundary) = multipart::boundary(&ask.headers) else {
        let pairs = body::form(&ask.headers, body).await?;
        return holding::hold(ask, &typed(&pairs)).await;
    };
    let bytes = match body::bytes_within(&ask.headers, body, body::MOST + AROUND).await {
        Ok(bytes) => bytes,
        Err(wrong) if wrong.status == 413 => {
            let login = format!("/login?next={}", encode(&ask.path));
            return Ok(reply::see_other(&login));
        }
        Err(wrong) => return Err(wrong),
    };
    let Handed { name, about, .. } = handed(&bytes, &boundary)?;
    let about = match name.as_str() {
        "" => about,
        name => about.with(FILE, name),
    };
    holding::hold(ask, &about).await
}

/// What the ticked things ask for, each with its place.
async fn intents(
    ask: &Ask,
    place: &Place,
    intake: Intake,
    proposal: &Proposal,
) -> Result<Vec<(usize, Intent)>, Wrong> {
    let (params, module) = (view::params(ask, &place.path), place.module.name);
    let proposal = proposal.clone();
    let actor = ask.caller.actor();
    ask.read(move |ask, desk, audience| {
        let names = desk.names();
        let scene = Scene {
            audience,
            words: &ask.site().words,
            params: &params,
            organisations: &names,
            head: None,
        };
        let ticked = proposal
            .items
            .iter()
            .enumerate()
            .filter(|(_, it)| it.ticked);
        let intents = ticked.map(|(at, item)| {
            let want = (intake.want)(item, &proposal, &scene);
            let intent = Intent {
                module: module.to_owned(),
                kind: want.kind.to_owned(),
                verb: want.verb.to_owned(),
                target: want.target,
                typed: want.typed,
                seen: want.seen,
                key: (!proposal.key.is_empty()).then(|| format!("{}/{at}", proposal.key)),
                actor: actor.clone(),
                audience: audience.clone(),
            };
            (at, intent)
        });
        Ok(intents.collect())
    })
    .await
}

/// Records them together; each that was refused gets its reasons. When the good ones are wanted,
/// they are wanted again without the bad. Answers what was recorded.
async fn record(
    ask: &Ask,
    proposal: &mut Proposal,
    mut intents: Vec<(usize, Intent)>,
    good: bool,
) -> Result<Vec<Receipt>, Wrong> {
    while let Some((_, whole)) = intents.first().cloned() {
        let wanted = intents.iter().map(|(_, intent)| intent.clone()).collect();
        let together = ask.site().desk.together(wanted, Keep::All).await;
        let done = together.map_err(|refused| of_whole(ask, &whole, refused))?;
        let all = intents.len();
        let mut receipts = Vec::new();
        let mut left = Vec::new();
        for ((at, intent), outcome) in intents.into_iter().zip(done.outcomes) {
            match outcome {
                Ok(receipt) => {
                    receipts.push(receipt);
                    left.push((at, intent));
                }
                Err(refused) => {
                    let said = said(ask, &intent, refused);
                    if let Some(item) = proposal.items.get_mut(at) {
                        item.wrong.push(said);
                    }
                }
            }
        }
        if done.kept {
            receipts
                .iter()
                .for_each(|_| ask.shell.metrics.outcome("recorded"));
            return Ok(receipts);
        }
        // When none was refused it would be no other next time.
        if !good || left.len() == all {
            break;
        }
        intents = left;
    }
    Ok(Vec::new())
}

fn of_whole(ask: &Ask, intent: &Intent, refused: Refused) -> Wrong {
    let kind = ask
        .site()
        .desk
        .kind(&format!("{}.{}", intent.module, intent.kind));
    let verb = kind.and_then(|kind| kind.verbs().iter().find(|it| it.name == intent.verb));
    match verb {
        Some(verb) => refused::wrong(ask, intent, verb, refused),
        None => Wrong::status(404),
    }
}

/// Why a thing was not recorded, in a sentence.
fn said(ask: &Ask, intent: &Intent, refused: Refused) -> String {
    let kind = ask
        .site()
        .desk
        .kind(&format!("{}.{}", intent.module, intent.kind));
    let verb = kind.and_then(|kind| kind.verbs().iter().find(|it| it.name == intent.verb));
    verb.map_or_else(String::new, |verb| sentence(ask, intent, verb, refused))
}

async fn again(
    ask: &Ask,
    place: Place,
    intake: Intake,
    proposal: Proposal,
) -> Result<Response, Wrong> {
    draw(ask, place, intake, move |_scene| proposal).await
}

/// The page of a proposal. One of which something is wrong is no success.
async fn draw(
    ask: &Ask,
    place: Place,
    intake: Intake,
    make: impl FnOnce(&Scene) -> Proposal + Send + 'static,
) -> Result<Response, Wrong> {
    let title = place.view.title;
    let drawn = move |answers: &[Answer], scene: &Scene| {
        let proposal = make(scene);
        let bad = proposal.wrong.is_some() || proposal.items.iter().any(|it| !it.wrong.is_empty());
        Some(((intake.draw)(&proposal, answers, scene)?, bad))
    };
    let drawn = view::drawn(ask, place.view, place.path, drawn, html! {}).await?;
    let (main, bad) = drawn.made;
    let status = if bad {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let title = drawn.title.unwrap_or_else(|| ask.voice().say(title));
    Ok(reply::page(ask, status, Page::still(title, main)))
}
