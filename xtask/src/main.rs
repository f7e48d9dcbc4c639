// SPDX-License-Identifier: EUPL-1.2
//! Builds, runs and checks Paraat: `cargo xtask <command>`. Standard library only, so that it
//! compiles in seconds on a machine that has nothing but Rust.

mod commands;
mod counts;
mod licence;
mod node;
mod places;
mod process;
mod setup;
mod tidy;

use std::process::ExitCode;

use places::Places;

/// What a step answers: nothing, or the sentence that tells what went wrong.
type Outcome<T = ()> = Result<T, String>;

/// One command: name, one line of help, and the function that runs it with its arguments.
struct Command {
    name: &'static str,
    help: &'static str,
    run: fn(&Places, &[String]) -> Outcome,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "build",
        help: "builds the page assets and the release binary",
        run: commands::build::run,
    },
    Command {
        name: "run",
        help: "builds, then starts the demo; what follows `--` goes to `paraat serve`",
        run: commands::run::run,
    },
    Command {
        name: "check",
        help: "fmt, tidy, licences, clippy; with names of parts only those",
        run: commands::check::run,
    },
    Command {
        name: "tidy",
        help: "house style only: levels, sizes, words, dead files",
        run: commands::tidy::run,
    },
    Command {
        name: "test",
        help: "everything, stage by stage; with names of stages only those",
        run: commands::test::run,
    },
    Command {
        name: "bless",
        help: "writes the golden files anew from what the code answers now",
        run: commands::bless::run,
    },
    Command {
        name: "bench",
        help: "the figures of docs/performance.md",
        run: commands::bench::run,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (name, rest) = match arguments.split_first() {
        Some((name, rest)) => (name.as_str(), rest),
        None => ("", arguments.as_slice()),
    };
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        return usage(name);
    };
    let outcome = Places::find().and_then(|places| (command.run)(&places, rest));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("xtask {name}: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn usage(name: &str) -> ExitCode {
    let asked_for_help = matches!(name, "help" | "--help" | "-h");
    if !asked_for_help && !name.is_empty() {
        eprintln!("xtask: there is no command `{name}`");
    }
    eprintln!("usage: cargo xtask <command>");
    for command in COMMANDS {
        eprintln!("  {:8} {}", command.name, command.help);
    }
    ExitCode::from(if asked_for_help { 0 } else { 2 })
}
