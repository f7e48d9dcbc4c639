// SPDX-License-Identifier: EUPL-1.2
//! `build`: page assets, then the release binary.

use std::fmt::Write;
use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::Outcome;
use crate::licence;
use crate::node::Node;
use crate::places::Places;
use crate::process;

/// Where the build of the page assets lies and what it makes.
const ASSETS: &str = "assets";
const MADE: &str = "assets/dist";

/// Builds everything that `paraat` needs.
pub fn run(places: &Places, _: &[String]) -> Outcome {
    assets(places)?;
    crates(places)?;
    let arguments = ["build", "--release", "--locked", "--package", "paraat"];
    process::show(&mut process::cargo(places, &arguments))
}

/// Builds the page assets. Without Node the binary takes the lite ones, and we say so.
fn assets(places: &Places) -> Outcome {
    let wanted = inputs(places)?;
    let stamp = places.target.join("stamps").join("assets");
    let made = places.root.join(MADE);
    if made.is_dir() && std::fs::read_to_string(&stamp).is_ok_and(|built| built == wanted) {
        return Ok(());
    }
    let node = match Node::find(places) {
        Ok(node) => node,
        Err(reason) => return lite(&made, &reason),
    };
    node.install(places, ASSETS)?;
    process::show(&mut node.node(places, ASSETS, &["build.mjs"]))?;
    let folder = places.target.join("stamps");
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(&stamp, wanted))
        .map_err(|error| format!("{} cannot be written: {error}", stamp.display()))
}

/// Puts the crates that go into the binary beside the page assets, with their licences. The file
/// is written only when it changes, so that nothing is built for it in vain.
fn crates(places: &Places) -> Outcome {
    let made = places.root.join(MADE);
    if !made.is_dir() {
        return Ok(());
    }
    let path = made.join("crates.txt");
    let list = licence::list(places)?;
    if std::fs::read_to_string(&path).is_ok_and(|old| old == list) {
        return Ok(());
    }
    std::fs::write(&path, list)
        .map_err(|error| format!("{} cannot be written: {error}", path.display()))
}

/// Leaves no assets behind that were made from other sources, and says what the pages lack.
fn lite(made: &Path, reason: &str) -> Outcome {
    println!("page assets: {reason}.");
    println!("page assets: Paraat is built with the lite ones, our own style sheet and script.");
    println!("page assets: install Node 20 or newer and build again for the full ones.");
    if made.exists() {
        std::fs::remove_dir_all(made)
            .map_err(|error| format!("{} cannot be removed: {error}", made.display()))?;
    }
    Ok(())
}

/// Every file that the asset build reads, with size and time of change: when this text is the
/// same as last time, so are the assets.
fn inputs(places: &Places) -> Outcome<String> {
    let mut list = format!("{}\n", places.root.display());
    let mut folders = vec![places.root.join(ASSETS)];
    let mut lines = Vec::new();
    while let Some(folder) = folders.pop() {
        let broken = |error| format!("{} cannot be read: {error}", folder.display());
        for entry in std::fs::read_dir(&folder).map_err(broken)? {
            let path = entry.map_err(broken)?.path();
            if path.ends_with("node_modules") || path.ends_with("dist") {
                continue;
            }
            let about = std::fs::metadata(&path).map_err(broken)?;
            if about.is_dir() {
                folders.push(path);
                continue;
            }
            let changed = about.modified().map_err(broken)?;
            let since = changed.duration_since(UNIX_EPOCH).unwrap_or_default();
            lines.push(format!(
                "{} {} {}",
                path.display(),
                about.len(),
                since.as_nanos()
            ));
        }
    }
    lines.sort();
    for line in lines {
        writeln!(list, "{line}").map_err(|error| error.to_string())?;
    }
    Ok(list)
}
