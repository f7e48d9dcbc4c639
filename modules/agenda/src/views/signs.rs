// SPDX-License-Identifier: EUPL-1.2
//! The short signs beside an activity, each drawn once a page: status, outlook, reach, period.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use paraat_contract::{Row, Scene};
use paraat_kernel::Language;
use paraat_reference::{Entry, Theme, Words};
use paraat_ui::widgets::{Mark, Tone, tag};
use paraat_ui::{Markup, html};

use crate::commands::issue_activity::REACHES;
use crate::lifecycle::{OUTLOOKS, STATUSES};
use crate::state::Item;

/// The themes that every node is born with.
pub static THEMES: LazyLock<Vec<Theme>> =
    LazyLock::new(|| paraat_reference::themes().unwrap_or_default());

static COLLECTIVES: LazyLock<Vec<Entry>> =
    LazyLock::new(|| paraat_reference::collectives().unwrap_or_default());

/// One of the two languages of a reference text.
pub fn of(words: &Words, language: Language) -> &str {
    match language {
        Language::Nl => &words.nl,
        Language::En => &words.en,
    }
}

/// The name of a theme; its id when this node does not know it.
pub fn theme(scene: &Scene, id: &str) -> String {
    let known = THEMES.iter().find(|theme| theme.id == id);
    known
        .map_or(id, |it| of(&it.name, scene.language()))
        .to_owned()
}

/// The parties that the agenda names, by name: groups, then organisations.
pub fn parties(scene: &Scene, row: &Row) -> Vec<String> {
    let name = |id: &str| {
        let group = COLLECTIVES.iter().find(|it| it.id == id);
        let group = group.map(|it| of(&it.name, scene.language()).to_owned());
        group.unwrap_or_else(|| scene.organisation(id))
    };
    listed(row.text("collective")).map(name).collect()
}

/// The parts of a text with commas.
pub fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// Key of the word of a status; the empty one is that nothing was reported.
pub fn status_key(status: &str) -> String {
    match status {
        "" => "agenda-nothing-reported".to_owned(),
        status => format!("agenda-progress-status-{status}"),
    }
}

/// The signs of one page.
pub struct Signs {
    statuses: BTreeMap<&'static str, (String, Markup)>,
    outlooks: BTreeMap<&'static str, (String, Markup)>,
    reaches: BTreeMap<&'static str, String>,
    /// Says that there is no lead.
    pub no_lead: String,
    stale: Markup,
    continuous: String,
    unnamed: String,
}

impl Signs {
    /// Looks up every word once.
    pub fn new(scene: &Scene) -> Self {
        let status = |status: &&'static str| {
            let word = scene.say(&status_key(status));
            let drawn = match *status {
                "" => html! { span.muted { (word) } },
                status => tag(&word, status_mark(status), Tone::Neutral),
            };
            (*status, (word, drawn))
        };
        let outlook = |outlook: &&'static str| {
            let word = scene.say(&format!("agenda-progress-outlook-{outlook}"));
            let (mark, tone) = outlook_sign(outlook);
            let drawn = tag(&word, mark, tone);
            (*outlook, (word, drawn))
        };
        let reach =
            |reach: &&'static str| (*reach, scene.say(&format!("agenda-activity-reach-{reach}")));
        let stale = scene.say("agenda-stale-short");
        Self {
            statuses: [""].iter().chain(STATUSES).map(status).collect(),
            outlooks: OUTLOOKS.iter().map(outlook).collect(),
            reaches: REACHES.iter().map(reach).collect(),
            no_lead: scene.say("agenda-no-lead"),
            stale: tag(&stale, Mark::Ring, Tone::Elevated),
            continuous: scene.say("agenda-period-continuous"),
            unnamed: scene.say("agenda-activity-period-default").to_lowercase(),
        }
    }

    /// The word of a status; the status itself when it is of a newer Paraat.
    pub fn status_word<'a>(&'a self, status: &'a str) -> &'a str {
        self.statuses.get(status).map_or(status, |(word, _)| word)
    }

    /// A status as a sign.
    pub fn status(&self, status: &str) -> Markup {
        let known = self.statuses.get(status).map(|(_, drawn)| drawn.clone());
        known.unwrap_or_else(|| tag(status, Mark::Ring, Tone::Neutral))
    }

    /// An outlook as a sign; nothing when none is given.
    pub fn outlook(&self, outlook: &str) -> Markup {
        let known = self.outlooks.get(outlook).map(|(_, drawn)| drawn.clone());
        known.unwrap_or_default()
    }

    /// The word of an outlook; the outlook itself when it is of a newer Paraat.
    pub fn outlook_word<'a>(&'a self, outlook: &'a str) -> &'a str {
        self.outlooks.get(outlook).map_or(outlook, |(word, _)| word)
    }

    /// Which part of the Kingdom an activity reaches.
    pub fn reach<'a>(&'a self, row: &'a Row) -> &'a str {
        let reach = row.text("reach");
        self.reaches.get(reach).map_or(reach, String::as_str)
    }

    /// Who leads an activity, by name.
    pub fn lead(&self, scene: &Scene, item: &Item) -> Markup {
        match item.lead() {
            "" => html! { span.muted { (self.no_lead) } },
            lead => html! { span { (scene.organisation(lead)) } },
        }
    }

    /// Says that the last report is old; nothing when it is not.
    pub fn stale(&self, stale: bool) -> Markup {
        if stale {
            self.stale.clone()
        } else {
            html! {}
        }
    }

    /// The period as it is written; years that are not the agenda's own are marked as such.
    pub fn period(&self, scene: &Scene, row: &Row) -> String {
        match row.text("period") {
            "from" => {
                let from = row.whole("from_year").unwrap_or_default().to_string();
                scene.say_with("agenda-period-from", &[("from", from)])
            }
            "continuous" => self.continuous.clone(),
            "default" => format!("{} ({})", years(row), self.unnamed),
            _ => years(row),
        }
    }
}

/// First and last year, as short as they can be read: `2024`, `2024/25`, `2024-2026`.
pub fn years(row: &Row) -> String {
    let from = row.whole("from_year").unwrap_or_default();
    let to = row.whole("to_year").unwrap_or(from);
    match to - from {
        ..=0 => from.to_string(),
        1 => format!("{from}/{:02}", to % 100),
        _ => format!("{from}-{to}"),
    }
}

fn status_mark(status: &str) -> Mark {
    match status {
        "under-way" => Mark::Half,
        "done" => Mark::Check,
        "continuous" => Mark::Bars,
        "adjusted" => Mark::Dot,
        "dropped" => Mark::Cross,
        _ => Mark::Ring,
    }
}

fn outlook_sign(outlook: &str) -> (Mark, Tone) {
    match outlook {
        "on-track" => (Mark::Dot, Tone::Good),
        "at-risk" => (Mark::Square, Tone::Elevated),
        _ => (Mark::Diamond, Tone::Serious),
    }
}
