// SPDX-License-Identifier: EUPL-1.2
//! The two forms of pasting in: what is handed in, and the proposal that is looked over.

use paraat_contract::{Item, Proposal, Row, Scene};
use paraat_ui::widgets::{Tone, Wrong, error_summary, notice};
use paraat_ui::{Markup, html};

use crate::terms::teams::TEAMS;
use crate::terms::themes::THEMES;
use crate::views::{frame, moment};

/// A choice of words; the first is none.
fn choice(
    scene: &Scene,
    (id, name): (&str, &str),
    stem: &str,
    words: &[&str],
    chosen: &str,
) -> Markup {
    html! {
        select id=(id) name=(name) {
            option value="" { (scene.say(&format!("incident-paste-no-{stem}"))) }
            @for word in words {
                option value=(word) selected[*word == chosen] {
                    (scene.say(&format!("incident-{stem}-{word}")))
                }
            }
        }
    }
}

fn team(scene: &Scene, proposal: &Proposal) -> Markup {
    let filled = proposal.about.0.get("team").map(String::as_str);
    let chosen = filled.unwrap_or_else(|| moment::team(scene.params));
    html! {
        div.field {
            label for="paste-team" { (scene.say("incident-paste-team")) }
            (choice(scene, ("paste-team", "team"), "team", TEAMS, chosen))
        }
    }
}

fn wrong(scene: &Scene, proposal: &Proposal, anchor: &str) -> Markup {
    let voice = scene.words.voice(scene.language());
    let of_whole = proposal.wrong.iter().map(|sentence| Wrong {
        anchor: anchor.to_owned(),
        sentence: sentence.clone(),
    });
    let of_items = proposal.items.iter().enumerate().flat_map(|(at, item)| {
        item.wrong.iter().map(move |sentence| Wrong {
            anchor: format!("item-{at}"),
            sentence: format!("{}: {sentence}", numbered(scene, at)),
        })
    });
    let all: Vec<Wrong> = of_whole.chain(of_items).collect();
    error_summary(voice, &all)
}

fn numbered(scene: &Scene, at: usize) -> String {
    scene.say_with("incident-paste-item", &[("number", (at + 1).to_string())])
}

/// What should be known of the whole.
fn said(proposal: &Proposal) -> Markup {
    html! {
        @if !proposal.said.is_empty() {
            ul.pasted-said { @for sentence in &proposal.said { li { (sentence) } } }
        }
    }
}

/// What is handed in: text or a file. Both forms are sent to their own address, with what stands
/// in it: the team that was chosen, and what was kept over a sign-in.
pub fn enter(scene: &Scene, proposal: &Proposal) -> Markup {
    html! {
        form.form method="post" enctype="multipart/form-data" novalidate {
            (wrong(scene, proposal, "paste-text"))
            (said(proposal))
            input type="hidden" name="key" value=(proposal.key);
            p { (scene.say("incident-paste-how")) }
            div.field {
                label for="paste-text" { (scene.say("incident-paste-text")) }
                p.help #paste-text-help { (scene.say("incident-paste-text-help")) }
                textarea #paste-text name="text" rows="12" aria-describedby="paste-text-help" {
                    // The first line end behind the tag is no part of the text.
                    "\n" (proposal.about.get("text"))
                }
            }
            div.field {
                label for="paste-file" { (scene.say("incident-paste-file")) }
                p.help #paste-file-help { (scene.say("incident-paste-file-help")) }
                input #paste-file type="file" name="file" accept=".eml,.txt"
                    aria-describedby="paste-file-help";
            }
            (team(scene, proposal))
            div.form-actions {
                button.button.primary type="submit" { (scene.say("incident-paste-read")) }
            }
        }
    }
}

/// The proposal, each message with what will be recorded of it.
pub fn look_over(scene: &Scene, own: &Row, proposal: &Proposal) -> Markup {
    let fresh = format!("{}/paste{}", frame::address(own), moment::suffix(scene));
    let bad = proposal.items.iter().any(|it| !it.wrong.is_empty());
    html! {
        form.form.pasted method="post" novalidate {
            (wrong(scene, proposal, "item-0"))
            @if let Some((count, shown)) = &proposal.recorded {
                @let count = [("count", count.to_string())];
                @let said = scene.say_with("incident-paste-recorded", &count);
                (notice(Tone::Good, &said, html! {
                    p { a href=(shown) { (scene.say("incident-paste-to-recorded")) } }
                }))
            }
            (said(proposal))
            p { (scene.say("incident-paste-look")) }
            input type="hidden" name="key" value=(proposal.key);
            (team(scene, proposal))
            ol.pasted-items {
                @for (at, thing) in proposal.items.iter().enumerate() {
                    li { (item(scene, at, thing)) }
                }
            }
            div.form-actions {
                button.button.primary type="submit" name="keep" value="all" {
                    (scene.say("incident-paste-all"))
                }
                @if bad {
                    button.button type="submit" name="keep" value="good" {
                        (scene.say("incident-paste-good"))
                    }
                }
                a.button href=(fresh) { (scene.say("incident-paste-again")) }
            }
        }
    }
}

fn item(scene: &Scene, at: usize, item: &Item) -> Markup {
    let id = |field: &str| format!("item-{at}-{field}");
    let name = |field: &str| format!("{at}.{field}");
    let (text, original) = (item.typed.get("text"), item.typed.get("original"));
    let rows = (text.chars().count() / 70 + text.lines().count()).clamp(1, 8);
    let wrong = (!item.wrong.is_empty()).then(|| id("wrong"));
    html! {
        fieldset.pasted-item #{ "item-" (at) } tabindex=[wrong.as_ref().map(|_| "-1")] {
            legend.unseen { (numbered(scene, at)) }
            @if let Some(wrong) = &wrong {
                p.field-error id=(wrong) { (item.wrong.join(" ")) }
            }
            label.pasted-take {
                input type="checkbox" name=(name("take")) value="yes" checked[item.ticked]
                    aria-describedby=[wrong.as_deref()];
                " " (numbered(scene, at))
            }
            div.field {
                label.unseen for=(id("text")) { (scene.say("incident-paste-line")) }
                textarea id=(id("text")) name=(name("text")) rows=(rows) maxlength="4000"
                    aria-invalid=[wrong.as_ref().map(|_| "true")] { "\n" (text) }
            }
            div.pasted-beside {
                div.field {
                    label for=(id("day")) { (scene.say("incident-paste-day")) }
                    input id=(id("day")) type="date" name=(name("happened-day"))
                        value=(item.typed.get("happened-day"));
                }
                div.field {
                    label for=(id("time")) { (scene.say("incident-paste-time")) }
                    input id=(id("time")) type="time" name=(name("happened-time"))
                        value=(item.typed.get("happened-time"));
                }
                div.field {
                    label for=(id("theme")) { (scene.say("incident-paste-theme")) }
                    @let chosen = item.typed.get("theme");
                    (choice(scene, (&id("theme"), &name("theme")), "theme", THEMES, chosen))
                }
                div.field {
                    label for=(id("source")) { (scene.say("incident-paste-source")) }
                    input id=(id("source")) type="text" name=(name("source")) maxlength="200"
                        value=(item.typed.get("source")) autocomplete="off";
                }
            }
            @if !original.is_empty() && original != item.typed.get("source") {
                input type="hidden" name=(name("original")) value=(original);
                @let named = [("name", original.to_owned())];
                p.help { (scene.say_with("incident-paste-original", &named)) }
            }
        }
    }
}
