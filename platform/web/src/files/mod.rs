// SPDX-License-Identifier: EUPL-1.2
//! Files that belong to something in the record: brought in pieces or with a form, and fetched by
//! stream and name. What they are and where they lie others know.

mod bring;
mod fetch;
mod form;

use std::fs::File;
use std::io;

use paraat_kernel::Uuid;
use serde_json::json;

use crate::wrong::{Sentence, Wrong};

pub(crate) use bring::{append, begin, stand};
pub(crate) use fetch::{by_api, by_page};
pub(crate) use form::{form, patience};

/// Forms with a file that are read at once: each stands whole in memory.
pub(crate) const FORMS_AT_ONCE: usize = 8;

/// How far a file has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// What it was called where it comes from.
    pub name: String,
    /// Its bytes as who brings it counted them.
    pub size: u64,
    /// How many of them came in.
    pub received: u64,
    /// Its media type, once it came in whole and was cleaned: from then on a form may name it.
    pub media: Option<String>,
}

/// Why a file does not come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotBrought {
    /// No such file for this account: it began none under this code, or it took too long.
    NotThere,
    /// It has more bytes than are taken.
    TooLarge,
    /// Too many files of the account wait.
    TooMany,
    /// Others bring too much at this moment.
    Busy,
    /// It goes on at another byte: so many came in.
    Elsewhere(u64),
    /// It was looked at and is not taken, for the reason with this name: `file-{name}` in the
    /// words.
    NotTaken(&'static str),
    /// The disk takes no more.
    DiskFull,
    /// A defect; the log has it.
    Broken,
}

/// Whoever keeps the bytes of files, for the pages of one space. Every call blocks.
pub trait Uploads: Send + Sync {
    /// Most bytes of one file.
    fn most(&self) -> u64;
    /// Lets an account bring a file of this name and size; answers its code.
    fn begin(&self, account: Uuid, name: &str, size: u64) -> Result<String, NotBrought>;
    /// How far the account's own file has come.
    fn standing(&self, account: Uuid, code: &str) -> Result<Standing, NotBrought>;
    /// Adds bytes behind what came in, which must be up to `offset`; answers how much came in.
    fn append(
        &self,
        account: Uuid,
        code: &str,
        offset: u64,
        bytes: &[u8],
    ) -> Result<u64, NotBrought>;
    /// Looks at a file that came in whole, and keeps it cleaned; or throws it away.
    fn finish(&self, account: Uuid, code: &str) -> Result<Standing, NotBrought>;
    /// The bytes of a file that the record names.
    fn open(&self, code: &str) -> io::Result<File>;
}

impl NotBrought {
    /// The key of its sentence.
    fn key(&self) -> String {
        match self {
            Self::NotThere => "file-not-there".to_owned(),
            Self::TooLarge => "file-too-large".to_owned(),
            Self::TooMany => "file-too-many".to_owned(),
            Self::Busy => "file-busy".to_owned(),
            Self::Elsewhere(_) => "file-elsewhere".to_owned(),
            Self::NotTaken(name) => format!("file-{name}"),
            Self::DiskFull => "file-disk-full".to_owned(),
            Self::Broken => "file-broken".to_owned(),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::NotThere => 404,
            Self::TooLarge => 413,
            Self::TooMany => 429,
            Self::Elsewhere(_) => 409,
            Self::NotTaken(_) => 422,
            Self::Busy | Self::DiskFull => 503,
            Self::Broken => 500,
        }
    }

    /// As an answer.
    fn wrong(&self, most: u64) -> Wrong {
        let mut wrong = Wrong::status(self.status());
        wrong.reasons.push(self.sentence(most));
        if let Self::Elsewhere(offset) = self {
            wrong.members.push(("offset", json!(offset)));
        }
        wrong
    }

    fn sentence(&self, most: u64) -> Sentence {
        Sentence(self.key(), vec![("megabytes", (most >> 20).to_string())])
    }
}
