// SPDX-License-Identifier: EUPL-1.2
use std::path::PathBuf;
use std::sync::Arc;

use paraat_contract::{Desk, Surface};
use paraat_drafts::Shelf;
use paraat_kernel::seams::{Clock, Entropy};
use paraat_kernel::{Document, Text};
use paraat_ui::Words;

use crate::Keeper;
use crate::files::Uploads;

/// Who answers questions about the API of this node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Name of a desk or function.
    pub name: String,
    /// Address for mail.
    pub email: String,
    /// Page to read on.
    pub url: String,
}

/// The exercise whose space a shell serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inside {
    /// Which exercise: `hoogwater-maas`.
    pub exercise: String,
    /// Its name.
    pub name: Text,
    /// What all its paths start with: `/oefening/{space}`.
    pub prefix: String,
}

/// The name of the real world among the spaces of a node.
const LIVE: &str = "live";

/// How a node presents itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// True in a demo folder: every page says so.
    pub demo: bool,
    /// Where people find it when a proxy stands before it: `https://paraat.example`.
    pub public_base_url: Option<String>,
    /// True when people reach it by TLS only: cookies are bound to it, browsers remember it.
    pub secure_cookies: bool,
    /// True when a proxy stands before it that writes `X-Forwarded-For`: the last address in it
    /// is the remote one. Without a proxy anybody could write it.
    pub behind_proxy: bool,
    /// Time zone of who has not chosen one, an IANA name.
    pub zone: String,
    /// Version of this Paraat, semantic.
    pub version: &'static str,
    /// Who answers questions about the API.
    pub contact: Contact,
    /// Name of the node, for its administrators.
    pub node_name: String,
    /// The exercise whose space this is; none for the real world.
    pub inside: Option<Inside>,
    /// The folder that a plain web server serves: all that everybody reads is written there when it
    /// changes. None in an exercise.
    pub public_folder: Option<PathBuf>,
    /// The folder in which the node's keeper lays what maps are drawn on; none for nothing.
    pub data: Option<PathBuf>,
}

impl Settings {
    /// What the paths of the pages start with: `/oefening/{space}`, or nothing in the real world.
    pub fn prefix(&self) -> &str {
        self.inside.as_ref().map_or("", |it| it.prefix.as_str())
    }

    /// The name of the space.
    pub fn space(&self) -> &str {
        let prefix = self.inside.as_ref().map(|it| it.prefix.as_str());
        prefix.and_then(|it| it.rsplit('/').next()).unwrap_or(LIVE)
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            demo: false,
            public_base_url: None,
            secure_cookies: false,
            behind_proxy: false,
            zone: "Europe/Amsterdam".to_owned(),
            version: env!("CARGO_PKG_VERSION"),
            contact: Contact {
                name: "Paraat".to_owned(),
                email: "beheer@paraat.example".to_owned(),
                url: "https://paraat.example/".to_owned(),
            },
            node_name: "paraat".to_owned(),
            inside: None,
            public_folder: None,
            data: None,
        }
    }
}

/// Why there is no file of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotPrinted {
    /// Others are being made: ask again in a minute.
    Busy,
    /// It is too large, or takes too long.
    TooLarge,
    /// A defect, for the log.
    Broken(String),
}

/// Makes files of documents. Both block for as long as that takes.
#[derive(Clone, Copy)]
pub struct Printer {
    /// A file to work on: OpenDocument text.
    pub odt: fn(&Document) -> Vec<u8>,
    /// A file to keep: PDF/A and PDF/UA.
    pub pdf: fn(&Document) -> Result<Vec<u8>, NotPrinted>,
    /// What it holds that others made, a row each: name, licence, holders of the rights.
    pub held: &'static [[&'static str; 3]],
    /// The licences of that in full.
    pub notices: &'static str,
}

/// All that the shell is given.
#[derive(Clone)]
pub struct Site {
    /// The record: writing and reading.
    pub desk: Arc<dyn Desk>,
    /// The accounts.
    pub keeper: Arc<dyn Keeper>,
    /// Where text is kept that several people type in.
    pub shelf: Arc<dyn Shelf>,
    /// The bytes of files, of the space of the pages.
    pub uploads: Arc<dyn Uploads>,
    /// The words of platform, shell and modules.
    pub words: Arc<Words>,
    /// Makes files of documents.
    pub printer: Printer,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Bytes that nobody can guess.
    pub entropy: Arc<dyn Entropy>,
    /// How the node presents itself.
    pub settings: Settings,
    /// The doors for machines that stand beside the API.
    pub surfaces: Vec<Arc<dyn Surface>>,
}
