// SPDX-License-Identifier: EUPL-1.2
//! What is read and what comes of it.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Something that was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handed<'a> {
    /// The name of the file; empty for what was pasted.
    pub name: &'a str,
    /// What stands in it.
    pub bytes: &'a [u8],
}

/// What reading leans on.
#[derive(Debug, Clone)]
pub struct Given<'a> {
    /// The moment at which it is read: a time without a day is the nearest one before it.
    pub now: Timestamp,
    /// Where clocks are read.
    pub zone: TimeZone,
    /// Words that, alone or before a colon or tab, begin a part of a tab; in small letters.
    pub headings: &'a [&'a str],
    /// Words that show that what stands before a colon says who speaks; in small letters.
    pub senders: &'a [&'a str],
}

/// The form in which something came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Text without more.
    Plain,
    /// A chat that was exported or copied.
    Chat,
    /// A mail.
    Mail,
    /// Lines that begin with a time.
    Log,
    /// Parts under headings.
    Tab,
}

/// One message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Message {
    /// When it was said; none when that stands nowhere.
    pub at: Option<Timestamp>,
    /// Who said it, as it stands there; empty when it does not.
    pub from: String,
    /// The heading that it stands under, as given; empty for none.
    pub heading: String,
    /// What stood before the text and is not part of it: time, name, heading, dash.
    pub head: String,
    /// What it says.
    pub text: String,
}

/// Something that whoever reads on should know. Messages are numbered from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The bytes are no UTF-8, and were read as another alphabet.
    Alphabet(&'static str),
    /// So many characters cannot be shown, and stand as `U+FFFD` now.
    Unreadable(usize),
    /// The time of this message is still to come, so it stands in its text.
    ToCome(usize),
    /// This message was too long, and goes on in the next.
    Divided(usize),
    /// The mail has a file by this name. It was not taken.
    Attachment(String),
    /// The mail has no text of its own, and its page was read as text.
    FromPage,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// How it came.
    pub form: Form,
    /// The messages, in their order.
    pub messages: Vec<Message>,
    /// What should be known about it.
    pub findings: Vec<Finding>,
}

/// Nothing is read of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nothing stands in it.
    #[error("there is nothing to read")]
    Empty,
    /// It has more bytes, or more bytes of text, than are read at once.
    #[error("there is too much of it")]
    TooLong,
    /// It has more messages than are read at once.
    #[error("there are {0} messages")]
    TooMany(usize),
    /// It should be a mail and cannot be read as one.
    #[error("this is no mail")]
    NoMail,
}
