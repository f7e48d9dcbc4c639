// SPDX-License-Identifier: EUPL-1.2
//! The least that can be done with axum: a socket tells what it hears to all sockets. Runs in a
//! process of its own (`bench --broadcast`), so that its processor time can be told apart.

use std::net::Ipv4Addr;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use axum::routing::get;
use tokio::sync::broadcast::{Sender, channel, error::RecvError};

use crate::Outcome;

/// The argument that makes this tool the broadcaster.
pub const ARGUMENT: &str = "--broadcast";
/// So many messages wait for who is slow.
const WAITING: usize = 64;

/// Serves on a free port, and says which, until the process is ended.
pub fn run() -> Outcome<()> {
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        println!("{}", listener.local_addr()?);
        let (all, _) = channel(WAITING);
        let routes = Router::new().route("/", get(join)).with_state(all);
        Ok(axum::serve(listener, routes).await?)
    })
}

async fn join(State(all): State<Sender<Bytes>>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(|socket| serve(socket, all))
}

async fn serve(mut socket: WebSocket, all: Sender<Bytes>) {
    let mut said = all.subscribe();
    loop {
        tokio::select! {
            heard = said.recv() => match heard {
                Ok(message) => {
                    if socket.send(Message::Binary(message)).await.is_err() {
                        return;
                    }
                }
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return,
            },
            heard = socket.recv() => match heard {
                // A channel with a receiver, our own, takes what is sent.
                Some(Ok(Message::Binary(message))) => {
                    let _ = all.send(message);
                }
                Some(Ok(_)) => {}
                _ => return,
            },
        }
    }
}
