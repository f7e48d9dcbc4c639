// SPDX-License-Identifier: EUPL-1.2
//! What is to be done now that no single card can say: that something is *missing*, or that many
//! things together ask for one act. As pure as views: needs, then a function of their answers.

use paraat_authority::Audience;
use paraat_kernel::Timestamp;

use crate::{Answer, Need, Scene};

/// How a module finds what is to be done.
#[derive(Clone, Copy)]
pub struct Tasks {
    /// What it needs to know, for these readers at this moment.
    pub needs: fn(&Audience, Timestamp) -> Vec<Need>,
    /// What the organisation of these readers is to do, most pressing first.
    pub tasks: fn(&[Answer], &Scene) -> Vec<Task>,
    /// Tables whose change may change that.
    pub topics: &'static [&'static str],
}

/// One thing to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What it is about.
    pub title: String,
    /// The page of that.
    pub href: String,
    /// Why it is asked, as a sentence.
    pub why: String,
    /// The act: its label and where it is done; none when these readers may only look on.
    pub act: Option<(String, String)>,
    /// When it must be done; none for as soon as may be.
    pub due: Option<Timestamp>,
}

/// How much a task presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Press {
    /// It should have been done.
    Late,
    /// It is to be done within thirty days.
    Due,
    /// Others wait for it, without such a day.
    Waiting,
}

/// Seconds before its due moment that a task begins to press: thirty days, so that what takes a
/// round past colleagues can still be in time.
const SOON: i64 = 30 * 24 * 60 * 60;

impl Press {
    /// How much something that is due then presses now.
    pub fn of(due: Option<Timestamp>, now: Timestamp) -> Self {
        match due.map(|due| due.as_second() - now.as_second()) {
            Some(..=0) => Self::Late,
            Some(..=SOON) => Self::Due,
            _ => Self::Waiting,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_presses_follows_from_the_due_moment_alone() {
        let now: Timestamp = "2026-11-23T10:00:00Z".parse().unwrap();
        for (due, press) in [
            ("2026-11-23T10:00:00Z", Press::Late),
            ("2026-11-23T10:00:01Z", Press::Due),
            ("2026-12-23T10:00:00Z", Press::Due),
            ("2026-12-23T10:00:01Z", Press::Waiting),
        ] {
            assert_eq!(Press::of(due.parse().ok(), now), press, "{due}");
        }
        assert_eq!(Press::of(None, now), Press::Waiting);
    }
}
