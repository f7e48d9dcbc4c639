// SPDX-License-Identifier: EUPL-1.2
//! Stored bytes are for ever: every version of every event, as it is written and read back.
//! `cargo xtask bless` writes the files anew.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

use std::fmt::Debug;
use std::path::{Path, PathBuf};

use paraat_agenda::MODULE;
use paraat_agenda::cards::Line;
use paraat_agenda::kinds::{
    account, activity, ambition, co_lead, comment, consultation, draft, edition, explanation,
    hearing, joint_plan, means, plan, progress, proposal, statement, translation,
};
use paraat_contract::{EventName, Kind};
use paraat_kernel::{StreamId, canonical};

fn file(name: &EventName) -> PathBuf {
    let EventName(name, version) = name;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    folder.join(format!("{}.{name}.v{version}.json", MODULE.name))
}

/// Holds events of one kind against their files; all versions of all its events must be there.
fn check<K: Kind>(events: &[K::Event])
where
    K::Event: Debug + PartialEq,
{
    for event in events {
        let name = K::name(event);
        let bytes = canonical::to_bytes(&K::payload(event).unwrap()).unwrap();
        if std::env::var_os("PARAAT_BLESS").is_some() {
            std::fs::write(file(&name), &bytes).unwrap();
        }
        let kept = std::fs::read(file(&name)).unwrap_or_default();
        assert_eq!(String::from_utf8(bytes), String::from_utf8(kept.clone()));
        let tree = serde_json::from_slice(&kept).unwrap();
        assert_eq!(K::event(name.0, name.1, tree).as_ref(), Some(event));
    }
    let written: Vec<EventName> = events.iter().map(K::name).collect();
    for event in K::EVENTS {
        assert!(written.contains(event), "{event:?} has no golden bytes");
    }
}

fn address() -> StreamId {
    activity::address("jenv".parse().unwrap(), "p1-01")
}

#[test]
fn golden_bytes_of_editions() {
    check::<edition::Edition>(&[edition::Issued {
        from_year: 2024,
        note_en: "The numbers are ours.".to_owned(),
        note_nl: "De nummers zijn van ons.".to_owned(),
        slug: "lac-2024-2029".to_owned(),
        source: "Kamerstuk 29517, nr. 255".to_owned(),
        title_en: "Agenda".to_owned(),
        title_nl: "Agenda".to_owned(),
        to_year: 2029,
    }]);
}

#[test]
fn golden_bytes_of_ambitions() {
    check::<ambition::Ambition>(&[ambition::Issued {
        explanation_en: "Why it is wanted.".to_owned(),
        explanation_nl: "Waarom \"het\" gewenst is.".to_owned(),
        number: "1A".to_owned(),
        pillar: "p1".to_owned(),
        slug: "p1-a".to_owned(),
        title_en: "Choose together".to_owned(),
        title_nl: "Eén keuze samen".to_owned(),
    }]);
}

#[test]
fn golden_bytes_of_activities() {
    let issued = activity::Issued {
        ambition: "p1-a".to_owned(),
        collective: "state,regions".to_owned(),
        explanation_en: "What it is.".to_owned(),
        explanation_nl: "Wat het is.\nEn waarom.".to_owned(),
        from_year: 2024,
        lead: Some("bzk".parse().unwrap()),
        number: "1.01".to_owned(),
        period: "span".to_owned(),
        pillar: "p1".to_owned(),
        reach: "both".to_owned(),
        remark_en: "Unclear there.".to_owned(),
        remark_nl: "Onduidelijk daar.".to_owned(),
        slug: "p1-01".to_owned(),
        source: "4.1, opsommingspunt 1".to_owned(),
        themes: "climate-nature,disinformation".to_owned(),
        title_en: "An activity".to_owned(),
        title_nl: "Een activiteit".to_owned(),
        to_year: 2025,
    };
    let assigned = activity::Assigned {
        lead: "vr23".parse().unwrap(),
        reason: "Afgesproken in november.".to_owned(),
    };
    check::<activity::Activity>(&[
        activity::Event::Issued(Box::new(issued)),
        activity::Event::Assigned(assigned),
    ]);
}

#[test]
fn golden_bytes_of_progress() {
    check::<progress::Progress>(&[progress::Reported {
        activity: address(),
        evidence: "https://example.org/verslag".to_owned(),
        explanation: "Begonnen.\nHet loopt.".to_owned(),
        outlook: "on-track".to_owned(),
        status: "under-way".to_owned(),
    }]);
}

#[test]
fn golden_bytes_of_comments() {
    check::<comment::Comment>(&[comment::Written {
        activity: address(),
        text: "Wij doen mee.".to_owned(),
    }]);
}

fn line() -> Line {
    Line {
        paragraph: "3.2".to_owned(),
        plan: "Beleidsplan 2025-2028".to_owned(),
        reason: "Alleen voor \"Natech\".\nDe rest volgt.".to_owned(),
        stance: "partly".to_owned(),
    }
}

#[test]
fn golden_bytes_of_the_joint_plan_and_of_plans() {
    check::<joint_plan::JointPlan>(&[joint_plan::Proposed {
        activity: address(),
        line: line(),
    }]);
    let paragraph = |number: &str, heading: &str| plan::Paragraph {
        heading: heading.to_owned(),
        number: number.to_owned(),
    };
    let listed = plan::Listed {
        from_year: 2025,
        paragraphs: vec![paragraph("3.2", "Risicoprofiel"), paragraph("", "Bijlage")],
        sort: "policy-plan".to_owned(),
        title: "Beleidsplan 2025-2028".to_owned(),
        to_year: 2028,
    };
    check::<plan::Plan>(&[
        plan::Event::Listed(listed),
        plan::Event::Removed(plan::Removed {}),
    ]);
}

#[test]
fn golden_bytes_of_translations() {
    check::<draft::Draft>(&[draft::Drafted {
        activity: address(),
        joint: "0a1b2c3d".to_owned(),
        line: line(),
    }]);
    check::<translation::Translation>(&[translation::Adopted {
        activity: address(),
        body: "Algemeen bestuur".to_owned(),
        decided_on: "2026-11-20".to_owned(),
        issue: 3,
        line: line(),
    }]);
}

#[test]
fn golden_bytes_of_the_hearing_and_its_answers() {
    let edition = || edition::address("jenv".parse().unwrap(), "lac-2024-2029");
    check::<hearing::Hearing>(&[hearing::Opened {
        answer_by: "2027-01-15".to_owned(),
        edition: edition(),
        round: 2,
    }]);
    check::<account::Account>(&[account::Answered {
        edition: edition(),
        explanation: "Het beleidsplan volgt.\nIn maart.".to_owned(),
        planned: "2027-03-31".to_owned(),
        round: 2,
    }]);
}

#[test]
fn golden_bytes_of_proposals() {
    let announced = proposal::Announced {
        description_en: "What it is.".to_owned(),
        description_nl: "Wat het is.\nEn waarom.".to_owned(),
        expected_year: 2027,
        sort: "law".to_owned(),
        title_en: "A law".to_owned(),
        title_nl: "Eén wet".to_owned(),
    };
    let dropped = proposal::Dropped {
        reason: "Er was geen meerderheid voor.".to_owned(),
    };
    check::<proposal::Proposal>(&[
        proposal::Event::Announced(announced),
        proposal::Event::Dropped(dropped),
    ]);
}

#[test]
fn golden_bytes_of_explanations() {
    check::<explanation::Explanation>(&[explanation::Declared {
        island: "sint-eustatius".parse().unwrap(),
        need: "Een kleinere ploeg.".to_owned(),
        outcome: "something-else".to_owned(),
        reasons: "distance,small-scale".to_owned(),
        subject: address(),
        text: "Zo past het.".to_owned(),
    }]);
}

#[test]
fn golden_bytes_of_consultations() {
    let subject = address();
    check::<consultation::Consultation>(&[consultation::Answered {
        answer: "contest".to_owned(),
        consulted: "2026-11-20".to_owned(),
        explanation: explanation::address("vr23".parse().unwrap(), &subject, "saba"),
        subject,
        text: "We can do this here.".to_owned(),
        version: 2,
    }]);
}

#[test]
fn golden_bytes_of_co_leads() {
    let named = co_lead::Named {
        activity: address(),
        organisation: "bzk".parse().unwrap(),
    };
    let released = co_lead::Released {
        reason: "De taak ligt nu bij JenV.".to_owned(),
    };
    check::<co_lead::CoLead>(&[
        co_lead::Event::Named(named),
        co_lead::Event::Released(released),
    ]);
}

#[test]
fn golden_bytes_of_statements() {
    check::<statement::Statement>(&[statement::Stated {
        activity: address(),
        explanation: "Weinig mensen.".to_owned(),
        outlook: "at-risk".to_owned(),
        status: "under-way".to_owned(),
    }]);
}

#[test]
fn golden_bytes_of_means() {
    let declared = means::Declared {
        activity: address(),
        amount: Some(250_000),
        explanation: "Een oefening erbij.".to_owned(),
        need: "extra".to_owned(),
    };
    let arranged = means::Arranged {
        activity: address(),
        how: "Uit de begroting.".to_owned(),
        source: "https://example.org/begroting".to_owned(),
    };
    let adjusted = means::Adjusted {
        activity: address(),
        explanation: "Wij oefenen één keer.".to_owned(),
    };
    check::<means::Means>(&[
        means::Event::Declared(declared),
        means::Event::Arranged(arranged),
        means::Event::Adjusted(adjusted),
    ]);
}

#[test]
fn an_amount_that_is_not_known_is_left_out() {
    let unknown = means::Event::Declared(means::Declared {
        activity: address(),
        amount: None,
        explanation: "Een oefening erbij.".to_owned(),
        need: "extra".to_owned(),
    });
    let payload = means::Means::payload(&unknown).unwrap();
    assert!(canonical::to_bytes(&payload).is_ok() && payload.get("amount").is_none());
    assert_eq!(
        means::Means::event("means-declared", 1, payload),
        Some(unknown)
    );
}

#[test]
fn every_event_has_its_file_and_no_file_is_left_over() {
    let mut events: Vec<PathBuf> = MODULE
        .kinds
        .iter()
        .flat_map(|kind| kind.events())
        .map(file)
        .collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut kept: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    events.sort();
    kept.sort();
    assert_eq!(events, kept);
}
