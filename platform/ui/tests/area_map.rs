// SPDX-License-Identifier: EUPL-1.2
//! The map of real borders, as plain text: what can be followed, heard and printed.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

use paraat_kernel::Language;
use paraat_ui::Words;
use paraat_ui::widgets::{Area, Mark, Tone, area_map};
use paraat_ui::words::PLATFORM;

fn area(name: &str, outline: Option<&str>) -> Area {
    Area {
        name: name.to_owned(),
        status: "open".to_owned(),
        mark: Mark::Ring,
        tone: Tone::Neutral,
        href: Some(format!("/area/{}", name.to_lowercase())),
        outline: outline.map(|text| text.parse().unwrap()),
        inset: false,
    }
}

fn island(name: &str, outline: Option<&str>) -> Area {
    Area {
        inset: true,
        ..area(name, outline)
    }
}

const WEST: &str = "50000000 520000000 10000000 0 0 10000000 -10000000 0";
const EAST: &str = "60000000 520000000 10000000 0 0 10000000 -10000000 0";
/// Land only in the south-east of the frame, so that the north-west is free.
const CORNER: &str = "50000000 500000000 30000000 0 0 30000000 -1000000 0 0 -29000000 \
                      -29000000 0";
const SABA: &str = "-632500000 176200000 200000 0 0 200000";

fn draw(areas: &[Area]) -> String {
    let words = Words::new(PLATFORM).unwrap();
    let notes = ["Grenzen van 2023.".to_owned()];
    area_map(words.voice(Language::Nl), "m", areas, &notes).into_string()
}

/// The numbers of an attribute, in the order of the page.
fn numbers(page: &str, element: &str, attribute: &str) -> Vec<i64> {
    let begins = format!("<{element} ");
    let elements = page.split(begins.as_str()).skip(1);
    let value = |text: &str| {
        let (_, rest) = text.split_once(&format!("{attribute}=\""))?;
        rest.split('"').next()?.parse().ok()
    };
    elements.filter_map(value).collect()
}

#[test]
fn each_area_is_a_link_with_a_name_and_a_state_and_stands_in_the_table() {
    let page = draw(&[area("West", Some(WEST)), area("Oost", Some(EAST))]);
    for part in [
        r#"<a class="tile-of tone-neutral" href="/area/west"><title>West: open</title>"#,
        r#"<text class="tile-name area-wide""#,
        r#"aria-hidden="true">○ open</text>"#,
        r#"aria-label="Kaart van regio’s en eilanden""#,
        "Grenzen van 2023.",
        "<summary>Als tabel</summary>",
        r#"<a href="/area/oost">Oost</a>"#,
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert_eq!(page.matches("/area/oost").count(), 2);
    for never in [" style=", "<style", "<script", "«"] {
        assert!(!page.contains(never), "{never} is in {page}");
    }
}

#[test]
fn both_sides_of_a_border_are_drawn_over_each_other() {
    let page = draw(&[area("West", Some(WEST)), area("Oost", Some(EAST))]);
    // Two squares of 1 degree beside each other: the border is in the middle of the drawing.
    assert!(
        page.contains("d=\"M2 524.4l318 0 0-522.4-318 0z\""),
        "{page}"
    );
    assert!(
        page.contains("d=\"M320 524.4l318 0 0-522.4-318 0z\""),
        "{page}"
    );
}

#[test]
fn a_state_is_told_by_pattern_sign_and_word() {
    let critical = Area {
        status: "kritiek".to_owned(),
        mark: Mark::Triangle,
        tone: Tone::Critical,
        ..area("West", Some(WEST))
    };
    let page = draw(&[critical, area("Oost", Some(EAST)), area("Oost", Some(EAST))]);
    for part in [
        r#"class="tile-of tone-critical""#,
        r#"class="tile-hatch" d="M2 524.4"#,
        r##"fill="url(#m-cross)""##,
        "▲ kritiek",
        r#"<ul class="legend">"#,
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    let legend = page.split("<ul class=\"legend\">").nth(1).unwrap();
    let legend = legend.split("</ul>").next().unwrap();
    assert_eq!(legend.matches("<li>").count(), 2, "{legend}");
}

#[test]
fn islands_stand_over_the_sea_when_it_is_free_and_else_below() {
    let over = draw(&[area("Land", Some(CORNER)), island("Saba", Some(SABA))]);
    assert_eq!(numbers(&over, "rect class=\"area-box\"", "y"), [2]);
    let below = draw(&[area("West", Some(WEST)), island("Saba", Some(SABA))]);
    let high = numbers(&below, "rect class=\"area-box\"", "y")[0];
    assert_eq!(high, 912);
    let whole: i64 = numbers(&below, "svg class=\"tiles areas\"", "height")[0];
    assert_eq!(whole, high + 118 + 2);
}

#[test]
fn an_area_without_borders_still_has_its_box() {
    let land = [
        area("West", Some(WEST)),
        area("Oost", None),
        island("Saba", None),
    ];
    let page = draw(&land);
    assert_eq!(page.matches("class=\"area-box\"").count(), 2);
    assert!(page.contains("<title>Oost: open</title>"), "{page}");
    let none = draw(&[island("Saba", Some(SABA)), island("Bonaire", None)]);
    assert_eq!(numbers(&none, "rect class=\"area-box\"", "x"), [2, 158]);
    assert_eq!(numbers(&none, "svg class=\"tiles areas\"", "height"), [122]);
    assert!(draw(&[]).contains("height=\"0\""));
}

#[test]
fn nothing_of_a_name_becomes_markup() {
    let evil = area("<script>alert(\"x\")</script>", Some(WEST));
    let page = draw(&[
        evil.clone(),
        Area {
            outline: None,
            ..evil
        },
    ]);
    assert!(!page.contains("<script>"), "{page}");
}
