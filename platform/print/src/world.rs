// SPDX-License-Identifier: EUPL-1.2
//! The world that a document is typeset in: our template, the fonts in the binary, the document
//! as data. No files, no packages, no clock, so that equal documents give equal files.

use paraat_kernel::Document;
use paraat_kernel::document::Block;
use serde::Serialize;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Value};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt as _, World};

use crate::fit;
use crate::prepare::{edge, property};
use crate::words::Words;

/// What the template reads: the document, and what it cannot make of it by itself.
#[derive(Serialize)]
struct Input<'a> {
    document: &'a Document,
    title: String,
    author: String,
    subject: String,
    day: String,
    /// Author and marking as they stand at the edges of each page.
    speaker: String,
    marking: String,
    page: &'static str,
    of: &'static str,
    /// For each block the shares of its columns, none when it has no columns.
    widths: Vec<Vec<usize>>,
}

/// The world of one document.
pub(crate) struct OneDocument {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
}

impl OneDocument {
    /// A world with this document, which `prepare` has made ready and `glyphs` has fitted to the
    /// fonts. Its properties are not shown with them, and come from what was only prepared.
    pub fn new(
        document: &Document,
        prepared: &Document,
        fonts: &[Font],
    ) -> Result<Self, serde_json::Error> {
        let words = Words::of(document.language);
        let input = Input {
            document,
            title: property(&prepared.title),
            author: property(&prepared.author),
            subject: property(&prepared.subject),
            speaker: edge(&document.author),
            marking: edge(&document.marking),
            day: words.day(document.date),
            page: words.page,
            of: words.of,
            widths: document.blocks.iter().map(widths).collect(),
        };
        let bytes = Bytes::new(serde_json::to_vec(&input)?);
        let inputs = Dict::from_iter([("input".into(), Value::Bytes(bytes))]);
        let library = Library::builder()
            .with_inputs(inputs)
            // For cells that name their row.
            .with_features(Features::from_iter([Feature::A11yExtras]))
            .build();
        Ok(Self {
            library: LazyHash::new(library),
            book: LazyHash::new(FontBook::from_fonts(fonts)),
            fonts: fonts.to_vec(),
            template: Source::detached(include_str!("template.typ")),
        })
    }
}

fn widths(block: &Block) -> Vec<usize> {
    match block {
        Block::Table(table) => fit::shares(table),
        Block::Facts { facts } => fit::fact_shares(facts).to_vec(),
        _ => Vec::new(),
    }
}

impl World for OneDocument {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        match id == self.template.id() {
            true => Ok(self.template.clone()),
            false => Err(FileError::AccessDenied),
        }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
