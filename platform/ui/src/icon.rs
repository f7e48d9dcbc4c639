// SPDX-License-Identifier: EUPL-1.2
//! Icons of our own: simple strokes on a grid of 24. An icon never stands alone; a word stands
//! beside it, or names the control for those who cannot see it.

use maud::{Markup, html};

/// Draws an icon by name. A name that is not drawn gives a plain ring, so that a module can name
/// its icon before it is drawn here.
pub fn icon(name: &str) -> Markup {
    html! {
        svg.icon viewBox="0 0 24 24" aria-hidden="true" focusable="false" {
            path d=(strokes(name)) {}
        }
    }
}

/// True when there is a drawing of this name.
pub fn is_drawn(name: &str) -> bool {
    strokes(name) != RING
}

const RING: &str = "M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14";

fn strokes(name: &str) -> &'static str {
    match name {
        "home" => "M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6",
        "agenda" => "M5 4h14v16H5zM9 4v16M12 8h4M12 12h4M12 16h4",
        "network" => "M12 3v6M5 21l4-7M19 21l-4-7M9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0",
        "risk" => "M12 4l9 16H3zM12 10v5M12 17.5v.5",
        "planning" => "M5 3h9l5 5v13H5zM14 3v5h5M8 13h8M8 17h5",
        "capability" => "M3 7h11v10H3zM14 10h4l3 3v4h-7M7 17v2M17 17v2",
        "command" => "M12 3v5M6 8h12v4M6 8v4M4 12h4v4H4zM16 12h4v4h-4zM12 16v4M9 20h6",
        "incident" => "M12 3l8 4v6c0 4-3 7-8 8c-5-1-8-4-8-8V7zM12 8v5M12 16v.5",
        "communication" => "M4 5h16v11H11l-5 4v-4H4zM8 9h8M8 12h5",
        "society" => "M8 6a3 3 0 1 0 0 6a3 3 0 1 0 0-6M3 19c0-4 2-6 5-6s5 2 5 6M15 7h5M15 11h6",
        "recovery" => "M5 12a7 7 0 1 1 2 5M5 20v-4h4M12 8v4l3 2",
        "learning" => "M12 5L2 9.5l10 4.5 10-4.5zM6 12v5c3 3 9 3 12 0v-5",
        "trust" => "M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5zM12 14v3",
        "registers" => "M4 6c0-3 16-3 16 0v12c0 3-16 3-16 0zM4 6c0 3 16 3 16 0M4 12c0 3 16 3 16 0",
        "search" => "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5L21 21",
        "moon" => "M19 14.5A8 8 0 1 1 10 4.5a6.5 6.5 0 0 0 9 10",
        "sun" => {
            "M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4\
             M17.6 17.6L19 19M5 19l1.4-1.4M17.6 6.4L19 5"
        }
        "menu" => "M4 6h16M4 12h16M4 18h16",
        "person" => "M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M4 21c0-5 3-7 8-7s8 2 8 7",
        "exit" => "M10 4H5v16h5M10 12h11M17 8l4 4-4 4",
        "admin" => {
            "M4 7h10M18 7h2M4 17h2M10 17h10M14 7a2 2 0 1 0 4 0a2 2 0 1 0-4 0\
             M6 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0"
        }
        "clock" => "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16M12 8v4l3 2",
        "history" => "M4 12a8 8 0 1 0 3-6M4 4v4h4M12 8v4l3 2",
        "info" => "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16M12 11v5M12 8v.5",
        "check" => "M5 12.5l5 5L20 7",
        "close" => "M6 6l12 12M18 6L6 18",
        "add" => "M12 5v14M5 12h14",
        "edit" => "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
        "comment" => "M4 5h16v11H9l-5 4z",
        "next" => "M9 5l7 7-7 7",
        "previous" => "M15 5l-7 7 7 7",
        "down" => "M6 9l6 6 6-6",
        "filter" => "M3 5h18l-7 8v6l-4-2v-4z",
        "tree" => "M5 4v14h5M5 10h5M12 8h7v4h-7zM12 16h7v4h-7z",
        "board" => "M4 5h4v14H4zM10 5h4v9h-4zM16 5h4v6h-4z",
        "timeline" => "M4 4v16h16M7 8h6M10 12h7M8 16h5",
        "map" => "M4 6l5-2 6 2 5-2v14l-5 2-6-2-5 2zM9 4v14M15 6v14",
        "table" => "M4 5h16v14H4zM4 10h16M10 5v14",
        "print" => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
        "link" => "M10 14l4-4M8 11l-2 2a3.5 3.5 0 0 0 5 5l2-2M16 13l2-2a3.5 3.5 0 0 0-5-5l-2 2",
        "refresh" => "M19 8a8 8 0 1 0 1 6M20 4v5h-5",
        "signal" => {
            "M12 11v2M8 8a6 6 0 0 0 0 8M16 8a6 6 0 0 1 0 8M5 5a10 10 0 0 0 0 14\
             M19 5a10 10 0 0 1 0 14"
        }
        _ => RING,
    }
}

/// The sign of Paraat: a ready mark within an open ring.
pub fn brand() -> Markup {
    html! {
        svg.brand-sign viewBox="0 0 24 24" aria-hidden="true" focusable="false" {
            path d="M20 9a9 9 0 1 0 .6 5" {}
            path d="M7.5 12.5l3.5 3.5L21 5.5" {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_icon_is_hidden_from_readers_and_an_unknown_one_is_a_ring() {
        assert!(icon("home").into_string().contains(r#"aria-hidden="true""#));
        assert!(is_drawn("agenda"));
        assert!(!is_drawn("unicorn"));
    }
}
