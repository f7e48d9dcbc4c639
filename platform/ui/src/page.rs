// SPDX-License-Identifier: EUPL-1.2
//! The frame around every page. A page is complete without script; script only adds live parts.
//! Nothing inline that a strict content security policy would block: no style, no script.

use maud::{DOCTYPE, Markup, html};
use paraat_kernel::Language;

use crate::icon::{brand, icon};
use crate::widgets::{Banner, banner};
use crate::words::{Voice, Words};

/// One entry of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NavItem {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub label: String,
    /// Name of its icon, see [`crate::icon::icon`].
    pub icon: &'static str,
    /// True when the page stands in this section.
    pub current: bool,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the device has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// Every theme, the default first.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word in the cookie and the form.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme with this word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// The exercise that a page belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exercise {
    /// Its name.
    pub name: String,
    /// What its paths start with, without a slash at the end: `/oefening/{id}`.
    pub prefix: String,
    /// Its id for who leads it, so that the band has the button that ends it; else none.
    pub leads: Option<String>,
}

/// Where the way from an exercise to the real world leads. The query is of no use there: it tells
/// this one link apart from those that stay in the exercise.
pub const TO_LIVE: &str = "/?from-exercise";

/// Addresses of the files a page loads, as the server names them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AssetPaths {
    /// The style sheet.
    pub css: String,
    /// The script; a module.
    pub js: String,
    /// The font; none in the lite set.
    pub font: Option<String>,
}

/// What the frame shows besides the content.
#[derive(Debug, Clone, Default)]
pub struct Frame {
    /// Language of the page.
    pub language: Language,
    /// Name of the page, first in the title of the window.
    pub title: String,
    /// On whose behalf the reader works; none for who is not logged in.
    pub organisation_name: Option<String>,
    /// Account of the reader, named after a function; none for who is not logged in.
    pub account_name: Option<String>,
    /// The menu, in its order.
    pub nav: Vec<NavItem>,
    /// True in a demo folder: every page says so.
    pub demo: bool,
    /// The exercise the page belongs to.
    pub exercise: Option<Exercise>,
    /// True when the lite assets are served: the foot of the page says so.
    pub lite: bool,
    /// Light or dark, from the cookie.
    pub theme: Theme,
    /// When the page was made, as people read it (`23 nov 2026, 21.14 uur`).
    pub snapshot_time: String,
    /// The files it loads.
    pub assets: AssetPaths,
    /// Path and query of this page, for the way back from language, theme and login.
    pub path: String,
    /// What everyone must know now, above the content.
    pub banner: Option<Banner>,
    /// Topics that this page shows, with spaces between; none when it never changes by itself.
    pub live_topics: Option<String>,
    /// Where the event stream goes on from, as the server gave it.
    pub cursor: Option<String>,
    /// True when it is pushed: the same for all who may see the same.
    pub pushed: bool,
}

/// On a phone so many entries of the menu stand in the bar; the rest follow at the foot.
const TABS: usize = 5;

/// A whole page.
pub fn page(frame: &Frame, words: &Words, main: Markup) -> Markup {
    let voice = words.voice(frame.language);
    let theme = (frame.theme != Theme::System).then(|| frame.theme.name());
    html! {
        (DOCTYPE)
        html lang=(frame.language.code()) data-theme=[theme] {
            (head(frame))
            body class=[frame.exercise.as_ref().map(|_| "in-exercise")]
                data-prefix=[frame.exercise.as_ref().map(|it| it.prefix.as_str())]
                data-topics=[frame.live_topics.as_deref()] data-cursor=[frame.cursor.as_deref()]
                data-pushed=[frame.pushed.then_some("true")]
                data-account=[frame.account_name.as_deref()] {
                (skip_links(voice))
                div.frame {
                    (bands(frame, voice))
                    (header(frame, voice))
                    (menu(frame, voice))
                    // Before what it is about, as paper has it in this order.
                    (status_bar(frame, voice))
                    main.main #main tabindex="-1" {
                        @if let Some(news) = &frame.banner { (banner(news)) }
                        (main)
                    }
                    (footer(frame, voice))
                }
                p.unseen #live-region role="status" aria-live="polite" {}
            }
        }
    }
}

fn head(frame: &Frame) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            title { (frame.title) " · Paraat" }
            meta name="color-scheme" content="light dark";
            meta name="htmx-config" content=r#"{"includeIndicatorCSS":false,"history":"reload"}"#;
            @if let Some(font) = &frame.assets.font {
                link rel="preload" href=(font) as="font" type="font/woff2" crossorigin;
            }
            link rel="stylesheet" href=(frame.assets.css);
            link rel="icon" href="data:,";
            script type="module" src=(frame.assets.js) {}
        }
    }
}

fn skip_links(voice: Voice<'_>) -> Markup {
    html! {
        a.skip-link href="#main" { (voice.say("frame-skip-main")) }
        a.skip-link href="#menu" { (voice.say("frame-skip-nav")) }
        a.skip-link href="#search" { (voice.say("frame-skip-search")) }
    }
}

fn bands(frame: &Frame, voice: Voice<'_>) -> Markup {
    html! {
        @if frame.demo || frame.exercise.is_some() {
            section.bands aria-label=(voice.say("frame-bands")) {
            @if let Some(exercise) = &frame.exercise {
                div.band.band-exercise {
                    p {
                        strong {
                            (voice.with("frame-exercise", &[("name", exercise.name.clone())]))
                        }
                        " · " (voice.say("frame-exercise-explained"))
                    }
                    (out_of(exercise, voice))
                }
            }
            @if frame.demo { p.band { (voice.say("frame-demo")) } }
            }
        }
    }
}

/// The ways out of an exercise: look at the real world, or end the exercise for everybody.
fn out_of(exercise: &Exercise, voice: Voice<'_>) -> Markup {
    html! {
        div.ways-out {
            a href=(TO_LIVE) { (voice.say("frame-to-live")) }
            @if let Some(id) = &exercise.leads {
                a href="/oefening" { (voice.say("frame-exercise-lead")) }
                form action="/oefening" method="post" {
                    input type="hidden" name="exercise" value=(id);
                    button name="order" value="stop" { (voice.say("frame-no-play")) }
                }
            }
        }
    }
}

fn prefix(frame: &Frame) -> &str {
    frame.exercise.as_ref().map_or("", |it| it.prefix.as_str())
}

fn header(frame: &Frame, voice: Voice<'_>) -> Markup {
    let prefix = prefix(frame);
    html! {
        header.header {
            a.brand href={ (prefix) "/" } aria-label=(voice.say("frame-home")) {
                (brand()) span { "Paraat" }
            }
            search.search {
                form action={ (prefix) "/search" } method="get" {
                    label.unseen for="search" { (voice.say("frame-search")) }
                    (icon("search"))
                    input #search type="search" name="q" autocomplete="off" maxlength="200"
                        placeholder=(voice.say("frame-search-hint"));
                    kbd aria-hidden="true" { "Ctrl K" }
                    button.unseen-until-focus type="submit" { (voice.say("frame-search")) }
                }
            }
            span.header-space {}
            (language_links(frame, voice))
            (theme_switch(frame, voice))
            (account(frame, voice))
        }
    }
}

fn language_links(frame: &Frame, voice: Voice<'_>) -> Markup {
    html! {
        nav.languages aria-label=(voice.say("frame-language")) {
            @for language in Language::ALL {
                @let code = language.code();
                @let name = voice.say(&format!("language-{code}"));
                @let current = (language == frame.language).then_some("true");
                a href={ "/taal?to=" (code) "&next=" (encode(&frame.path)) } lang=(code)
                    hreflang=(code) title=(name) aria-current=[current] {
                    (code.to_uppercase()) span.unseen { " " (name) }
                }
            }
        }
    }
}

/// Both ways are on the page and the style sheet shows the one that makes sense, because only
/// the device knows whether `System` is dark now.
fn theme_switch(frame: &Frame, voice: Voice<'_>) -> Markup {
    let dark = voice.say("frame-theme-to-dark");
    let light = voice.say("frame-theme-to-light");
    html! {
        form.theme-switch action="/thema" method="post" {
            input type="hidden" name="next" value=(frame.path);
            button.to-dark name="theme" value="dark" title=(dark) aria-label=(dark) {
                (icon("moon"))
            }
            button.to-light name="theme" value="light" title=(light) aria-label=(light) {
                (icon("sun"))
            }
        }
    }
}

fn account(frame: &Frame, voice: Voice<'_>) -> Markup {
    let logout = voice.say("frame-logout");
    html! {
        @if let Some(name) = &frame.account_name {
            div.account {
                (icon("person"))
                p {
                    span.unseen { (voice.say("frame-account")) " " }
                    strong { (name) }
                    @if let Some(organisation) = &frame.organisation_name {
                        small { (organisation) }
                    }
                }
                form action="/logout" method="post" {
                    button title=(logout) aria-label=(logout) { (icon("exit")) }
                }
            }
        } @else {
            a.login-link href={ "/login?next=" (encode(&frame.path)) } {
                (icon("person")) span { (voice.say("frame-login")) }
            }
        }
    }
}

fn menu(frame: &Frame, voice: Voice<'_>) -> Markup {
    let folds = frame.nav.len() > TABS;
    html! {
        nav.menu #menu tabindex="-1" aria-label=(voice.say("frame-nav")) {
            ul {
                @for (index, item) in frame.nav.iter().enumerate() {
                    li.wide-only[folds && index + 1 >= TABS] { (menu_link(item)) }
                }
                @if folds {
                    li.narrow-only {
                        a href="#all-sections" {
                            (icon("menu")) span { (voice.say("frame-more")) }
                        }
                    }
                }
            }
        }
    }
}

fn menu_link(item: &NavItem) -> Markup {
    let current = item.current.then_some("page");
    html! {
        a href=(item.href) title=(item.label) aria-current=[current] {
            (icon(item.icon)) span { (item.label) }
        }
    }
}

fn status_bar(frame: &Frame, voice: Voice<'_>) -> Markup {
    let snapshot = voice.with("status-snapshot", &[("time", frame.snapshot_time.clone())]);
    html! {
        div.status-bar role="region" aria-label=(voice.say("status-label")) {
            p.status-word #status data-live=(voice.say("status-live"))
                data-reconnecting=(voice.say("status-reconnecting")) data-snapshot=(snapshot)
                data-changed=(voice.say("changed-notice"))
                data-refresh=(voice.say("changed-refresh"))
                data-spoken=(voice.say("changed-spoken"))
                data-lines=(voice.say("changed-lines"))
                data-waiting=(voice.say("outbox-waiting")) data-edit=(voice.say("outbox-edit"))
                data-send=(voice.say("outbox-send")) data-broken=(voice.say("outbox-broken"))
                data-draft=(voice.say("draft-found")) data-restore=(voice.say("draft-restore"))
                data-discard=(voice.say("draft-discard")) { (snapshot) }
            @if let Some(organisation) = &frame.organisation_name { p { (organisation) } }
            @if frame.lite { p { (voice.say("frame-lite")) } }
        }
    }
}

fn footer(frame: &Frame, voice: Voice<'_>) -> Markup {
    html! {
        footer.footer {
            nav.all-sections #all-sections aria-label=(voice.say("frame-all-sections")) {
                ul { @for item in &frame.nav { li { (menu_link(item)) } } }
            }
            form.themes action="/thema" method="post" {
                input type="hidden" name="next" value=(frame.path);
                span #themes-label { (voice.say("frame-theme")) }
                @for theme in Theme::ALL {
                    @let pressed = if theme == frame.theme { "true" } else { "false" };
                    button name="theme" value=(theme.name()) aria-pressed=(pressed) {
                        (voice.say(&format!("theme-{}", theme.name())))
                    }
                }
            }
            p { a href="/about" { (voice.say("frame-about")) } }
        }
    }
}

/// A text as it may stand in the value of a query (RFC 3986, unreserved characters kept).
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                encoded.push(char::from(byte));
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}
