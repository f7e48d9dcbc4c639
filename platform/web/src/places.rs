// SPDX-License-Identifier: EUPL-1.2
//! Where an address or a place is, out of a list of the node's own: `plaatsen.csv` in the data
//! folder, a line each: what it is called, `;`, and its coordinates as a form takes them. Nobody
//! outside is asked. What is not in the list keeps its place in words. The list is read once, and
//! again when the file is another.

use std::fs::{File, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use paraat_kernel::Place;
use paraat_kernel::geometry::{DEGREE, read_places};
use serde_json::{Value, json};

use crate::ask::Ask;
use crate::tasks;
use crate::wrong::Wrong;

/// The name of the list in the data folder.
const FILE: &str = "plaatsen.csv";
/// Most bytes of it that are read; who asks is told that the rest is not looked at.
const MOST: u64 = 16 * 1024 * 1024;
/// Most places that are answered.
const MOST_FOUND: usize = 8;
/// Longest question, in characters.
const LONGEST: usize = 120;

/// `GET /places?q=`: places whose name holds all words of the question, those that begin with it
/// first, and whether the list was too long to be read whole. No content when the node has no list.
pub(crate) async fn find(ask: Ask) -> Result<Response, Wrong> {
    ask.person()?;
    let asked: String = ask
        .parameter("q")
        .unwrap_or_default()
        .chars()
        .take(LONGEST)
        .collect();
    let data = ask.site().settings.data.clone();
    let found = tasks::blocking(move || match data {
        Some(data) => {
            let list = List::read(&data.join(FILE), MOST)?;
            let found: Vec<Value> = list.search(&asked).into_iter().map(written).collect();
            Ok((found, list.cut))
        }
        None => Err(io::Error::from(io::ErrorKind::NotFound)),
    });
    match found.await.ok_or_else(|| Wrong::status(500))? {
        Ok((found, cut)) => {
            let said = json!({ "places": found, "cut": cut });
            let mut response = Response::new(Body::from(said.to_string()));
            let kind = HeaderValue::from_static("application/json");
            response.headers_mut().insert(header::CONTENT_TYPE, kind);
            Ok(response)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NO_CONTENT;
            Ok(response)
        }
        Err(error) => {
            tracing::warn!(%error, file = FILE, "the list of places cannot be read");
            Err(Wrong::status(500))
        }
    }
}

fn written(listed: &Listed) -> Value {
    let degrees = |units: i64| units as f64 / DEGREE as f64;
    let Listed { name, place, .. } = listed;
    json!({ "name": name, "lat": degrees(place.lat), "lon": degrees(place.lon) })
}

/// What is asked and what is listed are compared so: small letters, signs are spaces.
fn folded(text: &str) -> String {
    let lower = text.to_lowercase();
    let parts = lower.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = parts.filter(|it| !it.is_empty()).collect();
    words.join(" ")
}

/// A place of the list.
#[derive(Debug)]
struct Listed {
    name: Box<str>,
    folded: Box<str>,
    place: Place,
}

/// The list as it was read.
#[derive(Debug)]
struct List {
    path: PathBuf,
    /// When the file was changed last, and its length: another of either is another list.
    of: (Option<SystemTime>, u64),
    places: Vec<Listed>,
    /// True when the file is longer than is read.
    cut: bool,
}

/// The list that was read last: nodes have one.
static LAST: Mutex<Option<Arc<List>>> = Mutex::new(None);

fn sign(of: &Metadata) -> (Option<SystemTime>, u64) {
    (of.modified().ok(), of.len())
}

impl List {
    /// The list in a file, of which at most so many bytes are read.
    fn read(path: &Path, most: u64) -> io::Result<Arc<Self>> {
        // Held while it is read: of many who ask at once one reads it.
        let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
        let file = File::open(path)?;
        let of = sign(&file.metadata()?);
        if let Some(list) = last.as_ref().filter(|it| it.path == path && it.of == of) {
            return Ok(Arc::clone(list));
        }
        let mut bytes = Vec::new();
        file.take(most).read_to_end(&mut bytes)?;
        let cut = of.1 > most;
        if cut {
            tracing::warn!(
                file = FILE,
                most,
                "the list of places is too long and was cut"
            );
            // Half a line would be another place.
            bytes.truncate(bytes.iter().rposition(|it| *it == b'\n').unwrap_or(0));
        }
        // A line in another encoding is no place; those around it are.
        let lines = bytes.split(|it| *it == b'\n');
        let places = lines.filter_map(|line| listed(std::str::from_utf8(line).ok()?));
        let list = Arc::new(Self {
            path: path.to_owned(),
            of,
            places: places.collect(),
            cut,
        });
        *last = Some(Arc::clone(&list));
        Ok(list)
    }

    fn search(&self, asked: &str) -> Vec<&Listed> {
        let asked = folded(asked);
        let words: Vec<&str> = asked.split_whitespace().collect();
        let (mut first, mut others) = (Vec::new(), Vec::new());
        if words.is_empty() {
            return first;
        }
        for listed in &self.places {
            let fits = if listed.folded.starts_with(&asked) {
                &mut first
            } else if words.iter().all(|word| listed.folded.contains(word)) {
                &mut others
            } else {
                continue;
            };
            if fits.len() < MOST_FOUND {
                fits.push(listed);
            }
            if first.len() == MOST_FOUND {
                break;
            }
        }
        first.extend(others);
        first.truncate(MOST_FOUND);
        first
    }
}

fn listed(line: &str) -> Option<Listed> {
    let (name, place) = read(line)?;
    let name: String = name.chars().take(LONGEST).collect();
    Some(Listed {
        folded: folded(&name).into(),
        name: name.into(),
        place,
    })
}

/// The name and the place of a line; none for a heading, and for what is no place.
fn read(line: &str) -> Option<(&str, Place)> {
    let (name, place) = line.trim().split_once(';')?;
    let name = name.trim_matches(|c: char| c == '"' || c == '\u{feff}' || c.is_whitespace());
    let place = *read_places(place, "").ok()?.first()?;
    (!name.is_empty()).then_some((name, place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_by_their_words_in_any_coordinates() {
        let path = std::env::temp_dir().join(format!("paraat-places-{}", std::process::id()));
        let list = "\u{feff}naam;plaats\n\"Markt 1, Venlo\";51.37;6.17\nVenlo;209000;376000\n\
            Sportlaan 2, Arcen;51.48 6.18\nMarkt 10, Venlo;51,37 6,17\nnergens;hier\n";
        std::fs::write(&path, [list.as_bytes(), b"\xff;51 6\n"].concat()).unwrap();
        let found = |asked: &str| -> Vec<String> {
            let list = List::read(&path, MOST).unwrap();
            let found = list.search(asked).into_iter();
            found.map(|it| it.name.to_string()).collect()
        };
        assert_eq!(
            found("venlo"),
            ["Venlo", "Markt 1, Venlo", "Markt 10, Venlo"]
        );
        assert_eq!(
            found(" VENLO  markt 1"),
            ["Markt 1, Venlo", "Markt 10, Venlo"]
        );
        assert_eq!(found("sportlaan 2 arcen"), ["Sportlaan 2, Arcen"]);
        assert!(found("nergens").is_empty() && found(" , ").is_empty());
        std::fs::write(
            &path,
            "Venlo;51.37;6.17\nVenlo-Oost;51.38;6.20\nVenlo-West;51.36;6.1\n",
        )
        .unwrap();
        let cut = List::read(&path, 40).unwrap();
        let names: Vec<&str> = cut.search("venlo").iter().map(|it| &*it.name).collect();
        assert_eq!((names, cut.cut), (vec!["Venlo", "Venlo-Oost"], true));
        let again = List::read(&path, 40).unwrap();
        assert!(Arc::ptr_eq(&cut, &again), "it is read once");
        std::fs::remove_file(&path).unwrap();
        let gone = List::read(&path, MOST).err().map(|it| it.kind());
        assert_eq!(gone, Some(io::ErrorKind::NotFound));
    }
}
