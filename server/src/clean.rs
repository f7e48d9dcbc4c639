// SPDX-License-Identifier: EUPL-1.2
//! `paraat clean`: the child process that cleans a PDF for a node. A file that was made to do harm
//! ends the child, and is refused.

use std::io::{Read as _, Write as _};
use std::time::Duration;

use clap::Args;
use paraat_media::Finding;
use paraat_print::{Bounds, Fault, Limits};
use paraat_web::files::NotBrought;

use crate::Stop;

/// How the child says why it does not take a file.
const FINDING: &str = "finding ";
/// Said when cleaning takes too much.
const TOO_HEAVY: &str = "too-heavy";

/// What cleaning may take: what it makes is a few times what it is given at most.
fn limits() -> Limits {
    Limits {
        time: Duration::from_secs(15),
        memory: 1024 * 1024 * 1024,
        ..Limits::default()
    }
}

/// The PDF without what it says besides what it shows, made in a child process. Blocks.
pub fn pdf(bytes: &[u8]) -> Result<Vec<u8>, NotBrought> {
    let made = paraat_print::apart("clean", &limits(), &|input| input.write_all(bytes));
    made.map_err(|fault| match fault {
        Fault::Busy => NotBrought::Busy,
        Fault::OverTime(_) | Fault::OverMemory | Fault::OverSize(_) => {
            NotBrought::NotTaken(TOO_HEAVY)
        }
        Fault::Refused(said) => {
            let named = said.rsplit(FINDING).next().unwrap_or_default();
            // A file that makes the child fall over is damaged, if not worse.
            let finding = Finding::from_key(named.trim()).unwrap_or(Finding::Damaged);
            NotBrought::NotTaken(finding.key())
        }
        other => {
            tracing::error!(fault = %other, "a PDF could not be cleaned");
            NotBrought::Broken
        }
    })
}

/// What the child may use.
#[derive(Args)]
pub struct Clean {
    /// Address space in bytes
    #[arg(long)]
    memory: u64,
    /// Seconds of processor time
    #[arg(long)]
    seconds: u64,
}

/// Does it, in the child: from the standard input to the standard output.
pub fn run(clean: &Clean) -> Result<(), Stop> {
    paraat_print::bind(Bounds {
        memory: clean.memory,
        cpu: Duration::from_secs(clean.seconds),
    })?;
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    let made = paraat_media::clean_pdf(bytes);
    let made = made.map_err(|finding| Stop::wrong(format!("{FINDING}{}", finding.key())))?;
    let mut output = std::io::stdout().lock();
    output.write_all(&made)?;
    Ok(output.flush()?)
}
