// SPDX-License-Identifier: EUPL-1.2
//! A door that says what it was asked.

use paraat_contract::{Broken, Called, Desk, Said, Surface};

/// The door.
pub struct Echo;

impl Surface for Echo {
    fn name(&self) -> &'static str {
        "ogc"
    }

    fn answer(&self, _desk: &dyn Desk, called: &Called) -> Result<Said, Broken> {
        let who = called.audience.organisation.as_ref();
        let who = who.map_or("nobody", |it| it.as_str());
        Ok(Said {
            status: 200,
            kind: "text/plain",
            headers: vec![("content-crs", "<x>".to_owned())],
            body: format!("{} {} {who}", called.base, called.path).into_bytes(),
        })
    }
}
