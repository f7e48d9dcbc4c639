// SPDX-License-Identifier: EUPL-1.2
//! Figure 13: fifty people type in one section of a picture. How long it takes until another sees a
//! key that somebody pressed, and how much memory the server has after a hundred thousand of them,
//! against Hocuspocus with the same updates.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::figure::{Figure, Limit};
use crate::http::Client;
use crate::lines::{Lines, Speech, Voice, allow_many};
use crate::looking::percentile;
use crate::scratch::Scratch;
use crate::server::Server;
use crate::websocket::{BINARY, frame, open};
use crate::yardsticks::Yardstick;
use crate::yjs;
use crate::{Effort, Outcome, machine};

/// Who type.
const PEOPLE: usize = 50;
/// Drafts that one account may have open.
const OF_ACCOUNT: usize = 24;
/// From one key to the next of somebody who types fast.
const TYPING: Duration = Duration::from_millis(250);
/// The same where it is only about how many: no faster than a node takes it from one socket.
const HURRY: Duration = Duration::from_millis(21);
/// A key that nobody has seen for so long is lost.
const LOST: Duration = Duration::from_secs(30);
/// So many keys the limit of memory is for: with fewer it is that of the bare servers.
const KEYS: usize = 100_000;
/// Runs of the long one, each with servers that were just started.
const LONG_RUNS: usize = 3;

/// What is typed: the updates of each round, and which key each of them is.
struct Script {
    rounds: Vec<Vec<Vec<u8>>>,
    keys: HashMap<(usize, usize), usize>,
}

impl Script {
    fn new(keys: usize) -> Outcome<Self> {
        let rounds = yjs::typed(PEOPLE, keys.div_ceil(PEOPLE))?;
        let all = rounds.iter().flatten().enumerate();
        let keys = all.filter_map(|(number, update)| Some((yjs::key(update)?, number)));
        let keys: HashMap<_, _> = keys.collect();
        if keys.len() != rounds.len() * PEOPLE {
            return Err("two keys are the same".into());
        }
        Ok(Self { rounds, keys })
    }
}

/// A text in which several people type, on one of the servers.
struct Text {
    lines: Lines,
    voices: Vec<Voice>,
    /// What stands before every message.
    before: Vec<u8>,
}

impl Text {
    fn open(
        name: &str,
        mut join: impl FnMut(usize) -> Outcome<(std::net::TcpStream, Vec<u8>)>,
    ) -> Outcome<Self> {
        let before = match name {
            "" => Vec::new(),
            name => yjs::about(name, b""),
        };
        let mut lines = Lines::new(Speech::WebSocket)?;
        let mut voices = Vec::new();
        for place in 0..PEOPLE {
            lines.add(join(place)?)?;
            voices.push(lines.voice(place)?);
        }
        let mut text = Self {
            lines,
            voices,
            before,
        };
        for place in 0..PEOPLE {
            if !text.before.is_empty() {
                text.say(place, &yjs::introduction())?;
            }
            text.say(place, &yjs::ask())?;
        }
        text.lines.settle(Duration::from_millis(700))?;
        Ok(text)
    }

    fn say(&mut self, place: usize, message: &[u8]) -> Outcome<()> {
        let message = [&self.before, message].concat();
        let voice = self.voices.get_mut(place).ok_or("nobody there")?;
        voice.say(&frame(BINARY, &message))
    }

    /// Everybody types what the script says; answers milliseconds from each key until each of the
    /// others had it. Nobody types on before what they answer to has come.
    fn play(mut self, script: &Script, every: Duration) -> Outcome<Vec<f64>> {
        let total = script.rounds.len() * PEOPLE;
        let begun = Instant::now();
        let mut sent: Vec<Instant> = Vec::new();
        let mut heard = Heard {
            times: Vec::new(),
            missing: vec![PEOPLE * (PEOPLE - 1); script.rounds.len()],
            last: begun,
        };
        let whole = PEOPLE * (PEOPLE - 1);
        while heard.times.len() < script.rounds.len() * whole {
            let next = sent.len();
            let (round, place) = (next / PEOPLE, next % PEOPLE);
            let due = begun + every * u32::try_from(next)? / PEOPLE as u32;
            let known = round.checked_sub(2).and_then(|it| heard.missing.get(it));
            let free = next < total && known.is_none_or(|missing| *missing == 0);
            let wait = match free {
                true => due.saturating_duration_since(Instant::now()),
                false => Duration::from_millis(5),
            };
            if free && wait.is_zero() {
                let update = script.rounds.get(round).and_then(|it| it.get(place));
                sent.push(Instant::now());
                self.say(place, &yjs::update(update.ok_or("nothing to type")?))?;
            }
            let wait = wait.min(Duration::from_millis(5));
            let before = self.before.as_slice();
            self.lines.hear(wait, &mut |place, message, at| {
                let update = message.strip_prefix(before).and_then(yjs::update_in);
                let key = update.and_then(yjs::key);
                if let Some(number) = key.and_then(|it| script.keys.get(&it)) {
                    heard.note(*number, place, at, &sent);
                }
            })?;
            if heard.last.elapsed() > LOST {
                return Err("a key that was pressed did not come to all".into());
            }
        }
        Ok(heard.times)
    }
}

/// What came to whom.
struct Heard {
    times: Vec<f64>,
    /// How often a key of each round has yet to come to somebody.
    missing: Vec<usize>,
    last: Instant,
}

impl Heard {
    fn note(&mut self, number: usize, place: usize, at: Instant, sent: &[Instant]) {
        // Some servers tell also who typed it.
        if number % PEOPLE == place {
            return;
        }
        let Some(sent) = sent.get(number) else { return };
        self.times
            .push(at.duration_since(*sent).as_secs_f64() * 1e3);
        if let Some(missing) = self.missing.get_mut(number / PEOPLE) {
            *missing = missing.saturating_sub(1);
        }
        self.last = at;
    }
}

/// A node with the accounts of those who type.
struct Ours {
    server: Server,
    bearer: String,
    cookies: Vec<String>,
}

impl Ours {
    fn start(scratch: &Scratch, name: &str) -> Outcome<Self> {
        let server = Server::start(&scratch.path(name))?;
        let bearer = server.bearers(1)?.pop().ok_or("no key")?;
        let mut cookies = Vec::new();
        for number in 0..PEOPLE.div_ceil(OF_ACCOUNT) {
            let name = format!("typist-bench-{number}");
            cookies.push(server.newcomer(&name, "vr23", "editor")?);
        }
        Ok(Self {
            server,
            bearer,
            cookies,
        })
    }

    /// A section of a new picture.
    fn text(&self) -> Outcome<Text> {
        let headers = [
            ("Authorization", self.bearer.as_str()),
            ("Content-Type", "application/json"),
        ];
        let body = json!({"title": "Hoogwater Maas"}).to_string();
        let mut client = Client::new(&self.server.address)?;
        let path = "/v1/incident/incident/open";
        let answer = client.ask("POST", path, &headers, body.as_bytes())?;
        let said: serde_json::Value = serde_json::from_slice(&answer.body)?;
        let incident = said.get("stream").and_then(|it| it.as_str());
        let incident = incident.ok_or("no incident")?;
        let target =
            format!("/drafts/incident/part/share/text?incident={incident}&team=rot&theme=water");
        Text::open("", |place| {
            let cookie = self.cookies.get(place / OF_ACCOUNT).ok_or("no account")?;
            let headers = [
                ("Cookie", cookie.as_str()),
                ("Sec-Fetch-Site", "same-origin"),
            ];
            open(&self.server.address, &target, &headers)
        })
    }
}

fn of_hocuspocus(server: &Yardstick, name: &str) -> Outcome<Text> {
    Text::open(name, |_| open(&server.address, "/", &[]))
}

/// MiB that a server has resident before anything was typed, and after all was.
fn memory(text: Text, script: &Script, process: u32) -> Outcome<(f64, f64)> {
    let before = machine::resident(process)?;
    text.play(script, HURRY)?;
    std::thread::sleep(Duration::from_secs(1));
    Ok((before, machine::resident(process)?))
}

/// Figure 13.
pub fn measure(scratch: &Scratch, effort: &Effort) -> Outcome<Vec<Figure>> {
    allow_many()?;
    let per_second = usize::try_from(1_000 / TYPING.as_millis())?;
    let seconds = usize::try_from(effort.seconds * 2)?;
    let script = Script::new(PEOPLE * per_second * seconds)?;
    let mut times = Vec::new();
    let ours = Ours::start(scratch, "typed")?;
    let theirs = Yardstick::hocuspocus()?;
    for pair in 0..=effort.pairs {
        let mut own = ours.text()?.play(&script, TYPING)?;
        let other = of_hocuspocus(&theirs, &format!("section-{pair}"))?;
        let mut other = other.play(&script, TYPING)?;
        if pair > 0 {
            times.push((percentile(&mut own), percentile(&mut other)));
        }
    }
    drop((ours, theirs));
    let script = Script::new(effort.keys)?;
    let (mut resident, mut added) = (Vec::new(), Vec::new());
    for run in 0..effort.pairs.min(LONG_RUNS) {
        let ours = Ours::start(scratch, &format!("typed-{run}"))?;
        let own = memory(ours.text()?, &script, ours.server.process())?;
        drop(ours);
        let theirs = Yardstick::hocuspocus()?;
        let text = of_hocuspocus(&theirs, "section")?;
        let other = memory(text, &script, theirs.process())?;
        resident.push((own.1, other.1));
        added.push((own.1 - own.0, other.1 - other.0));
    }
    let title = format!("p99 from a key until another has it, {PEOPLE} type / Hocuspocus");
    let held = match effort.keys >= KEYS {
        true => Limit::AtMost(0.5),
        false => Limit::None,
    };
    let memory = format!("memory after {} keys / Hocuspocus", effort.keys);
    Ok(vec![
        Figure::ratio("13", title, "ms", times, Limit::AtMost(1.0)),
        Figure::ratio("13", memory, "MiB", resident, held),
        Figure::ratio(
            "13",
            "what these keys added to it",
            "MiB",
            added,
            Limit::None,
        ),
    ])
}
