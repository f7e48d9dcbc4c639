// SPDX-License-Identifier: EUPL-1.2
//! The rows of a message: how it stands, its translations, and what the public reads.

use paraat_contract::{Change, Recorded, Value, put, put_card, put_part};
use paraat_kernel::{Card, Circle, Class, Label, Text};

use super::address;
use super::message::{Core, Event, Isb, State, Variant};
use crate::tables::{MESSAGE, PUBLISHED, VARIANT};

/// The rows that an event changes.
pub fn rows(state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
    let Some(core) = &state.core else {
        return Vec::new();
    };
    let mut rows = vec![put(&MESSAGE, row(state, core, recorded))];
    match event {
        Event::Translated(variant) => {
            let part = format!("variant/{}", variant.language);
            rows.push(put_part(&VARIANT, part, variant_row(variant, recorded)));
        }
        Event::Published(_) => rows.extend(public(state, recorded, "")),
        Event::Withdrawn(it) => rows.extend(public(state, recorded, &it.reason)),
        Event::Drafted(_) | Event::Revised(_) => {}
    }
    rows.push(put_card(&card(state, core, recorded)));
    rows
}

fn text(isb: &Isb) -> [Value; 5] {
    [&isb.title, &isb.what, &isb.todo, &isb.meaning, &isb.groups].map(|it| it.as_str().into())
}

fn row(state: &State, core: &Core, recorded: &Recorded) -> Vec<Value> {
    let mut row = vec![
        address(core.incident.as_ref()).into(),
        core.authority.as_str().into(),
        core.sender.as_str().into(),
        core.language.as_str().into(),
        core.area.as_str().into(),
        core.as_of.as_str().into(),
        core.next_update.as_str().into(),
        state.standing.as_str().into(),
        state.revision.into(),
        state.pending().to_string().into(),
        recorded.occurred.to_string().into(),
    ];
    row.extend(text(&core.text));
    row
}

fn variant_row(variant: &Variant, recorded: &Recorded) -> Vec<Value> {
    let mut row = vec![
        recorded.stream.to_string().into(),
        variant.language.as_str().into(),
        variant.of.into(),
    ];
    row.extend(text(&variant.text));
    row
}

/// What the public reads, a row a language: the one thing here that everybody may see.
fn public(state: &State, recorded: &Recorded, reason: &str) -> Vec<Change> {
    let Some(public) = &state.published else {
        return Vec::new();
    };
    let core = &public.core;
    let owner = recorded.stream.owner.clone();
    let class = Class::open(owner, Circle::Public, Label::Clear);
    let source = Variant {
        language: core.language.clone(),
        of: public.revision,
        text: core.text.clone(),
    };
    let others = public.variants.values();
    let others = others.filter(|it| it.language != core.language);
    let all = std::iter::once(&source).chain(others);
    let put = |variant: &Variant| {
        let mut values = vec![
            recorded.stream.to_string().into(),
            variant.language.as_str().into(),
            core.language.as_str().into(),
            (variant.of < public.revision).to_string().into(),
            core.authority.as_str().into(),
            core.sender.as_str().into(),
            core.area.as_str().into(),
            core.as_of.as_str().into(),
            core.next_update.as_str().into(),
            state.standing.as_str().into(),
            reason.into(),
            public.revision.into(),
            recorded.occurred.to_string().into(),
        ];
        values.extend(text(&variant.text));
        Change::Put {
            table: &PUBLISHED,
            part: format!("published/{}", variant.language),
            class: Some(class.clone()),
            values,
        }
    };
    all.map(put).collect()
}

fn card(state: &State, core: &Core, recorded: &Recorded) -> Card {
    let stream = recorded.stream.clone();
    let title = Text::typed(core.text.title.as_str());
    let mut card = Card::new(stream, "communication", "message", title);
    let body = [&core.text.what, &core.text.todo, &core.text.meaning];
    card.body = Text::typed(body.map(String::as_str).join("\n").trim());
    card.status.clone_from(&state.standing);
    card.holder = Some(recorded.stream.owner.clone());
    card.under.clone_from(&core.incident);
    card
}
