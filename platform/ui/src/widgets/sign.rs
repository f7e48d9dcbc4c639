// SPDX-License-Identifier: EUPL-1.2
//! States are shown three ways at once: by word, by shape and by colour, so that none of them
//! is needed alone.

use maud::{Markup, html};
use paraat_kernel::Label;

use crate::words::Voice;

/// The shape beside a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Filled dot: confirmed, done, in order.
    Dot,
    /// Open ring: not begun, not confirmed, out of date.
    Ring,
    /// Half-filled ring: under way.
    Half,
    /// Square: raised.
    Square,
    /// Diamond: serious.
    Diamond,
    /// Triangle: critical.
    Triangle,
    /// Check mark: decided, finished.
    Check,
    /// Cross: dropped, refused.
    Cross,
    /// Two bars: goes on without end.
    Bars,
}

/// The colour of a sign. The hues of severity are for severity only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Tone {
    /// Ink on paper.
    #[default]
    Neutral,
    /// Blue: a decision, something selected.
    Info,
    /// Green: in order, recovering.
    Good,
    /// Amber: raised.
    Elevated,
    /// Orange: serious.
    Serious,
    /// Red: critical.
    Critical,
}

impl Tone {
    /// The part of the class name that stands for this colour.
    pub fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Info => "info",
            Self::Good => "good",
            Self::Elevated => "elevated",
            Self::Serious => "serious",
            Self::Critical => "critical",
        }
    }
}

/// The shape alone, hidden from readers of the screen: a word must stand beside it.
pub fn mark(mark: Mark) -> Markup {
    let (class, path) = match mark {
        Mark::Dot => ("mark", "M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10"),
        Mark::Ring => (
            "mark mark-open",
            "M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9",
        ),
        Mark::Half => (
            "mark",
            "M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10M6 2.5v7a3.5 3.5 0 0 0 0-7",
        ),
        Mark::Square => ("mark", "M1 1h10v10H1z"),
        Mark::Diamond => ("mark", "M6 0l6 6-6 6-6-6z"),
        Mark::Triangle => ("mark", "M6 .5L12 11H0z"),
        Mark::Check => ("mark mark-open", "M1 6.5l3.5 3.5L11 2.5"),
        Mark::Cross => ("mark mark-open", "M2 2l8 8M10 2l-8 8"),
        Mark::Bars => ("mark mark-open", "M1 4h10M1 8h10"),
    };
    html! {
        svg class=(class) viewBox="0 0 12 12" aria-hidden="true" focusable="false" {
            path fill-rule="evenodd" d=(path) {}
        }
    }
}

/// A state: shape, word and colour.
pub fn tag(word: &str, shape: Mark, tone: Tone) -> Markup {
    html! { span class={ "tag tone-" (tone.name()) } { (mark(shape)) (word) } }
}

/// How far a record may travel, with what that means as its title.
pub fn label_tag(voice: Voice<'_>, label: Label) -> Markup {
    let key = match label {
        Label::Clear => "tlp-clear",
        Label::Green => "tlp-green",
        Label::Amber => "tlp-amber",
        Label::AmberStrict => "tlp-amber-strict",
        Label::Red => "tlp-red",
    };
    let meaning = voice.say(&format!("{key}-explained"));
    html! {
        span.tag.tone-neutral title=(meaning) {
            (voice.say(key)) span.unseen { ". " (meaning) }
        }
    }
}

/// Says that nobody has checked a fact at its source yet.
pub fn unverified(voice: Voice<'_>) -> Markup {
    let why = voice.say("unverified-explained");
    html! {
        span.unverified title=(why) {
            (mark(Mark::Ring)) (voice.say("unverified")) span.unseen { ". " (why) }
        }
    }
}
