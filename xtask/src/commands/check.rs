// SPDX-License-Identifier: EUPL-1.2
//! `check`: what must hold before anything is run.

use crate::Outcome;
use crate::commands::tidy;
use crate::licence;
use crate::places::Places;
use crate::process;

type Part = (&'static str, fn(&Places) -> Outcome);

/// The parts, quickest first.
const PARTS: &[Part] = &[
    ("fmt", form),
    ("tidy", |places| tidy::run(places, &[])),
    ("licences", licence::check),
    ("clippy", lints),
];

/// Runs all parts, or those named; stops at the first that fails.
pub fn run(places: &Places, names: &[String]) -> Outcome {
    let known = |wanted: &&String| PARTS.iter().any(|(name, _)| name == wanted);
    if let Some(name) = names.iter().find(|name| !known(name)) {
        return Err(format!("there is no part `{name}` of check"));
    }
    PARTS
        .iter()
        .filter(|(name, _)| names.is_empty() || names.iter().any(|wanted| wanted == name))
        .try_for_each(|(_, part)| part(places))
}

fn form(places: &Places) -> Outcome {
    process::show(&mut process::cargo(places, &["fmt", "--all", "--check"]))
}

fn lints(places: &Places) -> Outcome {
    let clippy = ["clippy", "--release", "--locked", "--workspace"];
    let mut command = process::cargo(places, &clippy);
    process::show(command.args(["--all-targets", "--", "-D", "warnings"]))
}
