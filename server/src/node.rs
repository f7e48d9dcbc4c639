// SPDX-License-Identifier: EUPL-1.2
//! A node that is open: its folder, ledger, accounts and spine, put together.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use paraat_authority::Audience;
use paraat_contract::{Desk as _, Names, Query};
use paraat_kernel::seams::Clock as _;
use paraat_kernel::{Language, OrganisationId, Space};
use paraat_ledger::seal::{self, Signer};
use paraat_ledger::{Ledger, Reader};
use paraat_spine::{Parts, Spine, SystemClock, SystemEntropy};
use paraat_ui::Words;
use paraat_ui::field::Typed;

use crate::blobs::Blobs;
use crate::config::Config;
use crate::folder::{Folder, Lock};
use crate::modules::MODULES;
use crate::{Stop, issue, maintenance};

/// An open node.
pub struct Running {
    /// Its folder.
    pub folder: Folder,
    /// The record.
    pub spine: Arc<Spine>,
    /// Accounts and what is not in the ledger.
    pub store: paraat_node::Node,
    /// The bytes of files of the real world.
    pub blobs: Arc<Blobs>,
    /// All words.
    pub words: Arc<Words>,
    signer: Arc<RwLock<Signer>>,
    _lock: Lock,
}

fn wrong(error: impl std::fmt::Display) -> Stop {
    Stop::wrong(error.to_string())
}

impl Running {
    /// Opens a folder for this process alone.
    pub fn open(folder: Folder, config: &Config) -> Result<Self, Stop> {
        let lock = folder.lock()?;
        let entropy = SystemEntropy;
        let shift = std::time::Duration::from_secs(u64::from(config.session_hours) * 3600);
        let settings = paraat_node::Config {
            shift,
            ..paraat_node::Config::default()
        };
        let store = paraat_node::Node::open(&folder.path("node.db"), settings, Arc::new(entropy))
            .map_err(wrong)?;
        let blobs = Arc::new(Blobs::open(&folder, &Space::live(), store.clone())?);
        let (spine, signer) = spine(&folder, Space::live(), Arc::clone(&blobs))?;
        let words = Arc::new(words()?);
        Ok(Self {
            folder,
            spine,
            store,
            blobs,
            words,
            signer,
            _lock: lock,
        })
    }

    /// The organisations that this node writes for.
    pub fn hosted(&self) -> Vec<OrganisationId> {
        let signer = self
            .signer
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        signer.organisations().cloned().collect()
    }

    /// Takes an organisation in: makes its root key, lets this node sign for it, and records that.
    /// The ministry that issues the agenda brings the agenda along. Each step is done when it is
    /// not there yet, so that a start that was broken off is finished by the next one.
    pub async fn host(&self, organisation: &OrganisationId) -> Result<(), Stop> {
        host(&self.folder, &self.spine, &self.signer, organisation).await?;
        if organisation.as_str() == paraat_agenda::ISSUER {
            issue::agenda(&self.spine, organisation).await?;
        }
        Ok(())
    }

    /// The time.
    pub fn now(&self) -> paraat_kernel::Timestamp {
        SystemClock.now()
    }
}

/// The spine over the ledger of a folder, and who signs in it.
pub fn spine(
    folder: &Folder,
    space: Space,
    files: Arc<Blobs>,
) -> Result<(Arc<Spine>, Arc<RwLock<Signer>>), Stop> {
    let entropy = SystemEntropy;
    let setup = maintenance::setup(space, folder.signer(&entropy)?);
    let signer = Arc::clone(&setup.signer);
    let spine = Spine::start(Parts {
        ledger: Ledger::open(&folder.ledger(), setup)?,
        search: folder.path("search.db"),
        modules: MODULES.to_vec(),
        members: &paraat_trust::tables::MEMBER,
        names,
        files,
        cursor_key: folder.secret("cursor.key", &entropy)?,
    })?;
    Ok((Arc::new(spine), signer))
}

/// Lets a folder write for an organisation, with a root key that lies in that folder.
pub async fn host(
    folder: &Folder,
    spine: &Spine,
    signer: &RwLock<Signer>,
    organisation: &OrganisationId,
) -> Result<(), Stop> {
    let root = folder.secret(&format!("{organisation}.root"), &SystemEntropy)?;
    let node_key = {
        let mut signer = signer.write().unwrap_or_else(PoisonError::into_inner);
        signer.admit(organisation.clone(), 1);
        signer.node_key()
    };
    delegate(spine, organisation, &root, &node_key).await
}

async fn delegate(
    spine: &Spine,
    organisation: &OrganisationId,
    root: &[u8; 32],
    node_key: &str,
) -> Result<(), Stop> {
    let actor = issue::system(organisation);
    let audience = Audience::public(Language::Nl, "UTC");
    let keys = paraat_trust::kinds::keys::address(organisation.clone());
    let there = spine.stream(&audience, &keys);
    if there.map_err(|broken| Stop::wrong(broken.0))?.is_some() {
        return Ok(());
    }
    let public = seal::public_of(root);
    let name = organisation.to_string();
    let writer = &spine.ledger().writer;
    let trust = writer.submit(move |batch| batch.trust_root(&name, &public).map(Ok::<_, ()>));
    trust
        .await?
        .map_err(|()| Stop::wrong("the root key could not be trusted"))?;
    let said = seal::delegate(root, organisation, 1, node_key);
    let typed = Typed::default()
        .with("incarnation", said.incarnation.to_string())
        .with("nodeKey", said.node_key)
        .with("rootKey", said.root_key)
        .with("signature", said.signature);
    issue::once(spine, &actor, ("trust", "keys", "delegate"), typed).await
}

/// All words: the platform's, the shell's, the modules'.
pub fn words() -> Result<Words, Stop> {
    let mut sources: Vec<(Language, &str)> = paraat_ui::words::PLATFORM.to_vec();
    sources.extend_from_slice(paraat_web::WORDS);
    sources.extend(
        MODULES
            .iter()
            .flat_map(|module| module.words.iter().copied()),
    );
    Words::new(&sources).map_err(wrong)
}

/// Names of organisations, as the registers have them with their corrections.
fn names(reader: &Reader) -> Names {
    let read = |table| {
        reader
            .rows_for_judge(&Query::all(table))
            .unwrap_or_default()
            .rows
    };
    let organisations = read(&paraat_registers::tables::ORGANISATION);
    let corrections = read(&paraat_registers::tables::CORRECTION);
    let named: BTreeMap<_, _> = paraat_registers::names(&organisations, &corrections);
    Arc::new(named)
}
