// SPDX-License-Identifier: EUPL-1.2
//! Thousands of viewers on one thread, the same for every server: each has a socket, reads what
//! comes, and says when which page had come.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::Outcome;

/// So many open their socket at the same time.
const AT_ONCE: usize = 64;
/// How a page begins; what else comes is not counted.
const PAGE: &[u8] = b"page\n";

/// What came, in the order of its first arrival anywhere.
#[derive(Default)]
pub struct Tally {
    /// The pages, each once.
    pub pages: Vec<Vec<u8>>,
    /// For each viewer the page that came, and when.
    pub came: Vec<Vec<(usize, Instant)>>,
}

impl Tally {
    fn take(&mut self, viewer: usize, page: &[u8]) {
        if !page.starts_with(PAGE) {
            return;
        }
        // Nearly always the newest.
        let known = self.pages.iter().rposition(|it| it == page);
        let at = known.unwrap_or_else(|| {
            self.pages.push(page.to_vec());
            self.pages.len() - 1
        });
        if let Some(own) = self.came.get_mut(viewer) {
            own.push((at, Instant::now()));
        }
    }

    /// When every viewer had this page or a later one; none while one has not.
    pub fn all_had(&self, page: usize) -> Option<Instant> {
        let had = |own: &Vec<(usize, Instant)>| {
            let first = own.iter().find(|(at, _)| *at >= page);
            first.map(|(_, when)| *when)
        };
        let each: Option<Vec<Instant>> = self.came.iter().map(had).collect();
        each?.into_iter().max()
    }

    /// How many pages came, over all viewers.
    pub fn deliveries(&self) -> usize {
        self.came.iter().map(Vec::len).sum()
    }
}

/// The viewers; they go when it is dropped.
pub struct Crowd {
    tally: Arc<Mutex<Tally>>,
    stop: Option<tokio::sync::oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Crowd {
    /// Opens so many sockets; `head` says what each asks for: its path and further headers.
    pub fn open(
        address: &str,
        many: usize,
        head: impl Fn(usize) -> (String, String),
    ) -> Outcome<Self> {
        let tally = Arc::new(Mutex::new(Tally {
            came: vec![Vec::new(); many],
            ..Tally::default()
        }));
        let heads: Vec<(String, String)> = (0..many).map(head).collect();
        let (stop, stopped) = tokio::sync::oneshot::channel();
        let (opened, all_open) = std::sync::mpsc::channel();
        let (own, address) = (Arc::clone(&tally), address.to_owned());
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let thread = std::thread::spawn(move || {
            runtime.block_on(async {
                let _ = opened.send(all(&address, heads, &own).await);
                let _ = stopped.await;
            });
        });
        let crowd = Self {
            tally,
            stop: Some(stop),
            thread: Some(thread),
        };
        all_open.recv_timeout(Duration::from_secs(180))??;
        Ok(crowd)
    }

    /// What came until now.
    pub fn tally(&self) -> MutexGuard<'_, Tally> {
        self.tally.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets what came until now.
    pub fn forget(&self) {
        let mut tally = self.tally();
        tally.pages.clear();
        tally.came.iter_mut().for_each(Vec::clear);
    }
}

impl Drop for Crowd {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Opens all sockets; each is read from by a task of its own from then on.
async fn all(
    address: &str,
    heads: Vec<(String, String)>,
    tally: &Arc<Mutex<Tally>>,
) -> Outcome<()> {
    let runtime = tokio::runtime::Handle::current();
    let mut opening = Vec::new();
    for (viewer, head) in heads.into_iter().enumerate() {
        let address = address.to_owned();
        opening.push(runtime.spawn(async move { joined(&address, head).await }));
        if opening.len() == AT_ONCE {
            started(&mut opening, viewer + 1, tally).await?;
        }
    }
    let many = tally
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .came
        .len();
    started(&mut opening, many, tally).await
}

type Joining = tokio::task::JoinHandle<Outcome<(TcpStream, Vec<u8>)>>;

async fn started(opening: &mut Vec<Joining>, end: usize, tally: &Arc<Mutex<Tally>>) -> Outcome<()> {
    let first = end - opening.len();
    for (at, joining) in opening.drain(..).enumerate() {
        let (stream, rest) = joining.await??;
        let tally = Arc::clone(tally);
        tokio::runtime::Handle::current().spawn(async move {
            // A socket that breaks is a viewer who does not end current: the count says so.
            let _ = read(stream, rest, first + at, &tally).await;
        });
    }
    Ok(())
}

async fn joined(address: &str, (path, headers): (String, String)) -> Outcome<(TcpStream, Vec<u8>)> {
    let mut stream = TcpStream::connect(address).await?;
    let head = format!(
        "GET {path} HTTP/1.1\r\nHost: {address}\r\n{headers}Connection: Upgrade\r\n\
         Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
         Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await?;
    let mut got = Vec::new();
    loop {
        if stream.read_buf(&mut got).await? == 0 {
            return Err("the server closed a socket that was opening".into());
        }
        let Some(end) = got.windows(4).position(|it| it == b"\r\n\r\n") else {
            continue;
        };
        let rest = got.split_off(end + 4);
        if got.starts_with(b"HTTP/1.1 101 ") {
            return Ok((stream, rest));
        }
        return Err(String::from_utf8_lossy(&got).into_owned().into());
    }
}

async fn read(
    mut stream: TcpStream,
    mut got: Vec<u8>,
    viewer: usize,
    tally: &Mutex<Tally>,
) -> Outcome<()> {
    loop {
        while let Some((head, length)) = frame(&got) {
            let end = head + length;
            let Some(page) = got.get(head..end) else {
                break;
            };
            tally
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .take(viewer, page);
            got.drain(..end);
        }
        if stream.read_buf(&mut got).await? == 0 {
            return Ok(());
        }
    }
}

/// Length of the head of a frame and of what follows; none when more has to come first.
fn frame(got: &[u8]) -> Option<(usize, usize)> {
    let short = usize::from(*got.get(1)?);
    match short {
        126 => {
            let length = <[u8; 2]>::try_from(got.get(2..4)?).ok()?;
            Some((4, usize::from(u16::from_be_bytes(length))))
        }
        127 => {
            let length = <[u8; 8]>::try_from(got.get(2..10)?).ok()?;
            Some((10, usize::try_from(u64::from_be_bytes(length)).ok()?))
        }
        _ => Some((2, short)),
    }
}
