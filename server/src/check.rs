// SPDX-License-Identifier: EUPL-1.2
//! `paraat check`: what is to be known about files of others before anybody goes by them. It needs
//! no node, no data folder and no network.

use std::fs::File;
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use paraat_cap::{Finding, Origin, Tongue, Verdict, Version, limits};

use crate::Stop;

/// Findings of one file that are told; a file with more is wrong as a whole.
const TOLD: usize = 12;

/// Which files, and what they should be.
#[derive(Args)]
#[command(
    after_help = "For each file a line with valid, warning or invalid, the file and the reason, \
    with tabs between them. In a reason each finding has whose rule it is (schema or standard), \
    a name that does not change, its place and line, and what to do.\n\n\
    cap: invalid is what is not safe to read, or what the schema of OASIS does not pass; warning \
    is what the schema passes and the standard does not.\n\n\
    Exit codes: 0 no file is invalid; 1 a file is invalid or cannot be read; 2 wrong use."
)]
pub struct Check {
    /// What the files should be
    format: Format,
    /// The files; - is the standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Language of the reasons
    #[arg(long, default_value = "nl")]
    language: Language,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Alerts in the Common Alerting Protocol, 1.1 or 1.2
    Cap,
}

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    /// Dutch
    Nl,
    /// English
    En,
}

/// Does it.
pub fn run(check: &Check) -> Result<(), Stop> {
    let tongue = match check.language {
        Language::Nl => Tongue::Dutch,
        Language::En => Tongue::English,
    };
    let mut output = io::stdout().lock();
    let mut invalid = 0;
    for file in &check.files {
        let (verdict, reason) = match (bytes(file), check.format) {
            (Ok(bytes), Format::Cap) => cap(&bytes, tongue),
            (Err(error), _) => (Verdict::Invalid, format!("unreadable: {error}")),
        };
        let word = match verdict {
            Verdict::Valid => "valid",
            Verdict::Warning => "warning",
            Verdict::Invalid => "invalid",
        };
        invalid += usize::from(verdict == Verdict::Invalid);
        let name = file.display().to_string().replace(char::is_control, "?");
        writeln!(output, "{word}\t{name}\t{reason}")?;
    }
    output.flush()?;
    match invalid {
        0 => Ok(()),
        _ => Err(Stop::wrong(format!(
            "{invalid} of {} invalid",
            check.files.len()
        ))),
    }
}

/// What is in a file, up to a byte more than is read.
fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    let most = u64::try_from(limits::BYTES).unwrap_or(u64::MAX) + 1;
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(file)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn cap(bytes: &[u8], tongue: Tongue) -> (Verdict, String) {
    let found = match paraat_cap::read(bytes) {
        Ok(found) => found,
        Err(refused) => {
            let said = match tongue {
                Tongue::Dutch => refused.dutch(),
                Tongue::English => refused.to_string(),
            };
            return (
                Verdict::Invalid,
                format!("refused {}: {said}", refused.code()),
            );
        }
    };
    let told: Vec<String> = found
        .findings
        .iter()
        .take(TOLD)
        .map(|it| line(it, tongue))
        .collect();
    let mut reason = told.join("; ");
    if reason.is_empty() {
        reason = match found.alert.version {
            Version::V1_1 => "CAP 1.1".to_owned(),
            Version::V1_2 => "CAP 1.2".to_owned(),
        };
    }
    match found.findings.len().saturating_sub(TOLD) {
        0 => {}
        more => reason = format!("{reason}; +{more}"),
    }
    (found.verdict(), reason)
}

fn line(finding: &Finding, tongue: Tongue) -> String {
    let origin = match finding.origin() {
        Origin::Schema => "schema",
        Origin::Standard => "standard",
    };
    let (code, place, line) = (finding.code(), &finding.place, finding.line);
    format!(
        "{origin} {code} {place}:{line}: {}",
        finding.sentence(tongue)
    )
}
