// SPDX-License-Identifier: EUPL-1.2
//! How states look, and who may do what: word, shape and colour.

use paraat_authority::{Ability, Act};
use paraat_contract::{Row, Scene};
use paraat_ui::page::encode;
use paraat_ui::widgets::{Mark, Tone, tag};
use paraat_ui::{Markup, html, time};

/// Whether these readers may write for the owner of a row, or for themselves when there is none.
pub fn may(scene: &Scene, row: Option<&Row>, ability: Ability) -> bool {
    let own = scene.audience.organisation.clone();
    let of = row.map(|row| row.stream.owner.clone()).or(own);
    of.is_some_and(|of| scene.permit(&Act { ability, of }).permitted())
}

/// How a message stands.
pub fn message(scene: &Scene, row: &Row) -> Markup {
    let pending = row.text("pending") == "true";
    let (word, mark, tone) = match row.text("standing") {
        "published" if pending => ("communication-standing-newer", Mark::Half, Tone::Elevated),
        "published" => ("communication-standing-published", Mark::Dot, Tone::Good),
        "withdrawn" => (
            "communication-standing-withdrawn",
            Mark::Cross,
            Tone::Neutral,
        ),
        _ => ("communication-standing-draft", Mark::Ring, Tone::Neutral),
    };
    tag(&scene.say(word), mark, tone)
}

/// How an alert stands. Before those who send it say so no word here is "sent".
pub fn alert(scene: &Scene, row: &Row) -> Markup {
    let standing = row.text("standing");
    let (mark, tone) = match standing {
        "confirmed" => (Mark::Dot, Tone::Good),
        "handed-over" => (Mark::Half, Tone::Elevated),
        "ordered" => (Mark::Diamond, Tone::Serious),
        "withdrawn" => (Mark::Cross, Tone::Neutral),
        _ => (Mark::Ring, Tone::Neutral),
    };
    tag(
        &scene.say(&format!("communication-alert-{standing}")),
        mark,
        tone,
    )
}

/// The page of a message or an alert.
pub fn address(kind: &str, row: &Row) -> String {
    format!("/communication/{kind}/{}", row.stream)
}

/// The form of a verb at a stream, which leads back to its page.
pub fn form(row: &Row, kind: &str, verb: &str) -> String {
    let next = encode(&address(kind, row));
    format!("/streams/{}/{verb}?next={next}", row.stream)
}

/// Who speaks: the name that the public knows, else what the authority is called.
pub fn sender(scene: &Scene, row: &Row) -> String {
    match row.text("sender") {
        "" => scene.say(&format!(
            "communication-authority-{}",
            row.text("authority")
        )),
        sender => sender.to_owned(),
    }
}

/// A language in words.
pub fn language(scene: &Scene, code: &str) -> String {
    scene.say(&format!("communication-language-{code}"))
}

/// A moment that stands in a row; what is none as it stands.
pub fn at(scene: &Scene, stored: &str) -> Markup {
    let voice = scene.words.voice(scene.language());
    match stored.parse() {
        Ok(at) => time::moment(voice, at, &scene.zone()),
        Err(_) => html! { (stored) },
    }
}

/// True when a moment that stands in a row has passed.
pub fn past(scene: &Scene, stored: &str) -> bool {
    let at: Result<paraat_kernel::Timestamp, _> = stored.parse();
    at.is_ok_and(|at| at <= scene.params.now)
}
