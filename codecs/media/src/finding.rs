// SPDX-License-Identifier: EUPL-1.2
//! Why a file is not taken.

/// Why a file is not taken. What helps is said with its key, in the words of who shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    /// It is no file of a sort that is taken.
    #[error("no JPEG, PNG, WebP or PDF")]
    Unknown,
    /// A photo in the form of a make of phones that few programs read (HEIF, ISO/IEC 23008-12).
    #[error("a photo in HEIF")]
    Heif,
    /// It has no bytes.
    #[error("an empty file")]
    Empty,
    /// It has more bytes than are taken.
    #[error("more than {} bytes", crate::MOST_BYTES)]
    TooLarge,
    /// It is a picture of more pixels than are taken.
    #[error("more than {} pixels", crate::MOST_PIXELS)]
    TooManyPixels,
    /// It has more parts than any file of its sort that is made to be read.
    #[error("too many parts")]
    TooManyParts,
    /// It ends before it should: it came in by half.
    #[error("it breaks off")]
    BrokenOff,
    /// It is not what it says it is.
    #[error("it does not read as what it says it is")]
    Damaged,
    /// It moves: more pictures than one.
    #[error("more pictures than one")]
    Moving,
    /// It opens with a password only.
    #[error("it opens with a password")]
    Locked,
    /// It is a form that is filled in or signed; without that it would say less than it did.
    #[error("a form to be filled in or signed")]
    Form,
}

impl Finding {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Unknown,
        Self::Heif,
        Self::Empty,
        Self::TooLarge,
        Self::TooManyPixels,
        Self::TooManyParts,
        Self::BrokenOff,
        Self::Damaged,
        Self::Moving,
        Self::Locked,
        Self::Form,
    ];

    /// Its name for programs and for the key of its sentence, kebab-case.
    pub fn key(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Heif => "heif",
            Self::Empty => "empty",
            Self::TooLarge => "too-large",
            Self::TooManyPixels => "too-many-pixels",
            Self::TooManyParts => "too-many-parts",
            Self::BrokenOff => "broken-off",
            Self::Damaged => "damaged",
            Self::Moving => "moving",
            Self::Locked => "locked",
            Self::Form => "form",
        }
    }

    /// The finding with this name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }
}
