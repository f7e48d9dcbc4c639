// SPDX-License-Identifier: EUPL-1.2
//! Fields in which several people of one organisation type at once. Only who may do what the form
//! is for may open its drafts; the form itself works without.

use std::sync::Arc;

use axum::extract::Path;
use axum::extract::ws::{WebSocketUpgrade, rejection::WebSocketUpgradeRejection};
use axum::response::Response;
use paraat_contract::{Broken, Refused, Start};
use paraat_drafts::Key;
use paraat_ui::field::{self, Field, Typed};
use paraat_ui::{Markup, html};
use tokio::sync::mpsc;

use super::form::{Door, Opened, Sent};
use crate::ask::{Ask, Asked};
use crate::assets;
use crate::drafts::{self, LONGEST_MESSAGE, Lost, Seat};
use crate::events::still_signed_in;
use crate::guard::from_here;
use crate::keeper::Person;
use crate::refused;
use crate::site::Settings;
use crate::tasks;
use crate::wrong::Wrong;

/// So many messages wait for who is slow.
const WAITING: usize = 512;

/// Words that the script of the page needs, by the name of their attribute.
const WORDS: [&str; 9] = [
    "live",
    "reconnecting",
    "offline",
    "others",
    "alone",
    "recorded",
    "unkept",
    "too-long",
    "ended",
];

/// Bytes that wait for each socket: a key is some dozens, and a shift has hundreds of sockets open.
const READ_AT_ONCE: usize = 4 * 1024;

/// `GET /drafts/{form}/{field}`: a socket to type along. What the form is about stands behind the
/// question mark, as in the address of the form.
pub(crate) async fn join(
    ask: Ask,
    Path(path): Path<String>,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response, Wrong> {
    let person = ask.person()?.clone();
    // A browser sends the cookie along from whatever page opens a socket.
    if !from_here(&ask) || person.session.is_none() {
        return Err(Wrong::because(403, "web-other-site"));
    }
    let (form, name) = path.rsplit_once('/').ok_or_else(|| Wrong::status(404))?;
    let door = Door::at(&*ask.site().desk, &format!("/{form}"));
    let opened = door.ok_or_else(|| Wrong::status(404))?.open(&ask).await?;
    let field = fields(&opened).find(|field| field.name == name);
    let field = *field.ok_or_else(|| Wrong::status(404))?;
    let typed = ask.typed();
    let settings = &ask.site().settings;
    let key = key(settings, &person, (&opened, &field), &typed);
    let key = key.ok_or_else(|| Wrong::status(404))?;
    let start = start(&ask, &opened, &typed, &person).await?;
    let upgrade = upgrade.map_err(|_rejected| Wrong::status(400))?;
    let place = ask.shell.drafts.connections.enter(person.account);
    let place = place.ok_or_else(|| Wrong::wait(30))?;
    let (out, waiting) = mpsc::channel(WAITING);
    let seat = Seat {
        name: person.name.clone(),
        out,
    };
    let recorded = start.typed.get(field.name).to_owned();
    let shell = Arc::clone(&ask.shell);
    let entered =
        tasks::blocking(move || shell.drafts.enter(&shell.site, &key, &recorded, seat)).await;
    let (room, number) = entered
        .ok_or_else(|| Wrong::status(500))?
        .map_err(|lost| lost_one(&lost))?;
    drafts::keep_up(&ask.shell);
    let left = Left {
        ask: ask.clone(),
        room: Arc::clone(&room),
        number,
    };
    let upgrade = upgrade
        .read_buffer_size(READ_AT_ONCE)
        .max_message_size(LONGEST_MESSAGE)
        .max_frame_size(LONGEST_MESSAGE);
    Ok(upgrade.on_upgrade(move |socket| async move {
        let _left = left;
        let _place = place;
        let may = || still_may(&ask, &opened, &typed, &person);
        drafts::serve(socket, &room, number, waiting, may).await;
    }))
}

/// Gives the seat back, also when the socket never came.
struct Left {
    ask: Ask,
    room: Arc<drafts::Room>,
    number: u64,
}

impl Drop for Left {
    fn drop(&mut self) {
        let (shell, room, number) = (
            Arc::clone(&self.ask.shell),
            Arc::clone(&self.room),
            self.number,
        );
        tasks::spawn("leave a draft", async move {
            let left = move || shell.drafts.leave(&shell.site, &room, number);
            if let Some(Err(lost)) = tasks::blocking(left).await {
                tracing::error!(%lost, "a draft could not be kept");
            }
        });
    }
}

fn lost_one(lost: &Lost) -> Wrong {
    tracing::error!(%lost, "a draft could not be opened");
    Wrong::status(500)
}

/// What the form begins with, or why it does not open for them.
async fn start(ask: &Ask, opened: &Opened, typed: &Typed, person: &Person) -> Result<Start, Wrong> {
    let looks = Sent {
        typed: typed.clone(),
        ..Sent::default()
    };
    let mut intent = opened.intent(ask, looks)?;
    intent.actor = Some(person.actor());
    let wanted = intent.clone();
    let start = ask.read(move |_, desk, _| desk.start(&wanted)).await?;
    let start = start.ok_or_else(|| Wrong::status(404))?;
    match &start.refused {
        Some(refusal @ Refused::NotPermitted(_)) => {
            Err(refused::said(ask, &intent, opened.verb, refusal.clone()))
        }
        _ => Ok(start),
    }
}

async fn still_may(ask: &Ask, opened: &Opened, typed: &Typed, before: &Person) -> bool {
    match still_signed_in(ask) {
        Some(now) if now.organisation == before.organisation => {
            start(ask, opened, typed, &now).await.is_ok()
        }
        _ => false,
    }
}

impl Opened {
    /// Its address, without the slash before it.
    fn path(&self) -> String {
        let verb = self.verb.name;
        match &self.target {
            Some(stream) => format!("streams/{stream}/{verb}"),
            None => format!("{}/{}/{verb}", self.kind.module(), self.kind.name()),
        }
    }
}

fn fields(opened: &Opened) -> impl Iterator<Item = &'static Field> {
    opened.verb.fields.iter().filter(|it| it.together.is_some())
}

/// The names of the fields that say which text it is.
fn by(opened: &Opened, field: &Field) -> Vec<&'static str> {
    let given = opened.verb.fields.iter().filter(|it| it.given);
    let more = field.together.unwrap_or_default().iter().copied();
    given.map(|it| it.name).chain(more).collect()
}

/// The draft of a field, given what the form is about; none while that is not filled in.
fn key(
    settings: &Settings,
    person: &Person,
    (opened, field): (&Opened, &Field),
    typed: &Typed,
) -> Option<Key> {
    let by = by(opened, field);
    let all = opened.verb.fields.iter();
    let about: Vec<Field> = all.filter(|it| by.contains(&it.name)).copied().collect();
    let own = by.iter().fold(Typed::default(), |own, name| {
        own.with(name, typed.get(name))
    });
    let input = field::read(&about, &own).ok()?;
    let about = by.iter().map(|name| ((*name).to_owned(), input.text(name)));
    Some(Key {
        space: settings.space().to_owned(),
        organisation: person.organisation.clone(),
        form: opened.path(),
        about: about.collect(),
        field: field.name.to_owned(),
    })
}

/// Puts the drafts of a form in the place of what is recorded, and answers their names. What
/// somebody typed themselves (`own`) stays.
pub(super) fn fill(
    ask: &Asked,
    opened: &Opened,
    own: &Typed,
    typed: &mut Typed,
) -> Result<Vec<&'static str>, Broken> {
    let mut changed = Vec::new();
    let Some(person) = &ask.caller.person else {
        return Ok(changed);
    };
    for field in fields(opened).filter(|field| own.get(field.name).is_empty()) {
        let Some(key) = key(&ask.site().settings, person, (opened, field), typed) else {
            continue;
        };
        let text = ask.shell.drafts.text(ask.site(), &key).map_err(|lost| {
            tracing::error!(%lost, request = ask.id, "a draft could not be read");
            Broken(ask.id.clone())
        })?;
        if let Some(text) = text {
            typed.0.insert(field.name.to_owned(), text);
            changed.push(field.name);
        }
    }
    Ok(changed)
}

/// What stands below the questions in which several people type.
pub(super) fn beside(
    ask: &Asked,
    opened: &Opened,
    changed: &[&str],
) -> Vec<(&'static str, Markup)> {
    let each = fields(opened).map(|field| {
        let concept = changed.contains(&field.name);
        (field.name, mark(ask, opened, field, concept))
    });
    each.collect()
}

fn mark(ask: &Asked, opened: &Opened, field: &Field, concept: bool) -> Markup {
    let voice = ask.voice();
    let words = WORDS.map(|name| (name, voice.say(&format!("together-{name}"))));
    let words: serde_json::Map<_, _> = words
        .into_iter()
        .map(|(name, word)| (name.to_owned(), word.into()))
        .collect();
    // What a link brings along is new: it comes behind what stands in the draft.
    let own = ask.parameter(field.name).map(|_| "true");
    let address = format!("/drafts/{}/{}", opened.path(), field.name);
    html! {
        div.together data-field={ "field-" (field.name) } data-address=(address)
            data-by=(by(opened, field).join(" ")) data-script=[assets::address("together")]
            data-own=[own] data-words=(serde_json::Value::from(words)) {
            p.together-concept hidden[!concept] {
                strong { (voice.say("together-concept")) } " "
                span { (voice.say("together-concept-help")) }
            }
            p.together-state role="status" {}
            p.together-others {}
            p.together-recorded role="status" {}
        }
    }
}

/// What was recorded is no draft any more: those who type in it are told. A draft that cannot be
/// reached does not undo what was recorded.
pub(super) async fn recorded(ask: &Ask, opened: &Opened, typed: &Typed) {
    let Some(person) = &ask.caller.person else {
        return;
    };
    let done = fields(opened).filter_map(|field| {
        let key = key(&ask.site().settings, person, (opened, field), typed)?;
        Some((key, typed.get(field.name).trim().replace("\r\n", "\n")))
    });
    let done: Vec<_> = done.collect();
    if done.is_empty() {
        return;
    }
    let (shell, by) = (Arc::clone(&ask.shell), person.name.clone());
    let told = tasks::blocking(move || {
        for (key, text) in done {
            shell.drafts.recorded(&shell.site, &key, &text, &by)?;
        }
        Ok::<_, Lost>(())
    });
    if let Some(Err(lost)) = told.await {
        tracing::error!(%lost, "a draft could not begin anew");
    }
}
