// SPDX-License-Identifier: EUPL-1.2
//! XLSX (ISO/IEC 29500-1, transitional). Texts stand in their cells and not in a shared list,
//! which could be written only after the last row; nothing is ever written as a formula.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::{Typed, tab_name, width};
use crate::escape::{push_attribute, push_text};
use crate::package::{PackageWriter, PartWriter};
use crate::place::column_letters;
use crate::sheet::{Kind, Sheet};

/// Numbers of the styles in `xl/styles.xml`.
const HEADER: u8 = 1;
const TEXT: u8 = 2;
const WHOLE: u8 = 3;
const DATE: u8 = 4;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" \
    ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
    <Override PartName=\"/xl/workbook.xml\" ContentType=\
    \"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
    <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\
    \"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>\
    <Override PartName=\"/xl/styles.xml\" ContentType=\
    \"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>\
    <Override PartName=\"/docProps/core.xml\" \
    ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OF_OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const OF_PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata";

/// Cells as text (49) keep what is typed into them later, `007` for one; dates are shown as they
/// are in every language, with the year first.
const STYLES: &str = "<numFmts count=\"1\"><numFmt numFmtId=\"164\" \
    formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>\
    <fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>\
    <font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>\
    <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
    <fill><patternFill patternType=\"gray125\"/></fill></fills>\
    <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>\
    </cellStyleXfs><cellXfs count=\"5\">\
    <xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
    <xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" \
    applyNumberFormat=\"1\" applyFont=\"1\"/>\
    <xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" \
    applyNumberFormat=\"1\"/>\
    <xf numFmtId=\"1\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" \
    applyNumberFormat=\"1\"/>\
    <xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" \
    applyNumberFormat=\"1\"/></cellXfs>\
    <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

pub(super) struct Xlsx<W: Write> {
    part: PartWriter<W>,
    kinds: Vec<Kind>,
    letters: Vec<String>,
    tab: String,
    /// The XML of one row; kept to use its room again.
    line: String,
}

impl<W: Write> Xlsx<W> {
    pub(super) fn new(sheet: &Sheet, out: W) -> io::Result<Self> {
        let mut package = PackageWriter::new(out);
        package.small("[Content_Types].xml", &format!("{DECLARATION}{TYPES}"))?;
        let main = relationship(1, OF_OFFICE, "officeDocument", "xl/workbook.xml");
        let core = relationship(2, OF_PACKAGE, "core-properties", "docProps/core.xml");
        package.small("_rels/.rels", &relationships(&[main, core]))?;
        package.small("docProps/core.xml", &core_properties(sheet))?;
        let tab = relationship(1, OF_OFFICE, "worksheet", "worksheets/sheet1.xml");
        let styles = relationship(2, OF_OFFICE, "styles", "styles.xml");
        package.small("xl/_rels/workbook.xml.rels", &relationships(&[tab, styles]))?;
        let styles = format!("{DECLARATION}<styleSheet xmlns=\"{MAIN}\">{STYLES}</styleSheet>");
        package.small("xl/styles.xml", &styles)?;
        let count = u32::try_from(sheet.columns.len()).unwrap_or(u32::MAX);
        let mut xlsx = Self {
            part: package.part("xl/worksheets/sheet1.xml")?,
            kinds: sheet.columns.iter().map(|column| column.kind).collect(),
            letters: (0..count).map(column_letters).collect(),
            tab: tab_name(&sheet.title),
            line: String::new(),
        };
        xlsx.part.write(&sheet_head(sheet))?;
        let names: Vec<Typed<'_>> = sheet
            .columns
            .iter()
            .map(|column| Typed::Text(&column.name))
            .collect();
        xlsx.cells(1, &names, HEADER)?;
        Ok(xlsx)
    }

    pub(super) fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    pub(super) fn row(&mut self, row: u32, cells: &[Typed<'_>]) -> io::Result<()> {
        self.cells(row, cells, TEXT)
    }

    fn cells(&mut self, row: u32, cells: &[Typed<'_>], text_style: u8) -> io::Result<()> {
        let line = &mut self.line;
        line.clear();
        open_row(line, row).map_err(io::Error::other)?;
        for (letters, cell) in self.letters.iter().zip(cells) {
            let written = match cell {
                Typed::Text("") => Ok(()),
                Typed::Text(text) => {
                    let keep = match needs_keeping(text) {
                        true => " xml:space=\"preserve\"",
                        false => "",
                    };
                    let head = write!(
                        line,
                        "<c r=\"{letters}{row}\" s=\"{text_style}\" t=\"inlineStr\"><is><t{keep}>"
                    );
                    push_text(line, text);
                    line.push_str("</t></is></c>");
                    head
                }
                Typed::Whole(number) => {
                    write!(
                        line,
                        "<c r=\"{letters}{row}\" s=\"{WHOLE}\"><v>{number}</v></c>"
                    )
                }
                Typed::Date(_, day) => {
                    write!(
                        line,
                        "<c r=\"{letters}{row}\" s=\"{DATE}\"><v>{day}</v></c>"
                    )
                }
            };
            written.map_err(io::Error::other)?;
        }
        line.push_str("</row>");
        self.part.write(line)
    }

    pub(super) fn finish(mut self, rows: u32) -> io::Result<W> {
        let last = self.letters.last().map_or("A", String::as_str);
        // Numbers as text are meant: no green corners.
        let tail = format!(
            "</sheetData><autoFilter ref=\"A1:{last}{rows}\"/><ignoredErrors><ignoredError \
             sqref=\"A1:{last}{rows}\" numberStoredAsText=\"1\"/></ignoredErrors></worksheet>"
        );
        let workbook = workbook(&self.tab, last, rows);
        self.part.write(&tail)?;
        let mut package = self.part.end()?;
        package.small("xl/workbook.xml", &workbook)?;
        package.finish()
    }
}

fn open_row(line: &mut String, row: u32) -> std::fmt::Result {
    write!(line, "<row r=\"{row}\">")
}

/// White space at an end, and line breaks, are taken off by some programs unless told otherwise.
fn needs_keeping(text: &str) -> bool {
    text.contains(['\n', '\t'])
        || text.starts_with(char::is_whitespace)
        || text.ends_with(char::is_whitespace)
        || text.contains("  ")
}

fn relationship(id: u32, base: &str, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"rId{id}\" Type=\"{base}/{kind}\" Target=\"{target}\"/>")
}

fn relationships(list: &[String]) -> String {
    let list = list.concat();
    format!("{DECLARATION}<Relationships xmlns=\"{RELATIONSHIPS}\">{list}</Relationships>")
}

fn core_properties(sheet: &Sheet) -> String {
    let (mut title, mut language) = (String::new(), String::new());
    push_attribute(&mut title, &sheet.title);
    push_attribute(&mut language, &sheet.language);
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/\
         metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title>{title}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
    )
}

/// All that stands before the rows: the header stays in view, columns have their width.
fn sheet_head(sheet: &Sheet) -> String {
    let mut columns = String::new();
    for (at, column) in (1..).zip(&sheet.columns) {
        let style = match column.kind {
            Kind::Text => TEXT,
            Kind::Whole => WHOLE,
            Kind::Date => DATE,
        };
        let width = width(&column.name, column.kind);
        columns.push_str(&format!(
            "<col min=\"{at}\" max=\"{at}\" width=\"{width}\" style=\"{style}\" \
             customWidth=\"1\"/>"
        ));
    }
    format!(
        "{DECLARATION}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView tabSelected=\"1\" \
         workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" \
         state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/>\
         </sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>\
         <cols>{columns}</cols><sheetData>"
    )
}

/// The workbook: one sheet, whose header is filtered and stands on each printed page.
fn workbook(tab: &str, last: &str, rows: u32) -> String {
    let mut name = String::new();
    push_attribute(&mut name, tab);
    format!(
        "{DECLARATION}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OF_OFFICE}\"><bookViews>\
         <workbookView/></bookViews><sheets><sheet name=\"{name}\" sheetId=\"1\" r:id=\"rId1\"/>\
         </sheets><definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" \
         hidden=\"1\">'{name}'!$A$1:${last}${rows}</definedName><definedName \
         name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'{name}'!$1:$1</definedName>\
         </definedNames></workbook>"
    )
}
