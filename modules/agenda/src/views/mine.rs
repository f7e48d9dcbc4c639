// SPDX-License-Identifier: EUPL-1.2
//! The translation of one's own organisation, line by line: what the joint plan proposes, what is
//! drafted, what is adopted.

use std::collections::BTreeMap;

use paraat_contract::{Answer, Row, rows_of};
use paraat_kernel::OrganisationId;

use super::coverage::Coverage;
use super::suggest::Paragraphs;
use crate::cards::{Line, mark_of};
use crate::state::{Item, inherits};
use crate::tables::{DRAFT, JOINT_PLAN, TRANSLATION};

/// Where a line stands, in the order of the work.
pub const STATES: [&str; 4] = ["open", "proposed", "drafted", "adopted"];

/// One activity, as one's own organisation takes it up.
pub struct Mine<'a> {
    /// The activity.
    pub item: Item<'a>,
    /// The line of the joint plan; none when it proposes nothing, or not to us.
    pub joint: Option<&'a Row>,
    /// Our draft.
    pub draft: Option<&'a Row>,
    /// What our board adopted.
    pub adopted: Option<&'a Row>,
    /// True when that is from before the activity as it stands.
    pub old: bool,
}

impl Mine<'_> {
    /// Where it stands. A line of the joint plan that is new, or other than the one that was taken
    /// over, waits to be confirmed; a draft other than what was adopted waits for the board.
    pub fn state(&self) -> &'static str {
        let joint = self.joint.map(|row| mark_of(&Line::of_row(row), None));
        let taken = self.draft.map(|row| row.text("joint"));
        match (joint, taken, self.adopted) {
            (Some(joint), Some(taken), _) if !taken.is_empty() && taken != joint => "proposed",
            (Some(_), None, None) => "proposed",
            (_, Some(_), _) if self.waits() => "drafted",
            (_, _, Some(_)) => "adopted",
            _ => "open",
        }
    }

    /// True when the draft says something else than what was adopted, or is of the same words
    /// again while what was adopted is old.
    pub fn waits(&self) -> bool {
        let adopted = self.adopted.map(Line::of_row);
        let other = |row: &Row| self.old || adopted.as_ref() != Some(&Line::of_row(row));
        self.draft.is_some_and(other)
    }

    /// The mark of what the page shows of it, for whoever confirms the line of the joint plan.
    pub fn seen(&self) -> Option<String> {
        let joint = Line::of_row(self.joint?);
        let draft = self.draft.map(Line::of_row);
        Some(mark_of(&joint, draft.as_ref()))
    }
}

/// Rows by the activity that they are about.
type ByActivity<'a> = BTreeMap<&'a str, &'a Row>;

/// The lines of these activities.
pub fn lines<'a>(
    answers: &'a [Answer],
    shown: &[(usize, Item<'a>)],
    own: &OrganisationId,
) -> Vec<Mine<'a>> {
    let of = |table, all: bool| -> ByActivity<'a> {
        let rows = rows_of(answers, table).into_iter();
        let ours = rows.filter(|row| all || row.stream.owner == *own);
        ours.map(|row| (row.text("activity"), row)).collect()
    };
    let joint = if inherits(own.as_str()) {
        of(&JOINT_PLAN, true)
    } else {
        ByActivity::new()
    };
    let (drafts, adopted) = (of(&DRAFT, false), of(&TRANSLATION, false));
    let line = |(_, item): &(usize, Item<'a>)| {
        let address = item.address();
        let adopted = adopted.get(address.as_str()).copied();
        Mine {
            item: *item,
            joint: joint.get(address.as_str()).copied(),
            draft: drafts.get(address.as_str()).copied(),
            old: adopted.is_some_and(|row| Coverage::is_old(row, item.row)),
            adopted,
        }
    };
    shown.iter().map(line).collect()
}

/// The paragraph of one's own plans that an activity seems to belong to.
pub fn suggested<'a>(paragraphs: &Paragraphs<'a>, item: &Item) -> Option<&'a Row> {
    paragraphs.nearest(&[item.row.text("title_nl"), item.row.text("explanation_nl")])
}
