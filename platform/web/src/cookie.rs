// SPDX-License-Identifier: EUPL-1.2
//! Cookies: five of them, none readable by script.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::Settings;

/// What a cookie is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cookie {
    /// The secret of the session.
    Session,
    /// The secret of a device that signed in before.
    Device,
    /// The language.
    Language,
    /// Light or dark.
    Theme,
}

/// Ten years in seconds: preferences of a device.
pub(crate) const LONG: u32 = 315_360_000;

impl Cookie {
    fn name(self) -> &'static str {
        match self {
            Self::Session => "paraat",
            Self::Device => "paraat-device",
            Self::Language => "paraat-taal",
            Self::Theme => "paraat-thema",
        }
    }

    /// Its value in a request.
    pub(crate) fn read<'a>(self, settings: &Settings, headers: &'a HeaderMap) -> Option<&'a str> {
        let all = headers.get_all(header::COOKIE).into_iter();
        let mut pairs = all
            .filter_map(|it| it.to_str().ok())
            .flat_map(|line| line.split(';'));
        pairs.find_map(|pair| {
            let (name, value) = pair.trim().split_once('=')?;
            let name = if settings.secure_cookies {
                name.strip_prefix("__Host-")?
            } else {
                name
            };
            (name == self.name() && !value.is_empty()).then_some(value)
        })
    }

    /// The header that sets it for so many seconds; 0 takes it away.
    pub(crate) fn set(self, settings: &Settings, value: &str, seconds: u32) -> Option<HeaderValue> {
        let (prefix, secure) = if settings.secure_cookies {
            ("__Host-", "; Secure")
        } else {
            ("", "")
        };
        let name = self.name();
        let text = format!(
            "{prefix}{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"
        );
        HeaderValue::from_str(&text).ok()
    }
}
