// SPDX-License-Identifier: EUPL-1.2
//! The fields of a command, declared once as data: the form, its errors, the API description and
//! the reading of what was typed come from the same list.

mod declare;
mod read_one;

use std::collections::BTreeMap;

use paraat_kernel::{OrganisationId, StreamId, Timestamp};

use self::read_one::read_one;

/// What may stand in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One line of at most so many characters.
    Line(usize),
    /// Text with line breaks, of at most so many characters.
    Paragraphs(usize),
    /// One of these words; each has a label in the module's words.
    Choice(&'static [&'static str]),
    /// Any number of these words, given as `a,b` by API or as repeated form values.
    Choices(&'static [&'static str]),
    /// The address of a stream of this module and kind.
    Stream {
        /// Module of the kind.
        module: &'static str,
        /// Kind of the stream.
        kind: &'static str,
    },
    /// The id of an organisation in the registers.
    Organisation,
    /// A day. Typed as `2026-11-23` or `23-11-2026`; read as the first.
    Date,
    /// A moment, RFC 3339 with offset.
    Moment,
    /// A whole number between these two, both included.
    Whole(i64, i64),
    /// A web address, `https://` or `http://`.
    Link,
    /// A file that is kept: the code under which the account brought it to the node, 32 hexadecimal
    /// digits. A page asks for the file itself.
    File,
}

/// One field of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Name in forms and in the API, camelCase.
    pub name: &'static str,
    /// What may stand in it.
    pub shape: Shape,
    /// True when it may not be left empty.
    pub required: bool,
    /// True when the page fills it in (an address from the link that was followed); it is shown
    /// as a fact, not asked.
    pub given: bool,
    /// True when a form or a program may give several addresses: the verb is then done for each of
    /// them, all or nothing. Reading takes one; whoever takes the request makes one of each.
    pub many: bool,
    /// Several people of one organisation may type in it at once, before one of them records it:
    /// one text for each combination of the given fields and these. None when each types alone.
    pub together: Option<&'static [&'static str]>,
    /// What sort of file may be handed in in its place, as a form says it (`.json,.csv`): the
    /// content of the file then stands in the field; of a field of shape `File`, which sorts are
    /// taken. None when it is only typed. Only for verbs that are not called at a stream.
    pub file: Option<&'static str>,
    /// True when it names a set of signs: a page offers those that lie on its node.
    pub symbols: bool,
    /// True for the moment at which what a form says was seen or done, of a verb that only adds.
    /// Its form may wait on the device while there is no line; a moment that was left empty is
    /// then that at which the form was made.
    pub waits: bool,
    /// True when it may well be left for later: a form folds it away, with the others of its kind,
    /// as long as nothing stands in it.
    pub later: bool,
}

/// Why a field was not taken. The sentence for people is in the words, by `key`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It was left empty.
    Missing,
    /// It has so many characters and at most so many are taken.
    TooLong {
        /// Characters typed.
        typed: usize,
        /// Characters taken at most.
        most: usize,
    },
    /// It is none of the words that are taken.
    NotAChoice {
        /// The words that are taken.
        choices: &'static [&'static str],
    },
    /// It does not read as an address.
    NotAnAddress,
    /// It does not read as an organisation.
    NotAnOrganisation,
    /// It does not read as a day that there is.
    NotADate,
    /// It does not read as a moment.
    NotAMoment,
    /// It does not read as a whole number within the bounds.
    NotAWhole(i64, i64),
    /// It does not read as a web address.
    NotALink,
    /// It does not read as the code of a file.
    NotAFile,
    /// A line break stands in a one-line field, or a control character anywhere.
    ControlCharacter,
    /// No field has this name.
    Unknown,
    /// The rule does not take it, and says why in this sentence.
    Said(String),
    /// The value has another type than text (a number, a list, an object, true or false).
    WrongType,
}

impl Reason {
    /// Key of its sentence in the words of the platform.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Missing => "field-missing",
            Self::TooLong { .. } => "field-too-long",
            Self::NotAChoice { .. } => "field-not-a-choice",
            Self::NotAnAddress => "field-not-an-address",
            Self::NotAnOrganisation => "field-not-an-organisation",
            Self::NotADate => "field-not-a-date",
            Self::NotAMoment => "field-not-a-moment",
            Self::NotAWhole(..) => "field-not-a-whole",
            Self::NotALink => "field-not-a-link",
            Self::NotAFile => "field-not-a-file",
            Self::ControlCharacter => "field-control-character",
            Self::Unknown => "field-unknown",
            Self::Said(_) => "field-said",
            Self::WrongType => "field-wrong-type",
        }
    }

    /// The figures and words that its sentence names.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLong { typed, most } => {
                vec![("typed", typed.to_string()), ("most", most.to_string())]
            }
            Self::NotAChoice { choices } => vec![("choices", choices.join(", "))],
            Self::NotAWhole(low, high) => {
                vec![("low", low.to_string()), ("high", high.to_string())]
            }
            Self::Said(sentence) => vec![("sentence", sentence.clone())],
            _ => Vec::new(),
        }
    }
}

/// One field that was not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Name of the field as it was sent.
    pub field: String,
    /// Why it was not taken.
    pub reason: Reason,
}

/// What was typed, by field name, exactly as it came: it is shown again when it is refused.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed(pub BTreeMap<String, String>);

impl Typed {
    /// What was typed in a field, empty when nothing was.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The same with one field set.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.insert(name.to_owned(), value.into());
        self
    }
}

/// What was typed, checked against its fields: every getter answers a value of the right shape.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input(BTreeMap<&'static str, String>);

impl Input {
    /// The text of a field, empty when it was left empty.
    pub fn text(&self, name: &str) -> String {
        self.0.get(name).cloned().unwrap_or_default()
    }

    /// The text of a field, none when it was left empty.
    pub fn filled(&self, name: &str) -> Option<String> {
        self.0.get(name).filter(|text| !text.is_empty()).cloned()
    }

    /// The stream in a field of shape `Stream`.
    pub fn stream(&self, name: &str) -> Option<StreamId> {
        self.filled(name)?.parse().ok()
    }

    /// The organisation in a field of shape `Organisation`.
    pub fn organisation(&self, name: &str) -> Option<OrganisationId> {
        self.filled(name)?.parse().ok()
    }

    /// The moment in a field of shape `Moment`.
    pub fn moment(&self, name: &str) -> Option<Timestamp> {
        self.filled(name)?.parse().ok()
    }

    /// The number in a field of shape `Whole`.
    pub fn whole(&self, name: &str) -> Option<i64> {
        self.filled(name)?.parse().ok()
    }

    /// The words chosen in a field of shape `Choices`.
    pub fn choices(&self, name: &str) -> Vec<String> {
        self.text(name)
            .split(',')
            .filter(|w| !w.is_empty())
            .map(str::to_owned)
            .collect()
    }
}

/// Reads what was typed. Answers every problem at once, in the order of the fields, so that a
/// person mends them in one go.
pub fn read(fields: &[Field], typed: &Typed) -> Result<Input, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut input = Input::default();
    for field in fields {
        match read_one(field, typed.get(field.name)) {
            Ok(value) => {
                input.0.insert(field.name, value);
            }
            Err(reason) => problems.push(Problem {
                field: field.name.to_owned(),
                reason,
            }),
        }
    }
    for name in typed
        .0
        .keys()
        .filter(|name| fields.iter().all(|f| f.name != name.as_str()))
    {
        problems.push(Problem {
            field: name.clone(),
            reason: Reason::Unknown,
        });
    }
    if problems.is_empty() {
        Ok(input)
    } else {
        Err(problems)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FIELDS: &[Field] = &[
        Field::required("title", Shape::Line(10)),
        Field::optional("status", Shape::Choice(&["planned", "done"])),
        Field::optional("link", Shape::Link),
        Field::optional("count", Shape::Whole(1, 9)),
        Field::optional("note", Shape::Paragraphs(40)),
    ];

    fn problems(typed: Typed) -> Vec<(String, &'static str)> {
        let problems = read(FIELDS, &typed).err().unwrap_or_default();
        problems
            .into_iter()
            .map(|p| (p.field, p.reason.key()))
            .collect()
    }

    #[test]
    fn all_problems_are_named_at_once() {
        let typed = Typed::default()
            .with("status", "gone")
            .with("link", "javascript:x")
            .with("count", "10")
            .with("colour", "red");
        let expected = [
            ("title", "field-missing"),
            ("status", "field-not-a-choice"),
            ("link", "field-not-a-link"),
            ("count", "field-not-a-whole"),
            ("colour", "field-unknown"),
        ];
        let seen = problems(typed);
        assert_eq!(
            seen.iter()
                .map(|(f, k)| (f.as_str(), *k))
                .collect::<Vec<_>>(),
            expected
        );
    }

    #[test]
    fn length_is_counted_in_characters_and_breaks_are_kept_only_in_paragraphs() {
        assert!(read(FIELDS, &Typed::default().with("title", "éééééééééé")).is_ok());
        assert_eq!(
            problems(Typed::default().with("title", "a\nb"))[0].1,
            "field-control-character"
        );
        let note = Typed::default().with("title", "x").with("note", "a\r\nb");
        assert_eq!(read(FIELDS, &note).unwrap().text("note"), "a\nb");
    }

    #[test]
    fn a_day_is_kept_in_one_form_however_it_was_typed() {
        let fields = [Field::optional("day", Shape::Date)];
        let read = |typed: &str| read(&fields, &Typed::default().with("day", typed));
        for typed in [
            "2024-05-31",
            "31-5-2024",
            "31-05-2024",
            " 31/5/2024 ",
            "31.5.2024",
        ] {
            assert_eq!(read(typed).unwrap().text("day"), "2024-05-31", "{typed}");
        }
        assert_eq!(read("").unwrap().text("day"), "");
        for typed in [
            "31-02-2025",
            "2025-02-31",
            "5-31-2024",
            "31-5-24",
            "20240531",
            "morgen",
        ] {
            assert_eq!(
                read(typed).unwrap_err()[0].reason,
                Reason::NotADate,
                "{typed}"
            );
        }
    }

    #[test]
    fn what_leaves_no_mark_is_nothing() {
        for nothing in ["", "  ", "\u{202e}\u{200f}", "\u{feff}", "\n \u{2066}"] {
            let typed = Typed::default().with("title", nothing);
            assert_eq!(problems(typed)[0].1, "field-missing", "{nothing:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_answered(
            title in ".*", status in ".*", link in ".*", count in ".*",
        ) {
            let typed = Typed::default().with("title", title).with("status", status)
                .with("link", link).with("count", count);
            let _ = read(FIELDS, &typed);
        }
    }
}
