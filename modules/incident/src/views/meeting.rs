// SPDX-License-Identifier: EUPL-1.2
//! A meeting with its agenda, in the cycle of picture, judgement and decision. The agenda is made
//! of what stands there at this moment: nobody puts it together, and nothing on it is typed again.

use paraat_contract::{Answer, Need, Order, Params, Row, Scene, rows_of};
use paraat_ui::widgets::panel;
use paraat_ui::{Markup, html};

use super::{actions, decisions, facts, gathered, moment, questions, signs, told};
use crate::state::{Theme, stale, themes};
use crate::tables::{
    ACTION, BOTTLENECK, DECISION, FACT, MEETING, PART, QUESTION, RESPONSE, SYNTHESIS,
};
use crate::terms::themes::weight;

/// Most things of one sort that stand on an agenda; the page of that sort has all of them.
const MOST: usize = 12;

/// What stands in the crisis of the meeting that was found.
pub fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    let meetings = rows_of(answers, &MEETING);
    let Some(meeting) = meetings.first() else {
        return Vec::new();
    };
    let mut crisis = params.clone();
    crisis
        .path
        .insert("stream", meeting.text("incident").to_owned());
    gathered::first_step(&crisis, whole)
}

fn whole(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow(params, answers, whole, |of| {
        [
            &SYNTHESIS,
            &PART,
            &FACT,
            &ACTION,
            &BOTTLENECK,
            &QUESTION,
            &RESPONSE,
            &DECISION,
        ]
        .map(|table| of(table).by(Order::Any))
        .to_vec()
    })
}

/// The three parts of the agenda.
pub fn agenda(answers: &[Answer], scene: &Scene, row: &Row) -> Markup {
    let part = |id: &str, body: Markup| {
        panel(
            id,
            &scene.say(&format!("incident-agenda-{id}")),
            html! {},
            body,
        )
    };
    html! {
        (part("picture", picture(answers, scene, row)))
        (part("judgement", judgement(answers, scene, row)))
        (part("decision", decision(answers, scene, row)))
    }
}

/// A heading of the agenda with its things, and the way to all of them; says so when there is none.
fn item(scene: &Scene, label: &str, page: &str, things: &[Markup]) -> Markup {
    html! {
        h3 { a href=(page) { (scene.say(label)) } }
        @if things.is_empty() { p.muted { (scene.say("incident-agenda-none")) } }
        @else {
            ul.agenda {
                @for thing in things.iter().take(MOST) { li { (thing) } }
                @if things.len() > MOST {
                    @let more = [("count", (things.len() - MOST).to_string())];
                    li { a href=(page) { (scene.say_with("incident-agenda-more", &more)) } }
                }
            }
        }
    }
}

/// A link to a thing with a text, and who it is of.
fn thing(scene: &Scene, row: &Row, kind: &str) -> Markup {
    html! {
        a href={ "/incident/" (kind) "/" (row.stream) } {
            (told::code(scene, row)) " " (row.text("text").lines().next().unwrap_or_default())
        }
    }
}

/// The page of the crisis that has all things of one sort.
fn page(row: &Row, name: &str) -> String {
    format!("/incident/incident/{}{name}", row.text("incident"))
}

/// What is the matter: what was agreed before, the key picture, themes that are more than normal or
/// old, and figures that contradict.
fn picture(answers: &[Answer], scene: &Scene, row: &Row) -> Markup {
    let mut open: Vec<&Row> = rows_of(answers, &ACTION)
        .into_iter()
        .filter(|it| actions::is_open(actions::standing(it, &told::responses(answers, it))))
        .collect();
    open.sort_by_key(|it| (it.text("due").is_empty(), it.text("due").to_owned()));
    let open: Vec<Markup> = open
        .iter()
        .map(|it| html! { (thing(scene, it, "action")) " " (told::due(scene, it, true)) })
        .collect();
    let mut pictures = rows_of(answers, &SYNTHESIS);
    pictures.sort_by_key(|it| it.since);
    let key: Vec<Markup> = pictures
        .last()
        .map(|it| told_key(scene, it))
        .into_iter()
        .collect();
    let parts = rows_of(answers, &PART);
    let now = moment::seen_from(scene.params);
    let heavy = |theme: &&Theme| {
        weight(theme.status()) > weight("unknown")
            || theme.differs()
            || theme.said.iter().any(|it| stale(it, now))
    };
    let all = themes(&parts);
    let heavy: Vec<Markup> = all
        .iter()
        .filter(|theme| !theme.said.is_empty())
        .filter(heavy)
        .map(|theme| told_theme(scene, row, theme))
        .collect();
    let figures = rows_of(answers, &FACT);
    let contradicting: Vec<Markup> = contradicting(scene, &figures);
    html! {
        (item(scene, "incident-agenda-actions", &page(row, "/actions"), &open))
        (item(scene, "incident-synthesis", &page(row, ""), &key))
        (item(scene, "incident-themes", &page(row, ""), &heavy))
        @if !contradicting.is_empty() {
            (item(scene, "incident-contradicts", &page(row, "/facts"), &contradicting))
        }
    }
}

fn told_key(scene: &Scene, row: &Row) -> Markup {
    html! {
        @for line in row.text("what").lines() { (line) " " }
        span.muted {
            (scene.organisation(row.stream.owner.as_str())) ", "
            (moment::ago(scene, row.text("published")))
        }
    }
}

fn told_theme(scene: &Scene, row: &Row, theme: &Theme) -> Markup {
    let old = theme
        .said
        .iter()
        .any(|it| stale(it, moment::seen_from(scene.params)));
    html! {
        a href={ (page(row, "")) "#theme-" (theme.name) } {
            (scene.say(&format!("incident-theme-{}", theme.name)))
        } " " (signs::status(scene, theme.status()))
        @if theme.differs() { " " span.muted { (scene.say("incident-differs")) } }
        @if old { " " span.muted { (scene.say("incident-stale")) } }
    }
}

/// Places of which more than one figure of one thing stands.
fn contradicting(scene: &Scene, figures: &[&Row]) -> Vec<Markup> {
    let mut told = Vec::new();
    for definition in crate::terms::definitions::DEFINITIONS {
        let own = figures
            .iter()
            .filter(|it| it.text("definition") == definition.name);
        let own: Vec<&Row> = own.copied().collect();
        for area in facts::differing(&own) {
            let name = scene.say(&format!("incident-definition-{}", definition.name));
            told.push(html! { (name) " " (area) });
        }
    }
    told
}

/// What it means: what is stuck, what is not known, and whether what was decided works.
fn judgement(answers: &[Answer], scene: &Scene, row: &Row) -> Markup {
    let open = |table, kind: &str| -> Vec<Markup> {
        let rows = rows_of(answers, table).into_iter();
        let rows = rows.filter(|it| it.text("standing") == "open");
        let waits =
            |it: &&Row| kind != "question" || !questions::answered(&told::responses(answers, it));
        rows.filter(waits)
            .map(|it| html! { (thing(scene, it, kind)) " → " (told::to(scene, it)) })
            .collect()
    };
    let due = |it: &&Row| {
        let stands = it.text("standing") == "open" && it.text("effect").is_empty();
        let on: Option<paraat_kernel::Timestamp> = it.text("check_on").parse().ok();
        let at: Option<paraat_kernel::Timestamp> = row.text("at").parse().ok();
        stands && on.is_some_and(|on| at.is_none_or(|at| on <= at))
    };
    let checked: Vec<Markup> = rows_of(answers, &DECISION)
        .into_iter()
        .filter(due)
        .map(|it| thing(scene, it, "decision"))
        .collect();
    let (stuck, unknown) = (open(&BOTTLENECK, "bottleneck"), open(&QUESTION, "question"));
    html! {
        (item(scene, "incident-bottlenecks", &page(row, "/bottlenecks"), &stuck))
        (item(scene, "incident-questions", &page(row, "/questions"), &unknown))
        (item(scene, "incident-agenda-effects", &page(row, "/decisions"), &checked))
    }
}

/// What follows: what is decided here, who does what, and what the public hears.
fn decision(answers: &[Answer], scene: &Scene, row: &Row) -> Markup {
    let address = row.stream.to_string();
    let taken = rows_of(answers, &DECISION).into_iter();
    let taken: Vec<&Row> = taken.filter(|it| it.text("meeting") == address).collect();
    let mut pictures = rows_of(answers, &SYNTHESIS);
    pictures.sort_by_key(|it| it.since);
    let wanted = pictures.last().map_or("", |it| it.text("wanted"));
    html! {
        @if !wanted.trim().is_empty() {
            h3 { (scene.say("incident-synthesis-wanted")) }
            ul { @for line in wanted.lines() { li { (line) } } }
        }
        h3 { (scene.say("incident-agenda-taken")) }
        @if taken.is_empty() { p.muted { (scene.say("incident-agenda-none")) } }
        @for it in &taken { article.thing { (decisions::one(scene, it)) } }
        @if told::ours(scene, row) { (onwards(scene, row)) }
    }
}

/// The forms that a meeting ends in, each of them for its team.
fn onwards(scene: &Scene, row: &Row) -> Markup {
    let back = paraat_ui::page::encode(&format!("/incident/meeting/{}", row.stream));
    let of = format!(
        "?incident={}&team={}&next={back}",
        row.text("incident"),
        row.text("team")
    );
    let now = scene.params.now;
    html! {
        div.acts {
            a href={ "/incident/decision/take" (of) "&meeting=" (row.stream) "&restsOn=" (now) } {
                (scene.say("incident-decision-take"))
            }
            a href={ "/incident/action/give" (of) } { (scene.say("incident-action-give")) }
            a href={ "/incident/bottleneck/raise" (of) } {
                (scene.say("incident-bottleneck-raise"))
            }
            a href={ "/incident/part/share" (of) "&theme=communication" } {
                (scene.say("incident-agenda-public"))
            }
        }
    }
}
