// SPDX-License-Identifier: EUPL-1.2
//! `test`: everything, stage by stage. A stage is one row of a table.

use std::time::{Duration, Instant};

use crate::Outcome;
use crate::commands::{build, check};
use crate::counts::Counts;
use crate::node::Node;
use crate::places::Places;
use crate::process;
use crate::setup::{self, Need};

/// One stage: its name, how long it may take, what the machine must have, what it does.
struct Stage {
    name: &'static str,
    /// Budget in minutes; going over it is a warning.
    minutes: u64,
    needs: &'static [Need],
    steps: &'static [Step],
}

/// Something that a stage does. Each sees the built binary in `PARAAT_BIN`.
enum Step {
    /// A command of xtask.
    Xtask(fn(&Places, &[String]) -> Outcome),
    /// Cargo with these arguments.
    Cargo(&'static [&'static str]),
    /// Node in a folder that has a package-lock.json, after installing what it names.
    Node(&'static str, &'static [&'static str]),
    /// Python with the packages of a requirements file and these arguments.
    Python(&'static str, &'static [&'static str]),
}

/// The Python packages of the clients.
const REQUIREMENTS: &str = "e2e/clients/requirements.txt";

const STAGES: &[Stage] = &[
    Stage {
        name: "check",
        minutes: 13,
        needs: &[Need {
            present: &["cc"],
            packages: &["build-essential"],
        }],
        steps: &[Step::Xtask(check::run)],
    },
    Stage {
        name: "build",
        minutes: 12,
        needs: &[],
        steps: &[Step::Xtask(build::run)],
    },
    Stage {
        name: "rules",
        minutes: 2,
        needs: &[],
        steps: &[Step::Cargo(&[
            "test",
            "--release",
            "--locked",
            "--workspace",
            "--exclude",
            "paraat",
        ])],
    },
    Stage {
        name: "storage",
        minutes: 3,
        needs: &[Need {
            present: &["openssl", "curl", "mount"],
            packages: &["openssl", "curl", "mount"],
        }],
        steps: &[Step::Cargo(&[
            "test",
            "--release",
            "--locked",
            "--package",
            "paraat",
        ])],
    },
    Stage {
        name: "links",
        minutes: 5,
        needs: &[],
        steps: &[Step::Cargo(&[
            "test",
            "--release",
            "--locked",
            "--package",
            "paraat-spine",
            "--test",
            "links",
            "--test",
            "incident",
        ])],
    },
    Stage {
        name: "browser",
        minutes: 15,
        needs: &[Need {
            present: &["chromium", "/usr/share/fonts/truetype/dejavu", "pdftotext"],
            packages: &["chromium", "fonts-dejavu-core", "poppler-utils"],
        }],
        steps: &[Step::Node("e2e", &["--test"])],
    },
    Stage {
        name: "clients",
        minutes: 4,
        needs: &[
            Need {
                present: &["pip3"],
                packages: &["python3-pip"],
            },
            Need {
                present: &[
                    "soffice",
                    "/usr/lib/libreoffice/program/libsclo.so",
                    "pdfinfo",
                ],
                packages: &["libreoffice-writer", "libreoffice-calc", "poppler-utils"],
            },
            Need {
                present: &["ogrinfo"],
                packages: &["gdal-bin"],
            },
        ],
        steps: &[
            Step::Python(REQUIREMENTS, &["e2e/clients/openapi.py"]),
            Step::Python(REQUIREMENTS, &["e2e/clients/office.py"]),
            Step::Python(REQUIREMENTS, &["e2e/clients/maps.py"]),
            Step::Python(REQUIREMENTS, &["e2e/clients/cap.py"]),
        ],
    },
];

/// What became of a stage.
struct Report {
    name: &'static str,
    minutes: u64,
    took: Duration,
    counts: Counts,
    outcome: Outcome,
}

/// Runs all stages, or those named, in the order of the table; stops at the first that fails.
pub fn run(places: &Places, names: &[String]) -> Outcome {
    if let Some(name) = names
        .iter()
        .find(|name| STAGES.iter().all(|stage| stage.name != **name))
    {
        let known: Vec<_> = STAGES.iter().map(|stage| stage.name).collect();
        return Err(format!(
            "there is no stage `{name}`; there are {}",
            known.join(", ")
        ));
    }
    let wanted = |stage: &&Stage| names.is_empty() || names.iter().any(|name| name == stage.name);
    let mut reports = Vec::new();
    for stage in STAGES.iter().filter(wanted) {
        println!("== {} (budget {} min)", stage.name, stage.minutes);
        let report = stage.run(places);
        println!("{}", report.line());
        let failed = report.outcome.is_err();
        reports.push(report);
        if failed {
            break;
        }
    }
    close(&reports)
}

impl Stage {
    fn run(&self, places: &Places) -> Report {
        let start = Instant::now();
        let (counts, outcome) = self.steps(places);
        Report {
            name: self.name,
            minutes: self.minutes,
            took: start.elapsed(),
            counts,
            outcome,
        }
    }

    fn steps(&self, places: &Places) -> (Counts, Outcome) {
        let mut counts = Counts::default();
        if let Err(reason) = setup::ensure(places, self.needs) {
            return (counts, Err(reason));
        }
        for step in self.steps {
            let (more, outcome) = step.run(places);
            counts.add(more);
            if outcome.is_err() {
                return (counts, outcome);
            }
        }
        (counts, verdict(counts))
    }
}

/// A runner that ends well is not enough: every test it has must have run.
fn verdict(counts: Counts) -> Outcome {
    match counts {
        Counts { failed: 1.., .. } => Err(format!("{} tests failed", counts.failed)),
        Counts { skipped: 1.., .. } => Err(format!("{} tests were skipped", counts.skipped)),
        _ => Ok(()),
    }
}

impl Step {
    fn run(&self, places: &Places) -> (Counts, Outcome) {
        let command = match self {
            Self::Xtask(run) => return (Counts::default(), run(places, &[])),
            Self::Cargo(arguments) => Ok(process::cargo(places, arguments)),
            Self::Node(folder, arguments) => Node::find(places).and_then(|node| {
                node.install(places, folder)?;
                Ok(node.node(places, folder, arguments))
            }),
            Self::Python(requirements, arguments) => setup::python(places, requirements)
                .map(|python| process::command(places, python, arguments)),
        };
        match command {
            Ok(mut command) => process::count(command.env("PARAAT_BIN", places.binary())),
            Err(reason) => (Counts::default(), Err(reason)),
        }
    }
}

impl Report {
    fn line(&self) -> String {
        let Self {
            name,
            minutes,
            took,
            counts,
            outcome,
        } = self;
        let over = if took.as_secs() > minutes * 60 {
            ", over its budget"
        } else {
            ""
        };
        let word = if outcome.is_ok() { "ok" } else { "FAILED" };
        let (passed, failed) = (counts.passed, counts.failed);
        format!(
            "== {name}: {word} in {} of {minutes}:00 min{over} ({passed} passed, {failed} failed)",
            clock(*took)
        )
    }
}

fn clock(time: Duration) -> String {
    format!("{}:{:02}", time.as_secs() / 60, time.as_secs() % 60)
}

/// Prints all stages below each other and the closing line.
fn close(reports: &[Report]) -> Outcome {
    let mut counts = Counts::default();
    println!();
    for report in reports {
        println!("{}", report.line());
        counts.add(report.counts);
    }
    let broken = reports.iter().find_map(|report| {
        let reason = report.outcome.as_ref().err()?;
        Some(format!("stage {}: {reason}", report.name))
    });
    // A stage that fails before a test could run is a failure to be counted too.
    let failed = counts.failed.max(u64::from(broken.is_some()));
    println!("{} passed, {failed} failed", counts.passed);
    broken.map_or(Ok(()), Err)
}

#[cfg(test)]
mod tests {
    use super::{Counts, verdict};

    #[test]
    fn a_skipped_test_is_no_success() {
        let counts = |failed, skipped| Counts {
            passed: 3,
            failed,
            skipped,
        };
        assert!(verdict(counts(0, 0)).is_ok());
        assert_eq!(verdict(counts(0, 1)).unwrap_err(), "1 tests were skipped");
        assert_eq!(verdict(counts(2, 1)).unwrap_err(), "2 tests failed");
    }
}
