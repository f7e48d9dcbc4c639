// SPDX-License-Identifier: EUPL-1.2
//! The part of the earth that is drawn, the lines of degrees over it, and its scale.

use maud::{Markup, html};
use paraat_kernel::geometry::DEGREE;
use paraat_kernel::{Bounds, Language, Outline, Place};

use super::at;
use crate::widgets::area_map::shape::Projection;
use crate::words::Voice;

/// Metres in a degree from south to north.
const METRES: f64 = 111_300.0;

/// The least height of what is drawn, in units: about two kilometres, so that one point has
/// surroundings.
const LEAST: i64 = DEGREE / 50;

/// The part of the earth that is drawn.
pub struct Frame {
    bounds: Bounds,
}

impl Frame {
    /// Width and height of the drawing, in tenths of a pixel.
    pub const SIZE: [i64; 2] = [6400, 4800];

    /// These bounds with room around them, in the proportion of the drawing.
    pub fn around(bounds: Bounds) -> Self {
        let (least, most) = (bounds.least, bounds.most);
        let middle = Place {
            lon: least.lon + (most.lon - least.lon) / 2,
            lat: least.lat + (most.lat - least.lat) / 2,
        };
        let flat = (middle.lat as f64 / DEGREE as f64)
            .to_radians()
            .cos()
            .max(0.1);
        let proportion = Self::SIZE[0] as f64 / Self::SIZE[1] as f64;
        let wide = (most.lon - least.lon) as f64 * flat * 1.25;
        let high = ((most.lat - least.lat) as f64 * 1.25).max(LEAST as f64);
        let high = high.max(wide / proportion);
        let half_high = (high / 2.0) as i64;
        let half_wide = (high * proportion / flat / 2.0) as i64;
        let corner = |lon, lat| Place {
            lon: middle.lon + lon,
            lat: middle.lat + lat,
        };
        Self {
            bounds: Bounds {
                least: corner(-half_wide, -half_high),
                most: corner(half_wide, half_high),
            },
        }
    }

    /// The frame as an area, to fit the drawing to.
    pub fn outline(&self) -> Outline {
        let Bounds { least, most } = self.bounds;
        let corners = [
            least,
            Place {
                lon: most.lon,
                ..least
            },
            most,
            Place {
                lon: least.lon,
                ..most
            },
        ];
        Outline(vec![vec![corners.to_vec()]])
    }

    /// Metres that a pixel stands for.
    fn metres(&self) -> f64 {
        let high = (self.bounds.most.lat - self.bounds.least.lat) as f64 / DEGREE as f64;
        high * METRES / (Self::SIZE[1] as f64 / 10.0)
    }

    /// A bar of a round length, at the south-western corner.
    pub fn bar(&self) -> Markup {
        let metres = self.metres();
        let most = metres * 160.0;
        let mut length = 1_i64;
        for step in [2, 5, 10].into_iter().cycle().scan(1_i64, |unit, step| {
            let length = *unit * step;
            if step == 10 {
                *unit = length;
            }
            Some(length)
        }) {
            if step as f64 > most || step > 5_000_000 {
                break;
            }
            length = step;
        }
        let wide = (length as f64 / metres).round() as i64;
        let text = if length >= 1000 {
            format!("{} km", length / 1000)
        } else {
            format!("{length} m")
        };
        let low = Self::SIZE[1] / 10 - 14;
        html! {
            g.shape-bar {
                path d={ "M12 " (low - 6) "v6h" (wide) "v-6" } {}
                text x=(18 + wide) y=(low) { (text) }
            }
        }
    }
}

/// Lines of degrees.
pub struct Grid<'a> {
    frame: &'a Frame,
    step: i64,
}

impl<'a> Grid<'a> {
    /// Some three lines from south to north.
    pub fn of(frame: &'a Frame) -> Self {
        let high = frame.bounds.most.lat - frame.bounds.least.lat;
        let steps = [
            1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000,
            2_000_000, 5_000_000, 10_000_000, 20_000_000, 50_000_000,
        ];
        let step = steps.into_iter().find(|step| high / step <= 4);
        Self {
            frame,
            step: step.unwrap_or(10 * DEGREE),
        }
    }

    /// How far its lines lie apart, in degrees.
    pub fn step(&self, voice: Voice<'_>) -> String {
        self.degrees(voice, self.step)
    }

    fn degrees(&self, voice: Voice<'_>, units: i64) -> String {
        let mut places = 0;
        let mut unit = DEGREE;
        while self.step % unit != 0 && unit > 1 {
            unit /= 10;
            places += 1;
        }
        let text = format!("{:.places$}", units as f64 / DEGREE as f64);
        match voice.language {
            Language::Nl => text.replace('.', ","),
            Language::En => text,
        }
    }

    fn lines(&self, from: i64, to: i64) -> impl Iterator<Item = i64> {
        let step = self.step;
        let first = from.div_euclid(step) * step + step;
        (0..64)
            .map(move |at| first + at * step)
            .take_while(move |line| *line < to)
    }

    /// The lines, each with its degree.
    pub fn draw(&self, voice: Voice<'_>, projection: &Projection) -> Markup {
        let Bounds { least, most } = self.frame.bounds;
        let [wide, high] = Frame::SIZE.map(|tenths| tenths / 10);
        html! {
            g.shape-grid aria-hidden="true" {
                @for lon in self.lines(least.lon, most.lon) {
                    @let [x, _] = at(projection, Place { lon, lat: least.lat });
                    line x1=(x) y1="0" x2=(x) y2=(high) {}
                    @if x < wide - 60 {
                        text x=(x + 3) y="13" { (self.degrees(voice, lon)) "°" }
                    }
                }
                @for lat in self.lines(least.lat, most.lat) {
                    @let [_, y] = at(projection, Place { lon: least.lon, lat });
                    line x1="0" y1=(y) x2=(wide) y2=(y) {}
                    @if y > 30 { text x="4" y=(y - 3) { (self.degrees(voice, lat)) "°" } }
                }
            }
        }
    }
}
