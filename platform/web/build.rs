// SPDX-License-Identifier: EUPL-1.2
//! Puts the files that pages load into the binary: named after their content, compressed once.
//! Takes what `node build.mjs` made in `assets/dist`, else the lite set that needs no Node.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

const FONT: &str = "source-sans-3.woff2";
/// What only a page with a map loads, by the names that scripts know them by.
const MAP: &str = "map.js";
const MAP_WORKER: &str = "map-worker.js";
const MAP_SHEET: &str = "map.css";

struct Made {
    stem: &'static str,
    ending: &'static str,
    kind: &'static str,
    bytes: Vec<u8>,
}

fn main() -> io::Result<()> {
    // Relative to the package, where cargo runs this: a target folder that two clones share keeps
    // the program, and it must look at the files of the clone that is being built.
    let assets = PathBuf::from("../../assets");
    let dist = assets.join("dist");
    let mut cargo = io::stdout();
    for watched in ["dist", "lite", "src/css"] {
        writeln!(
            cargo,
            "cargo::rerun-if-changed={}",
            assets.join(watched).display()
        )?;
    }
    writeln!(cargo, "cargo::rerun-if-changed=build.rs")?;
    let full = [
        "app.css",
        "main.js",
        "worker.js",
        "together.js",
        MAP,
        MAP_WORKER,
        MAP_SHEET,
        FONT,
        "licences.txt",
    ];
    let lite = !full.iter().all(|name| dist.join(name).is_file());
    let made = if lite {
        lite_set(&assets)?
    } else {
        full_set(&dist)?
    };
    let out = std::env::var_os("OUT_DIR").map(PathBuf::from);
    let out = out.ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    write_table(&out, &made, lite)
}

fn full_set(dist: &Path) -> io::Result<Vec<Made>> {
    let font = Made {
        stem: "source-sans-3",
        ending: "woff2",
        kind: "font/woff2",
        bytes: fs::read(dist.join(FONT))?,
    };
    let css = fs::read_to_string(dist.join("app.css"))?.replace(FONT, &hashed(&font));
    let map_worker = script("map-worker", fs::read(dist.join(MAP_WORKER))?);
    let map_sheet = Made {
        stem: "map",
        ..style(fs::read_to_string(dist.join(MAP_SHEET))?)
    };
    let map = fs::read_to_string(dist.join(MAP))?;
    let map = naming(
        &naming(&map, MAP_WORKER, &map_worker),
        MAP_SHEET,
        &map_sheet,
    );
    let map = script("map", map.into_bytes());
    let main = naming(&fs::read_to_string(dist.join("main.js"))?, MAP, &map);
    let mut made = vec![
        style(css),
        script("main", main.into_bytes()),
        map,
        map_worker,
        map_sheet,
        script("worker", fs::read(dist.join("worker.js"))?),
        script("together", fs::read(dist.join("together.js"))?),
        text("licences", fs::read(dist.join("licences.txt"))?),
        font,
    ];
    // Only `cargo xtask build` makes this one.
    made.extend(fs::read(dist.join("crates.txt")).map(|bytes| text("crates", bytes)));
    Ok(made)
}

/// A script with the address of a file in the place of the name that it knows it by.
fn naming(script: &str, name: &str, made: &Made) -> String {
    script.replace(
        &format!("/static/{name}"),
        &format!("/static/{}", hashed(made)),
    )
}

fn text(stem: &'static str, bytes: Vec<u8>) -> Made {
    Made {
        stem,
        ending: "txt",
        kind: "text/plain; charset=utf-8",
        bytes,
    }
}

fn lite_set(assets: &Path) -> io::Result<Vec<Made>> {
    let sheets = fs::read_dir(assets.join("src/css"))?;
    let mut sheets: Vec<PathBuf> = sheets
        .map(|entry| entry.map(|it| it.path()))
        .collect::<io::Result<_>>()?;
    sheets.retain(|path| path.extension().is_some_and(|ending| ending == "css"));
    sheets.sort();
    let mut css = String::new();
    for sheet in sheets {
        css.push_str(&fs::read_to_string(sheet)?);
        css.push('\n');
    }
    Ok(vec![
        style(css),
        script("main", fs::read(assets.join("lite/main.js"))?),
    ])
}

fn style(css: String) -> Made {
    Made {
        stem: "app",
        ending: "css",
        kind: "text/css; charset=utf-8",
        bytes: css.into_bytes(),
    }
}

fn script(stem: &'static str, bytes: Vec<u8>) -> Made {
    Made {
        stem,
        ending: "js",
        kind: "text/javascript; charset=utf-8",
        bytes,
    }
}

fn hashed(made: &Made) -> String {
    let hash = blake3::hash(&made.bytes).to_hex();
    let short: String = hash.chars().take(16).collect();
    format!("{}.{short}.{}", made.stem, made.ending)
}

fn write_table(out: &Path, made: &[Made], lite: bool) -> io::Result<()> {
    let mut table = String::from("static FILES: &[File] = &[\n");
    let mut address = [String::new(), String::new(), String::new()];
    for file in made {
        let name = hashed(file);
        let kept = |ending: &str, bytes: &[u8]| -> io::Result<String> {
            let path = out.join(format!("{name}{ending}"));
            fs::write(&path, bytes)?;
            Ok(format!("include_bytes!({path:?})"))
        };
        let plain = kept("", &file.bytes)?;
        // A font is compressed already.
        let (gzip, brotli) = if file.ending == "woff2" {
            ("&[]".to_owned(), "&[]".to_owned())
        } else {
            (
                kept(".gz", &gzip(&file.bytes)?)?,
                kept(".br", &brotli(&file.bytes)?)?,
            )
        };
        let kind = file.kind;
        let _ = writeln!(
            table,
            "File {{ name: {name:?}, kind: {kind:?}, plain: {plain}, gzip: {gzip}, \
             brotli: {brotli} }},"
        );
        let [css, js, font] = &mut address;
        match file.ending {
            "css" if file.stem == "app" => *css = format!("/static/{name}"),
            "js" if file.stem == "main" => *js = format!("/static/{name}"),
            "woff2" => *font = format!("/static/{name}"),
            _ => {}
        }
    }
    let [css, js, font] = address;
    let font = if font.is_empty() {
        "None".to_owned()
    } else {
        format!("Some({font:?})")
    };
    let _ = writeln!(
        table,
        "];\nconst CSS: &str = {css:?};\nconst JS: &str = {js:?};\n\
         const FONT: Option<&str> = {font};\n\
         /// True when the pages load the lite set: no Node was there when this was built.\n\
         pub const LITE: bool = {lite};"
    );
    fs::write(out.join("assets.rs"), table)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters)?;
    Ok(packed)
}
