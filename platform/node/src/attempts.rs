// SPDX-License-Identifier: EUPL-1.2
//! Failed attempts and the delay they cost, such that nobody can lock another out.
//!
//! Guesses at a password count per (name, remote address); from a device that signed in to the
//! account before they count per (account, device) instead. Someone who hammers an account from
//! elsewhere therefore makes himself wait and not its owner. Names that do not exist are counted
//! as well, so that waiting tells nothing about them.
//!
//! Guesses at a code of the second factor come after a right password. They count as above, and
//! also per account over all unknown devices together: six digits do not stand against many
//! addresses, and who gets this far with a stolen password should be slow. The owner on a known
//! device does not notice.
//!
//! An attempt counts before it is judged, so that many at once are not judged for the price of
//! one; a good one is taken off again. What waits is not counted: hammering does not make the
//! wait longer than the table says.

use std::net::IpAddr;

use paraat_kernel::{Timestamp, Uuid};
use rusqlite::{OptionalExtension as _, Transaction};

use crate::columns::Moment;
use crate::permits::Caller;
use crate::store::remote_key;
use crate::{Fault, Node};

/// So many buckets are kept at most; the ones that were quiet longest go first.
const MOST: i64 = 100_000;
/// A bucket that was quiet for a day starts anew.
pub(crate) const FORGET_MS: i64 = 24 * 3_600_000;
/// No delay is longer than a quarter of an hour.
const LONGEST_MS: i64 = 15 * 60_000;
/// From this failure on there is a delay: before it are the typing errors of one person.
const ALONE: i64 = 5;
/// The same for all unknown devices of an account together.
const TOGETHER: i64 = 20;

/// What is guessed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    Password,
    Code,
}

/// Where an attempt comes from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source {
    pub remote: IpAddr,
    /// The hash of a device that is known for the account.
    pub device: Option<[u8; 32]>,
}

impl Source {
    pub fn caller(&self) -> Caller {
        if self.device.is_some() {
            Caller::Known
        } else {
            Caller::Stranger
        }
    }
}

/// A counter of failures: its key, and the failure from which on it delays.
#[derive(Debug, Clone, Copy)]
struct Bucket {
    key: [u8; 16],
    delays_from: i64,
}

/// The counters that one attempt falls in.
#[derive(Debug)]
pub(crate) struct Buckets(Vec<Bucket>);

/// Milliseconds to wait after so many failures: none at first, then 1 s, 2 s, 4 s …
fn delay(failures: i64, delays_from: i64) -> i64 {
    let beyond = failures - delays_from;
    if beyond < 0 {
        return 0;
    }
    let doubled = u32::try_from(beyond)
        .ok()
        .and_then(|steps| 1_000i64.checked_shl(steps.min(20)));
    doubled.unwrap_or(LONGEST_MS).min(LONGEST_MS)
}

impl Node {
    /// The counters for a guess: `who` is the name as typed, or the account.
    pub(crate) fn buckets(&self, what: What, who: &[u8], source: &Source) -> Buckets {
        let sort: &[u8] = match what {
            What::Password => b"password",
            What::Code => b"code",
        };
        if let Some(device) = source.device {
            let key = self.blinded(&[sort, b"device", who, &device]);
            return Buckets(vec![Bucket {
                key,
                delays_from: ALONE,
            }]);
        }
        let remote = remote_key(source.remote);
        let key = self.blinded(&[sort, b"remote", who, remote.as_bytes()]);
        let mut all = vec![Bucket {
            key,
            delays_from: ALONE,
        }];
        if what == What::Code {
            let key = self.blinded(&[sort, b"together", who]);
            all.push(Bucket {
                key,
                delays_from: TOGETHER,
            });
        }
        Buckets(all)
    }
}

impl Buckets {
    /// Counts an attempt as failed before it is judged. Answers until when to wait when it may
    /// not be judged now; then nothing was counted.
    pub fn begin(
        &self,
        transaction: &Transaction<'_>,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, Fault> {
        let millis = now.as_millisecond();
        let mut failures = Vec::with_capacity(self.0.len());
        let mut wait = 0;
        for bucket in &self.0 {
            let (failed, until) = current(transaction, bucket, millis)?;
            failures.push(failed);
            wait = wait.max(until);
        }
        if wait > millis {
            return Ok(Some(
                Timestamp::from_millisecond(wait).unwrap_or(Timestamp::MAX),
            ));
        }
        for (bucket, failed) in self.0.iter().zip(failures) {
            let failed = failed + 1;
            let until = millis + delay(failed, bucket.delays_from);
            put(transaction, bucket, failed, until, now)?;
            if failed == 1 {
                bound(transaction)?;
            }
        }
        Ok(None)
    }

    /// The attempt was good: its own counter starts anew, a common one loses this attempt.
    pub fn good(&self, transaction: &Transaction<'_>) -> Result<(), Fault> {
        for bucket in self.0.iter().filter(|bucket| bucket.delays_from == ALONE) {
            transaction.execute("DELETE FROM attempt WHERE bucket=?1", [bucket.key])?;
        }
        self.take_off(transaction, TOGETHER)
    }

    /// The attempt was not judged after all: it does not count.
    pub fn back(&self, transaction: &Transaction<'_>) -> Result<(), Fault> {
        self.take_off(transaction, ALONE)?;
        self.take_off(transaction, TOGETHER)
    }

    fn take_off(&self, transaction: &Transaction<'_>, delays_from: i64) -> Result<(), Fault> {
        for bucket in self
            .0
            .iter()
            .filter(|bucket| bucket.delays_from == delays_from)
        {
            transaction.execute(
                "UPDATE attempt SET failures=max(failures-1, 0), wait_until=0 WHERE bucket=?1",
                [bucket.key],
            )?;
        }
        Ok(())
    }
}

/// Failures in a counter now, and until when it makes wait.
fn current(transaction: &Transaction<'_>, bucket: &Bucket, now: i64) -> Result<(i64, i64), Fault> {
    let query = "SELECT failures, wait_until, last FROM attempt WHERE bucket=?1";
    let found: Option<(i64, i64, i64)> = transaction
        .prepare_cached(query)?
        .query_row([bucket.key], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    let Some((failures, until, last)) = found else {
        return Ok((0, 0));
    };
    if now - last > FORGET_MS {
        return Ok((0, 0));
    }
    // A clock that went back must not make anybody wait longer than the delay was: it starts
    // again from now.
    if last > now {
        let until = now + (until - last).clamp(0, LONGEST_MS);
        let sql = "UPDATE attempt SET wait_until=?2, last=?3 WHERE bucket=?1";
        transaction.execute(sql, (bucket.key, until, now))?;
        return Ok((failures, until));
    }
    Ok((failures, until))
}

fn put(
    transaction: &Transaction<'_>,
    bucket: &Bucket,
    failures: i64,
    until: i64,
    now: Timestamp,
) -> Result<(), Fault> {
    transaction.execute(
        "INSERT INTO attempt (bucket, failures, wait_until, last) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET failures=excluded.failures, wait_until=excluded.wait_until,
         last=excluded.last",
        (bucket.key, failures, until, Moment(now)),
    )?;
    Ok(())
}

fn bound(transaction: &Transaction<'_>) -> Result<(), Fault> {
    let count: i64 = transaction.query_row("SELECT count(*) FROM attempt", [], |row| row.get(0))?;
    if count > MOST {
        transaction.execute(
            "DELETE FROM attempt WHERE bucket IN
             (SELECT bucket FROM attempt ORDER BY last LIMIT ?1)",
            [MOST / 100],
        )?;
    }
    Ok(())
}

/// The bytes by which the counters know an account.
pub(crate) fn account_key(account: Uuid) -> [u8; 16] {
    *account.as_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delay_grows_from_nothing_to_a_quarter_of_an_hour() {
        let seconds = |failures| delay(failures, ALONE) / 1_000;
        assert_eq!(
            (1..=8).map(seconds).collect::<Vec<_>>(),
            [0, 0, 0, 0, 1, 2, 4, 8]
        );
        assert_eq!(seconds(14), 512);
        assert_eq!(seconds(15), 900);
        assert_eq!(seconds(i64::MAX), 900);
    }
}
