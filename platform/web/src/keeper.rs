// SPDX-License-Identifier: EUPL-1.2
//! What the pages ask of whoever keeps the accounts: credentials, sessions, keys for programs,
//! functions that are lent, text that waits for a login, refusals.
//!
//! Methods that answer at once are asked on every request: they answer from memory.

use paraat_contract::Later;
use paraat_kernel::{Actor, Function, Language, OrganisationId, StreamId, Timestamp, Uuid};

use crate::reads::Reads;

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Pseudonym of the account.
    pub account: Uuid,
    /// On whose behalf.
    pub organisation: OrganisationId,
    /// Functions that the account holds there now.
    pub functions: Vec<Function>,
    /// The sealed compartments that it was let into; of a key, those that the key names too.
    pub compartments: Vec<String>,
    /// Name of the account: that of a function (`editor-vr23`).
    pub name: String,
    /// The session it is signed in with; none for a program.
    pub session: Option<Uuid>,
    /// The language that was chosen for the account.
    pub language: Option<Language>,
    /// The time zone that was chosen for the account, an IANA name.
    pub zone: Option<String>,
}

impl Person {
    /// The person as the rules know them.
    pub fn actor(&self) -> Actor {
        Actor {
            organisation: self.organisation.clone(),
            functions: self.functions.clone(),
            account: self.account,
            compartments: self.compartments.clone(),
        }
    }

    /// True when the account holds this function now.
    pub fn holds(&self, function: Function) -> bool {
        self.functions.contains(&function)
    }
}

/// What a key for programs opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Opens {
    /// Reading by API.
    Read,
    /// Writing by API.
    Write,
    /// The figures of the node at `/metrics`.
    Metrics,
}

impl Opens {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Read, Self::Write, Self::Metrics];

    /// Its name in forms and stored records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Metrics => "metrics",
        }
    }

    /// What has this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// Whom a key for programs stands for, and what it opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The account.
    pub person: Person,
    /// What it opens.
    pub opens: Vec<Opens>,
}

/// Somebody tries to sign in.
#[derive(Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Name of the account.
    pub name: String,
    /// The password.
    pub password: String,
    /// The code of the second step, empty when none was typed.
    pub code: String,
    /// Address they come from.
    pub remote: String,
    /// Secret of a device that signed in before.
    pub device: Option<String>,
}

/// What came of trying to sign in.
#[derive(Clone, PartialEq, Eq)]
pub enum SignIn {
    /// They are in.
    In(SignedIn),
    /// Name, password or code is not right; which of them is not said.
    Wrong,
    /// The password is right and the code of the second step is missing.
    CodeWanted,
    /// Too many tries from there: so many seconds to wait.
    Wait(u32),
    /// Too many are signing in at this moment: try again in a few seconds.
    Busy,
}

/// A session that began.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// Secret of the session, for its cookie.
    pub session: String,
    /// Secret of the device, for its cookie, so that others' tries do not lock it out.
    pub device: Option<String>,
    /// How long the session lasts, in seconds.
    pub lasts: u32,
}

/// A form that was sent after its session ended, kept until it is shown again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Path of the form.
    pub path: String,
    /// What was typed, as JSON: an object of strings.
    pub typed: String,
}

/// A file that was handed in, kept for an hour for who brought it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// The list it is for: `{module}/{list}`.
    pub list: String,
    /// What it was called where it came from.
    pub name: String,
    /// What stands in it; empty once it was taken over.
    pub body: Vec<u8>,
    /// What it would change, as JSON, when that was last tried.
    pub report: String,
    /// What came of it, as JSON, once it was taken over.
    pub outcome: Option<String>,
}

/// Why the keeper did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotDone {
    /// There is no such account, session or key for who asks.
    NotThere,
    /// It is refused; this is the key of the sentence in the words.
    Refused(&'static str),
    /// A defect or a disk; the log has it under this reference.
    Broken(String),
}

/// What was done, later.
pub type Kept<'a, T> = Later<'a, Result<T, NotDone>>;

/// A session as its owner and administrators see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionShown {
    /// Its public id.
    pub id: Uuid,
    /// Account it belongs to.
    pub account: Uuid,
    /// Name of that account.
    pub name: String,
    /// When it began.
    pub started: Timestamp,
    /// When it was last used, roughly.
    pub seen: Timestamp,
}

/// A key for programs as its owner sees it; the secret was shown once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenShown {
    /// Its public id.
    pub id: Uuid,
    /// What its owner called it.
    pub name: String,
    /// What it opens.
    pub opens: Vec<Opens>,
    /// When it was made.
    pub made: Timestamp,
    /// When it was revoked; none while it works.
    pub revoked: Option<Timestamp>,
}

/// A function that an account holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lent {
    /// The function.
    pub function: Function,
    /// Until when; none for no end.
    pub until: Option<Timestamp>,
}

/// An account as administrators of its organisation see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountShown {
    /// Pseudonym.
    pub account: Uuid,
    /// Name.
    pub name: String,
    /// Functions it holds now.
    pub lent: Vec<Lent>,
    /// The sealed compartments that it was let into.
    pub compartments: Vec<String>,
    /// True when it has a second step.
    pub second_step: bool,
    /// True when it was closed.
    pub closed: bool,
}

/// Something that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusalShown {
    /// When.
    pub at: Timestamp,
    /// Name of the account; none when nobody was signed in.
    pub name: Option<String>,
    /// What was asked: `agenda.progress report`.
    pub verb: String,
    /// The stream it was about.
    pub stream: Option<String>,
    /// Key of the reason in the words.
    pub reason: String,
    /// How many refusals this stands for.
    pub times: u64,
}

/// Something that was done to an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActShown {
    /// When.
    pub at: Timestamp,
    /// Name of the account.
    pub name: String,
    /// Name of the account that did it; none for who works on the machine itself.
    pub by: Option<String>,
    /// What was done: `made`, `key-revoked`. `web-acted-{act}` in the words.
    pub act: &'static str,
}

/// A second step that was begun and not yet confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// The secret, in base32, to be typed into an app.
    pub secret: String,
    /// The same as an `otpauth:` address.
    pub address: String,
}

/// Up to where somebody has seen what changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looked {
    /// When they said so.
    pub at: Timestamp,
    /// What was recorded here up to this position was seen.
    pub until: i64,
}

/// Something to be noted among the refusals.
#[derive(Debug, Clone, Copy)]
pub struct Noted<'a> {
    /// Who wanted it.
    pub actor: Option<&'a Actor>,
    /// What was asked: `agenda.progress report`.
    pub verb: &'a str,
    /// The stream it was about.
    pub stream: Option<&'a StreamId>,
    /// Key of the reason in the words.
    pub reason: &'a str,
    /// How many times it was refused at once: the lines of a file.
    pub times: u64,
}

/// What is counted against a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limited<'a> {
    /// Requests to the API by an account.
    Api(Uuid),
    /// Requests with a key that does not open anything, by remote address.
    BadKey(&'a str),
    /// Forms kept for who is not signed in, by remote address.
    Hold(&'a str),
}

/// Whoever keeps the accounts.
pub trait Keeper: Reads {
    /// Tries a name and password.
    fn sign_in(&self, attempt: Attempt) -> Kept<'_, SignIn>;
    /// Who has the session with this secret; none when it ended. Answers from memory.
    fn session(&self, secret: &str) -> Option<Person>;
    /// Ends the session with this secret.
    fn sign_out(&self, secret: &str) -> Kept<'_, ()>;
    /// Whom the key with this secret stands for; none when it was revoked. From memory.
    fn token(&self, secret: &str) -> Option<Holder>;
    /// How many seconds to wait; none when it may go on. Counts the request. From memory.
    fn limit(&self, limited: Limited<'_>) -> Option<u32>;
    /// Notes a refusal, sooner or later: it may drop some when there are too many.
    fn note_refusal(&self, noted: Noted<'_>);

    /// Keeps what was typed; answers a code that nobody can guess. It is kept for a day.
    fn hold(&self, held: Held, remote: &str) -> Kept<'_, String>;
    /// What was kept under a code.
    fn held(&self, code: &str) -> Kept<'_, Option<Held>>;
    /// Throws away what was kept under a code.
    fn unhold(&self, code: &str) -> Kept<'_, ()>;

    /// Keeps a file for an hour; answers a code that nobody can guess.
    fn hand_in(&self, person: &Person, handed: Handed) -> Kept<'_, String>;
    /// The person's own file under a code.
    fn handed(&self, person: &Person, code: &str) -> Kept<'_, Option<Handed>>;
    /// Notes what a file would change now.
    fn tried(&self, person: &Person, code: &str, report: String) -> Kept<'_, ()>;
    /// Notes what came of a file, and throws away what stood in it.
    fn taken_over(&self, person: &Person, code: &str, outcome: String) -> Kept<'_, ()>;
    /// Up to where the person has seen what changed of one thing and its parts, or of everything;
    /// none while they never said so.
    fn looked(&self, person: &Person, about: Option<StreamId>) -> Kept<'_, Option<Looked>>;
    /// The person has seen what changed of it up to this position. It never moves back.
    fn look(&self, person: &Person, about: Option<StreamId>, until: i64) -> Kept<'_, ()>;

    /// The person's own keys for programs, newest first.
    fn tokens(&self, person: &Person) -> Kept<'_, Vec<TokenShown>>;
    /// Makes a key; answers its secret, which is not kept.
    fn make_token(&self, person: &Person, name: &str, opens: &[Opens]) -> Kept<'_, String>;
    /// Revokes one of the person's own keys.
    fn revoke_token(&self, person: &Person, token: Uuid) -> Kept<'_, ()>;
    /// Changes the person's own password; the old one must be right.
    fn change_password(&self, person: &Person, old: &str, new: &str) -> Kept<'_, ()>;
    /// True when the person has a second step.
    fn second_step(&self, person: &Person) -> Kept<'_, bool>;
    /// Begins a second step.
    fn enrol(&self, person: &Person) -> Kept<'_, Enrolment>;
    /// Confirms it with a first code.
    fn confirm(&self, person: &Person, code: &str) -> Kept<'_, ()>;
    /// Ends the second step; the password must be right.
    fn unenrol(&self, person: &Person, password: &str) -> Kept<'_, ()>;

    /// Sessions that go on: the person's own or, for an administrator who asks for all, those of
    /// the organisation.
    fn sessions(&self, person: &Person, all: bool) -> Kept<'_, Vec<SessionShown>>;
    /// Ends a session: one's own or, for an administrator, one of the organisation.
    fn end_session(&self, person: &Person, session: Uuid) -> Kept<'_, ()>;

    /// Accounts of the administrator's organisation.
    fn accounts(&self, admin: &Person) -> Kept<'_, Vec<AccountShown>>;
    /// Adds an account; answers its password, which is shown once.
    fn add_account(&self, admin: &Person, name: &str) -> Kept<'_, String>;
    /// Closes an account and ends its sessions and keys.
    fn close_account(&self, admin: &Person, account: Uuid) -> Kept<'_, ()>;
    /// Opens an account again that was closed; its keys work again, its sessions have ended.
    fn open_account(&self, admin: &Person, account: Uuid) -> Kept<'_, ()>;
    /// Lends a function.
    fn lend(&self, admin: &Person, account: Uuid, lent: Lent) -> Kept<'_, ()>;
    /// Ends a function.
    fn end_function(&self, admin: &Person, account: Uuid, function: Function) -> Kept<'_, ()>;
    /// A new password, shown once; ends sessions and the second step.
    fn reset_password(&self, admin: &Person, account: Uuid) -> Kept<'_, String>;
    /// What was done last to accounts of the organisation, newest first, at most so many.
    fn acts(&self, admin: &Person, most: u32) -> Kept<'_, Vec<ActShown>>;
    /// The newest refusals to people of the organisation, at most so many.
    fn refusals(&self, admin: &Person, most: u32) -> Kept<'_, Vec<RefusalShown>>;
}
