// SPDX-License-Identifier: EUPL-1.2
//! The start page: what is to be done now, and what changed since somebody last looked.

use paraat_contract::Filter;
use paraat_kernel::Waiting;
use paraat_web::keeper::Looked;

use crate::common::{Node, known};

/// What stands in the panel with this id.
fn panel<'a>(page: &'a str, id: &str) -> &'a str {
    let (_, from) = page.split_once(&format!("id=\"{id}\"")).unwrap();
    from.split_once("</section>").unwrap().0
}

#[tokio::test]
async fn what_is_late_comes_first_then_what_is_due_then_what_waits_then_what_changed() {
    let node = Node::new();
    let page = node.get("/").await;
    page.is(200).has("data-topics=\"card note\"");
    let order = [
        "id=\"late\"",
        "id=\"due\"",
        "id=\"waiting\"",
        "id=\"changed\"",
    ];
    let places: Vec<_> = order.iter().map(|it| page.text.find(it).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");

    let late = panel(&page.text, "late");
    for part in [
        "Te laat (1)",
        "Schrift inleveren",
        "Omdat het &lt;moet&gt;.",
        "1 nov 2026",
    ] {
        assert!(late.contains(part), "{part}: {late}");
    }
    // A word and a shape, and a button that says what it is about.
    assert!(
        late.contains("te laat") && late.contains("class=\"mark"),
        "{late}"
    );
    assert!(
        late.contains("Nu doen<span class=\"unseen\">: Schrift inleveren"),
        "{late}"
    );
}

#[tokio::test]
async fn an_empty_list_is_one_sentence_and_one_thing_to_do() {
    let node = Node::new();
    let page = node.get("/").await;
    let due = panel(&page.text, "due");
    assert!(due.contains("Binnen 30 dagen (0)"), "{due}");
    assert!(
        due.contains("De komende 30 dagen hoeft er niets af."),
        "{due}"
    );
    assert_eq!(due.matches("<a ").count(), 1, "{due}");
    assert!(due.contains("href=\"/notes\""), "{due}");
}

#[tokio::test]
async fn a_long_list_shows_twenty_and_the_way_to_the_rest() {
    let node = Node::new();
    let page = node.get("/").await;
    let waiting = panel(&page.text, "waiting");
    assert!(
        waiting.contains("Wacht op uw organisatie (21)"),
        "{waiting}"
    );
    assert!(
        waiting.contains("Wachter 20.") && !waiting.contains("Wachter 21."),
        "{waiting}"
    );
    assert!(waiting.contains("href=\"/?list=waiting\"") && waiting.contains("Nog 1 bekijken"));
    node.get("/?list=waiting")
        .await
        .is(200)
        .has("Wachter 21.")
        .has("Naar de startpagina");
    node.get("/?list=everything").await.is(404);
}

#[tokio::test]
async fn a_thing_that_waits_for_my_organisation_leads_to_its_next_step() {
    let node = Node::new();
    node.desk.card.lock().unwrap().waiting_for = Some(Waiting {
        organisation: "vr23".parse().unwrap(),
        words: "notes-note-amend".to_owned(),
        at: format!("/streams/{}/amend", known()),
    });
    let page = node.get("/").await;
    let waiting = panel(&page.text, "waiting");
    assert!(
        waiting.contains("Een notitie") && waiting.contains("(22)"),
        "{waiting}"
    );
    let form = format!("href=\"/streams/{}/amend\"", known());
    assert!(
        waiting.contains(&form) && waiting.contains("Verbeteren"),
        "{waiting}"
    );

    // Due as well, it is one task, and it is late.
    node.desk.card.lock().unwrap().due = "2026-11-22T10:00:00Z".parse().ok();
    let page = node.get("/").await;
    assert!(panel(&page.text, "late").contains("Een notitie"));
    assert!(panel(&page.text, "waiting").contains("(21)"));

    // Whoever records nothing is shown the thing, not the form.
    let page = node.get_as("admin", "/").await;
    assert!(!page.text.contains(&form) && page.text.contains("Een notitie"));
    page.has("Vastleggen doet een bewerker of beslisser")
        .has("Accounts beheren");
}

#[tokio::test]
async fn what_no_longer_tells_how_things_are_asks_to_be_brought_up_to_date() {
    let node = Node::new();
    for (stale_after, shown) in [
        ("2026-11-24T10:00:00Z", false),
        ("2026-11-22T10:00:00Z", true),
    ] {
        node.desk.card.lock().unwrap().stale_after = stale_after.parse().ok();
        let page = node.get("/").await;
        let waiting = panel(&page.text, "waiting");
        assert_eq!(waiting.contains("niet meer actueel"), shown, "{waiting}");
    }
}

#[tokio::test]
async fn what_changed_says_who_did_it_and_starts_where_one_last_looked() {
    let node = Node::new();
    let page = node.get("/").await;
    let changed = panel(&page.text, "changed");
    for part in [
        "In de laatste 7 dagen.",
        "Van uw organisatie en wat daarbij hoort (3)",
        "Verder veranderd (3)",
        "Veiligheidsregio 24, bewerker",
        "Nog 2 bekijken",
        "href=\"/?list=other\"",
        "action=\"/seen\"",
        "name=\"until\" value=\"c1\"",
        "Gezien tot nu",
    ] {
        assert!(changed.contains(part), "{part}: {changed}");
    }
    // Never what one recorded oneself, and from a week back.
    let asked = node.desk.asked.lock().unwrap().clone();
    let week = Filter::Since("2026-11-16T10:00:00Z".parse().unwrap());
    let lately: Vec<_> = asked
        .iter()
        .filter(|it| it.filters.contains(&week))
        .collect();
    assert_eq!(lately.len(), 2);
    let not_mine = Filter::NotBy(paraat_kernel::Uuid::from_u128(5));
    assert!(lately.iter().all(|it| it.filters.contains(&not_mine)));

    let sent = node.post("/seen", "until=c1").await;
    assert_eq!(sent.is(303).header("location"), "/#changed");
    let until = 41;
    let at = "2026-11-23T08:00:00Z".parse().unwrap();
    assert_eq!(
        node.keeper.looked.lock().unwrap().get(&None),
        Some(&Looked { at, until })
    );
    node.desk.asked.lock().unwrap().clear();
    node.get("/").await.has("Sinds 23 nov 2026, 09.00 uur.");
    let asked = node.desk.asked.lock().unwrap().clone();
    assert!(
        asked
            .iter()
            .any(|it| it.filters.contains(&Filter::After(until)))
    );
}

#[tokio::test]
async fn more_than_anybody_counts_is_told_as_such() {
    let node = Node::new();
    *node.desk.total.lock().unwrap() = 500;
    let page = node.get("/").await;
    let changed = panel(&page.text, "changed");
    for part in ["wat daarbij hoort (500+)", "Nog 499+ bekijken", "1000+"] {
        assert!(changed.contains(part), "{part}: {changed}");
    }
    // A list of its own is counted to the last one, because one walks through it.
    node.get("/?list=other").await.has("Verder veranderd (500)");
}

#[tokio::test]
async fn what_was_made_up_moves_nothing() {
    let node = Node::new();
    // Of what is not to be seen, nobody says that they have seen it.
    let unseen = format!("until=c1&about=vr23.{}", "0".repeat(32));
    for body in ["until=made-up", "until=2999-01-01T00:00:00Z", "", &unseen] {
        node.post("/seen", body).await.is(303);
        assert!(node.keeper.looked.lock().unwrap().is_empty());
    }
    let out = node.post_as("", "/seen", "until=c1").await;
    assert_eq!(out.is(303).header("location"), "/login?next=/");
    assert!(node.keeper.looked.lock().unwrap().is_empty());
}

#[tokio::test]
async fn every_list_has_a_page_of_its_own() {
    let node = Node::new();
    for (list, heading) in [
        ("late", "Te laat (1)"),
        ("due", "Binnen 30 dagen (0)"),
        ("own", "Van uw organisatie en wat daarbij hoort (3)"),
        ("other", "Verder veranderd (3)"),
        ("held", "Alles van uw organisatie (3)"),
    ] {
        let page = node.get(&format!("/?list={list}")).await;
        page.is(200).has(&format!("<h1>{heading}</h1>"));
        let english = node.get(&format!("/?list={list}&page=2")).await;
        english.is(200);
    }
}

#[tokio::test]
async fn the_start_page_leads_to_what_modules_have_about_ones_own_organisation() {
    let node = Node::new();
    let page = node.get("/").await;
    page.is(200).has("<a href=\"/notes/own\">Ons schrift</a>");
    assert!(!page.text.contains("/notes/bursts"));
}
