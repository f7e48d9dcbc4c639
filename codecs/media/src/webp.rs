// SPDX-License-Identifier: EUPL-1.2
//! WebP (RFC 9649), chunk by chunk. The picture, its transparency and its colours are copied; Exif,
//! XMP and what nobody knows are left out. One that moves is not taken.

use crate::reader::Reader;
use crate::{Finding, sized};

const MOST_CHUNKS: usize = 100;
/// In the head of an extended file: that it moves, and that Exif and XMP follow.
const MOVES: u8 = 0b0000_0010;
const SAYS: u8 = 0b0000_1100;

/// The picture without the chunks that are not needed, and its size.
pub(crate) fn clean(bytes: &[u8]) -> Result<(Vec<u8>, [u32; 2]), Finding> {
    let mut reader = Reader(bytes);
    let head: [u8; 4] = reader.array()?;
    let length = usize::try_from(u32::from_le_bytes(reader.array()?));
    let mut reader = Reader(reader.take(length.map_err(|_long| Finding::Damaged)?)?);
    let form: [u8; 4] = reader.array()?;
    if (&head, &form) != (b"RIFF", b"WEBP") {
        return Err(Finding::Unknown);
    }
    let mut chunks = Vec::with_capacity(bytes.len());
    let mut size = None;
    let mut parts = 0;
    while !reader.0.is_empty() {
        parts += 1;
        if parts > MOST_CHUNKS {
            return Err(Finding::TooManyParts);
        }
        let name: [u8; 4] = reader.array()?;
        let length = usize::try_from(u32::from_le_bytes(reader.array()?));
        let body = reader.take(length.map_err(|_long| Finding::Damaged)?)?;
        if body.len() % 2 == 1 && !reader.0.is_empty() {
            reader.byte()?;
        }
        match &name {
            b"VP8X" if parts == 1 => keep(&mut chunks, &name, &extended(body)?)?,
            b"ANIM" | b"ANMF" => return Err(Finding::Moving),
            b"ICCP" | b"ALPH" => keep(&mut chunks, &name, body)?,
            b"VP8 " | b"VP8L" if size.is_none() => {
                size = Some(measure(&name, body)?);
                keep(&mut chunks, &name, body)?;
            }
            b"VP8X" | b"VP8 " | b"VP8L" => return Err(Finding::Damaged),
            _ => {}
        }
    }
    let size = size.ok_or(Finding::Damaged)?;
    let length = u32::try_from(chunks.len() + 4).map_err(|_long| Finding::Damaged)?;
    let out = [b"RIFF".as_slice(), &length.to_le_bytes(), b"WEBP", &chunks].concat();
    Ok((out, size))
}

fn keep(out: &mut Vec<u8>, name: &[u8; 4], body: &[u8]) -> Result<(), Finding> {
    let length = u32::try_from(body.len()).map_err(|_long| Finding::Damaged)?;
    out.extend_from_slice(name);
    out.extend_from_slice(&length.to_le_bytes());
    out.extend_from_slice(body);
    if body.len() % 2 == 1 {
        out.push(0);
    }
    Ok(())
}

/// The head of an extended file, that says no longer that Exif and XMP follow.
fn extended(body: &[u8]) -> Result<[u8; 10], Finding> {
    let mut head: [u8; 10] = body.try_into().map_err(|_length| Finding::Damaged)?;
    let [flags, ..] = &mut head;
    if *flags & MOVES != 0 {
        return Err(Finding::Moving);
    }
    *flags &= !SAYS;
    Ok(head)
}

/// Width and height, from the head of the pixels.
fn measure(name: &[u8; 4], body: &[u8]) -> Result<[u32; 2], Finding> {
    if name == b"VP8L" {
        let Some([0x2f, a, b, c, d]) = body.first_chunk().copied() else {
            return Err(Finding::Damaged);
        };
        let bits = u32::from_le_bytes([a, b, c, d]);
        return sized((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
    }
    let Some([_, _, _, 0x9d, 0x01, 0x2a, a, b, c, d]) = body.first_chunk().copied() else {
        return Err(Finding::Damaged);
    };
    let of = |bytes| u32::from(u16::from_le_bytes(bytes) & 0x3fff);
    sized(of([a, b]), of([c, d]))
}
