// SPDX-License-Identifier: EUPL-1.2
//! Forms: what they start with, what comes of them, and that nothing typed is lost.

use paraat_authority::{Ability, Reason, Verdict};
use paraat_contract::{Refusal, Refused};

use crate::common::{Node, known};
use crate::pages::{FORM, filled};

#[tokio::test]
async fn a_form_is_shown_filled_in_from_the_link() {
    let node = Node::new();
    let form = node
        .get(&format!("{FORM}?about={}&title=Uit+de+link", known()))
        .await;
    form.is(200)
        .has("action=\"/notes/note/write\"")
        .has("value=\"Uit de link\"");
    form.has("Een notitie")
        .has("name=\"key\"")
        .has("Vastleggen");
    let form = node.get(&format!("/streams/{}/amend", known())).await;
    form.is(200).has("name=\"seen\" value=\"7\"");
}

#[tokio::test]
async fn a_form_begins_with_what_the_record_has_as_far_as_its_fields_take_it() {
    let node = Node::new();
    let form = node.get(&format!("{FORM}?about={}", known())).await;
    form.is(200)
        .has("Staat al vast.")
        .has("…</textarea>")
        .has("<em>uit het dossier</em>")
        .lacks("nowhere");
    // What a link says is not written over.
    let own = node
        .get(&format!("{FORM}?about={}&text=Zelf", known()))
        .await;
    own.is(200).has("Zelf").lacks("Staat al vast.");
}

#[tokio::test]
async fn looking_shows_what_there_is_and_records_nothing() {
    let node = Node::new();
    let looked = node.post(FORM, &format!("{}&look=1", filled())).await;
    looked
        .is(200)
        .has("Lijkt op <b>Mijn titel</b>")
        .has("regel &lt;twee&gt;")
        .has("value=\"k1\"")
        .lacks("error-summary");
    assert!(node.desk.submitted().is_none());
    // Half a form is looked at as well; what is missing is said when it is recorded.
    let half = format!("about={}&title=%3Cb%3E&look=1", known());
    node.post(FORM, &half).await.is(200).has("&lt;b&gt;");
    node.post(FORM, &filled()).await.is(303);
    assert!(node.desk.submitted().is_some());
}

#[tokio::test]
async fn a_form_that_is_taken_leads_to_the_outcome() {
    let node = Node::new();
    let answer = node
        .post(FORM, &format!("{}&tags=red&tags=blue", filled()))
        .await;
    assert_eq!(
        answer.is(303).header("location"),
        format!("/notes/note/{}", known())
    );
    let intent = node.desk.submitted().unwrap();
    assert_eq!(intent.typed.get("tags"), "red,blue");
    assert_eq!(intent.typed.get("text"), "Regel een\r\nregel <twee>");
    assert_eq!(intent.key.as_deref(), Some("k1"));
    assert_eq!(intent.actor.unwrap().organisation.as_str(), "vr23");
    node.post(&format!("/streams/{}/amend", known()), "title=x&seen=6")
        .await
        .is(303);
    assert_eq!(node.desk.submitted().unwrap().seen, Some(6));
}

#[tokio::test]
async fn what_was_typed_is_kept_when_it_is_refused() {
    let node = Node::new();
    let kept = |answer: &crate::common::Answer| {
        answer.has("Mijn titel").has("regel &lt;twee&gt;");
    };
    let fields = node
        .post(FORM, &format!("{}&mood=angry&colour=x", filled()))
        .await;
    fields
        .is(422)
        .has("error-summary")
        .has("Rustig, Druk")
        .has("colour");
    kept(&fields);

    let full = Refusal::new("notes-refusal-full")
        .with("most", "3")
        .at("title");
    node.desk.then(Err(Refused::Rule(full)));
    let rule = node.post(FORM, &filled()).await;
    rule.is(422).has("Titel: Het schrift is vol: 3 notities.");
    kept(&rule);

    let against = vec![
        Reason::OtherOrganisation("vr24".parse().unwrap()),
        Reason::LacksAbility(Ability::Write),
    ];
    node.desk.then(Err(Refused::NotPermitted(Verdict {
        grants: vec![],
        against,
    })));
    let refused = node.post(FORM, &filled()).await;
    refused
        .is(403)
        .has("Alleen Veiligheidsregio 24 mag dit doen.")
        .has("mag lezen");
    kept(&refused);
    let noted = node.keeper.noted.lock().unwrap().join("\n");
    assert_eq!(noted, "notes.note write permit-other-organisation");

    node.desk.then(Err(Refused::Stale {
        version: 9,
        since: vec![crate::common::past(9)],
    }));
    let stale = node.post(FORM, &format!("{}&seen=7", filled())).await;
    stale
        .is(409)
        .has("name=\"seen\" value=\"9\"")
        .has("van een ander");
    kept(&stale);

    for (refused, status) in [
        (Refused::ReadOnly, 503),
        (Refused::KeyReused, 422),
        (Refused::NotSeen { version: 9 }, 409),
        (Refused::Broken("ref-2".to_owned()), 500),
    ] {
        node.desk.then(Err(refused));
        let answer = node.post(FORM, &filled()).await;
        answer.is(status);
        kept(&answer);
    }
    node.desk.then(Err(Refused::NotThere));
    node.post(FORM, &filled()).await.is(404);
}

#[tokio::test]
async fn a_form_that_is_not_mine_says_so_before_it_is_filled_in() {
    let node = Node::new();
    let other = Reason::OtherOrganisation("vr24".parse().unwrap());
    let verdict = Verdict {
        grants: vec![],
        against: vec![other],
    };
    *node.desk.shut.lock().unwrap() = Some(Refused::NotPermitted(verdict));
    let about = format!("{FORM}?about={}", known());
    let shut = node.get(&about).await;
    shut.is(403)
        .has("Alleen Veiligheidsregio 24 mag dit doen.")
        .has("Vastleggen is niet aan u.")
        .has(&format!("href=\"/streams/{}\"", known()));
    assert!(!shut.text.contains("name=\"title\"") && !shut.text.contains("name=\"key\""));
    // Looking is not trying.
    assert!(node.keeper.noted.lock().unwrap().is_empty());

    let full = Refusal::new("notes-refusal-full")
        .with("most", "3")
        .at("about");
    *node.desk.shut.lock().unwrap() = Some(Refused::Rule(full));
    let shut = node.get(&about).await;
    shut.is(409)
        .has("Het schrift is vol: 3 notities.")
        .has("Een notitie");
    assert!(!shut.text.contains("name=\"title\""));

    // What was typed before the session ended is shown all the same.
    let theirs = filled().replace("key=k1", "key=00000005-k1");
    node.post_as("ended", FORM, &theirs).await.is(303);
    let form = node.get(&format!("{FORM}?held=co-de_1")).await;
    form.is(200).has("Mijn titel");
}

#[tokio::test]
async fn a_moment_is_asked_as_day_and_time_and_kept_in_utc() {
    let node = Node::new();
    let form = node
        .get(&format!("{FORM}?about={}&at=2026-07-01T10:00:00Z", known()))
        .await;
    form.is(200)
        .has("type=\"date\" id=\"field-at-day\" name=\"at-day\" value=\"2026-07-01\"")
        .has("type=\"time\" id=\"field-at-time\" name=\"at-time\" value=\"12:00\"")
        .has("Europe/Amsterdam");
    let send = |day: &str, clock: &str| format!("{}&at-day={day}&at-time={clock}", filled());
    node.post(FORM, &send("2026-11-23", "21%3A14"))
        .await
        .is(303);
    let intent = node.desk.submitted().unwrap();
    assert_eq!(intent.typed.get("at"), "2026-11-23T20:14:00Z");
    node.post(FORM, &send("", "")).await.is(303);
    assert_eq!(node.desk.submitted().unwrap().typed.get("at"), "");
    let half = node.post(FORM, &send("2026-11-23", "")).await;
    half.is(422)
        .has("Vul een dag en een tijd in")
        .has("value=\"2026-11-23\"")
        .has("Mijn titel");
    // In one piece, as programs and links write it.
    node.post(FORM, &format!("{}&at=2026-11-23T20:14:00Z", filled()))
        .await
        .is(303);
    assert_eq!(
        node.desk.submitted().unwrap().typed.get("at"),
        "2026-11-23T20:14:00Z"
    );
}

#[tokio::test]
async fn nothing_typed_is_lost_when_the_session_ended() {
    let node = Node::new();
    // The key of the form, as the page made it for this account.
    let filled = || filled().replace("key=k1", "key=00000005-k1");
    let answer = node.post_as("ended", FORM, &filled()).await;
    let location = answer.is(303).header("location").to_owned();
    assert_eq!(location, "/login?next=/notes/note/write&held=co-de_1");
    assert!(node.desk.submitted().is_none());
    node.get_as("", &location)
        .await
        .is(200)
        .has("value=\"co-de_1\"");
    let body = "name=e&password=right&next=/notes/note/write&held=co-de_1";
    let welcome = node.post_as("", "/login", body).await;
    let back = welcome.is(303).header("location").to_owned();
    let form = node.get(&back).await;
    form.is(200)
        .has("Mijn titel")
        .has("regel &lt;twee&gt;")
        .has("name=\"key\" value=\"00000005-k1\"");
    // It is still there when the form is opened twice, and gone when it was recorded.
    node.get(&back).await.is(200).has("Mijn titel");
    node.post(&back, &filled()).await.is(303);
    assert!(node.keeper.held.lock().unwrap().is_empty());
    *node.keeper.wait.lock().unwrap() = Some(20);
    node.post_as("ended", FORM, &filled())
        .await
        .is(429)
        .has("Mijn titel");
}

#[tokio::test]
async fn what_somebody_else_typed_is_not_given_to_who_signs_in_after_them() {
    let node = Node::new();
    let theirs = filled().replace("key=k1", "key=00000009-k1");
    node.post_as("ended", FORM, &theirs).await.is(303);
    let form = node.get(&format!("{FORM}?held=co-de_1")).await;
    assert!(!form.is(200).text.contains("Mijn titel"));
}
