// SPDX-License-Identifier: EUPL-1.2
//! What was recorded of a paste, and the way to a first picture: for each theme that has lines, a
//! form in which those lines stand already.

use paraat_contract::{Answer, Row, Scene, rows_of};
use paraat_ui::page::encode;
use paraat_ui::widgets::{Tone, button_link, notice, panel};
use paraat_ui::{Markup, html, time};

use crate::tables::LINE;
use crate::terms::themes::THEMES;
use crate::views::{frame, moment};

/// Most characters that are filled in beforehand: an address must stay within what servers take.
const FILLED: usize = 1_200;

/// What was recorded, when the address says which lines; nothing when it does not.
pub fn draw(answers: &[Answer], scene: &Scene, own: &Row) -> Option<Markup> {
    let version = |name| scene.params.get(name)?.parse::<u64>().ok();
    let log = scene.params.get("log")?;
    let (from, to) = (version("from")?, version("to")?);
    let mut lines: Vec<&Row> = rows_of(answers, &LINE)
        .into_iter()
        .filter(|row| row.stream.to_string() == log && (from..=to).contains(&row.version))
        .collect();
    if lines.is_empty() {
        return None;
    }
    lines.sort_by_key(|row| row.version);
    let (base, suffix) = (frame::address(own), moment::suffix(scene));
    let said = counted(scene, "incident-paste-recorded", lines.len());
    Some(html! {
        (notice(Tone::Good, &said, html! {
            p {
                a href={ (base) "/log" (suffix) } { (scene.say("incident-paste-to-log")) } " "
                a href={ (base) "/paste" (suffix) } { (scene.say("incident-paste-more")) }
            }
        }))
        (panel("first", &scene.say("incident-paste-first"), html! {}, first(scene, own, &lines)))
    })
}

fn counted(scene: &Scene, key: &str, count: usize) -> String {
    scene.say_with(key, &[("count", count.to_string())])
}

/// The themes with lines, each with the form that shares it.
fn first(scene: &Scene, own: &Row, lines: &[&Row]) -> Markup {
    let of = |theme: &str| -> Vec<&Row> {
        let own = lines.iter().filter(|row| row.text("theme") == theme);
        own.copied().collect()
    };
    let themes: Vec<(&str, Vec<&Row>)> = THEMES.iter().map(|theme| (*theme, of(theme))).collect();
    let rest = of("").len();
    html! {
        div.prose { p { (scene.say("incident-paste-first-how")) } }
        ul.pasted-themes {
            @for (theme, lines) in themes.iter().filter(|(_, lines)| !lines.is_empty()) {
                li {
                    (button_link(&share(scene, own, theme, lines), "edit",
                        &scene.say(&format!("incident-theme-{theme}")), false))
                    " " (counted(scene, "incident-paste-lines", lines.len()))
                }
            }
        }
        @if rest > 0 {
            p.muted { (counted(scene, "incident-paste-no-theme-lines", rest)) }
        }
    }
}

/// The form that shares a theme, with its lines as text. How serious it is, is asked.
fn share(scene: &Scene, own: &Row, theme: &str, lines: &[&Row]) -> String {
    let voice = scene.words.voice(scene.language());
    let zone = scene.zone();
    let mut text = String::new();
    let mut room = FILLED;
    for row in lines {
        let at = row.text("happened").parse();
        let clock = at.map_or_else(|_| String::new(), |at| time::clock(voice, at, &zone) + " ");
        let line = format!("{clock}{}\n", row.text("text"));
        let length = line.chars().count();
        if length > room {
            text.push('…');
            break;
        }
        room -= length;
        text.push_str(&line);
    }
    let team = lines.first().map_or("", |row| row.text("team"));
    let text = encode(text.trim_end());
    format!(
        "/incident/part/share?incident={}&team={team}&theme={theme}&text={text}",
        own.stream
    )
}
