// SPDX-License-Identifier: EUPL-1.2
//! Lines of a file through the one door: tried without a trace, all of them, or the good ones.

use std::collections::{BTreeMap, BTreeSet};

use paraat_authority::Audience;
use paraat_contract::{Desk, Intent, Keep, Names, Params, Refused, Scene, Verb, Want};
use paraat_kernel::{Actor, Timestamp};
use paraat_sheets::Finding;
use paraat_ui::Words;

use super::compare::{Compared, State};
use super::{Listed, why};

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

/// Takes of a file what is asked for. The refusal is of the whole.
pub async fn take(who: &Who<'_>, compared: Compared, taking: Taking) -> Result<Report, Refused> {
    let names = who.desk.names();
    let mut work = Work::new(who, &names, compared);
    if taking == Taking::Nothing {
        work.run(Keep::Nothing).await?;
    } else {
        for _ in 0..TRIES {
            if work.wants.is_empty() || (taking == Taking::All && !work.report.bad.is_empty()) {
                break;
            }
            work.report.kept = work.run(Keep::All).await?;
            if work.report.kept {
                break;
            }
        }
        if taking == Taking::All && !work.report.bad.is_empty() && !work.tried {
            // Nothing is recorded, so all that is wrong is named in one go.
            work.run(Keep::Nothing).await?;
        }
    }
    Ok(work.done())
}

/// What a line asks for.
struct Wanted {
    /// Its number and what it is.
    number: u32,
    state: State,
    want: Want,
}

struct Work<'a> {
    who: &'a Who<'a>,
    names: &'a Names,
    listed: Listed,
    wants: Vec<Wanted>,
    report: Report,
    tried: bool,
}

impl<'a> Work<'a> {
    fn new(who: &'a Who<'a>, names: &'a Names, compared: Compared) -> Self {
        let listed = compared.listed;
        let mut work = Self {
            who,
            names,
            listed,
            wants: Vec::new(),
            report: Report {
                bad: compared.bad,
                findings: compared.findings,
                unknown: compared.unknown,
                fixed: compared.fixed,
                ..Report::default()
            },
            tried: false,
        };
        let params = Params {
            now: who.now,
            ..Params::default()
        };
        let scene = Scene {
            audience: who.audience,
            words: who.words,
            params: &params,
            organisations: names,
        };
        for lined in compared.lines {
            let (number, state) = (lined.number, lined.state);
            let import = listed.list.import.filter(|_| state != State::Unchanged);
            let wants = import.map_or(Ok(Vec::new()), |import| (import.wants)(&lined.line, &scene));
            match wants {
                Ok(wants) if wants.is_empty() => work.report.unchanged += 1,
                Ok(wants) => work.wants.extend(wants.into_iter().map(|want| Wanted {
                    number,
                    state,
                    want,
                })),
                Err(refusal) => {
                    let refused = Refused::Rule(refusal);
                    work.say(number, None, refused);
                }
            }
        }
        work
    }

    /// Tries what is wanted. What is refused is not wanted any more, with all of its line.
    async fn run(&mut self, keep: Keep) -> Result<bool, Refused> {
        self.tried = true;
        let intents: Vec<Intent> = self.wants.iter().map(|it| self.intent(&it.want)).collect();
        let done = self.who.desk.together(intents, keep).await?;
        let wants = std::mem::take(&mut self.wants);
        let import = self.listed.list.import;
        let nothing_new = import.map_or(&[][..], |import| import.nothing_new);
        // A line goes on when any part of it is new; it is bad when any part of it is refused.
        let mut bad: BTreeSet<u32> = BTreeSet::new();
        let mut is_so: BTreeMap<u32, State> = BTreeMap::new();
        let mut left = Vec::with_capacity(wants.len());
        for (wanted, outcome) in wants.into_iter().zip(done.outcomes) {
            match outcome {
                Ok(_receipt) => left.push(wanted),
                Err(Refused::Rule(refusal)) if nothing_new.contains(&refusal.key) => {
                    is_so.insert(wanted.number, wanted.state);
                }
                Err(refused) => {
                    bad.insert(wanted.number);
                    self.say(wanted.number, Some(&wanted.want), refused);
                }
            }
        }
        left.retain(|wanted| !bad.contains(&wanted.number));
        let going: BTreeSet<u32> = left.iter().map(|wanted| wanted.number).collect();
        let only_so = is_so
            .keys()
            .filter(|it| !going.contains(it) && !bad.contains(it));
        self.report.unchanged += only_so.count() as u64;
        self.wants = left;
        Ok(done.kept)
    }

    fn verb(&self, want: &Want) -> Option<&'static Verb> {
        let kind = format!("{}.{}", self.listed.module.name, want.kind);
        let kind = self.who.desk.kind(&kind)?;
        kind.verbs().iter().find(|verb| verb.name == want.verb)
    }

    fn intent(&self, want: &Want) -> Intent {
        Intent {
            module: self.listed.module.name.to_owned(),
            kind: want.kind.to_owned(),
            verb: want.verb.to_owned(),
            target: want.target.clone(),
            typed: want.typed.clone(),
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
        let going: BTreeMap<u32, State> = self
            .wants
            .iter()
            .map(|wanted| (wanted.number, wanted.state))
            .collect();
        for state in going.values() {
            match state {
                State::New => self.report.new += 1,
                State::Changed => self.report.changed += 1,
                State::Unchanged => self.report.unchanged += 1,
            }
        }
        self.report.bad.sort_by_key(|bad| bad.number);
        self.report
    }
}
