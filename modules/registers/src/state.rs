// SPDX-License-Identifier: EUPL-1.2
//! What a record says, given the corrections of it. A correction by an organisation about itself
//! counts, and so does one by the ministry of JenV; what others say stands beside it.

use std::collections::BTreeMap;

use paraat_contract::Row;
use paraat_kernel::{OrganisationId, Text};

use crate::tables::{ORGANISATION, ORGANISATIONS};

/// The organisation that keeps the registers.
pub const KEEPER: &str = "jenv";

/// A field of a record, as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown<'a> {
    /// What the baseline says.
    pub baseline: &'a str,
    /// The correction that counts, when there is one.
    pub counts: Option<&'a Row>,
    /// What others say, with the value, the source and the organisation in its columns.
    pub others: Vec<&'a Row>,
}

impl<'a> Shown<'a> {
    /// What counts.
    pub fn value(&self) -> &'a str {
        self.counts.map_or(self.baseline, |row| row.text("value"))
    }
}

/// Whose word a correction of a record is: what an organisation says about itself goes before
/// what the keeper of the registers says, and that before the baseline.
fn weight(said: &Row, list: &str, slug: &str) -> u8 {
    let by = said.stream.owner.as_str();
    match by {
        _ if list == ORGANISATIONS && by == slug => 2,
        KEEPER => 1,
        _ => 0,
    }
}

/// The list that a record stands in.
pub fn list_of(record: &Row) -> &str {
    if record.table.name == ORGANISATION.name {
        ORGANISATIONS
    } else {
        record.text("list")
    }
}

/// A field of a record (`registers_organisation` or `registers_entry`) by the name of its
/// column, given corrections of any records.
pub fn shown<'a>(record: &'a Row, column: &str, corrections: &'a [Row]) -> Shown<'a> {
    let (list, slug) = (list_of(record), record.text("slug"));
    let field = column.replace('_', "-");
    let mut shown = Shown {
        baseline: record.text(column),
        counts: None,
        others: Vec::new(),
    };
    let mut best = 0;
    for correction in corrections {
        let about = correction.text("list") == list && correction.text("slug") == slug;
        if !about || correction.text("field") != field {
            continue;
        }
        let weight = weight(correction, list, slug);
        if weight > best {
            best = weight;
            shown.others.extend(shown.counts.replace(correction));
        } else {
            shown.others.push(correction);
        }
    }
    shown
}

/// The boundary of an area that counts, among boundaries of any areas: of the organisation itself,
/// else of the keeper; of these that of the newest year, and then the newest import. As with
/// corrections, what others say of an area stands beside it and never counts.
pub fn boundary<'a>(area: &str, boundaries: &'a [Row]) -> Option<&'a Row> {
    let of_area = boundaries.iter().filter(|row| row.text("area") == area);
    let weighed = of_area.map(|row| (weight(row, ORGANISATIONS, area), row));
    let counting = weighed.filter(|(weight, _)| *weight > 0);
    let best = counting.max_by_key(|(weight, row)| (*weight, row.whole("year"), row.since));
    best.map(|(_, row)| row)
}

/// The name of a record, corrected.
pub fn name(record: &Row, corrections: &[Row]) -> Text {
    let of = |column| shown(record, column, corrections).value();
    Text::both(of("name_nl"), of("name_en"))
}

/// Names of all organisations by id, given the rows of `registers_organisation` and of
/// `registers_correction` as they stand now.
pub fn names(organisations: &[Row], corrections: &[Row]) -> BTreeMap<OrganisationId, Text> {
    let named = |row: &Row| Some((row.text("slug").parse().ok()?, name(row, corrections)));
    organisations.iter().filter_map(named).collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_contract::{Table, Value};
    use paraat_kernel::{Circle, Class, Label, StreamId};

    use super::*;
    use crate::kinds::record;
    use crate::tables::{BOUNDARY, CORRECTION};

    fn row(table: &'static Table, stream: StreamId, pairs: &[(&str, &str)]) -> Row {
        let value = |name: &str| {
            let found = pairs.iter().find(|(own, _)| *own == name);
            Value::from(found.map_or("", |(_, value)| value))
        };
        Row {
            table,
            class: Class::open(stream.owner.clone(), Circle::Public, Label::Clear),
            stream,
            part: String::new(),
            since: "2026-11-23T10:00:00Z".parse().unwrap(),
            version: 1,
            values: table
                .columns
                .iter()
                .map(|column| value(column.name))
                .collect(),
        }
    }

    fn organisation(slug: &str, name: &str) -> Row {
        let stream = record::address(ORGANISATIONS, slug).unwrap();
        let pairs = [("slug", slug), ("name_nl", name), ("name_en", "Name")];
        row(&ORGANISATION, stream, &pairs)
    }

    fn correction(by: &str, slug: &str, field: &str, value: &str) -> Row {
        let stream = StreamId::derived(by.parse().unwrap(), "registers.correction", slug);
        let pairs = [
            ("list", ORGANISATIONS),
            ("slug", slug),
            ("field", field),
            ("value", value),
            ("source", "bron"),
            ("organisation", by),
        ];
        row(&CORRECTION, stream, &pairs)
    }

    #[test]
    fn what_others_say_stands_beside_the_baseline() {
        let (record, said) = (
            organisation("vr23", "Oud"),
            [correction("vr24", "vr23", "name-nl", "Anders")],
        );
        let shown = shown(&record, "name_nl", &said);
        assert_eq!(shown.value(), "Oud");
        assert_eq!((shown.counts, shown.others), (None, vec![&said[0]]));
    }

    #[test]
    fn the_keeper_counts_and_the_organisation_itself_counts_more() {
        let record = organisation("vr23", "Oud");
        let mut said = vec![
            correction("jenv", "vr23", "name-nl", "Volgens JenV"),
            correction("vr24", "vr23", "name-nl", "Anders"),
        ];
        assert_eq!(shown(&record, "name_nl", &said).value(), "Volgens JenV");
        said.push(correction("vr23", "vr23", "name-nl", "Zelf"));
        for _ in 0..3 {
            let shown = shown(&record, "name_nl", &said);
            assert_eq!((shown.value(), shown.others.len()), ("Zelf", 2));
            said.rotate_left(1);
        }
    }

    #[test]
    fn other_fields_and_other_records_are_left_alone() {
        let record = organisation("vr23", "Oud");
        let said = [
            correction("vr23", "vr23", "name-en", "Self"),
            correction("vr24", "vr24", "name-nl", "Buur"),
        ];
        assert_eq!(name(&record, &said), Text::both("Oud", "Self"));
    }

    #[test]
    fn names_are_those_that_count() {
        let records = [organisation("vr23", "Oud"), organisation("vr24", "Buur")];
        let said = [correction("vr23", "vr23", "name-nl", "Nieuw")];
        let names = names(&records, &said);
        assert_eq!(names[&"vr23".parse().unwrap()], Text::both("Nieuw", "Name"));
        assert_eq!(names[&"vr24".parse().unwrap()], Text::both("Buur", "Name"));
    }

    fn import(by: &str, area: &str, year: i64) -> Row {
        let stream = StreamId::derived(by.parse().unwrap(), "registers.boundary", area);
        let mut row = row(&BOUNDARY, stream, &[("area", area), ("organisation", by)]);
        row.values[2] = year.into();
        row
    }

    #[test]
    fn the_organisation_itself_counts_then_the_keeper_then_the_newest_year_and_nobody_else() {
        let mut rows = vec![
            import("vr24", "vr23", 2023),
            import("jenv", "vr24", 2025),
            import("vr24", "vr23", 2027),
        ];
        let counts = |rows: &[Row]| {
            let row = boundary("vr23", rows)?;
            Some((row.stream.owner.to_string(), row.whole("year")?))
        };
        let by = |by: &str, year| Some((by.to_owned(), year));
        assert_eq!(counts(&rows), None);
        rows.push(import("jenv", "vr23", 2022));
        rows.push(import("jenv", "vr23", 2023));
        assert_eq!(counts(&rows), by("jenv", 2023));
        rows.push(import("vr23", "vr23", 2021));
        for _ in 0..rows.len() {
            assert_eq!(counts(&rows), by("vr23", 2021));
            rows.rotate_left(1);
        }
        assert_eq!(boundary("saba", &rows), None);
    }
}
