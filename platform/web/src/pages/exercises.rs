// SPDX-License-Identifier: EUPL-1.2
//! The exercises of the node: where they are offered, and the page of who leads them.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;
use paraat_ui::page::Exercise;
use paraat_ui::widgets::{Tone, facts, notice, page_bar, panel};
use paraat_ui::{Markup, html};

use crate::ask::{Ask, Asked};
use crate::body;
use crate::exercises::{Door, Exercises, Order, Run, SPEEDS, Shown, Standing};
use crate::keeper::{Person, SignedIn};
use crate::reply::{self, Page};
use crate::wrong::Wrong;

/// What the frame of a page in a space shows; none in the real world.
pub(crate) fn band(ask: &Asked) -> Option<Exercise> {
    let inside = ask.site().settings.inside.as_ref()?;
    let leads = leader(ask).is_some();
    Some(Exercise {
        name: inside.name.get(ask.caller.language).to_owned(),
        prefix: inside.prefix.clone(),
        leads: leads.then(|| inside.exercise.clone()),
    })
}

/// How a document of a space is marked; none in the real world.
pub(crate) fn marking(ask: &Asked) -> Option<String> {
    let inside = ask.site().settings.inside.as_ref()?;
    let name = inside.name.get(ask.caller.language).to_owned();
    Some(ask.voice().with("frame-exercise", &[("name", name)]))
}

/// True in a space that was closed, or that another one took the place of.
pub(crate) fn left(ask: &Asked) -> bool {
    let inside = ask.site().settings.inside.as_ref();
    let space = inside.and_then(|it| it.prefix.rsplit('/').next());
    let exercises = ask.shell.exercises.as_deref();
    let door = exercises.zip(space).map(|(all, space)| all.door(space));
    matches!(door, Some(Door::Moved(_) | Door::Stopped | Door::None))
}

/// The exercises and who leads them, when that is who asks.
fn leader(ask: &Asked) -> Option<(&dyn Exercises, &Person)> {
    let exercises = ask.shell.exercises.as_deref()?;
    let person = ask.caller.person.as_ref()?;
    exercises.leads(person).then_some((exercises, person))
}

/// The page of who leads.
pub(crate) async fn show(ask: Ask) -> Result<Response, Wrong> {
    let person = ask.person()?;
    let exercises = ask.shell.exercises.as_deref();
    let exercises = exercises.ok_or_else(|| Wrong::status(404))?;
    let leads = exercises.leads(person);
    let voice = ask.voice();
    let title = voice.say("exercises-title");
    let main = html! {
        (page_bar(&title, html! {}, html! {}))
        p.prose { (voice.say("exercises-explained")) }
        @for shown in exercises.all() { (one(&ask, &shown, leads)) }
    };
    Ok(reply::page(&ask, StatusCode::OK, Page::still(title, main)))
}

/// Does what the leader wants.
pub(crate) async fn steer(ask: Ask, request: Request) -> Result<Response, Wrong> {
    ask.person()?;
    let (exercises, person) = leader(&ask).ok_or_else(|| Wrong::status(403))?;
    let form = body::form(&ask.headers, request.into_body()).await?;
    let value = |name: &str| {
        let found = form.iter().find(|(own, _)| own == name);
        found.map_or("", |(_, value)| value.trim())
    };
    let order = order(value("order"), value("speed"), value("minute"));
    let order = order.ok_or_else(|| Wrong::because(422, "exercises-no-order"))?;
    let to = exercises.steer(person, value("exercise"), order).await?;
    Ok(reply::see_other(&to))
}

fn order(name: &str, speed: &str, minute: &str) -> Option<Order> {
    Some(match name {
        "start" => Order::Start,
        "pause" => Order::Pause,
        "resume" => Order::Resume,
        "restart" => Order::Restart,
        "stop" => Order::Stop,
        "speed" => Order::Speed(speed.parse().ok().filter(|it| SPEEDS.contains(it))?),
        "jump" => Order::Jump(minute.parse().ok()?),
        _ => return None,
    })
}

/// Starts an exercise for who just signed in with the button for it; answers where it is.
pub(super) async fn begin(
    ask: &Ask,
    exercise: &str,
    signed_in: &SignedIn,
) -> Result<Option<String>, Wrong> {
    let person = ask.site().keeper.session(&signed_in.session);
    match (&ask.shell.exercises, person) {
        (Some(exercises), Some(person)) if !exercise.is_empty() && exercises.leads(&person) => {
            let there = exercises.steer(&person, exercise, Order::Start).await?;
            Ok(Some(there))
        }
        _ => Ok(None),
    }
}

/// The exercises, to be started with one press on the page of the login. Only in a demo: whoever
/// holds its passwords may lead them.
pub(super) fn on_login(ask: &Asked) -> Markup {
    let site = ask.site();
    let offered = site.settings.demo && site.settings.inside.is_none();
    let exercises = ask.shell.exercises.as_deref().filter(|_| offered);
    html! {
        @for shown in exercises.map(Exercises::all).unwrap_or_default() {
            button.button name="exercise" value=(shown.id) {
                (ask.voice().with("exercises-login", &[("name", name(ask, &shown))]))
            }
        }
    }
}

/// The exercises on the start page: to start with one press, or to look at while they play. In a
/// space it is the page of that exercise, with what its leader can do.
pub(super) fn offer(ask: &Asked) -> Markup {
    let Some(exercises) = ask.shell.exercises.as_deref() else {
        return html! {};
    };
    let leads = leader(ask).is_some();
    let all = exercises.all();
    if let Some(inside) = &ask.site().settings.inside {
        let own = all.iter().find(|it| it.id == inside.exercise);
        return html! { @if let Some(shown) = own { (one(ask, shown, leads)) } };
    }
    let open = |shown: &&Shown| {
        let run = shown.run.as_ref();
        leads || run.is_some_and(|run| run.standing != Standing::Stopped)
    };
    html! {
        @for shown in all.iter().filter(open) {
            (notice(Tone::Info, &name(ask, shown), html! {
                p { (shown.about.get(ask.caller.language)) }
                @if leads {
                    (press(ask, shown, "start", true))
                } @else if let Some(run) = &shown.run {
                    p { a href=(run.prefix) { (watch(ask, shown)) } }
                }
            }))
        }
    }
}

fn name(ask: &Asked, shown: &Shown) -> String {
    shown.name.get(ask.caller.language).to_owned()
}

fn watch(ask: &Asked, shown: &Shown) -> String {
    let name = [("name", name(ask, shown))];
    ask.voice().with("exercises-do-start", &name)
}

/// A button for one order.
fn press(ask: &Asked, shown: &Shown, order: &str, primary: bool) -> Markup {
    let name = [("name", name(ask, shown))];
    html! {
        form.exercise-order action="/oefening" method="post" {
            input type="hidden" name="exercise" value=(shown.id);
            button.button.primary[primary] name="order" value=(order) {
                (ask.voice().with(&format!("exercises-do-{order}"), &name))
            }
        }
    }
}

/// One exercise: how it stands, and what its leader can do.
fn one(ask: &Asked, shown: &Shown, leads: bool) -> Markup {
    let voice = ask.voice();
    let title = name(ask, shown);
    let body = html! {
        p { (shown.about.get(ask.caller.language)) }
        (standing(ask, shown))
        @if leads { (orders(ask, shown)) } @else {
            p { (voice.say("exercises-who-leads")) }
            @if let Some(run) = &shown.run { p { a href=(run.prefix) { (watch(ask, shown)) } } }
        }
    };
    panel(&format!("exercise-{}", shown.id), &title, html! {}, body)
}

fn standing(ask: &Asked, shown: &Shown) -> Markup {
    let voice = ask.voice();
    let word = shown.run.as_ref().map_or("new", |run| run.standing.name());
    let mut pairs = vec![(
        voice.say("exercises-standing"),
        html! { (voice.say(&format!("exercises-{word}"))) },
    )];
    if let Some(run) = &shown.run {
        let counts = [
            ("minute", run.minute.to_string()),
            ("minutes", shown.minutes.to_string()),
            ("played", run.played.to_string()),
            ("messages", shown.messages.to_string()),
            ("speed", run.speed.to_string()),
        ];
        let say = |key: &str| html! { (voice.with(key, &counts)) };
        pairs.push((voice.say("exercises-time"), say("exercises-minute-of")));
        pairs.push((voice.say("exercises-messages"), say("exercises-played-of")));
        pairs.push((voice.say("exercises-speed"), say("exercises-times")));
    }
    facts(&pairs)
}

/// What the leader can do as it stands.
fn orders(ask: &Asked, shown: &Shown) -> Markup {
    let Some(run) = &shown.run else {
        return press(ask, shown, "start", true);
    };
    html! {
        div.exercise-orders {
            @match run.standing {
                Standing::Playing => (press(ask, shown, "pause", true)),
                Standing::Paused | Standing::Stopped => (press(ask, shown, "resume", true)),
                Standing::Played => {}
            }
            @if ask.site().settings.inside.is_none() && run.standing != Standing::Stopped {
                p { a.button href=(run.prefix) { (ask.voice().say("exercises-to-space")) } }
            }
            (faster(ask, shown, run))
            (jump(ask, shown, run))
            (press(ask, shown, "restart", false))
            @if run.standing != Standing::Stopped { (press(ask, shown, "stop", false)) }
        }
    }
}

fn faster(ask: &Asked, shown: &Shown, run: &Run) -> Markup {
    let voice = ask.voice();
    html! {
        form.exercise-order action="/oefening" method="post" {
            input type="hidden" name="exercise" value=(shown.id);
            label for={ "speed-" (shown.id) } { (voice.say("exercises-speed")) }
            select name="speed" id={ "speed-" (shown.id) } {
                @for speed in SPEEDS {
                    option value=(speed) selected[speed == run.speed] { (speed) "×" }
                }
            }
            button.button name="order" value="speed" { (voice.say("exercises-do-speed")) }
        }
    }
}

fn jump(ask: &Asked, shown: &Shown, run: &Run) -> Markup {
    let voice = ask.voice();
    html! {
        form.exercise-order action="/oefening" method="post" {
            input type="hidden" name="exercise" value=(shown.id);
            label for={ "minute-" (shown.id) } { (voice.say("exercises-to-minute")) }
            input type="number" name="minute" id={ "minute-" (shown.id) } min=(run.minute)
                max=(shown.minutes) value=(run.minute) inputmode="numeric";
            button.button name="order" value="jump" { (voice.say("exercises-do-jump")) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_one_of_those_that_there_are() {
        assert_eq!(order("speed", "30", ""), Some(Order::Speed(30)));
        assert_eq!(order("jump", "", "45"), Some(Order::Jump(45)));
        assert_eq!(order("stop", "", ""), Some(Order::Stop));
        for (name, speed, minute) in [("speed", "31", ""), ("jump", "", "-1"), ("", "", "")] {
            assert_eq!(order(name, speed, minute), None, "{name} {speed} {minute}");
        }
    }
}
