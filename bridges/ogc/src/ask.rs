// SPDX-License-Identifier: EUPL-1.2
//! What a request asks: its form, its page, and what it may not ask.

use paraat_contract::Called;

/// A request that cannot be read, with the sentence that says why.
pub struct Bad(pub String);

/// The form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// JSON or GeoJSON.
    Json,
    /// A page.
    Html,
}

impl Form {
    /// The form that is asked for by `f`, else by the header `Accept`; JSON when neither says.
    pub fn of(called: &Called) -> Result<Self, Bad> {
        match parameter(called, "f") {
            Some("json" | "geojson") => return Ok(Self::Json),
            Some("html") => return Ok(Self::Html),
            Some(other) => return Err(Bad(format!("f={other}: json and html are there."))),
            None => {}
        }
        let ranges = called.accept.split(',');
        let wanted = ranges.map(|it| it.split(';').next().unwrap_or_default().trim());
        for range in wanted {
            if range == "text/html" || range == "application/xhtml+xml" {
                return Ok(Self::Html);
            }
            if range.ends_with("json") || range == "*/*" {
                return Ok(Self::Json);
            }
        }
        Ok(Self::Json)
    }
}

/// What stands in the query under this name; none when it is not there.
pub fn parameter<'a>(called: &'a Called, name: &str) -> Option<&'a str> {
    let found = called.query.iter().find(|(own, _)| own == name);
    found.map(|(_, value)| value.as_str())
}

/// Refuses parameters that are not known, and those that are there twice: whoever asks with one
/// must not think that it did something.
pub fn only(called: &Called, known: &[&str]) -> Result<(), Bad> {
    for (at, (name, _)) in called.query.iter().enumerate() {
        if !known.contains(&name.as_str()) {
            return Err(Bad(format!("There is no parameter {name}.")));
        }
        if called.query.iter().take(at).any(|(other, _)| other == name) {
            return Err(Bad(format!("The parameter {name} is there twice.")));
        }
    }
    Ok(())
}

/// A whole number in the query, with what it is when it is not there, and its bounds.
pub fn whole(
    called: &Called,
    name: &str,
    unless: u32,
    (least, most): (u32, u32),
) -> Result<u32, Bad> {
    let Some(text) = parameter(called, name) else {
        return Ok(unless);
    };
    let number = text.parse::<u32>().ok().filter(|it| *it >= least);
    let number =
        number.ok_or_else(|| Bad(format!("{name}={text}: not a whole number from {least}.")))?;
    Ok(number.min(most))
}
