// SPDX-License-Identifier: EUPL-1.2
//! One subject and one island: the whole exchange between lead and island in its order, and what
//! is to be done now.

use paraat_contract::{Answer, AsKnown, Filter, Need, Params, Query, Row, Scene};
use paraat_kernel::OrganisationId;
use paraat_ui::page::encode;
use paraat_ui::widgets::{Entry, Mark, Tone, button_link, empty, facts, history, panel, tag};
use paraat_ui::{Markup, html, time};

use super::activity::paragraphs;
use super::acts::reasons;
use super::islands::{self, Book, Pair, StateSigns, Subject};
use super::rows;
use super::signs::listed;
use crate::commands::declare_explanation::ISLANDS;
use crate::commands::write;
use crate::tables::{ACTIVITY, CONSULTATION, EXPLANATION, PROPOSAL};

/// The subject and all that was ever said about it for this island. Nothing when the address does
/// not read, or names no island.
pub fn needs(params: &Params) -> Vec<Need> {
    let (Some(subject), Some(island)) = (params.stream("subject"), island(params)) else {
        return Vec::new();
    };
    let one = |table| Need::Rows(Query::all(table).filter(Filter::Stream(subject.clone())));
    let ever = |table| {
        let about = Query::all(table).is("subject", subject.to_string());
        Need::Rows(about.is("island", island).as_known(AsKnown::Ever))
    };
    vec![
        one(&ACTIVITY),
        one(&PROPOSAL),
        ever(&EXPLANATION),
        ever(&CONSULTATION),
    ]
}

fn island(params: &Params) -> Option<&'static str> {
    let asked = params.path.get("island")?;
    ISLANDS.iter().copied().find(|it| it == asked)
}

/// The page; none when this audience cannot see the subject.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let island = island(scene.params)?;
    let row = rows(answers, 0).first().or(rows(answers, 1).first())?;
    let subject = Subject { row };
    let (declared, answered) = (rows(answers, 2), rows(answers, 3));
    let pair = Book::new(declared, answered).pair(subject, island);
    let title = format!("{}: {}", subject.title(scene), scene.organisation(island));
    let back = html! {
        a href="/agenda/caribbean" { (scene.say("agenda-title-caribbean")) }
    };
    let acts = Acts::of(scene, subject, &pair, island);
    let voice = scene.words.voice(scene.language());
    let entries = entries(scene, subject, declared, answered);
    let body = html! {
        @if entries.is_empty() {
            (empty(&scene.say("agenda-caribbean-exchange-none"), None))
        } @else {
            (history(voice, &entries))
        }
        @if subject.lead().is_empty() { p.muted { (scene.say("agenda-caribbean-no-lead")) } }
        @for why in &acts.why { p.muted { (why) } }
    };
    Some(html! {
        (scene.bar(&title, back, acts.buttons(scene)))
        div.columns {
            div {
                (panel("exchange", &scene.say("agenda-caribbean-exchange"), html! {}, body))
            }
            aside aria-label=(scene.say("agenda-facts")) {
                (facts(&pairs(scene, subject, &pair, island)))
            }
        }
    })
}

fn pairs(scene: &Scene, subject: Subject, pair: &Pair, island: &str) -> Vec<(String, Markup)> {
    let signs = StateSigns::new(scene);
    let lead = match subject.lead() {
        "" => scene.say("agenda-no-lead"),
        lead => scene.organisation(lead),
    };
    let mut pairs = vec![
        (
            scene.say("agenda-filter-state"),
            html! { (signs.state(pair.state())) },
        ),
        (
            scene.say("agenda-caribbean-subject"),
            html! { a href=(subject.page()) { (subject.title(scene)) } },
        ),
        (
            scene.say("agenda-filter-sort"),
            html! { (islands::sort_word(scene, subject.sort())) },
        ),
        (
            scene.say("agenda-filter-island"),
            html! { (scene.organisation(island)) },
        ),
        (scene.say("agenda-filter-lead"), html! { (lead) }),
    ];
    if let Some(who) = islands::waits_for(scene, subject, pair, island) {
        pairs.insert(
            1,
            (scene.say("agenda-caribbean-waiting-for"), html! { (who) }),
        );
    }
    pairs
}

/// What this audience may do now, and why not.
struct Acts {
    declare: Option<String>,
    answer: Option<String>,
    why: Vec<String>,
}

impl Acts {
    fn of(scene: &Scene, subject: Subject, pair: &Pair, island: &str) -> Self {
        let mut acts = Self {
            declare: None,
            answer: None,
            why: Vec::new(),
        };
        if subject.row.text("status") == "dropped" {
            acts.why.push(scene.say("agenda-proposal-gone"));
            return acts;
        }
        let mut may = |of: Option<OrganisationId>, verb: &str| {
            let verdict = scene.permit(&write(of?));
            if verdict.permitted() {
                return Some(());
            }
            let act = scene.say(verb);
            acts.why
                .push(format!("{act}: {}", reasons(scene, &verdict)));
            None
        };
        let address = &subject.row.stream;
        let declare = may(subject.lead().parse().ok(), "agenda-explanation-declare");
        let open = pair.declared.filter(|_| pair.answered.is_none());
        let answer = open.and_then(|it| {
            may(island.parse().ok(), "agenda-consultation-answer")?;
            Some(it)
        });
        acts.declare = declare
            .map(|()| format!("/agenda/explanation/declare?subject={address}&island={island}"));
        acts.answer = answer.map(|it| {
            let explanation = encode(&it.stream.to_string());
            let version = it.version;
            let fields = format!("subject={address}&explanation={explanation}&version={version}");
            format!("/agenda/consultation/answer?{fields}")
        });
        acts
    }

    fn buttons(&self, scene: &Scene) -> Markup {
        html! {
            @if let Some(href) = &self.declare {
                (button_link(href, "edit", &scene.say("agenda-explanation-declare"),
                    self.answer.is_none()))
            }
            @if let Some(href) = &self.answer {
                (button_link(href, "comment", &scene.say("agenda-consultation-answer"), true))
            }
        }
    }
}

/// Both sides in the order in which it was recorded, oldest first.
fn entries(scene: &Scene, subject: Subject, declared: &[Row], answered: &[Row]) -> Vec<Entry> {
    let declared = declared
        .iter()
        .map(|row| (row, declaration(scene, subject, row)));
    let answered = answered.iter().map(|row| (row, answer(scene, row)));
    let mut all: Vec<(&Row, Entry)> = declared.chain(answered).collect();
    all.sort_by_key(|(row, _)| row.since);
    all.into_iter().map(|(_, entry)| entry).collect()
}

fn entry(scene: &Scene, row: &Row, what: String, detail: Markup) -> Entry {
    let voice = scene.words.voice(scene.language());
    let by = scene.organisation(row.stream.owner.as_str());
    let function = scene.say(&format!("function-{}", row.text("function")));
    Entry {
        at: time::moment(voice, row.since, &scene.zone()),
        what,
        who: format!("{by}, {function}"),
        detail,
    }
}

fn declaration(scene: &Scene, subject: Subject, row: &Row) -> Entry {
    let key = if row.stream.owner.as_str() == subject.lead() {
        "agenda-exchange-declared"
    } else {
        "agenda-exchange-declared-former"
    };
    let outcome = scene.say(&format!(
        "agenda-explanation-outcome-{}",
        row.text("outcome")
    ));
    let values = [("number", row.version.to_string()), ("outcome", outcome)];
    let named = listed(row.text("reasons"))
        .map(|it| scene.say(&format!("agenda-explanation-reasons-{it}")));
    let reasons: Vec<String> = named.collect();
    let detail = html! {
        @if !row.text("need").is_empty() { (paragraphs(row.text("need"))) }
        @if !reasons.is_empty() {
            p { (scene.say("agenda-explanation-declare-reasons")) ": " (reasons.join(", ")) }
        }
        (paragraphs(row.text("text")))
    };
    entry(scene, row, scene.say_with(key, &values), detail)
}

fn answer(scene: &Scene, row: &Row) -> Entry {
    let number = row.whole("version").unwrap_or_default().to_string();
    let key = format!("agenda-exchange-{}", row.text("answer"));
    let what = scene.say_with(&key, &[("number", number)]);
    let consulted = row.text("consulted");
    let day = [("day", scene.day(consulted))];
    let detail = html! {
        (paragraphs(row.text("text")))
        @if consulted.is_empty() {
            p { (tag(&scene.say("agenda-exchange-not-consulted"), Mark::Ring, Tone::Elevated)) }
        } @else {
            p.muted { (scene.say_with("agenda-exchange-consulted", &day)) }
        }
    };
    entry(scene, row, what, detail)
}
