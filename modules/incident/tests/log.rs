// SPDX-License-Identifier: EUPL-1.2
//! What a line of the log says of itself.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::{Page, SINCE, row, stream, whole};
use paraat_incident::tables::{CONFIRMED, LINE};

fn log(source: Option<&str>) -> String {
    let log = stream("vr23", "log", "");
    let said = [
        ("text", "De kade wijkt"),
        ("reliability", "unconfirmed"),
        ("happened", SINCE),
    ];
    let mut rows = vec![row(&LINE, log.clone(), &said)];
    if let Some(source) = source {
        let line = format!("{log}#1");
        let said = [("line", line.as_str()), ("source", source)];
        rows.push(row(&CONFIRMED, log, &said));
    }
    Page::new("incident/{stream}/log", whole(rows)).draw()
}

#[test]
fn a_line_says_who_confirmed_it_and_when() {
    let asked = "action=\"/incident/log/confirm\"";
    let open = log(None);
    assert!(
        open.contains("Onbevestigd") && open.contains(asked),
        "{open}"
    );
    let told = log(Some("Verkenner ter plaatse"));
    assert!(told.contains("door Verkenner ter plaatse, sinds"), "{told}");
    let untold = log(Some(""));
    assert!(
        untold.contains("sinds") && !untold.contains("door ,"),
        "{untold}"
    );
    for page in [told, untold] {
        assert!(
            page.contains("Bevestigd") && !page.contains(asked),
            "{page}"
        );
    }
}
