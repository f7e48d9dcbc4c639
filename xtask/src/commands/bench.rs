// SPDX-License-Identifier: EUPL-1.2
//! `bench`: the figures, each as a ratio against a yardstick in the same run.

use std::ffi::OsString;

use crate::Outcome;
use crate::commands::build;
use crate::node::Node;
use crate::places::Places;
use crate::process;
use crate::setup::{self, Need};

/// The servers of others that figures are held against: their packages for Node.
const YARDSTICKS: &str = "bench/yardsticks";
/// The figures that ask for them.
const OF_YARDSTICKS: [&str; 2] = ["12", "13"];
const NATS: Need = Need {
    present: &["nats-server"],
    packages: &["nats-server"],
};

/// Builds the server and runs the bench crate. Errors when the working copy has none.
pub fn run(places: &Places, arguments: &[String]) -> Outcome {
    if !places.root.join("bench").is_dir() {
        return Err("this working copy has no bench/ folder".to_owned());
    }
    build::run(places, &[])?;
    let mut command = process::cargo(places, &["run", "--release", "--locked", "--package"]);
    command.args(["bench", "--"]).args(arguments);
    if wants_yardsticks(arguments) {
        // What cannot be had here is named by its figure, which is then not measured.
        match yardsticks(places) {
            Ok(node) => _ = command.env("PARAAT_NODE", node),
            Err(reason) => println!("yardsticks: {reason}"),
        }
    }
    process::show(command.env("PARAAT_BIN", places.binary()))
}

fn wants_yardsticks(arguments: &[String]) -> bool {
    let mut behind = arguments.iter().skip_while(|it| *it != "--only").skip(1);
    behind
        .next()
        .is_none_or(|only| only.split(',').any(|it| OF_YARDSTICKS.contains(&it)))
}

/// Installs the servers of others; answers the Node that runs them.
fn yardsticks(places: &Places) -> Outcome<OsString> {
    let node = Node::find(places)?;
    node.install(places, YARDSTICKS)?;
    if let Err(reason) = setup::ensure(places, &[NATS]) {
        println!("yardsticks: {reason}");
    }
    Ok(node.node(places, YARDSTICKS, &[]).get_program().to_owned())
}

#[cfg(test)]
mod tests {
    use super::wants_yardsticks;

    #[test]
    fn servers_of_others_come_with_the_figures_that_ask_for_them() {
        let wants = |line: &str| {
            let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
            wants_yardsticks(&words)
        };
        assert!(wants(""));
        assert!(wants("--quick --only 3,12"));
        assert!(!wants("--only 3,14 --quick"));
    }
}
