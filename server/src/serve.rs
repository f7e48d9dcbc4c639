// SPDX-License-Identifier: EUPL-1.2
//! `paraat serve`: pages and API until the process is told to stop.

use std::io;
use std::net::{SocketAddr, ToSocketAddrs as _};
use std::sync::Arc;
use std::time::Duration;

use axum_server::Handle;
use axum_server::accept::NoDelayAcceptor;
use axum_server::tls_rustls::RustlsConfig;
use paraat_kernel::Live;
use paraat_kernel::seams::Clock as _;
use paraat_spine::{SystemClock, SystemEntropy};
use paraat_web::{Settings, Site};
use tokio::runtime::{Builder, Runtime};
use tracing_subscriber::EnvFilter;

use crate::config::Config;
use crate::exercises::Stage;
use crate::folder::{Folder, write_private};
use crate::keeper::NodeKeeper;
use crate::modules::COLLECTIONS;
use crate::node::Running;
use crate::regions::Regions;
use crate::{Stop, blobs, config, control, courier, demo, print};

/// How long requests that are under way may take after the node was told to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(5);

/// How often what has ended is thrown away: sessions, kept forms, old refusals.
const PRUNE_EVERY: Duration = Duration::from_secs(3600);

/// How often a disk that took no more is tried again.
const TRY_DISK_EVERY: Duration = Duration::from_secs(2);

/// Serves until SIGTERM or Ctrl-C.
pub fn run(folder: Folder, config: Config, is_demo: bool) -> Result<(), Stop> {
    log(&config);
    let address = address(&config, is_demo)?;
    let file = folder.path("config.toml");
    if !file.exists() {
        write_private(&file, config::EXAMPLE)?;
    }
    let runtime = runtime()?;
    let node = Arc::new(Running::open(folder, &config)?);
    for organisation in node.hosted() {
        // What a start that was broken off left undone.
        runtime.block_on(node.host(&organisation))?;
    }
    if is_demo {
        let accounts = runtime.block_on(demo::fill(&node))?;
        let kept = node.folder.path(demo::FILE);
        println!("Demo accounts (kept in {}):\n{accounts}", kept.display());
    }
    control::listen(Arc::clone(&node), runtime.handle().clone())?;
    runtime.block_on(serve(node, config, address, is_demo))
}

/// Twice as many threads as the machine has processors: half of them may be reading a page.
fn runtime() -> io::Result<Runtime> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let mut builder = Builder::new_multi_thread();
    builder.worker_threads(2 * processors).enable_all().build()
}

fn log(config: &Config) {
    let filter = EnvFilter::new("info");
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if config.log == "json" {
        builder.json().init();
    } else {
        builder.with_ansi(false).init();
    }
}

fn address(config: &Config, is_demo: bool) -> Result<SocketAddr, Stop> {
    let wrong = || Stop::usage(format!("{:?} is no address to listen on", config.listen));
    let found = config
        .listen
        .to_socket_addrs()
        .map_err(|_unknown| wrong())?
        .next();
    let address = found.ok_or_else(wrong)?;
    if is_demo && !address.ip().is_loopback() {
        return Err(Stop::usage("a demo listens on 127.0.0.1 only"));
    }
    Ok(address)
}

/// That what this node says may go to those outside it: neither in a demo nor in an exercise.
fn outside(node: &Running, is_demo: bool) -> Option<Live> {
    Live::of(&node.folder.own_space()).filter(|_| !is_demo)
}

/// What the pages are given.
fn site(node: &Running, keeper: NodeKeeper, config: &Config, is_demo: bool) -> Site {
    Site {
        desk: node.spine.clone(),
        keeper: Arc::new(keeper),
        shelf: Arc::new(node.store.clone()),
        uploads: node.blobs.clone(),
        words: Arc::clone(&node.words),
        printer: print::PRINTER,
        clock: Arc::new(SystemClock),
        entropy: Arc::new(SystemEntropy),
        surfaces: vec![
            Arc::new(paraat_ogc::Ogc::new(COLLECTIONS)),
            Arc::new(Regions),
        ],
        settings: Settings {
            demo: is_demo,
            secure_cookies: config.tls.is_some()
                || config
                    .public_base_url
                    .as_ref()
                    .is_some_and(|url| url.starts_with("https:")),
            behind_proxy: config.public_base_url.is_some(),
            public_base_url: config.public_base_url.clone(),
            zone: config.zone.clone(),
            version: env!("CARGO_PKG_VERSION"),
            node_name: config.name.clone(),
            // A demo, and a folder of an exercise, write nothing for a web server elsewhere.
            public_folder: outside(node, is_demo).and(config.public_folder.clone()),
            data: Some(node.folder.root().to_owned()),
            ..Settings::default()
        },
    }
}

async fn serve(
    node: Arc<Running>,
    config: Config,
    address: SocketAddr,
    is_demo: bool,
) -> Result<(), Stop> {
    let keeper = NodeKeeper::new(&node, config.session_hours);
    let site = site(&node, keeper.clone(), &config, is_demo);
    let exercises = Stage::open(Arc::clone(&node), site.clone(), keeper).await?;
    let routes = paraat_web::with_exercises(site, Arc::new(exercises));
    let service = routes.into_make_service_with_connect_info::<SocketAddr>();
    let listener = std::net::TcpListener::bind(address)
        .map_err(|error| Stop::wrong(format!("cannot listen on {address}: {error}")))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let handle = Handle::new();
    paraat_web::tasks::spawn("stop", stop(handle.clone()));
    paraat_web::tasks::spawn("disk", try_disk(Arc::clone(&node.spine)));
    paraat_web::tasks::spawn("prune", prune(Arc::clone(&node)));
    if let Some(live) = Live::of(&node.folder.own_space()) {
        // A demo hands over to its own folder and to nobody else.
        let settings = if is_demo {
            &[]
        } else {
            config.target.as_slice()
        };
        let targets = courier::targets(&node, live, settings)?;
        paraat_web::tasks::spawn("courier", courier::run(Arc::clone(&node), targets));
    }
    blobs::keep_tidy(&node.blobs, &node.spine);
    let scheme = if config.tls.is_some() {
        "https"
    } else {
        "http"
    };
    // What is pushed goes at once: a second small message would wait for the other side to say that
    // it has the first, which may take 40 ms (Nagle's algorithm against delayed acknowledgement).
    println!("Paraat is ready at {scheme}://{address}/");
    match config.tls {
        None => {
            let server = axum_server::from_tcp(listener)?.acceptor(NoDelayAcceptor::new());
            server.handle(handle).serve(service).await?;
        }
        Some(tls) => {
            // One provider, set once; it is set already only if this ran before.
            let _ = rustls::crypto::ring::default_provider().install_default();
            let pem = RustlsConfig::from_pem_file(&tls.cert, &tls.key).await;
            let pem = pem.map_err(|error| {
                let files = format!("{} and {}", tls.cert.display(), tls.key.display());
                Stop::wrong(format!("tls: {files}: {error}"))
            })?;
            let server = axum_server::tls_rustls::from_tcp_rustls(listener, pem)?
                .map(|tls| tls.acceptor(NoDelayAcceptor::new()));
            server.handle(handle).serve(service).await?;
        }
    }
    let _ = std::fs::remove_file(node.folder.path("control.sock"));
    Ok(())
}

async fn stop(handle: Handle<SocketAddr>) {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
        }
        Err(_) => {
            let _ = tokio::signal::ctrl_c().await;
        }
    }
    handle.graceful_shutdown(Some(LAST_REQUESTS));
}

async fn prune(node: Arc<Running>) {
    loop {
        let store = node.store.clone();
        let done = tokio::task::spawn_blocking(move || store.prune(SystemClock.now())).await;
        if let Ok(Err(fault)) = done {
            tracing::warn!(%fault, "what has ended could not be thrown away");
        }
        if let Err(fault) = node.spine.prune(SystemClock.now()).await {
            tracing::warn!(%fault, "requests of long ago could not be thrown away");
        }
        tokio::time::sleep(PRUNE_EVERY).await;
    }
}

async fn try_disk(spine: Arc<paraat_spine::Spine>) {
    loop {
        tokio::time::sleep(TRY_DISK_EVERY).await;
        spine.try_disk().await;
    }
}
