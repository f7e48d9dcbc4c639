// SPDX-License-Identifier: EUPL-1.2
//! PDF (ISO 32000), written anew: its pages with what they draw, links, bookmarks, layers and the
//! structure for who reads by ear go over. What describes its makers, what runs by itself, files
//! that lie in it and notes beside the text do not; photos in it are cleaned as photos are. Call it
//! in a process of its own: a file that was made to do harm may take all it can get.

mod keys;
mod walk;

use std::panic::catch_unwind;

use hayro_syntax::object::{Array, Dict, MaybeRef, Object, ObjectIdentifier};
use hayro_syntax::page::{Page, Rotation};
use hayro_syntax::{LoadPdfError, Pdf};
use pdf_writer::{Chunk, Finish as _, Name, Rect};

use self::walk::Walk;
use crate::{Finding, MOST_BYTES};

/// Most pages of one file.
const MOST_PAGES: usize = 5_000;
/// Steps up the tree of pages in which what a page shares with others is looked for.
const STEPS_UP: usize = 32;
/// What goes over of the head of a document.
const OF_CATALOG: [&str; 7] = [
    "Lang",
    "MarkInfo",
    "StructTreeRoot",
    "Outlines",
    "PageLabels",
    "Dests",
    "OCProperties",
];

/// The document with its pages and what belongs to reading them, and nothing else.
///
/// # Errors
/// Why it is not taken: it opens with a password, is a form, or does not read.
pub fn clean_pdf(bytes: Vec<u8>) -> Result<Vec<u8>, Finding> {
    if bytes.len() > MOST_BYTES {
        return Err(Finding::TooLarge);
    }
    if crate::sort(&bytes)? != crate::Sort::Pdf {
        return Err(Finding::Unknown);
    }
    // What reads PDF falls over some files that are broken in the middle: they are damaged.
    catch_unwind(move || written_anew(bytes)).unwrap_or(Err(Finding::Damaged))
}

fn written_anew(bytes: Vec<u8>) -> Result<Vec<u8>, Finding> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Finding::Locked,
        LoadPdfError::Invalid => Finding::Damaged,
    })?;
    let catalog: Option<Dict<'_>> = pdf.xref().get(pdf.xref().root_id());
    let catalog = catalog.ok_or(Finding::Damaged)?;
    if is_form(&catalog) {
        return Err(Finding::Form);
    }
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(Finding::Damaged);
    }
    if pages.len() > MOST_PAGES {
        return Err(Finding::TooManyParts);
    }
    let mut walk = Walk::new(pdf.xref());
    let (head, tree) = (walk.fresh(), walk.fresh());
    let kids: Vec<_> = pages
        .iter()
        .map(|page| walk.page(page.raw().obj_id()))
        .collect();
    let mut whole = pdf_writer::Pdf::new();
    write_catalog(&mut walk, &mut whole, &catalog, (head, tree))?;
    let count = i32::try_from(kids.len()).map_err(|_many| Finding::TooManyParts)?;
    whole.pages(tree).kids(kids.iter().copied()).count(count);
    for (page, id) in pages.iter().zip(kids) {
        let mut chunk = Chunk::new();
        write_page(&mut walk, &mut chunk, page, (id, tree))?;
        walk.add(&chunk)?;
    }
    whole.extend(&walk.finish()?);
    Ok(whole.finish())
}

/// True for a form that somebody fills in or signs: what was filled in stands in the form.
fn is_form(catalog: &Dict<'_>) -> bool {
    let form: Option<Dict<'_>> = catalog.get("AcroForm");
    form.is_some_and(|form| {
        let fields: Option<Array<'_>> = form.get("Fields");
        let fields = fields.is_some_and(|it| it.raw_iter().next().is_some());
        fields || form.contains_key("XFA")
    })
}

fn write_catalog(
    walk: &mut Walk<'_>,
    whole: &mut pdf_writer::Pdf,
    catalog: &Dict<'_>,
    (head, tree): (pdf_writer::Ref, pdf_writer::Ref),
) -> Result<(), Finding> {
    let mut out = whole.catalog(head);
    out.pages(tree);
    for key in OF_CATALOG {
        if let Some(value) = catalog.get_raw::<Object<'_>>(key) {
            walk.value(out.insert(Name(key.as_bytes())), &value, 0)?;
        }
    }
    let names: Option<Dict<'_>> = catalog.get("Names");
    if let Some(places) = names.and_then(|names| names.get_raw::<Object<'_>>("Dests")) {
        let mut names = out.insert(Name(b"Names")).dict();
        walk.value(names.insert(Name(b"Dests")), &places, 0)?;
    }
    Ok(())
}

fn write_page(
    walk: &mut Walk<'_>,
    chunk: &mut Chunk,
    page: &Page<'_>,
    (id, tree): (pdf_writer::Ref, pdf_writer::Ref),
) -> Result<(), Finding> {
    let raw = page.raw();
    let rect = |it: hayro_syntax::object::Rect| {
        Rect::new(it.x0 as f32, it.y0 as f32, it.x1 as f32, it.y1 as f32)
    };
    let mut out = chunk.page(id);
    out.parent(tree)
        .media_box(rect(page.media_box()))
        .crop_box(rect(page.crop_box()))
        .rotate(match page.rotation() {
            Rotation::None => 0,
            Rotation::Horizontal => 90,
            Rotation::Flipped => 180,
            Rotation::FlippedHorizontal => 270,
        });
    for key in ["Contents", "Group", "UserUnit", "StructParents", "Tabs"] {
        if let Some(value) = raw.get_raw::<Object<'_>>(key) {
            walk.value(out.insert(Name(key.as_bytes())), &value, 0)?;
        }
    }
    let resources = out.insert(Name(b"Resources"));
    match inherited(page, "Resources") {
        Some(shared) => walk.value(resources, &shared, 0)?,
        None => resources.dict().finish(),
    }
    let notes: Option<Array<'_>> = raw.get("Annots");
    if let Some(notes) = notes {
        let mut links = out.insert(Name(b"Annots")).array();
        for note in notes.raw_iter() {
            if walk.is_link(&note)? {
                walk.value(links.push(), &note, 0)?;
            }
        }
    }
    Ok(())
}

/// What a page has, or shares with those beside it.
fn inherited<'a>(page: &Page<'a>, key: &str) -> Option<MaybeRef<Object<'a>>> {
    let mut at = page.raw().clone();
    for _ in 0..STEPS_UP {
        if let Some(found) = at.get_raw::<Object<'_>>(key) {
            return Some(found);
        }
        // Asked for by itself: a page knows that it was reached through its parent, and does not
        // go back.
        let up = at.get_raw::<Object<'_>>("Parent")?.as_obj_ref()?;
        let up = ObjectIdentifier::new(up.obj_number, up.gen_number);
        at = page.xref().get(up)?;
    }
    None
}
