// SPDX-License-Identifier: EUPL-1.2
//! One page as one audience sees it, for as long as somebody looks at it.

use std::future::pending;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::ws::Utf8Bytes;
use axum::http::Uri;
use paraat_authority::Audience;
use paraat_contract::Changed;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, sleep_until};

use super::people::Room;
use crate::ask::{Ask, Shell};
use crate::caller::Caller;
use crate::pages::{exercises, view};
use crate::prefix;
use crate::wrong::Wrong;

/// A page is pushed at most four times a second, however much changes.
const BETWEEN: Duration = Duration::from_millis(250);
/// So long those who come and go are gathered before it is said who looks.
const GATHER: Duration = Duration::from_millis(500);
/// Rights are looked at so often, also when nothing changes.
const LOOK_EVERY: Duration = Duration::from_secs(10);

/// What is pushed: the same bytes for everybody who looks.
#[derive(Clone)]
pub(super) struct Pushed {
    /// Up to where in the ledger it is true.
    pub position: Option<i64>,
    /// The message: its number, cursor and moment on a line each, then the page.
    pub message: Utf8Bytes,
}

/// How one viewer hears of the picture: of the page only the newest, none when it has ended; and
/// of who looks.
pub(super) struct Seen {
    pub page: watch::Receiver<Option<Pushed>>,
    pub here: watch::Receiver<Utf8Bytes>,
}

impl Seen {
    /// True when the picture has ended, also between finding it and looking at it: nothing more
    /// comes of it.
    pub(super) fn is_over(&self) -> bool {
        self.page.borrow().is_none()
    }
}

/// The picture.
pub(super) struct Picture {
    /// For whom.
    pub audience: Audience,
    /// Path and query.
    pub target: String,
    /// Where those who look meet; none for a page that is of no one thing.
    pub room: Option<Arc<Room>>,
    caller: Caller,
    uri: Uri,
    page: watch::Sender<Option<Pushed>>,
    here: watch::Sender<Utf8Bytes>,
    /// Number of the last push, and its page.
    last: Mutex<(u64, String)>,
}

impl Picture {
    /// Of what this asks for; nothing is made yet.
    pub(super) fn new(audience: Audience, shared: &Ask, uri: Uri) -> Self {
        Self {
            audience,
            target: shared.target.clone(),
            room: None,
            caller: shared.caller.clone(),
            uri,
            page: watch::Sender::new(None),
            here: watch::Sender::new(Utf8Bytes::default()),
            last: Mutex::default(),
        }
    }

    /// The same, with who looks.
    pub(super) fn with_room(self, room: Arc<Room>) -> Self {
        Self {
            room: Some(room),
            ..self
        }
    }

    /// One more looks.
    pub(super) fn look(&self) -> Seen {
        Seen {
            page: self.page.subscribe(),
            here: self.here.subscribe(),
        }
    }

    /// True while somebody looks.
    pub(super) fn is_looked_at(&self) -> bool {
        self.page.receiver_count() > 0
    }

    /// Everybody is told to ask for themselves.
    pub(super) fn end(&self) {
        self.page.send_replace(None);
    }

    /// Pushes what was made, unless it is what everybody has already.
    pub(super) fn put(&self, shell: &Shell, made: view::Shared) {
        let site = &shell.site;
        let html = match &site.settings.inside {
            Some(inside) => prefix::with_prefix(&inside.prefix, &made.html),
            None => made.html,
        };
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.1 == html {
            return;
        }
        let number = last.0 + 1;
        let (cursor, moment) = (&made.cursor, &made.snapshot);
        let message = format!("page\n{number}\n{cursor}\n{moment}\n{html}").into();
        let position = site.desk.known(cursor).ok().flatten();
        *last = (number, html);
        self.page.send_replace(Some(Pushed { position, message }));
    }

    fn say_who(&self, ask: &Ask) {
        if let Some(room) = &self.room {
            let said = room.said(ask);
            self.here.send_if_modified(|now| {
                let new = now.as_str().strip_prefix("here\n") != Some(said.as_str());
                if new {
                    *now = format!("here\n{said}").into();
                }
                new
            });
        }
    }
}

/// Follows the ledger for a picture until nobody looks at it any more, or its audience is no more
/// what it was: whose circles changed asks again, and is judged again.
pub(super) async fn keep(
    shell: &Arc<Shell>,
    picture: &Arc<Picture>,
    topics: &'static [&'static str],
    mut cursor: String,
) {
    let mut pushed = Instant::now();
    let mut people = picture.room.as_ref().map(|room| room.watch());
    loop {
        let changed = shell.site.desk.changed(&picture.audience, Some(&cursor));
        let came = async {
            let Some(people) = &mut people else {
                return pending().await;
            };
            // The room outlives who watches it.
            let _ = people.changed().await;
            sleep(GATHER).await;
        };
        let changed: Option<Changed> = tokio::select! {
            changed = changed => Some(changed),
            () = came => None,
            () = sleep(LOOK_EVERY) => None,
            () = picture.page.closed() => None,
        };
        if !picture.is_looked_at() && shell.pictures.remove(picture, true) {
            return;
        }
        let ask = Ask::shared(shell, &picture.caller, &picture.uri);
        if !is_still_theirs(&ask, &picture.audience).await {
            return;
        }
        picture.say_who(&ask);
        let Some(changed) = changed else {
            continue;
        };
        cursor = changed.cursor;
        if !changed.topics.iter().any(|it| topics.contains(it)) {
            continue;
        }
        sleep_until(pushed + BETWEEN).await;
        pushed = Instant::now();
        // Asked again after the pause: rights and moment are those of the push.
        let ask = Ask::shared(shell, &picture.caller, &picture.uri);
        let Ok(made) = made(&ask, &picture.audience).await else {
            return;
        };
        cursor.clone_from(&made.cursor);
        picture.put(shell, made);
    }
}

async fn made(ask: &Ask, audience: &Audience) -> Result<view::Shared, Wrong> {
    let made = view::shared(ask).await?;
    match is_still_theirs(ask, audience).await {
        true => Ok(made),
        false => Err(Wrong::status(404)),
    }
}

async fn is_still_theirs(ask: &Ask, audience: &Audience) -> bool {
    let now = ask.read(|ask, _, audience| Ok((audience.clone(), exercises::left(ask))));
    matches!(now.await, Ok((now, false)) if now == *audience)
}

#[cfg(test)]
mod tests {
    use paraat_kernel::Language;

    use super::*;
    use crate::caller::Means;
    use crate::push::Pictures;

    fn picture() -> Picture {
        let zone = "Europe/Amsterdam".to_owned();
        let pushed = Pushed {
            position: None,
            message: Utf8Bytes::default(),
        };
        Picture {
            audience: Audience::public(Language::Nl, zone.clone()),
            target: "/incident".to_owned(),
            room: None,
            caller: Caller {
                person: None,
                means: Means::None,
                language: Language::Nl,
                theme: paraat_ui::Theme::default(),
                zone,
                remote: String::new(),
                loopback: false,
            },
            uri: Uri::from_static("/incident"),
            page: watch::Sender::new(Some(pushed)),
            here: watch::Sender::new(Utf8Bytes::default()),
            last: Mutex::default(),
        }
    }

    #[test]
    fn nobody_finds_a_picture_that_ended_and_who_just_found_it_knows() {
        let pictures = Pictures::default();
        let open = Arc::new(picture());
        let first = pictures.add(&open);
        let (_, second) = pictures.find(&picture()).unwrap();
        assert!(!first.is_over() && !second.is_over());
        pictures.close(&open);
        assert!(pictures.find(&picture()).is_none());
        assert!(first.is_over() && second.is_over());
        assert!(open.look().is_over(), "also who looks at it only now");
    }
}
