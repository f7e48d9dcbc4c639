// SPDX-License-Identifier: EUPL-1.2
//! The `paraat` binary: one node, one data folder.

mod accounts;
mod blobs;
mod boundaries;
mod check;
mod clean;
mod cli;
mod config;
mod control;
mod courier;
mod demo;
mod exercises;
mod folder;
mod habits;
mod issue;
mod keeper;
mod keeper_admin;
mod keeper_pages;
mod keeper_sealed;
mod keeper_space;
mod lists;
mod maintenance;
mod memory;
mod modules;
mod node;
mod play;
mod print;
mod regions;
mod room;
mod serve;

use std::process::ExitCode;

use mimalloc::MiMalloc;

// SQLite and the runtime allocate from many threads; glibc gives back and takes again in between.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Why a command ends before it is done: an exit code and a sentence.
#[derive(Debug, thiserror::Error)]
#[error("{said}")]
pub struct Stop {
    code: u8,
    said: String,
}

impl Stop {
    /// Something is wrong with what was found: exit code 1.
    pub fn wrong(said: impl Into<String>) -> Self {
        Self {
            code: 1,
            said: said.into(),
        }
    }

    /// The command was called in a way that cannot work: exit code 2.
    pub fn usage(said: impl Into<String>) -> Self {
        Self {
            code: 2,
            said: said.into(),
        }
    }
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        Self::wrong(error.to_string())
    }
}

impl From<paraat_ledger::Fault> for Stop {
    fn from(fault: paraat_ledger::Fault) -> Self {
        Self::wrong(fault.to_string())
    }
}

fn main() -> ExitCode {
    match cli::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("paraat: {}", stop.said);
            ExitCode::from(stop.code)
        }
    }
}
