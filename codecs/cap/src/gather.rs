// SPDX-License-Identifier: EUPL-1.2
//! From elements to values. Order and number do not matter here: the schema speaks of those. Of an
//! element that may stand once the first counts.

use roxmltree::Node;

use crate::alert::{Alert, Area, Circle, Info, Named, Point, Resource, Version};
use crate::choice::{Category, Certainty, MessageType, Response, Scope, Severity, Status, Urgency};
use crate::finding::Finding;
use crate::moment::Moment;
use crate::refused::Refused;
use crate::rule::{self, Rule};
use crate::{limits, list, number, schema};

/// Gathers an alert, and notes what could not be read.
pub struct Gathering {
    version: Version,
    /// What could not be read, or not as it should be.
    pub findings: Vec<Finding>,
    areas: usize,
}

impl Gathering {
    pub fn new(version: Version) -> Self {
        Self {
            version,
            findings: Vec::new(),
            areas: 0,
        }
    }

    fn note(&mut self, rule: &'static Rule, node: Node<'_, '_>, seen: &str) {
        if self.findings.len() < limits::FINDINGS {
            let mut finding = Finding::new(rule, schema::place(node), seen);
            finding.line = schema::line(node);
            self.findings.push(finding);
        }
    }

    pub fn alert(&mut self, root: Node<'_, '_>) -> Result<Alert, Refused> {
        let mut alert = Alert {
            version: self.version,
            ..Alert::default()
        };
        for child in elements(root) {
            match child.tag_name().name() {
                "identifier" => first(&mut alert.identifier, text(child)),
                "sender" => first(&mut alert.sender, text(child)),
                "sent" => once(&mut alert.sent, self.moment(child)),
                "status" => once(&mut alert.status, Status::from_name(&schema::text(child))),
                "msgType" => once(
                    &mut alert.message_type,
                    MessageType::from_name(&schema::text(child)),
                ),
                "source" => once(&mut alert.source, self.optional(child)),
                "scope" => once(&mut alert.scope, Scope::from_name(&schema::text(child))),
                "restriction" => once(&mut alert.restriction, self.optional(child)),
                "addresses" => alert.addresses.append(&mut self.words(child)),
                "code" => alert.codes.extend(self.optional(child)),
                "note" => once(&mut alert.note, self.optional(child)),
                "references" => self.references(child, &mut alert),
                "incidents" => alert.incidents.append(&mut self.words(child)),
                "info" => {
                    let info = self.info(child)?;
                    alert.infos.push(info);
                }
                _ => {}
            }
        }
        let signature = |it: Node<'_, '_>| it.tag_name().namespace() == Some(schema::SIGNATURES);
        alert.signed = root.children().any(signature);
        Ok(alert)
    }

    fn info(&mut self, node: Node<'_, '_>) -> Result<Info, Refused> {
        let mut info = Info::default();
        for child in elements(node) {
            match child.tag_name().name() {
                // An empty one means the language for none.
                "language" => once(&mut info.language, filled(text(child))),
                "category" => info
                    .categories
                    .extend(Category::from_name(&schema::text(child))),
                "event" => first(&mut info.event, text(child)),
                "responseType" => info
                    .responses
                    .extend(Response::from_name(&schema::text(child))),
                "urgency" => once(&mut info.urgency, Urgency::from_name(&schema::text(child))),
                "severity" => once(
                    &mut info.severity,
                    Severity::from_name(&schema::text(child)),
                ),
                "certainty" => once(&mut info.certainty, certainty(schema::text(child).trim())),
                "audience" => once(&mut info.audience, self.optional(child)),
                "eventCode" => info.event_codes.push(named(child)),
                "effective" => once(&mut info.effective, self.moment(child)),
                "onset" => once(&mut info.onset, self.moment(child)),
                "expires" => once(&mut info.expires, self.moment(child)),
                "senderName" => once(&mut info.sender_name, self.optional(child)),
                "headline" => once(&mut info.headline, self.optional(child)),
                "description" => once(&mut info.description, self.optional(child)),
                "instruction" => once(&mut info.instruction, self.optional(child)),
                "web" => once(&mut info.web, self.optional(child)),
                "contact" => once(&mut info.contact, self.optional(child)),
                "parameter" => info.parameters.push(named(child)),
                "resource" => info.resources.push(self.resource(child)),
                "area" => {
                    self.areas += 1;
                    if self.areas > limits::AREAS {
                        return Err(Refused::TooManyAreas);
                    }
                    let area = self.area(child)?;
                    info.areas.push(area);
                }
                _ => {}
            }
        }
        Ok(info)
    }

    fn resource(&mut self, node: Node<'_, '_>) -> Resource {
        let mut resource = Resource::default();
        for child in elements(node) {
            match child.tag_name().name() {
                "resourceDesc" => first(&mut resource.description, text(child)),
                "mimeType" => first(&mut resource.media_type, text(child)),
                "size" => {
                    let size = text(child);
                    let bytes = size.strip_prefix('+').unwrap_or(&size).parse().ok();
                    if bytes.is_none() {
                        self.note(&rule::SIZE, child, &size);
                    }
                    once(&mut resource.size, bytes);
                }
                "uri" => once(&mut resource.uri, self.optional(child)),
                "derefUri" => once(&mut resource.content, self.optional(child)),
                "digest" => once(&mut resource.digest, self.optional(child)),
                _ => {}
            }
        }
        resource
    }

    fn area(&mut self, node: Node<'_, '_>) -> Result<Area, Refused> {
        let mut area = Area::default();
        let mut points = 0;
        for child in elements(node) {
            match child.tag_name().name() {
                "areaDesc" => first(&mut area.description, text(child)),
                "polygon" => {
                    let polygon = self.polygon(child);
                    points += polygon.len();
                    if points > limits::POINTS {
                        return Err(Refused::TooManyPoints(schema::place(node)));
                    }
                    area.polygons.push(polygon);
                }
                "circle" => area.circles.push(self.circle(child)),
                "geocode" => area.geocodes.push(named(child)),
                "altitude" => once(&mut area.altitude, self.height(child)),
                "ceiling" => once(&mut area.ceiling, self.height(child)),
                _ => {}
            }
        }
        Ok(area)
    }

    /// The places of an outline; none of them when one cannot be read.
    fn polygon(&mut self, node: Node<'_, '_>) -> Vec<Point> {
        let text = schema::text(node);
        let mut points = Vec::new();
        for pair in text.split_whitespace().take(limits::POINTS + 1) {
            let Some(point) = point(pair) else {
                self.note(&rule::POINT, node, pair);
                return Vec::new();
            };
            points.push(point);
        }
        points
    }

    /// A circle; one that cannot be read gets a radius that cannot be.
    fn circle(&mut self, node: Node<'_, '_>) -> Circle {
        let text = text(node);
        let parts = text.split_once(char::is_whitespace);
        let read = parts.and_then(|(centre, radius)| {
            let centre = point(centre)?;
            let radius = number::read(radius, 6)?;
            Some(Circle { centre, radius })
        });
        read.unwrap_or_else(|| {
            self.note(&rule::CIRCLE, node, &text);
            let (latitude, longitude) = (0, 0);
            let centre = Point {
                latitude,
                longitude,
            };
            Circle { centre, radius: -1 }
        })
    }

    fn height(&mut self, node: Node<'_, '_>) -> Option<i64> {
        let text = text(node);
        let height = number::read(&text, 3);
        if height.is_none() {
            self.note(&rule::HEIGHT, node, &text);
        }
        height
    }

    fn moment(&mut self, node: Node<'_, '_>) -> Option<Moment> {
        let text = schema::text(node);
        let Some((moment, manner)) = Moment::read(&text) else {
            self.note(&rule::NO_MOMENT, node, &text);
            return None;
        };
        // In CAP 1.2 the schema speaks of these.
        if self.version == Version::V1_1 && (manner.z || manner.fraction) {
            self.note(&rule::TIME_FORM, node, &text);
        } else if manner.plus {
            self.note(&rule::UTC_FORM, node, &text);
        }
        Some(moment)
    }

    fn references(&mut self, node: Node<'_, '_>, alert: &mut Alert) {
        for word in text(node).split_whitespace() {
            match word.parse() {
                Ok(reference) => alert.references.push(reference),
                Err(_) => self.note(&rule::REFERENCE, node, word),
            }
        }
    }

    fn words(&mut self, node: Node<'_, '_>) -> Vec<String> {
        let text = text(node);
        let (words, whole) = list::words(&text);
        if !whole {
            self.note(&rule::QUOTES, node, &text);
        }
        words
    }

    /// A text that need not be there; one that is empty is not.
    fn optional(&mut self, node: Node<'_, '_>) -> Option<String> {
        let text = filled(text(node));
        if text.is_none() {
            self.note(&rule::IDLE, node, node.tag_name().name());
        }
        text
    }
}

/// The elements in an element, but for those of other namespaces.
fn elements<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    let ours = node.tag_name().namespace();
    let same = move |it: &Node<'_, '_>| it.is_element() && it.tag_name().namespace() == ours;
    node.children().filter(same)
}

fn text(node: Node<'_, '_>) -> String {
    schema::text(node).trim().to_owned()
}

fn filled(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

fn first(field: &mut String, text: String) {
    if field.is_empty() {
        *field = text;
    }
}

fn once<T>(field: &mut Option<T>, value: Option<T>) {
    if field.is_none() {
        *field = value;
    }
}

fn named(node: Node<'_, '_>) -> Named {
    let mut named = Named::default();
    for child in elements(node) {
        match child.tag_name().name() {
            "valueName" => first(&mut named.name, text(child)),
            "value" => first(&mut named.value, text(child)),
            _ => {}
        }
    }
    named
}

/// CAP 1.0 had one word more, which is to be taken for this one.
fn certainty(text: &str) -> Option<Certainty> {
    let known = Certainty::from_name(text);
    known.or_else(|| (text == "Very Likely").then_some(Certainty::Likely))
}

fn point(pair: &str) -> Option<Point> {
    let (latitude, longitude) = pair.split_once(',')?;
    Some(Point {
        latitude: number::read(latitude, 7)?,
        longitude: number::read(longitude, 7)?,
    })
}
