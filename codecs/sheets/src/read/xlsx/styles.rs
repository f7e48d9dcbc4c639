// SPDX-License-Identifier: EUPL-1.2
//! How numbers are shown, which is all that tells a date from a number.

use std::collections::HashMap;

use crate::package::Part;
use crate::read::value::Shown;
use crate::read::xml::{Piece, Xml, local};
use crate::refused::Refused;

/// Excel has room for 64,000 styles.
const STYLES: usize = 65_536;

/// For each style of a cell, by its number, how it shows a number.
pub(super) fn read(part: Part<'_>) -> Result<Vec<Shown>, Refused> {
    let mut xml = Xml::new(part);
    let mut own: HashMap<u32, Shown> = HashMap::new();
    let mut styles = Vec::new();
    // `xf` and `numFmt` stand in other lists too.
    let mut list = String::new();
    loop {
        let read = match xml.next()? {
            Piece::Open(tag) => {
                let name = tag.local_name();
                match (list.as_str(), name.as_ref()) {
                    (_, list_name @ ("numFmts" | "cellXfs" | "cellStyleXfs" | "dxfs")) => {
                        list_name.clone_into(&mut list);
                        continue;
                    }
                    ("numFmts", "numFmt") => format(&tag).map(|(id, shown)| {
                        own.insert(id, shown);
                    }),
                    ("cellXfs", "xf") => number(&tag, "numFmtId").map(|id| {
                        let built_in = || Shown::built_in(id);
                        styles.push(own.get(&id).copied().unwrap_or_else(built_in));
                    }),
                    _ => continue,
                }
            }
            Piece::End => return Ok(styles),
            _ => continue,
        };
        if read.is_none() || styles.len() > STYLES || own.len() > STYLES {
            return Err(xml.broken());
        }
    }
}

fn format(tag: &quick_xml::events::BytesStart<'_>) -> Option<(u32, Shown)> {
    let code = local(tag, "formatCode")?.unwrap_or_default();
    Some((number(tag, "numFmtId")?, Shown::code(&code)))
}

/// A number in an attribute; 0 when it is not there.
fn number(tag: &quick_xml::events::BytesStart<'_>, name: &str) -> Option<u32> {
    match local(tag, name)? {
        Some(number) => number.trim().parse().ok(),
        None => Some(0),
    }
}
