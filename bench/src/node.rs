// SPDX-License-Identifier: EUPL-1.2
//! A demo folder opened in this process: the same ledger, spine and modules as the server has,
//! without HTTP before them.

use std::collections::{BTreeMap, VecDeque};
use std::path::Path;
use std::sync::{Arc, RwLock};

use data_encoding::HEXLOWER;
use paraat_contract::{Desk as _, Intent, Module, Names, Receipt, Refused};
use paraat_kernel::{Actor, Function, Language, OrganisationId, Space, StreamId, Uuid};
use paraat_ledger::seal::Signer;
use paraat_ledger::{Ledger, Setup};
use paraat_spine::{Parts, Spine, SystemClock, SystemEntropy};
use paraat_ui::field::Typed;
use tokio::task::JoinHandle;

use crate::Outcome;

/// As the server has them, in the same order.
const MODULES: &[&Module] = &[
    &paraat_incident::MODULE,
    &paraat_agenda::MODULE,
    &paraat_registers::MODULE,
    &paraat_trust::MODULE,
];

/// Jobs that wait for the writer or are with it: two batches, so that it never waits for us.
const IN_FLIGHT: usize = 512;

/// Whose comments and reports these are.
pub const WRITER: &str = "vr23";

/// An open node.
pub struct Node {
    pub(crate) spine: Arc<Spine>,
    pub(crate) runtime: tokio::runtime::Runtime,
}

fn names(_reader: &paraat_ledger::Reader) -> Names {
    Arc::new(BTreeMap::new())
}

fn secret(path: &Path) -> Outcome<[u8; 32]> {
    let text = std::fs::read_to_string(path)?;
    let bytes = HEXLOWER.decode(text.trim().as_bytes())?;
    <[u8; 32]>::try_from(bytes).map_err(|_other| format!("{}: no key", path.display()).into())
}

/// How the ledger of a demo folder is opened.
pub fn setup(folder: &Path) -> Outcome<Setup> {
    let mut incarnations: BTreeMap<OrganisationId, u32> = BTreeMap::new();
    for entry in std::fs::read_dir(folder.join("keys"))? {
        let name = entry?.file_name();
        if let Some(organisation) = name.to_string_lossy().strip_suffix(".root") {
            incarnations.insert(organisation.parse()?, 1);
        }
    }
    let key = secret(&folder.join("keys").join("node.key"))?;
    Ok(Setup {
        space: Space::live(),
        modules: MODULES.to_vec(),
        clock: Arc::new(SystemClock),
        entropy: Arc::new(SystemEntropy),
        signer: Arc::new(RwLock::new(Signer::new(&key, incarnations))),
    })
}

pub(crate) fn actor(organisation: &str) -> Outcome<Actor> {
    Ok(Actor {
        organisation: organisation.parse()?,
        functions: vec![Function::Editor, Function::Decider],
        account: Uuid::from_u128(23),
        compartments: Vec::new(),
    })
}

/// A comment of some hundreds of bytes, each with words of its own.
pub fn text(number: usize) -> String {
    let place = [
        "Dordrecht",
        "Gorinchem",
        "Terneuzen",
        "Kralendijk",
        "Oranjestad",
    ];
    let place = place.get(number % place.len()).copied().unwrap_or_default();
    format!(
        "Opmerking {number} vanuit {place}: de afspraken over opvang, vervoer en nazorg staan nu \
         in het regionale draaiboek; bij de oefening van vorige maand bleek dat de telefoonlijst \
         niet volledig was. Wij vullen die aan en laten weten wanneer dat gereed is."
    )
}

/// The addresses of the activities of the agenda.
pub fn activities(folder: &Path) -> Outcome<Vec<String>> {
    let ledger = rusqlite::Connection::open(folder.join("ledger.db"))?;
    let sql = "SELECT address FROM stream WHERE kind='agenda.activity' ORDER BY id";
    let mut statement = ledger.prepare(sql)?;
    let found = statement.query_map([], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

impl Node {
    /// Opens a demo folder that no server has open.
    pub fn open(folder: &Path) -> Outcome<Self> {
        let ledger = Ledger::open(&folder.join("ledger.db"), setup(folder)?)?;
        let spine = Spine::start(Parts {
            ledger,
            search: folder.join("search.db"),
            modules: MODULES.to_vec(),
            members: &paraat_trust::tables::MEMBER,
            names,
            files: Arc::new(paraat_contract::NoFiles),
            cursor_key: secret(&folder.join("keys").join("cursor.key"))?,
        })?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()?;
        Ok(Self {
            spine: Arc::new(spine),
            runtime,
        })
    }

    /// Position of the newest entry.
    pub fn position(&self) -> Outcome<i64> {
        Ok(self.spine.ledger().reader.position()?)
    }

    pub(crate) fn intent(
        &self,
        actor: &Actor,
        path: (&str, &str, &str),
        typed: Typed,
    ) -> Outcome<Intent> {
        let audience = self
            .spine
            .audience(Some(actor), Language::Nl, "Europe/Amsterdam")
            .map_err(|broken| broken.0)?;
        Ok(Intent {
            module: path.0.to_owned(),
            kind: path.1.to_owned(),
            verb: path.2.to_owned(),
            target: None,
            typed,
            seen: None,
            key: None,
            actor: Some(actor.clone()),
            audience,
        })
    }

    /// Writes so many comments, over all activities in turn, each answered after the disk has it.
    pub fn comment(&self, activities: &[String], from: usize, many: usize) -> Outcome<()> {
        let actor = actor(WRITER)?;
        let empty = self.intent(&actor, ("agenda", "comment", "write"), Typed::default())?;
        let mut waiting: VecDeque<JoinHandle<Result<Receipt, Refused>>> = VecDeque::new();
        self.runtime.block_on(async {
            for number in from..from + many {
                if waiting.len() >= IN_FLIGHT {
                    first_done(&mut waiting).await?;
                }
                let activity = activities.get(number % activities.len().max(1));
                let typed = Typed::default()
                    .with("activity", activity.map_or("", String::as_str))
                    .with("text", text(number));
                let key = Some(format!("bench-{number:012}"));
                let intent = Intent {
                    typed,
                    key,
                    ..empty.clone()
                };
                let spine = Arc::clone(&self.spine);
                waiting.push_back(
                    self.runtime
                        .spawn(async move { spine.submit(intent).await }),
                );
            }
            while !waiting.is_empty() {
                first_done(&mut waiting).await?;
            }
            Ok(())
        })
    }

    /// Makes one organisation the lead of every activity.
    pub fn assign_all(&self, activities: &[String]) -> Outcome<()> {
        let actor = actor("jenv")?;
        for activity in activities {
            let typed = Typed::default()
                .with("lead", WRITER)
                .with("reason", "Meting");
            let mut intent = self.intent(&actor, ("agenda", "activity", "assign"), typed)?;
            let stream: StreamId = activity.parse()?;
            let seen = self.spine.stream(&intent.audience, &stream);
            let seen = seen.map_err(|broken| broken.0)?.ok_or("no such activity")?;
            intent.target = Some(stream);
            intent.seen = Some(seen.version);
            intent.key = None;
            let done = self.runtime.block_on(self.spine.submit(intent));
            done.map_err(|refused| format!("assign: {refused:?}"))?;
        }
        Ok(())
    }

    /// Reports so many times on each activity; the lead does, each time on what it saw last.
    pub fn report(&self, activities: &[String], many: usize) -> Outcome<()> {
        let actor = actor(WRITER)?;
        let empty = self.intent(&actor, ("agenda", "progress", "report"), Typed::default())?;
        let mut reports: Vec<JoinHandle<Result<(), String>>> = Vec::new();
        for (place, activity) in activities.iter().enumerate() {
            let (spine, empty) = (Arc::clone(&self.spine), empty.clone());
            let activity = activity.clone();
            reports.push(self.runtime.spawn(async move {
                let mut seen = None;
                for number in 0..many {
                    let typed = Typed::default()
                        .with("activity", activity.as_str())
                        .with("status", "under-way")
                        .with(
                            "outlook",
                            if number % 2 == 0 {
                                "on-track"
                            } else {
                                "at-risk"
                            },
                        )
                        .with("explanation", format!("Het plan ligt er. {}", text(number)));
                    let key = Some(format!("report-{place:03}-{number:09}"));
                    let intent = Intent {
                        typed,
                        key,
                        seen,
                        ..empty.clone()
                    };
                    let done = spine.submit(intent).await;
                    seen = Some(
                        done.map_err(|refused| format!("report: {refused:?}"))?
                            .version,
                    );
                }
                Ok(())
            }));
        }
        for report in reports {
            self.runtime.block_on(report)??;
        }
        Ok(())
    }

    /// Drafts and adopts for every organisation how it takes up every activity: a full matrix.
    pub fn translate(&self, activities: &[String]) -> Outcome<()> {
        for party in paraat_agenda::state::PARTIES.iter() {
            let actor = Actor {
                functions: vec![Function::Decider],
                ..actor(&party.id)?
            };
            for (place, activity) in activities.iter().enumerate() {
                let stances = paraat_agenda::lifecycle::STANCES;
                let stance = stances.get(place % stances.len()).copied();
                let about = || Typed::default().with("activity", activity.as_str());
                let draft = about()
                    .with("stance", stance.unwrap_or_default())
                    .with("plan", "Beleidsplan 2025-2028")
                    .with("paragraph", "3.2")
                    .with("reason", text(place));
                let adopt = about()
                    .with("organisation", party.id.as_str())
                    .with("decidedOn", "2025-01-10")
                    .with("body", "Algemeen bestuur");
                for (path, typed) in [
                    (("agenda", "draft", "record"), draft),
                    (("agenda", "translation", "adopt"), adopt),
                ] {
                    let intent = self.intent(&actor, path, typed)?;
                    let done = self.runtime.block_on(self.spine.submit(intent));
                    done.map_err(|refused| format!("{}: {refused:?}", path.2))?;
                }
            }
        }
        Ok(())
    }

    /// Waits until search has come as far as the ledger, then closes everything.
    pub fn close(self) -> Outcome<()> {
        for _ in 0..6_000 {
            if self.spine.health().search_current {
                return Ok(());
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        Err("search did not follow".into())
    }
}

async fn first_done(waiting: &mut VecDeque<JoinHandle<Result<Receipt, Refused>>>) -> Outcome<()> {
    if let Some(first) = waiting.pop_front() {
        first
            .await?
            .map_err(|refused| format!("comment: {refused:?}"))?;
    }
    Ok(())
}
