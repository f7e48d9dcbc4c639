// SPDX-License-Identifier: EUPL-1.2
//! `tidy`: house style as a test.

use crate::Outcome;
use crate::places::Places;
use crate::tidy::{self, Tree};

/// Prints every finding; errors when there is one.
pub fn run(places: &Places, _: &[String]) -> Outcome {
    println!("$ tidy");
    let tree = Tree::read(&places.root)?;
    let findings = tidy::check(&tree);
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => Ok(()),
        1 => Err("1 finding".to_owned()),
        several => Err(format!("{several} findings")),
    }
}
