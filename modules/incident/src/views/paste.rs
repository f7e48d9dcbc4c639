// SPDX-License-Identifier: EUPL-1.2
//! Pasting in: text, a chat or a mail becomes a proposal of lines for the log of the own team;
//! what of it is recorded is unconfirmed, and leads on to a first picture of each theme.

use paraat_contract::{Answer, Filter, Intake, Need, Order, Params, Proposal, Receipt, Scene};
use paraat_kernel::StreamId;
use paraat_ui::widgets::{Tone, notice};
use paraat_ui::{Markup, html};

use super::{
    frame, gathered, moment, paste_after as after, paste_form as form, paste_proposal as proposal,
};
use crate::tables::{ACCEPTED, DIRECTION, LINE};

/// What the page takes in.
pub const INTAKE: Intake = Intake {
    read: proposal::read,
    want: proposal::want,
    draw,
    lands,
};

/// Most lines of one paste.
const MOST: u32 = 2_000;

/// The crisis, and after recording the lines that were made.
pub fn needs(params: &Params) -> Vec<Need> {
    gathered::needs(params, follow)
}

fn follow(params: &Params, answers: &[Answer]) -> Vec<Need> {
    gathered::follow(params, answers, follow, |of| {
        let whole = [&DIRECTION, &ACCEPTED].map(|table| of(table).by(Order::Any));
        let log: Option<StreamId> = params.get("log").and_then(|it| it.parse().ok());
        let lines = log.map(|log| {
            let mut lines = of(&LINE).filter(Filter::Stream(log)).by(Order::Newest);
            lines.limit = MOST;
            lines
        });
        whole.into_iter().chain(lines).collect()
    })
}

/// The page to paste at; with what was just recorded when the address says so.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    draw(&Proposal::default(), answers, scene)
}

fn may_not(scene: &Scene) -> Markup {
    let sentence = scene.say("incident-paste-may-not");
    notice(Tone::Neutral, "", html! { p { (sentence) } })
}

fn draw(proposal: &Proposal, answers: &[Answer], scene: &Scene) -> Option<Markup> {
    frame::page(answers, scene, "/paste", |own| {
        let nothing_yet = proposal.items.is_empty() && proposal.wrong.is_none();
        let recorded = nothing_yet.then(|| after::draw(answers, scene, own));
        html! {
            @if let Some(recorded) = recorded.flatten() { (recorded) }
            @else if !frame::may_write(scene) { (may_not(scene)) }
            @else if proposal.items.is_empty() { (form::enter(scene, proposal)) }
            @else { (form::look_over(scene, own, proposal)) }
        }
    })
}

/// The page that shows what was recorded: the log, and the first and last version of these lines.
fn lands(params: &Params, receipts: &[Receipt]) -> String {
    let incident = params.path.get("stream").map_or("", String::as_str);
    let versions = || receipts.iter().map(|it| it.version);
    let page = format!("/incident/incident/{incident}/paste");
    let team = match moment::team(params) {
        "" => String::new(),
        team => format!("&team={team}"),
    };
    match (receipts.first(), versions().min(), versions().max()) {
        (Some(first), Some(from), Some(to)) => {
            format!("{page}?log={}&from={from}&to={to}{team}", first.stream)
        }
        _ => page,
    }
}
