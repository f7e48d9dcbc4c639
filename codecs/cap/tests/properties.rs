// SPDX-License-Identifier: EUPL-1.2
//! What holds for every file and every alert.

#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

use jiff::Timestamp;
use paraat_cap::{
    Alert, Area, Category, Certainty, Circle, Info, MessageType, Moment, Named, Point, Reference,
    Resource, Response, Scope, Severity, Status, Urgency, read, write,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

/// A text as people write it, with what XML must escape.
fn text() -> impl Strategy<Value = String> {
    "[a-zA-Z0-9éß€<>&'\"\r\n漢 .,:-]{1,40}"
        .prop_map(|text| text.trim().to_owned())
        .prop_filter("not empty", |text| !text.is_empty())
}

fn word() -> impl Strategy<Value = String> {
    "[a-z0-9@.-]{1,12}"
}

fn moment() -> impl Strategy<Value = Moment> {
    let ahead = of(-840_i16..=840).prop_map(|ahead| ahead.filter(|ahead| *ahead != 0));
    (0_i64..4_000_000_000, ahead).prop_map(|(second, ahead)| Moment {
        at: Timestamp::from_second(second).unwrap(),
        ahead,
    })
}

fn named() -> impl Strategy<Value = Named> {
    ("[A-Z]{1,6}", text()).prop_map(|(name, value)| Named { name, value })
}

fn point() -> impl Strategy<Value = Point> {
    (
        -900_000_000_i64..=900_000_000,
        -1_800_000_000_i64..=1_800_000_000,
    )
        .prop_map(|(latitude, longitude)| Point {
            latitude,
            longitude,
        })
}

fn area() -> impl Strategy<Value = Area> {
    let polygon = vec(point(), 3..9).prop_map(|mut points| {
        points.extend(points.first().copied());
        points
    });
    let circle =
        (point(), 0_i64..1_000_000_000).prop_map(|(centre, radius)| Circle { centre, radius });
    let parts = (
        text(),
        vec(polygon, 0..3),
        vec(circle, 0..3),
        vec(named(), 0..2),
    );
    (parts, of(0_i64..9_000_000)).prop_map(|(parts, altitude)| {
        let (description, polygons, circles, geocodes) = parts;
        let ceiling = altitude.map(|altitude| altitude + 1);
        Area {
            description,
            polygons,
            circles,
            geocodes,
            altitude,
            ceiling,
        }
    })
}

fn resource() -> impl Strategy<Value = Resource> {
    (text(), of(any::<u64>()), of("https://[a-z]{1,9}/")).prop_map(|(description, size, uri)| {
        Resource {
            description,
            media_type: "image/png".to_owned(),
            size,
            uri,
            content: Some("Zm90bw==".to_owned()),
            digest: None,
        }
    })
}

fn info() -> impl Strategy<Value = Info> {
    let words = (
        vec(select(Category::ALL), 1..4),
        vec(select(Response::ALL), 0..4),
        select(Urgency::ALL),
        select(Severity::ALL),
        select(Certainty::ALL),
    );
    let texts = (
        text(),
        of(text()),
        of(text()),
        of(text()),
        of("[a-z]{2}-[A-Z]{2}"),
    );
    let lists = (vec(named(), 0..3), vec(resource(), 0..2), vec(area(), 0..3));
    (words, texts, lists, of(moment())).prop_map(|(words, texts, lists, onset)| Info {
        language: texts.4,
        categories: words.0,
        responses: words.1,
        urgency: Some(words.2),
        severity: Some(words.3),
        certainty: Some(words.4),
        event: texts.0,
        headline: texts.1,
        description: texts.2,
        instruction: texts.3,
        onset,
        parameters: lists.0.clone(),
        event_codes: lists.0,
        resources: lists.1,
        areas: lists.2,
        ..Info::default()
    })
}

fn alert() -> impl Strategy<Value = Alert> {
    let words = (
        select(Status::ALL),
        select(MessageType::ALL),
        select(Scope::ALL),
    );
    let reference = (word(), word(), moment()).prop_map(|(sender, identifier, sent)| Reference {
        sender: format!("x{sender}"),
        identifier,
        sent,
    });
    let lists = (
        vec(word(), 1..3),
        vec("[a-z]{1,5} [a-z]{1,5}", 0..3),
        vec(reference, 1..3),
    );
    (words, lists, (word(), moment(), text()), vec(info(), 0..3)).prop_map(
        |(words, lists, (name, sent, note), infos)| Alert {
            identifier: name,
            sender: "voorbeeld@example.nl".to_owned(),
            sent: Some(sent),
            status: Some(words.0),
            message_type: Some(words.1),
            scope: Some(words.2),
            restriction: Some(note.clone()),
            note: Some(note),
            addresses: lists.0,
            incidents: lists.1,
            references: lists.2,
            infos,
            ..Alert::default()
        },
    )
}

proptest! {
    #[test]
    fn what_is_written_reads_back_the_same(alert in alert()) {
        let written = write(&alert).unwrap();
        let found = read(written.as_bytes()).unwrap();
        prop_assert_eq!(found.alert, alert);
    }

    #[test]
    fn no_bytes_end_anything(bytes in vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn no_value_ends_anything(value in "\\PC{0,60}", at in 0_usize..30) {
        let file = include_str!("alerts/flood.xml");
        let lines: Vec<&str> = file.lines().collect();
        let line = lines[3 + at];
        let bent = line.split_once('>').map_or(line.to_owned(), |(tag, _)| {
            let name = tag.trim().trim_start_matches('<');
            format!("<{name}><![CDATA[{value}]]></{name}>")
        });
        if let Ok(found) = read(file.replacen(line, &bent, 1).as_bytes()) {
            let _ = write(&found.alert);
        }
    }
}
