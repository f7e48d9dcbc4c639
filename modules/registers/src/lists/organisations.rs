// SPDX-License-Identifier: EUPL-1.2
//! All organisations.

use paraat_contract::{
    Answer, Filter, Holds, List, ListColumn, Need, Order, Params, Query, Role, Row, Scene, Value,
};

use crate::lists::{CORRECTED_FROM, corrected, corrections, import, rows, values};
use crate::state::name;
use crate::tables::{self, ENTRY, ORGANISATION};
use crate::views::organisations::holds;

/// The list.
pub static ORGANISATIONS: List = List {
    name: "organisations",
    title: "registers-correction-list-organisations",
    columns: COLUMNS,
    needs,
    rows: query,
    lines,
    import: import(|line, _scene| corrected(line, tables::ORGANISATIONS, COLUMNS)),
};

const COLUMNS: &[ListColumn] = &[
    ListColumn::own("slug", "registers-correction-correct-slug", Holds::Text).role(Role::Name),
    ListColumn::own("kind", "registers-kind", Holds::Text).role(Role::Fixed),
    ListColumn::own("nameNl", "registers-correction-field-name-nl", Holds::Text),
    ListColumn::own("nameEn", "registers-correction-field-name-en", Holds::Text),
    ListColumn::own("short", "registers-correction-field-short", Holds::Text),
    ListColumn::own("code", "registers-correction-field-code", Holds::Text),
    ListColumn::own(
        "province",
        "registers-correction-field-province",
        Holds::Text,
    ),
    ListColumn::own(
        "policeUnit",
        "registers-correction-field-police-unit",
        Holds::Text,
    ),
    ListColumn::own(
        "timeZone",
        "registers-correction-field-time-zone",
        Holds::Text,
    ),
    ListColumn::own(
        "languages",
        "registers-correction-field-languages",
        Holds::Text,
    ),
    ListColumn::own(
        "validUntil",
        "registers-correction-field-valid-until",
        Holds::Date,
    ),
    CORRECTED_FROM,
    ListColumn::own("origin", "registers-list-origin", Holds::Text).role(Role::Fixed),
    ListColumn::own("asOf", "registers-as-of", Holds::Date).role(Role::Fixed),
];

const VALUES: &[&str] = &[
    "name_nl",
    "name_en",
    "short",
    "code",
    "province",
    "police_unit",
    "time_zone",
    "languages",
    "valid_until",
];

fn needs(params: &Params) -> Vec<Need> {
    let kinds = Query::all(&ENTRY).is("list", "kinds");
    let mut needs = corrections(params);
    needs.push(Need::Rows(kinds));
    needs
}

fn query(params: &Params) -> Query {
    let all = Query::all(&ORGANISATION).by(Order::Up("sort"));
    let all = match params.get("kind") {
        Some(kind) => all.is("kind", kind),
        None => all,
    };
    match params.either("slug") {
        None => all,
        Some(slug) => match slug.parse() {
            Ok(stream) => all.filter(Filter::Stream(stream)),
            Err(_a_name) => all.is("slug", slug),
        },
    }
}

fn lines(found: &[Row], answers: &[Answer], scene: &Scene) -> Vec<Vec<Value>> {
    let (corrections, kinds) = (rows(answers, 0), rows(answers, 1));
    let wanted = scene.params.get("text").unwrap_or_default().to_lowercase();
    let shown = found.iter().filter(|row| holds(row, corrections, &wanted));
    let line = |row: &Row| {
        let kind = kinds
            .iter()
            .find(|kind| kind.text("slug") == row.text("kind"));
        let kind = kind.map(|kind| name(kind, corrections));
        let kind = kind.map_or_else(
            || row.text("kind").to_owned(),
            |name| name.get(scene.language()).to_owned(),
        );
        let mut line = vec![row.text("slug").into(), kind.into()];
        line.extend(values(row, VALUES, corrections));
        line.extend([
            Value::Empty,
            row.text("source").into(),
            row.text("valid_from").into(),
        ]);
        line
    };
    shown.map(line).collect()
}
