// SPDX-License-Identifier: EUPL-1.2
//! The rows of an object on a layer.

use paraat_contract::{Change, Recorded, Value, close_card, put_card, put_part};
use paraat_kernel::{Card, Text};

use super::layer::Placed;
use crate::commands::choose_symbols::SymbolsChosen;
use crate::tables::{OBJECT, SYMBOLS};

fn part(number: u64) -> String {
    format!("object/{number}")
}

/// The rows of an object that stands on the layer.
pub(super) fn standing(number: u64, object: &Placed, recorded: &Recorded) -> Vec<Change> {
    let geometry = object.geometry.as_ref();
    let bounds = geometry.map(|it| it.bounds());
    let side = |of: fn(paraat_kernel::Bounds) -> i64| Value::from(bounds.map(of));
    let observed = recorded.occurred.to_string();
    let values = vec![
        object.incident.to_string().into(),
        object.team.as_str().into(),
        i64::try_from(number).unwrap_or(i64::MAX).into(),
        object.kind.as_str().into(),
        object.title.as_str().into(),
        geometry.map_or("", |it| it.form()).into(),
        geometry.map(|it| it.to_text()).into(),
        object.area.as_str().into(),
        side(|it| it.least.lon),
        side(|it| it.least.lat),
        side(|it| it.most.lon),
        side(|it| it.most.lat),
        object.source.as_str().into(),
        observed.into(),
        object.stale.as_str().into(),
        object.note.as_str().into(),
        object.key.as_str().into(),
        object.line.as_str().into(),
    ];
    let title = Text::typed(object.title.as_str());
    let mut card = Card::new(recorded.stream.clone(), "incident", "object", title);
    card.part = part(number);
    card.body = Text::typed(object.note.as_str());
    card.status.clone_from(&object.kind);
    card.holder = Some(recorded.stream.owner.clone());
    card.under = Some(object.incident.clone());
    card.order = format!("{number:012}");
    card.stale_after = object.stale.parse().ok();
    vec![put_part(&OBJECT, part(number), values), put_card(&card)]
}

/// The row of the set of signs of a team.
pub(super) fn signs(chosen: &SymbolsChosen) -> Vec<Change> {
    let row = vec![
        chosen.incident.to_string().into(),
        chosen.team.as_str().into(),
        chosen.set.as_str().into(),
    ];
    vec![put_part(&SYMBOLS, "symbols".to_owned(), row)]
}

/// The end of an object.
pub(super) fn gone(number: u64) -> Vec<Change> {
    let row = Change::Close {
        table: &OBJECT,
        part: part(number),
    };
    vec![row, close_card(part(number))]
}
