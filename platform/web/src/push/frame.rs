// SPDX-License-Identifier: EUPL-1.2
//! Frames of a WebSocket (RFC 6455). What a node sends is not masked, so that one frame serves all
//! who look, also when it is packed (RFC 7692). What comes is short and is not looked into.

use axum::body::Bytes;
use flate2::{Compress, Compression, FlushCompress, Status};

const LAST: u8 = 0x80;
const PACKED: u8 = 0x40;
const TEXT: u8 = 0x1;
const CLOSE: u8 = 0x8;
const PING: u8 = 0x9;
const PONG: u8 = 0xA;
/// Said of a length that follows in two bytes or in eight.
const IN_TWO: u8 = 126;
const IN_EIGHT: u8 = 127;
const MASKED: u8 = 0x80;
/// Every packed message ends in these, so they are left out (RFC 7692, 7.2.1).
const TAIL: [u8; 4] = [0, 0, 0xff, 0xff];
/// Shorter texts are not worth packing.
const WORTH: usize = 512;

/// A frame for those who unpack, and one for those who do not.
#[derive(Clone, Default)]
pub(super) struct Frames {
    plain: Bytes,
    packed: Bytes,
}

impl Frames {
    /// Of this text.
    pub(super) fn of(text: &str) -> Self {
        let frames = Self::plain(framed(LAST | TEXT, text.as_bytes()));
        match packed(text) {
            Some(packed) if text.len() >= WORTH => Self {
                packed: framed(LAST | PACKED | TEXT, &packed),
                ..frames
            },
            _ => frames,
        }
    }

    fn plain(frame: Bytes) -> Self {
        Self {
            packed: frame.clone(),
            plain: frame,
        }
    }

    /// The one for who unpacks, or does not.
    pub(super) fn fit(&self, unpacks: bool) -> Bytes {
        match unpacks {
            true => self.packed.clone(),
            false => self.plain.clone(),
        }
    }
}

/// Packs a text by itself, so that it can be read without what was sent before. None when the
/// packer came to grief.
fn packed(text: &str) -> Option<Vec<u8>> {
    let mut packer = Compress::new(Compression::default(), false);
    let mut packed = Vec::with_capacity(text.len() / 4);
    loop {
        let read = usize::try_from(packer.total_in()).ok()?;
        let rest = text.as_bytes().get(read..)?;
        let status = packer
            .compress_vec(rest, &mut packed, FlushCompress::Sync)
            .ok()?;
        // Room is left only when all was written.
        if packed.len() < packed.capacity() || status == Status::StreamEnd {
            break;
        }
        packed.reserve(text.len() / 4 + 64);
    }
    let length = packed.strip_suffix(&TAIL)?.len();
    packed.truncate(length);
    Some(packed)
}

fn framed(head: u8, message: &[u8]) -> Bytes {
    let mut frame = Vec::with_capacity(message.len() + 10);
    frame.push(head);
    match (u8::try_from(message.len()), u16::try_from(message.len())) {
        (Ok(short), _) if short < IN_TWO => frame.push(short),
        (_, Ok(length)) => {
            frame.push(IN_TWO);
            frame.extend_from_slice(&length.to_be_bytes());
        }
        _ => {
            frame.push(IN_EIGHT);
            frame.extend_from_slice(&(message.len() as u64).to_be_bytes());
        }
    }
    frame.extend_from_slice(message);
    frame.into()
}

/// The answer to a ping that said this.
pub(super) fn pong(said: &[u8]) -> Frames {
    Frames::plain(framed(LAST | PONG, said))
}

/// Ends the socket, for this reason.
pub(super) fn close(code: u16) -> Frames {
    Frames::plain(framed(LAST | CLOSE, &code.to_be_bytes()))
}

/// What came.
#[derive(Debug, PartialEq)]
pub(super) enum Came {
    /// Somebody is there.
    Sign,
    /// To be answered with the same.
    Ping(Vec<u8>),
    /// A pong, which nobody asked for (RFC 6455, 5.5.3).
    Pong,
    /// They end it.
    Close,
}

/// Not what a page of ours would send.
#[derive(Debug, PartialEq)]
pub(super) struct Strange;

/// Takes the first frame off what was read; none while it is not whole. A frame has at most 125
/// bytes and its message to itself.
pub(super) fn take(read: &mut Vec<u8>) -> Result<Option<Came>, Strange> {
    let [head, length, ..] = read.as_slice() else {
        return Ok(None);
    };
    let (head, length) = (*head, usize::from(length & !MASKED));
    if read.get(1).is_some_and(|it| it & MASKED == 0) || length >= usize::from(IN_TWO) {
        return Err(Strange);
    }
    let Some(body) = read.get(2..6 + length) else {
        return Ok(None);
    };
    let (mask, said) = body.split_at(4);
    let said = || said.iter().zip(mask.iter().cycle()).map(|(a, b)| a ^ b);
    let came = match head & !PACKED {
        it if it == LAST | TEXT => Came::Sign,
        _ if head & PACKED != 0 => return Err(Strange),
        it if it == LAST | PING => Came::Ping(said().collect()),
        it if it == LAST | PONG => Came::Pong,
        it if it == LAST | CLOSE => Came::Close,
        _ => return Err(Strange),
    };
    read.drain(..6 + length);
    Ok(Some(came))
}

#[cfg(test)]
mod tests {
    use flate2::{Decompress, FlushDecompress};
    use proptest::prelude::*;

    use super::*;

    fn unpacked(frame: &[u8]) -> String {
        let mut packed = match frame[1] {
            IN_EIGHT => frame[10..].to_vec(),
            IN_TWO => frame[4..].to_vec(),
            _ => frame[2..].to_vec(),
        };
        assert_eq!(frame[0], LAST | PACKED | TEXT);
        packed.extend_from_slice(&TAIL);
        let mut text = Vec::with_capacity(1 << 20);
        let mut reader = Decompress::new(false);
        reader
            .decompress_vec(&packed, &mut text, FlushDecompress::Sync)
            .unwrap();
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn a_packed_page_unpacks_to_itself_also_one_that_does_not_shrink() {
        let mut noise = 7u32;
        let strange = |_| {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from_u32(0x4e00 + (noise >> 16) % 20_000).unwrap()
        };
        let strange: String = (0..50_000).map(strange).collect();
        for text in ["Water op de kade. ".repeat(4_000), strange] {
            assert_eq!(unpacked(&Frames::of(&text).fit(true)), text);
        }
    }

    #[test]
    fn who_does_not_unpack_and_what_is_short_stays_plain() {
        let frames = Frames::of(&"a".repeat(1_000));
        assert_eq!(frames.fit(false)[..4], [0x81, 126, 0x03, 0xe8]);
        assert_eq!(&Frames::of("here\n").fit(true)[..], b"\x81\x05here\n");
    }

    #[test]
    fn a_frame_that_is_not_whole_waits_and_two_are_two() {
        let mut read = vec![0x89, 0x82, 1, 2, 3, 4, b'a' ^ 1];
        assert_eq!(take(&mut read), Ok(None));
        read.extend([b'b' ^ 2, 0x81, 0x81, 0, 0, 0, 0, b'.']);
        assert_eq!(take(&mut read), Ok(Some(Came::Ping(b"ab".to_vec()))));
        assert_eq!(take(&mut read), Ok(Some(Came::Sign)));
        assert_eq!((take(&mut read), read.len()), (Ok(None), 0));
    }

    #[test]
    fn what_is_long_in_pieces_or_not_masked_is_refused() {
        for frame in [
            [0x81, 0xfe, 0, 200, 0, 0],
            [0x01, 0x80, 0, 0, 0, 0],
            [0x81, 0x00, 0, 0, 0, 0],
            [0x82, 0x80, 0, 0, 0, 0],
            [0xc9, 0x80, 0, 0, 0, 0],
        ] {
            assert_eq!(take(&mut frame.to_vec()), Err(Strange), "{frame:?}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_end_the_thread(mut bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            while let Ok(Some(_)) = take(&mut bytes) {}
        }
    }
}
