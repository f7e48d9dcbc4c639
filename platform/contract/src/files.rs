// SPDX-License-Identifier: EUPL-1.2
//! Files that accounts brought to this node, before and after something was recorded of them.

use paraat_kernel::{File, Uuid};

use crate::Broken;

/// Whoever keeps the bytes of files.
pub trait Files: Send + Sync {
    /// The file that this account brought whole under this code; none for any other account. It
    /// stays where it lies while a command that brings it is decided.
    fn brought(&self, account: Uuid, code: &str) -> Result<Option<File>, Broken>;

    /// The record names this file from now on.
    fn recorded(&self, code: &str);
}

/// For a record that no files are brought to.
#[derive(Debug, Clone, Copy)]
pub struct NoFiles;

impl Files for NoFiles {
    fn brought(&self, _account: Uuid, _code: &str) -> Result<Option<File>, Broken> {
        Ok(None)
    }

    fn recorded(&self, _code: &str) {}
}
