// SPDX-License-Identifier: EUPL-1.2
//! Figure 12: a picture that changes ten times a second, pushed to thousands who have it open. What
//! a push to one viewer costs the processor, against the same bytes from y-websocket; and how long
//! it takes from a change until all have it, against nats-server.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::crisis::Dice;
use crate::figure::{Figure, Limit, median};
use crate::http::{Client, unexpected};
use crate::lines::{Lines, Speech, Voice, allow_many};
use crate::looking::{Round, look_on};
use crate::node::text;
use crate::scratch::Scratch;
use crate::server::Server;
use crate::websocket::{BINARY, frame, open, until};
use crate::yardsticks::Yardstick;
use crate::yjs::Pages;
use crate::{Effort, Outcome};

/// One change in so long, on average.
const CHANGE_EVERY: Duration = Duration::from_millis(100);
/// Two pushes are at least so long apart.
const BETWEEN: Duration = Duration::from_millis(250);
/// So many viewers the limits are for.
const VIEWERS: usize = 5_000;
/// Viewers of one account: it may have 256.
const OF_ACCOUNT: usize = 250;
/// Room for a page when it is unpacked.
const LONGEST_PAGE: usize = 4 * 1024 * 1024;
/// What every browser offers.
const UNPACKS: &str = "permessage-deflate; client_max_window_bits";
/// What comes behind this in a line is its number.
const MARK: &str = "Melding nr ";

/// When changes come, after the start: at random within each tenth of a second, so that they stand
/// in no fixed relation to the pushes.
fn schedule(lasts: Duration, seed: u64) -> Vec<Duration> {
    let mut dice = Dice(seed);
    let many = lasts.as_millis() / CHANGE_EVERY.as_millis();
    let of = CHANGE_EVERY.as_micros();
    let within = i64::try_from(of).unwrap_or_default();
    let one = |number: u128| {
        let after = u64::try_from(number * of).unwrap_or_default();
        Duration::from_micros(after + dice.below(within).unsigned_abs())
    };
    (0..many).map(one).collect()
}

/// When a yardstick is given a page, and how many changes it tells of: at once, but no sooner than
/// the pause after the one before.
fn pushes(changes: &[Duration]) -> Vec<(Duration, usize)> {
    let mut pushes: Vec<(Duration, usize)> = Vec::new();
    let mut covered = 0;
    while let Some(next) = changes.get(covered) {
        let at = pushes
            .last()
            .map_or(*next, |(at, _)| *next.max(&(*at + BETWEEN)));
        covered = changes.partition_point(|it| *it <= at);
        pushes.push((at, covered));
    }
    pushes
}

fn wait_until(moment: Instant) {
    std::thread::sleep(moment.saturating_duration_since(Instant::now()));
}

/// A node with a crisis and the accounts of its viewers.
struct Ours {
    server: Server,
    incident: String,
    bearer: String,
    cookies: Vec<String>,
    /// Number of the last line.
    last: usize,
}

impl Ours {
    fn start(scratch: &Scratch, viewers: usize) -> Outcome<Self> {
        let server = Server::start(&scratch.path("pushed"))?;
        let mut bearers = server.bearers(1)?;
        let bearer = bearers.pop().ok_or("no key")?;
        let mut cookies = Vec::new();
        for number in 0..viewers.div_ceil(OF_ACCOUNT) {
            let name = format!("viewer-bench-{number}");
            cookies.push(server.newcomer(&name, "vr23", "editor")?);
        }
        let title = json!({"title": "Hoogwater Maas"});
        let mut ours = Self {
            server,
            incident: String::new(),
            bearer,
            cookies,
            last: 0,
        };
        let mut client = Client::new(&ours.server.address)?;
        ours.incident = ours.record(&mut client, "/v1/incident/incident/open", &title)?;
        for _ in 0..20 {
            ours.line(&mut client)?;
        }
        Ok(ours)
    }

    fn record(&self, client: &mut Client, path: &str, body: &serde_json::Value) -> Outcome<String> {
        let headers = [
            ("Authorization", self.bearer.as_str()),
            ("Content-Type", "application/json"),
        ];
        let answer = client.ask("POST", path, &headers, body.to_string().as_bytes())?;
        if answer.status >= 300 {
            return Err(unexpected(path, &answer));
        }
        let said: serde_json::Value = serde_json::from_slice(&answer.body)?;
        let stream = said.get("stream").and_then(|it| it.as_str());
        Ok(stream.ok_or("no stream was made")?.to_owned())
    }

    /// Records the next line.
    fn line(&mut self, client: &mut Client) -> Outcome<()> {
        self.last += 1;
        let number = self.last;
        let line = format!("{MARK}{number:07}. {}", text(number));
        let line = json!({"incident": self.incident, "text": line});
        self.record(client, "/v1/incident/log/write", &line)?;
        Ok(())
    }

    fn round(&mut self, viewers: usize, changes: &[Duration]) -> Outcome<(Round, Vec<usize>)> {
        let mut lines = Lines::new(Speech::WebSocket)?;
        let target = format!("/pushed?at=/incident/incident/{}", self.incident);
        for viewer in 0..viewers {
            let cookie = self.cookies.get(viewer / OF_ACCOUNT).ok_or("no account")?;
            let headers = [
                ("Cookie", cookie.as_str()),
                ("Sec-Fetch-Site", "same-origin"),
                ("Sec-WebSocket-Extensions", UNPACKS),
            ];
            lines.add(open(&self.server.address, &target, &headers)?)?;
        }
        let (first, process) = (self.last, self.server.process());
        let round = look_on(lines, viewers, process, || {
            let mut client = Client::new(&self.server.address)?;
            let begun = Instant::now();
            let mut sent = Vec::new();
            for change in changes {
                wait_until(begun + *change);
                sent.push(Instant::now());
                self.line(&mut client)?;
            }
            Ok(sent)
        })?;
        let told = round.seen.messages.iter().map(|it| newest(it));
        let told: Vec<usize> = told.collect::<Outcome<_>>()?;
        let covers = told.iter().map(|it| it.saturating_sub(first)).collect();
        Ok((round, covers))
    }
}

/// Number of the newest line that a page tells of, in the packed message that brought it.
fn newest(packed: &[u8]) -> Outcome<usize> {
    // What every message ends in is left out on the way (RFC 7692, 7.2.2).
    let whole = [packed, &[0, 0, 0xff, 0xff]].concat();
    let mut page = Vec::with_capacity(LONGEST_PAGE);
    let mut reader = flate2::Decompress::new(false);
    reader.decompress_vec(&whole, &mut page, flate2::FlushDecompress::Sync)?;
    let page = String::from_utf8(page)?;
    let numbers = page.match_indices(MARK).filter_map(|(at, _)| {
        let digits = page.get(at + MARK.len()..at + MARK.len() + 7)?;
        digits.parse::<usize>().ok()
    });
    Ok(numbers.max().ok_or("a page without a line was pushed")?)
}

/// A server that passes on what the first of its viewers says.
struct Theirs {
    server: Yardstick,
    speech: Speech,
    rounds: u64,
}

impl Theirs {
    fn new(server: Yardstick, speech: Speech) -> Self {
        Self {
            server,
            speech,
            rounds: 0,
        }
    }

    /// The pages in its own words.
    fn worded(&self, pages: &[Vec<u8>], yjs: bool) -> Vec<Vec<u8>> {
        let document = Pages::new(0x9000_0000 + self.rounds);
        let word = |page: &Vec<u8>| match (self.speech, yjs) {
            (Speech::Nats, _) => {
                let head = format!("PUB page {}\r\n", page.len());
                [head.as_bytes(), page, b"\r\n"].concat()
            }
            (Speech::WebSocket, true) => frame(BINARY, &document.put(page)),
            (Speech::WebSocket, false) => frame(BINARY, page),
        };
        pages.iter().map(word).collect()
    }

    fn join(&self, viewers: usize, yjs: bool) -> Outcome<Lines> {
        let mut lines = Lines::new(self.speech)?;
        let address = &self.server.address;
        let target = match yjs {
            true => format!("/room-{}", self.rounds),
            false => "/".to_owned(),
        };
        for _ in 0..viewers {
            lines.add(match self.speech {
                Speech::WebSocket => open(address, &target, &[])?,
                Speech::Nats => subscribe(address)?,
            })?;
        }
        Ok(lines)
    }

    /// Gives the pages to its viewers, as ours would push them.
    fn round(
        &mut self,
        viewers: usize,
        changes: &[Duration],
        pages: &[Vec<u8>],
        yjs: bool,
    ) -> Outcome<(Round, Vec<usize>)> {
        self.rounds += 1;
        let pushes = pushes(changes);
        let pages: Vec<Vec<u8>> = (0..pushes.len())
            .filter_map(|number| stamped(pages, number))
            .collect();
        let words = self.worded(&pages, yjs);
        let lines = self.join(viewers, yjs)?;
        let mut voice: Voice = lines.voice(0)?;
        let round = look_on(lines, viewers, self.server.process(), || {
            let begun = Instant::now();
            for ((at, _), word) in pushes.iter().zip(&words) {
                wait_until(begun + *at);
                voice.say(word)?;
            }
            Ok(changes.iter().map(|it| begun + *it).collect())
        })?;
        Ok((round, pushes.iter().map(|(_, covers)| *covers).collect()))
    }
}

/// One of these pages, with its number in the place of its first bytes so that no two are equal.
fn stamped(pages: &[Vec<u8>], number: usize) -> Option<Vec<u8>> {
    let mut page = pages.get(number % pages.len().max(1))?.clone();
    let stamp = u32::try_from(number).unwrap_or_default().to_be_bytes();
    page.iter_mut().zip(stamp).for_each(|(own, it)| *own = it);
    Some(page)
}

/// A connection to NATS that is told of pages.
fn subscribe(address: &str) -> Outcome<(std::net::TcpStream, Vec<u8>)> {
    let mut stream = std::net::TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    until(&mut stream, b"\r\n")?;
    let hello = "CONNECT {\"verbose\":false,\"pedantic\":false,\"tls_required\":false,\
                 \"name\":\"\",\"lang\":\"rust\",\"version\":\"1\"}\r\nSUB page 1\r\nPING\r\n";
    std::io::Write::write_all(&mut stream, hello.as_bytes())?;
    let (_, behind) = until(&mut stream, b"PONG\r\n")?;
    Ok((stream, behind))
}

/// What is gathered over the rounds.
#[derive(Default)]
struct Gathered {
    y_websocket: Vec<(f64, f64)>,
    axum: Vec<(f64, f64)>,
    nats: Vec<(f64, f64)>,
    complete: Vec<f64>,
    carried: Vec<f64>,
    sizes: Vec<f64>,
}

impl Gathered {
    fn figures(self, viewers: usize) -> Vec<Figure> {
        let of = |title: &str, unit, pairs, limit| Figure::ratio("12", title, unit, pairs, limit);
        // With fewer viewers it is another figure: what the page itself costs weighs more.
        let held = |limit| match viewers >= VIEWERS {
            true => limit,
            false => Limit::None,
        };
        let least = |values: &[f64]| values.iter().copied().fold(f64::INFINITY, f64::min);
        let value =
            |title: String, unit, value, limit| Figure::value("12", title, unit, value, limit);
        vec![
            of(
                "processor for a push to a viewer / y-websocket, same bytes",
                "us",
                self.y_websocket,
                held(Limit::AtMost(0.8)),
            ),
            of(
                "the same / a bare axum broadcaster",
                "us",
                self.axum,
                Limit::None,
            ),
            of(
                "p99 from a change until a viewer has it / nats-server",
                "ms",
                self.nats,
                held(Limit::AtMost(1.0)),
            ),
            value(
                format!("of {viewers} viewers had every push and end with the last"),
                "viewers",
                least(&self.complete),
                Limit::AtLeast(viewers as f64),
            ),
            value(
                "share of these pushes that a bare axum broadcaster delivers".to_owned(),
                "",
                least(&self.carried),
                Limit::AtLeast(1.0),
            ),
            value(
                "one push".to_owned(),
                "kB",
                median(self.sizes.into_iter()) / 1e3,
                Limit::None,
            ),
        ]
    }
}

/// Figure 12.
pub fn measure(scratch: &Scratch, effort: &Effort) -> Outcome<Vec<Figure>> {
    allow_many()?;
    let viewers = effort.viewers;
    let mut y_websocket = Theirs::new(Yardstick::y_websocket()?, Speech::WebSocket);
    let mut nats = Theirs::new(Yardstick::nats()?, Speech::Nats);
    let mut axum = Theirs::new(Yardstick::axum()?, Speech::WebSocket);
    let mut ours = Ours::start(scratch, viewers)?;
    let mut gathered = Gathered::default();
    for pair in 0..=effort.pairs {
        let changes = schedule(Duration::from_secs(effort.seconds * 2), pair as u64);
        let (own, covers) = ours.round(viewers, &changes)?;
        let pages = &own.seen.messages;
        let (other, _) = y_websocket.round(viewers, &changes, pages, true)?;
        let (bare, _) = axum.round(viewers, &changes, pages, false)?;
        let (fast, fast_covers) = nats.round(viewers, &changes, pages, false)?;
        if pair == 0 {
            continue;
        }
        gathered.y_websocket.push((own.cost, other.cost));
        gathered.axum.push((own.cost, bare.cost));
        let times = (own.p99(&covers)?, fast.p99(&fast_covers)?);
        gathered.nats.push(times);
        gathered.complete.push(own.complete() as f64);
        gathered.carried.push(bare.delivered());
        let size = pages.iter().map(Vec::len).sum::<usize>() as f64;
        gathered.sizes.push(size / pages.len().max(1) as f64);
    }
    Ok(gathered.figures(viewers))
}
