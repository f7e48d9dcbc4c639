// SPDX-License-Identifier: EUPL-1.2
//! The space of one exercise on this node: its folder, ledger and pages, and the task that plays
//! its messages through the same door as everybody's.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use jiff::SignedDuration;
use paraat_contract::{Desk as _, Intent, Receipt, Refused};
use paraat_kernel::seams::Clock as _;
use paraat_kernel::{Actor, Function, OrganisationId, Space, StreamId, Timestamp, Uuid};
use paraat_reference::{Exercise, Message};
use paraat_spine::{Spine, SystemClock};
use paraat_ui::field::Typed;
use paraat_web::exercises::{Run, Standing};
use tokio::sync::Notify;

use crate::blobs::Blobs;
use crate::folder::Folder;
use crate::play::{Next, Play};
use crate::{Stop, issue, node};

/// The account that plays: of the exercise, and of nobody.
const PLAYER: Uuid = Uuid::from_u128(0x0ef3_0000_0000_8000_8000_0000_0000_0001);
/// After a message that could not be recorded by a defect or a disk, so long until it is tried
/// again.
const TRY_AGAIN: Duration = Duration::from_secs(2);

/// The space of an exercise.
pub struct Room {
    /// The space.
    pub space: Space,
    /// The exercise that is played in it.
    pub exercise: Arc<Exercise>,
    /// Its record.
    pub spine: Arc<Spine>,
    /// The bytes of its files.
    pub blobs: Arc<Blobs>,
    /// Its pages; set when they are there.
    pub routes: std::sync::OnceLock<Router>,
    play: Mutex<Play>,
    changed: Notify,
    left: AtomicBool,
    /// Held by who plays: one at a time.
    plays: tokio::sync::Mutex<()>,
}

impl Room {
    /// Opens the space; it may be new. Its own keys sign for those who play in it, and for those
    /// who may join in because this node writes for them.
    pub async fn open(
        (root, store): (&Folder, &paraat_node::Node),
        space: Space,
        exercise: Arc<Exercise>,
        (hosted, speed): (&[OrganisationId], u32),
    ) -> Result<Arc<Self>, Stop> {
        let folder = root.space(&space)?;
        let blobs = Arc::new(Blobs::open(&folder, &space, store.clone())?);
        let (spine, signer) = node::spine(&folder, space.clone(), Arc::clone(&blobs))?;
        let played = exercise.organisations().into_iter();
        let played = played.filter_map(|it| it.parse::<OrganisationId>().ok());
        for organisation in played.chain(hosted.iter().cloned()) {
            node::host(&folder, &spine, &signer, &organisation).await?;
        }
        let play = Play::open(&folder, speed)?;
        Ok(Arc::new(Self {
            space,
            exercise,
            spine,
            blobs,
            routes: std::sync::OnceLock::new(),
            play: Mutex::new(play),
            changed: Notify::new(),
            left: AtomicBool::new(false),
            plays: tokio::sync::Mutex::default(),
        }))
    }

    fn play(&self) -> MutexGuard<'_, Play> {
        self.play.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What its paths start with.
    pub fn prefix(&self) -> String {
        format!("/oefening/{}", self.space.as_str())
    }

    /// How far it has come.
    pub fn run(&self) -> Run {
        let play = self.play();
        let over = play.played() >= self.exercise.messages.len();
        let standing = match (play.stopped(), play.goes_on()) {
            (true, _) => Standing::Stopped,
            _ if over => Standing::Played,
            (_, true) => Standing::Playing,
            _ => Standing::Paused,
        };
        Run {
            prefix: self.prefix(),
            standing,
            minute: play.minute().min(self.exercise.minutes()),
            speed: play.speed(),
            played: play.played(),
        }
    }

    /// Changes how it is played.
    pub fn change(&self, change: impl FnOnce(&mut Play) -> Result<(), Stop>) -> Result<(), Stop> {
        let done = change(&mut self.play());
        self.changed.notify_one();
        done
    }

    /// Nobody plays in it any more.
    pub fn leave(&self) {
        self.left.store(true, Ordering::Relaxed);
        self.changed.notify_one();
    }

    /// Somebody plays in it after all.
    pub fn stay(&self) {
        self.left.store(false, Ordering::Relaxed);
    }

    /// The page that is shown to who comes in.
    pub fn shows(&self) -> String {
        let play = self.play();
        match play.streams().get(&self.exercise.shows) {
            Some(stream) => format!("{}/streams/{stream}", self.prefix()),
            None => self.prefix(),
        }
    }

    /// Waits until all that is due was played, but no longer than a reader waits for a page.
    pub async fn caught_up(&self) {
        for _ in 0..400 {
            if !matches!(self.next(), Next::Message(_)) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    fn next(&self) -> Next {
        let play = self.play();
        let message = self.exercise.messages.get(play.played());
        play.next(message.map(|it| it.at))
    }

    /// Plays until the space is left.
    pub async fn go_on(self: Arc<Self>) {
        let _one = self.plays.lock().await;
        while !self.left.load(Ordering::Relaxed) {
            match self.next() {
                Next::Message(place) => {
                    if let Err(stop) = self.record(place).await {
                        tracing::error!(%stop, place, "a message of an exercise was not played");
                        tokio::time::sleep(TRY_AGAIN).await;
                    }
                }
                Next::Wait(wait) => {
                    let _ = tokio::time::timeout(wait, self.changed.notified()).await;
                }
                Next::Nothing => self.changed.notified().await,
            }
        }
    }

    /// Records one message. What the rules refuse is left out, and the exercise goes on.
    async fn record(&self, place: usize) -> Result<(), Stop> {
        let Some(message) = self.exercise.messages.get(place) else {
            return Ok(());
        };
        let (moment, streams) = {
            let mut play = self.play();
            let moment = play.begin(SystemClock.now())?;
            (moment, play.streams().clone())
        };
        let intent = self.intent(message, place, (moment, &streams))?;
        let made = match submit(&self.spine, intent).await {
            Ok(receipt) => Some(receipt.stream.to_string()),
            Err(Refused::ReadOnly | Refused::TookTooLong | Refused::Broken(_)) => {
                return Err(Stop::wrong("the record could not be written"));
            }
            Err(refused) => {
                tracing::warn!(place, ?refused, "a message of an exercise was refused");
                None
            }
        };
        let made = message.name.clone().zip(made);
        self.play().done(made)
    }

    /// Says something to all who look, as a line of who shows the exercise.
    pub async fn tell(&self, text: &str) {
        let shown = self.play().streams().get(&self.exercise.shows).cloned();
        let Some(stream) = shown else {
            return;
        };
        let Ok(owner) = stream.parse().map(|it: StreamId| it.owner) else {
            return;
        };
        let typed = Typed::default()
            .with("incident", stream)
            .with("text", text)
            .with("reliability", "confirmed");
        let path = ("incident", "log", "write");
        let said = issue::submit(&self.spine, &player(owner), path, typed, None).await;
        if !matches!(said, Ok(Ok(_))) {
            tracing::warn!("who looks at an exercise was not told what became of it");
        }
    }

    fn intent(
        &self,
        message: &Message,
        place: usize,
        (moment, streams): (Timestamp, &std::collections::BTreeMap<String, String>),
    ) -> Result<Intent, Stop> {
        let wrong = |error: paraat_kernel::BadId| Stop::wrong(error.to_string());
        let actor = player(message.by.parse().map_err(wrong)?);
        let at = |minutes| {
            let later = moment.checked_add(SignedDuration::from_mins(minutes));
            later.unwrap_or(moment).to_string()
        };
        let fields = message.fields(streams, at).into_iter();
        let typed = fields.fold(Typed::default(), |typed, (name, value)| {
            typed.with(name, value)
        });
        let (kind, verb) = message.kind_and_verb();
        let audience = issue::audience(&self.spine, &actor)?;
        let target = message.on.as_ref().and_then(|name| streams.get(name));
        Ok(Intent {
            target: target.map(|it| it.parse()).transpose().map_err(wrong)?,
            key: Some(format!("exercise-{place}")),
            ..issue::intent(&actor, audience, ("incident", kind, verb), typed)
        })
    }
}

/// Who plays for an organisation.
fn player(organisation: OrganisationId) -> Actor {
    Actor {
        organisation,
        functions: vec![Function::Editor, Function::Decider],
        account: PLAYER,
        compartments: Vec::new(),
    }
}

/// Through the door; an exact verb rests on what stands there at that moment.
async fn submit(spine: &Spine, intent: Intent) -> Result<Receipt, Refused> {
    match spine.submit(intent.clone()).await {
        Err(Refused::NotSeen { version } | Refused::Stale { version, .. }) => {
            let seen = Some(version);
            spine.submit(Intent { seen, ..intent }).await
        }
        done => done,
    }
}
