// SPDX-License-Identifier: EUPL-1.2
//! An answer that is a file to keep: what it is called and what it is.

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;

/// A body as a file of this name, whatever stands in it. What comes from a demo says so in its
/// name: a file is passed on without the page that it came from.
pub(crate) fn attached(
    body: Body,
    name: &str,
    demo: bool,
    extension: &str,
    media_type: &'static str,
) -> Response {
    let demo = if demo { "-demo" } else { "" };
    let named = format!("attachment; filename=\"{name}{demo}.{extension}\"");
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    if let Ok(named) = HeaderValue::from_str(&named) {
        headers.insert(header::CONTENT_DISPOSITION, named);
    }
    response
}

/// A title as the name of a file: letters and figures that every system takes.
pub(crate) fn slug(title: &str) -> String {
    let mut slug = String::new();
    for letter in title.chars().take(80) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "paraat" } else { slug }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        for (title, name) in [
            (
                "Verslag: Landelijke Agenda 2024-2029",
                "verslag-landelijke-agenda-2024-2029",
            ),
            ("../../etc \"x\"\r\n", "etc-x"),
            ("Ω", "paraat"),
            ("", "paraat"),
        ] {
            assert_eq!(slug(title), name);
        }
    }
}
