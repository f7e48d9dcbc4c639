// SPDX-License-Identifier: EUPL-1.2
//! Figure 12: thousands look at one picture while ten lines a second are recorded. What a pushed
//! page costs the server, against a broadcaster that does nothing but send the same bytes.

use std::time::{Duration, Instant};

use crate::broadcast::Broadcaster;
use crate::crowd::{Crowd, Tally};
use crate::figure::{Figure, Limit};
use crate::http::{Client, unexpected};
use crate::scratch::Scratch;
use crate::server::Server;
use crate::{Effort, Outcome, machine};

/// Accounts that the viewers share, and those who record.
const ACCOUNTS: usize = 25;
const WRITERS: usize = 8;
/// Between two lines: ten a second.
const BETWEEN: Duration = Duration::from_millis(100);
/// So long may the last page be under way.
const PATIENCE: Duration = Duration::from_secs(15);

/// One side of a pair.
struct Measured {
    /// Microseconds of processor for each page that came.
    each: f64,
    /// Milliseconds until the last viewer had it, for each change.
    late: Vec<f64>,
    /// Viewers who ended with the last page.
    current: usize,
}

/// What was pushed, and when after the first.
type Pages = Vec<(Vec<u8>, Duration)>;

fn wait_for(crowd: &Crowd, done: impl Fn(&Tally) -> bool) {
    let begun = Instant::now();
    while !done(&crowd.tally()) && begun.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn current(tally: &Tally) -> usize {
    let last = tally.pages.len().checked_sub(1);
    let has = |own: &&Vec<(usize, Instant)>| own.last().map(|(at, _)| *at) == last;
    tally.came.iter().filter(has).count()
}

fn says(page: &[u8], words: &str) -> bool {
    let words = words.as_bytes();
    page.windows(words.len()).any(|it| it == words)
}

/// Records lines at their pace while the crowd looks.
fn ours(
    server: &Server,
    crowd: &Crowd,
    (incident, bearers): (&str, &[String]),
    (pair, lines): (usize, usize),
) -> Outcome<(Measured, Pages)> {
    crowd.forget();
    let mut client = Client::new(&server.address)?;
    let before = machine::processor_seconds(server.process())?;
    let begun = Instant::now();
    let mut recorded = Vec::new();
    let words = |line: usize| format!("Regel {pair}-{line}.");
    for (line, bearer) in (0..lines).zip(bearers.iter().cycle()) {
        let at = begun + BETWEEN * u32::try_from(line)?;
        std::thread::sleep(at.saturating_duration_since(Instant::now()));
        let body = serde_json::json!({"incident": incident, "text": words(line)}).to_string();
        let headers = [
            ("Authorization", bearer.as_str()),
            ("Content-Type", "application/json"),
        ];
        let path = "/v1/incident/log/write";
        let answer = client.ask("POST", path, &headers, body.as_bytes())?;
        if answer.status != 201 {
            return Err(unexpected(path, &answer));
        }
        recorded.push(Instant::now());
    }
    let last = words(lines - 1);
    wait_for(crowd, |tally| {
        let ends = tally.pages.last().is_some_and(|it| says(it, &last));
        ends && current(tally) == tally.came.len()
    });
    let used = machine::processor_seconds(server.process())? - before;
    let tally = crowd.tally();
    let mut late = Vec::new();
    for (line, at) in recorded.iter().enumerate() {
        let page = tally.pages.iter().position(|it| says(it, &words(line)));
        let page = page.ok_or_else(|| format!("{} was never pushed", words(line)))?;
        let all = tally.all_had(page).ok_or("not everybody ended current")?;
        late.push(all.saturating_duration_since(*at).as_secs_f64() * 1e3);
    }
    let first = |page: usize| {
        let each = tally.came.iter().flatten().filter(|(at, _)| *at == page);
        each.map(|(_, when)| *when).min().unwrap_or(begun)
    };
    let pages = tally.pages.iter().enumerate();
    let pages = pages
        .map(|(at, page)| (page.clone(), first(at).saturating_duration_since(begun)))
        .collect();
    let measured = Measured {
        each: used * 1e6 / tally.deliveries().max(1) as f64,
        late,
        current: current(&tally),
    };
    Ok((measured, pages))
}

/// Sends the same pages at the same pace.
fn theirs(broadcaster: &Broadcaster, crowd: &Crowd, pages: &Pages) -> Outcome<Measured> {
    crowd.forget();
    let mut client = Client::new(&broadcaster.address)?;
    let before = machine::processor_seconds(broadcaster.process())?;
    let begun = Instant::now();
    let mut sent = Vec::new();
    for (page, at) in pages {
        std::thread::sleep((begun + *at).saturating_duration_since(Instant::now()));
        sent.push(Instant::now());
        client.ask("POST", "/", &[("Content-Type", "text/plain")], page)?;
    }
    wait_for(crowd, |tally| {
        tally.pages.len() == pages.len() && current(tally) == tally.came.len()
    });
    let used = machine::processor_seconds(broadcaster.process())? - before;
    let tally = crowd.tally();
    let late = sent.iter().enumerate().filter_map(|(page, at)| {
        let all = tally.all_had(page)?;
        Some(all.saturating_duration_since(*at).as_secs_f64() * 1e3)
    });
    Ok(Measured {
        each: used * 1e6 / tally.deliveries().max(1) as f64,
        late: late.collect(),
        current: current(&tally),
    })
}

/// The 99th of a hundred.
fn late_ones(mut late: Vec<f64>) -> f64 {
    late.sort_by(f64::total_cmp);
    let at = (late.len() * 99).div_ceil(100).saturating_sub(1);
    late.get(at).copied().unwrap_or(f64::NAN)
}

fn incident(server: &Server, bearer: &str) -> Outcome<String> {
    let headers = [
        ("Authorization", bearer),
        ("Content-Type", "application/json"),
    ];
    let path = "/v1/incident/incident/open";
    let answer =
        Client::new(&server.address)?.ask("POST", path, &headers, br#"{"title":"Hoogwater"}"#)?;
    let said: serde_json::Value = serde_json::from_slice(&answer.body)?;
    let stream = said.get("stream").and_then(serde_json::Value::as_str);
    stream
        .map(str::to_owned)
        .ok_or_else(|| unexpected(path, &answer))
}

pub fn measure(scratch: &Scratch, effort: &Effort) -> Outcome<Vec<Figure>> {
    let server = Server::start(&scratch.path("node"))?;
    let bearers = server.bearers(WRITERS)?;
    let incident = incident(&server, bearers.first().ok_or("nobody records")?)?;
    let cookies: Vec<String> = (0..ACCOUNTS)
        .map(|number| server.viewer(&format!("reader-bench-{number}")))
        .collect::<Outcome<_>>()?;
    let head = |viewer: usize| {
        let cookie = cookies.get(viewer % ACCOUNTS).map_or("", String::as_str);
        let path = format!("/pushed?at=/incident/incident/{incident}");
        (path, format!("Cookie: {cookie}\r\n"))
    };
    let viewers = effort.viewers;
    let (mut costs, mut late, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    let mut ended = usize::MAX;
    for pair in 0..=effort.pairs {
        let lines = effort.pushed_lines;
        let (own, pages) = {
            let crowd = Crowd::open(&server.address, viewers, head)?;
            ours(&server, &crowd, (&incident, &bearers), (pair, lines))?
        };
        let broadcaster = Broadcaster::start()?;
        let crowd = Crowd::open(&broadcaster.address, viewers, |_| {
            ("/pushed".to_owned(), String::new())
        })?;
        let yardstick = theirs(&broadcaster, &crowd, &pages)?;
        if yardstick.current < viewers {
            return Err("the bare broadcaster does not carry this load".into());
        }
        if pair > 0 {
            ended = ended.min(own.current);
            costs.push((own.each, yardstick.each));
            late.extend(own.late);
            bare.extend(yardstick.late);
        }
    }
    let least = Limit::AtLeast(viewers as f64);
    let title = format!("viewers of {viewers} who end current, 10 changes/s");
    let told = Limit::None;
    Ok(vec![
        Figure::value("12", title, "viewers", ended as f64, least),
        Figure::ratio(
            "12",
            "processor for a pushed page / bare axum",
            "us",
            costs,
            told,
        ),
        Figure::value(
            "12",
            "commit to last page, p99",
            "ms",
            late_ones(late),
            told,
        ),
        Figure::value(
            "12",
            "the same pages by bare axum, p99",
            "ms",
            late_ones(bare),
            told,
        ),
    ])
}
