// SPDX-License-Identifier: EUPL-1.2
//! Who takes up which activity, as this audience may know it. That an organisation lags reaches
//! others only after it has been heard: until it has answered, what it has not adopted is shown to
//! others with one and the same sign, and is not counted. Its own people always see all.

use std::collections::HashMap;
use std::hash::Hash;

use paraat_authority::Audience;
use paraat_contract::{Row, Value};
use paraat_kernel::Timestamp;

use crate::cards;
use crate::lifecycle::STANCES;
use crate::state::{Agenda, Item, PARTIES};

/// Nothing was adopted, and the organisation has answered for that, or it is one's own.
pub const NONE: &str = "none";
/// Nothing was adopted, and the organisation was not heard yet.
pub const UNHEARD: &str = "unheard";

/// How one organisation takes up one activity.
#[derive(Debug, Clone, Copy)]
pub enum Cell<'a> {
    /// As its board adopted it. `old`: before the edition was issued as it stands; told to others
    /// only after the organisation was heard.
    Adopted {
        /// The translation.
        row: &'a Row,
        /// True when it is from before.
        old: bool,
    },
    /// It has adopted nothing.
    None,
    /// It has adopted nothing that we may see, and was not heard yet.
    Unheard,
}

impl Cell<'_> {
    /// The word for it: a stance, `NONE` or `UNHEARD`. A stance of a newer Paraat reads as none of
    /// ours and is shown as partly: something was adopted.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Adopted { row, .. } => {
                let known = match row.value("stance") {
                    Value::Whole(at) => usize::try_from(*at).ok().and_then(|at| STANCES.get(at)),
                    Value::Text(stance) => STANCES.iter().find(|it| *it == stance),
                    Value::Empty => None,
                };
                known.copied().unwrap_or("partly")
            }
            Self::None => NONE,
            Self::Unheard => UNHEARD,
        }
    }
}

/// All cells of an edition.
pub struct Coverage<'a> {
    /// By activity, then by party.
    adopted: Vec<Option<&'a Row>>,
    /// By party: what it answered for this edition.
    answers: Vec<Option<&'a Row>>,
    /// By party: true when this audience may know what it has not taken up.
    told: Vec<bool>,
    /// When the edition was issued as it stands.
    issued: Option<Timestamp>,
}

impl<'a> Coverage<'a> {
    /// Puts the rows in their places, in one pass.
    pub fn of(
        audience: &Audience,
        agenda: &Agenda<'a>,
        translations: &'a [Row],
        accounts: &'a [Row],
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
        let mut answers = vec![None; parties.len()];
        for row in accounts {
            let of_this = edition.as_deref() == Some(row.text("edition"));
            let party = place(row.stream.owner.as_str()).filter(|_| of_this);
            if let Some(answer) = party.and_then(|at| answers.get_mut(at)) {
                *answer = Some(row);
            }
        }
        let own = audience.organisation.as_ref().map(|own| own.as_str());
        let told = |(party, answer): (&paraat_reference::Organisation, &Option<&Row>)| {
            answer.is_some() || own == Some(party.id.as_str())
        };
        Self {
            told: PARTIES.iter().zip(&answers).map(told).collect(),
            adopted,
            answers,
            issued: agenda.edition.map(|row| row.since),
        }
    }

    /// How a party takes up an activity, both by their place.
    pub fn cell(&self, activity: usize, party: usize) -> Cell<'a> {
        let told = self.told(party);
        let at = activity * self.told.len() + party;
        match self.adopted.get(at).copied().flatten() {
            Some(row) => Cell::Adopted {
                row,
                old: told && Self::is_old(row, self.issued),
            },
            None if told => Cell::None,
            None => Cell::Unheard,
        }
    }

    /// True when a translation is from before the edition was issued as it stands.
    pub fn is_old(row: &Row, issued: Option<Timestamp>) -> bool {
        issued.is_some_and(|issued| row.since < issued)
    }

    /// True when this audience may know what a party has not taken up.
    pub fn told(&self, party: usize) -> bool {
        self.told.get(party).copied().unwrap_or(false)
    }

    /// What a party answered.
    pub fn answer(&self, party: usize) -> Option<&'a Row> {
        self.answers.get(party).copied().flatten()
    }

    /// True when nobody has adopted or answered anything.
    pub fn empty(&self) -> bool {
        self.adopted.iter().all(Option::is_none) && self.answers.iter().all(Option::is_none)
    }

    /// The activities, by place, that a party has not taken up or took up before the edition was
    /// issued as it stands. None when this audience may not know.
    pub fn gaps(&self, party: usize) -> Option<Vec<usize>> {
        let activities = self.adopted.len() / self.told.len().max(1);
        let open = |at: &usize| match self.cell(*at, party) {
            Cell::Adopted { old, .. } => old,
            Cell::None | Cell::Unheard => true,
        };
        self.told(party)
            .then(|| (0..activities).filter(open).collect())
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

/// The place of an organisation among the parties; none when it is none of them.
pub fn place(organisation: &str) -> Option<usize> {
    PARTIES.iter().position(|it| it.id == organisation)
}
