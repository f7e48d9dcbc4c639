// SPDX-License-Identifier: EUPL-1.2
//! `bench`: the figures, each as a ratio against a yardstick in the same run.

use crate::Outcome;
use crate::commands::build;
use crate::places::Places;
use crate::process;

/// Builds the server and runs the bench crate. Errors when the working copy has none.
pub fn run(places: &Places, arguments: &[String]) -> Outcome {
    if !places.root.join("bench").is_dir() {
        return Err("this working copy has no bench/ folder".to_owned());
    }
    build::run(places, &[])?;
    let mut command = process::cargo(places, &["run", "--release", "--locked", "--package"]);
    command.args(["bench", "--"]).args(arguments);
    process::show(command.env("PARAAT_BIN", places.binary()))
}
