// SPDX-License-Identifier: EUPL-1.2
//! What is past its time goes.

use std::time::Duration;

use paraat_kernel::Timestamp;

use crate::columns::{Moment, earlier};
use crate::{DRAFT_KEPT, Fault, Node, UPLOAD_KEPT, acts, attempts, refusals};

/// How long lists still show a token that was revoked or expired.
const ENDED_TOKENS: Duration = Duration::from_secs(365 * 24 * 3600);

/// How many rows went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pruned {
    /// Sessions that had ended.
    pub sessions: usize,
    /// Devices not known any more.
    pub devices: usize,
    /// Counters of failures that were quiet for a day.
    pub attempts: usize,
    /// Held forms nobody fetched, and files nobody took over or went on to bring.
    pub held: usize,
    /// Tokens that ended a year ago.
    pub tokens: usize,
    /// Refusals.
    pub refusals: usize,
    /// What was done to accounts.
    pub acts: usize,
    /// Readings of what is sealed.
    pub reads: usize,
    /// Drafts that nobody touched any more.
    pub drafts: usize,
}

impl Node {
    /// Removes what is past its time. The server calls this once an hour; nothing opens what
    /// has expired in the meantime.
    ///
    /// # Errors
    /// `Fault` when the disk refuses; then nothing went.
    pub fn prune(&self, now: Timestamp) -> Result<Pruned, Fault> {
        let config = &self.inner.config;
        let moment = |ago: Duration| Moment(earlier(now, ago));
        let quiet = now.as_millisecond().saturating_sub(attempts::FORGET_MS);
        self.write(|transaction| {
            let go = |sql: &str, moment: Moment| transaction.execute(sql, [moment]);
            let beyond = |table: &str, most: i64| {
                let sql = format!("DELETE FROM {table} WHERE id<=(SELECT max(id) FROM {table})-?1");
                transaction.execute(&sql, [most])
            };
            let past = Moment(now);
            Ok(Pruned {
                sessions: go("DELETE FROM session WHERE expires<=?1", past)?,
                devices: go("DELETE FROM device WHERE expires<=?1", past)?,
                attempts: transaction.execute("DELETE FROM attempt WHERE last<?1", [quiet])?,
                held: go("DELETE FROM held WHERE expires<=?1", past)?
                    + go("DELETE FROM file WHERE expires<=?1", past)?
                    + go("DELETE FROM upload WHERE touched<?1", moment(UPLOAD_KEPT))?,
                tokens: go(
                    "DELETE FROM token WHERE coalesce(revoked, expires)<?1",
                    moment(ENDED_TOKENS),
                )?,
                refusals: beyond("refusal", refusals::MOST)?
                    + go(
                        "DELETE FROM refusal WHERE at<?1",
                        moment(config.refusals_kept),
                    )?,
                acts: beyond("account_act", acts::MOST)?
                    + go(
                        "DELETE FROM account_act WHERE at<?1",
                        moment(config.acts_kept),
                    )?,
                reads: go(
                    "DELETE FROM sealed_read WHERE at<?1",
                    moment(config.reads_kept),
                )?,
                drafts: go("DELETE FROM draft WHERE saved<?1", moment(DRAFT_KEPT))?,
            })
        })
    }
}
