// SPDX-License-Identifier: EUPL-1.2
//! The one door for what is our own. Reading the fields comes first, outside the writer; all that
//! follows happens in the writer's transaction, in the order of the steps below. Whatever refuses
//! does so before anything is written: a refusal has nothing to undo.

use paraat_authority::{Reason, Verdict, permit, permit_into, see};
use paraat_contract::{
    AnyCommand, AnyKind, Desk, Home, Intent, Mode, Receipt, Refused, Scope, Verb,
};
use paraat_kernel::{Actor, Cut, File, Given, StreamId};
use paraat_ledger::envelope::Author;
use paraat_ledger::{Answered, Append, Batch, Fault};
use paraat_ui::field;

use crate::Spine;

/// Why a job was not done, before the history that belongs to it is looked up.
pub(crate) enum Undone {
    Refused(Refused),
    Stale(StreamId, u64),
}

impl From<Refused> for Undone {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

/// Everything that is settled before the writer's turn.
pub(crate) struct Ready {
    kind: &'static dyn AnyKind,
    verb: &'static Verb,
    command: AnyCommand,
    intent: Intent,
    actor: Actor,
    file: Option<File>,
    digest: Vec<u8>,
}

pub(crate) async fn submit(spine: &Spine, intent: Intent) -> Result<Receipt, Refused> {
    let audience = intent.audience.clone();
    let seen = intent.seen;
    let ready = ready(spine, intent)?;
    let file = ready.file.as_ref().map(|file| file.code.clone());
    let outcome = spine
        .ledger
        .writer
        .submit_decided(move |batch| job(batch, ready))
        .await;
    match outcome {
        Ok(Ok(receipt)) => {
            if let Some(code) = file {
                spine.files.recorded(&code);
            }
            Ok(receipt)
        }
        Ok(Err(Undone::Refused(refused))) => Err(refused),
        Ok(Err(Undone::Stale(stream, version))) => {
            let since = spine.since(&audience, &stream, seen.unwrap_or(0));
            Err(Refused::Stale { version, since })
        }
        Err(fault) if fault.is_disk() => Err(Refused::ReadOnly),
        Err(fault) => Err(Refused::Broken(crate::read::logged(&fault))),
    }
}

/// Kind, verb, fields, actor: what can be refused without looking at the record.
pub(crate) fn ready(spine: &Spine, intent: Intent) -> Result<Ready, Refused> {
    let full = format!("{}.{}", intent.module, intent.kind);
    let kind = spine.kind(&full).ok_or(Refused::NotThere)?;
    let scope = if intent.target.is_some() {
        Scope::Stream
    } else {
        Scope::Kind
    };
    let verb = kind
        .verbs()
        .iter()
        .find(|verb| verb.name == intent.verb && verb.scope == scope);
    let verb = verb.ok_or(Refused::NotThere)?;
    let Some(actor) = intent.actor.clone() else {
        let against = vec![Reason::NotSignedIn];
        return Err(Refused::NotPermitted(Verdict {
            grants: Vec::new(),
            against,
        }));
    };
    let input = field::read(verb.fields, &intent.typed).map_err(Refused::Fields)?;
    let command = kind.read(verb.name, &input).ok_or(Refused::NotThere)?;
    let file = match verb.brings() {
        Some(field) => spine
            .files
            .brought(actor.account, intent.typed.get(field.name))
            .map_err(|broken| Refused::Broken(broken.0))?,
        None => None,
    };
    // Only a request with a name of its own is known again.
    let named = intent.key.is_some();
    let digest = if named {
        digest(&spine.request_key, &intent, file.as_ref())
    } else {
        Vec::new()
    };
    Ok(Ready {
        kind,
        verb,
        command,
        intent,
        actor,
        file,
        digest,
    })
}

/// What a request asks, as one digest: the same key with another one is refused. Keyed, so that
/// nobody who has the ledger alone can find out by guessing what was typed. A file counts by what
/// stands in it: a page that sends it again brings it under another code.
fn digest(key: &[u8; 32], intent: &Intent, file: Option<&File>) -> Vec<u8> {
    let mut hasher = blake3::Hasher::new_keyed(key);
    let target = intent
        .target
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    for part in [&intent.module, &intent.kind, &intent.verb, &target] {
        hasher.update(part.as_bytes()).update(&[0]);
    }
    for (name, value) in &intent.typed.0 {
        let of_file = file.filter(|file| file.code == *value);
        let value = of_file.map_or(value, |file| &file.digest);
        hasher
            .update(name.as_bytes())
            .update(&[0])
            .update(value.as_bytes())
            .update(&[0]);
    }
    hasher.finalize().as_bytes().to_vec()
}

/// One intent, in the transaction.
pub(crate) fn job(batch: &mut Batch, ready: Ready) -> Result<Result<Receipt, Undone>, Fault> {
    // 1. The same request again is answered, not done again.
    if let Some(key) = &ready.intent.key
        && let Some(before) = batch.answered(ready.actor.account, key)?
    {
        return Ok(again(before, &ready).map_err(Undone::from));
    }
    // 2. What the rule is given: the moment, a fresh id, what the command refers to.
    let given = match given(batch, &ready)? {
        Ok(given) => given,
        Err(refused) => return Ok(Err(refused.into())),
    };
    let Some(home) = ready.kind.home(&ready.command, &given) else {
        return Ok(Err(Refused::NotThere.into()));
    };
    let cut = match ready.kind.cites(&ready.command) {
        Some(at) => batch.cut(&home, at.min(given.now))?,
        None => Cut::default(),
    };
    let given = Given {
        stream: home.stream.clone(),
        cut,
        ..given
    };
    // 3. Authority: the owner of the stream, and whoever the act is for.
    let verdict = match authority(batch, &ready, &given)? {
        Ok(verdict) => verdict,
        Err(refused) => return Ok(Err(refused.into())),
    };
    // 4. What others did meanwhile.
    let version = batch.head(&home.stream)?.map_or(0, |head| head.version);
    let moved = match ready.kind.part(&ready.command) {
        Some(part) => batch.part_version(&home.stream, &part)?,
        None => version,
    };
    if let Some(undone) = meanwhile(&ready, (version, moved), &home.stream) {
        return Ok(Err(undone));
    }
    // 5. The rule, and 6. the record.
    record(batch, ready, given, home, &verdict)
}

fn authority(
    batch: &mut Batch,
    ready: &Ready,
    given: &Given,
) -> Result<Result<Verdict, Refused>, Fault> {
    let Ready {
        kind,
        command,
        actor,
        ..
    } = ready;
    let act = batch.with_state(&given.stream, *kind, |state| {
        kind.act(command, state, given)
    })?;
    let act = match act {
        Ok(act) => act,
        Err(refusal) => return Ok(Err(Refused::Rule(refusal))),
    };
    let verdict = of_owner(permit(Some(actor), &act), actor, &given.stream);
    let compartment = kind.compartment(command);
    let verdict = permit_into(verdict, actor, compartment.as_deref());
    Ok(if verdict.permitted() {
        Ok(verdict)
    } else {
        Err(Refused::NotPermitted(verdict))
    })
}

/// The same verdict, with that others never edit a stream, whatever a kind says.
pub(crate) fn of_owner(mut verdict: Verdict, actor: &Actor, stream: &StreamId) -> Verdict {
    if stream.owner != actor.organisation {
        let other = Reason::OtherOrganisation(stream.owner.clone());
        verdict.against.push(other);
    }
    verdict
}

/// The rule; then the record, the read tables and the answer to this key: all or nothing.
fn record(
    batch: &mut Batch,
    ready: Ready,
    given: Given,
    home: Home,
    verdict: &Verdict,
) -> Result<Result<Receipt, Undone>, Fault> {
    let Ready {
        kind,
        command,
        intent,
        actor,
        digest,
        ..
    } = ready;
    let stream = home.stream.clone();
    let lands = kind.lands(&command, &stream);
    let occurred = kind.occurred(&command).unwrap_or(given.now);
    let numbered = kind.numbered(&command, &given);
    let compartment = kind.compartment(&command);
    let decided = batch.with_state(&stream, kind, |state| kind.decide(state, command, &given))?;
    let drawn = match decided {
        Ok(drawn) => drawn,
        Err(refusal) => return Ok(Err(Refused::Rule(refusal).into())),
    };
    let author = author(&actor, verdict);
    let recorded = given.now;
    let version = batch.append(Append {
        home,
        compartment,
        kind,
        drawn,
        author,
        occurred,
        recorded,
    })?;
    if let Some(query) = numbered {
        batch.keep_number(&query, given.number)?;
    }
    if let Some(key) = &intent.key {
        let answer = Answered {
            digest,
            stream: stream.to_string(),
            version,
        };
        batch.remember(actor.account, key, &answer, recorded)?;
    }
    Ok(Ok(Receipt {
        stream,
        version,
        lands,
        repeated: false,
    }))
}

fn again(before: Answered, ready: &Ready) -> Result<Receipt, Refused> {
    if before.digest != ready.digest {
        return Err(Refused::KeyReused);
    }
    let broken = |_bad| Refused::Broken("the address of an answered request".to_owned());
    let stream: StreamId = before.stream.parse().map_err(broken)?;
    let lands = ready.kind.lands(&ready.command, &stream);
    Ok(Receipt {
        stream,
        version: before.version,
        lands,
        repeated: true,
    })
}

fn given(batch: &mut Batch, ready: &Ready) -> Result<Result<Given, Refused>, Fault> {
    let Ready {
        kind,
        command,
        intent,
        actor,
        file,
        ..
    } = ready;
    let now = batch.now();
    let fresh = batch.fresh(now);
    if let Some(target) = &intent.target {
        let head = batch.head(target)?;
        let wanted = format!("{}.{}", kind.module(), kind.name());
        let there =
            head.is_some_and(|head| head.kind == wanted && see(&intent.audience, &head.class).read);
        if !there {
            return Ok(Err(Refused::NotThere));
        }
    }
    let mut known = Vec::new();
    for stream in kind.refers(command) {
        known.extend(batch.known(&stream, &intent.audience)?);
    }
    for (stream, part) in kind.parts(command) {
        known.extend(batch.known_part(&stream, &part, &intent.audience)?);
    }
    let new = || StreamId::new(actor.organisation.clone(), fresh);
    let stream = intent.target.clone().unwrap_or_else(new);
    let given = Given {
        now,
        actor: actor.clone(),
        stream,
        fresh,
        number: 1,
        known,
        cut: Cut::default(),
        live: batch.live(),
        file: file.clone(),
    };
    let number = match kind.numbered(command, &given) {
        Some(query) => batch.next_number(&query, &intent.audience)?,
        None => given.number,
    };
    Ok(Ok(Given { number, ..given }))
}

/// What others did since it was seen, to a stream at this version of which the part that is to
/// change last moved at that one.
fn meanwhile(ready: &Ready, (version, moved): (u64, u64), stream: &StreamId) -> Option<Undone> {
    match (ready.verb.mode, ready.intent.seen) {
        (Mode::New, _) if version > 0 => Some(Refused::NotThere.into()),
        (Mode::Exact, None) if moved > 0 => Some(Refused::NotSeen { version }.into()),
        (Mode::Exact, Some(seen)) if seen < moved || seen > version => {
            Some(Undone::Stale(stream.clone(), version))
        }
        _ => None,
    }
}

/// The author as the header names it: the function that the verdict rests on.
fn author(actor: &Actor, verdict: &Verdict) -> Author {
    let function = verdict.grants.iter().find_map(|reason| match reason {
        Reason::Gives(function) => Some(function.name()),
        _ => None,
    });
    Author {
        account: actor.account,
        function: function.unwrap_or_default().to_owned(),
        organisation: actor.organisation.clone(),
    }
}
