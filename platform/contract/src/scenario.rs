// SPDX-License-Identifier: EUPL-1.2
//! Given / when / then: the only way to test a rule.

use std::fmt::Debug;

use paraat_authority::{Act, Verdict, permit, permit_into};
use paraat_kernel::{
    Actor, Card, Circle, Class, Cut, File, Function, Given, Known, Label, StreamId, Uuid,
};

use crate::{Kind, Refusal};

/// A scenario for one stream of kind `K`: what happened before, who acts, what is known.
pub struct Scenario<K: Kind> {
    past: Vec<K::Event>,
    /// What the rule will be given.
    pub given: Given,
}

/// What came of a command.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome<E> {
    /// These events.
    Events(Vec<E>),
    /// The rule refused, with this key.
    Refused(&'static str),
    /// Authority refused.
    NotPermitted,
}

/// Given an empty past and an actor of this organisation with these functions. The moment is
/// 2026-11-23 10:00 UTC, the fresh id is 7.
pub fn given<K: Kind>(organisation: &str, functions: &[Function]) -> Scenario<K> {
    let organisation: paraat_kernel::OrganisationId = organisation
        .parse()
        .unwrap_or_else(|bad| unreachable!("{bad}"));
    let fresh = Uuid::from_u128(7);
    Scenario {
        past: Vec::new(),
        given: Given {
            now: "2026-11-23T10:00:00Z".parse().unwrap_or_default(),
            stream: StreamId::new(organisation.clone(), fresh),
            actor: Actor {
                organisation,
                functions: functions.to_vec(),
                account: Uuid::nil(),
                compartments: Vec::new(),
            },
            fresh,
            number: 1,
            known: Vec::new(),
            cut: Cut::default(),
            live: None,
            file: None,
        },
    }
}

impl<K: Kind> Scenario<K>
where
    K::Event: Debug + PartialEq,
{
    /// Given that this happened before.
    #[must_use]
    pub fn past(mut self, events: Vec<K::Event>) -> Self {
        self.past = events;
        self
    }

    /// Given a stream of one entry that the command refers to, shared with the partners.
    #[must_use]
    pub fn knowing(self, card: Card) -> Self {
        self.knowing_at(1, card)
    }

    /// Given the same, as it stands after so many entries.
    #[must_use]
    pub fn knowing_at(mut self, version: u64, card: Card) -> Self {
        let class = Class::open(card.stream.owner.clone(), Circle::Partners, Label::Green);
        self.given.known.push(Known {
            card,
            class,
            version,
        });
        self
    }

    /// Given that the command brings this file.
    #[must_use]
    pub fn bringing(mut self, file: File) -> Self {
        self.given.file = Some(file);
        self
    }

    /// Given that the command is called at this stream.
    #[must_use]
    pub fn at(mut self, stream: StreamId) -> Self {
        self.given.stream = stream;
        self
    }

    /// Given an actor who was let into these sealed compartments.
    #[must_use]
    pub fn let_into(mut self, compartments: &[&str]) -> Self {
        let compartments = compartments.iter().map(|it| (*it).to_owned());
        self.given.actor.compartments = compartments.collect();
        self
    }

    fn verdict(&self, command: &K::Command, act: &Act) -> Verdict {
        let actor = &self.given.actor;
        permit_into(permit(Some(actor), act), actor, K::compartment(command))
    }

    /// When this command is given: authority rules first, then the rule.
    pub fn when(mut self, command: K::Command) -> Outcome<K::Event> {
        let mut state = K::State::default();
        for event in &self.past {
            K::evolve(&mut state, event);
        }
        self.given.stream = K::home(&command, &self.given).stream;
        let refused = |refusal: Refusal| Outcome::Refused(refusal.key);
        match K::act(&command, &state, &self.given) {
            Err(refusal) => refused(refusal),
            Ok(act) if !self.verdict(&command, &act).permitted() => Outcome::NotPermitted,
            Ok(_) => match K::decide(&state, command, &self.given) {
                Ok(events) => Outcome::Events(events),
                Err(refusal) => refused(refusal),
            },
        }
    }
}

impl<E: Debug + PartialEq> Outcome<E> {
    /// Then exactly these events follow.
    #[track_caller]
    pub fn then(self, events: Vec<E>) {
        assert_eq!(self, Self::Events(events));
    }

    /// Then the rule refuses with this key.
    #[track_caller]
    pub fn refused(self, key: &'static str) {
        assert_eq!(self, Self::Refused(key));
    }

    /// Then authority refuses.
    #[track_caller]
    pub fn not_permitted(self) {
        assert_eq!(self, Self::NotPermitted);
    }
}
