// SPDX-License-Identifier: EUPL-1.2
//! The composition: what all teams said, put together. Nobody owns it, and nothing in it is decided
//! anew: it only says who said what, how old that is, where they differ and what nobody speaks of.

use std::collections::{BTreeMap, BTreeSet};

use paraat_contract::Row;
use paraat_kernel::Timestamp;

use crate::terms::themes::{THEMES, weight};

/// The rows of those who say that they direct the picture. More than one is a difference that they
/// must settle; none is a hole. An offer that was accepted is no longer held by who made it, and
/// which offer that was is said by who accepted, so that no two clocks are compared.
pub fn directing<'a>(stances: &[&'a Row], accepted: &[&Row]) -> Vec<&'a Row> {
    let given_away = |row: &Row| {
        accepted.iter().any(|it| {
            it.text("giver") == row.stream.owner.as_str() && it.text("offered") == row.text("said")
        })
    };
    let holds = |row: &&&Row| match row.text("stance") {
        "holding" => true,
        "offering" => !given_away(row),
        _ => false,
    };
    stances.iter().filter(holds).copied().collect()
}

/// The offers of the direction that an organisation did not answer yet. What it answered may have
/// moved on at its own side only: who offered says so until it hears of it.
pub fn offered_to<'a>(own: &str, stances: &[&'a Row], accepted: &[&Row]) -> Vec<&'a Row> {
    let answers = |ours: &Row, row: &Row| {
        ours.stream.owner.as_str() == own
            && ours.text("incident") == row.text("incident")
            && ours.text("other") == row.stream.owner.as_str()
            && ours.text("answers") == row.text("said")
    };
    let open = |row: &&Row| {
        row.text("stance") == "offering"
            && row.text("other") == own
            && !stances.iter().any(|ours| answers(ours, row))
    };
    let offers = directing(stances, accepted).into_iter();
    offers.filter(open).collect()
}

/// The incidents that are one crisis with this one: joins are followed both ways until there is
/// none left. A join counts unless one of its two sides keeps the other apart, whoever joined them.
pub fn crisis(own: &str, joins: &[&Row], apart: &[&Row]) -> BTreeSet<String> {
    let pair = |row: &Row| {
        let (a, b) = (row.text("incident"), row.text("other"));
        (a.min(b).to_owned(), a.max(b).to_owned())
    };
    let apart: BTreeSet<(String, String)> = apart.iter().map(|row| pair(row)).collect();
    let mut next: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (a, b) in joins.iter().map(|row| pair(row)) {
        if !apart.contains(&(a.clone(), b.clone())) {
            next.entry(a.clone()).or_default().push(b.clone());
            next.entry(b).or_default().push(a);
        }
    }
    let mut all = BTreeSet::from([own.to_owned()]);
    let mut open = vec![own.to_owned()];
    while let Some(at) = open.pop() {
        for other in next.remove(&at).unwrap_or_default() {
            if all.insert(other.clone()) {
                open.push(other);
            }
        }
    }
    all
}

/// One theme, as the teams see it.
#[derive(Debug)]
pub struct Theme<'a> {
    /// One of `themes::THEMES`.
    pub name: &'static str,
    /// What each team said, the heaviest first.
    pub said: Vec<&'a Row>,
}

impl Theme<'_> {
    /// The heaviest status that anybody gave; `unknown` when nobody spoke.
    pub fn status(&self) -> &str {
        self.said
            .first()
            .map_or("unknown", |row| row.text("status"))
    }

    /// True when teams see it differently.
    pub fn differs(&self) -> bool {
        let first = self.status();
        self.said.iter().any(|row| row.text("status") != first)
    }
}

/// Every theme in its order, also those that nobody spoke of.
pub fn themes<'a>(parts: &[&'a Row]) -> Vec<Theme<'a>> {
    let mut by_theme: BTreeMap<&str, Vec<&'a Row>> = BTreeMap::new();
    for row in parts {
        by_theme.entry(row.text("theme")).or_default().push(row);
    }
    let theme = |name: &&'static str| {
        let mut said = by_theme.remove(name).unwrap_or_default();
        said.sort_by_key(|row| std::cmp::Reverse(weight(row.text("status"))));
        Theme { name, said }
    };
    THEMES.iter().map(theme).collect()
}

/// Figures of several places added up.
#[derive(Debug, PartialEq, Eq)]
pub struct Total {
    /// The sum, as `definitions::figure` keeps it.
    pub figure: String,
    /// How many of the figures nobody confirmed.
    pub unconfirmed: usize,
}

/// The sum of facts that may be added up. None when two of them are of one place, so that it is not
/// sure what to add, or when one is no whole number.
pub fn total(rows: &[&Row]) -> Option<Total> {
    let mut areas = BTreeSet::new();
    let mut sum: i64 = 0;
    for row in rows {
        if !areas.insert(row.text("area").to_lowercase()) {
            return None;
        }
        sum = sum.checked_add(row.text("value").parse().ok()?)?;
    }
    let unconfirmed = rows
        .iter()
        .filter(|row| row.text("reliability") != "confirmed");
    Some(Total {
        figure: sum.to_string(),
        unconfirmed: unconfirmed.count(),
    })
}

/// True when a block was to be confirmed again before this moment.
pub fn stale(row: &Row, now: Timestamp) -> bool {
    let until = row.text("stale").parse::<Timestamp>();
    until.is_ok_and(|until| until < now)
}

/// The short code of a line: its team, or its organisation, and its number. Unique in an incident
/// without asking anybody, because a log has one owner and one home.
pub fn code(row: &Row, team: impl Fn(&str) -> String) -> String {
    let owner = row.stream.owner.as_str().to_uppercase();
    let by = match row.text("team") {
        "" => owner,
        of => format!("{owner} {}", team(of)),
    };
    format!("{by} {}", row.whole("number").unwrap_or_default())
}
