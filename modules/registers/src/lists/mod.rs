// SPDX-License-Identifier: EUPL-1.2
//! The lists of the registers. What comes back changed is a correction by who hands it in; the
//! baseline stays as it is.

mod organisations;
mod records;

use paraat_contract::{
    Holds, Import, Line, ListColumn, Need, Params, Query, Refusal, Role, Row, Scene, Value, Want,
    rows_at as rows,
};
use paraat_ui::field::Typed;
use paraat_ui::words::kebab;

use crate::commands::correct;
use crate::state::shown;
use crate::tables::CORRECTION;

pub use organisations::ORGANISATIONS;
pub use records::RECORDS;

/// Where a correction comes from: empty in what goes out, named with each line that is changed.
const CORRECTED_FROM: ListColumn =
    ListColumn::own("source", "registers-list-correction-source", Holds::Text).role(Role::Beside);

/// What counts of each column, then nothing for the source of a correction.
fn values(record: &Row, columns: &[&str], corrections: &[Row]) -> Vec<Value> {
    let of = |column: &&str| shown(record, column, corrections).value().into();
    columns.iter().map(of).collect()
}

fn corrections(_params: &Params) -> Vec<Need> {
    vec![Need::Rows(Query::all(&CORRECTION))]
}

/// How a list of the registers comes back in, given what a line asks for.
const fn import(
    wants: fn(&Line, &Scene) -> Result<Vec<Want>, Refusal>,
    found_by: Option<(&'static str, &'static str)>,
) -> Option<Import> {
    Some(Import {
        may: crate::views::may_correct,
        wants,
        found_by,
        nothing_new: &["registers-refusal-nothing-new"],
    })
}

/// A correction for each column that was changed. No line is added this way: the lists themselves
/// come with the version of Paraat.
fn corrected(
    line: &Line,
    list: &str,
    columns: &'static [ListColumn],
) -> Result<Vec<Want>, Refusal> {
    if line.was.is_none() {
        return Err(Refusal::new("registers-refusal-record-not-there").at("slug"));
    }
    let own = columns.iter().filter(|column| column.role == Role::Own);
    let changed = own.filter(|column| line.changed(column.key));
    let want = |column: &ListColumn| Want {
        kind: "correction",
        verb: correct::VERB.name,
        target: None,
        typed: Typed::default()
            .with("list", list)
            .with("slug", line.get("slug"))
            .with("field", kebab(column.key))
            .with("value", line.get(column.key))
            .with("source", line.get("source")),
        seen: None,
        column: column.key,
    };
    Ok(changed.map(want).collect())
}
