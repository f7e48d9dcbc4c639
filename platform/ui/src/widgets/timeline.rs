// SPDX-License-Identifier: EUPL-1.2
//! Periods drawn on a row of years, and the same as a table. Bars differ by hatching as well as
//! by colour, so that they can be told apart on paper.

use maud::{Markup, html};

use super::list::{Column, table};
use crate::words::Voice;

/// How a bar is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pattern {
    /// Outline only: not begun.
    #[default]
    Open,
    /// Stripes: under way.
    Stripes,
    /// Full: done.
    Full,
    /// Dots: goes on all the time.
    Dots,
    /// Crossed: dropped.
    Cross,
}

impl Pattern {
    /// Every pattern, for the legend.
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::Stripes,
        Self::Full,
        Self::Dots,
        Self::Cross,
    ];

    /// The part of the class name that stands for this pattern.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Stripes => "stripes",
            Self::Full => "full",
            Self::Dots => "dots",
            Self::Cross => "cross",
        }
    }
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Where it leads.
    pub href: String,
    /// A short number or code.
    pub number: String,
    /// What it is.
    pub title: String,
    /// The heading it stands under; bars of one group follow each other.
    pub group: String,
    /// First year.
    pub from: i32,
    /// Last year; none when no end is set: the bar gets a point.
    pub to: Option<i32>,
    /// The period as it is written (`2024/25`).
    pub period: String,
    /// The word of its state.
    pub status: String,
    /// How it is filled.
    pub pattern: Pattern,
}

/// A timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// Id on the page; the patterns are named after it.
    pub id: String,
    /// What it shows: name of the drawing and caption of the table.
    pub label: String,
    /// First year drawn.
    pub first: i32,
    /// Last year drawn.
    pub last: i32,
    /// The year to mark as now; none for no mark.
    pub now: Option<i32>,
    /// The bars, in their order.
    pub bars: Vec<Bar>,
}

const LABELS: i32 = 430;
const YEAR: i32 = 118;
const HEAD: i32 = 30;
const ROW: i32 = 28;
/// Characters of a title that fit before the years; the whole title is in the table.
const FITS: usize = 58;

/// Draws a timeline, and the table with the same content under it.
pub fn timeline(voice: Voice<'_>, line: &Timeline) -> Markup {
    let mut rows: Vec<RowOf<'_>> = Vec::new();
    let mut group = "";
    for bar in &line.bars {
        if bar.group != group {
            group = &bar.group;
            rows.push(RowOf::Group(group));
        }
        rows.push(RowOf::Bar(bar));
    }
    html! {
        figure.timeline {
            div.scroll tabindex="0" role="region" aria-label=(voice.say("timeline-scroll")) {
                (drawing(line, &rows))
            }
            (legend(line))
            details.twin {
                summary { (voice.say("as-table")) }
                (twin(voice, line))
            }
        }
    }
}

enum RowOf<'a> {
    Group(&'a str),
    Bar(&'a Bar),
}

fn drawing(line: &Timeline, rows: &[RowOf<'_>]) -> Markup {
    let years = (line.last - line.first + 1).max(1);
    let width = LABELS + years * YEAR + 16;
    let tall = HEAD + i32::try_from(rows.len()).unwrap_or(0) * ROW + 6;
    html! {
        svg.timeline-drawing viewBox={ "0 0 " (width) " " (tall) } width=(width) height=(tall)
            role="group" aria-label=(line.label) {
            (patterns(&line.id))
            @for (offset, year) in (line.first..=line.last).zip(0..) {
                @let x = LABELS + year * YEAR;
                @if line.now == Some(offset) {
                    rect.now x=(x) y="0" width=(YEAR) height=(tall) {}
                }
                line.year-line x1=(x) x2=(x) y1=(HEAD - 8) y2=(tall) {}
                text.year x=(x + 6) y="18" { (offset) }
            }
            @for (row, index) in rows.iter().zip(0..) {
                @let y = HEAD + index * ROW;
                @match row {
                    RowOf::Group(name) => text.group x="0" y=(y + 19) { (shorten(name)) },
                    RowOf::Bar(bar) => (draw(line, bar, y)),
                }
            }
        }
    }
}

fn draw(line: &Timeline, bar: &Bar, y: i32) -> Markup {
    let name = format!("{}, {}, {}", bar.title, bar.period, bar.status);
    html! {
        a href=(bar.href) aria-label={ (bar.number) " " (name) } {
            title { (name) }
            rect.row x="0" y=(y) width=(LABELS - 8) height=(ROW) {}
            text.number x="0" y=(y + 19) { (bar.number) }
            text.title x="44" y=(y + 19) { (shorten(&bar.title)) }
            path class={ "bar bar-" (bar.pattern.name()) } d=(outline(line, bar, y)) {}
            @if matches!(bar.pattern, Pattern::Stripes | Pattern::Dots | Pattern::Cross) {
                path.bar-hatch d=(outline(line, bar, y))
                    fill={ "url(#" (line.id) "-" (bar.pattern.name()) ")" } {}
            }
        }
    }
}

/// A box from the first to the last year, with a point where no end is set.
fn outline(line: &Timeline, bar: &Bar, y: i32) -> String {
    let from = bar.from.clamp(line.first, line.last);
    let to = bar.to.unwrap_or(line.last).clamp(from, line.last);
    let left = LABELS + (from - line.first) * YEAR + 4;
    let right = LABELS + (to - line.first + 1) * YEAR - 4;
    let (top, bottom, middle) = (y + 6, y + ROW - 6, y + ROW / 2);
    if bar.to.is_none() {
        let neck = right - 8;
        format!("M{left} {top}H{neck}L{right} {middle}L{neck} {bottom}H{left}z")
    } else {
        format!("M{left} {top}H{right}V{bottom}H{left}z")
    }
}

fn patterns(id: &str) -> Markup {
    html! {
        defs {
            pattern.hatch id={ (id) "-stripes" } width="8" height="8"
                patternUnits="userSpaceOnUse" { path d="M-2 10L10-2M-6 6L6-6M2 14L14 2" {} }
            pattern.hatch id={ (id) "-dots" } width="8" height="8"
                patternUnits="userSpaceOnUse" { circle cx="4" cy="4" r="1.4" {} }
            pattern.hatch id={ (id) "-cross" } width="8" height="8"
                patternUnits="userSpaceOnUse" { path d="M0 0L8 8M8 0L0 8" {} }
        }
    }
}

fn legend(line: &Timeline) -> Markup {
    let mut seen: Vec<(Pattern, &str)> = Vec::new();
    for bar in &line.bars {
        if !seen.contains(&(bar.pattern, bar.status.as_str())) {
            seen.push((bar.pattern, &bar.status));
        }
    }
    html! {
        ul.legend {
            @for (pattern, word) in seen {
                li {
                    svg viewBox="0 0 28 14" aria-hidden="true" focusable="false" {
                        rect class={ "bar bar-" (pattern.name()) } x="1" y="1" width="26"
                            height="12" {}
                        rect.bar-hatch x="1" y="1" width="26" height="12"
                            fill={ "url(#" (line.id) "-" (pattern.name()) ")" } {}
                    }
                    (word)
                }
            }
        }
    }
}

fn twin(voice: Voice<'_>, line: &Timeline) -> Markup {
    let columns = [
        Column::text(voice.say("timeline-item")),
        Column::text(voice.say("timeline-period")),
        Column::text(voice.say("timeline-status")),
    ];
    let rows: Vec<Vec<Markup>> = line
        .bars
        .iter()
        .map(|bar| {
            vec![
                html! { a href=(bar.href) { (bar.number) " " (bar.title) } },
                html! { (bar.period) },
                html! { (bar.status) },
            ]
        })
        .collect();
    table(&line.label, &columns, &rows)
}

fn shorten(title: &str) -> String {
    if title.chars().count() <= FITS {
        return title.to_owned();
    }
    let mut short: String = title.chars().take(FITS - 1).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}
