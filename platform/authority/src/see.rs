// SPDX-License-Identifier: EUPL-1.2
//! Who may see what, and who may pass it on. Two rulings: reading is not sharing.

use std::collections::BTreeSet;

use paraat_kernel::{Circle, Class, Function, Label, Language, OrganisationId, StreamId};

/// Those who look: not a person, but all who see the same. Its hash is the key of whatever is
/// rendered once for all of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Audience {
    /// Their organisation; none for the public.
    pub organisation: Option<OrganisationId>,
    /// The functions they hold there.
    pub functions: BTreeSet<Function>,
    /// The made circles that their organisation is a member of now.
    pub circles: BTreeSet<StreamId>,
    /// Sealed compartments they were let into.
    pub compartments: BTreeSet<String>,
    /// The language they read.
    pub language: Language,
    /// The time zone they live by, an IANA name.
    pub zone: String,
}

impl Audience {
    /// The public: no organisation, no function.
    pub fn public(language: Language, zone: impl Into<String>) -> Self {
        Self {
            organisation: None,
            functions: BTreeSet::new(),
            circles: BTreeSet::new(),
            compartments: BTreeSet::new(),
            language,
            zone: zone.into(),
        }
    }

    fn relation(&self, class: &Class) -> Relation {
        // An administrator looks after accounts; the record is not theirs to read.
        let reads = [
            Function::Reader,
            Function::Editor,
            Function::Decider,
            Function::Auditor,
        ];
        let reader = reads
            .iter()
            .any(|function| self.functions.contains(function));
        match &self.organisation {
            Some(own) if reader && *own == class.owner => Relation::Owner,
            Some(_) if reader => match &class.circle {
                Circle::Made(circle) if self.circles.contains(circle) => Relation::Member,
                _ => Relation::Partner,
            },
            _ => Relation::Anyone,
        }
    }
}

/// How an audience stands to the owner and the circle of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Relation {
    Anyone,
    Partner,
    Member,
    Owner,
}

/// The circle of a row, without its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Public,
    Partners,
    Own,
    Made,
}

/// One row of the table: at least this relation, for this circle, reads up to this label and may
/// pass on up to that one (none: not at all).
struct Row(Relation, Kind, Label, Option<Label>);

/// Who sees what. What no row grants is not seen. Labels after TLP 2.0: AMBER may go to those an
/// organisation serves, AMBER+STRICT and RED go no further, RED is for named recipients only.
const SEES: &[Row] = &[
    Row(
        Relation::Anyone,
        Kind::Public,
        Label::Clear,
        Some(Label::Clear),
    ),
    Row(
        Relation::Partner,
        Kind::Public,
        Label::AmberStrict,
        Some(Label::Green),
    ),
    Row(
        Relation::Partner,
        Kind::Partners,
        Label::AmberStrict,
        Some(Label::Green),
    ),
    Row(Relation::Member, Kind::Made, Label::Red, Some(Label::Amber)),
    Row(Relation::Owner, Kind::Public, Label::Red, Some(Label::Red)),
    Row(
        Relation::Owner,
        Kind::Partners,
        Label::Red,
        Some(Label::Red),
    ),
    Row(Relation::Owner, Kind::Made, Label::Red, Some(Label::Red)),
    Row(Relation::Owner, Kind::Own, Label::Red, Some(Label::Red)),
];

/// What an audience may do with the rows of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sight {
    /// May read it. What may not be read does not exist: no row, no count, no id.
    pub read: bool,
    /// May hand it to others.
    pub pass_on: bool,
}

/// Rules on a class for an audience. Withdrawn rows are seen by nobody; a sealed row only by
/// those who were let into its compartment; an owner-only row by the owner alone.
pub fn see(audience: &Audience, class: &Class) -> Sight {
    let relation = audience.relation(class);
    let sealed_off = class
        .compartment
        .as_ref()
        .is_some_and(|c| !audience.compartments.contains(c));
    let narrowed = class.owner_only && relation != Relation::Owner;
    if class.withdrawn || sealed_off || narrowed {
        return Sight::default();
    }
    let kind = match class.circle {
        Circle::Public => Kind::Public,
        Circle::Partners => Kind::Partners,
        Circle::Own => Kind::Own,
        Circle::Made(_) => Kind::Made,
    };
    let mut sight = Sight::default();
    for Row(at_least, circle, reads, passes) in SEES {
        if *circle == kind && relation >= *at_least {
            sight.read |= class.label <= *reads;
            sight.pass_on |= passes.is_some_and(|most| class.label <= most);
        }
    }
    sight.pass_on &= sight.read && class.compartment.is_none();
    sight
}

#[cfg(test)]
mod tests {
    use paraat_kernel::opened;

    use super::*;

    fn audience(organisation: &str, functions: &[Function]) -> Audience {
        Audience {
            organisation: Some(organisation.parse().unwrap()),
            functions: functions.iter().copied().collect(),
            ..Audience::public(Language::Nl, "Europe/Amsterdam")
        }
    }

    fn made() -> StreamId {
        StreamId::derived("vr23".parse().unwrap(), "trust.circle", "a")
    }

    fn class(circle: Circle, label: Label) -> Class {
        Class::open("vr23".parse().unwrap(), circle, label)
    }

    #[test]
    fn the_public_sees_what_is_public_and_clear_and_nothing_else() {
        let public = Audience::public(Language::Nl, "Europe/Amsterdam");
        for circle in [
            Circle::Public,
            Circle::Partners,
            Circle::Own,
            Circle::Made(made()),
        ] {
            for label in Label::ALL {
                let seen = see(&public, &class(circle.clone(), label)).read;
                assert_eq!(seen, circle == Circle::Public && label == Label::Clear);
            }
        }
    }

    #[test]
    fn own_is_for_the_owner_alone() {
        let own = class(Circle::Own, Label::Clear);
        assert!(see(&audience("vr23", &[Function::Reader]), &own).read);
        assert!(!see(&audience("vr24", &[Function::Decider]), &own).read);
    }

    #[test]
    fn a_made_circle_is_for_its_members_and_its_owner() {
        let row = class(Circle::Made(made()), Label::Red);
        let mut other = audience("vr24", &[Function::Reader]);
        assert!(!see(&other, &row).read);
        other.circles.insert(made());
        assert_eq!(
            see(&other, &row),
            Sight {
                read: true,
                pass_on: false
            }
        );
        assert!(see(&audience("vr23", &[Function::Reader]), &row).read);
    }

    #[test]
    fn an_administrator_reads_what_the_public_reads() {
        let admin = audience("vr23", &[Function::Admin]);
        assert!(see(&admin, &class(Circle::Public, Label::Clear)).read);
        assert!(!see(&admin, &class(Circle::Own, Label::Clear)).read);
        assert!(!see(&admin, &class(Circle::Partners, Label::Clear)).read);
    }

    #[test]
    fn withdrawn_sealed_and_owner_only_rows_are_not_there() {
        let reader = audience("vr24", &[Function::Reader]);
        let open = class(Circle::Partners, Label::Green);
        assert!(see(&reader, &open).read);
        let gone = Class {
            withdrawn: true,
            ..open.clone()
        };
        let sealed = Class {
            compartment: Some("medical".to_owned()),
            ..open.clone()
        };
        let own = Class {
            owner_only: true,
            ..open
        };
        for hidden in [&gone, &sealed, &own] {
            assert!(!see(&reader, hidden).read);
        }
        assert!(!see(&audience("vr23", &[Function::Reader]), &gone).read);
    }

    #[test]
    fn what_may_be_read_may_not_always_be_passed_on() {
        let amber = class(Circle::Partners, Label::Amber);
        let partner = audience("vr24", &[Function::Reader]);
        assert_eq!(
            see(&partner, &amber),
            Sight {
                read: true,
                pass_on: false
            }
        );
    }

    #[test]
    fn what_is_sealed_is_mentioned_to_who_was_let_in_and_read_by_who_opened_it() {
        let (one, other) = (made(), StreamId::derived("vr23".parse().unwrap(), "x", "b"));
        let open = class(Circle::Own, Label::Red);
        let mentioned = open.clone().mentioned("medical");
        let sealed = open.sealed("medical", &one);
        let mut nurse = audience("vr23", &[Function::Reader]);
        assert_eq!(see(&nurse, &mentioned), Sight::default());
        nurse.compartments.insert("medical".to_owned());
        assert!(see(&nurse, &mentioned).read && !see(&nurse, &sealed).read);
        nurse.compartments.insert(opened("medical", &other));
        assert!(!see(&nurse, &sealed).read);
        nurse.compartments.insert(opened("medical", &one));
        assert!(see(&nurse, &sealed).read && !see(&nurse, &sealed).pass_on);
        // Nobody of another organisation, and no administrator.
        nurse.organisation = "vr24".parse().ok();
        assert!(!see(&nurse, &mentioned).read && !see(&nurse, &sealed).read);
    }
}
