// SPDX-License-Identifier: EUPL-1.2
//! From bytes to text that is safe to hand to the parser: bounded, decoded, without a document
//! type. The parser takes time by the square of the attributes of an element, and the stack by the
//! depth of elements, so both are bounded before it sees them.

use std::borrow::Cow;

use memchr::{memchr, memchr2, memmem};

use crate::limits;
use crate::refused::Refused;

const BOM: &[u8] = &[0xEF, 0xBB, 0xBF];

/// Looks at the bytes and answers them as text.
pub fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Refused> {
    if bytes.len() > limits::BYTES {
        return Err(Refused::TooLong);
    }
    let bare = bytes.strip_prefix(BOM).unwrap_or(bytes);
    if bare.iter().all(u8::is_ascii_whitespace) {
        return Err(Refused::Empty);
    }
    let text = decoded(bare, bare.len() < bytes.len())?;
    shape(text.as_bytes())?;
    Ok(text)
}

fn decoded(bytes: &[u8], marked: bool) -> Result<Cow<'_, str>, Refused> {
    let named = encoding(bytes).unwrap_or_default();
    let name = named.to_ascii_lowercase();
    match name.as_str() {
        "" | "utf-8" | "utf8" => {}
        "us-ascii" | "ascii" if bytes.is_ascii() => {}
        // Every byte is the character of that number.
        "iso-8859-1" | "latin1" | "iso_8859-1" if !marked => {
            return Ok(bytes
                .iter()
                .copied()
                .map(char::from)
                .collect::<String>()
                .into());
        }
        "iso-8859-1" | "latin1" | "iso_8859-1" => {}
        "us-ascii" | "ascii" => return Err(Refused::Bytes),
        _ => return Err(Refused::Encoding(shown(&named))),
    }
    std::str::from_utf8(bytes)
        .map(Cow::Borrowed)
        .map_err(|_bytes| match bytes {
            [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] => Refused::Encoding("UTF-16".to_owned()),
            _ => Refused::Bytes,
        })
}

/// The encoding that the first line names.
fn encoding(bytes: &[u8]) -> Option<String> {
    let rest = bytes.strip_prefix(b"<?xml")?;
    let head = rest.get(..memmem::find(rest, b"?>")?)?;
    let after = head.get(memmem::find(head, b"encoding")? + b"encoding".len()..)?;
    let after = after
        .trim_ascii_start()
        .strip_prefix(b"=")?
        .trim_ascii_start();
    let (quote, after) = after.split_first()?;
    let name = after.get(..memchr(*quote, after)?)?;
    Some(String::from_utf8_lossy(name).into_owned())
}

/// The beginning of a text from outside, fit for one line.
pub fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let plain = |letter: char| match letter {
        _ if letter.is_control() || letter.is_whitespace() => ' ',
        _ if is_trick(letter) => '\u{FFFD}',
        _ => letter,
    };
    let mut short: String = text.trim().chars().take(MOST).map(plain).collect();
    if text.trim().chars().nth(MOST).is_some() {
        short.push('\u{2026}');
    }
    short
}

/// True when a text has one of the characters of [`is_trick`]. Most texts have none of the bytes
/// with which those begin.
pub fn has_trick(text: &str) -> bool {
    memchr2(0xE2, 0xEF, text.as_bytes()).is_some() && text.contains(is_trick)
}

/// True for characters that turn the direction of what follows, or cannot be seen.
pub fn is_trick(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}' | '\u{FEFF}')
}

/// Finds a document type, and measures depth and attributes.
fn shape(bytes: &[u8]) -> Result<(), Refused> {
    let mut rest = bytes;
    let mut depth: usize = 0;
    while let Some(at) = memchr(b'<', rest) {
        let tag = rest.get(at + 1..).unwrap_or_default();
        let length = match tag {
            [b'!', b'-', b'-', ..] => upto(tag, b"-->"),
            [b'!', b'[', ..] => upto(tag, b"]]>"),
            [b'!', ..] => return Err(Refused::DocumentType),
            [b'?', rest @ ..] => {
                instruction(rest)?;
                upto(tag, b"?>")
            }
            [b'/', ..] => {
                depth = depth.saturating_sub(1);
                memchr(b'>', tag).map_or(tag.len(), |at| at + 1)
            }
            _ => {
                let (length, open) = opening(tag)?;
                depth += usize::from(open);
                if depth > limits::DEPTH {
                    return Err(Refused::TooDeep);
                }
                length
            }
        };
        rest = tag.get(length..).unwrap_or_default();
    }
    Ok(())
}

/// Holds a declaration or instruction against the grammar, where the parser does not.
fn instruction(tag: &[u8]) -> Result<(), Refused> {
    let wrong = || Refused::NotWellFormed("a declaration <?...?> is wrong".to_owned());
    let body = tag
        .get(..memmem::find(tag, b"?>").ok_or_else(wrong)?)
        .unwrap_or_default();
    let end = body
        .iter()
        .position(u8::is_ascii_whitespace)
        .unwrap_or(body.len());
    let (name, rest) = body.split_at_checked(end).ok_or_else(wrong)?;
    let letter =
        |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii() || b"-_.".contains(byte);
    let version = rest
        .trim_ascii_start()
        .strip_prefix(b"version")
        .map(|rest| {
            let value = rest
                .trim_ascii_start()
                .strip_prefix(b"=")
                .unwrap_or_default();
            let value = value.trim_ascii_start().get(1..).unwrap_or_default();
            let digits = value.strip_prefix(b"1.").unwrap_or_default();
            let end = digits.iter().position(|byte| matches!(byte, b'"' | b'\''));
            let digits = digits.get(..end.unwrap_or(0)).unwrap_or_default();
            !digits.is_empty() && digits.iter().all(u8::is_ascii_digit)
        });
    let declared = name != b"xml" || version == Some(true);
    match !name.is_empty() && name.iter().all(letter) && declared {
        true => Ok(()),
        false => Err(wrong()),
    }
}

fn upto(tag: &[u8], end: &[u8]) -> usize {
    memmem::find(tag, end).map_or(tag.len(), |at| at + end.len())
}

/// Length of an opening tag, and whether it stays open.
fn opening(tag: &[u8]) -> Result<(usize, bool), Refused> {
    let (mut quote, mut values, mut before) = (None, 0, 0);
    for (at, byte) in tag.iter().copied().enumerate() {
        match (quote, byte) {
            (Some(mark), _) if mark == byte => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return Ok((at + 1, before != b'/')),
            (None, b'"' | b'\'') => {
                quote = Some(byte);
                values += 1;
                if values > limits::ATTRIBUTES {
                    return Err(Refused::TooManyAttributes);
                }
            }
            (None, _) => {}
        }
        before = byte;
    }
    Ok((tag.len(), true))
}

#[cfg(test)]
mod tests {
    use super::{shown, text};
    use crate::refused::Refused;

    #[test]
    fn a_document_type_is_refused_wherever_it_hides() {
        for bad in [
            "<!DOCTYPE a><a/>",
            "<a/><!ENTITY x 'y'>",
            "<?xml version='1.0'?>\n<!DOCTYPE a>",
        ] {
            assert_eq!(text(bad.as_bytes()), Err(Refused::DocumentType), "{bad}");
        }
        for good in [
            "<!-- <!DOCTYPE a> --><a/>",
            "<a><![CDATA[<!DOCTYPE a>]]></a>",
            "<a b='<!D'/>",
        ] {
            assert!(text(good.as_bytes()).is_ok(), "{good}");
        }
    }

    #[test]
    fn declarations_hold_to_the_grammar() {
        for bad in [
            "<?xm=\"1.0\"?><a/>",
            "<?xml version='190'?><a/>",
            "<a><??></a>",
            "<a/><?x",
        ] {
            let said = text(bad.as_bytes()).unwrap_err();
            assert_eq!(said.code(), "not-well-formed", "{bad}");
        }
        assert!(text(b"<?xml version = '1.0'?><?a-b c?><a/>").is_ok());
    }

    #[test]
    fn depth_and_attributes_are_bounded() {
        assert_eq!(text("<a>".repeat(21).as_bytes()), Err(Refused::TooDeep));
        assert!(text("<a x='>'/><b></b>".repeat(100).as_bytes()).is_ok());
        let many = format!("<a {}/>", "b='c' ".repeat(33));
        assert_eq!(text(many.as_bytes()), Err(Refused::TooManyAttributes));
    }

    #[test]
    fn encodings_are_read_or_named() {
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><a>caf\xE9</a>";
        assert!(text(latin).unwrap().contains("caf\u{e9}"));
        assert!(text(b"\xEF\xBB\xBF<a/>").unwrap().starts_with('<'));
        assert_eq!(text(b"<a>caf\xE9</a>"), Err(Refused::Bytes));
        let other = b"<?xml version='1.0' encoding = \"EBCDIC\"?><a/>";
        assert_eq!(text(other), Err(Refused::Encoding("EBCDIC".to_owned())));
        assert_eq!(text(b" \n"), Err(Refused::Empty));
        assert_eq!(
            text(b"\xFF\xFE<\0"),
            Err(Refused::Encoding("UTF-16".to_owned()))
        );
    }

    #[test]
    fn what_is_shown_stays_on_one_line() {
        assert_eq!(shown("a\tb\n\u{202E}c "), "a b \u{FFFD}c");
        assert_eq!(shown(&"x".repeat(99)).chars().count(), 61);
    }
}
