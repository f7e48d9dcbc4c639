// SPDX-License-Identifier: EUPL-1.2
//! The rows of an alert: how it stands, what it says in each language, what was handed over, and
//! how it stands with each target.

use paraat_contract::{Change, Recorded, Value, put, put_card, put_part};
use paraat_kernel::{Card, Circle, Class, Label, Text};

use super::address;
use super::alert::{Core, Event, Handed, State};
use crate::tables::{ALERT, ALERT_TEXT, DELIVERY, HANDED};

/// The rows that an event changes.
pub fn rows(state: &State, event: &Event, recorded: &Recorded) -> Vec<Change> {
    let Some(core) = &state.core else {
        return Vec::new();
    };
    let mut rows = vec![put(&ALERT, row(state, core, recorded))];
    match event {
        Event::Drafted(_) | Event::Revised(_) => rows.extend(texts(core)),
        Event::HandedOver(handed) => rows.extend(handed_row(state, handed, recorded)),
        Event::Withdrawn(it) => {
            rows.extend(
                it.handed
                    .iter()
                    .filter_map(|it| handed_row(state, it, recorded)),
            );
        }
        Event::Delivered(it) => rows.push(put_part(
            &DELIVERY,
            format!("delivery/{}", it.target),
            vec![
                recorded.stream.to_string().into(),
                it.target.as_str().into(),
                it.outcome.as_str().into(),
                it.detail.as_str().into(),
                recorded.occurred.to_string().into(),
                i64::try_from(state.handed.len()).unwrap_or(i64::MAX).into(),
                state.tries.get(&it.target).copied().unwrap_or(1).into(),
            ],
        )),
        Event::Confirmed(_) => {
            let handed = state.handed.last();
            rows.extend(handed.and_then(|it| handed_row(state, it, recorded)));
        }
        Event::Ordered(_) | Event::Reviewed(_) | Event::Objected(_) => {}
    }
    rows.push(put_card(&card(state, core, recorded)));
    rows
}

fn row(state: &State, core: &Core, recorded: &Recorded) -> Vec<Value> {
    let order = state.ordered.as_ref();
    let confirmed = state.confirmed.as_ref();
    let bounds = core.geometry.as_ref().map(paraat_kernel::Geometry::bounds);
    let side = |pick: fn(paraat_kernel::Bounds) -> i64| Value::from(bounds.map(pick));
    let first = core.texts.first();
    vec![
        address(core.incident.as_ref()).into(),
        first.map(|it| it.title.clone()).unwrap_or_default().into(),
        state.standing.as_str().into(),
        core.purpose.as_str().into(),
        core.category.as_str().into(),
        core.response.as_str().into(),
        core.urgency.as_str().into(),
        core.severity.as_str().into(),
        core.certainty.as_str().into(),
        core.area.as_str().into(),
        core.radius.into(),
        core.expires.as_str().into(),
        core.more.as_str().into(),
        state.revision.into(),
        i64::try_from(state.handed.len()).unwrap_or(i64::MAX).into(),
        state.writer.as_str().into(),
        order.map(|it| it.by.clone()).unwrap_or_default().into(),
        order.map(|it| it.sender.clone()).unwrap_or_default().into(),
        order
            .map(|it| it.review_by.clone())
            .unwrap_or_default()
            .into(),
        (!state.reviewed.is_empty()).to_string().into(),
        state.objection.as_str().into(),
        confirmed.map(|it| it.by.clone()).unwrap_or_default().into(),
        confirmed
            .map(|it| it.sent.clone())
            .unwrap_or_default()
            .into(),
        confirmed
            .map(|it| it.reference.clone())
            .unwrap_or_default()
            .into(),
        recorded.occurred.to_string().into(),
        core.geometry
            .as_ref()
            .map(paraat_kernel::Geometry::to_text)
            .into(),
        side(|it| it.least.lon),
        side(|it| it.least.lat),
        side(|it| it.most.lon),
        side(|it| it.most.lat),
    ]
}

/// What it says, a row for each place in the order of languages; the places that an earlier text
/// had more of are closed.
fn texts(core: &Core) -> Vec<Change> {
    let put = |at: usize| {
        let part = format!("text/{at}");
        let Some(said) = core.texts.get(at) else {
            return Change::Close {
                table: &ALERT_TEXT,
                part,
            };
        };
        let values = [&said.language, &said.title, &said.what, &said.todo];
        let values = values.map(|it| it.as_str().into()).to_vec();
        put_part(&ALERT_TEXT, part, values)
    };
    (0..super::alert::MOST_TEXTS).map(put).collect()
}

/// What was handed over is for everybody: the feeds of the node carry it.
fn handed_row(state: &State, handed: &Handed, recorded: &Recorded) -> Option<Change> {
    let core = state.out.as_ref()?;
    let owner = recorded.stream.owner.clone();
    let confirmed = state.confirmed.as_ref();
    let sent = confirmed.map(|it| it.sent.clone()).unwrap_or_default();
    Some(Change::Put {
        table: &HANDED,
        part: format!("handed/{}", state.handed.len()),
        class: Some(Class::open(owner, Circle::Public, Label::Clear)),
        values: vec![
            recorded.stream.to_string().into(),
            handed.reference.as_str().into(),
            core.texts
                .first()
                .map(|it| it.title.clone())
                .unwrap_or_default()
                .into(),
            state.standing.as_str().into(),
            handed.live.as_str().into(),
            core.purpose.as_str().into(),
            core.expires.as_str().into(),
            sent.into(),
            handed.short.as_str().into(),
            handed.cap.as_str().into(),
        ],
    })
}

fn card(state: &State, core: &Core, recorded: &Recorded) -> Card {
    let title = core.texts.first().map_or("", |it| it.title.as_str());
    let stream = recorded.stream.clone();
    let mut card = Card::new(stream, "communication", "alert", Text::typed(title));
    let body: Vec<&str> = core.texts.iter().map(|it| it.what.as_str()).collect();
    card.body = Text::typed(body.join("\n"));
    card.status.clone_from(&state.standing);
    card.holder = Some(recorded.stream.owner.clone());
    card.under.clone_from(&core.incident);
    card.stale_after = core.expires.parse().ok();
    card
}
