// SPDX-License-Identifier: EUPL-1.2
//! Alerts in the Common Alerting Protocol (OASIS CAP): 1.1 and 1.2 in, 1.2 out.
//!
//! [`read`] answers an [`Alert`] with [`Finding`]s, or why nothing is read ([`Refused`]). What is
//! not safe is refused: document types, and whatever goes over [`limits`]. What senders do wrong is
//! read as far as it can be, and a finding says what is wrong, by whose rule ([`Origin`]), how much
//! it weighs ([`Weight`]), where, and what to do. Findings of the schema are there exactly when the
//! schema of OASIS does not pass a file, as libxml2 applies it.
//!
//! Nothing in an alert proves who sent it: a signature is seen and not verified. Links are never
//! fetched. No file, clock or network.
//!
//! ```
//! use paraat_cap::{Version, read, write};
//!
//! let file = br#"<alert xmlns="urn:oasis:names:tc:emergency:cap:1.1">
//!   <identifier>proef-1</identifier><sender>proef@example.nl</sender>
//!   <sent>2026-11-23T20:14:00Z</sent><status>Test</status><msgType>Cancel</msgType>
//!   <scope>Public</scope></alert>"#;
//! let mut found = read(file)?;
//! assert_eq!(found.alert.version, Version::V1_1);
//! let codes: Vec<_> = found.findings.iter().map(|finding| finding.code()).collect();
//! assert_eq!(codes, ["references-missing", "time-form"]);
//! found.alert.references.push("proef@example.nl,proef-0,2026-11-23T20:00:00-00:00".parse()?);
//! let written = write(&found.alert)?;
//! assert!(written.contains("<sent>2026-11-23T20:14:00-00:00</sent>"));
//! assert!(read(written.as_bytes())?.findings.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod alert;
mod choice;
mod finding;
mod gather;
mod guard;
pub mod limits;
mod list;
mod moment;
mod number;
mod read;
mod refused;
mod rule;
mod rules;
mod schema;
mod write;

pub use alert::{Alert, Area, Circle, Info, Named, Point, Reference, Resource, Version};
pub use choice::{Category, Certainty, MessageType, Response, Scope, Severity, Status, Urgency};
pub use finding::{Finding, Origin, Tongue, Weight};
pub use list::NoReference;
pub use moment::Moment;
pub use read::{Read, Verdict, read};
pub use refused::Refused;
pub use write::{NotWritten, write};
