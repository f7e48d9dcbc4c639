// SPDX-License-Identifier: EUPL-1.2
//! Which keys of a PDF do not go over, wherever they stand.

/// What describes makers and programs, what runs by itself, what lies in a file besides its pages.
const LEFT_OUT: [&[u8]; 22] = [
    b"Metadata",
    b"PieceInfo",
    b"LastModified",
    b"SourceModified",
    b"Creator",
    b"CreatorInfo",
    b"Author",
    b"Producer",
    b"Info",
    b"PtData",
    b"OPI",
    b"Ref",
    b"AF",
    b"EF",
    b"EmbeddedFiles",
    b"RF",
    b"AA",
    b"OpenAction",
    b"JS",
    b"JavaScript",
    b"RichMediaContent",
    b"AcroForm",
];
/// What goes over of a link: where it is, how it looks, what it is called, where it leads.
const OF_LINK: [&[u8]; 12] = [
    b"Type",
    b"Subtype",
    b"Rect",
    b"Border",
    b"C",
    b"H",
    b"A",
    b"Dest",
    b"QuadPoints",
    b"F",
    b"BS",
    b"StructParent",
];
/// What goes over of what a link does, when it leads to an address or a place in the document.
const OF_ACTION: [&[u8]; 4] = [b"Type", b"S", b"URI", b"D"];

/// True for a key that goes over from a dictionary of any other sort.
pub(super) fn goes_over(key: &[u8]) -> bool {
    !LEFT_OUT.contains(&key)
}

/// True for a key of a link that goes over.
pub(super) fn of_link(key: &[u8]) -> bool {
    // The text of a link is what a reader by ear hears.
    OF_LINK.contains(&key) || key == b"Contents"
}

/// True for a key of what a link does that goes over.
pub(super) fn of_action(key: &[u8]) -> bool {
    OF_ACTION.contains(&key)
}
