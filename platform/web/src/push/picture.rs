// SPDX-License-Identifier: EUPL-1.2
//! One page as one audience sees it, for as long as somebody looks at it.

use std::collections::BTreeMap;
use std::future::pending;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::http::Uri;
use paraat_authority::Audience;
use paraat_contract::Changed;
use tokio::sync::watch;
use tokio::task::{unconstrained, yield_now};
use tokio::time::{Instant, sleep, sleep_until};

use super::frame::Frames;
use super::people::Room;
use super::viewer::{Sort, Viewer};
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
/// So many viewers are told before others have their turn on this thread: some two milliseconds.
const AT_ONCE: usize = 256;

/// What is pushed: the same bytes for everybody who looks.
#[derive(Clone, Default)]
struct Pushed {
    /// How many pages were pushed before it.
    number: u64,
    /// Up to where in the ledger it is true.
    position: Option<i64>,
    /// The page itself, to tell whether the next is another.
    html: String,
    /// The message: its number, cursor and moment on a line each, then the page.
    page: Frames,
    /// Only its number, for who has the page already: so that a gap is seen.
    at: Frames,
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
    /// True when it has ended; it has as many receivers as there are who look, or are about to.
    ended: watch::Sender<bool>,
    now: Mutex<Now>,
}

/// How it stands.
#[derive(Default)]
struct Now {
    page: Pushed,
    /// Who looks.
    here: (String, Frames),
    viewers: BTreeMap<u64, Arc<Viewer>>,
    /// The number of the next viewer.
    next: u64,
}

/// A viewer is among those who look until this is dropped.
pub(super) struct Entered<'a> {
    picture: &'a Picture,
    number: u64,
}

impl Drop for Entered<'_> {
    fn drop(&mut self) {
        self.picture.now().viewers.remove(&self.number);
    }
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
            ended: watch::Sender::new(false),
            now: Mutex::default(),
        }
    }

    /// The same, with who looks.
    pub(super) fn with_room(self, room: Arc<Room>) -> Self {
        Self {
            room: Some(room),
            ..self
        }
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One more is about to look; hears when the picture has ended.
    pub(super) fn look(&self) -> watch::Receiver<bool> {
        self.ended.subscribe()
    }

    /// True while somebody looks.
    pub(super) fn is_looked_at(&self) -> bool {
        self.ended.receiver_count() > 0
    }

    /// Everybody is told to ask for themselves.
    pub(super) fn end(&self) {
        self.ended.send_replace(true);
    }

    /// A viewer looks from here on, whose page is of `known`: they are told what is newer.
    pub(super) fn enter(&self, viewer: &Arc<Viewer>, known: Option<i64>) -> Entered<'_> {
        let mut now = self.now();
        now.next += 1;
        let number = now.next;
        now.viewers.insert(number, Arc::clone(viewer));
        let page = &now.page;
        let news = match page.position > known {
            true => &page.page,
            false => &page.at,
        };
        viewer.show(page.number, news);
        if !now.here.0.is_empty() {
            viewer.say(Sort::Here, &now.here.1);
        }
        Entered {
            picture: self,
            number,
        }
    }

    /// Takes what was made for what is to be pushed. False when everybody has it already.
    pub(super) fn put(&self, shell: &Shell, made: view::Shared) -> bool {
        let site = &shell.site;
        let html = match &site.settings.inside {
            Some(inside) => prefix::with_prefix(&inside.prefix, &made.html),
            None => made.html,
        };
        let was = {
            let now = self.now();
            match now.page.html == html {
                true => return false,
                false => now.page.number,
            }
        };
        let number = was + 1;
        let (cursor, moment) = (&made.cursor, &made.snapshot);
        let page = Frames::of(&format!("page\n{number}\n{cursor}\n{moment}\n{html}"));
        let position = site.desk.known(cursor).ok().flatten();
        self.now().page = Pushed {
            number,
            position,
            html,
            page,
            at: Frames::of(&format!("at\n{number}")),
        };
        true
    }

    /// Tells everybody who looks, after asking whether they still may.
    async fn tell(&self, what: impl Fn(&Viewer)) {
        let all: Vec<Arc<Viewer>> = self.now().viewers.values().cloned().collect();
        for some in all.chunks(AT_ONCE) {
            // Tokio would let a task write to no more than a hundred in one turn.
            unconstrained(async {
                for viewer in some {
                    match viewer.still_may() {
                        true => what(viewer),
                        false => viewer.let_go(),
                    }
                }
            })
            .await;
            yield_now().await;
        }
    }

    async fn push(&self) {
        let (number, page) = {
            let now = self.now();
            (now.page.number, now.page.page.clone())
        };
        self.tell(|viewer| viewer.show(number, &page)).await;
    }

    async fn say_who(&self, ask: &Ask) {
        let Some(room) = &self.room else { return };
        let said = room.said(ask);
        let frames = {
            let mut now = self.now();
            if now.here.0 == said {
                return;
            }
            let frames = Frames::of(&format!("here\n{said}"));
            now.here = (said, frames.clone());
            frames
        };
        self.tell(|viewer| viewer.say(Sort::Here, &frames)).await;
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
            () = picture.ended.closed() => None,
        };
        if !picture.is_looked_at() && shell.pictures.remove(picture, true) {
            return;
        }
        let ask = Ask::shared(shell, &picture.caller, &picture.uri);
        if !is_still_theirs(&ask, &picture.audience).await {
            return;
        }
        picture.say_who(&ask).await;
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
        if picture.put(shell, made) {
            picture.push().await;
        }
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
            ended: watch::Sender::new(false),
            now: Mutex::default(),
        }
    }

    #[test]
    fn nobody_finds_a_picture_that_ended_and_who_just_found_it_knows() {
        let pictures = Pictures::default();
        let open = Arc::new(picture());
        let first = pictures.add(&open);
        let (_, second) = pictures.find(&picture()).unwrap();
        assert!(!*first.borrow() && !*second.borrow());
        pictures.close(&open);
        assert!(pictures.find(&picture()).is_none());
        assert!(*first.borrow() && *second.borrow());
        assert!(*open.look().borrow(), "also who looks at it only now");
    }
}
