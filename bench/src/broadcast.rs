// SPDX-License-Identifier: EUPL-1.2
//! The yardstick of pushed pages, in a process of its own: a broadcaster of axum that does nothing
//! but send what it is posted to every socket.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use axum::Router;
use axum::extract::ws::{Message, Utf8Bytes, WebSocket, WebSocketUpgrade};
use axum::routing::{get, post};
use tokio::sync::broadcast;

use crate::Outcome;

/// The argument that makes this tool the broadcaster.
pub const ARGUMENT: &str = "--broadcast";

/// Serves until it is killed; says its address first.
pub fn serve() -> Outcome<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let (out, _) = broadcast::channel::<Utf8Bytes>(64);
        let sockets = out.clone();
        let join = move |upgrade: WebSocketUpgrade| {
            let news = sockets.subscribe();
            async move { upgrade.on_upgrade(move |socket| pass_on(socket, news)) }
        };
        let take = move |page: String| async move {
            let _ = out.send(page.into());
        };
        let routes = Router::new()
            .route("/pushed", get(join))
            .route("/", post(take));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        println!("{}", listener.local_addr()?);
        axum::serve(listener, routes).await?;
        Ok(())
    })
}

async fn pass_on(mut socket: WebSocket, mut news: broadcast::Receiver<Utf8Bytes>) {
    while let Ok(page) = news.recv().await {
        if socket.send(Message::Text(page)).await.is_err() {
            return;
        }
    }
}

/// A broadcaster that runs.
pub struct Broadcaster {
    child: Child,
    /// Host and port.
    pub address: String,
}

impl Broadcaster {
    /// Starts one.
    pub fn start() -> Outcome<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .arg(ARGUMENT)
            .stdout(Stdio::piped())
            .spawn()?;
        let mut address = String::new();
        let out = child.stdout.take().ok_or("no output of the broadcaster")?;
        BufReader::new(out).read_line(&mut address)?;
        let address = address.trim().to_owned();
        Ok(Self { child, address })
    }

    /// Its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Broadcaster {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
