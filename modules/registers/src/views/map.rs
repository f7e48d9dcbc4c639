// SPDX-License-Identifier: EUPL-1.2
//! The schematic map of regions and islands, with whether their records were checked.

use paraat_contract::{Answer, Filter, Need, Params, Query, Row, Scene};
use paraat_ui::widgets::{Mark, Tile, Tone, page_bar, tile_map};
use paraat_ui::{Markup, html};

use super::{rows, switch};
use crate::state::shown;
use crate::tables::{CORRECTION, ORGANISATION, ORGANISATIONS};

/// Regions and islands, and the corrections of them.
pub fn needs(_params: &Params) -> Vec<Need> {
    let kinds = ["safety-region", "public-body"].map(Into::into);
    vec![
        Need::Rows(Query::all(&ORGANISATION).filter(Filter::In("kind", kinds.into()))),
        Need::Rows(Query::all(&CORRECTION).is("list", ORGANISATIONS)),
    ]
}

/// The map and the same as a table.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let (records, corrections) = (rows(answers, 0), rows(answers, 1));
    let map = paraat_reference::map().ok()?;
    let tile = |tile: &paraat_reference::Tile| {
        let record = records
            .iter()
            .find(|row| row.text("slug") == tile.organisation)?;
        let (key, mark) = state(record, corrections);
        Some(Tile {
            id: tile.organisation.clone(),
            name: shown(record, "short", corrections).value().to_owned(),
            column: tile.column.into(),
            row: tile.row.into(),
            status: scene.say(key),
            mark,
            tone: Tone::Neutral,
            href: Some(format!("/registers/organisation/{}", tile.organisation)),
        })
    };
    let tiles: Vec<Tile> = map.tiles.iter().filter_map(tile).collect();
    let voice = scene.words.voice(scene.language());
    Some(html! {
        (page_bar(&scene.say("registers-map"), switch(scene, "/registers/map"), html! {}))
        (tile_map(voice, "registers-map", &tiles))
    })
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
