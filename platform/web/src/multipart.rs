// SPDX-License-Identifier: EUPL-1.2
//! The body of a form with a file (`multipart/form-data`, RFC 7578), read whole: it was bounded
//! before it came here.

use axum::http::{HeaderMap, header};

/// One part of the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Part<'a> {
    /// Name of the field.
    pub name: String,
    /// Name of the file, when it is one.
    pub file: Option<String>,
    /// What stands in it.
    pub body: &'a [u8],
}

/// The boundary that the headers name; none when the body is no such form.
pub(crate) fn boundary(headers: &HeaderMap) -> Option<String> {
    let kind = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let (kind, rest) = kind.split_once(';')?;
    let named = rest
        .split(';')
        .find_map(|it| it.trim().strip_prefix("boundary="))?;
    let boundary = named.trim_matches('"');
    let right = kind.trim().eq_ignore_ascii_case("multipart/form-data");
    (right && (1..=70).contains(&boundary.len())).then(|| boundary.to_owned())
}

/// Most parts that a form with a file has.
const MOST: usize = 16;

/// The parts of a body; none when it does not end as it should, or has more of them than any form
/// of ours.
pub(crate) fn parts<'a>(body: &'a [u8], boundary: &str) -> Option<Vec<Part<'a>>> {
    let line = format!("--{boundary}");
    let between = format!("\r\n--{boundary}");
    let mut rest = after(body, line.as_bytes())?;
    let mut parts = Vec::new();
    while !rest.starts_with(b"--") {
        if parts.len() == MOST {
            return None;
        }
        let (head, tail) = cut(rest.strip_prefix(b"\r\n")?, b"\r\n\r\n")?;
        let (body, tail) = cut(tail, between.as_bytes())?;
        let mut part = Part {
            body,
            ..Part::default()
        };
        read_head(&String::from_utf8_lossy(head), &mut part);
        parts.push(part);
        rest = tail;
    }
    Some(parts)
}

fn read_head(head: &str, part: &mut Part<'_>) {
    let disposition = head.split("\r\n").find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim()
            .eq_ignore_ascii_case("content-disposition")
            .then_some(value)
    });
    let Some(disposition) = disposition else {
        return;
    };
    part.name = parameter(disposition, "name").unwrap_or_default();
    part.file = parameter(disposition, "filename");
}

/// A value between quotation marks. Browsers write a quotation mark in it as `%22`.
fn parameter(disposition: &str, name: &str) -> Option<String> {
    let begin = format!("; {name}=\"");
    let (_, rest) = disposition.split_once(&begin)?;
    let (value, _) = rest.split_once('"')?;
    Some(value.replace("%22", "\""))
}

fn after<'a>(bytes: &'a [u8], wanted: &[u8]) -> Option<&'a [u8]> {
    cut(bytes, wanted).map(|(_, rest)| rest)
}

/// What stands before and behind the first place of a sequence.
fn cut<'a>(bytes: &'a [u8], wanted: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = memchr::memmem::find(bytes, wanted)?;
    Some((bytes.get(..at)?, bytes.get(at + wanted.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &[u8] = b"--x7\r\nContent-Disposition: form-data; name=\"keep\"\r\n\r\nall\r\n\
        --x7\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a %22b%22.csv\"\r\n\
        Content-Type: text/csv\r\n\r\na;b\r\n--x\r\n1;2\r\n\r\n--x7--\r\n";

    #[test]
    fn fields_and_files_are_read_as_they_were_sent() {
        let parts = parts(BODY, "x7").unwrap();
        assert_eq!(
            (parts[0].name.as_str(), parts[0].body),
            ("keep", &b"all"[..])
        );
        assert_eq!(parts[1].file.as_deref(), Some("a \"b\".csv"));
        assert_eq!(parts[1].body, b"a;b\r\n--x\r\n1;2\r\n");
    }

    #[test]
    fn what_is_broken_off_is_not_read() {
        for end in 0..BODY.len() - 4 {
            assert_eq!(parts(&BODY[..end], "x7"), None, "{end}");
        }
    }

    #[test]
    fn no_form_has_more_than_sixteen_parts() {
        let body = |parts: usize| {
            let part = "--x7\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n";
            format!("{}--x7--\r\n", part.repeat(parts))
        };
        assert_eq!(
            parts(body(16).as_bytes(), "x7").map(|it| it.len()),
            Some(16)
        );
        assert_eq!(parts(body(17).as_bytes(), "x7"), None);
    }

    #[test]
    fn only_forms_with_files_have_a_boundary() {
        let of = |kind: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::CONTENT_TYPE, kind.parse().unwrap());
            boundary(&headers)
        };
        assert_eq!(
            of("multipart/form-data; boundary=x7").as_deref(),
            Some("x7")
        );
        assert_eq!(
            of("Multipart/Form-Data; boundary=\"x 7\"").as_deref(),
            Some("x 7")
        );
        for other in [
            "text/csv; boundary=x7",
            "multipart/form-data",
            "multipart/form-data; boundary=",
        ] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
