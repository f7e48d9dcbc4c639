// SPDX-License-Identifier: EUPL-1.2
//! One message: its three questions, what is still to be filled in, whether it reads, its
//! translations, and what others say about the same.

use paraat_authority::Ability;
use paraat_contract::{Answer, Filter, Need, Order, Params, Query, Row, Scene, rows_of};
use paraat_ui::widgets::{Mark, Tone, button_link, empty, facts, notice, panel, post_button, tag};
use paraat_ui::{Markup, html};

use super::{contacts, says, signs};
use crate::tables::{MESSAGE, SAY, VARIANT};
use crate::terms::plain::{Finding, findings};

/// The message, its translations, and all messages about the same crisis.
pub fn needs(params: &Params) -> Vec<Need> {
    let Some(stream) = params.stream("stream") else {
        return Vec::new();
    };
    let own = Query::all(&MESSAGE).filter(Filter::Stream(stream.clone()));
    let variants = Query::all(&VARIANT).filter(Filter::Stream(stream));
    vec![
        Need::Rows(own),
        Need::Rows(variants),
        Need::Then(beside, Box::new(params.clone())),
    ]
}

fn beside(_params: &Params, answers: &[Answer]) -> Vec<Need> {
    let Some(own) = rows_of(answers, &MESSAGE).first().copied() else {
        return Vec::new();
    };
    let says = Query::all(&SAY).is("message", own.stream.to_string());
    let mut needs = vec![Need::Rows(says), contacts::of_texts(texts(answers, own))];
    let incident = own.text("incident");
    if !incident.is_empty() {
        let same = Query::all(&MESSAGE).is("incident", incident);
        needs.push(Need::Rows(same.by(Order::Newest)));
    }
    needs
}

/// All that it says, in every language.
fn texts<'a>(answers: &'a [Answer], own: &'a Row) -> impl Iterator<Item = &'a str> {
    let all = std::iter::once(own).chain(rows_of(answers, &VARIANT));
    all.flat_map(|row| ["title", "what", "todo", "meaning", "groups"].map(|it| row.text(it)))
}

/// The page; none when the message is not there for these readers.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let own = *rows_of(answers, &MESSAGE).first()?;
    let variants = rows_of(answers, &VARIANT);
    Some(html! {
        (scene.bar(own.text("title"), signs::message(scene, own), actions(scene, own)))
        (debts(scene, own, &variants))
        (panel("text", &signs::language(scene, own.text("language")), html! {}, html! {
            (isb(scene, own))
            (about(scene, own))
        }))
        (contacts::panel_of(answers, scene, &contacts::found(texts(answers, own))))
        (plain(scene, own))
        (says::panel_of(answers, scene, own))
        (translations(scene, own, &variants))
        (others(answers, scene, own))
    })
}

fn actions(scene: &Scene, own: &Row) -> Markup {
    let gone = own.text("standing") == "withdrawn";
    let page = signs::address("message", own);
    let version = own.version.to_string();
    let hidden = [("seen", version.as_str()), ("next", page.as_str())];
    let outputs = format!("{page}/outputs");
    html! {
        (button_link(&outputs, "planning", &scene.say("communication-outputs"), false))
        @if !gone && signs::may(scene, Some(own), Ability::Write) {
            (button_link(&signs::form(own, "message", "withdraw"), "",
                &scene.say("communication-message-withdraw"), false))
            (button_link(&signs::form(own, "message", "revise"), "edit",
                &scene.say("communication-message-revise"), false))
            @if own.text("pending") == "true" {
                (post_button(&format!("/streams/{}/publish", own.stream), &hidden,
                    &scene.say("communication-message-publish"), true))
            }
        }
    }
}

/// The three questions, with what nobody said yet.
fn isb(scene: &Scene, row: &Row) -> Markup {
    html! {
        @for part in ["what", "todo", "meaning", "groups"] {
            @if !row.text(part).is_empty() || part != "groups" {
                h3 { (scene.say(&format!("communication-isb-{part}"))) }
                @if row.text(part).is_empty() {
                    p.muted { (scene.say("communication-to-be-filled-in")) }
                }
                @for line in row.text(part).lines().filter(|it| !it.trim().is_empty()) {
                    p { (line) }
                }
            }
        }
    }
}

fn about(scene: &Scene, own: &Row) -> Markup {
    let say = |key: &str| scene.say(&format!("communication-column-{key}"));
    let mut pairs = vec![
        (say("sender"), html! { (signs::sender(scene, own)) }),
        (say("as-of"), signs::at(scene, own.text("as_of"))),
    ];
    if !own.text("next_update").is_empty() {
        pairs.push((
            say("next-update"),
            signs::at(scene, own.text("next_update")),
        ));
    }
    if !own.text("area").is_empty() {
        pairs.push((say("area"), html! { (own.text("area")) }));
    }
    if !own.text("incident").is_empty() {
        let page = format!("/incident/incident/{}", own.text("incident"));
        let link = html! { a href=(page) { (scene.say("communication-to-incident")) } };
        pairs.push((say("incident"), link));
    }
    facts(&pairs)
}

/// What is still to be done about it: never a block.
fn debts(scene: &Scene, own: &Row, variants: &[&Row]) -> Markup {
    let mut debts = Vec::new();
    if own.text("standing") == "withdrawn" {
        return html! {};
    }
    for part in ["todo", "meaning"] {
        if own.text(part).is_empty() {
            debts.push(scene.say(&format!("communication-debt-{part}")));
        }
    }
    if signs::past(scene, own.text("next_update")) {
        debts.push(scene.say("communication-debt-update"));
    }
    for variant in variants {
        if variant.whole("of") < own.whole("revision") {
            let language = signs::language(scene, variant.text("language"));
            debts.push(scene.say_with("communication-debt-older", &[("language", language)]));
        }
    }
    if debts.is_empty() {
        return html! {};
    }
    let list = html! { ul { @for debt in &debts { li { (debt) } } } };
    notice(Tone::Elevated, &scene.say("communication-debts"), list)
}

/// Whether a Dutch text reads, with reasons.
fn plain(scene: &Scene, own: &Row) -> Markup {
    if own.text("language") != "nl" {
        return html! {};
    }
    let parts = ["title", "what", "todo", "meaning", "groups"];
    let found: Vec<Finding> = parts
        .iter()
        .flat_map(|part| findings(own.text(part)))
        .collect();
    let body = html! {
        @if found.is_empty() { p { (scene.say("communication-plain-good")) } }
        @else {
            ul { @for finding in &found { li { (told(scene, finding)) } } }
            p.muted { (scene.say("communication-plain-advice")) }
        }
    };
    panel("plain", &scene.say("communication-plain"), html! {}, body)
}

fn told(scene: &Scene, finding: &Finding) -> String {
    let (key, values) = match finding {
        Finding::Long { begins, words } => (
            "communication-plain-long",
            vec![("begins", begins.clone()), ("words", words.to_string())],
        ),
        Finding::Hard { word, plainer } => (
            "communication-plain-hard",
            vec![("word", word.clone()), ("plainer", (*plainer).to_owned())],
        ),
        Finding::Passive { begins } => (
            "communication-plain-passive",
            vec![("begins", begins.clone())],
        ),
        Finding::Short { word } => ("communication-plain-short", vec![("word", word.clone())]),
        Finding::Number { word } => ("communication-plain-number", vec![("word", word.clone())]),
    };
    scene.say_with(key, &values)
}

fn translations(scene: &Scene, own: &Row, variants: &[&Row]) -> Markup {
    let may = own.text("standing") != "withdrawn" && signs::may(scene, Some(own), Ability::Write);
    let form = |language: &str| {
        format!(
            "{}&language={language}",
            signs::form(own, "message", "translate")
        )
    };
    let beside = html! {
        @if may {
            a href=(signs::form(own, "message", "translate")) {
                (scene.say("communication-message-translate"))
            }
        }
    };
    let body = html! {
        @if variants.is_empty() { (empty(&scene.say("communication-translations-none"), None)) }
        @for variant in variants {
            article.thing lang=(variant.text("language")) dir="auto" {
                h3 { (variant.text("title")) }
                p.muted lang=(scene.language().code()) {
                    (signs::language(scene, variant.text("language"))) " "
                    @if variant.whole("of") < own.whole("revision") {
                        (tag(&scene.say("communication-older"), Mark::Half, Tone::Elevated)) " "
                    }
                    @if may {
                        a href=(form(variant.text("language"))) {
                            (scene.say("communication-translate-again"))
                        }
                    }
                }
                @for part in ["what", "todo", "meaning", "groups"] {
                    @for line in variant.text(part).lines() { p { (line) } }
                }
            }
        }
    };
    panel(
        "translations",
        &scene.say("communication-translations"),
        beside,
        body,
    )
}

/// What others say about the same crisis: shown to all, merged by nobody.
fn others(answers: &[Answer], scene: &Scene, own: &Row) -> Markup {
    let all = rows_of(answers, &MESSAGE).into_iter();
    let others: Vec<&Row> = all.filter(|row| row.stream != own.stream).collect();
    if others.is_empty() {
        return html! {};
    }
    let body = html! {
        ul {
            @for row in &others {
                li {
                    a href=(signs::address("message", row)) { (row.text("title")) } " "
                    (signs::message(scene, row)) " " (signs::sender(scene, row)) ", "
                    (scene.organisation(row.stream.owner.as_str()))
                }
            }
        }
    };
    panel("others", &scene.say("communication-others"), html! {}, body)
}
