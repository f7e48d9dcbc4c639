// SPDX-License-Identifier: EUPL-1.2
//! `node.db`: what belongs to this node and not in the record. Accounts and how they sign in,
//! sessions, forms that wait for a sign-in, API tokens, refusals, what was done to accounts, who
//! read what is sealed; and, in memory, how often somebody may ask.
//!
//! There is no clock and no source of chance in here: every call takes the moment, and the
//! store is opened with the entropy it draws from. Calls are synchronous. Three kinds of outcome
//! stay apart: an answer (an enum of the call), a [`Fault`] (disk, file), and no panics.

mod accounts;
mod acts;
mod attempts;
mod columns;
mod drafts;
mod fault;
mod files;
mod held;
mod looked;
mod passwords;
mod permits;
mod prune;
mod rates;
mod reads;
mod refusals;
mod remembered;
mod schema;
mod scopes;
mod second_factor;
mod secret;
mod sessions;
mod sign_in;
mod store;
mod tokens;
mod uploads;

pub use accounts::{Account, Added, LOCAL, NewAccount};
pub use acts::{AccountAct, Acted};
pub use drafts::DRAFT_KEPT;
pub use fault::Fault;
pub use files::{FILE_KEPT, File, HandedIn, LARGEST_FILE};
pub use held::{Form, HELD_FOR, Held, LARGEST, LONGEST_PATH};
pub use looked::Looked;
pub use passwords::{Effort, LONGEST, SHORTEST, SetPassword, Weak};
pub use prune::Pruned;
pub use rates::{Rate, Rates, Take};
pub use reads::{OPENED, SealedRead, WhichReads, Why, WrittenRead};
pub use refusals::{Refusal, Refused};
pub use schema::FORMAT;
pub use scopes::{BadScope, Scopes};
pub use second_factor::{CodeAttempt, CodeCheck, Confirm, Enrol, Enrolment};
pub use secret::{Secret, SecretText};
pub use sessions::{Factor, Session, agent_family};
pub use sign_in::{Attempt, DEVICE_KNOWN, SignIn};
pub use store::{Config, Node, remote_key};
pub use tokens::{Bearer, Issued, NewToken, PREFIX, Token};
pub use uploads::{Begun, UPLOAD_KEPT, Upload};
