// SPDX-License-Identifier: EUPL-1.2
//! Reading what was typed in one field.

use paraat_kernel::{OrganisationId, StreamId, Timestamp};

use super::{Field, Reason, Shape};
use crate::time::date;

/// The value in its one form, or why it is not taken.
pub(super) fn read_one(field: &Field, typed: &str) -> Result<String, Reason> {
    // Browsers send CR LF for a line break; one form is kept, so that equal texts are equal bytes.
    let typed = typed.trim();
    let value = if typed.contains("\r\n") {
        typed.replace("\r\n", "\n")
    } else {
        typed.to_owned()
    };
    if !value.chars().any(is_seen) {
        let value = String::new();
        return if field.required {
            Err(Reason::Missing)
        } else {
            Ok(value)
        };
    }
    let broken = |c: char| c.is_control() && !(c == '\n' || c == '\t');
    let one_line = !matches!(field.shape, Shape::Paragraphs(_));
    if value.chars().any(|c| broken(c) || (one_line && c == '\n')) {
        return Err(Reason::ControlCharacter);
    }
    if field.shape == Shape::Date {
        let day = date(&value).ok_or(Reason::NotADate)?;
        return Ok(day.to_string());
    }
    check_shape(field.shape, &value)?;
    Ok(value)
}

/// False for what leaves no mark on a page: white space and the format characters that only steer
/// other text (Unicode general category Cf: joiners, directions, byte order mark).
fn is_seen(c: char) -> bool {
    let format = matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}'
    );
    !(format || c.is_whitespace())
}

/// True for 32 hexadecimal digits.
fn is_code(value: &str) -> bool {
    value.len() == 32
        && value
            .bytes()
            .all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
}

fn check_shape(shape: Shape, value: &str) -> Result<(), Reason> {
    let fits = |good: bool, reason: Reason| if good { Ok(()) } else { Err(reason) };
    match shape {
        Shape::File => fits(is_code(value), Reason::NotAFile),
        Shape::Line(most) | Shape::Paragraphs(most) => {
            let typed = value.chars().count();
            fits(typed <= most, Reason::TooLong { typed, most })
        }
        Shape::Choice(choices) => fits(choices.contains(&value), Reason::NotAChoice { choices }),
        Shape::Choices(choices) => fits(
            value.split(',').all(|w| choices.contains(&w)),
            Reason::NotAChoice { choices },
        ),
        Shape::Stream { .. } => fits(value.parse::<StreamId>().is_ok(), Reason::NotAnAddress),
        Shape::Organisation => fits(
            value.parse::<OrganisationId>().is_ok(),
            Reason::NotAnOrganisation,
        ),
        Shape::Date => fits(date(value).is_some(), Reason::NotADate),
        Shape::Moment => fits(value.parse::<Timestamp>().is_ok(), Reason::NotAMoment),
        Shape::Whole(low, high) => {
            let within = value
                .parse::<i64>()
                .is_ok_and(|n| (low..=high).contains(&n));
            fits(within, Reason::NotAWhole(low, high))
        }
        Shape::Link => {
            let rest = value
                .strip_prefix("https://")
                .or_else(|| value.strip_prefix("http://"));
            let good = rest.is_some_and(|r| !r.is_empty() && !r.contains(char::is_whitespace));
            fits(good && value.len() <= 2000, Reason::NotALink)
        }
    }
}
