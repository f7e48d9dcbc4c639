// SPDX-License-Identifier: EUPL-1.2
//! How the agenda stands: rows of the read tables put together, each activity with the last word
//! of the organisation that leads it now.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use paraat_contract::Row;
use paraat_kernel::{Language, Timestamp};
use paraat_reference::Organisation;

/// Seconds after which a report no longer tells how an activity stands: a year, as leads account
/// for their progress once a year at least.
pub const STALE_AFTER: i64 = 365 * 24 * 60 * 60;

/// An activity and how it stands.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    /// Its row in the table of activities.
    pub row: &'a Row,
    /// The last report of its lead; none while the lead reported nothing, or there is no lead.
    pub progress: Option<&'a Row>,
    /// What its lead declared about means; none while nothing was, or on pages that do not ask.
    pub means: Option<&'a Row>,
}

impl<'a> Item<'a> {
    /// The address of the activity, as others refer to it.
    pub fn address(&self) -> String {
        self.row.stream.to_string()
    }

    /// The organisation that leads it; empty while there is none.
    pub fn lead(&self) -> &'a str {
        self.row.text("lead")
    }

    /// Where it stands: one of `STATUSES`; empty while nothing was reported.
    pub fn status(&self) -> &'a str {
        self.progress.map_or("", |row| row.text("status"))
    }

    /// How that compares with the plan: one of `OUTLOOKS`; empty when nothing is said.
    pub fn outlook(&self) -> &'a str {
        self.progress.map_or("", |row| row.text("outlook"))
    }

    /// How its means stand: one of `lifecycle::MEANS`; empty while nothing was declared.
    pub fn means(&self) -> &'a str {
        self.means.map_or("", |row| row.text("status"))
    }

    /// True when its work goes on and the last report of it is older than a year.
    pub fn stale(&self, now: Timestamp) -> bool {
        self.progress.is_some_and(|row| stale(row, now))
    }
}

/// True when a report is older than a year and of work that goes on: what has ended stays so.
pub fn stale(report: &Row, now: Timestamp) -> bool {
    let ended = ["done", "dropped"].contains(&report.text("status"));
    !ended && now.as_second() - reported(report).as_second() > STALE_AFTER
}

/// When a report was made, as its author says.
pub fn reported(report: &Row) -> Timestamp {
    report.text("occurred").parse().unwrap_or(report.since)
}

/// The agenda as it stands.
#[derive(Debug)]
pub struct Agenda<'a> {
    /// The edition; none while none was issued, or none was received.
    pub edition: Option<&'a Row>,
    /// The pillars, by number.
    pub pillars: Vec<&'a Row>,
    /// The ambitions, by number.
    pub ambitions: Vec<&'a Row>,
    /// The activities, by number.
    pub items: Vec<Item<'a>>,
}

impl<'a> Agenda<'a> {
    /// Puts rows together. Progress counts when the lead of now reported it.
    pub fn of(
        editions: &'a [Row],
        ambitions: &'a [Row],
        activities: &'a [Row],
        progress: &'a [Row],
    ) -> Self {
        let of_lead: BTreeMap<(&str, &str), &Row> = progress
            .iter()
            .map(|row| ((row.text("activity"), row.stream.owner.as_str()), row))
            .collect();
        let item = |row: &'a Row| {
            let key = (row.stream.to_string(), row.text("lead"));
            Item {
                row,
                progress: of_lead.get(&(key.0.as_str(), key.1)).copied(),
                means: None,
            }
        };
        let mut items: Vec<Item> = activities.iter().map(item).collect();
        items.sort_by_key(|it| it.row.text("number"));
        let mut ordered: Vec<&Row> = ambitions.iter().collect();
        ordered.sort_by_key(|row| row.text("number"));
        let (pillars, ambitions) = ordered
            .into_iter()
            .partition(|row| row.text("pillar").is_empty());
        Self {
            edition: editions.iter().max_by_key(|row| row.whole("from_year")),
            pillars,
            ambitions,
            items,
        }
    }

    /// The same with what leads declared about means. It counts when the lead of now said it.
    #[must_use]
    pub fn with_means(mut self, means: &'a [Row]) -> Self {
        let said: BTreeMap<(&str, &str), &Row> = means
            .iter()
            .map(|row| ((row.text("activity"), row.stream.owner.as_str()), row))
            .collect();
        if !said.is_empty() {
            for item in &mut self.items {
                let address = item.row.stream.to_string();
                item.means = said.get(&(address.as_str(), item.lead())).copied();
            }
        }
        self
    }

    /// These activities under their ambitions, in the order of the ambitions. Those whose
    /// ambition is not here (not received yet) come last, under none.
    pub fn by_ambition<'b>(&self, items: &[&'b Item<'a>]) -> Vec<Group<'a, 'b>> {
        let place: BTreeMap<&str, usize> = self
            .ambitions
            .iter()
            .zip(0..)
            .map(|(row, at)| (row.text("slug"), at))
            .collect();
        let mut groups: Vec<Group> = self
            .ambitions
            .iter()
            .map(|row| (Some(*row), Vec::new()))
            .chain([(None, Vec::new())])
            .collect();
        for item in items {
            let at = place.get(item.row.text("ambition")).copied();
            if let Some((_, under)) = groups.get_mut(at.unwrap_or(self.ambitions.len())) {
                under.push(*item);
            }
        }
        groups
    }
}

/// An ambition and activities under it.
pub type Group<'a, 'b> = (Option<&'a Row>, Vec<&'b Item<'a>>);

/// A text of a row in this language, in Dutch when it was not translated: the columns are named
/// `{stem}_nl` and `{stem}_en`.
pub fn spoken<'a>(row: &'a Row, language: Language, stem: &str) -> &'a str {
    let english = match language {
        Language::En => row.text(&format!("{stem}_en")),
        Language::Nl => "",
    };
    if english.is_empty() {
        row.text(&format!("{stem}_nl"))
    } else {
        english
    }
}

/// Groups of organisations that translate the agenda into plans of their own, by the kind of
/// partner that the registers call them.
pub const GROUPS: &[&str] = &["safety-region", "public-body", "ministry"];

/// The organisations of these groups, group by group.
pub static PARTIES: LazyLock<Vec<Organisation>> = LazyLock::new(|| {
    let all = paraat_reference::organisations().unwrap_or_default();
    let of_group = |group: &&str| -> Vec<Organisation> {
        all.iter().filter(|it| it.kind == *group).cloned().collect()
    };
    GROUPS.iter().flat_map(of_group).collect()
});

/// The place of an organisation among the parties; none when it is none of them.
pub fn party(organisation: &str) -> Option<usize> {
    PARTIES.iter().position(|it| it.id == organisation)
}

/// True for the safety regions: they inherit from their joint plan.
pub fn inherits(organisation: &str) -> bool {
    let region = |it: &Organisation| it.id == organisation && it.kind == "safety-region";
    PARTIES.iter().any(region)
}
