// SPDX-License-Identifier: EUPL-1.2
//! What a form has from the rest of the record: what it begins with, what stands beside its
//! questions, and what there is of what somebody types.

use axum::http::StatusCode;
use axum::response::Response;
use paraat_authority::Audience;
use paraat_contract::{Broken, Desk, Help, Intent, Params, Scene, Verb};
use paraat_ui::field::{Shape, Typed};
use paraat_ui::{Markup, html};

use super::draw::{Drawing, draw};
use super::form::{Opened, page};
use crate::ask::{Ask, Asked};
use crate::wrong::Wrong;

/// What the record has for a form in which this stands; nothing for a form that has no such help.
pub(super) fn of(
    ask: &Asked,
    desk: &dyn Desk,
    audience: &Audience,
    opened: &Opened,
    typed: &Typed,
) -> Result<Help, Broken> {
    let Some(aid) = opened.kind.aid(opened.verb.name) else {
        return Ok(Help::default());
    };
    let mut params = Params {
        query: typed.clone(),
        now: ask.now,
        ..Params::default()
    };
    if let Some(target) = &opened.target {
        params.path.insert("stream", target.to_string());
    }
    let (answers, _) = desk.answers(audience, &(aid.needs)(&params))?;
    let scene = Scene {
        audience,
        words: &ask.site().words,
        params: &params,
        organisations: &desk.names(),
        head: None,
    };
    Ok((aid.help)(&answers, &scene))
}

/// Puts what the record has in the fields that are empty, as much of it as they take; in none when
/// somebody left them empty (`fresh` is false).
pub(super) fn fill(help: &Help, verb: &Verb, typed: &mut Typed, fresh: bool) {
    for field in verb.fields.iter().filter(|_| fresh) {
        let known = help.typed.get(field.name);
        if known.is_empty() || !typed.get(field.name).is_empty() {
            continue;
        }
        let most = match field.shape {
            Shape::Line(most) | Shape::Paragraphs(most) => most,
            _ => usize::MAX,
        };
        typed.0.insert(field.name.to_owned(), cut(known, most));
    }
}

/// A text of at most so many characters; one that was cut says so.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept = text.chars().take(most.saturating_sub(1));
    kept.chain(['…']).collect()
}

/// What stands beside what was typed when a form is shown again.
pub(super) fn beside(
    ask: &Asked,
    desk: &dyn Desk,
    audience: &Audience,
    (opened, intent): (&Opened, &Intent),
    drawing: &mut Drawing,
) -> Result<(), Broken> {
    let start = desk.start(intent)?.unwrap_or_default();
    (drawing.about, drawing.shared) = (start.about, start.shared);
    drawing.help = of(ask, desk, audience, opened, &drawing.typed)?;
    Ok(())
}

/// What below a question follows from what is typed there.
pub(super) fn looks(opened: &Opened, help: &Help) -> Option<(&'static str, Markup)> {
    let name = opened.kind.aid(opened.verb.name)?.looks?;
    let found = help.beside.iter().filter(|(field, _)| *field == name);
    Some((name, html! { @for (_, one) in found { (one) } }))
}

/// Shows a form again with all that was typed in it and what there is of that. Nothing is recorded.
pub(super) async fn look(
    ask: &Ask,
    opened: Opened,
    intent: Intent,
    next: Option<String>,
) -> Result<Response, Wrong> {
    ask.person()?;
    let shown = opened.clone();
    let form = ask.read(move |ask, desk, audience| {
        let Some(start) = desk.start(&intent)? else {
            return Ok(None);
        };
        let drawing = Drawing {
            help: of(ask, desk, audience, &shown, &intent.typed)?,
            typed: intent.typed,
            seen: intent.seen.or(start.seen),
            key: intent.key.unwrap_or_else(|| ask.fresh_key()),
            about: start.about,
            shared: start.shared,
            next,
            ..Drawing::default()
        };
        draw(ask, desk, audience, &shown, &drawing).map(Some)
    });
    let form = form.await?.ok_or_else(|| Wrong::status(404))?;
    Ok(page(ask, StatusCode::OK, &opened, form))
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn what_is_longer_than_a_field_takes_is_cut_and_says_so() {
        assert_eq!(cut("ééé", 3), "ééé");
        assert_eq!(cut("éééé", 3), "éé…");
    }
}
