// SPDX-License-Identifier: EUPL-1.2
//! Names beside their places: right, left, below or above, wherever nothing stands yet.

/// Width of a letter and height of a line, in pixels of the drawing.
const LETTER: [i64; 2] = [7, 15];
/// The longest name that is drawn, in letters; a longer one is cut.
const LONGEST: usize = 28;
/// From the middle of a sign to its name.
const BESIDE: i64 = 12;

/// What is taken: left, top, right, bottom.
type Taken = [i64; 4];

/// Where names stand.
pub struct Labels(Vec<Taken>);

impl Labels {
    /// None yet, beside these signs.
    pub fn beside(spots: &[[i64; 2]]) -> Self {
        let sign = |[x, y]: &[i64; 2]| [x - 8, y - 8, x + 8, y + 8];
        Self(spots.iter().map(sign).collect())
    }

    /// A place for a name, or for the number in its stead; the text, where it begins and how it is
    /// anchored. None when there is no room for either.
    pub fn place(
        &mut self,
        spot: [i64; 2],
        long: &str,
        short: &str,
    ) -> Option<(String, [i64; 2], &'static str)> {
        let cut = match long.chars().count() {
            count if count > LONGEST => {
                let kept: String = long.chars().take(LONGEST - 1).collect();
                format!("{kept}…")
            }
            _ => long.to_owned(),
        };
        [cut, short.to_owned()]
            .into_iter()
            .find_map(|text| self.fit(spot, text))
    }

    fn fit(&mut self, [x, y]: [i64; 2], text: String) -> Option<(String, [i64; 2], &'static str)> {
        let wide = LETTER[0] * i64::try_from(text.chars().count()).unwrap_or(0);
        let tries = [
            ([x + BESIDE, y + 5], "start", x + BESIDE),
            ([x - BESIDE, y + 5], "end", x - BESIDE - wide),
            ([x, y + 24], "middle", x - wide / 2),
            ([x, y - 14], "middle", x - wide / 2),
        ];
        for (at, anchor, left) in tries {
            let taken = [left, at[1] - LETTER[1] + 3, left + wide, at[1] + 3];
            let [width, height] = super::grid::Frame::SIZE.map(|tenths| tenths / 10);
            let inside = taken[0] >= 2 && taken[2] <= width && taken[1] >= 2 && taken[3] <= height;
            if inside && !self.0.iter().any(|other| over(taken, *other)) {
                self.0.push(taken);
                return Some((text, at, anchor));
            }
        }
        None
    }
}

fn over(one: Taken, other: Taken) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_stand_over_each_other() {
        let spots = [[300, 200], [310, 200], [305, 205]];
        let mut labels = Labels::beside(&spots);
        let placed: Vec<_> = spots
            .iter()
            .map(|spot| labels.place(*spot, "1 Commandopost", "1"))
            .collect();
        assert!(placed.iter().all(Option::is_some), "{placed:?}");
        let anchors: Vec<_> = placed.iter().flatten().map(|it| it.1).collect();
        assert!(anchors.windows(2).all(|two| two[0] != two[1]));
        let long = Labels::beside(&[])
            .place([99, 99], &"x".repeat(99), "1")
            .unwrap();
        assert_eq!(long.0.chars().count(), LONGEST);
    }
}
