// SPDX-License-Identifier: EUPL-1.2
//! Links of a sender: text of somebody else that ends up under somebody's finger.

use crate::guard;

/// What a link may begin with.
const SCHEMES: [&str; 4] = ["http", "https", "ftp", "mailto"];

/// Its scheme, if it has one.
pub fn scheme(link: &str) -> Option<&str> {
    let (scheme, _) = link.split_once(':')?;
    (!scheme.contains(['/', '?', '#'])).then_some(scheme)
}

/// True when following it runs nothing. What browsers leave out of a link may hide its scheme.
pub fn is_safe(link: &str) -> bool {
    let hides = |letter: char| letter.is_control() || letter == '\\' || guard::is_trick(letter);
    let known = |scheme: &str| SCHEMES.iter().any(|it| it.eq_ignore_ascii_case(scheme));
    !link.contains(hides) && scheme(link).is_none_or(known)
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn what_runs_is_not_safe() {
        for good in [
            "https://example.nl/a:b",
            "HTTP://x",
            "mailto:a@b",
            "kaart.png",
            "a/b:c",
        ] {
            assert!(is_safe(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "java\nscript:x",
            "data:text/html,x",
            "file:///etc",
            "\\\\x",
        ] {
            assert!(!is_safe(bad), "{bad}");
        }
    }
}
