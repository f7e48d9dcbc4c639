// SPDX-License-Identifier: EUPL-1.2
//! One question of a form, and the list of what is wrong above it.

use maud::{Markup, html};

use super::form::FILE;
use crate::time;
use crate::words::Voice;

/// One answer that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What it says.
    pub label: String,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskKind {
    /// One line of text; the string is the input type (`text`, `url`, `email`).
    Line(&'static str),
    /// A password: never shown again, never kept as a draft.
    Password,
    /// Text with line breaks.
    Paragraphs,
    /// One of these, from a list that folds out.
    Select(Vec<Choice>),
    /// One of these, all in view.
    Radios(Vec<Choice>),
    /// Any number of these.
    Checks(Vec<Choice>),
    /// A day and a time of day, in the zone with this IANA name. They are sent as `{name}-day`
    /// and `{name}-time`; the answer given before is a moment in RFC 3339.
    Moment(String),
    /// A file of these types, as `accept` says them. It is sent as `{name}-file`; the answer given
    /// before is the code of a file that came in already. A script sends it in pieces to
    /// [`UPLOADS`], and its code in its place.
    File(&'static str),
}

/// Where files are brought in pieces.
const UPLOADS: &str = "/v1/uploads";

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Name of the field; its id is `field-{name}`.
    pub name: String,
    /// What is asked.
    pub label: String,
    /// How to answer; empty for none.
    pub help: String,
    /// What was wrong with the answer, as a sentence.
    pub error: Option<String>,
    /// What was answered before; several answers with commas between.
    pub value: String,
    /// How it is answered.
    pub kind: AskKind,
    /// False adds the word "optional" to the label.
    pub required: bool,
    /// What a browser may fill in by itself (`username`, `current-password`), else `off`.
    pub autocomplete: &'static str,
}

impl Ask {
    /// A required question without help, error or value.
    pub fn new(name: &str, label: &str, kind: AskKind) -> Self {
        Self {
            name: name.to_owned(),
            label: label.to_owned(),
            help: String::new(),
            error: None,
            value: String::new(),
            kind,
            required: true,
            autocomplete: "off",
        }
    }

    /// The id of the element that answers it: where the error summary leads.
    pub fn id(&self) -> String {
        format!("field-{}", self.name)
    }
}

/// Draws a question with its label, help, error and the answer given before.
pub fn ask(voice: Voice<'_>, ask: &Ask) -> Markup {
    let group = matches!(
        ask.kind,
        AskKind::Radios(_) | AskKind::Checks(_) | AskKind::Moment(_)
    );
    let inner = html! {
        @if !ask.help.is_empty() { p.help id={ (ask.id()) "-help" } { (ask.help) } }
        @if let Some(error) = &ask.error {
            p.field-error id={ (ask.id()) "-error" } {
                span.unseen { (voice.say("form-error")) " " } (error)
            }
        }
        (answer(voice, ask))
    };
    let label = html! {
        (ask.label)
        @if !ask.required { " " span.optional { "(" (voice.say("form-optional")) ")" } }
    };
    html! {
        div.field.wrong[ask.error.is_some()] {
            @if group {
                fieldset id=(ask.id()) aria-describedby=[described_by(ask)] tabindex="-1" {
                    legend { (label) }
                    (inner)
                }
            } @else {
                label for=(ask.id()) { (label) }
                (inner)
            }
        }
    }
}

fn described_by(ask: &Ask) -> Option<String> {
    let mut ids = Vec::new();
    if ask.error.is_some() {
        ids.push(format!("{}-error", ask.id()));
    }
    if !ask.help.is_empty() {
        ids.push(format!("{}-help", ask.id()));
    }
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn answer(voice: Voice<'_>, ask: &Ask) -> Markup {
    let described = described_by(ask);
    let invalid = ask.error.as_ref().map(|_| "true");
    let chosen = |choice: &Choice| ask.value.split(',').any(|word| word == choice.value);
    html! {
        @match &ask.kind {
            AskKind::Line(kind) => {
                input type=(kind) id=(ask.id()) name=(ask.name) value=(ask.value)
                    required[ask.required] aria-describedby=[described] aria-invalid=[invalid]
                    autocomplete=(ask.autocomplete);
            }
            AskKind::Password => {
                input type="password" id=(ask.id()) name=(ask.name) required[ask.required]
                    aria-describedby=[described] aria-invalid=[invalid]
                    autocomplete=(ask.autocomplete);
            }
            AskKind::Paragraphs => {
                // A line break right after the tag is dropped by browsers, hence the extra one.
                textarea id=(ask.id()) name=(ask.name) rows="5" required[ask.required]
                    aria-describedby=[described] aria-invalid=[invalid]
                    { "\n" (ask.value) }
            }
            AskKind::Select(choices) => {
                select id=(ask.id()) name=(ask.name) required[ask.required]
                    aria-describedby=[described] aria-invalid=[invalid] {
                    option value="" { (voice.say("form-choose")) }
                    @for choice in choices {
                        option value=(choice.value) selected[choice.value == ask.value] {
                            (choice.label)
                        }
                    }
                }
            }
            AskKind::Radios(choices) => (options(ask, "radio", choices, &chosen)),
            AskKind::Checks(choices) => (options(ask, "checkbox", choices, &chosen)),
            AskKind::Moment(zone) => (day_and_time(voice, ask, zone)),
            AskKind::File(accept) => {
                @if !ask.value.is_empty() {
                    input type="hidden" name=(ask.name) value=(ask.value) data-came;
                    p.help { (voice.say("form-file-there")) }
                }
                (file(voice, ask, accept, (described, invalid)))
            }
        }
    }
}

/// A file, with what a script says while it brings it: `%n` stands for its name, `%p` for how much
/// of it is in.
fn file(
    voice: Voice<'_>,
    ask: &Ask,
    accept: &str,
    (described, invalid): (Option<String>, Option<&str>),
) -> Markup {
    let values = [("name", "%n".to_owned()), ("part", "%p".to_owned())];
    let said = |name: &str| voice.with(&format!("form-upload-{name}"), &values);
    html! {
        input type="file" id=(ask.id()) name={ (ask.name) (FILE) } accept=(accept)
            required[ask.required && ask.value.is_empty()] data-address=(UPLOADS)
            data-field=(ask.name) data-sending=(said("sending")) data-waits=(said("waits"))
            data-checked=(said("checked")) data-ready=(said("ready"))
            data-failed=(said("failed")) data-no-line=(said("no-line"))
            aria-describedby=[described] aria-invalid=[invalid];
    }
}

fn options(ask: &Ask, kind: &str, choices: &[Choice], chosen: &dyn Fn(&Choice) -> bool) -> Markup {
    let required = ask.required && kind == "radio";
    html! {
        div.options {
            @for choice in choices {
                label.option {
                    input type=(kind) name=(ask.name) value=(choice.value)
                        checked[chosen(choice)] required[required];
                    span { (choice.label) }
                }
            }
        }
    }
}

fn day_and_time(voice: Voice<'_>, ask: &Ask, zone: &str) -> Markup {
    let (day, clock) = time::shown_moment(&ask.value, zone);
    let invalid = ask.error.as_ref().map(|_| "true");
    let parts = [("day", "date", day), ("time", "time", clock)];
    html! {
        div.moment {
            @for (part, kind, value) in parts {
                @let id = format!("{}-{part}", ask.id());
                div {
                    label for=(id) { (voice.say(&format!("form-moment-{part}"))) }
                    input type=(kind) id=(id) name={ (ask.name) "-" (part) } value=(value)
                        required[ask.required] aria-invalid=[invalid] autocomplete="off";
                }
            }
        }
    }
}

/// One line of the list of what is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// Id of the element to go to, without `#`; empty when there is none.
    pub anchor: String,
    /// What is wrong and what to do, as a sentence.
    pub sentence: String,
}

/// The list of what is wrong, above a form. It takes the focus when the page is shown, and each
/// line leads to its field. Empty when nothing is wrong.
pub fn error_summary(voice: Voice<'_>, wrong: &[Wrong]) -> Markup {
    let count = [("count", wrong.len().to_string())];
    html! {
        @if !wrong.is_empty() {
            div.error-summary #error-summary role="alert" tabindex="-1" autofocus {
                h2 { (voice.with("form-problems", &count)) }
                ul {
                    @for one in wrong {
                        li {
                            @if one.anchor.is_empty() { (one.sentence) }
                            @else { a href={ "#" (one.anchor) } { (one.sentence) } }
                        }
                    }
                }
            }
        }
    }
}
