// SPDX-License-Identifier: EUPL-1.2
//! One request, with all that its answer needs.

use std::convert::Infallible;
use std::sync::{Arc, OnceLock};

use axum::body::Bytes;
use axum::extract::FromRequestParts;
use axum::http::{HeaderMap, Method, Uri, request::Parts};
use paraat_authority::Audience;
use paraat_contract::{Broken, Desk};
use paraat_kernel::{OrganisationId, Timestamp, Uuid};
use paraat_ui::Voice;
use paraat_ui::field::Typed;

use crate::caller::{Caller, Means};
use crate::connections::Connections;
use crate::drafts::Drafts;
use crate::exercises::Exercises;
use crate::keeper::Person;
use crate::lists::Places;
use crate::metrics::Metrics;
use crate::public::Leaves;
use crate::push::Pictures;
use crate::site::Site;
use crate::tasks;
use crate::wrong::Wrong;

/// What all requests share.
pub(crate) struct Shell {
    /// All that the shell is given.
    pub site: Site,
    /// The exercises of the node; none where there are none to be played.
    pub exercises: Option<Arc<dyn Exercises>>,
    /// What is counted.
    pub metrics: Metrics,
    /// The event streams that are open.
    pub streams: Arc<Connections>,
    /// The drafts in which several people type.
    pub drafts: Drafts,
    /// The pages that are made once and pushed.
    pub pictures: Pictures,
    /// What everybody reads.
    pub leaves: Leaves,
    /// Places for lists that are written at once.
    pub exports: Places,
    /// Places for files that are taken in at once.
    pub imports: Places,
    /// Places for forms with a file that are read at once.
    pub forms: Places,
    /// The description of the API, made once.
    pub openapi: OnceLock<Bytes>,
}

/// One request. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Ask(Arc<Asked>);

/// What is known of a request.
pub(crate) struct Asked {
    /// What all requests share.
    pub shell: Arc<Shell>,
    /// Who asks.
    pub caller: Caller,
    /// The method.
    pub method: Method,
    /// The path, percent signs decoded.
    pub path: String,
    /// Path and query as they came.
    pub target: String,
    /// What stands behind the question mark, in order.
    pub query: Vec<(String, String)>,
    /// The headers.
    pub headers: HeaderMap,
    /// Names this request in the log.
    pub id: String,
    /// When it came.
    pub now: Timestamp,
    /// What it opened of what is sealed (`paraat_kernel::opened`): nothing, or one record.
    pub opened: OnceLock<String>,
    /// Set once something sealed stands on the page that answers it, be it only that it is there.
    pub shows_sealed: OnceLock<()>,
}

impl std::ops::Deref for Ask {
    type Target = Asked;

    fn deref(&self) -> &Asked {
        &self.0
    }
}

impl Ask {
    /// Reads the head of a request. What does not read as UTF-8 is replaced, and said.
    pub(crate) fn new(shell: &Arc<Shell>, parts: &Parts) -> (Self, bool) {
        let caller = Caller::of(&shell.site, parts);
        let (asked, readable) = Asked::of(shell, caller, (&parts.method, &parts.uri));
        let headers = parts.headers.clone();
        (Self(Arc::new(Asked { headers, ..asked })), readable)
    }

    /// Asks for another address with the rights of who asks here, as anybody would who has them:
    /// neither the name nor the account goes along, so that nothing personal can come of it.
    pub(crate) fn as_anybody(&self, uri: &Uri) -> Self {
        let own = &self.caller;
        let person = own.person.as_ref().map(|it| Person {
            account: Uuid::nil(),
            organisation: it.organisation.clone(),
            functions: it.functions.clone(),
            // Nothing of what is sealed is pushed.
            compartments: Vec::new(),
            name: String::new(),
            session: None,
            language: None,
            zone: None,
        });
        let caller = Caller {
            person,
            means: Means::None,
            language: own.language,
            theme: paraat_ui::Theme::default(),
            zone: own.zone.clone(),
            remote: String::new(),
            loopback: false,
        };
        Self::shared(&self.shell, &caller, uri)
    }

    /// Asks for a page that is shared, now.
    pub(crate) fn shared(shell: &Arc<Shell>, caller: &Caller, uri: &Uri) -> Self {
        let (asked, _) = Asked::of(shell, caller.clone(), (&Method::GET, uri));
        Self(Arc::new(asked))
    }

    /// Asks the desk, on a thread where that may take time.
    pub(crate) async fn read<T>(
        &self,
        work: impl FnOnce(&Asked, &dyn Desk, &Audience) -> Result<T, Broken>,
    ) -> Result<T, Wrong> {
        let read = tasks::in_place(|| {
            let audience = self.audience()?;
            work(self, &*self.shell.site.desk, &audience)
        });
        let ended = || Err(Broken(self.id.clone()));
        read.unwrap_or_else(ended).map_err(Wrong::from)
    }
}

impl Asked {
    /// What is known from an address, without headers; and whether it reads as UTF-8.
    fn of(shell: &Arc<Shell>, caller: Caller, (method, uri): (&Method, &Uri)) -> (Self, bool) {
        let site = &shell.site;
        let path = percent_encoding::percent_decode_str(uri.path()).decode_utf8();
        let query = uri.query().unwrap_or("");
        let readable = path.is_ok() && reads(query.as_bytes());
        let pairs = form_urlencoded::parse(query.as_bytes());
        let mut random = [0u8; 8];
        site.entropy.fill(&mut random);
        let asked = Self {
            caller,
            method: method.clone(),
            path: path.map_or_else(|_broken| uri.path().to_owned(), |it| it.into_owned()),
            target: uri
                .path_and_query()
                .map_or("/", |it| it.as_str())
                .to_owned(),
            query: pairs
                .map(|(name, value)| (name.into_owned(), value.into_owned()))
                .collect(),
            headers: HeaderMap::new(),
            id: format!("{:016x}", u64::from_be_bytes(random)),
            now: site.clock.now(),
            opened: OnceLock::new(),
            shows_sealed: OnceLock::new(),
            shell: Arc::clone(shell),
        };
        (asked, readable)
    }

    /// All that the shell is given.
    pub(crate) fn site(&self) -> &Site {
        &self.shell.site
    }

    /// The words in the language of the answer.
    pub(crate) fn voice(&self) -> Voice<'_> {
        self.shell.site.words.voice(self.caller.language)
    }

    /// The name of an organisation, its id when the registers do not know it.
    pub(crate) fn organisation(&self, id: &OrganisationId) -> String {
        let names = self.site().desk.names();
        let name = names
            .get(id)
            .map(|it| it.get(self.caller.language).to_owned());
        name.unwrap_or_else(|| id.to_string())
    }

    /// As whom they look.
    pub(crate) fn audience(&self) -> Result<Audience, Broken> {
        let caller = &self.caller;
        let actor = caller.actor();
        let desk = &self.shell.site.desk;
        let mut audience = desk.audience(actor.as_ref(), caller.language, &caller.zone)?;
        audience.compartments.extend(self.opened.get().cloned());
        Ok(audience)
    }

    /// The person, or the refusal that asks for a login.
    pub(crate) fn person(&self) -> Result<&Person, Wrong> {
        self.caller
            .person
            .as_ref()
            .ok_or_else(|| Wrong::status(401))
    }

    /// What stands behind the question mark under this name; none when empty.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(own, _)| own == name);
        found
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// What stands behind the question mark, as fields.
    pub(crate) fn typed(&self) -> Typed {
        typed(&self.query)
    }

    /// A header as text.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// True when the answer goes to a program.
    pub(crate) fn by_api(&self) -> bool {
        self.path == "/v1" || self.path.starts_with("/v1/")
    }

    /// A secret of 32 hexadecimal digits.
    pub(crate) fn fresh_key(&self) -> String {
        let mut random = [0u8; 16];
        self.shell.site.entropy.fill(&mut random);
        format!("{}{:032x}", self.key_mark(), u128::from_be_bytes(random))
    }

    /// How the keys of this person's forms begin, so that what was typed in them is given back to
    /// the same account and to no other. A part of the pseudonym, nothing that opens anything.
    pub(crate) fn key_mark(&self) -> String {
        let account = self
            .caller
            .person
            .as_ref()
            .map_or(0, |it| it.account.as_u128());
        let mark = u32::try_from(account & u128::from(u32::MAX)).unwrap_or_default();
        format!("{mark:08x}-")
    }
}

/// Pairs as fields: the values of a repeated name stand behind each other with commas, as
/// choices are read.
pub(crate) fn typed(pairs: &[(String, String)]) -> Typed {
    let mut typed = Typed::default();
    for (name, value) in pairs {
        typed
            .0
            .entry(name.clone())
            .and_modify(|all| {
                all.push(',');
                all.push_str(value);
            })
            .or_insert_with(|| value.clone());
    }
    typed
}

/// True when what is percent-encoded here reads as UTF-8.
pub(crate) fn reads(encoded: &[u8]) -> bool {
    percent_encoding::percent_decode(encoded)
        .decode_utf8()
        .is_ok()
}

impl<S: Send + Sync> FromRequestParts<S> for Ask {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        // The guard stands before every route and leaves it here.
        match parts.extensions.get::<Self>() {
            Some(ask) => Ok(ask.clone()),
            None => unreachable!("a route without its guard"),
        }
    }
}
