// SPDX-License-Identifier: EUPL-1.2
//! Who may do what.

use paraat_kernel::{Actor, Function, OrganisationId};

/// What an act takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ability {
    /// To add to the record of the organisation.
    Write,
    /// To bind the organisation.
    Decide,
    /// To look after accounts, functions, circles and keys.
    Manage,
}

impl Ability {
    /// Its name in words and audit lines.
    pub fn name(self) -> &'static str {
        match self {
            Self::Write => "write",
            Self::Decide => "decide",
            Self::Manage => "manage",
        }
    }
}

/// Which function gives which ability. What is not listed is not given.
const GIVES: &[(Function, Ability)] = &[
    (Function::Editor, Ability::Write),
    (Function::Decider, Ability::Write),
    (Function::Decider, Ability::Decide),
    (Function::Admin, Ability::Manage),
];

/// Something that is about to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// What it takes.
    pub ability: Ability,
    /// The one organisation that may do it: the owner of the stream, the lead of an activity,
    /// the body that issues the agenda.
    pub of: OrganisationId,
}

/// Why an act is, or is not, permitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// This function gives the ability.
    Gives(Function),
    /// Nobody is signed in.
    NotSignedIn,
    /// Only this organisation may do it.
    OtherOrganisation(OrganisationId),
    /// None of the actor's functions gives this ability.
    LacksAbility(Ability),
    /// The actor was not let into this sealed compartment.
    NotLetIn(String),
}

impl Reason {
    /// Key of its sentence in the words of the platform.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Gives(_) => "permit-gives",
            Self::NotSignedIn => "permit-not-signed-in",
            Self::OtherOrganisation(_) => "permit-other-organisation",
            Self::LacksAbility(Ability::Write) => "permit-lacks-write",
            Self::LacksAbility(Ability::Decide) => "permit-lacks-decide",
            Self::LacksAbility(Ability::Manage) => "permit-lacks-manage",
            Self::NotLetIn(_) => "permit-not-let-in",
        }
    }
}

/// The answer: permitted only when nothing stands against it and something grants it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    /// What grants it.
    pub grants: Vec<Reason>,
    /// What stands against it.
    pub against: Vec<Reason>,
}

impl Verdict {
    /// True when the act may be done.
    pub fn permitted(&self) -> bool {
        self.against.is_empty() && !self.grants.is_empty()
    }
}

/// Rules on an act: the actor must be of the organisation that may do it, and hold a function
/// there that gives the ability. Every reason is collected before anything is concluded.
pub fn permit(actor: Option<&Actor>, act: &Act) -> Verdict {
    let mut verdict = Verdict::default();
    let Some(actor) = actor else {
        verdict.against.push(Reason::NotSignedIn);
        return verdict;
    };
    if actor.organisation != act.of {
        verdict
            .against
            .push(Reason::OtherOrganisation(act.of.clone()));
    }
    for (function, ability) in GIVES {
        if *ability == act.ability && actor.holds(*function) {
            verdict.grants.push(Reason::Gives(*function));
        }
    }
    if verdict.grants.is_empty() {
        verdict.against.push(Reason::LacksAbility(act.ability));
    }
    verdict
}

/// The same verdict for what goes into a sealed compartment (none: into the ordinary record): only
/// who was let into it adds to it, whatever their functions.
pub fn permit_into(mut verdict: Verdict, actor: &Actor, compartment: Option<&str>) -> Verdict {
    let shut = compartment.filter(|it| !actor.compartments.iter().any(|own| own == it));
    verdict
        .against
        .extend(shut.map(|it| Reason::NotLetIn(it.to_owned())));
    verdict
}

#[cfg(test)]
mod tests {
    use paraat_kernel::Uuid;

    use super::*;

    fn actor(organisation: &str, functions: &[Function]) -> Actor {
        Actor {
            organisation: organisation.parse().unwrap(),
            functions: functions.to_vec(),
            account: Uuid::nil(),
            compartments: Vec::new(),
        }
    }

    fn act(ability: Ability) -> Act {
        Act {
            ability,
            of: "vr23".parse().unwrap(),
        }
    }

    #[test]
    fn nobody_may_do_anything() {
        assert!(!permit(None, &act(Ability::Write)).permitted());
    }

    #[test]
    fn every_function_gives_exactly_what_the_table_says() {
        for function in Function::ALL {
            for ability in [Ability::Write, Ability::Decide, Ability::Manage] {
                let given = GIVES.contains(&(function, ability));
                let verdict = permit(Some(&actor("vr23", &[function])), &act(ability));
                assert_eq!(verdict.permitted(), given, "{function:?} {ability:?}");
            }
        }
    }

    #[test]
    fn another_organisation_is_refused_and_both_reasons_are_named() {
        let verdict = permit(
            Some(&actor("vr24", &[Function::Reader])),
            &act(Ability::Write),
        );
        assert_eq!(
            verdict.against,
            [
                Reason::OtherOrganisation("vr23".parse().unwrap()),
                Reason::LacksAbility(Ability::Write)
            ]
        );
    }

    #[test]
    fn a_function_does_not_open_a_compartment() {
        let mut decider = actor("vr23", &[Function::Decider]);
        let permitted = |actor: &Actor, into| {
            permit_into(permit(Some(actor), &act(Ability::Write)), actor, into).permitted()
        };
        assert!(permitted(&decider, None));
        assert!(!permitted(&decider, Some("medical")));
        decider.compartments.push("medical".to_owned());
        assert!(permitted(&decider, Some("medical")));
        assert!(!permitted(&decider, Some("persons")));
        decider.functions.clear();
        assert!(!permitted(&decider, Some("medical")));
    }
}
