// SPDX-License-Identifier: EUPL-1.2
//! The form of a command, drawn from its fields and the words of its module.
//!
//! Keys in the words of a module, with the name of the field in kebab-case:
//! `{module}-{kind}-{verb}` for the act, `{module}-{kind}-{verb}-{field}` for a label, the same
//! with `-help` for help (may be absent), `{module}-{kind}-{field}-{choice}` for a choice; what
//! many verbs ask alike is `{module}-field-{field}` and `{module}-{field}-{choice}`.

use maud::{Markup, html};

use super::ask::{Ask, AskKind, Choice, Wrong, ask, error_summary};
use super::layout::notice;
use super::sign::Tone;
use crate::field::{Field, Problem, Reason, Shape, Typed};
use crate::words::{Voice, kebab};

/// What follows the name of a field in the name of the file that may stand in its place.
pub const FILE: &str = "-file";

/// The name of the button that sends a form without wanting it recorded: the page comes back with
/// all that was typed, and with what there is of it.
pub const LOOK: &str = "look";

/// A form to draw.
#[derive(Debug, Clone, Default)]
pub struct Form<'a> {
    /// Module of the command.
    pub module: &'a str,
    /// Kind of the stream it is for.
    pub kind: &'a str,
    /// The verb.
    pub verb: &'a str,
    /// Where it is sent, by POST.
    pub action: &'a str,
    /// Its fields, in their order.
    pub fields: &'a [Field],
    /// What was typed before, or what stands there now.
    pub typed: Typed,
    /// What was wrong with it.
    pub problems: &'a [Problem],
    /// Why the whole was refused, as sentences; empty when it was not.
    pub refusal: &'a [String],
    /// The version of the stream that the reader saw; none for a verb that needs none.
    pub seen: Option<u64>,
    /// Makes sending twice count once.
    pub key: &'a str,
    /// Where the page that sent for the form wants its reader back; none for wherever it lands.
    pub next: Option<&'a str>,
    /// Answers for fields of shape `Organisation` and `Stream`, by name of the field.
    pub options: &'a [(&'a str, Vec<Choice>)],
    /// How given fields are shown, by name of the field; a given field without is only sent.
    pub facts: &'a [(&'a str, Markup)],
    /// The things of a given field that takes several, each with a box that can be unticked, by
    /// name of the field.
    pub ticks: &'a [(&'a str, Vec<Tick>)],
    /// What stands below a question, by name of the field.
    pub beside: &'a [(&'a str, Markup)],
    /// Time zone of the reader, an IANA name: moments are asked in it.
    pub zone: &'a str,
    /// Where "cancel" leads; none for no such link.
    pub cancel: Option<&'a str>,
    /// True when what is typed is kept nowhere but in the record: on no device, in no other file.
    pub unkept: bool,
    /// What its button says; none for the name of the act.
    pub button: Option<&'a str>,
    /// The question below which the page shows what it finds of what is typed there, with what it
    /// found so far. A button asks again; where there is a script, typing does.
    pub looks: Option<(&'a str, Markup)>,
}

/// One of several things that a form is for.
#[derive(Debug, Clone)]
pub struct Tick {
    /// What is sent for it.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// True when it is taken along.
    pub ticked: bool,
}

/// Draws a form: what is wrong, the questions, the button.
pub fn form(voice: Voice<'_>, form: &Form<'_>) -> Markup {
    let stem = format!("{}-{}-{}", form.module, form.kind, form.verb);
    let wrong: Vec<Wrong> = form
        .problems
        .iter()
        .map(|it| form.wrong(voice, it))
        .collect();
    let files = form.fields.iter().any(|field| field.file.is_some());
    let draft = (!form.unkept).then_some(stem.as_str());
    let encoding = files.then_some("multipart/form-data");
    let waits = form.fields.iter().find(|field| field.waits);
    let waits = waits.map(|field| field.name);
    html! {
        form.form action=(form.action) method="post" novalidate data-draft=[draft]
            accept-charset="utf-8" enctype=[encoding] data-waits=[waits] {
            (error_summary(voice, &wrong))
            @if !form.refusal.is_empty() {
                div role="alert" { (notice(Tone::Serious, &voice.say("form-refused"), html! {
                    @for reason in form.refusal { p { (reason) } }
                })) }
            }
            @for field in form.fields.iter().filter(|field| !field.later) {
                (form.field(voice, field))
            }
            (form.later(voice))
            @if let Some(seen) = form.seen { input type="hidden" name="seen" value=(seen); }
            input type="hidden" name="key" value=(form.key);
            @if form.unkept { input type="hidden" name="unkept" value="1"; }
            @if let Some(next) = form.next { input type="hidden" name="next" value=(next); }
            div.form-actions {
                button.button.primary type="submit" {
                    @match form.button { Some(label) => (label), None => (voice.say(&stem)) }
                }
                @if form.looks.is_some() {
                    button.button type="submit" name=(LOOK) value="1" formnovalidate {
                        (voice.say("form-look"))
                    }
                }
                @if let Some(href) = form.cancel { a href=(href) { (voice.say("cancel")) } }
            }
        }
    }
}

/// What sort of file may be handed in beside a question that is answered otherwise.
fn beside(field: &Field) -> Option<&'static str> {
    field.file.filter(|_| field.shape != Shape::File)
}

/// The question for a file in the place of what is typed.
fn file(voice: Voice<'_>, field: &str, sort: &str) -> Markup {
    let name = format!("{field}{FILE}");
    html! {
        div.field {
            label for={ "field-" (name) } {
                (voice.say("form-file")) " " span.optional { "(" (voice.say("form-optional")) ")" }
            }
            p.help id={ "field-" (name) "-help" } { (voice.say("form-file-help")) }
            input type="file" id={ "field-" (name) } name=(name) accept=(sort)
                aria-describedby={ "field-" (name) "-help" };
        }
    }
}

impl Form<'_> {
    fn field(&self, voice: Voice<'_>, field: &Field) -> Markup {
        if field.given {
            return self.given(voice, field);
        }
        let more = self.beside.iter().filter(|(name, _)| *name == field.name);
        html! {
            (ask(voice, &self.question(voice, field)))
            @if let Some(sort) = beside(field) { (file(voice, field.name, sort)) }
            @for (_, it) in more { (it) }
            @if let Some((_, found)) = self.looks.as_ref().filter(|(name, _)| *name == field.name) {
                div.look data-look={ "field-" (field.name) } role="status" { (found) }
            }
        }
    }

    /// The questions that may well wait, folded away as long as nothing stands in them.
    fn later(&self, voice: Voice<'_>) -> Markup {
        let later: Vec<&Field> = self.fields.iter().filter(|field| field.later).collect();
        let stands = later.iter().any(|field| {
            let wrong = self.problems.iter().any(|it| it.field == field.name);
            wrong || !self.typed(field.name).is_empty()
        });
        html! {
            @if !later.is_empty() {
                details.form-later open[stands] {
                    summary { (voice.say("form-later")) }
                    @for field in later { (self.field(voice, field)) }
                }
            }
        }
    }

    fn label(&self, voice: Voice<'_>, field: &str) -> String {
        let (module, kind, verb) = (self.module, self.kind, self.verb);
        let named = voice.field((module, kind, verb), field);
        named.unwrap_or_else(|| voice.say(&format!("{module}-{kind}-{verb}-{field}")))
    }

    fn typed(&self, field: &str) -> String {
        self.typed.get(field).to_owned()
    }

    fn ticks(&self, voice: Voice<'_>, field: &Field, ticks: &[Tick]) -> Markup {
        html! {
            div.field {
                fieldset id={ "field-" (field.name) } tabindex="-1" {
                    legend { (self.label(voice, field.name)) }
                    div.options {
                        @for tick in ticks {
                            label.option {
                                input type="checkbox" name=(field.name) value=(tick.value)
                                    checked[tick.ticked];
                                span { (tick.label) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn given(&self, voice: Voice<'_>, field: &Field) -> Markup {
        if let Some((_, ticks)) = self.ticks.iter().find(|(name, _)| *name == field.name) {
            return self.ticks(voice, field, ticks);
        }
        let fact = self.facts.iter().find(|(name, _)| *name == field.name);
        html! {
            input type="hidden" id={ "field-" (field.name) } name=(field.name)
                value=(self.typed(field.name));
            @if let Some((_, fact)) = fact {
                dl.facts { div { dt { (self.label(voice, field.name)) } dd { (fact) } } }
            }
        }
    }

    fn question(&self, voice: Voice<'_>, field: &Field) -> Ask {
        let (module, kind, verb) = (self.module, self.kind, self.verb);
        let own = format!("{module}-{kind}-{verb}-{}-help", kebab(field.name));
        let help = voice
            .find(&own)
            .or_else(|| voice.find(&format!("{module}-field-{}-help", kebab(field.name))))
            .unwrap_or_else(|| self.usual_help(voice, field.shape));
        let problem = self.problems.iter().find(|it| it.field == field.name);
        Ask {
            name: field.name.to_owned(),
            label: self.label(voice, field.name),
            help,
            error: problem.map(|it| self.reason(voice, it)),
            value: self.typed(field.name),
            kind: self.answer(voice, field),
            required: field.required,
            autocomplete: "off",
        }
    }

    fn answer(&self, voice: Voice<'_>, field: &Field) -> AskKind {
        let from_words =
            |words: &[&str]| words.iter().map(|w| self.choice(voice, field, w)).collect();
        let offered = self.options.iter().find(|(name, _)| *name == field.name);
        match field.shape {
            Shape::Paragraphs(_) => AskKind::Paragraphs,
            Shape::Choice(words) if words.len() <= 6 && field.required => {
                AskKind::Radios(from_words(words))
            }
            Shape::Choice(words) => AskKind::Select(from_words(words)),
            Shape::Choices(words) => AskKind::Checks(from_words(words)),
            Shape::Stream { .. } | Shape::Organisation | Shape::Line(_) => offered
                .map_or(AskKind::Line("text"), |(_, choices)| {
                    AskKind::Select(choices.clone())
                }),
            Shape::Link => AskKind::Line("url"),
            Shape::Date => AskKind::Line("date"),
            Shape::Moment => AskKind::Moment(self.zone.to_owned()),
            Shape::File => AskKind::File(field.file.unwrap_or_default()),
            Shape::Whole(..) => AskKind::Line("text"),
        }
    }

    fn choice(&self, voice: Voice<'_>, field: &Field, word: &str) -> Choice {
        let (module, kind) = (self.module, self.kind);
        let label = voice.choice((module, kind), field.name, word);
        Choice {
            value: word.to_owned(),
            label: label.unwrap_or_else(|| voice.say(&format!("{module}-{}-{word}", field.name))),
        }
    }

    /// The sentence of a problem; the words to choose from are named as the page names them.
    fn reason(&self, voice: Voice<'_>, problem: &Problem) -> String {
        let mut arguments = problem.reason.arguments();
        let field = self.fields.iter().find(|it| it.name == problem.field);
        if let Some((field, Shape::Choice(words) | Shape::Choices(words))) =
            field.map(|it| (it, it.shape))
        {
            let labels: Vec<String> = words
                .iter()
                .map(|w| self.choice(voice, field, w).label)
                .collect();
            arguments.retain(|(name, _)| *name != "choices");
            arguments.push(("choices", labels.join(", ")));
        }
        // A page asks for a moment in two parts; how it is written in one is for programs.
        let key = match problem.reason {
            Reason::NotAMoment => "form-not-a-moment",
            _ => problem.reason.key(),
        };
        voice.with(key, &arguments)
    }

    fn usual_help(&self, voice: Voice<'_>, shape: Shape) -> String {
        match shape {
            Shape::Paragraphs(most) => voice.with("form-at-most", &[("most", most.to_string())]),
            Shape::Moment => voice.with("form-moment-help", &[("zone", self.zone.to_owned())]),
            Shape::Link => voice.say("form-link-help"),
            Shape::Whole(low, high) => {
                let bounds = [("low", low.to_string()), ("high", high.to_string())];
                voice.with("form-whole-help", &bounds)
            }
            _ => String::new(),
        }
    }

    fn wrong(&self, voice: Voice<'_>, problem: &Problem) -> Wrong {
        let asked = self
            .fields
            .iter()
            .any(|it| it.name == problem.field && !it.given);
        let name = if self.fields.iter().any(|it| it.name == problem.field) {
            self.label(voice, &problem.field)
        } else {
            problem.field.clone()
        };
        Wrong {
            anchor: if asked {
                format!("field-{}", problem.field)
            } else {
                String::new()
            },
            sentence: format!("{name}: {}", self.reason(voice, problem)),
        }
    }
}
