// SPDX-License-Identifier: EUPL-1.2
//! The keys of the organisations, in groups of four, so that two people can read them to each
//! other over the telephone.

use paraat_contract::{Answer, Need, Order, Params, Query, Row, Scene};
use paraat_ui::widgets::{Column, Tone, empty, notice, table};
use paraat_ui::{Markup, html};

use super::{moment, rows, switch};
use crate::tables::KEY;

/// All keys.
pub fn needs(_params: &Params) -> Vec<Need> {
    vec![Need::Rows(Query::all(&KEY).by(Order::Up("organisation")))]
}

/// The table.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let keys = rows(answers, 0);
    let columns = [
        Column::text(scene.say("trust-circle-admit-organisation")),
        Column::text(scene.say("trust-keys-delegate-root-key")),
        Column::figures(scene.say("trust-keys-delegate-incarnation")),
        Column::text(scene.say("trust-keys-delegate-node-key")),
        Column::text(scene.say("trust-column-since")),
    ];
    let row = |key: &Row| {
        let incarnation = key.whole("incarnation").unwrap_or_default().to_string();
        vec![
            html! { (scene.organisation(key.text("organisation"))) },
            aloud(key.text("root_key")),
            html! { (incarnation) },
            aloud(key.text("node_key")),
            moment(scene, key.text("since")),
        ]
    };
    let table_rows: Vec<Vec<Markup>> = keys.iter().map(row).collect();
    let title = scene.say("trust-keys-title");
    let how = html! { (scene.say("trust-keys-how")) };
    Some(html! {
        (scene.bar(&title, switch(scene, "/trust/keys"), html! {}))
        (notice(Tone::Info, &scene.say("trust-keys-check"), how))
        @if keys.is_empty() { (empty(&scene.say("trust-keys-none"), None)) }
        @else { (table(&title, &columns, &table_rows)) }
    })
}

/// A key in groups of four characters.
pub(crate) fn groups(key: &str) -> String {
    let mut spaced = String::with_capacity(key.len() + key.len() / 4);
    for (at, letter) in key.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            spaced.push(' ');
        }
        spaced.push(letter);
    }
    spaced
}

fn aloud(key: &str) -> Markup {
    html! { code { (groups(key)) } }
}

#[cfg(test)]
mod tests {
    use super::groups;

    #[test]
    fn a_key_is_read_aloud_in_groups_of_four() {
        assert_eq!(groups("a1b2c3d4e5f6"), "a1b2 c3d4 e5f6");
        assert_eq!(groups("a1b2c"), "a1b2 c");
        assert_eq!(groups(""), "");
    }
}
