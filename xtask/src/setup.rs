// SPDX-License-Identifier: EUPL-1.2
//! What tests need from the machine: Debian packages and pinned Python packages.

use std::path::PathBuf;
use std::process::Command;

use crate::Outcome;
use crate::places::Places;
use crate::process;

/// Programs or files that a stage needs and the Debian packages that bring them.
pub struct Need {
    /// Programs looked for on the path, or absolute paths of files.
    pub present: &'static [&'static str],
    /// Debian packages to install when one of them is missing.
    pub packages: &'static [&'static str],
}

/// Makes sure that everything is present: installs packages as root, else names what is missing.
pub fn ensure(places: &Places, needs: &[Need]) -> Outcome {
    let lacking = |needs: &[Need]| needs.iter().flat_map(missing).collect::<Vec<_>>();
    let names = lacking(needs).join(", ");
    if names.is_empty() {
        return Ok(());
    }
    let wanted = needs.iter().filter(|need| !missing(need).is_empty());
    let packages: Vec<&str> = wanted.flat_map(|need| need.packages).copied().collect();
    install(places, &names, &packages)?;
    match lacking(needs).first() {
        None => Ok(()),
        Some(name) => Err(format!(
            "{name} is still missing after its package was installed"
        )),
    }
}

fn install(places: &Places, names: &str, packages: &[&str]) -> Outcome {
    let root = process::answer(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    let apt = process::answer(Command::new("apt-get").arg("--version")).is_some();
    if !root || !apt {
        let packages = packages.join(" ");
        return Err(format!(
            "not on this machine: {names}; install the Debian packages: {packages}"
        ));
    }
    process::show(&mut apt_get(places, &["update", "-qq"]))?;
    let mut command = apt_get(places, &["install", "-y", "-qq", "--no-install-recommends"]);
    process::show(command.args(packages))
}

fn apt_get(places: &Places, arguments: &[&str]) -> Command {
    let mut command = process::command(places, "apt-get", arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn missing(need: &Need) -> Vec<&'static str> {
    let absent = |name: &&str| !on_path(name);
    need.present.iter().copied().filter(absent).collect()
}

fn on_path(name: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    // Joining an absolute path gives that path, so files need no case of their own.
    std::env::split_paths(&folders).any(|folder| folder.join(name).exists())
}

/// A Python with exactly the packages of a requirements file (path from the top of the working
/// copy), in a folder of its own under the target folder. Answers the path of its `python`. What
/// stands in `alone.txt` beside it is installed without what it asks for: it asks for an old
/// version of something that is there in a newer one.
pub fn python(places: &Places, requirements: &str) -> Outcome<PathBuf> {
    let alone = requirements.replace("requirements.txt", "alone.txt");
    let mut wanted = String::new();
    for file in [requirements, &alone] {
        let text = std::fs::read_to_string(places.root.join(file))
            .map_err(|error| format!("{file} cannot be read: {error}"))?;
        wanted.push_str(&text);
    }
    let folder = places.target.join("tools").join("python");
    let python = folder.join("bin/python");
    let stamp = folder.join(".paraat-installed");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    // Debian parts these from python3 itself.
    let modules = ["-c", "import ensurepip, venv"];
    if process::answer(&mut process::command(places, "python3", &modules)).is_none() {
        install(places, "python3 with venv", &["python3", "python3-venv"])?;
    }
    let make = ["-m", "venv", "--clear"];
    process::show(process::command(places, "python3", &make).arg(&folder))?;
    let install = ["-m", "pip", "install", "--quiet"];
    let files: [&[&str]; 2] = [
        &["--requirement", requirements],
        &["--no-deps", "-r", &alone],
    ];
    for file in files {
        process::show(process::command(places, &python, &install).args(file))?;
    }
    std::fs::write(&stamp, wanted)
        .map_err(|error| format!("{} cannot be written: {error}", stamp.display()))?;
    Ok(python)
}

#[cfg(test)]
mod tests {
    use super::{Need, missing};

    #[test]
    fn what_is_absent_is_named() {
        let need = Need {
            present: &["/bin/sh", "sh", "no-such-program-anywhere"],
            packages: &["nothing"],
        };
        assert_eq!(missing(&need), ["no-such-program-anywhere"]);
    }
}
