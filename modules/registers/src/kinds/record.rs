// SPDX-License-Identifier: EUPL-1.2
//! A record of the baseline: the same in every node with this version, in nobody's ledger, and
//! without verbs. Its address is derived from its stable name.

use paraat_contract::{Change, put, put_card};
use paraat_kernel::{Card, OrganisationId, StreamId, Text};
use paraat_reference::{Entry, Organisation, ThemeKind, Words};

use crate::tables::{ENTRY, ORGANISATION, ORGANISATIONS};

/// The address of a record; none when the list has no such name. Baseline records stand under
/// the name `reference`, which no organisation has.
pub fn address(list: &str, slug: &str) -> Option<StreamId> {
    let owner: OrganisationId = "reference".parse().ok()?;
    let kind = if list == ORGANISATIONS {
        "registers.organisation".to_owned()
    } else {
        format!("registers.{list}")
    };
    Some(StreamId::derived(owner, &kind, slug))
}

/// All records as rows and cards. Data that does not read is a defect that a test finds before
/// it ships; a node that met it all the same would start without that list.
pub fn baseline() -> Vec<(StreamId, Change)> {
    let mut rows = Vec::new();
    let organisations = paraat_reference::organisations().unwrap_or_default();
    for (at, organisation) in organisations.iter().enumerate() {
        rows.extend(organisation_rows(at, organisation).into_iter().flatten());
    }
    for line in lines() {
        rows.extend(line_rows(&line).into_iter().flatten());
    }
    rows
}

fn organisation_rows(at: usize, it: &Organisation) -> Option<[(StreamId, Change); 2]> {
    let stream = address(ORGANISATIONS, &it.id)?;
    let sort = format!("{at:03}");
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    let values = vec![
        it.id.as_str().into(),
        it.kind.as_str().into(),
        it.name.nl.as_str().into(),
        it.name.en.as_str().into(),
        it.short.as_str().into(),
        optional(&it.code).into(),
        optional(&it.province).into(),
        optional(&it.police_unit).into(),
        it.time_zone.as_str().into(),
        it.languages.join(",").into(),
        it.represents.join(",").into(),
        yes(it.optional).into(),
        it.source.as_str().into(),
        it.valid_from.as_str().into(),
        optional(&it.valid_until).into(),
        yes(it.verified).into(),
        sort.as_str().into(),
    ];
    let mut card = card(&stream, "organisation", &it.name);
    let body = [it.short.as_str(), it.code.as_deref().unwrap_or_default()].join(" ");
    card.body = Text::typed(body.trim());
    card.holder = it.id.parse().ok();
    card.order = sort;
    let row = (stream.clone(), put(&ORGANISATION, values));
    Some([row, (stream, put_card(&card))])
}

/// A line of any of the short lists.
struct Line {
    list: &'static str,
    at: usize,
    slug: String,
    name: Words,
    explanation: Words,
    detail: String,
    source: String,
    valid_from: String,
    verified: bool,
}

fn lines() -> Vec<Line> {
    let mut lines = Vec::new();
    let simple = |list, entries: Result<Vec<Entry>, _>| simple(list, entries.unwrap_or_default());
    lines.extend(simple("kinds", paraat_reference::kinds()));
    lines.extend(themes());
    let requirements = paraat_reference::baseline_requirements();
    lines.extend(simple("baseline-requirements", requirements));
    lines.extend(simple(
        "explain-reasons",
        paraat_reference::explain_reasons(),
    ));
    lines.extend(time_zones());
    lines.extend(vital_processes());
    lines.extend(simple("collectives", paraat_reference::collectives()));
    lines
}

fn simple(list: &'static str, entries: Vec<Entry>) -> Vec<Line> {
    let line = |(at, it): (usize, Entry)| Line {
        list,
        at,
        slug: it.id,
        name: it.name,
        explanation: it.explanation,
        detail: String::new(),
        source: it.source,
        valid_from: it.valid_from,
        verified: it.verified,
    };
    entries.into_iter().enumerate().map(line).collect()
}

fn themes() -> Vec<Line> {
    let themes = paraat_reference::themes().unwrap_or_default();
    let line = |(at, it): (usize, paraat_reference::Theme)| Line {
        list: "themes",
        at,
        slug: it.id,
        name: it.name,
        explanation: it.explanation,
        detail: match it.kind {
            ThemeKind::Threat => "threat".to_owned(),
            ThemeKind::CrossCutting => "cross-cutting".to_owned(),
        },
        source: it.source,
        valid_from: it.valid_from,
        verified: it.verified,
    };
    themes.into_iter().enumerate().map(line).collect()
}

fn time_zones() -> Vec<Line> {
    let zones = paraat_reference::time_zones().unwrap_or_default();
    let line = |(at, it): (usize, paraat_reference::TimeZone)| Line {
        list: "time-zones",
        at,
        slug: it.id,
        name: it.name,
        explanation: it.explanation,
        detail: it.iana,
        source: it.source,
        valid_from: it.valid_from,
        verified: it.verified,
    };
    zones.into_iter().enumerate().map(line).collect()
}

fn vital_processes() -> Vec<Line> {
    let processes = paraat_reference::vital_processes().unwrap_or_default();
    let line = |(at, it): (usize, paraat_reference::VitalProcess)| Line {
        list: "vital-processes",
        at,
        slug: it.id,
        name: it.name,
        explanation: it.sector,
        detail: it.ministry,
        source: it.source,
        valid_from: it.valid_from,
        verified: it.verified,
    };
    processes.into_iter().enumerate().map(line).collect()
}

fn line_rows(it: &Line) -> Option<[(StreamId, Change); 2]> {
    let stream = address(it.list, &it.slug)?;
    let sort = format!("{:03}", it.at);
    let values = vec![
        it.list.into(),
        it.slug.as_str().into(),
        it.name.nl.as_str().into(),
        it.name.en.as_str().into(),
        it.explanation.nl.as_str().into(),
        it.explanation.en.as_str().into(),
        it.detail.as_str().into(),
        it.source.as_str().into(),
        it.valid_from.as_str().into(),
        yes(it.verified).into(),
        sort.as_str().into(),
    ];
    let mut card = card(&stream, it.list, &it.name);
    card.body = Text::both(it.explanation.nl.as_str(), it.explanation.en.as_str());
    card.order = sort;
    let row = (stream.clone(), put(&ENTRY, values));
    Some([row, (stream, put_card(&card))])
}

fn card(stream: &StreamId, kind: &str, name: &Words) -> Card {
    let title = Text::both(name.nl.as_str(), name.en.as_str());
    Card::new(stream.clone(), "registers", kind, title)
}

fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use paraat_contract::{CARDS, Table, Value};

    use super::*;
    use crate::tables::LISTS;

    fn column(table: &'static Table, name: &str) -> Vec<String> {
        let at = table.columns.iter().position(|c| c.name == name).unwrap();
        let mut found = Vec::new();
        for (_, change) in baseline() {
            match change {
                Change::Put {
                    table: of, values, ..
                } if of.name == table.name => {
                    assert_eq!(values.len(), table.columns.len());
                    match &values[at] {
                        Value::Text(text) => found.push(text.clone()),
                        other => panic!("{other:?}"),
                    }
                }
                _ => {}
            }
        }
        found
    }

    #[test]
    fn the_embedded_data_reads() {
        assert!(paraat_reference::organisations().is_ok());
        assert!(paraat_reference::kinds().is_ok());
        assert!(paraat_reference::themes().is_ok());
        assert!(paraat_reference::baseline_requirements().is_ok());
        assert!(paraat_reference::explain_reasons().is_ok());
        assert!(paraat_reference::time_zones().is_ok());
        assert!(paraat_reference::vital_processes().is_ok());
        assert!(paraat_reference::collectives().is_ok());
        assert!(paraat_reference::map().is_ok());
    }

    #[test]
    fn there_are_25_regions_and_3_islands() {
        let kinds = column(&ORGANISATION, "kind");
        let count = |kind: &str| kinds.iter().filter(|it| *it == kind).count();
        assert_eq!((count("safety-region"), count("public-body")), (25, 3));
    }

    #[test]
    fn every_short_list_has_lines_and_no_other_list_has() {
        let lists = column(&ENTRY, "list");
        let found: BTreeSet<&str> = lists.iter().map(String::as_str).collect();
        assert_eq!(found, LISTS.iter().copied().collect());
        let count = |list: &str| lists.iter().filter(|it| *it == list).count();
        assert_eq!(count("baseline-requirements"), 7);
        assert_eq!(count("explain-reasons"), 9);
        assert_eq!(count("themes"), 9);
    }

    #[test]
    fn every_record_has_a_row_and_a_card_at_an_address_of_its_own() {
        let rows = baseline();
        let addresses: BTreeSet<&StreamId> = rows.iter().map(|(stream, _)| stream).collect();
        assert_eq!(addresses.len() * 2, rows.len());
        let slugs = [column(&ORGANISATION, "slug"), column(&ENTRY, "slug")].concat();
        assert_eq!(slugs.len() * 2, rows.len());
        for slug in column(&ORGANISATION, "slug") {
            assert!(slug.parse::<OrganisationId>().is_ok(), "{slug}");
        }
        assert!(rows.iter().any(|(_, change)| match change {
            Change::Put { table, .. } => table.name == CARDS.name,
            Change::Close { .. } => false,
        }));
    }
}
