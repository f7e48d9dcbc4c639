// SPDX-License-Identifier: EUPL-1.2
//! Stored bytes are for ever: every version of every event, as it is written and read back.
//! `cargo xtask bless` writes the files anew.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

use std::fmt::Debug;
use std::path::Path;

use paraat_contract::{EventName, Kind};
use paraat_incident::commands::choose_symbols::SymbolsChosen;
use paraat_incident::kinds::action::{self, Action, ActionGiven};
use paraat_incident::kinds::attachment::{self, Attached, Attachment};
use paraat_incident::kinds::bottleneck::{self, Bottleneck};
use paraat_incident::kinds::clock::{self, Clock};
use paraat_incident::kinds::colour::{Chosen, Colour};
use paraat_incident::kinds::decision::{self, Decision, Grounds, Taken};
use paraat_incident::kinds::direction::{self, Direction};
use paraat_incident::kinds::dispute::{self, Dispute};
use paraat_incident::kinds::fact::{self, Fact};
use paraat_incident::kinds::held_fact::HeldFact;
use paraat_incident::kinds::incident::{self, Incident};
use paraat_incident::kinds::layer::{self, Layer, Moved, Placed, Removed};
use paraat_incident::kinds::log::{self, Log};
use paraat_incident::kinds::meeting::{self, Meeting};
use paraat_incident::kinds::part::{self, Part};
use paraat_incident::kinds::question::{self, Question};
use paraat_incident::kinds::report::{Frozen, Report};
use paraat_incident::kinds::response::{self, Response, Said};
use paraat_incident::kinds::scale::{Scale, Set};
use paraat_incident::kinds::sealed::{self, Sealed};
use paraat_incident::kinds::synthesis::{Published, Synthesis};
use paraat_incident::kinds::team::{self, Team};
use paraat_kernel::{Cut, Geometry, Place, StreamId, canonical};

fn check<K: Kind>(events: Vec<K::Event>)
where
    K::Event: Debug + PartialEq,
{
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    for event in &events {
        let EventName(name, version) = K::name(event);
        let file = folder.join(format!("{}.{name}.v{version}.json", K::MODULE));
        let bytes = canonical::to_bytes(&K::payload(event).unwrap()).unwrap();
        if std::env::var_os("PARAAT_BLESS").is_some() {
            std::fs::write(&file, &bytes).unwrap();
        }
        let kept = std::fs::read(&file).unwrap_or_default();
        assert_eq!(bytes, kept, "{}", file.display());
        let tree = serde_json::from_slice(&kept).unwrap();
        assert_eq!(K::event(name, version, tree).as_ref(), Some(event));
    }
    let written: Vec<EventName> = events.iter().map(K::name).collect();
    for event in K::EVENTS {
        assert!(written.contains(event), "{event:?} has no golden bytes");
    }
}

fn address() -> StreamId {
    StreamId::derived("vr23".parse().unwrap(), "incident.incident", "test")
}

#[test]
fn golden_bytes_of_incidents() {
    let title = || "Hoogwater \"Maas\"".to_owned();
    let reason = || "Water zakt".to_owned();
    check::<Incident>(vec![
        incident::Event::Opened(incident::Opened {
            sort: "incident".to_owned(),
            title: title(),
        }),
        incident::Event::Renamed(incident::Renamed { title: title() }),
        incident::Event::PhaseEntered(incident::PhaseEntered {
            phase: "after".to_owned(),
            reason: reason(),
        }),
        incident::Event::Joined(incident::Joined { with: address() }),
        incident::Event::Parted(incident::Parted { with: address() }),
        incident::Event::KeptApart(incident::KeptApart { with: address() }),
        incident::Event::Closed(incident::Closed { reason: reason() }),
        incident::Event::Reopened(incident::Reopened { reason: reason() }),
    ]);
}

#[test]
fn golden_bytes_of_the_direction() {
    let incident = address;
    let other = || "vr24".parse().unwrap();
    let reason = || "Zwaartepunt verschuift".to_owned();
    check::<Direction>(vec![
        direction::Event::Taken(direction::Taken {
            incident: incident(),
        }),
        direction::Event::Offered(direction::Offered {
            incident: incident(),
            reason: reason(),
            to: other(),
        }),
        direction::Event::Accepted(direction::Accepted {
            from: other(),
            incident: incident(),
            offered: "2026-11-23T09:00:00Z".to_owned(),
        }),
        direction::Event::Declined(direction::Declined {
            from: other(),
            incident: incident(),
            offered: "2026-11-23T09:00:00Z".to_owned(),
            reason: reason(),
        }),
        direction::Event::LaidDown(direction::LaidDown {
            incident: incident(),
            reason: reason(),
        }),
    ]);
}

#[test]
fn golden_bytes_of_colours() {
    check::<Colour>(vec![Chosen {
        colour: "teal".to_owned(),
        pattern: "bars".to_owned(),
    }]);
}

#[test]
fn golden_bytes_of_scales_and_teams() {
    check::<Scale>(vec![Set {
        decided_by: "operationeel leider".to_owned(),
        incident: address(),
        level: "grip-2".to_owned(),
        reason: "Bron en effect".to_owned(),
    }]);
    check::<Team>(vec![
        team::Event::Assembled(team::Assembled {
            incident: address(),
            place: "Kazerne".to_owned(),
            reach: "0800-0000".to_owned(),
            team: "rot".to_owned(),
        }),
        team::Event::StoodDown(team::StoodDown {
            incident: address(),
            team: "rot".to_owned(),
        }),
    ]);
}

#[test]
fn golden_bytes_of_lines_and_parts() {
    check::<Log>(vec![
        log::Event::Written(log::Written {
            incident: address(),
            number: 7,
            reliability: "unconfirmed".to_owned(),
            source: "Meldkamer".to_owned(),
            team: "rot".to_owned(),
            text: "Dijk wordt zwak\nbij paal 7".to_owned(),
            theme: "water".to_owned(),
        }),
        log::Event::Confirmed(log::Confirmed {
            incident: address(),
            line: 7,
            source: "Verkenner".to_owned(),
            team: "rot".to_owned(),
        }),
    ]);
    check::<Part>(vec![
        part::Event::Shared(part::Shared {
            every: "30".to_owned(),
            incident: address(),
            status: "serious".to_owned(),
            team: "water".to_owned(),
            text: "De kade houdt nog.".to_owned(),
            theme: "water".to_owned(),
        }),
        part::Event::Confirmed(part::Confirmed {
            incident: address(),
            team: "water".to_owned(),
            theme: "water".to_owned(),
        }),
    ]);
}

#[test]
fn golden_bytes_of_attachments() {
    check::<Attachment>(vec![
        attachment::Event::Attached(Attached {
            code: "0190c0ffee00700080000000000000ab".to_owned(),
            digest: "ab".repeat(32),
            incident: address(),
            media: "image/jpeg".to_owned(),
            name: "Dijk bij paal 7.jpg".to_owned(),
            of: format!("{}#7", address()),
            size: 2_345_678,
        }),
        attachment::Event::Removed(attachment::Removed {
            name: "Dijk bij paal 7.jpg".to_owned(),
            reason: "Verkeerde dijk".to_owned(),
        }),
    ]);
}

fn stated() -> fact::Stated {
    fact::Stated {
        area: "Borgharen".to_owned(),
        datum: "nap".to_owned(),
        definition: "water-level".to_owned(),
        held: address().to_string(),
        incident: address(),
        line: String::new(),
        observed: "2026-11-23T09:00:00Z".to_owned(),
        reliability: "unconfirmed".to_owned(),
        source: "peilschaal".to_owned(),
        team: "water".to_owned(),
        until: "2026-11-23T12:00:00Z".to_owned(),
        value: "43.92".to_owned(),
        what: "stand".to_owned(),
    }
}

#[test]
fn golden_bytes_of_facts() {
    let text = |text: &str| text.to_owned();
    check::<Fact>(vec![
        fact::Event::Stated(stated()),
        fact::Event::Released(fact::Released {
            held: address().to_string(),
            informed_at: "2026-11-23T09:30:00Z".to_owned(),
            informed_by: text("Familierecherche"),
        }),
        fact::Event::Confirmed(fact::Confirmed {
            source: text("Tweede meting"),
        }),
        fact::Event::Retracted(fact::Retracted {
            reason: text("Verkeerde schaal"),
        }),
    ]);
    check::<HeldFact>(vec![stated()]);
    check::<Dispute>(vec![
        dispute::Event::Disputed(dispute::Disputed {
            fact: address(),
            reason: text("Andere schaal"),
            source: text("waterschap"),
            value: text("43,1"),
        }),
        dispute::Event::Dropped(dispute::Dropped { fact: address() }),
    ]);
}

#[test]
fn golden_bytes_of_actions_bottlenecks_questions_and_what_is_said_to_them() {
    let text = |text: &str| text.to_owned();
    let due = || "2026-11-23T12:00:00Z".to_owned();
    check::<Action>(vec![
        action::Event::Given(ActionGiven {
            due: due(),
            incident: address(),
            line: format!("{}#7", address()),
            number: 3,
            team: text("rot"),
            text: text("Zandzakken naar Arcen"),
            to: "vr24".parse().unwrap(),
            to_team: text("fire"),
        }),
        action::Event::Finished(action::Finished {
            result: text("Gelegd"),
        }),
        action::Event::Withdrawn(action::Withdrawn {
            reason: text("Niet meer nodig"),
        }),
    ]);
    check::<Bottleneck>(vec![
        bottleneck::Event::Raised(bottleneck::Raised {
            below: address().to_string(),
            consequence: text("Ziekenhuis zonder stroom"),
            incident: address(),
            line: String::new(),
            number: 1,
            team: text("rot"),
            text: text("Geen noodaggregaat"),
            to: "locc".parse().unwrap(),
            to_team: text("locc"),
            wanted: text("Een aggregaat"),
        }),
        bottleneck::Event::Resolved(bottleneck::Resolved {
            how: text("Geleverd"),
        }),
    ]);
    check::<Question>(vec![
        question::Event::Asked(question::Asked {
            decision: text("Wel of niet evacueren"),
            due: due(),
            form: text("Getal"),
            incident: address(),
            number: 2,
            team: text("rbt"),
            text: text("Hoeveel mensen wonen er?"),
            to: text("vr24"),
        }),
        question::Event::Closed(question::Closed {
            reason: text("Beantwoord"),
        }),
    ]);
    let said = || Said {
        incident: address(),
        of: address(),
        seen_in: String::new(),
        text: text("Ja, om 12.00 uur"),
    };
    check::<Response>(vec![
        response::Event::Accepted(said()),
        response::Event::Refused(said()),
        response::Event::Finished(said()),
        response::Event::Answered(said()),
        response::Event::AskedToo(said()),
    ]);
}

fn cut() -> Cut {
    let lanes = [("live/vr23.1/partners".to_owned(), 41)];
    Cut(lanes.into())
}

#[test]
fn golden_bytes_of_decisions_and_meetings() {
    let text = |text: &str| text.to_owned();
    let grounds = || Grounds {
        advice: text("Waterschap: nu"),
        assumptions: text("Dijk houdt nog vier uur"),
        carried_out_by: text("bevolkingszorg"),
        check_on: text("2026-11-23T14:00:00Z"),
        dissent: text("Politie: te vroeg"),
        legal_basis: text("Wvr artikel 39"),
        options: text("Niets doen"),
        society: text("Verpleeghuis eerst"),
        uncertainty: text("Neerslag vannacht"),
    };
    check::<Decision>(vec![
        decision::Event::Taken(Taken {
            cut: cut(),
            grounds: grounds(),
            incident: address(),
            line: String::new(),
            meeting: String::new(),
            number: 1,
            rests_on: text("2026-11-23T09:55:00Z"),
            team: text("rbt"),
            text: text("Arcen wordt geëvacueerd"),
        }),
        decision::Event::Supplemented(grounds()),
        decision::Event::Checked(decision::Checked {
            effect: text("Iedereen weg"),
        }),
        decision::Event::Revoked(decision::Revoked {
            reason: text("Water zakt"),
        }),
    ]);
    check::<Meeting>(vec![
        meeting::Event::Called(meeting::Called {
            at: text("2026-11-23T11:00:00Z"),
            incident: address(),
            number: 1,
            place: text("Kazerne"),
            team: text("rot"),
            text: text("Aflossing"),
        }),
        meeting::Event::Held(meeting::Held {
            summary: text("Drie besluiten"),
        }),
    ]);
}

#[test]
fn golden_bytes_of_syntheses_and_reports() {
    let text = |text: &str| text.to_owned();
    check::<Synthesis>(vec![Published {
        bottlenecks: text("Te weinig aggregaten"),
        incident: address(),
        expected: text("Hoogste stand om 23.00 uur"),
        number: 7,
        officer: text("informatiemanager ROT"),
        wanted: text("Evacueren of niet"),
        what: text("Maas hoog\nKwel bij Arcen"),
    }]);
    check::<Report>(vec![Frozen {
        cut: cut(),
        incident: address(),
        expected: text("2026-11-23T14:00:00Z"),
        note: text("Voor het beleidsteam"),
        number: 7,
        seen: text("2026-11-23T09:55:00Z"),
    }]);
}

#[test]
fn golden_bytes_of_clocks() {
    check::<Clock>(vec![
        clock::Event::Set(clock::Set {
            every: 120,
            first: "2026-11-23T14:00:00Z".to_owned(),
            for_whom: "Kernteam".to_owned(),
            incident: address(),
        }),
        clock::Event::Stopped(clock::Stopped {
            incident: address(),
        }),
    ]);
}

/// What was stored before a field was there is read as it was, and written as it was; what has the
/// field keeps it.
#[test]
fn what_points_at_its_line_its_meeting_or_its_place_keeps_that() {
    let fact = fact::Event::Stated(fact::Stated {
        line: format!("{}#7", address()),
        ..stated()
    });
    let bytes = Fact::payload(&fact).unwrap();
    assert_eq!(bytes["line"], format!("{}#7", address()));
    assert_eq!(Fact::event("fact-stated", 1, bytes), Some(fact));
    let old = Fact::payload(&fact::Event::Stated(stated())).unwrap();
    assert_eq!(old.get("line"), None);
    let said = response::Event::Answered(Said {
        incident: address(),
        of: address(),
        seen_in: format!("{}#water", address()),
        text: String::new(),
    });
    let bytes = Response::payload(&said).unwrap();
    assert_eq!(Response::event("response-answered", 1, bytes), Some(said));
}

#[test]
fn golden_bytes_of_layers() {
    let text = |text: &str| text.to_owned();
    let stale = || text("2026-11-23T18:00:00Z");
    let at = |lon, lat| Place { lon, lat };
    let corner = at(61_000_000, 515_000_000);
    let ring = vec![
        corner,
        at(62_000_000, 515_000_000),
        at(62_000_000, -1),
        corner,
    ];
    check::<Layer>(vec![
        layer::Event::Placed(Placed {
            area: text("Arcen"),
            geometry: Some(Geometry::Polygon(vec![ring])),
            incident: address(),
            key: text("p1"),
            kind: text("evacuation-area"),
            line: format!("{}#7", address()),
            note: text("Verpleeghuis eerst"),
            source: text("Verkenner"),
            stale: stale(),
            team: text("copi"),
            title: text("Evacuatie Arcen"),
        }),
        layer::Event::Moved(Moved {
            geometry: Geometry::Point(corner),
            incident: address(),
            object: 1,
            source: text("Meldkamer"),
            stale: stale(),
            team: text("copi"),
        }),
        layer::Event::Confirmed(layer::Confirmed {
            incident: address(),
            object: 1,
            source: text("Meldkamer"),
            stale: stale(),
            team: text("copi"),
        }),
        layer::Event::Removed(Removed {
            incident: address(),
            object: 1,
            reason: text("Voorbij"),
            team: text("copi"),
        }),
        layer::Event::SymbolsChosen(SymbolsChosen {
            incident: address(),
            set: text("brandweer-1"),
            team: text("copi"),
        }),
    ]);
}

#[test]
fn golden_bytes_of_sealed() {
    let text = || "Vermist: persoon A".to_owned();
    check::<Sealed>(vec![
        sealed::Event::Put(sealed::Put {
            compartment: "persons".to_owned(),
            incident: address(),
            team: "population".to_owned(),
            text: text(),
        }),
        sealed::Event::Supplemented(sealed::Supplemented {
            number: 2,
            text: text(),
        }),
        sealed::Event::Corrected(sealed::Corrected {
            entry: 1,
            reason: "Verkeerd gespeld".to_owned(),
            text: text(),
        }),
        sealed::Event::Closed(sealed::Closed {
            reason: "Overgedragen".to_owned(),
        }),
    ]);
}
