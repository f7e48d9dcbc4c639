// SPDX-License-Identifier: EUPL-1.2
//! The same files in a folder, for any plain web server: it stays up when the node does not.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use paraat_contract::Leaf;

/// Why a folder was not written.
#[derive(Debug, thiserror::Error)]
pub enum NotKept {
    /// The disk said so.
    #[error("{0}: {1}")]
    Disk(PathBuf, io::Error),
    /// The path of a file leads out of the folder.
    #[error("{0} leads out of the folder")]
    Path(String),
}

/// Writes the files that differ from what lies there, each in one step, so that nobody ever reads
/// half of one. A page is the index of its folder. What is there otherwise is left alone.
///
/// # Errors
/// Which file could not be written, and why; those before it are.
pub fn keep(folder: &Path, leaves: &[Leaf]) -> Result<(), NotKept> {
    for leaf in leaves {
        let relative = Path::new(&leaf.path);
        let inside = relative
            .components()
            .all(|it| matches!(it, Component::Normal(_)));
        if !inside {
            return Err(NotKept::Path(leaf.path.clone()));
        }
        let mut path = folder.join(relative);
        if leaf.kind.starts_with("text/html") {
            path.push("index.html");
        }
        let wrong = |why| NotKept::Disk(path.clone(), why);
        if fs::read(&path).is_ok_and(|lies| lies == leaf.body) {
            continue;
        }
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(wrong)?;
        }
        let beside = path.with_extension("new");
        fs::write(&beside, &leaf.body).map_err(wrong)?;
        fs::rename(&beside, &path).map_err(wrong)?;
    }
    Ok(())
}
