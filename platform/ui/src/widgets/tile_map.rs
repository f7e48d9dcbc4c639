// SPDX-License-Identifier: EUPL-1.2
//! A schematic map: one tile per region or island on a grid of our own, and the same as a table.
//! It needs no boundaries and no script, and prints.

use maud::{Markup, html};

use super::list::{Column, table};
use super::sign::{Mark, Tone, tag};
use crate::words::Voice;

/// One region or island.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Column on the grid, counted from 0.
    pub column: u16,
    /// Row on the grid, counted from 0.
    pub row: u16,
    /// The word of its state.
    pub status: String,
    /// The shape of its state.
    pub mark: Mark,
    /// The colour of its state.
    pub tone: Tone,
    /// Where it leads; none for nowhere.
    pub href: Option<String>,
}

const WIDE: u16 = 128;
const HIGH: u16 = 72;
/// Characters of a name that fit on one line of a tile.
const FITS: usize = 15;

/// Draws the map and the table with the same content.
pub fn tile_map(voice: Voice<'_>, id: &str, tiles: &[Tile]) -> Markup {
    let columns = tiles.iter().map(|tile| tile.column + 1).max().unwrap_or(1);
    let rows = tiles.iter().map(|tile| tile.row + 1).max().unwrap_or(1);
    let (width, height) = (columns * WIDE, rows * HIGH);
    html! {
        figure.tile-map {
            div.scroll tabindex="0" role="region" aria-label=(voice.say("map-scroll")) {
                svg.tiles viewBox={ "0 0 " (width) " " (height) } width=(width)
                    height=(height) role="group" aria-label=(voice.say("map-label")) {
                    (patterns(id))
                    @for tile in tiles { (draw(id, tile)) }
                }
            }
            figcaption { (voice.say("map-note")) }
            details.twin {
                summary { (voice.say("as-table")) }
                (twin(voice, &voice.say("map-label"), tiles.iter().map(line)))
            }
        }
    }
}

fn draw(id: &str, tile: &Tile) -> Markup {
    let (x, y) = (tile.column * WIDE + 2, tile.row * HIGH + 2);
    let body = html! {
        rect.tile x=(x) y=(y) width=(WIDE - 4) height=(HIGH - 4) rx="3" {}
        @if let Some(hatch) = hatch(tile.tone) {
            rect.tile-hatch x=(x) y=(y) width=(WIDE - 4) height=(HIGH - 4) rx="3"
                fill={ "url(#" (id) "-" (hatch) ")" } {}
        }
        text.tile-name {
            @for (line, index) in lines(&tile.name).iter().zip(0u16..) {
                tspan x=(x + 8) y=(y + 18 + index * 15) { (line) }
            }
        }
        " "
        text.tile-status x=(x + 8) y=(y + HIGH - 12) aria-hidden="true" { (sign(tile.mark)) }
        text.tile-status x=(x + 24) y=(y + HIGH - 12) { (tile.status) }
    };
    let class = format!("tile-of tone-{}", tile.tone.name());
    html! {
        @if let Some(href) = &tile.href {
            a class=(class) href=(href) { (body) }
        } @else {
            g class=(class) { (body) }
        }
    }
}

/// The shape as a character, because a drawing within text cannot flow with the words.
pub(super) fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::Dot => "●",
        Mark::Ring => "○",
        Mark::Half => "◐",
        Mark::Square => "■",
        Mark::Diamond => "◆",
        Mark::Triangle => "▲",
        Mark::Check => "✓",
        Mark::Cross => "✕",
        Mark::Bars => "=",
    }
}

pub(super) fn hatch(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Critical => Some("cross"),
        Tone::Serious => Some("stripes"),
        Tone::Elevated => Some("dots"),
        Tone::Neutral | Tone::Info | Tone::Good => None,
    }
}

pub(super) fn patterns(id: &str) -> Markup {
    html! {
        defs {
            pattern.hatch-critical id={ (id) "-cross" } width="9" height="9"
                patternUnits="userSpaceOnUse" { path d="M0 0L9 9M9 0L0 9" {} }
            pattern.hatch-serious id={ (id) "-stripes" } width="9" height="9"
                patternUnits="userSpaceOnUse" { path d="M-2 11L11-2M-6 6L6-6M3 15L15 3" {} }
            pattern.hatch-elevated id={ (id) "-dots" } width="9" height="9"
                patternUnits="userSpaceOnUse" { circle cx="4" cy="4" r="1.3" {} }
        }
    }
}

/// Breaks a name after spaces and hyphens into lines that fit a tile.
pub(super) fn lines(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in name.split_inclusive([' ', '-']) {
        let fits = lines
            .last()
            .is_some_and(|line| line.is_empty() || line.len() + word.trim_end().len() <= FITS);
        match lines.last_mut() {
            Some(line) if fits => line.push_str(word),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A tile as a line of the table.
fn line(tile: &Tile) -> (&str, Option<&str>, Markup) {
    let state = tag(&tile.status, tile.mark, tile.tone);
    (&tile.name, tile.href.as_deref(), state)
}

/// A map as a table: names, where they lead, and states.
pub(super) fn twin<'a>(
    voice: Voice<'_>,
    title: &str,
    lines: impl Iterator<Item = (&'a str, Option<&'a str>, Markup)>,
) -> Markup {
    let columns = [
        Column::text(voice.say("map-name")),
        Column::text(voice.say("map-status")),
    ];
    let row = |(name, href, state): (&str, Option<&str>, Markup)| {
        let name = match href {
            Some(href) => html! { a href=(href) { (name) } },
            None => html! { (name) },
        };
        vec![name, state]
    };
    let rows: Vec<Vec<Markup>> = lines.map(row).collect();
    table(title, &columns, &rows)
}
