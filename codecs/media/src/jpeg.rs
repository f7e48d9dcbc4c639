// SPDX-License-Identifier: EUPL-1.2
//! JPEG (ISO/IEC 10918-1, annex B), segment by segment. What a decoder needs is copied; what is
//! for programs or people (Exif, XMP, captions, thumbnails, makers' notes, a film behind the end)
//! is left out.

use crate::reader::Reader;
use crate::{Finding, exif, sized};

/// More segments than any camera or program writes.
const MOST_SEGMENTS: usize = 20_000;

const START: u8 = 0xd8;
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
const APP0: u8 = 0xe0;
const APP1: u8 = 0xe1;
const APP2: u8 = 0xe2;
const APP14: u8 = 0xee;

/// What becomes of how a photo is to be turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// It goes along.
    Keep,
    /// It goes: whoever shows it does not look at it.
    Drop,
}

/// A cleaned picture so far.
struct Walk {
    out: Vec<u8>,
    size: Option<[u32; 2]>,
    scanned: bool,
    turned: Option<u16>,
    /// Where the segment that says how it is turned goes: behind what must stand first.
    turn_at: usize,
}

/// The picture without what a decoder does not need, and its size.
pub(crate) fn clean(bytes: &[u8], turn: Turn) -> Result<(Vec<u8>, [u32; 2]), Finding> {
    let mut reader = Reader(bytes);
    if reader.array()? != [0xff, START] {
        return Err(Finding::Unknown);
    }
    let mut walk = Walk {
        out: Vec::with_capacity(bytes.len()),
        size: None,
        scanned: false,
        turned: None,
        turn_at: 2,
    };
    walk.out.extend_from_slice(&[0xff, START]);
    for _ in 0..MOST_SEGMENTS {
        let marker = marker(&mut reader)?;
        if marker == END {
            return walk.end(turn);
        }
        let length = usize::from(u16::from_be_bytes(reader.array()?));
        let body = reader.take(length.checked_sub(2).ok_or(Finding::Damaged)?)?;
        walk.segment(marker, body)?;
        if marker == SCAN {
            let length = scanned(reader.0)?;
            walk.out.extend_from_slice(reader.take(length)?);
            walk.scanned = true;
        }
    }
    Err(Finding::TooManyParts)
}

/// The next marker; any number of fill bytes may stand before it.
fn marker(reader: &mut Reader<'_>) -> Result<u8, Finding> {
    if reader.byte()? != 0xff {
        return Err(Finding::Damaged);
    }
    loop {
        match reader.byte()? {
            0xff => {}
            // What stands alone elsewhere: restarts, a second start, nothing at all.
            0x00..=0x01 | 0xd0..=START => return Err(Finding::Damaged),
            marker => return Ok(marker),
        }
    }
}

/// How many bytes of pixels stand here: up to a marker that is not part of them.
fn scanned(bytes: &[u8]) -> Result<usize, Finding> {
    let mut pairs = bytes.windows(2).enumerate();
    let end = pairs.find(
        |(_, pair)| matches!(pair, [0xff, next] if !matches!(next, 0x00 | 0xd0..=0xd7 | 0xff)),
    );
    let (mut at, _) = end.ok_or(Finding::BrokenOff)?;
    // Fill bytes before that marker are not pixels.
    while at > 0 && bytes.get(at - 1) == Some(&0xff) {
        at -= 1;
    }
    Ok(at)
}

impl Walk {
    fn segment(&mut self, marker: u8, body: &[u8]) -> Result<(), Finding> {
        match marker {
            // Frames, of whichever coding; one a picture.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                let Some([_, a, b, c, d]) = body.first_chunk().copied() else {
                    return Err(Finding::Damaged);
                };
                if self.size.is_some() {
                    return Err(Finding::Damaged);
                }
                let of = |bytes| u32::from(u16::from_be_bytes(bytes));
                self.size = Some(sized(of([c, d]), of([a, b]))?);
                self.keep(marker, body)
            }
            SCAN if self.size.is_none() => Err(Finding::Damaged),
            // Tables: Huffman, arithmetic, quantisation, number of lines, restarts; and a scan.
            0xc4 | 0xcc | 0xdb..=0xdd | SCAN => self.keep(marker, body),
            APP0 => match body
                .strip_prefix(b"JFIF\0")
                .and_then(|it| it.first_chunk::<7>())
            {
                // Version, unit and density; without the small picture that may follow.
                Some(head) if self.out.len() == 2 => {
                    self.keep(marker, &[b"JFIF\0", head.as_slice(), &[0, 0]].concat())?;
                    self.turn_at = self.out.len();
                    Ok(())
                }
                _ => Ok(()),
            },
            APP1 => {
                self.turned = self.turned.or_else(|| exif::orientation(body));
                Ok(())
            }
            // What its colours mean.
            APP2 if body.starts_with(b"ICC_PROFILE\0") => self.keep(marker, body),
            APP14 if body.starts_with(b"Adobe") && body.len() >= 12 => {
                self.keep(marker, body.get(..12).unwrap_or(body))
            }
            _ => Ok(()),
        }
    }

    fn keep(&mut self, marker: u8, body: &[u8]) -> Result<(), Finding> {
        let length = u16::try_from(body.len() + 2).map_err(|_long| Finding::Damaged)?;
        self.out.extend_from_slice(&[0xff, marker]);
        self.out.extend_from_slice(&length.to_be_bytes());
        self.out.extend_from_slice(body);
        Ok(())
    }

    fn end(mut self, turn: Turn) -> Result<(Vec<u8>, [u32; 2]), Finding> {
        let size = self.size.filter(|_| self.scanned).ok_or(Finding::Damaged)?;
        self.out.extend_from_slice(&[0xff, END]);
        if let (Some(turned), Turn::Keep) = (self.turned, turn) {
            let rest = self.out.split_off(self.turn_at);
            self.keep(APP1, &exif::only(turned))?;
            self.out.extend_from_slice(&rest);
        }
        Ok((self.out, size))
    }
}
