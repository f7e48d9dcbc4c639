// SPDX-License-Identifier: EUPL-1.2
//! OGC API Features, part 1 (core, GeoJSON, HTML, OpenAPI 3.0) and part 2 (coordinates in RD New):
//! collections of the modules as features, for GIS programs. Every answer is asked of the desk for
//! the audience of who asks, counts and extents too.

mod api;
mod ask;
mod crs;
mod describe;
mod features;
mod html;
mod select;

use paraat_contract::{Broken, Called, Collection, Desk, Said, Surface};
use serde_json::{Value, json};

use self::ask::{Bad, Form};

/// The door at `/ogc`.
pub struct Ogc {
    collections: &'static [&'static Collection],
}

/// What an answer is before its form is chosen.
enum Told {
    /// A document, with what its page is called.
    Document(Value, String),
    /// Features in GeoJSON, what their page is called, and in which coordinates they are.
    Features(Vec<u8>, String, &'static str),
}

/// Why there is no answer.
enum Not {
    /// There is no such thing.
    There,
    /// The request cannot be read.
    Read(Bad),
    /// Reading failed.
    Broken(Broken),
}

impl From<Bad> for Not {
    fn from(bad: Bad) -> Self {
        Self::Read(bad)
    }
}

impl From<Broken> for Not {
    fn from(broken: Broken) -> Self {
        Self::Broken(broken)
    }
}

impl Ogc {
    /// The door to these.
    pub fn new(collections: &'static [&'static Collection]) -> Self {
        Self { collections }
    }

    fn collection(&self, name: &str) -> Result<&'static Collection, Not> {
        let found = self.collections.iter().copied().find(|it| it.name == name);
        found.ok_or(Not::There)
    }

    fn told(&self, desk: &dyn Desk, called: &Called) -> Result<Told, Not> {
        let parts: Vec<&str> = called.path.split('/').collect();
        let document = |value, title: &str| Ok(Told::Document(value, title.to_owned()));
        let plain = || ask::only(called, &["f"]);
        match parts.as_slice() {
            [""] => {
                plain()?;
                document(describe::landing(called), "Paraat")
            }
            ["conformance"] => {
                plain()?;
                document(describe::conformance(), "Conformance")
            }
            ["api"] => {
                plain()?;
                document(api::document(called, self.collections), "API")
            }
            ["collections"] => {
                plain()?;
                let all = describe::collections(desk, called, self.collections)?;
                document(all, "Collections")
            }
            ["collections", name] => {
                plain()?;
                let collection = self.collection(name)?;
                let one = describe::collection(desk, called, collection)?;
                document(one, collection.name)
            }
            ["collections", name, "items"] => features::items(desk, called, self.collection(name)?),
            ["collections", name, "items", id] => {
                features::item(desk, called, self.collection(name)?, id)
            }
            _ => Err(Not::There),
        }
    }
}

impl Surface for Ogc {
    fn name(&self) -> &'static str {
        "ogc"
    }

    fn answer(&self, desk: &dyn Desk, called: &Called) -> Result<Said, Broken> {
        let form = match Form::of(called) {
            Ok(form) => form,
            Err(bad) => return Ok(wrong(400, "InvalidParameterValue", &bad.0)),
        };
        match self.told(desk, called) {
            Ok(told) => Ok(said(called, form, told)),
            Err(Not::There) => Ok(wrong(404, "NotFound", "There is no such resource.")),
            Err(Not::Read(bad)) => Ok(wrong(400, "InvalidParameterValue", &bad.0)),
            Err(Not::Broken(broken)) => Err(broken),
        }
    }
}

fn said(called: &Called, form: Form, told: Told) -> Said {
    let (json, title, kind, headers) = match told {
        Told::Document(value, title) => {
            let kind = if called.path == "api" {
                "application/vnd.oai.openapi+json;version=3.0"
            } else {
                "application/json"
            };
            (value.to_string().into_bytes(), title, kind, Vec::new())
        }
        Told::Features(json, title, crs) => {
            let headers = vec![("content-crs", format!("<{crs}>"))];
            (json, title, "application/geo+json", headers)
        }
    };
    let (kind, body) = match form {
        Form::Json => (kind, json),
        Form::Html => {
            let value = serde_json::from_slice(&json).unwrap_or_default();
            let page = html::page(called, &title, &value).into_string();
            ("text/html; charset=utf-8", page.into_bytes())
        }
    };
    Said {
        status: 200,
        kind,
        headers,
        body,
    }
}

/// An exception of the standard.
fn wrong(status: u16, code: &str, description: &str) -> Said {
    Said {
        status,
        kind: "application/json",
        headers: Vec::new(),
        body: json!({ "code": code, "description": description })
            .to_string()
            .into_bytes(),
    }
}
