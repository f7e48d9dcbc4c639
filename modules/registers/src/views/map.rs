// SPDX-License-Identifier: EUPL-1.2
//! The map of regions and islands, with whether their records were checked: with their real
//! borders when somebody imported any, else schematic.

use paraat_contract::{Answer, Filter, Need, Params, Query, Row, Scene};
use paraat_reference::Tile as Place;
use paraat_ui::widgets::{Area, Mark, Tile, Tone, area_map, tile_map};
use paraat_ui::{Markup, html};

use super::{rows, switch};
use crate::state::{boundary, shown};
use crate::tables::{BOUNDARY, CORRECTION, ORGANISATION, ORGANISATIONS};

/// Regions and islands, the corrections of them, and boundaries.
pub fn needs(_params: &Params) -> Vec<Need> {
    let kinds = ["safety-region", "public-body"].map(Into::into);
    vec![
        Need::Rows(Query::all(&ORGANISATION).filter(Filter::In("kind", kinds.into()))),
        Need::Rows(Query::all(&CORRECTION).is("list", ORGANISATIONS)),
        Need::Rows(Query::all(&BOUNDARY)),
    ]
}

/// What the map says of one region or island.
struct Said {
    name: String,
    status: String,
    mark: Mark,
    href: String,
}

/// The map and the same as a table.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let (records, corrections) = (rows(answers, 0), rows(answers, 1));
    let map = paraat_reference::map().ok()?;
    let said = |place: &Place| {
        let own = |row: &&Row| row.text("slug") == place.organisation;
        let record = records.iter().find(own)?;
        let (key, mark) = state(record, corrections);
        Some(Said {
            name: shown(record, "short", corrections).value().to_owned(),
            status: scene.say(key),
            mark,
            href: format!("/registers/organisation/{}", place.organisation),
        })
    };
    let places: Vec<(&Place, Said)> = map
        .tiles
        .iter()
        .filter_map(|place| Some((place, said(place)?)))
        .collect();
    let known = |place: &Place| boundary(&place.organisation, rows(answers, 2));
    let drawing = if places.iter().any(|(place, _)| known(place).is_some()) {
        real(scene, places, known)
    } else {
        schematic(scene, places)
    };
    Some(html! {
        (scene.bar(&scene.say("registers-map"), switch(scene, "/registers/map"), html! {}))
        (drawing)
    })
}

fn schematic(scene: &Scene, places: Vec<(&Place, Said)>) -> Markup {
    let tile = |(place, said): (&Place, Said)| Tile {
        id: place.organisation.clone(),
        name: said.name,
        column: place.column.into(),
        row: place.row.into(),
        status: said.status,
        mark: said.mark,
        tone: Tone::Neutral,
        href: Some(said.href),
    };
    let tiles: Vec<Tile> = places.into_iter().map(tile).collect();
    tile_map(scene.words.voice(scene.language()), "registers-map", &tiles)
}

fn real<'a>(
    scene: &Scene,
    places: Vec<(&Place, Said)>,
    known: impl Fn(&Place) -> Option<&'a Row>,
) -> Markup {
    let notes = notes(scene, &places, &known);
    let area = |(place, said): (&Place, Said)| Area {
        name: said.name,
        status: said.status,
        mark: said.mark,
        tone: Tone::Neutral,
        href: Some(said.href),
        outline: known(place).and_then(|row| row.text("rings").parse().ok()),
        inset: place.inset,
    };
    let areas: Vec<Area> = places.into_iter().map(area).collect();
    let voice = scene.words.voice(scene.language());
    area_map(voice, "registers-map", &areas, &notes)
}

/// Year and source of the borders that are drawn. Where they are not the same for all, what most
/// have goes without names, and the others are named.
fn notes<'a>(
    scene: &Scene,
    places: &[(&Place, Said)],
    known: &impl Fn(&Place) -> Option<&'a Row>,
) -> Vec<String> {
    let mut groups: Vec<((i64, &str), Vec<&str>)> = Vec::new();
    for (place, said) in places {
        let Some(row) = known(place) else {
            continue;
        };
        let origin = (row.whole("year").unwrap_or_default(), row.text("source"));
        match groups.iter_mut().find(|(own, _)| *own == origin) {
            Some((_, names)) => names.push(&said.name),
            None => groups.push((origin, vec![&said.name])),
        }
    }
    // Stable: of equal groups the one that stands first on the map goes first.
    groups.sort_by_key(|(_, names)| std::cmp::Reverse(names.len()));
    let note = |(at, ((year, source), names)): (usize, ((i64, &str), Vec<&str>))| {
        let mut told = vec![("year", year.to_string()), ("source", source.to_owned())];
        if at == 0 {
            return scene.say_with("registers-boundaries-note", &told);
        }
        told.push(("areas", names.join(", ")));
        scene.say_with("registers-boundaries-note-of", &told)
    };
    groups.into_iter().enumerate().map(note).collect()
}

/// Whether a record was corrected, checked, or neither.
fn state(record: &Row, corrections: &[Row]) -> (&'static str, Mark) {
    let corrected = crate::commands::correct::FIELDS.iter().any(|field| {
        let column = field.replace('-', "_");
        shown(record, &column, corrections).counts.is_some()
    });
    match record.text("verified") {
        _ if corrected => ("registers-corrected", Mark::Half),
        "yes" => ("registers-verified", Mark::Check),
        _ => ("unverified", Mark::Ring),
    }
}
