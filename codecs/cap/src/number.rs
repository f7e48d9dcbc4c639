// SPDX-License-Identifier: EUPL-1.2
//! Decimal numbers without fractions of a machine: a whole number of thousandths and the like.

use std::fmt::Write as _;

/// Reads a decimal number in units of ten to the power `-digits`; what is finer is rounded. None
/// when it is no number or does not fit.
pub fn read(text: &str, digits: u32) -> Option<i64> {
    let text = text.trim();
    let (negative, bare) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, part) = bare.split_once('.').unwrap_or((bare, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if (whole.is_empty() && part.is_empty()) || !all_digits(whole) || !all_digits(part) {
        return None;
    }
    let mut value: i64 = 0;
    let mut add = |digit: u8| {
        let grown = value.checked_mul(10)?.checked_add(i64::from(digit))?;
        value = grown;
        Some(())
    };
    for byte in whole.bytes() {
        add(byte - b'0')?;
    }
    let mut bytes = part.bytes();
    for _ in 0..digits {
        add(bytes.next().map_or(0, |byte| byte - b'0'))?;
    }
    if bytes.next().is_some_and(|byte| byte >= b'5') {
        value = value.checked_add(1)?;
    }
    Some(if negative { -value } else { value })
}

/// Writes such a number, without noughts at its end.
pub fn write(out: &mut String, value: i64, digits: u32) {
    let unit = 10_u64.pow(digits);
    let size = value.unsigned_abs();
    let sign = if value < 0 { "-" } else { "" };
    // Writing to a String cannot fail.
    let _ = write!(out, "{sign}{}", size / unit);
    let rest = size % unit;
    if rest > 0 {
        let width = usize::try_from(digits).unwrap_or(0);
        let part = format!("{rest:0width$}");
        out.push('.');
        out.push_str(part.trim_end_matches('0'));
    }
}

#[cfg(test)]
mod tests {
    use super::{read, write};

    #[test]
    fn numbers_come_back_as_they_went() {
        for value in [0, 1, -1, 10, 12_345_678, -525_000_000, i64::MAX] {
            let mut out = String::new();
            write(&mut out, value, 7);
            assert_eq!(read(&out, 7), Some(value), "{out}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            ".",
            "-",
            "1e3",
            "1,5",
            "NaN",
            "--1",
            "1.2.3",
            "99999999999999999999",
        ] {
            assert_eq!(read(text, 3), None, "{text}");
        }
        assert_eq!(read("+1.", 3), Some(1000));
        assert_eq!(read("-.0005", 3), Some(-1));
    }
}
