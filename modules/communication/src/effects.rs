// SPDX-License-Identifier: EUPL-1.2
//! Which alert is due at which target: each hand-over once at each, tried again while it holds.

use jiff::ToSpan as _;
use paraat_contract::{Answer, Due, Leaf, Need, Order, Outgoing, Parcel, Query, Row, rows_of};
use paraat_kernel::{OrganisationId, Timestamp};

use crate::commands::report_delivery;
use crate::tables::{DELIVERY, HANDED};

/// Most hand-overs that are looked at: the newest.
const MOST: u32 = 400;
/// Seconds after the first try that did not arrive until the second; each next wait is twice that.
const FIRST: i64 = 5;
/// Longest wait between two tries, in seconds.
const LONGEST: i64 = 300;

/// What leaves the node.
pub const OUTGOING: Outgoing = Outgoing {
    needs,
    due,
    report: report_delivery::VERB.name,
    topics: &["communication_handed", "communication_delivery"],
};

fn needs() -> Vec<Need> {
    let handed = Query::all(&HANDED).by(Order::Newest).page(0, MOST);
    let deliveries = Query::all(&DELIVERY).by(Order::Newest).page(0, 4 * MOST);
    vec![Need::Rows(handed), Need::Rows(deliveries)]
}

/// What is due. Of each alert only the last hand-over: what was updated before it arrived is old
/// news.
fn due(answers: &[Answer], of: &OrganisationId, targets: &[String], now: Timestamp) -> Due {
    let deliveries = rows_of(answers, &DELIVERY);
    let mut seen = Vec::new();
    let mut due = Due::default();
    for row in rows_of(answers, &HANDED) {
        if seen.contains(&&row.stream) {
            continue;
        }
        seen.push(&row.stream);
        if row.text("live") != "true" || row.stream.owner != *of {
            continue;
        }
        for target in targets {
            let tried = deliveries.iter().find(|it| {
                it.stream == row.stream
                    && it.text("target") == target
                    && it.whole("handed") == Some(number(row))
            });
            match when(row, tried.copied(), now) {
                Some(at) if at <= now => due.now.push(parcel(row, target)),
                Some(at) => due.next = Some(due.next.map_or(at, |next| next.min(at))),
                None => {}
            }
        }
    }
    due
}

/// Which of the hand-overs of its alert a row is, from 1.
fn number(row: &Row) -> i64 {
    let number = row.part.rsplit('/').next().unwrap_or_default();
    number.parse().unwrap_or_default()
}

/// When a hand-over is due at a target; none when it is there, or has ended, or is not wanted.
fn when(row: &Row, tried: Option<&Row>, now: Timestamp) -> Option<Timestamp> {
    let ended: Result<Timestamp, _> = row.text("expires").parse();
    // The end of an alert is told after its end too; an alert is not.
    let over = row.text("standing") != "withdrawn" && ended.is_ok_and(|it| it <= now);
    let Some(tried) = tried else {
        return (!over).then_some(now);
    };
    if over || tried.text("outcome") != "retried" {
        return None;
    }
    let tries = tried.whole("tries").unwrap_or(1).clamp(1, 20);
    let wait = FIRST.saturating_mul(1 << (tries - 1)).min(LONGEST);
    let at: Option<Timestamp> = tried.text("at").parse().ok();
    let next = at.and_then(|at| at.checked_add(wait.seconds()).ok());
    Some(next.unwrap_or(now))
}

fn parcel(row: &Row, target: &str) -> Parcel {
    let key = format!("{}-{}", row.stream, number(row));
    let file = |ending: &str, kind, text: &str| Leaf {
        path: format!("{key}.{ending}"),
        kind,
        body: text.as_bytes().to_vec(),
    };
    Parcel {
        stream: row.stream.clone(),
        target: target.to_owned(),
        files: vec![
            file(
                "cap.xml",
                "application/cap+xml; charset=utf-8",
                row.text("cap"),
            ),
            file("txt", "text/plain; charset=utf-8", row.text("short")),
        ],
        key,
    }
}

#[cfg(test)]
mod tests {
    use paraat_contract::{Rows, Table, Value};
    use paraat_kernel::{Circle, Class, Label, StreamId};

    use super::*;

    const NOW: &str = "2026-11-23T10:00:00Z";

    fn row(table: &'static Table, part: &str, said: &[(&str, Value)]) -> Row {
        let stream = StreamId::derived("vr23".parse().unwrap(), "communication.alert", "a");
        let value = |name: &str| {
            let said = said.iter().find(|(own, _)| *own == name);
            said.map_or(Value::Empty, |(_, value)| value.clone())
        };
        Row {
            table,
            class: Class::open(stream.owner.clone(), Circle::Public, Label::Clear),
            stream,
            part: part.to_owned(),
            since: NOW.parse().unwrap(),
            version: 1,
            values: table.columns.iter().map(|it| value(it.name)).collect(),
        }
    }

    fn handed(number: u32, live: &str, expires: &str) -> Row {
        let said = [
            ("live", live.into()),
            ("expires", expires.into()),
            ("cap", "<alert/>".into()),
        ];
        row(&HANDED, &format!("handed/{number}"), &said)
    }

    fn tried(outcome: &str, tries: i64, at: &str) -> Row {
        let said = [
            ("target", "omroep".into()),
            ("outcome", outcome.into()),
            ("handed", 1.into()),
            ("tries", tries.into()),
            ("at", at.into()),
        ];
        row(&DELIVERY, "delivery/omroep", &said)
    }

    fn due_of(answers: &[Answer]) -> Due {
        let own = "vr23".parse().unwrap();
        due(answers, &own, &["omroep".to_owned()], NOW.parse().unwrap())
    }

    fn keys(rows: Vec<Row>) -> Vec<String> {
        let answers = rows.into_iter().map(|row| {
            Answer::Rows(Rows {
                rows: vec![row],
                total: 1,
            })
        });
        let answers: Vec<Answer> = answers.collect();
        due_of(&answers).now.into_iter().map(|it| it.key).collect()
    }

    const LATER: &str = "2026-11-23T14:00:00Z";

    #[test]
    fn what_was_handed_over_is_taken_to_each_target_once() {
        let stream = handed(1, "true", LATER).stream;
        assert_eq!(
            keys(vec![handed(1, "true", LATER)]),
            [format!("{stream}-1")]
        );
        let arrived = tried("handed-over", 1, NOW);
        assert!(keys(vec![handed(1, "true", LATER), arrived.clone()]).is_empty());
        // An update is taken there as well, and only the last one.
        let both = vec![handed(2, "true", LATER), handed(1, "true", LATER), arrived];
        assert_eq!(keys(both), [format!("{stream}-2")]);
    }

    #[test]
    fn of_an_exercise_and_of_what_has_ended_nothing_leaves() {
        assert!(keys(vec![handed(1, "false", LATER)]).is_empty());
        assert!(keys(vec![handed(1, "true", NOW)]).is_empty());
    }

    #[test]
    fn a_target_that_is_out_of_order_for_an_hour_is_tried_until_it_takes_it() {
        let due = |outcome, tries, at| {
            let rows = vec![handed(1, "true", LATER), tried(outcome, tries, at)];
            !keys(rows).is_empty()
        };
        assert!(!due("retried", 1, "2026-11-23T09:59:56Z"));
        assert!(due("retried", 1, "2026-11-23T09:59:55Z"));
        assert!(!due("retried", 3, "2026-11-23T09:59:41Z"));
        assert!(
            due("retried", 40, "2026-11-23T09:55:00Z"),
            "never later than five minutes"
        );
        assert!(
            !due("failed", 1, "2026-11-23T09:00:00Z"),
            "who will not have it is not asked again"
        );
    }

    #[test]
    fn who_waits_is_told_how_long_and_of_others_nothing_leaves() {
        let rows = |rows: Vec<Row>| Answer::Rows(Rows { rows, total: 1 });
        let waiting = [
            rows(vec![handed(1, "true", LATER)]),
            rows(vec![tried("retried", 1, NOW)]),
        ];
        let due_then = due_of(&waiting);
        assert!(due_then.now.is_empty());
        assert_eq!(due_then.next, "2026-11-23T10:00:05Z".parse().ok());
        let other = "vr24".parse().unwrap();
        let fresh = [rows(vec![handed(1, "true", LATER)])];
        let now = NOW.parse().unwrap();
        assert_eq!(
            due(&fresh, &other, &["omroep".to_owned()], now),
            Due::default()
        );
    }
}
