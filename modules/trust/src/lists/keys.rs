// SPDX-License-Identifier: EUPL-1.2
//! The keys of the organisations. They only go out: a key comes in signed, and not by a list.

use paraat_contract::{Answer, Holds, List, ListColumn, Order, Query, Role, Row, Scene, Value};

use crate::tables;

/// The keys of the organisations.
pub static KEYS: List = List {
    name: "keys",
    title: "trust-keys-title",
    columns: &[
        ListColumn::own(
            "organisation",
            "trust-circle-admit-organisation",
            Holds::Organisation,
        )
        .role(Role::Fixed),
        ListColumn::own("rootKey", "trust-keys-delegate-root-key", Holds::Text).role(Role::Fixed),
        ListColumn::own(
            "incarnation",
            "trust-keys-delegate-incarnation",
            Holds::Whole,
        )
        .role(Role::Fixed),
        ListColumn::own("nodeKey", "trust-keys-delegate-node-key", Holds::Text).role(Role::Fixed),
        ListColumn::own("since", "trust-column-since", Holds::Moment).role(Role::Fixed),
    ],
    needs: |_params| Vec::new(),
    rows: |_params| Query::all(&tables::KEY).by(Order::Up("organisation")),
    lines: keys,
    import: None,
};

fn keys(found: &[Row], _answers: &[Answer], _scene: &Scene) -> Vec<Vec<Value>> {
    let line = |key: &Row| {
        vec![
            key.text("organisation").into(),
            key.text("root_key").into(),
            key.whole("incarnation").into(),
            key.text("node_key").into(),
            key.text("since").into(),
        ]
    };
    found.iter().map(line).collect()
}
