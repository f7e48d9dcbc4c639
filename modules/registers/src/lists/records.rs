// SPDX-License-Identifier: EUPL-1.2
//! The lines of the short lists: of one of them on its page, else of all.

use paraat_contract::{
    Answer, Filter, Holds, Line, List, ListColumn, Order, Params, Query, Refusal, Role, Row, Scene,
    Value, Want,
};

use crate::lists::{CORRECTED_FROM, corrected, corrections, import, rows, values};
use crate::tables::{self, ENTRY};

/// The list.
pub static RECORDS: List = List {
    name: "records",
    title: "registers-lists",
    columns: COLUMNS,
    needs: corrections,
    rows: query,
    lines,
    import: import(wants),
};

const COLUMNS: &[ListColumn] = &[
    ListColumn::own(
        "list",
        "registers-correction-correct-list",
        Holds::Choice("registers-correction-list", tables::LISTS),
    )
    .role(Role::Name),
    ListColumn::own("slug", "registers-correction-correct-slug", Holds::Text).role(Role::Name),
    ListColumn::own("nameNl", "registers-correction-field-name-nl", Holds::Text),
    ListColumn::own("nameEn", "registers-correction-field-name-en", Holds::Text),
    ListColumn::own(
        "explanationNl",
        "registers-correction-field-explanation-nl",
        Holds::Text,
    ),
    ListColumn::own(
        "explanationEn",
        "registers-correction-field-explanation-en",
        Holds::Text,
    ),
    CORRECTED_FROM,
    ListColumn::own("detail", "registers-list-detail", Holds::Text).role(Role::Fixed),
    ListColumn::own("origin", "registers-list-origin", Holds::Text).role(Role::Fixed),
    ListColumn::own("asOf", "registers-as-of", Holds::Date).role(Role::Fixed),
];

const VALUES: &[&str] = &["name_nl", "name_en", "explanation_nl", "explanation_en"];

fn query(params: &Params) -> Query {
    let all = Query::all(&ENTRY).by(Order::Up("sort"));
    let one = params.path.get("stream").and_then(|it| it.parse().ok());
    if let Some(stream) = one {
        return all.filter(Filter::Stream(stream));
    }
    match params.either("list") {
        Some(list) => all.is("list", list),
        None => all,
    }
}

fn lines(found: &[Row], answers: &[Answer], _scene: &Scene) -> Vec<Vec<Value>> {
    let corrections = rows(answers, 0);
    let line = |row: &Row| {
        let mut line = vec![row.text("list").into(), row.text("slug").into()];
        line.extend(values(row, VALUES, corrections));
        line.extend([
            Value::Empty,
            row.text("detail").into(),
            row.text("source").into(),
            row.text("valid_from").into(),
        ]);
        line
    };
    found.iter().map(line).collect()
}

fn wants(line: &Line, _scene: &Scene) -> Result<Vec<Want>, Refusal> {
    corrected(line, line.get("list"), COLUMNS)
}
