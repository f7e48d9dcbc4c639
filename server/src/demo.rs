// SPDX-License-Identifier: EUPL-1.2
//! The demo folder: accounts named after functions, the real agenda, nothing invented.

use paraat_kernel::{Function, OrganisationId};

use crate::folder::write_private;
use crate::node::Running;
use crate::{Stop, accounts};

/// The accounts of the demo: name, organisation, functions.
const ACCOUNTS: &[(&str, &str, &[Function])] = &[
    ("admin", "jenv", &[Function::Admin]),
    (
        "editor-jenv",
        "jenv",
        &[Function::Editor, Function::Decider],
    ),
    ("editor-vr23", "vr23", &[Function::Editor]),
    (
        "decider-vr23",
        "vr23",
        &[Function::Editor, Function::Decider],
    ),
    (
        "editor-veiligheidsberaad",
        "veiligheidsberaad",
        &[Function::Editor],
    ),
    ("sis-vr23", "vr23", &[Function::Editor]),
    ("auditor-vr23", "vr23", &[Function::Auditor]),
    ("editor-vr24", "vr24", &[Function::Editor]),
    ("editor-saba", "saba", &[Function::Editor]),
    (
        "reader-inspectie",
        "inspectie",
        &[Function::Reader, Function::Auditor],
    ),
];

/// Who may open what of what is sealed: the desk for information on victims (SIS) keeps the names.
const LET_IN: (&str, &str) = ("sis-vr23", "persons");

/// Where the names and passwords lie, readable by the owner of the folder alone.
pub const FILE: &str = "accounts.txt";

/// Makes what a new demo folder holds. Answers the names and passwords, kept or new.
pub async fn fill(node: &Running) -> Result<String, Stop> {
    let file = node.folder.path(FILE);
    if file.exists() {
        return Ok(std::fs::read_to_string(file)?);
    }
    let mut said = String::new();
    for (name, organisation, functions) in ACCOUNTS {
        let organisation: OrganisationId = organisation
            .parse()
            .map_err(|bad| Stop::wrong(format!("{bad}")))?;
        let password = accounts::ensure(node, name, &organisation, functions).await?;
        said.push_str(&format!("{name}\t{password}\n"));
    }
    let (name, compartment) = LET_IN;
    accounts::compartments(node, name, &[compartment.to_owned()], true).await?;
    write_private(&file, &said)?;
    Ok(said)
}
