// SPDX-License-Identifier: EUPL-1.2
//! Where an address or a place is, out of a list of the node's own: `plaatsen.csv` in the data
//! folder, a line each: what it is called, `;`, and its coordinates as a form takes them. Nobody
//! outside is asked. What is not in the list keeps its place in words.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _};
use std::path::Path;

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
/// Most bytes of it that are read.
const MOST: u64 = 16 * 1024 * 1024;
/// Most places that are answered.
const MOST_FOUND: usize = 8;
/// Longest question, in characters.
const LONGEST: usize = 120;

/// `GET /places?q=`: places whose name holds all words of the question, those that begin with it
/// first. No content when the node has no list.
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
        Some(data) => search(&data.join(FILE), &asked),
        None => Err(io::ErrorKind::NotFound.into()),
    });
    match found.await.ok_or_else(|| Wrong::status(500))? {
        Ok(found) => {
            let all: Vec<Value> = found.iter().map(written).collect();
            let mut response = Response::new(Body::from(json!({ "places": all }).to_string()));
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

fn written((name, place): &(String, Place)) -> Value {
    let degrees = |units: i64| units as f64 / DEGREE as f64;
    json!({ "name": name, "lat": degrees(place.lat), "lon": degrees(place.lon) })
}

/// What is asked and what is listed are compared so: small letters, signs are spaces.
fn folded(text: &str) -> String {
    let lower = text.to_lowercase();
    let parts = lower.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = parts.filter(|it| !it.is_empty()).collect();
    words.join(" ")
}

fn search(list: &Path, asked: &str) -> io::Result<Vec<(String, Place)>> {
    let lines = BufReader::new(File::open(list)?.take(MOST)).split(b'\n');
    let asked = folded(asked);
    let words: Vec<&str> = asked.split_whitespace().collect();
    let (mut first, mut others) = (Vec::new(), Vec::new());
    if words.is_empty() {
        return Ok(first);
    }
    for line in lines {
        let line = line?;
        // A line in another encoding is no place; those around it are.
        let Some((name, place)) = std::str::from_utf8(&line).ok().and_then(read) else {
            continue;
        };
        let here = folded(name);
        let fits = if here.starts_with(&asked) {
            &mut first
        } else if words.iter().all(|word| here.contains(word)) {
            &mut others
        } else {
            continue;
        };
        if fits.len() < MOST_FOUND {
            fits.push((name.chars().take(LONGEST).collect(), place));
        }
        if first.len() == MOST_FOUND {
            break;
        }
    }
    first.extend(others);
    first.truncate(MOST_FOUND);
    Ok(first)
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
            let found = search(&path, asked).unwrap();
            found.into_iter().map(|(name, _)| name).collect()
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
        std::fs::remove_file(&path).unwrap();
        let gone = search(&path, "venlo").err().map(|it| it.kind());
        assert_eq!(gone, Some(io::ErrorKind::NotFound));
    }
}
