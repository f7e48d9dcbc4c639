// SPDX-License-Identifier: EUPL-1.2
//! What is found by an index is what a look at every row finds: by place, and by moment.

#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]
#![expect(dead_code, reason = "each test file uses its own part of crisis")]

mod common;
#[path = "common/crisis.rs"]
mod crisis;

use std::collections::BTreeMap;

use common::World;
use crisis::{MODULES, open, share, typed, write};
use paraat_contract::{AsKnown, CARDS, Count, Filter, Order, Query, Row, Table};
use paraat_incident::tables::{LINE, OBJECT, PART};
use paraat_kernel::seams::Clock as _;
use paraat_kernel::{Bounds, Geometry, Place, StreamId, Timestamp};

/// Numbers that follow from a seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: i64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        i64::try_from(self.0 >> 33).unwrap() % sides
    }
}

/// Few different degrees, so that edges and corners often fall together.
fn corner(dice: &mut Dice) -> [i64; 2] {
    [dice.roll(9) - 4, dice.roll(9) + 50]
}

fn feature(dice: &mut Dice, number: usize) -> serde_json::Value {
    let ([west, south], wide, high) = (corner(dice), dice.roll(3) + 1, dice.roll(3) + 1);
    let shape = match dice.roll(4) {
        0 => serde_json::json!({ "type": "LineString",
            "coordinates": [[west, south], [west + wide, south + high]] }),
        1 => serde_json::json!({ "type": "Polygon", "coordinates":
            [[[west, south], [west + wide, south], [west, south + high], [west, south]]] }),
        2 => serde_json::json!({ "type": "Point", "coordinates": [180 - 360 * (wide % 2), south] }),
        _ => serde_json::json!({ "type": "Point", "coordinates": [west, south] }),
    };
    let title = format!("Ding {number}");
    serde_json::json!({ "type": "Feature", "geometry": shape,
        "properties": { "title": title, "name": title } })
}

fn placed(world: &World, incident: &StreamId, dice: &mut Dice, many: usize) {
    let features: Vec<_> = (0..many).map(|number| feature(dice, number)).collect();
    let text = serde_json::json!({ "type": "FeatureCollection", "features": features });
    let fields = typed(&[
        ("incident", &incident.to_string()),
        ("geojson", &text.to_string()),
        ("kind", "command-post"),
    ]);
    world.act("vr23", "incident/layer/import", fields).unwrap();
}

fn rows(world: &World, query: &Query) -> (Vec<Row>, u64) {
    let reader = &world.spine().ledger().reader;
    let found = reader.rows(&world.audience("vr24"), query).unwrap();
    (found.rows, found.total)
}

fn names(rows: &[Row]) -> Vec<String> {
    let name = |row: &Row| format!("{}~{}~{}", row.stream, row.part, row.version);
    rows.iter().map(name).collect()
}

fn boxes(dice: &mut Dice) -> Vec<Bounds> {
    let units = |degrees: i64| degrees * paraat_kernel::geometry::DEGREE;
    let bounds = |west: i64, south: i64, east: i64, north: i64| Bounds {
        least: Place {
            lon: units(west),
            lat: units(south),
        },
        most: Place {
            lon: units(east),
            lat: units(north),
        },
    };
    let [west, south] = corner(dice);
    let (east, north) = (west + dice.roll(4), south + dice.roll(4));
    match dice.roll(5) {
        0 => vec![
            bounds(179, south, 180, north),
            bounds(-180, south, west, north),
        ],
        1 => Vec::new(),
        _ => vec![bounds(west, south, east, north)],
    }
}

fn same_by_box(world: &World, dice: &mut Dice, as_known: AsKnown) {
    let every = rows(world, &Query::all(&OBJECT).as_known(as_known.clone())).0;
    for _ in 0..60 {
        let boxes = boxes(dice);
        let touches = |row: &&Row| {
            let shape = Geometry::from_text(row.text("geometry")).unwrap();
            boxes.iter().any(|it| shape.touches(*it))
        };
        let wanted: Vec<Row> = every.iter().filter(touches).cloned().collect();
        let query = Query::all(&OBJECT)
            .as_known(as_known.clone())
            .touching(boxes.clone());
        let (found, _) = rows(world, &query);
        assert_eq!(names(&found), names(&wanted), "{boxes:?}");
        let (page, total) = rows(world, &query.clone().page(1, 2));
        let cut: Vec<Row> = wanted.iter().skip(1).take(2).cloned().collect();
        assert_eq!((names(&page), total), (names(&cut), wanted.len() as u64));
        let mut some = query.page(0, 1);
        some.count = Count::UpTo(3);
        assert_eq!(rows(world, &some).1, wanted.len().min(3) as u64);
    }
}

#[test]
fn what_a_box_finds_is_what_a_look_at_every_row_finds() {
    let mut world = World::new("found-box", &MODULES, &["vr23", "vr24"]);
    let incident = open(&world, "vr23", "Hoogwater Maas");
    let mut dice = Dice(0x5eed);
    placed(&world, &incident, &mut dice, 120);
    same_by_box(&world, &mut dice, AsKnown::Now);
    let removed = |number: i64| {
        let fields = typed(&[
            ("incident", &incident.to_string()),
            ("object", &number.to_string()),
        ]);
        world.act("vr23", "incident/layer/remove", fields).unwrap();
    };
    (1..60).step_by(3).for_each(removed);
    let moment = world.clock.now();
    placed(&world, &incident, &mut dice, 1);
    same_by_box(&world, &mut dice, AsKnown::Now);
    same_by_box(&world, &mut dice, AsKnown::At(moment));
    world.stop();
    let path = world.folder.join("ledger.db");
    paraat_ledger::rebuild(&path, world.setup()).unwrap();
    world.start();
    same_by_box(&world, &mut dice, AsKnown::Now);
    assert_eq!(world.verify().broken, None);
}

/// What stood at a moment, by table: found then, as it was now.
type Stood = BTreeMap<&'static str, Vec<String>>;

fn stood(world: &World, incident: &StreamId, as_known: &AsKnown) -> Stood {
    let tables: [&'static Table; 4] = [&LINE, &PART, &OBJECT, &CARDS];
    let mut stood = Stood::new();
    for table in tables {
        let whole = Query::all(table).as_known(as_known.clone());
        let column = if table.name == CARDS.name {
            "under"
        } else {
            "incident"
        };
        let within = whole.clone().is(column, incident.to_string());
        let mut newest = within.clone().by(Order::Newest).page(1, 3);
        newest.limit = 3;
        let stream = whole.clone().filter(Filter::Stream(incident.clone()));
        for query in [whole, within, newest, stream] {
            let (rows, total) = rows(world, &query);
            let found = stood.entry(table.name).or_default();
            found.extend(names(&rows));
            found.push(total.to_string());
        }
    }
    stood
}

#[test]
fn what_was_so_at_a_moment_is_what_was_found_then() {
    let world = World::new("found-past", &MODULES, &["vr23", "vr24"]);
    let incident = open(&world, "vr23", "Hoogwater Maas");
    let mut dice = Dice(0xdeed);
    let mut then: Vec<(Timestamp, Stood)> = Vec::new();
    let mut seen = None;
    for step in 0..60 {
        match dice.roll(3) {
            0 => {
                write(&world, "vr24", &incident, &format!("regel {step}"));
            }
            1 => placed(&world, &incident, &mut dice, 2),
            _ => {
                let said = ("water", "raised", format!("stap {step}"));
                let said = (said.0, said.1, said.2.as_str());
                seen = Some(share(&world, "vr23", &incident, said, seen).version);
            }
        }
        let now = world.clock.now();
        then.push((now, stood(&world, &incident, &AsKnown::Now)));
    }
    for (moment, stood_then) in &then {
        let found = stood(&world, &incident, &AsKnown::At(*moment));
        assert_eq!(&found, stood_then, "at {moment}");
    }
}
