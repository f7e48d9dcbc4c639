// SPDX-License-Identifier: EUPL-1.2
//! XLSX (ISO/IEC 29500-1, SpreadsheetML), transitional and strict: names of elements without
//! their namespaces, parts by their relationships and not by their usual names.

mod cells;
mod strings;
mod styles;

use std::collections::BTreeMap;

use super::gather::Gather;
use super::xml::{Piece, Xml, is_true, local};
use crate::finding::{Finding, Places};
use crate::limits::Limits;
use crate::package::Package;
use crate::place::Area;
use crate::refused::{Refused, Seems};
use crate::sheet::Format;
use crate::table::Table;

/// A part that belongs to another.
struct Relationship {
    id: String,
    /// The last word of its type: `worksheet`, `styles`.
    kind: String,
    /// Its name in the zip file.
    part: String,
}

/// The part that the package is about.
pub(super) fn main_part(package: &Package<'_>) -> Result<String, Refused> {
    let main = relationships(package, "")?
        .into_iter()
        .find(|each| each.kind == "officeDocument");
    main.map(|main| main.part)
        .ok_or(Refused::NotASheet(Seems::Archive))
}

/// What belongs to a part; the empty name is the package itself.
fn relationships(package: &Package<'_>, of: &str) -> Result<Vec<Relationship>, Refused> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let list = match folder {
        "" => format!("_rels/{name}.rels"),
        _ => format!("{folder}/_rels/{name}.rels"),
    };
    let mut xml = Xml::new(package.part(&list)?);
    let mut found = Vec::new();
    loop {
        let read = match xml.next()? {
            Piece::Open(tag) if tag.local_name().as_ref() == "Relationship" => {
                relationship(&tag, folder)
            }
            Piece::End => return Ok(found),
            _ => continue,
        };
        found.push(read.ok_or_else(|| xml.broken())?);
    }
}

fn relationship(tag: &quick_xml::events::BytesStart<'_>, folder: &str) -> Option<Relationship> {
    let (id, kind) = (local(tag, "Id")??, local(tag, "Type")??);
    let target = local(tag, "Target")??;
    Some(Relationship {
        id: id.into_owned(),
        kind: kind.rsplit('/').next().unwrap_or("").to_owned(),
        part: resolve(folder, &target),
    })
}

/// The name of a part, as seen from a folder.
fn resolve(folder: &str, target: &str) -> String {
    let (base, target) = match target.strip_prefix('/') {
        Some(absolute) => ("", absolute),
        None => (folder, target),
    };
    let mut path: Vec<&str> = base.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

/// What the main part says.
#[derive(Default)]
struct Workbook {
    from_1904: bool,
    sheets: Vec<Tab>,
}

struct Tab {
    name: String,
    id: String,
    hidden: bool,
}

fn workbook(package: &Package<'_>, part: &str) -> Result<Workbook, Refused> {
    let mut xml = Xml::new(package.part(part)?);
    let mut workbook = Workbook::default();
    loop {
        let read = match xml.next()? {
            Piece::Open(tag) => match tag.local_name().as_ref() {
                "workbookPr" => local(&tag, "date1904").map(|value| {
                    workbook.from_1904 = is_true(value.as_deref());
                }),
                "sheet" => tab(&tag).map(|tab| workbook.sheets.push(tab)),
                _ => continue,
            },
            Piece::End => return Ok(workbook),
            _ => continue,
        };
        read.ok_or_else(|| xml.broken())?;
    }
}

fn tab(tag: &quick_xml::events::BytesStart<'_>) -> Option<Tab> {
    let state = local(tag, "state")?;
    Some(Tab {
        name: local(tag, "name")?.unwrap_or_default().into_owned(),
        id: local(tag, "id")?.unwrap_or_default().into_owned(),
        hidden: matches!(state.as_deref(), Some("hidden" | "veryHidden")),
    })
}

/// Reads the first sheet that is not hidden.
pub(super) fn read(package: &Package<'_>, main: &str, limits: &Limits) -> Result<Table, Refused> {
    let workbook = workbook(package, main)?;
    let parts = relationships(package, main)?;
    let worksheets = parts.iter().filter(|each| each.kind == "worksheet");
    let by_id: BTreeMap<&str, &Relationship> =
        worksheets.map(|each| (each.id.as_str(), each)).collect();
    let part = |tab: &Tab| by_id.get(tab.id.as_str()).copied();
    // Sheets with a chart only have no cells.
    let tabs: Vec<(&Tab, &Relationship)> = workbook
        .sheets
        .iter()
        .filter_map(|tab| Some((tab, part(tab)?)))
        .collect();
    let visible = tabs.iter().position(|(tab, _)| !tab.hidden);
    let chosen = visible.unwrap_or(0);
    let (tab, sheet) = tabs.get(chosen).ok_or(Refused::NoSheet)?;
    let mut gather = Gather::new(Format::Xlsx, limits);
    if workbook.from_1904 {
        gather.find(Finding::Dates1904);
    }
    let mut others = Places::default();
    for (at, (other, _)) in tabs.iter().enumerate() {
        if at != chosen {
            others.add(other.name.clone());
        }
    }
    if !others.is_empty() {
        gather.find(Finding::MoreSheets {
            read: tab.name.clone(),
            others,
        });
    }
    let of_kind = |kind: &str| parts.iter().find(|each| each.kind == kind);
    let strings = match of_kind("sharedStrings") {
        Some(found) => strings::read(package.part(&found.part)?, limits)?,
        None => strings::Strings::default(),
    };
    let styles = match of_kind("styles") {
        Some(found) => styles::read(package.part(&found.part)?)?,
        None => Vec::new(),
    };
    let mut xml = Xml::new(package.part(&sheet.part)?);
    let reader = cells::Reader {
        xml: &mut xml,
        gather: &mut gather,
        strings: &strings,
        styles: &styles,
        from_1904: workbook.from_1904,
        most: limits.text,
    };
    let merged = reader.read()?;
    clear_covered(&mut gather, &merged).ok_or_else(|| xml.broken())?;
    gather.finish()
}

/// Areas do not overlap, so together they cover at most all cells; `None` when they claim more,
/// which would take any amount of time.
fn clear_covered(gather: &mut Gather<'_>, merged: &[Area]) -> Option<()> {
    let most = gather.cells().saturating_add(merged.len() as u64);
    let mut looked: u64 = 0;
    for area in merged {
        looked = looked.saturating_add(gather.clear_covered(*area));
        if looked > most.saturating_add(u64::from(u16::MAX)) {
            return None;
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn parts_are_found_from_where_they_are_named() {
        assert_eq!(
            resolve("xl", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml"
        );
        assert_eq!(resolve("xl/worksheets", "../styles.xml"), "xl/styles.xml");
        assert_eq!(resolve("xl", "/xl/workbook.xml"), "xl/workbook.xml");
        assert_eq!(resolve("", "./../../a"), "a");
    }
}
