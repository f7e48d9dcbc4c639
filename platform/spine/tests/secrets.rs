// SPDX-License-Identifier: EUPL-1.2
//! What a circle shares does not exist for anybody outside it: two nodes, one with a secret and
//! one where it never was, answer whoever is outside in the same words, numbers and order.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that fails here is a failing test"
)]
#![expect(dead_code, reason = "each test file uses its own part of crisis")]

mod common;
#[path = "common/crisis.rs"]
mod crisis;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use common::World;
use crisis::{MODULES, join, open, picture, place, share, typed, write};
use paraat_authority::Audience;
use paraat_contract::{AsKnown, CARDS, Desk as _, Filter, Need, Query, Table};
use paraat_kernel::{Function, Language, StreamId};
use paraat_spine::read_bundle;
use paraat_ui::field::Typed;

const ORGANISATIONS: [&str; 4] = ["vr23", "vr24", "vr25", "jenv"];
/// In the circle are vr23, which made it, and jenv; vr25 was once; vr24 never.
const WORDS: [&str; 6] = [
    "zilverreiger",
    "sterrenwacht",
    "klokkentoren",
    "waterlelie",
    "vuurvlieg",
    "boomkruiper",
];

/// The streams of the secret; made up where it never was.
struct Secret {
    circle: StreamId,
    incident: StreamId,
    line: StreamId,
}

struct Story {
    world: World,
    secret: Secret,
    shared: StreamId,
    own: StreamId,
}

fn made_up(name: &str) -> StreamId {
    StreamId::derived("vr23".parse().unwrap(), "made.up", name)
}

/// The secret: a circle and all that can be in it.
fn secret(world: &World) -> Secret {
    world.clock.set("2026-11-23T10:05:00Z");
    let named = typed(&[("name", WORDS[0]), ("purpose", WORDS[1])]);
    let circle = world
        .act("vr23", "trust/circle/make", named)
        .unwrap()
        .stream;
    for (at, organisation) in ["jenv", "vr25"].into_iter().enumerate() {
        let admit = typed(&[("organisation", organisation)]);
        let path = "trust/circle/admit";
        world
            .act_at("vr23", path, &circle, 1 + at as u64, admit)
            .unwrap();
    }
    let fields = typed(&[("title", WORDS[2]), ("circle", &circle.to_string())]);
    let incident = world
        .act("vr23", "incident/incident/open", fields)
        .unwrap()
        .stream;
    let line = write(world, "jenv", &incident, WORDS[3]).stream;
    write(
        world,
        "vr23",
        &incident,
        "een regel met het woord hoogwater erin",
    );
    share(
        world,
        "jenv",
        &incident,
        ("water", "critical", WORDS[4]),
        None,
    );
    place(world, "vr23", &incident, "copi", WORDS[5]);
    world.withdraw(&line, 1);
    write(world, "jenv", &incident, WORDS[3]);
    let closed = typed(&[("organisation", "vr25"), ("reason", WORDS[1])]);
    world
        .act_at("vr23", "trust/circle/close", &circle, 3, closed)
        .unwrap();
    Secret {
        circle,
        incident,
        line,
    }
}

/// The same ordinary things on both nodes, at the same moments; the secret in between on one.
fn story(name: &str, with_secret: bool) -> Story {
    let world = World::new(name, &MODULES, &ORGANISATIONS);
    world.clock.set("2026-11-23T10:01:00Z");
    let shared = open(&world, "vr23", "Hoogwater Maas");
    world.clock.set("2026-11-23T10:02:00Z");
    write(&world, "jenv", &shared, "hoogwater bij Borgharen");
    let secret = if with_secret {
        secret(&world)
    } else {
        Secret {
            circle: made_up("circle"),
            incident: made_up("incident"),
            line: StreamId::derived("jenv".parse().unwrap(), "made.up", "line"),
        }
    };
    world.clock.set("2026-11-23T10:10:00Z");
    let own = open(&world, "vr24", "Dijk bij Mook");
    world.clock.set("2026-11-23T10:11:00Z");
    write(&world, "vr23", &shared, "dijk houdt het hoogwater");
    world.clock.set("2026-11-23T10:12:00Z");
    share(&world, "vr23", &shared, ("water", "normal", "hoog"), None);
    world.clock.set("2026-11-23T10:13:00Z");
    place(&world, "vr23", &shared, "copi", "Post");
    world.clock.set("2026-11-23T10:14:00Z");
    join(&world, "vr24", &own, &shared);
    if with_secret {
        // A join between the secret and the shared shows on neither side to those outside.
        world.clock.set("2026-11-23T10:15:00Z");
        join(&world, "vr23", &secret.incident, &own);
    }
    world.searched();
    Story {
        world,
        secret,
        shared,
        own,
    }
}

fn tables(world: &World) -> Vec<&'static Table> {
    let of_modules = world
        .modules
        .iter()
        .flat_map(|module| module.tables)
        .copied();
    std::iter::once(&CARDS).chain(of_modules).collect()
}

/// Everything that the desk answers to an audience about rows, one by one.
fn rows(story: &Story, audience: &Audience, out: &mut String) {
    let desk = story.world.spine();
    let secret = &story.secret;
    let moment = "2026-11-23T10:11:30Z".parse().unwrap();
    for table in tables(&story.world) {
        let mut queries = Vec::new();
        for as_known in [AsKnown::Now, AsKnown::At(moment), AsKnown::Ever] {
            queries.push(Query::all(table).as_known(as_known.clone()).page(0, 1000));
            queries.push(Query::all(table).as_known(as_known).page(1, 2));
        }
        queries.push(
            Query::all(table)
                .filter(Filter::Since(moment))
                .page(0, 1000),
        );
        for stream in [&secret.circle, &secret.incident, &secret.line] {
            queries.push(
                Query::all(table)
                    .filter(Filter::Stream(stream.clone()))
                    .page(0, 9),
            );
        }
        for column in ["incident", "under", "other", "circle"] {
            if table.columns.iter().any(|known| known.name == column) {
                let about = secret.incident.to_string();
                queries.push(Query::all(table).is(column, about).page(0, 9));
            }
        }
        let needs: Vec<Need> = queries.into_iter().map(Need::Rows).collect();
        let (answers, _cursor) = desk.answers(audience, &needs).unwrap();
        writeln!(out, "{} {answers:?}", table.name).unwrap();
    }
}

/// What it answers about streams, search and forms.
fn streams(story: &Story, audience: &Audience, out: &mut String) {
    let desk = story.world.spine();
    let secret = &story.secret;
    for stream in [
        &secret.circle,
        &secret.incident,
        &secret.line,
        &story.shared,
        &story.own,
    ] {
        let seen = desk.stream(audience, stream).unwrap();
        let history = Need::History(stream.clone(), 100);
        let (past, _cursor) = desk.answers(audience, &[history]).unwrap();
        writeln!(out, "{seen:?} {past:?}").unwrap();
    }
    for word in WORDS
        .iter()
        .copied()
        .chain(["hoogwater", "dijk", "hoog dijk", "copi", "post"])
    {
        for module in [None, Some("incident"), Some("trust")] {
            let found = desk.search(audience, word, module, (0, 50)).unwrap();
            writeln!(out, "{module:?} {found:?}").unwrap();
        }
    }
    writeln!(out, "{:?}", desk.names()).unwrap();
}

/// What the pages show, and what is answered to somebody who tries.
fn tries(story: &Story, organisation: &str, out: &mut String) {
    let (world, secret) = (&story.world, &story.secret);
    for incident in [&story.shared, &story.own, &secret.incident] {
        writeln!(out, "{:?}", picture(world, organisation, incident)).unwrap();
    }
    for path in ["trust/", "trust/circle/{stream}"] {
        let circle = secret.circle.to_string();
        let page = world.page(organisation, path, &circle, Typed::default());
        writeln!(out, "{page:?}").unwrap();
    }
    let incident = secret.incident.to_string();
    let about = |more: &[(&str, &str)]| typed(&[&[("incident", incident.as_str())], more].concat());
    let object = [
        ("object", "x"),
        ("kind", "post"),
        ("title", "x"),
        ("lat", "1"),
        ("lon", "1"),
    ];
    let circle = secret.circle.to_string();
    for (path, fields) in [
        ("incident/log/write", about(&[("text", "x")])),
        (
            "incident/part/share",
            about(&[("theme", "water"), ("status", "normal")]),
        ),
        ("incident/layer/place", about(&object)),
        (
            "incident/incident/open",
            typed(&[("title", "x"), ("circle", &circle)]),
        ),
    ] {
        let intent = world.intent(organisation, path, fields);
        writeln!(out, "{:?}", world.spine().start(&intent).unwrap()).unwrap();
        writeln!(out, "{:?}", world.submit(intent)).unwrap();
    }
    for (path, stream, fields) in [
        (
            "trust/circle/admit",
            &secret.circle,
            typed(&[("organisation", "vr24")]),
        ),
        (
            "incident/incident/join",
            &secret.incident,
            typed(&[("with", &story.own.to_string())]),
        ),
        (
            "incident/incident/join",
            &story.own,
            typed(&[("with", &incident)]),
        ),
    ] {
        let mut intent = world.intent(organisation, path, fields.clone());
        intent.target = Some(stream.clone());
        writeln!(out, "{:?}", world.spine().start(&intent).unwrap()).unwrap();
        writeln!(
            out,
            "{:?}",
            world.act_at(organisation, path, stream, 1, fields)
        )
        .unwrap();
    }
}

/// The file for a partner, without what differs by chance: salts, digests, hashes, signatures.
fn bundle(world: &World, audience: &Audience, out: &mut String) {
    let file = paraat_spine::write_bundle(world.spine().ledger(), audience).unwrap();
    for entry in read_bundle(&file).unwrap().into_iter().flatten() {
        let mut header: serde_json::Value = serde_json::from_slice(&entry.header).unwrap();
        let fields = header.as_object_mut().unwrap();
        fields.retain(|name, _| name != "digest" && name != "previous");
        let keys = header["kind"] == "trust.keys";
        let body = entry.payload.filter(|_| !keys).map(|(_, body)| body);
        let body = body.map(|body| String::from_utf8(body).unwrap());
        writeln!(out, "{header} {body:?}").unwrap();
    }
}

/// Addresses are drawn by chance: each becomes its owner and a number, in order of appearance.
fn plain(text: &str) -> String {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut out = String::new();
    let mut run = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_ascii_hexdigit() && !c.is_ascii_uppercase() {
            run.push(c);
            continue;
        }
        // Addresses have 32 digits, keys 64; both are chance.
        if run.len() >= 32 {
            let next = numbers.len();
            let number = *numbers.entry(run.clone()).or_insert(next);
            write!(out, "#{number}").unwrap();
        } else {
            out.push_str(&run);
        }
        run.clear();
        out.push(c);
    }
    out
}

/// A debugged address holds its id with hyphens; both forms become one.
fn joined(text: &str) -> String {
    let mut out = text.to_owned();
    let mut at = 0;
    while let Some(found) = out[at..].find("id: ") {
        let start = at + found + 4;
        let id: String = out[start..].chars().take(36).collect();
        if let Ok(id) = id.parse::<paraat_kernel::Uuid>() {
            out.replace_range(start..start + 36, &id.simple().to_string());
        }
        at = start;
    }
    out
}

fn audiences(world: &World) -> Vec<(&'static str, Audience)> {
    let mut reader = world.audience("vr24");
    reader.functions = [Function::Reader].into();
    let mut admin = world.audience("vr23");
    admin.functions = [Function::Admin].into();
    vec![
        ("outside", world.audience("vr24")),
        ("reader outside", reader),
        ("was a member", world.audience("vr25")),
        ("administrator of the owner", admin),
        ("public", Audience::public(Language::Nl, "Europe/Amsterdam")),
    ]
}

fn all(story: &Story, audience: &Audience) -> String {
    let mut out = String::new();
    rows(story, audience, &mut out);
    streams(story, audience, &mut out);
    bundle(&story.world, audience, &mut out);
    joined(&out)
}

/// Where two texts part, for the message.
fn parting<'a>(one: &'a str, other: &'a str) -> (&'a str, &'a str) {
    let same = one
        .bytes()
        .zip(other.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let from = same.saturating_sub(200);
    let cut = |text: &'a str| text.get(from..text.len().min(same + 200)).unwrap_or(text);
    (cut(one), cut(other))
}

fn holds_no_secret(text: &str, secret: &Secret, who: &str) {
    for word in WORDS {
        assert!(!text.contains(word), "{who}: {word}");
    }
    for stream in [&secret.circle, &secret.incident, &secret.line] {
        let id = stream.id.simple().to_string();
        assert!(!text.contains(&id), "{who}: {id}");
    }
}

#[test]
fn for_those_outside_the_secret_never_was() {
    let (with, without) = (story("secrets-with", true), story("secrets-without", false));
    for ((who, one), (_, other)) in audiences(&with.world).iter().zip(audiences(&without.world)) {
        assert_eq!(
            one.circles.len(),
            usize::from(one.organisation == Some("vr23".parse().unwrap()))
        );
        let (seen, expected) = (all(&with, one), all(&without, &other));
        holds_no_secret(&seen, &with.secret, who);
        let (seen, expected) = (plain(&seen), plain(&expected));
        assert!(seen == expected, "{who}: {:#?}", parting(&seen, &expected));
    }
    for who in ["vr24", "vr25"] {
        let (mut seen, mut expected) = (String::new(), String::new());
        tries(&with, who, &mut seen);
        tries(&without, who, &mut expected);
        for word in WORDS {
            assert!(!seen.contains(word), "{who}: {word}");
        }
        let (seen, expected) = (plain(&joined(&seen)), plain(&joined(&expected)));
        assert!(seen == expected, "{who}: {:#?}", parting(&seen, &expected));
    }
    // Whoever is inside sees all of it: the words are really there.
    let inside = all(&with, &with.world.audience("jenv"));
    for word in WORDS {
        assert!(inside.contains(word), "{word}");
    }
    assert!(with.world.verify().broken.is_none());
}

#[test]
fn a_node_outside_never_holds_it() {
    let story = story("secrets-file-a", true);
    let mut b = World::new("secrets-file-b", &MODULES, &["vr31"]);
    for organisation in ORGANISATIONS {
        b.trust(&organisation.parse().unwrap());
    }
    let file = story.world.bundle("vr31");
    assert_eq!(b.take(&file).refused, []);
    assert!(
        b.lanes()
            .keys()
            .all(|name| !name.contains(&story.secret.circle.to_string()))
    );
    // The file of a member does hold it, so that the check below checks something.
    let member = story.world.bundle("jenv");
    assert!(member.len() > file.len());
    b.searched();
    b.stop();
    std::thread::sleep(Duration::from_millis(400));
    for file in std::fs::read_dir(&b.folder).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        holds_no_secret(&text, &story.secret, "a file of the node outside");
    }
}

#[test]
fn a_file_in_which_somebody_widened_a_class_is_not_whole() {
    let mut story = story("secrets-widened", true);
    story.world.stop();
    std::thread::sleep(Duration::from_millis(400));
    let file = rusqlite::Connection::open(story.world.folder.join("ledger.db")).unwrap();
    let address = story.secret.line.to_string();
    let of = "(SELECT id FROM stream WHERE address = ?1)";
    let open = "(SELECT class FROM stream WHERE kind = 'trust.keys' LIMIT 1)";
    for (table, key) in [("entry", "stream"), ("stream", "id")] {
        let class = format!("SELECT class FROM {table} WHERE {key} = {of}");
        let before: i64 = file
            .query_row(&class, [&address], |row| row.get(0))
            .unwrap();
        let widen = format!("UPDATE {table} SET class = {open} WHERE {key} = {of}");
        file.execute(&widen, [&address]).unwrap();
        let broken = story.world.verify().broken.unwrap_or_default();
        assert!(broken.contains("who may see it"), "{table}: {broken}");
        let back = format!("UPDATE {table} SET class = {before} WHERE {key} = {of}");
        file.execute(&back, [&address]).unwrap();
        assert_eq!(story.world.verify().broken, None);
    }
}

#[test]
fn nobody_outside_is_woken_by_it() {
    let story = story("secrets-woken", true);
    let (world, secret) = (&story.world, &story.secret);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_time()
        .build()
        .unwrap();
    let desk = world.spine();
    let woken = |audience: &Audience, cursor: &str| {
        let wait = Duration::from_millis(600);
        let changed = desk.changed(audience, Some(cursor));
        runtime.block_on(async { tokio::time::timeout(wait, changed).await.is_ok() })
    };
    let (_, cursor) = desk.answers(&world.audience("jenv"), &[]).unwrap();
    write(world, "vr23", &secret.incident, "nog iets");
    world.withdraw(&secret.line, 3);
    assert!(woken(&world.audience("jenv"), &cursor));
    for (who, audience) in audiences(world) {
        assert!(!woken(&audience, &cursor), "{who}");
    }
}
