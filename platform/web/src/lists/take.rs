// SPDX-License-Identifier: EUPL-1.2
//! Lines of a file through the one door: tried without a trace, all of them, or the good ones.

use std::collections::{BTreeMap, BTreeSet};

use paraat_authority::{Audience, Reason};
use paraat_contract::{Desk, Intent, Keep, Line, Names, Params, Refused, Scene, Verb, Want};
use paraat_kernel::{Actor, Timestamp};
use paraat_sheets::Finding;
use paraat_ui::Words;

use super::cells::Cells;
use super::change::{CHANGES, Change};
use super::compare::{Compared, Lined, State};
use super::{Listed, why};
use crate::keeper::{Keeper, Noted};

/// What is taken of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taking {
    /// Nothing: it is only tried.
    Nothing,
    /// Everything, or nothing when one line is bad.
    All,
    /// The good lines.
    Good,
}

impl Taking {
    /// What has this name in addresses and forms.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "nothing" => Some(Self::Nothing),
            "all" => Some(Self::All),
            "good" => Some(Self::Good),
            _ => None,
        }
    }
}

/// A line that is not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bad {
    /// The number that a spreadsheet program shows beside it.
    pub number: u32,
    /// Name of the column, empty when it is about none.
    pub key: String,
    /// Its heading.
    pub column: String,
    /// Key of the reason.
    pub reason: String,
    /// The reason.
    pub sentence: String,
}

/// What came of a file.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// Lines that say what stands here already.
    pub unchanged: u64,
    /// Good lines that are new.
    pub new: u64,
    /// Good lines that say something else.
    pub changed: u64,
    /// What the first of the good lines change.
    pub changes: Vec<Change>,
    /// Lines that are not taken, by number.
    pub bad: Vec<Bad>,
    /// True when the good lines are recorded, and the disk has them.
    pub kept: bool,
    /// What was found about the file as such.
    pub findings: Vec<Finding>,
    /// Headings that are none of ours.
    pub unknown: Vec<String>,
    /// Headings of columns that are only read, in which something else stands, in so many lines.
    pub fixed: Vec<(String, u64)>,
    /// What was not permitted: the verb (`agenda.progress report`), the key of the reason, and how
    /// many times.
    pub not_permitted: BTreeMap<(String, &'static str), u64>,
}

impl Report {
    /// Lines that are good and say something new.
    pub fn good(&self) -> u64 {
        self.new + self.changed
    }

    /// How many lines are bad: one may be bad in several columns.
    pub fn bad_lines(&self) -> usize {
        let numbers: BTreeSet<u32> = self.bad.iter().map(|it| it.number).collect();
        numbers.len()
    }

    /// Notes what was not permitted among the refusals: once a file, and not once a line.
    pub fn note(&self, keeper: &dyn Keeper, actor: Option<&Actor>) {
        for ((verb, reason), times) in &self.not_permitted {
            keeper.note_refusal(Noted {
                actor,
                verb,
                stream: None,
                reason,
                times: *times,
            });
        }
    }
}

/// Who wants it, and with what they look; held while others are waited for.
pub struct Who<'a> {
    /// The record.
    pub desk: &'a dyn Desk,
    /// The words.
    pub words: &'a Words,
    /// As whom they look.
    pub audience: &'a Audience,
    /// Who they are.
    pub actor: Option<&'a Actor>,
    /// The moment.
    pub now: Timestamp,
}

/// How often good lines are tried again without the bad ones. Each time fewer are left; more than
/// twice only when others change what the file is about at this moment.
const TRIES: u32 = 4;

/// Takes of a file what is asked for. The refusal is of the whole: of good lines that were to be
/// recorded and never were, because others kept changing what they are about, too.
pub async fn take(who: &Who<'_>, compared: Compared, taking: Taking) -> Result<Report, Refused> {
    let names = who.desk.names();
    let mut work = Work::new(who, &names, compared);
    work.ask();
    for _ in 0..TRIES {
        if work.lines.is_empty() {
            return Ok(work.done());
        }
        work.report.kept = work.run(taking).await?;
        let whole = taking == Taking::All && !work.report.bad.is_empty();
        if work.report.kept || taking == Taking::Nothing || whole {
            return Ok(work.done());
        }
    }
    if work.lines.is_empty() {
        return Ok(work.done());
    }
    Err(Refused::TookTooLong)
}

/// A line that says something new and was not refused, with what it still asks for.
struct Going {
    number: u32,
    line: Line,
    state: State,
    wants: Vec<Want>,
}

struct Work<'a> {
    who: &'a Who<'a>,
    names: &'a Names,
    listed: Listed,
    /// Lines that are not asked yet what they want.
    unasked: Vec<Lined>,
    lines: Vec<Going>,
    report: Report,
}

impl<'a> Work<'a> {
    fn new(who: &'a Who<'a>, names: &'a Names, compared: Compared) -> Self {
        let all = compared.lines.len();
        let mut lines = compared.lines;
        lines.retain(|lined| lined.state != State::Unchanged);
        Self {
            who,
            names,
            listed: compared.listed,
            report: Report {
                unchanged: (all - lines.len()) as u64,
                bad: compared.bad,
                findings: compared.findings,
                unknown: compared.unknown,
                fixed: compared.fixed,
                ..Report::default()
            },
            unasked: lines,
            lines: Vec::new(),
        }
    }

    /// What the lines ask for. Whoever asks for nothing is done with.
    fn ask(&mut self) {
        let params = Params {
            now: self.who.now,
            ..Params::default()
        };
        let scene = Scene {
            audience: self.who.audience,
            words: self.who.words,
            params: &params,
            organisations: self.names,
            head: None,
        };
        for lined in std::mem::take(&mut self.unasked) {
            let (number, state) = (lined.number, lined.state);
            let import = self.listed.list.import;
            let wants = import.map_or(Ok(Vec::new()), |import| (import.wants)(&lined.line, &scene));
            match wants {
                Ok(wants) if wants.is_empty() => self.report.unchanged += 1,
                Ok(wants) => self.lines.push(Going {
                    number,
                    line: lined.line,
                    state,
                    wants,
                }),
                Err(refusal) => self.say(number, None, Refused::Rule(refusal)),
            }
        }
    }

    /// Tries what is wanted. What is refused is not wanted any more, with all of its line; what is
    /// so already is not either, and its line goes on with the rest.
    async fn run(&mut self, taking: Taking) -> Result<bool, Refused> {
        let wants = self.lines.iter().flat_map(|line| &line.wants);
        let intents = wants.map(|want| self.intent(want.clone())).collect();
        let keep = match taking {
            Taking::Nothing => Keep::Nothing,
            // Nothing will be recorded, so all that is wrong is named in one go.
            Taking::All if !self.report.bad.is_empty() => Keep::Nothing,
            Taking::All | Taking::Good => Keep::All,
        };
        let done = self.who.desk.together(intents, keep).await?;
        let import = self.listed.list.import;
        let nothing_new = import.map_or(&[][..], |import| import.nothing_new);
        let mut outcomes = done.outcomes.into_iter();
        for mut line in std::mem::take(&mut self.lines) {
            let (mut new, mut bad) = (Vec::new(), false);
            for (want, outcome) in line.wants.into_iter().zip(outcomes.by_ref()) {
                match outcome {
                    Ok(_receipt) => new.push(want),
                    Err(Refused::Rule(refusal)) if nothing_new.contains(&refusal.key) => {}
                    Err(refused) => {
                        bad = true;
                        self.say(line.number, Some(&want), refused);
                    }
                }
            }
            line.wants = new;
            if !bad && line.wants.is_empty() {
                self.report.unchanged += 1;
            } else if !bad {
                self.lines.push(line);
            }
        }
        Ok(done.kept)
    }

    fn verb(&self, want: &Want) -> Option<&'static Verb> {
        let kind = format!("{}.{}", self.listed.module.name, want.kind);
        let kind = self.who.desk.kind(&kind)?;
        kind.verbs().iter().find(|verb| verb.name == want.verb)
    }

    fn intent(&self, want: Want) -> Intent {
        Intent {
            module: self.listed.module.name.to_owned(),
            kind: want.kind.to_owned(),
            verb: want.verb.to_owned(),
            target: want.target,
            typed: want.typed,
            seen: want.seen,
            key: None,
            actor: self.who.actor.cloned(),
            audience: self.who.audience.clone(),
        }
    }

    /// Notes why a line is not taken, each reason at its column.
    fn say(&mut self, number: u32, want: Option<&Want>, refused: Refused) {
        let voice = self.who.words.voice(self.who.audience.language);
        let about = why::About {
            voice,
            names: self.names,
            module: self.listed.module.name,
            kind: want.map_or("", |it| it.kind),
            fields: want
                .and_then(|it| self.verb(it))
                .map_or(&[], |verb| verb.fields),
        };
        if let (Some(want), Refused::NotPermitted(verdict)) = (want, &refused) {
            let verb = format!("{}.{} {}", self.listed.module.name, want.kind, want.verb);
            let reason = verdict.against.first().map_or("", Reason::key);
            *self.report.not_permitted.entry((verb, reason)).or_default() += 1;
        }
        let columns = self.listed.list.columns;
        let usual = want.map_or("", |want| want.column);
        for reason in why::reasons(&about, refused) {
            let at = |key: &str| columns.iter().find(|column| column.key == key);
            let column = at(&reason.field).or_else(|| at(usual));
            self.report.bad.push(Bad {
                number,
                key: column.map_or(String::new(), |it| it.key.to_owned()),
                column: column.map_or(String::new(), |it| voice.say(it.label)),
                reason: reason.key,
                sentence: reason.sentence,
            });
        }
    }

    fn done(mut self) -> Report {
        let new = self.lines.iter().filter(|it| it.state == State::New);
        self.report.new = new.count() as u64;
        self.report.changed = self.lines.len() as u64 - self.report.new;
        self.report.bad.sort_by_key(|bad| bad.number);
        self.report.changes = self.changes();
        self.report
    }

    /// What the first of the good lines change, in the language of who looks.
    fn changes(&self) -> Vec<Change> {
        let Audience { language, zone, .. } = self.who.audience;
        let list = self.listed.list;
        let cells = Cells::new(list, self.who.words, self.names, *language, zone);
        let voice = self.who.words.voice(*language);
        let shown = self.lines.iter().take(CHANGES);
        shown
            .map(|it| Change::of(list, &cells, voice, (it.number, &it.line)))
            .collect()
    }
}
