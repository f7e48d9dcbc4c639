// SPDX-License-Identifier: EUPL-1.2
//! A node in a test: a real ledger file in a folder of its own, a clock that is set by hand, and
//! entropy from a seed.
#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]
#![expect(dead_code, reason = "each test file uses its own part of this")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, RwLock};

use paraat_authority::Audience;
use paraat_contract::{
    Desk as _, Intent, Keep, Module, Names, Params, Receipt, Refused, Scene, Task, Together,
};
use paraat_kernel::seams::{Clock, Entropy};
use paraat_kernel::{
    Actor, Function, Language, OrganisationId, Space, StreamId, Text, Timestamp, Uuid,
};
use paraat_ledger::envelope::{Author, Entry};
use paraat_ledger::seal::{self, Signer};
use paraat_ledger::{Ledger, Report, Setup, verify};
use paraat_spine::{Parts, Spine, Taken, read_bundle, receive, write_bundle};
use paraat_ui::field::Typed;
use paraat_ui::words::{PLATFORM, Words};

/// A clock that is set by hand; each look moves it a millisecond on.
pub struct HandClock(Mutex<Timestamp>);

impl HandClock {
    pub fn set(&self, at: &str) {
        *self.0.lock().unwrap() = at.parse().unwrap();
    }
}

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        let mut now = self.0.lock().unwrap();
        *now = Timestamp::from_millisecond(now.as_millisecond() + 1).unwrap();
        *now
    }
}

/// Bytes that follow from a seed and a count.
pub struct SeedEntropy(u64, AtomicU64);

impl Entropy for SeedEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        let count = self.1.fetch_add(1, Ordering::Relaxed);
        let mut hasher = blake3::Hasher::new();
        hasher
            .update(&self.0.to_be_bytes())
            .update(&count.to_be_bytes());
        hasher.finalize_xof().fill(bytes);
    }
}

/// A node.
pub struct World {
    pub folder: PathBuf,
    pub clock: Arc<HandClock>,
    pub modules: Vec<&'static Module>,
    pub spine: Option<Spine>,
    pub runtime: tokio::runtime::Runtime,
    seed: u64,
    space: Space,
    organisations: Vec<OrganisationId>,
}

fn names(_reader: &paraat_ledger::Reader) -> Names {
    let name = Text::both(
        "Veiligheidsregio Limburg-Noord",
        "Safety region North Limburg",
    );
    Arc::new(BTreeMap::from([("vr23".parse().unwrap(), name)]))
}

impl World {
    /// A node that writes for these organisations, with their keys delegated.
    pub fn new(name: &str, modules: &[&'static Module], organisations: &[&str]) -> Self {
        Self::in_space(name, modules, organisations, Space::live())
    }

    /// The same in a world of its own: an exercise.
    pub fn in_space(
        name: &str,
        modules: &[&'static Module],
        organisations: &[&str],
        space: Space,
    ) -> Self {
        let folder = std::env::temp_dir().join(format!("paraat-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        let seed = name
            .bytes()
            .fold(7u64, |seed, byte| seed.wrapping_mul(31) + u64::from(byte));
        let mut world = Self {
            folder,
            clock: Arc::new(HandClock(Mutex::new(
                "2026-11-23T10:00:00Z".parse().unwrap(),
            ))),
            modules: modules.to_vec(),
            spine: None,
            runtime: tokio::runtime::Builder::new_multi_thread()
                .worker_threads(2)
                .build()
                .unwrap(),
            seed,
            space,
            organisations: organisations
                .iter()
                .map(|name| name.parse().unwrap())
                .collect(),
        };
        world.start();
        for organisation in world.organisations.clone() {
            world.delegate(&organisation);
        }
        world
    }

    /// The secret of the node key: for those who forge.
    pub fn node_secret(&self) -> [u8; 32] {
        *blake3::hash(format!("node {}", self.seed).as_bytes()).as_bytes()
    }

    /// The root key of an organisation: the same in every test, so that partners can trust it.
    pub fn root_secret(organisation: &OrganisationId) -> [u8; 32] {
        *blake3::hash(format!("root {organisation}").as_bytes()).as_bytes()
    }

    pub fn setup(&self) -> Setup {
        let incarnations: BTreeMap<_, _> = self
            .organisations
            .iter()
            .map(|name| (name.clone(), 1))
            .collect();
        Setup {
            space: self.space.clone(),
            modules: self.modules.clone(),
            clock: self.clock.clone(),
            entropy: Arc::new(SeedEntropy(self.seed, AtomicU64::new(0))),
            signer: Arc::new(RwLock::new(Signer::new(&self.node_secret(), incarnations))),
        }
    }

    pub fn start(&mut self) {
        let ledger = Ledger::open(&self.folder.join("ledger.db"), self.setup()).unwrap();
        let parts = Parts {
            ledger,
            search: self.folder.join("search.db"),
            modules: self.modules.clone(),
            members: &paraat_trust::tables::MEMBER,
            names,
            files: Arc::new(paraat_contract::NoFiles),
            cursor_key: [3; 32],
        };
        self.spine = Some(Spine::start(parts).unwrap());
    }

    pub fn spine(&self) -> &Spine {
        self.spine.as_ref().unwrap()
    }

    pub fn stop(&mut self) {
        self.spine = None;
    }

    pub fn verify(&self) -> Report {
        verify(&self.folder.join("ledger.db"), &self.setup()).unwrap()
    }

    fn delegate(&self, organisation: &OrganisationId) {
        let root = Self::root_secret(organisation);
        let signer = Signer::new(&self.node_secret(), BTreeMap::new());
        let said = seal::delegate(&root, organisation, 1, &signer.node_key());
        self.trust(organisation);
        let typed = Typed::default()
            .with("incarnation", "1")
            .with("nodeKey", said.node_key)
            .with("rootKey", said.root_key)
            .with("signature", said.signature);
        self.act(organisation.as_str(), "trust/keys/delegate", typed)
            .unwrap();
    }

    /// Trusts the root key of an organisation.
    pub fn trust(&self, organisation: &OrganisationId) {
        let public = seal::public_of(&Self::root_secret(organisation));
        let name = organisation.to_string();
        let writer = &self.spine().ledger().writer;
        let done =
            writer.submit_blocking(move |batch| batch.trust_root(&name, &public).map(Ok::<_, ()>));
        done.unwrap().unwrap();
    }

    /// Two nodes, of vr23 and of vr24, that trust each other's root key.
    pub fn pair(name: &str, modules: &[&'static Module]) -> (Self, Self) {
        let a = Self::new(&format!("{name}-a"), modules, &["vr23"]);
        let b = Self::new(&format!("{name}-b"), modules, &["vr24"]);
        a.trust(&"vr24".parse().unwrap());
        b.trust(&"vr23".parse().unwrap());
        (a, b)
    }

    /// The file for a partner.
    pub fn bundle(&self, partner: &str) -> Vec<u8> {
        write_bundle(self.spine().ledger(), &self.audience(partner)).unwrap()
    }

    /// Takes a file of a partner.
    pub fn take(&self, bundle: &[u8]) -> Taken {
        self.take_runs(read_bundle(bundle).unwrap())
    }

    /// Takes runs of a partner.
    pub fn take_runs(&self, runs: Vec<Vec<Entry>>) -> Taken {
        receive(self.spine().ledger(), runs).unwrap()
    }

    /// Withdraws one version of a stream of an organisation of this node.
    pub fn withdraw(&self, stream: &StreamId, version: u64) {
        let (stream, actor) = (stream.clone(), Self::actor(stream.owner.as_str()));
        let author = Author {
            account: actor.account,
            function: "editor".to_owned(),
            organisation: actor.organisation,
        };
        let done = self.spine().ledger().writer.submit_blocking(move |batch| {
            let now = batch.now();
            batch.withdraw(&stream, version, "persoonsgegevens", author, now)
        });
        done.unwrap().unwrap();
    }

    /// Every lane of all organisations with all its entries, but those that stay home.
    pub fn lanes(&self) -> BTreeMap<String, Vec<Entry>> {
        let ledger = self.spine().ledger();
        let heads = ledger.heads().unwrap().into_iter();
        let shared = heads.filter(|(name, ..)| !name.ends_with("/own"));
        shared
            .map(|(name, ..)| (name.clone(), ledger.range(&name, 1, 100_000).unwrap()))
            .collect()
    }

    /// A page of a module as an audience sees it; none when it is not there.
    pub fn page(
        &self,
        organisation: &str,
        path: &str,
        stream: &str,
        query: Typed,
    ) -> Option<String> {
        let audience = self.audience(organisation);
        let (module, path) = path.split_once('/').unwrap();
        let module = self.modules.iter().find(|m| m.name == module).unwrap();
        let view = module.views.iter().find(|view| view.path == path).unwrap();
        let params = Params {
            path: BTreeMap::from([("stream", stream.to_owned())]),
            query,
            now: "2026-11-23T12:00:00Z".parse().unwrap(),
        };
        let needs = (view.needs)(&params);
        let (answers, _) = self.spine().answers(&audience, &needs).unwrap();
        self.seen_by(&audience, &params, |scene| {
            (view.render)(&answers, scene).map(paraat_ui::Markup::into_string)
        })
    }

    /// What a module says that an organisation is to do.
    pub fn tasks(&self, organisation: &str, module: &str) -> Vec<Task> {
        let audience = self.audience(organisation);
        let module = self.modules.iter().find(|m| m.name == module).unwrap();
        let tasks = module.tasks.unwrap();
        let params = Params {
            path: BTreeMap::new(),
            query: Typed::default(),
            now: "2026-11-23T12:00:00Z".parse().unwrap(),
        };
        let needs = (tasks.needs)(&audience, params.now);
        let (answers, _) = self.spine().answers(&audience, &needs).unwrap();
        self.seen_by(&audience, &params, |scene| (tasks.tasks)(&answers, scene))
    }

    fn seen_by<T>(
        &self,
        audience: &Audience,
        params: &Params,
        draw: impl FnOnce(&Scene) -> T,
    ) -> T {
        let words: Vec<_> = self.modules.iter().flat_map(|m| m.words).copied().collect();
        let words = Words::new(&[PLATFORM, words.as_slice()].concat()).unwrap();
        draw(&Scene {
            audience,
            words: &words,
            params,
            organisations: &BTreeMap::new(),
            head: None,
        })
    }

    /// Waits until search has caught up.
    pub fn searched(&self) {
        while !self.spine().health().search_current {
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }

    pub fn actor(organisation: &str) -> Actor {
        Actor {
            organisation: organisation.parse().unwrap(),
            functions: Function::ALL.to_vec(),
            account: Uuid::from_u128(organisation.bytes().map(u128::from).sum()),
            compartments: Vec::new(),
        }
    }

    pub fn audience(&self, organisation: &str) -> Audience {
        let actor = Self::actor(organisation);
        self.spine()
            .audience(Some(&actor), Language::Nl, "Europe/Amsterdam")
            .unwrap()
    }

    pub fn intent(&self, organisation: &str, path: &str, typed: Typed) -> Intent {
        let mut parts = path.split('/').map(str::to_owned);
        let mut part = || parts.next().unwrap();
        Intent {
            module: part(),
            kind: part(),
            verb: part(),
            target: None,
            typed,
            seen: None,
            key: None,
            actor: Some(Self::actor(organisation)),
            audience: self.audience(organisation),
        }
    }

    pub fn submit(&self, intent: Intent) -> Result<Receipt, Refused> {
        self.runtime.block_on(self.spine().submit(intent))
    }

    /// Does several things at once.
    pub fn together(&self, intents: Vec<Intent>, keep: Keep) -> Result<Together, Refused> {
        self.runtime.block_on(self.spine().together(intents, keep))
    }

    /// Does a verb of a kind (`module/kind/verb`) for an organisation.
    pub fn act(&self, organisation: &str, path: &str, typed: Typed) -> Result<Receipt, Refused> {
        self.submit(self.intent(organisation, path, typed))
    }

    /// Does a verb at a stream.
    pub fn act_at(
        &self,
        organisation: &str,
        path: &str,
        stream: &StreamId,
        seen: u64,
        typed: Typed,
    ) -> Result<Receipt, Refused> {
        let mut intent = self.intent(organisation, path, typed);
        intent.target = Some(stream.clone());
        intent.seen = Some(seen);
        self.submit(intent)
    }
}

impl Drop for World {
    fn drop(&mut self) {
        self.spine = None;
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The fields with which the ministry issues an activity, with this lead.
pub fn activity(slug: &str, lead: &str) -> Typed {
    Typed::default()
        .with("slug", slug)
        .with("number", "1.01")
        .with("pillar", "p1")
        .with("ambition", "p1-a")
        .with("titleNl", "Afspraken over overstromingen")
        .with("titleEn", "Agreements on floods")
        .with("explanationNl", "Wie doet wat bij hoog water.")
        .with("explanationEn", "Who does what when the water is high.")
        .with("fromYear", "2024")
        .with("toYear", "2026")
        .with("period", "default")
        .with("lead", lead)
        .with("reach", "both")
        .with("source", "4.1")
}

/// The fields of a report.
pub fn report(activity: &StreamId, status: &str, explanation: &str) -> Typed {
    Typed::default()
        .with("activity", activity.to_string())
        .with("status", status)
        .with("outlook", "on-track")
        .with("explanation", explanation)
}
