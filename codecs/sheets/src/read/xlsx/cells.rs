// SPDX-License-Identifier: EUPL-1.2
//! The cells of one sheet, row by row.

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

use super::strings::{Strings, rich};
use crate::escape::{Codes, decode};
use crate::place::{Area, CellName};
use crate::read::gather::{About, Gather};
use crate::read::value::{self, Shown};
use crate::read::xml::{Piece, Xml, is_true, local};
use crate::refused::Refused;

/// Merged areas are kept until all rows are there; Excel itself warns at far fewer.
const AREAS: usize = 200_000;

/// What reading a sheet needs.
pub(super) struct Reader<'r, 'p, 'l> {
    pub xml: &'r mut Xml<'p>,
    pub gather: &'r mut Gather<'l>,
    pub strings: &'r Strings,
    pub styles: &'r [Shown],
    pub from_1904: bool,
    /// Bytes of text that are taken in.
    pub most: u64,
}

/// The tag of a cell.
struct Head {
    column: u32,
    kind: Type,
    style: usize,
}

/// What stands in a cell (`ST_CellType`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Type {
    Number,
    Shared,
    Text,
    Inline,
    Boolean,
    Error,
    Date,
}

impl Reader<'_, '_, '_> {
    /// Reads the whole sheet; answers its merged areas.
    pub(super) fn read(mut self) -> Result<Vec<Area>, Refused> {
        let mut merged = Vec::new();
        let mut last: u32 = 0;
        loop {
            let row = match self.xml.next()? {
                Piece::Open(tag) => match tag.local_name().as_ref() {
                    "row" => row_head(&tag, last),
                    "mergeCell" => {
                        let area = local(&tag, "ref").flatten();
                        let area = area.and_then(|area| Area::read(&area));
                        let Some(area) = area.filter(|_| merged.len() < AREAS) else {
                            return Err(self.xml.broken());
                        };
                        self.gather.merged(area);
                        merged.push(area);
                        continue;
                    }
                    _ => continue,
                },
                Piece::End => return Ok(merged),
                _ => continue,
            };
            let (number, hidden) = row.ok_or_else(|| self.xml.broken())?;
            self.row(number)?;
            if hidden {
                self.gather.hidden(number);
            }
            self.gather.end_row(number, None)?;
            last = number;
        }
    }

    fn row(&mut self, row: u32) -> Result<(), Refused> {
        let outside = self.xml.depth().saturating_sub(1);
        let mut next: u32 = 0;
        while self.xml.depth() > outside {
            let head = match self.xml.next()? {
                Piece::Open(tag) if tag.local_name().as_ref() == "c" => head(&tag, next),
                _ => continue,
            };
            let head = head.ok_or_else(|| self.xml.broken())?;
            next = head.column.saturating_add(1);
            self.cell(&head, row)?;
        }
        Ok(())
    }

    fn cell(&mut self, head: &Head, row: u32) -> Result<(), Refused> {
        let outside = self.xml.depth().saturating_sub(1);
        let mut text = String::new();
        let (mut formula, mut value) = (false, false);
        while self.xml.depth() > outside {
            let inline = match self.xml.next()? {
                Piece::Open(tag) => match tag.local_name().as_ref() {
                    "v" => {
                        value = true;
                        false
                    }
                    "f" => {
                        formula = true;
                        false
                    }
                    name => name == "is",
                },
                Piece::Close => {
                    value = false;
                    false
                }
                Piece::Text(piece) if value => {
                    text.push_str(&piece);
                    false
                }
                _ => false,
            };
            if inline {
                rich(self.xml, &mut text, self.most)?;
            }
            if text.len() as u64 > self.most {
                return Err(Refused::TooMuchText { most: self.most });
            }
        }
        let style = self.styles.get(head.style).copied();
        let number = style.unwrap_or(Shown::Number);
        let shown = match head.kind {
            Type::Shared => shared(self.strings, &text),
            kind => Some(canonical(kind, number, self.from_1904, &mut text)),
        };
        let shown = shown.ok_or_else(|| self.xml.broken())?;
        let about = About {
            value: !shown.is_empty() && matches!(head.kind, Type::Number | Type::Date),
            formula,
            error: head.kind == Type::Error,
        };
        if about != About::default() {
            let cell = CellName {
                column: head.column,
                row,
            };
            self.gather.about(cell, about, shown.is_empty());
        }
        self.gather.put(head.column, shown)
    }
}

/// The shared text of this number; `None` when there is none.
fn shared<'t>(strings: &'t Strings, number: &str) -> Option<&'t str> {
    match number.trim() {
        "" => Some(""),
        number => strings.get(number.parse().ok()?),
    }
}

/// The canonical text of what stands in a cell.
fn canonical(kind: Type, number: Shown, from_1904: bool, text: &mut String) -> &str {
    if text.is_empty() {
        return text;
    }
    match kind {
        Type::Number => *text = number.text(text, from_1904),
        Type::Date => *text = value::iso(text),
        Type::Boolean => match text.trim() {
            "1" => "true".clone_into(text),
            "0" => "false".clone_into(text),
            _ => {}
        },
        Type::Text => decode(text, Codes::All),
        Type::Shared | Type::Inline | Type::Error => {}
    }
    text
}

/// Number of a row, which counts on when it is not given, and whether it is hidden.
fn row_head(tag: &BytesStart<'_>, last: u32) -> Option<(u32, bool)> {
    let number = match local(tag, "r")? {
        Some(number) => number.trim().parse().ok()?,
        None => last.checked_add(1)?,
    };
    let hidden = is_true(local(tag, "hidden")?.as_deref());
    (number > last).then_some((number, hidden))
}

fn head(tag: &BytesStart<'_>, next: u32) -> Option<Head> {
    let mut head = Head {
        column: next,
        kind: Type::Number,
        style: 0,
    };
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.ok()?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        match attribute.key.as_ref() {
            "r" => head.column = CellName::read(&value)?.column,
            "s" => head.style = value.trim().parse().ok()?,
            "t" => {
                head.kind = match value.as_ref() {
                    "n" => Type::Number,
                    "s" => Type::Shared,
                    "str" => Type::Text,
                    "inlineStr" => Type::Inline,
                    "b" => Type::Boolean,
                    "e" => Type::Error,
                    "d" => Type::Date,
                    _ => return None,
                }
            }
            _ => {}
        }
    }
    Some(head)
}
