// SPDX-License-Identifier: EUPL-1.2
//! `check`: what must hold before anything is run.

use crate::Outcome;
use crate::commands::tidy;
use crate::licence;
use crate::places::Places;
use crate::process;

/// Form, lints, house style, licences; stops at the first that fails.
pub fn run(places: &Places, _: &[String]) -> Outcome {
    process::show(&mut process::cargo(places, &["fmt", "--all", "--check"]))?;
    tidy::run(places, &[])?;
    let clippy = [
        "clippy",
        "--release",
        "--locked",
        "--workspace",
        "--all-targets",
    ];
    process::show(process::cargo(places, &clippy).args(["--", "-D", "warnings"]))?;
    licence::check(places)
}
