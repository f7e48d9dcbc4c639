// SPDX-License-Identifier: EUPL-1.2
//! Texts that cells share: kept one after the other, so that many empty ones cost little.

use crate::escape::{Codes, decode};
use crate::limits::Limits;
use crate::package::Part;
use crate::read::xml::{Piece, Xml};
use crate::refused::Refused;

/// The shared texts of a workbook, by their number.
#[derive(Default)]
pub(super) struct Strings {
    all: String,
    /// Where each one ends.
    ends: Vec<usize>,
}

impl Strings {
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = match number.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.all.get(start..end)
    }
}

pub(super) fn read(part: Part<'_>, limits: &Limits) -> Result<Strings, Refused> {
    let mut xml = Xml::new(part);
    let mut strings = Strings::default();
    let mut text = String::new();
    loop {
        match xml.next()? {
            Piece::Open(tag) if tag.local_name().as_ref() == "si" => {}
            Piece::End => return Ok(strings),
            _ => continue,
        }
        text.clear();
        rich(&mut xml, &mut text, limits.text)?;
        strings.all.push_str(&text);
        if strings.all.len() as u64 > limits.text {
            return Err(Refused::TooMuchText { most: limits.text });
        }
        strings.ends.push(strings.all.len());
        if strings.ends.len() as u64 > limits.cells {
            return Err(Refused::TooManyCells { most: limits.cells });
        }
    }
}

/// The text of the element that was opened last: all its runs, without the hints on
/// pronunciation that Japanese workbooks have.
pub(super) fn rich(xml: &mut Xml<'_>, text: &mut String, most: u64) -> Result<(), Refused> {
    let outside = xml.depth().saturating_sub(1);
    let mut inside = false;
    while xml.depth() > outside {
        let skip = match xml.next()? {
            Piece::Open(tag) => {
                let name = tag.local_name();
                inside = name.as_ref() == "t";
                name.as_ref() == "rPh"
            }
            Piece::Close => {
                inside = false;
                false
            }
            Piece::Text(piece) => {
                if inside {
                    text.push_str(&piece);
                }
                false
            }
            _ => false,
        };
        if skip {
            xml.skip()?;
        }
        if text.len() as u64 > most {
            return Err(Refused::TooMuchText { most });
        }
    }
    decode(text, Codes::All);
    Ok(())
}
