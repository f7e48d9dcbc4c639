// SPDX-License-Identifier: EUPL-1.2
//! The description of the API, from what the modules declare.

use serde_json::json;

use crate::site::Site;

/// OpenAPI 3.1 as JSON.
pub(crate) fn document(site: &Site) -> Vec<u8> {
    json!({"openapi": "3.1.0", "info": {"title": "Paraat", "version": site.settings.version}})
        .to_string()
        .into_bytes()
}
