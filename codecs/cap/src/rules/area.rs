// SPDX-License-Identifier: EUPL-1.2
//! What the standard says of areas.

use super::{At, Found, cross, info};
use crate::alert::{Area, Circle, Point};
use crate::number;
use crate::rule::{self, Rule};

/// One degree.
const DEGREE: i64 = 10_000_000;
/// One kilometre, in millimetres.
const KILOMETRE: i64 = 1_000_000;
/// Half around the earth: no two places are farther from each other.
const FARTHEST: i64 = 20_038 * KILOMETRE;
/// A radius from which metres are likelier than kilometres.
const LARGE: i64 = 1_000 * KILOMETRE;

/// Holds an area against the standard.
pub fn check(area: &Area, place: At<'_>, steps: &mut usize, found: &mut Found) {
    found.needed(&area.description, place.one("areaDesc"));
    let drawn = !area.polygons.is_empty() || !area.circles.is_empty();
    let coded = !area.geocodes.is_empty() && !drawn;
    found.add_if(coded, &rule::GEOCODE_ALONE, place, &area.description);
    for (at, polygon) in area.polygons.iter().enumerate() {
        outline(polygon, place.nth("polygon", at), steps, found);
    }
    for (at, circle) in area.circles.iter().enumerate() {
        round(circle, place.nth("circle", at), found);
    }
    info::named(&area.geocodes, place, "geocode", found);
    let Some(ceiling) = area.ceiling else {
        return;
    };
    let place = place.one("ceiling");
    let shown = text(ceiling, 3);
    found.add_if(area.altitude.is_none(), &rule::NO_ALTITUDE, place, &shown);
    let low = area.altitude.is_some_and(|altitude| ceiling < altitude);
    found.add_if(low, &rule::CEILING_LOW, place, &shown);
}

/// Takes out what lies nowhere.
pub fn sift(area: &mut Area) {
    let here = |point: &Point| nowhere(*point).is_none();
    area.polygons
        .retain(|polygon| !polygon.is_empty() && polygon.iter().all(here));
    let whole = |circle: &Circle| (0..=FARTHEST).contains(&circle.radius);
    area.circles
        .retain(|circle| whole(circle) && here(&circle.centre));
}

fn outline(polygon: &[Point], place: At<'_>, steps: &mut usize, found: &mut Found) {
    let (Some(first), Some(last)) = (polygon.first(), polygon.last()) else {
        return found.add(&rule::FEW_POINTS, place, "0");
    };
    if let Some((point, rule)) = polygon.iter().find_map(|it| Some((it, nowhere(*it)?))) {
        return found.add(rule, place, &shown(*point));
    }
    if polygon.len() < 4 {
        return found.add(&rule::FEW_POINTS, place, &polygon.len().to_string());
    }
    if first != last {
        let ends = format!("{} \u{2026} {}", shown(*first), shown(*last));
        found.add(&rule::OPEN_POLYGON, place, &ends);
    } else if let Some(point) = cross::first(polygon, steps) {
        found.add(&rule::CROSSING, place, &shown(point));
    }
    found.add_if(turned(*first), &rule::SWAPPED_MAYBE, place, &shown(*first));
}

fn round(circle: &Circle, place: At<'_>, found: &mut Found) {
    let radius = text(circle.radius, 6);
    if let Some(rule) = nowhere(circle.centre) {
        found.add(rule, place, &shown(circle.centre));
    } else if !(0..=FARTHEST).contains(&circle.radius) {
        found.add(&rule::RADIUS, place, &radius);
    } else {
        found.add_if(circle.radius > LARGE, &rule::RADIUS_LARGE, place, &radius);
        found.add_if(
            turned(circle.centre),
            &rule::SWAPPED_MAYBE,
            place,
            &shown(circle.centre),
        );
    }
}

/// Why a point is not on earth, if it is not.
fn nowhere(point: Point) -> Option<&'static Rule> {
    let (latitude, longitude) = (point.latitude.abs(), point.longitude.abs());
    if latitude <= 90 * DEGREE && longitude <= 180 * DEGREE {
        None
    } else if latitude <= 180 * DEGREE && longitude <= 90 * DEGREE {
        Some(&rule::SWAPPED)
    } else if is_rd(point.latitude, point.longitude) || is_rd(point.longitude, point.latitude) {
        Some(&rule::RD)
    } else {
        Some(&rule::OUTSIDE)
    }
}

/// Within the rectangle in which RD New holds, in metres.
fn is_rd(x: i64, y: i64) -> bool {
    (-7_000 * DEGREE..=300_000 * DEGREE).contains(&x)
        && (289_000 * DEGREE..=629_000 * DEGREE).contains(&y)
}

/// True for a point off Somalia that would lie in the Netherlands, were it turned round. On Saba,
/// Sint Eustatius and Bonaire no such mistake can be told.
fn turned(point: Point) -> bool {
    (3 * DEGREE..8 * DEGREE).contains(&point.latitude)
        && (50 * DEGREE..54 * DEGREE).contains(&point.longitude)
}

fn shown(point: Point) -> String {
    format!("{},{}", text(point.latitude, 7), text(point.longitude, 7))
}

fn text(value: i64, digits: u32) -> String {
    let mut text = String::new();
    number::write(&mut text, value, digits);
    text
}
