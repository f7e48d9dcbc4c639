// SPDX-License-Identifier: EUPL-1.2
//! A message to the public on the three questions of the ISB model: what is happening, what must I
//! do, what does it mean. One source, in one language; variants in others; what is published is
//! what stood there, word by word.

use std::collections::BTreeMap;

use paraat_authority::Act;
use paraat_contract::{Change, EventName, Home, Kind, Recorded, Refusal, Verb};
use paraat_kernel::{Given, StreamId};
use paraat_ui::field::{Input, Typed};
use serde::{Deserialize, Serialize};

use super::{here, rows_of_message};
use crate::commands::hold::Holding;
use crate::commands::{draft_message, hold, publish, revise, translate, withdraw_message};

/// The kind.
pub struct Message;

/// What the rules must know of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// As it stands; none before it was drafted.
    pub core: Option<Core>,
    /// How often its source was written, the first time included.
    pub revision: i64,
    /// In other languages, by code.
    pub variants: BTreeMap<String, Variant>,
    /// `draft`, `published` or `withdrawn`.
    pub standing: String,
    /// Which revision the public reads, with its variants; none while nothing is published.
    pub published: Option<Public>,
}

/// What the public reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Public {
    /// The source as it was.
    pub core: Core,
    /// Its revision.
    pub revision: i64,
    /// The variants as they were, by code.
    pub variants: BTreeMap<String, Variant>,
}

/// The source. Stored as `communication.message-drafted.v1` and `communication.message-revised.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Core {
    /// Where it holds, in words; empty for everywhere.
    pub area: String,
    /// As of when it is so, RFC 3339.
    pub as_of: String,
    /// One of `terms::authorities::AUTHORITIES`.
    pub authority: String,
    /// The incident it is about; none for risk communication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<StreamId>,
    /// One of `terms::languages::LANGUAGES`.
    pub language: String,
    /// When there will be more news, RFC 3339; empty when nobody said.
    pub next_update: String,
    /// The sender as the public knows it; empty for what the authority is called.
    pub sender: String,
    /// What it says.
    pub text: Isb,
}

/// The three questions, with a title above and whom it is otherwise for below.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Isb {
    /// What changes for groups of people; empty when it is the same for all.
    pub groups: String,
    /// What does it mean (*betekenisgeving*); empty when nobody said.
    pub meaning: String,
    /// One line that says it all.
    pub title: String,
    /// What must I do (*schadebeperking*), an instruction a line; empty when nobody said.
    pub todo: String,
    /// What is happening (*informatievoorziening*).
    pub what: String,
}

/// The same in another language. Stored as `communication.message-translated.v1`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// The language.
    pub language: String,
    /// Which revision of the source it says again.
    pub of: i64,
    /// What it says.
    pub text: Isb,
}

/// What can have happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It was written.
    Drafted(Core),
    /// Its source was written anew.
    Revised(Core),
    /// It was said in another language.
    Translated(Variant),
    /// What stands there was made public. Stored as `communication.message-published.v1`.
    Published(Published),
    /// It no longer holds. Stored as `communication.message-withdrawn.v1`.
    Withdrawn(Withdrawn),
}

/// What stands there was made public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// The revision of the source.
    pub revision: i64,
}

/// It no longer holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    /// Why, for the public; empty when nobody said.
    pub reason: String,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Write a message.
    Draft(Core),
    /// Make a text public that was written beforehand.
    Hold(Holding),
    /// Write its source anew.
    Revise(Core),
    /// Say it in another language.
    Translate(Variant),
    /// Make public what stands there.
    Publish,
    /// Say that it no longer holds.
    Withdraw(Withdrawn),
}

impl State {
    /// True when what stands here is not what the public reads.
    pub fn pending(&self) -> bool {
        self.published.as_ref().is_none_or(|public| {
            public.revision != self.revision || public.variants != self.variants
        })
    }
}

impl Kind for Message {
    type State = State;
    type Event = Event;
    type Command = Command;

    const MODULE: &'static str = "communication";
    const NAME: &'static str = "message";
    const VERBS: &'static [Verb] = &[
        draft_message::VERB,
        hold::VERB,
        revise::VERB,
        translate::VERB,
        publish::VERB,
        withdraw_message::VERB,
    ];
    const EVENTS: &'static [EventName] = &[
        EventName("message-drafted", 1),
        EventName("message-revised", 1),
        EventName("message-translated", 1),
        EventName("message-published", 1),
        EventName("message-withdrawn", 1),
    ];

    fn read(verb: &str, input: &Input) -> Option<Command> {
        match verb {
            "draft" => Some(Command::Draft(draft_message::read(input))),
            "hold" => Some(Command::Hold(hold::read(input))),
            "revise" => Some(Command::Revise(revise::read(input))),
            "translate" => Some(Command::Translate(translate::read(input))),
            "publish" => Some(Command::Publish),
            "withdraw" => Some(Command::Withdraw(withdraw_message::read(input))),
            _ => None,
        }
    }

    fn refers(command: &Command) -> Vec<StreamId> {
        match command {
            Command::Draft(core) | Command::Hold(Holding { core, .. }) => {
                core.incident.iter().cloned().collect()
            }
            _ => Vec::new(),
        }
    }

    fn home(command: &Command, given: &Given) -> Home {
        match command {
            Command::Draft(core) | Command::Hold(Holding { core, .. }) => {
                super::fresh(core.incident.as_ref(), given)
            }
            _ => here(given),
        }
    }

    fn act(command: &Command, _state: &State, given: &Given) -> Result<Act, Refusal> {
        Ok(match command {
            Command::Draft(_) | Command::Hold(_) => crate::commands::own(given),
            _ => crate::commands::owner(given),
        })
    }

    fn decide(state: &State, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
        let event = match command {
            Command::Hold(it) => return hold::decide(it, given),
            Command::Draft(it) => Event::Drafted(draft_message::decide(it, given)?),
            Command::Revise(it) => Event::Revised(revise::decide(state, it)?),
            Command::Translate(it) => Event::Translated(translate::decide(state, it)?),
            Command::Publish => Event::Published(publish::decide(state)?),
            Command::Withdraw(it) => Event::Withdrawn(withdraw_message::decide(state, it)?),
        };
        Ok(vec![event])
    }

    fn evolve(state: &mut State, event: &Event) {
        match event {
            Event::Drafted(core) | Event::Revised(core) => {
                state.core = Some(core.clone());
                state.revision += 1;
                if state.standing.is_empty() {
                    "draft".clone_into(&mut state.standing);
                }
            }
            Event::Translated(variant) => {
                let language = variant.language.clone();
                state.variants.insert(language, variant.clone());
            }
            Event::Published(published) => {
                "published".clone_into(&mut state.standing);
                let variants = state.variants.clone();
                let revision = published.revision;
                state.published = state.core.clone().map(|core| Public {
                    core,
                    revision,
                    variants,
                });
            }
            Event::Withdrawn(_) => {
                "withdrawn".clone_into(&mut state.standing);
            }
        }
    }

    fn rows(state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
        rows_of_message::rows(state, event, recorded)
    }

    fn name(event: &Event) -> EventName {
        EventName(
            match event {
                Event::Drafted(_) => "message-drafted",
                Event::Revised(_) => "message-revised",
                Event::Translated(_) => "message-translated",
                Event::Published(_) => "message-published",
                Event::Withdrawn(_) => "message-withdrawn",
            },
            1,
        )
    }

    fn payload(event: &Event) -> serde_json::Result<serde_json::Value> {
        match event {
            Event::Drafted(it) | Event::Revised(it) => serde_json::to_value(it),
            Event::Translated(it) => serde_json::to_value(it),
            Event::Published(it) => serde_json::to_value(it),
            Event::Withdrawn(it) => serde_json::to_value(it),
        }
    }

    fn event(name: &str, version: u32, payload: serde_json::Value) -> Option<Event> {
        let read = match (name, version) {
            ("message-drafted", 1) => serde_json::from_value(payload).map(Event::Drafted),
            ("message-revised", 1) => serde_json::from_value(payload).map(Event::Revised),
            ("message-translated", 1) => serde_json::from_value(payload).map(Event::Translated),
            ("message-published", 1) => serde_json::from_value(payload).map(Event::Published),
            ("message-withdrawn", 1) => serde_json::from_value(payload).map(Event::Withdrawn),
            _ => return None,
        };
        read.ok()
    }

    fn prefill(verb: &str, state: &State) -> Typed {
        match (verb, &state.core) {
            ("revise", Some(core)) => revise::typed(core),
            _ => Typed::default(),
        }
    }

    /// A translation begins with what stands there in that language, else with the source: what
    /// is to be said again stands in view.
    fn prefill_for(verb: &str, state: &State, filled_in: &Typed) -> Typed {
        if verb != "translate" {
            return Self::prefill(verb, state);
        }
        let known = state.variants.get(filled_in.get("language"));
        let source = state.core.as_ref().map(|core| &core.text);
        let text = known.map(|it| &it.text).or(source);
        text.map(revise::typed_text).unwrap_or_default()
    }

    fn lands(_command: &Command, stream: &StreamId) -> String {
        format!("/communication/message/{stream}")
    }
}
