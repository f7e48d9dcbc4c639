// SPDX-License-Identifier: EUPL-1.2
//! Cells between what is kept and what a person reads: words for choices, names for organisations,
//! and the other way round in either language.

use std::collections::{BTreeMap, HashMap};

use paraat_contract::{Holds, List, ListColumn, Value};
use paraat_kernel::{Language, OrganisationId, Text, Timestamp};
use paraat_sheets::Kind;
use paraat_ui::{Words, time};

/// The columns of a list with what it takes to write and read their cells.
pub(super) struct Cells<'a> {
    columns: Vec<Column>,
    names: &'a BTreeMap<OrganisationId, Text>,
    /// Organisations by their names in small letters; none where two have the same.
    by_name: HashMap<String, Option<&'a OrganisationId>>,
    language: Language,
    zone: String,
}

struct Column {
    declared: &'static ListColumn,
    /// The word on screen of each choice.
    words: Vec<(&'static str, String)>,
    /// Choices by their words in small letters, in every language.
    choices: HashMap<String, &'static str>,
}

impl Column {
    fn new(declared: &'static ListColumn, words: &Words, language: Language) -> Self {
        let mut column = Self {
            declared,
            words: Vec::new(),
            choices: HashMap::new(),
        };
        if let Holds::Choice(stem, choices) | Holds::Choices(stem, choices) = declared.holds {
            for choice in choices {
                let key = format!("{stem}-{choice}");
                column.words.push((*choice, words.say(language, &key)));
                for language in Language::ALL {
                    let word = words.say(language, &key).to_lowercase();
                    column.choices.insert(word, *choice);
                }
            }
            // Its own name goes before a word that happens to be the same.
            let own = choices
                .iter()
                .map(|choice| (choice.to_lowercase(), *choice));
            column.choices.extend(own);
        }
        column
    }

    /// The word on screen of a choice; one that is none of ours as it is kept.
    fn word(&self, choice: &str) -> String {
        let word = self.words.iter().find(|(it, _)| *it == choice);
        word.map_or_else(|| choice.to_owned(), |(_, word)| word.clone())
    }

    /// The choice that a word stands for; what is no word of ours as it was typed.
    fn choice(&self, word: &str) -> String {
        let choice = self.choices.get(&word.to_lowercase());
        choice.map_or_else(|| word.to_owned(), |it| (*it).to_owned())
    }

    /// The choices that words stand for. A word may have a comma in it, so semicolons part them;
    /// commas do where a part is no word of ours.
    fn several(&self, text: &str) -> String {
        let known = |part: &str| self.choices.contains_key(&part.to_lowercase());
        let parts = text.split(';').map(str::trim).flat_map(|part| {
            let whole: Vec<&str> = match known(part) {
                true => vec![part],
                false => part.split(',').map(str::trim).collect(),
            };
            whole
        });
        let choices: Vec<String> = parts
            .filter(|it| !it.is_empty())
            .map(|it| self.choice(it))
            .collect();
        choices.join(",")
    }
}

impl<'a> Cells<'a> {
    pub fn new(
        list: &'static List,
        words: &Words,
        names: &'a BTreeMap<OrganisationId, Text>,
        language: Language,
        zone: &str,
    ) -> Self {
        let columns = list
            .columns
            .iter()
            .map(|it| Column::new(it, words, language));
        let mut by_name: HashMap<String, Option<&OrganisationId>> = HashMap::new();
        for (id, name) in names {
            for language in Language::ALL {
                let name = name.get(language).trim().to_lowercase();
                let there = by_name.entry(name).or_insert(Some(id));
                if there.is_some_and(|other| other != id) {
                    *there = None;
                }
            }
        }
        Self {
            columns: columns.collect(),
            names,
            by_name,
            language,
            zone: zone.to_owned(),
        }
    }

    /// What a person reads in a cell, in the canonical form of its kind.
    pub fn shown(&self, at: usize, value: &Value) -> String {
        let Some(column) = self.columns.get(at) else {
            return String::new();
        };
        let text = plain(value);
        match column.declared.holds {
            Holds::Choice(..) => column.word(&text),
            Holds::Choices(..) => {
                let parts = text.split(',').map(str::trim).filter(|it| !it.is_empty());
                let words: Vec<String> = parts.map(|it| column.word(it)).collect();
                words.join("; ")
            }
            Holds::Organisation => self.name(text),
            Holds::Moment => self.moment(text),
            Holds::Text | Holds::Whole | Holds::Date => text,
        }
    }

    /// The name of an organisation; its id when others have the same name.
    fn name(&self, id: String) -> String {
        let Ok(known) = id.parse::<OrganisationId>() else {
            return id;
        };
        let Some(name) = self.names.get(&known) else {
            return id;
        };
        let name = name.get(self.language).trim();
        match self.by_name.get(&name.to_lowercase()) {
            Some(Some(_)) => name.to_owned(),
            _ => id,
        }
    }

    /// A moment that sorts as text and reads as a moment of the reader's own day.
    fn moment(&self, text: String) -> String {
        let at: Option<Timestamp> = text.parse().ok();
        match at.zip(time::zone(&self.zone)) {
            Some((at, zone)) => time::sortable(at, &zone),
            None => text,
        }
    }

    /// What a person left in a cell, in canonical form; the key of the reason when nobody can say
    /// what it means. What the verb itself can say is left to the verb.
    pub fn read(&self, at: usize, typed: &str) -> Result<String, &'static str> {
        let text = trimmed(typed);
        let Some(column) = self.columns.get(at) else {
            return Ok(text);
        };
        let canonical = |kind: Kind| kind.canonical(&text);
        Ok(match column.declared.holds {
            Holds::Text | Holds::Moment => text,
            Holds::Whole => canonical(Kind::Whole).unwrap_or(text),
            Holds::Date => time::date(&text).map_or(text, |day| day.to_string()),
            Holds::Choice(..) => column.choice(&text),
            Holds::Choices(..) => column.several(&text),
            Holds::Organisation if text.is_empty() => text,
            Holds::Organisation => self.organisation(&text)?,
        })
    }

    fn organisation(&self, text: &str) -> Result<String, &'static str> {
        let by_id = text.parse().ok().filter(|id| self.names.contains_key(id));
        if let Some(id) = by_id {
            return Ok(id.to_string());
        }
        match self.by_name.get(&text.to_lowercase()) {
            Some(Some(id)) => Ok(id.to_string()),
            Some(None) => Err("list-two-organisations"),
            None => Err("list-no-organisation"),
        }
    }
}

/// A value as it is kept, as text; white space at the ends says nothing.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Whole(number) => number.to_string(),
        Value::Text(text) => trimmed(text),
    }
}

/// A text without white space at its ends, its line breaks in their one form.
pub(super) fn trimmed(text: &str) -> String {
    let text = text.trim();
    if text.contains("\r\n") {
        text.replace("\r\n", "\n")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DECLARED: ListColumn = ListColumn::own(
        "reasons",
        "reasons",
        Holds::Choices("reason", &["distance", "ties"]),
    );

    #[test]
    fn several_choices_are_read_by_their_words_also_those_with_a_comma() {
        let words = [
            ("distance", "Afstand"),
            ("ties", "Band met Aruba, Curaçao en Sint Maarten"),
        ];
        let column = Column {
            declared: &DECLARED,
            words: words
                .map(|(choice, word)| (choice, word.to_owned()))
                .to_vec(),
            choices: HashMap::from(words.map(|(choice, word)| (word.to_lowercase(), choice))),
        };
        for typed in [
            "Afstand; Band met Aruba, Curaçao en Sint Maarten",
            " afstand ;band met aruba, curaçao en sint maarten;",
        ] {
            assert_eq!(column.several(typed), "distance,ties", "{typed}");
        }
        assert_eq!(
            column.several("Afstand, iets anders"),
            "distance,iets anders"
        );
        assert_eq!(column.several(""), "");
    }
}
