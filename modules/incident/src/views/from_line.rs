// SPDX-License-Identifier: EUPL-1.2
//! From a line of a log to something else without typing it again: the form of a fact, an object,
//! an action, a bottleneck or a decision begins with what the line says. The link to it carries the
//! address of the line alone, so that it is as short as any.

use paraat_contract::{Aid, Answer, Filter, Help, Need, Params, Query, Row, Scene, rows_of};
use paraat_kernel::StreamId;
use paraat_ui::field::Typed;
use paraat_ui::html;

use super::{moment, signs};
use crate::state::code;
use crate::tables::LINE;
use crate::terms::definitions::figure;

/// How a form that something is made of a line in is helped.
pub const AID: Aid = Aid {
    needs,
    help,
    looks: None,
};

/// The log and the number in the address of a line.
fn place(line: &str) -> Option<(StreamId, u64)> {
    let (log, number) = line.split_once('#')?;
    Some((log.parse().ok()?, number.parse().ok()?))
}

/// The line in the address.
pub fn needs(params: &Params) -> Vec<Need> {
    let line = params.get("fromLine").and_then(place);
    let query = line.map(|(log, number)| {
        let own = Query::all(&LINE).filter(Filter::Stream(log));
        own.filter(Filter::Part(format!("log-line/{number}")))
    });
    query.map(Need::Rows).into_iter().collect()
}

/// What the line says, in the fields that ask for it.
pub fn help(answers: &[Answer], scene: &Scene) -> Help {
    let lines = rows_of(answers, &LINE);
    let Some(line) = lines.first() else {
        return Help::default();
    };
    let text = line.text("text");
    let typed = Typed::default()
        .with("text", text)
        .with("title", text.lines().next().unwrap_or_default())
        .with("note", text)
        .with("source", line.text("source"))
        .with("observed", line.text("happened"))
        .with("value", only_figure(text).unwrap_or_default());
    Help {
        typed,
        facts: vec![("fromLine", quoted(scene, line))],
        ..Help::default()
    }
}

fn quoted(scene: &Scene, line: &Row) -> paraat_ui::Markup {
    html! {
        (code(line, |team| signs::team(scene, team))) ", "
        (moment::at(scene, line.text("happened")))
        blockquote { (line.text("text")) }
    }
}

/// The figure in a text, when it has just one: of several nobody knows which is meant.
fn only_figure(text: &str) -> Option<String> {
    let marks = |c: char| matches!(c, '.' | ',' | ';' | '!' | '?' | '(' | ')');
    let words = text.split_whitespace().map(|word| word.trim_matches(marks));
    let mut figures = words.filter(|word| figure(word).is_some());
    let first = figures.next()?;
    figures.next().is_none().then(|| first.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_taken_from_a_line_that_has_one_and_from_no_other() {
        for (text, found) in [
            ("Nu 1.240 mensen weg.", Some("1.240")),
            ("Peil 43,92 (NAP)", Some("43,92")),
            ("Om 10:30 uur 12 gewonden", Some("12")),
            ("Van 3 naar 4 gewonden", None),
            ("Dijk wordt zwak", None),
            ("", None),
        ] {
            assert_eq!(only_figure(text).as_deref(), found, "{text}");
        }
    }

    #[test]
    fn what_is_no_address_of_a_line_asks_for_nothing() {
        for odd in ["", "x", "#1", "vr23~x#", "vr23#een"] {
            assert_eq!(place(odd), None, "{odd}");
        }
    }
}
