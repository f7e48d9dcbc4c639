// SPDX-License-Identifier: EUPL-1.2
//! Lists of a real node with the real agenda: out in three formats, and in again.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "what fails in a test is a failing test"
)]

mod common;

use common::{Scratch, Server, paraat};
use paraat_sheets::{Column, Format, Kind, Limits, Sheet, Table, Writer, read};
use serde_json::Value;

/// Lists that come back in, each with an account that may.
const IN: &[(&str, &str)] = &[
    ("agenda/activities", "editor-jenv"),
    ("agenda/progress", "editor-vr23"),
    ("agenda/own", "editor-vr23"),
    ("agenda/weighed", "editor-jenv"),
    ("agenda/means", "editor-jenv"),
    ("registers/organisations", "editor-vr23"),
    ("registers/records", "editor-vr23"),
    ("trust/members", "editor-jenv"),
];

struct Node {
    server: Server,
    scratch: Scratch,
}

impl Node {
    fn new(name: &str) -> Self {
        let scratch = Scratch::new(name);
        let server = Server::demo(&scratch.path("node"));
        Self { server, scratch }
    }

    fn bearer(&self, name: &str) -> String {
        format!("Bearer {}", self.server.token(name))
    }

    fn out(&self, bearer: &str, list: &str, format: &str) -> Vec<u8> {
        let path = format!("/v1/lists/{list}?as={format}");
        let headers = [("Authorization", bearer)];
        let answer = self
            .server
            .try_request("GET", &path, &headers, b"")
            .unwrap();
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.bytes()
    }

    fn take(&self, bearer: &str, list: &str, keep: &str, bytes: &[u8]) -> (u16, Value) {
        let path = format!("/v1/lists/{list}?keep={keep}");
        let headers = [("Authorization", bearer)];
        let answer = self
            .server
            .try_request("POST", &path, &headers, bytes)
            .unwrap();
        let said = serde_json::from_str(&answer.body).unwrap_or(Value::String(answer.body));
        (answer.status, said)
    }

    /// A region leads the first ten activities.
    fn lead_ten(&self) {
        let jenv = self.bearer("editor-jenv");
        let mut list = table(&self.out(&jenv, "agenda/activities", "csv"));
        let lead = column(&list, "Trekker");
        for line in &mut list.rows[..10] {
            line.cells[lead] = "vr23".to_owned();
        }
        let leads = written(&list, Format::Csv);
        let (status, said) = self.take(&jenv, "agenda/activities", "all", &leads);
        assert_eq!(status, 200, "{said}");
    }

    fn entries(&self) -> String {
        let said = paraat(&["verify", "--data", self.server.data.to_str().unwrap()]);
        assert!(said.status.success());
        let said = String::from_utf8(said.stdout).unwrap();
        said.lines()
            .find(|line| line.contains("entries"))
            .unwrap()
            .to_owned()
    }
}

fn table(bytes: &[u8]) -> Table {
    read(bytes, &Limits::default()).unwrap()
}

fn column(table: &Table, name: &str) -> usize {
    table.header.iter().position(|it| it == name).unwrap()
}

/// The same table as a file, every cell as text: what a spreadsheet program leaves of numbers that
/// somebody typed into cells of text.
fn written(table: &Table, format: Format) -> Vec<u8> {
    let columns = table
        .header
        .iter()
        .map(|name| Column::new(name, Kind::Text));
    let sheet = Sheet {
        title: "Blad1".to_owned(),
        language: "nl".to_owned(),
        columns: columns.collect(),
    };
    let mut writer = Writer::new(format, &sheet, Vec::new()).unwrap();
    for line in &table.rows {
        writer.row(&line.cells).unwrap();
    }
    writer.finish().unwrap()
}

/// The same table with its columns in another order and one more that is not ours.
fn shuffled(table: &Table) -> Table {
    let mut other = table.clone();
    other.header.reverse();
    other.header.insert(1, "Eigen aantekening".to_owned());
    for line in &mut other.rows {
        line.cells.reverse();
        line.cells.insert(1, "zelf nagaan".to_owned());
    }
    other
}

/// The same table as older programs write it: Windows-1252, with semicolons. What that has no
/// character for is left out, line and all.
fn old(table: &Table) -> Vec<u8> {
    let mut bytes = Vec::new();
    let fits = |text: &String| text.chars().all(|c| u32::from(c) < 0x100);
    let head = table
        .header
        .iter()
        .map(|it| it.replace('’', "\u{92}"))
        .collect::<Vec<_>>();
    let lines = table.rows.iter().map(|line| line.cells.clone());
    let lines = lines.filter(|cells| cells.iter().all(fits));
    for cells in std::iter::once(head).chain(lines) {
        let quoted = cells
            .iter()
            .map(|it| format!("\"{}\"", it.replace('"', "\"\"")));
        let line = quoted.collect::<Vec<_>>().join(";");
        bytes.extend(line.chars().map(|c| u8::try_from(u32::from(c)).unwrap()));
        bytes.extend(b"\r\n");
    }
    bytes
}

#[test]
fn what_goes_out_and_comes_back_unchanged_changes_nothing() {
    let node = Node::new("lists-round");
    let before = node.entries();
    for (list, account) in IN {
        let bearer = node.bearer(account);
        for format in Format::ALL {
            let bytes = node.out(&bearer, list, format.extension());
            if *list == "trust/members" {
                // Nobody made a circle yet: a list without lines is a list.
                assert!(table(&bytes).rows.is_empty());
                continue;
            }
            let whole = table(&bytes);
            let lines = whole.rows.len() as u64;
            assert!(lines > 40, "{list}: {lines}");
            let files = [
                ("as it came", bytes, lines),
                ("as text", written(&whole, format), lines),
                ("shuffled", written(&shuffled(&whole), format), lines),
            ];
            for (how, bytes, lines) in files {
                let (status, said) = node.take(&bearer, list, "all", &bytes);
                assert_eq!(status, 200, "{list} {format:?} {how}: {said}");
                assert_eq!(said["unchanged"], lines, "{list} {format:?} {how}: {said}");
                assert_eq!(said["recorded"], 0, "{list} {format:?} {how}");
            }
        }
        if *list != "trust/members" {
            let whole = table(&node.out(&bearer, list, "xlsx"));
            let (status, said) = node.take(&bearer, list, "all", &old(&whole));
            assert_eq!(
                (status, said["recorded"].as_u64()),
                (200, Some(0)),
                "{said}"
            );
            assert!(said["unchanged"].as_u64() > Some(20), "{list}: {said}");
            let about = said["about"].to_string();
            assert!(
                about.contains("Windows-1252") && about.contains("puntkomma"),
                "{about}"
            );
        }
    }
    assert_eq!(node.entries(), before);
}

#[test]
fn lists_that_only_go_out_take_nothing() {
    let node = Node::new("lists-out");
    let bearer = node.bearer("editor-vr23");
    let only_out = [
        "agenda/comments",
        "agenda/translations",
        "agenda/gaps",
        "trust/circles",
        "trust/keys",
    ];
    for list in only_out {
        let bytes = node.out(&bearer, list, "ods");
        assert!(!table(&bytes).header.is_empty());
        let (status, said) = node.take(&bearer, list, "all", &bytes);
        assert_eq!(status, 405, "{said}");
    }
    // A line for each cell that may be told: nobody was heard yet, so one's own.
    for list in ["agenda/translations", "agenda/gaps"] {
        let lines = table(&node.out(&bearer, list, "csv")).rows.len();
        assert_eq!(lines, 48, "{list}");
    }
    let bearer_header = [("Authorization", bearer.as_str())];
    for (path, status) in [
        ("/v1/lists/agenda/nothing", 404),
        ("/v1/lists/agenda/activities?as=pdf", 400),
        ("/v1/lists/agenda/activities?lead=none&as=csv", 200),
    ] {
        assert_eq!(
            node.server.get(path, &bearer_header).status,
            status,
            "{path}"
        );
    }
}

#[test]
fn the_good_lines_are_taken_and_each_bad_one_is_named_with_column_and_reason() {
    let node = Node::new("lists-good");
    let (jenv, vr23) = (node.bearer("editor-jenv"), node.bearer("editor-vr23"));
    let mut list = table(&node.out(&jenv, "agenda/activities", "xlsx"));
    let [lead, title, year] =
        ["Trekker", "Titel in het Nederlands", "Eerste jaar"].map(|name| column(&list, name));
    list.rows[0].cells[lead] = "Veiligheidsregio Limburg-Noord".to_owned();
    list.rows[1].cells[title] = "=HYPERLINK(\"http://kwaad.example\")".to_owned();
    list.rows[2].cells[year] = "tweeduizend".to_owned();
    list.rows[3].cells[lead] = "Bestaat Niet".to_owned();
    let bytes = written(&list, Format::Ods);
    let (status, said) = node.take(&jenv, "agenda/activities", "all", &bytes);
    assert_eq!(status, 422, "{said}");
    let bad: Vec<(u64, &str, &str)> = said["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            let text = |name: &str| it[name].as_str().unwrap();
            (it["line"].as_u64().unwrap(), text("column"), text("reason"))
        })
        .collect();
    let wanted = [
        (4, "fromYear", "field-not-a-whole"),
        (5, "lead", "list-no-organisation"),
    ];
    assert_eq!(bad, wanted, "{said}");
    let (status, said) = node.take(&jenv, "agenda/activities", "nothing", &bytes);
    assert_eq!((status, said["changed"].as_u64()), (200, Some(2)), "{said}");
    let (status, said) = node.take(&jenv, "agenda/activities", "good", &bytes);
    assert_eq!(
        (status, said["recorded"].as_u64()),
        (200, Some(2)),
        "{said}"
    );
    // The formula is a text, in whatever format it goes out again.
    for format in ["csv", "xlsx", "ods"] {
        let again = table(&node.out(&jenv, "agenda/activities", format));
        assert!(
            again.rows[1].cells[title].starts_with("=HYPERLINK"),
            "{format}"
        );
        assert_eq!(again.rows[0].cells[lead], "Veiligheidsregio Limburg-Noord");
    }
    let csv = String::from_utf8(node.out(&jenv, "agenda/activities", "csv")).unwrap();
    assert!(csv.contains("'=HYPERLINK"), "a formula in the CSV file");
    // The file was made before: what was changed meanwhile is refused, line by line.
    list.rows[1].cells[title] = "Weer anders".to_owned();
    let old = written(&list, Format::Xlsx);
    let (_, said) = node.take(&jenv, "agenda/activities", "nothing", &old);
    let stale = said["lines"].as_array().unwrap();
    let stale = stale
        .iter()
        .find(|it| it["reason"] == "list-line-stale")
        .unwrap();
    assert_eq!(stale["line"], 3, "{said}");
    // Nobody else issues the agenda.
    let (status, said) = node.take(&vr23, "agenda/activities", "good", &old);
    assert_eq!(
        (status, said["recorded"].as_u64()),
        (200, Some(0)),
        "{said}"
    );
    assert_eq!(said["lines"][0]["reason"], "permit-other-organisation");
}

#[test]
fn a_lead_reports_by_its_list_and_a_region_corrects_by_its_list() {
    let node = Node::new("lists-lead");
    let vr23 = node.bearer("editor-vr23");
    node.lead_ten();
    let mut list = table(&node.out(&vr23, "agenda/progress", "ods"));
    let [status, outlook, lead] =
        ["Stand", "Ten opzichte van de planning", "Trekker"].map(|it| column(&list, it));
    let own: Vec<usize> = (0..list.rows.len())
        .filter(|at| list.rows[*at].cells[lead] == "Veiligheidsregio Limburg-Noord")
        .collect();
    assert!(own.len() >= 10);
    for at in &own {
        list.rows[*at].cells[status] = "in uitvoering".to_owned();
        list.rows[*at].cells[outlook] = "On track".to_owned();
    }
    let bytes = written(&list, Format::Ods);
    let (code, said) = node.take(&vr23, "agenda/progress", "all", &bytes);
    assert_eq!(
        (code, said["recorded"].as_u64()),
        (200, Some(own.len() as u64)),
        "{said}"
    );
    let (_, said) = node.take(&vr23, "agenda/progress", "all", &bytes);
    assert_eq!(
        (said["recorded"].as_u64(), said["changed"].as_u64()),
        (Some(0), Some(0)),
        "{said}"
    );
    let mut list = table(&node.out(&vr23, "registers/organisations", "xlsx"));
    let [name, source] =
        ["Naam in het Nederlands", "Bron van uw correctie"].map(|it| column(&list, it));
    let at = list
        .rows
        .iter()
        .position(|line| line.cells[0] == "vr23")
        .unwrap();
    list.rows[at].cells[name] = "VR Limburg-Noord".to_owned();
    let bytes = written(&list, Format::Xlsx);
    let (code, said) = node.take(&vr23, "registers/organisations", "all", &bytes);
    assert_eq!(
        (code, &said["lines"][0]["column"]),
        (422, &Value::from("source")),
        "{said}"
    );
    list.rows[at].cells[source] = "eigen opgave".to_owned();
    let bytes = written(&list, Format::Xlsx);
    let (code, said) = node.take(&vr23, "registers/organisations", "all", &bytes);
    assert_eq!((code, said["recorded"].as_u64()), (200, Some(1)), "{said}");
}

/// A file that was filled in comes into another node, and what goes out there is the same but for
/// the versions.
fn moves_over(list: &str, fill: &dyn Fn(&mut Table)) {
    let account = "editor-vr23";
    let name = list.replace('/', "-");
    let here = Node::new(&format!("lists-from-{name}"));
    here.lead_ten();
    let bearer = here.bearer(account);
    let mut filled = table(&here.out(&bearer, list, "xlsx"));
    fill(&mut filled);
    let bytes = written(&filled, Format::Ods);
    let (status, said) = here.take(&bearer, list, "all", &bytes);
    assert_eq!(status, 200, "{list}: {said}");
    let recorded = said["recorded"].as_u64();
    assert!(recorded > Some(1), "{list}: {said}");
    for format in Format::ALL {
        let out = here.out(&bearer, list, format.extension());
        let (_, said) = here.take(&bearer, list, "all", &out);
        assert_eq!(said["recorded"], 0, "{list} {format:?}: {said}");
        assert_eq!(said["changed"], 0, "{list} {format:?}: {said}");
    }
    let out = here.out(&bearer, list, "ods");
    let there = Node::new(&format!("lists-to-{name}"));
    there.lead_ten();
    let bearer = there.bearer(account);
    let (status, said) = there.take(&bearer, list, "all", &out);
    assert_eq!(
        (status, said["recorded"].as_u64()),
        (200, recorded),
        "{said}"
    );
    let (out, again) = (table(&out), table(&there.out(&bearer, list, "ods")));
    let version = out.header.iter().position(|it| it == "Versie");
    for (one, other) in out.rows.iter().zip(&again.rows) {
        for (at, (one, other)) in one.cells.iter().zip(&other.cells).enumerate() {
            assert!(one == other || Some(at) == version, "{list}: {one} {other}");
        }
    }
    assert_eq!(out.rows.len(), again.rows.len());
}

#[test]
fn a_region_fills_in_its_translation_in_a_spreadsheet() {
    moves_over("agenda/own", &|list| {
        let [stance, plan, reason] =
            ["Hoe neemt uw organisatie dit op?", "Plan", "Reden"].map(|name| column(list, name));
        for line in &mut list.rows[..20] {
            line.cells[stance] = "deels opgenomen".to_owned();
            line.cells[plan] = "Beleidsplan".to_owned();
            line.cells[reason] = "=1+1; met \"aanhaling\"\nen een regel".to_owned();
        }
    });
}

/// The lines of what vr23 leads.
fn led(list: &mut Table) -> impl Iterator<Item = &mut paraat_sheets::Line> {
    let lead = column(list, "Trekker");
    let ours = move |line: &&mut paraat_sheets::Line| line.cells[lead].contains("Limburg-Noord");
    list.rows.iter_mut().filter(ours)
}

#[test]
fn a_lead_declares_for_the_islands_in_a_spreadsheet() {
    moves_over("agenda/weighed", &|list| {
        let [outcome, reasons, text] =
            ["Wat geldt voor dit eiland?", "Redenen", "Uitleg"].map(|name| column(list, name));
        for (at, line) in led(list).enumerate() {
            line.cells[outcome] = "Pas toe: het geldt ook hier".to_owned();
            if at == 0 {
                line.cells[outcome] = "Leg uit: het geldt hier niet".to_owned();
                line.cells[reasons] = "distance,culture".to_owned();
                line.cells[text] = "De afstand is te groot.".to_owned();
            }
        }
    });
}

#[test]
fn a_lead_declares_means_in_a_spreadsheet() {
    moves_over("agenda/means", &|list| {
        let [need, amount, why] =
            ["Wat is er nodig?", "Bedrag in hele euro’s", "Toelichting"].map(|it| column(list, it));
        for line in led(list) {
            line.cells[need] = "Extra middelen nodig".to_owned();
            line.cells[amount] = "250000".to_owned();
            line.cells[why] = "Een oefening erbij".to_owned();
        }
    });
}

#[test]
fn one_bad_line_of_a_translation_is_named_and_the_good_ones_are_taken_when_asked() {
    let node = Node::new("lists-own");
    let vr23 = node.bearer("editor-vr23");
    let mut list = table(&node.out(&vr23, "agenda/own", "xlsx"));
    let [stance, plan] =
        ["Hoe neemt uw organisatie dit op?", "Plan"].map(|name| column(&list, name));
    for line in &mut list.rows[..3] {
        line.cells[stance] = "opgenomen".to_owned();
    }
    list.rows[0].cells[plan] = "Crisisplan".to_owned();
    list.rows[1].cells[plan] = "Crisisplan".to_owned();
    list.rows[2].cells[plan] = String::new();
    let bytes = written(&list, Format::Csv);
    let (status, said) = node.take(&vr23, "agenda/own", "all", &bytes);
    let bad = &said["lines"][0];
    assert_eq!(
        (status, bad["line"].as_u64(), &bad["column"], &bad["reason"]),
        (
            422,
            Some(4),
            &"plan".into(),
            &"agenda-refusal-plan-missing".into()
        ),
        "{said}"
    );
    let (status, said) = node.take(&vr23, "agenda/own", "good", &bytes);
    assert_eq!(
        (status, said["recorded"].as_u64()),
        (200, Some(2)),
        "{said}"
    );
    // A draft is its owner's alone: it changes nothing that another organisation is given.
    let other = table(&node.out(&node.bearer("editor-vr24"), "agenda/own", "csv"));
    assert!(other.rows.iter().all(|line| line.cells[plan].is_empty()));
    let adopted = node.take(&vr23, "agenda/translations", "good", &bytes);
    assert_eq!(adopted.0, 405, "{}", adopted.1);
    assert!(
        adopted.1.to_string().contains("alleen naar buiten"),
        "{}",
        adopted.1
    );
}

#[test]
fn members_come_in_by_a_list_once() {
    let node = Node::new("lists-members");
    let jenv = node.bearer("editor-jenv");
    let made = r#"{"name": "Hoogwater", "purpose": "oefenen"}"#;
    let headers = common::json(&jenv, "");
    let made = node.server.post("/v1/trust/circle/make", &headers, made);
    assert_eq!(made.status, 201, "{}", made.body);
    let mut list = table(&node.out(&jenv, "trust/members", "xlsx"));
    let mut line = list.rows[0].clone();
    line.cells[1] = "Veiligheidsregio Zuid-Limburg".to_owned();
    list.rows.push(line);
    let bytes = written(&list, Format::Xlsx);
    for recorded in [1, 0] {
        let (status, said) = node.take(&jenv, "trust/members", "all", &bytes);
        assert_eq!(
            (status, said["recorded"].as_u64()),
            (200, Some(recorded)),
            "{said}"
        );
    }
}

#[test]
fn the_command_line_does_the_same() {
    let node = Node::new("lists-command");
    let data = node.server.data.to_str().unwrap();
    let file = node.scratch.path("voortgang.xlsx");
    let file = file.to_str().unwrap();
    let out = [
        "export",
        "progress",
        file,
        "--as",
        "editor-vr23",
        "--data",
        data,
    ];
    let said = paraat(&out);
    assert!(
        said.status.success(),
        "{}",
        String::from_utf8_lossy(&said.stderr)
    );
    let back = [
        "import",
        "agenda/progress",
        file,
        "--as",
        "editor-vr23",
        "--data",
        data,
    ];
    let said = paraat(&back);
    let text = String::from_utf8(said.stdout).unwrap();
    assert!(
        text.contains("changed 0") && text.contains("recorded 0"),
        "{text}"
    );
    let mut list = table(&std::fs::read(file).unwrap());
    let status = column(&list, "Stand");
    list.rows[4].cells[status] = "Klaar".to_owned();
    std::fs::write(file, written(&list, Format::Xlsx)).unwrap();
    let said = paraat(&back);
    assert_eq!(said.status.code(), Some(1));
    let text = String::from_utf8(said.stderr).unwrap();
    assert!(text.contains("6\tStand\t"), "{text}");
    for wrong in [
        [
            "import",
            "nothing",
            file,
            "--as",
            "editor-vr23",
            "--data",
            data,
        ],
        ["import", "progress", file, "--as", "nobody", "--data", data],
        [
            "import",
            "comments",
            file,
            "--as",
            "editor-vr23",
            "--data",
            data,
        ],
    ] {
        assert_eq!(paraat(&wrong).status.code(), Some(2), "{wrong:?}");
    }
}
