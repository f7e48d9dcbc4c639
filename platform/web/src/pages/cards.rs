// SPDX-License-Identifier: EUPL-1.2
//! Cards in lists: what they are called and where they lead.

use std::collections::BTreeMap;

use paraat_authority::Audience;
use paraat_contract::{Broken, Desk, Module, Row};
use paraat_kernel::{Card, StreamId, Text, Timestamp};
use paraat_ui::words::Voice;
use paraat_ui::{Markup, html};

/// When a row was recorded; none for the reference data that a node brings along.
pub(super) fn recorded(row: &Row) -> Option<Timestamp> {
    (row.since.as_second() > 0).then_some(row.since)
}

/// The page that a module has for this kind of thing: its view `{kind}/{…}`.
pub(super) fn own_page(modules: &[&'static Module], card: &Card) -> Option<String> {
    let module = modules.iter().find(|it| it.name == card.module)?;
    let shows = |path: &str| {
        path.split_once('/').is_some_and(|(kind, rest)| {
            kind == card.kind && rest.starts_with('{') && !rest.contains('/')
        })
    };
    module.views.iter().find(|view| shows(view.path))?;
    Some(format!("/{}/{}/{}", card.module, card.kind, card.stream))
}

/// Where a card leads.
pub(super) fn href(modules: &[&'static Module], card: &Card) -> String {
    own_page(modules, card).unwrap_or_else(|| format!("/streams/{}", card.stream))
}

/// The name of a card as a link. What has no name of its own, a report or a comment, goes by the
/// name of what it belongs to.
pub(super) fn link(
    modules: &[&'static Module],
    voice: Voice<'_>,
    card: &Card,
    under: Option<&Text>,
) -> Markup {
    html! { a href=(href(modules, card)) { (title(voice, card, under)) } }
}

/// The name of a card, or of what it belongs to when it has none of its own.
pub(super) fn title(voice: Voice<'_>, card: &Card, under: Option<&Text>) -> String {
    let own = card.title.get(voice.language);
    let title = match under {
        Some(under) if own.is_empty() => under.get(voice.language),
        _ => own,
    };
    if title.is_empty() {
        voice.say("no-title")
    } else {
        title.to_owned()
    }
}

/// Names of what cards without a name of their own belong to.
pub(super) fn above(
    desk: &dyn Desk,
    audience: &Audience,
    cards: &[Card],
) -> Result<BTreeMap<StreamId, Text>, Broken> {
    let mut names = BTreeMap::new();
    for card in cards.iter().filter(|it| it.title.nl.is_empty()) {
        let Some(under) = card.under.as_ref().filter(|it| !names.contains_key(*it)) else {
            continue;
        };
        let seen = desk.stream(audience, under)?;
        let main = seen.and_then(|seen| seen.cards.into_iter().find(|it| it.part.is_empty()));
        if let Some(main) = main {
            names.insert(under.clone(), main.title);
        }
    }
    Ok(names)
}

/// What sort of thing it is, in the words of its module; the code term when it has none.
pub(super) fn sort(voice: Voice<'_>, card: &Card) -> String {
    let key = format!("{}-{}", card.module, card.kind);
    voice.find(&key).unwrap_or_else(|| card.kind.clone())
}

/// The word of its state, in the words of its module.
pub(super) fn status(voice: Voice<'_>, card: &Card) -> String {
    if card.status.is_empty() {
        return String::new();
    }
    let key = format!("{}-{}-status-{}", card.module, card.kind, card.status);
    voice.find(&key).unwrap_or_else(|| card.status.clone())
}
