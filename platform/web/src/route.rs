// SPDX-License-Identifier: EUPL-1.2
//! Which address leads where. What no route names is a page of a module, or not there.

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path};
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};

use crate::ask::{Ask, Shell};
use crate::drafts::Drafts;
use crate::events;
use crate::exercises::Exercises;
use crate::lists::{IN_AT_ONCE, OUT_AT_ONCE, Places};
use crate::metrics::Metrics;
use crate::public::{self, Leaves};
use crate::push::{self, Pictures};
use crate::site::Site;
use crate::wrong::Wrong;
use crate::{
    api, assets, base_map, files, guard, health, pages, places, prefix, surfaces, symbols,
};

/// All routes of a node.
pub fn router(site: Site) -> Router {
    routes(site, None)
}

/// The same with the exercises of the node; their spaces lie under `/oefening/{space}`. For the
/// shell of a space itself too: its pages tell how the exercise stands.
pub fn with_exercises(site: Site, exercises: Arc<dyn Exercises>) -> Router {
    let inside = site.settings.inside.is_some();
    let routes = routes(site, Some(Arc::clone(&exercises)));
    if inside {
        return routes;
    }
    routes.layer(from_fn_with_state(exercises, prefix::enter))
}

fn routes(site: Site, exercises: Option<Arc<dyn Exercises>>) -> Router {
    let doors = site.surfaces.clone();
    let shell = Arc::new(Shell {
        metrics: Metrics::default(),
        streams: events::connections(),
        drafts: Drafts::default(),
        pictures: Pictures::default(),
        leaves: Leaves::default(),
        exports: Places::new(OUT_AT_ONCE),
        imports: Places::new(IN_AT_ONCE),
        forms: Places::new(files::FORMS_AT_ONCE),
        openapi: OnceLock::new(),
        exercises,
        site,
    });
    public::keep_folder(&shell);
    let routes = surfaces::routes(&doors)
        .route("/", only(get(pages::home::show)))
        .route("/seen", only(post(pages::news::seen)))
        .route("/search", only(get(pages::search::show)))
        .route(
            "/login",
            only(get(pages::login::show).post(pages::login::sign_in)),
        )
        .route("/logout", only(post(pages::login::sign_out)))
        .route(
            "/oefening",
            only(get(pages::exercises::show).post(pages::exercises::steer)),
        )
        .nest("/sealed", pages::sealed::routes())
        .route("/taal", only(get(pages::prefer::language)))
        .route("/thema", only(post(pages::prefer::theme)))
        .nest("/account", pages::account::routes())
        .nest("/admin", pages::admin::routes())
        .nest("/import", pages::import::routes())
        .route("/about", only(get(pages::about::show)))
        .route("/about/{name}", only(get(pages::about::text)))
        .route("/health", only(get(health::health)))
        .route("/ready", only(get(health::ready)))
        .route("/metrics", only(get(health::metrics)))
        .route("/events", only(get(events::open)))
        .route("/pushed", only(get(push::join)))
        .route("/drafts/{*path}", only(get(pages::together::join)))
        .route("/ground/kaart.pmtiles", only(get(base_map::serve)))
        .route("/places", only(get(places::find)))
        .route("/symbols", only(get(symbols::list)))
        .route("/symbols/{set}/{sign}", only(get(symbols::sign)))
        .route("/attachments/{stream}/{name}", only(get(files::by_page)))
        .route("/static/{name}", only(get(file)))
        .route("/worker.js", only(get(worker)))
        .nest("/v1", api::routes())
        .fallback(pages::any);
    routes
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(Arc::clone(&shell), guard::stand))
        .layer(compressed().compress_when(worth()))
        .layer(from_fn_with_state(Arc::clone(&shell), public::answer))
        .with_state(shell)
}

fn compressed() -> CompressionLayer {
    CompressionLayer::new().quality(CompressionLevel::Fastest)
}

/// What is worth compressing: not a receipt; the event stream must not wait; a font, a photo and a
/// PDF are packed.
fn worth() -> impl Predicate {
    let but = NotForContentType::const_new;
    SizeAbove::new(1024)
        .and(NotForContentType::SSE)
        .and(but("font/"))
        .and(but("image/jpeg"))
        .and(but("image/png"))
        .and(but("image/webp"))
        .and(but("application/pdf"))
}

/// Other methods get an answer that can be read. The header `Allow` is axum's.
pub(crate) fn only(methods: MethodRouter<Arc<Shell>>) -> MethodRouter<Arc<Shell>> {
    methods.fallback(not_that_method)
}

async fn not_that_method() -> Wrong {
    Wrong::status(405)
}

async fn worker(ask: Ask) -> Result<Response, Wrong> {
    assets::worker(&ask.headers).ok_or_else(|| Wrong::status(404))
}

async fn file(ask: Ask, Path(name): Path<String>) -> Result<Response, Wrong> {
    assets::file(&name, &ask.headers).ok_or_else(|| Wrong::status(404))
}
