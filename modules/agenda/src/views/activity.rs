// SPDX-License-Identifier: EUPL-1.2
//! One activity: what it is, how it stands, what others say beside it, and how it came to be so.

use paraat_authority::{Ability, Act, Reason, Verdict};
use paraat_contract::{Answer, AsKnown, Filter, Need, Order, Params, Query, Row, Scene};
use paraat_ui::widgets::{button_link, facts, page_bar, panel};
use paraat_ui::{Markup, html};

use super::signs::{self, Signs, listed};
use super::{filters, history, moment, past, reports, rows, translated};
use crate::state::spoken;
use crate::tables::{ACTIVITY, AMBITION, COMMENT, PROGRESS};

/// How many comments and how many entries of the history are shown at most.
pub const MOST: u32 = 100;

/// The activity and what points at it. Nothing when the address does not read.
pub fn needs(params: &Params) -> Vec<Need> {
    let Some(stream) = params.stream("stream") else {
        return Vec::new();
    };
    let as_known = moment::as_known(params);
    let of = |query: Query| Need::Rows(query.as_known(as_known.clone()));
    let about = |table| Query::all(table).is("activity", stream.to_string());
    let newest = |query: Query| query.by(Order::Newest).page(0, MOST);
    let reports = newest(about(&PROGRESS)).as_known(AsKnown::Ever);
    let mut needs = vec![
        of(Query::all(&ACTIVITY).filter(Filter::Stream(stream.clone()))),
        of(Query::all(&AMBITION)),
        of(about(&PROGRESS)),
        of(newest(about(&COMMENT))),
        Need::Rows(reports),
        Need::History(stream.clone(), MOST),
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
    let entries = past::entries(scene, &signs, rows(answers, 4), history(answers, 5));
    let history = past::panel(scene, entries, super::answer(answers, 4));
    Some(html! {
        (page_bar(&title, back, acts.buttons(scene)))
        (moment::told(scene, &here))
        div.columns {
            div {
                (what(scene, row))
                (reports::panel(scene, &signs, row, progress, acts.why.as_deref()))
                (translated::panel(scene, row, answers, 6))
                (comments)
                (history)
            }
            aside aria-label=(scene.say("agenda-facts")) {
                (facts(&pairs(scene, &signs, row, ambitions)))
            }
        }
    })
}

/// What this audience may do here, and why not.
struct Acts {
    report: Option<String>,
    assign: Option<String>,
    comment: Option<String>,
    /// Why this audience does not report: one line in the place of the button.
    why: Option<String>,
    /// Why it does not comment.
    why_no_comment: Option<String>,
}

impl Acts {
    fn of(scene: &Scene, row: &Row) -> Self {
        let mut acts = Self {
            report: None,
            assign: None,
            comment: None,
            why: None,
            why_no_comment: None,
        };
        if moment::asked(scene.params).is_some() {
            acts.why = Some(scene.say("agenda-moment-no-acts"));
            return acts;
        }
        let stream = &row.stream;
        let may = |of| {
            scene.permit(&Act {
                ability: Ability::Write,
                of,
            })
        };
        if may(stream.owner.clone()).permitted() {
            acts.assign = Some(format!("/streams/{stream}/assign"));
        }
        if let Ok(lead) = row.text("lead").parse() {
            let verdict = may(lead);
            if verdict.permitted() {
                acts.report = Some(format!("/agenda/progress/report?activity={stream}"));
            } else {
                let act = scene.say("agenda-progress-report");
                acts.why = Some(format!("{act}: {}", reasons(scene, &verdict)));
            }
        }
        let own = scene
            .audience
            .organisation
            .clone()
            .unwrap_or_else(|| stream.owner.clone());
        let verdict = may(own);
        if verdict.permitted() {
            acts.comment = Some(format!("/agenda/comment/write?activity={stream}"));
        } else {
            let act = scene.say("agenda-comment-write");
            acts.why_no_comment = Some(format!("{act}: {}", reasons(scene, &verdict)));
        }
        acts
    }

    fn buttons(&self, scene: &Scene) -> Markup {
        html! {
            @if let Some(href) = &self.comment {
                (button_link(href, "comment", &scene.say("agenda-comment-write"), false))
            }
            @if let Some(href) = &self.assign {
                (button_link(href, "person", &scene.say("agenda-activity-assign"), false))
            }
            @if let Some(href) = &self.report {
                (button_link(href, "edit", &scene.say("agenda-progress-report"), true))
            }
        }
    }
}

/// What stands against an act, as sentences.
fn reasons(scene: &Scene, verdict: &Verdict) -> String {
    let said = |reason: &Reason| match reason {
        Reason::OtherOrganisation(of) => {
            let name = scene.organisation(of.as_str());
            scene.say_with(reason.key(), &[("organisation", name)])
        }
        _ => scene.say(reason.key()),
    };
    verdict
        .against
        .iter()
        .map(said)
        .collect::<Vec<_>>()
        .join(" ")
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

fn pairs(scene: &Scene, signs: &Signs, row: &Row, ambitions: &[Row]) -> Vec<(String, Markup)> {
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
