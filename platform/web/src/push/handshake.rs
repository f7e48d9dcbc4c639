// SPDX-License-Identifier: EUPL-1.2
//! How a socket begins (RFC 6455, 4.2). The connection itself comes into our hands, so that bytes
//! that were framed once can be written to all who look.

use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use data_encoding::BASE64;
use hyper::upgrade::{OnUpgrade, Upgraded};
use hyper_util::rt::TokioIo;
use sha1::{Digest as _, Sha1};

use crate::wrong::Wrong;

/// Stands behind the key of a browser in what is signed (RFC 6455, 1.3).
const SIGNED: &str = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
/// Each message is packed by itself, and each that comes must be (RFC 7692, 7.1.1).
const PACKING: &str = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";
/// What may be asked of packing beside its name: nothing that binds the node.
const ASKED: [&str; 3] = [
    "client_max_window_bits",
    "client_no_context_takeover",
    "server_no_context_takeover",
];

/// The connection, once it has become a socket.
pub(super) type Line = TokioIo<Upgraded>;

/// A request that wants to become a socket.
pub(crate) struct Handshake {
    accept: HeaderValue,
    /// True when packed messages may be sent.
    pub(super) unpacks: bool,
    upgrade: OnUpgrade,
}

impl Handshake {
    /// The answer that makes it one, and the connection after it.
    pub(super) fn answer(self) -> (Response, impl Future<Output = Option<Line>>) {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
        let headers = response.headers_mut();
        let mut put = |name, value| headers.insert(name, value);
        put(header::CONNECTION, HeaderValue::from_static("upgrade"));
        put(header::UPGRADE, HeaderValue::from_static("websocket"));
        put(header::SEC_WEBSOCKET_ACCEPT, self.accept);
        if self.unpacks {
            let packing = HeaderValue::from_static(PACKING);
            put(header::SEC_WEBSOCKET_EXTENSIONS, packing);
        }
        let line = async { self.upgrade.await.ok().map(TokioIo::new) };
        (response, line)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Handshake {
    type Rejection = Wrong;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Wrong> {
        let key = key(parts).ok_or_else(|| Wrong::status(400))?;
        let signed = Sha1::new()
            .chain_update(key)
            .chain_update(SIGNED)
            .finalize();
        let accept = HeaderValue::from_str(&BASE64.encode(&signed));
        let unpacks = unpacks(&parts.headers);
        let upgrade = parts.extensions.remove::<OnUpgrade>();
        let (accept, upgrade) = accept.ok().zip(upgrade).ok_or_else(|| Wrong::status(400))?;
        Ok(Self {
            accept,
            unpacks,
            upgrade,
        })
    }
}

/// The key of a request that is as the standard wants it.
fn key(parts: &Parts) -> Option<&[u8]> {
    let headers = &parts.headers;
    let says = |name, word| words(headers, name).any(|it| it.eq_ignore_ascii_case(word));
    let version = headers.get(header::SEC_WEBSOCKET_VERSION)?;
    let wanted = parts.method == Method::GET
        && says(header::CONNECTION, "upgrade")
        && says(header::UPGRADE, "websocket")
        && version == "13";
    let key = headers.get(header::SEC_WEBSOCKET_KEY)?.as_bytes();
    (wanted && BASE64.decode(key).is_ok_and(|it| it.len() == 16)).then_some(key)
}

/// The parts of a header between commas.
fn words(headers: &HeaderMap, name: header::HeaderName) -> impl Iterator<Item = &str> {
    let values = headers.get_all(name).into_iter();
    let texts = values.filter_map(|value| value.to_str().ok());
    texts.flat_map(|text| text.split(',')).map(str::trim)
}

/// True when one of the offers is packing, and asks nothing of it that we do not do.
fn unpacks(headers: &HeaderMap) -> bool {
    words(headers, header::SEC_WEBSOCKET_EXTENSIONS).any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        parts.next() == Some("permessage-deflate")
            && parts.all(|it| {
                let name = it.split('=').next().unwrap_or_default();
                ASKED.contains(&name.trim())
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packing_is_taken_when_it_asks_nothing_that_we_do_not_do() {
        let unpacks = |offer: &'static str| {
            let mut headers = HeaderMap::new();
            let offer = HeaderValue::from_static(offer);
            headers.append(header::SEC_WEBSOCKET_EXTENSIONS, offer);
            unpacks(&headers)
        };
        assert!(unpacks("permessage-deflate; client_max_window_bits"));
        assert!(unpacks("x-own, permessage-deflate"));
        assert!(unpacks(
            "permessage-deflate; server_max_window_bits=10, permessage-deflate"
        ));
        assert!(!unpacks("permessage-deflate; server_max_window_bits=10"));
        assert!(!unpacks("x-webkit-deflate-frame"));
    }
}
