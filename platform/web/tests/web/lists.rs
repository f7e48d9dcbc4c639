// SPDX-License-Identifier: EUPL-1.2
//! Lists as files: by API, and by the page that first shows what would change.

use std::sync::atomic::Ordering::Relaxed;

use axum::body::Body;
use axum::http::Request;
use paraat_web::Settings;

use crate::common::{Answer, Node};

async fn take(node: &Node, keep: &str, lines: &str) -> Answer {
    let request = Request::post(format!("/v1/lists/notes/notes?keep={keep}"))
        .header("authorization", "Bearer all")
        .header("content-type", "text/csv");
    let body = format!("Titel;Tekst\n{lines}\n");
    node.send(request.body(Body::from(body)).unwrap()).await
}

async fn hand_in(node: &Node, body: &str) -> Answer {
    let request = Request::post("/import/notes/notes")
        .header("host", "paraat.test")
        .header("sec-fetch-site", "same-origin")
        .header("cookie", "paraat=good")
        .header("content-type", "multipart/form-data; boundary=x7");
    let body = format!(
        "--x7\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n\
         {body}\r\n--x7--\r\n"
    );
    node.send(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn a_line_of_which_a_part_is_so_already_is_recorded_with_the_rest_of_it() {
    for keep in ["all", "good"] {
        let node = Node::new();
        let said = take(&node, keep, "Een;zelfde\nTwee;anders\nzelfde;zelfde").await;
        let said = said.is(200).json();
        assert_eq!(
            (said["recorded"].as_u64(), said["unchanged"].as_u64()),
            (Some(2), Some(1))
        );
    }
}

#[tokio::test]
async fn good_lines_that_were_never_recorded_are_an_error_and_no_success() {
    for keep in ["all", "good"] {
        let node = Node::new();
        node.desk.restless.store(true, Relaxed);
        take(&node, keep, "Een;Twee").await.is(503);
    }
}

#[tokio::test]
async fn what_a_file_was_not_permitted_is_noted_once_with_how_many_lines() {
    let node = Node::new();
    let said = take(&node, "all", "A;mag niet\nB;mag niet\nC;mag niet").await;
    said.is(422);
    let noted = node.keeper.noted.lock().unwrap().clone();
    assert_eq!(noted, ["notes.note amend permit-lacks-write 3"]);
}

#[tokio::test]
async fn a_file_is_tried_once_and_looked_at_as_often_as_somebody_wants() {
    let node = Node::new();
    let answer = hand_in(&node, "Titel;Tekst\nEen;Twee\nDrie;te vroeg").await;
    let here = answer.is(303).header("location").to_owned();
    for _ in 0..3 {
        let page = node.get(&here).await;
        page.is(200)
            .has("Het schrift is vol: 3 notities.")
            .has("value=\"good\"");
    }
    assert_eq!(node.desk.tried.load(Relaxed), 1);
    let taken = node.post(&here, "keep=good").await;
    assert_eq!(taken.is(303).header("location"), here);
    node.get(&here).await.is(200).has("role=\"status\"");
}

#[tokio::test]
async fn before_anything_is_taken_over_one_sees_what_it_becomes() {
    let node = Node::new();
    let answer = hand_in(&node, "Titel;Tekst\nEen;Twee <b>\nDrie;te vroeg").await;
    let here = answer.is(303).header("location").to_owned();
    let page = node.get(&here).await;
    page.is(200);
    let changes = page.text.split("id=\"changes\"").nth(1).unwrap();
    assert!(changes.contains("“Twee &lt;b&gt;”"), "{changes}");
    // What is refused becomes nothing.
    assert!(!changes.contains("te vroeg"), "{changes}");
}

#[tokio::test]
async fn of_lines_with_one_name_none_is_good_and_each_names_another() {
    let node = Node::new();
    let said = take(&node, "good", "A;een\nB;twee\nA;drie\nA;vier").await;
    let said = said.is(200).json();
    assert_eq!(said["recorded"].as_u64(), Some(1));
    let bad = said["lines"].as_array().unwrap().iter();
    let bad = bad.map(|it| format!("{} {}", it["line"], it["detail"].as_str().unwrap()));
    let twice =
        |line: u32, other: u32| format!("{line} Dezelfde regel staat ook op regel {other}.");
    assert_eq!(
        bad.collect::<Vec<_>>(),
        [twice(2, 4), twice(4, 2), twice(5, 2)]
    );
}

#[tokio::test]
async fn what_is_no_list_is_said_at_once_and_not_kept() {
    let node = Node::new();
    hand_in(&node, "%PDF-1.7")
        .await
        .is(422)
        .has("role=\"alert\"");
    assert!(node.keeper.handed.lock().unwrap().is_none());
}

#[tokio::test]
async fn a_file_of_a_demo_says_so_in_its_name_and_on_its_pages() {
    let settings = Settings {
        demo: true,
        ..Settings::default()
    };
    let (demo, real) = (Node::with(settings), Node::new());
    let file = demo.get("/notes?as=odt").await;
    file.is(200)
        .has("TLP:GREEN · Demo: wat u hier vastlegt, telt niet");
    let name = "attachment; filename=\"notities-2026-11-23-demo.odt\"";
    assert_eq!(file.header("content-disposition"), name);
    let file = real.get("/notes?as=odt").await;
    assert_eq!(file.is(200).text, "Notities TLP:GREEN");
    let list = demo.get("/notes?as=csv").await;
    let name = "attachment; filename=\"notities-2026-11-23-demo.csv\"";
    assert_eq!(list.is(200).header("content-disposition"), name);
}
