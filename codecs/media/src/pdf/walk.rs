// SPDX-License-Identifier: EUPL-1.2
//! From what goes over to all that it rests on, each object once.

use std::collections::BTreeMap;
use std::io::Read as _;

use flate2::read::ZlibDecoder;
use hayro_syntax::Filter;
use hayro_syntax::object::{Dict, MaybeRef, ObjRef, Object, ObjectIdentifier, Stream};
use hayro_syntax::xref::XRef;
use pdf_writer::{Chunk, Name, Null, Obj, Ref, Str};

use super::keys;
use crate::jpeg::{self, Turn};
use crate::{Finding, MOST_BYTES};

/// Most objects of one file.
const MOST_OBJECTS: usize = 300_000;
/// So deep may lists stand in each other.
const DEEPEST: usize = 100;
/// Most bytes of what is written: what was packed together before may stand apart now.
const MOST_WRITTEN: usize = 3 * MOST_BYTES;
/// What a link may do, of all that a PDF knows.
const LEADS: [&[u8]; 2] = [b"URI", b"GoTo"];
/// What an object may be that is of the file and not of its pages.
const OF_THE_FILE: [&[u8]; 6] = [
    b"Page",
    b"Pages",
    b"Catalog",
    b"Metadata",
    b"EmbeddedFile",
    b"Filespec",
];

/// What was written so far, and what is still to be.
pub(super) struct Walk<'a> {
    xref: &'a XRef,
    known: BTreeMap<(i32, i32), Ref>,
    waiting: Vec<ObjRef>,
    next: Ref,
    out: Chunk,
}

/// What becomes of the entries of a dictionary.
type Goes = fn(&[u8]) -> bool;

impl<'a> Walk<'a> {
    pub fn new(xref: &'a XRef) -> Self {
        Self {
            xref,
            known: BTreeMap::new(),
            waiting: Vec::new(),
            next: Ref::new(1),
            out: Chunk::new(),
        }
    }

    /// A number that no object has yet.
    pub fn fresh(&mut self) -> Ref {
        self.next.bump()
    }

    /// The number of a page, so that what leads to it finds it.
    pub fn page(&mut self, id: Option<ObjectIdentifier>) -> Ref {
        let fresh = self.fresh();
        if let Some(id) = id {
            self.known
                .entry((id.obj_number, id.gen_number))
                .or_insert(fresh);
        }
        fresh
    }

    /// Takes what was written along.
    pub fn add(&mut self, chunk: &Chunk) -> Result<(), Finding> {
        if self.out.len() + chunk.len() > MOST_WRITTEN {
            return Err(Finding::TooLarge);
        }
        self.out.extend(chunk);
        Ok(())
    }

    /// Writes all that was pointed at, and answers everything.
    pub fn finish(mut self) -> Result<Chunk, Finding> {
        while let Some(at) = self.waiting.pop() {
            let id = ObjectIdentifier::new(at.obj_number, at.gen_number);
            let found: Option<Object<'_>> = self.xref.get(id);
            let mut chunk = Chunk::new();
            let to = self.refer(at)?;
            match found {
                Some(Object::Stream(stream)) => self.stream(&mut chunk, to, &stream)?,
                Some(object) => self.object(chunk.indirect(to), &object, 0)?,
                None => chunk.indirect(to).primitive(Null),
            }
            self.add(&chunk)?;
        }
        Ok(self.out)
    }

    /// The number of an object, which waits to be written when it is new.
    fn refer(&mut self, to: ObjRef) -> Result<Ref, Finding> {
        let key = (to.obj_number, to.gen_number);
        if let Some(known) = self.known.get(&key) {
            return Ok(*known);
        }
        if self.known.len() >= MOST_OBJECTS {
            return Err(Finding::TooManyParts);
        }
        let fresh = self.fresh();
        self.known.insert(key, fresh);
        self.waiting.push(to);
        Ok(fresh)
    }

    /// Writes a value, or where it stands.
    pub fn value(
        &mut self,
        out: Obj<'_>,
        value: &MaybeRef<Object<'_>>,
        depth: usize,
    ) -> Result<(), Finding> {
        match value {
            MaybeRef::Ref(to) => out.primitive(self.refer(*to)?),
            MaybeRef::NotRef(object) => self.object(out, object, depth)?,
        }
        Ok(())
    }

    fn object(&mut self, out: Obj<'_>, object: &Object<'_>, depth: usize) -> Result<(), Finding> {
        if depth > DEEPEST {
            return Err(Finding::TooManyParts);
        }
        match object {
            // A stream stands by itself only.
            Object::Null(_) | Object::Stream(_) => out.primitive(Null),
            Object::Boolean(it) => out.primitive(*it),
            Object::Number(it) => {
                let number = it.as_f64();
                match number.fract() == 0.0 && number.abs() < f64::from(i32::MAX) {
                    true => out.primitive(number as i32),
                    false => out.primitive(number as f32),
                }
            }
            Object::String(it) => out.primitive(Str(it.as_bytes())),
            Object::Name(it) => out.primitive(Name(it)),
            Object::Array(it) => {
                let mut list = out.array();
                for item in it.raw_iter() {
                    self.value(list.push(), &item, depth + 1)?;
                }
            }
            Object::Dict(it) => self.dict(out, it, depth)?,
        }
        Ok(())
    }

    fn dict(&mut self, out: Obj<'_>, dict: &Dict<'_>, depth: usize) -> Result<(), Finding> {
        let goes: Goes = match sort(dict) {
            Sort::OfTheFile | Sort::Note => {
                out.primitive(Null);
                return Ok(());
            }
            Sort::Link => keys::of_link,
            Sort::Action => keys::of_action,
            Sort::Other => keys::goes_over,
        };
        self.entries(&mut out.dict(), dict, goes, depth)
    }

    fn entries(
        &mut self,
        out: &mut pdf_writer::Dict<'_>,
        dict: &Dict<'_>,
        goes: Goes,
        depth: usize,
    ) -> Result<(), Finding> {
        let mut keys: Vec<_> = dict.keys().collect();
        keys.sort();
        for key in keys.into_iter().filter(|key| goes(key)) {
            let value: Option<MaybeRef<Object<'_>>> = dict.get_raw(&*key);
            // What does not read is as if it were not there.
            if let Some(value) = value {
                self.value(out.insert(Name(&key)), &value, depth + 1)?;
            }
        }
        Ok(())
    }

    fn stream(&mut self, out: &mut Chunk, to: Ref, stream: &Stream<'_>) -> Result<(), Finding> {
        let dict = stream.dict();
        if matches!(sort(dict), Sort::OfTheFile) {
            out.indirect(to).primitive(Null);
            return Ok(());
        }
        let raw = stream.raw_data();
        let photo = match stream.filters().as_slice() {
            [Filter::DctDecode] => Some(jpeg::clean(&raw, Turn::Drop)?.0),
            [Filter::FlateDecode, Filter::DctDecode] => {
                Some(jpeg::clean(&unpacked(&raw)?, Turn::Drop)?.0)
            }
            // How else a photo may be packed nobody does: it is not looked into.
            several if several.contains(&Filter::DctDecode) => return Err(Finding::Damaged),
            _ => None,
        };
        let goes: Goes = match photo {
            Some(_) => |key| of_stream(key) && key != b"Filter" && key != b"DecodeParms",
            None => of_stream,
        };
        let mut written = out.stream(to, photo.as_deref().unwrap_or(&raw));
        if photo.is_some() {
            written.filter(pdf_writer::Filter::DctDecode);
        }
        self.entries(&mut written, dict, goes, 0)
    }

    /// True for a note on a page that is a link. A field to be filled in makes the file a form.
    pub fn is_link(&self, note: &MaybeRef<Object<'_>>) -> Result<bool, Finding> {
        let found = |at: &ObjRef| {
            let id = ObjectIdentifier::new(at.obj_number, at.gen_number);
            self.xref.get::<Dict<'_>>(id)
        };
        let (held, read);
        let dict = match note {
            MaybeRef::Ref(at) => {
                read = found(at);
                read.as_ref()
            }
            MaybeRef::NotRef(object) => {
                held = object.clone().into_dict();
                held.as_ref()
            }
        };
        let subtype: Option<hayro_syntax::object::Name<'_>> = dict.and_then(|it| it.get("Subtype"));
        match subtype.as_deref() {
            Some(b"Widget") => Err(Finding::Form),
            Some(b"Link") => Ok(true),
            _ => Ok(false),
        }
    }
}

fn of_stream(key: &[u8]) -> bool {
    key != b"Length" && keys::goes_over(key)
}

fn unpacked(raw: &[u8]) -> Result<Vec<u8>, Finding> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
    let read = ZlibDecoder::new(raw).take(most).read_to_end(&mut bytes);
    read.map(|_length| bytes).map_err(|_bad| Finding::Damaged)
}

/// What sort of dictionary it is, as far as that decides what becomes of it.
enum Sort {
    OfTheFile,
    /// A note on a page: a comment, a stamp, a film.
    Note,
    Link,
    /// What is done when a link is followed, and leads somewhere.
    Action,
    Other,
}

fn sort(dict: &Dict<'_>) -> Sort {
    let name = |key: &str| dict.get::<hayro_syntax::object::Name<'_>>(key);
    let of_the_file = name("Type").is_some_and(|it| OF_THE_FILE.contains(&&*it));
    if of_the_file || dict.contains_key("EF") {
        return Sort::OfTheFile;
    }
    if dict.contains_key("Rect")
        && let Some(subtype) = name("Subtype")
    {
        return match &*subtype {
            b"Link" => Sort::Link,
            _ => Sort::Note,
        };
    }
    match name("S") {
        Some(does) if LEADS.contains(&&*does) => Sort::Action,
        // Whatever else a PDF may do by itself or when it is pressed.
        Some(does) if DOES.contains(&&*does) => Sort::Note,
        _ => Sort::Other,
    }
}

/// What actions are called besides those that lead somewhere (ISO 32000-2, table 201).
const DOES: [&[u8]; 17] = [
    b"GoToR",
    b"GoToE",
    b"GoToDp",
    b"Launch",
    b"Thread",
    b"Sound",
    b"Movie",
    b"Hide",
    b"Named",
    b"SubmitForm",
    b"ResetForm",
    b"ImportData",
    b"SetOCGState",
    b"Rendition",
    b"Trans",
    b"GoTo3DView",
    b"JavaScript",
];
