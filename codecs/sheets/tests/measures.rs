// SPDX-License-Identifier: EUPL-1.2
//! The largest list that we write: memory does not grow with its rows, and time stays within what
//! somebody waits for. One test, because the memory is that of the whole process.
#![expect(
    clippy::unwrap_used,
    reason = "a failing unwrap here is a failing test, in helpers too"
)]

use std::io::{self, Write};
use std::time::{Duration, Instant};

use paraat_sheets::{Column, Format, Kind, Limits, Sheet, Writer, read};

const ROWS: usize = 100_000;
/// In kilobytes.
const MEMORY: u64 = 100 << 10;
/// Generous, for a machine that does other things meanwhile; figures of a quiet one are printed.
const PATIENCE: Duration = Duration::from_secs(30);

/// Counts what comes and keeps nothing.
struct Nowhere(u64);

impl Write for Nowhere {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn sheet(columns: usize) -> Sheet {
    let kind = |at: usize| match at % 5 {
        1 => Kind::Whole,
        2 => Kind::Date,
        _ => Kind::Text,
    };
    Sheet {
        title: "Meting".to_owned(),
        language: "nl-NL".to_owned(),
        columns: (0..columns)
            .map(|at| Column::new(format!("kolom {at}"), kind(at)))
            .collect(),
    }
}

fn fill(row: usize, cells: &mut [String]) {
    for (at, cell) in cells.iter_mut().enumerate() {
        *cell = match at % 5 {
            1 => (row * 7 % 10_007).to_string(),
            2 => format!(
                "20{:02}-{:02}-{:02}",
                row % 30,
                row % 12 + 1,
                at + row % 13 + 1
            ),
            3 => "Veiligheidsregio IJsselland".to_owned(),
            _ => format!("Activiteit {} in spoor {at}", row * 31 % 9973),
        };
    }
}

fn write<W: Write>(format: Format, columns: usize, out: W) -> W {
    let mut writer = Writer::new(format, &sheet(columns), out).unwrap();
    let mut cells = vec![String::new(); columns];
    for row in 0..ROWS {
        fill(row, &mut cells);
        writer.row(&cells).unwrap();
    }
    writer.finish().unwrap()
}

/// The most memory that this process ever had, in kilobytes; `None` where the system does not say.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

#[test]
fn the_largest_list_is_written_in_little_memory_and_read_in_little_time() {
    for format in Format::ALL {
        let before = peak();
        let begun = Instant::now();
        let size = write(format, 15, Nowhere(0)).0 >> 10;
        let took = begun.elapsed();
        let grown = peak()
            .zip(before)
            .map_or(0, |(after, before)| after - before);
        println!("{format:?}: 15 columns written in {took:?}, {size} kB, memory + {grown} kB");
        assert!(grown < MEMORY, "{format:?}: {grown} kB");
        assert!(took < PATIENCE, "{format:?}: {took:?}");
    }
    for (format, columns) in [6, 15]
        .into_iter()
        .flat_map(|n| Format::ALL.map(|each| (each, n)))
    {
        let bytes = write(format, columns, Vec::new());
        let begun = Instant::now();
        let table = read(&bytes, &Limits::default()).unwrap();
        let took = begun.elapsed();
        println!("{format:?}: {columns} columns read in {took:?}");
        assert_eq!(table.rows.len(), ROWS);
        assert!(took < PATIENCE, "{format:?}: {took:?}");
    }
}
