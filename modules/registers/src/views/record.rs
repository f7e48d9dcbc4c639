// SPDX-License-Identifier: EUPL-1.2
//! One line of a short list: where search leads.

use paraat_contract::{Answer, AsKnown, Filter, Need, Order, Params, Query, Scene};
use paraat_ui::widgets::{button_link, facts};
use paraat_ui::{Markup, html};

use super::fact::{fact, origin, said, title};
use super::list::{detail_label, detail_word};
use super::{checked, correct, may_correct, rows};
use crate::tables::{CORRECTION, ENTRY};

/// The line at this address and what was said about it, now and ever.
pub fn needs(params: &Params) -> Vec<Need> {
    let Some(stream) = params.stream("stream") else {
        return Vec::new();
    };
    let ever = Query::all(&CORRECTION).as_known(AsKnown::Ever);
    vec![
        Need::Rows(Query::all(&ENTRY).filter(Filter::Stream(stream))),
        Need::Rows(Query::all(&CORRECTION)),
        Need::Rows(ever.by(Order::Newest)),
    ]
}

/// The page; none when there is no such line.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let (record, corrections) = (rows(answers, 0).first()?, rows(answers, 1));
    let list = record.text("list");
    let of = |column: &str| {
        let key = format!("registers-correction-field-{}", column.replace('_', "-"));
        (scene.say(&key), fact(scene, record, column, corrections))
    };
    let columns = ["name_nl", "name_en", "explanation_nl", "explanation_en"];
    let mut pairs: Vec<(String, Markup)> = columns.map(of).into();
    if let Some(key) = detail_label(list) {
        let word = detail_word(scene, list, record.text("detail"));
        pairs.push((scene.say(key), html! { (word) }));
    }
    pairs.extend(origin(scene, record));
    let link = correct(list, record.text("slug"));
    let actions = html! {
        @if may_correct(scene) {
            (button_link(&link, "edit", &scene.say("registers-correction-correct"), false))
        }
    };
    let of_list = format!("/registers/list/{list}");
    let beside = html! {
        (checked(scene, record)) " "
        a href=(of_list) { (scene.say(&format!("registers-correction-list-{list}"))) }
    };
    Some(html! {
        (scene.bar(&title(scene, record, corrections), beside, actions))
        (facts(&pairs))
        (said(scene, record, rows(answers, 2)))
    })
}
