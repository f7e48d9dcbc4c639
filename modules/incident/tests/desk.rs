// SPDX-License-Identifier: EUPL-1.2
//! What forms and pages take from what stands there already, so that nobody types anything twice.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a failing unwrap in a test is a failing test"
)]
#![expect(
    dead_code,
    reason = "each test file uses its own part of what is shared"
)]

mod common;

use common::{HOSTILE, NOW, Page, SINCE, crisis, incident, row, rows, stance, stream, whole};
use paraat_contract::{Answer, Row, Table};
use paraat_incident::tables::{
    ACTION, APART, BOTTLENECK, CLOCK, DECISION, DISPUTE, FACT, JOINED, LINE, MEETING, PART,
    QUESTION, REPORT, RESPONSE, SYNTHESIS,
};
use paraat_kernel::Function;

fn has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part} is not in {page}");
    }
}

fn lacks(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(!page.contains(part), "{part} is in {page}");
    }
}

/// A line of the log of vr23.
fn line(text: &str) -> Row {
    let said = [
        ("number", "7"),
        ("text", text),
        ("team", "rot"),
        ("source", "Meldkamer"),
        ("reliability", "unconfirmed"),
        ("happened", SINCE),
    ];
    row(&LINE, stream("vr23", "log", "rot"), &said)
}

/// The forms in which something is made of a line.
const ONWARDS: [(&str, &str); 5] = [
    ("action", "give"),
    ("bottleneck", "raise"),
    ("decision", "take"),
    ("fact", "state"),
    ("layer", "place"),
];

#[test]
fn a_line_leads_to_five_forms_by_its_address_alone() {
    let long = "kade wijkt ".repeat(350);
    let page = Page::new("incident/{stream}/log", whole(vec![line(&long)])).draw();
    let log = stream("vr23", "log", "rot").to_string();
    for (kind, verb) in ONWARDS {
        let start = page.find(&format!("/incident/{kind}/{verb}?")).unwrap();
        let href = page[start..].split('"').next().unwrap();
        has(
            href,
            &[
                "incident=",
                &format!("fromLine={}", paraat_ui::page::encode(&log)),
            ],
        );
        assert!(href.len() < 400, "{href}");
    }
    let reads = Page::new("incident/{stream}/log", whole(vec![line("x")]));
    lacks(&reads.by("vr23", Function::Reader).draw(), &["fromLine="]);
}

#[test]
fn a_form_that_is_made_of_a_line_begins_with_what_it_says() {
    let text = "Nu 1.240 mensen weg\nuit Arcen";
    let begins = |kind: &str, verb: &str| {
        let page = Page::new("", whole(vec![line(text)]));
        page.help(kind, verb)
    };
    for (kind, verb) in ONWARDS {
        let help = begins(kind, verb);
        let (name, shown) = help.facts.first().unwrap();
        assert_eq!(*name, "fromLine", "{kind}");
        has(&shown.0, &["VR23 ROT 7", "1.240 mensen weg"]);
    }
    let typed = begins("layer", "place").typed;
    assert_eq!(typed.get("title"), "Nu 1.240 mensen weg");
    assert_eq!(typed.get("note"), text);
    let typed = begins("fact", "state").typed;
    assert_eq!(
        (typed.get("value"), typed.get("source")),
        ("1.240", "Meldkamer")
    );
    assert_eq!(typed.get("observed"), SINCE);
    assert_eq!(begins("action", "give").typed.get("text"), text);
    // A line that is not there for who asks gives nothing away.
    let none = Page::new("", whole(Vec::new())).help("fact", "state");
    assert!(none.typed.0.is_empty() && none.facts.is_empty());
    let hostile = Page::new("", whole(vec![line(HOSTILE)])).help("action", "give");
    lacks(&hostile.facts.first().unwrap().1.0, &["<script>"]);
}

/// A thing of an organisation, with what matters of it.
fn thing(table: &'static Table, owner: &str, kind: &str, said: &[(&str, &str)]) -> Row {
    let common = [("by", owner), ("standing", "open")];
    let has = |name: &str| table.columns.iter().any(|it| it.name == name);
    let common = common.into_iter().filter(|(name, _)| has(name));
    let common = common.filter(|(name, _)| !said.iter().any(|(own, _)| own == name));
    let all: Vec<(&str, &str)> = common.chain(said.iter().copied()).collect();
    row(table, stream(owner, kind, "een"), &all)
}

/// The page of one thing, with more that was found.
fn page_of(path: &'static str, own: Row, more: Vec<Row>) -> Page {
    let mut answers = vec![rows(vec![own])];
    answers.extend(more.into_iter().map(|it| rows(vec![it])));
    answers.push(rows(vec![incident("Hoogwater Maas", "open")]));
    Page::new(path, answers)
}

#[test]
fn the_page_of_a_thing_offers_what_can_be_done_with_it_and_leads_back() {
    let bottleneck = thing(
        &BOTTLENECK,
        "vr24",
        "bottleneck",
        &[("to", "vr23"), ("text", "x")],
    );
    let page = page_of("bottleneck/{stream}", bottleneck, vec![]).draw();
    has(
        &page,
        &[
            "/response/answer?",
            "/response/refuse?",
            "Hogerop melden",
            "/bottlenecks\"",
        ],
    );
    let question = || thing(&QUESTION, "vr24", "question", &[("text", "Hoeveel?")]);
    let page = page_of("question/{stream}", question(), vec![]);
    has(
        &page.draw(),
        &["/response/answer?", "/response/ask-too?", "/questions\""],
    );
    let own = thing(&QUESTION, "vr23", "question", &[("text", "Hoeveel?")]);
    let page = page_of("question/{stream}", own, vec![]).draw();
    has(&page, &["/close\"", "Vraag sluiten"]);
    lacks(&page, &["/response/ask-too?"]);
    let meeting = thing(&MEETING, "vr23", "meeting", &[("at", NOW)]);
    let page = page_of("meeting/{stream}", meeting, vec![]).draw();
    has(&page, &["/hold\"", "/decisions\""]);
    let fact = thing(
        &FACT,
        "vr23",
        "fact",
        &[("definition", "dead"), ("value", "2")],
    );
    let page = page_of("fact/{stream}", fact, vec![]).draw();
    has(&page, &["/confirm\"", "/retract\"", "/facts\""]);
    let reads = page_of("question/{stream}", question(), vec![]);
    lacks(
        &reads.by("vr23", Function::Reader).draw(),
        &["/response/", "/close\""],
    );
}

#[test]
fn who_disputes_a_fact_can_drop_that_and_nobody_else() {
    let said = [
        ("definition", "dead"),
        ("value", "2"),
        ("reliability", "unconfirmed"),
    ];
    let fact = || thing(&FACT, "vr24", "fact", &said);
    let address = fact().stream.to_string();
    let dispute = |owner: &str| {
        thing(
            &DISPUTE,
            owner,
            "dispute",
            &[("fact", &address), ("value", "3"), ("said", SINCE)],
        )
    };
    let page = |more| page_of("fact/{stream}", fact(), more).draw();
    has(&page(vec![]), &["/incident/dispute/say?"]);
    let ours = page(vec![dispute("vr23")]);
    has(&ours, &["/incident/dispute/drop?"]);
    lacks(&ours, &["/incident/dispute/say?"]);
    let theirs = page(vec![dispute("vr25")]);
    has(&theirs, &["/incident/dispute/say?"]);
    lacks(&theirs, &["/incident/dispute/drop?"]);
    let list = Page::new(
        "incident/{stream}/facts",
        whole(vec![fact(), dispute("vr23")]),
    );
    has(&list.draw(), &["/incident/dispute/drop?"]);
}

#[test]
fn the_agenda_of_a_meeting_is_made_of_what_stands_there() {
    let meeting = || thing(&MEETING, "vr23", "meeting", &[("at", NOW), ("team", "rot")]);
    let at = meeting().stream.to_string();
    let part = [
        ("theme", "water"),
        ("status", "critical"),
        ("text", "kade wijkt"),
        ("confirmed", SINCE),
        ("stale", NOW),
    ];
    let said = |text| [("text", text), ("to", "vr23")];
    let more = vec![
        thing(&ACTION, "vr24", "action", &said("Zandzakken naar Arcen")),
        thing(&BOTTLENECK, "vr24", "bottleneck", &said("Geen aggregaat")),
        thing(&QUESTION, "vr24", "question", &said("Hoeveel mensen?")),
        row(&PART, stream("vr24", "part", "water"), &part),
        row(
            &SYNTHESIS,
            stream("vr23", "synthesis", ""),
            &[
                ("what", "Maas hoog"),
                ("wanted", "Wel of niet evacueren"),
                ("published", SINCE),
            ],
        ),
        thing(
            &DECISION,
            "vr23",
            "decision",
            &[
                ("text", "Arcen ontruimen"),
                ("rests_on", SINCE),
                ("meeting", &at),
            ],
        ),
    ];
    let page = page_of("meeting/{stream}", meeting(), more);
    let drawn = page.draw();
    let at = |text: &str| {
        drawn
            .find(text)
            .unwrap_or_else(|| panic!("{text}: {drawn}"))
    };
    let order = [
        ">Beeld<",
        "Zandzakken naar Arcen",
        "Maas hoog",
        "Kritiek",
        ">Oordeel<",
        "Geen aggregaat",
        "Hoeveel mensen?",
        ">Besluit<",
        "Wel of niet evacueren",
        "Arcen ontruimen",
    ];
    let places: Vec<usize> = order.iter().map(|text| at(text)).collect();
    assert!(places.is_sorted(), "{places:?}");
    let form = drawn.split("/incident/decision/take?").nth(1).unwrap();
    let form = form.split('"').next().unwrap();
    has(form, &["meeting=", "team=rot", "restsOn=", "next="]);
    lacks(
        &page.by("vr23", Function::Reader).draw(),
        &["/incident/decision/take?"],
    );
}

/// The form of a question in which this was typed, over these rows.
fn asked(text: &str, more: Vec<Row>) -> String {
    let page = Page::new("", whole(more)).with("text", text);
    let page = page.with("incident", &crisis().to_string());
    let help = page.help("question", "ask");
    let (name, found) = help.beside.into_iter().next().unwrap();
    assert_eq!(name, "text");
    found.0
}

#[test]
fn while_a_question_is_typed_what_there_is_of_it_stands_below() {
    let of = thing(
        &QUESTION,
        "vr24",
        "question",
        &[("text", "Hoeveel gewonden in Arcen?")],
    );
    let answer = [
        ("of", &*of.stream.to_string()),
        ("standing", "answered"),
        ("text", "Eén"),
        ("said", SINCE),
    ];
    let answer = thing(&RESPONSE, "vr25", "response", &answer);
    let fact = [
        ("definition", "injured"),
        ("area", "Arcen"),
        ("value", "1"),
        ("reliability", "confirmed"),
    ];
    let fact = thing(&FACT, "vr24", "fact", &fact);
    let all = || {
        vec![
            of.clone(),
            fact.clone(),
            line("Gewonde bij de kerk van Arcen"),
        ]
    };
    let found = asked("Zijn er gewonden?", all());
    has(
        &found,
        &[
            "Dit vroeg al iemand",
            "Hoeveel gewonden in Arcen?",
            "/incident/response/ask-too?",
            "Dit staat al in het beeld",
            "Gewonden Arcen",
            "1 mensen",
            "Gewonde bij de kerk",
        ],
    );
    // What was answered shows its answer, and is not asked for again.
    let found = asked("gewonden", [all(), vec![answer]].concat());
    has(&found, &["Beantwoord", "Eén"]);
    lacks(&found, &["ask-too"]);
    let found = asked("Waar staat het aggregaat?", all());
    has(&found, &["Hier staat nog niets over"]);
    lacks(&found, &["Arcen"]);
    // Before anything is typed the open questions stand there.
    has(&asked("", all()), &["Hoeveel gewonden in Arcen?"]);
    lacks(
        &asked("kade", vec![line(&format!("kade {HOSTILE}"))]),
        &["<script>"],
    );
}

#[test]
fn an_answer_may_point_at_what_stands_in_the_picture() {
    let fact = [("definition", "injured"), ("area", "Arcen"), ("value", "1")];
    let fact = thing(&FACT, "vr24", "fact", &fact);
    let part = row(
        &PART,
        stream("vr24", "part", "water"),
        &[("theme", "water")],
    );
    let page = Page::new("", whole(vec![fact.clone(), part]));
    let page = page.with("incident", &crisis().to_string());
    let help = page.help("response", "answer");
    let (name, choices) = help.options.first().unwrap();
    let values: Vec<&str> = choices.iter().map(|it| it.value.as_str()).collect();
    assert_eq!(*name, "seenIn");
    assert_eq!(
        values,
        [format!("{}#water", crisis()), fact.stream.to_string()]
    );
    // And whoever reads the answer finds the way there.
    let question = thing(&QUESTION, "vr23", "question", &[("text", "Hoeveel?")]);
    let seen_in = format!("{}#water", crisis());
    let said = [
        ("of", &*question.stream.to_string()),
        ("standing", "answered"),
        ("seen_in", &seen_in),
        ("said", SINCE),
    ];
    let answer = thing(&RESPONSE, "vr24", "response", &said);
    let drawn = page_of("question/{stream}", question, vec![answer]).draw();
    has(&drawn, &["#theme-water\"", "Staat in het beeld"]);
}

/// A clock of an organisation: every hour from ten.
fn clock(owner: &str) -> Row {
    let said = [("every", "60"), ("first", SINCE), ("for_whom", "Kernteam")];
    let mut clock = thing(&CLOCK, owner, "clock", &said);
    let at = CLOCK
        .columns
        .iter()
        .position(|it| it.name == "every")
        .unwrap();
    clock.values[at] = 60.into();
    clock
}

#[test]
fn a_reporting_clock_says_what_is_due_and_whose_it_is() {
    let desk = |more| Page::new("incident/{stream}/questions", whole(more)).draw();
    has(
        &desk(vec![]),
        &["Nog niemand rapporteert", "/incident/clock/set?"],
    );
    // Two hours passed and no report was made.
    let late = desk(vec![clock("vr24")]);
    has(
        &late,
        &[
            "elke 60 minuten",
            "Kernteam",
            "Te laat",
            "Regio Vierentwintig",
        ],
    );
    lacks(&late, &["/incident/clock/stop?"]);
    let report = |owner: &str| {
        thing(
            &REPORT,
            owner,
            "report",
            &[("seen", "2026-11-23T11:30:00Z")],
        )
    };
    has(
        &desk(vec![clock("vr23"), report("vr24")]),
        &["Te laat", "/incident/clock/stop?"],
    );
    has(&desk(vec![clock("vr23")]), &["/incident/report/freeze?"]);
    // The report of half past eleven was that of eleven; that of twelve is due now.
    let done = desk(vec![clock("vr23"), report("vr23")]);
    lacks(&done, &["Te laat"]);
    let tasks = |standing: &str, owner: &str, seen: &str| {
        let report = thing(&REPORT, "vr23", "report", &[("seen", seen)]);
        let answers = vec![
            rows(vec![incident("Hoogwater Maas", standing)]),
            rows(vec![clock(owner)]),
            rows(vec![report]),
        ];
        let mut tasks = Page::new("", answers).tasks();
        // That the crisis goes on is told beside it, and has no time.
        tasks.retain(|it| it.due.is_some());
        tasks
    };
    assert!(tasks("open", "vr23", "2026-11-23T12:01:00Z").is_empty());
    let task = tasks("open", "vr23", "2026-11-23T11:30:00Z").remove(0);
    assert_eq!(task.due, NOW.parse().ok());
    has(&task.why, &["Kernteam"]);
    let seen = "2026-11-23T11:30:00Z";
    assert!(tasks("closed", "vr23", seen).is_empty() && tasks("open", "vr24", seen).is_empty());
}

#[test]
fn two_moments_are_compared_over_all_that_the_picture_holds() {
    let at = |ended: bool| -> Vec<Row> {
        let stand = |end: &'static str| if ended { end } else { "open" };
        let asked = |table, kind, text, end| {
            thing(
                table,
                "vr24",
                kind,
                &[("text", text), ("standing", stand(end))],
            )
        };
        let direction = if ended { "offering" } else { "holding" };
        let meeting = [("at", NOW), ("standing", stand("held"))];
        vec![
            stance("vr23", direction, &[("other", "vr24")]),
            asked(&ACTION, "action", "Zandzakken", "finished"),
            asked(&BOTTLENECK, "bottleneck", "Stroom", "resolved"),
            asked(&QUESTION, "question", "Hoeveel", "closed"),
            asked(&DECISION, "decision", "Ontruimen", "revoked"),
            thing(&MEETING, "vr23", "meeting", &meeting),
        ]
    };
    let drawn = |before: bool, after: bool| {
        let mut answers = whole(Vec::new());
        for moment in [before, after] {
            let all = at(moment);
            for table in paraat_incident::views::COMPARED {
                let own = all.iter().filter(|row| row.table.name == table.name);
                answers.push(rows(own.cloned().collect()));
            }
        }
        let page = Page::new("incident/{stream}/past", answers);
        let page = page.with("from", SINCE).with("until", NOW).draw();
        let start = page.find("id=\"between\"").unwrap();
        page[start..].to_owned()
    };
    let same = drawn(false, false);
    has(&same, &["Er veranderde niets"]);
    let other = drawn(false, true);
    has(
        &other,
        &[
            "Regie",
            "Zandzakken",
            "Stroom",
            "Hoeveel",
            "Ontruimen",
            "Overleg",
        ],
    );
    lacks(&other, &["Er veranderde niets"]);
}

#[test]
fn the_card_of_the_function_on_duty_lies_folded_on_the_picture() {
    let page = |team: &str| Page::new("incident/{stream}", whole(Vec::new())).with("team", team);
    let drawn = page("copi").draw();
    has(
        &drawn,
        &[
            "<details class=\"on-duty\">",
            "Uw eerste vijf stappen: Leider CoPI",
        ],
    );
    let card = drawn.split("on-duty").nth(1).unwrap();
    let card = card.split("</details>").next().unwrap();
    has(card, &["/incident/team/assemble?", "team=copi"]);
    assert_eq!(card.matches("<li>").count(), 5);
    let none = page("").draw();
    has(&none, &["Kies uw functie"]);
    lacks(&none, &["<details class=\"on-duty\">"]);
    lacks(
        &page("copi").by("vr23", Function::Reader).draw(),
        &["on-duty"],
    );
}

#[test]
fn who_was_joined_by_another_sees_by_whom_and_can_say_that_it_is_another_crisis() {
    let mut other = incident("Hoogwater Rijn", "open");
    other.stream = stream("vr24", "incident", "rijn");
    let (ours, theirs) = (crisis().to_string(), other.stream.to_string());
    let join = |from: &str, to: &str| {
        let owner = from.parse::<paraat_kernel::StreamId>().unwrap();
        row(&JOINED, owner, &[("incident", from), ("other", to)])
    };
    let page = |more: Vec<Row>| Page::new("incident/{stream}", whole(more));
    let drawn = page(vec![other.clone(), join(&theirs, &ours)]);
    has(
        &drawn.draw(),
        &[
            "Hoogwater Rijn",
            "verbonden door Regio Vierentwintig",
            "/keep-apart?with=",
        ],
    );
    lacks(
        &drawn.by("vr24", Function::Editor).draw(),
        &["/keep-apart?with="],
    );
    let apart = row(&APART, crisis(), &[("incident", &ours), ("other", &theirs)]);
    let drawn = page(vec![apart.clone(), apart]).draw();
    assert_eq!(drawn.matches("een andere crisis is").count(), 1);
    has(&drawn, &["/join?with="]);
}

#[test]
fn the_national_picture_names_every_body_and_chain_that_says_nothing() {
    let mut closed = incident("Overgedragen", "closed");
    closed.stream = stream("vr24", "incident", "dicht");
    let mut far = incident("Hoogwater Waal", "open");
    far.stream = stream("vr25", "incident", "waal");
    let join = |from: &Row, to: &str| {
        let said = [("incident", &*from.stream.to_string()), ("other", to)];
        row(&JOINED, from.stream.clone(), &said)
    };
    let part = [
        ("theme", "water"),
        ("status", "serious"),
        ("confirmed", SINCE),
    ];
    let part = row(&PART, stream("kgg", "part", "water"), &part);
    let answers = |more: Vec<Row>| -> Vec<Answer> {
        let own = incident("Hoogwater Maas", "open");
        let all = [vec![own, closed.clone(), far.clone()], more].concat();
        all.into_iter().map(|it| rows(vec![it])).collect()
    };
    let joins = vec![
        join(&closed, &crisis().to_string()),
        join(&far, &closed.stream.to_string()),
    ];
    // Two that are joined through a closed one are one crisis.
    let drawn = Page::new("national", answers([joins, vec![part]].concat())).draw();
    assert_eq!(drawn.matches("<details class=\"chains\">").count(), 1);
    has(
        &drawn,
        &[
            "14 van de 15 zeggen nog niets",
            "Energie",
            "Ernstig",
            "Zegt nog niets",
        ],
    );
    let apart = Page::new("national", answers(Vec::new())).draw();
    assert_eq!(apart.matches("<details class=\"chains\">").count(), 2);
    has(&apart, &["15 van de 15"]);
}
