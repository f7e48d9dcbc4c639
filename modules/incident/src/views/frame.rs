// SPDX-License-Identifier: EUPL-1.2
//! The head of every page of an incident: what is the matter, in what phase, who directs, and the
//! way to the other pages.

use paraat_authority::{Ability, Act};
use paraat_contract::{Answer, Row, Scene, rows_of};
use paraat_ui::page::encode;
use paraat_ui::widgets::{Tone, View, button_link, notice, post_button, views};
use paraat_ui::{Markup, html};

use super::{gathered, moment, signs};
use crate::state::directing;
use crate::tables::{ACCEPTED, DIRECTION};
use crate::terms::teams::TEAMS;

/// The pages: what follows the address of the incident, the key of its label, its icon.
const PAGES: &[(&str, &str, &str)] = &[
    ("", "incident-picture", "incident"),
    ("/log", "incident-log", "table"),
    ("/map", "incident-map", "map"),
    ("/facts", "incident-facts", "info"),
    ("/actions", "incident-actions", "check"),
    ("/bottlenecks", "incident-bottlenecks", "risk"),
    ("/decisions", "incident-decisions", "command"),
    ("/questions", "incident-questions", "comment"),
    ("/reports", "incident-reports", "planning"),
    ("/roles", "incident-roles", "person"),
    ("/past", "incident-past", "history"),
];

/// The page of what is sealed: there for who was let into a compartment, and for nobody else.
const SEALED: (&str, &str, &str) = ("/sealed", "incident-sealed-list", "trust");

/// Where an incident stands.
pub fn address(row: &Row) -> String {
    format!("/incident/incident/{}", row.stream)
}

/// Whether these readers may write for their own organisation now: never in the past.
pub fn may_write(scene: &Scene) -> bool {
    let Some(of) = scene.audience.organisation.clone() else {
        return false;
    };
    let act = Act {
        ability: Ability::Write,
        of,
    };
    moment::asked(scene.params).is_none() && scene.permit(&act).permitted()
}

/// The head; `page` is what follows the address of the incident.
pub fn head(answers: &[Answer], scene: &Scene, own: &Row, page: &str) -> Markup {
    let base = address(own);
    let suffix = moment::suffix(scene);
    let sealed = (!scene.audience.compartments.is_empty()).then_some(&SEALED);
    let links: Vec<View> = PAGES
        .iter()
        .chain(sealed)
        .map(|(path, label, icon)| View {
            href: format!("{base}{path}{suffix}"),
            label: scene.say(label),
            icon,
            current: *path == page,
        })
        .collect();
    let beside = html! {
        (signs::phase(scene, own.text("phase"), own.text("standing")))
        " " (scene.organisation(own.stream.owner.as_str()))
    };
    let actions = html! {
        @if may_write(scene) {
            @let paste = format!("{base}/paste{suffix}");
            (button_link(&paste, "", &scene.say("incident-paste"), false))
            @let share = form(scene, own, page, "/incident/part/share");
            (button_link(&share, "edit", &scene.say("incident-share-link"), true))
        }
    };
    html! {
        (scene.bar(own.text("title"), beside, actions))
        (views(&scene.say("incident-pages"), &links))
        (moment::told(scene, &format!("{base}{page}")))
        @if may_write(scene) { (write_as(scene, &format!("{base}{page}"))) }
        (direction(answers, scene, own, page))
    }
}

/// The address of a form about an incident, for the team that this page is for; what is sent there
/// leads back to this page.
pub fn form(scene: &Scene, own: &Row, page: &str, form: &str) -> String {
    let incident = own.stream.to_string();
    let team = match moment::team(scene.params) {
        "" => String::new(),
        team => format!("&team={team}"),
    };
    let next = next(scene, &incident, page);
    format!("{form}?incident={incident}{team}{next}")
}

/// The page of an incident that what is sent from here leads back to.
pub fn back(scene: &Scene, incident: &str, page: &str) -> String {
    format!(
        "/incident/incident/{incident}{page}{}",
        moment::suffix(scene)
    )
}

/// The same behind the address of a form, for the team that was chosen: a form that leads elsewhere
/// would lose it, and the next line would stand in another log. Without one a form has its own way.
pub fn next(scene: &Scene, incident: &str, page: &str) -> String {
    match moment::team(scene.params) {
        "" => String::new(),
        _ => format!("&next={}", encode(&back(scene, incident, page))),
    }
}

/// For which team somebody writes, chosen once for all pages and forms that follow.
fn write_as(scene: &Scene, here: &str) -> Markup {
    let chosen = moment::team(scene.params);
    html! {
        form.write-as action=(here) method="get" {
            label for="write-as" { (scene.say("incident-write-as")) }
            select #write-as name="team" {
                option value="" selected[chosen.is_empty()] {
                    (scene.say("incident-write-as-none"))
                }
                @for team in TEAMS {
                    option value=(team) selected[*team == chosen] {
                        (scene.say(&format!("incident-team-{team}")))
                    }
                }
            }
            button.button { (scene.say("incident-write-as-choose")) }
        }
    }
}

/// Who directs the picture, in plain sight; that nobody does looks louder.
fn direction(answers: &[Answer], scene: &Scene, own: &Row, page: &str) -> Markup {
    let stances = rows_of(answers, &DIRECTION);
    let holders = directing(&stances, &rows_of(answers, &ACCEPTED));
    let incident = own.stream.to_string();
    let back = back(scene, &incident, page);
    let hidden = [("incident", incident.as_str()), ("next", back.as_str())];
    let next = next(scene, &incident, page);
    let named: Vec<String> = holders
        .iter()
        .map(|row| scene.organisation(row.stream.owner.as_str()))
        .collect();
    match holders.as_slice() {
        [] => notice(
            Tone::Elevated,
            &scene.say("incident-direction-nobody"),
            html! {
                p { (scene.say("incident-direction-nobody-why")) }
                @if may_write(scene) {
                    (post_button(
                        "/incident/direction/take",
                        &hidden,
                        &scene.say("incident-direction-take"),
                        false
                    ))
                }
            },
        ),
        [row] => html! {
            p.direction {
                (scene.say_with("incident-direction-one", &[("who", named.join(", "))]))
                " " (moment::ago(scene, row.text("said")))
                (steps(scene, row, &stances, (&incident, &next)))
            }
        },
        _ => {
            let who = [("who", named.join(", "))];
            let title = scene.say_with("incident-direction-several", &who);
            notice(
                Tone::Elevated,
                &title,
                html! {
                    p { (scene.say("incident-direction-several-why")) }
                    @for row in &holders { (steps(scene, row, &stances, (&incident, &next))) }
                },
            )
        }
    }
}

/// What may be done with the direction that somebody holds: the holder offers it or lays it down,
/// whom it was offered to answers.
fn steps(scene: &Scene, row: &Row, stances: &[&Row], (incident, next): (&str, &str)) -> Markup {
    let own = scene.audience.organisation.as_ref();
    let holder = row.stream.owner.as_str();
    let other = row.text("other");
    let offering = row.text("stance") == "offering";
    let declined = stances.iter().find(|it| {
        offering
            && it.stream.owner.as_str() == other
            && it.text("stance") == "declined"
            && it.text("other") == holder
            && it.text("answers") == row.text("said")
    });
    let to_us = offering && own.is_some_and(|own| own.as_str() == other);
    let ours = own == Some(&row.stream.owner);
    let who = [("who", scene.organisation(other))];
    html! {
        @if let Some(declined) = declined {
            " " (scene.say_with("incident-direction-declined", &who)) " " (declined.text("reason"))
        } @else if offering {
            " " (scene.say_with("incident-direction-offered", &who))
        }
        @if may_write(scene) && ours {
            " " a href={ "/incident/direction/offer?incident=" (incident) (next) } {
                (scene.say("incident-direction-offer"))
            }
            " " a href={ "/incident/direction/lay-down?incident=" (incident) (next) } {
                (scene.say("incident-direction-lay-down"))
            }
        }
        @if may_write(scene) && to_us {
            @let answer = format!("incident={incident}&from={holder}{next}");
            " " a href={ "/incident/direction/accept?" (answer) } {
                (scene.say("incident-direction-accept"))
            }
            " " a href={ "/incident/direction/decline?" (answer) } {
                (scene.say("incident-direction-decline"))
            }
        }
    }
}

/// The incident in the address with its head, or nothing when it is not there.
pub fn page(
    answers: &[Answer],
    scene: &Scene,
    page: &str,
    body: impl Fn(&Row) -> Markup,
) -> Option<Markup> {
    let own = gathered::own(answers)?;
    Some(html! { (head(answers, scene, own, page)) (body(own)) })
}
