// SPDX-License-Identifier: EUPL-1.2
use serde::de::DeserializeOwned;

/// A reference file that does not say what it should.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("reference/{file}, line {line}: {what}")]
pub struct Wrong {
    /// The file in `reference/`.
    pub file: &'static str,
    /// The line the trouble starts on, counted from 1.
    pub line: usize,
    /// What is wrong, in English, for the person who edits the file.
    pub what: String,
}

/// Reads one file whole.
pub(crate) fn read<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, Wrong> {
    toml::from_str(text).map_err(|error| Wrong {
        file,
        line: line_of(text, error.span().map_or(0, |span| span.start)),
        what: error.message().to_owned(),
    })
}

fn line_of(text: &str, offset: usize) -> usize {
    let before = text.bytes().take(offset);
    1 + before.filter(|byte| *byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Sample {
        #[expect(dead_code, reason = "only whether it can be read matters here")]
        year: u16,
    }

    #[test]
    fn an_error_names_file_and_line() {
        let wrong = read::<Sample>("sample.toml", "# head\nyear = 2024\nyaer = 1\n").unwrap_err();
        assert_eq!((wrong.file, wrong.line), ("sample.toml", 3));
        assert!(wrong.what.contains("yaer"), "{wrong}");

        let wrong = read::<Sample>("sample.toml", "\n\nyear = \"soon\"\n").unwrap_err();
        assert_eq!(wrong.line, 3);

        let wrong = read::<Sample>("sample.toml", "year = [\n").unwrap_err();
        assert!(
            wrong
                .to_string()
                .starts_with("reference/sample.toml, line ")
        );
    }
}
