// SPDX-License-Identifier: EUPL-1.2
//! How far the play of an exercise has come. It lies in the folder of its space and is written
//! before a message is recorded, so that a play that was broken off goes on where it was: the same
//! message again has the same key and the same moment, and is recorded once.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use paraat_kernel::Timestamp;
use paraat_web::exercises::Standing;
use serde::{Deserialize, Serialize};

use crate::Stop;
use crate::folder::{Folder, write_private};

/// The file.
const FILE: &str = "play.json";
/// A minute of an exercise, in thousandths of a second.
const MINUTE: u64 = 60_000;

/// What is kept of a play.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    /// `playing`, `paused` or `stopped`.
    standing: String,
    /// Minutes that pass in one.
    speed: u32,
    /// Where it was when this was written, in thousandths of a second of the exercise.
    at: u64,
    /// How many messages were recorded.
    played: usize,
    /// The moment at which the next message is played, once it was begun.
    begun: Option<Timestamp>,
    /// Streams by the names that messages call them.
    streams: BTreeMap<String, String>,
}

/// A play, with its file.
#[derive(Debug)]
pub struct Play {
    kept: Kept,
    since: Instant,
    file: PathBuf,
}

/// What is to be done now.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    /// Record this message.
    Message(usize),
    /// Nothing for so long.
    Wait(Duration),
    /// Nothing until somebody wants something else.
    Nothing,
}

impl Play {
    /// The play in a folder; a new one begins at this speed. One that does not read is none: it
    /// stays as it lies there.
    pub fn open(folder: &Folder, speed: u32) -> Result<Self, Stop> {
        let file = folder.path(FILE);
        let kept = match std::fs::read_to_string(&file) {
            Ok(text) => serde_json::from_str(&text)
                .map_err(|error| Stop::wrong(format!("{}: {error}", file.display())))?,
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            Err(_none) => Kept {
                standing: Standing::Playing.name().to_owned(),
                speed,
                at: 0,
                played: 0,
                begun: None,
                streams: BTreeMap::new(),
            },
        };
        let play = Self {
            kept,
            since: Instant::now(),
            file,
        };
        play.keep()?;
        Ok(play)
    }

    fn keep(&self) -> Result<(), Stop> {
        let wrong = |error: serde_json::Error| Stop::wrong(error.to_string());
        let text = serde_json::to_string(&self.kept).map_err(wrong)?;
        let new = self.file.with_extension("new");
        write_private(&new, &text)?;
        Ok(std::fs::rename(new, &self.file)?)
    }

    /// True while its time passes.
    pub fn goes_on(&self) -> bool {
        self.kept.standing == Standing::Playing.name()
    }

    /// True when it was ended by "no play".
    pub fn stopped(&self) -> bool {
        self.kept.standing == Standing::Stopped.name()
    }

    /// Minutes that pass in one.
    pub fn speed(&self) -> u32 {
        self.kept.speed
    }

    /// How many messages were recorded.
    pub fn played(&self) -> usize {
        self.kept.played
    }

    /// The streams by name.
    pub fn streams(&self) -> &BTreeMap<String, String> {
        &self.kept.streams
    }

    /// Where it is now, in thousandths of a second of the exercise.
    fn at(&self) -> u64 {
        if !self.goes_on() {
            return self.kept.at;
        }
        let passed = u64::try_from(self.since.elapsed().as_millis()).unwrap_or(u64::MAX);
        let passed = passed.saturating_mul(self.kept.speed.into());
        self.kept.at.saturating_add(passed)
    }

    /// The minute that it is at.
    pub fn minute(&self) -> u32 {
        u32::try_from(self.at() / MINUTE).unwrap_or(u32::MAX)
    }

    /// What is to be done now, when the next message comes at this minute (none: there is none).
    pub fn next(&self, due: Option<u32>) -> Next {
        let Some(due) = due.filter(|_| !self.stopped()) else {
            return Next::Nothing;
        };
        let left = (u64::from(due) * MINUTE).saturating_sub(self.at());
        match left {
            0 => Next::Message(self.kept.played),
            _ if !self.goes_on() => Next::Nothing,
            left => Next::Wait(Duration::from_millis(
                left.div_ceil(self.kept.speed.max(1).into()),
            )),
        }
    }

    /// Changes how it goes on, from here.
    fn change(&mut self, change: impl FnOnce(&mut Kept)) -> Result<(), Stop> {
        self.kept.at = self.at();
        self.since = Instant::now();
        change(&mut self.kept);
        self.keep()
    }

    /// From now on it stands so.
    pub fn stand(&mut self, standing: Standing) -> Result<(), Stop> {
        self.change(|kept| standing.name().clone_into(&mut kept.standing))
    }

    /// From now on so many minutes pass in one.
    pub fn go_at(&mut self, speed: u32) -> Result<(), Stop> {
        self.change(|kept| kept.speed = speed)
    }

    /// It is at this minute now, when that is later.
    pub fn jump(&mut self, minute: u32) -> Result<(), Stop> {
        self.change(|kept| kept.at = kept.at.max(u64::from(minute) * MINUTE))
    }

    /// The moment of the next message: that at which it was begun first.
    pub fn begin(&mut self, now: Timestamp) -> Result<Timestamp, Stop> {
        let begun = self.kept.begun.unwrap_or(now);
        if self.kept.begun.is_none() {
            self.change(|kept| kept.begun = Some(begun))?;
        }
        Ok(begun)
    }

    /// The message was recorded, and made a stream of this name.
    pub fn done(&mut self, made: Option<(String, String)>) -> Result<(), Stop> {
        self.change(|kept| {
            kept.streams.extend(made);
            kept.played += 1;
            kept.begun = None;
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use paraat_kernel::Space;

    fn play(name: &str) -> (Folder, Play) {
        let root = std::env::temp_dir().join(format!("paraat-play-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&root);
        let folder = Folder::open(&root, true).unwrap();
        let space = Space::try_from("maas".to_owned()).unwrap();
        let folder = folder.space(&space).unwrap();
        let play = Play::open(&folder, 60).unwrap();
        (folder, play)
    }

    #[test]
    fn a_message_is_played_when_its_minute_has_come() {
        let (_folder, mut play) = play("due");
        assert_eq!(play.next(Some(0)), Next::Message(0));
        assert!(matches!(play.next(Some(10)), Next::Wait(wait) if wait.as_secs() <= 10));
        assert_eq!(play.next(None), Next::Nothing);
        play.stand(Standing::Paused).unwrap();
        assert_eq!(play.next(Some(10)), Next::Nothing);
        play.jump(10).unwrap();
        assert_eq!((play.next(Some(10)), play.minute()), (Next::Message(0), 10));
        play.jump(5).unwrap();
        assert_eq!(play.minute(), 10, "time does not go back");
        play.stand(Standing::Stopped).unwrap();
        assert_eq!(play.next(Some(10)), Next::Nothing);
    }

    #[test]
    fn what_does_not_read_is_no_new_play_and_stays_as_it_is() {
        let (folder, _play) = play("torn");
        for torn in [&b"{\"standing\":\"pla"[..], b"\xff\xfe"] {
            std::fs::write(folder.path(FILE), torn).unwrap();
            assert!(Play::open(&folder, 60).is_err());
            assert_eq!(std::fs::read(folder.path(FILE)).unwrap(), torn);
        }
    }

    #[test]
    fn what_was_begun_before_the_power_went_has_the_same_moment_after() {
        let (folder, mut before) = play("again");
        let first: Timestamp = "2026-11-23T10:00:00Z".parse().unwrap();
        let later: Timestamp = "2026-11-23T10:05:00Z".parse().unwrap();
        before.jump(3).unwrap();
        assert_eq!(before.begin(first).unwrap(), first);
        let mut after = Play::open(&folder, 1).unwrap();
        assert_eq!(after.begin(later).unwrap(), first);
        let made = ("noord".to_owned(), "vr23/1".to_owned());
        after.done(Some(made)).unwrap();
        let mut third = Play::open(&folder, 1).unwrap();
        assert_eq!((third.played(), third.speed()), (1, 60));
        assert!(third.minute() >= 3);
        assert_eq!(third.streams()["noord"], "vr23/1");
        assert_eq!(third.begin(later).unwrap(), later);
    }
}
