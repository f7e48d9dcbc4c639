// SPDX-License-Identifier: EUPL-1.2
//! The form of a verb. What was typed is never lost: it is shown again when it is refused, and
//! kept when the session ended meanwhile.

use axum::body::Body;
use axum::http::StatusCode;
use axum::response::Response;
use paraat_contract::{AnyKind, Desk, Intent, Refused, Scope, Verb, one_of_each};
use paraat_kernel::StreamId;
use paraat_ui::field::{Shape, Typed};
use paraat_ui::widgets::{LOOK, page_bar};
use paraat_ui::{Markup, html, time};

use super::draw::{Drawing, draw};
use super::holding::{UNKEPT, held, hold, unhold};
use super::said::{at_field, said};
use super::shut::Shut;
use super::{aid, many, stale, together};
use crate::ask::{Ask, Asked, typed};
use crate::files;
use crate::personal::{hinted, looks_personal};
use crate::refused;
use crate::reply::{self, Page};
use crate::wrong::Wrong;

/// The address of a form, as it is written.
pub(super) enum Door {
    /// `/{module}/{kind}/{verb}`.
    Kind(&'static dyn AnyKind, &'static Verb),
    /// `/streams/{stream}/{verb}`.
    Stream(StreamId, String),
}

/// A form whose verb was found.
#[derive(Clone)]
pub(super) struct Opened {
    /// The kind.
    pub kind: &'static dyn AnyKind,
    /// The verb.
    pub verb: &'static Verb,
    /// The stream it is called at.
    pub target: Option<StreamId>,
}

impl Door {
    /// The form at this path; none when no verb is named there.
    pub(super) fn at(desk: &dyn Desk, path: &str) -> Option<Self> {
        let mut parts = path.strip_prefix('/')?.split('/');
        let (first, second, verb) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        if first == "streams" {
            return Some(Self::Stream(second.parse().ok()?, verb.to_owned()));
        }
        let kind = desk.kind(&format!("{first}.{second}"))?;
        Some(Self::Kind(kind, verb_of(kind, verb, Scope::Kind)?))
    }

    pub(super) async fn open(self, ask: &Ask) -> Result<Opened, Wrong> {
        match self {
            Self::Kind(kind, verb) => Ok(Opened {
                kind,
                verb,
                target: None,
            }),
            Self::Stream(stream, name) => {
                let at = stream.clone();
                let seen = ask
                    .read(move |_, desk, audience| desk.stream(audience, &at))
                    .await?;
                let kind = seen.and_then(|seen| ask.site().desk.kind(&seen.kind));
                let found = kind.and_then(|it| Some((it, verb_of(it, &name, Scope::Stream)?)));
                let (kind, verb) = found.ok_or_else(|| Wrong::status(404))?;
                Ok(Opened {
                    kind,
                    verb,
                    target: Some(stream),
                })
            }
        }
    }
}

fn verb_of(kind: &'static dyn AnyKind, name: &str, scope: Scope) -> Option<&'static Verb> {
    kind.verbs()
        .iter()
        .find(|verb| verb.name == name && verb.scope == scope)
}

impl Opened {
    /// What somebody wants done with it.
    pub(super) fn intent(&self, ask: &Asked, fields: Sent) -> Result<Intent, Wrong> {
        Ok(Intent {
            module: self.kind.module().to_owned(),
            kind: self.kind.name().to_owned(),
            verb: self.verb.name.to_owned(),
            target: self.target.clone(),
            typed: fields.typed,
            seen: fields.seen,
            key: fields.key,
            actor: ask.caller.actor(),
            audience: ask.audience()?,
        })
    }

    /// What it is called.
    pub(super) fn title(&self, ask: &Asked) -> String {
        let (module, kind) = (self.kind.module(), self.kind.name());
        ask.voice()
            .say(&format!("{module}-{kind}-{}", self.verb.name))
    }
}

/// What came with a form: its fields, and what the page added.
#[derive(Debug, Clone, Default)]
pub(super) struct Sent {
    pub typed: Typed,
    pub seen: Option<u64>,
    pub key: Option<String>,
    /// Where to go on afterwards, when the page that sent it says so.
    pub next: Option<String>,
}

impl Sent {
    fn of(mut typed: Typed) -> Self {
        let seen = typed.0.remove("seen").and_then(|it| it.parse().ok());
        let key = typed
            .0
            .remove("key")
            .filter(|it| !it.is_empty() && it.len() <= 200);
        let next = typed.0.remove("next");
        typed.0.remove(UNKEPT);
        Self {
            typed,
            seen,
            key,
            next,
        }
    }
}

/// What was typed, with each moment in one piece: a page asks for day and time apart, in the zone
/// of its reader.
fn moments(ask: &Asked, verb: &Verb, mut typed: Typed) -> Typed {
    for field in verb.fields.iter().filter(|it| it.shape == Shape::Moment) {
        let mut take = |part: &str| typed.0.remove(&format!("{}-{part}", field.name));
        if let (Some(day), Some(clock)) = (take("day"), take("time")) {
            let moment = time::typed_moment(&day, &clock, &ask.caller.zone);
            typed.0.insert(field.name.to_owned(), moment);
        }
    }
    typed
}

/// Shows the form.
pub(super) async fn show(ask: &Ask, door: Door) -> Result<Response, Wrong> {
    ask.person()?;
    let opened = door.open(ask).await?;
    let mut asked = ask.typed();
    let code = asked.0.remove("held");
    let next = asked.0.remove("next");
    let kept = match &code {
        Some(code) => kept(ask, opened.verb, code).await?,
        None => None,
    };
    let fields = kept.clone().unwrap_or(Sent {
        typed: asked,
        next,
        ..Sent::default()
    });
    let next = fields.next.clone();
    let intent = opened.intent(ask, fields)?;
    let shown = opened.clone();
    let main = ask.read(move |ask, desk, audience| {
        let Some(start) = desk.start(&intent)? else {
            return Ok(None);
        };
        // What somebody typed before is never taken away: the door will say why it is refused.
        if let Some(refused) = start.refused.filter(|_| kept.is_none()) {
            let about = start.about;
            return Ok(Some(Err(Shut {
                refused,
                about,
                intent,
            })));
        }
        let mut typed = start.typed;
        let drafts = together::fill(ask, &shown, &intent.typed, &mut typed)?;
        for (name, value) in intent.typed.0 {
            if kept.is_some() || typed.get(&name).is_empty() {
                typed.0.insert(name, value);
            }
        }
        let help = aid::of(ask, desk, audience, &shown, &typed)?;
        aid::fill(&help, shown.verb, &mut typed, kept.is_none());
        let drawing = Drawing {
            typed,
            help,
            shared: start.shared,
            seen: kept.as_ref().and_then(|it| it.seen).or(start.seen),
            key: kept
                .and_then(|it| it.key)
                .unwrap_or_else(|| ask.fresh_key()),
            about: start.about,
            next,
            drafts,
            ..Drawing::default()
        };
        Ok(Some(Ok(draw(ask, desk, audience, &shown, &drawing)?)))
    });
    match main.await?.ok_or_else(|| Wrong::status(404))? {
        Ok(form) => Ok(page(ask, StatusCode::OK, &opened, form)),
        Err(shut) => shut.answer(ask, &opened),
    }
}

/// The page of a form.
pub(super) fn page(ask: &Asked, status: StatusCode, opened: &Opened, form: Markup) -> Response {
    let title = opened.title(ask);
    let main = html! {
        (page_bar(&title, html! {}, html! {}))
        (form)
    };
    reply::page(ask, status, Page::still(title, main))
}

async fn kept(ask: &Ask, verb: &Verb, code: &str) -> Result<Option<Sent>, Wrong> {
    let typed = held(ask, code).await?;
    Ok(typed.map(|typed| Sent::of(moments(ask, verb, typed))))
}

/// Takes the form.
pub(super) async fn submit(ask: &Ask, door: Door, body: Body) -> Result<Response, Wrong> {
    let verb = match &door {
        Door::Kind(_, verb) => Some(*verb),
        Door::Stream(..) => None,
    };
    let (pairs, problems) = files::form(ask, verb, body).await?;
    if ask.caller.person.is_none() {
        return hold(ask, &typed(&pairs)).await;
    }
    let opened = door.open(ask).await?;
    let mut sent = Sent::of(moments(ask, opened.verb, typed(&pairs)));
    let next = sent.next.take();
    let looks = sent.typed.0.remove(LOOK).is_some();
    let mut intent = opened.intent(ask, sent)?;
    if looks {
        return aid::look(ask, opened, intent, next).await;
    }
    if let Some(field) = opened.verb.many() {
        let mut each = one_of_each(intent.clone(), field.name);
        match each.pop() {
            Some(one) if each.is_empty() => intent = one,
            last => {
                each.extend(last);
                return many::submit(ask, opened, intent, each, next).await;
            }
        }
    }
    let submitted = match problems {
        none if none.is_empty() => ask.site().desk.submit(intent.clone()).await,
        problems => Err(Refused::Fields(problems)),
    };
    match submitted {
        Ok(receipt) => {
            together::recorded(ask, &opened, &intent.typed).await;
            ask.shell.metrics.outcome(if receipt.repeated {
                "repeated"
            } else {
                "recorded"
            });
            unhold(ask).await;
            let lands = next.as_deref().map(reply::own_path);
            let lands = lands.unwrap_or(&receipt.lands);
            // What is sealed may hold it; anywhere else it is told, and stands as it was typed.
            let told = !opened.kind.sealed() && looks_personal(&intent.typed);
            Ok(reply::see_other(&match told {
                true => hinted(lands),
                false => lands.to_owned(),
            }))
        }
        Err(refused) => again(ask, opened, intent, next, refused).await,
    }
}

/// Shows the form again with what was typed, and why it was refused.
async fn again(
    ask: &Ask,
    opened: Opened,
    intent: Intent,
    next: Option<String>,
    refused: Refused,
) -> Result<Response, Wrong> {
    let mut drawing = Drawing {
        typed: intent.typed.clone(),
        next,
        seen: intent.seen,
        key: intent.key.clone().unwrap_or_else(|| ask.fresh_key()),
        ..Drawing::default()
    };
    let mut since = None;
    match &refused {
        Refused::Fields(problems) => drawing.problems.clone_from(problems),
        Refused::Rule(refusal) => drawing.problems.extend(at_field(ask, opened.verb, refusal)),
        Refused::Stale {
            version,
            since: meanwhile,
        } => {
            drawing.seen = Some(*version);
            since = Some(meanwhile.clone());
        }
        Refused::NotSeen { version } => drawing.seen = Some(*version),
        Refused::KeyReused => drawing.key = ask.fresh_key(),
        _ => {}
    }
    let wrong = refused::wrong(ask, &intent, opened.verb, refused);
    if wrong.status == 404 {
        return Err(wrong);
    }
    // What only says that fields are wrong, or that the rule refuses, is said in the form.
    let in_form = wrong.status == 422;
    if in_form && drawing.problems.is_empty() {
        drawing.refusal = said(ask, &wrong, &opened);
    }
    let shown = opened.clone();
    let form = ask.read(move |ask, desk, audience| {
        aid::beside(ask, desk, audience, (&shown, &intent), &mut drawing)?;
        let form = draw(ask, desk, audience, &shown, &drawing)?;
        let changed = since.map(|since| stale::changed(ask, &shown, &drawing.typed, &since));
        Ok(html! { @if let Some(changed) = changed { (changed) } (form) })
    });
    let form = form.await?;
    if in_form {
        return Ok(page(ask, StatusCode::UNPROCESSABLE_ENTITY, &opened, form));
    }
    let status = match wrong.status {
        412 | 428 => 409,
        other => other,
    };
    Ok(Wrong {
        status,
        more: Some(Box::new(form)),
        ..wrong
    }
    .answer(ask))
}
