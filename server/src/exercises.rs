// SPDX-License-Identifier: EUPL-1.2
//! The exercises of this node. Each play has a space of its own, in `spaces/{space}/`; of each
//! exercise the newest space is open, those before it stay in their folders.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use paraat_kernel::{Function, Space, Text};
use paraat_reference::Exercise;
use paraat_web::exercises::{Door, Exercises, Order, Shown, Standing};
use paraat_web::keeper::{Kept, NotDone, Person};
use paraat_web::{Inside, Settings, Site};

use crate::Stop;
use crate::blobs;
use crate::folder::SPACES;
use crate::keeper::NodeKeeper;
use crate::node::Running;
use crate::room::Room;

/// Speed at which an exercise starts: a newcomer sees half an hour in a minute.
const SPEED: u32 = 30;
/// Said in the space when it is closed, and when the next play began. It wakes the pages that are
/// open: they ask again, and are sent on.
const NO_PLAY: &str = "GEEN OEFENING. De oefening is gestopt. Ga verder in het echte beeld.";
const AFRESH: &str = "De oefening begint opnieuw, in een nieuwe ruimte.";
/// Most spaces of one exercise: the number behind its name.
const MOST: u32 = 10_000;

/// The exercises of a node.
#[derive(Clone)]
pub struct Stage(Arc<Inner>);

struct Inner {
    node: Arc<Running>,
    /// What the pages of the real world are given.
    site: Site,
    keeper: NodeKeeper,
    exercises: Vec<Arc<Exercise>>,
    /// The newest space of each exercise that was started, by its id.
    rooms: RwLock<BTreeMap<String, Arc<Room>>>,
    /// One at a time starts, leads and stops.
    steering: tokio::sync::Mutex<()>,
}

fn wrong(error: impl std::fmt::Display) -> NotDone {
    tracing::error!(%error, "an exercise met a fault");
    NotDone::Broken("exercises".to_owned())
}

impl Stage {
    /// Opens the spaces that there are, and goes on playing what was playing. One that is damaged
    /// is left out: no exercise keeps the real world from being served.
    pub async fn open(node: Arc<Running>, site: Site, keeper: NodeKeeper) -> Result<Self, Stop> {
        let exercises = paraat_reference::exercises();
        let exercises = exercises.map_err(|bad| Stop::wrong(bad.to_string()))?;
        let stage = Self(Arc::new(Inner {
            node,
            site,
            keeper,
            exercises: exercises.into_iter().map(Arc::new).collect(),
            rooms: RwLock::default(),
            steering: tokio::sync::Mutex::default(),
        }));
        for exercise in &stage.0.exercises {
            if let Some(number) = stage.newest(exercise)
                && let Err(stop) = stage.enter(exercise, number).await
            {
                let exercise = &exercise.id;
                tracing::error!(%stop, exercise, number, "the space of an exercise does not open");
            }
        }
        Ok(stage)
    }

    /// The space of the nth play.
    fn space(exercise: &Exercise, number: u32) -> Result<Space, Stop> {
        let name = match number {
            1 => exercise.id.clone(),
            number => format!("{}-{number}", exercise.id),
        };
        Space::try_from(name).map_err(|bad| Stop::wrong(bad.to_string()))
    }

    /// Number of the newest space in the folder; none while it was never started.
    fn newest(&self, exercise: &Exercise) -> Option<u32> {
        let spaces = self.0.node.folder.path(SPACES);
        let there = |number: &u32| {
            Self::space(exercise, *number).is_ok_and(|space| spaces.join(space.as_str()).exists())
        };
        (1..MOST).take_while(there).last()
    }

    /// Opens a space, and plays in it.
    async fn enter(&self, exercise: &Arc<Exercise>, number: u32) -> Result<Arc<Room>, Stop> {
        let inner = &self.0;
        let space = Self::space(exercise, number)?;
        let hosted = inner.node.hosted();
        let own = (&inner.node.folder, &inner.node.store);
        let room = Room::open(own, space, Arc::clone(exercise), (&hosted, SPEED)).await?;
        let site = site_of(&room, inner.site.clone(), &inner.keeper);
        let routes = paraat_web::with_exercises(site, Arc::new(self.clone()));
        let _ = room.routes.set(routes);
        let mut rooms = inner.rooms.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(before) = rooms.insert(exercise.id.clone(), Arc::clone(&room)) {
            before.leave();
        }
        paraat_web::tasks::spawn("exercise", Arc::clone(&room).go_on());
        blobs::keep_tidy(&room.blobs, &room.spine);
        Ok(room)
    }

    /// Opens the next space. One that does not open leaves nothing behind that would be taken for
    /// the newest.
    async fn afresh(&self, exercise: &Arc<Exercise>) -> Result<Arc<Room>, Stop> {
        let number = self.newest(exercise).unwrap_or(0) + 1;
        let folder = self.0.node.folder.path(SPACES);
        let folder = folder.join(Self::space(exercise, number)?.as_str());
        let is_new = matches!(folder.try_exists(), Ok(false));
        let entered = self.enter(exercise, number).await;
        if entered.is_err() && is_new {
            let _ = std::fs::remove_dir_all(folder);
        }
        entered
    }

    fn room(&self, exercise: &str) -> Option<Arc<Room>> {
        let rooms = self.0.rooms.read().unwrap_or_else(PoisonError::into_inner);
        rooms.get(exercise).cloned()
    }

    async fn ordered(&self, exercise: &str, order: Order) -> Result<String, NotDone> {
        let mut known = self.0.exercises.iter();
        let exercise = known.find(|it| it.id == exercise);
        let exercise = exercise.ok_or(NotDone::Refused("exercises-not-there"))?;
        let _one = self.0.steering.lock().await;
        let room = match (self.room(&exercise.id), order) {
            (Some(room), Order::Restart) => {
                // The old one does not play on while the new one opens.
                room.leave();
                let new = self.afresh(exercise).await.inspect_err(|_| {
                    // Nothing came of it: the old one goes on as it was.
                    room.stay();
                    paraat_web::tasks::spawn("exercise", Arc::clone(&room).go_on());
                });
                let new = new.map_err(wrong)?;
                room.tell(AFRESH).await;
                new
            }
            (Some(room), _) => room,
            (None, Order::Start | Order::Restart) => self.afresh(exercise).await.map_err(wrong)?,
            (None, _) => return Err(NotDone::Refused("exercises-not-started")),
        };
        lead(&room, order).map_err(wrong)?;
        if order == Order::Stop {
            room.tell(NO_PLAY).await;
            return Ok(paraat_ui::page::TO_LIVE.to_owned());
        }
        room.caught_up().await;
        Ok(match order {
            Order::Start | Order::Restart => room.shows(),
            _ => room.prefix(),
        })
    }
}

/// Does to a play what is not done by opening it.
fn lead(room: &Room, order: Order) -> Result<(), Stop> {
    room.change(|play| match order {
        // Who presses start after it was stopped wants to see it.
        Order::Start if play.stopped() => play.stand(Standing::Playing),
        Order::Start | Order::Restart => Ok(()),
        Order::Resume => play.stand(Standing::Playing),
        Order::Pause => play.stand(Standing::Paused),
        Order::Stop => play.stand(Standing::Stopped),
        Order::Speed(speed) => play.go_at(speed),
        Order::Jump(minute) => play.jump(minute.min(room.exercise.minutes())),
    })
}

/// What the pages of a space are given. It names every part of the real world's and uses no `..`:
/// whoever adds a part decides here whether a space has its own.
fn site_of(room: &Room, live: Site, keeper: &NodeKeeper) -> Site {
    let Site {
        desk: _,
        keeper: _,
        // A draft is kept under the name of its space.
        shelf,
        // A file lies in the folder of its space.
        uploads: _,
        words,
        printer,
        clock,
        entropy,
        settings,
        // They have no record of their own: they read the desk of whoever calls them.
        surfaces,
    } = live;
    Site {
        desk: room.spine.clone(),
        keeper: Arc::new(keeper.in_space(&room.space)),
        shelf,
        uploads: room.blobs.clone(),
        words,
        printer,
        clock,
        entropy,
        settings: settings_of(room, settings),
        surfaces,
    }
}

/// How the pages of a space present themselves: as the node, inside the exercise.
fn settings_of(room: &Room, live: Settings) -> Settings {
    let Settings {
        demo,
        public_base_url,
        secure_cookies,
        behind_proxy,
        zone,
        version,
        contact,
        node_name,
        inside: _,
        // Nothing of an exercise leaves the node.
        public_folder: _,
        // The ground is the same in an exercise.
        data,
    } = live;
    Settings {
        demo,
        public_base_url,
        secure_cookies,
        behind_proxy,
        zone,
        version,
        contact,
        node_name,
        inside: Some(Inside {
            exercise: room.exercise.id.clone(),
            name: text(&room.exercise.name),
            prefix: room.prefix(),
        }),
        public_folder: None,
        data,
    }
}

fn text(words: &paraat_reference::Words) -> Text {
    Text::both(&words.nl, &words.en)
}

impl Exercises for Stage {
    fn all(&self) -> Vec<Shown> {
        let shown = |exercise: &Arc<Exercise>| Shown {
            id: exercise.id.clone(),
            name: text(&exercise.name),
            about: text(&exercise.about),
            minutes: exercise.minutes(),
            messages: exercise.messages.len(),
            run: self.room(&exercise.id).map(|room| room.run()),
        };
        self.0.exercises.iter().map(shown).collect()
    }

    fn door(&self, space: &str) -> Door {
        let rooms = self.0.rooms.read().unwrap_or_else(PoisonError::into_inner);
        let found = rooms.values().find(|room| room.space.as_str() == space);
        match found {
            Some(room) if room.run().standing == Standing::Stopped => Door::Stopped,
            Some(room) => room
                .routes
                .get()
                .map_or(Door::None, |it| Door::Open(it.clone())),
            None => {
                // An earlier play of an exercise: `hoogwater-maas`, when it is now in its second.
                let newer = rooms.iter().find(|(id, _)| {
                    let rest = space.strip_prefix(id.as_str());
                    rest.is_some_and(|rest| rest.is_empty() || is_number(rest))
                });
                newer.map_or(Door::None, |(_, room)| Door::Moved(room.prefix()))
            }
        }
    }

    fn leads(&self, person: &Person) -> bool {
        self.0.site.settings.demo || person.holds(Function::Admin)
    }

    fn steer(&self, person: &Person, exercise: &str, order: Order) -> Kept<'_, String> {
        let leads = self.leads(person);
        let exercise = exercise.to_owned();
        Box::pin(async move {
            if !leads {
                return Err(NotDone::NotThere);
            }
            self.ordered(&exercise, order).await
        })
    }
}

fn is_number(rest: &str) -> bool {
    let digits = rest.strip_prefix('-').unwrap_or("");
    !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit())
}
