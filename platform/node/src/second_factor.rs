// SPDX-License-Identifier: EUPL-1.2
//! The second factor: codes by time (TOTP, RFC 6238) of an authenticator app. SHA-1, 6 digits,
//! steps of 30 seconds, one step of tolerance either way: what every app can do.
//!
//! The shared secret stands in the file as it is, since codes are computed from it; whoever can
//! read the file (mode 0600) has it. Encryption at rest comes with the keys on request.

use std::net::IpAddr;

use data_encoding::BASE32_NOPAD;
use paraat_kernel::{Timestamp, Uuid};
use rusqlite::{OptionalExtension as _, Transaction};
use totp_rs::{Builder, Totp};

use crate::attempts::{Source, What, account_key};
use crate::columns::{Id, Moment};
use crate::sign_in::known_device;
use crate::{Fault, Node, Secret, SecretText};

/// Used steps are remembered per account, so that a code works once, also when the clock of the
/// node goes back: at most so many.
const REMEMBERED: u32 = 256;

/// What an authenticator app needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// The address for a QR code: `otpauth://totp/…`.
    pub address: SecretText,
    /// The same secret for typing over: base32, 32 characters.
    pub key: SecretText,
}

/// The answer to a request to enrol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Enrol {
    /// Show this once; it counts after it is confirmed with a code.
    Show(Enrolment),
    /// A second factor is confirmed: remove it first.
    AlreadyOn,
    /// There is no such account.
    NoAccount,
}

/// Whether a code confirms an enrolment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirm {
    /// From now on signing in asks for a code.
    On,
    /// The code is not right.
    Wrong,
    /// No enrolment waits for a code.
    NothingToConfirm,
}

/// The judgement of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeCheck {
    /// Right.
    Right,
    /// Wrong, or used before.
    Wrong,
    /// Too many failures: not judged before this moment.
    WaitUntil(Timestamp),
    /// The account has no second factor.
    NotOn,
}

/// A code and where it comes from.
#[derive(Clone, Copy)]
pub struct CodeAttempt<'a> {
    /// The code as typed; spaces are ignored.
    pub code: &'a str,
    /// The address of the browser, as the server knows it.
    pub remote: IpAddr,
    /// What the browser has as the code of a known device.
    pub device: Option<&'a Secret>,
}

fn totp(secret: &[u8; 20]) -> Result<Totp, Fault> {
    let builder = Builder::new()
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(30);
    let built = builder
        .with_secret(totp_rs::Secret::new_stack(*secret))
        .build();
    built.map_err(|_refused| Fault::Damaged("a secret of a second factor"))
}

/// The step that a code is right for now, within the tolerance.
fn step(secret: &[u8; 20], code: &str, now: Timestamp) -> Result<Option<i64>, Fault> {
    let Ok(second) = u64::try_from(now.as_second()) else {
        return Ok(None);
    };
    let digits: String = code
        .chars()
        .filter(|one| !one.is_whitespace())
        .take(7)
        .collect();
    let found = totp(secret)?.check(&digits, second);
    Ok(found.and_then(|step| i64::try_from(step).ok()))
}

/// Writes a step down as used. False when it was used before.
fn use_up(
    transaction: &Transaction<'_>,
    account: Uuid,
    step: i64,
    now: Timestamp,
) -> Result<bool, Fault> {
    let sql = "INSERT OR IGNORE INTO totp_used (account, step, used) VALUES (?1, ?2, ?3)";
    let fresh = transaction.execute(sql, (Id(account), step, Moment(now)))? == 1;
    transaction.execute(
        "DELETE FROM totp_used WHERE account=?1 AND step IN (SELECT step FROM totp_used
         WHERE account=?1 ORDER BY step DESC LIMIT -1 OFFSET ?2)",
        (Id(account), REMEMBERED),
    )?;
    Ok(fresh)
}

fn secret_of(
    transaction: &Transaction<'_>,
    account: Uuid,
    confirmed: bool,
) -> Result<Option<[u8; 20]>, Fault> {
    let query = "SELECT secret FROM totp WHERE account=?1 AND (confirmed IS NOT NULL)=?2";
    let values = (Id(account), confirmed);
    Ok(transaction
        .query_row(query, values, |row| row.get(0))
        .optional()?)
}

/// Percent-encodes what stands in an address (RFC 3986, unreserved characters stay).
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn enrolment(issuer: &str, subject: &str, secret: &[u8; 20]) -> Enrolment {
    let key = BASE32_NOPAD.encode(secret);
    let (issuer, subject) = (encoded(issuer), encoded(subject));
    let address = format!(
        "otpauth://totp/{issuer}:{subject}?secret={key}&issuer={issuer}\
         &algorithm=SHA1&digits=6&period=30"
    );
    Enrolment {
        address: SecretText::new(address),
        key: SecretText::new(key),
    }
}

impl Node {
    /// Begins an enrolment; one that was begun before and not confirmed is forgotten.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn enrol_second_factor(&self, account: Uuid) -> Result<Enrol, Fault> {
        let Some(owner) = self.account(account)? else {
            return Ok(Enrol::NoAccount);
        };
        let mut secret = [0u8; 20];
        self.entropy().fill(&mut secret);
        let begun = self.write(|transaction| {
            let sql = "INSERT INTO totp (account, secret) VALUES (?1, ?2) ON CONFLICT DO UPDATE
                       SET secret=excluded.secret WHERE confirmed IS NULL";
            Ok(transaction.execute(sql, (Id(account), secret))? == 1)
        })?;
        if !begun {
            return Ok(Enrol::AlreadyOn);
        }
        Ok(Enrol::Show(enrolment(
            &self.inner.config.issuer,
            &owner.subject,
            &secret,
        )))
    }

    /// Confirms the enrolment with a code of the app; from then on signing in asks for one.
    /// Sessions that run stay as they are.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn confirm_second_factor(
        &self,
        account: Uuid,
        code: &str,
        now: Timestamp,
    ) -> Result<Confirm, Fault> {
        self.write(|transaction| {
            let Some(secret) = secret_of(transaction, account, false)? else {
                return Ok(Confirm::NothingToConfirm);
            };
            let Some(step) = step(&secret, code, now)? else {
                return Ok(Confirm::Wrong);
            };
            use_up(transaction, account, step, now)?;
            let sql = "UPDATE totp SET confirmed=?2 WHERE account=?1";
            transaction.execute(sql, (Id(account), Moment(now)))?;
            Ok(Confirm::On)
        })
    }

    /// Judges a code; a right one works once.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn check_code(
        &self,
        account: Uuid,
        attempt: &CodeAttempt<'_>,
        now: Timestamp,
    ) -> Result<CodeCheck, Fault> {
        self.write(|transaction| {
            let Some(secret) = secret_of(transaction, account, true)? else {
                return Ok(CodeCheck::NotOn);
            };
            let device = known_device(transaction, account, attempt.device, now)?;
            let source = Source {
                remote: attempt.remote,
                device,
            };
            let buckets = self.buckets(What::Code, &account_key(account), &source);
            if let Some(until) = buckets.begin(transaction, now)? {
                return Ok(CodeCheck::WaitUntil(until));
            }
            match step(&secret, attempt.code, now)? {
                Some(step) if use_up(transaction, account, step, now)? => {
                    buckets.good(transaction)?;
                    Ok(CodeCheck::Right)
                }
                _ => Ok(CodeCheck::Wrong),
            }
        })
    }

    /// Removes the second factor, confirmed or not, and ends the sessions that await it. Ask
    /// for a code first, unless an administrator helps someone who lost the device. False when
    /// there was none.
    ///
    /// # Errors
    /// `Fault` when the disk refuses.
    pub fn remove_second_factor(&self, account: Uuid) -> Result<bool, Fault> {
        self.write(|transaction| {
            let ended = "DELETE FROM session WHERE account=?1 AND factor='awaited'";
            transaction.execute(ended, [Id(account)])?;
            Ok(transaction.execute("DELETE FROM totp WHERE account=?1", [Id(account)])? == 1)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Appendix B of RFC 6238, SHA-1; of its eight digits the last six.
    #[test]
    fn the_vectors_of_the_standard_come_out() {
        let secret = b"12345678901234567890";
        let vectors = [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ];
        for (second, code) in vectors {
            let now = Timestamp::from_second(second).unwrap();
            assert_eq!(
                step(secret, code, now).unwrap(),
                Some(second / 30),
                "{second}"
            );
            assert_eq!(
                totp(secret).unwrap().generate(second as u64).to_string(),
                code
            );
        }
    }

    #[test]
    fn one_step_of_tolerance_and_no_more() {
        let secret = b"12345678901234567890";
        let at = |second| step(secret, "287082", Timestamp::from_second(second).unwrap()).unwrap();
        assert_eq!([at(29), at(30), at(89)], [Some(1); 3]);
        assert_eq!([at(90), at(-1)], [None; 2]);
        let now = Timestamp::from_second(59).unwrap();
        for bad in ["", "28708", "2870822", "+87082", "28708é", "287 082 1"] {
            assert_eq!(step(secret, bad, now).unwrap(), None, "{bad}");
        }
        assert_eq!(step(secret, " 287 082 ", now).unwrap(), Some(1));
    }

    #[test]
    fn the_address_is_what_an_app_reads() {
        let made = enrolment("Paraat: vr 23", "editor-vr23", b"12345678901234567890");
        assert_eq!(
            made.address.reveal(),
            "otpauth://totp/Paraat%3A%20vr%2023:editor-vr23?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
             &issuer=Paraat%3A%20vr%2023&algorithm=SHA1&digits=6&period=30"
        );
        assert!(!format!("{made:?}").contains("GEZD"));
    }
}
