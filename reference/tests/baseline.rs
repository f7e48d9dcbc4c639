// SPDX-License-Identifier: EUPL-1.2
//! The baseline as a whole: counts, ids, texts and references.

use std::collections::{BTreeMap, BTreeSet};

use paraat_reference::{
    PeriodForm, Reach, Record, ThemeKind, activities, agenda, baseline_requirements, collectives,
    explain_reasons, kinds, map, organisations, themes, time_zones, vital_processes,
};

type Ids = BTreeSet<String>;

fn ids<T>(list: &[T], id: impl Fn(&T) -> &str) -> Ids {
    list.iter().map(|item| id(item).to_owned()).collect()
}

fn is_slug(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= 40
        && !id.starts_with('-')
        && !id.ends_with('-')
        && id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn is_day(day: &str) -> bool {
    let bytes = day.as_bytes();
    bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

fn check(list: &str, records: &[Record<'_>]) {
    let mut seen = BTreeSet::new();
    for record in records {
        let id = record.id;
        assert!(is_slug(id), "{list}: {id:?} is not a slug");
        assert!(seen.insert(id), "{list}: {id} stands there twice");
        assert!(!record.words.is_empty(), "{list}: {id} has no words");
        for words in &record.words {
            for text in [&words.nl, &words.en] {
                assert!(
                    !text.is_empty() && text.trim() == text,
                    "{list}: {id} {text:?}"
                );
            }
        }
        assert!(
            !record.source.trim().is_empty(),
            "{list}: {id} has no source"
        );
        assert!(
            is_day(record.valid_from),
            "{list}: {id} {:?}",
            record.valid_from
        );
        assert_eq!(
            record.source.contains("niet geverifieerd"),
            !record.verified,
            "{list}: {id}: the source must say what was not checked, and only then"
        );
    }
}

#[test]
fn every_record_is_complete() {
    let agenda = agenda().unwrap();
    let edition = [agenda.edition.record()];
    let pillars: Vec<_> = agenda.pillars.iter().map(|it| it.record()).collect();
    let ambitions: Vec<_> = agenda.ambitions.iter().map(|it| it.record()).collect();
    check("edition", &edition);
    check("pillars", &pillars);
    check("ambitions", &ambitions);

    let (organisations, activities) = (organisations().unwrap(), activities().unwrap());
    let (themes, zones) = (themes().unwrap(), time_zones().unwrap());
    let processes = vital_processes().unwrap();
    let records: Vec<_> = organisations.iter().map(|it| it.record()).collect();
    check("organisations", &records);
    let records: Vec<_> = activities.iter().map(|it| it.record()).collect();
    check("activities", &records);
    let records: Vec<_> = themes.iter().map(|it| it.record()).collect();
    check("themes", &records);
    let records: Vec<_> = zones.iter().map(|it| it.record()).collect();
    check("time zones", &records);
    let records: Vec<_> = processes.iter().map(|it| it.record()).collect();
    check("vital processes", &records);

    for (name, list) in [
        ("kinds", kinds()),
        ("collectives", collectives()),
        ("baseline requirements", baseline_requirements()),
        ("explain reasons", explain_reasons()),
    ] {
        let list = list.unwrap();
        let records: Vec<_> = list.iter().map(|it| it.record()).collect();
        check(name, &records);
    }
}

#[test]
fn the_lists_have_the_length_the_sources_give() {
    let organisations = organisations().unwrap();
    let of_kind = |kind: &str| organisations.iter().filter(|it| it.kind == kind).count();
    assert_eq!(of_kind("safety-region"), 25);
    assert_eq!(of_kind("public-body"), 3);
    assert_eq!(of_kind("country"), 3);
    assert_eq!(of_kind("ministry"), 15);
    assert_eq!(organisations.iter().filter(|it| it.optional).count(), 3);
    for (at, region) in organisations.iter().take(25).enumerate() {
        assert_eq!(region.id, format!("vr{:02}", at + 1));
        assert_eq!(
            region.code.as_deref(),
            Some(format!("VR{:02}", at + 1).as_str())
        );
        assert!(
            region.province.is_some() && region.police_unit.is_some(),
            "{}",
            region.id
        );
    }
    let provinces: BTreeSet<_> = organisations
        .iter()
        .filter_map(|it| it.province.as_ref())
        .collect();
    let units: BTreeSet<_> = organisations
        .iter()
        .filter_map(|it| it.police_unit.as_ref())
        .collect();
    assert_eq!((provinces.len(), units.len()), (12, 10));

    let themes = themes().unwrap();
    let threats = themes
        .iter()
        .filter(|it| it.kind == ThemeKind::Threat)
        .count();
    assert_eq!((threats, themes.len() - threats), (6, 3));
    assert_eq!(baseline_requirements().unwrap().len(), 7);
    assert_eq!(explain_reasons().unwrap().len(), 9);
    assert_eq!(vital_processes().unwrap().len(), 28);
}

#[test]
fn the_agenda_has_48_activities_from_47_bullets() {
    let agenda = agenda().unwrap();
    assert_eq!(agenda.pillars.len(), 3);
    let per_pillar = |pillar: &str| {
        agenda
            .ambitions
            .iter()
            .filter(|it| it.pillar == pillar)
            .count()
    };
    assert_eq!(["p1", "p2", "p3"].map(per_pillar), [5, 3, 3]);

    let activities = activities().unwrap();
    assert_eq!(activities.len(), 48);
    let of = |start: &str| {
        activities
            .iter()
            .filter(|it| it.id.starts_with(start))
            .count()
    };
    assert_eq!(["p1-", "p2-", "p3-", "cn-"].map(of), [22, 12, 8, 6]);

    let mut bullets: BTreeMap<&str, BTreeSet<u8>> = BTreeMap::new();
    for it in &activities {
        bullets
            .entry(&it.seed_section)
            .or_default()
            .insert(it.seed_bullet);
    }
    let expected = [("4.1", 21), ("4.2", 12), ("4.3", 8), ("4.4", 6)];
    let expected: BTreeMap<_, BTreeSet<u8>> = expected
        .into_iter()
        .map(|(section, most)| (section, (1..=most).collect()))
        .collect();
    assert_eq!(bullets, expected, "47 bullets, without a gap");
    let split: Vec<_> = activities
        .iter()
        .filter(|it| (it.seed_section.as_str(), it.seed_bullet) == ("4.1", 7))
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(split, ["p1-07", "p1-08"]);
}

#[test]
fn every_reference_resolves() {
    let organisations = organisations().unwrap();
    let named = ids(&organisations, |it| &it.id);
    let kinds = ids(&kinds().unwrap(), |it| &it.id);
    let groups = ids(&collectives().unwrap(), |it| &it.id);
    let zones = ids(&time_zones().unwrap(), |it| &it.id);
    let themes = ids(&themes().unwrap(), |it| &it.id);
    for it in &organisations {
        assert!(kinds.contains(&it.kind), "{}: kind {}", it.id, it.kind);
        assert!(
            zones.contains(&it.time_zone),
            "{}: zone {}",
            it.id,
            it.time_zone
        );
        assert!(
            it.represents.iter().all(|group| groups.contains(group)),
            "{}",
            it.id
        );
        assert!(!it.languages.is_empty(), "{}", it.id);
    }
    for it in vital_processes().unwrap() {
        let ministry = organisations.iter().find(|o| o.id == it.ministry);
        assert_eq!(
            ministry.map(|o| o.kind.as_str()),
            Some("ministry"),
            "{}",
            it.id
        );
    }
    let agenda = agenda().unwrap();
    let pillars = ids(&agenda.pillars, |it| &it.id);
    for it in &agenda.ambitions {
        assert!(pillars.contains(&it.pillar), "{}", it.id);
    }
    for it in activities().unwrap() {
        let ambition = agenda.ambitions.iter().find(|a| a.id == it.ambition);
        assert_eq!(ambition.map(|a| &a.pillar), Some(&it.pillar), "{}", it.id);
        assert!(it.lead.iter().all(|lead| named.contains(lead)), "{}", it.id);
        assert!(
            it.collective.iter().all(|group| groups.contains(group)),
            "{}",
            it.id
        );
        assert!(
            it.themes.iter().all(|theme| themes.contains(theme)),
            "{}",
            it.id
        );
    }
}

#[test]
fn the_named_doers_are_those_of_the_document() {
    let organisations = organisations().unwrap();
    let speaks = |group: &str| {
        organisations
            .iter()
            .any(|it| it.represents.iter().any(|g| g == group))
    };
    assert!(
        speaks("regions") && speaks("state"),
        "somebody can report for them"
    );
    let led: Vec<_> = activities()
        .unwrap()
        .into_iter()
        .filter(|it| !it.lead.is_empty())
        .collect();
    assert_eq!(led.len(), 1);
    assert_eq!(
        (led[0].id.as_str(), &led[0].lead[..]),
        ("cn-06", &["bzk".to_owned(), "jenv".to_owned()][..])
    );
}

#[test]
fn numbers_periods_and_titles_keep_to_their_form() {
    let edition = agenda().unwrap().edition;
    for it in activities().unwrap() {
        let (prefix, digits) = it.id.split_once('-').unwrap();
        let shown = if prefix == "cn" {
            "CN"
        } else {
            prefix.trim_start_matches('p')
        };
        assert_eq!(it.number, format!("{shown}.{digits}"));
        assert_eq!(it.reach == Reach::Caribbean, prefix == "cn", "{}", it.id);
        let limit = it.title.nl.chars().count().max(it.title.en.chars().count());
        assert!(limit <= 90, "{}: {limit} characters", it.id);

        let period = &it.period;
        let years = (period.from, period.to);
        assert!(
            edition.from <= period.from && period.from <= period.to,
            "{}",
            it.id
        );
        assert!(period.to <= edition.to, "{}", it.id);
        assert_eq!(
            period.written.is_none(),
            period.form == PeriodForm::Default,
            "{}",
            it.id
        );
        match period.form {
            PeriodForm::Year => assert_eq!(period.from, period.to, "{}", it.id),
            PeriodForm::Span => assert!(period.from < period.to, "{}", it.id),
            PeriodForm::From => assert_eq!(period.to, edition.to, "{}", it.id),
            PeriodForm::Continuous => assert_eq!(years, (edition.from, edition.to), "{}", it.id),
            PeriodForm::Default => {
                assert_eq!(
                    years,
                    (edition.default_from, edition.default_to),
                    "{}",
                    it.id
                );
            }
        }
    }
}

#[test]
fn a_period_is_shown_as_people_write_it() {
    let activities = activities().unwrap();
    let shown = |id: &str| {
        activities
            .iter()
            .find(|it| it.id == id)
            .unwrap()
            .period
            .shown()
    };
    let cases = [
        ("p1-01", "vanaf 2024", "from 2024"),
        (
            "p1-02",
            "2024-2026 (geen jaar genoemd)",
            "2024-2026 (no year named)",
        ),
        ("p1-16", "2024", "2024"),
        ("p1-18", "doorlopend", "continuous"),
        ("p1-19", "2024/25", "2024/25"),
        ("p3-02", "2024-2026", "2024-2026"),
        ("p3-04", "2024-2029", "2024-2029"),
    ];
    for (id, nl, en) in cases {
        let words = shown(id);
        assert_eq!((words.nl.as_str(), words.en.as_str()), (nl, en), "{id}");
    }
}

#[test]
fn the_map_has_one_tile_for_each_region_and_island() {
    let map = map().unwrap();
    let expected: Ids = organisations()
        .unwrap()
        .into_iter()
        .filter(|it| it.kind == "safety-region" || it.kind == "public-body")
        .map(|it| it.id)
        .collect();
    assert_eq!(map.tiles.len(), 28);
    assert_eq!(ids(&map.tiles, |it| &it.organisation), expected);
    assert_eq!(
        ids(&map.tiles, |it| &it.label).len(),
        28,
        "labels are unique"
    );
    let places: BTreeSet<_> = map.tiles.iter().map(|it| (it.column, it.row)).collect();
    assert_eq!(places.len(), 28, "no two on one tile");
    for it in &map.tiles {
        assert!(
            it.column < map.columns && it.row < map.rows,
            "{}",
            it.organisation
        );
        assert_eq!(
            it.inset,
            !it.organisation.starts_with("vr"),
            "{}",
            it.organisation
        );
    }
    let south = map
        .tiles
        .iter()
        .filter(|it| !it.inset && it.column < 3)
        .map(|it| it.row)
        .max();
    let inset = map
        .tiles
        .iter()
        .filter(|it| it.inset)
        .map(|it| it.row)
        .min();
    assert!(south < inset, "the inset lies below the mainland");
}
