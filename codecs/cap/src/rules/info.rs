// SPDX-License-Identifier: EUPL-1.2
//! What the standard says of what an alert tells.

use super::{At, Found, link};
use crate::alert::{Alert, Info, Named, Resource, Version};
use crate::guard;
use crate::rule;

/// Holds one `info` against the standard; its areas apart.
pub fn check(info: &Info, alert: &Alert, place: At<'_>, found: &mut Found) {
    found.needed(&info.event, place.one("event"));
    if let Some(language) = &info.language {
        let name = language
            .split('-')
            .next()
            .is_some_and(|first| first.len() > 3);
        found.add_if(name, &rule::LANGUAGE_NAME, place.one("language"), language);
    }
    times(info, alert, place, found);
    texts(info, place, found);
    named(&info.event_codes, place, "eventCode", found);
    named(&info.parameters, place, "parameter", found);
    if let Some(web) = &info.web {
        let place = place.one("web");
        safe(web, place, found);
        found.add_if(
            link::scheme(web).is_none(),
            &rule::RELATIVE_LINK,
            place,
            web,
        );
    }
    for (at, resource) in info.resources.iter().enumerate() {
        let place = place.nth("resource", at);
        file(resource, alert.version, place, found);
    }
}

/// In which order things happen.
fn times(info: &Info, alert: &Alert, place: At<'_>, found: &mut Found) {
    let Some(expires) = info.expires else {
        return;
    };
    let shown = expires.written().unwrap_or_default();
    let starts = [info.effective, alert.sent].into_iter().flatten();
    let first = starts.map(|start| start.at).any(|start| expires.at < start);
    found.add_if(first, &rule::EXPIRES_FIRST, place.one("expires"), &shown);
    if let Some(onset) = info.onset {
        let shown = onset.written().unwrap_or_default();
        let late = onset.at > expires.at;
        found.add_if(late, &rule::ONSET_LATE, place.one("onset"), &shown);
    }
}

/// What people read.
fn texts(info: &Info, place: At<'_>, found: &mut Found) {
    for (name, text) in [
        ("senderName", &info.sender_name),
        ("headline", &info.headline),
        ("description", &info.description),
        ("instruction", &info.instruction),
        ("contact", &info.contact),
    ] {
        let Some(text) = text else { continue };
        let place = place.one(name);
        found.honest(text, place);
        found.add_if(has_markup(text), &rule::TEXT_MARKUP, place, name);
    }
}

/// True with a tag or a name of a character as web pages have them.
fn has_markup(text: &str) -> bool {
    let tag = |after: &str| {
        let name = after.strip_prefix('/').unwrap_or(after);
        let letter = name.starts_with(|letter: char| letter.is_ascii_alphabetic());
        letter && name.find('>').is_some_and(|end| end < 80)
    };
    let character = |after: &str| {
        let name: String = after.chars().take(12).take_while(|it| *it != ';').collect();
        let known = !name.is_empty()
            && name
                .chars()
                .all(|it| it.is_ascii_alphanumeric() || it == '#');
        known
            && name.len() < 10
            && after
                .get(name.len()..)
                .is_some_and(|rest| rest.starts_with(';'))
    };
    text.split('<').skip(1).any(tag) || text.split('&').skip(1).any(character)
}

/// Values with the list that they are from.
pub fn named(values: &[Named], place: At<'_>, element: &str, found: &mut Found) {
    for (at, value) in values.iter().enumerate() {
        let place = place.nth(element, at);
        let none = value.name.is_empty() || value.value.is_empty();
        found.add_if(none, &rule::NO_VALUE, place, element);
        let pointed = value.name.matches('.').count() > 1;
        let letters = value.name.split('.').all(|part| part.chars().count() <= 1);
        found.add_if(pointed && letters, &rule::ACRONYM, place, &value.name);
    }
}

fn safe(link: &str, place: At<'_>, found: &mut Found) {
    found.add_if(!link::is_safe(link), &rule::UNSAFE_LINK, place, link);
}

/// A file that belongs to an alert.
fn file(resource: &Resource, version: Version, place: At<'_>, found: &mut Found) {
    found.needed(&resource.description, place.one("resourceDesc"));
    let kind = &resource.media_type;
    // CAP 1.1 may leave it out.
    let told = version == Version::V1_2 || !kind.is_empty();
    found.add_if(
        told && !is_media_type(kind),
        &rule::MEDIA_TYPE,
        place.one("mimeType"),
        kind,
    );
    let nowhere = resource.uri.is_none() && resource.content.is_none();
    found.add_if(nowhere, &rule::NOWHERE, place, &resource.description);
    if let Some(uri) = &resource.uri {
        safe(uri, place.one("uri"), found);
        // Relative it names the file that is in the alert.
        let loose = link::scheme(uri).is_none() && resource.content.is_none();
        found.add_if(loose, &rule::RELATIVE_LINK, place.one("uri"), uri);
    }
    if let Some(content) = &resource.content {
        found.add_if(
            !is_base64(content),
            &rule::BASE64,
            place.one("derefUri"),
            content,
        );
    }
    if let Some(digest) = &resource.digest {
        let sha = digest.len() == 40 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
        found.add_if(!sha, &rule::DIGEST, place.one("digest"), digest);
    }
}

fn is_media_type(text: &str) -> bool {
    let (kind, rest) = text.split_once('/').unwrap_or_default();
    let sub = rest.split(';').next().unwrap_or_default().trim_end();
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte);
    let fine = |text: &str| !text.is_empty() && text.bytes().all(letter);
    fine(kind) && fine(sub) && !text.contains(guard::is_trick)
}

fn is_base64(text: &str) -> bool {
    let bytes = text.bytes().filter(|byte| !byte.is_ascii_whitespace());
    let (mut letters, mut padding) = (0_usize, 0_usize);
    for byte in bytes {
        match byte {
            b'=' => padding += 1,
            b'+' | b'/' if padding == 0 => letters += 1,
            _ if padding == 0 && byte.is_ascii_alphanumeric() => letters += 1,
            _ => return false,
        }
    }
    padding < 3 && (letters + padding) % 4 == 0
}

#[cfg(test)]
mod tests {
    use super::{has_markup, is_base64, is_media_type};

    #[test]
    fn markup_is_told_from_text() {
        for bad in [
            "<b>Blijf binnen</b>",
            "een&nbsp;twee",
            "a <br/> b",
            "&#233;",
        ] {
            assert!(has_markup(bad), "{bad}");
        }
        for good in [
            "a < b en c > d",
            "R&D; en meer? Nee: R & D",
            "wind <5",
            "sms AT&T",
        ] {
            assert_eq!(has_markup(good), good.contains("R&D;"), "{good}");
        }
    }

    #[test]
    fn files_are_described() {
        assert!(is_media_type("image/svg+xml; charset=utf-8") && !is_media_type("plaatje"));
        assert!(is_base64("YWJj\nZA==") && !is_base64("YWJ") && !is_base64("a=b="));
    }
}
