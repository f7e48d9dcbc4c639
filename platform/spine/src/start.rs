// SPDX-License-Identifier: EUPL-1.2
//! What the form of a verb starts with, and whether there is any use in filling it in.

use paraat_authority::{permit, permit_into};
use paraat_contract::{
    AnyKind, CARDS, Filter, Intent, Mode, Query, Refused, Scope, Start, Verb, card_of, one_of_each,
};
use paraat_kernel::{Actor, Circle, Cut, Given, Known, OrganisationId, StreamId, Timestamp, Uuid};
use paraat_ledger::{Fault, Session};
use paraat_ui::field::{self, Field, Shape};

use crate::read::card;
use crate::{Spine, submit};

impl Spine {
    /// None when there is no such verb, or what the link fills in is not there.
    pub(crate) fn form(&self, intent: &Intent) -> Result<Option<Start>, Fault> {
        let full = format!("{}.{}", intent.module, intent.kind);
        let scope = if intent.target.is_some() {
            Scope::Stream
        } else {
            Scope::Kind
        };
        let Some(kind) = paraat_contract::Desk::kind(self, &full) else {
            return Ok(None);
        };
        let mut verbs = kind.verbs().iter();
        let Some(verb) = verbs.find(|v| v.name == intent.verb && v.scope == scope) else {
            return Ok(None);
        };
        let things = match verb.many() {
            Some(field) => one_of_each(intent.clone(), field.name),
            None => vec![intent.clone()],
        };
        let mut circle = None;
        let start = self.ledger.reader.session(&intent.audience, |session| {
            match (things.as_slice(), verb.many()) {
                ([one], _) => self.of_one(session, (kind, verb), one, &mut circle),
                (several, Some(field)) => self.of_several(session, kind, verb, field, several),
                (_, None) => Ok(None),
            }
        })?;
        let shared = match (&circle, &intent.actor) {
            (Some(circle), Some(actor)) => Some(self.others(circle, &actor.organisation)?),
            _ => None,
        };
        Ok(start.map(|start| Start { shared, ..start }))
    }

    /// How many organisations beside this one a circle is.
    fn others(&self, circle: &Circle, own: &OrganisationId) -> Result<usize, Fault> {
        match circle {
            Circle::Own => Ok(0),
            Circle::Made(circle) => self.circles.others(&self.ledger, circle, own),
            Circle::Public | Circle::Partners => {
                let names = paraat_contract::Desk::names(self);
                Ok(names.keys().filter(|id| *id != own).count())
            }
        }
    }

    fn of_one(
        &self,
        session: &Session,
        (kind, verb): (&'static dyn AnyKind, &Verb),
        intent: &Intent,
        circle: &mut Option<Circle>,
    ) -> Result<Option<Start>, Fault> {
        let mut start = Start {
            typed: intent.typed.clone(),
            ..Start::default()
        };
        if let Some(target) = &intent.target {
            let full = format!("{}.{}", kind.module(), kind.name());
            if session.kind(target)?.as_deref() != Some(full.as_str()) {
                return Ok(None);
            }
        }
        if !given_things(session, verb, intent, &mut start)? {
            return Ok(None);
        }
        if let Some(target) = &intent.target
            && let Some(card) = card(session, target)?
        {
            start.about.push(card);
        }
        start.refused = beforehand(session, (kind, verb), intent, circle)?;
        let Some(stream) = goes_to(kind, verb.fields, intent) else {
            return Ok(Some(start));
        };
        // "Nothing there yet" counts as a version too: who comes second is told.
        start.seen = Some(0);
        if let Some(version) = session.version(&stream)? {
            start.seen = Some(version);
            let state = session.state(&stream, kind)?;
            for (name, value) in kind.prefill(verb.name, &state, &intent.typed).0 {
                start.typed.0.entry(name).or_insert(value);
            }
        }
        Ok(Some(start))
    }

    /// A form for several things begins empty, as each may stand otherwise; the version of each
    /// goes along with its address.
    fn of_several(
        &self,
        session: &Session,
        kind: &'static dyn AnyKind,
        verb: &Verb,
        field: &Field,
        several: &[Intent],
    ) -> Result<Option<Start>, Fault> {
        let mut start = Start::default();
        let mut things = Vec::with_capacity(several.len());
        for intent in several {
            if !given_things(session, verb, intent, &mut start)? {
                return Ok(None);
            }
            start.typed.clone_from(&intent.typed);
            let address = intent.typed.get(field.name);
            let stream = goes_to(kind, verb.fields, intent).filter(|_| verb.mode == Mode::Exact);
            things.push(match stream {
                Some(stream) => {
                    let version = session.version(&stream)?.unwrap_or(0);
                    format!("{address}@{version}")
                }
                None => address.to_owned(),
            });
        }
        start.typed = start.typed.with(field.name, things.join(","));
        Ok(Some(start))
    }
}

/// Notes the things that the link fills in, also where a line takes the address of a thing of one
/// of several kinds. False when one of them is not there: the form cannot be completed without it.
fn given_things(
    session: &Session,
    verb: &Verb,
    intent: &Intent,
    start: &mut Start,
) -> Result<bool, Fault> {
    let given = verb.fields.iter().filter(|f| f.given);
    let address = |value: &str| value.parse::<StreamId>().is_ok();
    let given = given.filter(|f| match f.shape {
        Shape::Stream { .. } => true,
        Shape::Line(_) => address(intent.typed.get(f.name)),
        _ => false,
    });
    // What a link may fill in but did not is not missed.
    let given = given.filter(|f| f.required || !intent.typed.get(f.name).is_empty());
    for address in given.map(|field| intent.typed.get(field.name)) {
        let Ok(stream) = address.parse::<StreamId>() else {
            return Ok(false);
        };
        let Some(card) = card(session, &stream)? else {
            return Ok(false);
        };
        start.about.push(card);
    }
    Ok(true)
}

/// The stream that a form goes to: the one it is called at, or the one that follows from the fields
/// the link filled in.
fn goes_to(kind: &'static dyn AnyKind, fields: &[Field], intent: &Intent) -> Option<StreamId> {
    if let Some(target) = &intent.target {
        return Some(target.clone());
    }
    let given: Vec<Field> = fields.iter().copied().filter(|f| f.given).collect();
    let typed = given.iter().fold(field::Typed::default(), |typed, field| {
        typed.with(field.name, intent.typed.get(field.name))
    });
    let input = field::read(&given, &typed).ok()?;
    let actor = intent.actor.clone()?;
    let stream = StreamId::new(actor.organisation.clone(), Uuid::nil());
    let command = kind.read(&intent.verb, &input)?;
    let given = self::given(&actor, stream.clone(), Vec::new());
    let home = kind.home(&command, &given)?.stream;
    (home != stream).then_some(home)
}

/// Why `submit` will refuse whatever is typed: its first steps, with samples in the place of what
/// is not typed yet. None when it may go well, and when what is known does not say: the door rules
/// again. Notes the circle in which something new will stand.
fn beforehand(
    session: &Session,
    (kind, verb): (&'static dyn AnyKind, &Verb),
    intent: &Intent,
    circle: &mut Option<Circle>,
) -> Result<Option<Refused>, Fault> {
    let Some(actor) = &intent.actor else {
        return Ok(None);
    };
    let own = &actor.organisation;
    let asked = |field: &&Field| field.given || field.required;
    let typed = verb
        .fields
        .iter()
        .filter(asked)
        .fold(field::Typed::default(), |typed, field| match field.given {
            true => typed.with(field.name, intent.typed.get(field.name)),
            false => typed.with(field.name, field.shape.sample(own)),
        });
    let input = field::read(verb.fields, &typed).ok();
    let Some(command) = input.and_then(|input| kind.read(verb.name, &input)) else {
        return Ok(None);
    };
    let whole = kind.refers(&command).into_iter();
    let whole = whole.map(|stream| (stream, String::new()));
    let mut known = Vec::new();
    for (stream, part) in whole.chain(kind.parts(&command)) {
        known.extend(self::known(session, &stream, &part)?);
    }
    let new = || StreamId::new(own.clone(), Uuid::nil());
    let given = given(actor, intent.target.clone().unwrap_or_else(new), known);
    let Some(home) = kind.home(&command, &given) else {
        return Ok(None);
    };
    *circle = (verb.scope == Scope::Kind).then_some(home.circle);
    let state = match session.version(&home.stream)? {
        Some(_) => session.state(&home.stream, kind)?,
        None => kind.empty(),
    };
    let given = Given {
        stream: home.stream,
        ..given
    };
    Ok(match kind.act(&command, &state, &given) {
        // What is said of a sample says nothing.
        Err(refusal) => {
            let given = verb.fields.iter().filter(|field| field.given);
            let of_given = given
                .map(|field| field.name)
                .any(|name| refusal.field == Some(name));
            of_given.then_some(Refused::Rule(refusal))
        }
        Ok(act) => {
            let verdict = submit::of_owner(permit(Some(actor), &act), actor, &given.stream);
            let compartment = kind.compartment(&command);
            let verdict = permit_into(verdict, actor, compartment.as_deref());
            (!verdict.permitted()).then_some(Refused::NotPermitted(verdict))
        }
    })
}

fn given(actor: &Actor, stream: StreamId, known: Vec<Known>) -> Given {
    Given {
        now: Timestamp::default(),
        actor: actor.clone(),
        stream,
        fresh: Uuid::nil(),
        number: 1,
        known,
        cut: Cut::default(),
        live: None,
        file: None,
    }
}

fn known(session: &Session, stream: &StreamId, part: &str) -> Result<Option<Known>, Fault> {
    let query = Query::all(&CARDS)
        .filter(Filter::Stream(stream.clone()))
        .filter(Filter::Part(part.to_owned()));
    let rows = session.rows(&query)?.rows;
    Ok(rows.first().map(|row| Known {
        card: card_of(row),
        class: row.class.clone(),
        version: row.version,
    }))
}
