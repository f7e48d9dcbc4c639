// SPDX-License-Identifier: EUPL-1.2
//! What an audience may do on the page of an activity, and the reasons why not.

use paraat_authority::{Ability, Act, Reason, Verdict};
use paraat_contract::{Row, Scene};
use paraat_kernel::OrganisationId;
use paraat_ui::widgets::button_link;
use paraat_ui::{Markup, html};

use crate::commands::write;

/// What this audience may do here, and why not.
pub struct Acts {
    report: Option<String>,
    assign: Option<String>,
    comment: Option<String>,
    /// Why this audience does not report: one line in the place of the button.
    pub why: Option<String>,
    /// Why it does not comment.
    pub why_no_comment: Option<String>,
}

impl Acts {
    /// What may be done with an activity; nothing at an earlier moment.
    pub fn of(scene: &Scene, row: &Row) -> Self {
        let mut acts = Self {
            report: None,
            assign: None,
            comment: None,
            why: None,
            why_no_comment: None,
        };
        if scene.params.moment().is_some() {
            acts.why = Some(scene.say("agenda-moment-no-acts"));
            return acts;
        }
        let stream = &row.stream;
        let verdict_of = |of| scene.permit(&write(of));
        if verdict_of(stream.owner.clone()).permitted() {
            acts.assign = Some(format!("/streams/{stream}/assign"));
        }
        if let Ok(lead) = row.text("lead").parse() {
            let verdict = verdict_of(lead);
            if verdict.permitted() {
                acts.report = Some(format!("/agenda/progress/report?activity={stream}"));
            } else {
                let act = scene.say("agenda-progress-report");
                acts.why = Some(format!("{act}: {}", reasons(scene, &verdict)));
            }
        }
        let own = scene
            .audience
            .organisation
            .clone()
            .unwrap_or_else(|| stream.owner.clone());
        let verdict = verdict_of(own);
        if verdict.permitted() {
            acts.comment = Some(format!("/agenda/comment/write?activity={stream}"));
        } else {
            let act = scene.say("agenda-comment-write");
            acts.why_no_comment = Some(format!("{act}: {}", reasons(scene, &verdict)));
        }
        acts
    }

    /// The buttons beside the title.
    pub fn buttons(&self, scene: &Scene) -> Markup {
        html! {
            @if let Some(href) = &self.comment {
                (button_link(href, "comment", &scene.say("agenda-comment-write"), false))
            }
            @if let Some(href) = &self.assign {
                (button_link(href, "person", &scene.say("agenda-activity-assign"), false))
            }
            @if let Some(href) = &self.report {
                (button_link(href, "edit", &scene.say("agenda-progress-report"), true))
            }
        }
    }
}

/// True when this audience may write for an organisation, and looks at how it stands now.
pub fn may(scene: &Scene, of: &str) -> bool {
    let of: Option<OrganisationId> = of.parse().ok();
    let permitted = of.is_some_and(|of| scene.permit(&write(of)).permitted());
    permitted && scene.params.moment().is_none()
}

/// True when this audience may decide for an organisation, and looks at how it stands now.
pub fn may_decide(scene: &Scene, of: &OrganisationId) -> bool {
    let (ability, of) = (Ability::Decide, of.clone());
    scene.params.moment().is_none() && scene.permit(&Act { ability, of }).permitted()
}

/// What stands against an act, as sentences.
pub fn reasons(scene: &Scene, verdict: &Verdict) -> String {
    let said = |reason: &Reason| match reason {
        Reason::OtherOrganisation(of) => {
            let name = scene.organisation(of.as_str());
            scene.say_with(reason.key(), &[("organisation", name)])
        }
        _ => scene.say(reason.key()),
    };
    verdict
        .against
        .iter()
        .map(said)
        .collect::<Vec<_>>()
        .join(" ")
}
