// SPDX-License-Identifier: EUPL-1.2
//! `styles.xml`: the look, as named styles, and the page with its header and footer.

use paraat_kernel::{Document, Language};

use super::xml::{Attributes, Xml};
use crate::prepare::edge;
use crate::words::Words;

/// A style of paragraphs: name, parent, the look of the paragraph and that of its text.
struct Style {
    name: &'static str,
    parent: &'static str,
    paragraph: Attributes<'static>,
    text: Attributes<'static>,
}

const BOLD: (&str, &str) = ("fo:font-weight", "bold");
const INK: (&str, &str) = ("fo:color", "#154273");
const KEEP: (&str, &str) = ("fo:keep-with-next", "always");
const CENTRE: (&str, &str) = ("fo:text-align", "center");
const END: (&str, &str) = ("fo:text-align", "end");

/// The styles of paragraphs, parents first. Names of OpenDocument editors where there are any, so
/// that the styles of an organisation take their place.
const STYLES: &[Style] = &[
    Style {
        name: "Standard",
        parent: "",
        paragraph: &[],
        text: &[],
    },
    Style {
        name: "Text body",
        parent: "Standard",
        paragraph: &[("fo:margin-bottom", "2.5mm"), ("fo:line-height", "125%")],
        text: &[],
    },
    Style {
        name: "Title",
        parent: "Standard",
        paragraph: &[("fo:margin-bottom", "2mm"), KEEP],
        text: &[("fo:font-size", "22pt"), BOLD, INK],
    },
    Style {
        name: "Subtitle",
        parent: "Standard",
        paragraph: &[("fo:margin-bottom", "2mm"), KEEP],
        text: &[("fo:font-size", "14pt"), ("fo:color", "#333333")],
    },
    Style {
        name: "Date",
        parent: "Standard",
        paragraph: &[("fo:margin-bottom", "8mm")],
        text: &[("fo:color", "#333333")],
    },
    Style {
        name: "Heading",
        parent: "Standard",
        paragraph: &[("fo:margin-top", "6mm"), ("fo:margin-bottom", "2mm"), KEEP],
        text: &[BOLD, INK],
    },
    Style {
        name: "Heading 1",
        parent: "Heading",
        paragraph: &[],
        text: &[("fo:font-size", "16pt")],
    },
    Style {
        name: "Heading 2",
        parent: "Heading",
        paragraph: &[],
        text: &[("fo:font-size", "13pt")],
    },
    Style {
        name: "Heading 3",
        parent: "Heading",
        paragraph: &[],
        text: &[("fo:font-size", "11pt")],
    },
    Style {
        name: "List",
        parent: "Text body",
        paragraph: &[("fo:margin-bottom", "1mm")],
        text: &[],
    },
    Style {
        name: "Caption",
        parent: "Standard",
        paragraph: &[("fo:margin-top", "3mm"), ("fo:margin-bottom", "1mm"), KEEP],
        text: &[BOLD],
    },
    Style {
        name: "Table Contents",
        parent: "Standard",
        paragraph: &[],
        text: &[("fo:font-size", "9.5pt")],
    },
    Style {
        name: "Table Centre",
        parent: "Table Contents",
        paragraph: &[CENTRE],
        text: &[],
    },
    Style {
        name: "Table End",
        parent: "Table Contents",
        paragraph: &[END],
        text: &[],
    },
    Style {
        name: "Table Heading",
        parent: "Table Contents",
        paragraph: &[],
        text: &[BOLD],
    },
    Style {
        name: "Table Heading Centre",
        parent: "Table Heading",
        paragraph: &[CENTRE],
        text: &[],
    },
    Style {
        name: "Table Heading End",
        parent: "Table Heading",
        paragraph: &[END],
        text: &[],
    },
    Style {
        name: "Note",
        parent: "Text body",
        paragraph: &[
            ("fo:border-left", "1mm solid #154273"),
            ("fo:padding", "2.5mm"),
            ("fo:background-color", "#eef3f8"),
        ],
        text: &[],
    },
    Style {
        name: "Note Title",
        parent: "Note",
        paragraph: &[KEEP],
        text: &[BOLD],
    },
    Style {
        name: "Page Break",
        parent: "Standard",
        paragraph: &[("fo:break-before", "page"), ("fo:line-height", "1pt")],
        text: &[("fo:font-size", "1pt")],
    },
    Style {
        name: "Header",
        parent: "Standard",
        paragraph: &[],
        text: &[("fo:font-size", "9.5pt"), ("fo:color", "#333333")],
    },
    Style {
        name: "Footer",
        parent: "Header",
        paragraph: &[],
        text: &[],
    },
];

/// Named styles of text within a paragraph.
const SPANS: &[(&str, Attributes<'static>)] = &[
    ("Strong Emphasis", &[BOLD]),
    ("Emphasis", &[("fo:font-style", "italic")]),
    // Markings of the Traffic Light Protocol 2.0 are 12 points at least.
    ("Marking", &[("fo:font-size", "12pt"), BOLD]),
    (
        "Internet Link",
        &[
            INK,
            ("style:text-underline-style", "solid"),
            ("style:text-underline-width", "auto"),
            ("style:text-underline-color", "font-color"),
        ],
    ),
];

/// Where the text on the right ends in header and footer.
const RIGHT: &str = "162mm";

/// The styles.
pub(super) fn styles(document: &Document) -> String {
    Xml::part("office:document-styles", |xml| {
        xml.element("office:styles", &[], |xml| {
            defaults(xml, document.language);
            STYLES.iter().for_each(|style| paragraph(xml, style));
            for (name, look) in SPANS {
                named(xml, name, "text", "", |xml| {
                    xml.empty("style:text-properties", look)
                });
            }
            list(xml, "Bullets", false);
            list(xml, "Numbers", true);
        });
        xml.element("office:automatic-styles", &[], page);
        xml.element("office:master-styles", &[], |xml| {
            let attributes = [
                ("style:name", "Standard"),
                ("style:page-layout-name", "Page"),
            ];
            xml.element("style:master-page", &attributes, |xml| edges(xml, document));
        });
    })
}

/// The styles of rows and cells, which editors only take from the part that uses them.
pub(super) fn cells(xml: &mut Xml) {
    let rule = ("fo:border-bottom", "0.4pt solid #999999");
    let padding = ("fo:padding", "0.8mm");
    let looks: [(&str, Attributes<'_>); 3] = [
        ("Cell", &[padding, rule]),
        (
            "HeadCell",
            &[
                padding,
                ("fo:border-bottom", "1pt solid #154273"),
                ("fo:background-color", "#eef3f8"),
                ("style:vertical-align", "bottom"),
            ],
        ),
        ("FactCell", &[padding]),
    ];
    for (name, look) in looks {
        let attributes = [("style:name", name), ("style:family", "table-cell")];
        xml.element("style:style", &attributes, |xml| {
            xml.empty("style:table-cell-properties", look);
        });
    }
    let attributes = [("style:name", "Row"), ("style:family", "table-row")];
    xml.element("style:style", &attributes, |xml| {
        xml.empty(
            "style:table-row-properties",
            &[("fo:keep-together", "always")],
        );
    });
}

/// What holds for all text, the language above all: it is how a screen reader pronounces it.
fn defaults(xml: &mut Xml, language: Language) {
    let country = match language {
        Language::Nl => "NL",
        Language::En => "GB",
    };
    let text = [
        ("fo:language", language.code()),
        ("fo:country", country),
        ("fo:font-family", "'Liberation Sans', Arial, sans-serif"),
        ("fo:font-size", "10.5pt"),
        ("fo:hyphenate", "true"),
        ("fo:hyphenation-remain-char-count", "2"),
        ("fo:hyphenation-push-char-count", "2"),
    ];
    xml.element(
        "style:default-style",
        &[("style:family", "paragraph")],
        |xml| {
            let paragraph = [("fo:widows", "2"), ("fo:orphans", "2")];
            xml.empty("style:paragraph-properties", &paragraph);
            xml.empty("style:text-properties", &text);
        },
    );
}

fn paragraph(xml: &mut Xml, style: &Style) {
    named(xml, style.name, "paragraph", style.parent, |xml| {
        match style.name {
            "Header" | "Footer" => {
                xml.element("style:paragraph-properties", &[], |xml| {
                    xml.element("style:tab-stops", &[], |xml| {
                        let stop = [("style:position", RIGHT), ("style:type", "right")];
                        xml.empty("style:tab-stop", &stop);
                    });
                });
            }
            _ if style.paragraph.is_empty() => {}
            _ => xml.empty("style:paragraph-properties", style.paragraph),
        }
        if !style.text.is_empty() {
            xml.empty("style:text-properties", style.text);
        }
    });
}

/// A style under the name that people see; in the file its spaces are written `_20_`.
fn named(xml: &mut Xml, name: &str, family: &str, parent: &str, look: impl FnOnce(&mut Xml)) {
    let coded = name.replace(' ', "_20_");
    let parent = parent.replace(' ', "_20_");
    let mut attributes = vec![
        ("style:name", coded.as_str()),
        ("style:display-name", name),
        ("style:family", family),
    ];
    if !parent.is_empty() {
        attributes.push(("style:parent-style-name", &parent));
    }
    if let Some(level) = name.strip_prefix("Heading ") {
        attributes.push(("style:default-outline-level", level));
    }
    xml.element("style:style", &attributes, look);
}

fn list(xml: &mut Xml, name: &str, numbered: bool) {
    xml.element("text:list-style", &[("style:name", name)], |xml| {
        let (kind, mark) = match numbered {
            true => ("text:list-level-style-number", ("style:num-format", "1")),
            false => ("text:list-level-style-bullet", ("text:bullet-char", "•")),
        };
        let mut attributes = vec![("text:level", "1"), mark];
        if numbered {
            attributes.push(("style:num-suffix", "."));
        }
        xml.element(kind, &attributes, |xml| {
            let mode = [("text:list-level-position-and-space-mode", "label-alignment")];
            xml.element("style:list-level-properties", &mode, |xml| {
                let place = [
                    ("text:label-followed-by", "listtab"),
                    ("fo:text-indent", "-6mm"),
                    ("fo:margin-left", "6mm"),
                ];
                xml.empty("style:list-level-label-alignment", &place);
            });
        });
    });
}

/// A4 upright with room for a header and a footer.
fn page(xml: &mut Xml) {
    let size = [
        ("fo:page-width", "210mm"),
        ("fo:page-height", "297mm"),
        ("style:print-orientation", "portrait"),
        ("fo:margin-top", "15mm"),
        ("fo:margin-bottom", "12mm"),
        ("fo:margin-left", "24mm"),
        ("fo:margin-right", "24mm"),
    ];
    xml.element("style:page-layout", &[("style:name", "Page")], |xml| {
        xml.empty("style:page-layout-properties", &size);
        let edges = [
            ("style:header-style", ("fo:margin-bottom", "8mm")),
            ("style:footer-style", ("fo:margin-top", "8mm")),
        ];
        for (name, margin) in edges {
            xml.element(name, &[], |xml| {
                let look = [("fo:min-height", "8mm"), margin];
                xml.empty("style:header-footer-properties", &look);
            });
        }
    });
}

/// Organisation and marking above, number of the page and marking below.
fn edges(xml: &mut Xml, document: &Document) {
    let words = Words::of(document.language);
    xml.element("style:header", &[], |xml| {
        xml.element("text:p", &[("text:style-name", "Header")], |xml| {
            xml.say(&edge(&document.author));
            marking(xml, &document.marking);
        });
    });
    xml.element("style:footer", &[], |xml| {
        xml.element("text:p", &[("text:style-name", "Footer")], |xml| {
            xml.say(&format!("{} ", words.page));
            xml.leaf("text:page-number", &[("text:select-page", "current")], "1");
            xml.say(&format!(" {} ", words.of));
            xml.leaf("text:page-count", &[], "1");
            marking(xml, &document.marking);
        });
    });
}

fn marking(xml: &mut Xml, marking: &str) {
    if !marking.is_empty() {
        xml.empty("text:tab", &[]);
        xml.leaf(
            "text:span",
            &[("text:style-name", "Marking")],
            &edge(marking),
        );
    }
}
