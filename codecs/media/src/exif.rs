// SPDX-License-Identifier: EUPL-1.2
//! Of all that Exif (CIPA DC-008) may say of a photo, one figure is needed to show it: how it is to
//! be turned. It is read from what a camera wrote, and written anew by itself.

use crate::Finding;
use crate::reader::Reader;

/// How a segment with Exif begins.
const HEAD: &[u8] = b"Exif\0\0";
/// The tag of the orientation, and the type of its value.
const ORIENTATION: u16 = 0x0112;
const SHORT: u16 = 3;
/// Entries of a list that are looked at; a camera writes some thirty.
const MOST_ENTRIES: u16 = 512;

/// How the photo of this segment is to be turned, 2 to 8; none when it stands as it is, or when
/// the segment does not read as it should: then nobody could have turned it.
pub(crate) fn orientation(segment: &[u8]) -> Option<u16> {
    let tiff = segment.strip_prefix(HEAD)?;
    let big = match tiff.get(..4)? {
        b"MM\0\x2a" => true,
        b"II\x2a\0" => false,
        _ => return None,
    };
    let short = |bytes: [u8; 2]| match big {
        true => u16::from_be_bytes(bytes),
        false => u16::from_le_bytes(bytes),
    };
    let first: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let first = match big {
        true => u32::from_be_bytes(first),
        false => u32::from_le_bytes(first),
    };
    let mut list = Reader(tiff.get(usize::try_from(first).ok()?..)?);
    let read = |list: &mut Reader<'_>| -> Result<Option<u16>, Finding> {
        for _ in 0..short(list.array()?).min(MOST_ENTRIES) {
            let tag = short(list.array()?);
            let kind = short(list.array()?);
            let _count: [u8; 4] = list.array()?;
            let value = short(list.array()?);
            let _rest: [u8; 2] = list.array()?;
            if tag == ORIENTATION && kind == SHORT {
                return Ok(Some(value));
            }
        }
        Ok(None)
    };
    let found = read(&mut list).ok().flatten();
    found.filter(|value| (2..=8).contains(value))
}

/// A segment with nothing but how the photo is to be turned.
pub(crate) fn only(orientation: u16) -> Vec<u8> {
    let mut segment = HEAD.to_vec();
    // Big-endian, with its only list right behind this: one entry, and no further list.
    segment.extend_from_slice(b"MM\0\x2a\0\0\0\x08\0\x01");
    segment.extend_from_slice(&ORIENTATION.to_be_bytes());
    segment.extend_from_slice(&SHORT.to_be_bytes());
    segment.extend_from_slice(&1_u32.to_be_bytes());
    segment.extend_from_slice(&orientation.to_be_bytes());
    segment.extend_from_slice(&[0; 6]);
    segment
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back_and_nothing_else_does() {
        for turned in 2..=8 {
            assert_eq!(orientation(&only(turned)), Some(turned));
        }
        let mut little = b"Exif\0\0II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0".to_vec();
        little.extend_from_slice(&[0; 6]);
        assert_eq!(orientation(&little), Some(6));
        for end in 0..only(6).len() - 6 {
            assert_eq!(orientation(&only(6)[..end]), None, "{end}");
        }
        for upright_or_wrong in [0, 1, 9, 300] {
            assert_eq!(orientation(&only(upright_or_wrong)), None);
        }
    }
}
