// SPDX-License-Identifier: EUPL-1.2
//! Cursors that leave the node: they tell nothing about how much was recorded in between.

use data_encoding::BASE64URL_NOPAD;

/// Wraps a position: a keyed tag over it, and the position hidden under a mask that follows from
/// the tag. The same position gives the same cursor; a cursor that was made up does not open.
pub fn seal(key: &[u8; 32], position: i64) -> String {
    let plain = position.to_be_bytes();
    let tag = tag(key, &plain);
    let hidden = mask(key, &tag, plain);
    BASE64URL_NOPAD.encode(&[tag, hidden].concat())
}

/// The position in a cursor of this node; none when it is not one.
pub fn open(key: &[u8; 32], cursor: &str) -> Option<i64> {
    let bytes = BASE64URL_NOPAD.decode(cursor.as_bytes()).ok()?;
    let (seen, hidden) = bytes.split_first_chunk::<8>()?;
    let plain = mask(key, seen, hidden.try_into().ok()?);
    (tag(key, &plain) == *seen).then(|| i64::from_be_bytes(plain))
}

fn tag(key: &[u8; 32], plain: &[u8; 8]) -> [u8; 8] {
    short(blake3::keyed_hash(
        key,
        &[b"tag".as_slice(), plain].concat(),
    ))
}

fn mask(key: &[u8; 32], tag: &[u8; 8], bytes: [u8; 8]) -> [u8; 8] {
    let stream = short(blake3::keyed_hash(key, &[b"mask".as_slice(), tag].concat()));
    (u64::from_be_bytes(bytes) ^ u64::from_be_bytes(stream)).to_be_bytes()
}

fn short(hash: blake3::Hash) -> [u8; 8] {
    let mut short = [0; 8];
    for (to, from) in short.iter_mut().zip(hash.as_bytes()) {
        *to = *from;
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_opens_with_its_own_key_only() {
        for position in [0, 1, 1_000_000, i64::MAX] {
            let cursor = seal(&[7; 32], position);
            assert_eq!(open(&[7; 32], &cursor), Some(position));
            assert_eq!(open(&[8; 32], &cursor), None);
        }
        for made_up in ["", "x", "AAAAAAAAAAAAAAAAAAAAAA", "1"] {
            assert_eq!(open(&[7; 32], made_up), None);
        }
    }
}
