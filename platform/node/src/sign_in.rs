// SPDX-License-Identifier: EUPL-1.2
//! Signing in with a name and a password, and the devices on which that went well before.

use std::net::IpAddr;
use std::time::Duration;

use paraat_kernel::{Timestamp, Uuid};
use rusqlite::{Connection, OptionalExtension as _};

use crate::accounts::{LOCAL, named};
use crate::attempts::{Source, What};
use crate::columns::{Id, Moment, later};
use crate::passwords::{self, Compared};
use crate::secret::Opens;
use crate::{Account, Fault, Node, Secret, SecretText};

/// How long a device stays known after a good sign-in.
pub const DEVICE_KNOWN: Duration = Duration::from_secs(180 * 24 * 3600);
/// So many devices of one account are known; the oldest go first.
const DEVICES: u32 = 20;

/// An attempt to sign in. It has no debug form: it is all about a person.
#[derive(Clone, Copy)]
pub struct Attempt<'a> {
    /// The name as typed.
    pub name: &'a str,
    /// The password as typed.
    pub password: &'a SecretText,
    /// The address of the browser, as the server knows it.
    pub remote: IpAddr,
    /// What the browser has as the code of a known device.
    pub device: Option<&'a Secret>,
}

/// The answer to an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignIn {
    /// Right. When `second_factor` is set, the session that is started awaits it.
    Welcome(Account),
    /// Name or password is wrong, or the account is disabled: all the same, as slow.
    Wrong,
    /// Too many failures from there: not judged before this moment.
    WaitUntil(Timestamp),
    /// Too many sign in at once: not judged, not counted, try again in a moment.
    Busy,
}

/// The hash of a device code, when the device is known for this account.
pub(crate) fn known_device(
    connection: &Connection,
    account: Uuid,
    device: Option<&Secret>,
    now: Timestamp,
) -> Result<Option<[u8; 32]>, Fault> {
    let Some(device) = device else {
        return Ok(None);
    };
    let query = "SELECT hash FROM device WHERE hash=?1 AND account=?2 AND expires>?3";
    let values = (device.hash(Opens::Device), Id(account), Moment(now));
    Ok(connection
        .query_row(query, values, |row| row.get(0))
        .optional()?)
}

impl Node {
    /// Judges a name and a password. Takes tens of milliseconds and may wait for its turn: call
    /// it on a thread that may block. It starts no session.
    ///
    /// # Errors
    /// `Fault` when the disk refuses; everything else is an answer.
    pub fn sign_in(&self, attempt: &Attempt<'_>, now: Timestamp) -> Result<SignIn, Fault> {
        let (account, kept, device) = self.read(|connection| {
            let found = named(connection, LOCAL, attempt.name)?;
            let Some(account) = found.filter(|account| account.enabled) else {
                return Ok((None, None, None));
            };
            let kept = passwords::of(connection, account.id)?;
            let device = known_device(connection, account.id, attempt.device, now)?;
            Ok((Some(account), kept, device))
        })?;
        let source = Source {
            remote: attempt.remote,
            device,
        };
        let buckets = self.buckets(What::Password, attempt.name.as_bytes(), &source);
        if let Some(until) = self.note(|transaction| buckets.begin(transaction, now))? {
            return Ok(SignIn::WaitUntil(until));
        }
        let compared =
            self.inner
                .checker
                .compare(kept.as_ref(), attempt.password, source.caller())?;
        match (compared, account, kept) {
            (Compared::Equal, Some(account), Some(kept)) => {
                self.note(|transaction| buckets.good(transaction))?;
                // It may have been disabled, or got another password, while this was judged.
                let still = self.account(account.id)?.filter(|account| account.enabled);
                let now_kept = self.read(|connection| passwords::of(connection, account.id))?;
                let same = now_kept.is_some_and(|other| other.is_same(&kept));
                let Some(account) = still.filter(|_account| same) else {
                    return Ok(SignIn::Wrong);
                };
                self.renew_hash(account.id, &kept, attempt.password, now)?;
                Ok(SignIn::Welcome(account))
            }
            (Compared::Busy, ..) => {
                self.note(|transaction| buckets.back(transaction))?;
                Ok(SignIn::Busy)
            }
            _ => Ok(SignIn::Wrong),
        }
    }

    /// Makes the device known for the account. Call it after a sign-in that is complete, second
    /// factor included, and give the code to the browser in a cookie of its own that outlives
    /// the session. It opens nothing: it only keeps failures from elsewhere away.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn know_device(&self, account: Uuid, now: Timestamp) -> Result<Secret, Fault> {
        let code = Secret::draw(self.entropy());
        self.write(|transaction| {
            transaction.execute(
                "INSERT INTO device (hash, account, made, expires) VALUES (?1, ?2, ?3, ?4)",
                (
                    code.hash(Opens::Device),
                    Id(account),
                    Moment(now),
                    Moment(later(now, DEVICE_KNOWN)),
                ),
            )?;
            transaction.execute(
                "DELETE FROM device WHERE account=?1 AND hash IN (SELECT hash FROM device
                 WHERE account=?1 ORDER BY made DESC LIMIT -1 OFFSET ?2)",
                (Id(account), DEVICES),
            )?;
            Ok(())
        })?;
        Ok(code)
    }

    /// True when this code makes a device known for the account: then no new one is needed.
    ///
    /// # Errors
    /// `Fault` when the file cannot be read.
    pub fn is_known_device(
        &self,
        account: Uuid,
        device: &Secret,
        now: Timestamp,
    ) -> Result<bool, Fault> {
        self.read(|connection| Ok(known_device(connection, account, Some(device), now)?.is_some()))
    }

    /// Forgets every known device of an account; answers how many there were.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn forget_devices(&self, account: Uuid) -> Result<usize, Fault> {
        let sql = "DELETE FROM device WHERE account=?1";
        self.write(|transaction| Ok(transaction.execute(sql, [Id(account)])?))
    }
}
