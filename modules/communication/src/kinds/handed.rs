// SPDX-License-Identifier: EUPL-1.2
//! An alert in the form that others read: CAP 1.2, and one short text for cell broadcast.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use paraat_cap::{
    Alert, Area, Category, Certainty, Circle, Info, MessageType, Moment, NotWritten, Point,
    Reference, Response, Scope, Severity, Status, Urgency,
};
use paraat_kernel::{Geometry, Given, Place};

use super::alert::{Core, Handed, Said, State};
use crate::terms::languages::tag;

/// What a hand-over is: a first alert, a later text of it, or the end of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// It holds from now.
    Alert,
    /// It no longer holds.
    Cancel,
}

/// What is handed over, frozen. The status says for what it is: in an exercise it is `Exercise`,
/// whatever the alert says, so that no file of an exercise reads as the real thing.
///
/// # Errors
/// Why the standard does not let it be written.
pub fn handed(state: &State, core: &Core, sort: Sort, given: &Given) -> Result<Handed, NotWritten> {
    let own = Reference {
        // A name that is unique in the world as long as those of organisations are.
        sender: format!("paraat:{}", given.stream.owner),
        identifier: format!("{}-{}", given.stream, state.handed.len() + 1),
        sent: moment(given.now),
    };
    let live = given.live.is_some();
    let before = state.handed.iter();
    let before = before.filter_map(|it| it.reference.parse().ok());
    let references: Vec<Reference> = before.collect();
    let texts = core.texts.iter();
    let alert = Alert {
        identifier: own.identifier.clone(),
        sender: own.sender.clone(),
        sent: Some(own.sent),
        status: Some(match (live, core.purpose.as_str()) {
            (false, _) => Status::Exercise,
            (true, "test") => Status::Test,
            (true, _) => Status::Actual,
        }),
        message_type: Some(match sort {
            Sort::Cancel => MessageType::Cancel,
            Sort::Alert if references.is_empty() => MessageType::Alert,
            Sort::Alert => MessageType::Update,
        }),
        scope: Some(Scope::Public),
        references,
        // The address of the crisis is of those who share it, and is left out.
        infos: texts.map(|said| info(core, said, given)).collect(),
        ..Alert::default()
    };
    Ok(Handed {
        cap: paraat_cap::write(&alert)?,
        live: live.to_string(),
        reference: own.to_string(),
        revision: state.revision,
        short: short(core, sort, given),
    })
}

fn moment(at: Timestamp) -> Moment {
    Moment { at, ahead: None }
}

fn info(core: &Core, said: &Said, given: &Given) -> Info {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    // What is taken back after its end has none.
    let expires = core.expires.parse().ok().filter(|at| *at > given.now);
    Info {
        language: Some(tag(&said.language).to_owned()),
        categories: Category::from_name(&named(&core.category))
            .into_iter()
            .collect(),
        event: said.title.clone(),
        responses: Response::from_name(&named(&core.response))
            .into_iter()
            .collect(),
        urgency: Urgency::from_name(&named(&core.urgency)),
        severity: Severity::from_name(&named(&core.severity)),
        certainty: Certainty::from_name(&named(&core.certainty)),
        effective: Some(moment(given.now)),
        expires: expires.map(moment),
        headline: some(&said.title),
        description: some(&said.what),
        instruction: some(&said.todo),
        web: some(&core.more),
        areas: vec![area(core)],
        ..Info::default()
    }
}

/// A word of ours as the standard knows it: `all-clear` is `AllClear`, and capitals do not matter.
fn named(word: &str) -> String {
    word.replace('-', "")
}

fn area(core: &Core) -> Area {
    let mut area = Area {
        description: core.area.clone(),
        ..Area::default()
    };
    match &core.geometry {
        Some(Geometry::Point(place)) => area.circles.push(Circle {
            centre: point(*place),
            radius: core.radius.saturating_mul(1_000),
        }),
        // What is around: an alert has no holes.
        Some(Geometry::Polygon(rings)) => {
            let outline = rings.first().into_iter().flatten();
            area.polygons.push(outline.map(|it| point(*it)).collect());
        }
        Some(Geometry::LineString(_)) | None => {}
    }
    area
}

fn point(place: Place) -> Point {
    Point {
        latitude: place.lat,
        longitude: place.lon,
    }
}

/// The text for cell broadcast, as citizens know it: name and moment, what, what to do, where to
/// read more, then the same in the other languages. In an exercise it begins with that.
pub fn short(core: &Core, sort: Sort, given: &Given) -> String {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    let moment = given
        .now
        .to_zoned_datetime(zone)
        .strftime("%d-%m-%Y %H:%M")
        .to_string();
    let mut parts = match given.live {
        Some(_) => Vec::new(),
        None => vec!["OEFENING.".to_owned()],
    };
    parts.push(format!("NL-Alert {moment}:"));
    if core.purpose == "test" {
        parts.push("TEST.".to_owned());
    }
    if sort == Sort::Cancel {
        parts.push("Einde alarm.".to_owned());
    }
    for said in &core.texts {
        let words = [&said.title, &said.what, &said.todo].map(|it| sentence(it));
        parts.extend(words.into_iter().filter(|it| !it.is_empty()));
    }
    if !core.more.is_empty() {
        parts.push(core.more.clone());
    }
    parts.join(" ")
}

/// On one line, with a full stop.
fn sentence(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
    let stopped = lines.map(|line| match line.ends_with(['.', '!', '?', ':']) {
        true => line.to_owned(),
        false => format!("{line}."),
    });
    stopped.collect::<Vec<_>>().join(" ")
}
