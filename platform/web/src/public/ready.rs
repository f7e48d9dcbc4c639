// SPDX-License-Identifier: EUPL-1.2
//! Files in memory with all that goes around them, so that an answer is a copy of references.

use std::collections::HashMap;
use std::io::Write as _;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use data_encoding::HEXLOWER;
use flate2::Compression;
use flate2::write::GzEncoder;
use paraat_contract::Leaf;
use sha1::{Digest as _, Sha1};

/// Files that are smaller go as they are.
const WORTH: usize = 512;

/// Nothing is loaded from elsewhere, nothing runs, nothing is sent; official sites may show a page
/// within their own.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; \
                      form-action 'none'";

/// All files, by path.
#[derive(Default)]
pub(super) struct Ready(HashMap<String, File>);

struct File {
    plain: Bytes,
    packed: Option<Bytes>,
    /// Those of an answer with the file as it is.
    headers: HeaderMap,
    /// Those of an answer with the file packed.
    headers_packed: HeaderMap,
}

impl Ready {
    pub(super) fn of(leaves: Vec<Leaf>) -> Self {
        let ready = |leaf: Leaf| (format!("/{}", leaf.path), File::of(leaf.kind, leaf.body));
        Self(leaves.into_iter().map(ready).collect())
    }

    /// The answer to a request; none when there is no such file.
    pub(super) fn answer(&self, request: &Request) -> Option<Response> {
        let path = request.uri().path();
        let path = path.strip_suffix('/').unwrap_or(path);
        let file = self.0.get(path)?;
        Some(file.answer(request))
    }
}

impl File {
    fn of(kind: &'static str, body: Vec<u8>) -> Self {
        let tag = HEXLOWER.encode(&Sha1::digest(&body));
        let packed = (body.len() >= WORTH).then(|| packed(&body)).flatten();
        let headers = |tag: &str, length: usize, is_packed: bool| {
            let mut headers = HeaderMap::with_capacity(12);
            let mut put = |name, value: &str| {
                if let Ok(value) = HeaderValue::from_str(value) {
                    headers.insert(name, value);
                }
            };
            put(header::CONTENT_TYPE, kind);
            put(header::CONTENT_LENGTH, &length.to_string());
            put(header::ETAG, &format!("\"{tag}\""));
            put(header::CACHE_CONTROL, "public, max-age=5");
            put(header::VARY, "accept-encoding");
            put(header::CONTENT_SECURITY_POLICY, POLICY);
            put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
            put(header::REFERRER_POLICY, "no-referrer");
            put(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            if is_packed {
                put(header::CONTENT_ENCODING, "gzip");
            }
            headers
        };
        let length = packed.as_ref().map_or(0, Bytes::len);
        Self {
            headers: headers(&tag, body.len(), false),
            headers_packed: headers(&format!("{tag}-gz"), length, true),
            plain: body.into(),
            packed,
        }
    }

    fn answer(&self, request: &Request) -> Response {
        let asked = request.headers();
        let (headers, body) = match &self.packed {
            Some(packed) if unpacks(asked) => (&self.headers_packed, packed),
            _ => (&self.headers, &self.plain),
        };
        let mut response = Response::new(Body::empty());
        let known = asked.get(header::IF_NONE_MATCH);
        if known.is_some_and(|known| self.is_known(known)) {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            // What says how long the copy is good (RFC 9110, 15.4.5); the copy has the rest.
            for name in [header::ETAG, header::CACHE_CONTROL, header::VARY] {
                let value = headers.get(&name).cloned();
                response
                    .headers_mut()
                    .extend(value.map(|value| (name, value)));
            }
            return response;
        }
        *response.headers_mut() = headers.clone();
        if *request.method() != Method::HEAD {
            *response.body_mut() = Body::from(body.clone());
        }
        response
    }

    /// Whether who asks has the file already, packed or not (RFC 9110, 13.1.2).
    fn is_known(&self, known: &HeaderValue) -> bool {
        let known = known.to_str().unwrap_or_default();
        let tags = [&self.headers, &self.headers_packed].map(|it| it.get(header::ETAG));
        let tags = tags.into_iter().flatten().filter_map(|it| it.to_str().ok());
        let mut asked = known
            .split(',')
            .map(|it| it.trim().trim_start_matches("W/"));
        known == "*" || asked.any(|it| tags.clone().any(|tag| tag == it))
    }
}

fn unpacks(headers: &HeaderMap) -> bool {
    let asked = headers.get(header::ACCEPT_ENCODING);
    let asked = asked.and_then(|it| it.to_str().ok()).unwrap_or_default();
    let mut ways = asked.split(',').map(str::trim);
    ways.any(|way| way == "gzip" || (way.starts_with("gzip;") && !way.ends_with("q=0")))
}

fn packed(body: &[u8]) -> Option<Bytes> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(body).ok()?;
    packer.finish().ok().map(Bytes::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ready() -> Ready {
        Ready::of(vec![Leaf {
            path: "public".to_owned(),
            kind: "text/html; charset=utf-8",
            body: "<p>Er is nu niets aan de hand.</p>".repeat(40).into_bytes(),
        }])
    }

    fn asked(path: &str, headers: &[(&str, &str)]) -> Option<Response> {
        let mut request = axum::http::Request::builder().uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        ready().answer(&request.body(Body::empty()).unwrap())
    }

    #[test]
    fn who_has_it_already_gets_nothing_again_packed_or_not() {
        for ways in ["gzip, br", "identity"] {
            let first = asked("/public", &[("accept-encoding", ways)]).unwrap();
            let tag = first.headers()["etag"].to_str().unwrap().to_owned();
            let again = |tag: &str| {
                let headers = [("accept-encoding", ways), ("if-none-match", tag)];
                asked("/public/", &headers).unwrap().status()
            };
            assert_eq!(again(&tag), StatusCode::NOT_MODIFIED);
            assert_eq!(again(&format!("\"x\", W/{tag}")), StatusCode::NOT_MODIFIED);
            assert_eq!(again("*"), StatusCode::NOT_MODIFIED);
            assert_eq!(again("\"x\""), StatusCode::OK);
            let packed = first.headers().contains_key("content-encoding");
            assert_eq!(packed, ways.starts_with("gzip"));
        }
    }

    #[test]
    fn what_is_not_there_is_left_to_others_and_nothing_sets_a_cookie() {
        assert!(asked("/public/nooit", &[]).is_none());
        let page = asked("/public", &[("cookie", "session=1")]).unwrap();
        assert!(!page.headers().contains_key("set-cookie"));
        assert!(!unpacks(&HeaderMap::new()));
    }
}
