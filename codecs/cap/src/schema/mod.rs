// SPDX-License-Identifier: EUPL-1.2
//! What the schemas of OASIS say, as tables, and a walk that holds an alert against them. The
//! verdict is that of libxml2 with those schemas, which is what most people check with.

mod tables;
mod uri;
mod value;

use std::borrow::Cow;

use roxmltree::Node;

use crate::finding::Finding;
use crate::limits;
use crate::rule::{self, Rule};
pub use tables::slots;
use tables::{Content, Slot};
use value::Simple;

/// The namespace of signatures, the one that CAP 1.2 lets in.
pub const SIGNATURES: &str = "http://www.w3.org/2000/09/xmldsig#";
const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// Where an element is: its names from the top, each with its number among those of its name.
pub fn place(node: Node<'_, '_>) -> String {
    let name = node.tag_name().name();
    match node.parent_element() {
        None => name.to_owned(),
        Some(around) => {
            let same = |it: &Node<'_, '_>| it.is_element() && it.tag_name().name() == name;
            let number = node.prev_siblings().filter(same).count();
            format!("{}/{name}[{number}]", place(around))
        }
    }
}

/// The findings, up to as many as help.
struct Found(Vec<Finding>);

impl Found {
    fn add(&mut self, rule: &'static Rule, at: Node<'_, '_>, seen: &str) {
        if self.0.len() < limits::FINDINGS {
            let mut finding = Finding::new(rule, place(at), seen);
            finding.line = line(at);
            self.0.push(finding);
        }
    }
}

/// Holds an alert against the schema of its version.
pub fn check(alert: Node<'_, '_>, slots: &[Slot]) -> Vec<Finding> {
    let mut found = Found(Vec::new());
    attributes(alert, &mut found);
    sequence(alert, slots, &mut found);
    found.0
}

/// The line of an element, from 1.
pub fn line(node: Node<'_, '_>) -> u32 {
    node.document().text_pos_at(node.range().start).row
}

/// All text in an element; mostly it is one piece.
pub fn text<'d>(node: Node<'d, '_>) -> Cow<'d, str> {
    let mut pieces = node
        .children()
        .filter(Node::is_text)
        .filter_map(|node| node.text());
    let first = pieces.next().unwrap_or_default();
    pieces.fold(Cow::Borrowed(first), |mut all, more| {
        all.to_mut().push_str(more);
        all
    })
}

fn attributes(node: Node<'_, '_>, found: &mut Found) {
    for attribute in node.attributes() {
        let (space, name) = (attribute.namespace(), attribute.name());
        let hints = matches!(name, "schemaLocation" | "noNamespaceSchemaLocation");
        if !(hints && space == Some(INSTANCE)) {
            found.add(&rule::ATTRIBUTE, node, name);
        }
    }
}

/// How far a sequence is.
struct Progress<'s> {
    slots: &'s [Slot],
    /// The slot that the last element was of.
    slot: usize,
    /// How many elements were in that slot.
    filled: usize,
    signed: bool,
}

fn sequence(node: Node<'_, '_>, slots: &[Slot], found: &mut Found) {
    let mut progress = Progress {
        slots,
        slot: 0,
        filled: 0,
        signed: false,
    };
    for child in node.children() {
        if child.is_element() {
            if let Some(slot) = progress.step(node, child, found) {
                content(child, slot, found);
            }
        } else if child.is_text() {
            let text = child.text().unwrap_or_default();
            if !text
                .bytes()
                .all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
            {
                found.add(&rule::LOOSE_TEXT, node, text);
            }
        }
    }
    progress.skip(slots.len(), node, found);
}

impl<'s> Progress<'s> {
    /// Takes the next element; answers what should be in it, if that is known.
    fn step(
        &mut self,
        parent: Node<'_, '_>,
        child: Node<'_, '_>,
        found: &mut Found,
    ) -> Option<&'s Slot> {
        let name = child.tag_name().name();
        if child.tag_name().namespace() != parent.tag_name().namespace() {
            let may = child.tag_name().namespace() == Some(SIGNATURES);
            if !(may
                && self
                    .slots
                    .iter()
                    .any(|slot| matches!(slot.content, Content::Foreign)))
            {
                found.add(&rule::UNKNOWN, parent, name);
                return None;
            }
            self.skip(self.slots.len(), parent, found);
            self.signed = true;
            return None;
        }
        let is = |slot: &Slot| slot.name == name;
        // Mostly what comes is the same again or comes later.
        let later = self.slots.get(self.slot..).unwrap_or_default();
        let place = later.iter().position(is).map(|at| self.slot + at);
        let Some(place) = place.or_else(|| self.slots.iter().position(is)) else {
            found.add(&rule::UNKNOWN, parent, name);
            return None;
        };
        let slot = self.slots.get(place)?;
        if self.signed && matches!(slot.content, Content::Info(_)) {
            // Libraries let this pass, so it is no finding of the schema.
            found.add(&rule::SIGNATURE, parent, "Signature");
            (self.slot, self.filled, self.signed) = (place, 1, false);
        } else if place < self.slot {
            found.add(&rule::ORDER, parent, name);
        } else if place == self.slot && self.filled > 0 {
            if !slot.many {
                found.add(&rule::REPEATED, parent, name);
            }
        } else {
            self.skip(place, parent, found);
            (self.slot, self.filled) = (place, 1);
        }
        Some(slot)
    }

    /// Goes on to a later slot, and names what had to be before it and is nowhere.
    fn skip(&mut self, to: usize, parent: Node<'_, '_>, found: &mut Found) {
        let from = self.slot + usize::from(self.filled > 0);
        let between = self.slots.get(from..to).unwrap_or_default();
        for slot in between.iter().filter(|slot| slot.needed) {
            let here = |it: Node<'_, '_>| it.is_element() && it.tag_name().name() == slot.name;
            if !parent.children().any(here) {
                found.add(&rule::MISSING, parent, slot.name);
            }
        }
        (self.slot, self.filled) = (to, 0);
    }
}

fn content(node: Node<'_, '_>, slot: &Slot, found: &mut Found) {
    attributes(node, found);
    let Content::Simple(simple) = slot.content else {
        return sequence(node, slot.inner(), found);
    };
    if let Some(inner) = node.children().find(Node::is_element) {
        found.add(&rule::INNER_ELEMENT, node, inner.tag_name().name());
    }
    let text = text(node);
    if !simple.holds(&text) {
        found.add(wrong(simple), node, &text);
    }
}

fn wrong(simple: Simple) -> &'static Rule {
    match simple {
        Simple::Time | Simple::AnyTime => &rule::TIME,
        Simple::Language => &rule::LANGUAGE,
        Simple::Uri => &rule::URI,
        Simple::Integer => &rule::INTEGER,
        Simple::Decimal => &rule::DECIMAL,
        Simple::Text | Simple::OneOf(_) => &rule::WORD,
    }
}
