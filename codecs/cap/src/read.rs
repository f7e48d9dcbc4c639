// SPDX-License-Identifier: EUPL-1.2
//! From a file to an alert with findings.

use std::collections::HashSet;

use roxmltree::{Document, Error, Node, ParsingOptions};

use crate::alert::{Alert, Version};
use crate::finding::{Finding, Origin};
use crate::gather::Gathering;
use crate::guard::{self, shown};
use crate::refused::Refused;
use crate::{limits, rules, schema};

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The alert. What could not be made out, or is not safe to go by, is not in it.
    pub alert: Alert,
    /// What is to be known about it: errors first, of them those of the schema, else in the order
    /// of the file. No more than [`limits::FINDINGS`].
    pub findings: Vec<Finding>,
}

/// What all findings come down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// There are none.
    Valid,
    /// The schema passes it; the standard has something to say.
    Warning,
    /// The schema does not pass it.
    Invalid,
}

impl Read {
    /// The verdict.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        if self.findings.iter().any(|it| it.origin() == Origin::Schema) {
            Verdict::Invalid
        } else if self.findings.is_empty() {
            Verdict::Valid
        } else {
            Verdict::Warning
        }
    }
}

/// Reads an alert.
///
/// # Errors
/// What is not safe to read, is no XML, or is XML of something else.
pub fn read(bytes: &[u8]) -> Result<Read, Refused> {
    let text = guard::text(bytes)?;
    let options = ParsingOptions {
        nodes_limit: limits::NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(&text, options).map_err(refused)?;
    let root = document.root_element();
    let version = version(root)?;
    if text.len() > limits::TEXT {
        long_text(&document)?;
    }
    let mut findings = schema::check(root, schema::slots(version));
    let mut gathering = Gathering::new(version);
    let mut alert = gathering.alert(root)?;
    findings.append(&mut gathering.findings);
    let more = rules::check(&alert);
    if !more.is_empty() {
        let told: HashSet<String> = findings.iter().map(|it| it.place.clone()).collect();
        findings.extend(more.into_iter().filter(|it| !told.contains(&it.place)));
    }
    rules::sift(&mut alert);
    for finding in findings.iter_mut().filter(|finding| finding.line == 0) {
        finding.line = line(root, &finding.place);
    }
    findings.sort_by_key(|finding| (finding.weight(), finding.origin(), finding.line));
    findings.truncate(limits::FINDINGS);
    Ok(Read { alert, findings })
}

fn refused(error: Error) -> Refused {
    match error {
        Error::DtdDetected => Refused::DocumentType,
        Error::NodesLimitReached => Refused::TooManyNodes,
        other => Refused::NotWellFormed(shown(&other.to_string())),
    }
}

fn version(root: Node<'_, '_>) -> Result<Version, Refused> {
    const CAP: &str = "urn:oasis:names:tc:emergency:cap:";
    let space = root.tag_name().namespace().unwrap_or_default();
    match (root.tag_name().name(), space.strip_prefix(CAP)) {
        ("alert", Some("1.1")) => Ok(Version::V1_1),
        ("alert", Some("1.2")) => Ok(Version::V1_2),
        (name, _) => Err(Refused::NoAlert(format!(
            "{} {:?}",
            shown(name),
            shown(space)
        ))),
    }
}

/// A text that goes on and on is nothing that a sender writes; a file in the alert may be long.
fn long_text(document: &Document<'_>) -> Result<(), Refused> {
    let long = |node: &Node<'_, '_>| node.text().is_some_and(|text| text.len() > limits::TEXT);
    let mut texts = document
        .descendants()
        .filter(|node| node.is_text() && long(node));
    let name = |node: Node<'_, '_>| {
        node.parent()
            .map(|around| around.tag_name().name().to_owned())
    };
    match texts.find_map(|node| name(node).filter(|name| name != "derefUri")) {
        Some(name) => Err(Refused::TextTooLong(shown(&name))),
        None => Ok(()),
    }
}

/// The line of a place: that of the innermost element that is there.
fn line(root: Node<'_, '_>, place: &str) -> u32 {
    let mut at = root;
    for step in place.split('/').skip(1) {
        let (name, number) = step
            .trim_end_matches(']')
            .split_once('[')
            .unwrap_or((step, "1"));
        let before = number.parse::<usize>().unwrap_or(1).saturating_sub(1);
        let mut same = at
            .children()
            .filter(|it| it.is_element() && it.tag_name().name() == name);
        match same.nth(before) {
            Some(inner) => at = inner,
            None => break,
        }
    }
    schema::line(at)
}
