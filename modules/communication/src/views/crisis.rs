// SPDX-License-Identifier: EUPL-1.2
//! The public word in one crisis: who speaks about what, where organisations differ in that, and
//! all that was said.

use std::collections::{BTreeMap, BTreeSet};

use paraat_authority::Ability;
use paraat_contract::{
    Answer, CARDS, Filter, Need, Order, Params, Query, Row, Scene, card_of, rows_of,
};
use paraat_ui::page::encode;
use paraat_ui::widgets::{Column, Mark, Tone, button_link, empty, panel, table, tag};
use paraat_ui::{Markup, html};

use super::{overview, signals, signs};
use crate::tables::{ALERT, MESSAGE, SIGNAL, VOICE};
use crate::terms::topics::TOPICS;

/// The crisis, who speaks in it, and what was said about it.
pub fn needs(params: &Params) -> Vec<Need> {
    let Some(stream) = params.stream("stream") else {
        return Vec::new();
    };
    let own = Query::all(&CARDS)
        .filter(Filter::Stream(stream.clone()))
        .filter(Filter::Part(String::new()));
    let of = |table| {
        let all = Query::all(table).is("incident", stream.to_string());
        all.by(Order::Newest)
    };
    [own, of(&VOICE), of(&ALERT), of(&MESSAGE), of(&SIGNAL)]
        .map(Need::Rows)
        .to_vec()
}

/// The page; none when these readers do not see the crisis.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let cards = rows_of(answers, &CARDS);
    let own = cards.first().map(|row| card_of(row))?;
    if (own.module.as_str(), own.kind.as_str()) != ("incident", "incident") {
        return None;
    }
    let form = |kind: &str, verb: &str| {
        let next = encode(&format!("/communication/crisis/{}", own.stream));
        let next = if ["assign", "note"].contains(&verb) {
            format!("&next={next}")
        } else {
            String::new()
        };
        format!("/communication/{kind}/{verb}?incident={}{next}", own.stream)
    };
    let link = |kind: &str, verb: &str, icon: &'static str, first| {
        let word = scene.say(&format!("communication-{kind}-{verb}"));
        button_link(&form(kind, verb), icon, &word, first)
    };
    let actions = html! {
        @if signs::may(scene, None, Ability::Write) {
            (link("signal", "note", "comment", false))
            (link("voice", "assign", "person", false))
            (link("message", "hold", "warning", false))
            (link("message", "draft", "edit", false))
            (link("alert", "draft", "add", true))
        }
    };
    let title = [("title", own.title.get(scene.language()).to_owned())];
    let title = scene.say_with("communication-of", &title);
    let back = html! {
        a href={ "/incident/incident/" (own.stream) } { (scene.say("communication-to-incident")) }
    };
    Some(html! {
        (scene.bar(&title, back, actions))
        (panel("voices", &scene.say("communication-voices"), html! {}, voices(answers, scene)))
        (panel("alerts", &scene.say("communication-alerts"), html! {},
            overview::alerts(answers, scene)))
        (panel("messages", &scene.say("communication-messages"), html! {},
            overview::messages(answers, scene)))
        (panel("signals", &scene.say("communication-signals"), html! {},
            signals::listed(answers, scene)))
    })
}

/// Who speaks about what, a row a topic: what each organisation says, and a word where they differ.
fn voices(answers: &[Answer], scene: &Scene) -> Markup {
    let mut by_topic: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows_of(answers, &VOICE) {
        by_topic.entry(row.text("topic")).or_default().push(row);
    }
    if by_topic.is_empty() {
        return empty(&scene.say("communication-voices-none"), None);
    }
    let columns = ["topic", "speaks"]
        .map(|name| Column::text(scene.say(&format!("communication-column-{name}"))));
    let known = TOPICS
        .iter()
        .filter_map(|topic| Some((*topic, by_topic.get(topic)?)));
    let cells = known.map(|(topic, rows)| {
        let said: BTreeSet<(&str, &str)> = rows
            .iter()
            .map(|row| (row.text("authority"), row.text("sender")))
            .collect();
        let differs = said.len() > 1;
        vec![
            html! { (scene.say(&format!("communication-topic-{topic}"))) },
            html! {
                @if differs {
                    (tag(&scene.say("communication-voices-differ"), Mark::Diamond, Tone::Serious))
                }
                ul {
                    @for row in rows {
                        li {
                            (signs::sender(scene, row)) " "
                            span.muted {
                                (scene.say("communication-says")) " "
                                (scene.organisation(row.stream.owner.as_str()))
                            }
                        }
                    }
                }
            },
        ]
    });
    let cells: Vec<Vec<Markup>> = cells.collect();
    table(&scene.say("communication-voices"), &columns, &cells)
}
