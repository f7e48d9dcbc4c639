// SPDX-License-Identifier: EUPL-1.2
//! The photos and documents that one organisation adds to one thing of an incident: the incident
//! itself, what stands in it, a line of a log, an object on a layer, what a team says. Each is a
//! part of the stream with a name of its own there; what stands in it lies beside the record.

use std::collections::BTreeMap;

use paraat_authority::Act;
use paraat_contract::{
    Change, EventName, Home, Kind, Recorded, Refusal, Verb, close_card, close_file, put_card,
    put_file,
};
use paraat_kernel::{Card, Circle, File, Given, Key, Label, StreamId, Text};
use paraat_ui::field::Input;
use serde::{Deserialize, Serialize};

use crate::commands::{attach, detach};

/// The kind.
pub struct Attachment;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The names of the files by the same in small letters; of one that was taken away nothing.
    pub names: BTreeMap<String, String>,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Add a file.
    Attach(attach::Attach),
    /// Take one away.
    Remove(Removed),
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A file was added.
    Attached(Attached),
    /// A file was taken away.
    Removed(Removed),
}

/// A file was added. Stored as `incident.file-attached.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attached {
    /// Where its bytes lie on the node of who added it: 32 hexadecimal digits.
    pub code: String,
    /// BLAKE3 of its bytes, 64 hexadecimal digits.
    pub digest: String,
    /// The incident.
    pub incident: StreamId,
    /// Its media type.
    pub media: String,
    /// What it is called here: no other file of this stream ever is.
    pub name: String,
    /// What it belongs to: the address of a stream; of a line, an object or what a team says of a
    /// theme with `#` and its number or that theme behind it.
    pub of: String,
    /// Its bytes, counted.
    pub size: u64,
}

/// A file was taken away. Stored as `incident.file-removed.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Removed {
    /// What it was called here.
    pub name: String,
    /// Why; empty when nobody said.
    pub reason: String,
}

/// A thing that a file belongs to: a stream, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// The stream.
    pub stream: StreamId,
    /// The number of a line or an object in it, or the theme of what a team says.
    pub part: Option<String>,
}

/// The sorts of parts that files may belong to.
const PARTS: [&str; 3] = ["log-line", "object", "theme"];
/// Longest name of a part.
const LONGEST_PART: usize = 40;

impl Thing {
    /// The thing at this address.
    pub fn read(text: &str) -> Option<Self> {
        let (stream, part) = match text.split_once('#') {
            Some((stream, part)) => (stream, Some(part)),
            None => (text, None),
        };
        let plain = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
        let good = part
            .is_none_or(|part| (1..=LONGEST_PART).contains(&part.len()) && part.bytes().all(plain));
        good.then_some(Self {
            stream: stream.parse().ok()?,
            part: part.map(str::to_owned),
        })
    }

    /// The parts that it may be.
    fn parts(&self) -> Vec<(StreamId, Key)> {
        let of = |sort: &str, part: &str| (self.stream.clone(), format!("{sort}/{part}"));
        let part = self.part.iter();
        part.flat_map(|part| PARTS.map(|sort| of(sort, part)))
            .collect()
    }

    /// It, as the actor may see it.
    pub fn known<'a>(&self, given: &'a Given) -> Option<&'a paraat_kernel::Known> {
        match self.part {
            None => given.part(&self.stream, ""),
            Some(_) => {
                let mut parts = self.parts().into_iter();
                parts.find_map(|(stream, part)| given.part(&stream, &part))
            }
        }
    }

    /// The page that shows it, in an incident.
    fn page(&self, incident: &StreamId) -> String {
        match self.part {
            None => format!("/streams/{}", self.stream),
            Some(_) => format!("/incident/incident/{incident}"),
        }
    }
}

impl std::fmt::Display for Thing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.stream.fmt(f)?;
        self.part.iter().try_for_each(|part| write!(f, "#{part}"))
    }
}

impl Kind for Attachment {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "incident";
    const NAME: &'static str = "attachment";
    const VERBS: &'static [Verb] = &[attach::VERB, detach::VERB];
    const EVENTS: &'static [EventName] =
        &[EventName("file-attached", 1), EventName("file-removed", 1)];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "attach" => Some(Command::Attach(attach::read(input)?)),
            "detach" => Some(Command::Remove(detach::read(input))),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        match command {
            Command::Attach(it) if it.of.part.is_none() => {
                vec![it.incident.clone(), it.of.stream.clone()]
            }
            Command::Attach(it) => vec![it.incident.clone()],
            Command::Remove(_) => Vec::new(),
        }
    }

    fn parts(command: &Command) -> Vec<(StreamId, Key)> {
        match command {
            Command::Attach(it) => it.of.parts(),
            Command::Remove(_) => Vec::new(),
        }
    }

    /// Shared as widely as what it belongs to, and no wider.
    fn home(command: &Command, given: &Given) -> Home {
        let Command::Attach(it) = command else {
            return super::here(given);
        };
        let owner = given.actor.organisation.clone();
        let class = it.of.known(given).map(|known| known.class.clone());
        let (circle, label) = class.map_or((Circle::Own, Label::Red), |c| (c.circle, c.label));
        Home {
            stream: StreamId::derived(owner, "incident.attachment", &it.of.to_string()),
            circle,
            label,
        }
    }

    fn act(command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(match command {
            Command::Attach(_) => crate::commands::own(given),
            Command::Remove(_) => crate::commands::act_of(given.stream.owner.clone()),
        })
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        Ok(vec![match command {
            Command::Attach(it) => Event::Attached(attach::decide(state, it, given)?),
            Command::Remove(it) => Event::Removed(detach::decide(state, it)?),
        }])
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Attached(it) => {
                state.names.insert(it.name.to_lowercase(), it.name.clone());
            }
            Event::Removed(it) => {
                state.names.insert(it.name.to_lowercase(), String::new());
            }
        }
    }

    fn rows(_state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        match event {
            Event::Attached(it) => standing(it, recorded),
            Event::Removed(it) => vec![close_file(&it.name), close_card(part_of(&it.name))],
        }
    }

    fn name(event: &Event) -> EventName {
        match event {
            Event::Attached(_) => EventName("file-attached", 1),
            Event::Removed(_) => EventName("file-removed", 1),
        }
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Attached(it) => serde_json::to_value(it),
            Event::Removed(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("file-attached", 1) => serde_json::from_value(payload).map(Event::Attached),
            ("file-removed", 1) => serde_json::from_value(payload).map(Event::Removed),
            _ => return None,
        };
        read.ok()
    }

    fn lands(command: &Command, _stream: &StreamId) -> String {
        match command {
            Command::Attach(it) => it.of.page(&it.incident),
            Command::Remove(_) => "/incident".to_owned(),
        }
    }
}

fn part_of(name: &str) -> Key {
    format!("attachment/{name}")
}

/// The rows of a file that stands there.
fn standing(it: &Attached, recorded: &Recorded) -> Vec<Change> {
    let file = File {
        code: it.code.clone(),
        name: it.name.clone(),
        media: it.media.clone(),
        size: it.size,
        digest: it.digest.clone(),
    };
    let title = Text::typed(it.name.as_str());
    let mut card = Card::new(recorded.stream.clone(), "incident", "attachment", title);
    card.part = part_of(&it.name);
    card.status.clone_from(&it.media);
    card.holder = Some(recorded.stream.owner.clone());
    card.under = Some(it.incident.clone());
    card.order.clone_from(&it.name);
    let incident = it.incident.to_string();
    vec![
        put_file(&file, &it.name, (&it.of, &incident), recorded),
        put_card(&card),
    ]
}
