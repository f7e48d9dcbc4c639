// SPDX-License-Identifier: EUPL-1.2
//! How a text stands in a CSV file, where a spreadsheet program takes some texts for formulas.
//!
//! A text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe in
//! front, after which Excel and LibreOffice take it for text (OWASP, "CSV Injection"). So that
//! nothing is lost, a text that begins with apostrophes and then one of these gets one more; and
//! reading takes one away in both cases.

/// True for apostrophes, then one of the characters with which formulas and commands begin.
fn is_risky(text: &str) -> bool {
    text.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Adds a text as a cell, quoted where that is needed: all three delimiters count, so that the
/// right one is found again whatever the names hold; spaces at an end, which some programs take
/// off; `<`, with which a web page begins; and `sep=`, which Excel takes for a statement.
pub(crate) fn push(out: &mut String, text: &str) {
    let risky = is_risky(text);
    let quoted = text.contains([';', ',', '\t', '"', '\r', '\n'])
        || text.starts_with([' ', '<'])
        || text.ends_with(' ')
        || text.starts_with("sep=");
    if !quoted {
        if risky {
            out.push('\'');
        }
        out.push_str(text);
        return;
    }
    out.push('"');
    if risky {
        out.push('\'');
    }
    for (at, part) in text.split('"').enumerate() {
        if at > 0 {
            out.push_str("\"\"");
        }
        out.push_str(part);
    }
    out.push('"');
}

/// Gives back the text of a cell whose quotes are taken off.
pub(crate) fn read(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_risky(text) => text,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::{push, read};

    #[test]
    fn formulas_are_defused_and_come_back() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+31 38", "'+31 38"),
            ("-", "'-"),
            ("@x", "'@x"),
            ("\tx", "\"'\tx\""),
            ("\rx", "\"'\rx\""),
            ("'=x", "''=x"),
            ("''=x", "'''=x"),
            ("'s avonds", "'s avonds"),
            ("a=b", "a=b"),
            ("", ""),
            ("a;\"b\"", "\"a;\"\"b\"\"\""),
            ("sep=x", "\"sep=x\""),
        ] {
            let mut out = String::new();
            push(&mut out, text);
            assert_eq!(out, cell);
            let bare = out.strip_prefix('"').and_then(|out| out.strip_suffix('"'));
            let bare = bare.unwrap_or(&out).replace("\"\"", "\"");
            assert_eq!(read(&bare), text);
        }
    }
}
