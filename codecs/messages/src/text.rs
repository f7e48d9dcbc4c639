// SPDX-License-Identifier: EUPL-1.2
//! Bytes as text: the alphabet by its mark, UTF-8 when it is that, else what Dutch desktops write.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::Finding;

/// The text, with what should be known of it.
pub fn decode(bytes: &[u8], findings: &mut Vec<Finding>) -> String {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = marked.unwrap_or(match std::str::from_utf8(bytes) {
        Ok(_) => UTF_8,
        Err(_) => WINDOWS_1252,
    });
    let (text, encoding, _) = encoding.decode(bytes);
    if encoding != UTF_8 {
        findings.push(Finding::Alphabet(encoding.name()));
    }
    clean(&text, findings)
}

/// Lines that end in one way, and no signs that command a machine.
pub fn clean(text: &str, findings: &mut Vec<Finding>) -> String {
    let text = text.replace("\r\n", "\n").replace(
        ['\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{b}', '\u{c}'],
        "\n",
    );
    let bad = |it: char| it.is_control() && !matches!(it, '\n' | '\t');
    let unreadable = text.chars().filter(|it| bad(*it)).count();
    if unreadable == 0 {
        return text;
    }
    findings.push(Finding::Unreadable(unreadable));
    text.replace(bad, "\u{fffd}")
}
