// SPDX-License-Identifier: EUPL-1.2
//! What maps are drawn on: one file of tiles (PMTiles, version 3) that the node's keeper lays in
//! the data folder. It is read in pieces, by ranges of bytes (RFC 9110, 14.2), and only by who is
//! signed in. Nothing is ever fetched from elsewhere.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt as _;
use std::path::Path;
use std::time::UNIX_EPOCH;

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;

use crate::ask::Ask;
use crate::tasks;
use crate::wrong::Wrong;

/// The name of the file, in the folder and in its address.
pub(crate) const FILE: &str = "kaart.pmtiles";
/// Most bytes of one piece: a tile or a directory is far smaller.
const MOST: u64 = 4 * 1024 * 1024;
/// Said when nobody laid a file there. A page that asks goes on without.
const NONE: StatusCode = StatusCode::NO_CONTENT;

/// First and last byte that are asked for, from 0.
type Range = (u64, u64);

/// A piece of the file.
struct Piece {
    bytes: Vec<u8>,
    first: u64,
    /// Length of the whole file.
    whole: u64,
    /// Another one for every file that is laid there.
    mark: String,
}

/// `GET /ground/kaart.pmtiles` with a `Range`.
pub(crate) async fn serve(ask: Ask) -> Result<Response, Wrong> {
    ask.person()?;
    let Some(folder) = ask.site().settings.data.clone() else {
        return Ok(plain(NONE));
    };
    let Some(range) = ask.header("range").and_then(range) else {
        return Ok(plain(StatusCode::RANGE_NOT_SATISFIABLE));
    };
    let read = tasks::blocking(move || piece(&folder.join(FILE), range)).await;
    match read.ok_or_else(|| Wrong::status(500))? {
        Ok(Some(piece)) => Ok(partial(piece)),
        Ok(None) => Ok(plain(StatusCode::RANGE_NOT_SATISFIABLE)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(plain(NONE)),
        Err(error) => {
            tracing::warn!(%error, file = FILE, "the base map cannot be read");
            Err(Wrong::status(500))
        }
    }
}

fn plain(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

fn partial(piece: Piece) -> Response {
    let last = (piece.first + piece.bytes.len() as u64).saturating_sub(1);
    let said = [
        (header::CONTENT_TYPE, "application/vnd.pmtiles".to_owned()),
        (
            header::CONTENT_RANGE,
            format!("bytes {}-{last}/{}", piece.first, piece.whole),
        ),
        (header::ACCEPT_RANGES, "bytes".to_owned()),
        (header::ETAG, piece.mark),
        // Who goes on with a map does not fetch it again; another file has another mark.
        (header::CACHE_CONTROL, "private, max-age=600".to_owned()),
    ];
    let mut response = Response::new(Body::from(piece.bytes));
    *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    for (name, value) in said {
        put(&mut response, name, &value);
    }
    response
}

fn put(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

/// One range of whole numbers; a list of several, and the last so many bytes, are not taken.
fn range(text: &str) -> Option<Range> {
    let (first, last) = text.strip_prefix("bytes=")?.split_once('-')?;
    let whole = |text: &str| {
        let digits = !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
        digits.then(|| text.parse::<u64>().ok()).flatten()
    };
    let first = whole(first)?;
    let last = match last {
        "" => u64::MAX,
        last => whole(last)?,
    };
    (first <= last).then_some((first, last))
}

/// The bytes of a range, at most `MOST` of them; none when the file ends before it.
fn piece(path: &Path, (first, last): Range) -> io::Result<Option<Piece>> {
    let file = File::open(path)?;
    let about = file.metadata()?;
    let whole = about.len();
    if first >= whole {
        return Ok(None);
    }
    let length = (last.min(whole - 1) - first + 1).min(MOST);
    let mut bytes = vec![0; usize::try_from(length).unwrap_or(0)];
    file.read_exact_at(&mut bytes, first)?;
    let changed = about.modified()?.duration_since(UNIX_EPOCH);
    let changed = changed.unwrap_or_default().as_nanos();
    Ok(Some(Piece {
        bytes,
        first,
        whole,
        mark: format!("\"{whole:x}-{changed:x}\""),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_range_is_read_and_nothing_else() {
        assert_eq!(range("bytes=0-16383"), Some((0, 16_383)));
        assert_eq!(range("bytes=7-"), Some((7, u64::MAX)));
        for bad in [
            "",
            "bytes",
            "bytes=-5",
            "bytes=5-4",
            "bytes=0-1,4-5",
            "bytes=+1-2",
            "bytes=99999999999999999999-",
            "lines=0-1",
        ] {
            assert_eq!(range(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_piece_ends_with_the_file_and_is_never_large() {
        let name = format!("paraat-ground-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        let none = piece(&path, (0, 1)).err().map(|it| it.kind());
        assert_eq!(none, Some(io::ErrorKind::NotFound));
        std::fs::write(&path, vec![7; 6 * 1024 * 1024]).unwrap();
        let length = |range| piece(&path, range).unwrap().map(|it| it.bytes.len());
        assert_eq!(length((0, 0)), Some(1));
        assert_eq!(length((6 * 1024 * 1024 - 2, u64::MAX)), Some(2));
        assert_eq!(length((0, u64::MAX)), Some(MOST as usize));
        assert_eq!(length((6 * 1024 * 1024, u64::MAX)), None);
        std::fs::remove_file(&path).unwrap();
    }
}
