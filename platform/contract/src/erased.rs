// SPDX-License-Identifier: EUPL-1.2
//! The one place where types are erased, so that shells can hold kinds of all modules. A module
//! author never meets a `dyn`.

use std::any::Any;
use std::marker::PhantomData;

use paraat_authority::Act;
use paraat_kernel::{Given, Key, StreamId, Timestamp, canonical};
use paraat_ui::field::{Input, Typed};

use crate::{Aid, Change, EventName, Home, Kind, Query, Recorded, Refusal, Verb};

/// A command of some kind.
pub type AnyCommand = Box<dyn Any + Send>;
/// An event of some kind.
pub type AnyEvent = Box<dyn Any + Send>;
/// A state of some kind.
pub type AnyState = Box<dyn Any + Send>;

/// An event that was decided, with the bytes that will be kept.
pub struct Drawn {
    /// Name and version within the module: `agenda.progress-reported.v1`.
    pub name: String,
    /// Canonical JSON.
    pub payload: Vec<u8>,
    /// The event itself, for state and rows.
    pub event: AnyEvent,
}

/// A kind without its types. Every method mirrors one of `Kind`. Values of another kind cannot
/// come in: the shells get them from the same `AnyKind` they hand them to; should it happen all
/// the same, the answer is the harmless one (nothing read, nothing changed).
pub trait AnyKind: Send + Sync {
    /// Name of the module.
    fn module(&self) -> &'static str;
    /// Name of the kind within the module.
    fn name(&self) -> &'static str;
    /// Its verbs.
    fn verbs(&self) -> &'static [Verb];
    /// Every event it ever wrote.
    fn events(&self) -> &'static [EventName];
    /// Which making of state and rows this is.
    fn fold(&self) -> u32;
    /// True when its streams are sealed.
    fn sealed(&self) -> bool;
    /// The command behind a verb.
    fn read(&self, verb: &str, input: &Input) -> Option<AnyCommand>;
    /// The streams that the command refers to.
    fn refers(&self, command: &AnyCommand) -> Vec<StreamId>;
    /// The parts of streams that the command refers to.
    fn parts(&self, command: &AnyCommand) -> Vec<(StreamId, Key)>;
    /// The rows whose numbering it goes on with.
    fn numbered(&self, command: &AnyCommand, given: &Given) -> Option<Query>;
    /// The part of its stream that it changes.
    fn part(&self, command: &AnyCommand) -> Option<String>;
    /// The moment whose state of the world it cites.
    fn cites(&self, command: &AnyCommand) -> Option<Timestamp>;
    /// Where the command goes.
    fn home(&self, command: &AnyCommand, given: &Given) -> Option<Home>;
    /// The sealed compartment that a new stream stands in.
    fn compartment(&self, command: &AnyCommand) -> Option<String>;
    /// The state of a stream that has no entries yet.
    fn empty(&self) -> AnyState;
    /// What doing it takes.
    fn act(&self, command: &AnyCommand, state: &AnyState, given: &Given) -> Result<Act, Refusal>;
    /// The rule.
    fn decide(
        &self,
        state: &AnyState,
        command: AnyCommand,
        given: &Given,
    ) -> Result<Vec<Drawn>, Refusal>;
    /// When it happened, if the command says so.
    fn occurred(&self, command: &AnyCommand) -> Option<Timestamp>;
    /// The state after an event.
    fn evolve(&self, state: &mut AnyState, event: &AnyEvent);
    /// The rows that an event changes.
    fn rows(&self, state: &AnyState, event: &AnyEvent, recorded: &Recorded) -> Vec<Change>;
    /// Reads what was written; none when it wants a newer Paraat.
    fn event(&self, full_name: &str, payload: &[u8]) -> Option<AnyEvent>;
    /// A state as bytes, for a snapshot.
    fn freeze(&self, state: &AnyState) -> Option<Vec<u8>>;
    /// A state from the bytes of a snapshot.
    fn thaw(&self, bytes: &[u8]) -> Option<AnyState>;
    /// A copy of a state.
    fn copy(&self, state: &AnyState) -> AnyState;
    /// What the form of a verb starts with.
    fn prefill(&self, verb: &str, state: &AnyState, filled_in: &Typed) -> Typed;
    /// What the form of a verb has from the rest of the record.
    fn aid(&self, verb: &str) -> Option<Aid>;
    /// The page that shows the outcome.
    fn lands(&self, command: &AnyCommand, stream: &StreamId) -> String;
}

/// The adapter from `Kind` to `AnyKind`.
pub struct Erased<K>(PhantomData<fn() -> K>);

/// A kind without its types, for the list in a module.
pub const fn erase<K: Kind>() -> Erased<K> {
    Erased(PhantomData)
}

/// A refusal that says a value of another kind came in: a defect of a shell, never of a user.
const FOREIGN: &str = "kind-mismatch";

/// Splits `agenda.progress-reported.v1` into name and version, within this module.
fn split_name<'a>(module: &str, full: &'a str) -> Option<(&'a str, u32)> {
    let rest = full.strip_prefix(module)?.strip_prefix('.')?;
    let (name, version) = rest.rsplit_once(".v")?;
    Some((name, version.parse().ok()?))
}

impl<K: Kind> AnyKind for Erased<K> {
    fn module(&self) -> &'static str {
        K::MODULE
    }

    fn name(&self) -> &'static str {
        K::NAME
    }

    fn verbs(&self) -> &'static [Verb] {
        K::VERBS
    }

    fn events(&self) -> &'static [EventName] {
        K::EVENTS
    }

    fn fold(&self) -> u32 {
        K::FOLD
    }

    fn sealed(&self) -> bool {
        K::SEALED
    }

    fn read(&self, verb: &str, input: &Input) -> Option<AnyCommand> {
        K::read(verb, input).map(|command| Box::new(command) as AnyCommand)
    }

    fn refers(&self, command: &AnyCommand) -> Vec<StreamId> {
        command
            .downcast_ref::<K::Command>()
            .map(K::refers)
            .unwrap_or_default()
    }

    fn parts(&self, command: &AnyCommand) -> Vec<(StreamId, Key)> {
        let command = command.downcast_ref::<K::Command>();
        command.map(K::parts).unwrap_or_default()
    }

    fn numbered(&self, command: &AnyCommand, given: &Given) -> Option<Query> {
        let command = command.downcast_ref::<K::Command>();
        command.and_then(|command| K::numbered(command, given))
    }

    fn part(&self, command: &AnyCommand) -> Option<String> {
        command.downcast_ref::<K::Command>().and_then(K::part)
    }

    fn cites(&self, command: &AnyCommand) -> Option<Timestamp> {
        command.downcast_ref::<K::Command>().and_then(K::cites)
    }

    fn home(&self, command: &AnyCommand, given: &Given) -> Option<Home> {
        command
            .downcast_ref::<K::Command>()
            .map(|command| K::home(command, given))
    }

    fn compartment(&self, command: &AnyCommand) -> Option<String> {
        let command = command.downcast_ref::<K::Command>();
        command.and_then(K::compartment).map(str::to_owned)
    }

    fn empty(&self) -> AnyState {
        Box::new(K::State::default())
    }

    fn act(&self, command: &AnyCommand, state: &AnyState, given: &Given) -> Result<Act, Refusal> {
        match (
            command.downcast_ref::<K::Command>(),
            state.downcast_ref::<K::State>(),
        ) {
            (Some(command), Some(state)) => K::act(command, state, given),
            _ => Err(Refusal::new(FOREIGN)),
        }
    }

    fn decide(
        &self,
        state: &AnyState,
        command: AnyCommand,
        given: &Given,
    ) -> Result<Vec<Drawn>, Refusal> {
        let foreign = || Refusal::new(FOREIGN);
        let state = state.downcast_ref::<K::State>().ok_or_else(foreign)?;
        let command = command
            .downcast::<K::Command>()
            .map_err(|_other_kind| foreign())?;
        let events = K::decide(state, *command, given)?;
        events.into_iter().map(draw::<K>).collect()
    }

    fn occurred(&self, command: &AnyCommand) -> Option<Timestamp> {
        command.downcast_ref::<K::Command>().and_then(K::occurred)
    }

    fn evolve(&self, state: &mut AnyState, event: &AnyEvent) {
        if let (Some(state), Some(event)) = (state.downcast_mut(), event.downcast_ref()) {
            K::evolve(state, event);
        }
    }

    fn rows(&self, state: &AnyState, event: &AnyEvent, recorded: &Recorded) -> Vec<Change> {
        match (state.downcast_ref(), event.downcast_ref()) {
            (Some(state), Some(event)) => K::rows(state, event, recorded),
            _ => Vec::new(),
        }
    }

    fn event(&self, full_name: &str, payload: &[u8]) -> Option<AnyEvent> {
        let (name, version) = split_name(K::MODULE, full_name)?;
        let payload = serde_json::from_slice(payload).ok()?;
        K::event(name, version, payload).map(|event| Box::new(event) as AnyEvent)
    }

    fn freeze(&self, state: &AnyState) -> Option<Vec<u8>> {
        serde_json::to_vec(state.downcast_ref::<K::State>()?).ok()
    }

    fn thaw(&self, bytes: &[u8]) -> Option<AnyState> {
        let state: K::State = serde_json::from_slice(bytes).ok()?;
        Some(Box::new(state))
    }

    fn copy(&self, state: &AnyState) -> AnyState {
        Box::new(
            state
                .downcast_ref::<K::State>()
                .cloned()
                .unwrap_or_default(),
        )
    }

    fn prefill(&self, verb: &str, state: &AnyState, filled_in: &Typed) -> Typed {
        state
            .downcast_ref()
            .map(|state| K::prefill_for(verb, state, filled_in))
            .unwrap_or_default()
    }

    fn aid(&self, verb: &str) -> Option<Aid> {
        K::aid(verb)
    }

    fn lands(&self, command: &AnyCommand, stream: &StreamId) -> String {
        let command = command.downcast_ref::<K::Command>();
        command.map_or_else(|| "/".to_owned(), |command| K::lands(command, stream))
    }
}

/// An event with the bytes that will be kept. An event that has no canonical form (a fraction,
/// a null) is refused rather than stored in a form that cannot be hashed twice alike.
fn draw<K: Kind>(event: K::Event) -> Result<Drawn, Refusal> {
    let EventName(name, version) = K::name(&event);
    let bytes = K::payload(&event)
        .ok()
        .and_then(|tree| canonical::to_bytes(&tree).ok());
    let payload = bytes.ok_or_else(|| Refusal::new("event-not-canonical").with("event", name))?;
    let name = format!("{}.{name}.v{version}", K::MODULE);
    Ok(Drawn {
        name,
        payload,
        event: Box::new(event),
    })
}

#[cfg(test)]
mod tests {
    use super::split_name;

    #[test]
    fn a_full_name_splits_into_name_and_version_of_its_own_module() {
        let full = "agenda.progress-reported.v12";
        assert_eq!(split_name("agenda", full), Some(("progress-reported", 12)));
        for other in ["trust.a.v1", "agenda.a", "agenda.a.vx", "agendas.a.v1", ""] {
            assert_eq!(split_name("agenda", other), None, "{other}");
        }
    }
}
