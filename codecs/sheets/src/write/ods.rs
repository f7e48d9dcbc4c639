// SPDX-License-Identifier: EUPL-1.2
//! ODS (OpenDocument 1.2, which every program that knows the format reads). The sheet is the last
//! part, so everything before it is known; nothing is ever written as a formula.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::{Typed, tab_name, width};
use crate::escape::{push_attribute, push_text};
use crate::package::{PackageWriter, PartWriter};
use crate::place::column_letters;
use crate::sheet::{Format, Kind, Sheet};

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const OASIS: &str = "urn:oasis:names:tc:opendocument:xmlns";

/// What the parts use of the names of OpenDocument.
const PREFIXES: &[&str] = &["office", "style", "table", "text", "meta", "config"];
/// These two have names of their own.
const OTHERS: &str = " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
    xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.2\"";

/// Cells as text keep what is typed into them later, `007` for one; dates are shown as they are
/// in every language, with the year first.
const CELL_STYLES: &str = "<number:text-style style:name=\"text\"><number:text-content/>\
    </number:text-style><number:number-style style:name=\"whole\"><number:number \
    number:decimal-places=\"0\" number:min-integer-digits=\"1\"/></number:number-style>\
    <number:date-style style:name=\"date\"><number:year number:style=\"long\"/>\
    <number:text>-</number:text><number:month number:style=\"long\"/><number:text>-</number:text>\
    <number:day number:style=\"long\"/></number:date-style>\
    <style:style style:name=\"ceText\" style:family=\"table-cell\" \
    style:parent-style-name=\"Default\" style:data-style-name=\"text\"/>\
    <style:style style:name=\"ceWhole\" style:family=\"table-cell\" \
    style:parent-style-name=\"Default\" style:data-style-name=\"whole\"/>\
    <style:style style:name=\"ceDate\" style:family=\"table-cell\" \
    style:parent-style-name=\"Default\" style:data-style-name=\"date\"/>\
    <style:style style:name=\"ceHead\" style:family=\"table-cell\" \
    style:parent-style-name=\"Default\" style:data-style-name=\"text\">\
    <style:text-properties fo:font-weight=\"bold\"/></style:style>\
    <style:style style:name=\"ta\" style:family=\"table\">\
    <style:table-properties table:display=\"true\"/></style:style>";

pub(super) struct Ods<W: Write> {
    part: PartWriter<W>,
    kinds: Vec<Kind>,
    tab: String,
    /// The XML of one row; kept to use its room again.
    line: String,
}

impl<W: Write> Ods<W> {
    pub(super) fn new(sheet: &Sheet, out: W) -> io::Result<Self> {
        let mut tab = String::new();
        push_attribute(&mut tab, &tab_name(&sheet.title));
        let mut package = PackageWriter::new(out);
        package.stored("mimetype", Format::Ods.media_type().as_bytes())?;
        package.small("META-INF/manifest.xml", &manifest())?;
        package.small("meta.xml", &meta(sheet))?;
        package.small("settings.xml", &settings(&tab))?;
        package.small("styles.xml", &styles(&sheet.language))?;
        let mut ods = Self {
            part: package.part("content.xml")?,
            kinds: sheet.columns.iter().map(|column| column.kind).collect(),
            tab,
            line: String::new(),
        };
        ods.part.write(&content_head(sheet, &ods.tab))?;
        let names: Vec<Typed<'_>> = sheet
            .columns
            .iter()
            .map(|column| Typed::Text(&column.name))
            .collect();
        ods.cells(&names, true).map_err(io::Error::other)?;
        ods.part.write("<table:table-header-rows>")?;
        ods.part.write(&ods.line)?;
        ods.part.write("</table:table-header-rows>")?;
        Ok(ods)
    }

    pub(super) fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    pub(super) fn row(&mut self, cells: &[Typed<'_>]) -> io::Result<()> {
        self.cells(cells, false).map_err(io::Error::other)?;
        self.part.write(&self.line)
    }

    /// Puts a row together.
    fn cells(&mut self, cells: &[Typed<'_>], header: bool) -> std::fmt::Result {
        let line = &mut self.line;
        line.clear();
        line.push_str("<table:table-row>");
        for (kind, cell) in self.kinds.iter().zip(cells) {
            match cell {
                Typed::Text("") => line.push_str("<table:table-cell/>"),
                Typed::Text(text) => {
                    let style = match (header, kind) {
                        (true, _) => " table:style-name=\"ceHead\"",
                        (false, Kind::Text) => "",
                        (false, _) => " table:style-name=\"ceText\"",
                    };
                    write!(
                        line,
                        "<table:table-cell{style} office:value-type=\"string\">"
                    )?;
                    for paragraph in text.split('\n') {
                        line.push_str("<text:p>");
                        push_paragraph(line, paragraph);
                        line.push_str("</text:p>");
                    }
                    line.push_str("</table:table-cell>");
                }
                Typed::Whole(number) => write!(
                    line,
                    "<table:table-cell office:value-type=\"float\" office:value=\"{number}\">\
                     <text:p>{number}</text:p></table:table-cell>"
                )?,
                Typed::Date(text, _) => write!(
                    line,
                    "<table:table-cell office:value-type=\"date\" office:date-value=\"{text}\">\
                     <text:p>{text}</text:p></table:table-cell>"
                )?,
            }
        }
        line.push_str("</table:table-row>");
        Ok(())
    }

    pub(super) fn finish(mut self, rows: u32) -> io::Result<W> {
        let columns = u32::try_from(self.kinds.len()).unwrap_or(u32::MAX);
        let last = column_letters(columns.saturating_sub(1));
        let tab = &self.tab;
        // LibreOffice's own name for the filter of the first sheet.
        let tail = format!(
            "</table:table><table:database-ranges><table:database-range \
             table:name=\"__Anonymous_Sheet_DB__0\" table:display-filter-buttons=\"true\" \
             table:target-range-address=\"'{tab}'.A1:'{tab}'.{last}{rows}\"/>\
             </table:database-ranges></office:spreadsheet></office:body></office:document-content>"
        );
        self.part.write(&tail)?;
        self.part.end()?.finish()
    }
}

/// Adds the text of a paragraph. A space at either end, or after another, is an element: as a
/// character it would not count (part 3, 6.1.2).
fn push_paragraph(out: &mut String, text: &str) {
    let mut rest = text;
    let mut begun = false;
    while let Some(at) = rest.find([' ', '\t']) {
        let (before, from) = rest.split_at(at);
        push_text(out, before);
        begun |= !before.is_empty();
        if let Some(after) = from.strip_prefix('\t') {
            out.push_str("<text:tab/>");
            (rest, begun) = (after, true);
            continue;
        }
        let after = from.trim_start_matches(' ');
        let mut spaces = from.len().saturating_sub(after.len());
        if begun && !after.is_empty() {
            out.push(' ');
            spaces = spaces.saturating_sub(1);
        }
        if spaces > 0 {
            out.push_str(&format!("<text:s text:c=\"{spaces}\"/>"));
        }
        (rest, begun) = (after, true);
    }
    push_text(out, rest);
}

/// The root element of a part with its names, opened.
fn root(name: &str) -> String {
    let mut root = format!("{DECLARATION}<office:{name}");
    for prefix in PREFIXES {
        root.push_str(&format!(" xmlns:{prefix}=\"{OASIS}:{prefix}:1.0\""));
    }
    format!("{root}{OTHERS}>")
}

fn manifest() -> String {
    let media = Format::Ods.media_type();
    let mut list = format!(
        "{DECLARATION}<manifest:manifest xmlns:manifest=\"{OASIS}:manifest:1.0\" \
         manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\" \
         manifest:version=\"1.2\" manifest:media-type=\"{media}\"/>"
    );
    for part in ["content.xml", "styles.xml", "meta.xml", "settings.xml"] {
        list.push_str(&format!(
            "<manifest:file-entry manifest:full-path=\"{part}\" manifest:media-type=\"text/xml\"/>"
        ));
    }
    list + "</manifest:manifest>"
}

fn meta(sheet: &Sheet) -> String {
    let (mut title, mut language) = (String::new(), String::new());
    push_attribute(&mut title, &sheet.title);
    push_attribute(&mut language, &sheet.language);
    format!(
        "{}<office:meta><meta:generator>Paraat</meta:generator><dc:title>{title}</dc:title>\
         <dc:language>{language}</dc:language></office:meta></office:document-meta>",
        root("document-meta")
    )
}

/// Keeps the header row in view. These settings are LibreOffice's own.
fn settings(tab: &str) -> String {
    let item = |name: &str, kind: &str, value: &str| {
        format!(
            "<config:config-item config:name=\"{name}\" config:type=\"{kind}\">{value}\
             </config:config-item>"
        )
    };
    let split = [
        item("HorizontalSplitMode", "short", "0"),
        item("VerticalSplitMode", "short", "2"),
        item("HorizontalSplitPosition", "int", "0"),
        item("VerticalSplitPosition", "int", "1"),
        item("ActiveSplitRange", "short", "2"),
        item("PositionLeft", "int", "0"),
        item("PositionRight", "int", "0"),
        item("PositionTop", "int", "0"),
        item("PositionBottom", "int", "1"),
    ];
    format!(
        "{}<office:settings><config:config-item-set config:name=\"ooo:view-settings\">\
         <config:config-item-map-indexed config:name=\"Views\"><config:config-item-map-entry>\
         {}<config:config-item-map-named config:name=\"Tables\"><config:config-item-map-entry \
         config:name=\"{tab}\">{}</config:config-item-map-entry></config:config-item-map-named>\
         {}</config:config-item-map-entry></config:config-item-map-indexed>\
         </config:config-item-set></office:settings></office:document-settings>",
        root("document-settings").replace(
            " office:version",
            " xmlns:ooo=\"http://openoffice.org/2004/office\" office:version"
        ),
        item("ViewId", "string", "view1"),
        split.concat(),
        item("ActiveTable", "string", tab),
    )
}

fn styles(language: &str) -> String {
    let (language, country) = language.split_once('-').unwrap_or((language, "none"));
    let (mut tongue, mut land) = (String::new(), String::new());
    push_attribute(&mut tongue, language);
    push_attribute(&mut land, country);
    format!(
        "{}<office:styles><style:default-style style:family=\"table-cell\">\
         <style:text-properties fo:language=\"{tongue}\" fo:country=\"{land}\"/>\
         </style:default-style><style:style style:name=\"Default\" style:family=\"table-cell\"/>\
         </office:styles></office:document-styles>",
        root("document-styles")
    )
}

/// All that stands before the rows.
fn content_head(sheet: &Sheet, tab: &str) -> String {
    let (mut widths, mut columns) = (String::new(), String::new());
    for (at, column) in sheet.columns.iter().enumerate() {
        // A character of the usual size is about two millimetres wide.
        let millimetres = width(&column.name, column.kind).saturating_mul(2);
        let style = match column.kind {
            Kind::Text => "ceText",
            Kind::Whole => "ceWhole",
            Kind::Date => "ceDate",
        };
        widths.push_str(&format!(
            "<style:style style:name=\"co{at}\" style:family=\"table-column\">\
             <style:table-column-properties style:column-width=\"{millimetres}mm\"/></style:style>"
        ));
        columns.push_str(&format!(
            "<table:table-column table:style-name=\"co{at}\" \
             table:default-cell-style-name=\"{style}\"/>"
        ));
    }
    format!(
        "{}<office:automatic-styles>{CELL_STYLES}{widths}</office:automatic-styles><office:body>\
         <office:spreadsheet><table:table table:name=\"{tab}\" table:style-name=\"ta\">{columns}",
        root("document-content")
    )
}
