// SPDX-License-Identifier: EUPL-1.2
//! What an organisation drafts and lists for itself does not exist for anybody else until its
//! board has adopted it: no row, count, id, history, search result, page or file tells of it.
#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

mod common;

use common::World;
use paraat_contract::{Answer, AsKnown, CARDS, Desk as _, Need, Query, Receipt};
use paraat_kernel::StreamId;
use paraat_spine::read_bundle;
use paraat_ui::field::Typed;

/// Stands in the draft and in the plan, and nowhere else.
const WORD: &str = "zilverreiger";
const PAGES: [&str; 3] = ["agenda/matrix", "agenda/gaps", "agenda/own"];

fn typed(pairs: &[(&str, &str)]) -> Typed {
    pairs.iter().fold(Typed::default(), |typed, (name, value)| {
        typed.with(name, *value)
    })
}

fn act(world: &World, by: &str, path: &str, pairs: &[(&str, &str)]) -> Receipt {
    world.act(by, path, typed(pairs)).unwrap()
}

/// A node with an agenda of one activity; answers its address.
fn world(name: &str) -> (World, String) {
    let modules = [&paraat_agenda::MODULE, &paraat_trust::MODULE];
    let world = World::new(
        name,
        &modules,
        &["jenv", "vr23", "vr24", "veiligheidsberaad"],
    );
    let edition = [
        ("slug", "lac"),
        ("titleNl", "Agenda"),
        ("titleEn", "Agenda"),
        ("fromYear", "2024"),
        ("toYear", "2029"),
        ("source", "bron"),
    ];
    act(&world, "jenv", "agenda/edition/issue", &edition);
    let issued = world
        .act(
            "jenv",
            "agenda/activity/issue",
            common::activity("p1-01", ""),
        )
        .unwrap();
    (world, issued.stream.to_string())
}

fn draft(world: &World, activity: &str) -> StreamId {
    let plan = [
        ("title", WORD),
        ("sort", "policy-plan"),
        ("fromYear", "2025"),
        ("toYear", "2028"),
        ("paragraphs", "1 Overstromingen en de zilverreiger"),
    ];
    act(world, "vr23", "agenda/plan/list", &plan);
    let line = [
        ("activity", activity),
        ("stance", "partly"),
        ("plan", WORD),
        ("reason", WORD),
    ];
    act(world, "vr23", "agenda/draft/record", &line).stream
}

/// Everything that an audience is answered about rows: all tables, now and ever, with totals.
fn rows(world: &World, by: &str) -> String {
    let tables = paraat_agenda::MODULE.tables.iter().copied().chain([&CARDS]);
    let all = |table| {
        [AsKnown::Now, AsKnown::Ever]
            .map(|known| Need::Rows(Query::all(table).as_known(known).page(0, 1000)))
    };
    let needs: Vec<Need> = tables.flat_map(all).collect();
    let (answers, _cursor) = world.spine().answers(&world.audience(by), &needs).unwrap();
    let told = answers.iter().map(|answer| match answer {
        Answer::Rows(found) => format!("{} {:?}\n", found.total, found.rows),
        Answer::History(past) => format!("{past:?}\n"),
    });
    told.collect()
}

/// What a partner can find out about the draft by any door.
fn told(world: &World, by: &str, draft: &StreamId) -> String {
    let audience = world.audience(by);
    let desk = world.spine();
    let stream = desk.stream(&audience, draft).unwrap();
    let (past, _) = desk
        .answers(&audience, &[Need::History(draft.clone(), 100)])
        .unwrap();
    let found = desk.search(&audience, WORD, None, (0, 50)).unwrap();
    let mut told = format!("{stream:?} {past:?} {found:?}");
    for path in PAGES {
        told.push_str(&world.page(by, path, "", Typed::default()).unwrap());
    }
    let file = world.bundle(by);
    for entry in read_bundle(&file).unwrap().into_iter().flatten() {
        told.push_str(&String::from_utf8_lossy(&entry.header));
        let body = entry.payload.map(|(_, body)| body).unwrap_or_default();
        told.push_str(&String::from_utf8_lossy(&body));
    }
    told
}

#[test]
fn a_draft_does_not_exist_for_others_until_it_is_adopted() {
    let (world, activity) = world("translation-draft");
    let (before, own_before) = (rows(&world, "vr24"), rows(&world, "vr23"));
    let draft = draft(&world, &activity);
    world.searched();
    // No row, no total, no order: what others are answered is what they were answered before.
    assert_eq!(rows(&world, "vr24"), before);
    assert_ne!(rows(&world, "vr23"), own_before);
    let id = draft.id.simple().to_string();
    let hyphens = draft.id.to_string();
    for by in ["vr24", "jenv"] {
        let told = told(&world, by, &draft);
        for secret in [WORD, &id, &hyphens, "agenda.draft", "agenda.plan", "/own"] {
            let told = told.replace("/agenda/own", "");
            assert!(!told.contains(secret), "{by} is told of {secret}");
        }
    }
    assert!(told(&world, "vr23", &draft).contains(WORD));
    let adopt = [
        ("activity", activity.as_str()),
        ("organisation", "vr23"),
        ("decidedOn", "2026-11-20"),
        ("body", "Algemeen bestuur"),
    ];
    act(&world, "vr23", "agenda/translation/adopt", &adopt);
    world.searched();
    let after = told(&world, "vr24", &draft);
    assert!(after.contains(WORD), "what is adopted is shared");
    assert!(!after.contains(&id) && !after.contains("agenda.draft"));
}

/// What the form of a verb starts with: the version that was seen, and what stands there.
fn form(world: &World, path: &str, at: Option<&StreamId>, pairs: &[(&str, &str)]) -> (u64, Typed) {
    let mut intent = world.intent("vr23", path, typed(pairs));
    intent.target = at.cloned();
    let start = world.spine().start(&intent).unwrap().unwrap();
    assert_eq!(start.refused, None);
    (start.seen.unwrap(), start.typed)
}

#[test]
fn the_form_of_a_second_answer_begins_with_the_first_and_is_taken() {
    let (world, _) = world("translation-answer");
    let issuer = "jenv".parse().unwrap();
    let edition = paraat_agenda::kinds::edition::address(issuer, "lac").to_string();
    let given = [("edition", edition.as_str())];
    let opened = typed(&[("edition", &edition), ("answerBy", "31-12-2099")]);
    world.act("jenv", "agenda/hearing/open", opened).unwrap();
    for (seen, said) in [(0, ""), (1, "Volgt in maart."), (2, "Volgt in april.")] {
        let (version, typed) = form(&world, "agenda/account/answer", None, &given);
        assert_eq!((version, typed.get("explanation")), (seen, said));
        let next = ["Volgt in maart.", "Volgt in april.", "Volgt in mei."][version as usize];
        let typed = typed.with("explanation", next).with("planned", "31-3-2027");
        let mut intent = world.intent("vr23", "agenda/account/answer", typed);
        intent.seen = Some(version);
        world.submit(intent).unwrap();
    }
    assert!(rows(&world, "vr24").contains("2027-03-31"));
}

#[test]
fn a_plan_is_revised_from_what_stands_and_leaves_no_row_when_it_is_removed() {
    let (world, activity) = world("translation-plan");
    let before = rows(&world, "vr23");
    draft(&world, &activity);
    let name = paraat_kernel::StreamId::derived("vr23".parse().unwrap(), "agenda.plan", WORD);
    let (seen, typed) = form(&world, "agenda/plan/revise", Some(&name), &[]);
    assert_eq!(
        typed.get("paragraphs"),
        "1 Overstromingen en de zilverreiger"
    );
    let typed = typed.with("paragraphs", "1 Overstromingen\n2 Bijlage");
    let revised = world.act_at("vr23", "agenda/plan/revise", &name, seen, typed);
    assert_eq!(revised.unwrap().version, 2);
    let plan = |word: &str| rows(&world, "vr23").contains(word);
    assert!(plan("Bijlage"));
    let removed = world.act_at("vr23", "agenda/plan/remove", &name, 2, Typed::default());
    assert_eq!(removed.unwrap().version, 3);
    let now = Need::Rows(Query::all(&paraat_agenda::tables::PARAGRAPH));
    let (answers, _) = world
        .spine()
        .answers(&world.audience("vr23"), &[now])
        .unwrap();
    assert!(matches!(&answers[0], Answer::Rows(found) if found.total == 0));
    assert_ne!(
        rows(&world, "vr23"),
        before,
        "what was listed is still in the history"
    );
}

#[test]
fn who_tries_to_adopt_or_read_the_draft_of_another_learns_nothing() {
    let (world, activity) = world("translation-tries");
    let adopt = |world: &World| {
        let fields = [
            ("activity", activity.as_str()),
            ("organisation", "vr23"),
            ("decidedOn", "2026-11-20"),
            ("body", "x"),
        ];
        format!(
            "{:?}",
            world.act("vr24", "agenda/translation/adopt", typed(&fields))
        )
    };
    let without = adopt(&world);
    draft(&world, &activity);
    assert_eq!(adopt(&world), without);
}

#[test]
fn a_region_confirms_the_line_of_the_joint_plan_once() {
    let (world, activity) = world("translation-confirm");
    let line = [
        ("activity", activity.as_str()),
        ("stance", "adopted"),
        ("plan", "Werkplan"),
    ];
    act(
        &world,
        "veiligheidsberaad",
        "agenda/joint-plan/propose",
        &line,
    );
    act(
        &world,
        "vr23",
        "agenda/draft/confirm",
        &[("activity", &activity)],
    );
    let again = world.act(
        "vr23",
        "agenda/draft/confirm",
        typed(&[("activity", &activity)]),
    );
    assert!(again.is_err(), "nothing new");
    assert!(rows(&world, "vr23").contains("agenda_draft"));
    assert_eq!(world.verify().broken, None);
}
