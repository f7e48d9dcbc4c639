// SPDX-License-Identifier: EUPL-1.2
//! Pages that are made once for all who may see the same, and pushed to them. What is personal is
//! never in it: the address is asked anew by nobody in particular, who has the rights of the
//! audience and nothing else. Any other page hears of changes by `events` and asks for itself.

mod frame;
mod handshake;
mod people;
mod picture;
mod shares;
mod socket;
mod viewer;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use axum::http::Uri;
use axum::response::Response;
use tokio::sync::watch;

use self::handshake::Handshake;
use self::people::Room;
use self::picture::Picture;
use self::shares::Shares;
use crate::ask::{Ask, Shell};
use crate::connections::Connections;
use crate::guard::from_here;
use crate::pages::view;
use crate::reply;
use crate::tasks;
use crate::wrong::Wrong;

/// Most sockets of one account: a function is often held by a whole shift.
const PER_ACCOUNT: usize = 256;
/// Most sockets of the node.
const IN_ALL: usize = 8_000;

/// The pictures that are pushed now, and who looks at them.
pub(crate) struct Pictures {
    open: Mutex<Open>,
    /// What each account looks at.
    shares: Arc<Shares>,
    /// The sockets that are open.
    pub connections: Arc<Connections>,
}

#[derive(Default)]
struct Open {
    /// By address; those of one address differ in their audience.
    pictures: HashMap<String, Vec<Arc<Picture>>>,
    /// By path: whoever may see the page sees who else looks at it.
    rooms: HashMap<String, Arc<Room>>,
    /// By address, while it is made for the first time.
    first: HashMap<String, Weak<First>>,
}

/// Held while a picture is made for the first time, so that of many who come at once one does.
type First = tokio::sync::Mutex<()>;

impl Default for Pictures {
    fn default() -> Self {
        Self {
            open: Mutex::default(),
            shares: Arc::default(),
            connections: Connections::new(PER_ACCOUNT, IN_ALL),
        }
    }
}

impl Pictures {
    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A view of the picture that this audience has of this address, when it is open.
    fn find(&self, wanted: &Picture) -> Option<(Arc<Picture>, watch::Receiver<bool>)> {
        let open = self.open();
        let all = open.pictures.get(&wanted.target)?;
        let picture = all.iter().find(|it| it.audience == wanted.audience)?;
        Some((Arc::clone(picture), picture.look()))
    }

    fn add(&self, picture: &Arc<Picture>) -> watch::Receiver<bool> {
        let mut open = self.open();
        let all = open.pictures.entry(picture.target.clone()).or_default();
        all.push(Arc::clone(picture));
        picture.look()
    }

    /// Takes a picture away; false when somebody came to look at it meanwhile and `only_alone`.
    fn remove(&self, picture: &Arc<Picture>, only_alone: bool) -> bool {
        let mut open = self.open();
        if only_alone && picture.is_looked_at() {
            return false;
        }
        if let Some(all) = open.pictures.get_mut(&picture.target) {
            all.retain(|it| !Arc::ptr_eq(it, picture));
            if all.is_empty() {
                open.pictures.remove(&picture.target);
            }
        }
        open.rooms.retain(|_, room| Arc::strong_count(room) > 1);
        true
    }

    /// A picture has ended. It is taken away first: nobody finds one that ended, and who found it
    /// just before hears of it.
    fn close(&self, picture: &Arc<Picture>) {
        self.remove(picture, false);
        picture.end();
    }

    /// Who makes the picture at this address waits for this, and nobody else does: one that is
    /// slow to make keeps no other waiting.
    fn first(&self, target: &str) -> Arc<First> {
        let mut open = self.open();
        open.first.retain(|_, it| it.strong_count() > 0);
        let found = open.first.get(target).and_then(Weak::upgrade);
        found.unwrap_or_else(|| {
            let first = Arc::default();
            open.first.insert(target.to_owned(), Arc::downgrade(&first));
            first
        })
    }

    /// Where those meet who look at what this path shows.
    fn room(&self, path: &str) -> Arc<Room> {
        let mut open = self.open();
        Arc::clone(open.rooms.entry(path.to_owned()).or_default())
    }
}

/// `GET /pushed?at={path and query}&after={cursor}`: a socket that brings the page at that address
/// whenever it has changed.
pub(crate) async fn join(ask: Ask, handshake: Result<Handshake, Wrong>) -> Result<Response, Wrong> {
    let person = ask.person()?;
    // A browser sends the cookie along from whatever page opens a socket.
    if !from_here(&ask) || person.session.is_none() {
        return Err(Wrong::because(403, "web-other-site"));
    }
    let at = ask.parameter("at").unwrap_or_default();
    let uri: Uri = reply::own_path(at)
        .parse()
        .map_err(|_bad| Wrong::status(404))?;
    let shared = ask.as_anybody(&uri);
    let own = ask.read(|_, _, audience| Ok(audience.clone())).await?;
    let audience = shared.read(|_, _, audience| Ok(audience.clone())).await?;
    // Whoever sees by more than organisation and function asks for themselves.
    if own != audience {
        return Err(Wrong::status(404));
    }
    let handshake = handshake?;
    let place = ask.shell.pictures.connections.enter(person.account);
    let place = place.ok_or_else(|| Wrong::wait(30))?;
    let share = ask
        .shell
        .pictures
        .shares
        .take(person.account, &shared.target);
    let share = share.ok_or_else(|| Wrong::wait(30))?;
    let (picture, ended) =
        opened(&ask.shell, &shared, Picture::new(audience, &shared, uri)).await?;
    let after = ask.parameter("after").unwrap_or_default().to_owned();
    let known = ask.read(move |_, desk, _| desk.known(&after)).await?;
    let unpacks = handshake.unpacks;
    let (response, line) = handshake.answer();
    tasks::spawn("viewer", async move {
        let _places = (place, share);
        if let Some(line) = line.await {
            socket::serve((line, unpacks), ask, &picture, ended, known).await;
        }
    });
    Ok(response)
}

/// The picture that is open already, else this one, made for the first time. A page that is not
/// there for this audience, or is none to be shared, is a 404.
async fn opened(
    shell: &Arc<Shell>,
    shared: &Ask,
    wanted: Picture,
) -> Result<(Arc<Picture>, watch::Receiver<bool>), Wrong> {
    let pictures = &shell.pictures;
    if let Some(found) = pictures.find(&wanted) {
        return Ok(found);
    }
    let first = pictures.first(&wanted.target);
    let _first = first.lock().await;
    if let Some(found) = pictures.find(&wanted) {
        return Ok(found);
    }
    let made = view::shared(shared).await?;
    let wanted = match made.of_one {
        true => wanted.with_room(pictures.room(&shared.path)),
        false => wanted,
    };
    let topics = made.topics;
    let cursor = made.cursor.clone();
    let picture = Arc::new(wanted);
    picture.put(shell, made);
    let ended = pictures.add(&picture);
    let (own, shell) = (Arc::clone(&picture), Arc::clone(shell));
    tasks::spawn("picture", async move {
        picture::keep(&shell, &own, topics, cursor).await;
        shell.pictures.close(&own);
    });
    Ok((picture, ended))
}
