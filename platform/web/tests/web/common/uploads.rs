// SPDX-License-Identifier: EUPL-1.2
//! Nobody brings a file to the node of these tests; `server/tests/attachments.rs` does.

use std::fs::File;
use std::io;

use paraat_kernel::Uuid;
use paraat_web::files::{NotBrought, Standing, Uploads};

pub struct Nothing;

impl Uploads for Nothing {
    fn most(&self) -> u64 {
        1024 * 1024
    }

    fn begin(&self, _: Uuid, _: &str, _: u64) -> Result<String, NotBrought> {
        Err(NotBrought::Busy)
    }

    fn standing(&self, _: Uuid, _: &str) -> Result<Standing, NotBrought> {
        Err(NotBrought::NotThere)
    }

    fn append(&self, _: Uuid, _: &str, _: u64, _: &[u8]) -> Result<u64, NotBrought> {
        Err(NotBrought::NotThere)
    }

    fn finish(&self, _: Uuid, _: &str) -> Result<Standing, NotBrought> {
        Err(NotBrought::NotThere)
    }

    fn open(&self, _: &str) -> io::Result<File> {
        Err(io::ErrorKind::NotFound.into())
    }
}
