// SPDX-License-Identifier: EUPL-1.2
//! Sets of signs that the node's keeper lays in the data folder: `symbols/{set}/set.json` with what
//! it is called and whose it is, and a small drawing (SVG) for each sort of thing. A drawing is
//! shapes and nothing else: what could run, load or lead elsewhere is refused by name. A page shows
//! the word and its own sign whether or not there is a drawing.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use axum::body::Body;
use axum::extract::Path as Named;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use roxmltree::Document;
use serde_json::{Value, json};

use crate::ask::Ask;
use crate::tasks;
use crate::wrong::Wrong;

/// The folder of all sets.
const FOLDER: &str = "symbols";
/// What a set says of itself.
const ABOUT: &str = "set.json";
/// Most bytes of a drawing, and of what a set says of itself.
const MOST: u64 = 20_000;
/// Most sets, and most drawings in one.
const MOST_SETS: usize = 20;
const MOST_SIGNS: usize = 200;
/// Served where a set has no drawing for something: its own sign then stands alone.
const NOTHING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";

/// Elements that are shapes.
const ELEMENTS: [&str; 12] = [
    "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "title",
    "desc", "text",
];
/// Attributes that say where a shape is and how it looks.
const ATTRIBUTES: [&str; 41] = [
    "class",
    "cx",
    "cy",
    "d",
    "dominant-baseline",
    "fill",
    "fill-opacity",
    "fill-rule",
    "font-family",
    "font-size",
    "font-weight",
    "height",
    "id",
    "opacity",
    "points",
    "preserveAspectRatio",
    "r",
    "rx",
    "ry",
    "stroke",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
    "transform",
    "version",
    "viewBox",
    "width",
    "x",
    "x1",
    "x2",
    "y",
    "y1",
    "y2",
    "clip-rule",
    "color",
    "role",
    "space",
];

/// A set, as it lies there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Set {
    /// The name of its folder.
    pub id: String,
    /// What it is called.
    pub name: String,
    source: String,
    signs: Vec<String>,
    /// Files that are not taken, with why.
    refused: Vec<(String, String)>,
}

/// `GET /symbols`: which sets there are, whose they are, and what is refused of them.
pub(crate) async fn list(ask: Ask) -> Result<Response, Wrong> {
    ask.person()?;
    let found = match ask.site().settings.data.clone() {
        Some(folder) => tasks::blocking(move || sets(&folder)).await,
        None => Some(Arc::default()),
    };
    let found = found.ok_or_else(|| Wrong::status(500))?;
    let one = |set: &Set| {
        let refused = set.refused.iter();
        let refused: Vec<Value> = refused
            .map(|(file, why)| json!({ "file": file, "why": why }))
            .collect();
        json!({
            "id": set.id, "name": set.name, "source": set.source, "signs": set.signs,
            "refused": refused,
        })
    };
    let all: Vec<Value> = found.iter().map(one).collect();
    Ok(answer(
        "application/json",
        json!({ "sets": all }).to_string(),
    ))
}

/// `GET /symbols/{set}/{sign}.svg`.
pub(crate) async fn sign(
    ask: Ask,
    Named((set, file)): Named<(String, String)>,
) -> Result<Response, Wrong> {
    ask.person()?;
    let name = file.strip_suffix(".svg").filter(|it| is_name(it));
    let (Some(name), true) = (name, is_name(&set)) else {
        return Err(Wrong::status(404));
    };
    let name = name.to_owned();
    let folder = ask.site().settings.data.clone();
    let drawing = tasks::blocking(move || {
        let path = folder?.join(FOLDER).join(set).join(format!("{name}.svg"));
        drawing(&path).ok()
    });
    let drawing = drawing.await.ok_or_else(|| Wrong::status(500))?;
    Ok(answer(
        "image/svg+xml",
        drawing.unwrap_or_else(|| NOTHING.to_owned()),
    ))
}

fn answer(kind: &'static str, body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    let kind = HeaderValue::from_static(kind);
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

/// Names of sets and signs: no dot and no slash, so that none leads out of its folder.
fn is_name(text: &str) -> bool {
    let plain = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    (1..=40).contains(&text.len()) && text.bytes().all(plain)
}

/// Each file of the sets, with when it was changed last and its length.
type Lying = Vec<(PathBuf, Option<SystemTime>, u64)>;

/// What lay there when the sets were read last, and what came of it.
static LAST: Mutex<Option<(Lying, Arc<Vec<Set>>)>> = Mutex::new(None);

/// All sets that lie in the data folder, by name. Their drawings are read and judged again only
/// when a file is another.
pub(crate) fn sets(data: &Path) -> Arc<Vec<Set>> {
    let folder = data.join(FOLDER);
    let all = names(&folder).into_iter().filter(|it| is_name(it));
    let all: Vec<String> = all.take(MOST_SETS).collect();
    let lying: Lying = all.iter().flat_map(|id| lying(&folder.join(id))).collect();
    // Held while they are read: of many who ask at once one reads them.
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((before, sets)) = &*last
        && *before == lying
    {
        return Arc::clone(sets);
    }
    let sets = all.into_iter();
    let sets: Arc<Vec<Set>> = Arc::new(sets.filter_map(|id| set(&folder.join(&id), id)).collect());
    *last = Some((lying, Arc::clone(&sets)));
    sets
}

fn lying(folder: &Path) -> Lying {
    let files = names(folder).into_iter().take(MOST_SIGNS);
    let paths = files
        .chain([ABOUT.to_owned()])
        .map(|name| folder.join(name));
    let one = |path: PathBuf| {
        let of = std::fs::metadata(&path).ok();
        let (when, length) = of.map_or((None, 0), |it| (it.modified().ok(), it.len()));
        (path, when, length)
    };
    paths.map(one).collect()
}

/// What lies in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    names
}

fn set(folder: &Path, id: String) -> Option<Set> {
    let about: Value = serde_json::from_str(&text(&folder.join(ABOUT)).ok()?).ok()?;
    let said = |name: &str| -> String {
        let said = about.get(name).and_then(Value::as_str).unwrap_or_default();
        said.chars().filter(|c| !c.is_control()).take(120).collect()
    };
    let mut set = Set {
        name: said("name"),
        source: said("source"),
        id,
        signs: Vec::new(),
        refused: Vec::new(),
    };
    if set.name.is_empty() {
        set.name.clone_from(&set.id);
    }
    for file in names(folder).into_iter().take(MOST_SIGNS) {
        let Some(sign) = file.strip_suffix(".svg") else {
            continue;
        };
        let drawn = drawing(&folder.join(&file));
        match drawn {
            _ if !is_name(sign) => set.refused.push((file, "name".to_owned())),
            Ok(_) => set.signs.push(sign.to_owned()),
            Err(why) => set.refused.push((file, why)),
        }
    }
    Some(set)
}

/// The text of a small file.
fn text(path: &Path) -> Result<String, String> {
    let file = File::open(path).map_err(|_none| "not there".to_owned())?;
    let mut bytes = Vec::new();
    let read = file.take(MOST + 1).read_to_end(&mut bytes);
    read.map_err(|error| error.to_string())?;
    if bytes.len() as u64 > MOST {
        return Err(format!("larger than {MOST} bytes"));
    }
    String::from_utf8(bytes).map_err(|_not| "not UTF-8".to_owned())
}

/// The drawing in a file, or what it holds that no drawing may.
fn drawing(path: &Path) -> Result<String, String> {
    let text = text(path)?;
    only_shapes(&text)?;
    Ok(text)
}

/// Holds that a text is shapes and nothing else. The reader takes no document type, so that no
/// entity can stand for something else.
fn only_shapes(text: &str) -> Result<(), String> {
    let drawn = Document::parse(text).map_err(|bad| bad.to_string())?;
    if drawn.root_element().tag_name().name() != "svg" {
        return Err("not an SVG".to_owned());
    }
    for node in drawn.descendants() {
        if node.is_pi() {
            return Err("a processing instruction".to_owned());
        }
        if !node.is_element() {
            continue;
        }
        let name = node.tag_name().name();
        if !ELEMENTS.contains(&name) {
            return Err(format!("element {name}"));
        }
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            let leads = value.contains("url(") || value.contains(':') || value.contains('\\');
            if !ATTRIBUTES.contains(&name) || leads {
                return Err(format!("attribute {name}"));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(inner: &str) -> Result<(), String> {
        only_shapes(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{inner}</svg>"
        ))
    }

    #[test]
    fn shapes_are_taken() {
        assert_eq!(
            svg("<g fill=\"none\"><path d=\"M0 0h9\" stroke=\"red\"/></g>"),
            Ok(())
        );
    }

    #[test]
    fn what_could_run_load_or_lead_elsewhere_is_refused_by_name() {
        for (inner, why) in [
            ("<script>alert(1)</script>", "element script"),
            ("<style>*{}</style>", "element style"),
            ("<image href=\"x.png\"/>", "element image"),
            ("<use href=\"#a\"/>", "element use"),
            ("<foreignObject/>", "element foreignObject"),
            ("<a><path/></a>", "element a"),
            ("<path onload=\"alert(1)\"/>", "attribute onload"),
            ("<path style=\"fill:red\"/>", "attribute style"),
            ("<path fill=\"url(#a)\"/>", "attribute fill"),
            ("<path fill=\"javascript:1\"/>", "attribute fill"),
            ("<?xml-stylesheet href=\"a\"?>", "a processing instruction"),
        ] {
            assert_eq!(svg(inner), Err(why.to_owned()), "{inner}");
        }
        for text in ["<html/>", "<svg", "", "<!DOCTYPE svg><svg/>"] {
            assert!(only_shapes(text).is_err(), "{text}");
        }
    }

    #[test]
    fn sets_are_read_again_when_a_file_is_another_and_not_before() {
        let data = std::env::temp_dir().join(format!("paraat-signs-{}", std::process::id()));
        let folder = data.join(FOLDER).join("own");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(ABOUT), "{\"name\":\"Eigen\"}").unwrap();
        std::fs::write(folder.join("dike.svg"), NOTHING).unwrap();
        let first = sets(&data);
        assert_eq!(first[0].signs, ["dike"]);
        assert!(Arc::ptr_eq(&first, &sets(&data)), "nothing was read again");
        std::fs::write(folder.join("dike.svg"), "<script/>").unwrap();
        let then = sets(&data);
        assert!(then[0].signs.is_empty() && then[0].refused[0].0 == "dike.svg");
        std::fs::remove_dir_all(&data).unwrap();
        assert!(sets(&data).is_empty());
    }

    #[test]
    fn no_name_leads_out_of_its_folder() {
        for bad in ["", "..", "a/b", "a.b", "A", "a b", "%2e"] {
            assert!(!is_name(bad), "{bad}");
        }
        assert!(is_name("dike-breach"));
    }
}
