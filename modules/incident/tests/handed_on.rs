// SPDX-License-Identifier: EUPL-1.2
//! Whoever chose a team writes for it until they choose another: no form on the way loses it.

#[expect(dead_code, reason = "each test file uses its own part of this")]
mod common;

use common::{Page, SINCE, row, stance, stream, whole};
use paraat_contract::{Row, Table};
use paraat_incident::tables::{
    ACTION, BOTTLENECK, DECISION, FACT, LINE, MEETING, OBJECT, PART, QUESTION, TEAM,
};

fn ours(table: &'static Table, kind: &str, said: &[(&str, &str)]) -> Row {
    let usual = [
        ("team", "rot"),
        ("text", "Kade wijkt"),
        ("status", "raised"),
        ("reliability", "unconfirmed"),
        ("standing", "open"),
    ];
    let kept = usual
        .into_iter()
        .filter(|(name, _)| said.iter().all(|(own, _)| own != name));
    let all: Vec<_> = kept.chain(said.iter().copied()).collect();
    row(table, stream("vr23", kind, "a"), &known(table, &all))
}

fn of_others(table: &'static Table, kind: &str) -> Row {
    let said = [
        ("text", "Wie helpt"),
        ("standing", "open"),
        ("to", "vr23"),
        ("definition", "evacuated"),
        ("value", "3"),
        ("reliability", "unconfirmed"),
    ];
    row(table, stream("vr24", kind, "b"), &known(table, &said))
}

/// Those of them that are columns of this table.
fn known<'a>(table: &Table, said: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let column = |name: &str| table.columns.iter().any(|it| it.name == name);
    said.iter()
        .copied()
        .filter(|(name, _)| column(name))
        .collect()
}

/// What leads from a page to a form, or is sent from it, without a way back to that page.
fn lost(page: &str) -> Vec<&str> {
    let links = page.split("href=\"").skip(1);
    let links = links.filter_map(|rest| rest.split('"').next());
    let form = |link: &&str| {
        let parts: Vec<&str> = link.trim_start_matches('/').split(['/', '?']).collect();
        match parts.as_slice() {
            ["incident", kind, verb, ..] => *kind != "incident" && !verb.contains('.'),
            ["streams", _, _, ..] => true,
            _ => false,
        }
    };
    let links = links.filter(form).filter(|link| !link.contains("next="));
    let posts = page.split("<form").skip(1);
    let posts = posts.filter_map(|rest| rest.split("</form>").next());
    let posts = posts.filter(|it| it.contains("method=\"post\"") && !it.contains("name=\"next\""));
    links.chain(posts).collect()
}

#[test]
fn no_form_on_any_page_loses_the_team_that_was_chosen() {
    let pages = [
        (
            "incident/{stream}",
            vec![
                stance("vr23", "holding", &[]),
                ours(&PART, "part", &[("theme", "water"), ("confirmed", SINCE)]),
                ours(&LINE, "log", &[("happened", SINCE)]),
                ours(&TEAM, "team", &[("standing", "sitting"), ("said", SINCE)]),
            ],
        ),
        (
            "incident/{stream}/log",
            vec![ours(&LINE, "log", &[("happened", SINCE)])],
        ),
        (
            "incident/{stream}/map",
            vec![ours(&OBJECT, "layer", &[("kind", "command-post")])],
        ),
        (
            "incident/{stream}/facts",
            vec![
                ours(
                    &FACT,
                    "fact",
                    &[("definition", "evacuated"), ("value", "2")],
                ),
                of_others(&FACT, "fact"),
            ],
        ),
        (
            "incident/{stream}/actions",
            vec![ours(&ACTION, "action", &[]), of_others(&ACTION, "action")],
        ),
        (
            "incident/{stream}/bottlenecks",
            vec![
                ours(&BOTTLENECK, "bottleneck", &[]),
                of_others(&BOTTLENECK, "bottleneck"),
            ],
        ),
        (
            "incident/{stream}/questions",
            vec![
                ours(&QUESTION, "question", &[]),
                of_others(&QUESTION, "question"),
            ],
        ),
        (
            "incident/{stream}/decisions",
            vec![
                ours(&DECISION, "decision", &[]),
                ours(&MEETING, "meeting", &[]),
            ],
        ),
    ];
    let lost = pages.into_iter().flat_map(|(path, rows)| {
        let page = Page::new(path, whole(rows)).with("team", "rot").draw();
        let lost = lost(&page).into_iter();
        lost.map(|it| format!("{path}: {it}")).collect::<Vec<_>>()
    });
    assert_eq!(lost.collect::<Vec<_>>(), Vec::<String>::new());
}
