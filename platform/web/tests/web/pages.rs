// SPDX-License-Identifier: EUPL-1.2
//! Pages, logging in, administration; and what every answer has.

use std::sync::atomic::Ordering::Relaxed;

use crate::common::{Answer, Node, known};
use axum::body::Body;
use axum::http::Request;
use paraat_web::Settings;

pub const FORM: &str = "/notes/note/write";

pub fn filled() -> String {
    format!(
        "about={}&title=Mijn+titel&text=Regel+een%0D%0Aregel+%3Ctwee%3E&key=k1",
        known()
    )
}

#[tokio::test]
async fn who_is_not_signed_in_is_sent_to_the_login_and_comes_back() {
    let node = Node::new();
    for path in [
        "/notes",
        "/notes?word=a%26b",
        FORM,
        "/search?q=x",
        "/account",
        "/admin",
    ] {
        let answer = node.get_as("", path).await;
        let next = paraat_ui::page::encode(path);
        assert_eq!(
            answer.is(303).header("location"),
            format!("/login?next={next}")
        );
    }
    node.get_as("", "/login").await.is(200);
    let body = "name=editor&password=right&next=%2Fnotes%3Fword%3Da";
    let answer = node.post_as("", "/login", body).await;
    assert_eq!(answer.is(303).header("location"), "/notes?word=a");
    let cookies: Vec<&str> = answer
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|it| it.to_str().unwrap())
        .collect();
    assert_eq!(
        cookies[0],
        "paraat=good; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax"
    );
    assert!(cookies[1].starts_with("paraat-device=known; "));
}

#[tokio::test]
async fn a_login_leads_to_no_other_site() {
    let node = Node::new();
    for next in [
        "//evil.test",
        "https://evil.test",
        "/%5Cevil.test",
        "%2F%0d%0aset-cookie:x",
    ] {
        let answer = node
            .post_as("", "/login", &format!("password=right&next={next}"))
            .await;
        assert_eq!(answer.is(303).header("location"), "/", "{next}");
    }
}

#[tokio::test]
async fn a_login_that_fails_says_what_to_do_and_keeps_the_name() {
    let node = Node::new();
    let wrong = node
        .post_as("", "/login", "name=editor-vr23&password=no")
        .await;
    wrong
        .is(422)
        .has("value=\"editor-vr23\"")
        .has("error-summary");
    assert!(!wrong.text.contains("value=\"no\""));
    node.post_as("", "/login", "name=two-steps&password=right")
        .await
        .is(422)
        .has("field-code");
    let locked = node.post_as("", "/login", "name=locked&password=x").await;
    assert_eq!(locked.is(429).header("retry-after"), "90");
    node.post_as("", "/login", "name=busy&password=x")
        .await
        .is(503);
}

#[tokio::test]
async fn a_page_of_a_module_is_shown_with_its_topics_and_cursor() {
    let node = Node::new();
    let page = node.get("/notes?word=%C3%A9%C3%A9n").await;
    page.is(200)
        .has("data-topics=\"note\"")
        .has("data-cursor=\"c1\"")
        .has("één");
    // The frame knows what the page calls itself, and adds its links to the buttons of the page.
    page.has("<title>Notities &amp; één · Paraat</title>")
        .has("<div class=\"page-actions\"><details class=\"download\">");
    page.has("aria-current=\"page\"")
        .has("editor-vr23")
        .has("<html lang=\"nl\"");
    node.get(&format!("/notes/note/{}", known())).await.is(200);
    node.get("/").await.is(200).has("Een notitie");
    node.get("/search?q=notitie")
        .await
        .is(200)
        .has("Een notitie");
    node.get("/search?q=niets")
        .await
        .is(200)
        .has("Niets gevonden");
}

#[tokio::test]
async fn what_is_not_there_and_what_may_not_be_seen_is_404() {
    let node = Node::new();
    let other = known().to_string().replace("aa", "bb");
    for path in [
        "/nothing",
        "/notes/nothing",
        &format!("/notes/note/{other}"),
        "/streams/x",
        "/static/x",
        &format!("/streams/{other}"),
        &format!("/streams/{other}/amend"),
        "/metrics",
        "/admin",
        "/notes/note/erase",
        "/v1/nothing",
    ] {
        node.get(path).await.is(404);
    }
    node.post(&format!("/streams/{other}/amend"), "title=x")
        .await
        .is(404);
}

#[tokio::test]
async fn the_address_of_a_stream_leads_to_its_page() {
    let node = Node::new();
    let answer = node.get(&format!("/streams/{}", known())).await;
    assert_eq!(
        answer.is(303).header("location"),
        format!("/notes/note/{}", known())
    );
}

#[tokio::test]
async fn what_another_site_sends_is_refused() {
    let node = Node::new();
    let send = |name: &'static str, value: &'static str| {
        let request = Request::post(FORM)
            .header("host", "paraat.test")
            .header("cookie", "paraat=good")
            .header(name, value)
            .header("content-type", "application/x-www-form-urlencoded");
        node.send(request.body(Body::from(filled())).unwrap())
    };
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.test"),
        ("origin", "null"),
    ] {
        send(name, value).await.is(403);
        assert!(node.desk.submitted().is_none());
    }
    send("sec-fetch-site", "none").await.is(303);
    send("origin", "https://paraat.test").await.is(303);
}

#[tokio::test]
async fn what_cannot_be_read_has_its_own_sentence() {
    let node = Node::new();
    for path in ["/notes/%ff", "/notes?word=%ff", "/%c3%28"] {
        node.get(path).await.is(400).has("UTF-8");
    }
    node.post(FORM, "title=%ff").await.is(400).has("UTF-8");
    let large = format!("title={}", "x".repeat(300_000));
    node.post(FORM, &large).await.is(413);
    let request = Request::post(FORM).header("cookie", "paraat=good");
    let request = request.header("content-type", "multipart/form-data; boundary=x");
    node.send(request.body(Body::from("x")).unwrap())
        .await
        .is(415);
    node.post("/notes", "a=b").await.is(405);
    node.post("/search", "a=b").await.is(405);
    let long = format!("/notes?word={}", "a".repeat(9_000));
    node.get(&long).await.is(414);
}

#[tokio::test]
async fn a_defect_is_a_page_with_a_reference() {
    let node = Node::new();
    node.desk.broken.store(true, Relaxed);
    node.get("/notes").await.is(500).has("ref-1");
    node.desk.broken.store(false, Relaxed);
    let burst = node.get("/notes/bursts").await;
    burst.is(500).has(burst.header("x-request-id"));
    assert!(!burst.text.contains("a defect of a view"));
}

#[tokio::test]
async fn every_answer_has_the_headers_and_no_page_has_script_or_style_in_it() {
    let settings = Settings {
        secure_cookies: true,
        ..Settings::default()
    };
    let secure = Node::with(settings);
    let node = Node::new();
    let amend = format!("/streams/{}/amend", known());
    for path in [
        "/",
        "/login",
        "/notes",
        FORM,
        &amend,
        "/search?q=x",
        "/account",
        "/admin",
        "/nothing",
        "/health",
        "/ready",
        "/v1/cards",
        "/v1/openapi.json",
        "/notes/%ff",
        "/static/x",
    ] {
        for session in ["good", "admin", ""] {
            let answer = node.get_as(session, path).await;
            let policy = answer.header("content-security-policy");
            assert!(
                policy.starts_with("default-src 'none'; script-src 'self'"),
                "{path}"
            );
            assert!(!policy.contains("unsafe"), "{path}");
            assert!(policy.contains("frame-ancestors 'none'"), "{path}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
            assert_eq!(
                answer.header("cross-origin-opener-policy"),
                "same-origin",
                "{path}"
            );
            assert!(!answer.header("permissions-policy").is_empty(), "{path}");
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
            assert!(
                answer.header("strict-transport-security").is_empty(),
                "{path}"
            );
            assert!(!answer.text.contains(" style=\"") && !answer.text.contains("<style"));
            assert!(!answer.text.contains("<script>") && !answer.text.contains(" onclick"));
            assert!(!answer.text.contains('«'), "{path}: {}", answer.text);
        }
    }
    let answer = secure.get_as("", "/login").await;
    assert!(!answer.header("strict-transport-security").is_empty());
    let answer = secure.post_as("", "/login", "password=right").await;
    let cookie = answer.header("set-cookie");
    assert!(
        cookie.starts_with("__Host-paraat=") && cookie.ends_with("; Secure"),
        "{cookie}"
    );
}

#[tokio::test]
async fn language_and_theme_are_remembered_by_the_device() {
    let node = Node::new();
    let answer = node.get("/taal?to=en&next=/notes").await;
    assert_eq!(answer.is(303).header("location"), "/notes");
    assert!(answer.header("set-cookie").starts_with("paraat-taal=en; "));
    let answer = node.post("/thema", "theme=dark&next=//evil.test").await;
    assert_eq!(answer.is(303).header("location"), "/");
    let request = Request::get("/login").header("cookie", "paraat-taal=en; paraat-thema=dark");
    let page = node.send(request.body(Body::empty()).unwrap()).await;
    page.is(200).has("<html lang=\"en\" data-theme=\"dark\">");
    for path in [
        "/",
        "/account",
        "/notes/note/write",
        "/search?q=x",
        "/nothing",
    ] {
        let request = Request::get(path).header("cookie", "paraat=good; paraat-taal=en");
        let page = node.send(request.body(Body::empty()).unwrap()).await;
        page.has("<html lang=\"en\"");
        assert!(
            !page.text.contains('«') && !page.text.contains("Zoeken"),
            "{path}"
        );
    }
    node.get("/taal?to=xx").await.is(404);
    node.post("/thema", "theme=pink").await.is(422);
}

#[tokio::test]
async fn ones_own_account() {
    let node = Node::new();
    node.get("/account")
        .await
        .is(200)
        .has("koppeling")
        .has("deze sessie");
    let made = node
        .post("/account/tokens", "tokenName=x&opens=read&opens=write")
        .await;
    made.is(200).has("secret-of-the-key");
    node.post("/account/tokens", "tokenName=x")
        .await
        .is(422)
        .has("value=\"x\"");
    let id = "00000000-0000-0000-0000-000000000003";
    node.post(&format!("/account/tokens/{id}/revoke"), "")
        .await
        .is(303);
    node.post(&format!("/account/sessions/{id}/end"), "")
        .await
        .is(303);
    assert_eq!(node.keeper.ended.lock().unwrap().len(), 2);
    let wrong = node
        .post("/account/password", "old=no&new=een+lange+zin+van+woorden")
        .await;
    wrong.is(422).has("klopt niet");
    assert!(!wrong.text.contains("een lange zin"));
    node.post("/account/password", "old=right&new=abc")
        .await
        .is(200)
        .has("gewijzigd");
    node.post("/account/second-step", "")
        .await
        .is(200)
        .has("ABCD EFGH");
    let again = "code=000000&secret=ABCDEFGH&address=javascript:x";
    let wrong = node.post("/account/second-step/confirm", again).await;
    wrong.is(422).has("ABCD EFGH");
    assert!(!wrong.text.contains("javascript:"));
    node.post("/account/second-step/confirm", "code=123+456")
        .await
        .is(303);
    node.post_as("", "/account/tokens", "tokenName=x&opens=read")
        .await
        .is(303);
}

#[tokio::test]
async fn a_key_for_programs_opens_no_page() {
    let node = Node::new();
    for path in ["/account", "/notes", "/admin"] {
        node.read("all", path).await.is(303);
    }
    let request = Request::post("/account/tokens").header("authorization", "Bearer all");
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    let answer = node
        .send(request.body(Body::from("tokenName=x&opens=write")).unwrap())
        .await;
    assert!(!answer.is(303).text.contains("secret"));
}

#[tokio::test]
async fn administration_is_for_administrators() {
    let node = Node::new();
    let account = "/admin/accounts/00000000-0000-0000-0000-000000000005";
    node.get_as("admin", "/admin")
        .await
        .is(200)
        .has("U mag lezen, maar niet vastleggen")
        .has("Wat er met accounts is gedaan")
        .has("gesloten")
        .has("op het knooppunt zelf");
    node.get_as("admin", account).await.is(200).has("bewerker");
    node.get_as("admin", "/admin/accounts/x").await.is(404);
    let added = node
        .post_as("admin", "/admin/accounts", "name=reader-vr23")
        .await;
    added.is(200).has("vier-woorden");
    node.post_as("admin", "/admin/accounts", "name=Jan+Jansen")
        .await
        .is(422)
        .has("Jan Jansen");
    node.post_as("admin", "/admin/accounts", "name=taken")
        .await
        .is(422)
        .has("bestaat al");
    let lend = format!("{account}/lend");
    node.post_as("admin", &lend, "function=reader")
        .await
        .is(303);
    node.post_as("admin", &lend, "function=king").await.is(422);
    node.post_as("admin", &lend, "function=reader&until=2020-01-01T00:00:00Z")
        .await
        .is(422);
    // A page asks for day and time, in the zone of its reader.
    let late = "function=reader&until-day=2026-11-23&until-time=10%3A59";
    let late = node.post_as("admin", &lend, late).await;
    late.is(422)
        .has("type=\"date\"")
        .has("value=\"2026-11-23\"")
        .has("value=\"10:59\"");
    let half = "function=reader&until-day=2026-12-24&until-time=";
    node.post_as("admin", &lend, half)
        .await
        .is(422)
        .has("2026-12-24");
    let good = "function=reader&until-day=2026-11-23&until-time=11%3A01";
    node.post_as("admin", &lend, good).await.is(303);
    let none = "function=reader&until-day=&until-time=";
    node.post_as("admin", &lend, none).await.is(303);
    let until = "2026-11-23T10:01:00Z".parse().ok();
    let lent = node.keeper.lent.lock().unwrap().clone();
    assert_eq!(
        lent.iter().map(|it| it.until).collect::<Vec<_>>(),
        [None, until, None]
    );
    node.post_as("admin", &format!("{account}/end/editor"), "")
        .await
        .is(303);
    node.post_as("admin", &format!("{account}/password"), "")
        .await
        .is(200)
        .has("vier-woorden");
    // Closing asks first; asking changes nothing.
    let close = format!("{account}/close");
    let asked = node.get_as("admin", &close).await;
    asked
        .is(200)
        .has("editor-vr23 sluiten?")
        .has("weer openen")
        .has(&format!("action=\"{close}\""));
    assert!(node.keeper.closed.lock().unwrap().is_empty());
    node.get(&close).await.is(404);
    node.post_as("admin", &close, "").await.is(303);
    assert_eq!(node.keeper.closed.lock().unwrap().len(), 1);
    let closed = node.get_as("admin", account).await;
    closed.is(200).has("Account weer openen");
    node.get_as("admin", &close).await.is(404);
    node.post_as("admin", &format!("{account}/open"), "")
        .await
        .is(303);
    assert!(node.keeper.closed.lock().unwrap().is_empty());
    for path in ["/admin/accounts", &lend, &format!("{account}/close")] {
        node.post(path, "name=x&function=admin").await.is(404);
    }
}

#[tokio::test]
async fn everybody_reads_what_this_is_and_whose_its_parts_are() {
    let node = Node::new();
    for who in ["", "good"] {
        let page = node.get_as(who, "/about").await;
        let page = page.is(200).has("EUPL-1.2").has("Letter");
        page.has("© Zetter &amp; Zoon")
            .has("href=\"/about/notices\"");
    }
    let login = node.get_as("", "/login").await;
    login.is(200).has("href=\"/about\"");
    let notices = node.get_as("", "/about/notices").await;
    assert_eq!(notices.is(200).text, "In full: the <licence> of Letter.");
    let kind = notices.header("content-type");
    assert_eq!(kind, "text/plain; charset=utf-8");
    let licence = node.get_as("", "/about/licence").await;
    licence.is(200).has("EUPL");
    node.get_as("", "/about/else").await.is(404);
}

#[tokio::test]
async fn a_page_says_for_whom_a_device_may_keep_it_and_nothing_else_does() {
    let node = Node::new();
    let reader = |answer: &Answer| answer.header("paraat-reader").to_owned();
    let own = reader(&node.get("/notes").await);
    let (account, rights) = own.split_once('-').unwrap();
    assert!(account.len() == 16 && rights.len() == 16, "{own}");
    assert_eq!(own, reader(&node.get("/").await));
    let other = reader(&node.get_as("admin", "/notes").await);
    let (_, other_rights) = other.split_once('-').unwrap();
    assert_ne!(rights, other_rights, "another function is another reader");
    for (session, path) in [
        ("good", "/nothing"),
        ("good", "/v1/cards"),
        ("good", "/notes?as=csv"),
        ("good", "/health"),
        ("", "/login"),
        ("", "/notes"),
        ("ended", "/notes"),
    ] {
        let answer = node.get_as(session, path).await;
        assert_eq!(reader(&answer), "", "{session} {path}");
    }
}

#[tokio::test]
async fn what_a_slider_or_a_typed_moment_asks_for_has_an_address_of_its_own() {
    let node = Node::new();
    let leads = async |query: &str| {
        let answer = node.get(&format!("/notes?{query}")).await;
        answer.is(303).header("location").to_owned()
    };
    let began = "2026-11-23T08%3A00%3A00Z";
    let half = leads(&format!("team=rot&began={began}&step=100")).await;
    assert_eq!(half, "/notes?team=rot&moment=2026-11-23T09%3A00%3A00Z");
    assert_eq!(leads(&format!("began={began}&step=200")).await, "/notes");
    let typed = leads("moment=x&momentTyped=2026-11-23T09:30").await;
    assert_eq!(typed, "/notes?moment=2026-11-23T08%3A30%3A00Z");
    node.get("/notes?step=3").await.is(200);
}
