// SPDX-License-Identifier: EUPL-1.2
//! What senders send, and what is made of it.

#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

use paraat_cap::{
    Category, MessageType, Origin, Response, Scope, Tongue, Verdict, Version, read, write,
};

const FLOOD: &str = include_str!("alerts/flood.xml");
const SMOKE: &str = include_str!("alerts/smoke.xml");

/// The flood with one thing changed.
fn flood(from: &str, to: &str) -> String {
    assert!(FLOOD.contains(from), "{from}");
    FLOOD.replacen(from, to, 1)
}

fn codes(file: &str) -> Vec<&'static str> {
    let found = read(file.as_bytes()).unwrap();
    found
        .findings
        .iter()
        .map(|finding| finding.code())
        .collect()
}

#[test]
fn an_alert_of_1_2_is_read_whole() {
    let found = read(FLOOD.as_bytes()).unwrap();
    assert_eq!(found.findings, []);
    assert_eq!(found.verdict(), Verdict::Valid);
    let alert = found.alert;
    assert_eq!(alert.message_type, Some(MessageType::Update));
    assert_eq!(alert.references[0].identifier, "voorbeeld-2026-0041");
    assert_eq!(alert.incidents, ["hoogwater", "Dijk bij het voorbeeld"]);
    let info = &alert.infos[0];
    assert_eq!(info.categories, [Category::Met, Category::Safety]);
    assert_eq!(info.responses, [Response::Evacuate, Response::Monitor]);
    assert_eq!(info.resources[0].size, Some(20_480));
    let area = &info.areas[0];
    assert_eq!(area.polygons[0].len(), 5);
    assert_eq!(area.polygons[0][2].longitude, 59_200_000);
    assert_eq!(area.circles[0].radius, 1_500_000);
    assert_eq!(area.ceiling, Some(32_500));
}

#[test]
fn what_is_written_is_the_same_alert() {
    let alert = read(FLOOD.as_bytes()).unwrap().alert;
    let written = write(&alert).unwrap();
    assert_eq!(written, FLOOD);
    assert_eq!(read(written.as_bytes()).unwrap().alert, alert);
}

#[test]
fn an_alert_of_1_1_with_a_prefix_is_read_and_says_what_1_2_lacks() {
    let found = read(SMOKE.as_bytes()).unwrap();
    assert_eq!(codes(SMOKE), ["height"]);
    assert_eq!(found.alert.version, Version::V1_1);
    assert_eq!(found.alert.scope, Some(Scope::Restricted));
    // CAP 1.2 wants to know what kind of file it is.
    assert!(
        write(&found.alert)
            .unwrap_err()
            .to_string()
            .contains("image/png")
    );
    let mut alert = found.alert;
    alert.infos[0].resources[0].media_type = "image/jpeg".to_owned();
    let again = read(write(&alert).unwrap().as_bytes()).unwrap();
    assert_eq!(
        (again.findings.len(), again.alert.version),
        (0, Version::V1_2)
    );
}

#[test]
fn what_the_schema_says_is_told_apart_from_what_the_standard_says() {
    let found = read(flood("2026-11-24T08:00:00+01:00", "2026-11-24T07:00:00Z").as_bytes());
    let found = found.unwrap();
    let finding = &found.findings[0];
    assert_eq!((finding.code(), finding.origin()), ("time", Origin::Schema));
    assert_eq!(finding.place, "alert/info[1]/expires[1]");
    assert_eq!(finding.line, 31);
    assert!(
        finding
            .sentence(Tongue::Dutch)
            .starts_with("2026-11-24T07:00:00Z is geen tijd")
    );
    assert_eq!(found.verdict(), Verdict::Invalid);
    // It is understood all the same.
    assert!(found.alert.infos[0].expires.is_some());
    let open = flood(" 51.95,5.9<", "<");
    let found = read(open.as_bytes()).unwrap();
    assert_eq!(found.findings[0].origin(), Origin::Standard);
    assert_eq!(found.verdict(), Verdict::Warning);
}

#[test]
fn what_the_schema_forbids_is_named() {
    for (from, to, code) in [
        (
            "<identifier>voorbeeld-2026-0042</identifier>",
            "",
            "missing",
        ),
        (
            "<scope>Public</scope>",
            "<scope>Public</scope><scope>Public</scope>",
            "repeated",
        ),
        (
            "<event>Overstroming</event>",
            "<event>x</event><language>nl</language>",
            "order",
        ),
        (
            "<code>voorbeeld</code>",
            "<colour>rood</colour>",
            "unknown-element",
        ),
        ("<code>", "<code kleur=\"rood\">", "attribute"),
        ("</note>", "</note>zomaar", "loose-text"),
        ("<note>Het", "<note><b/>Het", "element-in-text"),
        ("Actual", " Actual", "word"),
        ("nl-NL", "nl_NL", "language"),
        (
            "https://example.nl/hoogwater<",
            "https://example.nl:poort/<",
            "uri",
        ),
        ("20480", "20 kB", "whole-number"),
        ("32.5", "32,5", "number"),
    ] {
        let file = flood(from, to);
        assert_eq!(
            read(file.as_bytes()).unwrap().verdict(),
            Verdict::Invalid,
            "{to}"
        );
        assert!(codes(&file).contains(&code), "{to}: {:?}", codes(&file));
    }
}

#[test]
fn what_the_standard_forbids_is_named() {
    for (from, to, code) in [
        ("voorbeeld-2026-0042", "voorbeeld 42", "identifier"),
        ("voorbeeld-2026-0042", "", "empty"),
        ("20:14:00+01:00", "20:14:00+00:00", "utc-form"),
        (
            "<note>Het water staat hoger dan verwacht.</note>",
            "<note/>",
            "empty-optional",
        ),
        (",2026-11-23T18:00:00+01:00", "", "reference"),
        (
            "voorbeeld-2026-0041",
            "voorbeeld-2026-0042",
            "reference-to-itself",
        ),
        ("het voorbeeld\"", "het voorbeeld", "quotes"),
        ("Public", "Restricted", "restriction-missing"),
        ("Public", "Private", "addresses-missing"),
        (
            "Veiligheidsregio",
            "Veiligheids\u{202E}regio",
            "hidden-characters",
        ),
        (
            "Help uw buren",
            "&lt;b&gt;Help&lt;/b&gt; uw buren",
            "markup",
        ),
        ("nl-NL", "dutch", "language-name"),
        ("2026-11-24T08", "2026-11-22T08", "expires-before-effective"),
        ("2026-11-23T21", "2026-11-24T21", "onset-after-expires"),
        (
            "https://example.nl/hoogwater<",
            "javascript:alert(1)<",
            "unsafe-link",
        ),
        (
            "https://example.nl/hoogwater<",
            "www.example.nl<",
            "relative-link",
        ),
        ("<value>NL999</value>", "<value/>", "value-missing"),
        ("VOORBEELD", "S.A.M.E.", "acronym"),
        ("image/png", "plaatje", "media-type"),
        ("20480", "-1", "size"),
        ("0123456789abcdef", "0123", "digest"),
        (
            "<uri>https://example.nl/hoogwater/kaart.png</uri>",
            "",
            "resource-nowhere",
        ),
    ] {
        let found = codes(&flood(from, to));
        assert!(found.contains(&code), "{to}: {found:?}");
    }
}

#[test]
fn an_area_that_lies_nowhere_is_not_gone_by() {
    const OUTLINE: &str = "51.95,5.9 51.96,5.9 51.96,5.92 51.95,5.92 51.95,5.9";
    for (to, code, kept) in [
        ("51.95,5.9 51.96,5.9 51.95,5.9", "polygon-points", 1),
        (
            "51.95,5.9 51.96,5.9 51.96,5.92 51.95,5.92",
            "polygon-open",
            1,
        ),
        ("51,5 52,6 51,6 52,5 51,5", "polygon-crossing", 1),
        (
            "5.9,51.95 5.9,51.96 5.92,51.96 5.9,51.95",
            "point-swapped-perhaps",
            1,
        ),
        ("51.95;5.9", "point", 0),
        ("", "polygon-points", 0),
        ("51.9,5.9 91,5.9 51.9,191 51.9,5.9", "point-swapped", 0),
        ("51.9,5.9 191,195.9 51.9,5.9 51.9,5.9", "point-outside", 0),
        (
            "190000,443000 190100,443000 190100,443100 190000,443000",
            "point-rd",
            0,
        ),
    ] {
        let file = flood(OUTLINE, to);
        let area = read(file.as_bytes())
            .unwrap()
            .alert
            .infos
            .remove(0)
            .areas
            .remove(0);
        assert_eq!(area.polygons.len(), kept, "{to}");
        assert!(codes(&file).contains(&code), "{to}: {:?}", codes(&file));
    }
    for (to, code) in [
        ("51.955,5.91", "circle"),
        ("51.955,5.91 -1", "radius"),
        ("51.955,5.91 30000", "radius"),
        ("51.955,5.91 1500", "radius-large"),
        ("5.91,51.955 1.5", "point-swapped-perhaps"),
    ] {
        assert_eq!(codes(&flood("51.955,5.91 1.5", to)), [code], "{to}");
    }
    assert_eq!(
        codes(&flood("<altitude>0</altitude>", "")),
        ["altitude-missing"]
    );
    assert_eq!(codes(&flood("32.5", "-32.5")), ["ceiling-below-altitude"]);
    let bare = flood(&format!("<polygon>{OUTLINE}</polygon>"), "");
    assert!(codes(&bare.replacen("<circle>51.955,5.91 1.5</circle>", "", 1)) == ["geocode-alone"]);
}

#[test]
fn words_that_are_nearly_right_are_understood() {
    let found = read(flood("Observed", "Very Likely").as_bytes()).unwrap();
    assert_eq!(
        found.alert.infos[0].certainty,
        Some(paraat_cap::Certainty::Likely)
    );
    assert_eq!(found.verdict(), Verdict::Invalid);
}

#[test]
fn an_update_and_a_cancel_name_what_they_are_about() {
    let from = "<references>voorbeeld@example.nl,voorbeeld-2026-0041,2026-11-23T18:00:00+01:00\
        </references>";
    assert_eq!(codes(&flood(from, "")), ["references-missing"]);
    assert_eq!(
        codes(&flood(from, "").replacen("Update", "Cancel", 1)),
        ["references-missing"]
    );
    assert!(codes(&flood(from, "").replacen("Update", "Alert", 1)).is_empty());
}

#[test]
fn a_signature_is_seen_and_proves_nothing() {
    let signature = "<s:Signature xmlns:s=\"http://www.w3.org/2000/09/xmldsig#\"/>";
    let found = read(flood("</alert>", &format!("{signature}</alert>")).as_bytes()).unwrap();
    assert!(found.alert.signed && found.findings.is_empty());
    let early = flood("<info>", &format!("{signature}<info>"));
    assert_eq!(codes(&early), ["signature-place"]);
    let foreign = flood("</alert>", "<x:y xmlns:x=\"urn:x\"/></alert>");
    assert_eq!(codes(&foreign), ["unknown-element"]);
    let old = SMOKE.replacen("</cap:alert>", &format!("{signature}</cap:alert>"), 1);
    assert!(codes(&old).contains(&"unknown-element"));
}

#[test]
fn an_alert_that_breaks_the_standard_is_not_written() {
    let mut alert = read(FLOOD.as_bytes()).unwrap().alert;
    alert.references.clear();
    alert.infos[0].language = Some("nl_NL".to_owned());
    alert.infos[1].urgency = None;
    let said = write(&alert).unwrap_err().to_string();
    for part in [
        "Update names in references",
        "nl_NL is no language code",
        "urgency is missing",
    ] {
        assert!(said.contains(part), "{said}");
    }
}
