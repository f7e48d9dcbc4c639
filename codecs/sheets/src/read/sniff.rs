// SPDX-License-Identifier: EUPL-1.2
//! What a file is, by its first bytes and, for a zip file, by its parts.

use super::xml::{Piece, Xml};
use crate::package::Package;
use crate::refused::{Refused, Seems};

/// What the bytes look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Looks {
    /// A zip file, so perhaps XLSX or ODS.
    Zip,
    /// Text, so perhaps CSV.
    Text,
    /// A workbook of Office that is locked with a password.
    Locked,
    /// Something else.
    Like(Seems),
}

/// First bytes, and what they are the mark of.
const MARKS: &[(&[u8], Seems)] = &[
    (b"%PDF-", Seems::Pdf),
    (b"\x89PNG\r\n", Seems::Image),
    (b"\xff\xd8\xff", Seems::Image),
    (b"GIF8", Seems::Image),
    (b"II*\0", Seems::Image),
    (b"MM\0*", Seems::Image),
    (b"BM", Seems::Image),
    (b"{\\rtf", Seems::RichText),
    (b"\x1f\x8b", Seems::Archive),
    (b"7z\xbc\xaf\x27\x1c", Seems::Archive),
    (b"Rar!\x1a\x07", Seems::Archive),
    (b"PK\x05\x06", Seems::Archive),
];
/// The compound file that old Office documents are, and new ones with a password ([MS-CFB]).
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

pub(super) fn look(bytes: &[u8]) -> Looks {
    if bytes.starts_with(b"PK\x03\x04") {
        return Looks::Zip;
    }
    if bytes.starts_with(COMPOUND) {
        return compound(bytes);
    }
    let marked = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark));
    match marked {
        // Two letters are also how a text may begin: then all of it is text.
        Some((b"BM", _)) if is_text(bytes) => {}
        Some((_, seems)) => return Looks::Like(*seems),
        None => {}
    }
    let webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let heif = bytes.get(4..8) == Some(b"ftyp") && bytes.contains(&0);
    if webp || heif {
        return Looks::Like(Seems::Image);
    }
    if let Some(seems) = markup(bytes) {
        return Looks::Like(seems);
    }
    match is_text(bytes) {
        true => Looks::Text,
        false => Looks::Like(Seems::Unknown),
    }
}

/// Names of streams in a compound file are UTF-16.
fn compound(bytes: &[u8]) -> Looks {
    let names = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &wide).is_some()
    };
    if names("EncryptedPackage") {
        Looks::Locked
    } else if names("Workbook") || names("Book\0") {
        Looks::Like(Seems::OldExcel)
    } else {
        Looks::Like(Seems::OldOffice)
    }
}

/// Tells empty files, web pages and XML by how their text begins.
fn markup(bytes: &[u8]) -> Option<Seems> {
    let bytes = bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(bytes)
        .trim_ascii_start();
    if bytes.is_empty() {
        return Some(Seems::Empty);
    }
    let begins = |mark: &str| {
        bytes
            .get(..mark.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(mark.as_bytes()))
    };
    if ["<!doctype html", "<html", "<head", "<table", "<meta"]
        .into_iter()
        .any(begins)
    {
        return Some(Seems::Html);
    }
    begins("<?xml").then_some(Seems::Xml)
}

/// UTF-8, UTF-16 with its mark, or bytes without the control characters that no text has.
fn is_text(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return bytes.len().is_multiple_of(2);
    }
    // 0x1A ends a text file of DOS.
    let control = |byte: &u8| *byte < 0x20 && !matches!(*byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a);
    !bytes.iter().any(control) || std::str::from_utf8(bytes).is_ok()
}

/// What a zip file holds.
pub(super) enum Packed {
    /// A workbook, whose main part has this name.
    Xlsx(String),
    /// An OpenDocument spreadsheet.
    Ods,
}

/// Media types of OpenDocument begin like this; templates go on with `-template`.
const OPENDOCUMENT: &[u8] = b"application/vnd.oasis.opendocument.";

pub(super) fn packed(package: &Package<'_>) -> Result<Packed, Refused> {
    // LibreOffice packs a document with a password whole, since version 24.2.
    if package.has("encrypted-package") || package.has("EncryptedPackage") {
        return Err(Refused::PasswordProtected);
    }
    if package.has("mimetype") {
        let kind = package.small("mimetype", 200)?;
        return opendocument(package, kind.trim_ascii());
    }
    if !package.has("_rels/.rels") {
        return Err(Refused::NotASheet(Seems::Archive));
    }
    let main = super::xlsx::main_part(package)?;
    let root = root(package, &main)?;
    match root.as_str() {
        "workbook" => Ok(Packed::Xlsx(main)),
        "document" => Err(Refused::NotASheet(Seems::TextDocument)),
        "presentation" => Err(Refused::NotASheet(Seems::Presentation)),
        _ => Err(Refused::NotASheet(Seems::Archive)),
    }
}

fn opendocument(package: &Package<'_>, kind: &[u8]) -> Result<Packed, Refused> {
    let seems = match kind.strip_prefix(OPENDOCUMENT) {
        Some(kind) if kind.starts_with(b"spreadsheet") => {
            return match is_locked(package)? {
                true => Err(Refused::PasswordProtected),
                false => Ok(Packed::Ods),
            };
        }
        Some(kind) if kind.starts_with(b"text") => Seems::TextDocument,
        Some(kind) if kind.starts_with(b"presentation") => Seems::Presentation,
        Some(kind) if kind.starts_with(b"graphics") => Seems::Image,
        _ => Seems::Archive,
    };
    Err(Refused::NotASheet(seems))
}

/// Up to version 24.2 LibreOffice encrypts each part and says so in the manifest.
fn is_locked(package: &Package<'_>) -> Result<bool, Refused> {
    const MANIFEST: &str = "META-INF/manifest.xml";
    if !package.has(MANIFEST) {
        return Ok(false);
    }
    let mut xml = Xml::new(package.part(MANIFEST)?);
    loop {
        match xml.next()? {
            Piece::Open(tag) if tag.local_name().as_ref() == "encryption-data" => return Ok(true),
            Piece::End => return Ok(false),
            _ => {}
        }
    }
}

/// The name of the root element of a part; a binary workbook has none.
fn root(package: &Package<'_>, name: &str) -> Result<String, Refused> {
    if name.ends_with(".bin") {
        return Err(Refused::NotASheet(Seems::BinaryExcel));
    }
    let mut xml = Xml::new(package.part(name)?);
    loop {
        match xml.next()? {
            Piece::Open(tag) => return Ok(tag.local_name().as_ref().to_owned()),
            Piece::End => return Err(xml.broken()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Looks, Seems, look};

    #[test]
    fn a_file_is_known_by_its_bytes() {
        for (bytes, seems) in [
            (&b"%PDF-1.7\n"[..], Seems::Pdf),
            (b"\x89PNG\r\n\x1a\n", Seems::Image),
            (b"RIFF\0\0\0\0WEBPVP8 ", Seems::Image),
            (b"\0\0\0\x18ftypheic", Seems::Image),
            (b"BM\0\0\x01\xff", Seems::Image),
            (b"  <TABLE><tr>", Seems::Html),
            (b"\xef\xbb\xbf<?xml version='1.0'?>", Seems::Xml),
            (b"{\\rtf1", Seems::RichText),
            (b"\x1f\x8b\x08", Seems::Archive),
            (b"", Seems::Empty),
            (b"\xef\xbb\xbf \r\n", Seems::Empty),
            (b"\x01\x02\xff\xfe", Seems::Unknown),
        ] {
            assert_eq!(look(bytes), Looks::Like(seems), "{bytes:?}");
        }
        assert_eq!(look(b"BMW;kenteken\r\n"), Looks::Text);
        assert_eq!(look(b"caf\xe9;\r\n"), Looks::Text);
        assert_eq!(look(b"\xff\xfea\0;\0"), Looks::Text);
        assert_eq!(look("é\u{1};\u{0}".as_bytes()), Looks::Text);
    }

    #[test]
    fn old_office_documents_are_told_apart() {
        let file = |name: &str| {
            let wide = name.encode_utf16().flat_map(u16::to_le_bytes);
            [super::COMPOUND.to_vec(), wide.collect()].concat()
        };
        assert_eq!(look(&file("Workbook")), Looks::Like(Seems::OldExcel));
        assert_eq!(look(&file("EncryptedPackage")), Looks::Locked);
        assert_eq!(look(&file("WordDocument")), Looks::Like(Seems::OldOffice));
    }
}
