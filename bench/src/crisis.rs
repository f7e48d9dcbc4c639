// SPDX-License-Identifier: EUPL-1.2
//! A long crisis in a node that is open in this process: what its teams shared, again and again,
//! and the lines of their logs.

use std::sync::Arc;

use paraat_contract::{Desk as _, Intent};
use paraat_incident::terms::{teams::TEAMS, themes::THEMES};
use paraat_kernel::StreamId;
use paraat_ui::field::Typed;

use crate::Outcome;
use crate::node::{Node, WRITER, actor, text};

/// Of so many events one is a line of a log; the others are parts that are shared again.
const LINE_OF: usize = 4;

impl Node {
    /// Opens an incident and records so many events in it, spread over teams and themes, each team
    /// one after the other and all teams at once.
    pub fn crisis(&self, events: usize) -> Outcome<StreamId> {
        let actor = actor(WRITER)?;
        let intent = |path| self.intent(&actor, path, Typed::default());
        let mut open = intent(("incident", "incident", "open"))?;
        open.typed = Typed::default().with("title", "Hoogwater Maas");
        let opened = self.runtime.block_on(self.spine.submit(open));
        let incident = opened
            .map_err(|refused| format!("open: {refused:?}"))?
            .stream;
        let about = Typed::default().with("incident", incident.to_string());
        let parts = TEAMS.len() * THEMES.len();
        let shared = events - events / LINE_OF;
        let mut chains = Vec::new();
        for (place, team) in TEAMS.iter().enumerate() {
            let of = about.clone().with("team", *team);
            let mut lines = intent(("incident", "log", "write"))?;
            lines.typed = of.clone();
            let many = share_of(events / LINE_OF, TEAMS.len(), place);
            chains.push(self.chain(lines, many));
            for (nth, theme) in THEMES.iter().enumerate() {
                let mut part = intent(("incident", "part", "share"))?;
                part.typed = of.clone().with("theme", *theme).with("status", "raised");
                let many = share_of(shared, parts, place * THEMES.len() + nth);
                chains.push(self.chain(part, many));
            }
        }
        for chain in chains {
            self.runtime.block_on(chain)??;
        }
        Ok(incident)
    }

    /// Wants the same so many times, each time on what the one before made.
    fn chain(&self, first: Intent, many: usize) -> tokio::task::JoinHandle<Result<(), String>> {
        let spine = Arc::clone(&self.spine);
        self.runtime.spawn(async move {
            let mut seen = None;
            for number in 0..many {
                let mut intent = first.clone();
                intent.typed = intent.typed.with("text", text(number));
                intent.seen = seen;
                let done = spine.submit(intent).await;
                seen = Some(done.map_err(|refused| format!("{refused:?}"))?.version);
            }
            Ok(())
        })
    }
}

/// How many of all fall to one of so many, so that together they are all.
fn share_of(all: usize, among: usize, place: usize) -> usize {
    all / among + usize::from(place < all % among)
}

/// A repeatable sequence of numbers.
pub struct Dice(pub u64);

impl Dice {
    /// The next one, at least 0 and less than this.
    pub fn below(&mut self, bound: i64) -> i64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).unwrap_or_default() % bound.max(1)
    }
}

/// Where objects are placed: west, south, width and height in units of 1e-7 degree, a part of the
/// country without water of the sea.
pub const GROUND: (i64, i64, i64, i64) = (50_000_000, 514_000_000, 10_000_000, 10_000_000);

impl Node {
    /// Places so many objects at random, over three incidents and the teams in each. Who is of
    /// another organisation sees two of the incidents; their addresses are the answer.
    pub fn objects(&self, many: usize) -> Outcome<Vec<String>> {
        let actor = actor(WRITER)?;
        let mut circle = self.intent(&actor, ("trust", "circle", "make"), Typed::default())?;
        circle.typed = Typed::default()
            .with("name", "Alleen wij")
            .with("purpose", "Meting");
        let circle = self.runtime.block_on(self.spine.submit(circle));
        let circle = circle.map_err(|refused| format!("circle: {refused:?}"))?;
        let mut incidents = Vec::new();
        for number in 0..3 {
            let mut open =
                self.intent(&actor, ("incident", "incident", "open"), Typed::default())?;
            open.typed = Typed::default().with("title", format!("Hoogwater {number}"));
            if number == 2 {
                open.typed = open.typed.with("circle", circle.stream.to_string());
            }
            let opened = self.runtime.block_on(self.spine.submit(open));
            let opened = opened.map_err(|refused| format!("open: {refused:?}"))?;
            incidents.push(opened.stream.to_string());
        }
        let layers = incidents.len() * TEAMS.len();
        let mut chains = Vec::new();
        for layer in 0..layers {
            let (incident, team) = (incidents.get(layer % 3), TEAMS.get(layer / 3));
            let mut place =
                self.intent(&actor, ("incident", "layer", "place"), Typed::default())?;
            place.typed = Typed::default()
                .with("incident", incident.map_or("", String::as_str))
                .with("team", team.copied().unwrap_or_default())
                .with("kind", "command-post")
                .with("source", "Meting")
                .with("note", text(layer));
            chains.push(self.scatter(place, share_of(many, layers, layer), layer as u64));
        }
        for chain in chains {
            self.runtime.block_on(chain)??;
        }
        incidents.truncate(2);
        Ok(incidents)
    }

    fn scatter(
        &self,
        first: Intent,
        many: usize,
        seed: u64,
    ) -> tokio::task::JoinHandle<Result<(), String>> {
        let spine = Arc::clone(&self.spine);
        self.runtime.spawn(async move {
            let mut dice = Dice(seed);
            let (west, south, wide, high) = GROUND;
            for number in 0..many {
                let (lon, lat) = (west + dice.below(wide), south + dice.below(high));
                let mut intent = first.clone();
                let at = format!("{:.7}, {:.7}", lat as f64 / 1e7, lon as f64 / 1e7);
                let title = format!("Post {seed}-{number}");
                intent.typed = intent.typed.with("at", at).with("title", title);
                let done = spine.submit(intent).await;
                done.map_err(|refused| format!("{refused:?}"))?;
            }
            Ok(())
        })
    }
}
