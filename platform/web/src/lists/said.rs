// SPDX-License-Identifier: EUPL-1.2
//! What was found about a file, and why one is not read, in sentences.

use std::fmt::Display;

use paraat_sheets::{Delimiter, Finding, Places, Refused};
use paraat_ui::words::Voice;

type Values = Vec<(&'static str, String)>;

/// What was found, in a sentence.
pub fn finding(voice: Voice<'_>, finding: &Finding) -> String {
    let key = format!("sheet-finding-{}", finding.key());
    voice.with(&key, &found(voice, finding))
}

/// Why it was not read, in a sentence.
pub fn refused(voice: Voice<'_>, refused: &Refused) -> String {
    let key = format!("sheet-refused-{}", refused.key());
    voice.with(&key, &why(voice, refused))
}

fn places<T: Display>(places: &Places<T>) -> Values {
    let first: Vec<String> = places.first.iter().map(ToString::to_string).collect();
    let more = places.count > first.len() as u64;
    let first = first.join(", ");
    vec![
        ("count", places.count.to_string()),
        ("places", if more { format!("{first} …") } else { first }),
    ]
}

fn found(voice: Voice<'_>, finding: &Finding) -> Values {
    match finding {
        Finding::Delimiter(delimiter) => {
            let key = match delimiter {
                Delimiter::Semicolon => "sheet-delimiter-semicolon",
                Delimiter::Comma => "sheet-delimiter-comma",
                Delimiter::Tab => "sheet-delimiter-tab",
            };
            vec![("delimiter", voice.say(key))]
        }
        Finding::BrokenCharacters { count } | Finding::EmptyRows { count } => {
            vec![("count", count.to_string())]
        }
        Finding::UnbalancedQuotes { row, count, .. } => {
            vec![("row", row.to_string()), ("count", count.to_string())]
        }
        Finding::RaggedRows(rows) | Finding::HiddenRows(rows) => places(rows),
        Finding::HeaderMissing { row } => vec![("row", row.to_string())],
        Finding::HeaderCellsEmpty(cells)
        | Finding::Formulas(cells)
        | Finding::FormulasWithoutValue(cells)
        | Finding::ErrorValues(cells) => places(cells),
        Finding::DoubledName { name, cells } => {
            let mut values = places(cells);
            values.push(("name", name.clone()));
            values
        }
        Finding::MergedCells(areas) => places(areas),
        Finding::MoreSheets { read, others } => {
            let mut values = places(others);
            values.push(("read", read.clone()));
            values
        }
        Finding::Windows1252 | Finding::Utf16 | Finding::Dates1904 => Vec::new(),
    }
}

fn megabytes(bytes: u64) -> String {
    (bytes >> 20).to_string()
}

fn why(voice: Voice<'_>, refused: &Refused) -> Values {
    let most = |most: &dyn Display| vec![("most", most.to_string())];
    match refused {
        Refused::NotASheet(seems) => {
            let key = format!("sheet-seems-{}", seems.key());
            vec![("what", voice.say(&key))]
        }
        Refused::TooManyBytes { most, .. }
        | Refused::TooMuchText { most }
        | Refused::ZipBomb { most, .. } => vec![("most", megabytes(*most))],
        Refused::TooManyRows { most: rows } => most(rows),
        Refused::TooManyColumns { most: columns } => most(columns),
        Refused::TooManyCells { most: cells } => most(cells),
        Refused::TooManyPieces { part, .. }
        | Refused::BrokenPart { part }
        | Refused::UnknownPacking { part, .. }
        | Refused::PartMissing { part }
        | Refused::BrokenXml { part, .. }
        | Refused::Doctype { part }
        | Refused::Entity { part } => vec![("part", part.clone())],
        Refused::PasswordProtected
        | Refused::NoSheet
        | Refused::NothingInIt
        | Refused::Truncated
        | Refused::BrokenZip => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use paraat_kernel::Language;
    use paraat_sheets::{CellName, Seems};
    use paraat_ui::words::{PLATFORM, Words};

    use super::*;

    const CELL: CellName = CellName { column: 2, row: 7 };

    fn some<T: Clone>(one: T) -> Places<T> {
        let (count, first) = (12, vec![one; 10]);
        Places { count, first }
    }

    fn findings() -> Vec<Finding> {
        let area = paraat_sheets::Area {
            first: CELL,
            last: CELL,
        };
        vec![
            Finding::Delimiter(Delimiter::Semicolon),
            Finding::Delimiter(Delimiter::Comma),
            Finding::Delimiter(Delimiter::Tab),
            Finding::Windows1252,
            Finding::Utf16,
            Finding::BrokenCharacters { count: 1 },
            Finding::UnbalancedQuotes {
                row: 2,
                line: 3,
                count: 1,
            },
            Finding::RaggedRows(some(3)),
            Finding::EmptyRows { count: 1_000_000 },
            Finding::HeaderMissing { row: 1 },
            Finding::HeaderCellsEmpty(some(CELL)),
            Finding::DoubledName {
                name: "naam".to_owned(),
                cells: some(CELL),
            },
            Finding::MergedCells(some(area)),
            Finding::Dates1904,
            Finding::MoreSheets {
                read: "Blad1".to_owned(),
                others: some("Blad2".to_owned()),
            },
            Finding::Formulas(some(CELL)),
            Finding::FormulasWithoutValue(some(CELL)),
            Finding::ErrorValues(some(CELL)),
            Finding::HiddenRows(some(4)),
        ]
    }

    fn refusals() -> Vec<Refused> {
        let part = || "xl/workbook.xml".to_owned();
        let seems = [
            Seems::Empty,
            Seems::Pdf,
            Seems::OldExcel,
            Seems::BinaryExcel,
            Seems::OldOffice,
            Seems::TextDocument,
            Seems::Presentation,
            Seems::Image,
            Seems::Archive,
            Seems::Html,
            Seems::Xml,
            Seems::RichText,
            Seems::Unknown,
        ];
        let mut all: Vec<Refused> = seems.map(Refused::NotASheet).into();
        all.extend([
            Refused::PasswordProtected,
            Refused::NoSheet,
            Refused::NothingInIt,
            Refused::TooManyBytes {
                found: 1 << 30,
                most: 20 << 20,
            },
            Refused::TooManyRows { most: 20_000 },
            Refused::TooManyColumns { most: 256 },
            Refused::TooManyCells { most: 256 },
            Refused::TooMuchText { most: 1 << 20 },
            Refused::ZipBomb {
                part: part(),
                most: 1 << 20,
            },
            Refused::TooManyPieces {
                part: part(),
                most: 9,
            },
            Refused::Truncated,
            Refused::BrokenZip,
            Refused::BrokenPart { part: part() },
            Refused::UnknownPacking {
                part: part(),
                method: 99,
            },
            Refused::PartMissing { part: part() },
            Refused::BrokenXml {
                part: part(),
                at: 12,
            },
            Refused::Doctype { part: part() },
            Refused::Entity { part: part() },
        ]);
        all
    }

    #[test]
    fn each_story_has_its_sentence_in_both_languages() {
        let words = Words::new(&[PLATFORM, crate::WORDS].concat()).unwrap();
        for language in Language::ALL {
            let voice = words.voice(language);
            let said = findings()
                .into_iter()
                .map(|it| (it.key(), finding(voice, &it)));
            let said = said.chain(
                refusals()
                    .into_iter()
                    .map(|it| (it.key(), refused(voice, &it))),
            );
            for (key, sentence) in said {
                // A key without words is said as the key; a value that is missing in braces.
                let whole = sentence.contains(' ') && !sentence.contains('{');
                assert!(
                    whole && sentence.ends_with('.'),
                    "{language:?} {key}: {sentence}"
                );
            }
        }
    }

    #[test]
    fn places_are_named_and_it_is_said_that_there_are_more() {
        let words = Words::new(&[PLATFORM, crate::WORDS].concat()).unwrap();
        let said = finding(words.voice(Language::Nl), &Finding::Formulas(some(CELL)));
        assert!(
            said.contains("12") && said.contains("C7") && said.contains('…'),
            "{said}"
        );
    }
}
