// SPDX-License-Identifier: EUPL-1.2
//! Rows of a crisis made by hand, and pages drawn from them.

#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap in a test is a failing test"
)]

use std::collections::{BTreeMap, BTreeSet};

use paraat_authority::Audience;
use paraat_contract::{Answer, Help, Params, Past, Row, Rows, Scene, Table, Task, Value};
use paraat_incident::MODULE;
use paraat_incident::tables::{ACCEPTED, DIRECTION, INCIDENT, SEALED, SEALED_ENTRY};
use paraat_kernel::{
    Circle, Class, Document, Function, Label, Language, StreamId, Text, Timestamp,
};
use paraat_ui::words::{PLATFORM, Words};

/// When the pages are looked at.
pub const NOW: &str = "2026-11-23T12:00:00Z";

/// When rows came to stand as they do.
pub const SINCE: &str = "2026-11-23T10:00:00Z";

/// What somebody types who means harm.
pub const HOSTILE: &str = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>";

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

/// The crisis of vr23 that all pages are about.
pub fn crisis() -> StreamId {
    stream("vr23", "incident", "")
}

/// The address of a thing of an organisation.
pub fn stream(owner: &str, kind: &str, name: &str) -> StreamId {
    StreamId::derived(owner.parse().unwrap(), &format!("incident.{kind}"), name)
}

/// A row of a table, from the columns that matter; the others are empty.
pub fn row(table: &'static Table, stream: StreamId, said: &[(&str, &str)]) -> Row {
    for (name, _) in said {
        let mut columns = table.columns.iter();
        assert!(columns.any(|it| it.name == *name), "{} {name}", table.name);
    }
    let value = |name: &str| {
        let said = said.iter().find(|(known, _)| *known == name);
        let said = said.map_or("", |(_, value)| *value);
        match name {
            "number" | "lat" | "lon" => Value::Whole(said.parse().unwrap_or(1)),
            "incident" if said.is_empty() => crisis().to_string().into(),
            _ => said.into(),
        }
    };
    Row {
        table,
        class: Class::open(stream.owner.clone(), Circle::Partners, Label::Green),
        stream,
        part: String::new(),
        since: SINCE.parse().unwrap(),
        version: 1,
        values: table.columns.iter().map(|it| value(it.name)).collect(),
    }
}

/// The crisis itself.
pub fn incident(title: &str, standing: &str) -> Row {
    let crisis = crisis();
    let said = [
        ("title", title),
        ("sort", "incident"),
        ("phase", "warm"),
        ("standing", standing),
        ("entered", SINCE),
    ];
    row(&INCIDENT, crisis, &said)
}

/// An answer of rows.
pub fn rows(rows: Vec<Row>) -> Answer {
    let total = u64::try_from(rows.len()).unwrap();
    Answer::Rows(Rows { rows, total })
}

/// What one organisation says of the direction.
pub fn stance(owner: &str, stance: &str, more: &[(&str, &str)]) -> Row {
    let said = [&[("stance", stance), ("said", SINCE)], more].concat();
    row(&DIRECTION, stream(owner, "direction", ""), &said)
}

/// That an organisation accepted the offer that `giver` made at that moment.
pub fn accepted(owner: &str, giver: &str, offered: &str) -> Row {
    let said = [("giver", giver), ("offered", offered)];
    row(&ACCEPTED, stream(owner, "direction", ""), &said)
}

/// The answers of a page of the crisis with these rows in it.
pub fn whole(more: Vec<Row>) -> Vec<Answer> {
    let own = || incident("Hoogwater Maas", "open");
    let mut answers = vec![rows(vec![own()]), rows(vec![own()])];
    // Each table has its own answer, as in life.
    for it in more {
        answers.push(rows(vec![it]));
    }
    answers
}

/// That there is a sealed record.
pub fn sealed() -> Row {
    let said = [
        ("compartment", "medical"),
        ("team", "health"),
        ("standing", "open"),
        ("at", SINCE),
    ];
    row(&SEALED, stream("vr23", "sealed", "a"), &said)
}

/// The answers of its page, with this text wherever text may stand.
pub fn sealed_record(text: &str) -> Vec<Answer> {
    let said = [
        ("number", "1"),
        ("text", text),
        ("reason", text),
        ("function", "editor"),
        ("at", SINCE),
    ];
    let entry = row(&SEALED_ENTRY, stream("vr23", "sealed", "a"), &said);
    let of = incident(text, "open");
    vec![rows(vec![sealed()]), rows(vec![entry]), rows(vec![of])]
}

/// The history of a thing: one entry with this text.
pub fn past(text: &str) -> Answer {
    let at: Timestamp = SINCE.parse().unwrap();
    Answer::History(vec![Past {
        stream: crisis(),
        version: 1,
        event: "incident.action-given.v1".to_owned(),
        occurred: at,
        recorded: at,
        organisation: "vr23".parse().unwrap(),
        function: "editor".to_owned(),
        payload: Some(serde_json::json!({ "text": text })),
        opaque: false,
    }])
}

/// A page about to be drawn.
pub struct Page {
    path: &'static str,
    answers: Vec<Answer>,
    params: Params,
    pub audience: Audience,
}

impl Page {
    /// A page as somebody on duty at vr23 sees it.
    pub fn new(path: &'static str, answers: Vec<Answer>) -> Self {
        let mut params = Params {
            now: NOW.parse().unwrap(),
            ..Params::default()
        };
        params.path.insert("stream", crisis().to_string());
        let audience = Audience::public(Language::Nl, "Europe/Amsterdam");
        let page = Self {
            path,
            answers,
            params,
            audience,
        };
        page.by("vr23", Function::Editor)
    }

    /// The same with something behind the question mark.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.params.query = self.params.query.with(name, value);
        self
    }

    /// The same as somebody else sees it.
    pub fn by(mut self, organisation: &str, function: Function) -> Self {
        self.audience.organisation = Some(organisation.parse().unwrap());
        self.audience.functions = BTreeSet::from([function]);
        self
    }

    /// The same as somebody sees it who was let into these sealed compartments.
    pub fn let_into(mut self, compartments: &[&str]) -> Self {
        let compartments = compartments.iter().map(|it| (*it).to_owned());
        self.audience.compartments = compartments.collect();
        self
    }

    /// Draws it in Dutch, and in English to see that no word is missing there.
    pub fn draw(&self) -> String {
        self.drawn(Language::En).unwrap();
        self.drawn(Language::Nl).unwrap()
    }

    /// What the module finds to be done, from the answers of this page.
    pub fn tasks(&self) -> Vec<Task> {
        let find = MODULE.tasks.unwrap().tasks;
        self.scene(Language::Nl, |scene| find(&self.answers, scene))
    }

    /// What the form of a verb has from the answers of this page.
    pub fn help(&self, kind: &str, verb: &str) -> Help {
        let mut kinds = MODULE.kinds.iter();
        let kind = kinds.find(|it| it.name() == kind).unwrap();
        let aid = kind.aid(verb).unwrap();
        self.scene(Language::En, |scene| (aid.help)(&self.answers, scene));
        self.scene(Language::Nl, |scene| (aid.help)(&self.answers, scene))
    }

    /// Draws it in a language; none when it is not there.
    pub fn drawn(&self, language: Language) -> Option<String> {
        let mut views = MODULE.views.iter();
        let view = views.find(|view| view.path == self.path).unwrap();
        let page = self.scene(language, |scene| (view.render)(&self.answers, scene))?;
        let page = page.into_string();
        assert!(!page.contains('«') && !page.contains("{$"), "{page}");
        Some(page)
    }

    /// The document that it is as a file.
    pub fn document(&self) -> Option<Document> {
        let mut views = MODULE.views.iter();
        let view = views.find(|view| view.path == self.path).unwrap();
        let compose = view.document.unwrap();
        self.scene(Language::Nl, |scene| compose(&self.answers, scene))
    }

    fn scene<T>(&self, language: Language, ask: impl FnOnce(&Scene) -> T) -> T {
        let words = Words::new(&[PLATFORM, MODULE.words, SHELL].concat()).unwrap();
        let name = |id: &str, nl: &str, en: &str| (id.parse().unwrap(), Text::both(nl, en));
        let organisations = BTreeMap::from([
            name("vr23", "Regio Drieëntwintig", "Region Twenty-three"),
            name("vr24", "Regio Vierentwintig", "Region Twenty-four"),
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
