// SPDX-License-Identifier: EUPL-1.2
//! `paraat print`: the child process that typesets for a node, and the same by hand.

use std::io::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum};
use paraat_kernel::Document;
use paraat_print::{Bounds, Fault, Limits};
use paraat_web::{NotPrinted, Printer};

use crate::Stop;

/// What the pages make files with.
pub const PRINTER: Printer = Printer {
    odt: paraat_print::odt,
    pdf,
    held: paraat_print::HELD,
    notices: paraat_print::NOTICES,
};

fn pdf(document: &Document) -> Result<Vec<u8>, NotPrinted> {
    paraat_print::pdf(document, &Limits::default()).map_err(|fault| match fault {
        Fault::Busy => NotPrinted::Busy,
        Fault::OverTime(_) | Fault::OverMemory | Fault::OverSize(_) => NotPrinted::TooLarge,
        other => NotPrinted::Broken(other.to_string()),
    })
}

/// What to make, and of what.
#[derive(Args)]
#[command(
    after_help = "The document is JSON; what is made goes to the standard output. Without \
    FORMAT and FILE the document is read from the standard input and a PDF is made: that is how \
    a node calls it. A PDF is PDF/A-3a and PDF/UA-1.\n\n\
    Exit codes: 0 done; 1 it could not be made; 2 wrong use."
)]
pub struct Print {
    /// What to make
    #[arg(requires = "file")]
    format: Option<Format>,
    /// The document, a JSON file
    file: Option<PathBuf>,
    /// Address space in bytes that the child may use
    #[arg(long, hide = true, default_value_t = Limits::default().memory)]
    memory: u64,
    /// Seconds of processor time that the child may use
    #[arg(long, hide = true, default_value_t = 2 * Limits::default().time.as_secs())]
    seconds: u64,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A page to read
    Html,
    /// A file to work on (OpenDocument)
    Odt,
    /// A file to keep
    Pdf,
}

/// Does it.
pub fn run(print: Print) -> Result<(), Stop> {
    let (Some(format), Some(file)) = (print.format, &print.file) else {
        let bounds = Bounds {
            memory: print.memory,
            cpu: Duration::from_secs(print.seconds),
        };
        let (mut input, mut output) = (std::io::stdin().lock(), std::io::stdout().lock());
        return Ok(paraat_print::child(&mut input, &mut output, bounds)?);
    };
    let name = file.display();
    let text = std::fs::read(file).map_err(|error| Stop::usage(format!("{name}: {error}")))?;
    let document: Document =
        serde_json::from_slice(&text).map_err(|error| Stop::wrong(format!("{name}: {error}")))?;
    let made = match format {
        Format::Html => paraat_print::html(&document, None).into_bytes(),
        Format::Odt => paraat_print::odt(&document),
        Format::Pdf => paraat_print::pdf(&document, &Limits::default())?,
    };
    let mut output = std::io::stdout().lock();
    output.write_all(&made)?;
    Ok(output.flush()?)
}

impl From<paraat_print::Fault> for Stop {
    fn from(fault: paraat_print::Fault) -> Self {
        Self::wrong(fault.to_string())
    }
}
