// SPDX-License-Identifier: EUPL-1.2
//! PNG (ISO/IEC 15948, third edition of W3C), chunk by chunk, each held to its checksum. What
//! decides how it looks is copied; texts, times, Exif and what nobody knows are left out.

use crate::reader::Reader;
use crate::{Finding, sized};

/// How a file begins.
pub(crate) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// More chunks than any program writes: 20 MB in pieces of 1 KiB.
const MOST_CHUNKS: usize = 25_000;
/// Chunks that decide what is seen: colours, transparency, measure of a pixel.
const KEPT: [&[u8; 4]; 14] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
    b"cICP", b"mDCV", b"bKGD", b"pHYs",
];

/// The picture without the chunks that are not needed, and its size.
pub(crate) fn clean(bytes: &[u8]) -> Result<(Vec<u8>, [u32; 2]), Finding> {
    let mut reader = Reader(bytes);
    if reader.take(SIGNATURE.len())? != SIGNATURE {
        return Err(Finding::Unknown);
    }
    let mut out = Vec::with_capacity(bytes.len());
    out.extend_from_slice(SIGNATURE);
    let mut size = None;
    let mut pixels = false;
    for _ in 0..MOST_CHUNKS {
        let whole = reader.0;
        let length = u32::from_be_bytes(reader.array()?);
        let length = usize::try_from(length).map_err(|_long| Finding::Damaged)?;
        let name: [u8; 4] = reader.array()?;
        let body = reader.take(length)?;
        let sum = u32::from_be_bytes(reader.array()?);
        if checksum(&name, body) != sum {
            return Err(Finding::Damaged);
        }
        match &name {
            b"IHDR" if size.is_none() => size = Some(head(body)?),
            b"IHDR" => return Err(Finding::Damaged),
            _ if size.is_none() => return Err(Finding::Damaged),
            b"IDAT" => pixels = true,
            _ => {}
        }
        if KEPT.contains(&&name) {
            out.extend_from_slice(whole.get(..length + 12).unwrap_or_default());
        } else if name.first().is_some_and(u8::is_ascii_uppercase) {
            // What must be understood to show it, and is not known.
            return Err(Finding::Damaged);
        }
        if &name == b"IEND" {
            let size = size.filter(|_| pixels && length == 0);
            return size.map(|size| (out, size)).ok_or(Finding::Damaged);
        }
    }
    Err(Finding::TooManyParts)
}

/// Width and height.
fn head(body: &[u8]) -> Result<[u32; 2], Finding> {
    if body.len() != 13 {
        return Err(Finding::Damaged);
    }
    let mut reader = Reader(body);
    let [width, height] = [reader.array()?, reader.array()?].map(u32::from_be_bytes);
    sized(width, height)
}

pub(crate) fn checksum(name: &[u8], body: &[u8]) -> u32 {
    let mut sum = crc32fast::Hasher::new();
    sum.update(name);
    sum.update(body);
    sum.finalize()
}
