// SPDX-License-Identifier: EUPL-1.2
//! `anyURI`: what is a reference by RFC 3986 once every character that may not stand in one is
//! escaped. That is how the usual schema validators see it.

/// True when the text is such a reference. White space around it must be gone.
pub fn holds(text: &str) -> bool {
    let (rest, fragment) = match text.split_once('#') {
        Some((rest, fragment)) => (rest, Some(fragment)),
        None => (text, None),
    };
    // Brackets may stand in a fragment: pointers into XML have them.
    if fragment.is_some_and(|it| it.contains('#') || !escapes(it)) {
        return false;
    }
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    if !plain(query) {
        return false;
    }
    let first = rest.split('/').next().unwrap_or_default();
    let rest = match first.split_once(':') {
        Some((scheme, _)) if is_scheme(scheme) => rest.get(scheme.len() + 1..).unwrap_or_default(),
        Some(_) => return false,
        None => rest,
    };
    let Some(rest) = rest.strip_prefix("//") else {
        return plain(rest);
    };
    let (authority, path) = match rest.find('/') {
        Some(at) => rest.split_at_checked(at).unwrap_or((rest, "")),
        None => (rest, ""),
    };
    is_authority(authority) && plain(path)
}

fn is_scheme(text: &str) -> bool {
    let rest = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    text.bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_alphabetic())
        && text.bytes().all(rest)
}

fn is_authority(text: &str) -> bool {
    let (user, rest) = match text.split_once('@') {
        Some((user, rest)) => (user, rest),
        None => ("", text),
    };
    if !plain(user) || rest.contains('@') {
        return false;
    }
    let (host, port) = match rest.strip_prefix('[') {
        Some(literal) => match literal.split_once(']') {
            Some((_, "")) => ("", None),
            Some((_, after)) => match after.strip_prefix(':') {
                Some(port) => ("", Some(port)),
                None => return false,
            },
            None => return false,
        },
        None => match rest.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (rest, None),
        },
    };
    let is_port =
        |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<i32>().is_ok();
    plain(host) && port.is_none_or(is_port)
}

/// True without brackets and with whole escapes.
fn plain(text: &str) -> bool {
    !text.contains(['[', ']']) && escapes(text)
}

fn escapes(text: &str) -> bool {
    text.split('%').skip(1).all(|after| {
        let hex = |at: usize| after.as_bytes().get(at).is_some_and(u8::is_ascii_hexdigit);
        hex(0) && hex(1)
    })
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn references_hold() {
        for good in [
            "",
            "http://a",
            "http://a b",
            "http://[::1]:80/",
            "a:b",
            "a/b:c",
            "#a[",
            "mailto:a@b",
            "//:80",
            "///",
            "http:?",
            "caf\u{e9}",
            "<",
            "../a",
            "http://u:p@h:1/p?q#f",
            "%41",
        ] {
            assert!(holds(good), "{good}");
        }
    }

    #[test]
    fn what_is_none_does_not() {
        for bad in [
            "http://[",
            "http://a:b/",
            "http://a:/",
            "1:foo",
            ":a",
            "%zz",
            "%4",
            "a#b#c",
            "a?[x]",
            "http://a@b@c/",
            "http://a:1:2/",
            "x:[a]",
            "\u{e1}:b",
            "http://a:99999999999/",
        ] {
            assert!(!holds(bad), "{bad}");
        }
    }
}
