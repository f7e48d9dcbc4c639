// SPDX-License-Identifier: EUPL-1.2
//! Who asks: found once per request, from its cookie or its key.

use std::net::SocketAddr;

use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, header, request::Parts};
use paraat_kernel::{Actor, Language};
use paraat_ui::Theme;

use crate::cookie::Cookie;
use crate::keeper::{Opens, Person};
use crate::metrics::Sort;
use crate::site::Site;

/// How somebody made themselves known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Means {
    /// Not at all.
    None,
    /// By a cookie whose session ended.
    Ended,
    /// By the cookie of a session.
    Session,
    /// By a key that opens this.
    Key(Vec<Opens>),
    /// By a key that opens nothing: unknown or revoked.
    BadKey,
}

/// Who asks.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    /// The person; none when nobody is signed in.
    pub person: Option<Person>,
    /// How they made themselves known.
    pub means: Means,
    /// Language of the answer.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// Time zone, an IANA name.
    pub zone: String,
    /// Address they come from.
    pub remote: String,
    /// True when they come from this machine itself.
    pub loopback: bool,
}

impl Caller {
    /// Who sent this request.
    pub(crate) fn of(site: &Site, parts: &Parts) -> Self {
        let headers = &parts.headers;
        let settings = &site.settings;
        let (mut person, mut means) = identify(site, parts);
        if Sort::of(parts.uri.path()) == Sort::Page && matches!(means, Means::Key(_)) {
            // A key is for programs: it opens no page, so it cannot make further keys.
            (person, means) = (None, Means::BadKey);
        }
        let remote = Remote::of(site, parts);
        let cookie = Cookie::Language
            .read(settings, headers)
            .and_then(Language::from_code);
        let chosen = cookie.or_else(|| person.as_ref().and_then(|it| it.language));
        // Until somebody chooses, their browser or program says what they read.
        let language = chosen.or_else(|| accepted(headers));
        let theme = Cookie::Theme
            .read(settings, headers)
            .and_then(Theme::from_name);
        let zone = person.as_ref().and_then(|it| it.zone.clone());
        Self {
            means,
            language: language.unwrap_or_default(),
            theme: theme.unwrap_or_default(),
            zone: zone.unwrap_or_else(|| settings.zone.clone()),
            remote: remote.address,
            loopback: remote.loopback,
            person,
        }
    }

    /// The person as the rules know them.
    pub(crate) fn actor(&self) -> Option<Actor> {
        self.person.as_ref().map(Person::actor)
    }

    /// True when a key opens this; a session opens what its person may do.
    pub(crate) fn opens(&self, what: Opens) -> bool {
        match &self.means {
            Means::Key(opens) => opens.contains(&what),
            _ => self.person.is_some(),
        }
    }
}

fn identify(site: &Site, parts: &Parts) -> (Option<Person>, Means) {
    let headers = &parts.headers;
    if let Some(value) = headers.get(header::AUTHORIZATION) {
        let secret = value.to_str().ok();
        let secret = secret.and_then(|it| key(it, parts.uri.path()));
        return match secret.and_then(|secret| site.keeper.token(&secret)) {
            Some(holder) => (Some(holder.person), Means::Key(holder.opens)),
            None => (None, Means::BadKey),
        };
    }
    match Cookie::Session.read(&site.settings, headers) {
        None => (None, Means::None),
        Some(secret) => match site.keeper.session(secret) {
            Some(person) => (Some(person), Means::Session),
            None => (None, Means::Ended),
        },
    }
}

/// The key that a program sends: as it is or, at a door that only reads, as the password of a name
/// that does not count, for programs that know no other way. Not at the API: a browser keeps such a
/// password and sends it of itself, which would let other sites write.
fn key(header: &str, path: &str) -> Option<String> {
    let (scheme, secret) = header.split_once(' ')?;
    if scheme.eq_ignore_ascii_case("bearer") {
        return Some(secret.trim().to_owned());
    }
    let reads_only = path.split('/').nth(1) != Some("v1");
    if !reads_only || !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let pair = data_encoding::BASE64
        .decode(secret.trim().as_bytes())
        .ok()?;
    let pair = String::from_utf8(pair).ok()?;
    Some(pair.split_once(':')?.1.to_owned())
}

/// The first language in `Accept-Language` that pages are complete in.
fn accepted(headers: &HeaderMap) -> Option<Language> {
    let wanted = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    wanted
        .split(',')
        .find_map(|one| Language::from_code(one.split(';').next()?.trim()))
}

struct Remote {
    address: String,
    loopback: bool,
}

impl Remote {
    fn of(site: &Site, parts: &Parts) -> Self {
        let peer = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|it| it.0.ip());
        let forwarded = parts
            .headers
            .get("x-forwarded-for")
            .and_then(|it| it.to_str().ok());
        let last = forwarded
            .and_then(|all| all.rsplit(',').next())
            .map(str::trim);
        match last {
            Some(address) if site.settings.behind_proxy => Self {
                address: address.chars().take(64).collect(),
                loopback: false,
            },
            _ => Self {
                address: peer.map(|ip| ip.to_string()).unwrap_or_default(),
                loopback: peer.is_some_and(|ip| ip.to_canonical().is_loopback()),
            },
        }
    }
}
