// SPDX-License-Identifier: EUPL-1.2
//! Exercises: what happens in them, as messages that organisations record minute after minute.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::read::read;
use crate::{Words, Wrong};

/// The files, one for each exercise.
const FILES: [(&str, &str); 1] = [(
    "exercises/hoogwater-maas.toml",
    include_str!("../exercises/hoogwater-maas.toml"),
)];

/// An exercise.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// The stable id.
    pub id: String,
    /// The name on screen.
    pub name: Words,
    /// What happens in it.
    pub about: Words,
    /// The message whose page is shown to who comes in: the name it goes by.
    pub shows: String,
    /// The messages, in the order in which they are played.
    #[serde(rename = "message")]
    pub messages: Vec<Message>,
}

/// Something that an organisation records in an exercise.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// The minute of the exercise.
    pub at: u32,
    /// Organisation that records it.
    pub by: String,
    /// Kind and verb: `log write`.
    pub verb: String,
    /// What later messages call the stream that it makes; none when no other names it.
    #[serde(default)]
    pub name: Option<String>,
    /// The stream that the verb is called at, by the name it goes by.
    #[serde(default)]
    pub on: Option<String>,
    /// The fields. `@noord` stands for the stream of that name, `+90` and `-15` for so many minutes
    /// from the moment the message is played.
    #[serde(default)]
    pub with: BTreeMap<String, String>,
}

impl Exercise {
    /// The minute of the last message.
    pub fn minutes(&self) -> u32 {
        self.messages.last().map_or(0, |message| message.at)
    }

    /// The organisations that record something in it.
    pub fn organisations(&self) -> BTreeSet<&str> {
        self.messages.iter().map(|it| it.by.as_str()).collect()
    }
}

impl Message {
    /// Kind and verb.
    pub fn kind_and_verb(&self) -> (&str, &str) {
        self.verb.split_once(' ').unwrap_or((&self.verb, ""))
    }

    /// The fields as they are recorded: with the addresses of the streams that exist, and with
    /// moments as `moment` writes so many minutes from now.
    pub fn fields(
        &self,
        streams: &BTreeMap<String, String>,
        moment: impl Fn(i64) -> String,
    ) -> Vec<(&str, String)> {
        let field = |(name, value): (&'_ String, &'_ String)| {
            if let Some(named) = value.strip_prefix('@') {
                return streams.get(named).cloned().unwrap_or_default();
            }
            let minutes = value.starts_with(['+', '-']).then(|| value.parse::<i64>());
            match minutes {
                Some(Ok(minutes)) if MOMENTS.contains(&name.as_str()) => moment(minutes),
                _ => value.clone(),
            }
        };
        let with = self.with.iter();
        with.map(|(name, value)| (name.as_str(), field((name, value))))
            .collect()
    }

    /// The names that it uses of earlier messages.
    fn names(&self) -> impl Iterator<Item = &str> {
        let fields = self.with.values().filter_map(|it| it.strip_prefix('@'));
        fields.chain(self.on.as_deref())
    }
}

/// Fields that are moments.
const MOMENTS: [&str; 6] = ["at", "checkOn", "due", "happened", "observed", "until"];

/// All exercises.
///
/// # Errors
/// `Wrong` when a file cannot be read as an exercise, is out of order in time, or names a message
/// that was not there before.
pub fn exercises() -> Result<Vec<Exercise>, Wrong> {
    FILES.iter().map(|(file, text)| one(file, text)).collect()
}

fn one(file: &'static str, text: &str) -> Result<Exercise, Wrong> {
    let exercise: Exercise = read(file, text)?;
    let wrong = |what: String| Wrong {
        file,
        line: 1,
        what,
    };
    let mut known = BTreeSet::new();
    let mut before = 0;
    for (place, message) in exercise.messages.iter().enumerate() {
        let place = place + 1;
        if message.at < before {
            return Err(wrong(format!("message {place} comes before the one above")));
        }
        before = message.at;
        if let Some(unknown) = message.names().find(|it| !known.contains(it)) {
            return Err(wrong(format!("message {place} names {unknown:?}, unknown")));
        }
        if let Some(name) = &message.name
            && !known.insert(name.as_str())
        {
            return Err(wrong(format!("message {place} takes the name of another")));
        }
    }
    if !known.contains(exercise.shows.as_str()) {
        return Err(wrong("what it shows is no message".to_owned()));
    }
    Ok(exercise.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "id = \"x\"\nname.nl = \"X\"\nname.en = \"X\"\n\
        about.nl = \"X\"\nabout.en = \"X\"\nshows = \"a\"\n";

    fn read_with(messages: &str) -> Result<Exercise, Wrong> {
        one("exercises/x.toml", &format!("{HEAD}{messages}"))
    }

    const FIRST: &str =
        "[[message]]\nat = 1\nby = \"vr23\"\nverb = \"incident open\"\nname = \"a\"\n";

    #[test]
    fn an_exercise_that_cannot_be_played_is_named() {
        assert!(read_with(FIRST).is_ok());
        for (more, why) in [
            (
                "[[message]]\nat = 0\nby = \"vr23\"\nverb = \"log write\"\n",
                "comes before",
            ),
            (
                "[[message]]\nat = 1\nby = \"vr23\"\nverb = \"x y\"\non = \"b\"\n",
                "names \"b\"",
            ),
            (FIRST, "takes the name"),
        ] {
            let wrong = read_with(&format!("{FIRST}{more}")).unwrap_err();
            assert!(wrong.what.contains(why), "{wrong}");
        }
        assert!(read_with(&FIRST.replace("name = \"a\"", "name = \"b\"")).is_err());
    }

    #[test]
    fn names_and_moments_are_filled_in() {
        let text = "[[message]]\nat = 2\nby = \"vr24\"\nverb = \"log write\"\n\
            with.incident = \"@a\"\nwith.happened = \"-5\"\nwith.text = \"-5 graden\"\n";
        let exercise = read_with(&format!("{FIRST}{text}")).unwrap();
        let streams = BTreeMap::from([("a".to_owned(), "vr23/1".to_owned())]);
        let fields = exercise.messages[1].fields(&streams, |minutes| format!("{minutes} min"));
        let own = |text: &str| text.to_owned();
        assert_eq!(
            fields,
            [
                ("happened", own("-5 min")),
                ("incident", own("vr23/1")),
                ("text", own("-5 graden")),
            ]
        );
        assert_eq!(exercise.messages[1].kind_and_verb(), ("log", "write"));
        assert_eq!((exercise.minutes(), exercise.organisations().len()), (2, 2));
    }
}
