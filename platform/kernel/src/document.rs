// SPDX-License-Identifier: EUPL-1.2
//! A text to hand over: a letter, a report, a situation sketch, an order. A value without any
//! look; `platform/print` makes a page, a file to work on and a file to keep of it.
//!
//! Every text in it is plain text, in one language and already chosen for the reader. Nothing in
//! it is markup, so nothing that somebody typed can become any.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Language, Timestamp};

/// A text to hand over, with what stands about it in the properties of its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its name; a file for archives must have one, so that an empty one is replaced by a word.
    pub title: String,
    /// A line below the title; empty when there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subtitle: String,
    /// What it is about, in a sentence: in the properties of the file, not on its pages.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// The language of every text in it.
    pub language: Language,
    /// The organisation that speaks in it. Never a person: names stay in the home node.
    pub author: String,
    /// The day that stands on it, where its organisation is.
    pub date: Date,
    /// The moment it was made, for the properties of the file.
    pub made: Timestamp,
    /// How far it may travel, as it must stand on every page (`TLP:AMBER`, `Concept`); empty when
    /// there is nothing to say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub marking: String,
    /// What it says, in reading order.
    pub blocks: Vec<Block>,
}

/// A line or paragraph of running text. A line feed in it is a line break.
pub type Spans = Vec<Span>;

/// A piece of running text of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Span {
    /// Text.
    Plain {
        /// What it says.
        text: String,
    },
    /// Text that matters more than what stands around it.
    Strong {
        /// What it says.
        text: String,
    },
    /// Text that is stressed.
    Emphasis {
        /// What it says.
        text: String,
    },
    /// Text that leads somewhere.
    Link {
        /// What it says; the address itself when empty.
        text: String,
        /// A full address (`https:`, `http:`, `mailto:` or `tel:`). With any other only the text
        /// is shown, because it would lead nowhere from a file, or to where nobody should go.
        href: String,
    },
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Block {
    /// What the blocks after it are about.
    Heading {
        /// How deep. One that skips a level is brought up to the level that may follow.
        level: Level,
        /// Its text; a heading without text is left out.
        text: String,
    },
    /// Running text.
    Paragraph {
        /// What it says.
        spans: Spans,
    },
    /// Things in a row.
    List {
        /// True when their order says something: they get numbers.
        numbered: bool,
        /// The things.
        items: Vec<Spans>,
    },
    /// Rows and columns.
    Table(Table),
    /// Terms, each with what holds for it here: addressee, reference, deadline.
    Facts {
        /// The pairs.
        facts: Vec<Fact>,
    },
    /// A remark set apart from the text: what the reader must not miss, or what is missing.
    Note {
        /// A word or line above it; empty when there is none.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        title: String,
        /// Its paragraphs.
        paragraphs: Vec<Spans>,
    },
    /// What comes next begins on a new page.
    PageBreak,
}

/// How deep a heading stands below the title of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "u8", try_from = "u8")]
pub enum Level {
    /// Chapters: 1.
    First,
    /// Sections of a chapter: 2.
    Second,
    /// Parts of a section: 3.
    Third,
}

/// A number that is no level of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("headings have level 1, 2 or 3, not {0}")]
pub struct BadLevel(u8);

/// Rows and columns. It should have a column and a row at least; one without any column is left
/// out, but for its caption.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// What the table shows, above it; empty when there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caption: String,
    /// The columns. The row of their names is repeated on every page that the table reaches.
    pub columns: Vec<Column>,
    /// True when the first cell of each row names the row.
    #[serde(default)]
    pub header_column: bool,
    /// The rows, a cell for each column. A shorter row ends in empty cells; a longer one makes
    /// the table wider, so that nothing is lost.
    pub rows: Vec<Vec<Spans>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its name, with the unit where there is one.
    pub name: String,
    /// Where its cells stand.
    #[serde(default)]
    pub align: Align,
}

/// Where text stands within its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// Where reading starts: texts.
    #[default]
    Start,
    /// In the middle: marks.
    Centre,
    /// Where reading ends: numbers.
    End,
}

/// A term and what holds for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The term.
    pub term: String,
    /// What holds.
    pub definition: Spans,
}

impl Document {
    /// A document with only what each has, and no blocks yet.
    pub fn new(
        language: Language,
        title: impl Into<String>,
        author: impl Into<String>,
        date: Date,
        made: Timestamp,
    ) -> Self {
        Self {
            title: title.into(),
            subtitle: String::new(),
            subject: String::new(),
            language,
            author: author.into(),
            date,
            made,
            marking: String::new(),
            blocks: Vec::new(),
        }
    }
}

impl Span {
    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Plain { text: text.into() }
    }

    /// Text that matters more.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::Strong { text: text.into() }
    }

    /// Text that is stressed.
    pub fn emphasis(text: impl Into<String>) -> Self {
        Self::Emphasis { text: text.into() }
    }

    /// Text that leads to an address.
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self::Link {
            text: text.into(),
            href: href.into(),
        }
    }

    /// What it says.
    pub fn text(&self) -> &str {
        match self {
            Self::Plain { text } | Self::Strong { text } | Self::Emphasis { text } => text,
            Self::Link { text, href } if text.is_empty() => href,
            Self::Link { text, .. } => text,
        }
    }
}

impl Block {
    /// A heading.
    pub fn heading(level: Level, text: impl Into<String>) -> Self {
        let text = text.into();
        Self::Heading { level, text }
    }

    /// A paragraph of plain text.
    pub fn paragraph(text: impl Into<String>) -> Self {
        let spans = vec![Span::plain(text)];
        Self::Paragraph { spans }
    }
}

impl Table {
    /// The number of columns, with those that only a row has.
    pub fn width(&self) -> usize {
        let widest = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        widest.max(self.columns.len())
    }
}

impl Column {
    /// A column of texts.
    pub fn texts(name: impl Into<String>) -> Self {
        let name = name.into();
        Self {
            name,
            align: Align::Start,
        }
    }

    /// A column of numbers.
    pub fn numbers(name: impl Into<String>) -> Self {
        let name = name.into();
        Self {
            name,
            align: Align::End,
        }
    }
}

impl Fact {
    /// A term and a plain text that holds for it.
    pub fn plain(term: impl Into<String>, definition: impl Into<String>) -> Self {
        Self {
            term: term.into(),
            definition: vec![Span::plain(definition)],
        }
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        match level {
            Level::First => 1,
            Level::Second => 2,
            Level::Third => 3,
        }
    }
}

impl TryFrom<u8> for Level {
    type Error = BadLevel;

    fn try_from(number: u8) -> Result<Self, BadLevel> {
        match number {
            1 => Ok(Self::First),
            2 => Ok(Self::Second),
            3 => Ok(Self::Third),
            other => Err(BadLevel(other)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_reads_back_as_it_was_written() {
        let made = "2026-11-25T09:14:00Z".parse().unwrap();
        let date = jiff::civil::date(2026, 11, 25);
        let mut document = Document::new(Language::Nl, "Brief", "JenV", date, made);
        document.blocks = vec![
            Block::heading(Level::First, "Stand"),
            Block::Paragraph {
                spans: vec![
                    Span::plain("Zie "),
                    Span::link("de agenda", "https://a.example/"),
                ],
            },
            Block::Table(Table {
                columns: vec![Column::texts("Regio"), Column::numbers("Aantal")],
                rows: vec![vec![vec![Span::strong("VR 23")], vec![Span::plain("7")]]],
                ..Table::default()
            }),
            Block::PageBreak,
        ];
        let text = serde_json::to_string(&document).unwrap();
        assert!(text.contains(r#"{"kind":"heading","level":1,"text":"Stand"}"#));
        assert!(text.contains(r#"{"kind":"page-break"}"#));
        assert!(text.contains(r#""date":"2026-11-25""#));
        assert_eq!(serde_json::from_str::<Document>(&text).unwrap(), document);
    }

    #[test]
    fn a_level_that_is_none_is_named() {
        let text = r#"{"kind":"heading","level":4,"text":"x"}"#;
        let error = serde_json::from_str::<Block>(text).unwrap_err();
        assert!(error.to_string().contains("not 4"), "{error}");
    }

    #[test]
    fn a_row_that_is_longer_makes_the_table_wider() {
        let table = Table {
            columns: vec![Column::texts("a")],
            rows: vec![vec![Vec::new(), Vec::new()], Vec::new()],
            ..Table::default()
        };
        assert_eq!(table.width(), 2);
    }
}
