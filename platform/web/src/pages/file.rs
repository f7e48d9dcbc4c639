// SPDX-License-Identifier: EUPL-1.2
//! A page as a file to hand over: the document that its view makes, as ODT or PDF.

use axum::body::Body;
use axum::response::Response;
use paraat_kernel::Document;

use crate::ask::Ask;
use crate::attached::{attached, slug};
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
pub(super) async fn of(ask: &Ask, mut document: Document, form: Form) -> Result<Response, Wrong> {
    let printer = ask.site().printer;
    let demo = ask.site().settings.demo;
    let name = format!("{}-{}", slug(&document.title), document.date);
    let exercise = super::exercises::marking(ask);
    if demo || exercise.is_some() {
        let demo = demo.then(|| ask.voice().say("frame-demo"));
        let marking = [Some(document.marking), exercise, demo];
        document.marking = marking
            .into_iter()
            .flatten()
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(" · ");
    }
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
    let (extension, kind) = (form.extension(), form.media_type());
    Ok(attached(Body::from(bytes), &name, demo, extension, kind))
}
