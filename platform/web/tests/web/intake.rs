// SPDX-License-Identifier: EUPL-1.2
//! Pages that take something in: pasted or as a file, looked over, then recorded together.

use std::sync::atomic::Ordering::Relaxed;

use axum::body::Body;
use axum::http::Request;

use crate::common::{Answer, Node};

/// A form with parts: name, file name when it is one, and what stands in it.
async fn hand_in(node: &Node, session: &str, parts: &[(&str, Option<&str>, &str)]) -> Answer {
    let mut body = String::new();
    for (name, file, text) in parts {
        let file = file
            .map(|it| format!("; filename=\"{it}\""))
            .unwrap_or_default();
        body += &format!("--x7\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        body += &format!("{text}\r\n");
    }
    let request = Request::post("/notes/paste")
        .header("host", "paraat.test")
        .header("sec-fetch-site", "same-origin")
        .header("cookie", format!("paraat={session}"))
        .header("content-type", "multipart/form-data; boundary=x7");
    node.send(
        request
            .body(Body::from(format!("{body}--x7--\r\n")))
            .unwrap(),
    )
    .await
}

#[tokio::test]
async fn what_is_pasted_is_shown_and_not_recorded() {
    let node = Node::new();
    // A browser sends an empty file when none was chosen.
    let parts = [
        ("text", None, "een\ntwee"),
        ("file", Some(""), ""),
        ("team", None, "rot"),
    ];
    let shown = hand_in(&node, "good", &parts).await;
    shown
        .is(200)
        .has("<li>een: </li>")
        .has("<li>twee: </li>")
        .has("team rot")
        .has("file &quot;&quot;");
    assert!(node.desk.submitted().is_none());
}

#[tokio::test]
async fn a_file_is_taken_as_well_and_not_both() {
    let node = Node::new();
    let file = ("file", Some("a.eml"), "drie");
    let shown = hand_in(&node, "good", &[("text", None, " "), file]).await;
    shown.is(200).has("<li>drie: </li>").has("a.eml");
    let both = hand_in(&node, "good", &[("text", None, "een"), file]).await;
    both.is(422).has("Kies een van beide");
}

#[tokio::test]
async fn ten_megabytes_are_refused_on_the_page() {
    let node = Node::new();
    let much = "a".repeat(10_000_000);
    hand_in(&node, "good", &[("text", None, &much)])
        .await
        .is(422)
        .has("groter dan 4 MB");
}

#[tokio::test]
async fn what_is_ticked_is_recorded_together_and_the_page_of_it_follows() {
    let node = Node::new();
    let form = "key=k&keep=all&0.title=een&0.take=yes&1.title=zelfde&2.title=drie&2.take=yes";
    let done = node.post("/notes/paste", form).await;
    assert_eq!(done.is(303).header("location"), "/notes/paste?count=2");
    let last = node.desk.submitted().unwrap();
    assert_eq!(
        (last.typed.get("title"), last.key.as_deref()),
        ("drie", Some("k/2"))
    );
    assert_eq!(node.desk.tried.load(Relaxed), 1);
}

#[tokio::test]
async fn one_bad_line_keeps_all_back_and_is_named() {
    let node = Node::new();
    let form =
        "keep=all&0.title=een&0.take=yes&1.title=zelfde&1.take=yes&2.title=mag+niet&2.take=yes";
    let shown = node.post("/notes/paste", form).await;
    shown
        .is(422)
        .has("<li>een: </li>")
        .has("<li>zelfde: Dat stond er al.</li>");
    shown.has("Er is niets vastgelegd").has("recorded 0");
    assert!(
        !shown.text.contains("<li>mag niet: </li>"),
        "{}",
        shown.text
    );
}

#[tokio::test]
async fn the_good_lines_are_recorded_and_the_bad_ones_stay_to_be_mended() {
    let node = Node::new();
    let form = "keep=good&0.title=een&0.take=yes&1.title=zelfde&1.take=yes&2.title=los";
    let shown = node.post("/notes/paste", form).await;
    shown
        .is(422)
        .has("recorded 1")
        .has("<li>zelfde: Dat stond er al.</li>")
        .has("<li>los: </li>");
    assert!(!shown.text.contains("<li>een"), "{}", shown.text);
    assert_eq!(node.desk.tried.load(Relaxed), 2);
}

#[tokio::test]
async fn nothing_ticked_is_said() {
    let node = Node::new();
    let shown = node.post("/notes/paste", "keep=all&0.title=een").await;
    shown.is(422).has("niets aangevinkt").has("<li>een: </li>");
}

const KEPT: &str = "/login?next=/notes/paste&held=co-de_1";
const BACK: &str = "/notes/paste?held=co-de_1";

#[tokio::test]
async fn what_is_pasted_when_the_session_ended_is_there_after_signing_in() {
    let node = Node::new();
    let form = node.get("/notes/paste").await;
    form.is(200).has("name=\"key\" value=\"00000005-");
    let parts = [
        ("key", None, "00000005-k1"),
        ("text", None, "een\n<twee>"),
        ("team", None, "rot"),
        ("file", Some(""), ""),
    ];
    let sent = hand_in(&node, "ended", &parts).await;
    assert_eq!(sent.is(303).header("location"), KEPT);
    assert!(node.desk.submitted().is_none());
    let body = "name=e&password=right&next=/notes/paste&held=co-de_1";
    let welcome = node.post_as("", "/login", body).await;
    assert_eq!(welcome.is(303).header("location"), BACK);
    // It is still there when the page is opened twice.
    for _ in 0..2 {
        let form = node.get(BACK).await;
        form.is(200)
            .has("een\n&lt;twee&gt;")
            .has("team rot")
            .has("name=\"key\" value=\"00000005-k1\"");
    }
    // What cannot be kept is shown, to be copied.
    *node.keeper.wait.lock().unwrap() = Some(20);
    let shown = hand_in(&node, "ended", &parts).await;
    shown.is(429).has("een\n&lt;twee&gt;");
}

#[tokio::test]
async fn what_was_looked_over_when_the_session_ended_is_there_and_goes_when_recorded() {
    let node = Node::new();
    let form = "key=00000005-k1&team=rot&keep=all&0.title=een&0.take=yes&1.title=los";
    let sent = node.post_as("ended", "/notes/paste", form).await;
    assert_eq!(sent.is(303).header("location"), KEPT);
    assert!(node.desk.submitted().is_none());
    let back = node.get(BACK).await;
    back.is(200)
        .has("<li>een: </li>")
        .has("<li>los: </li>")
        .has("team rot")
        .has("name=\"key\" value=\"00000005-k1\"");
    node.post(BACK, form).await.is(303);
    assert!(node.desk.submitted().is_some());
    assert!(node.keeper.held.lock().unwrap().is_empty());
}

#[tokio::test]
async fn what_somebody_else_pasted_is_not_given_to_who_signs_in_after_them() {
    let node = Node::new();
    let parts = [("key", None, "00000009-k1"), ("text", None, "geheim")];
    hand_in(&node, "ended", &parts).await.is(303);
    let form = node.get(BACK).await;
    assert!(!form.is(200).text.contains("geheim"), "{}", form.text);
}

#[tokio::test]
async fn a_file_that_came_when_the_session_ended_is_asked_for_again() {
    let node = Node::new();
    let much = "a".repeat(100_000);
    let parts = [
        ("key", None, "00000005-k1"),
        ("file", Some("a.eml"), much.as_str()),
    ];
    let sent = hand_in(&node, "ended", &parts).await;
    assert_eq!(sent.is(303).header("location"), KEPT);
    assert!(!format!("{:?}", node.keeper.held.lock().unwrap()).contains("aaa"));
    let form = node.get(BACK).await;
    form.is(200).has("Kies het bestand ‘a.eml’ opnieuw");
    // Of who is not signed in no more is read than may be kept.
    let more = "a".repeat(1_000_000);
    let sent = hand_in(&node, "ended", &[("file", Some("a.eml"), &more)]).await;
    assert_eq!(sent.is(303).header("location"), "/login?next=/notes/paste");
}

#[tokio::test]
async fn other_pages_take_nothing_in() {
    let node = Node::new();
    for path in ["/notes", "/notes/own", "/notes/nowhere"] {
        node.post(path, "keep=all&0.title=een").await.is(405);
    }
}

#[tokio::test]
async fn a_page_with_a_text_gives_it_as_a_file() {
    let node = Node::new();
    let file = node.get("/notes/paste?as=txt").await;
    assert_eq!(file.is(200).text, "één\n");
    assert_eq!(file.header("content-type"), "text/plain; charset=utf-8");
    assert!(file.header("content-disposition").contains("notities.txt"));
    node.get("/notes/own?as=txt").await.is(200).has("<h1");
}
