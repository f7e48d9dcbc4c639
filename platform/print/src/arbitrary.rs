// SPDX-License-Identifier: EUPL-1.2
//! Documents for tests: any text that a person, a program or an enemy can put in one.

use paraat_kernel::document::{Align, Block, Column, Fact, Level, Span, Spans, Table};
use paraat_kernel::{Document, Language};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Texts that mean something to one of the formats, or that fonts and parsers stumble over.
const HOSTILE: &[&str] = &[
    "#panic(\"x\")",
    "$x$ *a* _b_ `c` <d> @e #f \\ = g",
    "]]> <!-- --> <script>alert(1)</script> &amp; &#0; \"'",
    "\u{0}\u{1}\u{1B}[31m\u{7F}\u{85}\u{9F}",
    "\u{FFFE}\u{FFFF}\u{FEFF}\u{1FFFF}\u{FDD0}",
    "\u{202E}draaiom\u{202C} \u{2066}x",
    "\u{301}\u{301}\u{301} e\u{301}\u{323} \u{20DD}",
    "👩‍👩‍👧‍👦 🏳️‍🌈 ❤️ 漢字 العربية שלום हिन्दी ไทย",
    "\u{E000}\u{F8FF}\u{100000}\u{E0041}",
    "a\u{AD}b\u{200B}c\u{200D}d\u{2028}e\u{2029}f",
    "ﬁ ﬂ Ǆ ẞ ½ ™ ∑ ∫ ⟨ ⌘ ␀",
    "  twee  spaties  ",
    "\r\n\r\n\t\u{B}\u{C}",
    "",
];

/// A document without anything in it.
pub(crate) fn empty() -> Document {
    let made = "2026-11-25T09:14:00Z".parse().unwrap_or_default();
    let date = "2026-11-25".parse().unwrap_or_default();
    Document::new(Language::Nl, "Voortgang", "JenV", date, made)
}

/// Any document.
pub(crate) fn document() -> impl Strategy<Value = Document> {
    let heads = (text(), text(), text(), text(), text());
    let language = select(&Language::ALL[..]);
    (heads, language, vec(block(), 0..8)).prop_map(|(heads, language, blocks)| {
        let (title, subtitle, subject, author, marking) = heads;
        Document {
            title,
            subtitle,
            subject,
            language,
            author,
            marking,
            blocks,
            ..empty()
        }
    })
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => any::<String>(),
        3 => vec(any::<char>(), 0..12).prop_map(String::from_iter),
        4 => select(HOSTILE).prop_map(str::to_owned),
        2 => "[a-zé ]{0,40}",
        1 => ("[a-z0-9/=é]", 30usize..3_000).prop_map(|(char, times)| char.repeat(times)),
    ]
}

fn spans() -> impl Strategy<Value = Spans> {
    let href = prop_oneof![
        Just("https://a.example/?q=<é>&x#y".to_owned()),
        Just("https://a.example/é?q=1&r=2".to_owned()),
        Just("javascript:alert(1)".to_owned()),
        text(),
    ];
    let span = prop_oneof![
        text().prop_map(Span::plain),
        text().prop_map(Span::strong),
        text().prop_map(Span::emphasis),
        (text(), href).prop_map(|(text, href)| Span::link(text, href)),
    ];
    vec(span, 0..4)
}

fn block() -> impl Strategy<Value = Block> {
    let level = select(&[Level::First, Level::Second, Level::Third][..]);
    let facts = vec((text(), spans()), 0..4).prop_map(|facts| Block::Facts {
        facts: facts
            .into_iter()
            .map(|(term, definition)| Fact { term, definition })
            .collect(),
    });
    prop_oneof![
        (level, text()).prop_map(|(level, text)| Block::heading(level, text)),
        spans().prop_map(|spans| Block::Paragraph { spans }),
        (any::<bool>(), vec(spans(), 0..4))
            .prop_map(|(numbered, items)| Block::List { numbered, items }),
        table().prop_map(Block::Table),
        facts,
        (text(), vec(spans(), 0..3))
            .prop_map(|(title, paragraphs)| Block::Note { title, paragraphs }),
        Just(Block::PageBreak),
    ]
}

fn table() -> impl Strategy<Value = Table> {
    let align = select(&[Align::Start, Align::Centre, Align::End][..]);
    let columns = vec((text(), align), 0..14);
    let rows = vec(vec(spans(), 0..5), 0..5);
    (text(), columns, any::<bool>(), rows).prop_map(|(caption, columns, header_column, rows)| {
        let column = |(name, align)| Column { name, align };
        Table {
            caption,
            columns: columns.into_iter().map(column).collect(),
            header_column,
            rows,
        }
    })
}
