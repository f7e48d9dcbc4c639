// SPDX-License-Identifier: EUPL-1.2
//! Labels, only where they fit: an area is cut into thin rows, and a label stands where enough
//! rows in a row are wide enough for it.

use super::layout::BOX;
use super::shape::{Rings, ends};
use crate::widgets::tile_map::lines;

/// Height of a row, in tenths of a pixel.
const ROW: i64 = 40;
/// Between a label and the border.
const PAD: i64 = 20;

/// On which kind of screen a label is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Where the drawing has its own size, and on paper.
    Wide,
    /// On a phone, where it is about half as large and its letters must not be.
    Narrow,
}

impl Look {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Wide, Self::Narrow];

    /// Height of its letters, as the style sheet has it.
    fn size(self) -> i64 {
        match self {
            Self::Wide => 130,
            Self::Narrow => 220,
        }
    }

    fn line(self) -> i64 {
        self.size() * 6 / 5
    }

    /// How wide a text is, estimated: letters are on average somewhat over half as wide as high.
    fn width(self, text: &str) -> i64 {
        let letters = i64::try_from(text.chars().count()).unwrap_or(i64::MAX / 1000);
        letters * self.size() * 56 / 100
    }
}

/// What a line of a label says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The name, or a part of it.
    Name,
    /// The state.
    Status,
}

/// A line of text and the middle of its foot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it says.
    pub kind: Kind,
    /// The text.
    pub text: String,
    /// Where it stands.
    pub at: [i64; 2],
}

/// A label in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where it is shown.
    pub look: Look,
    /// Its lines.
    pub lines: Vec<Line>,
}

impl Label {
    /// The most that fits in an area: name and state, else name and sign, else the sign, which
    /// always stands there.
    pub fn within(rings: &Rings, look: Look, name: &str, status: &str, sign: &str) -> Self {
        let spans = Spans::of(rings);
        let sign_alone = vec![(Kind::Status, sign.to_owned())];
        let mut tried = Vec::new();
        for under in [status, sign] {
            if under == sign || look == Look::Wide {
                tried.extend(names(name).map(|lines| with_state(lines, under)));
            }
        }
        tried.extend(names(name).map(|lines| with_sign(lines, sign)));
        tried.push(sign_alone.clone());
        for lines in tried {
            let widths = lines.iter().map(|(_, text)| look.width(text));
            let wide = widths.max().unwrap_or(0) + 2 * PAD;
            let count = i64::try_from(lines.len()).unwrap_or(i64::MAX / 1000);
            if let Some(middle) = spans.room(wide, count * look.line()) {
                return Self::at(middle, look, lines);
            }
        }
        Self::at(spans.middle(), look, sign_alone)
    }

    /// The label of a box: the name above, the state below.
    pub fn of_box(at: [i64; 2], look: Look, name: &str, status: &str, sign: &str) -> Self {
        let fits = |lines: &Vec<String>| {
            let mut widths = lines.iter().map(|line| look.width(line));
            widths.all(|width| width + PAD <= BOX[0])
        };
        let [one, two, more] = names(name);
        let name = [one, two].into_iter().find(fits).unwrap_or(more);
        let under = if look == Look::Wide { status } else { sign };
        let middle = at[0] + BOX[0] / 2;
        let foot = |line: i64| [middle, at[1] + PAD + line * look.line() - look.size() / 6];
        let name = (1..).zip(name).map(|(line, text)| Line {
            kind: Kind::Name,
            text,
            at: foot(line),
        });
        let state = Line {
            kind: Kind::Status,
            text: under.to_owned(),
            at: [middle, at[1] + BOX[1] - PAD - look.size() / 6],
        };
        Self {
            look,
            lines: name.chain([state]).collect(),
        }
    }

    fn at([x, y]: [i64; 2], look: Look, lines: Vec<(Kind, String)>) -> Self {
        let count = i64::try_from(lines.len()).unwrap_or(0);
        let top = y - count * look.line() / 2;
        let line = |(at, (kind, text)): (i64, (Kind, String))| Line {
            kind,
            text,
            // The foot of letters lies somewhat above the foot of their line.
            at: [x, top + at * look.line() - look.size() / 4],
        };
        let lines = (1..).zip(lines).map(line).collect();
        Self { look, lines }
    }
}

/// A name on one line, on lines as tiles have them, and with every word on a line of its own.
fn names(name: &str) -> [Vec<String>; 3] {
    let trim = |line: &str| line.trim().to_owned();
    let tile = lines(name).iter().map(|line| trim(line)).collect();
    let words = name.split_inclusive([' ', '-']).map(trim).collect();
    [vec![name.to_owned()], tile, words]
}

/// A name with the state on a line below it.
fn with_state(name: Vec<String>, state: &str) -> Vec<(Kind, String)> {
    let name = name.into_iter().map(|line| (Kind::Name, line));
    name.chain([(Kind::Status, state.to_owned())]).collect()
}

/// A name with the sign behind its last word, which takes one line less.
fn with_sign(mut name: Vec<String>, sign: &str) -> Vec<(Kind, String)> {
    if let Some(last) = name.last_mut() {
        last.push(' ');
        last.push_str(sign);
    }
    name.into_iter().map(|line| (Kind::Name, line)).collect()
}

/// An area as rows of spans that lie within it.
pub struct Spans {
    top: i64,
    rows: Vec<Vec<[i64; 2]>>,
    middle: [i64; 2],
}

impl Spans {
    /// Cuts an area into rows.
    pub fn of(rings: &Rings) -> Self {
        let points = || rings.iter().flatten();
        let (top, bottom) = ends(points().map(|[_, y]| *y)).unwrap_or((0, 0));
        let (left, right) = ends(points().map(|[x, _]| *x)).unwrap_or((0, 0));
        let count = (bottom - top) / ROW + 1;
        let row = |at: i64| spans(rings, top + at * ROW + ROW / 2);
        Self {
            top,
            rows: (0..count).map(row).collect(),
            middle: [(left + right) / 2, (top + bottom) / 2],
        }
    }

    /// The middle of a rectangle of this size that lies within the area: where there is most room
    /// to its sides, and of such places the one nearest to the middle of the area.
    fn room(&self, wide: i64, high: i64) -> Option<[i64; 2]> {
        let count = usize::try_from(high / ROW).unwrap_or(0) + 1;
        let mut best: Option<(i64, [i64; 2])> = None;
        for (at, rows) in (0..).zip(self.rows.windows(count)) {
            let common = rows.iter().cloned().reduce(|one, other| both(&one, &other));
            for [left, right] in common.unwrap_or_default() {
                if right - left < wide {
                    continue;
                }
                let middle = [(left + right) / 2, self.top + at * ROW + high / 2];
                let away = (middle[1] - self.middle[1]).abs();
                let score = right - left - away / 2;
                if best.is_none_or(|(most, _)| score > most) {
                    best = Some((score, middle));
                }
            }
        }
        best.map(|(_, middle)| middle)
    }

    /// The middle of its widest span.
    fn middle(&self) -> [i64; 2] {
        let rows = (0..).zip(&self.rows);
        let spans = rows.flat_map(|(at, row)| row.iter().map(move |span| (at, *span)));
        let widest = spans.max_by_key(|(_, [left, right])| right - left);
        widest.map_or(self.middle, |(at, [left, right])| {
            [(left + right) / 2, self.top + at * ROW + ROW / 2]
        })
    }

    /// True when some of the area lies between these.
    pub fn touch(&self, across: [i64; 2], down: [i64; 2]) -> bool {
        let rows = (0..).zip(&self.rows);
        let within = rows.filter(|(at, _)| {
            let y = self.top + at * ROW;
            y <= down[1] && y + ROW >= down[0]
        });
        let mut spans = within.flat_map(|(_, row)| row);
        spans.any(|[left, right]| *left <= across[1] && *right >= across[0])
    }
}

/// Where a line at this height runs within the area: between its first and second border, its
/// third and fourth, and so on.
fn spans(rings: &Rings, y: i64) -> Vec<[i64; 2]> {
    let mut borders = Vec::new();
    for ring in rings {
        let ends = ring.iter().skip(1).chain(ring.first());
        for ([ax, ay], [bx, by]) in ring.iter().zip(ends) {
            if (*ay <= y) != (*by <= y) {
                borders.push(ax + (bx - ax) * (y - ay) / (by - ay));
            }
        }
    }
    borders.sort_unstable();
    let pairs = borders.chunks_exact(2);
    pairs
        .filter_map(|pair| <[i64; 2]>::try_from(pair).ok())
        .collect()
}

/// What two rows have in common.
fn both(one: &[[i64; 2]], other: &[[i64; 2]]) -> Vec<[i64; 2]> {
    let of = |[a, b]: &[i64; 2]| {
        let meet = other.iter().map(|[c, d]| [*a.max(c), *b.min(d)]);
        meet.collect::<Vec<_>>()
    };
    let all = one.iter().flat_map(of);
    all.filter(|[left, right]| left < right).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(label: &Label) -> Vec<&str> {
        label.lines.iter().map(|line| line.text.as_str()).collect()
    }

    fn square(side: i64) -> Rings {
        vec![vec![[0, 0], [side, 0], [side, side], [0, side]]]
    }

    #[test]
    fn a_label_says_as_much_as_fits() {
        let of =
            |side, look| Label::within(&square(side), look, "Gooi en Vechtstreek", "○ open", "○");
        let wide = |side| of(side, Look::Wide);
        assert_eq!(texts(&wide(3000)), ["Gooi en Vechtstreek", "○ open"]);
        assert_eq!(texts(&wide(1200)), ["Gooi en", "Vechtstreek", "○ open"]);
        assert_eq!(texts(&wide(500)), ["○"]);
        assert_eq!(texts(&of(3000, Look::Narrow)), ["Gooi en Vechtstreek", "○"]);
        assert_eq!(texts(&of(10, Look::Narrow)), ["○"]);
    }

    #[test]
    fn a_low_area_has_name_and_sign_on_one_line() {
        let low = vec![vec![[0, 0], [1500, 0], [1500, 240], [0, 240]]];
        let label = Label::within(&low, Look::Wide, "Twente", "○ open", "○");
        assert_eq!(texts(&label), ["Twente ○"]);
    }

    #[test]
    fn a_label_stands_in_the_wide_part() {
        // Broad in the north, with a tail to the south.
        let rings = vec![vec![
            [0, 0],
            [2000, 0],
            [2000, 800],
            [300, 800],
            [300, 4000],
            [0, 4000],
        ]];
        let label = Label::within(&rings, Look::Wide, "Zeeland", "○ open", "○");
        assert_eq!(texts(&label), ["Zeeland", "○ open"]);
        for line in &label.lines {
            assert!(line.at[1] < 800 && line.at[0] == 1000, "{line:?}");
        }
    }

    #[test]
    fn a_lake_is_not_written_in() {
        let mut rings = square(2000);
        rings.push(vec![[100, 100], [100, 1900], [1900, 1900], [1900, 100]]);
        let label = Label::within(&rings, Look::Wide, "Zeeland", "○ open", "○");
        assert_eq!(texts(&label), ["○"]);
        assert!(!Spans::of(&rings).touch([300, 1700], [300, 1700]));
    }

    #[test]
    fn nothing_to_draw_is_answered() {
        for rings in [vec![], vec![vec![]], vec![vec![[5, 5]]]] {
            assert_eq!(
                texts(&Label::within(&rings, Look::Wide, "", "", "○")),
                ["○"]
            );
        }
    }
}
