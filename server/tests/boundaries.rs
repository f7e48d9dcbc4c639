// SPDX-License-Identifier: EUPL-1.2
//! `paraat import boundaries`, with small shapes of our own.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing unwrap in a test is a failing test"
)]

mod common;

use std::path::Path;
use std::process::Output;

use common::{Scratch, Server, paraat};
use paraat_kernel::{Outline, Place};

/// Points of the validation service of RDNAPTRANS: metres of RD, then degrees.
const MAASVLAKTE: [&str; 2] = ["64640.89,440700.0101", "4.072887101,51.947393898"];
const TEXEL: [&str; 2] = ["117380.12,575040.34", "4.824761912,53.160753042"];
const GRONINGEN: [&str; 2] = ["247380.56,604580.78", "6.776726674,53.419482050"];
const LIMBURG: [&str; 2] = ["182260.45,311480.67", "5.773795548,50.792584916"];

/// Two regions with a border between them, in one of the two systems.
fn country(system: usize) -> String {
    let [sea, texel, north, south] =
        [MAASVLAKTE, TEXEL, GRONINGEN, LIMBURG].map(|point| point[system]);
    let region = |code: &str, name: &str, [a, b, c]: [&str; 3]| {
        format!(
            r#"{{"type": "Feature", "properties": {{"statcode": "{code}", "statnaam": "{name}"}},
                "geometry": {{"type": "Polygon", "coordinates":
                    [[[{a}], [{b}], [{c}], [{a}]]]}}}}"#
        )
    };
    collection(&[
        region("VR23", "Limburg-Noord", [south, north, texel]),
        region("VR24", "Zuid-Limburg", [sea, south, texel]),
    ])
}

fn collection(features: &[String]) -> String {
    let features = features.join(",");
    format!(r#"{{"type": "FeatureCollection", "features": [{features}]}}"#)
}

fn import(data: &Path, file: &str, text: &str, more: &[&str]) -> Output {
    let path = data.parent().unwrap().join(file);
    std::fs::write(&path, text).unwrap();
    let [file, data] = [path.as_path(), data].map(|it| it.to_str().unwrap());
    paraat(&[&["import", "boundaries", file, "--data", data], more].concat())
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const YEAR: &[&str] = &["--year", "2023", "--source", "Eigen schets"];

/// The borders as the ledger has them, by area.
fn recorded(data: &Path) -> Vec<(String, Outline)> {
    let ledger = rusqlite::Connection::open(data.join("ledger.db")).unwrap();
    let sql = "SELECT body FROM payload WHERE instr(body, ?1) > 0 ORDER BY position";
    let mut query = ledger.prepare(sql).unwrap();
    let payloads = query
        .query_map([b"\"rings\"".as_slice()], |row| row.get::<_, Vec<u8>>(0))
        .unwrap();
    let read = |bytes: Result<Vec<u8>, _>| {
        let payload: serde_json::Value = serde_json::from_slice(&bytes.unwrap()).unwrap();
        let text = |key: &str| payload[key].as_str().unwrap().to_owned();
        (text("area"), text("rings").parse().unwrap())
    };
    payloads.map(read).collect()
}

/// Metres between two places that lie near each other.
fn apart(one: Place, other: Place) -> f64 {
    let north = (one.lat - other.lat) as f64 * 0.0111;
    let east = (one.lon - other.lon) as f64 * 0.0111 * 0.61;
    east.hypot(north)
}

#[test]
fn degrees_and_the_dutch_grid_give_the_same_borders_within_a_metre() {
    let scratch = Scratch::new("borders");
    let data = scratch.path("demo");
    let server = Server::demo(&data);
    let degrees = import(&data, "degrees.geojson", &country(1), YEAR);
    assert!(degrees.status.success(), "{}", said(&degrees));
    let last = "2 imported, 0 unchanged, 0 left out, by jenv: 2023, Eigen schets";
    assert_eq!(out(&degrees).lines().last(), Some(last));
    assert!(out(&degrees).contains("imported\tvr23\tLimburg-Noord\n"));

    let bearer = format!("Bearer {}", server.token("reader-inspectie"));
    let headers = [("Authorization", bearer.as_str())];
    let cards = server.get("/v1/cards?module=registers&kind=boundary", &headers);
    for part in ["\"total\":2", "Zuid-Limburg", "2023 Eigen schets"] {
        assert!(cards.body.contains(part), "{part}: {}", cards.body);
    }
    drop(server);

    // Without a running node, for another organisation.
    let grid = import(
        &data,
        "grid.geojson",
        &country(0),
        &[YEAR, &["--org", "vr23"]].concat(),
    );
    assert!(grid.status.success(), "{}", said(&grid));
    let borders = recorded(&data);
    let areas: Vec<&str> = borders.iter().map(|(area, _)| area.as_str()).collect();
    assert_eq!(areas, ["vr23", "vr24", "vr23", "vr24"]);
    for (one, other) in [(0, 2), (1, 3)] {
        let places = |at: usize| borders[at].1.rings().flatten().copied().collect::<Vec<_>>();
        assert_eq!(places(one).len(), 3);
        for (one, other) in places(one).into_iter().zip(places(other)) {
            assert!(apart(one, other) < 1.0, "{one:?} {other:?}");
        }
    }
}

#[test]
fn the_same_file_again_changes_nothing_and_says_so() {
    let scratch = Scratch::new("borders-again");
    let data = scratch.path("demo");
    drop(Server::demo(&data));
    let first = import(&data, "a.geojson", &country(1), YEAR);
    assert!(first.status.success(), "{}", said(&first));
    let again = import(&data, "a.geojson", &country(1), YEAR);
    assert!(again.status.success(), "{}", said(&again));
    assert!(out(&again).contains("nothing changed"), "{}", out(&again));
    assert!(out(&again).contains("0 imported, 2 unchanged"));
    assert_eq!(recorded(&data).len(), 2);
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_imported_unless_that_is_asked_for() {
    let scratch = Scratch::new("borders-wrong");
    let data = scratch.path("demo");
    drop(Server::demo(&data));
    let region = |code: &str, ring: &str| {
        format!(
            r#"{{"type": "Feature", "properties": {{"code": "{code}"}},
                "geometry": {{"type": "Polygon", "coordinates": [{ring}]}}}}"#
        )
    };
    let text = collection(&[
        region("VR23", "[[6.0,51.3],[6.1,51.3],[6.1,51.4]]"),
        region(
            "VR24",
            "[[6.0,50.9],[6.1,51.0],[6.1,50.9],[6.0,51.05],[6.0,50.9]]",
        ),
        region("VR99", "[[6.0,51.0],[6.1,51.0],[6.1,51.1],[6.0,51.0]]"),
    ]);
    let refused = import(&data, "wrong.geojson", &text, YEAR);
    assert_eq!(refused.status.code(), Some(1));
    for part in [
        "nothing was imported",
        "area 2 (VR24): ring 1 crosses itself near",
        "area 3 (VR99): no organisation in the registers",
        "--good-only",
    ] {
        assert!(said(&refused).contains(part), "{part}: {}", said(&refused));
    }
    assert_eq!(recorded(&data).len(), 0);
    let good = import(
        &data,
        "wrong.geojson",
        &text,
        &[YEAR, &["--good-only"]].concat(),
    );
    assert!(good.status.success(), "{}", said(&good));
    assert!(out(&good).contains("noted\tarea 1 (VR23): one ring did not end where it begins"));
    assert!(out(&good).contains("1 imported, 0 unchanged, 2 left out"));
    assert_eq!(recorded(&data).len(), 1);
}

#[test]
fn all_areas_are_recorded_together_but_for_those_that_stand_there_already() {
    let scratch = Scratch::new("borders-together");
    let data = scratch.path("demo");
    drop(Server::demo(&data));
    // Refused by the rule of the registers, for each area.
    let ahead = &["--year", "2190", "--source", "Eigen schets"];
    let refused = import(&data, "ahead.geojson", &country(1), ahead);
    assert_eq!(refused.status.code(), Some(1));
    for part in ["nothing was imported:\nvr23: ", "\nvr24: "] {
        assert!(said(&refused).contains(part), "{part}: {}", said(&refused));
    }
    assert_eq!(recorded(&data).len(), 0);
    // One is there already: the other is still recorded.
    let other = country(1)
        .replace("VR24", "XX24")
        .replace("Zuid-Limburg", "Elders");
    let good_only = [YEAR, &["--good-only"]].concat();
    let first = import(&data, "one.geojson", &other, &good_only);
    assert!(out(&first).contains("1 imported, 0 unchanged, 1 left out"));
    let both = import(&data, "both.geojson", &country(1), YEAR);
    assert!(out(&both).contains("unchanged\tvr23"), "{}", out(&both));
    assert!(out(&both).contains("1 imported, 1 unchanged, 0 left out"));
    assert_eq!(recorded(&data).len(), 2);
}

#[test]
fn a_call_that_cannot_work_says_what_it_needs() {
    let scratch = Scratch::new("borders-usage");
    let data = scratch.path("demo");
    drop(Server::demo(&data));
    let cases: &[(&str, &[&str], i32, &str)] = &[
        (
            &country(1),
            &["--source", "x"],
            2,
            "say it with --year YEAR",
        ),
        (
            &country(1),
            &["--year", "2023"],
            2,
            "say it with --source TEXT",
        ),
        (&country(1), &["--year", "23"], 2, "1900..2200"),
        (
            &country(1),
            &[YEAR, &["--org", "vr09"]].concat(),
            2,
            "and not for vr09",
        ),
        (
            &country(1),
            &[YEAR, &["--org", "atlantis"]].concat(),
            2,
            "is not in the registers",
        ),
        ("{", YEAR, 1, "bad.geojson: this is not JSON: line 1"),
        ("{}", YEAR, 1, "this is not GeoJSON"),
    ];
    for (text, more, code, says) in cases {
        let refused = import(&data, "bad.geojson", text, more);
        assert_eq!(refused.status.code(), Some(*code), "{}", said(&refused));
        assert!(said(&refused).contains(says), "{says}: {}", said(&refused));
    }
    let missing = paraat(&[
        "import",
        "boundaries",
        "/nowhere.geojson",
        "--data",
        data.to_str().unwrap(),
    ]);
    assert_eq!(missing.status.code(), Some(1));
    assert_eq!(recorded(&data).len(), 0);
}
