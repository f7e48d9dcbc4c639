// SPDX-License-Identifier: EUPL-1.2
//! Bytes from the front to the back; what is asked for behind the end breaks off.

use crate::Finding;

/// What is left to be read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    /// The next so many bytes.
    pub fn take(&mut self, length: usize) -> Result<&'a [u8], Finding> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(Finding::BrokenOff)?;
        self.0 = rest;
        Ok(taken)
    }

    /// The next bytes, as many as the array holds.
    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], Finding> {
        let bytes = self.take(N)?;
        bytes.try_into().map_err(|_other_length| Finding::BrokenOff)
    }

    /// The next byte.
    pub fn byte(&mut self) -> Result<u8, Finding> {
        let [byte] = self.array()?;
        Ok(byte)
    }
}
