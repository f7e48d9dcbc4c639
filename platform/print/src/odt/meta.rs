// SPDX-License-Identifier: EUPL-1.2
//! What stands about the document: the list of parts and its properties.

use paraat_kernel::Document;

use super::xml::Xml;
use super::{MEDIA_TYPE, VERSION};
use crate::prepare::property;

/// `META-INF/manifest.xml`: which parts there are.
pub(super) fn manifest() -> String {
    let space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    let root = [("xmlns:manifest", space), ("manifest:version", VERSION)];
    let parts = [
        ("/", MEDIA_TYPE),
        ("content.xml", "text/xml"),
        ("styles.xml", "text/xml"),
        ("meta.xml", "text/xml"),
    ];
    Xml::plain_part("manifest:manifest", &root, |xml| {
        for (path, kind) in parts {
            let mut attributes = vec![("manifest:full-path", path), ("manifest:media-type", kind)];
            if path == "/" {
                attributes.push(("manifest:version", VERSION));
            }
            xml.empty("manifest:file-entry", &attributes);
        }
    })
}

/// `meta.xml`: the properties.
pub(super) fn meta(document: &Document) -> String {
    let made = document.made.to_string();
    Xml::part("office:document-meta", |xml| {
        xml.element("office:meta", &[], |xml| {
            xml.leaf(
                "meta:generator",
                &[],
                concat!("Paraat/", env!("CARGO_PKG_VERSION")),
            );
            xml.leaf("dc:title", &[], &property(&document.title));
            if !document.subject.is_empty() {
                xml.leaf("dc:description", &[], &property(&document.subject));
            }
            xml.leaf("meta:initial-creator", &[], &property(&document.author));
            xml.leaf("dc:creator", &[], &property(&document.author));
            xml.leaf("meta:creation-date", &[], &made);
            xml.leaf("dc:date", &[], &made);
            xml.leaf("dc:language", &[], document.language.code());
            if !document.marking.is_empty() {
                xml.leaf("meta:keyword", &[], &property(&document.marking));
            }
        });
    })
}
