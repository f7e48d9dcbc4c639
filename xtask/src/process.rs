// SPDX-License-Identifier: EUPL-1.2
//! Child processes: shown before they start, named when they fail.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::Outcome;
use crate::counts::Counts;
use crate::places::Places;

/// A command that runs at the top of the working copy and builds in the known target folder.
pub fn command(places: &Places, program: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .current_dir(&places.root)
        .env("CARGO_TARGET_DIR", &places.target);
    command
}

/// Cargo itself, the one that started xtask where that is known.
pub fn cargo(places: &Places, arguments: &[&str]) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    command(places, program, arguments)
}

/// The line to show for a command: the program's file name and its arguments.
pub fn line(command: &Command) -> String {
    let program = Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    std::iter::once(program)
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Shows and runs a command. Errors when it cannot start or ends with a failure.
pub fn show(command: &mut Command) -> Outcome {
    let line = line(command);
    println!("$ {line}");
    let status = command
        .status()
        .map_err(|error| format!("`{line}` cannot start: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{line}` failed ({status})"))
    }
}

/// Shows and runs a command, passes its standard output on line by line and counts the tests in
/// it. The second value is the failure, when there is one.
pub fn count(command: &mut Command) -> (Counts, Outcome) {
    let line = line(command);
    println!("$ {line}");
    let mut counts = Counts::default();
    let mut child = match command.stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) => return (counts, Err(format!("`{line}` cannot start: {error}"))),
    };
    if let Some(output) = child.stdout.take() {
        for bytes in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let text = String::from_utf8_lossy(&bytes);
            println!("{text}");
            counts.read(&text);
        }
    }
    let outcome = match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` failed ({status})")),
        Err(error) => Err(format!("`{line}` was lost: {error}")),
    };
    (counts, outcome)
}

/// Standard output of a command that says little. `None` when it cannot start or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}
