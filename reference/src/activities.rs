// SPDX-License-Identifier: EUPL-1.2
use serde::Deserialize;

use crate::read::read;
use crate::{Record, Words, Wrong};

/// How the document puts the time of an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PeriodForm {
    /// One year: "2024".
    Year,
    /// A first and a last year: "2024/25", "2024-2026".
    Span,
    /// A first year only; `to` is the last year of the edition.
    From,
    /// All the time; `from` and `to` are the years of the edition.
    Continuous,
    /// No year at all; `from` and `to` are the default years of the edition.
    Default,
}

/// The time of an activity, in whole years.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// How the document puts it.
    pub form: PeriodForm,
    /// First year, for sorting, filters and the timeline.
    pub from: u16,
    /// Last year.
    pub to: u16,
    /// The very characters in the document; absent when it names no year.
    #[serde(default)]
    pub written: Option<String>,
}

impl Period {
    /// The period as shown: "2024", "2024/25", "vanaf 2024", "doorlopend"; a default says so.
    pub fn shown(&self) -> Words {
        let Self { from, to, .. } = self;
        let years = if to.checked_sub(*from) == Some(1) {
            format!("{from}/{:02}", to % 100)
        } else {
            format!("{from}-{to}")
        };
        let (nl, en) = match self.form {
            PeriodForm::Year => (from.to_string(), from.to_string()),
            PeriodForm::Span => (years.clone(), years),
            PeriodForm::From => (format!("vanaf {from}"), format!("from {from}")),
            PeriodForm::Continuous => ("doorlopend".to_owned(), "continuous".to_owned()),
            PeriodForm::Default => (
                format!("{years} (geen jaar genoemd)"),
                format!("{years} (no year named)"),
            ),
        };
        Words { nl, en }
    }
}

/// The part of the Netherlands an activity is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// The European Netherlands only. No activity of 2024-2029: the agenda is for the whole
    /// country, and leaving the islands out takes an explanation ("comply or explain").
    European,
    /// The Caribbean Netherlands only.
    Caribbean,
    /// Both.
    Both,
}

/// A concrete action of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// The stable id: `p1-01`, `cn-06`.
    pub id: String,
    /// The number as shown: `1.01`, `CN.06`. Ours, the document has none.
    pub number: String,
    /// Id of its pillar; for a Caribbean activity that of its action line.
    pub pillar: String,
    /// Id of its ambition.
    pub ambition: String,
    /// When.
    pub period: Period,
    /// Where.
    pub reach: Reach,
    /// Ids of the organisations the document names as doers, in its order. Empty for nearly
    /// all: there is no lead yet, and the ministry of JenV assigns one.
    #[serde(default)]
    pub lead: Vec<String>,
    /// Ids of the collectives the document names as doers ("State and safety regions").
    #[serde(default)]
    pub collective: Vec<String>,
    /// Ids of the themes that its text names.
    #[serde(default)]
    pub themes: Vec<String>,
    /// The title, in our words, at most 90 characters.
    pub title: Words,
    /// What is done, in our words.
    pub explanation: Words,
    /// Where the document is unclear, and how we read it.
    #[serde(default)]
    pub remark: Option<Words>,
    /// Section of the document.
    pub seed_section: String,
    /// The n-th bullet of that section, from 1.
    pub seed_bullet: u8,
    /// Where it comes from.
    pub source: String,
    /// The day for which we state it, `YYYY-MM-DD`.
    pub valid_from: String,
    /// Whether every fact of it was checked.
    pub verified: bool,
}

impl Activity {
    /// Its common part.
    pub fn record(&self) -> Record<'_> {
        let mut words = vec![&self.title, &self.explanation];
        words.extend(self.remark.as_ref());
        Record {
            id: &self.id,
            words,
            source: &self.source,
            valid_from: &self.valid_from,
            verified: self.verified,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Activities {
    activity: Vec<Activity>,
}

/// The 48 activities of the agenda of 2024-2029, by pillar, then those of the Caribbean.
///
/// # Errors
/// `Wrong` when a file cannot be read as such a list.
pub fn activities() -> Result<Vec<Activity>, Wrong> {
    let files = [
        ("activities-1.toml", include_str!("../activities-1.toml")),
        ("activities-2.toml", include_str!("../activities-2.toml")),
        ("activities-3.toml", include_str!("../activities-3.toml")),
        ("activities-cn.toml", include_str!("../activities-cn.toml")),
    ];
    let mut all = Vec::with_capacity(48);
    for (file, text) in files {
        all.extend(read::<Activities>(file, text)?.activity);
    }
    Ok(all)
}
