// SPDX-License-Identifier: EUPL-1.2
//! Files as they come: what is read, what is mended, what is named, what is refused.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

use paraat_geo::{Boundaries, Point, Problem, Refusal, Size, System, points, read};

/// A collection of features with these members beside it.
fn file(beside: &str, features: &[String]) -> String {
    let features = features.join(",");
    format!(r#"{{"type": "FeatureCollection", {beside} "features": [{features}]}}"#)
}

fn feature(properties: &str, kind: &str, coordinates: &str) -> String {
    format!(
        r#"{{"type": "Feature", "properties": {properties},
            "geometry": {{"type": "{kind}", "coordinates": {coordinates}}}}}"#
    )
}

fn region(coordinates: &str) -> String {
    feature(
        r#"{"code": "VR23", "naam": "Limburg-Noord"}"#,
        "Polygon",
        coordinates,
    )
}

fn one(feature: String) -> Boundaries {
    read(file("", &[feature]).as_bytes()).unwrap()
}

fn problems(feature: String) -> Vec<Problem> {
    one(feature)
        .findings
        .into_iter()
        .map(|it| it.problem)
        .collect()
}

fn refusal(text: &str) -> Refusal {
    read(text.as_bytes()).unwrap_err()
}

/// Against the clock, closed, in Limburg.
const SQUARE: &str = "[[[6.0,51.3],[6.1,51.3],[6.1,51.4],[6.0,51.4],[6.0,51.3]]]";

#[test]
fn a_good_file_reads_without_a_finding() {
    let read = one(region(SQUARE));
    assert_eq!(read.findings, []);
    assert_eq!(
        (read.system, read.year, read.source),
        (System::Wgs84, None, None)
    );
    let area = &read.features[0];
    assert_eq!(
        (area.code.as_str(), area.name.as_str()),
        ("VR23", "Limburg-Noord")
    );
    let whole = |lon, lat| Point { lon, lat };
    let corners = [
        whole(60_000_000, 513_000_000),
        whole(61_000_000, 513_000_000),
        whole(61_000_000, 514_000_000),
        whole(60_000_000, 514_000_000),
    ];
    assert_eq!(area.polygons, [[corners]]);
}

#[test]
fn code_and_name_are_found_under_the_usual_names() {
    let cases = [
        (r#"{"statcode": "VR23", "statnaam": "X"}"#, "VR23", "X"),
        (r#"{"VRCODE": "vr23", "VRNAAM": "X"}"#, "VR23", "X"),
        (
            r#"{"jrstatcode": "2023VR23", "statnaam": "X"}"#,
            "VR23",
            "X",
        ),
        (
            r#"{"code": "GM0014", "naam": "X", "vr": "VR01", "pv": "PV20"}"#,
            "GM0014",
            "X",
        ),
        (r#"{"regio": "VR23", "Name": "X"}"#, "VR23", "X"),
        (r#"{"CODE": 23, "label": "X"}"#, "23", "X"),
        (r#"{"naam": "X", "a": "VR01", "b": "VR02"}"#, "", "X"),
        (r#"{"iso_3166_2": "BQ-SA", "title": "X"}"#, "BQ-SA", "X"),
    ];
    for (properties, code, name) in cases {
        let read = one(feature(properties, "Polygon", SQUARE));
        let area = &read.features[0];
        assert_eq!(
            (area.code.as_str(), area.name.as_str()),
            (code, name),
            "{properties}"
        );
    }
    let text = file(
        "",
        &[format!(
            r#"{{"type": "Feature", "id": "VR23", "properties": null,
                "geometry": {{"type": "Polygon", "coordinates": {SQUARE}}}}}"#
        )],
    );
    assert_eq!(read(text.as_bytes()).unwrap().features[0].code, "VR23");
}

#[test]
fn year_and_source_are_told_when_all_of_it_agrees() {
    let told = |beside: &str, properties: &str| {
        let text = file(beside, &[feature(properties, "Polygon", SQUARE)]);
        let read = read(text.as_bytes()).unwrap();
        (read.year, read.source)
    };
    let source = |text: &str| Some(text.to_owned());
    let cases = [
        (
            r#""year": 2023, "source": "CBS","#,
            "{}",
            Some(2023),
            source("CBS"),
        ),
        (
            r#""metadata": {"jaar": "2023", "bron": "CBS"},"#,
            "{}",
            Some(2023),
            source("CBS"),
        ),
        ("", r#"{"jrstatcode": "2023VR23"}"#, Some(2023), None),
        (
            r#""name": "cbs_veiligheidsregio_2023_gegeneraliseerd","#,
            "{}",
            Some(2023),
            None,
        ),
        (r#""name": "van_2022_naar_2023","#, "{}", None, None),
        (r#""year": 2022,"#, r#"{"jaar": 2023}"#, None, None),
        (r#""year": 23,"#, "{}", None, None),
    ];
    for (beside, properties, year, source) in cases {
        assert_eq!(
            told(beside, properties),
            (year, source),
            "{beside} {properties}"
        );
    }
}

#[test]
fn the_dutch_grid_gives_the_same_as_degrees() {
    // Two points of the validation service of RDNAPTRANS and one below them.
    let grid = region("[[[117380.12,575040.34],[64640.89,440700.01],[247380.56,604580.78]]]");
    let degrees = region(
        "[[[4.824761912,53.160753042],[4.072887101,51.947393898],[6.776726674,53.419482050]]]",
    );
    let (grid, degrees) = (one(grid), one(degrees));
    assert_eq!(
        (grid.system, degrees.system),
        (System::RdNew, System::Wgs84)
    );
    let of = |read: &Boundaries| read.features[0].polygons[0][0].clone();
    for (one, other) in of(&grid).into_iter().zip(of(&degrees)) {
        // 1e-7 degree is 11 mm to the north and less to the east.
        assert!((one.lat - other.lat).abs() < 90, "{one:?} {other:?}");
        assert!((one.lon - other.lon).abs() < 140, "{one:?} {other:?}");
    }
    assert_eq!(of(&grid).len(), 3);
}

#[test]
fn what_can_be_mended_is_mended_and_said() {
    let open = "[[[6.0,51.3],[6.1,51.3],[6.1,51.4]]]";
    assert_eq!(problems(region(open)), [Problem::RingsClosed(1)]);
    let clockwise = "[[[6.0,51.3],[6.1,51.4],[6.1,51.3],[6.0,51.3]]]";
    assert_eq!(problems(region(clockwise)), [Problem::RingsTurned(1)]);
    let swapped = "[[[51.3,6.0],[51.3,6.1],[51.4,6.1],[51.3,6.0]]]";
    assert_eq!(problems(region(swapped)), [Problem::OrderSwapped]);
    let twice = [region(SQUARE), region(SQUARE)];
    let read = read(file("", &twice).as_bytes()).unwrap();
    assert_eq!(read.features.len(), 1);
    assert_eq!(read.features[0].polygons.len(), 2);
    let sentence = read.findings[0].to_string();
    let wanted = "area 2 (VR23 Limburg-Noord): it has the code and name of area 1; \
                  they were joined";
    assert_eq!(sentence, wanted);
    assert!(!read.findings[0].problem.is_wrong() && read.is_good(&read.features[0]));
    let hole = "[[[6.0,51.3],[6.4,51.3],[6.4,51.6],[6.0,51.3]],\
                [[6.2,51.35],[6.3,51.35],[6.3,51.4],[6.2,51.35]]]";
    assert_eq!(problems(region(hole)), [Problem::RingsTurned(1)]);
}

#[test]
fn the_dutch_grid_in_the_wrong_order_is_put_right() {
    let swapped = one(region(
        "[[[463000,155000],[463000,165000],[473000,155000]]]",
    ));
    assert_eq!(swapped.findings[0].problem, Problem::OrderSwapped);
    let at = swapped.features[0].polygons[0][0][0];
    assert_eq!((at.lon, at.lat), (53_872_062, 521_551_744));
}

#[test]
fn what_is_wrong_with_an_area_is_named() {
    let tie = "[[[6.0,51.3],[6.1,51.4],[6.1,51.3],[6.0,51.45],[6.0,51.3]]]";
    let found = one(region(tie));
    assert_eq!(found.findings[0].problem.key(), "self-crossing");
    assert!(found.findings[0].problem.is_wrong() && !found.is_good(&found.features[0]));
    let sentence = found.findings[0].to_string();
    assert!(
        sentence.contains("ring 1 crosses itself near 51.36000 N 6.06000 E"),
        "{sentence}"
    );
    let eight = "[[[6.0,51.3],[6.1,51.4],[6.1,51.3],[6.0,51.4],[6.0,51.3]]]";
    assert_eq!(problems(region(eight))[0].key(), "self-crossing");

    let few = format!("[{SQUARE},[[[6.0,51.3],[6.1,51.3],[6.0,51.3]]]]");
    let few = feature(r#"{"code": "VR23"}"#, "MultiPolygon", &few);
    assert_eq!(problems(few), [Problem::TooFewPoints { ring: 2 }]);

    assert_eq!(
        problems(feature("{}", "Polygon", SQUARE)),
        [Problem::NoName]
    );

    let belgium = "[[[4.0,50.0],[4.1,50.0],[4.1,50.1],[4.0,50.0]]]";
    assert_eq!(problems(region(belgium))[0].key(), "outside-kingdom");

    let point = feature(r#"{"code": "VR24"}"#, "Point", "[5.0,52.0]");
    let found = read(file("", &[region(SQUARE), point]).as_bytes()).unwrap();
    let sentence = found.findings[0].to_string();
    assert_eq!(sentence, "area 2 (VR24): it has no polygon but a Point");
    let nothing = r#"{"type": "Feature", "properties": {"code": "VR24"}, "geometry": null}"#;
    let found = read(file("", &[region(SQUARE), nothing.to_owned()]).as_bytes()).unwrap();
    assert_eq!(found.features.len(), 1);
    assert_eq!(found.findings[0].problem.key(), "no-polygon");
}

#[test]
fn what_cannot_be_read_is_refused_with_the_reason() {
    let line = refusal("{\n\"type\": \"FeatureCollection\",\n oops");
    assert_eq!(line, Refusal::NotJson { line: 3 });
    for (text, key) in [
        ("", "not-json"),
        ("[1, 2]", "not-geojson"),
        ("{}", "not-geojson"),
        (r#"{"type": "Topology", "features": []}"#, "not-geojson"),
        (r#"{"type": "FeatureCollection"}"#, "not-geojson"),
        (
            r#"{"type": "FeatureCollection", "features": []}"#,
            "no-polygons",
        ),
    ] {
        assert_eq!(refusal(text).key(), key, "{text}");
    }
    let topology = refusal(r#"{"type": "Topology"}"#).to_string();
    assert!(
        topology.contains("a Topology where a FeatureCollection"),
        "{topology}"
    );
    let words = file("", &[region(r#"[[["6.0","51.3"]]]"#)]);
    assert_eq!(refusal(&words).key(), "not-geojson");
    let point = file("", &[feature("{}", "Point", "[5.0,52.0]")]);
    assert_eq!(refusal(&point), Refusal::NoPolygons);
    let belgian = r#""crs": {"type": "name", "properties": {"name": "EPSG:31370"}},"#;
    let belgian = refusal(&file(belgian, &[region(SQUARE)]));
    assert_eq!(
        belgian,
        Refusal::UnknownSystem {
            named: "EPSG:31370".to_owned()
        }
    );
}

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    let deep = format!("{}{}", "[".repeat(40), "]".repeat(40));
    assert_eq!(
        refusal(&deep),
        Refusal::TooLarge {
            size: Size::Depth,
            found: 40
        }
    );
    let text = format!(r#"{{"a": "{}"}}"#, "[".repeat(40));
    assert_eq!(refusal(&text).key(), "not-geojson");
    let many = vec![region(SQUARE); 5_001];
    assert_eq!(refusal(&file("", &many)).key(), "too-many-features");
    let positions = "[5,52],".repeat(1_000_000) + "[5,52]";
    let long = file("", &[region(&format!("[[{positions}]]"))]);
    assert_eq!(refusal(&long).key(), "too-many-points");
    let most = Size::Bytes.most();
    assert_eq!(refusal(&" ".repeat(most + 1)).key(), "too-many-bytes");
}

#[test]
fn heights_and_the_mark_of_windows_are_passed_over() {
    let high = "[[[6.0,51.3,10],[6.1,51.3,11],[6.1,51.4,12],[6.0,51.3,10]]]";
    let text = format!("\u{feff}{}", file("", &[region(high)]));
    let read = read(text.as_bytes()).unwrap();
    assert_eq!((points(&read.features), read.findings.len()), (3, 0));
}
