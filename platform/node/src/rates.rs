// SPDX-License-Identifier: EUPL-1.2
//! How often somebody may ask: a token bucket per key, in memory.

use std::collections::HashMap;
use std::fmt;
use std::sync::Mutex;

use paraat_kernel::Timestamp;

use crate::store::held;

/// How often: so many at once, and one more every so many milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// So many at once.
    pub burst: u32,
    /// One more after this many milliseconds; at least 1.
    pub every_ms: u32,
}

/// The answer to asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// Go on.
    Go,
    /// Not before this moment.
    WaitUntil(Timestamp),
}

/// Buckets by key, of a bounded number. A key that is not there has a full bucket.
pub struct Rates {
    rate: Rate,
    most: usize,
    /// Per key the moment, in milliseconds, at which its bucket is full again.
    full_at: Mutex<HashMap<[u8; 16], i64>>,
}

impl fmt::Debug for Rates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rates")
            .field("rate", &self.rate)
            .finish_non_exhaustive()
    }
}

impl Rates {
    /// Buckets of one rate, for at most so many keys (at least 8).
    pub fn new(rate: Rate, most: usize) -> Self {
        let rate = Rate {
            burst: rate.burst.max(1),
            every_ms: rate.every_ms.max(1),
        };
        Self {
            rate,
            most: most.max(8),
            full_at: Mutex::default(),
        }
    }

    /// Takes one for a key (an account, or `remote_key` of an address).
    pub fn take(&self, key: &str, now: Timestamp) -> Take {
        let millis = now.as_millisecond();
        let every = i64::from(self.rate.every_ms);
        let span = every * i64::from(self.rate.burst);
        let key = short(key);
        let mut all = held(&self.full_at);
        // A clock that went back must not empty a bucket: it is never further from full than
        // empty.
        let full = all
            .get(&key)
            .copied()
            .unwrap_or(millis)
            .clamp(millis, millis + span);
        if full + every > millis + span {
            all.insert(key, full);
            let wait = Timestamp::from_millisecond(full + every - span);
            return Take::WaitUntil(wait.unwrap_or(Timestamp::MAX));
        }
        if all.len() >= self.most && !all.contains_key(&key) {
            make_room(&mut all, self.most, millis);
        }
        all.insert(key, full + every);
        Take::Go
    }

    /// How many keys are remembered now.
    pub fn len(&self) -> usize {
        held(&self.full_at).len()
    }

    /// True when every bucket is full.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

fn short(key: &str) -> [u8; 16] {
    let mut short = [0u8; 16];
    blake3::Hasher::new()
        .update(key.as_bytes())
        .finalize_xof()
        .fill(&mut short);
    short
}

/// Forgets the buckets that are full again; when that is not enough, the eighth part that is
/// nearest to full.
fn make_room(all: &mut HashMap<[u8; 16], i64>, most: usize, now: i64) {
    all.retain(|_key, full| *full > now);
    let surplus = all.len().saturating_sub(most - most / 8);
    if surplus > 0 {
        let mut nearest: Vec<(i64, [u8; 16])> = all.iter().map(|(key, at)| (*at, *key)).collect();
        nearest.sort_unstable();
        for (_full, key) in nearest.into_iter().take(surplus) {
            all.remove(&key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millisecond(millis).unwrap()
    }

    fn rates() -> Rates {
        Rates::new(
            Rate {
                burst: 3,
                every_ms: 1_000,
            },
            100,
        )
    }

    #[test]
    fn given_a_burst_when_it_is_used_up_then_one_comes_back_at_a_time() {
        let rates = rates();
        for _ in 0..3 {
            assert_eq!(rates.take("a", at(10_000)), Take::Go);
        }
        assert_eq!(rates.take("a", at(10_000)), Take::WaitUntil(at(11_000)));
        assert_eq!(rates.take("a", at(10_999)), Take::WaitUntil(at(11_000)));
        assert_eq!(rates.take("a", at(11_000)), Take::Go);
        assert_eq!(rates.take("a", at(11_000)), Take::WaitUntil(at(12_000)));
        assert_eq!(rates.take("b", at(11_000)), Take::Go);
    }

    #[test]
    fn given_a_clock_that_goes_back_when_asked_then_the_wait_stays_short() {
        let rates = rates();
        for _ in 0..4 {
            rates.take("a", at(3_600_000));
        }
        assert_eq!(rates.take("a", at(0)), Take::WaitUntil(at(1_000)));
        assert_eq!(rates.take("a", at(1_000)), Take::Go);
    }

    #[test]
    fn given_more_keys_than_fit_when_asked_then_the_map_stays_bounded() {
        let rates = rates();
        for _ in 0..3 {
            rates.take("busy", at(0));
        }
        for key in 0..10_000 {
            assert_eq!(rates.take(&key.to_string(), at(0)), Take::Go);
            assert!(rates.len() <= 100);
        }
        assert_eq!(rates.take("busy", at(0)), Take::WaitUntil(at(1_000)));
    }
}
