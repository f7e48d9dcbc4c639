// SPDX-License-Identifier: EUPL-1.2
//! Whatever comes in is answered.

use paraat_geo::{read, simplify};
use proptest::prelude::*;

/// Something that looks like GeoJSON more often than chance would.
fn pieces() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        r#"{"type": "FeatureCollection", "features": ["#,
        r#"{"type": "Feature", "properties": "#,
        r#"{"code": "VR23", "naam": "é"}"#,
        r#", "geometry": {"type": "Polygon", "coordinates": "#,
        r#", "geometry": {"type": "MultiPolygon", "coordinates": "#,
        "[[5.0, 52.0], [5.1, 52.0], [5.1, 52.1], [5.0, 52.0]]",
        "[[155000, 463000], [165000, 463000], [155000, 473000]]",
        "[",
        "]",
        "{",
        "}",
        ",",
        "null",
        "1e400",
        "-1e30",
        "5.1",
        "\"",
        "\\u0000",
    ]);
    prop::collection::vec(words, 0..24).prop_map(|words| words.concat())
}

fn position() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        (-200.0..200.0_f64).prop_map(|n| n.to_string()),
        (-1e9..1e9_f64).prop_map(|n| n.to_string()),
        any::<f64>()
            .prop_filter("JSON", |n| n.is_finite())
            .prop_map(|n| format!("{n:e}")),
        any::<i32>().prop_map(|n| n.to_string()),
    ];
    (number.clone(), number).prop_map(|(x, y)| format!("[{x},{y}]"))
}

proptest! {
    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn almost_geojson_is_answered(text in pieces()) {
        let _ = read(text.as_bytes());
    }

    #[test]
    fn any_numbers_are_answered_and_simplified(
        rings in prop::collection::vec(prop::collection::vec(position(), 0..30), 0..4),
        rd in any::<bool>(),
        most in 0..60_usize,
    ) {
        let crs = if rd { r#""crs": "EPSG:28992","# } else { "" };
        let rings: Vec<String> = rings.iter().map(|it| format!("[{}]", it.join(","))).collect();
        let rings = rings.join(",");
        let text = format!(
            r#"{{"type": "FeatureCollection", {crs} "features": [{{"properties": {{"id": "a"}},
                "geometry": {{"type": "Polygon", "coordinates": [{rings}]}}}}]}}"#
        );
        if let Ok(read) = read(text.as_bytes()) {
            let few = simplify(&read.features, most);
            prop_assert_eq!(few.len(), read.features.len());
            for finding in &read.findings {
                prop_assert!(!finding.to_string().is_empty());
            }
        }
    }
}
