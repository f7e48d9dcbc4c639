// SPDX-License-Identifier: EUPL-1.2
//! What thousands see of what a server sends them, and what that costs the server.

use std::time::{Duration, Instant};

use crate::lines::Lines;
use crate::{Outcome, machine};

/// After so long without a message all that was pushed has come.
const QUIET: Duration = Duration::from_millis(700);
/// What came is looked at so often.
const LOOK_EVERY: Duration = Duration::from_millis(1);

/// What came to whom, and when.
pub struct Seen {
    /// The messages that differ, in the order in which the first viewer had them.
    pub messages: Vec<Vec<u8>>,
    /// For each viewer which message, and when.
    pub viewers: Vec<Vec<(usize, Instant)>>,
}

impl Seen {
    fn note(&mut self, viewer: usize, message: &[u8], at: Instant) {
        let Some(own) = self.viewers.get_mut(viewer) else {
            return;
        };
        // Every viewer gets the same bytes in the same order, so the next one is looked at first.
        let next = own.last().map_or(0, |(last, _)| last + 1);
        let known = match self.messages.get(next) {
            Some(expected) if expected == message => Some(next),
            _ => self.messages.iter().position(|it| it == message),
        };
        let known = known.unwrap_or_else(|| {
            self.messages.push(message.to_vec());
            self.messages.len() - 1
        });
        own.push((known, at));
    }
}

/// What one side did in one round.
pub struct Round {
    pub seen: Seen,
    /// Microseconds of processor for each message that a viewer got.
    pub cost: f64,
    /// When each change was sent.
    pub changes: Vec<Instant>,
}

impl Round {
    /// Share of the pushes that came, over all viewers.
    pub fn delivered(&self) -> f64 {
        let came: usize = self.seen.viewers.iter().map(Vec::len).sum();
        came as f64 / (self.seen.messages.len() * self.seen.viewers.len()).max(1) as f64
    }

    /// Viewers that had every push once, in order, and the last one last.
    pub fn complete(&self) -> usize {
        let all = 0..self.seen.messages.len();
        let whole = |own: &&Vec<(usize, Instant)>| own.iter().map(|(it, _)| *it).eq(all.clone());
        self.seen.viewers.iter().filter(whole).count()
    }

    /// Milliseconds within which 99 of 100 viewers had a change, over all changes. `covers` says
    /// how many changes each message tells of.
    pub fn p99(&self, covers: &[usize]) -> Outcome<f64> {
        let mut all = Vec::new();
        for (number, sent) in self.changes.iter().enumerate() {
            let first = covers.iter().position(|it| *it > number);
            let first = first.ok_or("a change was never pushed")?;
            for own in &self.seen.viewers {
                let at = own.partition_point(|(message, _)| *message < first);
                let (_, at) = own.get(at).ok_or("a viewer never had a change")?;
                all.push(at.duration_since(*sent).as_secs_f64() * 1e3);
            }
        }
        Ok(percentile(&mut all))
    }
}

/// The value that 99 of 100 do not exceed.
pub fn percentile(values: &mut [f64]) -> f64 {
    let at = (values.len() * 99 / 100).min(values.len().saturating_sub(1));
    if values.is_empty() {
        return f64::NAN;
    }
    *values.select_nth_unstable_by(at, f64::total_cmp).1
}

/// Looks on at all lines while `talk` makes changes, until nothing comes any more.
pub fn look_on(
    mut lines: Lines,
    viewers: usize,
    process: u32,
    talk: impl FnOnce() -> Outcome<Vec<Instant>> + Send,
) -> Outcome<Round> {
    lines.settle(QUIET)?;
    let mut seen = Seen {
        messages: Vec::new(),
        viewers: vec![Vec::new(); viewers],
    };
    let before = machine::processor_seconds(process)?;
    let changes = std::thread::scope(|scope| {
        let talk = scope.spawn(talk);
        let mut last = Instant::now();
        while !talk.is_finished() || last.elapsed() < QUIET {
            // Real viewers are elsewhere: a server that sends does not pay for waking them.
            std::thread::sleep(LOOK_EVERY);
            lines.hear(Duration::ZERO, &mut |viewer, message, at| {
                last = at;
                seen.note(viewer, message, at);
            })?;
        }
        talk.join()
            .map_err(|_panic| "who made changes came to grief")?
    })?;
    let used = machine::processor_seconds(process)? - before;
    let came: usize = seen.viewers.iter().map(Vec::len).sum();
    Ok(Round {
        seen,
        cost: used * 1e6 / came.max(1) as f64,
        changes,
    })
}
