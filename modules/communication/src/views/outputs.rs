// SPDX-License-Identifier: EUPL-1.2
//! What one message becomes: text of an alert, of a web page, a press line, questions and answers
//! for a call centre, a script for the radio, a poster, words for a sound car. Nobody types it
//! again.

use paraat_contract::{Answer, Filter, Need, Params, PlainText, Query, Row, Scene, rows_of};
use paraat_kernel::document::{Block, Level, Span};
use paraat_kernel::{Document, Language};
use paraat_ui::widgets::{View, button_link, panel, views};
use paraat_ui::{Markup, html, time};

use super::signs;
use crate::tables::{MESSAGE, VARIANT};

/// The message and its translations.
pub fn needs(params: &Params) -> Vec<Need> {
    let Some(stream) = params.stream("stream") else {
        return Vec::new();
    };
    let of = |table| Need::Rows(Query::all(table).filter(Filter::Stream(stream.clone())));
    vec![of(&MESSAGE), of(&VARIANT)]
}

/// The message, and its text in the language that the address asks for: the source when it asks
/// for none, or for one that there is not.
fn chosen<'a>(answers: &'a [Answer], scene: &Scene) -> Option<(&'a Row, &'a Row)> {
    let own = *rows_of(answers, &MESSAGE).first()?;
    let asked = scene.params.get("language").unwrap_or_default();
    let variants = rows_of(answers, &VARIANT);
    let variant = variants
        .into_iter()
        .find(|row| row.text("language") == asked);
    Some((own, variant.unwrap_or(own)))
}

/// One form in which the message goes out: its name, and what it says, a paragraph each.
struct Output(&'static str, Vec<String>);

fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
    lines.map(str::to_owned).collect()
}

/// All of them. What stands around the text is in its language, where we have that, else in that
/// of the reader.
fn all(scene: &Scene, own: &Row, spoken: &Row) -> Vec<Output> {
    let tongue = Language::from_code(spoken.text("language")).unwrap_or(scene.language());
    let say = |key: &str| scene.words.say(tongue, &format!("communication-{key}"));
    let sender = match own.text("sender") {
        "" => say(&format!("authority-{}", own.text("authority"))),
        sender => sender.to_owned(),
    };
    let title = spoken.text("title").to_owned();
    let (what, todo) = (lines(spoken.text("what")), lines(spoken.text("todo")));
    let (meaning, groups) = (lines(spoken.text("meaning")), lines(spoken.text("groups")));
    let asked = |question: &str, answer: &[String]| match answer {
        [] => Vec::new(),
        answer => vec![format!("{} {}", say(question), answer.join(" "))],
    };
    let join = |parts: &[&[String]]| parts.concat();
    let head = std::slice::from_ref(&title);
    let signed = [format!("{}: {sender}", say("column-sender"))];
    let press = format!("{sender}: {}", what.join(" "));
    let calm = [format!("{} {sender}.", say("radio-opening"))];
    let repeat = [say("radio-repeat")];
    vec![
        Output("alert", join(&[head, &what, &todo])),
        Output(
            "web",
            join(&[head, &what, &todo, &meaning, &groups, &signed]),
        ),
        Output("press", join(&[&[press], &meaning, &[say("press-more")]])),
        Output(
            "call-centre",
            [
                asked("isb-what", &what),
                asked("isb-todo", &todo),
                asked("isb-meaning", &meaning),
                asked("isb-groups", &groups),
            ]
            .concat(),
        ),
        Output("radio", join(&[&calm, head, &what, &todo, &repeat])),
        Output("poster", join(&[head, &todo, &what, &signed])),
        Output(
            "sound-car",
            join(&[&[say("sound-car-opening")], head, &todo, &repeat]),
        ),
    ]
}

/// The page; none when the message is not there for these readers.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let (own, spoken) = chosen(answers, scene)?;
    let back = signs::address("message", own);
    let back = button_link(&back, "", &scene.say("communication-to-message"), false);
    let title = scene.say("communication-outputs");
    Some(html! {
        (scene.bar(&format!("{title}: {}", own.text("title")), signs::message(scene, own), back))
        (languages(answers, scene, own, spoken))
        @for Output(name, paragraphs) in all(scene, own, spoken) {
            (panel(name, &scene.say(&format!("communication-output-{name}")), html! {}, html! {
                div lang=(spoken.text("language")) dir="auto" {
                    @for line in &paragraphs { p { (line) } }
                }
            }))
        }
    })
}

/// The way to the same in another language.
fn languages(answers: &[Answer], scene: &Scene, own: &Row, spoken: &Row) -> Markup {
    let variants = rows_of(answers, &VARIANT);
    if variants.is_empty() {
        return html! {};
    }
    let page = format!("{}/outputs", signs::address("message", own));
    let all = std::iter::once(own).chain(variants);
    let links: Vec<View> = all
        .map(|row| View {
            href: format!("{page}?language={}", row.text("language")),
            label: signs::language(scene, row.text("language")),
            icon: "",
            current: row.text("language") == spoken.text("language"),
        })
        .collect();
    views(&scene.say("communication-languages"), &links)
}

/// The same to hand over: each form on a sheet of its own.
pub fn document(answers: &[Answer], scene: &Scene) -> Option<Document> {
    let (own, spoken) = chosen(answers, scene)?;
    let mut blocks = Vec::new();
    for Output(name, paragraphs) in all(scene, own, spoken) {
        if !blocks.is_empty() {
            blocks.push(Block::PageBreak);
        }
        blocks.push(Block::Heading {
            level: Level::First,
            text: scene.say(&format!("communication-output-{name}")),
        });
        blocks.extend(paragraphs.into_iter().map(|text| Block::Paragraph {
            spans: vec![Span::Plain { text }],
        }));
    }
    let now = scene.params.now;
    let voice = scene.words.voice(scene.language());
    Some(Document {
        title: spoken.text("title").to_owned(),
        subtitle: time::moment_text(voice, now, &scene.zone()),
        subject: scene.say("communication-outputs"),
        language: scene.language(),
        author: scene.organisation(own.stream.owner.as_str()),
        date: now.to_zoned_datetime(scene.zone()).date(),
        made: now,
        marking: match own.text("standing") {
            "published" => String::new(),
            _ => scene.say("communication-standing-draft"),
        },
        blocks,
    })
}

/// The same as plain text, to be pasted anywhere.
pub fn text(answers: &[Answer], scene: &Scene) -> Option<PlainText> {
    let (own, spoken) = chosen(answers, scene)?;
    let mut text = String::new();
    for Output(name, paragraphs) in all(scene, own, spoken) {
        text.push_str(
            &scene
                .say(&format!("communication-output-{name}"))
                .to_uppercase(),
        );
        text.push('\n');
        for line in paragraphs {
            text.push_str(&line);
            text.push('\n');
        }
        text.push('\n');
    }
    Some(PlainText {
        name: spoken.text("title").to_owned(),
        text,
    })
}
