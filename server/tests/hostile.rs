// SPDX-License-Identifier: EUPL-1.2
//! Files that are odd, or made to harm, through the import of a real node: each gets its sentence
//! in both languages, and none is taken in by half.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that fails here is a failing test"
)]

mod common;
#[path = "../../codecs/sheets/tests/sheets/common.rs"]
#[expect(dead_code, reason = "other tests use the other parts of these files")]
mod files;

use common::{Scratch, Server, activity};
use files::{BOOK, ODS_TYPE, STRINGS, ods_rows, xlsx, xlsx_of, zip};
use serde_json::Value;

/// What a file comes to: the status, and the sentences about it in Dutch and in English.
type Said = (u16, [String; 2]);

struct Node {
    server: Server,
    bearer: String,
    _scratch: Scratch,
}

impl Node {
    fn new(name: &str, account: &str) -> Self {
        let scratch = Scratch::new(name);
        let server = Server::demo(&scratch.path("node"));
        let bearer = format!("Bearer {}", server.token(account));
        Self {
            server,
            bearer,
            _scratch: scratch,
        }
    }

    fn take(&self, language: &str, keep: &str, bytes: &[u8]) -> (u16, Value) {
        let path = format!("/v1/lists/agenda/progress?keep={keep}");
        let headers = [
            ("Authorization", self.bearer.as_str()),
            ("Accept-Language", language),
        ];
        let answer = self.server.try_request("POST", &path, &headers, bytes);
        let answer = answer.unwrap();
        let said = serde_json::from_str(&answer.body).unwrap_or(Value::String(answer.body));
        (answer.status, said)
    }

    fn tried(&self, bytes: &[u8]) -> Said {
        let [nl, en] = ["nl", "en"].map(|language| self.take(language, "nothing", bytes));
        (nl.0, [nl.1.to_string(), en.1.to_string()])
    }
}

/// Row of a workbook with text in it.
fn row(cells: &[&str]) -> String {
    let cell = |text: &&str| format!("<c t=\"str\"><v>{text}</v></c>");
    format!("<row>{}</row>", cells.iter().map(cell).collect::<String>())
}

/// Row of an OpenDocument spreadsheet with text in it.
fn ods_row(cells: &[&str]) -> String {
    let cell = |text: &&str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p>\
             </table:table-cell>"
        )
    };
    let cells: String = cells.iter().map(cell).collect();
    format!("<table:table-row>{cells}</table:table-row>")
}

const HEAD: [&str; 2] = ["Adres", "Toelichting"];

#[test]
fn each_odd_file_gets_its_sentence_in_both_languages() {
    let node = Node::new("hostile-odd", "editor-vr23");
    let one = activity("p1-01");
    let line = [one.as_str(), ""];
    let (head, body) = (row(&HEAD), row(&line));
    let empty_rows = ods_rows(&format!(
        "{}<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell \
         table:number-columns-repeated=\"16384\"/></table:table-row>{}",
        ods_row(&HEAD),
        ods_row(&line)
    ));
    let merged = "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>";
    let from_1904 = BOOK.replace("<sheets>", "<workbookPr date1904=\"true\"/><sheets>");
    let sheet = format!("<worksheet><sheetData>{head}{body}</sheetData></worksheet>");
    let semicolons = format!("Adres;Eigen aantekening\r\n{one};caf\u{e9} \u{80}\r\n");
    let old: Vec<u8> = semicolons
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    for (what, bytes, [nl, en]) in [
        (
            "a million empty rows",
            empty_rows,
            ["1000000 lege regels zijn overgeslagen", "1000000 empty"],
        ),
        (
            "merged cells",
            xlsx(&format!("{head}{body}"), merged),
            ["Er zijn samengevoegde cellen: A2:A3", "A2:A3"],
        ),
        (
            "dates from 1904",
            xlsx_of(&from_1904, STRINGS, &sheet),
            ["telt datums vanaf 1904", "1904"],
        ),
        (
            "Windows-1252",
            old.clone(),
            ["gelezen als Windows-1252", "as Windows-1252"],
        ),
        ("semicolons", old, ["staat een puntkomma", "semicolon"]),
    ] {
        let (status, said) = node.tried(&bytes);
        assert_eq!(status, 200, "{what}: {said:?}");
        assert!(said[0].contains(nl), "{what}: {}", said[0]);
        assert!(said[1].contains(en), "{what}: {}", said[1]);
    }
}

#[test]
fn what_unpacks_to_too_much_is_refused_with_its_sentence() {
    let node = Node::new("hostile-bomb", "editor-vr23");
    let large = [&b"<a>"[..], &b"<b/>".repeat(80 << 20)].concat();
    let bomb = zip(&[("mimetype", ODS_TYPE), ("content.xml", &large)]);
    assert!(bomb.len() < 4 << 20, "it is small on the way in");
    let (status, said) = node.tried(&bomb);
    assert_eq!(status, 422, "{said:?}");
    assert!(said[0].contains("sheet-refused-zip-bomb"), "{}", said[0]);
    assert!(
        said[0].contains("Uitgepakt is dit bestand groter dan"),
        "{}",
        said[0]
    );
    assert!(said[1].contains("Unpacked"), "{}", said[1]);
    // The node lives, and takes the next file.
    let (status, _) = node.tried(b"Adres;Toelichting\r\n");
    assert_ne!(status, 500);
}

#[test]
fn a_formula_comes_in_as_its_outcome_and_goes_out_as_text() {
    let node = Node::new("hostile-formula", "editor-jenv");
    let with_formula = format!(
        "{}<row><c t=\"str\"><v>{}</v></c><c t=\"str\"><f>CONCAT(\"een\")</f><v>een</v></c></row>",
        row(&HEAD),
        activity("p1-01"),
    );
    let (status, said) = node.tried(&xlsx(&with_formula, ""));
    assert_eq!(status, 200, "{said:?}");
    assert!(said[0].contains("bevat een formule"), "{}", said[0]);
    assert!(said[1].contains("formula"), "{}", said[1]);
    // What would compute in a spreadsheet program is text when it leaves, and comes back as typed.
    for typed in ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"] {
        let comment = serde_json::json!({"activity": activity("p1-01"), "text": typed});
        let headers = common::json(&node.bearer, "");
        let path = "/v1/agenda/comment/write";
        let made = node.server.post(path, &headers, &comment.to_string());
        assert_eq!(made.status, 201, "{}", made.body);
        let out = |format: &str| {
            let path = format!("/v1/lists/agenda/comments?as={format}");
            let headers = [("Authorization", node.bearer.as_str())];
            node.server.get(&path, &headers).bytes()
        };
        let csv = String::from_utf8(out("csv")).unwrap();
        assert!(csv.contains(&format!("'{typed}")), "{typed}: {csv}");
        for format in ["csv", "xlsx", "ods"] {
            let table = paraat_sheets::read(&out(format), &paraat_sheets::Limits::default());
            let table = table.unwrap();
            let back = table
                .rows
                .iter()
                .any(|it| it.cells.iter().any(|it| it == typed));
            assert!(back, "{typed} as {format}");
            let formulas = table.findings.iter().any(|it| it.key().contains("formula"));
            assert!(!formulas, "{typed} as {format}");
        }
    }
}

#[test]
fn a_list_that_only_goes_out_says_so() {
    let node = Node::new("hostile-out", "editor-vr23");
    for list in ["comments", "translations", "gaps"] {
        for (language, sentence) in [
            ("nl", "Deze lijst kan alleen naar buiten"),
            ("en", "This list only goes out"),
        ] {
            let headers = [
                ("Authorization", node.bearer.as_str()),
                ("Accept-Language", language),
            ];
            let path = format!("/v1/lists/agenda/{list}?keep=all");
            let answer = node
                .server
                .try_request("POST", &path, &headers, b"x")
                .unwrap();
            assert_eq!(answer.status, 405, "{}", answer.body);
            assert!(answer.body.contains(sentence), "{}", answer.body);
        }
    }
}

#[test]
fn what_is_no_list_is_refused_in_a_sentence() {
    let node = Node::new("hostile-none", "editor-vr23");
    let no_names = "Titel;Bron\r\na;b\r\n".as_bytes();
    for (bytes, reason) in [
        (&b"%PDF-1.7 x"[..], "sheet-refused-not-a-sheet"),
        (b"", "sheet-refused-not-a-sheet"),
        (no_names, "list-import-no-names"),
    ] {
        let (status, said) = node.take("nl", "all", bytes);
        assert_eq!(
            (status, &said["reason"]),
            (422, &Value::from(reason)),
            "{said}"
        );
        assert!(said["detail"].as_str().unwrap().ends_with('.'), "{said}");
    }
    let large = vec![b'a'; 21 * 1024 * 1024];
    let path = "/v1/lists/agenda/progress";
    let headers = [("Authorization", node.bearer.as_str())];
    let answer = node.server.try_request("POST", path, &headers, &large);
    assert!(answer.is_none_or(|it| it.status == 413));
}
