// SPDX-License-Identifier: EUPL-1.2
//! Pictures: what they show goes through byte for byte, and nothing else does, whatever comes in.

#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

use paraat_media::{Finding, MOST_BYTES, Picture, Sort, clean_picture};
use proptest::prelude::*;

/// What no cleaned file may hold.
const SECRET: &[u8] = b"52.0907N 5.1214E";

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], length.as_slice(), body].concat()
}

/// Exif as a camera writes it: how the photo is turned, and where it was taken.
fn exif() -> Vec<u8> {
    let mut tiff = b"Exif\0\0II\x2a\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend_from_slice(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
    tiff.extend_from_slice(b"\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0");
    tiff.extend_from_slice(SECRET);
    tiff
}

/// The pixels of a small photo: stuffed, with a restart among them.
const PIXELS: &[u8] = b"\x12\xff\x00\x34\xff\xd0\x56\xff\x00";

fn frame(width: u16, height: u16) -> Vec<u8> {
    let ([a, b], [c, d]) = (height.to_be_bytes(), width.to_be_bytes());
    segment(0xc0, &[8, a, b, c, d, 1, 1, 0x11, 0])
}

/// What a decoder needs of a photo.
fn needed(width: u16, height: u16) -> Vec<u8> {
    [
        segment(0xe2, b"ICC_PROFILE\0\x01\x01colours"),
        segment(0xdb, &[0; 65]),
        frame(width, height),
        segment(0xc4, &[0; 20]),
        segment(0xda, &[1, 1, 0, 0, 63, 0]),
        PIXELS.to_vec(),
        b"\xff\xd9".to_vec(),
    ]
    .concat()
}

/// A photo with everything in it that phones and programs add.
fn photo() -> Vec<u8> {
    let thumbnail = [b"JFIF\0\x01\x01\0\0\x48\0\x48\x01\x01".as_slice(), SECRET].concat();
    let mut photo = b"\xff\xd8".to_vec();
    photo.extend(segment(0xe0, &thumbnail));
    photo.extend(segment(0xe1, &exif()));
    let xmp = [b"http://ns.adobe.com/xap/1.0/\0".as_slice(), SECRET].concat();
    photo.extend(segment(0xe1, &xmp));
    photo.extend(segment(0xe2, &[b"MPF\0".as_slice(), SECRET].concat()));
    photo.extend(segment(
        0xed,
        &[b"Photoshop 3.0\0".as_slice(), SECRET].concat(),
    ));
    photo.extend(segment(0xfe, SECRET));
    photo.extend(needed(3, 2));
    // A film behind the end, as some phones put there.
    photo.extend_from_slice(SECRET);
    photo
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|it| it == part)
}

fn chunk(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let mut sum = crc32fast::Hasher::new();
    sum.update(name);
    sum.update(body);
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    let sum = sum.finalize().to_be_bytes();
    [length.as_slice(), name, body, &sum].concat()
}

fn png(between: &[Vec<u8>]) -> Vec<u8> {
    let head = b"\0\0\0\x03\0\0\0\x02\x08\x02\0\0\0";
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    file.extend(chunk(b"IHDR", head));
    file.extend(between.concat());
    file.extend(chunk(b"IDAT", b"pixels"));
    file.extend(chunk(b"IEND", b""));
    file
}

fn riff(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_le_bytes();
    let even = vec![0; body.len() % 2];
    [name.as_slice(), &length, body, &even].concat()
}

fn webp(chunks: &[Vec<u8>]) -> Vec<u8> {
    let chunks = chunks.concat();
    let length = u32::try_from(chunks.len() + 4).unwrap().to_le_bytes();
    [b"RIFF".as_slice(), &length, b"WEBP", &chunks].concat()
}

fn still() -> Vec<u8> {
    riff(b"VP8 ", b"\0\0\0\x9d\x01\x2a\x03\0\x02\0pixels")
}

fn extended(flags: u8) -> Vec<u8> {
    riff(b"VP8X", &[flags, 0, 0, 0, 2, 0, 0, 1, 0, 0])
}

#[test]
fn a_photo_keeps_its_pixels_its_colours_and_how_it_is_turned_and_nothing_else() {
    let Picture {
        sort,
        bytes,
        width,
        height,
    } = clean_picture(&photo()).unwrap();
    assert_eq!((sort, width, height), (Sort::Jpeg, 3, 2));
    assert!(!holds(&bytes, SECRET));
    assert!(bytes.ends_with(&needed(3, 2)));
    let head = segment(0xe0, b"JFIF\0\x01\x01\0\0\x48\0\x48\0\0");
    assert!(bytes[2..].starts_with(&head));
    // One segment of Exif, of our own, that says how it is turned.
    let turned = b"\xff\xe1\0\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06";
    assert!(holds(&bytes, turned));
    assert_eq!(bytes.len(), 2 + head.len() + 36 + needed(3, 2).len());
}

#[test]
fn a_png_keeps_what_decides_how_it_looks() {
    let said = |name: &[u8; 4]| chunk(name, SECRET);
    let between = [
        chunk(b"gAMA", b"\0\0\xb1\x8f"),
        said(b"tEXt"),
        said(b"zTXt"),
        said(b"iTXt"),
        said(b"eXIf"),
        said(b"tIME"),
        said(b"vpAg"),
    ];
    let file = [png(&between), SECRET.to_vec()].concat();
    let cleaned = clean_picture(&file).unwrap();
    assert_eq!((cleaned.width, cleaned.height), (3, 2));
    assert_eq!(cleaned.bytes, png(&between[..1]));
    let mut bent = png(&between);
    let last = bent.len() - 20;
    bent[last] ^= 1;
    assert_eq!(clean_picture(&bent), Err(Finding::Damaged));
    assert_eq!(
        clean_picture(&png(&[chunk(b"NEED", b"")])),
        Err(Finding::Damaged)
    );
}

#[test]
fn a_webp_keeps_its_picture_and_does_not_move() {
    let said = [
        extended(0b0010_1100),
        riff(b"ICCP", b"colours"),
        still(),
        riff(b"EXIF", SECRET),
        riff(b"XMP ", SECRET),
        riff(b"????", SECRET),
    ];
    let cleaned = clean_picture(&[webp(&said), SECRET.to_vec()].concat()).unwrap();
    assert_eq!((cleaned.width, cleaned.height), (3, 2));
    let bare = [extended(0b0010_0000), riff(b"ICCP", b"colours"), still()];
    assert_eq!(cleaned.bytes, webp(&bare));
    for moving in [
        webp(&[extended(0b0000_0010), still()]),
        webp(&[still(), riff(b"ANIM", b"")]),
    ] {
        assert_eq!(clean_picture(&moving), Err(Finding::Moving));
    }
}

#[test]
fn what_is_too_large_or_broken_off_is_said_to_be_so() {
    assert_eq!(clean_picture(b""), Err(Finding::Empty));
    assert_eq!(clean_picture(b"GIF89a"), Err(Finding::Unknown));
    let large = [photo(), vec![0; MOST_BYTES]].concat();
    assert_eq!(clean_picture(&large), Err(Finding::TooLarge));
    let bomb = [b"\xff\xd8".to_vec(), needed(65_500, 65_500)].concat();
    assert_eq!(clean_picture(&bomb), Err(Finding::TooManyPixels));
    let many = [b"\xff\xd8".to_vec(), segment(0xfe, b"").repeat(20_001)].concat();
    assert_eq!(clean_picture(&many), Err(Finding::TooManyParts));
    for (file, tail) in [
        (photo(), SECRET.len()),
        (png(&[]), 0),
        (webp(&[still()]), 0),
    ] {
        for end in 12..file.len() - tail {
            let half = clean_picture(&file[..end]);
            assert_eq!(half, Err(Finding::BrokenOff), "{end}");
        }
    }
}

/// Whatever came in: what comes out is a file of its sort in which cleaning finds nothing more to
/// leave out, and no larger than it was but for how it is turned.
fn holds_good(bytes: &[u8]) {
    if let Ok(picture) = clean_picture(bytes) {
        assert!(picture.bytes.len() <= bytes.len() + 36);
        let again = clean_picture(&picture.bytes).unwrap();
        assert_eq!(again, picture);
    }
}

fn any_file() -> impl Strategy<Value = Vec<u8>> {
    let text = chunk(b"tEXt", SECRET);
    let webp = webp(&[extended(0b1100), still(), riff(b"XMP ", SECRET)]);
    prop_oneof![Just(photo()), Just(png(&[text])), Just(webp)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn no_bytes_end_it_and_what_comes_out_is_clean(
        mut file in any_file(),
        bends in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        cut in any::<prop::sample::Index>(),
        short in any::<bool>(),
    ) {
        for (at, byte) in bends {
            let at = at.index(file.len());
            file[at] = byte;
        }
        if short {
            file.truncate(cut.index(file.len()));
        }
        holds_good(&file);
    }

    #[test]
    fn random_bytes_behind_any_beginning_end_nothing(
        begin in 0_usize..3,
        rest in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        let begins: [&[u8]; 3] = [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\x40\0\0\0WEBP"];
        holds_good(&[begins[begin], &rest].concat());
    }
}
