// SPDX-License-Identifier: EUPL-1.2
//! Where an alert holds: drawn, and in words.

use std::f64::consts::TAU;

use paraat_contract::{Row, Scene};
use paraat_kernel::{Geometry, Place};
use paraat_ui::widgets::{Drawn, Mark, Tone, shape_map};
use paraat_ui::{Markup, html};

/// Corners of the outline that stands for a circle.
const CORNERS: u32 = 48;
/// Metres in a degree of latitude (WGS 84, to a part in two hundred).
const METRES: f64 = 111_320.0;

/// The drawing; a sentence when there is no area yet.
pub fn draw(scene: &Scene, own: &Row) -> Markup {
    let Some(shape) = Geometry::from_text(own.text("geometry")) else {
        return html! { p.muted { (scene.say("communication-no-area")) } };
    };
    let radius = own.whole("radius").unwrap_or_default();
    let drawn = Drawn {
        number: "1".to_owned(),
        title: own.text("area").to_owned(),
        sort: scene.say("communication-alert-area"),
        mark: Mark::Triangle,
        tone: Tone::Critical,
        geometry: around(shape, radius),
        words_only: false,
        stale: false,
        href: "#area".to_owned(),
    };
    let voice = scene.words.voice(scene.language());
    let note = |step: &str| scene.say_with("communication-map-note", &[("step", step.to_owned())]);
    let label = scene.say("communication-alert-area");
    html! {
        (shape_map(voice, ("area-map", &label), &[drawn], note))
        p #area {
            (own.text("area"))
            @if radius > 0 {
                " " (scene.say_with("communication-radius", &[("metres", radius.to_string())]))
            }
        }
    }
}

/// A circle as an outline; what is an area stays one.
fn around(shape: Geometry, radius: i64) -> Geometry {
    let Geometry::Point(middle) = shape else {
        return shape;
    };
    let unit = paraat_kernel::geometry::DEGREE as f64;
    let high = radius as f64 / METRES;
    let wide = high / (middle.lat as f64 / unit).to_radians().cos().max(0.01);
    let at = |step: u32| {
        let angle = f64::from(step % CORNERS) * TAU / f64::from(CORNERS);
        Place {
            lon: middle.lon + (angle.cos() * wide * unit) as i64,
            lat: middle.lat + (angle.sin() * high * unit) as i64,
        }
    };
    Geometry::Polygon(vec![(0..=CORNERS).map(at).collect()])
}
