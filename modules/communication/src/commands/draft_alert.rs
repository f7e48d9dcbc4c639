// SPDX-License-Identifier: EUPL-1.2
//! Write an alert.

use jiff::ToSpan as _;
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::geometry::{BadGeometry, BadPlace, DEGREE, read_places};
use paraat_kernel::{Geometry, Given, Place, Timestamp};
use paraat_ui::field::{Field, Input, Shape, Typed};

use super::{INCIDENT, LANGUAGE, TITLE, moment, straight};
use crate::kinds::alert::{Core, Said};
use crate::kinds::seen;
use crate::terms::alerts::{
    CATEGORIES, CELL_BROADCAST, CERTAINTIES, HOURS, PURPOSES, RESPONSES, SEVERITIES, URGENCIES,
};
use crate::terms::languages::LANGUAGES;

/// Metres around a point when nobody said how many.
const RADIUS: i64 = 1_000;

/// What is asked.
pub(super) const FIELDS: &[Field] = &[
    INCIDENT,
    LANGUAGE,
    TITLE,
    Field::required("what", Shape::Paragraphs(600)),
    Field::required("todo", Shape::Paragraphs(600)),
    Field::required("area", Shape::Line(200)),
    Field::optional("at", Shape::Paragraphs(20_000)),
    Field::optional("radius", Shape::Whole(1, 100_000)),
    Field::optional("language2", Shape::Choice(LANGUAGES)),
    Field::optional("title2", Shape::Line(120)),
    Field::optional("what2", Shape::Paragraphs(600)),
    Field::optional("todo2", Shape::Paragraphs(600)),
    Field::optional("more", Shape::Link),
    Field::optional("expires", Shape::Moment),
    Field::optional("category", Shape::Choice(CATEGORIES)).later(),
    Field::optional("response", Shape::Choice(RESPONSES)).later(),
    Field::optional("urgency", Shape::Choice(URGENCIES)).later(),
    Field::optional("severity", Shape::Choice(SEVERITIES)).later(),
    Field::optional("certainty", Shape::Choice(CERTAINTIES)).later(),
    Field::optional("purpose", Shape::Choice(PURPOSES)).later(),
];

/// The verb.
pub const VERB: Verb = Verb {
    name: "draft",
    fields: FIELDS,
    mode: Mode::New,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafting {
    /// What the event says, still without its area.
    pub core: Core,
    /// The area as it was typed.
    pub at: String,
}

/// The command in the fields.
pub fn read(input: &Input) -> Drafting {
    let said = |end: &str| Said {
        language: input.text(&format!("language{end}")),
        title: input.text(&format!("title{end}")),
        todo: input.text(&format!("todo{end}")),
        what: input.text(&format!("what{end}")),
    };
    let or = |name: &str, usual: &str| input.filled(name).unwrap_or_else(|| usual.to_owned());
    let other = said("2");
    let spoken = !other.title.is_empty() || !other.what.is_empty() || !other.todo.is_empty();
    Drafting {
        core: Core {
            area: input.text("area"),
            category: or("category", "safety"),
            certainty: or("certainty", "observed"),
            expires: moment(input, "expires"),
            geometry: None,
            incident: input.stream("incident"),
            more: input.text("more"),
            purpose: or("purpose", "actual"),
            radius: input.whole("radius").unwrap_or_default(),
            response: or("response", "execute"),
            severity: or("severity", "severe"),
            texts: std::iter::once(said(""))
                .chain(spoken.then_some(other))
                .collect(),
            urgency: or("urgency", "immediate"),
            writer: String::new(),
        },
        at: input.text("at"),
    }
}

/// What stands in the fields to begin with.
pub fn typed(core: &Core) -> Typed {
    let mut typed = Typed::default();
    for (end, said) in ["", "2"].into_iter().zip(&core.texts) {
        for (name, text) in [
            ("language", &said.language),
            ("title", &said.title),
            ("what", &said.what),
            ("todo", &said.todo),
        ] {
            typed = typed.with(&format!("{name}{end}"), text.as_str());
        }
    }
    let at = core.geometry.as_ref().map(lines);
    let radius = (core.radius > 0).then(|| core.radius.to_string());
    let rest = [
        ("area", core.area.as_str()),
        ("category", &core.category),
        ("certainty", &core.certainty),
        ("expires", &core.expires),
        ("more", &core.more),
        ("purpose", &core.purpose),
        ("response", &core.response),
        ("severity", &core.severity),
        ("urgency", &core.urgency),
        ("at", at.as_deref().unwrap_or_default()),
        ("radius", radius.as_deref().unwrap_or_default()),
    ];
    let rest = rest.into_iter();
    rest.fold(typed, |typed, (name, text)| typed.with(name, text))
}

/// A shape as it is typed: its corners, latitude first, one a line.
fn lines(shape: &Geometry) -> String {
    let mut places = shape.places();
    if matches!(shape, Geometry::Polygon(_)) {
        // The first stands again at the end.
        places.pop();
    }
    let degrees = |units: i64| {
        let sign = if units < 0 { "-" } else { "" };
        let (whole, rest) = (units.abs() / DEGREE, units.abs() % DEGREE);
        format!("{sign}{whole}.{rest:07}")
    };
    let line = |it: &Place| format!("{}, {}", degrees(it.lat), degrees(it.lon));
    places.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The rule. What nobody can alert with is refused now, not at the hand-over: an end that is past,
/// an area that is none, one text in two languages.
pub fn decide(command: Drafting, given: &Given) -> Result<Core, Refusal> {
    seen(command.core.incident.as_ref(), given)?;
    complete(command, given)
}

/// The same for a text that is written anew.
pub(super) fn complete(command: Drafting, given: &Given) -> Result<Core, Refusal> {
    let mut core = command.core;
    straight(&[("area", &core.area)])?;
    let ends = [["title", "what", "todo"], ["title2", "what2", "todo2"]];
    for (fields, said) in ends.into_iter().zip(&core.texts) {
        let texts = [&said.title, &said.what, &said.todo];
        let pairs = fields.into_iter().zip(texts.map(String::as_str));
        straight(&pairs.collect::<Vec<_>>())?;
    }
    core.writer = given.actor.account.to_string();
    if core.expires.is_empty() {
        let end = given.now.checked_add(HOURS.hours()).unwrap_or(given.now);
        core.expires = end.to_string();
    }
    let expires: Timestamp = core.expires.parse().unwrap_or_default();
    if expires <= given.now {
        return Err(Refusal::new("communication-refusal-past").at("expires"));
    }
    core.geometry = area(&command.at)?;
    match core.geometry {
        Some(Geometry::Point(_)) if core.radius == 0 => core.radius = RADIUS,
        Some(Geometry::Point(_)) => {}
        _ => core.radius = 0,
    }
    if let [first, other] = core.texts.as_slice() {
        if other.language.is_empty() || other.language == first.language {
            return Err(Refusal::new("communication-refusal-second-language").at("language2"));
        }
        for (text, field) in [
            (&other.title, "title2"),
            (&other.what, "what2"),
            (&other.todo, "todo2"),
        ] {
            if text.is_empty() {
                return Err(Refusal::new("communication-refusal-second-text").at(field));
            }
        }
    }
    Ok(core)
}

/// Where it holds: corners of an outline, a middle, or a shape of GeoJSON; none when nothing was
/// typed. A line is no area.
fn area(at: &str) -> Result<Option<Geometry>, Refusal> {
    if at.trim().is_empty() {
        return Ok(None);
    }
    let shape = if at.trim_start().starts_with('{') {
        let value = serde_json::from_str(at).unwrap_or_default();
        Geometry::from_geojson(&value).map_err(no_shape)?
    } else {
        let places = read_places(at, "").map_err(no_place)?;
        let form = if places.len() == 1 { "point" } else { "area" };
        Geometry::of(places, form).map_err(no_shape)?
    };
    let corners = shape.places().len();
    if matches!(shape, Geometry::LineString(_)) {
        return Err(Refusal::new("communication-refusal-area-line").at("at"));
    }
    if corners > CELL_BROADCAST.corners {
        return Err(Refusal::new("communication-refusal-area-corners")
            .with("count", corners.to_string())
            .with("most", CELL_BROADCAST.corners.to_string())
            .at("at"));
    }
    Ok(Some(shape))
}

fn no_place(bad: BadPlace) -> Refusal {
    Refusal::new("communication-refusal-area-place")
        .with("line", bad.line.to_string())
        .at("at")
}

fn no_shape(bad: BadGeometry) -> Refusal {
    let key = match bad {
        BadGeometry::Crosses => "communication-refusal-area-crosses",
        BadGeometry::TooFew => "communication-refusal-area-few",
        BadGeometry::TooMany(_) | BadGeometry::TooLarge => "communication-refusal-area-large",
        BadGeometry::NotOne(_)
        | BadGeometry::OffEarth
        | BadGeometry::Nested
        | BadGeometry::NotAShape => "communication-refusal-area-unknown",
    };
    Refusal::new(key).at("at")
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::commands::tests::only_writers;
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Function, Uuid};

    use super::*;
    use crate::kinds::alert::{Alert, Command, Event};

    /// Somebody who writes for vr23.
    pub(crate) fn writer() -> Scenario<Alert> {
        given::<Alert>("vr23", &[Function::Editor])
    }

    pub(crate) fn said(language: &str) -> Said {
        Said {
            language: language.to_owned(),
            title: "Grote brand in Arcen".to_owned(),
            todo: "Blijf binnen\nSluit ramen en deuren".to_owned(),
            what: "Er komt veel rook vrij".to_owned(),
        }
    }

    /// As it is kept.
    pub(crate) fn core() -> Core {
        Core {
            area: "Arcen en omgeving".to_owned(),
            category: "fire".to_owned(),
            certainty: "observed".to_owned(),
            expires: "2026-11-23T14:00:00Z".to_owned(),
            geometry: Some(Geometry::Point(Place {
                lon: 61_800_000,
                lat: 514_770_000,
            })),
            incident: None,
            more: "https://www.crisis.nl/".to_owned(),
            purpose: "actual".to_owned(),
            radius: 1_500,
            response: "shelter".to_owned(),
            severity: "severe".to_owned(),
            texts: vec![said("nl"), said("en")],
            urgency: "immediate".to_owned(),
            writer: Uuid::nil().to_string(),
        }
    }

    pub(crate) fn drafting() -> Drafting {
        Drafting {
            core: Core {
                geometry: None,
                writer: String::new(),
                ..core()
            },
            at: "51.477, 6.18".to_owned(),
        }
    }

    #[test]
    fn whoever_writes_for_an_organisation_drafts_an_alert() {
        writer()
            .when(Command::Draft(drafting()))
            .then(vec![Event::Drafted(core())]);
        given::<Alert>("vr23", &[Function::Reader])
            .when(Command::Draft(drafting()))
            .not_permitted();
    }

    #[test]
    fn an_alert_that_says_no_end_ends_after_four_hours_and_none_ends_in_the_past() {
        let mut open = drafting();
        open.core.expires = String::new();
        writer()
            .when(Command::Draft(open))
            .then(vec![Event::Drafted(core())]);
        let mut past = drafting();
        past.core.expires = "2026-11-23T09:59:59Z".to_owned();
        writer()
            .when(Command::Draft(past))
            .refused("communication-refusal-past");
    }

    #[test]
    fn an_area_that_is_none_is_refused_before_anybody_waits_for_it() {
        let many = (0..150).fold(String::new(), |all, at| {
            let angle = f64::from(at) * std::f64::consts::TAU / 150.0;
            let (lat, lon) = (51.5 + angle.sin() / 10.0, 6.1 + angle.cos() / 10.0);
            format!("{all}{lat:.5}, {lon:.5}\n")
        });
        for (at, key) in [
            ("bij de kerk", "communication-refusal-area-place"),
            ("6.1, 51.5", "communication-refusal-area-place"),
            (
                "51 6\n52 7\n51 7\n52 6",
                "communication-refusal-area-crosses",
            ),
            ("51.5, 6.1\n51.6, 6.2", "communication-refusal-area-few"),
            (
                "{\"type\":\"LineString\",\"coordinates\":[[6.1,51.5],[6.2,51.6]]}",
                "communication-refusal-area-line",
            ),
            ("{{{", "communication-refusal-area-unknown"),
            (&many, "communication-refusal-area-corners"),
        ] {
            let mut command = drafting();
            command.at = at.to_owned();
            writer().when(Command::Draft(command)).refused(key);
        }
    }

    #[test]
    fn a_text_that_turns_around_is_refused() {
        let mut turned = drafting();
        turned.core.texts[1].what = "smoke\u{202e}".to_owned();
        writer()
            .when(Command::Draft(turned))
            .refused("communication-refusal-turns");
    }

    #[test]
    fn a_second_language_is_another_one_and_says_all() {
        let mut same = drafting();
        same.core.texts = vec![said("nl"), said("nl")];
        writer()
            .when(Command::Draft(same))
            .refused("communication-refusal-second-language");
        let mut half = drafting();
        half.core.texts[1].todo = String::new();
        writer()
            .when(Command::Draft(half))
            .refused("communication-refusal-second-text");
    }

    #[test]
    fn only_who_writes_for_an_organisation() {
        only_writers::<Alert>(|| Command::Draft(drafting()));
    }
}
