// SPDX-License-Identifier: EUPL-1.2
//! What there is already of what somebody is about to ask: the same question of another, its
//! answer, a figure, what a team says of a theme, a line. And what an answer may point at.

use std::collections::BTreeSet;

use paraat_contract::{Aid, Answer, Help, Need, Order, Params, Row, Scene, rows_of};
use paraat_ui::field::Typed;
use paraat_ui::widgets::Choice;
use paraat_ui::{Markup, html};

use super::{facts, gathered, questions, signs, told};
use crate::tables::{FACT, LINE, PART, QUESTION, RESPONSE};

/// How the form of a question is helped.
pub const ASK: Aid = Aid {
    needs,
    help: ask,
    looks: Some("text"),
};

/// How the form of an answer is helped.
pub const ANSWER: Aid = Aid {
    needs,
    help: answer,
    looks: None,
};

/// Lines of the log that are looked through, the newest.
const LINES: u32 = 1_000;

/// Most things that are shown of each sort.
const MOST: usize = 5;

/// What stands in the crisis that the form is about.
fn needs(params: &Params) -> Vec<Need> {
    let mut crisis = params.clone();
    let incident = params.query.get("incident").to_owned();
    crisis.path.insert("stream", incident);
    gathered::needs(&crisis, follow)
}

fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow(params, answers, follow, |of| {
        let mut newest = of(&LINE).by(Order::Newest);
        newest.limit = LINES;
        let whole = [&QUESTION, &RESPONSE, &FACT, &PART];
        let whole = whole.map(|table| of(table).by(Order::Any));
        whole.into_iter().chain([newest]).collect()
    })
}

/// The words of a text that tell what it is about: not those that stand in every question.
fn telling(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| word.chars().count() >= 4);
    let words = words.map(str::to_lowercase);
    words
        .filter(|word| !COMMON.contains(&word.as_str()))
        .collect()
}

/// Words of four letters and more that say nothing of what a question is about.
const COMMON: &[&str] = &[
    "hoeveel", "welke", "waar", "wanneer", "waarom", "zijn", "wordt", "worden", "heeft", "hebben",
    "naar", "voor", "deze", "over", "weten", "nodig", "kunnen", "kunt", "which", "where", "when",
    "what", "many", "much", "have", "does", "with", "from", "there", "this", "that",
];

/// How many telling words of what is asked stand in a text.
fn alike(asked: &BTreeSet<String>, text: &str) -> usize {
    let of = telling(text);
    // A word counts for its forms as well: `gewonde` and `gewonden`.
    let same = |word: &&String| of.iter().any(|it| begins(it, word) || begins(word, it));
    asked.iter().filter(same).count()
}

fn begins(long: &str, short: &str) -> bool {
    long.starts_with(short) && long.chars().count() - short.chars().count() <= 3
}

/// The rows that are most alike, the best first; none that have no word in common.
fn best<'a>(
    rows: Vec<&'a Row>,
    asked: &BTreeSet<String>,
    text: impl Fn(&Row) -> String,
) -> Vec<&'a Row> {
    let scored = rows.into_iter().map(|row| (alike(asked, &text(row)), row));
    let mut scored: Vec<(usize, &Row)> = scored.filter(|(score, _)| *score > 0).collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(_, row)| row).take(MOST).collect()
}

fn ask(answers: &[Answer], scene: &Scene) -> Help {
    let asked = telling(scene.params.query.get("text"));
    Help {
        beside: vec![("text", found(answers, scene, &asked))],
        ..Help::default()
    }
}

/// What there is of it; before anything is typed, the questions that are open.
fn found(answers: &[Answer], scene: &Scene, asked: &BTreeSet<String>) -> Markup {
    let all = rows_of(answers, &QUESTION);
    let same = if asked.is_empty() {
        let open = all.iter().filter(|row| row.text("standing") == "open");
        open.take(MOST).copied().collect()
    } else {
        best(all, asked, |row| row.text("text").to_owned())
    };
    let figures = best(rows_of(answers, &FACT), asked, |row| fact_text(scene, row));
    let parts = best(rows_of(answers, &PART), asked, |row| part_text(scene, row));
    let lines = best(rows_of(answers, &LINE), asked, |row| {
        row.text("text").to_owned()
    });
    let none = same.is_empty() && figures.is_empty() && parts.is_empty() && lines.is_empty();
    html! {
        @if !same.is_empty() {
            h2 { (scene.say("incident-ask-already")) }
            ul { @for row in same { li { (question(answers, scene, row)) } } }
        }
        @if !(figures.is_empty() && parts.is_empty() && lines.is_empty()) {
            h2 { (scene.say("incident-ask-in-picture")) }
            ul {
                @for row in figures { li { (figure(scene, row)) } }
                @for row in parts { li { (part(scene, row)) } }
                @for row in lines { li { (line(scene, row)) } }
            }
        }
        @if none && !asked.is_empty() { p.muted { (scene.say("incident-ask-new")) } }
    }
}

fn fact_text(scene: &Scene, row: &Row) -> String {
    let name = scene.say(&format!("incident-definition-{}", row.text("definition")));
    format!("{name} {} {}", row.text("area"), row.text("what"))
}

fn part_text(scene: &Scene, row: &Row) -> String {
    let name = scene.say(&format!("incident-theme-{}", row.text("theme")));
    format!("{name} {}", row.text("text"))
}

/// A question that stands there, with its answer or with the way to ask it too.
fn question(answers: &[Answer], scene: &Scene, row: &Row) -> Markup {
    let responses = told::responses(answers, row);
    let given = responses
        .iter()
        .filter(|it| it.text("standing") == "answered");
    let given: Vec<&Row> = given.copied().collect();
    let ours = scene.audience.organisation.as_ref() == Some(&row.stream.owner);
    let open = row.text("standing") == "open" && !questions::answered(&responses);
    html! {
        a href={ "/incident/question/" (row.stream) } { (row.text("text")) } " "
        span.muted { (told::by(scene, row)) }
        (told::answers(scene, &given))
        @if open && !ours { " " (told::answering(scene, row, &["ask-too"])) }
    }
}

fn figure(scene: &Scene, row: &Row) -> Markup {
    html! {
        a href={ "/incident/fact/" (row.stream) } { (fact_text(scene, row)) } ": "
        strong { (facts::value(scene, row)) } " "
        (signs::reliability(scene, row.text("reliability"))) " "
        span.muted { (told::by(scene, row)) }
    }
}

fn part(scene: &Scene, row: &Row) -> Markup {
    let theme = row.text("theme");
    html! {
        a href={ "/incident/incident/" (row.text("incident")) "#theme-" (theme) } {
            (scene.say(&format!("incident-theme-{theme}")))
        } ": " (row.text("text")) " " span.muted { (told::by(scene, row)) }
    }
}

fn line(scene: &Scene, row: &Row) -> Markup {
    html! {
        a href={ "/incident/incident/" (row.text("incident")) "/log" } {
            (told::code(scene, row))
        } ": " (row.text("text"))
    }
}

/// What an answer may point at: the figures and the themes that stand in the picture.
fn answer(answers: &[Answer], scene: &Scene) -> Help {
    let incident = scene.params.query.get("incident");
    let figures = rows_of(answers, &FACT).into_iter().map(|row| Choice {
        value: row.stream.to_string(),
        label: format!("{}: {}", fact_text(scene, row), facts::value(scene, row)),
    });
    let themes: BTreeSet<&str> = rows_of(answers, &PART)
        .iter()
        .map(|row| row.text("theme"))
        .collect();
    let themes = themes.into_iter().map(|theme| Choice {
        value: format!("{incident}#{theme}"),
        label: scene.say(&format!("incident-theme-{theme}")),
    });
    Help {
        typed: Typed::default(),
        options: vec![("seenIn", themes.chain(figures).collect())],
        ..Help::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_alike_has_words_in_common_also_in_another_form() {
        let asked = telling("Hoeveel gewonden zijn er in Arcen?");
        assert_eq!(alike(&asked, "Eén gewonde bij Arcen"), 2);
        assert_eq!(alike(&asked, "Hoeveel mensen zijn er?"), 0);
        assert_eq!(alike(&telling(""), "Gewonden"), 0);
    }
}
