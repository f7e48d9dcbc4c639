// SPDX-License-Identifier: EUPL-1.2
//! One cell of an OpenDocument sheet: its value stands in attributes, its text in paragraphs.

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

use super::{Document, text};
use crate::escape::{Codes, decode};
use crate::place::{Area, CellName};
use crate::read::gather::About;
use crate::read::value;
use crate::read::xml::Piece;
use crate::refused::Refused;

/// What the tag of a cell says.
#[derive(Default)]
pub(super) struct Head {
    /// In how many columns it stands.
    pub times: u32,
    columns: u32,
    rows: u32,
    kind: String,
    value: Option<String>,
    formula: bool,
    error: bool,
}

/// The values of a cell are in these; which one counts goes by its type.
const VALUES: &[(&str, &[&str])] = &[
    ("office:value", &["float", "percentage", "currency"]),
    ("office:date-value", &["date"]),
    ("office:time-value", &["time"]),
    ("office:boolean-value", &["boolean"]),
    ("office:string-value", &["string"]),
];

pub(super) fn head(tag: &BytesStart<'_>) -> Option<Head> {
    let mut head = Head {
        times: 1,
        columns: 1,
        rows: 1,
        ..Head::default()
    };
    let mut values: Vec<(&str, String)> = Vec::new();
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.ok()?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        let count = || value.trim().parse::<u32>().unwrap_or(1).max(1);
        match attribute.key.as_ref() {
            "table:number-columns-repeated" => head.times = count(),
            "table:number-columns-spanned" => head.columns = count(),
            "table:number-rows-spanned" => head.rows = count(),
            "table:formula" => head.formula = true,
            "office:value-type" => head.kind = value.into_owned(),
            "calcext:value-type" => head.error = value == "error",
            name => {
                if let Some((name, _)) = VALUES.iter().find(|(each, _)| *each == name) {
                    values.push((name, value.into_owned()));
                }
            }
        }
    }
    let of_kind = VALUES
        .iter()
        .find(|(_, kinds)| kinds.contains(&head.kind.as_str()));
    let wanted = of_kind.map(|(name, _)| *name);
    head.value = values
        .into_iter()
        .find(|(name, _)| Some(*name) == wanted)
        .map(|(_, value)| value);
    Some(head)
}

impl Document<'_, '_> {
    /// Reads the content of a cell and puts it in its row.
    pub(super) fn cell(&mut self, head: Head, column: u32, row: u32) -> Result<(), Refused> {
        let content = self.paragraphs()?;
        let shown = match head.value {
            None => content,
            Some(value) => match head.kind.as_str() {
                "date" => value::iso(&value),
                "time" => value::duration(&value),
                "boolean" | "string" => value,
                _ => value::number(&value),
            },
        };
        let cell = CellName { column, row };
        if head.columns > 1 || head.rows > 1 {
            let last = CellName {
                column: column.saturating_add(head.columns).saturating_sub(1),
                row: row.saturating_add(head.rows).saturating_sub(1),
            };
            self.gather.merged(Area { first: cell, last });
        }
        let about = About {
            value: !shown.is_empty() && matches!(head.kind.as_str(), "float" | "date" | "time"),
            formula: head.formula,
            error: head.error,
        };
        if shown.is_empty() {
            // However often an empty cell is repeated, it takes no place.
            if head.formula {
                self.gather.about(cell, about, true);
            }
            return Ok(());
        }
        for column in (column..).take(head.times as usize) {
            self.gather.put(column, &shown)?;
            if about != About::default() {
                self.gather.about(CellName { column, row }, about, false);
            }
        }
        Ok(())
    }

    /// The paragraphs of a cell, with line breaks between them; comments and pictures left out.
    fn paragraphs(&mut self) -> Result<String, Refused> {
        let outside = self.xml.depth().saturating_sub(1);
        let mut text = String::new();
        let mut first = true;
        while self.xml.depth() > outside {
            let paragraph = match self.xml.next()? {
                Piece::Open(tag) => matches!(tag.name().as_ref(), "text:p" | "text:h"),
                _ => continue,
            };
            if !paragraph {
                self.xml.skip()?;
                continue;
            }
            if !first {
                text.push('\n');
            }
            first = false;
            self.paragraph(&mut text)?;
        }
        decode(&mut text, Codes::Ours);
        Ok(text)
    }

    /// White space counts as one space, and as none where a paragraph begins (part 3, 6.1.2);
    /// more of it is written as elements. At the end it is kept, as LibreOffice does.
    fn paragraph(&mut self, out: &mut String) -> Result<(), Refused> {
        let outside = self.xml.depth().saturating_sub(1);
        let mut after_space = true;
        while self.xml.depth() > outside {
            let mut skip = false;
            match self.xml.next()? {
                Piece::Open(tag) => match tag.name().as_ref() {
                    "text:s" => {
                        let count = text(&tag, "text:c").and_then(|count| count.parse().ok());
                        let count: usize = count.unwrap_or(1);
                        if (out.len() as u64).saturating_add(count as u64) > self.most {
                            return Err(Refused::TooMuchText { most: self.most });
                        }
                        out.extend(std::iter::repeat_n(' ', count));
                        after_space = false;
                    }
                    "text:tab" => {
                        out.push('\t');
                        after_space = false;
                    }
                    "text:line-break" => {
                        out.push('\n');
                        after_space = false;
                    }
                    "office:annotation" | "text:note" | "text:ruby-text" => skip = true,
                    _ => {}
                },
                Piece::Text(piece) => {
                    for letter in piece.chars() {
                        let space = matches!(letter, ' ' | '\t' | '\n' | '\r');
                        if !space {
                            out.push(letter);
                        } else if !after_space {
                            out.push(' ');
                        }
                        after_space = space;
                    }
                }
                _ => {}
            }
            if skip {
                self.xml.skip()?;
            }
            if out.len() as u64 > self.most {
                return Err(Refused::TooMuchText { most: self.most });
            }
        }
        Ok(())
    }
}
