// SPDX-License-Identifier: EUPL-1.2
//! Bytes of a CSV file become text: UTF-8, else UTF-16 by its mark, else Windows-1252.

use std::borrow::Cow;

use crate::finding::Finding;

/// What bytes 0x80 to 0x9F are in Windows-1252; the rest is as in Unicode. Taken from the index
/// of the Encoding Standard of WHATWG, which also says that the five gaps are control characters.
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text, and what there is to say about how it was read.
pub(super) fn decode(bytes: &[u8]) -> (Cow<'_, str>, Vec<Finding>) {
    if let Some(wide) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(wide, u16::from_le_bytes);
    }
    if let Some(wide) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(wide, u16::from_be_bytes);
    }
    let marked = bytes.strip_prefix(b"\xef\xbb\xbf");
    let plain = marked.unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(plain) {
        return (text.into(), Vec::new());
    }
    if marked.is_some() {
        let count = plain
            .utf8_chunks()
            .filter(|chunk| !chunk.invalid().is_empty())
            .count();
        let findings = vec![Finding::BrokenCharacters {
            count: count as u64,
        }];
        return (String::from_utf8_lossy(plain), findings);
    }
    let text: String = plain.iter().map(|byte| windows_1252(*byte)).collect();
    (text.into(), vec![Finding::Windows1252])
}

fn windows_1252(byte: u8) -> char {
    let upper = usize::from(byte)
        .checked_sub(0x80)
        .and_then(|at| UPPER.get(at));
    upper.copied().unwrap_or(char::from(byte))
}

fn utf16(wide: &[u8], unit: fn([u8; 2]) -> u16) -> (Cow<'static, str>, Vec<Finding>) {
    let pairs = wide.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
    let mut count = 0;
    let mut text = String::with_capacity(wide.len());
    for letter in char::decode_utf16(pairs) {
        text.push(letter.unwrap_or_else(|_| {
            count += 1;
            char::REPLACEMENT_CHARACTER
        }));
    }
    let mut findings = vec![Finding::Utf16];
    if count > 0 {
        findings.push(Finding::BrokenCharacters { count });
    }
    (text.into(), findings)
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::finding::Finding;

    #[test]
    fn text_is_read_in_the_way_it_was_written() {
        let (text, findings) = decode("\u{feff}één €".as_bytes());
        assert_eq!((text.as_ref(), findings.len()), ("één €", 0));
        let (text, findings) = decode(b"\xe9\xe9n \x80 \x81");
        assert_eq!(text, "één € \u{81}");
        assert_eq!(findings, [Finding::Windows1252]);
        let (text, findings) = decode(b"\xff\xfea\0=\xd8\x00\xde");
        assert_eq!((text.as_ref(), findings), ("a😀", vec![Finding::Utf16]));
        assert_eq!(decode(b"\xfe\xff\0a").0, "a");
    }

    #[test]
    fn broken_characters_are_counted() {
        let (text, findings) = decode(b"\xef\xbb\xbfa\xff\xc3");
        assert_eq!(text, "a\u{fffd}\u{fffd}");
        assert_eq!(findings, [Finding::BrokenCharacters { count: 2 }]);
        let (_, findings) = decode(b"\xff\xfe\0\xd8");
        assert_eq!(
            findings,
            [Finding::Utf16, Finding::BrokenCharacters { count: 1 }]
        );
    }
}
