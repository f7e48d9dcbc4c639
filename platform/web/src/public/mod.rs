// SPDX-License-Identifier: EUPL-1.2
//! What everybody reads without signing in: files that modules make of what is of the public class,
//! kept ready in memory and made anew when something in them changed. A request for one passes no
//! guard, opens no session and asks nothing of the record.

mod folder;
mod ready;

use std::sync::{Arc, PoisonError, RwLock, Weak};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use paraat_authority::Audience;
use paraat_contract::{Broken, Desk, Leaf, Outside, Public};
use paraat_kernel::{Language, Timestamp};
use paraat_ui::Words;
use tokio::sync::OnceCell;
use tokio::time::{Instant, sleep, sleep_until, timeout};

pub use self::folder::{NotKept, keep};
use self::ready::Ready;
use crate::ask::Shell;
use crate::site::Settings;
use crate::{prefix, tasks};

/// At least so long from one making to the next: whoever writes a lot makes no more of it.
const BETWEEN: Duration = Duration::from_millis(500);
/// After so long they are made anew without news: what has ended is then among what was.
const AGAIN: Duration = Duration::from_secs(60);
/// After so long they are tried again when reading failed.
const FAILED: Duration = Duration::from_secs(5);

/// The files that everybody reads, once somebody asked for one.
#[derive(Default)]
pub(crate) struct Leaves {
    begun: OnceCell<()>,
    ready: RwLock<Arc<Ready>>,
}

impl Leaves {
    fn now(&self) -> Arc<Ready> {
        Arc::clone(&self.ready.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn put(&self, ready: Ready) {
        *self.ready.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(ready);
    }
}

/// Stands before all routes: what is for a public file is answered here, the rest goes on.
pub(crate) async fn answer(
    State(shell): State<Arc<Shell>>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    let public = path.starts_with("/public") || path.starts_with("/feeds/");
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if !public || !reads {
        return next.run(request).await;
    }
    begin(&shell).await;
    match shell.leaves.now().answer(&request) {
        Some(response) => response,
        None => next.run(request).await,
    }
}

/// Makes them for the first time, and keeps them as they should be from then on.
pub(crate) async fn begin(shell: &Arc<Shell>) {
    let begin = || async {
        let cursor = renew(shell).await;
        let shell = Arc::downgrade(shell);
        tasks::spawn("public page", follow(shell, cursor));
    };
    shell.leaves.begun.get_or_init(begin).await;
}

/// A folder that is to be kept is written from the start, also when nobody asks for a page.
pub(crate) fn keep_folder(shell: &Arc<Shell>) {
    if shell.site.settings.public_folder.is_some() {
        let shell = Arc::clone(shell);
        tasks::spawn("public folder", async move { begin(&shell).await });
    }
}

/// Makes them now; answers the cursor of the moment that they are of.
async fn renew(shell: &Arc<Shell>) -> Option<String> {
    let site = &shell.site;
    let now = site.clock.now();
    let made = tasks::in_place(|| made(&*site.desk, &site.words, &site.settings, now));
    let (leaves, cursor) = made.and_then(Result::ok)?;
    if let Some(folder) = shell.site.settings.public_folder.clone() {
        let leaves = leaves.clone();
        let kept = tasks::blocking(move || folder::keep(&folder, &leaves)).await;
        if let Some(Err(why)) = kept {
            tracing::error!(%why, "the public folder was not written");
        }
    }
    shell.leaves.put(Ready::of(leaves));
    Some(cursor)
}

/// Makes them anew for as long as anybody has the shell: that of an exercise ends with it.
async fn follow(shell: Weak<Shell>, mut cursor: Option<String>) {
    while let Some(shell) = shell.upgrade() {
        let made = Instant::now();
        match cursor {
            Some(after) => news(&shell, after).await,
            None => sleep(FAILED).await,
        }
        sleep_until(made + BETWEEN).await;
        cursor = renew(&shell).await;
    }
}

/// Waits until something is recorded that makes them out of date, or time has.
async fn news(shell: &Shell, after: String) {
    let desk = &shell.site.desk;
    let audience = audience(&shell.site.settings);
    let topics: Vec<&str> = modules(&**desk).flat_map(|it| it.topics).copied().collect();
    let mut cursor = after;
    let changed = async {
        loop {
            let changed = desk.changed(&audience, Some(&cursor)).await;
            if changed.topics.iter().any(|it| topics.contains(it)) {
                return;
            }
            cursor = changed.cursor;
        }
    };
    // Either is a reason to make them.
    let _ = timeout(AGAIN, changed).await;
}

fn modules(desk: &dyn Desk) -> impl Iterator<Item = &'static Public> {
    let modules = desk.modules().iter();
    modules.filter_map(|module| module.public.as_ref())
}

fn audience(settings: &Settings) -> Audience {
    Audience::public(Language::Nl, settings.zone.as_str())
}

/// All files as they should be now, and the cursor of that moment.
///
/// # Errors
/// `Broken` when the record cannot be read.
pub fn made(
    desk: &dyn Desk,
    words: &Words,
    settings: &Settings,
    now: Timestamp,
) -> Result<(Vec<Leaf>, String), Broken> {
    let audience = audience(settings);
    let voice = words.voice(Language::Nl);
    let marking = match &settings.inside {
        Some(inside) => voice.with(
            "frame-exercise",
            &[("name", inside.name.get(Language::Nl).to_owned())],
        ),
        None if settings.demo => voice.say("public-demo"),
        None => String::new(),
    };
    let address = settings.public_base_url.as_deref().unwrap_or_default();
    let base = format!("{}{}", address.trim_end_matches('/'), settings.prefix());
    let names = desk.names();
    let outside = Outside {
        organisations: &names,
        zone: &settings.zone,
        now,
        marking: &marking,
        base: &base,
    };
    let mut leaves = Vec::new();
    let mut cursor = None;
    for public in modules(desk) {
        let (answers, at) = desk.answers(&audience, &(public.needs)())?;
        // What changes while later ones are made is news for the first.
        cursor.get_or_insert(at);
        leaves.extend((public.leaves)(&answers, &outside));
    }
    if let Some(inside) = &settings.inside {
        for leaf in &mut leaves {
            if leaf.kind.starts_with("text/html") {
                let page = String::from_utf8_lossy(&leaf.body);
                leaf.body = prefix::with_prefix(&inside.prefix, &page).into_bytes();
            }
        }
    }
    Ok((leaves, cursor.unwrap_or_default()))
}
