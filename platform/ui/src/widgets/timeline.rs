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
    /// Broken outline: nothing is said of it.
    Broken,
    /// Stripes: under way.
    Stripes,
    /// Lines along the bar: goes another way than was planned.
    Lines,
    /// Full: done.
    Full,
    /// Dots: goes on all the time.
    Dots,
    /// Crossed: dropped.
    Cross,
}

impl Pattern {
    /// Every pattern, for the legend.
    pub const ALL: [Self; 7] = [
        Self::Open,
        Self::Broken,
        Self::Stripes,
        Self::Lines,
        Self::Full,
        Self::Dots,
        Self::Cross,
    ];

    /// The part of the class name that stands for this pattern.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Broken => "broken",
            Self::Stripes => "stripes",
            Self::Lines => "lines",
            Self::Full => "full",
            Self::Dots => "dots",
            Self::Cross => "cross",
        }
    }

    /// True when it is drawn over the bar.
    fn is_hatched(self) -> bool {
        !matches!(self, Self::Open | Self::Broken | Self::Full)
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

const LABELS: i32 = 450;
const YEAR: i32 = 118;
const HEAD: i32 = 30;
const LINE: i32 = 16;
/// Characters of a title that fit on one line before the years.
const FITS: usize = 62;

/// Draws a timeline, and the table with the same content under it.
pub fn timeline(voice: Voice<'_>, line: &Timeline) -> Markup {
    let rows = rows(line);
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

/// One row of the drawing: a group, or a bar, with the lines of its words and where it stands.
struct Row<'a> {
    bar: Option<&'a Bar>,
    words: Vec<String>,
    top: i32,
    height: i32,
}

fn rows(line: &Timeline) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    let mut group = "";
    let mut top = HEAD;
    for bar in &line.bars {
        let heading = (bar.group != group).then_some((None, bar.group.as_str()));
        group = &bar.group;
        for (bar, title) in heading.into_iter().chain([(Some(bar), bar.title.as_str())]) {
            let words = wrap(title);
            let height = 12 + LINE * i32::try_from(words.len()).unwrap_or(1);
            rows.push(Row {
                bar,
                words,
                top,
                height,
            });
            top += height;
        }
    }
    rows
}

fn drawing(line: &Timeline, rows: &[Row<'_>]) -> Markup {
    let years = (line.last - line.first + 1).max(1);
    let width = LABELS + years * YEAR + 16;
    let tall = rows.last().map_or(HEAD, |row| row.top + row.height) + 6;
    html! {
        svg.timeline-drawing viewBox={ "0 0 " (width) " " (tall) } width=(width) height=(tall)
            role="group" aria-label=(line.label) {
            (patterns(&line.id))
            @for (year, offset) in (line.first..=line.last).zip(0..) {
                @let x = LABELS + offset * YEAR;
                @if line.now == Some(year) {
                    rect.now x=(x) y="0" width=(YEAR) height=(tall) {}
                }
                line.year-line x1=(x) x2=(x) y1=(HEAD - 8) y2=(tall) {}
                text.year x=(x + 6) y="18" { (year) }
            }
            @for row in rows {
                @match row.bar {
                    None => text.group { (words(row, 0)) },
                    Some(bar) => (draw(line, bar, row)),
                }
            }
        }
    }
}

fn words(row: &Row<'_>, x: i32) -> Markup {
    html! {
        @for (words, index) in row.words.iter().zip(0..) {
            tspan x=(x) y=(row.top + 19 + index * LINE) { (words) }
        }
    }
}

/// The link takes its name from what it holds: number, title, and the words on the bar.
fn draw(line: &Timeline, bar: &Bar, row: &Row<'_>) -> Markup {
    let outline = outline(line, bar, row);
    html! {
        a href=(bar.href) {
            rect.row x="0" y=(row.top) width=(LABELS - 8) height=(row.height) {}
            text.number x="0" y=(row.top + 19) { (bar.number) " " }
            text.title { (words(row, 44)) " " }
            path class={ "bar bar-" (bar.pattern.name()) } d=(outline) {
                title { (bar.period) ", " (bar.status) }
            }
            @if bar.pattern.is_hatched() {
                path.bar-hatch d=(outline)
                    fill={ "url(#" (line.id) "-" (bar.pattern.name()) ")" } {}
            }
        }
    }
}

/// A box from the first to the last year, with a point where no end is set.
fn outline(line: &Timeline, bar: &Bar, row: &Row<'_>) -> String {
    let from = bar.from.clamp(line.first, line.last);
    let to = bar.to.unwrap_or(line.last).clamp(from, line.last);
    let left = LABELS + (from - line.first) * YEAR + 4;
    let right = LABELS + (to - line.first + 1) * YEAR - 4;
    let middle = row.top + row.height / 2;
    let (top, bottom) = (middle - 8, middle + 8);
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
            pattern.hatch id={ (id) "-lines" } width="8" height="5"
                patternUnits="userSpaceOnUse" { path d="M0 2.5L8 2.5" {} }
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
                        @if pattern.is_hatched() {
                            rect.bar-hatch x="1" y="1" width="26" height="12"
                                fill={ "url(#" (line.id) "-" (pattern.name()) ")" } {}
                        }
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

/// Breaks a title between words into lines that fit before the years.
fn wrap(title: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in title.split_inclusive(' ') {
        let long = word.trim_end().chars().count();
        match lines.last_mut() {
            Some(line) if line.is_empty() || line.chars().count() + long <= FITS => {
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
