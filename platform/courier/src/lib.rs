// SPDX-License-Identifier: EUPL-1.2
//! What leaves a node. A [`Target`] takes a [`Live`] to be made, and nothing else makes one, so
//! that no code of an exercise holds any:
//!
//! ```
//! use paraat_courier::{Setting, Target};
//! use paraat_kernel::{Live, Space};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let setting = Setting::folder("omroep", "/srv/omroep");
//! let live = Live::of(&Space::live()).ok_or("an exercise")?;
//! assert_eq!(Target::new(live, setting)?.name(), "omroep");
//! # Ok(())
//! # }
//! ```
//!
//! ```compile_fail
//! use paraat_courier::{Setting, Target};
//! use paraat_kernel::Space;
//! let exercise = Space::try_from("hoogwater-maas".to_owned()).unwrap();
//! let target = Target::new(exercise, Setting::folder("omroep", "/srv/omroep"));
//! ```
//!
//! ```compile_fail
//! use paraat_courier::Target;
//! let target = Target { name: "omroep".to_owned(), way: panic!() };
//! ```

mod address;
mod folder;

use std::path::PathBuf;

use paraat_kernel::{Live, Timestamp};
use serde::Deserialize;

/// A file that leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Its name, without a folder.
    pub name: &'a str,
    /// Its media type.
    pub kind: &'a str,
    /// What stands in it.
    pub body: &'a [u8],
}

/// What the keeper of a node says of a target, in its configuration.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// What it is called on the channel board.
    pub name: String,
    /// A folder that files are laid in.
    pub folder: Option<PathBuf>,
    /// An address that the first file is sent to (`https:`, or `http:` on this machine).
    pub url: Option<String>,
    /// With what the sending is signed; the receiver has the same.
    pub secret: Option<String>,
}

impl Setting {
    /// A folder.
    pub fn folder(name: impl Into<String>, folder: impl Into<PathBuf>) -> Self {
        Self {
            name: name.into(),
            folder: Some(folder.into()),
            ..Self::default()
        }
    }
}

/// Why a setting makes no target.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoTarget {
    /// It has no name.
    #[error("a target without a name")]
    Unnamed,
    /// It has neither a folder nor an address, or both.
    #[error("target {0}: give a folder or a url, one of the two")]
    NotOne(String),
    /// Its address is not one that may be sent to.
    #[error("target {0}: the url must begin with https:// (http:// only to this machine)")]
    Insecure(String),
    /// It has an address and no secret: anybody could send the same.
    #[error("target {0}: a url needs a secret of at least 16 characters")]
    Unsigned(String),
}

/// What came of a try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Came {
    /// They have it; what they said.
    Arrived(String),
    /// They have it not; worth another try, and why.
    Later(String),
    /// They will not have it as it is, and why.
    Refused(String),
}

enum Way {
    Folder(PathBuf),
    Address(Box<address::Address>),
}

/// Somebody that files leave for.
pub struct Target {
    name: String,
    way: Way,
}

impl Target {
    /// A target of the real world.
    ///
    /// # Errors
    /// Why the setting makes none.
    pub fn new(_live: Live, setting: Setting) -> Result<Self, NoTarget> {
        let Setting {
            name,
            folder,
            url,
            secret,
        } = setting;
        if name.trim().is_empty() {
            return Err(NoTarget::Unnamed);
        }
        let way = match (folder, url) {
            (Some(folder), None) => Way::Folder(folder),
            (None, Some(url)) => {
                if !address::may_be_sent_to(&url) {
                    return Err(NoTarget::Insecure(name));
                }
                let secret = secret.filter(|it| it.len() >= address::SHORTEST_SECRET);
                let secret = secret.ok_or_else(|| NoTarget::Unsigned(name.clone()))?;
                Way::Address(Box::new(address::Address::new(url, &secret)))
            }
            _ => return Err(NoTarget::NotOne(name)),
        };
        Ok(Self { name, way })
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Takes files there; blocks for as long as that takes, at most some seconds. `key` is the same
    /// each time the same is taken there; `now` is signed with it.
    pub fn take(&self, key: &str, now: Timestamp, pieces: &[Piece<'_>]) -> Came {
        match &self.way {
            Way::Folder(folder) => folder::lay(folder, pieces),
            Way::Address(address) => address.send(key, now, pieces),
        }
    }
}

#[cfg(test)]
mod tests {
    use paraat_kernel::Space;

    use super::*;

    fn target(setting: Setting) -> Result<Target, NoTarget> {
        Target::new(Live::of(&Space::live()).unwrap(), setting)
    }

    fn address(url: &str, secret: &str) -> Result<Target, NoTarget> {
        target(Setting {
            name: "omroep".to_owned(),
            url: Some(url.to_owned()),
            secret: Some(secret.to_owned()),
            ..Setting::default()
        })
    }

    #[test]
    fn a_setting_that_would_leave_in_the_open_or_unsigned_makes_no_target() {
        let secret = "0123456789abcdef";
        let name = || "omroep".to_owned();
        assert!(address("https://omroep.example/cap", secret).is_ok());
        assert!(address("http://127.0.0.1:9/cap", secret).is_ok());
        let open = address("http://omroep.example/cap", secret);
        assert_eq!(open.err(), Some(NoTarget::Insecure(name())));
        let short = address("https://omroep.example/cap", "kort");
        assert_eq!(short.err(), Some(NoTarget::Unsigned(name())));
        let neither = target(Setting {
            name: name(),
            ..Setting::default()
        });
        assert_eq!(neither.err(), Some(NoTarget::NotOne(name())));
    }

    #[test]
    fn files_lie_whole_in_a_folder_and_no_name_leads_out_of_it() {
        let root = std::env::temp_dir().join(format!("paraat-courier-{}", std::process::id()));
        let folder = root.join("in");
        let omroep = target(Setting::folder("omroep", &folder)).unwrap();
        let piece = |name| Piece {
            name,
            kind: "text/plain",
            body: b"alarm",
        };
        assert!(matches!(
            omroep.take("a", Timestamp::UNIX_EPOCH, &[piece("a.txt")]),
            Came::Arrived(_)
        ));
        assert_eq!(std::fs::read(folder.join("a.txt")).unwrap(), b"alarm");
        for name in ["../uit.txt", "/uit.txt", "a/b", ""] {
            assert!(
                matches!(
                    omroep.take("a", Timestamp::UNIX_EPOCH, &[piece(name)]),
                    Came::Refused(_)
                ),
                "{name}"
            );
        }
        assert_eq!(std::fs::read_dir(&root).unwrap().count(), 1);
        std::fs::remove_dir_all(&root).unwrap();
    }
}
