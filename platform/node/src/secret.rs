// SPDX-License-Identifier: EUPL-1.2
//! Codes that open something: never in a log, never stored as they are.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;
use paraat_kernel::seams::Entropy;

/// What a debug line shows in place of a secret.
const HIDDEN: &str = "«secret»";

/// A random code of 256 bits: a session, a known device, a form that is held. It is shown to its
/// holder only; the store keeps its hash.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

/// What a code opens: part of its hash, so that a code of one sort never opens another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opens {
    /// A session.
    Session,
    /// The allowance of a known device.
    Device,
    /// A form that waits for its sender to sign in again.
    Held,
    /// A file that was handed in.
    File,
    /// The API.
    Token,
}

impl Secret {
    pub(crate) fn draw(entropy: &dyn Entropy) -> Self {
        let mut bytes = [0u8; 32];
        entropy.fill(&mut bytes);
        Self(bytes)
    }

    /// Reads a code that a browser sent: 43 characters of base64url. None when it is no code.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() != 43 {
            return None;
        }
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        Some(Self(bytes.try_into().ok()?))
    }

    /// The code as it goes to its holder: 43 characters of base64url.
    pub fn reveal(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }

    pub(crate) fn hash(&self, opens: Opens) -> [u8; 32] {
        let sort = match opens {
            Opens::Session => "paraat session v1",
            Opens::Device => "paraat device v1",
            Opens::Held => "paraat held form v1",
            Opens::File => "paraat handed in file v1",
            Opens::Token => "paraat token v1",
        };
        *blake3::Hasher::new_derive_key(sort)
            .update(&self.0)
            .finalize()
            .as_bytes()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}

/// A text that is secret: an API token on the one occasion that it is shown, the address that
/// enrols an authenticator, a password.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretText(String);

impl SecretText {
    /// Takes a text that is secret.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself, for its holder only.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Same;

    impl Entropy for Same {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(7);
        }
    }

    #[test]
    fn a_code_reads_back_and_shows_nothing_in_debug() {
        let code = Secret::draw(&Same);
        let shown = code.reveal();
        assert_eq!(shown.len(), 43);
        assert_eq!(Secret::read(&shown), Some(code.clone()));
        assert_eq!(
            format!("{code:?}{:?}", SecretText::new("x")),
            "«secret»«secret»"
        );
    }

    #[test]
    fn what_is_no_code_is_not_read() {
        for bad in ["", "a", &"é".repeat(22), &"=".repeat(43), &"A".repeat(44)] {
            assert_eq!(Secret::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_code_of_one_sort_never_opens_another() {
        let code = Secret::draw(&Same);
        let all = [
            Opens::Session,
            Opens::Device,
            Opens::Held,
            Opens::File,
            Opens::Token,
        ];
        let mut hashes: Vec<_> = all.into_iter().map(|opens| code.hash(opens)).collect();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), all.len());
    }
}
