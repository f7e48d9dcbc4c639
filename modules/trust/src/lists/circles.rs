// SPDX-License-Identifier: EUPL-1.2
//! The circles that one is in. They only go out: no line says that it was taken before.

use paraat_contract::{
    Answer, Holds, List, ListColumn, Need, Order, Query, Role, Row, Scene, Value, rows_at,
};

use crate::tables;

/// The circles that this audience is in.
pub static CIRCLES: List = List {
    name: "circles",
    title: "trust-circles",
    columns: &[
        ListColumn::own("name", "trust-column-circle", Holds::Text).role(Role::Fixed),
        ListColumn::own("purpose", "trust-circle-make-purpose", Holds::Text).role(Role::Fixed),
        ListColumn::own("owner", "trust-column-owner", Holds::Organisation).role(Role::Fixed),
        ListColumn::own("members", "trust-column-members", Holds::Text).role(Role::Fixed),
        ListColumn::own("circle", "list-address", Holds::Text).role(Role::Fixed),
    ],
    needs: |_params| vec![Need::Rows(Query::all(&tables::MEMBER))],
    rows: |_params| Query::all(&tables::CIRCLE).by(Order::Up("name")),
    lines: circles,
    import: None,
};

fn circles(found: &[Row], answers: &[Answer], scene: &Scene) -> Vec<Vec<Value>> {
    let members = rows_at(answers, 0);
    let line = |circle: &Row| {
        let own = members
            .iter()
            .filter(|member| member.stream == circle.stream);
        let names: Vec<String> = own
            .map(|member| scene.organisation(member.text("organisation")))
            .collect();
        vec![
            circle.text("name").into(),
            circle.text("purpose").into(),
            circle.text("owner").into(),
            names.join("; ").into(),
            circle.stream.to_string().into(),
        ]
    };
    found.iter().map(line).collect()
}
