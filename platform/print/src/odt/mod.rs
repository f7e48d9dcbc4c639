// SPDX-License-Identifier: EUPL-1.2
//! A document as a file to work on: OpenDocument Text 1.3 (ISO/IEC 26300, OASIS 2021).
//!
//! Its look is in named styles, so that an organisation can put its own house style over it.

mod content;
mod meta;
mod styles;
mod xml;

use std::io::{Cursor, Write as _};

use paraat_kernel::Document;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::prepare::prepare;

/// The media type, which is also the first entry of the file.
const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.text";

/// The version of the standard, as every part names it.
const VERSION: &str = "1.3";

/// The file.
pub fn odt(document: &Document) -> Vec<u8> {
    let document = prepare(document);
    // Writing to memory fails only beyond 4 GiB or 65,535 entries (ZIP without its 64-bit parts):
    // such a document does not fit in the memory of a node before it does not fit in a file.
    package(&document).unwrap_or_default()
}

fn package(document: &Document) -> Result<Vec<u8>, ZipError> {
    // No clock: every entry has the first moment that ZIP knows, so equal documents give equal
    // files.
    let deflated = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // First and not compressed, so that the kind of file can be told from its first bytes.
    zip.start_file("mimetype", stored)?;
    zip.write_all(MEDIA_TYPE.as_bytes())?;
    let parts = [
        ("META-INF/manifest.xml", meta::manifest()),
        ("meta.xml", meta::meta(document)),
        ("styles.xml", styles::styles(document)),
        ("content.xml", content::content(document)),
    ];
    for (name, text) in parts {
        zip.start_file(name, deflated)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arbitrary;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_text_makes_a_part_that_is_not_well_formed(document in arbitrary::document()) {
            let document = prepare(&document);
            let parts = [
                meta::meta(&document),
                styles::styles(&document),
                content::content(&document),
            ];
            for part in &parts {
                let read = roxmltree::Document::parse(part);
                prop_assert!(read.is_ok(), "{read:?}");
            }
            prop_assert!(!package(&document).unwrap().is_empty());
        }
    }

    #[test]
    fn spaces_in_a_row_are_kept() {
        let mut document = arbitrary::empty();
        document.blocks = vec![paraat_kernel::document::Block::paragraph(" a  b c")];
        let content = content::content(&prepare(&document));
        assert!(
            content.contains("<text:s/>a<text:s/><text:s/>b c</text:p>"),
            "{content}"
        );
    }
}
