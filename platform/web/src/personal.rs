// SPDX-License-Identifier: EUPL-1.2
//! What looks like personal data in an ordinary text: a hint afterwards, never a reason to refuse.

use paraat_ui::field::Typed;

/// The name in the address of a page that is told to say so.
pub(crate) const HINT: &str = "personal";

/// True when anything that was typed holds what looks like a citizen service number (BSN).
pub(crate) fn looks_personal(typed: &Typed) -> bool {
    typed.0.values().any(|text| holds_number(text))
}

/// The page that is led to, told to say so.
pub(crate) fn hinted(page: &str) -> String {
    let (path, anchor) = page.split_once('#').unwrap_or((page, ""));
    let mark = if path.contains('?') { '&' } else { '?' };
    let anchor = match anchor {
        "" => String::new(),
        anchor => format!("#{anchor}"),
    };
    format!("{path}{mark}{HINT}=1{anchor}")
}

fn holds_number(text: &str) -> bool {
    let runs = text.split(|c: char| !c.is_ascii_digit());
    runs.filter(|run| run.len() == 9).any(passes)
}

/// The eleven test: nine digits weighed 9 to 2, and the last one -1, add up to a multiple of 11.
fn passes(digits: &str) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let digits = digits.bytes().map(|it| i32::from(it) - i32::from(b'0'));
    let sum: i32 = digits
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum();
    sum != 0 && sum % 11 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_told_by_the_eleven_test_and_by_standing_alone() {
        let typed = |text: &str| Typed::default().with("text", text);
        // The number that the tax office prints on specimens.
        for text in ["111222333", "BSN 111222333.", "a\n111222333\nb"] {
            assert!(looks_personal(&typed(text)), "{text}");
        }
        for text in [
            "",
            "111222334",
            "000000000",
            "1112223330",
            "0612345678",
            "1112 22333",
        ] {
            assert!(!looks_personal(&typed(text)), "{text}");
        }
    }

    #[test]
    fn the_page_is_told_in_its_address() {
        assert_eq!(hinted("/a"), "/a?personal=1");
        assert_eq!(hinted("/a?b=1#c"), "/a?b=1&personal=1#c");
    }
}
