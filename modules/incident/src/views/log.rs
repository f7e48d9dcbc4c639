// SPDX-License-Identifier: EUPL-1.2
//! The whole log of a crisis: the lines of all teams of all joined incidents, newest first.

use paraat_contract::{Answer, Need, Order, Params, Scene};
use paraat_ui::Markup;
use paraat_ui::html;
use paraat_ui::widgets::{Pages, pages};

use super::{frame, gathered, lines, moment};
use crate::tables::{ACCEPTED, DIRECTION, LINE};

/// Lines on a page.
const PER_PAGE: u32 = 100;

/// The page in the address, from 1.
fn page_of(params: &Params) -> u32 {
    let page = params.get("page").and_then(|it| it.parse().ok());
    page.unwrap_or(1).clamp(1, 10_000)
}

/// The crisis, then one page of its lines.
pub fn needs(params: &Params) -> Vec<Need> {
    gathered::needs(params, follow)
}

fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow_then(params, answers, (follow, lines::confirmed), |of| {
        let skip = (page_of(params) - 1) * PER_PAGE;
        let lines = of(&LINE).by(Order::Newest).page(skip, PER_PAGE);
        let whole = [&DIRECTION, &ACCEPTED];
        let whole = whole.map(|table| of(table).by(Order::Any));
        [lines].into_iter().chain(whole).collect()
    })
}

/// The page; none when this audience does not see the incident.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let total = answers.iter().find_map(|answer| match answer {
        Answer::Rows(found) => {
            let of_lines = found
                .rows
                .first()
                .is_some_and(|row| row.table.name == LINE.name);
            of_lines.then_some(found.total)
        }
        Answer::History(_) => None,
    });
    frame::page(answers, scene, "/log", |own| {
        let base = format!("{}/log", frame::address(own));
        let voice = scene.words.voice(scene.language());
        let suffix = moment::suffix(scene);
        let join = if suffix.is_empty() { "?" } else { "&" };
        let href = |page: u32| format!("{base}{suffix}{join}page={page}");
        html! {
            (lines::quick(scene, own, "/log"))
            (lines::draw(answers, scene))
            (pages(voice, &around(total.unwrap_or_default(), page_of(scene.params), href)))
        }
    })
}

/// Where this page stands among all lines.
fn around(total: u64, page: u32, href: impl Fn(u32) -> String) -> Pages {
    let before = u64::from(page - 1) * u64::from(PER_PAGE);
    let to = (before + u64::from(PER_PAGE)).min(total);
    Pages {
        from: before + 1,
        to,
        total,
        previous: (page > 1).then(|| href(page - 1)),
        next: (to < total).then(|| href(page + 1)),
    }
}
