// SPDX-License-Identifier: EUPL-1.2
//! Alerts for programs: each as it was handed over, byte by byte, and an Atom feed of them
//! (RFC 4287) that names the newest first.

use paraat_contract::{Answer, Leaf, Outside, Row, rows_of};
use paraat_kernel::Timestamp;

use crate::tables::HANDED;

/// The feed, and a file for each alert that was handed over.
pub fn leaves(answers: &[Answer], outside: &Outside) -> Vec<Leaf> {
    let rows = rows_of(answers, &HANDED);
    let mut leaves = vec![Leaf {
        path: "feeds/alerts.atom".to_owned(),
        kind: "application/atom+xml; charset=utf-8",
        body: atom(&rows, outside).into_bytes(),
    }];
    leaves.extend(rows.iter().map(|row| Leaf {
        path: path(row),
        kind: "application/cap+xml; charset=utf-8",
        body: row.text("cap").as_bytes().to_vec(),
    }));
    leaves
}

/// Where the file of a hand-over stands.
fn path(row: &Row) -> String {
    let number = row.part.rsplit('/').next().unwrap_or_default();
    format!("feeds/cap/{}-{number}.xml", row.stream)
}

fn atom(rows: &[&Row], outside: &Outside) -> String {
    let newest = rows.iter().map(|row| row.since).max();
    let updated = newest.unwrap_or(Timestamp::UNIX_EPOCH);
    let base = outside.base;
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\">\n\
         <title>{}Paraat: alarmen</title>\n\
         <id>urn:paraat:alerts</id>\n\
         <updated>{updated}</updated>\n\
         <link rel=\"self\" href=\"{}/feeds/alerts.atom\"/>\n",
        escaped(&marked(outside)),
        escaped(base),
    );
    for row in rows {
        let owner = &row.stream.owner;
        let named = outside.organisations.get(owner);
        let author = named.map_or_else(|| owner.to_string(), |it| it.nl.clone());
        text.push_str(&format!(
            "<entry>\n<title>{}{}</title>\n<id>urn:paraat:{}</id>\n<updated>{}</updated>\n\
             <author><name>{}</name></author>\n<summary>{}</summary>\n\
             <link rel=\"alternate\" type=\"application/cap+xml\" href=\"{}/{}\"/>\n</entry>\n",
            escaped(&marked(outside)),
            escaped(row.text("title")),
            escaped(&format!("{}:{}", row.stream, row.part)),
            row.since,
            escaped(&author),
            escaped(row.text("short")),
            escaped(base),
            escaped(&path(row)),
        ));
    }
    text.push_str("</feed>\n");
    text
}

/// What stands before every title: that it is an exercise.
fn marked(outside: &Outside) -> String {
    match outside.marking {
        "" => String::new(),
        marking => format!("{marking} "),
    }
}

/// Text between tags and in attributes. What XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
    out
}
