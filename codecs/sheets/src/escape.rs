// SPDX-License-Identifier: EUPL-1.2
//! Text as XML can hold it.
//!
//! XML has no way to hold most control characters. Workbooks write them as `_x0001_`, and the
//! underscore of a text that looks like such a code as `_x005F_` (`ST_Xstring`, ISO/IEC 29500-1,
//! 22.9.2.19). OpenDocument has no rule of its own, so there we do the same: nothing is lost.

/// Adds a text to the content of an element, so that [`decode`] gives it back.
pub(crate) fn push_text(out: &mut String, text: &str) {
    for (at, letter) in text.char_indices() {
        if letter == '_' && looks_coded(text.get(at..).unwrap_or("")) {
            out.push_str("_x005F_");
        } else {
            push_char(out, letter);
        }
    }
}

/// Adds one character, underscores as they are.
fn push_char(out: &mut String, letter: char) {
    match letter {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        // Only `]]>` must not stand in content, but a lone `>` is escaped by everybody.
        '>' => out.push_str("&gt;"),
        _ if needs_code(letter) => {
            let code = u32::from(letter);
            out.push_str("_x");
            for shift in [12, 8, 4, 0] {
                let digit = char::from_digit(code >> shift & 0xf, 16).unwrap_or('0');
                out.push(digit.to_ascii_uppercase());
            }
            out.push('_');
        }
        _ => out.push(letter),
    }
}

/// Adds a text to an attribute between double quotes. What XML cannot hold becomes a space:
/// attributes of ours are titles and names, never cells.
pub(crate) fn push_attribute(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(' '),
            _ if needs_code(letter) => out.push(' '),
            _ => push_char(out, letter),
        }
    }
}

/// True for what XML 1.0 cannot hold, and for the carriage return, which it reads as a line feed.
fn needs_code(letter: char) -> bool {
    match letter {
        '\t' | '\n' => false,
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => true,
        _ => false,
    }
}

/// True for `_xHHHH`, whatever follows: a code may be what follows.
fn looks_coded(text: &str) -> bool {
    let Some([b'_', b'x', digits @ ..]) = text.as_bytes().get(..6) else {
        return false;
    };
    digits.iter().all(u8::is_ascii_hexdigit)
}

/// Which codes a kind of file means as codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Codes {
    /// Workbooks: every one.
    All,
    /// OpenDocument: only what we write, so that `_x0041_` in a foreign file stays as it is.
    Ours,
}

/// Gives back what [`push_text`] wrote, in place; most texts hold no code.
pub(crate) fn decode(text: &mut String, codes: Codes) {
    if !text.contains("_x") {
        return;
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        let (before, code) = rest.split_at(at);
        plain.push_str(before);
        let letter = coded(code).filter(|letter| match codes {
            Codes::All => true,
            Codes::Ours => {
                let after = code.get(6..).unwrap_or("");
                needs_code(*letter) || (*letter == '_' && looks_coded(after))
            }
        });
        let length = match letter {
            Some(letter) => {
                plain.push(letter);
                7
            }
            None => {
                plain.push('_');
                1
            }
        };
        rest = code.get(length..).unwrap_or("");
    }
    plain.push_str(rest);
    *text = plain;
}

/// The character of a text that begins with `_xHHHH_`; halves of surrogate pairs are none.
fn coded(text: &str) -> Option<char> {
    let closed = looks_coded(text) && text.as_bytes().get(6) == Some(&b'_');
    let digits = text.get(2..6).filter(|_| closed)?;
    u32::from_str_radix(digits, 16)
        .ok()
        .and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Codes, decode, push_attribute, push_text};

    fn written(text: &str) -> String {
        let mut out = String::new();
        push_text(&mut out, text);
        out
    }

    fn read(text: &str, codes: Codes) -> String {
        let mut text = text
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
        decode(&mut text, codes);
        text
    }

    #[test]
    fn what_xml_cannot_hold_is_a_code() {
        assert_eq!(
            written("a\u{1}\r\n\tb\u{ffff}"),
            "a_x0001__x000D_\n\tb_xFFFF_"
        );
        assert_eq!(written("<&>"), "&lt;&amp;&gt;");
        assert_eq!(written("_x0041_ _x004"), "_x005F_x0041_ _x004");
    }

    #[test]
    fn codes_of_others_are_read_in_workbooks_only() {
        assert_eq!(read("a_x0041_b", Codes::All), "aAb");
        assert_eq!(read("a_x0041_b", Codes::Ours), "a_x0041_b");
        assert_eq!(read("_xD83D_", Codes::All), "_xD83D_");
        assert_eq!(read("_x005F_", Codes::Ours), "_x005F_");
    }

    #[test]
    fn attributes_hold_one_line() {
        let mut out = String::new();
        push_attribute(&mut out, "a\n\"b\"\u{1}<");
        assert_eq!(out, "a &quot;b&quot; &lt;");
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in "(_|x|0|41|\r|\u{1}|\u{fffe}|<|&|é|x005F|.)*") {
            for codes in [Codes::All, Codes::Ours] {
                prop_assert_eq!(read(&written(&text), codes), text.as_str());
            }
        }
    }
}
