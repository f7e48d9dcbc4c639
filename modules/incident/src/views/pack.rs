// SPDX-License-Identifier: EUPL-1.2
//! The print pack: all that a team needs on paper when the power goes. The picture as it was at one
//! moment, who takes part, what each function does first, and forms to go on by hand.
//!
//! What an organisation holds back is not in it, not even for itself: paper is passed on.

use std::collections::BTreeMap;

use paraat_contract::{Answer, Need, Order, Params, Row, Scene, Table, rows_of};
use paraat_kernel::document::{Block, Level, Span};
use paraat_kernel::geometry::Geometry;
use paraat_kernel::{Document, OrganisationId};
use paraat_ui::{Markup, html, time};

use super::report::{self, Report};
use super::{cut, decisions, facts, frame, gathered, lines, map, moment, told};
use crate::state::{directing, themes};
use crate::tables::{
    ACCEPTED, ACTION, BOTTLENECK, DECISION, DIRECTION, DISPUTE, FACT, LINE, OBJECT, PART, RESPONSE,
    SCALE, SYNTHESIS, TEAM,
};
use crate::terms::definitions::DEFINITIONS;
use crate::terms::roles::ROLES;

/// Most rows of each thing in a pack: more than anybody reads on paper, and few enough that the
/// largest crisis is typeset within the bounds of `paraat_print`.
const MOST: u32 = 300;

/// Most lines of the log: its tail.
const LINES: u32 = 120;

/// Empty rows of the form for the log: one page.
const EMPTY: usize = 22;

/// The height of a row that somebody writes in.
const BLANK: &str = "\u{a0}\n\u{a0}";

/// The crisis and all that stands in it, then what is said against its facts.
pub fn needs(params: &Params) -> Vec<Need> {
    gathered::needs(params, follow)
}

fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow_then(params, answers, (follow, last), |of| {
        let most = |(table, most): (&'static Table, u32)| of(table).by(Order::Newest).page(0, most);
        [
            (&LINE, LINES),
            (&DIRECTION, MOST),
            (&ACCEPTED, MOST),
            (&SCALE, MOST),
            (&SYNTHESIS, MOST),
            (&PART, MOST),
            (&FACT, MOST),
            (&BOTTLENECK, MOST),
            (&DECISION, MOST),
            (&ACTION, MOST),
            (&RESPONSE, MOST),
            (&TEAM, MOST),
            (&OBJECT, MOST),
        ]
        .map(most)
        .to_vec()
    })
}

/// What is said against the facts, and which lines were confirmed.
fn last(params: &Params, answers: &[Answer]) -> Vec<Need> {
    let mut needs = facts::disputes(params, answers);
    needs.extend(lines::confirmed(params, answers));
    needs
}

/// The way to the pack, from the picture.
pub fn link(scene: &Scene, own: &Row) -> Markup {
    let address = format!("{}/pack{}", frame::address(own), moment::suffix(scene));
    html! { a href=(address) { (scene.say("incident-pack-link")) } }
}

/// The page; none when this audience does not see the incident.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let document = document(answers, scene)?;
    frame::page(answers, scene, "/pack", |own| {
        let seen = moment::seen_from(scene.params);
        let here = format!("{}/pack?moment={seen}", frame::address(own));
        html! {
            div.prose { p { (scene.say("incident-pack-why")) } }
            (report::shown(scene, &here, &document))
        }
    })
}

/// The document. Its marking stands on every page, so that it also says of which moment the picture
/// is: a page that came loose from its pack is not taken for what holds now.
pub fn document(answers: &[Answer], scene: &Scene) -> Option<Document> {
    let own = gathered::own(answers)?;
    let voice = scene.words.voice(scene.language());
    let at = time::moment_text(voice, moment::seen_from(scene.params), &scene.zone());
    let said = [("title", own.text("title").to_owned())];
    let title = scene.say_with("incident-pack-title", &said);
    let mut document = report::opened(answers, scene, title)?;
    document.subtitle = scene.say_with("incident-pack-seen", &[("at", at)]);
    document.marking = format!("{}, {}", document.marking, document.subtitle);
    let report = Report { answers, scene };
    let pack = Pack { report: &report };
    document.blocks = [
        cut::told(answers, scene),
        pack.directs(),
        report.key(),
        report.scales(),
        report.picture(),
        pack.contradictions(),
        report.facts(),
        report.actions(),
        report.bottlenecks(),
        report.decisions(),
        pack.objects(),
        report.lines(),
        pack.contacts(),
        pack.roles(),
        pack.log_form(),
        pack.decision_form(),
    ]
    .concat();
    Some(document)
}

struct Pack<'a> {
    report: &'a Report<'a>,
}

impl Pack<'_> {
    fn say(&self, key: &str) -> String {
        self.report.scene.say(key)
    }

    fn rows(&self, table: &'static Table) -> Vec<&Row> {
        rows_of(self.report.answers, table)
    }

    fn directs(&self) -> Vec<Block> {
        let stances = self.rows(&DIRECTION);
        let holders = directing(&stances, &self.rows(&ACCEPTED));
        let named: Vec<String> = holders
            .iter()
            .map(|row| self.report.scene.organisation(row.stream.owner.as_str()))
            .collect();
        let key = match named.len() {
            0 => "incident-direction-nobody",
            1 => "incident-direction-one",
            _ => "incident-direction-several",
        };
        let said = [("who", named.join(", "))];
        vec![Block::paragraph(self.report.scene.say_with(key, &said))]
    }

    /// What does not agree, each side on a row of its own.
    fn contradictions(&self) -> Vec<Block> {
        let scene = self.report.scene;
        let all = self.rows(&FACT);
        let mut lines = Vec::new();
        for theme in themes(&self.rows(&PART)).iter().filter(|it| it.differs()) {
            for row in &theme.said {
                lines.push(vec![
                    self.say(&format!("incident-theme-{}", theme.name)),
                    told::by(scene, row),
                    self.say(&format!("incident-status-{}", row.text("status"))),
                ]);
            }
        }
        for definition in DEFINITIONS {
            let of = |row: &&&Row| row.text("definition") == definition.name;
            let rows: Vec<&Row> = all.iter().filter(of).copied().collect();
            let differing = facts::differing(&rows);
            let differs = |row: &&&Row| differing.contains(&row.text("area").to_lowercase());
            for row in rows.iter().filter(differs) {
                let value = facts::value(scene, row);
                lines.push(vec![self.fact(row), told::by(scene, row), value]);
            }
        }
        for row in self.rows(&DISPUTE) {
            let of = all.iter();
            let fact = of
                .copied()
                .find(|it| it.stream.to_string() == row.text("fact"));
            lines.push(vec![
                fact.map_or_else(String::new, |fact| self.fact(fact)),
                scene.organisation(row.stream.owner.as_str()),
                [row.text("value"), row.text("reason")]
                    .join(" ")
                    .trim()
                    .to_owned(),
            ]);
        }
        let heads = ["what", "by", "text"];
        self.report
            .table("incident-pack-contradictions", &heads, lines)
    }

    /// What a fact is of, and where.
    fn fact(&self, row: &Row) -> String {
        let name = self.say(&format!("incident-definition-{}", row.text("definition")));
        match row.text("area") {
            "" => name,
            area => format!("{name}, {area}"),
        }
    }

    /// What stands on the map, as a table: a place that can be read out over a radio.
    fn objects(&self) -> Vec<Block> {
        let scene = self.report.scene;
        let line = |row: &&Row| {
            let geometry = Geometry::from_text(row.text("geometry"));
            let places = geometry.as_ref().map(Geometry::places).unwrap_or_default();
            let degrees = places.first().map(|place| map::degrees(*place));
            let place = [row.text("area"), degrees.as_deref().unwrap_or_default()];
            let place: Vec<&str> = place.into_iter().filter(|it| !it.is_empty()).collect();
            vec![
                row.text("title").to_owned(),
                map::sort(scene, row),
                place.join("; "),
                told::by(scene, row),
                self.report.at(row.text("observed")),
            ]
        };
        let rows = self.rows(&OBJECT).iter().map(line).collect();
        let heads = ["what", "sign", "where", "by", "observed"];
        self.report.table("incident-map-objects", &heads, rows)
    }

    /// Who takes part: the teams that sit, and every organisation that said something; with room to
    /// write how to call them, because no register holds telephone numbers.
    fn contacts(&self) -> Vec<Block> {
        let scene = self.report.scene;
        let mut by: BTreeMap<&OrganisationId, Vec<&Row>> = BTreeMap::new();
        for answer in self.report.answers {
            if let Answer::Rows(found) = answer {
                for row in &found.rows {
                    by.entry(&row.stream.owner).or_default();
                }
            }
        }
        for row in self.rows(&TEAM) {
            if row.text("standing") == "sitting" {
                by.entry(&row.stream.owner).or_default().push(row);
            }
        }
        let mut lines = Vec::new();
        for (owner, teams) in &by {
            let who = scene.organisation(owner.as_str());
            let line = |team: String, place: &str, reach: &str| {
                let said = [place, reach].map(str::to_owned);
                [
                    vec![who.clone(), team],
                    said.to_vec(),
                    vec![BLANK.to_owned()],
                ]
                .concat()
            };
            if teams.is_empty() {
                lines.push(line(String::new(), "", ""));
            }
            for row in teams {
                let team = self.say(&format!("incident-team-{}", row.text("team")));
                lines.push(line(team, row.text("place"), row.text("reach")));
            }
        }
        let heads = ["who", "team", "place", "reach", "phone"];
        let mut blocks = self.report.table("incident-pack-contacts", &heads, lines);
        let why = Block::paragraph(self.say("incident-pack-contacts-why"));
        blocks.insert(1.min(blocks.len()), why);
        blocks.insert(0, Block::PageBreak);
        blocks
    }

    fn roles(&self) -> Vec<Block> {
        let mut blocks = vec![Block::PageBreak, self.report.heading("incident-roles")];
        for role in ROLES {
            let title = self.say(&format!("incident-role-{}", role.name));
            blocks.push(Block::heading(Level::Second, title));
            let step = |at| Span::plain(self.say(&format!("incident-role-{}-{at}", role.name)));
            let items = (1..=role.steps.len()).map(|at| vec![step(at)]).collect();
            blocks.push(Block::List {
                numbered: true,
                items,
            });
        }
        blocks
    }

    fn log_form(&self) -> Vec<Block> {
        let heads = ["happened", "number", "text", "source"];
        let empty = vec![vec![BLANK.to_owned(); heads.len()]; EMPTY];
        let form = self.report.table("incident-pack-log-form", &heads, empty);
        [vec![Block::PageBreak], form].concat()
    }

    fn decision_form(&self) -> Vec<Block> {
        let first = ["incident-pack-decision", "incident-pack-decided"];
        let grounds = decisions::GROUNDS.iter();
        let grounds = grounds.map(|(_, field)| format!("incident-ground-{field}"));
        let asked = first.map(str::to_owned).into_iter().chain(grounds);
        let line = |key: String| vec![self.say(&key), BLANK.to_owned()];
        let rows = asked.map(line).collect();
        let heads = ["what", "written"];
        let form = self
            .report
            .table("incident-pack-decision-form", &heads, rows);
        [vec![Block::PageBreak], form].concat()
    }
}
