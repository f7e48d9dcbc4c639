// SPDX-License-Identifier: EUPL-1.2
//! A page as a file to hand over: the document that its view makes, as ODT or PDF.

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use paraat_kernel::Document;

use crate::ask::Ask;
use crate::site::NotPrinted;
use crate::tasks;
use crate::wrong::Wrong;

/// The kinds of file that a document becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// To work on.
    Odt,
    /// To keep.
    Pdf,
}

impl Form {
    /// The form that is asked for; none when the page itself is, or a form that no document has.
    pub(super) fn asked(ask: &Ask) -> Option<Self> {
        match ask.parameter("as")? {
            "odt" => Some(Self::Odt),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Self::Odt => "odt",
            Self::Pdf => "pdf",
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Pdf => "application/pdf",
        }
    }
}

/// The document as a file with a name of its own.
pub(super) async fn of(ask: &Ask, document: Document, form: Form) -> Result<Response, Wrong> {
    let printer = ask.site().printer;
    let name = format!(
        "{}-{}.{}",
        slug(&document.title),
        document.date,
        form.extension()
    );
    let made = tasks::blocking(move || match form {
        Form::Odt => Ok((printer.odt)(&document)),
        Form::Pdf => (printer.pdf)(&document),
    });
    let ended = || Err(NotPrinted::Broken("the task ended".to_owned()));
    let bytes = made.await.unwrap_or_else(ended).map_err(|why| match why {
        NotPrinted::Busy => Wrong::wait(60),
        NotPrinted::TooLarge => Wrong::because(503, "web-document-too-large"),
        NotPrinted::Broken(fault) => {
            tracing::error!(request = ask.id, fault, "a document could not be made");
            Wrong {
                reference: Some(ask.id.as_str().into()),
                ..Wrong::status(500)
            }
        }
    })?;
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static(form.media_type());
    headers.insert(header::CONTENT_TYPE, kind);
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// A title as the name of a file: letters and figures that every system takes.
fn slug(title: &str) -> String {
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
