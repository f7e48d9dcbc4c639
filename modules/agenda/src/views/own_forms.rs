// SPDX-License-Identifier: EUPL-1.2
//! The two forms on the page of one's own translation: confirm lines of the joint plan, and adopt
//! drafts. Each sends marks of what it shows, so that nothing else is agreed to.

use paraat_contract::{Row, Scene};
use paraat_kernel::OrganisationId;
use paraat_ui::page::encode;
use paraat_ui::widgets::{Ask, AskKind, Column, ask, panel, table};
use paraat_ui::{Markup, html};

use super::filters::with;
use super::mine::{Mine, suggested};
use super::own::{May, PATH};
use super::sheet::{Sheet, activity};
use super::suggest::Paragraphs;
use crate::cards::{Line, mark_of, sent};
use crate::state::spoken;

/// The lines, with a box at each that the joint plan proposes something for.
pub fn confirm_form(
    scene: &Scene,
    sheet: &Sheet,
    shown: &[&Mine],
    paragraphs: &Paragraphs,
    may: May,
) -> Markup {
    let columns = [
        Column::text(scene.say("agenda-activity")),
        Column::text(scene.say("agenda-own-joint")),
        Column::text(scene.say("agenda-own-draft")),
        Column::text(scene.say("agenda-own-adopted")),
    ];
    let open = |line: &&&Mine| may.write && line.state() == "proposed";
    let to_confirm = shown.iter().filter(open).count();
    let ticked = scene.params.get("tick") == Some("all");
    let row = |line: &&Mine| {
        vec![
            name(scene, line, open(&line).then_some(ticked)),
            joint(scene, sheet, line),
            draft(scene, sheet, line, paragraphs, may),
            adopted(scene, sheet, line),
        ]
    };
    let rows: Vec<Vec<Markup>> = shown.iter().map(row).collect();
    let lines = table(&scene.say("agenda-own-lines"), &columns, &rows);
    let marks: Vec<String> = shown
        .iter()
        .filter_map(|line| Some(sent(&line.item.row.stream, &line.seen()?)))
        .collect();
    let count = [("count", to_confirm.to_string())];
    html! {
        @if to_confirm == 0 { (lines) } @else {
            form action="/agenda/draft/confirm" method="post" {
                input type="hidden" name="marks" value=(marks.join(" "));
                input type="hidden" name="next" value=(PATH);
                @if !ticked {
                    p.prose { a href=(with(scene.params, PATH, "tick", "all")) {
                        (scene.say_with("agenda-own-tick-all", &count))
                    } }
                }
                (lines)
                div.form-actions {
                    button.button.primary { (scene.say("agenda-own-confirm-ticked")) }
                }
            }
        }
    }
}

/// The activity, behind a box when its line can be confirmed.
fn name(scene: &Scene, line: &Mine, ticked: Option<bool>) -> Markup {
    let row = line.item.row;
    let id = row.stream.id.simple().to_string();
    let title = spoken(row, scene.language(), "title");
    html! {
        div #{ "a-" (id) } {
            @if let Some(ticked) = ticked {
                label.option {
                    input type="checkbox" name="activity" value=(row.stream) checked[ticked];
                    span { span.number { (row.text("number")) } " " (title) }
                }
            } @else { (activity(scene, row)) }
        }
    }
}

/// A line of a plan: how, where, why.
fn told(sheet: &Sheet, row: &Row) -> Markup {
    let line = Line::of_row(row);
    html! {
        (sheet.stances.sign(&line.stance))
        @if !line.plan.is_empty() { div { (line.plan) " " (line.paragraph) } }
        @if !line.reason.is_empty() { div.muted { (line.reason) } }
    }
}

fn joint(scene: &Scene, sheet: &Sheet, line: &Mine) -> Markup {
    html! { div { @match line.joint {
        Some(row) => (told(sheet, row)),
        None => span.muted { (scene.say("agenda-own-no-joint")) },
    } } }
}

/// The draft, a suggestion while there is none, and the way to another one.
fn draft(scene: &Scene, sheet: &Sheet, line: &Mine, paragraphs: &Paragraphs, may: May) -> Markup {
    let stream = &line.item.row.stream;
    let title = spoken(line.item.row, scene.language(), "title");
    let none = line.draft.is_none() && line.adopted.is_none();
    let suggestion = none.then(|| suggested(paragraphs, &line.item)).flatten();
    let form = format!("/agenda/draft/record?activity={stream}");
    let key = line
        .joint
        .map_or("agenda-draft-record", |_joint| "agenda-own-deviate");
    let about = html! { span.unseen { ": " (title) } };
    html! { div {
        @if let Some(row) = line.draft { (told(sheet, row)) }
        @if let Some(row) = suggestion {
            @let place = match row.text("number") { "" => row.text("heading"), number => number };
            p.muted { (scene.say_with("agenda-suggestion", &[
                ("paragraph", format!("{} {}", row.text("number"), row.text("heading"))),
                ("plan", row.text("plan").to_owned()),
            ])) }
            @if may.write {
                p { a href=(format!(
                    "{form}&stance=adopted&plan={}&paragraph={}",
                    encode(row.text("plan")),
                    encode(&place.chars().take(40).collect::<String>()),
                )) { (scene.say("agenda-suggestion-use")) (about) } }
            }
        }
        @if may.write {
            p { a href=(deviation(&form, line)) {
                (scene.say(key))
                (about)
            } }
        }
    } }
}

/// The form of one's own words, begun with the plan that the joint line names.
fn deviation(form: &str, line: &Mine) -> String {
    let joint = line
        .joint
        .filter(|_| line.draft.is_none())
        .map(Line::of_row);
    joint.map_or_else(
        || form.to_owned(),
        |joint| {
            let (plan, paragraph) = (encode(&joint.plan), encode(&joint.paragraph));
            format!("{form}&plan={plan}&paragraph={paragraph}")
        },
    )
}

fn adopted(scene: &Scene, sheet: &Sheet, line: &Mine) -> Markup {
    html! { div { @match line.adopted {
        Some(row) => {
            (told(sheet, row)) (sheet.stances.old(line.old))
            div.muted { (scene.day(row.text("decided_on"))) ", " (row.text("body")) }
        },
        None => span.muted { (scene.say("agenda-own-not-adopted")) },
    } } }
}

/// The drafts that wait for the board, all ticked, with the decision that adopts them.
pub fn adopt_panel(scene: &Scene, sheet: &Sheet, all: &[Mine], own: &OrganisationId) -> Markup {
    let voice = scene.words.voice(scene.language());
    let waiting: Vec<&Mine> = all.iter().filter(|line| line.waits()).collect();
    let mark = |line: &&Mine| {
        let draft = Line::of_row(line.draft?);
        Some(sent(&line.item.row.stream, &mark_of(&draft, None)))
    };
    let marks: Vec<String> = waiting.iter().filter_map(mark).collect();
    let question = |name: &str, key: &str, kind: &'static str| {
        let label = scene.say(&format!("agenda-translation-adopt-{key}"));
        let help = voice.find(&format!("agenda-translation-adopt-{key}-help"));
        Ask {
            help: help.unwrap_or_default(),
            ..Ask::new(name, &label, AskKind::Line(kind))
        }
    };
    let count = [("count", waiting.len().to_string())];
    let body = html! {
        @if waiting.is_empty() { p.muted { (scene.say("agenda-own-no-drafts")) } } @else {
            form.form action="/agenda/translation/adopt" method="post" {
                input type="hidden" name="marks" value=(marks.join(" "));
                input type="hidden" name="organisation" value=(own);
                input type="hidden" name="next" value=(PATH);
                fieldset {
                    legend { (scene.say_with("agenda-own-adopt-which", &count)) }
                    div.options { @for line in &waiting { (box_of(scene, sheet, line)) } }
                }
                (ask(voice, &question("decidedOn", "decided-on", "date")))
                (ask(voice, &question("body", "body", "text")))
                div.form-actions {
                    button.button.primary { (scene.say("agenda-translation-adopt")) }
                }
            }
        }
    };
    panel("adopt", &scene.say("agenda-own-adopt"), html! {}, body)
}

fn box_of(scene: &Scene, sheet: &Sheet, line: &Mine) -> Markup {
    let row = line.item.row;
    let stance = line.draft.map_or("", |draft| draft.text("stance"));
    html! {
        label.option {
            input type="checkbox" name="activity" value=(row.stream) checked;
            span {
                span.number { (row.text("number")) } " "
                (spoken(row, scene.language(), "title")) " " (sheet.stances.sign(stance))
            }
        }
    }
}
