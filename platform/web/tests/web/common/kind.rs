// SPDX-License-Identifier: EUPL-1.2
//! A module for the tests: notes that are written and amended.

use maud::html;
use paraat_authority::{Ability, Act};
use paraat_contract::{
    Aid, Answer, CARDS, Change, EventName, Help, Holds, Home, Import, Intake, Item, Kind, Line,
    List, ListColumn, Mode, Module, Nav, Params, PlainText, Proposal, Query, Recorded, Refusal,
    Role, Scene, Scope, Task, Tasks, Verb, View, Want, erase,
};
use paraat_kernel::{Circle, Document, Given, Label, Language, StreamId};
use paraat_ui::field::{Field, Input, Shape, Typed};

pub struct Note;

pub const WRITE: &[Field] = &[
    Field::given_many(
        "about",
        Shape::Stream {
            module: "notes",
            kind: "note",
        },
    ),
    Field::required("title", Shape::Line(40)),
    Field::optional("mood", Shape::Choice(&["calm", "busy"])),
    Field::optional("tags", Shape::Choices(&["red", "blue"])),
    Field::optional("count", Shape::Whole(1, 9)),
    Field::optional("text", Shape::Paragraphs(400)),
    Field::optional("at", Shape::Moment),
];

impl Kind for Note {
    type State = ();
    type Event = ();
    type Command = StreamId;
    const MODULE: &'static str = "notes";
    const NAME: &'static str = "note";
    const VERBS: &'static [Verb] = &[
        Verb {
            name: "write",
            fields: WRITE,
            mode: Mode::Append,
            scope: Scope::Kind,
        },
        Verb {
            name: "amend",
            fields: &[Field::required("title", Shape::Line(40))],
            mode: Mode::Exact,
            scope: Scope::Stream,
        },
    ];
    const EVENTS: &'static [EventName] = &[EventName("note-written", 1)];

    fn read(_verb: &str, input: &Input) -> Option<StreamId> {
        input.stream("about")
    }
    fn refers(command: &StreamId) -> Vec<StreamId> {
        vec![command.clone()]
    }
    fn home(_command: &StreamId, given: &Given) -> Home {
        Home {
            stream: given.stream.clone(),
            circle: Circle::Partners,
            label: Label::Green,
        }
    }
    fn act(_command: &StreamId, _state: &(), given: &Given) -> Result<Act, Refusal> {
        Ok(Act {
            ability: Ability::Write,
            of: given.actor.organisation.clone(),
        })
    }
    fn decide(_state: &(), _command: StreamId, _given: &Given) -> Result<Vec<()>, Refusal> {
        Ok(vec![()])
    }
    fn evolve(_state: &mut (), _event: &()) {}
    fn rows(_state: &(), _event: &(), _recorded: &Recorded) -> Vec<Change> {
        Vec::new()
    }
    fn name(_event: &()) -> EventName {
        EventName("note-written", 1)
    }
    fn payload(_event: &()) -> serde_json::Result<serde_json::Value> {
        Ok(serde_json::json!({}))
    }
    fn event(_name: &str, _version: u32, _payload: serde_json::Value) -> Option<()> {
        Some(())
    }
    fn aid(verb: &str) -> Option<Aid> {
        (verb == "write").then_some(Aid {
            needs,
            help: |_answers, scene| {
                let looked = scene.params.query.get("title");
                let found = html! { "Lijkt op " b { (looked) } };
                let fact = ("about", html! { em { "uit het dossier" } });
                Help {
                    typed: Typed::default()
                        .with("text", "Staat al vast. ".repeat(60))
                        .with("nowhere", "x"),
                    facts: looked.is_empty().then_some(fact).into_iter().collect(),
                    beside: vec![("title", found)],
                    ..Help::default()
                }
            },
            looks: Some("title"),
        })
    }
    fn lands(_command: &StreamId, stream: &StreamId) -> String {
        format!("/notes/note/{stream}")
    }
}

fn needs(_params: &Params) -> Vec<paraat_contract::Need> {
    Vec::new()
}

fn index(_answers: &[Answer], scene: &Scene<'_>) -> Option<maud::Markup> {
    let word = scene.params.query.get("word");
    let title = format!("{} & {word}", scene.say("notes-nav"));
    Some(html! { (scene.bar(&title, html! {}, html! {})) p { (word) } })
}

/// Only the known stream has a page.
fn one(_answers: &[Answer], scene: &Scene<'_>) -> Option<maud::Markup> {
    let stream = scene.params.stream("stream")?;
    (stream == crate::common::known()).then(|| html! { h1 { "note" } })
}

fn bursts(_answers: &[Answer], _scene: &Scene<'_>) -> Option<maud::Markup> {
    panic!("a defect of a view");
}

/// One task that is late, and more that only wait than the start page has lines.
fn tasks() -> Vec<Task> {
    let task = |title: String, due: Option<&str>| Task {
        title,
        href: "/notes".to_owned(),
        why: "Omdat het <moet>.".to_owned(),
        act: due.map(|_| ("Nu doen".to_owned(), "/notes/note/write".to_owned())),
        due: due.map(|due| due.parse().unwrap()),
    };
    let late = task("Schrift inleveren".to_owned(), Some("2026-11-01T10:00:00Z"));
    let waiting = (1..=21).map(|at| task(format!("Wachter {at}."), None));
    std::iter::once(late).chain(waiting).collect()
}

/// Notes as lines: each writes a note and gives it another title.
static NOTES: List = List {
    name: "notes",
    title: "notes-nav",
    columns: &[
        ListColumn::own("title", "notes-note-write-title", Holds::Text).role(Role::Name),
        ListColumn::own("text", "notes-note-write-text", Holds::Text),
    ],
    needs,
    rows: |_params| Query::all(&CARDS),
    lines: |_rows, _answers, _scene| Vec::new(),
    import: Some(Import {
        may: |scene| scene.audience.organisation.is_some(),
        wants,
        found_by: None,
        nothing_new: &["notes-refusal-same"],
    }),
};

fn wants(line: &Line, _scene: &Scene<'_>) -> Result<Vec<Want>, Refusal> {
    let known = crate::common::known();
    let want = |verb, title: &str| Want {
        kind: "note",
        verb,
        target: None,
        typed: Typed::default().with("title", title),
        seen: None,
        column: "text",
    };
    let mut write = want("write", line.get("title"));
    write.typed = write.typed.with("about", known.to_string());
    let mut amend = want("amend", line.get("text"));
    amend.target = Some(known);
    Ok(vec![write, amend])
}

/// Each line that is pasted is a note.
const INTAKE: Intake = Intake {
    read: |handed, _scene| {
        let text = String::from_utf8_lossy(&handed.bytes);
        let item = |title: &str| Item {
            ticked: true,
            typed: Typed::default().with("title", title),
            wrong: Vec::new(),
        };
        Proposal {
            about: handed.about.clone(),
            items: text.lines().map(item).collect(),
            said: vec![format!("file {:?}", handed.name)],
            ..Proposal::default()
        }
    },
    want: |item, _proposal, _scene| Want {
        kind: "note",
        verb: "write",
        target: None,
        typed: item
            .typed
            .clone()
            .with("about", crate::common::known().to_string()),
        seen: None,
        column: "",
    },
    draw: |proposal, _answers, scene| {
        Some(html! {
            (scene.bar("Plakken", html! {}, html! {}))
            p { (proposal.wrong.as_deref().unwrap_or_default()) }
            p { "recorded " (proposal.recorded.as_ref().map_or(0, |it| it.0)) }
            p { (proposal.said.join(" ")) " team " (proposal.about.get("team")) }
            form method="post" {
                input type="hidden" name="key" value=(proposal.key);
                textarea name="text" { (proposal.about.get("text")) }
            }
            @for item in &proposal.items {
                li { (item.typed.get("title")) ": " (item.wrong.join(" ")) }
            }
        })
    },
    lands: |_params, receipts| format!("/notes/paste?count={}", receipts.len()),
};

fn document(_answers: &[Answer], scene: &Scene<'_>) -> Option<Document> {
    let day = "2026-11-23".parse().ok()?;
    let title = scene.say("notes-nav");
    let mut document = Document::new(scene.language(), title, "", day, scene.params.now);
    document.marking = "TLP:GREEN".to_owned();
    Some(document)
}

pub static MODULE: Module = Module {
    name: "notes",
    kinds: &[&erase::<Note>()],
    tables: &[],
    baseline: Vec::new,
    views: &[
        View {
            path: "",
            title: "notes-nav",
            needs,
            render: index,
            topics: &["note"],
            document: Some(document),
            lists: &[&NOTES],
            ..View::PLAIN
        },
        View {
            path: "note/{stream}",
            title: "notes-nav",
            needs,
            render: one,
            topics: &[],
            ..View::PLAIN
        },
        View {
            path: "own",
            title: "notes-own",
            needs,
            render: index,
            from_start: true,
            ..View::PLAIN
        },
        View {
            path: "paste",
            title: "notes-nav",
            needs,
            render: index,
            intake: Some(INTAKE),
            text: Some(|_answers, scene| {
                Some(PlainText {
                    name: scene.say("notes-nav"),
                    text: "één\n".to_owned(),
                })
            }),
            ..View::PLAIN
        },
        View {
            path: "bursts",
            title: "notes-nav",
            needs,
            render: bursts,
            topics: &[],
            ..View::PLAIN
        },
    ],
    tasks: Some(Tasks {
        needs: |_audience, _now| Vec::new(),
        tasks: |_answers, _scene| tasks(),
        topics: &["note"],
    }),
    public: None,
    outgoing: None,
    nav: Some(Nav {
        label: "notes-nav",
        icon: "comment",
    }),
    words: &[(Language::Nl, WORDS), (Language::En, WORDS)],
};

const WORDS: &str = "
notes-nav = Notities
notes-own = Ons schrift
notes-note-write = Vastleggen
notes-note-write-about = Over
notes-note-write-title = Titel
notes-note-write-mood = Stemming
notes-note-write-tags = Kleuren
notes-note-write-count = Aantal
notes-note-write-text = Tekst
notes-note-write-at = Moment
notes-note-amend = Verbeteren
notes-note-amend-title = Titel
notes-note-mood-calm = Rustig
notes-note-mood-busy = Druk
notes-note-tags-red = Rood
notes-note-tags-blue = Blauw
notes-refusal-same = Dat stond er al.
notes-refusal-full = Het schrift is vol: { $most } notities.
";
