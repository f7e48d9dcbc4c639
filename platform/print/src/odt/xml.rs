// SPDX-License-Identifier: EUPL-1.2
//! Writes XML that is well-formed by the way it is written: what is opened is closed, what is
//! said is escaped.

/// Namespaces of OpenDocument, the part of each name that all have in common left out.
const SPACES: &[(&str, &str)] = &[
    ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
    ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    (
        "fo",
        "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    ),
    (
        "svg",
        "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    ),
    ("xlink", "http://www.w3.org/1999/xlink"),
    ("dc", "http://purl.org/dc/elements/1.1/"),
];

/// An XML text in the making.
pub(super) struct Xml {
    text: String,
}

/// Attributes, each with its value.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// A whole part of a file: declaration and root element with its namespaces.
    pub fn part(root: &str, inside: impl FnOnce(&mut Self)) -> String {
        let mut xml = Self {
            text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(),
        };
        let names: Vec<(String, &str)> = SPACES
            .iter()
            .map(|(short, space)| (format!("xmlns:{short}"), *space))
            .collect();
        let mut attributes: Vec<(&str, &str)> = names
            .iter()
            .map(|(name, space)| (name.as_str(), *space))
            .collect();
        attributes.push(("office:version", super::VERSION));
        xml.element(root, &attributes, inside);
        xml.text
    }

    /// A part whose root has attributes of its own.
    pub fn plain_part(
        root: &str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self),
    ) -> String {
        let mut xml = Self {
            text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(),
        };
        xml.element(root, attributes, inside);
        xml.text
    }

    /// An element and what stands in it.
    pub fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes);
        self.text.push('>');
        inside(self);
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.open(name, attributes);
        self.text.push_str("/>");
    }

    /// An element with only a text in it.
    pub fn leaf(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.element(name, attributes, |xml| xml.say(text));
    }

    /// A text, escaped.
    pub fn say(&mut self, text: &str) {
        for char in text.chars() {
            match char {
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '&' => self.text.push_str("&amp;"),
                '"' => self.text.push_str("&quot;"),
                _ => self.text.push(char),
            }
        }
    }

    fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            self.say(value);
            self.text.push('"');
        }
    }
}
