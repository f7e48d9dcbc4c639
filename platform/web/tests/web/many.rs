// SPDX-License-Identifier: EUPL-1.2
//! A verb that is done for several things at once.

use crate::common::{Node, known};
use paraat_contract::{Refusal, Refused};

const OTHER: &str = "vr23.0190c0ffee00700080000000000000bb";

#[tokio::test]
async fn what_was_ticked_is_done_for_each_and_leads_where_the_page_says() {
    let node = Node::new();
    let form = format!(
        "about={}&about={OTHER}%403&title=Zo&key=k&next=%2Fnotes%3Fa%3D1",
        known()
    );
    let answer = node.post("/notes/note/write", &form).await;
    assert_eq!(answer.is(303).header("location"), "/notes?a=1");
    let last = node.desk.submitted().unwrap();
    assert_eq!(last.typed.get("about"), OTHER);
    assert_eq!(
        (last.seen, last.key.unwrap()),
        (Some(3), format!("k/{OTHER}"))
    );
}

#[tokio::test]
async fn when_one_is_refused_the_form_says_for_which_and_that_nothing_was_recorded() {
    let node = Node::new();
    let full = Refusal::new("notes-refusal-full").with("most", "3");
    node.desk.then(Err(Refused::Rule(full)));
    let form = format!("about={}&about={OTHER}&title=Zo&key=k", known());
    let answer = node.post("/notes/note/write", &form).await;
    answer
        .is(422)
        .has("Er is niets vastgelegd")
        .has("Een notitie: Het schrift is vol: 3 notities.")
        .has("value=\"Zo\"");
}

#[tokio::test]
async fn what_was_refused_is_unticked_and_the_rest_can_still_be_done() {
    let node = Node::new();
    let full = Refusal::new("notes-refusal-full").with("most", "3");
    node.desk.then(Err(Refused::Rule(full)));
    let next = "/notes?a=1";
    let form = format!(
        "about={}&about={OTHER}&title=Zo&key=k&next=%2Fnotes%3Fa%3D1",
        known()
    );
    let answer = node.post("/notes/note/write", &form).await;
    answer
        .is(422)
        .has("niet meer aangevinkt")
        .has(&format!("name=\"about\" value=\"{}\">", known()))
        .has(&format!("name=\"about\" value=\"{OTHER}\" checked>"))
        .has(&format!("name=\"next\" value=\"{next}\""))
        .has(&format!("<a href=\"{next}\">"));
    let form = format!("about={OTHER}&title=Zo&key=k&next=%2Fnotes%3Fa%3D1");
    let answer = node.post("/notes/note/write", &form).await;
    assert_eq!(answer.is(303).header("location"), next);
}

#[tokio::test]
async fn what_is_refused_for_a_question_is_said_once_at_that_question() {
    let node = Node::new();
    let form = format!("about={}&about={OTHER}&title=te+vroeg&key=k", known());
    let answer = node.post("/notes/note/write", &form).await;
    answer
        .is(422)
        .has("href=\"#field-title\"")
        .has("value=\"te vroeg\"");
    assert_eq!(answer.text.matches("Het schrift is vol").count(), 2);
    assert_eq!(answer.text.matches(" checked>").count(), 2);
}

#[tokio::test]
async fn the_same_refusal_of_several_is_one_sentence_that_names_them() {
    let node = Node::new();
    let form = format!("about={}&about={OTHER}&title=zelfde&key=k", known());
    let answer = node.post("/notes/note/write", &form).await;
    answer
        .is(422)
        .has(&format!("Een notitie, {OTHER}: Dat stond er al."));
}

#[tokio::test]
async fn a_mistake_in_what_was_typed_is_named_once_at_its_question() {
    let node = Node::new();
    let form = format!("about={}&about={OTHER}&title=&key=k", known());
    let answer = node.post("/notes/note/write", &form).await;
    answer.is(422).has("field-title");
    assert!(!answer.text.contains("web-many"), "{}", answer.text);
}

#[tokio::test]
async fn programs_give_a_list_and_get_a_list() {
    let node = Node::new();
    let body = format!(
        "{{\"about\": [\"{}\", \"{OTHER}\"], \"title\": \"Zo\"}}",
        known()
    );
    let answer = node.call("/v1/notes/note/write", &body, &[]).await;
    let said = answer.is(201).json();
    assert_eq!(
        (said["total"].as_u64(), said["items"][1]["version"].as_u64()),
        (Some(2), Some(7))
    );
    node.desk.then(Err(Refused::Rule(
        Refusal::new("notes-refusal-full").with("most", "3"),
    )));
    let said = node.call("/v1/notes/note/write", &body, &[]).await;
    let said = said.is(422).json();
    assert_eq!(said["errors"][0]["field"], "about");
    assert_eq!(said["errors"][0]["reason"], known().to_string());
    let list = format!("{{\"about\": [\"{OTHER}\"], \"title\": \"Zo\"}}");
    let said = node.call("/v1/notes/note/write", &list, &[]).await;
    assert_eq!(said.is(201).json()["total"], 1);
}
