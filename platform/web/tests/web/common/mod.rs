// SPDX-License-Identifier: EUPL-1.2
//! A desk and a keeper that do what a test says, and a browser of few words.

mod desk;
mod keeper;
mod kind;
mod surface;
mod uploads;

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use paraat_drafts::{Change, KeyId, Shelf, ShelfFault, Shelved};
use paraat_kernel::seams::{Clock, Entropy};
use paraat_kernel::{StreamId, Timestamp};
use paraat_ui::Words;
use paraat_web::{NotPrinted, Printer, Settings, Site, router};
use tower::ServiceExt;

pub use desk::{FakeDesk, past};
pub use keeper::FakeKeeper;
pub use kind::MODULE;

/// The one stream that there is.
pub fn known() -> StreamId {
    "vr23.0190c0ffee00700080000000000000aa".parse().unwrap()
}

struct StillClock;

impl Clock for StillClock {
    fn now(&self) -> Timestamp {
        "2026-11-23T10:00:00Z".parse().unwrap()
    }
}

struct Counting(std::sync::atomic::AtomicU8);

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
    }
}

/// Keeps nothing.
struct Nowhere;

impl Shelf for Nowhere {
    fn shelved(&self, _id: &KeyId) -> Result<Option<Shelved>, ShelfFault> {
        Ok(None)
    }
    fn keep(&self, _changes: &[Change<'_>], _now: Timestamp) -> Result<(), ShelfFault> {
        Ok(())
    }
    fn discard(&self, _id: &KeyId) -> Result<(), ShelfFault> {
        Ok(())
    }
}

/// A node for a test.
pub struct Node {
    pub desk: Arc<FakeDesk>,
    pub keeper: Arc<FakeKeeper>,
    pub router: Router,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |it| it.to_str().unwrap())
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.text).unwrap_or_else(|bad| panic!("{bad}: {}", self.text))
    }

    #[track_caller]
    pub fn has(&self, part: &str) -> &Self {
        assert!(self.text.contains(part), "no {part:?} in {}", self.text);
        self
    }

    #[track_caller]
    pub fn lacks(&self, part: &str) -> &Self {
        assert!(!self.text.contains(part), "{part:?} in {}", self.text);
        self
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        self
    }
}

impl Node {
    pub fn new() -> Self {
        Self::with(Settings::default())
    }

    pub fn with(settings: Settings) -> Self {
        let desk = Arc::new(FakeDesk::new());
        let keeper = Arc::new(FakeKeeper::default());
        let words = [paraat_ui::words::PLATFORM, paraat_web::WORDS, MODULE.words].concat();
        let router = router(Site {
            desk: desk.clone(),
            keeper: keeper.clone(),
            shelf: Arc::new(Nowhere),
            uploads: Arc::new(uploads::Nothing),
            words: Arc::new(Words::new(&words).unwrap()),
            printer: Printer {
                odt: |document| format!("{} {}", document.title, document.marking).into_bytes(),
                pdf: |document| match document.blocks.len() {
                    0 => Err(NotPrinted::TooLarge),
                    _ => Ok(b"%PDF".to_vec()),
                },
                held: &[["Letter", "OFL-1.1", "© Zetter & Zoon"]],
                notices: "In full: the <licence> of Letter.",
            },
            clock: Arc::new(StillClock),
            entropy: Arc::new(Counting(1.into())),
            settings,
            surfaces: vec![Arc::new(surface::Echo)],
        });
        Self {
            desk,
            keeper,
            router,
        }
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text,
        }
    }

    /// A page as the editor of vr23.
    pub async fn get(&self, path: &str) -> Answer {
        self.get_as("good", path).await
    }

    /// A page with this session; none when empty.
    pub async fn get_as(&self, session: &str, path: &str) -> Answer {
        let request = Request::get(path).header("host", "paraat.test");
        self.send(signed(request, session).body(Body::empty()).unwrap())
            .await
    }

    /// A form as the editor of vr23, sent by the page itself.
    pub async fn post(&self, path: &str, form: &str) -> Answer {
        self.post_as("good", path, form).await
    }

    /// A form with this session.
    pub async fn post_as(&self, session: &str, path: &str, form: &str) -> Answer {
        let request = Request::post(path)
            .header("host", "paraat.test")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded");
        self.send(
            signed(request, session)
                .body(Body::from(form.to_owned()))
                .unwrap(),
        )
        .await
    }

    /// A call by a program with the key `all`.
    pub async fn call(&self, path: &str, body: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::post(path)
            .header("authorization", "Bearer all")
            .header("content-type", "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(body.to_owned())).unwrap())
            .await
    }

    /// Reading by a program with this key.
    pub async fn read(&self, key: &str, path: &str) -> Answer {
        let mut request = Request::get(path);
        if !key.is_empty() {
            request = request.header("authorization", format!("Bearer {key}"));
        }
        self.send(request.body(Body::empty()).unwrap()).await
    }
}

fn signed(request: axum::http::request::Builder, session: &str) -> axum::http::request::Builder {
    if session.is_empty() {
        request
    } else {
        request.header("cookie", format!("x=1; paraat={session}"))
    }
}
