// SPDX-License-Identifier: EUPL-1.2
//! Reads test counts out of what test runners print.

/// Tests that ran, over one or more runners.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
    /// Tests that the runner left out. There should be none.
    pub skipped: u64,
}

impl Counts {
    /// Adds what a line of output says; most lines say nothing. Understood are cargo's
    /// `test result: ...`, node's `# pass 3` and `ℹ pass 3`, and a plain `3 passed, 0 failed`.
    pub fn read(&mut self, line: &str) {
        let line = line.trim();
        let node = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ "));
        if let Some(rest) = node {
            self.read_node(rest);
        } else if let Some(rest) = line.strip_prefix("test result: ") {
            self.read_pairs(rest.split_once(". ").map_or("", |(_, pairs)| pairs));
        } else if line.ends_with(" failed") && line.contains(" passed, ") {
            self.read_pairs(line);
        }
    }

    /// Adds other counts.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    fn read_node(&mut self, rest: &str) {
        let Some((word, number)) = rest.split_once(' ') else {
            return;
        };
        let Ok(number) = number.parse::<u64>() else {
            return;
        };
        self.count(word, number);
    }

    fn read_pairs(&mut self, pairs: &str) {
        for pair in pairs.split([';', ',']) {
            if let Some((number, word)) = pair.trim().split_once(' ')
                && let Ok(number) = number.parse::<u64>()
            {
                self.count(word, number);
            }
        }
    }

    fn count(&mut self, word: &str, number: u64) {
        match word {
            "passed" | "pass" => self.passed += number,
            "failed" | "fail" => self.failed += number,
            "ignored" | "skipped" | "todo" => self.skipped += number,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    fn read(lines: &[&str]) -> (u64, u64, u64) {
        let mut counts = Counts::default();
        for line in lines {
            counts.read(line);
        }
        (counts.passed, counts.failed, counts.skipped)
    }

    #[test]
    fn cargo_lines_add_up() {
        let lines = [
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; x",
            "test a_name ... ok",
            "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
        ];
        assert_eq!(read(&lines), (14, 1, 1));
    }

    #[test]
    fn node_lines_add_up_in_both_forms() {
        assert_eq!(read(&["# tests 4", "# pass 3", "# fail 1"]), (3, 1, 0));
        assert_eq!(read(&["ℹ pass 5", "ℹ fail 0", "ℹ skipped 2"]), (5, 0, 2));
    }

    #[test]
    fn a_script_says_it_plainly() {
        assert_eq!(read(&["7 passed, 0 failed"]), (7, 0, 0));
        assert_eq!(read(&["the two passed, one failed"]), (0, 0, 0));
    }
}
