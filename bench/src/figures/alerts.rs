// SPDX-License-Identifier: EUPL-1.2
//! Figure 14: an alert read and held against schema and standard, against lxml that parses it and
//! holds it against the schema of OASIS.

use std::hint::black_box;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::figure::{Figure, Limit};
use crate::scratch::Scratch;
use crate::{Effort, Outcome};

/// How often all examples are read in one pair.
const ROUNDS: u32 = 1_000;
const EXAMPLES: [&str; 2] = ["flood.xml", "smoke.xml"];

/// Figure 14.
pub fn measure(_scratch: &Scratch, effort: &Effort) -> Outcome<Vec<Figure>> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let paths = EXAMPLES.map(|name| top.join("codecs/cap/tests/alerts").join(name));
    let files = paths
        .iter()
        .map(std::fs::read)
        .collect::<Result<Vec<_>, _>>()?;
    let release = std::env::current_exe()?;
    let target = release.ancestors().nth(2).unwrap_or(&top);
    let python = target.join("tools/python/bin/python");
    if !python.exists() {
        return Err("no lxml here; `cargo xtask test clients` installs it".into());
    }
    let mut lxml = Command::new(python)
        .arg(top.join("e2e/clients/cap_speed.py"))
        .args(&paths)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let (Some(mut asks), Some(answers)) = (lxml.stdin.take(), lxml.stdout.take()) else {
        return Err("the yardstick has no pipes".into());
    };
    let mut answers = BufReader::new(answers).lines();
    let mut pairs = Vec::new();
    for pair in 0..=effort.pairs {
        let began = Instant::now();
        for _ in 0..ROUNDS {
            for file in &files {
                black_box(paraat_cap::read(black_box(file))?);
            }
        }
        let alerts = f64::from(ROUNDS) * files.len() as f64;
        let ours = alerts / began.elapsed().as_secs_f64();
        writeln!(asks, "{ROUNDS}")?;
        let answer = answers.next().ok_or("the yardstick ended")??;
        if pair > 0 {
            pairs.push((ours, answer.trim().parse()?));
        }
    }
    drop(asks);
    lxml.wait()?;
    let title = "CAP read and full check / lxml parse and OASIS schema";
    let limit = Limit::AtLeast(2.0);
    Ok(vec![Figure::ratio("14", title, "alerts/s", pairs, limit)])
}
