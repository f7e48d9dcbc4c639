// SPDX-License-Identifier: EUPL-1.2
//! PDF files: what is read on their pages goes over, and what describes, runs or lies in them does
//! not.

#![expect(
    clippy::unwrap_used,
    reason = "a test that fails here is a failing test"
)]

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, MaybeRef, Name, Object, Stream};
use paraat_media::{Finding, clean_pdf};
use proptest::prelude::*;

/// What no cleaned file may hold, in whichever way it is packed.
const SECRET: &str = "J. de Wit, 52.0907N";

/// A file of these objects, numbered from 1; the first is its head.
fn file(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut file = "%PDF-1.7\n".to_owned();
    let mut table = String::new();
    for (number, object) in (1..).zip(objects) {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let (count, at) = (objects.len() + 1, file.len());
    file.push_str(&format!(
        "xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R \
         {trailer} >>\nstartxref\n{at}\n%%EOF\n"
    ));
    file.into_bytes()
}

fn stream(dict: &str, body: &str) -> String {
    let length = body.len();
    format!("<< {dict} /Length {length} >>\nstream\n{body}\nendstream")
}

/// What the page draws.
const CONTENT: &str = "BT /F1 12 Tf 72 720 Td (Dijk bij paal 7) Tj ET";

/// A document with one page and everything that programs add; `head` and `page` say more of both.
fn document(head: &str, page: &str, more: &[String]) -> Vec<u8> {
    let mut objects = vec![
        format!(
            "<< /Type /Catalog /Pages 2 0 R /Lang (nl) /Metadata 6 0 R /OpenAction << /S \
             /JavaScript /JS ({SECRET}) >> /AA << /WC 7 0 R >> /Names << /EmbeddedFiles << /Names \
             [({SECRET}) 8 0 R] >> /JavaScript 7 0 R /Dests << /Names [(kade) [3 0 R /Fit]] >> >> \
             /Outlines 10 0 R {head} >>"
        ),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /PieceInfo << /X ({SECRET}) >> \
             /LastModified (D:20260101) /Thumb 9 0 R /AA << /O 7 0 R >> {page} >>"
        ),
        stream("", CONTENT),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        stream("/Type /Metadata /Subtype /XML", SECRET),
        format!("<< /S /JavaScript /JS ({SECRET}) >>"),
        "<< /Type /Filespec /F (a.exe) /EF << /F 9 0 R >> >>".to_owned(),
        stream("/Type /EmbeddedFile", SECRET),
        format!("<< /First 11 0 R /Last 11 0 R /Count 1 /Author ({SECRET}) >>"),
        "<< /Title (Kade) /Parent 10 0 R /A << /S /GoTo /D (kade) /Next 7 0 R >> >>".to_owned(),
    ];
    objects.extend_from_slice(more);
    file(&objects, &format!("/Info << /Author ({SECRET}) >>"))
}

/// All that stands in a file, unpacked.
fn all_of(file: &[u8]) -> String {
    let pdf = Pdf::new(file.to_vec()).unwrap();
    let mut all = String::from_utf8_lossy(file).into_owned();
    for object in pdf.objects() {
        if let Object::Stream(stream) = object {
            let body = stream.decoded().map(|it| it.to_vec()).unwrap_or_default();
            all.push_str(&String::from_utf8_lossy(&body));
        }
    }
    all
}

fn page(file: &[u8]) -> (Pdf, usize) {
    let pdf = Pdf::new(file.to_vec()).unwrap();
    let count = pdf.pages().len();
    (pdf, count)
}

#[test]
fn the_pages_go_over_and_nothing_of_who_made_them() {
    let note = format!(
        "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents ({SECRET}) >> \
         << /Type /Annot /Subtype /Link /Rect [0 0 9 9] /T ({SECRET}) /A << /S /URI \
         /URI (https://a.example/) /Next 7 0 R >> >> << /Subtype /Link /Rect [0 0 9 9] /A << \
         /S /Launch /F ({SECRET}) >> >>]"
    );
    let cleaned = clean_pdf(document("", &note, &[])).unwrap();
    let all = all_of(&cleaned);
    for gone in [
        SECRET,
        "JavaScript",
        "EmbeddedFile",
        "Launch",
        "/Info",
        "/Thumb",
    ] {
        assert!(!all.contains(gone), "{gone}: {all}");
    }
    for kept in [
        CONTENT,
        "https://a.example/",
        "Helvetica",
        "(Kade)",
        "(kade)",
        "/Lang",
    ] {
        assert!(all.contains(kept), "{kept}: {all}");
    }
    let (pdf, count) = page(&cleaned);
    let pages = pdf.pages();
    let first = pages.first().unwrap();
    assert_eq!((count, first.page_stream()), (1, Some(CONTENT.as_bytes())));
    assert_eq!(first.media_box().x1, 595.0);
    let font: Option<Dict<'_>> = first.resources().get_font(&Name::new(b"F1").unwrap());
    assert!(font.is_some());
    // Cleaned once more it is the same size: nothing was left to take out.
    assert_eq!(clean_pdf(cleaned.clone()).unwrap().len(), cleaned.len());
}

#[test]
fn a_photo_in_a_document_is_cleaned_like_any_other() {
    let length = u8::try_from(SECRET.len() + 2).unwrap();
    let head = [0xff, 0xd8, 0xff, 0xfe, 0, length];
    let shown = b"\xff\xc0\0\x0b\x08\0\x02\0\x03\x01\x01\x11\0\
        \xff\xda\0\x08\x01\x01\0\0\x3f\0\x12\xff\xd9";
    let raw = [head.as_slice(), SECRET.as_bytes(), shown].concat();
    let mut file =
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type \
        /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 9 9] >>\nendobj\n3 0 obj\n<< /Type /Page \
        /Parent 2 0 R /Resources << /XObject << /I 4 0 R >> >> >>\nendobj\n"
            .to_vec();
    let head = format!(
        "4 0 obj\n<< /Subtype /Image /Width 3 /Height 2 /Filter /DCTDecode /Length {} >>\nstream\n",
        raw.len()
    );
    file.extend_from_slice(head.as_bytes());
    file.extend_from_slice(&raw);
    file.extend_from_slice(b"\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n");
    let cleaned = clean_pdf(file).unwrap();
    assert!(!String::from_utf8_lossy(&cleaned).contains(SECRET));
    let pdf = Pdf::new(cleaned).unwrap();
    let pages = pdf.pages();
    let resources = pages.first().unwrap().resources();
    let image: Stream<'_> = resources.get_x_object(&Name::new(b"I").unwrap()).unwrap();
    assert!(image.raw_data().starts_with(b"\xff\xd8\xff\xc0"));
}

#[test]
fn what_would_lose_by_it_is_refused_and_says_what_it_is() {
    let form = document(
        "/AcroForm << /Fields [12 0 R] >>",
        "",
        &["<< >>".to_owned()],
    );
    assert_eq!(clean_pdf(form), Err(Finding::Form));
    let field = "/Annots [<< /Subtype /Widget /Rect [0 0 9 9] /V (ja) >>]";
    assert_eq!(clean_pdf(document("", field, &[])), Err(Finding::Form));
    let locked = "<< /Filter /Standard /V 1 /R 2 /P -4 /O (00000000000000000000000000000000) /U \
        (00000000000000000000000000000000) >>";
    let pages = document("", "", &[]);
    let text = String::from_utf8(pages).unwrap();
    let text = text.replace(
        "/Info <<",
        &format!("/ID [(a) (b)] /Encrypt {locked} /Info <<"),
    );
    assert_eq!(clean_pdf(text.into_bytes()), Err(Finding::Locked));
    assert_eq!(clean_pdf(b"%PDF-1.7".to_vec()), Err(Finding::Damaged));
    assert_eq!(clean_pdf(b"MZ".to_vec()), Err(Finding::Unknown));
}

#[test]
fn what_leads_in_a_circle_or_too_deep_ends() {
    let circle = document(
        "/StructTreeRoot 12 0 R",
        "",
        &["<< /K [12 0 R 12 0 R] >>".to_owned()],
    );
    assert!(clean_pdf(circle).is_ok());
    let deep = format!("<< /K {}{} >>", "[".repeat(150), "]".repeat(150));
    let deep = document("/StructTreeRoot 12 0 R", "", &[deep]);
    assert!(matches!(
        clean_pdf(deep),
        Ok(_) | Err(Finding::TooManyParts)
    ));
}

/// True for what runs, or brings a file along, or holds something that does.
fn runs(object: &Object<'_>, depth: usize) -> bool {
    assert!(depth < 200, "an object that goes on without end");
    let held = |it: MaybeRef<Object<'_>>| match it {
        MaybeRef::Ref(_) => false,
        MaybeRef::NotRef(object) => runs(&object, depth + 1),
    };
    match object {
        Object::Array(list) => list.raw_iter().any(held),
        Object::Dict(dict) => runs_by(dict, held),
        Object::Stream(stream) => runs_by(stream.dict(), held),
        _ => false,
    }
}

fn runs_by(dict: &Dict<'_>, held: impl Fn(MaybeRef<Object<'_>>) -> bool) -> bool {
    let does: Option<Name<'_>> = dict.get("S");
    does.is_some_and(|it| &*it == b"JavaScript")
        || ["JS", "JavaScript", "EmbeddedFiles", "EF"]
            .iter()
            .any(|key| dict.contains_key(*key))
        || dict
            .keys()
            .any(|key| dict.get_raw(&*key).is_some_and(&held))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn bent_files_end_nothing_and_are_never_let_through_with_a_script(
        bends in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut file = document("", "", &[]);
        for (at, byte) in bends {
            let at = at.index(file.len());
            if let Some(place) = file.get_mut(at) {
                *place = byte;
            }
        }
        if let Ok(cleaned) = clean_pdf(file) {
            // What a page draws may spell it: as an object it must not be there.
            let cleaned = Pdf::new(cleaned).unwrap();
            prop_assert!(!cleaned.objects().into_iter().any(|it| runs(&it, 0)));
        }
    }
}
