// SPDX-License-Identifier: EUPL-1.2
//! XML of a part, piece by piece: bounded in depth and in the length of one piece, without
//! document types and without entities of its own.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use crate::package::Part;
use crate::refused::Refused;

/// Elements may lie this deep in each other; spreadsheets stay under thirty.
const DEPTH: u32 = 200;
/// One tag or one text between tags may be this long, so that reading it cannot fill the memory.
const PIECE: u64 = 16 << 20;

/// What comes next.
pub(super) enum Piece<'a> {
    /// An element opens. One without content closes right after.
    Open(BytesStart<'a>),
    /// An element closes.
    Close,
    /// Text, or a bit of it: comments and entities cut it up.
    Text(Cow<'a, str>),
    /// Something without meaning for us.
    Other,
    /// The part is at its end.
    End,
}

/// A reader of the XML of one part.
pub(super) struct Xml<'a> {
    reader: Reader<Gauge<'a>>,
    buffer: Vec<u8>,
    depth: u32,
    /// Tags and texts so far.
    pieces: u64,
}

impl<'a> Xml<'a> {
    pub(super) fn new(part: Part<'a>) -> Self {
        let mut reader = Reader::from_reader(Gauge { part, piece: 0 });
        reader.config_mut().expand_empty_elements = true;
        let buffer = Vec::new();
        Self {
            reader,
            buffer,
            depth: 0,
            pieces: 0,
        }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> u32 {
        self.depth
    }

    /// What comes next.
    pub(super) fn next(&mut self) -> Result<Piece<'_>, Refused> {
        self.buffer.clear();
        self.reader.get_mut().piece = 0;
        self.pieces = self.pieces.saturating_add(1);
        let most = self.reader.get_ref().part.pieces();
        if self.pieces > most {
            let part = name(&self.reader);
            return Err(Refused::TooManyPieces { part, most });
        }
        let Ok(event) = self.reader.read_event_into(&mut self.buffer) else {
            return Err(refused(&self.reader));
        };
        Ok(match event {
            Event::Start(start) => {
                self.depth += 1;
                if self.depth > DEPTH {
                    return Err(refused(&self.reader));
                }
                Piece::Open(start)
            }
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                Piece::Close
            }
            Event::Text(text) => Piece::Text(text.xml10_content()),
            Event::CData(text) => Piece::Text(text.xml10_content()),
            Event::GeneralRef(reference) => Piece::Text(match &*reference {
                "amp" => "&".into(),
                "lt" => "<".into(),
                "gt" => ">".into(),
                "quot" => "\"".into(),
                "apos" => "'".into(),
                _ => match reference.resolve_char_ref() {
                    Ok(Some(letter)) => letter.to_string().into(),
                    _ => {
                        return Err(Refused::Entity {
                            part: name(&self.reader),
                        });
                    }
                },
            }),
            Event::DocType(_) => {
                return Err(Refused::Doctype {
                    part: name(&self.reader),
                });
            }
            Event::Eof if self.depth > 0 => return Err(refused(&self.reader)),
            Event::Eof => Piece::End,
            _ => Piece::Other,
        })
    }

    /// Passes over the rest of the element that was opened last.
    pub(super) fn skip(&mut self) -> Result<(), Refused> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            self.next()?;
        }
        Ok(())
    }

    /// That something in the XML is not as it must be.
    pub(super) fn broken(&self) -> Refused {
        refused(&self.reader)
    }
}

/// An attribute by its local name, whatever its prefix; outer `None` when the tag is broken.
pub(super) fn local<'t>(tag: &'t BytesStart<'_>, wanted: &str) -> Option<Option<Cow<'t, str>>> {
    attribute(tag, |name| name.rsplit(':').next() == Some(wanted))
}

/// True when an attribute says yes, in either of the ways that XML Schema has for it.
pub(super) fn is_true(value: Option<&str>) -> bool {
    matches!(value, Some("1" | "true"))
}

/// The value of the first attribute whose full name is wanted; outer `None` when the tag is
/// broken.
pub(super) fn attribute<'t>(
    tag: &'t BytesStart<'_>,
    wanted: impl Fn(&str) -> bool,
) -> Option<Option<Cow<'t, str>>> {
    let mut attributes = tag.attributes();
    // Looking for doubles takes the square of their number.
    for attribute in attributes.with_checks(false) {
        let attribute = attribute.ok()?;
        if wanted(attribute.key.as_ref()) {
            return attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .ok()
                .map(Some);
        }
    }
    Some(None)
}

fn name(reader: &Reader<Gauge<'_>>) -> String {
    reader.get_ref().part.name().to_owned()
}

fn refused(reader: &Reader<Gauge<'_>>) -> Refused {
    let part = &reader.get_ref().part;
    if part.failed() {
        return part.refused();
    }
    let at = reader.buffer_position();
    Refused::BrokenXml {
        part: name(reader),
        at,
    }
}

/// Counts the bytes of one piece.
struct Gauge<'a> {
    part: Part<'a>,
    piece: u64,
}

impl BufRead for Gauge<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.piece > PIECE {
            return Err(io::ErrorKind::InvalidData.into());
        }
        self.part.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.piece = self.piece.saturating_add(count as u64);
        self.part.consume(count);
    }
}

impl Read for Gauge<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.part.read(out)
    }
}
