// SPDX-License-Identifier: EUPL-1.2
//! How states look: word, shape and colour.

use paraat_contract::Scene;
use paraat_ui::Markup;
use paraat_ui::widgets::{Mark, Tone, tag};

/// How serious a theme is.
pub fn status(scene: &Scene, status: &str) -> Markup {
    let (mark, tone) = match status {
        "critical" => (Mark::Triangle, Tone::Critical),
        "serious" => (Mark::Diamond, Tone::Serious),
        "raised" => (Mark::Square, Tone::Elevated),
        "recovering" => (Mark::Half, Tone::Good),
        "normal" => (Mark::Dot, Tone::Good),
        _ => (Mark::Ring, Tone::Neutral),
    };
    tag(&scene.say(&format!("incident-status-{status}")), mark, tone)
}

/// Whether somebody confirmed it. Neutral: how sure is not how serious.
pub fn reliability(scene: &Scene, reliability: &str) -> Markup {
    let mark = match reliability {
        "confirmed" => Mark::Dot,
        _ => Mark::Ring,
    };
    let word = scene.say(&format!("incident-reliability-{reliability}"));
    tag(&word, mark, Tone::Neutral)
}

/// In what phase a crisis is; that it was closed says more.
pub fn phase(scene: &Scene, phase: &str, standing: &str) -> Markup {
    if standing == "closed" {
        return tag(&scene.say("incident-closed"), Mark::Check, Tone::Neutral);
    }
    let mark = match phase {
        "warm" => Mark::Dot,
        "lukewarm" => Mark::Half,
        _ => Mark::Ring,
    };
    tag(
        &scene.say(&format!("incident-phase-{phase}")),
        mark,
        Tone::Info,
    )
}

/// A team as it is called in short; the organisation itself has none.
pub fn team(scene: &Scene, team: &str) -> String {
    match team {
        "" => String::new(),
        team => scene.say(&format!("incident-team-short-{team}")),
    }
}

/// Who said something: the organisation and its team.
pub fn by(scene: &Scene, owner: &str, of: &str) -> String {
    let organisation = scene.organisation(owner);
    match of {
        "" => organisation,
        of => format!("{organisation}, {}", team(scene, of)),
    }
}
