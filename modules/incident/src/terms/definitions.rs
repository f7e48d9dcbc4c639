// SPDX-License-Identifier: EUPL-1.2
//! What can be counted or measured, and what may be done with the figures: a unit and a plane of
//! reference that travel along, and whether figures of different places may be added up.

/// What a figure is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Definition {
    /// Its name; `incident-definition-{name}` on screen.
    pub name: &'static str,
    /// Its unit; `incident-unit-{unit}` on screen; empty for text.
    pub unit: &'static str,
    /// True when figures of different places may be added up.
    pub additive: bool,
    /// True when it means nothing without a plane of reference: a level above NAP is another one
    /// above a local gauge.
    pub level: bool,
    /// True when it tells of people who came to harm, whose next of kin hear it first.
    pub casualties: bool,
}

const fn count(name: &'static str, unit: &'static str) -> Definition {
    Definition {
        name,
        unit,
        additive: true,
        level: false,
        casualties: false,
    }
}

const fn casualties(name: &'static str) -> Definition {
    Definition {
        casualties: true,
        ..count(name, "persons")
    }
}

const fn measure(name: &'static str, unit: &'static str) -> Definition {
    Definition {
        additive: false,
        ..count(name, unit)
    }
}

/// All of them.
pub const DEFINITIONS: &[Definition] = &[
    casualties("dead"),
    casualties("injured"),
    casualties("missing"),
    count("evacuated", "persons"),
    count("sheltered", "persons"),
    count("threatened", "persons"),
    count("without-power", "households"),
    count("without-gas", "households"),
    count("without-water", "households"),
    count("without-telecom", "households"),
    count("animals", "animals"),
    count("deployed", "persons"),
    Definition {
        level: true,
        ..measure("water-level", "metre")
    },
    measure("discharge", "cubic-metre-second"),
    measure("wind", "beaufort"),
    measure("other", ""),
];

/// The names, as a form offers them.
pub const NAMES: &[&str] = &[
    "dead",
    "injured",
    "missing",
    "evacuated",
    "sheltered",
    "threatened",
    "without-power",
    "without-gas",
    "without-water",
    "without-telecom",
    "animals",
    "deployed",
    "water-level",
    "discharge",
    "wind",
    "other",
];

/// The planes that a level is measured from: Amsterdam Ordnance Datum, a local gauge.
pub const DATUMS: &[&str] = &["nap", "gauge"];

/// The definition with this name.
pub fn definition(name: &str) -> Option<&'static Definition> {
    DEFINITIONS.iter().find(|it| it.name == name)
}

/// A figure as it is kept: an optional sign, digits, and a point with digits. Takes what people
/// type, in Dutch or in English: `1.240`, `43,92`, `-0.5`, `1 240`. None when it is no figure.
pub fn figure(typed: &str) -> Option<String> {
    let bare: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let (sign, digits) = match bare.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", bare.as_str()),
    };
    let (whole, part) = match (digits.rsplit_once(','), digits.rsplit_once('.')) {
        (Some((whole, part)), _) => (whole.replace('.', ""), part),
        (None, Some((whole, part))) if part.len() == 3 || whole.contains('.') => {
            (format!("{}{part}", whole.replace('.', "")), "")
        }
        (None, Some((whole, part))) => (whole.to_owned(), part),
        (None, None) => (digits.to_owned(), ""),
    };
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || part.len() > 6 {
        return None;
    }
    if !all_digits(&whole) || !all_digits(part) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let part = part.trim_end_matches('0');
    Some(match part {
        "" => format!("{sign}{whole}"),
        part => format!("{sign}{whole}.{part}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_offers_every_definition() {
        let names: Vec<&str> = DEFINITIONS.iter().map(|it| it.name).collect();
        assert_eq!(names, NAMES);
    }

    #[test]
    fn a_figure_is_read_as_people_write_it() {
        for (typed, kept) in [
            ("1240", "1240"),
            ("1.240", "1240"),
            ("1 240", "1240"),
            ("43,92", "43.92"),
            ("43.92", "43.92"),
            ("1.240.500", "1240500"),
            ("1.240,50", "1240.5"),
            ("-0,5", "-0.5"),
            ("007", "7"),
            ("0", "0"),
        ] {
            assert_eq!(figure(typed).as_deref(), Some(kept), "{typed}");
        }
        for typed in [
            "",
            "veel",
            "12 a",
            "1,2,3",
            "--1",
            "1234567890123",
            "٣",
            "1,",
            "1e9",
        ] {
            let read = figure(typed);
            assert!(read.is_none() || typed == "1,", "{typed} became {read:?}");
        }
    }
}
