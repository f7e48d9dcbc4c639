// SPDX-License-Identifier: EUPL-1.2
//! A folder that is gone when its figure is.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use crate::Outcome;

/// The folder.
pub struct Scratch(PathBuf);

impl Scratch {
    /// A new folder under the temporary one of this machine: both sides of a pair write there, so
    /// they share a disk.
    pub fn new(name: &str) -> Outcome<Self> {
        let name = format!("paraat-bench-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path)?;
        // PostgreSQL runs as a user of its own and must be able to reach its folder in here.
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755))?;
        Ok(Self(path))
    }

    /// A place in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(Path::new(&self.0));
    }
}
