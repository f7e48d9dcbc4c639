// SPDX-License-Identifier: EUPL-1.2
//! From an alert to a file in CAP 1.2.

use crate::alert::{Alert, Area, Info, Named, Resource};
use crate::finding::{Finding, Weight};
use crate::list;
use crate::moment::Moment;
use crate::number;
use crate::read::read;
use crate::refused::Refused;

/// Why an alert is not written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotWritten {
    /// It breaks rules of the standard: one finding for each.
    #[error("the alert would break the standard: {}", said(.0))]
    Findings(Vec<Finding>),
    /// It goes over what is read of one alert.
    #[error(transparent)]
    Refused(#[from] Refused),
}

fn said(findings: &[Finding]) -> String {
    let said: Vec<String> = findings.iter().map(ToString::to_string).collect();
    said.join("; ")
}

/// Writes an alert in CAP 1.2, whatever it was read from, in UTF-8. The same alert gives the same
/// bytes; characters that XML cannot hold are left out, and so are white space around a value and
/// a signature.
///
/// # Errors
/// What is written is read back, and is not given away when the schema or the standard has an
/// error in it; warnings do not keep it.
pub fn write(alert: &Alert) -> Result<String, NotWritten> {
    let mut file = File::default();
    file.alert(alert);
    let mut findings = read(file.text.as_bytes())?.findings;
    findings.retain(|finding| finding.weight() == Weight::Error);
    match findings.is_empty() {
        true => Ok(file.text),
        false => Err(NotWritten::Findings(findings)),
    }
}

#[derive(Default)]
struct File {
    text: String,
    depth: usize,
}

impl File {
    fn line(&mut self, pieces: &[&str]) {
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
        self.text.extend(pieces.iter().copied());
        self.text.push('\n');
    }

    fn open(&mut self, name: &str) {
        self.line(&["<", name, ">"]);
        self.depth += 1;
    }

    fn close(&mut self, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.line(&["</", name, ">"]);
    }

    fn value(&mut self, name: &str, value: &str) {
        self.line(&["<", name, ">", &escaped(value.trim()), "</", name, ">"]);
    }

    fn values<'v>(&mut self, name: &str, values: impl IntoIterator<Item = &'v str>) {
        for value in values {
            self.value(name, value);
        }
    }

    fn moment(&mut self, name: &str, moment: Option<Moment>) {
        if let Some(text) = moment.and_then(Moment::written) {
            self.value(name, &text);
        }
    }

    fn number(&mut self, name: &str, value: Option<i64>, digits: u32) {
        if let Some(value) = value {
            let mut text = String::new();
            number::write(&mut text, value, digits);
            self.value(name, &text);
        }
    }

    fn list(&mut self, name: &str, words: &[String]) {
        if !words.is_empty() {
            self.value(name, &list::joined(words));
        }
    }

    fn named(&mut self, name: &str, values: &[Named]) {
        for value in values {
            self.open(name);
            self.value("valueName", &value.name);
            self.value("value", &value.value);
            self.close(name);
        }
    }

    fn alert(&mut self, alert: &Alert) {
        self.line(&["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]);
        self.line(&["<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">"]);
        self.depth = 1;
        self.value("identifier", &alert.identifier);
        self.value("sender", &alert.sender);
        self.moment("sent", alert.sent);
        self.values("status", alert.status.map(|it| it.name()));
        self.values("msgType", alert.message_type.map(|it| it.name()));
        self.values("source", alert.source.as_deref());
        self.values("scope", alert.scope.map(|it| it.name()));
        self.values("restriction", alert.restriction.as_deref());
        self.list("addresses", &alert.addresses);
        self.values("code", alert.codes.iter().map(String::as_str));
        self.values("note", alert.note.as_deref());
        let references: Vec<String> = alert.references.iter().map(ToString::to_string).collect();
        if !references.is_empty() {
            self.value("references", &references.join(" "));
        }
        self.list("incidents", &alert.incidents);
        for info in &alert.infos {
            self.info(info);
        }
        self.close("alert");
    }

    fn info(&mut self, info: &Info) {
        self.open("info");
        self.values("language", info.language.as_deref());
        self.values("category", info.categories.iter().map(|it| it.name()));
        self.value("event", &info.event);
        self.values("responseType", info.responses.iter().map(|it| it.name()));
        self.values("urgency", info.urgency.map(|it| it.name()));
        self.values("severity", info.severity.map(|it| it.name()));
        self.values("certainty", info.certainty.map(|it| it.name()));
        self.values("audience", info.audience.as_deref());
        self.named("eventCode", &info.event_codes);
        self.moment("effective", info.effective);
        self.moment("onset", info.onset);
        self.moment("expires", info.expires);
        self.values("senderName", info.sender_name.as_deref());
        self.values("headline", info.headline.as_deref());
        self.values("description", info.description.as_deref());
        self.values("instruction", info.instruction.as_deref());
        self.values("web", info.web.as_deref());
        self.values("contact", info.contact.as_deref());
        self.named("parameter", &info.parameters);
        for resource in &info.resources {
            self.resource(resource);
        }
        for area in &info.areas {
            self.area(area);
        }
        self.close("info");
    }

    fn resource(&mut self, resource: &Resource) {
        self.open("resource");
        self.value("resourceDesc", &resource.description);
        self.value("mimeType", &resource.media_type);
        self.values(
            "size",
            resource.size.map(|size| size.to_string()).as_deref(),
        );
        self.values("uri", resource.uri.as_deref());
        self.values("derefUri", resource.content.as_deref());
        self.values("digest", resource.digest.as_deref());
        self.close("resource");
    }

    fn area(&mut self, area: &Area) {
        self.open("area");
        self.value("areaDesc", &area.description);
        for polygon in &area.polygons {
            let mut text = String::new();
            for point in polygon {
                if !text.is_empty() {
                    text.push(' ');
                }
                number::write(&mut text, point.latitude, 7);
                text.push(',');
                number::write(&mut text, point.longitude, 7);
            }
            self.value("polygon", &text);
        }
        for circle in &area.circles {
            let mut text = String::new();
            number::write(&mut text, circle.centre.latitude, 7);
            text.push(',');
            number::write(&mut text, circle.centre.longitude, 7);
            text.push(' ');
            number::write(&mut text, circle.radius, 6);
            self.value("circle", &text);
        }
        self.named("geocode", &area.geocodes);
        self.number("altitude", area.altitude, 3);
        self.number("ceiling", area.ceiling, 3);
        self.close("area");
    }
}

/// A value as text of XML.
fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for letter in value.chars() {
        match letter {
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '&' => text.push_str("&amp;"),
            // A reader would take it for a line feed.
            '\r' => text.push_str("&#13;"),
            '\t' | '\n' => text.push(letter),
            '\0'..='\x1F' | '\u{FFFE}' | '\u{FFFF}' => {}
            _ => text.push(letter),
        }
    }
    text
}
