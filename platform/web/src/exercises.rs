// SPDX-License-Identifier: EUPL-1.2
//! What the pages ask of whoever plays the exercises of a node. An exercise is played in a space:
//! a ledger of its own, under a path of its own. Each time it starts afresh the space is a new one.

use axum::Router;
use paraat_kernel::Text;

use crate::keeper::{Kept, Person};

/// How fast exercises are played: as many minutes pass in one.
pub const SPEEDS: [u32; 6] = [1, 2, 5, 10, 30, 60];

/// How an exercise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It goes on.
    Playing,
    /// It waits; people can go on in its space.
    Paused,
    /// All its messages were played; people can go on in its space.
    Played,
    /// "No play": its space is closed and leads to the real world.
    Stopped,
}

impl Standing {
    /// Its name in stored records and keys of words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Playing => "playing",
            Self::Paused => "paused",
            Self::Played => "played",
            Self::Stopped => "stopped",
        }
    }
}

/// How far an exercise has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// What the paths of its space start with: `/oefening/{space}`.
    pub prefix: String,
    /// How it stands.
    pub standing: Standing,
    /// The minute that it is at.
    pub minute: u32,
    /// Minutes of it that pass in one.
    pub speed: u32,
    /// How many messages were played.
    pub played: usize,
}

/// An exercise of this node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What happens in it.
    pub about: Text,
    /// How many minutes it takes at normal speed.
    pub minutes: u32,
    /// How many messages it has.
    pub messages: usize,
    /// How far it has come; none while it was never started.
    pub run: Option<Run>,
}

/// What the leader of an exercise wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Start it when it does not play yet, and go there.
    Start,
    /// From now on at this speed.
    Speed(u32),
    /// Wait.
    Pause,
    /// Go on, also after a stop.
    Resume,
    /// Play all up to this minute at once.
    Jump(u32),
    /// Begin again, in a new space.
    Restart,
    /// "No play": close its space, and open the real world.
    Stop,
}

/// What lies behind `/oefening/{space}`.
pub enum Door {
    /// The space.
    Open(Router),
    /// It was started afresh since, in the space under this prefix.
    Moved(String),
    /// It was stopped.
    Stopped,
    /// There is no such space.
    None,
}

/// Whoever plays the exercises.
pub trait Exercises: Send + Sync {
    /// The exercises of this node. From memory.
    fn all(&self) -> Vec<Shown>;
    /// What lies behind the path of a space. From memory.
    fn door(&self, space: &str) -> Door;
    /// True when this person may start and lead exercises here.
    fn leads(&self, person: &Person) -> bool;
    /// Does what the leader of an exercise wants; answers where that person goes on.
    fn steer(&self, person: &Person, exercise: &str, order: Order) -> Kept<'_, String>;
}
