// SPDX-License-Identifier: EUPL-1.2
//! Files as other programs write them, put together from their parts.

use std::io::Write;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// A part of a zip file: name, content.
pub type Part<'a> = (&'a str, &'a [u8]);

/// A zip file of deflated parts.
pub fn zip(parts: &[Part<'_>]) -> Vec<u8> {
    let packed: Vec<Packed<'_>> = parts
        .iter()
        .map(|(name, bytes)| pack(name, bytes))
        .collect();
    zip_packed(&packed)
}

/// A part whose claims can be changed before it is written.
pub struct Packed<'a> {
    pub name: &'a str,
    pub method: u16,
    pub flags: u16,
    pub crc: u32,
    pub plain: u32,
    pub bytes: Vec<u8>,
}

pub fn pack<'a>(name: &'a str, bytes: &[u8]) -> Packed<'a> {
    let mut crc = Crc::new();
    crc.update(bytes);
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    Packed {
        name,
        method: 8,
        flags: 0,
        crc: crc.sum(),
        plain: bytes.len().try_into().unwrap(),
        bytes: encoder.finish().unwrap(),
    }
}

pub fn zip_packed(parts: &[Packed<'_>]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for part in parts {
        let at = u32::try_from(out.len()).unwrap();
        let length = u16::try_from(part.name.len()).unwrap();
        let mut common = Vec::new();
        for short in [20, part.flags, part.method, 0, 33] {
            common.extend(u16::to_le_bytes(short));
        }
        for long in [part.crc, part.bytes.len().try_into().unwrap(), part.plain] {
            common.extend(u32::to_le_bytes(long));
        }
        common.extend(length.to_le_bytes());
        common.extend([0; 2]);
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(part.name.as_bytes());
        out.extend(&part.bytes);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(part.name.as_bytes());
    }
    let at = u32::try_from(out.len()).unwrap();
    let count = u16::try_from(parts.len()).unwrap();
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0; 2]);
    out
}

pub const RELS: &str = r#"<Relationships xmlns="x">
    <Relationship Id="rId1" Type="http://x/officeDocument" Target="/xl/workbook.xml"/>
    </Relationships>"#;
pub const BOOK_RELS: &str = r#"<Relationships xmlns="x">
    <Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="rId2" Type="http://x/styles" Target="styles.xml"/>
    <Relationship Id="rId3" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>
    <Relationship Id="rId4" Type="http://x/worksheet" Target="worksheets/sheet2.xml"/>
    <Relationship Id="rId5" Type="http://x/chartsheet" Target="chartsheets/sheet1.xml"/>
    </Relationships>"#;
pub const BOOK: &str = r#"<workbook><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets>
    </workbook>"#;
/// Styles: 0 general, 1 a date, 2 a date with a time, 3 hours.
pub const STYLES: &str = r#"<styleSheet>
    <numFmts><numFmt numFmtId="164" formatCode="d\-m\-yyyy\ h:mm"/></numFmts>
    <cellStyleXfs><xf numFmtId="22"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>
    <xf numFmtId="46"/></cellXfs>
    <dxfs><dxf><numFmt numFmtId="164" formatCode="0.00"/></dxf></dxfs></styleSheet>"#;
pub const STRINGS: &str = r#"<sst><si><t>naam</t></si><si><r><t>vet</t></r>
    <r><t xml:space="preserve">
 en gewoon</t></r><rPh><t>uitspraak</t></rPh></si><si><t/></si></sst>"#;

/// A workbook of these parts and a sheet.
pub fn xlsx_of(book: &str, strings: &str, sheet: &str) -> Vec<u8> {
    zip(&[
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/worksheets/sheet2.xml", b"<worksheet/>"),
    ])
}

/// A workbook with these rows, and what follows them.
pub fn xlsx(rows: &str, after: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData>{after}</worksheet>");
    xlsx_of(BOOK, STRINGS, &sheet)
}

pub const ODS_TYPE: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// An OpenDocument spreadsheet with these sheets.
pub fn ods(styles: &str, sheets: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>\
         </office:document-content>"
    );
    zip(&[("mimetype", ODS_TYPE), ("content.xml", content.as_bytes())])
}

/// An OpenDocument spreadsheet with one sheet of these rows.
pub fn ods_rows(rows: &str) -> Vec<u8> {
    ods(
        "",
        &format!("<table:table table:name=\"Blad1\">{rows}</table:table>"),
    )
}

/// An entry of a zip file.
pub struct Entry {
    pub name: String,
    pub method: u16,
    pub flags: u16,
    pub content: Vec<u8>,
}

/// The entries of a zip file, by its directory, each with the same said of it in both places.
pub fn unzip(bytes: &[u8]) -> Vec<Entry> {
    let short = |at: usize| u16::from_le_bytes(bytes[at..at + 2].try_into().unwrap());
    let long = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    let end = bytes.len() - 22;
    let mut at = long(end + 16);
    let mut entries = Vec::new();
    for _ in 0..short(end + 10) {
        assert_eq!(&bytes[at..at + 4], b"PK\x01\x02");
        let (flags, method, length) = (short(at + 8), short(at + 10), usize::from(short(at + 28)));
        let (packed, plain, local) = (long(at + 20), long(at + 24), long(at + 42));
        let name = String::from_utf8(bytes[at + 46..at + 46 + length].to_vec()).unwrap();
        assert_eq!(
            (short(local + 6), short(local + 8)),
            (flags, method),
            "{name}"
        );
        assert_eq!(short(local + 28), 0, "{name}: no extra field");
        let data = local + 30 + length;
        let data = &bytes[data..data + packed];
        let mut content = Vec::new();
        match method {
            0 => content.extend(data),
            _ => {
                let mut decoder = flate2::bufread::DeflateDecoder::new(data);
                std::io::Read::read_to_end(&mut decoder, &mut content).unwrap();
            }
        }
        assert_eq!(content.len(), plain, "{name}");
        entries.push(Entry {
            name,
            method,
            flags,
            content,
        });
        at += 46 + length;
    }
    assert_eq!(at, end);
    entries
}
