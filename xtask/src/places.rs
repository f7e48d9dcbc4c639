// SPDX-License-Identifier: EUPL-1.2
//! Where things are: the working copy and the folder that cargo builds in.

use std::path::{Path, PathBuf};

use crate::Outcome;

/// The two folders that every command needs, both absolute.
pub struct Places {
    /// The top of the working copy.
    pub root: PathBuf,
    /// The target folder: `CARGO_TARGET_DIR` when set, else `target` in the working copy.
    pub target: PathBuf,
}

impl Places {
    /// Finds both. Errors when xtask was built outside the workspace.
    pub fn find() -> Outcome<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .ok_or("xtask does not lie in a workspace")?
            .to_path_buf();
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            None => root.join("target"),
            Some(folder) => {
                let folder = PathBuf::from(folder);
                let here = std::env::current_dir()
                    .map_err(|error| format!("the current folder cannot be read: {error}"))?;
                here.join(folder)
            }
        };
        Ok(Self { root, target })
    }

    /// The release binary that `build` makes.
    pub fn binary(&self) -> PathBuf {
        self.target.join("release").join("paraat")
    }
}
