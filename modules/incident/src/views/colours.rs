// SPDX-License-Identifier: EUPL-1.2
//! The colour that an organisation chose for itself, as a small sign before its name. The name
//! always stands beside it, so nothing is said by colour alone.

use paraat_contract::{Answer, Order, Params, Query, Scene, rows_of};
use paraat_ui::page::encode;
use paraat_ui::{Markup, html};

use super::{frame, moment};
use crate::tables::COLOUR;

/// What all chose, as it was known at the moment of the page.
pub fn wanted(params: &Params) -> Query {
    let all = Query::all(&COLOUR).as_known(moment::as_known(params));
    all.by(Order::Any)
}

/// The sign of an organisation; nothing for one that chose none.
pub fn swatch(answers: &[Answer], owner: &str) -> Markup {
    let chosen = rows_of(answers, &COLOUR)
        .into_iter()
        .find(|row| row.stream.owner.as_str() == owner);
    html! {
        @if let Some(row) = chosen {
            @let (colour, pattern) = (row.text("colour"), row.text("pattern"));
            span class={ "swatch colour-" (colour) " pattern-" (pattern) } aria-hidden="true" {}
            " "
        }
    }
}

/// The way to the form with which one's own organisation chooses, and back to this page.
pub fn choose(scene: &Scene, here: &str) -> Markup {
    html! {
        @if frame::may_write(scene) {
            a href={ "/incident/colour/choose?next=" (encode(here)) } {
                (scene.say("incident-colour-choose"))
            }
        }
    }
}
