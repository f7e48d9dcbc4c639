// SPDX-License-Identifier: EUPL-1.2
//! `run`: builds, then becomes the demo node.

use std::net::TcpListener;
use std::os::unix::process::CommandExt;

use crate::Outcome;
use crate::commands::build;
use crate::places::Places;
use crate::process;

/// Ports that are tried, first to last.
const PORTS: std::ops::RangeInclusive<u16> = 8080..=8099;

/// Starts the demo. This process becomes `paraat`, so Ctrl-C and signals reach it directly.
pub fn run(places: &Places, arguments: &[String]) -> Outcome {
    build::run(places, &[])?;
    let extra = match arguments.split_first() {
        Some((first, rest)) if first == "--" => rest,
        _ => arguments,
    };
    let mut command = process::command(places, places.binary(), &["serve", "--demo"]);
    if !gives(extra, "--data") {
        command.arg("--data").arg(places.target.join("demo"));
    }
    if !gives(extra, "--listen") {
        let port = free_port()?;
        println!("Paraat demo: http://127.0.0.1:{port}/ (Ctrl-C stops it)");
        command.arg("--listen").arg(format!("127.0.0.1:{port}"));
    }
    let line = places.binary().display().to_string();
    Err(format!(
        "{line} cannot start: {}",
        command.args(extra).exec()
    ))
}

fn gives(arguments: &[String], option: &str) -> bool {
    arguments
        .iter()
        .any(|argument| argument.split('=').next() == Some(option))
}

fn free_port() -> Outcome<u16> {
    PORTS
        .into_iter()
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .ok_or_else(|| {
            let (first, last) = (PORTS.start(), PORTS.end());
            format!("every port from {first} to {last} is in use; give one: -- --listen ADDRESS")
        })
}

#[cfg(test)]
mod tests {
    use super::gives;

    #[test]
    fn an_option_counts_in_both_forms() {
        let arguments = ["--listen=127.0.0.1:9000".to_owned(), "--data".to_owned()];
        assert!(gives(&arguments, "--listen") && gives(&arguments, "--data"));
        assert!(!gives(&arguments, "--list"));
    }
}
