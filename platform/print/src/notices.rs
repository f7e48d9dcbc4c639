// SPDX-License-Identifier: EUPL-1.2
//! Whose the fonts and colours in the binary are, that PDFs are made with. Their licences want
//! these lines and texts to go along with them. They are those of the version of `typst-assets`
//! that is pinned; a newer one brings its own `NOTICE`.

/// Every licence in full, as `typst-assets` gives them along.
pub const NOTICES: &str = include_str!("../notices/typst-assets.txt");

/// What there is, a row each: name, licence, holders of the rights.
pub const HELD: &[[&str; 3]] = &[
    [
        "Libertinus Serif",
        "OFL-1.1",
        "Copyright © 2012-2024 The Libertinus Project Authors, with Reserved Font Name \
         \"Linux Libertine\", \"Biolinum\", \"STIX Fonts\"",
    ],
    [
        "New Computer Modern",
        "GUST-Font-License-1.0",
        "© 2019-2026 Antonis Tsolomitis",
    ],
    [
        "New Computer Modern 10 Regular",
        "GPL-3.0-or-later, font exception, distribution exception",
        "2019-2026 Antonis Tsolomitis",
    ],
    [
        "DejaVu Sans Mono",
        "Bitstream-Vera",
        "Copyright © 2003 Bitstream, Inc.; Copyright © 2006 Tavmjong Bah",
    ],
    ["Foxit", "BSD-3-Clause", "Copyright 2014 PDFium Authors"],
    ["sRGB-v4.icc, sGrey-v4.icc", "CC0-1.0", ""],
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glyphs::fonts;

    #[test]
    fn every_font_that_texts_are_set_in_is_named() {
        for font in fonts() {
            let family = &font.info().family;
            let named = HELD.iter().any(|[name, ..]| {
                let short = family.replace("NewComputerModern", "New Computer Modern ");
                short.trim().starts_with(name)
            });
            assert!(named, "{family}");
        }
    }

    #[test]
    fn the_texts_name_every_licence_that_asks_to_go_along() {
        for part in [
            "SIL OPEN FONT LICENSE",
            "GUST Font License",
            "GNU GENERAL PUBLIC LICENSE",
            "Bitstream Vera",
            "PDFium",
        ] {
            assert!(NOTICES.contains(part), "{part}");
        }
    }
}
