// SPDX-License-Identifier: EUPL-1.2
//! Figures of the node in the text format of Prometheus. Nothing in them is about a person.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

/// What a request was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A page or a form.
    Page,
    /// The API.
    Api,
    /// A file that pages load.
    Static,
    /// The event stream.
    Events,
    /// Health and figures.
    Probe,
}

impl Sort {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Page, "page"),
        (Self::Api, "api"),
        (Self::Static, "static"),
        (Self::Events, "events"),
        (Self::Probe, "probe"),
    ];

    /// What a request for this path is for.
    pub(crate) fn of(path: &str) -> Self {
        match path.split('/').nth(1).unwrap_or("") {
            "v1" | "ogc" | "regions" => Self::Api,
            "static" | "ground" | "symbols" => Self::Static,
            "events" => Self::Events,
            "health" | "ready" | "metrics" => Self::Probe,
            _ => Self::Page,
        }
    }
}

/// Bounds of the histogram, in microseconds.
const BOUNDS: [u64; 9] = [
    1_000, 2_500, 5_000, 10_000, 25_000, 100_000, 500_000, 2_500_000, 10_000_000,
];

#[derive(Default)]
struct Row {
    by_status: [AtomicU64; 5],
    by_time: [AtomicU64; 10],
    micros: AtomicU64,
}

/// What came of a verb.
pub(crate) const OUTCOMES: [&str; 10] = [
    "recorded",
    "repeated",
    "not-there",
    "fields",
    "rule",
    "not-permitted",
    "stale",
    "key",
    "read-only",
    "broken",
];

/// What is counted since the start.
#[derive(Default)]
pub(crate) struct Metrics {
    rows: [Row; 5],
    outcomes: [AtomicU64; 10],
}

impl Metrics {
    /// Counts an answer.
    pub(crate) fn answered(&self, sort: Sort, status: u16, took: Duration) {
        let Some(row) = self.rows.get(sort as usize) else {
            return;
        };
        let class = usize::from(status / 100).saturating_sub(1);
        if let Some(cell) = row.by_status.get(class) {
            cell.fetch_add(1, Relaxed);
        }
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let bucket = BOUNDS
            .iter()
            .position(|bound| micros <= *bound)
            .unwrap_or(BOUNDS.len());
        if let Some(cell) = row.by_time.get(bucket) {
            cell.fetch_add(1, Relaxed);
        }
        row.micros.fetch_add(micros, Relaxed);
    }

    /// Counts what came of a verb.
    pub(crate) fn outcome(&self, name: &str) {
        let at = OUTCOMES.iter().position(|one| *one == name);
        if let Some(cell) = at.and_then(|at| self.outcomes.get(at)) {
            cell.fetch_add(1, Relaxed);
        }
    }

    /// All figures as text.
    pub(crate) fn text(&self, entries: u64, writes: bool, streams: usize) -> String {
        let mut text = String::new();
        text.push_str("# HELP paraat_requests_total Requests answered, by what they were for.\n");
        text.push_str("# TYPE paraat_requests_total counter\n");
        for ((_, name), row) in Sort::ALL.iter().zip(&self.rows) {
            for (class, cell) in row.by_status.iter().enumerate() {
                let _ = writeln!(
                    text,
                    "paraat_requests_total{{for=\"{name}\",status=\"{}xx\"}} {}",
                    class + 1,
                    cell.load(Relaxed)
                );
            }
        }
        text.push_str("# HELP paraat_request_seconds Time to the first byte of the answer.\n");
        text.push_str("# TYPE paraat_request_seconds histogram\n");
        for ((_, name), row) in Sort::ALL.iter().zip(&self.rows) {
            histogram(&mut text, name, row);
        }
        text.push_str("# HELP paraat_submits_total Verbs, by what came of them.\n");
        text.push_str("# TYPE paraat_submits_total counter\n");
        for (name, cell) in OUTCOMES.iter().zip(&self.outcomes) {
            let count = cell.load(Relaxed);
            let _ = writeln!(text, "paraat_submits_total{{outcome=\"{name}\"}} {count}");
        }
        for (name, help, value) in [
            ("paraat_entries", "Entries in the ledger.", entries),
            (
                "paraat_writes",
                "1 when the disk takes writes.",
                u64::from(writes),
            ),
            (
                "paraat_event_streams",
                "Open event streams.",
                streams as u64,
            ),
        ] {
            let _ = writeln!(
                text,
                "# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}"
            );
        }
        text
    }
}

fn histogram(text: &mut String, name: &str, row: &Row) {
    let mut sum = 0;
    for (index, cell) in row.by_time.iter().enumerate() {
        sum += cell.load(Relaxed);
        let bound = BOUNDS
            .get(index)
            .map_or_else(|| "+Inf".to_owned(), |it| seconds(*it));
        let _ = writeln!(
            text,
            "paraat_request_seconds_bucket{{for=\"{name}\",le=\"{bound}\"}} {sum}"
        );
    }
    let micros = seconds(row.micros.load(Relaxed));
    let _ = writeln!(
        text,
        "paraat_request_seconds_sum{{for=\"{name}\"}} {micros}"
    );
    let _ = writeln!(text, "paraat_request_seconds_count{{for=\"{name}\"}} {sum}");
}

fn seconds(micros: u64) -> String {
    format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000)
}
