// SPDX-License-Identifier: EUPL-1.2
//! The figures. Each is a ratio against a yardstick that does the same rows and bytes in the same
//! run; docs/performance.md says what exactly is compared. `--quick` does less of everything,
//! `--only 3,5` does those figures alone.

mod broadcaster;
mod crisis;
mod figure;
mod figures;
mod http;
mod lines;
mod looking;
mod machine;
mod node;
mod postgres;
mod postgres_wire;
mod pygeoapi;
mod rows;
mod scratch;
mod server;
mod sqlite;
mod websocket;
mod yardsticks;
mod yjs;

use std::process::ExitCode;

use figure::Figure;
use scratch::Scratch;

/// What can go wrong on the way to a figure: it ends that figure, with this sentence.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// How much is done.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    /// Pairs that count, after one that warms up.
    pub pairs: usize,
    /// Writes of sixteen clients in one pair.
    pub crowd: usize,
    /// Writes of one client in one pair.
    pub single: usize,
    /// Batches of 256 in one pair.
    pub batches: usize,
    /// Page requests in one measurement.
    pub pages: usize,
    /// Entries behind each activity, by two kinds, times one hundred.
    pub history: usize,
    /// Entries of the ledger that is rebuilt.
    pub rebuild: usize,
    /// Entries of the ledger that a node starts with.
    pub start: usize,
    /// Lines of the list that goes out.
    pub lines: usize,
    /// Lines of the list that comes in.
    pub import: usize,
    /// Events of the crisis that is seen again.
    pub events: usize,
    /// Objects in which boxes are looked for.
    pub objects: usize,
    /// Those who have the picture open that is pushed.
    pub viewers: usize,
    /// Keys that are pressed by all who type in one text, before memory is looked at.
    pub keys: usize,
    /// Seconds for one side of a pair that counts answers.
    pub seconds: u64,
}

const FULL: Effort = Effort {
    pairs: 7,
    crowd: 8_000,
    single: 1_000,
    batches: 60,
    pages: 600,
    history: 4,
    rebuild: 60_000,
    start: 1_000_000,
    lines: 100_000,
    import: 5_000,
    events: 100_000,
    objects: 100_000,
    viewers: 5_000,
    keys: 100_000,
    seconds: 4,
};

const QUICK: Effort = Effort {
    pairs: 2,
    crowd: 800,
    single: 100,
    batches: 8,
    pages: 200,
    history: 1,
    rebuild: 20_000,
    start: 10_000,
    lines: 10_000,
    import: 500,
    events: 10_000,
    objects: 10_000,
    viewers: 500,
    keys: 5_000,
    seconds: 2,
};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|it| it == broadcaster::ARGUMENT) {
        return match broadcaster::run() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    let quick = arguments.iter().any(|it| it == "--quick");
    let only = arguments.iter().skip_while(|it| *it != "--only").nth(1);
    let wanted = |number: &str| only.is_none_or(|only| only.split(',').any(|it| it == number));
    let effort = if quick { QUICK } else { FULL };
    println!("{}", machine::described());
    let mut done: Vec<Figure> = Vec::new();
    for (number, title, measure) in figures::ALL {
        if !wanted(number) {
            continue;
        }
        eprintln!("figure {number}: {title}");
        let measured = Scratch::new(number).and_then(|scratch| measure(&scratch, &effort));
        match measured {
            Ok(figures) => done.extend(figures),
            Err(error) => done.push(Figure::not_measured(number, title, &error.to_string())),
        }
    }
    print!("{}", figure::table(&done));
    if let Err(error) = figure::keep(&done, quick) {
        eprintln!("target/bench.json could not be written: {error}");
    }
    let missed: Vec<&Figure> = done.iter().filter(|figure| figure.missed()).collect();
    for figure in &missed {
        println!("MISSED {} {}", figure.number, figure.title);
    }
    if missed.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
