// SPDX-License-Identifier: EUPL-1.2
//! A text that is too long for one message, in parts: at the end of a sentence, else between words,
//! else where it must.

/// The parts, each with at most so many characters.
pub fn divide(text: &str, most: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim();
    while let Some((limit, _)) = rest.char_indices().nth(most) {
        let Some(within) = rest.get(..limit) else {
            break;
        };
        let at = place(within).unwrap_or(limit);
        let Some((part, left)) = rest.split_at_checked(at) else {
            break;
        };
        parts.push(part.trim_end());
        rest = left.trim_start();
    }
    if !rest.is_empty() {
        parts.push(rest);
    }
    parts
}

/// The last good place to divide. In the first half there is none: parts would be many and small.
fn place(within: &str) -> Option<usize> {
    let half = within.len() / 2;
    let mut sentence = None;
    let mut word = None;
    let mut last = ' ';
    for (at, sign) in within.char_indices() {
        if sign.is_whitespace() {
            word = Some(at);
            if sign == '\n' || matches!(last, '.' | '!' | '?') {
                sentence = Some(at);
            }
        }
        last = sign;
    }
    sentence
        .filter(|at| *at > half)
        .or(word.filter(|at| *at > half))
}

#[cfg(test)]
mod tests {
    use super::divide;

    #[test]
    fn a_long_text_is_divided_where_a_sentence_ends() {
        assert_eq!(divide("Een zin. Nog een.", 12), ["Een zin.", "Nog een."]);
        assert_eq!(
            divide("woorden zonder eind", 12),
            ["woorden", "zonder eind"]
        );
        assert_eq!(divide("aaaaaaaaaa", 4), ["aaaa", "aaaa", "aa"]);
        assert_eq!(divide("éééé", 4), ["éééé"]);
        assert_eq!(divide("  ", 4), Vec::<&str>::new());
    }
}
