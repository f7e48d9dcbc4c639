// SPDX-License-Identifier: EUPL-1.2
//! Activities that organisations carry together: what each co-lead says beside the joint judgement
//! of the lead, and in words where they differ.

use std::collections::BTreeMap;

use paraat_contract::{Row, Scene};
use paraat_ui::widgets::{Tone, button_link, empty, notice, panel as draw_panel};
use paraat_ui::{Markup, html};

use super::activity::paragraphs;
use super::acts::may;
use super::past::{Dated, entry};
use super::reports::one;
use super::signs::Signs;

/// A co-lead with its last statement.
#[derive(Debug, Clone, Copy)]
pub struct Carrier<'a> {
    /// Its row in the table of co-leads.
    pub row: &'a Row,
    /// What it stated last.
    pub statement: Option<&'a Row>,
}

impl<'a> Carrier<'a> {
    /// The organisation.
    pub fn organisation(self) -> &'a str {
        self.row.text("organisation")
    }

    fn named(self) -> bool {
        self.row.text("status") == "named"
    }
}

/// Who carries which activity along, by the address of the activity.
#[derive(Debug, Default)]
pub struct Joint<'a>(BTreeMap<&'a str, Vec<Carrier<'a>>>);

impl<'a> Joint<'a> {
    /// Puts rows together.
    pub fn new(co_leads: &'a [Row], statements: &'a [Row]) -> Self {
        let said: BTreeMap<(&str, &str), &Row> = statements
            .iter()
            .map(|row| ((row.text("activity"), row.stream.owner.as_str()), row))
            .collect();
        let mut joint = Self::default();
        for row in co_leads {
            let key = (row.text("activity"), row.text("organisation"));
            let statement = said.get(&key).copied();
            let carriers = joint.0.entry(key.0).or_default();
            carriers.push(Carrier { row, statement });
        }
        joint
    }

    fn all(&self, activity: &str) -> &[Carrier<'a>] {
        self.0.get(activity).map_or(&[], Vec::as_slice)
    }

    /// Who carries an activity along now; who became its lead is no co-lead of it.
    pub fn of(&self, activity: &str, lead: &str) -> Vec<Carrier<'a>> {
        let carries = |it: &Carrier| it.named() && it.organisation() != lead;
        self.all(activity).iter().copied().filter(carries).collect()
    }
}

/// Names of co-leads; empty when there are none.
pub fn names(scene: &Scene, carriers: &[Carrier]) -> String {
    let names = carriers
        .iter()
        .map(|it| scene.organisation(it.organisation()));
    names.collect::<Vec<_>>().join(", ")
}

/// One sentence for each co-lead whose status or outlook is another than that of the lead.
pub fn differences(
    scene: &Scene,
    signs: &Signs,
    report: Option<&Row>,
    carriers: &[Carrier],
) -> Vec<String> {
    let sentence = |carrier: &Carrier| {
        let statement = carrier.statement?;
        let [lead, other] = differing(signs, report, statement)?;
        let organisation = scene.organisation(carrier.organisation());
        let values = [
            ("lead", lead),
            ("organisation", organisation),
            ("other", other),
        ];
        Some(scene.say_with("agenda-joint-differ", &values))
    };
    carriers.iter().filter_map(sentence).collect()
}

/// The words in which the lead and a co-lead differ; none when they agree.
fn differing(signs: &Signs, report: Option<&Row>, statement: &Row) -> Option<[String; 2]> {
    let text = |row: Option<&Row>, column| row.map_or("", |it| it.text(column)).to_owned();
    let differ = |column| text(report, column) != statement.text(column);
    let (status, outlook) = (differ("status"), differ("outlook"));
    let words = |row: Option<&Row>| {
        let mut words = Vec::new();
        if status {
            words.push(signs.status_word(&text(row, "status")).to_lowercase());
        }
        let said = text(row, "outlook");
        if outlook && !said.is_empty() {
            words.push(signs.outlook_word(&said).to_lowercase());
        }
        words.join(", ")
    };
    (status || outlook).then(|| [words(report), words(Some(statement))])
}

/// The panel; nothing for an activity that one organisation carries, to who may not change that.
pub fn panel(
    scene: &Scene,
    signs: &Signs,
    activity: &Row,
    report: Option<&Row>,
    joint: &Joint,
) -> Markup {
    let address = activity.stream.to_string();
    let all = joint.all(&address);
    let carriers = joint.of(&address, activity.text("lead"));
    let issues = may(scene, activity.stream.owner.as_str());
    if all.is_empty() && !issues {
        return html! {};
    }
    let name = format!("/agenda/co-lead/name?activity={address}");
    let body = html! {
        @if carriers.is_empty() {
            (empty(&scene.say("agenda-joint-none"), None))
        } @else {
            p.muted { (scene.say("agenda-joint-how")) }
            @for sentence in differences(scene, signs, report, &carriers) {
                (notice(Tone::Elevated, "", html! { p { (sentence) } }))
            }
        }
        @for carrier in &carriers { (carrying(scene, signs, &address, *carrier, issues)) }
        @for carrier in all.iter().filter(|it| !it.named()) { (released(scene, signs, *carrier)) }
        @if issues {
            p { (button_link(&name, "person", &scene.say("agenda-co-lead-name"), false)) }
        }
    };
    draw_panel("joint", &scene.say("agenda-joint"), html! {}, body)
}

fn carrying(
    scene: &Scene,
    signs: &Signs,
    activity: &str,
    carrier: Carrier,
    issues: bool,
) -> Markup {
    let stream = &carrier.row.stream;
    let state = format!("/agenda/statement/state?activity={activity}&coLead={stream}");
    let release = format!("/streams/{stream}/release");
    let own = may(scene, carrier.organisation());
    html! {
        h3 { (scene.organisation(carrier.organisation())) }
        @match carrier.statement {
            Some(statement) => (one(scene, signs, statement, false)),
            None => p.muted { (scene.say("agenda-joint-nothing")) },
        }
        @if own || issues {
            p {
                @if own {
                    (button_link(&state, "edit", &scene.say("agenda-statement-state"), false)) " "
                }
                @if issues {
                    (button_link(&release, "close", &scene.say("agenda-co-lead-release"), false))
                }
            }
        }
    }
}

/// Who was a co-lead: what it stated stays, marked as such.
fn released(scene: &Scene, signs: &Signs, carrier: Carrier) -> Markup {
    let organisation = scene.organisation(carrier.organisation());
    let was = scene.say_with("agenda-joint-released", &[("organisation", organisation)]);
    html! {
        h3 { (was) }
        (paragraphs(carrier.row.text("reason")))
        @if let Some(statement) = carrier.statement { (one(scene, signs, statement, false)) }
    }
}

/// What co-leads stated, and who was named and released, for the history.
pub fn past(scene: &Scene, signs: &Signs, co_leads: &[Row], statements: &[Row]) -> Vec<Dated> {
    let stated = statements.iter().map(|row| {
        let status = signs.status_word(row.text("status")).to_owned();
        let what = scene.say_with("agenda-past-stated", &[("status", status)]);
        let detail = html! {
            (signs.outlook(row.text("outlook"))) (paragraphs(row.text("explanation")))
        };
        entry(scene, row, what, detail)
    });
    let named = co_leads.iter().map(|row| {
        let organisation = scene.organisation(row.text("organisation"));
        let key = format!("agenda-past-{}", row.text("status"));
        let what = scene.say_with(&key, &[("organisation", organisation)]);
        entry(scene, row, what, paragraphs(row.text("reason")))
    });
    stated.chain(named).collect()
}
