// SPDX-License-Identifier: EUPL-1.2
//! Lines of a file of which a part is so already: the rest of them is recorded all the same.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing unwrap in a test is a failing test"
)]

mod common;

use common::{Scratch, Server};
use paraat_sheets::{Limits, read};

/// Hands a file in, everything or nothing; answers how many lines were recorded.
fn take(server: &Server, account: &str, list: &str, file: &str) -> u64 {
    let bearer = format!("Bearer {}", server.token(account));
    let headers = [("Authorization", bearer.as_str())];
    let path = format!("/v1/lists/{list}?keep=all");
    let answer = server.try_request("POST", &path, &headers, file.as_bytes());
    let answer = answer.unwrap();
    assert_eq!(answer.status, 200, "{}", answer.body);
    let said: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    said["recorded"].as_u64().unwrap()
}

#[test]
fn a_line_of_a_register_of_which_one_column_was_corrected_before() {
    let scratch = Scratch::new("lines-register");
    let server = Server::demo(&scratch.path("demo"));
    let list = "registers/organisations";
    // What another organisation says stands beside: the line itself goes on saying what it said.
    let once = "Korte naam;Provincie;Bron van uw correctie\nvr23;Elders;Eigen kaart\n";
    assert_eq!(take(&server, "editor-vr24", list, once), 1);
    let more = "Korte naam;Provincie;Verkorte naam;Bron van uw correctie\n\
        vr23;Elders;Noord;Eigen kaart\n";
    assert_eq!(take(&server, "editor-vr24", list, more), 1);
    assert_eq!(take(&server, "editor-vr24", list, more), 0);
}

#[test]
fn an_activity_without_a_lead_that_gets_a_title_and_a_lead_in_one_line() {
    let scratch = Scratch::new("lines-activity");
    let server = Server::demo(&scratch.path("demo"));
    let bearer = format!("Bearer {}", server.token("editor-jenv"));
    let headers = [("Authorization", bearer.as_str())];
    let out = server.try_request("GET", "/v1/lists/agenda/activities?as=csv", &headers, b"");
    let table = read(&out.unwrap().bytes(), &Limits::default()).unwrap();
    let column = |name: &str| table.header.iter().position(|it| it == name).unwrap();
    let (slug, lead) = (column("Korte naam"), column("Trekker"));
    let without = table.rows.iter().find(|line| line.cells[lead].is_empty());
    let cells = &without.unwrap().cells;
    let (slug, version) = (&cells[slug], &cells[column("Versie")]);
    let head = "Korte naam;Titel in het Nederlands;Trekker;Versie";
    let file = format!("{head}\n{slug};Een nieuwe titel;vr23;{version}\n");
    assert_eq!(take(&server, "editor-jenv", "agenda/activities", &file), 1);
    assert_eq!(take(&server, "editor-jenv", "agenda/activities", &file), 0);
}
