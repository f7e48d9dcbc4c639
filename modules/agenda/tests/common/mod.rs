// SPDX-License-Identifier: EUPL-1.2
//! Rows of the agenda made by hand, and pages drawn from them.

#![expect(dead_code, reason = "each test file uses its own part of this")]

pub mod plans;

use std::collections::{BTreeMap, BTreeSet};

use paraat_agenda::MODULE;
use paraat_agenda::tables::{ACTIVITY, AMBITION, COMMENT, EDITION, PROGRESS};
use paraat_authority::Audience;
use paraat_contract::{Answer, List, Params, Past, Row, Rows, Scene, Table, Task, Value, rows_at};
use paraat_kernel::{
    Circle, Class, Document, Function, Label, Language, OrganisationId, StreamId, Text,
};
use paraat_ui::words::{PLATFORM, Words};

/// When the pages are looked at.
pub const NOW: &str = "2026-11-23T20:00:00Z";

/// What the shell adds to the words of platform and module, as far as these pages use it.
const SHELL: &[(Language, &str)] = &[
    (
        Language::Nl,
        include_str!("../../../../platform/web/words/nl.ftl"),
    ),
    (
        Language::En,
        include_str!("../../../../platform/web/words/en.ftl"),
    ),
];

/// The address of the activity with this number.
pub fn stream(number: &str) -> StreamId {
    StreamId::derived("jenv".parse().unwrap(), "agenda.activity", number)
}

/// A row of a stream.
pub fn row(table: &'static Table, stream: StreamId, values: Vec<Value>) -> Row {
    assert_eq!(table.columns.len(), values.len(), "{}", table.name);
    Row {
        table,
        class: Class::open(stream.owner.clone(), Circle::Public, Label::Clear),
        stream,
        part: String::new(),
        since: "2026-06-01T10:00:00Z".parse().unwrap(),
        version: 1,
        values,
    }
}

/// Values that are all text.
pub fn texts(values: &[&str]) -> Vec<Value> {
    values.iter().map(|value| Value::from(*value)).collect()
}

/// An answer of rows.
pub fn rows(rows: Vec<Row>) -> Answer {
    let total = u64::try_from(rows.len()).unwrap();
    Answer::Rows(Rows { rows, total })
}

/// An activity; the last digit of its number says which of the three it is.
pub fn activity(number: &str, lead: &str) -> Row {
    let (nl, en, theme, to, period, reach) = match number {
        "1.01" => (
            "Eerste werk",
            "First work",
            "climate-nature",
            2026,
            "default",
            "both",
        ),
        "1.02" => (
            "Tweede werk",
            "Second work",
            "disinformation",
            2025,
            "span",
            "both",
        ),
        _ => ("Derde werk", "Third work", "", 2029, "from", "caribbean"),
    };
    let mut values = texts(&["slug", number, "p1", "p1-a", nl, en]);
    values.extend(texts(&[
        "Wat <script> doet.",
        "What it does.",
        "Onduidelijk in de bron.",
    ]));
    values.extend([
        Value::from("Unclear in the source."),
        Value::Whole(2024),
        Value::Whole(to),
    ]);
    let lead = Some(lead).filter(|lead| !lead.is_empty());
    values.extend([Value::from(period), Value::from(lead)]);
    values.extend(texts(&["regions,jenv", theme, reach, "4.1, punt 1"]));
    values.push(Value::Whole(1));
    row(&ACTIVITY, stream(number), values)
}

/// A report on an activity.
pub fn progress(number: &str, by: &str, status: &str, outlook: &str) -> Row {
    let activity = stream(number).to_string();
    let address = StreamId::derived(by.parse().unwrap(), "agenda.progress", &activity);
    let said = "Eerste plan klaar <script>";
    let link = "https://example.org/a?b=1&c";
    let occurred = "2026-06-01T10:00:00Z";
    row(
        &PROGRESS,
        address,
        texts(&[&activity, status, outlook, said, link, occurred, "editor"]),
    )
}

/// A comment on activity 1.01.
pub fn comment(by: &str, text: &str) -> Row {
    let activity = stream("1.01").to_string();
    let address = StreamId::derived(by.parse().unwrap(), "agenda.comment", &activity);
    row(
        &COMMENT,
        address,
        texts(&[&activity, text, by, "2026-06-02T10:00:00Z", "decider"]),
    )
}

/// The history of an activity: issued, a lead assigned, and two entries that cannot be read.
pub fn past() -> Answer {
    let entry = |version: u64, event: &str, payload, opaque| Past {
        stream: stream("1.01"),
        version,
        event: format!("agenda.{event}"),
        occurred: "2026-01-01T10:00:00Z".parse().unwrap(),
        recorded: format!("2026-0{}-01T10:00:00Z", if version == 1 { 1 } else { 5 })
            .parse::<paraat_kernel::Timestamp>()
            .unwrap()
            .checked_add(jiff::SignedDuration::from_hours(
                i64::try_from(version).unwrap(),
            ))
            .unwrap(),
        organisation: "jenv".parse().unwrap(),
        function: "decider".to_owned(),
        payload,
        opaque,
    };
    let assigned = serde_json::json!({"lead": "vr23", "reason": "Om te beginnen"});
    Answer::History(vec![
        entry(5, "activity-moved.v9", Some(serde_json::json!({})), true),
        entry(4, "activity-issued.v1", None, false),
        entry(3, "lead-assigned.v1", Some(assigned), false),
        entry(1, "activity-issued.v1", Some(serde_json::json!({})), false),
    ])
}

/// The answers for the four pages of the whole agenda.
pub fn agenda(activities: Vec<Row>, progress: Vec<Row>) -> Vec<Answer> {
    let issuer: OrganisationId = "jenv".parse().unwrap();
    let at = |kind: &str, name: &str| StreamId::derived(issuer.clone(), kind, name);
    let heading = |slug: &str, pillar: &str, number: &str, nl: &str, en: &str| {
        let values = texts(&[slug, pillar, number, nl, en, "Waarom.", "Why."]);
        row(&AMBITION, at("agenda.ambition", slug), values)
    };
    let mut edition = texts(&["lac", "Landelijke Agenda", "National Agenda"]);
    edition.extend([Value::Whole(2024), Value::Whole(2029)]);
    edition.extend(texts(&[
        "De nummers zijn van ons.",
        "The numbers are ours.",
        "29517",
    ]));
    vec![
        rows(vec![row(&EDITION, at("agenda.edition", "lac"), edition)]),
        rows(vec![
            heading("p1", "", "1", "Voorbereiding", "Preparation"),
            heading("p1-a", "p1", "1A", "Samen kiezen", "Choose together"),
        ]),
        rows(activities),
        rows(progress),
    ]
}

/// A page about to be drawn.
pub struct Page {
    path: &'static str,
    answers: Vec<Answer>,
    /// What came with the address.
    pub params: Params,
    audience: Audience,
}

impl Page {
    /// A page as a reader of region 25 sees it.
    pub fn new(path: &'static str, answers: Vec<Answer>) -> Self {
        let params = Params {
            now: NOW.parse().unwrap(),
            ..Params::default()
        };
        let audience = Audience::public(Language::Nl, "Europe/Amsterdam");
        let page = Self {
            path,
            answers,
            params,
            audience,
        };
        page.by("vr25", Function::Reader)
    }

    /// The same with something behind the question mark.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.params.query = self.params.query.with(name, value);
        self
    }

    /// The same about this stream.
    pub fn at(mut self, stream: &StreamId) -> Self {
        self.params.path.insert("stream", stream.to_string());
        self
    }

    /// The same with this in its path.
    pub fn within(mut self, name: &'static str, value: &str) -> Self {
        self.params.path.insert(name, value.to_owned());
        self
    }

    /// The same as somebody else sees it.
    pub fn by(mut self, organisation: &str, function: Function) -> Self {
        self.audience.organisation = Some(organisation.parse().unwrap());
        self.audience.functions = BTreeSet::from([function]);
        self
    }

    /// The same as everyone sees it.
    pub fn public(mut self) -> Self {
        self.audience = Audience::public(Language::Nl, "Europe/Amsterdam");
        self
    }

    /// The lines of a list, from the activities and answers of this page.
    pub fn lines(&self, list: &List) -> Vec<Vec<Value>> {
        let found = rows_at(&self.answers, 2);
        self.scene(Language::Nl, |scene| {
            (list.lines)(found, &self.answers, scene)
        })
    }

    /// Draws it in Dutch, and in English to see that no word is missing there.
    pub fn draw(&self) -> String {
        self.drawn(Language::En).unwrap();
        self.drawn(Language::Nl).unwrap()
    }

    /// What the module finds to be done, from the answers of this page.
    pub fn tasks(&self, language: Language) -> Vec<Task> {
        let find = MODULE.tasks.unwrap().tasks;
        self.scene(language, |scene| find(&self.answers, scene))
    }

    /// Draws it in a language; none when it is not there.
    pub fn drawn(&self, language: Language) -> Option<String> {
        let view = MODULE
            .views
            .iter()
            .find(|view| view.path == self.path)
            .unwrap();
        let page = self.scene(language, |scene| (view.render)(&self.answers, scene))?;
        let page = page.into_string();
        assert!(!page.contains('«') && !page.contains("{$"), "{page}");
        Some(page)
    }

    /// The document that it is as a file.
    pub fn document(&self, language: Language) -> Option<Document> {
        let mut views = MODULE.views.iter();
        let view = views.find(|view| view.path == self.path).unwrap();
        let compose = view.document.unwrap();
        self.scene(language, |scene| compose(&self.answers, scene))
    }

    fn scene<T>(&self, language: Language, ask: impl FnOnce(&Scene) -> T) -> T {
        let words = Words::new(&[PLATFORM, MODULE.words, SHELL].concat()).unwrap();
        let name = |id: &str, nl: &str, en: &str| (id.parse().unwrap(), Text::both(nl, en));
        let organisations = BTreeMap::from([
            name("jenv", "Ministerie", "Ministry"),
            name("vr23", "Regio Drieëntwintig", "Region Twenty-three"),
        ]);
        let audience = Audience {
            language,
            ..self.audience.clone()
        };
        let scene = Scene {
            audience: &audience,
            words: &words,
            params: &self.params,
            organisations: &organisations,
            head: None,
        };
        ask(&scene)
    }
}
