// SPDX-License-Identifier: EUPL-1.2
//! Who takes up which activity, as this audience may know it. That an organisation lags reaches
//! others only after it has been heard: until it has answered in the round of the hearing that
//! stands, others are told that it was not heard, and of no activity that it is missing. Its own
//! people always see all.

use std::collections::HashMap;
use std::hash::Hash;

use paraat_authority::Audience;
use paraat_contract::{Row, Value};

use crate::cards;
use crate::lifecycle::STANCES;
use crate::state::{Agenda, Item, PARTIES, party};

/// Nothing was adopted, and the organisation has answered for that, or it is one's own.
pub const NONE: &str = "none";
/// An organisation was not heard yet: said of the whole of it, never of one activity.
pub const UNHEARD: &str = "unheard";

/// How one organisation takes up one activity.
#[derive(Debug, Clone, Copy)]
pub enum Cell<'a> {
    /// As its board adopted it. `old`: before the activity was issued as it stands; told to others
    /// only when the organisation has answered since.
    Adopted {
        /// The translation.
        row: &'a Row,
        /// True when it is from before.
        old: bool,
    },
    /// It has adopted nothing.
    None,
    /// It has adopted nothing that we see. Whether it lags is not told: it was not heard yet.
    Untold,
}

impl Cell<'_> {
    /// The word for it: a stance, or `NONE`; no word for what is not told. A stance of a newer
    /// Paraat reads as none of ours and is shown as partly: something was adopted.
    pub fn key(&self) -> Option<&'static str> {
        Some(match self {
            Self::Adopted { row, .. } => {
                let known = match row.value("stance") {
                    Value::Whole(at) => usize::try_from(*at).ok().and_then(|at| STANCES.get(at)),
                    Value::Text(stance) => STANCES.iter().find(|it| *it == stance),
                    Value::Empty => None,
                };
                known.copied().unwrap_or("partly")
            }
            Self::None => NONE,
            Self::Untold => return None,
        })
    }

    /// True when it is missing, as far as we may know: what a hearing is about.
    pub fn is_missing(&self) -> bool {
        match self {
            Self::Adopted { old, .. } => *old,
            Self::None => true,
            Self::Untold => false,
        }
    }

    /// True when the activity is in no plan, as far as we may know: it is missing, or a board
    /// adopted in so many words that it is not there, or not yet.
    pub fn is_gap(&self) -> bool {
        self.is_missing() || matches!(self.key(), Some("not-yet" | "not"))
    }
}

/// All cells of an edition.
pub struct Coverage<'a> {
    /// By activity, then by party.
    adopted: Vec<Option<&'a Row>>,
    /// The activities, in the same order.
    activities: Vec<&'a Row>,
    /// By party: what it answered in this round of the hearing on this edition.
    answers: Vec<Option<&'a Row>>,
    /// The party that looks.
    own: Option<usize>,
}

impl<'a> Coverage<'a> {
    /// Puts the rows in their places, in one pass.
    pub fn of(
        audience: &Audience,
        agenda: &Agenda<'a>,
        translations: &'a [Row],
        accounts: &'a [Row],
        hearing: Option<&Row>,
    ) -> Self {
        let parties: Vec<&str> = PARTIES.iter().map(|it| it.id.as_str()).collect();
        let activity_of = |item: &Item| cards::place(&item.row.stream);
        let activities: Vec<i64> = agenda.items.iter().map(activity_of).collect();
        let (mut places, mut rows) = (Places::of(&parties), Places::of(&activities));
        let mut adopted = vec![None; activities.len() * parties.len()];
        for row in translations {
            let party = places.same_or_next(row.stream.owner.as_str());
            let activity = about(row).and_then(|activity| rows.same_or_next(activity));
            let place = activity.zip(party).map(|(a, p)| a * parties.len() + p);
            if let Some(cell) = place.and_then(|at| adopted.get_mut(at)) {
                *cell = Some(row);
            }
        }
        let edition = agenda.edition.map(|row| row.stream.to_string());
        let round = hearing.and_then(|row| row.whole("round"));
        let mut answers = vec![None; parties.len()];
        for row in accounts {
            let of_this =
                edition.as_deref() == Some(row.text("edition")) && row.whole("round") >= round;
            let party = party(row.stream.owner.as_str()).filter(|_| of_this);
            if let Some(answer) = party.and_then(|at| answers.get_mut(at)) {
                *answer = Some(row);
            }
        }
        let own = audience.organisation.as_ref();
        Self {
            own: own.and_then(|own| party(own.as_str())),
            activities: agenda.items.iter().map(|item| item.row).collect(),
            adopted,
            answers,
        }
    }

    /// How a party takes up an activity, both by their place.
    pub fn cell(&self, activity: usize, party: usize) -> Cell<'a> {
        let at = activity * self.answers.len() + party;
        match self.adopted.get(at).copied().flatten() {
            Some(row) => Cell::Adopted {
                row,
                old: self.activities.get(activity).is_some_and(|activity| {
                    Self::is_old(row, activity) && self.answered_since(party, activity)
                }),
            },
            None if self.told(party) => Cell::None,
            None => Cell::Untold,
        }
    }

    /// True when a translation is from before the activity was issued as it stands: by the number
    /// of the entry that its board had before it, as clocks of organisations differ.
    pub fn is_old(translation: &Row, activity: &Row) -> bool {
        translation.whole("issue") < activity.whole("issued")
    }

    /// True when this audience may know what became of a translation since its activity moved: what
    /// an organisation answered before that was about something else.
    fn answered_since(&self, party: usize, activity: &Row) -> bool {
        let since = |row: &Row| row.since >= activity.since;
        self.own == Some(party) || self.answer(party).is_some_and(since)
    }

    /// True when this audience may know what a party has not taken up.
    pub fn told(&self, party: usize) -> bool {
        self.own == Some(party) || self.answer(party).is_some()
    }

    /// True when this audience may know that of every party.
    pub fn told_all(&self) -> bool {
        (0..self.answers.len()).all(|party| self.told(party))
    }

    /// What a party answered.
    pub fn answer(&self, party: usize) -> Option<&'a Row> {
        self.answers.get(party).copied().flatten()
    }

    /// True when nobody has adopted or answered anything.
    pub fn empty(&self) -> bool {
        self.adopted.iter().all(Option::is_none) && self.answers.iter().all(Option::is_none)
    }

    /// How many activities a party has not adopted anything about, or only before they were
    /// issued as they stand. None when this audience may not know.
    pub fn missing(&self, party: usize) -> Option<usize> {
        let missing = |at: &usize| self.cell(*at, party).is_missing();
        self.told(party)
            .then(|| (0..self.activities.len()).filter(missing).count())
    }
}

/// Finds the places of names. Boards adopt one after the other, each in the order of the agenda:
/// what comes is nearly always the name that came, or the one after it.
struct Places<'a, T> {
    names: &'a [T],
    places: HashMap<T, usize>,
    last: usize,
}

impl<'a, T: Copy + Eq + Hash> Places<'a, T> {
    fn of(names: &'a [T]) -> Self {
        Self {
            names,
            places: names.iter().copied().zip(0..).collect(),
            last: 0,
        }
    }

    fn same_or_next(&mut self, name: T) -> Option<usize> {
        let is = |at: &usize| self.names.get(*at).is_some_and(|it| *it == name);
        let near = [self.last, self.last + 1].into_iter().find(is);
        let found = near.or_else(|| self.places.get(&name).copied())?;
        self.last = found;
        Some(found)
    }
}

/// The activity that a row is about, as `cards::place`: both tables of translations tell it, one
/// by its address.
fn about(row: &Row) -> Option<i64> {
    match row.value("activity") {
        Value::Whole(place) => Some(*place),
        Value::Text(address) => address.parse().ok().map(|stream| cards::place(&stream)),
        Value::Empty => None,
    }
}
