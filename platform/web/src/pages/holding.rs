// SPDX-License-Identifier: EUPL-1.2
//! What was typed in a form whose session ended meanwhile: kept until its owner is back.

use axum::response::Response;
use paraat_ui::field::Typed;
use paraat_ui::html;
use paraat_ui::page::encode;

use crate::ask::Ask;
use crate::keeper::{Held, Limited};
use crate::reply;
use crate::wrong::Wrong;

/// The name in a form which says that what is typed in it is kept nowhere but in the record.
pub(super) const UNKEPT: &str = "unkept";

/// True for what somebody typed, and not what the page added.
pub(super) fn is_text((name, text): &(&String, &String)) -> bool {
    !text.is_empty() && !["key", "seen", "next", UNKEPT].contains(&name.as_str())
}

/// What was kept under a code, when it was typed at this address by who asks for it.
pub(super) async fn held(ask: &Ask, code: &str) -> Result<Option<Typed>, Wrong> {
    let held = ask.site().keeper.held(code).await?;
    let held = held.filter(|held| held.path == ask.path);
    let typed = held.and_then(|held| Some(Typed(serde_json::from_str(&held.typed).ok()?)));
    // Another account may have signed in here: what somebody else typed is not for them.
    Ok(typed.filter(|typed| typed.get("key").starts_with(&ask.key_mark())))
}

/// Throws away what was kept of what is now recorded; if that fails, it goes of itself.
pub(super) async fn unhold(ask: &Ask) {
    if let Some(code) = ask.parameter("held") {
        let _ = ask.site().keeper.unhold(code).await;
    }
}

/// Keeps what was typed and asks for a login. What cannot be kept is shown, to be copied.
pub(super) async fn hold(ask: &Ask, typed: &Typed) -> Result<Response, Wrong> {
    let keeper = &ask.site().keeper;
    let copy = html! {
        div.prose {
            h2 { (ask.voice().say("web-typed")) }
            @for (_, text) in typed.0.iter().filter(is_text) { pre { (text) } }
        }
    };
    let shown = |wrong: Wrong| Wrong {
        more: Some(Box::new(copy)),
        ..wrong
    };
    if !typed.get(UNKEPT).is_empty() {
        return Err(shown(Wrong::because(409, "web-sealed-not-held")));
    }
    if let Some(seconds) = keeper.limit(Limited::Hold(&ask.caller.remote)) {
        return Err(shown(Wrong::wait(seconds)));
    }
    let held = Held {
        path: ask.path.clone(),
        typed: serde_json::json!(typed.0).to_string(),
    };
    let code = match keeper.hold(held, &ask.caller.remote).await {
        Ok(code) => code,
        Err(not_done) => return Err(shown(not_done.into())),
    };
    let (next, code) = (encode(&ask.path), encode(&code));
    Ok(reply::see_other(&format!("/login?next={next}&held={code}")))
}
