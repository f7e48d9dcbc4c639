// SPDX-License-Identifier: EUPL-1.2
//! `bless`: golden files are written anew; the change then stands in the diff to be read.

use crate::Outcome;
use crate::places::Places;
use crate::process;

/// Runs the tests with `PARAAT_BLESS=1`, which makes a golden test write instead of compare.
pub fn run(places: &Places, _: &[String]) -> Outcome {
    let arguments = ["test", "--release", "--locked", "--workspace", "golden"];
    let mut command = process::cargo(places, &arguments);
    process::show(command.env("PARAAT_BLESS", "1"))?;
    println!("Read `git diff` before you commit: stored bytes are for ever.");
    Ok(())
}
