// SPDX-License-Identifier: EUPL-1.2
//! Place all that stands in a text of GeoJSON on the layer of one's own team. What is wrong with
//! some of it is said of each; the good ones are taken when that is asked for.

use std::collections::BTreeMap;

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::geometry::BadGeometry;
use paraat_kernel::{Geometry, Given, StreamId, Timestamp};
use paraat_ui::field::{Field, Input, Shape};
use serde_json::Value;

use super::place::stale;
use super::{INCIDENT, OBSERVED, STALE, TEAM, moment};
use crate::kinds::layer::{Placed, State};
use crate::terms::signs::NAMES;

/// The longest text that is taken, in characters.
const LONGEST: usize = 200_000;
/// The most things that are taken at once.
const MOST: usize = 1_000;
/// How many that are wrong are named; the others are counted.
const NAMED: usize = 20;

/// The verb.
pub const VERB: Verb = Verb {
    name: "import",
    fields: &[
        INCIDENT,
        Field::required("geojson", Shape::Paragraphs(LONGEST)).or_file(".geojson,.json"),
        Field::required("kind", Shape::Choice(NAMES)),
        Field::optional("source", Shape::Line(200)),
        OBSERVED,
        STALE,
        Field::optional("wrong", Shape::Choice(&["leave-out"])),
        TEAM,
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The incident.
    pub incident: StreamId,
    /// The team.
    pub team: String,
    /// The text.
    pub geojson: String,
    /// What sort a thing is that does not say it itself.
    pub kind: String,
    /// Who or what it comes from.
    pub source: String,
    /// When it was observed; none for now.
    pub observed: Option<Timestamp>,
    /// After when it is out of date; empty for what the sort says.
    pub stale: String,
    /// True when what is wrong is left out, and the others are placed.
    pub leave_out: bool,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<Import> {
    Some(Import {
        incident: input.stream("incident")?,
        team: input.text("team"),
        geojson: input.text("geojson"),
        kind: input.text("kind"),
        source: input.text("source"),
        observed: input.moment("observed"),
        stale: moment(input, "stale"),
        leave_out: input.text("wrong") == "leave-out",
    })
}

/// Why one thing in the text is not placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Wrong {
    /// It has no shape that is taken.
    Shape,
    /// It has too many places, or is too large.
    Large,
    /// It has no name.
    Nameless,
    /// It stands on the layer already, or twice in the text.
    There,
}

impl Wrong {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Shape, "shape"),
        (Self::Large, "large"),
        (Self::Nameless, "nameless"),
        (Self::There, "there"),
    ];
}

/// The rule. Each feature is one object. All are placed or none, unless what is wrong may be left
/// out; what the layer holds by the same key is not placed again.
pub fn decide(state: &State, command: &Import, given: &Given) -> Result<Vec<Placed>, Refusal> {
    let unreadable = |key| Refusal::new(key).at("geojson");
    let text: Value = serde_json::from_str(&command.geojson)
        .map_err(|_bad| unreadable("incident-refusal-not-geojson"))?;
    let features = match text.get("type").and_then(Value::as_str) {
        Some("FeatureCollection") => text.get("features").and_then(Value::as_array).cloned(),
        Some("Feature") => Some(vec![text]),
        _ => None,
    };
    let features = features.ok_or_else(|| unreadable("incident-refusal-not-geojson"))?;
    if features.is_empty() || features.len() > MOST {
        let refusal = unreadable("incident-refusal-geojson-count");
        return Err(refusal.with("count", features.len().to_string()));
    }
    let mut keys: Vec<String> = state.objects.values().map(|it| it.key.clone()).collect();
    let mut placed: Vec<Placed> = Vec::new();
    let mut wrong: BTreeMap<Wrong, Vec<String>> = BTreeMap::new();
    for (at, feature) in features.iter().enumerate() {
        match object(feature, command, given, &keys) {
            Ok(object) => {
                keys.push(object.key.clone());
                placed.push(object);
            }
            Err(why) => wrong.entry(why).or_default().push(named(at + 1, feature)),
        }
    }
    if wrong.is_empty() || (command.leave_out && !placed.is_empty()) {
        return Ok(placed);
    }
    Err(half(&wrong, placed.len()))
}

/// Names what is wrong, one by one.
fn half(wrong: &BTreeMap<Wrong, Vec<String>>, good: usize) -> Refusal {
    let mut refusal = Refusal::new("incident-refusal-geojson-wrong")
        .with("good", good.to_string())
        .at("geojson");
    for (why, name) in Wrong::ALL {
        let all = wrong.get(&why).map(Vec::as_slice).unwrap_or_default();
        let mut named: Vec<&str> = all.iter().take(NAMED).map(String::as_str).collect();
        let more = format!("+{}", all.len().saturating_sub(NAMED));
        if all.len() > NAMED {
            named.push(&more);
        }
        let said = if named.is_empty() {
            "none".to_owned()
        } else {
            named.join(", ")
        };
        refusal = refusal.with(name, said);
    }
    refusal
}

fn property(feature: &Value, names: &[&str]) -> String {
    let properties = feature.get("properties");
    let one = |name: &&str| match properties?.get(name)? {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let found = names.iter().find_map(one).unwrap_or_default();
    found.chars().filter(|c| !c.is_control()).collect()
}

fn title(feature: &Value) -> String {
    let title = property(feature, &["title", "name", "naam", "titel"]);
    title.chars().take(120).collect()
}

/// The number of a thing in the text and, when it has one, its name.
fn named(number: usize, feature: &Value) -> String {
    match title(feature).as_str() {
        "" => number.to_string(),
        title => format!("{number} ({title})"),
    }
}

fn object(
    feature: &Value,
    command: &Import,
    given: &Given,
    keys: &[String],
) -> Result<Placed, Wrong> {
    let shape = feature.get("geometry").ok_or(Wrong::Shape)?;
    let geometry = Geometry::from_geojson(shape).map_err(|bad| match bad {
        BadGeometry::TooMany(_) | BadGeometry::TooLarge => Wrong::Large,
        _ => Wrong::Shape,
    })?;
    let title = title(feature);
    if title.is_empty() {
        return Err(Wrong::Nameless);
    }
    let key = match feature.get("id") {
        Some(Value::String(id)) => id.chars().filter(|c| !c.is_control()).take(120).collect(),
        Some(Value::Number(id)) => id.to_string(),
        _ => String::new(),
    };
    if !key.is_empty() && keys.contains(&key) {
        return Err(Wrong::There);
    }
    let kind = property(feature, &["kind"]);
    let known = NAMES.contains(&kind.as_str());
    let kind = if known { kind } else { command.kind.clone() };
    let source = match property(feature, &["source", "bron"]).as_str() {
        "" => command.source.clone(),
        source => source.chars().take(200).collect(),
    };
    let seen = command.observed.unwrap_or(given.now);
    let note = property(feature, &["note", "description", "omschrijving"]);
    Ok(Placed {
        area: property(feature, &["area"]).chars().take(120).collect(),
        geometry: Some(geometry),
        incident: command.incident.clone(),
        key,
        stale: stale(&command.stale, &kind, seen),
        kind,
        line: String::new(),
        note: note.chars().take(1000).collect(),
        source,
        team: command.team.clone(),
        title,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::place::tests::{duty, placed};
    use crate::commands::tests::only_on_duty;
    use crate::kinds::layer::{Command, Event, Layer};

    const POST: &str = r#"{"type":"Feature","id":"p1","properties":{"name":"Commandopost"},
        "geometry":{"type":"Point","coordinates":[6.1,51.5]}}"#;
    const BOMB: &str = r#"{"type":"Feature","properties":{"name":"Bom"},
        "geometry":{"type":"GeometryCollection","geometries":[]}}"#;
    const WIDE: &str = r#"{"type":"Feature","properties":{"naam":"Breed"},
        "geometry":{"type":"LineString","coordinates":[[0,0],[90,0]]}}"#;
    const NAMELESS: &str = r#"{"type":"Feature","properties":null,
        "geometry":{"type":"Point","coordinates":[6.1,51.5]}}"#;

    fn typed(features: &[&str], leave_out: bool) -> Command {
        let features = features.join(",");
        Command::Import(Import {
            incident: placed().incident,
            team: placed().team,
            geojson: format!("{{\"type\":\"FeatureCollection\",\"features\":[{features}]}}"),
            kind: "command-post".to_owned(),
            source: "Verkenner".to_owned(),
            observed: None,
            stale: String::new(),
            leave_out,
        })
    }

    fn from_file() -> Event {
        Event::Placed(Placed {
            key: "p1".to_owned(),
            ..placed()
        })
    }

    #[test]
    fn each_feature_is_an_object() {
        let second = POST
            .replace("\"p1\"", "7")
            .replace("Commandopost", "Post 2");
        let other = Event::Placed(Placed {
            key: "7".to_owned(),
            title: "Post 2".to_owned(),
            ..placed()
        });
        duty()
            .when(typed(&[POST, &second], false))
            .then(vec![from_file(), other]);
    }

    #[test]
    fn what_is_wrong_is_named_one_by_one_and_may_be_left_out() {
        let all = [POST, BOMB, WIDE, NAMELESS, POST];
        duty()
            .when(typed(&all, false))
            .refused("incident-refusal-geojson-wrong");
        duty().when(typed(&all, true)).then(vec![from_file()]);
        let Command::Import(command) = typed(&all, false) else {
            unreachable!()
        };
        let given = duty().given;
        let refusal = decide(&State::default(), &command, &given).unwrap_err();
        let said: Vec<&str> = refusal
            .arguments
            .iter()
            .map(|(_, it)| it.as_str())
            .collect();
        assert_eq!(said, ["1", "2 (Bom)", "3 (Breed)", "4", "5 (Commandopost)"]);
    }

    #[test]
    fn nothing_good_is_refused_and_so_is_the_same_file_again() {
        for leave_out in [false, true] {
            duty()
                .when(typed(&[BOMB], leave_out))
                .refused("incident-refusal-geojson-wrong");
            duty()
                .past(vec![from_file()])
                .when(typed(&[POST], leave_out))
                .refused("incident-refusal-geojson-wrong");
        }
    }

    #[test]
    fn what_is_no_geojson_is_refused() {
        let of = |geojson: &str| {
            let Command::Import(command) = typed(&[], false) else {
                unreachable!()
            };
            duty().when(Command::Import(Import {
                geojson: geojson.to_owned(),
                ..command
            }))
        };
        of("a;b").refused("incident-refusal-not-geojson");
        of("{}").refused("incident-refusal-not-geojson");
        of(&"[".repeat(100_000)).refused("incident-refusal-not-geojson");
        let many = vec![POST; MOST + 1];
        duty()
            .when(typed(&many, true))
            .refused("incident-refusal-geojson-count");
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Layer>(|| typed(&[POST], false));
    }
}
