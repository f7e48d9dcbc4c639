// SPDX-License-Identifier: EUPL-1.2
//! Passwords: argon2id (RFC 9106), a few at a time.

use argon2::{Algorithm, Argon2, Params, Version};
use paraat_kernel::seams::Entropy;
use paraat_kernel::{Timestamp, Uuid};
use rusqlite::{Connection, OptionalExtension as _, Row, Transaction};

use crate::columns::{Id, Moment};
use crate::permits::{Caller, Permits};
use crate::{Config, Fault, Node, SecretText};

/// Shortest password, in characters: NIST SP 800-63B-4 (2025), 3.1.1.2, for a password that may
/// stand alone. Long sentences are welcome; no rule asks for digits or signs.
pub const SHORTEST: usize = 15;
/// Longest password, in bytes: a bound on work, well above what people type.
pub const LONGEST: usize = 1_024;

/// What a password costs to check. Kept with each hash, so that it can be raised: a hash of
/// another effort is made again at the next good sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Default for Effort {
    /// 19 MiB, 2 passes, 1 lane: the OWASP Password Storage Cheat Sheet for argon2id.
    fn default() -> Self {
        Self {
            memory_kib: 19 * 1024,
            passes: 2,
            lanes: 1,
        }
    }
}

/// Why a text cannot be a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    /// Fewer than [`SHORTEST`] characters.
    TooShort,
    /// More than [`LONGEST`] bytes.
    TooLong,
    /// It is the name of the account, or one character over and over.
    TooPlain,
}

/// The answer to setting a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetPassword {
    /// It is set; sessions of the account are ended and its devices forgotten.
    Set,
    /// It cannot be a password.
    Weak(Weak),
    /// Too many passwords are being checked: try again in a moment.
    Busy,
    /// There is no such account.
    NoAccount,
}

/// What is kept of a password.
pub(crate) struct Kept {
    effort: Effort,
    salt: [u8; 16],
    hash: [u8; 32],
}

impl Kept {
    /// True when both are of the same setting of a password.
    pub fn is_same(&self, other: &Self) -> bool {
        self.salt == other.salt && self.hash == other.hash
    }
}

/// What a comparison found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compared {
    Equal,
    Different,
    Busy,
}

/// Checks passwords, a few at a time.
pub(crate) struct Checker {
    effort: Effort,
    permits: Permits,
    /// Compared with when there is no such account: it takes as long and is never equal.
    nobody: Kept,
}

impl Checker {
    pub fn new(config: &Config, entropy: &dyn Entropy) -> Result<Self, Fault> {
        let effort = config.effort;
        effort.argon()?;
        let mut nobody = Kept {
            effort,
            salt: [0; 16],
            hash: [0; 32],
        };
        entropy.fill(&mut nobody.salt);
        entropy.fill(&mut nobody.hash);
        Ok(Self {
            effort,
            permits: Permits::new(config.checkers, config.waiting),
            nobody,
        })
    }

    fn make(&self, password: &str, entropy: &dyn Entropy) -> Result<Kept, Fault> {
        let mut salt = [0u8; 16];
        entropy.fill(&mut salt);
        let hash = self.effort.hash(password, &salt)?;
        Ok(Kept {
            effort: self.effort,
            salt,
            hash,
        })
    }

    /// Compares a password with what is kept; with nothing kept it works as long.
    pub fn compare(
        &self,
        kept: Option<&Kept>,
        typed: &SecretText,
        caller: Caller,
    ) -> Result<Compared, Fault> {
        let Some(_permit) = self.permits.enter(caller) else {
            return Ok(Compared::Busy);
        };
        // What is too long to be a password is compared as the empty one: it never fits.
        let text = Some(typed.reveal())
            .filter(|text| text.len() <= LONGEST)
            .unwrap_or_default();
        let against = kept.unwrap_or(&self.nobody);
        let hash = against.effort.hash(text, &against.salt)?;
        // `blake3::Hash` compares in constant time.
        let equal = blake3::Hash::from_bytes(hash) == blake3::Hash::from_bytes(against.hash);
        Ok(if equal && kept.is_some() {
            Compared::Equal
        } else {
            Compared::Different
        })
    }
}

impl Effort {
    fn argon(self) -> Result<Argon2<'static>, Fault> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32));
        let params = params.map_err(Fault::Hashing)?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }

    fn hash(self, password: &str, salt: &[u8; 16]) -> Result<[u8; 32], Fault> {
        let mut hash = [0u8; 32];
        let outcome = self
            .argon()?
            .hash_password_into(password.as_bytes(), salt, &mut hash);
        outcome.map_err(Fault::Hashing)?;
        Ok(hash)
    }
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let effort = Effort {
        memory_kib: row.get(1)?,
        passes: row.get(2)?,
        lanes: row.get(3)?,
    };
    Ok(Kept {
        effort,
        salt: row.get(0)?,
        hash: row.get(4)?,
    })
}

/// What is kept of the password of an account.
pub(crate) fn of(connection: &Connection, account: Uuid) -> Result<Option<Kept>, Fault> {
    let mut statement = connection.prepare_cached(
        "SELECT salt, memory, passes, lanes, hash FROM password WHERE account=?1",
    )?;
    Ok(statement.query_row([Id(account)], kept).optional()?)
}

fn store(
    transaction: &Transaction<'_>,
    account: Uuid,
    kept: &Kept,
    now: Timestamp,
) -> Result<(), Fault> {
    transaction.execute(
        "INSERT INTO password (account, salt, memory, passes, lanes, hash, changed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO UPDATE SET salt=excluded.salt,
         memory=excluded.memory, passes=excluded.passes, lanes=excluded.lanes,
         hash=excluded.hash, changed=excluded.changed",
        (
            Id(account),
            kept.salt,
            kept.effort.memory_kib,
            kept.effort.passes,
            kept.effort.lanes,
            kept.hash,
            Moment(now),
        ),
    )?;
    Ok(())
}

fn weakness(password: &str, name: &str) -> Option<Weak> {
    let mut characters = password.chars();
    let first = characters.next();
    if password.chars().count() < SHORTEST {
        Some(Weak::TooShort)
    } else if password.len() > LONGEST {
        Some(Weak::TooLong)
    } else if characters.all(|one| Some(one) == first) || password.eq_ignore_ascii_case(name) {
        Some(Weak::TooPlain)
    } else {
        None
    }
}

impl Node {
    /// Sets the password of an account, ends its sessions and forgets its devices. The bytes
    /// count as they are typed.
    ///
    /// # Errors
    /// `Fault` when the disk refuses; a weak password is an answer.
    pub fn set_password(
        &self,
        account: Uuid,
        password: &SecretText,
        now: Timestamp,
    ) -> Result<SetPassword, Fault> {
        let Some(owner) = self.account(account)? else {
            return Ok(SetPassword::NoAccount);
        };
        if let Some(weak) = weakness(password.reveal(), &owner.subject) {
            return Ok(SetPassword::Weak(weak));
        }
        let checker = &self.inner.checker;
        let Some(permit) = checker.permits.enter(Caller::Known) else {
            return Ok(SetPassword::Busy);
        };
        let made = checker.make(password.reveal(), self.entropy())?;
        drop(permit);
        self.write(|transaction| {
            store(transaction, account, &made, now)?;
            transaction.execute("DELETE FROM session WHERE account=?1", [Id(account)])?;
            transaction.execute("DELETE FROM device WHERE account=?1", [Id(account)])?;
            Ok(SetPassword::Set)
        })
    }

    /// Makes the hash of a password that was just found right again, when it was made with
    /// another effort than the node has now, and the password did not change meanwhile.
    pub(crate) fn renew_hash(
        &self,
        account: Uuid,
        old: &Kept,
        password: &SecretText,
        now: Timestamp,
    ) -> Result<(), Fault> {
        let checker = &self.inner.checker;
        if old.effort == checker.effort {
            return Ok(());
        }
        let Some(permit) = checker.permits.enter(Caller::Known) else {
            return Ok(());
        };
        let made = checker.make(password.reveal(), self.entropy())?;
        drop(permit);
        self.write(|transaction| match of(transaction, account)? {
            Some(still) if still.is_same(old) => store(transaction, account, &made, now),
            _ => Ok(()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Section 5.3 of RFC 9106 has a key and associated data, which passwords do not use; this
    /// is the vector of the reference implementation's `test.c` for argon2id, version 19,
    /// t=2, m=2^16 KiB, p=1.
    #[test]
    fn the_reference_vector_of_argon2id_comes_out() {
        let effort = Effort {
            memory_kib: 65_536,
            passes: 2,
            lanes: 1,
        };
        let argon = effort.argon().unwrap();
        let mut hash = [0u8; 32];
        argon
            .hash_password_into(b"password", b"somesalt", &mut hash)
            .unwrap();
        let expected = "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7";
        assert_eq!(data_encoding::HEXLOWER.encode(&hash), expected);
    }

    #[test]
    fn what_cannot_be_a_password_is_named() {
        let name = "editor-veiligheidsregio";
        assert_eq!(weakness("veertien teken", name), Some(Weak::TooShort));
        assert_eq!(weakness(&"é".repeat(15), name), Some(Weak::TooPlain));
        assert_eq!(
            weakness("EDITOR-veiligheidsregio", name),
            Some(Weak::TooPlain)
        );
        assert_eq!(weakness(&"ab".repeat(513), name), Some(Weak::TooLong));
        assert_eq!(weakness("een lange gewone zin", name), None);
    }
}
