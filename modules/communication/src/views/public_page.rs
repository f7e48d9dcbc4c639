// SPDX-License-Identifier: EUPL-1.2
//! The page that everybody reads: plain, small, without a script, a cookie or anything from
//! elsewhere.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use maud::{DOCTYPE, Markup, html};
use paraat_contract::{Answer, Leaf, Outside, Row, rows_of};
use paraat_kernel::{Language, Timestamp};

use crate::tables::{HANDED, PUBLISHED};
use crate::terms::languages::{self, LANGUAGES};
use crate::terms::public_words::{ALL, Tongue};

/// What a page is made with.
struct Scene<'a> {
    answers: &'a [Answer],
    outside: &'a Outside<'a>,
    tongue: &'a Tongue,
}

/// The pages of one language: what holds now, and what held before.
pub fn leaves(answers: &[Answer], outside: &Outside, tongue: &Tongue) -> Vec<Leaf> {
    let scene = Scene {
        answers,
        outside,
        tongue,
    };
    let leaf = |path: String, body: Markup| Leaf {
        path,
        kind: "text/html; charset=utf-8",
        body: body.into_string().into_bytes(),
    };
    vec![
        leaf(format!("public{}", tongue.path), scene.now()),
        leaf(format!("public{}/before", tongue.path), scene.before()),
    ]
}

impl Scene<'_> {
    /// The messages by their stream, each with its texts by language, newest first.
    fn messages(&self, standing: &str) -> Vec<BTreeMap<&str, &Row>> {
        let mut order = Vec::new();
        let mut all: BTreeMap<String, BTreeMap<&str, &Row>> = BTreeMap::new();
        for row in rows_of(self.answers, &PUBLISHED) {
            if row.text("standing") != standing {
                continue;
            }
            let stream = row.stream.to_string();
            if !order.contains(&stream) {
                order.push(stream.clone());
            }
            all.entry(stream)
                .or_default()
                .insert(row.text("language"), row);
        }
        order.iter().filter_map(|it| all.remove(it)).collect()
    }

    fn now(&self) -> Markup {
        let messages = self.messages("published");
        let alerts = self.alerts(true);
        let calm = messages.is_empty() && alerts.is_empty();
        self.page(
            "",
            html! {
                @if calm { p.calm { (self.tongue.calm) } }
                @else {
                    h2 { (self.tongue.now) }
                    @for row in &alerts { (self.alert(row)) }
                    @for texts in &messages { (self.message(texts)) }
                }
                p { a href=(self.path("/before")) { (self.tongue.before) } }
            },
        )
    }

    fn before(&self) -> Markup {
        let messages = self.messages("withdrawn");
        let alerts = self.alerts(false);
        let none = messages.is_empty() && alerts.is_empty();
        self.page(
            "/before",
            html! {
                h2 { (self.tongue.before) }
                @if none { p { (self.tongue.none_before) } }
                @for row in &alerts { (self.alert(row)) }
                @for texts in &messages { (self.message(texts)) }
                p { a href=(self.path("")) { (self.tongue.back) } }
            },
        )
    }

    /// The last hand-over of each alert: those that hold, or those that held.
    fn alerts(&self, holds: bool) -> Vec<&Row> {
        let mut seen = Vec::new();
        let mut alerts = Vec::new();
        for row in rows_of(self.answers, &HANDED) {
            if seen.contains(&&row.stream) {
                continue;
            }
            seen.push(&row.stream);
            let until: Option<Timestamp> = row.text("expires").parse().ok();
            let over = until.is_some_and(|until| until <= self.outside.now);
            if (row.text("standing") != "withdrawn" && !over) == holds {
                alerts.push(row);
            }
        }
        alerts
    }

    fn alert(&self, row: &Row) -> Markup {
        let tongue = self.tongue;
        html! {
            article.alert {
                h3 { (tongue.alert) }
                p dir="auto" { (row.text("short")) }
                @if row.text("purpose") == "test" { p { strong { (tongue.test) } } }
                p.beside {
                    (self.organisation(row)) ". "
                    @if row.text("standing") == "withdrawn" { (tongue.withdrawn) }
                    @else if row.text("sent").is_empty() { (tongue.not_confirmed) }
                    " " (tongue.until) " " (self.moment(row.text("expires"))) "."
                }
            }
        }
    }

    /// A message in this language; where it is not there, in the one that it was written in.
    fn message(&self, texts: &BTreeMap<&str, &Row>) -> Markup {
        let tongue = self.tongue;
        let own = texts.get(tongue.code);
        let source = texts
            .values()
            .find(|row| row.text("language") == row.text("source"));
        let Some(row) = own.or(source).or_else(|| texts.values().next()) else {
            return html! {};
        };
        let language = row.text("language");
        let dir = if languages::from_right(language) {
            "rtl"
        } else {
            "ltr"
        };
        html! {
            article {
                @if own.is_none() {
                    p.beside { (tongue.only_in) " " (language_name(language)) }
                }
                div lang=(language) dir=(dir) {
                    h3 { (row.text("title")) }
                    @for (question, part) in
                        tongue.questions.iter().zip(["what", "todo", "meaning", "groups"])
                    {
                        @if !row.text(part).is_empty() {
                            h4 lang=(tongue.code) { (question) }
                            @for line in row.text(part).lines() {
                                @if !line.trim().is_empty() { p { (line) } }
                            }
                        }
                    }
                }
                @if row.text("standing") == "withdrawn" {
                    p { strong { (tongue.withdrawn) } " " (row.text("reason")) }
                }
                @if row.text("older") == "true" { p { strong { (tongue.older) } } }
                (self.beside(row))
            }
        }
    }

    fn beside(&self, row: &Row) -> Markup {
        let tongue = self.tongue;
        let sender = match row.text("sender") {
            "" => tongue.authority(row.text("authority")),
            sender => sender,
        };
        html! {
            p.beside {
                (tongue.sender) ": " bdi { (sender) } ", " (self.organisation(row)) ". "
                @if !row.text("area").is_empty() {
                    (tongue.area) ": " bdi { (row.text("area")) } ". "
                }
                (tongue.as_of) " " (self.moment(row.text("as_of"))) ". "
                @if !row.text("next_update").is_empty() {
                    (tongue.next_update) ": " (self.moment(row.text("next_update"))) "."
                }
            }
        }
    }

    fn organisation(&self, row: &Row) -> String {
        let owner = &row.stream.owner;
        let named = self.outside.organisations.get(owner);
        let language = match self.tongue.code {
            "en" => Language::En,
            _ => Language::Nl,
        };
        named.map_or_else(|| owner.to_string(), |it| it.get(language).to_owned())
    }

    fn moment(&self, stored: &str) -> Markup {
        let Ok(at) = stored.parse::<Timestamp>() else {
            return html! {};
        };
        let zone = TimeZone::get(self.outside.zone).unwrap_or(TimeZone::UTC);
        let local = at.to_zoned_datetime(zone);
        let shown = local.strftime("%d-%m-%Y %H:%M").to_string();
        let at = at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        html! { time datetime=(at) { (shown) } }
    }

    fn path(&self, page: &str) -> String {
        format!("/public{}{page}", self.tongue.path)
    }

    fn page(&self, page: &str, body: Markup) -> Markup {
        let tongue = self.tongue;
        let outside = self.outside;
        html! {
            (DOCTYPE)
            html lang=(tongue.code) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (tongue.title) }
                    link rel="stylesheet" href="/public/style.css";
                    link rel="alternate" type="application/atom+xml" href="/feeds/alerts.atom";
                    @if !outside.base.is_empty() {
                        link rel="canonical" href={ (outside.base) (self.path(page)) };
                    }
                }
                body {
                    header {
                        @if !outside.marking.is_empty() { p.marking { (outside.marking) } }
                        h1 { (tongue.title) }
                        nav aria-label="Talen, languages, idioma" {
                            @for other in ALL {
                                a lang=(other.code) href={ "/public" (other.path) (page) }
                                    aria-current=[(other.code == tongue.code).then_some("true")] {
                                    (other.name)
                                }
                                " "
                            }
                        }
                    }
                    main { (body) }
                    footer {
                        p { strong { (tongue.emergency) } }
                        p { a href="https://www.crisis.nl/" { (tongue.official) } }
                        p { a href="/feeds/alerts.atom" { (tongue.feed) } }
                        @if tongue.code == "pap" {
                            p lang="nl" { "Papiaments: niet geverifieerd." }
                        }
                        p { (tongue.made) " " (self.moment(&outside.now.to_string())) "." }
                    }
                }
            }
        }
    }
}

/// A language by its own name where this page has it, else by its code.
fn language_name(code: &str) -> &str {
    let own = ALL.iter().find(|it| it.code == code).map(|it| it.name);
    let known = LANGUAGES.iter().copied().find(|it| *it == code);
    own.or(known).unwrap_or(code)
}
