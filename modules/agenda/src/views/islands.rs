// SPDX-License-Identifier: EUPL-1.2
//! Comply or explain: how it stands for a subject and an island, the signs for it, and the panel
//! of a subject with its three islands.

use std::collections::BTreeMap;

use paraat_contract::{Row, Scene};
use paraat_ui::widgets::{Mark, Tone, facts, panel as draw_panel, tag};
use paraat_ui::{Markup, html};

use crate::commands::declare_explanation::ISLANDS;
use crate::kinds::explanation;
use crate::state::spoken;

/// How it stands, in the order in which it goes; all but the last are gaps.
pub const STATES: [&str; 4] = ["missing", "waiting", "contested", "agreed"];

/// Something that is weighed for each island: an activity, or a proposal.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// Its row, in the table of activities or in that of proposals.
    pub row: &'a Row,
}

impl<'a> Subject<'a> {
    /// The organisation that declares: the lead, or the ministry of the proposal. Empty while an
    /// activity has no lead.
    pub fn lead(self) -> &'a str {
        if self.is_proposal() {
            self.row.stream.owner.as_str()
        } else {
            self.row.text("lead")
        }
    }

    /// True for new policy, a law or an investment.
    pub fn is_proposal(self) -> bool {
        self.row.table.name == crate::tables::PROPOSAL.name
    }

    /// What sort of thing it is: `activity`, or one of `SORTS`.
    pub fn sort(self) -> &'a str {
        if self.is_proposal() {
            self.row.text("sort")
        } else {
            "activity"
        }
    }

    /// Its number, when it has one, and its title.
    pub fn title(self, scene: &Scene) -> String {
        let title = spoken(self.row, scene.language(), "title");
        format!("{} {title}", self.row.text("number"))
            .trim()
            .to_owned()
    }

    /// Its own page.
    pub fn page(self) -> String {
        let kind = if self.is_proposal() {
            "proposal"
        } else {
            "activity"
        };
        format!("/agenda/{kind}/{}", self.row.stream)
    }
}

/// Activities by number, then proposals that still stand by year.
pub fn subjects<'a>(activities: &'a [Row], proposals: &'a [Row]) -> Vec<Subject<'a>> {
    let mut activities: Vec<Subject> = activities.iter().map(|row| Subject { row }).collect();
    activities.sort_by_key(|it| it.row.text("number"));
    let standing = proposals
        .iter()
        .filter(|row| row.text("status") != "dropped");
    let mut proposals: Vec<Subject> = standing.map(|row| Subject { row }).collect();
    proposals.sort_by_key(|it| it.row.whole("expected_year"));
    activities.into_iter().chain(proposals).collect()
}

/// The word of a sort of subject.
pub fn sort_word(scene: &Scene, sort: &str) -> String {
    match sort {
        "activity" => scene.say("agenda-sort-activity"),
        sort => scene.say(&format!("agenda-proposal-sort-{sort}")),
    }
}

/// What the lead of now declared for an island, and what the island answered to just that.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// The last declaration.
    pub declared: Option<&'a Row>,
    /// The answer to it; an answer to an earlier one is none.
    pub answered: Option<&'a Row>,
}

impl Pair<'_> {
    /// How it stands: one of `STATES`.
    pub fn state(&self) -> &'static str {
        match (self.declared, self.answered.map(|row| row.text("answer"))) {
            (None, _) => "missing",
            (Some(_), None) => "waiting",
            (Some(_), Some("agree")) => "agreed",
            (Some(_), Some(_)) => "contested",
        }
    }

    /// What was declared: one of `OUTCOMES`; empty when nothing was.
    pub fn outcome(&self) -> &str {
        self.declared.map_or("", |row| row.text("outcome"))
    }
}

/// Declarations and answers, each found by what it is about.
pub struct Book<'a> {
    declared: BTreeMap<(&'a str, &'a str, &'a str), &'a Row>,
    answered: BTreeMap<(&'a str, &'a str), &'a Row>,
}

impl<'a> Book<'a> {
    /// Puts rows together. Of several rows of one stream the newest counts.
    pub fn new(explanations: &'a [Row], consultations: &'a [Row]) -> Self {
        let mut book = Self {
            declared: BTreeMap::new(),
            answered: BTreeMap::new(),
        };
        for row in explanations {
            let lead = row.stream.owner.as_str();
            let key = (row.text("subject"), row.text("island"), lead);
            let newest = book.declared.entry(key).or_insert(row);
            *newest = newer(newest, row);
        }
        for row in consultations {
            let key = (row.text("subject"), row.text("island"));
            let newest = book.answered.entry(key).or_insert(row);
            *newest = newer(newest, row);
        }
        book
    }

    /// How it stands for a subject and an island.
    pub fn pair(&self, subject: Subject, island: &str) -> Pair<'a> {
        let address = subject.row.stream.to_string();
        let key = (address.as_str(), island, subject.lead());
        let declared = self.declared.get(&key).copied();
        let answers = |row: &&&Row| {
            declared.is_some_and(|it| {
                row.text("explanation") == it.stream.to_string()
                    && row.whole("version").and_then(|it| u64::try_from(it).ok())
                        == Some(it.version)
            })
        };
        let answered = self.answered.get(&(address.as_str(), island));
        Pair {
            declared,
            answered: answered.filter(answers).copied(),
        }
    }
}

fn newer<'a>(one: &'a Row, other: &'a Row) -> &'a Row {
    if other.version >= one.version {
        other
    } else {
        one
    }
}

/// The signs of how it stands, each drawn once a page.
pub struct StateSigns(BTreeMap<&'static str, Markup>);

impl StateSigns {
    /// Looks up every word once.
    pub fn new(scene: &Scene) -> Self {
        let sign = |state: &'static str| {
            let word = scene.say(&format!("agenda-island-state-{state}"));
            let (mark, tone) = match state {
                "missing" => (Mark::Ring, Tone::Elevated),
                "waiting" => (Mark::Half, Tone::Info),
                "contested" => (Mark::Diamond, Tone::Serious),
                _ => (Mark::Check, Tone::Good),
            };
            (state, tag(&word, mark, tone))
        };
        Self(STATES.into_iter().map(sign).collect())
    }

    /// A state as a sign.
    pub fn state(&self, state: &str) -> Markup {
        self.0.get(state).cloned().unwrap_or_default()
    }
}

/// The short word of an outcome; nothing for none.
pub fn outcome(scene: &Scene, outcome: &str) -> String {
    match outcome {
        "" => String::new(),
        outcome => scene.say(&format!("agenda-explanation-status-{outcome}")),
    }
}

/// Whom it waits for: the island, the lead, or who assigns one. None when it is settled.
pub fn waits_for(scene: &Scene, subject: Subject, pair: &Pair, island: &str) -> Option<String> {
    match pair.state() {
        "agreed" => None,
        "waiting" => Some(scene.organisation(island)),
        _ if subject.lead().is_empty() => Some(scene.say("agenda-caribbean-waiting-issuer")),
        _ => Some(scene.organisation(subject.lead())),
    }
}

/// The three islands of a subject, each with the way to its exchange.
pub fn panel(scene: &Scene, subject: Subject, book: &Book) -> Markup {
    let signs = StateSigns::new(scene);
    let open = scene.say("agenda-caribbean-open");
    let one = |island: &&str| {
        let pair = book.pair(subject, island);
        let name = scene.organisation(island);
        let href = explanation::page(&subject.row.stream, island);
        let said = html! {
            (signs.state(pair.state())) " " (outcome(scene, pair.outcome())) " "
            a href=(href) { (open) span.unseen { ": " (name) } }
        };
        (name.clone(), said)
    };
    let pairs: Vec<(String, Markup)> = ISLANDS.iter().map(one).collect();
    let all = html! { a href="/agenda/caribbean" { (scene.say("agenda-caribbean-link")) } };
    let title = scene.say("agenda-title-caribbean");
    draw_panel("caribbean", &title, all, facts(&pairs))
}
