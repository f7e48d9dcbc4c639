// SPDX-License-Identifier: EUPL-1.2
//! What a file says about an area besides its shape: code, name, year and source, under the
//! names that Dutch and European publishers of boundaries use for them.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::raw::{RawFeature, short};

/// Properties that hold a code, the surest first. `jrstatcode` has the year before it.
const CODES: &[&str] = &[
    "vrcode",
    "vr_code",
    "statcode",
    "code",
    "jrstatcode",
    "regiocode",
    "gebiedscode",
    "gm_code",
    "gemeentecode",
    "provinciecode",
    "isocode",
    "iso_3166_2",
    "identificatie",
];
/// Properties that hold a name.
const NAMES: &[&str] = &[
    "vrnaam",
    "vr_naam",
    "statnaam",
    "naam",
    "name",
    "regionaam",
    "gebiedsnaam",
    "gm_naam",
    "gemeentenaam",
    "provincienaam",
    "label",
    "title",
];
/// Properties and members that hold a year.
const YEARS: &[&str] = &["year", "jaar", "peiljaar", "jaarcode"];
/// Properties and members that hold a source.
const SOURCES: &[&str] = &["source", "bron", "attribution", "copyright"];
/// Members that are the name of a whole file, in which a year may stand.
const TITLES: &[&str] = &["name", "title", "naam", "titel"];

/// The code of a feature in capitals: of a property that is named for it, else its id, else the
/// one value that looks like a code of Statistics Netherlands, else nothing.
pub fn code(feature: &RawFeature) -> String {
    let none = Map::new();
    let properties = feature.properties.as_ref().unwrap_or(&none);
    let named = CODES.iter().find_map(|wanted| {
        let code = text(get(properties, wanted)?)?;
        Some(if *wanted == "jrstatcode" {
            without_year(&code)
        } else {
            code
        })
    });
    let by_id = || text(&feature.id).filter(|id| is_code(id));
    let by_look = || {
        let looks = properties
            .values()
            .filter_map(text)
            .filter(|it| is_code(it));
        let found: BTreeSet<String> = looks.collect();
        let mut found = found.into_iter();
        found.next().filter(|_| found.next().is_none())
    };
    let code = named.or_else(by_id).or_else(by_look);
    code.unwrap_or_default().to_uppercase()
}

/// The name of a feature, or nothing.
pub fn name(feature: &RawFeature) -> String {
    let find = |properties: &Map<String, Value>| {
        let mut wanted = NAMES.iter();
        wanted.find_map(|wanted| text(get(properties, wanted)?))
    };
    let named = feature.properties.as_ref().and_then(find);
    named.unwrap_or_default()
}

/// A code such as `VR23`, `GM0344`, `BQ-SA`.
fn is_code(text: &str) -> bool {
    let (letters, rest) = match text.as_bytes() {
        [a, b, rest @ ..] => ([*a, *b], rest),
        _ => return false,
    };
    let numbered = (2..=4).contains(&rest.len()) && rest.iter().all(u8::is_ascii_digit);
    let island = matches!(rest, [b'-', c, d] if [*c, *d].iter().all(u8::is_ascii_uppercase));
    letters.iter().all(u8::is_ascii_uppercase) && (numbered || island)
}

fn without_year(code: &str) -> String {
    let rest = code.get(4..).filter(|_| year_at_start(code).is_some());
    rest.unwrap_or(code).to_owned()
}

/// The year that a file tells, when all that it says agrees.
pub fn year(more: &Map<String, Value>, features: &[RawFeature]) -> Option<u16> {
    let mut years = BTreeSet::new();
    for properties in everything(more, features) {
        let tell = |key: &&str| plausible(&text(get(properties, key)?)?);
        years.extend(YEARS.iter().find_map(tell));
        let code = get(properties, "jrstatcode").and_then(text);
        years.extend(code.as_deref().and_then(year_at_start));
    }
    if years.is_empty() {
        let titles = TITLES.iter().filter_map(|key| text(get(more, key)?));
        years = titles.flat_map(|title| years_in(&title)).collect();
    }
    one(years)
}

/// The source that a file tells, when all that it says agrees.
pub fn source(more: &Map<String, Value>, features: &[RawFeature]) -> Option<String> {
    let told = everything(more, features).filter_map(|properties| {
        let mut keys = SOURCES.iter();
        keys.find_map(|key| text(get(properties, key)?))
    });
    one(told.collect())
}

/// The file's own members, what it says of itself in one of them, and all properties.
fn everything<'a>(
    more: &'a Map<String, Value>,
    features: &'a [RawFeature],
) -> impl Iterator<Item = &'a Map<String, Value>> {
    let about = ["metadata", "properties"];
    let inner = about
        .into_iter()
        .filter_map(|key| more.get(key)?.as_object());
    let of_features = features.iter().filter_map(|it| it.properties.as_ref());
    std::iter::once(more).chain(inner).chain(of_features)
}

fn one<T>(found: BTreeSet<T>) -> Option<T> {
    let mut found = found.into_iter();
    found.next().filter(|_| found.next().is_none())
}

/// A value by its name, capitals or not.
fn get<'a>(properties: &'a Map<String, Value>, wanted: &str) -> Option<&'a Value> {
    let mut pairs = properties.iter();
    pairs
        .find(|(key, _)| key.eq_ignore_ascii_case(wanted))
        .map(|(_, value)| value)
}

/// A value as text of one line; none when there is nothing to read.
fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    let text: String = text.chars().filter(|char| !char.is_control()).collect();
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().count() <= 200;
    fits.then(|| text.to_owned())
}

/// A code and a name for a sentence.
pub fn both(code: &str, name: &str) -> String {
    short(format!("{code} {name}").trim())
}

fn plausible(text: &str) -> Option<u16> {
    let year: u16 = text.parse().ok()?;
    (1900..2200).contains(&year).then_some(year)
}

fn year_at_start(text: &str) -> Option<u16> {
    plausible(text.get(..4)?)
}

fn years_in(title: &str) -> Vec<u16> {
    let numbers = title.split(|char: char| !char.is_ascii_digit());
    numbers.filter_map(plausible).collect()
}
