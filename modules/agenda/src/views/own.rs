// SPDX-License-Identifier: EUPL-1.2
//! The translation of one's own organisation: confirm what the joint plan proposes, deviate with a
//! reason, and for who may decide, adopt. Made to take a planner of a region a minute.

use paraat_contract::{Answer, Need, Order, Params, Query, Row, Scene, rows_of};
use paraat_kernel::OrganisationId;
use paraat_ui::widgets::{Figure, Tone, button_link, empty, figures, filter_bar, notice, panel};
use paraat_ui::{Markup, html};

use super::acts;
use super::filters::{Wanted, cleared, now, with};
use super::mine::{Mine, STATES, lines};
use super::own_forms::{adopt_panel, confirm_form};
use super::sheet::{self, Sheet, bar, switch};
use super::suggest::Paragraphs;
use super::{covered, moment};
use crate::state::{inherits, party};
use crate::tables::{DRAFT, JOINT_PLAN, PARAGRAPH, PLAN, TRANSLATION};

/// Where it is.
pub const PATH: &str = "/agenda/own";

/// The sheet, and what is one's own: drafts and plans that others have no rows of.
pub fn needs(params: &Params) -> Vec<Need> {
    let as_known = moment::as_known(params);
    let mut needs = sheet::needs_of(params, &TRANSLATION);
    for table in [&JOINT_PLAN, &DRAFT, &PLAN, &PARAGRAPH] {
        let all = Query::all(table).as_known(as_known.clone());
        needs.push(Need::Rows(all.by(Order::Oldest)));
    }
    needs
}

/// What this audience may do here.
#[derive(Clone, Copy)]
pub struct May {
    /// Write drafts, list plans, answer.
    pub write: bool,
    /// Adopt.
    pub decide: bool,
}

impl May {
    fn of(scene: &Scene, own: &OrganisationId) -> Self {
        Self {
            write: acts::may(scene, own.as_str()),
            decide: acts::may_decide(scene, own),
        }
    }
}

/// The page.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let sheet = Sheet::new(answers, scene);
    let title = scene.say("agenda-view-own");
    let Some(own) = scene.audience.organisation.clone() else {
        return Some(html! {
            (scene.bar(&title, switch(scene, PATH), html! {}))
            (empty(&scene.say("agenda-own-nobody"), None))
        });
    };
    if party(own.as_str()).is_none() {
        return Some(html! {
            (scene.bar(&title, switch(scene, PATH), html! {}))
            (empty(&scene.say("agenda-own-no-party"), None))
        });
    }
    let may = May::of(scene, &own);
    let all = lines(answers, &sheet.shown(&Wanted::new(scene, PATH)), &own);
    let state = scene.params.get("state");
    let counts = STATES.map(|it| all.iter().filter(|line| line.state() == it).count());
    let shown: Vec<&Mine> = all
        .iter()
        .filter(|line| state.is_none_or(|state| state == line.state()))
        .collect();
    let voice = scene.words.voice(scene.language());
    let clear = scene.say("filter-clear");
    let plan = html! {
        @if may.write {
            (button_link("/agenda/plan/list", "add", &scene.say("agenda-plan-list"), false))
        }
    };
    Some(html! {
        (scene.bar(&title, switch(scene, PATH), plan))
        (moment::told(scene, &now(scene.params, PATH)))
        @if sheet.agenda.items.is_empty() {
            (empty(&scene.say("agenda-not-issued"), None))
        } @else {
            p.prose {
                strong { (scene.organisation(own.as_str())) } ". " (first(scene, &own, counts))
            }
            (account(scene, &sheet, &own, may))
            (counted(scene, counts))
            (filter_bar(voice, &bar(scene, &sheet, PATH, shown.len())))
            @if shown.is_empty() {
                @let all = cleared(scene.params, PATH);
                (empty(&scene.say("agenda-nothing-found"), Some((&all, &clear))))
            } @else {
                (confirm_form(scene, &sheet, &shown, &Paragraphs::of(paragraphs(answers)), may))
            }
            @if may.decide { (adopt_panel(scene, &sheet, &all, &own)) }
            (plans(scene, answers, may))
        }
    })
}

fn paragraphs(answers: &[Answer]) -> &[Row] {
    super::rows(answers, 9)
}

/// What to do first, in one sentence.
fn first(
    scene: &Scene,
    own: &OrganisationId,
    [_, proposed, drafted, adopted]: [usize; 4],
) -> String {
    let key = match (proposed, drafted, adopted) {
        (1.., _, _) => "agenda-own-confirm-first",
        (0, 1.., _) => "agenda-own-adopt-next",
        (0, 0, 0) if inherits(own.as_str()) => "agenda-own-nothing-region",
        (0, 0, 0) => "agenda-own-nothing",
        _ => "agenda-own-done",
    };
    scene.say(key)
}

/// What is not taken up is answered for, so that others can be told; that nothing is left, too.
fn account(scene: &Scene, sheet: &Sheet, own: &OrganisationId, may: May) -> Markup {
    let Some(party) = party(own.as_str()) else {
        return html! {};
    };
    let gaps = sheet.coverage.missing(party).unwrap_or_default();
    let Some(edition) = sheet.agenda.edition else {
        return html! {};
    };
    let answered = sheet.coverage.answer(party).is_some();
    let by = sheet.hearing.map(|row| row.text("answer_by"));
    let count = [("count", gaps.to_string())];
    let href = format!("/agenda/account/answer?edition={}", edition.stream);
    let tone = if answered || by.is_none() || gaps == 0 {
        Tone::Info
    } else {
        Tone::Elevated
    };
    notice(
        tone,
        &scene.say_with("agenda-own-gaps", &count),
        html! {
            @if let Some(by) = by.filter(|_| !answered) {
                p { (scene.say_with("agenda-hearing-by", &[("day", scene.day(by))])) }
            }
            @if answered { (covered::answered(scene, sheet, party)) }
            @else { p { (scene.say("agenda-own-unanswered")) } }
            @if by.is_none() {
                p { (scene.say("agenda-hearing-not-open")) }
            } @else if may.write {
                p { (button_link(&href, "comment", &scene.say("agenda-account-answer"), false)) }
            }
        },
    )
}

/// How many lines stand where; each leads to just those.
fn counted(scene: &Scene, counts: [usize; 4]) -> Markup {
    let figure = |(state, count): (&str, usize)| Figure {
        label: scene.say(&format!("agenda-own-{state}")),
        value: count.to_string(),
        unit: String::new(),
        beside: html! {
            @if count > 0 {
                a href=(with(scene.params, PATH, "state", state)) {
                    (scene.say("agenda-show"))
                    span.unseen { ": " (scene.say(&format!("agenda-own-{state}"))) }
                }
            }
        },
    };
    let all: Vec<Figure> = STATES.into_iter().zip(counts).map(figure).collect();
    figures(&scene.say("agenda-own-counts"), &all)
}

/// The plans that suggestions are made from.
fn plans(scene: &Scene, answers: &[Answer], may: May) -> Markup {
    let plans = rows_of(answers, &PLAN);
    let paragraphs = paragraphs(answers);
    let body = html! {
        p.muted { (scene.say("agenda-plans-explained")) }
        @if plans.is_empty() {
            (empty(&scene.say("agenda-plans-none"), None))
        } @else {
            ul {
                @for plan in plans {
                    @let of = |row: &&Row| row.stream == plan.stream;
                    @let count = paragraphs.iter().filter(of).count().to_string();
                    li {
                        (plan.text("title")) ", "
                        (scene.say(&format!("agenda-plan-sort-{}", plan.text("sort")))) ", "
                        (plan.whole("from_year").unwrap_or_default()) "-"
                        (plan.whole("to_year").unwrap_or_default()) ": "
                        (scene.say_with("agenda-plans-paragraphs", &[("count", count)]))
                        @if may.write { (plan_acts(scene, plan)) }
                    }
                }
            }
        }
    };
    panel("plans", &scene.say("agenda-plans"), html! {}, body)
}

/// List it anew, or take it out of the list.
fn plan_acts(scene: &Scene, plan: &Row) -> Markup {
    let title = plan.text("title");
    html! {
        @for verb in ["revise", "remove"] {
            " " a href={ "/streams/" (plan.stream) "/" (verb) } {
                (scene.say(&format!("agenda-plan-{verb}")))
                span.unseen { ": " (title) }
            }
        }
    }
}
