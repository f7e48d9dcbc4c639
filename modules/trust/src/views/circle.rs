// SPDX-License-Identifier: EUPL-1.2
//! One circle: its purpose, its members and how it came to be.

use paraat_authority::{Ability, Act};
use paraat_contract::{Answer, Filter, Need, Order, Params, Past, Query, Row, Scene};
use paraat_ui::widgets::{self, Column, Entry, button_link, facts, panel, table};
use paraat_ui::{Markup, html};

use super::{history, moment, rows};
use crate::tables::{CIRCLE, MEMBER};

/// The circle, its members, its history. Nothing when the address does not read.
pub fn needs(params: &Params) -> Vec<Need> {
    let Some(stream) = params.stream("stream") else {
        return Vec::new();
    };
    let of = |table| Query::all(table).filter(Filter::Stream(stream.clone()));
    vec![
        Need::Rows(of(&CIRCLE)),
        Need::Rows(of(&MEMBER).by(Order::Up("organisation"))),
        Need::History(stream.clone(), 100),
    ]
}

/// The page; none when this audience is not in the circle.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let circle = rows(answers, 0).first()?;
    let (members, past) = (rows(answers, 1), history(answers, 2));
    let owner = circle.stream.owner.clone();
    let act = Act {
        ability: Ability::Decide,
        of: owner.clone(),
    };
    let may = scene.permit(&act).permitted();
    let voice = scene.words.voice(scene.language());
    let entries: Vec<Entry> = past.iter().map(|one| entry(scene, one)).collect();
    let pairs = [
        (
            scene.say("trust-column-owner"),
            html! { (scene.organisation(owner.as_str())) },
        ),
        (
            scene.say("trust-circle-make-purpose"),
            html! {
                @if circle.text("purpose").is_empty() { (scene.say("trust-no-purpose")) }
                @else { (circle.text("purpose")) }
            },
        ),
    ];
    let admit = format!("/streams/{}/admit", circle.stream);
    let actions = html! {
        @if may { (button_link(&admit, "add", &scene.say("trust-circle-admit"), true)) }
    };
    let beside = html! { a href="/trust" { (scene.say("trust-circles")) } };
    let why = scene.say_with(
        "trust-only-owner",
        &[("owner", scene.organisation(owner.as_str()))],
    );
    Some(html! {
        (scene.bar(circle.text("name"), beside, actions))
        (facts(&pairs))
        @if !may { p.muted { (why) } }
        (panel("members", &scene.say("trust-column-members"), html! {},
            list(scene, circle, members, may)))
        (panel("history", &scene.say("history-title"), html! {},
            widgets::history(voice, &entries)))
    })
}

fn list(scene: &Scene, circle: &Row, members: &[Row], may: bool) -> Markup {
    let mut columns = vec![
        Column::text(scene.say("trust-circle-admit-organisation")),
        Column::text(scene.say("trust-column-since")),
    ];
    if may {
        columns.push(Column::text(scene.say("trust-column-end")));
    }
    let row = |member: &Row| {
        let organisation = member.text("organisation");
        let name = scene.organisation(organisation);
        let close = format!(
            "/streams/{}/close?organisation={organisation}",
            circle.stream
        );
        let close_label = scene.say_with("trust-close-of", &[("organisation", name.clone())]);
        let stays = organisation == circle.stream.owner.as_str();
        vec![
            html! { (name) },
            moment(scene, member.text("since")),
            html! {
                @if stays { (scene.say("trust-owner-stays")) }
                @else { a href=(close) { (close_label) } }
            },
        ]
    };
    let rows: Vec<Vec<Markup>> = members.iter().map(row).collect();
    table(&scene.say("trust-column-members"), &columns, &rows)
}

fn entry(scene: &Scene, past: &Past) -> Entry {
    let said = |name: &str| {
        let payload = past.payload.as_ref()?;
        payload.get(name)?.as_str().map(str::to_owned)
    };
    let organisation = said("organisation").map(|id| scene.organisation(&id));
    let organisation = [("organisation", organisation.unwrap_or_default())];
    let what = match past.event.as_str() {
        _ if past.opaque => scene.say("trust-past-newer"),
        _ if past.payload.is_none() => scene.say("trust-past-withdrawn"),
        "trust.circle-made.v1" => scene.say("trust-past-made"),
        "trust.member-admitted.v1" => scene.say_with("trust-past-admitted", &organisation),
        "trust.member-closed.v1" => scene.say_with("trust-past-closed", &organisation),
        _ => scene.say("trust-past-newer"),
    };
    let function = scene.say(&format!("function-{}", past.function));
    let author = scene.organisation(past.organisation.as_str());
    Entry {
        at: moment(scene, &past.recorded.to_string()),
        what,
        who: format!("{author}, {function}"),
        detail: html! { @if let Some(reason) = said("reason") { p { (reason) } } },
    }
}
