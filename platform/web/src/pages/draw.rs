// SPDX-License-Identifier: EUPL-1.2
//! Draws the form of a verb with what only the record knows: the answers to choose from, and
//! the names of what the form is about.

use std::collections::BTreeSet;

use paraat_authority::Audience;
use paraat_contract::{Answer, Broken, CARDS, Desk, Help, Need, Order, Query, card_of};
use paraat_kernel::{Card, OrganisationId, StreamId};
use paraat_ui::field::{Field, Problem, Shape, Typed};
use paraat_ui::page::encode;
use paraat_ui::widgets::{Choice, Form, Tick, form};
use paraat_ui::{Markup, html};

use super::form::Opened;
use super::{aid, cards, together};
use crate::ask::Asked;
use crate::{reply, symbols};

/// Most things that a list to choose from holds; a longer one is no list to choose from.
const MOST_CHOICES: u32 = 500;

/// Longest text of a thing, in characters, that stands open in the form about it.
const AT_ONCE: usize = 400;

/// What stands in a form.
#[derive(Debug, Clone, Default)]
pub(super) struct Drawing {
    /// What was typed, or what stands there now.
    pub typed: Typed,
    /// The version that was seen.
    pub seen: Option<u64>,
    /// Makes sending twice count once.
    pub key: String,
    /// What was wrong.
    pub problems: Vec<Problem>,
    /// Why the whole was refused.
    pub refusal: Vec<String>,
    /// What its given fields point at.
    pub about: Vec<Card>,
    /// Where the page that sent for the form wants its reader back.
    pub next: Option<String>,
    /// Which of several things are not ticked any more: they were refused.
    pub unticked: BTreeSet<String>,
    /// The fields in which a draft stands.
    pub drafts: Vec<&'static str>,
    /// What it has from the rest of the record.
    pub help: Help,
    /// With how many other organisations it will be shared, when that is known.
    pub shared: Option<usize>,
}

/// Draws it.
pub(super) fn draw(
    ask: &Asked,
    desk: &dyn Desk,
    audience: &Audience,
    opened: &Opened,
    drawing: &Drawing,
) -> Result<Markup, Broken> {
    let fields = opened.verb.fields;
    let help = &drawing.help;
    let (options, facts, ticks) = answers(ask, desk, audience, opened, drawing)?;
    let action = match ask.parameter("held") {
        Some(code) => format!("{}?held={}", ask.path, encode(code)),
        None => ask.path.clone(),
    };
    let cancel = cancel(opened, drawing);
    let mut beside = together::beside(ask, opened, &drawing.drafts);
    let looks = aid::looks(opened, help);
    let looked = looks.as_ref().map(|(name, _)| *name);
    let more = help.beside.iter().filter(|(name, _)| Some(*name) != looked);
    beside.extend(more.cloned());
    let button = shared(ask, opened, drawing);
    let subject = subject(ask, opened, drawing);
    let form = form(
        ask.voice(),
        &Form {
            module: opened.kind.module(),
            kind: opened.kind.name(),
            verb: opened.verb.name,
            action: &action,
            fields,
            typed: drawing.typed.clone(),
            problems: &drawing.problems,
            refusal: &drawing.refusal,
            seen: drawing.seen,
            key: &drawing.key,
            next: drawing.next.as_deref(),
            options: &options,
            facts: &facts,
            ticks: &ticks,
            beside: &beside,
            cancel: Some(&cancel),
            zone: &ask.caller.zone,
            unkept: opened.kind.sealed(),
            button: button.as_deref(),
            looks,
        },
    );
    Ok(html! { @if let Some(subject) = subject { (subject) } (form) })
}

/// The answers to choose from, how given fields are shown, and the boxes of those for several;
/// each by name of the field.
type Answers = (
    Vec<(&'static str, Vec<Choice>)>,
    Vec<(&'static str, Markup)>,
    Vec<(&'static str, Vec<Tick>)>,
);

/// What the record has for the fields of a form: first what helps it, then what their shapes ask.
fn answers(
    ask: &Asked,
    desk: &dyn Desk,
    audience: &Audience,
    opened: &Opened,
    drawing: &Drawing,
) -> Result<Answers, Broken> {
    let help = &drawing.help;
    let mut options = help.options.clone();
    let (mut facts, mut ticks) = (help.facts.clone(), Vec::new());
    for field in opened.verb.fields {
        if options.iter().any(|(name, _)| *name == field.name)
            || facts.iter().any(|(name, _)| *name == field.name)
        {
            continue;
        }
        if field.many && drawing.typed.get(field.name).contains(',') {
            ticks.push((field.name, boxes(ask, field, drawing)));
        } else if field.given {
            let of = (opened.kind.module(), opened.kind.name());
            if let Some(fact) = fact(ask, desk, (of, field), drawing) {
                facts.push((field.name, fact));
            }
        } else if let Some(choices) = choices(ask, desk, audience, field)? {
            options.push((field.name, choices));
        }
    }
    Ok((options, facts, ticks))
}

/// What the button says of an act that shares something: with how many. None for other acts, and
/// when that is not known.
fn shared(ask: &Asked, opened: &Opened, drawing: &Drawing) -> Option<String> {
    let (module, kind) = (opened.kind.module(), opened.kind.name());
    let key = format!("{module}-{kind}-{}-shared", opened.verb.name);
    let count = [("count", drawing.shared?.to_string())];
    let words = &ask.site().words;
    words.find(ask.caller.language, &key, &count)
}

/// What a verb of a stream is about: the thing it is called at.
fn subject(ask: &Asked, opened: &Opened, drawing: &Drawing) -> Option<Markup> {
    let target = opened.target.as_ref()?;
    let card = drawing.about.iter().find(|card| card.stream == *target)?;
    let own = card.title.get(ask.caller.language);
    // What is sealed has no name.
    let title = match own {
        "" => cards::sort(ask.voice(), card),
        own => own.to_owned(),
    };
    Some(html! {
        div.prose {
            p { a href={ "/streams/" (target) } { (title) } }
            (said(ask, card))
        }
    })
}

/// How a given field is shown; nothing for an address without a title.
fn fact(
    ask: &Asked,
    desk: &dyn Desk,
    (of, field): ((&str, &str), &Field),
    drawing: &Drawing,
) -> Option<Markup> {
    let value = drawing.typed.get(field.name);
    match field.shape {
        Shape::Stream { .. } => thing(ask, drawing, value),
        Shape::Choice(_) => {
            let word = ask.voice().choice(of, field.name, value)?;
            Some(html! { (word) })
        }
        Shape::Organisation => {
            let id: OrganisationId = value.parse().ok()?;
            let names = desk.names();
            let name = names
                .get(&id)
                .map(|it| it.get(ask.caller.language).to_owned());
            Some(html! { (name.unwrap_or_else(|| id.to_string())) })
        }
        Shape::Line(_) if value.parse::<StreamId>().is_ok() => thing(ask, drawing, value),
        _ => (!value.is_empty()).then(|| html! { (value) }),
    }
}

/// What the thing says, so that nobody answers what he does not see; folded when it is long.
fn said(ask: &Asked, card: &Card) -> Markup {
    let body = card.body.get(ask.caller.language);
    let lines = || html! { @for line in body.lines() { p { (line) } } };
    html! {
        @if body.is_empty() || body == card.title.get(ask.caller.language) {
        } @else if body.chars().count() <= AT_ONCE {
            blockquote { (lines()) }
        } @else {
            details {
                summary { (ask.voice().say("form-of")) }
                blockquote { (lines()) }
            }
        }
    }
}

/// The things of a field that takes several, each with a box.
fn boxes(ask: &Asked, field: &Field, drawing: &Drawing) -> Vec<Tick> {
    let values = drawing.typed.get(field.name).split(',').map(str::trim);
    let tick = |value: &str| Tick {
        value: value.to_owned(),
        label: titled(ask, drawing, value).unwrap_or_else(|| address(value).to_owned()),
        ticked: !drawing.unticked.contains(address(value)),
    };
    values.filter(|it| !it.is_empty()).map(tick).collect()
}

/// The address of a thing without the version that was seen of it.
pub(super) fn address(value: &str) -> &str {
    value.split('@').next().unwrap_or(value)
}

/// The thing at an address, by its title and what it says; nothing for one that has neither.
fn thing(ask: &Asked, drawing: &Drawing, value: &str) -> Option<Markup> {
    let card = about(drawing, value)?;
    let title = titled(ask, drawing, value);
    let says = !card.body.get(ask.caller.language).is_empty();
    (title.is_some() || says).then(|| {
        html! {
            @if let Some(title) = title { a href={ "/streams/" (address(value)) } { (title) } }
            (said(ask, card))
        }
    })
}

/// The title of the thing at an address; none for one without.
pub(super) fn titled(ask: &Asked, drawing: &Drawing, value: &str) -> Option<String> {
    let title = about(drawing, value)?.title.get(ask.caller.language);
    (!title.is_empty()).then(|| title.to_owned())
}

fn about<'a>(drawing: &'a Drawing, value: &str) -> Option<&'a Card> {
    let stream: StreamId = address(value).parse().ok()?;
    drawing.about.iter().find(|card| card.stream == stream)
}

fn choices(
    ask: &Asked,
    desk: &dyn Desk,
    audience: &Audience,
    field: &Field,
) -> Result<Option<Vec<Choice>>, Broken> {
    let language = ask.caller.language;
    let mut choices: Vec<Choice> = match field.shape {
        Shape::Organisation => {
            let names = desk.names();
            let named = names.iter().map(|(id, name)| Choice {
                value: id.to_string(),
                label: name.get(language).to_owned(),
            });
            named.collect()
        }
        Shape::Stream { module, kind } => {
            let cards = Query::all(&CARDS).is("module", module).is("kind", kind);
            let cards = cards.filter(paraat_contract::Filter::Part(String::new()));
            let cards = cards.by(Order::Up("sort")).page(0, MOST_CHOICES);
            let (answers, _) = desk.answers(audience, &[Need::Rows(cards)])?;
            let Some(Answer::Rows(rows)) = answers.first() else {
                return Ok(None);
            };
            if rows.total > u64::from(MOST_CHOICES) {
                return Ok(None);
            }
            let cards = rows.rows.iter().map(card_of).map(|card| Choice {
                value: card.stream.to_string(),
                label: card.title.get(language).to_owned(),
            });
            return Ok(Some(cards.collect()));
        }
        _ if field.symbols => offered(ask),
        _ => return Ok(None),
    };
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    Ok(Some(choices))
}

/// The sets of signs that lie on this node.
fn offered(ask: &Asked) -> Vec<Choice> {
    let data = ask.site().settings.data.as_deref();
    let sets = data.map(symbols::sets).unwrap_or_default();
    let choice = |set: &symbols::Set| Choice {
        value: set.id.clone(),
        label: set.name.clone(),
    };
    sets.iter().map(choice).collect()
}

/// The way back, by the name of what the form is about when it is known.
pub(super) fn back(ask: &Asked, opened: &Opened, drawing: &Drawing) -> Markup {
    let href = cancel(opened, drawing);
    let about = drawing.about.first();
    let title = about.map(|card| card.title.get(ask.caller.language).to_owned());
    let title = title.filter(|title| !title.is_empty());
    html! {
        p { a href=(href) { (title.unwrap_or_else(|| ask.voice().say("back"))) } }
    }
}

/// Back to the page that sent for the form, else to what the form is about, else to the module.
fn cancel(opened: &Opened, drawing: &Drawing) -> String {
    if let Some(next) = &drawing.next {
        return reply::own_path(next).to_owned();
    }
    if let Some(target) = &opened.target {
        return format!("/streams/{target}");
    }
    let given = opened
        .verb
        .fields
        .iter()
        .find(|field| field.given && matches!(field.shape, Shape::Stream { .. }));
    let stream = given.and_then(|field| drawing.typed.get(field.name).parse::<StreamId>().ok());
    match stream {
        Some(stream) => format!("/streams/{stream}"),
        None => format!("/{}", opened.kind.module()),
    }
}
