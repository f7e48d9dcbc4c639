// SPDX-License-Identifier: EUPL-1.2
//! What a file is, by how it begins: its name and what was said of it do not count.

use crate::Finding;

/// A sort of file that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// A photo (ISO/IEC 10918-1).
    Jpeg,
    /// A picture without loss (ISO/IEC 15948).
    Png,
    /// A picture as browsers make it (RFC 9649).
    WebP,
    /// A document (ISO 32000).
    Pdf,
}

impl Sort {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Jpeg, Self::Png, Self::WebP, Self::Pdf];

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }

    /// The sort with this media type.
    pub fn from_media_type(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.media_type() == name)
    }
}

/// How a PDF begins, within the first bytes of the file.
const PDF: &[u8] = b"%PDF-";
/// So many bytes may stand before it, as readers take it.
const BEFORE_PDF: usize = 1024;

/// What a file is.
///
/// # Errors
/// `Empty`, `Heif` or `Unknown`.
pub fn sort(bytes: &[u8]) -> Result<Sort, Finding> {
    let at = |from: usize, wanted: &[u8]| bytes.get(from..from + wanted.len()) == Some(wanted);
    if bytes.is_empty() {
        return Err(Finding::Empty);
    }
    if at(0, &[0xff, 0xd8, 0xff]) {
        return Ok(Sort::Jpeg);
    }
    if at(0, crate::png::SIGNATURE) {
        return Ok(Sort::Png);
    }
    if at(0, b"RIFF") && at(8, b"WEBP") {
        return Ok(Sort::WebP);
    }
    let heif: [&[u8]; 6] = [b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif"];
    if at(4, b"ftyp") && heif.iter().any(|brand| at(8, brand)) {
        return Err(Finding::Heif);
    }
    let head = bytes.get(..BEFORE_PDF).unwrap_or(bytes);
    if head.windows(PDF.len()).any(|it| it == PDF) {
        return Ok(Sort::Pdf);
    }
    Err(Finding::Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_it_begins_with() {
        assert_eq!(sort(&[0xff, 0xd8, 0xff, 0xe0]), Ok(Sort::Jpeg));
        assert_eq!(sort(b"\x89PNG\r\n\x1a\n...."), Ok(Sort::Png));
        assert_eq!(sort(b"RIFF\0\0\0\0WEBPVP8 "), Ok(Sort::WebP));
        assert_eq!(sort(b"\xef\xbb\xbf%PDF-1.4"), Ok(Sort::Pdf));
        assert_eq!(sort(b"\0\0\0\x18ftypheic"), Err(Finding::Heif));
        assert_eq!(sort(b""), Err(Finding::Empty));
        for other in [
            &b"GIF89a"[..],
            b"<svg xmlns=",
            b"PK\x03\x04",
            b"MZ",
            b"\xff\xd8",
        ] {
            assert_eq!(sort(other), Err(Finding::Unknown));
        }
    }
}
