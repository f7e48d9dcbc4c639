// SPDX-License-Identifier: EUPL-1.2
//! Copying out: the picture, or one theme of it, as plain text under headings, to be pasted in the
//! tab of another system. Whoever works there types nothing again, and what comes back by pasting
//! finds its theme by the same headings.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use paraat_contract::{Answer, Need, Order, Params, PlainText, Row, Scene, rows_of};
use paraat_ui::widgets::{button_link, label_tag};
use paraat_ui::{Markup, html, time};

use super::{frame, gathered, lines, moment, signs};
use crate::state::{code, themes};
use crate::tables::{ACCEPTED, DIRECTION, LINE, PART};
use crate::terms::themes::THEMES;

/// Most lines of the log that are copied.
const LINES: u32 = 400;

/// The theme that is asked for; none for all of them.
fn theme(params: &Params) -> Option<&'static str> {
    let asked = params.get("theme")?;
    THEMES.iter().find(|it| **it == asked).copied()
}

/// The crisis, its parts, and its newest lines.
pub fn needs(params: &Params) -> Vec<Need> {
    gathered::needs(params, follow)
}

fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow_then(params, answers, (follow, lines::confirmed), |of| {
        let mut lines = of(&LINE).by(Order::Down("happened"));
        if let Some(theme) = theme(params) {
            lines = lines.is("theme", theme);
        }
        lines.limit = LINES;
        let whole = [&DIRECTION, &ACCEPTED, &PART];
        let whole = whole.map(|table| of(table).by(Order::Any));
        [lines].into_iter().chain(whole).collect()
    })
}

/// The page of a theme, or of all of them, at the moment that is looked at.
pub fn address(scene: &Scene, own: &Row, theme: Option<&str>) -> String {
    let suffix = moment::suffix(scene);
    let between = if suffix.is_empty() { '?' } else { '&' };
    let theme = theme.unwrap_or_default();
    format!("{}/copy{suffix}{between}theme={theme}", frame::address(own))
}

/// The link to all themes as text.
pub fn link(scene: &Scene, own: &Row) -> Markup {
    html! { a href=(address(scene, own, None)) { (scene.say("incident-copy")) } }
}

/// The page; none when this audience does not see the incident.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let copied = text(answers, scene)?;
    let voice = scene.words.voice(scene.language());
    let rows = copied.text.lines().count().clamp(6, 24);
    let label = gathered::strictest(answers);
    frame::page(answers, scene, "/copy", |own| {
        let link = |name: Option<&str>| address(scene, own, name);
        let chosen = theme(scene.params);
        let here = link(chosen);
        html! {
            div.form.copy {
                p { (scene.say("incident-copy-how")) " " (label_tag(voice, label)) }
                nav aria-label=(scene.say("incident-copy-themes")) {
                    ul.inline {
                        li { a href=(link(None)) aria-current=[chosen.is_none().then_some("page")] {
                            (scene.say("incident-copy-all"))
                        } }
                        @for name in THEMES {
                            li { a href=(link(Some(name)))
                                aria-current=[(chosen == Some(*name)).then_some("page")] {
                                (scene.say(&format!("incident-theme-{name}")))
                            } }
                        }
                    }
                }
                div.field {
                    label for="copy-text" { (scene.say("incident-copy-text")) }
                    textarea #copy-text readonly rows=(rows) { "\n" (copied.text) }
                }
                div.form-actions {
                    @let file = format!("{here}&as=txt");
                    (button_link(&file, "down", &scene.say("incident-copy-file"), true))
                }
            }
        }
    })
}

/// The text.
pub fn text(answers: &[Answer], scene: &Scene) -> Option<PlainText> {
    let own = gathered::own(answers)?;
    let voice = scene.words.voice(scene.language());
    let zone = scene.zone();
    let seen = time::moment_text(voice, moment::seen_from(scene.params), &zone);
    let mut out = String::new();
    // Writing to a text cannot fail.
    let _ = writeln!(out, "{}, {seen}", one_line(own.text("title")));
    let _ = writeln!(out, "{}", gathered::strictest(answers).name());
    let parts = rows_of(answers, &PART);
    let mut lines = rows_of(answers, &LINE);
    lines.reverse();
    let later = lines::later(answers);
    let chosen = theme(scene.params);
    let mut spoken = false;
    for theme in themes(&parts)
        .iter()
        .filter(|it| chosen.is_none_or(|name| name == it.name))
    {
        let own: Vec<&&Row> = lines
            .iter()
            .filter(|it| it.text("theme") == theme.name)
            .collect();
        if theme.said.is_empty() && own.is_empty() {
            continue;
        }
        spoken = true;
        let _ = writeln!(
            out,
            "\n{}",
            scene.say(&format!("incident-theme-{}", theme.name))
        );
        for row in &theme.said {
            let _ = writeln!(out, "- {}", said(scene, row));
        }
        for row in own {
            let _ = writeln!(out, "- {}", line(scene, &later, row));
        }
    }
    if !spoken {
        let _ = writeln!(out, "\n{}", scene.say("incident-copy-nothing"));
    }
    let of = chosen
        .map(|it| scene.say(&format!("incident-theme-{it}")))
        .unwrap_or_default();
    let name = format!("{} {of}", own.text("title"));
    Some(PlainText { name, text: out })
}

/// Text without line ends: each message is one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A moment with its day first, which pasting in reads back.
fn at(scene: &Scene, stored: &str) -> String {
    let zone = scene.zone();
    let read = stored.parse();
    read.map_or_else(|_| stored.to_owned(), |at| time::sortable(at, &zone))
}

/// What a team says of a theme: how serious, what, who, and since when it stands.
fn said(scene: &Scene, row: &Row) -> String {
    let status = scene.say(&format!("incident-status-{}", row.text("status")));
    let by = signs::by(scene, row.stream.owner.as_str(), row.text("team"));
    let confirmed = scene.say("incident-confirmed-at");
    let at = at(scene, row.text("confirmed"));
    let text = one_line(row.text("text"));
    let text = if text.is_empty() {
        text
    } else {
        format!(" {text}")
    };
    format!("{status}.{text} ({by}; {confirmed} {at})")
}

/// A line of the log: when, what, whether it was confirmed, from whom and its number.
fn line(scene: &Scene, later: &BTreeMap<&str, &Row>, row: &Row) -> String {
    let sure = lines::reliability(row, later);
    let sure = scene.say(&format!("incident-reliability-{sure}"));
    let source = match row.text("source") {
        "" => String::new(),
        source => format!(
            "{}; ",
            scene.say_with("incident-line-source", &[("source", one_line(source))])
        ),
    };
    let code = code(row, |team| signs::team(scene, team));
    let at = at(scene, row.text("happened"));
    format!(
        "{at} {} ({source}{sure}; {code})",
        one_line(row.text("text"))
    )
}
