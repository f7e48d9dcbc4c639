// SPDX-License-Identifier: EUPL-1.2
//! Figure 11: objects in random boxes over OGC API Features, for a reader who may see two thirds of
//! them: how many answers a second against pygeoapi over SpatiaLite, and what an answer costs the
//! processor against a bare SELECT through an R-tree that is written as the same features.

use std::path::Path;
use std::time::{Duration, Instant};

use paraat_kernel::geometry::DEGREE;
use rusqlite::{Connection, params};

use crate::crisis::Dice;
use crate::figure::{Figure, Limit};
use crate::http::Client;
use crate::node::Node;
use crate::pygeoapi::Pygeoapi;
use crate::rows::open;
use crate::scratch::Scratch;
use crate::server::Server;
use crate::{Effort, Outcome, machine};

/// Connections that ask at once: enough that no core waits, and that each of the two processes of
/// pygeoapi has some, which take connections and not requests.
const CLIENTS: usize = 8;
/// What is asked for at most.
const PAGE: usize = 100;
/// How many objects a box holds on average: some boxes hold more than a page.
const IN_BOX: usize = 60;
/// The columns that are served, besides the owner.
const PROPERTIES: [&str; 11] = [
    "incident", "team", "number", "kind", "title", "area", "source", "observed", "stale", "note",
    "key",
];

/// An object that the reader may see.
struct Object {
    owner: String,
    id: String,
    properties: Vec<String>,
    lon: i64,
    lat: i64,
}

/// The objects of these incidents, as the ledger has them.
fn visible(folder: &Path, incidents: &[String]) -> Outcome<Vec<Object>> {
    let ledger = open(&folder.join("ledger.db"))?;
    let columns: Vec<String> = PROPERTIES.iter().map(|it| format!("t.c_{it}")).collect();
    let sql = format!(
        "SELECT t.c_west, t.c_south, s.address, t.part, {} FROM read_incident_object t
         JOIN stream s ON s.id = t.stream
         WHERE t.to_position IS NULL AND t.c_incident IN (?1, ?2) ORDER BY t.id",
        columns.join(", ")
    );
    let mut statement = ledger.prepare(&sql)?;
    let [one, other] = incidents else {
        return Err("two incidents are seen".into());
    };
    let found = statement.query_map([one, other], |row| {
        let (address, part): (String, String) = (row.get(2)?, row.get(3)?);
        let text = |at: usize| -> rusqlite::Result<String> {
            let value: rusqlite::types::Value = row.get(at + 4)?;
            Ok(match value {
                rusqlite::types::Value::Text(text) => text,
                rusqlite::types::Value::Integer(number) => number.to_string(),
                _ => String::new(),
            })
        };
        Ok(Object {
            owner: address.split('.').next().unwrap_or_default().to_owned(),
            id: format!("{address}~{part}"),
            properties: (0..PROPERTIES.len()).map(text).collect::<Result<_, _>>()?,
            lon: row.get(0)?,
            lat: row.get(1)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Degrees as they are written in an address and a file.
fn degrees(units: i64) -> f64 {
    units as f64 / DEGREE as f64
}

/// Boxes of one size around the objects, west, south, east, north in units.
fn boxes(objects: &[Object], many: usize) -> Vec<[i64; 4]> {
    let (west, south, wide, high) = crate::crisis::GROUND;
    let share = (IN_BOX as f64 / objects.len().max(1) as f64).sqrt();
    let side = |all: i64| (all as f64 * share) as i64;
    let (width, height) = (side(wide), side(high));
    let mut dice = Dice(11);
    let one = |_| {
        let (x, y) = (dice.below(wide - width), dice.below(high - height));
        [west + x, south + y, west + x + width, south + y + height]
    };
    (0..many).map(one).collect()
}

/// What is asked at the door.
fn query(path: &str, bounds: &[i64; 4]) -> String {
    let [west, south, east, north] = bounds.map(degrees);
    format!("{path}?bbox={west},{south},{east},{north}&limit={PAGE}")
}

/// The bare yardstick: the same objects and an index of their places, in a file of their own.
struct Bare(Connection);

#[derive(serde::Serialize)]
struct Feature {
    r#type: &'static str,
    id: String,
    geometry: Point,
    properties: serde_json::Map<String, serde_json::Value>,
}

#[derive(serde::Serialize)]
struct Point {
    r#type: &'static str,
    coordinates: [f64; 2],
}

impl Bare {
    fn fill(path: &Path, objects: &[Object]) -> Outcome<Self> {
        let mut file = Connection::open(path)?;
        let columns = PROPERTIES.map(|it| format!("\"{it}\" TEXT")).join(", ");
        file.execute_batch(&format!(
            "PRAGMA mmap_size=268435456; PRAGMA cache_size=-16384;
             CREATE TABLE object (id INTEGER PRIMARY KEY, name TEXT, owner TEXT, lon INTEGER,
               lat INTEGER, {columns});
             CREATE VIRTUAL TABLE object_box USING rtree_i32(id, west, east, south, north);"
        ))?;
        let transaction = file.transaction()?;
        {
            let marks = vec!["?"; PROPERTIES.len()].join(", ");
            let sql = format!("INSERT INTO object VALUES (NULL, ?, ?, ?, ?, {marks})");
            let mut insert = transaction.prepare(&sql)?;
            let sql = "INSERT INTO object_box VALUES (?1, ?2, ?2, ?3, ?3)";
            let mut place = transaction.prepare(sql)?;
            for object in objects {
                let first = [&object.id, &object.owner].map(|it| it as &dyn rusqlite::ToSql);
                let place_of: [&dyn rusqlite::ToSql; 2] = [&object.lon, &object.lat];
                let rest = object
                    .properties
                    .iter()
                    .map(|it| it as &dyn rusqlite::ToSql);
                let all: Vec<_> = first.into_iter().chain(place_of).chain(rest).collect();
                let id = insert.insert(all.as_slice())?;
                place.execute(params![id, object.lon, object.lat])?;
            }
        }
        transaction.commit()?;
        Ok(Self(file))
    }

    /// A page of what stands in a box, as GeoJSON.
    fn answer(&self, [west, south, east, north]: [i64; 4]) -> Outcome<Vec<u8>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT o.* FROM object_box b JOIN object o ON o.id = b.id
             WHERE b.west <= ?3 AND b.east >= ?1 AND b.south <= ?4 AND b.north >= ?2 LIMIT {PAGE}"
        ))?;
        let found = statement.query_map(params![west, south, east, north], |row| {
            let mut properties = serde_json::Map::new();
            properties.insert("owner".to_owned(), row.get::<_, String>(2)?.into());
            for (at, name) in PROPERTIES.iter().enumerate() {
                properties.insert((*name).to_owned(), row.get::<_, String>(at + 5)?.into());
            }
            Ok(Feature {
                r#type: "Feature",
                id: row.get(1)?,
                geometry: Point {
                    r#type: "Point",
                    coordinates: [degrees(row.get(3)?), degrees(row.get(4)?)],
                },
                properties,
            })
        })?;
        let features: Vec<Feature> = found.collect::<Result<_, _>>()?;
        Ok(serde_json::to_vec(&features)?)
    }

    /// Microseconds of processor for an answer.
    fn cost(&self, boxes: &[[i64; 4]]) -> Outcome<f64> {
        let own = std::process::id();
        let before = machine::processor_seconds(own)?;
        let mut bytes = 0;
        for bounds in boxes {
            bytes += self.answer(*bounds)?.len();
        }
        assert!(bytes > 0, "boxes with nothing in them");
        let used = machine::processor_seconds(own)? - before;
        Ok(used * 1e6 / boxes.len() as f64)
    }
}

/// Where objects are asked for, and as whom.
struct Door<'a> {
    address: &'a str,
    path: &'a str,
    bearer: Option<&'a str>,
}

impl Door<'_> {
    fn ask(&self, client: &mut Client, bounds: &[i64; 4]) -> Outcome<Vec<u8>> {
        let bearer = self.bearer.map(|it| ("Authorization", it));
        let headers: Vec<(&str, &str)> = bearer.into_iter().collect();
        Ok(client.get(&query(self.path, bounds), &headers)?.body)
    }

    /// Answers a second, of all connections together.
    fn speed(&self, boxes: &[[i64; 4]], lasts: Duration) -> Outcome<f64> {
        let began = Instant::now();
        let counts = std::thread::scope(|scope| {
            let one = |own: usize| {
                let mut client = Client::new(self.address)?;
                let mut count = 0_usize;
                for bounds in boxes.iter().cycle().skip(own * boxes.len() / CLIENTS) {
                    if began.elapsed() >= lasts {
                        break;
                    }
                    self.ask(&mut client, bounds)?;
                    count += 1;
                }
                Ok(count)
            };
            let all: Vec<_> = (0..CLIENTS)
                .map(|own| scope.spawn(move || one(own)))
                .collect();
            let joined = all
                .into_iter()
                .map(|it| it.join().map_err(|_defect| "a defect")?);
            joined.collect::<Outcome<Vec<usize>>>()
        })?;
        let count: usize = counts.iter().sum();
        Ok(count as f64 / began.elapsed().as_secs_f64())
    }
}

/// Both answer the same objects: their titles, in the order of titles.
fn same(ours: &[u8], theirs: &[u8]) -> Outcome<bool> {
    let titles = |bytes: &[u8]| -> Outcome<Vec<String>> {
        let value: serde_json::Value = serde_json::from_slice(bytes)?;
        let features = value.get("features").and_then(|it| it.as_array());
        let title = |it: &serde_json::Value| Some(it.pointer("/properties/title")?.to_string());
        let mut all: Vec<String> = features.into_iter().flatten().filter_map(title).collect();
        all.sort();
        Ok(all)
    };
    let (ours, theirs) = (titles(ours)?, titles(theirs)?);
    Ok(!ours.is_empty() && ours == theirs)
}

pub fn measure(scratch: &Scratch, effort: &Effort) -> Outcome<Vec<Figure>> {
    let folder = scratch.path("objects");
    Server::start(&folder)?.stop()?;
    let node = Node::open(&folder)?;
    let incidents = node.objects(effort.objects)?;
    node.close()?;
    let objects = visible(&folder, &incidents)?;
    let server = Server::start(&folder)?;
    let bearer = format!("Bearer {}", server.token("editor-vr24")?);
    let ours = Door {
        address: &server.address,
        path: "/ogc/collections/incident-objects/items",
        bearer: Some(&bearer),
    };
    let boxes = boxes(&objects, 1_000);
    let bare = Bare::fill(&scratch.path("bare.db"), &objects)?;
    let mut costs = Vec::new();
    let mut client = Client::new(ours.address)?;
    for pair in 0..=effort.pairs {
        let yardstick = bare.cost(&boxes)?;
        let before = machine::processor_seconds(server.process())?;
        for bounds in &boxes {
            ours.ask(&mut client, bounds)?;
        }
        let used = machine::processor_seconds(server.process())? - before;
        if pair > 0 {
            costs.push((used * 1e6 / boxes.len() as f64, yardstick));
        }
    }
    let title = "processor for the objects in a box over HTTP, rights on / bare SELECT and JSON";
    let cost = Figure::ratio("11", title, "us/answer", costs, Limit::AtMost(3.0));
    let against = against_pygeoapi(scratch, effort, (&ours, &objects, &boxes));
    Ok(vec![against, cost])
}

fn against_pygeoapi(
    scratch: &Scratch,
    effort: &Effort,
    (ours, objects, boxes): (&Door, &[Object], &[[i64; 4]]),
) -> Figure {
    let title = "objects in a box over HTTP, rights on / pygeoapi with SpatiaLite";
    let measured = || -> Outcome<Vec<(f64, f64)>> {
        let names = ["owner"].into_iter().chain(PROPERTIES);
        let lines = objects.iter().map(|it| {
            let text = [it.owner.as_str()]
                .into_iter()
                .chain(it.properties.iter().map(String::as_str));
            (text.collect(), degrees(it.lon), degrees(it.lat))
        });
        let peer = Pygeoapi::start(scratch, &names.collect::<Vec<_>>(), lines)?;
        let theirs = Door {
            address: &peer.address,
            path: "/collections/objects/items",
            bearer: None,
        };
        let few = boxes.iter().take(3);
        for bounds in few {
            let mut clients = (Client::new(ours.address)?, Client::new(theirs.address)?);
            let both = (
                ours.ask(&mut clients.0, bounds)?,
                theirs.ask(&mut clients.1, bounds)?,
            );
            if !same(&both.0, &both.1)? {
                return Err("pygeoapi answers other objects".into());
            }
        }
        let lasts = Duration::from_secs(effort.seconds);
        let mut pairs = Vec::new();
        for pair in 0..=effort.pairs {
            let yardstick = theirs.speed(boxes, lasts)?;
            let ours = ours.speed(boxes, lasts)?;
            if pair > 0 {
                pairs.push((ours, yardstick));
            }
        }
        Ok(pairs)
    };
    match measured() {
        Ok(pairs) => Figure::ratio("11", title, "answers/s", pairs, Limit::AtLeast(100.0)),
        Err(why) => Figure::not_measured("11", title, &why.to_string()),
    }
}
