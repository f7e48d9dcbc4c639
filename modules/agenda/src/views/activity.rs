// SPDX-License-Identifier: EUPL-1.2
//! One activity: what it is, how it stands, what others say beside it, and how it came to be so.

use paraat_contract::{Answer, AsKnown, Filter, Need, Order, Params, Query, Row, Scene};
use paraat_ui::widgets::{facts, panel};
use paraat_ui::{Markup, html};

use super::acts::Acts;
use super::islands::{self, Book, Subject};
use super::joint::{self, Joint};
use super::signs::{self, Signs, listed};
use super::{filters, history, means, moment, past, reports, rows, translated};
use crate::state::spoken;
use crate::tables::{
    ACTIVITY, AMBITION, CO_LEAD, COMMENT, CONSULTATION, EXPLANATION, MEANS, PROGRESS, STATEMENT,
};

/// How many comments and how many entries of the history are shown at most.
pub const MOST: u32 = 100;

/// Where among the answers those about the translation begin.
const TRANSLATED: usize = 14;

/// The activity and what points at it. Nothing when the address does not read.
pub fn needs(params: &Params) -> Vec<Need> {
    let Some(stream) = params.stream("stream") else {
        return Vec::new();
    };
    let as_known = moment::as_known(params);
    let of = |query: Query| Need::Rows(query.as_known(as_known.clone()));
    let about = |table| Query::all(table).is("activity", stream.to_string());
    let newest = |query: Query| query.by(Order::Newest).page(0, MOST);
    let ever = |table| Need::Rows(newest(about(table)).as_known(AsKnown::Ever));
    let weighed = |table| of(Query::all(table).is("subject", stream.to_string()));
    let mut needs = vec![
        of(Query::all(&ACTIVITY).filter(Filter::Stream(stream.clone()))),
        of(Query::all(&AMBITION)),
        of(about(&PROGRESS)),
        of(newest(about(&COMMENT))),
        ever(&PROGRESS),
        Need::History(stream.clone(), MOST),
        weighed(&EXPLANATION),
        weighed(&CONSULTATION),
        of(about(&CO_LEAD)),
        of(about(&STATEMENT)),
        of(about(&MEANS)),
        ever(&CO_LEAD),
        ever(&STATEMENT),
        ever(&MEANS),
    ];
    needs.extend(translated::needs(params, &stream.to_string()));
    needs
}

/// The page; none when this audience cannot see the activity, or it was not there yet.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let row = rows(answers, 0).first()?;
    let (ambitions, progress) = (rows(answers, 1), rows(answers, 2));
    let signs = Signs::new(scene);
    let title = format!(
        "{} {}",
        row.text("number"),
        spoken(row, scene.language(), "title")
    );
    let acts = Acts::of(scene, row);
    let here = format!("/agenda/activity/{}", row.stream);
    let whole = filters::cleared(scene.params, "/agenda");
    let back = html! { a href=(whole) { (scene.say("agenda-back")) } };
    let why_not = acts.why_no_comment.as_deref();
    let comments = reports::comments(scene, super::answer(answers, 3), why_not);
    let lead = row.text("lead");
    let report = progress
        .iter()
        .find(|report| report.stream.owner.as_str() == lead);
    let joint = Joint::new(rows(answers, 8), rows(answers, 9));
    let book = Book::new(rows(answers, 6), rows(answers, 7));
    let history = past_of(answers, scene, &signs);
    Some(html! {
        (scene.bar(&title, back, acts.buttons(scene)))
        (moment::told(scene, &here))
        div.columns {
            div {
                (what(scene, row))
                (reports::panel(scene, &signs, row, progress, acts.why.as_deref()))
                (joint::panel(scene, &signs, row, report, &joint))
                (means::panel(scene, row, rows(answers, 10)))
                (islands::panel(scene, Subject { row }, &book))
                (translated::panel(scene, row, answers, TRANSLATED))
                (comments)
                (history)
            }
            aside aria-label=(scene.say("agenda-facts")) {
                (facts(&pairs(scene, &signs, row, ambitions, &joint)))
            }
        }
    })
}

/// All that was recorded about it, newest first.
fn past_of(answers: &[Answer], scene: &Scene, signs: &Signs) -> Markup {
    let mut others = joint::past(scene, signs, rows(answers, 11), rows(answers, 12));
    others.extend(means::past(scene, rows(answers, 13)));
    let own = (rows(answers, 4), history(answers, 5));
    let entries = past::entries(scene, signs, own, others);
    past::panel(scene, entries, super::answer(answers, 4))
}

/// The text of the activity, with what is unclear in its source.
fn what(scene: &Scene, row: &Row) -> Markup {
    let remark = spoken(row, scene.language(), "remark");
    let body = html! {
        (paragraphs(spoken(row, scene.language(), "explanation")))
        @if !remark.is_empty() {
            p.muted { strong { (scene.say("agenda-remark")) ":" } " " (remark) }
        }
    };
    panel("what", &scene.say("agenda-what"), html! {}, body)
}

/// A text as it was typed: each line a paragraph.
pub fn paragraphs(text: &str) -> Markup {
    html! { @for line in text.lines().filter(|line| !line.trim().is_empty()) { p { (line) } } }
}

fn pairs(
    scene: &Scene,
    signs: &Signs,
    row: &Row,
    ambitions: &[Row],
    joint: &Joint,
) -> Vec<(String, Markup)> {
    let named = |name: &'static str| {
        let slug = row.text(name);
        let href = filters::only(scene.params, "/agenda", name, slug);
        let found = ambitions.iter().find(|it| it.text("slug") == slug);
        let label = found.map_or_else(
            || slug.to_owned(),
            |it| {
                format!(
                    "{} {}",
                    it.text("number"),
                    spoken(it, scene.language(), "title")
                )
            },
        );
        (
            scene.say(&format!("agenda-filter-{name}")),
            html! { a href=(href) { (label) } },
        )
    };
    let fact = |key: &str, value: Markup| (scene.say(key), value);
    let lead = row.text("lead");
    let parties = signs::parties(scene, row);
    let mut pairs = vec![
        fact(
            "agenda-filter-lead",
            html! {
                @if lead.is_empty() { (signs.no_lead) } @else { (scene.organisation(lead)) }
            },
        ),
        fact("agenda-column-period", html! { (signs.period(scene, row)) }),
    ];
    let carriers = joint.of(&row.stream.to_string(), lead);
    if !carriers.is_empty() {
        let names = joint::names(scene, &carriers);
        pairs.insert(1, fact("agenda-co-lead", html! { (names) }));
    }
    if !parties.is_empty() {
        pairs.push(fact(
            "agenda-activity-issue-collective",
            html! { (parties.join(", ")) },
        ));
    }
    pairs.push(named("pillar"));
    pairs.push(named("ambition"));
    pairs.push(fact("agenda-activity-issue-themes", themes(scene, row)));
    pairs.push(fact("agenda-filter-reach", html! { (signs.reach(row)) }));
    let issuer = scene.organisation(row.stream.owner.as_str());
    pairs.push(fact("agenda-issued-by", html! { (issuer) }));
    pairs.push(fact("source", html! { (row.text("source")) }));
    pairs
}

fn themes(scene: &Scene, row: &Row) -> Markup {
    let mut named = listed(row.text("themes")).peekable();
    html! {
        @if named.peek().is_none() { (scene.say("none")) }
        @for (at, theme) in named.enumerate() {
            @if at > 0 { ", " }
            a href=(filters::only(scene.params, "/agenda", "theme", theme)) {
                (signs::theme(scene, theme))
            }
        }
    }
}
