// SPDX-License-Identifier: EUPL-1.2
//! What `paraat print` does: one document in, one PDF out, within bounds, and gone.

use std::io::{Read, Write};
use std::time::Duration;

use paraat_kernel::Document;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::fault::Fault;
use crate::glyphs::{Glyphs, fonts};
use crate::prepare::{each_text, prepare, unlink};
use crate::world::OneDocument;

/// For archives, with all structure (ISO 19005-3, level A), and for everybody who reads with
/// other means than eyes (ISO 14289-1).
const STANDARDS: [PdfStandard; 2] = [PdfStandard::A_3a, PdfStandard::Ua_1];

/// What the child may use.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Memory, in bytes of address space.
    pub memory: u64,
    /// Time on a processor, all threads together; parts of a second count as a whole one.
    pub cpu: Duration,
}

/// Reads a document (JSON) to its end and writes its PDF. Sets the bounds on this process first
/// and for good: call it in a process of its own.
pub fn child(input: &mut dyn Read, output: &mut dyn Write, bounds: Bounds) -> Result<(), Fault> {
    bind(bounds)?;
    let mut text = Vec::new();
    input.read_to_end(&mut text)?;
    let document: Document = serde_json::from_slice(&text)?;
    drop(text);
    let file = typeset(&document)?;
    output.write_all(&file)?;
    Ok(output.flush()?)
}

/// How a document is made: as it is, or with less of what the typesetter may stumble over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Care {
    /// All that the fonts seem able to show.
    Full,
    /// Only what they are sure to show.
    Plain,
    /// The same, and no links: what they lead to stands behind their text.
    Unlinked,
}

/// Makes the PDF.
fn typeset(document: &Document) -> Result<Vec<u8>, Fault> {
    let fonts = fonts();
    let glyphs = Glyphs::of(&fonts);
    let prepared = prepare(document);
    let attempt = |care: Care| {
        let mut document = prepared.clone();
        if care == Care::Unlinked {
            unlink(&mut document);
        }
        each_text(&mut document, &mut |text, width| {
            glyphs.fit(text, width, care != Care::Full);
        });
        compile(&OneDocument::new(&document, &prepared, &fonts)?, &document)
    };
    let mut made = attempt(Care::Full);
    for care in [Care::Plain, Care::Unlinked] {
        if matches!(made, Err(Fault::Refused(_))) {
            made = attempt(care);
        }
    }
    made
}

fn compile(world: &OneDocument, document: &Document) -> Result<Vec<u8>, Fault> {
    let pages = typst::compile::<PagedDocument>(world).output;
    let pages = pages.map_err(|errors| refused(&errors))?;
    let standards = PdfStandards::new(&STANDARDS);
    let standards = standards.map_err(|error| Fault::Refused(error.message().to_string()))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Paraat".to_owned())),
        timestamp: moment(document),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).map_err(|errors| refused(&errors))
}

/// The moment it was made, in UTC.
fn moment(document: &Document) -> Option<Timestamp> {
    let at = jiff::tz::TimeZone::UTC.to_datetime(document.made);
    let number = |value: i8| u8::try_from(value).ok();
    let datetime = Datetime::from_ymd_hms(
        at.year().into(),
        number(at.month())?,
        number(at.day())?,
        number(at.hour())?,
        number(at.minute())?,
        number(at.second())?,
    );
    datetime.map(Timestamp::new_utc)
}

/// What Typst says, without the text of the document that it may cite.
fn refused(errors: &[SourceDiagnostic]) -> Fault {
    let first = errors.first().map_or("", |error| error.message.as_str());
    let said = first.split('`').step_by(2).collect::<Vec<_>>().join("…");
    Fault::Refused(said)
}

/// Sets the limits of this process, for good; what the machine allows already may be less, never
/// more.
#[cfg(target_os = "linux")]
pub fn bind(bounds: Bounds) -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, Signal, getrlimit, setrlimit};

    let seconds = bounds.cpu.as_secs() + u64::from(bounds.cpu.subsec_nanos() > 0);
    let limits = [
        (Resource::As, bounds.memory),
        (Resource::Cpu, seconds.max(1)),
        // What it held when it was stopped must not be left on the disk.
        (Resource::Core, 0),
        // The three streams it has, and nothing beside them: no file, no network.
        (Resource::Nofile, 3),
    ];
    for (resource, limit) in limits {
        let limit = getrlimit(resource)
            .maximum
            .map_or(limit, |most| most.min(limit));
        let both = Rlimit {
            current: Some(limit),
            maximum: Some(limit),
        };
        setrlimit(resource, both)?;
    }
    // Nobody waits for it when the node is gone.
    rustix::process::set_parent_process_death_signal(Some(Signal::KILL))?;
    Ok(())
}

/// Elsewhere only the wall clock of the parent holds it.
#[cfg(not(target_os = "linux"))]
pub fn bind(_: Bounds) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arbitrary;
    use paraat_kernel::document::{Align, Block, Column, Span, Table};
    use proptest::prelude::*;

    proptest! {
        // Each takes tens of milliseconds.
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn no_text_keeps_a_document_from_becoming_a_pdf(document in arbitrary::document()) {
            let made = typeset(&document);
            // Also when it fails: the search for the smallest that does would fill the memory.
            typst::comemo::evict(0);
            prop_assert!(made.is_ok_and(|file| file.starts_with(b"%PDF-1.7")));
        }
    }

    /// Typst 0.15 loses the tag of the link in the narrow cell below.
    #[test]
    fn a_link_that_cannot_be_tagged_does_not_cost_the_document() {
        let link = |text: &str, href: &str| Span::link(text, href);
        let rows = vec![
            vec![
                vec![],
                vec![],
                vec![Span::emphasis(
                    "👩\u{200d}👩\u{200d}👧\u{200d}👦 🏳\u{fe0f}\u{200d}🌈 ❤\u{fe0f} \
                     漢字 العربية שלום हिन\u{94d}दी ไทย",
                )],
            ],
            vec![
                vec![
                    link("méméaaa aééaa éaéa", "https://a.example/é?q=1&r=2"),
                    Span::plain("beaéééé éaéééé  "),
                ],
                vec![
                    Span::plain("Ꟑ𐻂¡A®🟰a꜀!a0 𑴋 aa"),
                    link("ﬁ ﬂ Ǆ ẞ ½ ™ ∑ ∫ ⟨ ⌘ ␀", "https://a.example/?q=<é>&x#y"),
                ],
                vec![],
                vec![
                    Span::plain("a!aퟋ𑀀0ଓ!Σ!!A𞋿 প𞹇"),
                    Span::plain("0ਏড়0®𐞇ￂ!AAஒa  "),
                ],
            ],
        ];
        let column = |name: &str| Column {
            name: name.to_owned(),
            align: Align::Start,
        };
        let columns = ["", "", "", "", "A𱍐𞹬AΣ"].map(column).to_vec();
        let table = Table {
            caption: String::new(),
            columns,
            header_column: true,
            rows,
        };
        let document = Document {
            blocks: vec![Block::Table(table)],
            ..arbitrary::empty()
        };
        assert!(typeset(&document).unwrap().starts_with(b"%PDF-1.7"));
    }

    #[test]
    fn what_typst_cites_of_a_document_is_not_passed_on() {
        let span = typst::syntax::Span::detached();
        let error = SourceDiagnostic::error(span, "the text `secret` could not be shown with `x`");
        let said = refused(&[error]).to_string();
        assert!(
            said.ends_with("the text … could not be shown with …"),
            "{said}"
        );
    }
}
