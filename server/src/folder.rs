// SPDX-License-Identifier: EUPL-1.2
//! The data folder: what lies where, who may use it, the keys in it.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use paraat_kernel::seams::Entropy;
use paraat_kernel::{OrganisationId, Space};
use paraat_ledger::seal::Signer;

use crate::Stop;

/// Mark of a demo folder.
const DEMO: &str = "demo-folder";
/// Where the folders of spaces lie.
pub const SPACES: &str = "spaces";
/// Names the space in its folder; a folder without it is of the real world.
const SPACE: &str = "space";

/// A data folder.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

/// Holds the folder for one process, until it is dropped.
pub struct Lock {
    _file: File,
}

impl Folder {
    /// A folder that is there already.
    pub fn existing(path: &Path) -> Result<Self, Stop> {
        let folder = Self(path.to_owned());
        if folder.ledger().exists() {
            Ok(folder)
        } else {
            Err(Stop::usage(format!(
                "{}: no Paraat data folder",
                path.display()
            )))
        }
    }

    /// True for a demo folder.
    pub fn is_demo(&self) -> bool {
        self.path(DEMO).exists()
    }

    /// A folder that may be new. A demo folder is made by `--demo` and is used with it only; any
    /// other folder never becomes one.
    pub fn open(path: &Path, demo: bool) -> Result<Self, Stop> {
        let folder = Self(path.to_owned());
        let marked = folder.path(DEMO).exists();
        let new = !path.exists() || std::fs::read_dir(path)?.next().is_none();
        if demo && !new && !marked {
            let said = "is not a demo folder; choose a new folder for --demo";
            return Err(Stop::usage(format!("{} {said}", path.display())));
        }
        if !demo && marked {
            let said = "is a demo folder; start it with --demo";
            return Err(Stop::usage(format!("{} {said}", path.display())));
        }
        if !new && !marked && !folder.ledger().exists() {
            let said = "holds other things; choose a new or empty folder";
            return Err(Stop::usage(format!("{} {said}", path.display())));
        }
        std::fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder.path("keys"))?;
        // Whatever is written below, by us or by SQLite, is then its owner's alone.
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700))?;
        if demo && new {
            write_private(&folder.path(DEMO), "Nothing in this folder is real.\n")?;
        }
        Ok(folder)
    }

    /// Keeps other processes out.
    pub fn lock(&self) -> Result<Lock, Stop> {
        let path = self.path("lock");
        let mut options = OpenOptions::new();
        let file = options
            .create(true)
            .truncate(false)
            .write(true)
            .mode(0o600)
            .open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Lock { _file: file }),
            Err(_) => {
                let said = "is in use by another Paraat process";
                Err(Stop::wrong(format!("{} {said}", self.0.display())))
            }
        }
    }

    /// The folder of a space of this node, new or there already: its own ledger, its own keys.
    pub fn space(&self, space: &Space) -> Result<Self, Stop> {
        let folder = Self(self.path(SPACES).join(space.as_str()));
        std::fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder.path("keys"))?;
        write_private(&folder.path(SPACE), &format!("{}\n", space.as_str()))?;
        Ok(folder)
    }

    /// The space that this is the folder of.
    pub fn own_space(&self) -> Space {
        let text = std::fs::read_to_string(self.path(SPACE)).unwrap_or_default();
        Space::try_from(text.trim().to_owned()).unwrap_or_else(|_none| Space::live())
    }

    /// A file in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.0
    }

    /// The ledger of the real world.
    pub fn ledger(&self) -> PathBuf {
        self.path("ledger.db")
    }

    /// The secret with this name; made when it is not there yet.
    pub fn secret(&self, name: &str, entropy: &dyn Entropy) -> Result<[u8; 32], Stop> {
        let path = self.path("keys").join(name);
        if !path.exists() {
            let mut secret = [0u8; 32];
            entropy.fill(&mut secret);
            write_private(&path, &format!("{}\n", HEXLOWER.encode(&secret)))?;
        }
        let text = std::fs::read_to_string(&path)?;
        let first = text.lines().next().unwrap_or_default();
        let bytes = HEXLOWER.decode(first.as_bytes()).ok();
        let secret = bytes.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
        secret.ok_or_else(|| Stop::wrong(format!("{}: not a key", path.display())))
    }

    /// The organisations that this node writes for: those whose root key lies in the folder.
    pub fn hosted(&self) -> Result<Vec<OrganisationId>, Stop> {
        let mut hosted = Vec::new();
        for entry in std::fs::read_dir(self.path("keys"))? {
            let name = entry?.file_name();
            let name = name.to_string_lossy();
            if let Some(organisation) = name.strip_suffix(".root") {
                hosted.extend(organisation.parse::<OrganisationId>());
            }
        }
        hosted.sort();
        Ok(hosted)
    }

    /// The signer of this node. Every organisation is at its first incarnation: a node that was
    /// lost and replaced is a matter of moving an organisation, not of opening a folder.
    pub fn signer(&self, entropy: &dyn Entropy) -> Result<Signer, Stop> {
        let secret = self.secret("node.key", entropy)?;
        let hosted = self.hosted()?;
        let incarnations: BTreeMap<_, _> = hosted.into_iter().map(|name| (name, 1)).collect();
        Ok(Signer::new(&secret, incarnations))
    }
}

/// Writes a file that only its owner can read; the disk has it when this answers.
pub fn write_private(path: &Path, text: &str) -> Result<(), Stop> {
    let mut file = OpenOptions::new()
        .create(true)
        .truncate(true)
        .write(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(())
}
