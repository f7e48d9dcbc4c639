// SPDX-License-Identifier: EUPL-1.2
//! The files of a working copy, read once.

use std::path::Path;

use super::rust;
use crate::Outcome;

/// Folders that hold no source of ours: built, fetched, or git's own.
const PASSED_OVER: &[&str] = &[
    ".git",
    "target",
    "node_modules",
    "dist",
    "artefacts",
    "__pycache__",
];
/// Kinds of file that hold no text to look at.
const NO_TEXT: &[&str] = &["png", "ico", "woff2", "db", "pdf", "gz", "br"];

/// One text file.
pub struct File {
    /// Path from the top, with `/`.
    pub path: String,
    /// What it says.
    pub text: String,
    /// Rust only: the text with comments and literals blanked, line for line. Else the text.
    pub code: String,
    /// Rust only: for each line, whether it belongs to a test module in the file.
    in_tests: Vec<bool>,
}

impl File {
    /// A file with this content.
    pub fn new(path: &str, text: &str) -> Self {
        let rust = path.ends_with(".rs");
        let code = if rust {
            rust::blank(text)
        } else {
            text.to_owned()
        };
        let in_tests = if rust {
            rust::test_lines(&code)
        } else {
            Vec::new()
        };
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code,
            in_tests,
        }
    }

    /// The part after the last dot, or nothing.
    pub fn kind(&self) -> &str {
        self.name().rsplit_once('.').map_or("", |(_, kind)| kind)
    }

    /// The last part of the path.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or("")
    }

    /// The path without the last part; empty at the top.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// True for files that only tests use.
    pub fn is_test(&self) -> bool {
        self.path
            .split('/')
            .any(|part| part == "tests" || part == "e2e")
            || self.name() == "tests.rs"
            || self.name().contains(".test.")
    }

    /// True when this line (from 1) belongs to a test.
    pub fn line_is_test(&self, line: usize) -> bool {
        self.is_test() || self.in_tests.get(line.wrapping_sub(1)).copied() == Some(true)
    }

    /// Lines of the code outside tests, counted from 1.
    pub fn code_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line))
            .filter(|(line, _)| !self.line_is_test(*line))
    }
}

/// All text files, ordered by path.
pub struct Tree {
    /// The files.
    pub files: Vec<File>,
}

impl Tree {
    /// Reads every text file under a folder, except what is built or fetched.
    pub fn read(root: &Path) -> Outcome<Self> {
        let mut files = Vec::new();
        read_folder(root, "", &mut files)?;
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Self { files })
    }

    /// A tree made of pairs of path and text.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| File::new(path, text));
        Self {
            files: files.collect(),
        }
    }

    /// The file at this path.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Files of one of these kinds.
    pub fn of_kind<'a>(&'a self, kinds: &'a [&str]) -> impl Iterator<Item = &'a File> {
        self.files
            .iter()
            .filter(|file| kinds.contains(&file.kind()))
    }
}

fn read_folder(root: &Path, folder: &str, files: &mut Vec<File>) -> Outcome {
    let full = root.join(folder);
    let broken = |error| format!("{} cannot be read: {error}", full.display());
    for entry in std::fs::read_dir(&full).map_err(broken)? {
        let entry = entry.map_err(broken)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = match folder {
            "" => name.clone(),
            _ => format!("{folder}/{name}"),
        };
        let kind = entry.file_type().map_err(broken)?;
        if kind.is_dir() && !PASSED_OVER.contains(&name.as_str()) {
            read_folder(root, &path, files)?;
        } else if kind.is_file() {
            let ending = name.rsplit('.').next().unwrap_or("");
            if !NO_TEXT.contains(&ending)
                && let Ok(text) = String::from_utf8(std::fs::read(entry.path()).map_err(broken)?)
            {
                files.push(File::new(&path, &text));
            }
        }
    }
    Ok(())
}
