// SPDX-License-Identifier: EUPL-1.2
//! What was pasted as a proposal: each message with its time, theme and source, and what should be
//! known of it in sentences. Names of people are left out; what a function is called stays.

use std::collections::BTreeMap;

use paraat_contract::{Handed, Item, Proposal, Scene, Want};
use paraat_messages::{
    Finding, Form, Given, MOST_BYTES, MOST_MESSAGES, MOST_TEXT, Message, Refused,
};
use paraat_ui::field::Typed;
use paraat_ui::time;

use crate::terms::headings::{HEADINGS, SENDERS, guess, is_function};
use crate::terms::themes::THEMES;

/// Most characters of a source.
const SOURCE: usize = 200;

/// The headings that a tab may have: those of the field, and our own names of themes.
fn headings(scene: &Scene) -> BTreeMap<String, &'static str> {
    let own = THEMES.iter().map(|theme| {
        let name = scene.say(&format!("incident-theme-{theme}"));
        (name.to_lowercase(), *theme)
    });
    let field = HEADINGS
        .iter()
        .map(|(name, theme)| ((*name).to_owned(), *theme));
    field.chain(own).collect()
}

/// Reads what was handed in.
pub fn read(handed: &Handed, scene: &Scene) -> Proposal {
    let headings = headings(scene);
    let names: Vec<&str> = headings.keys().map(String::as_str).collect();
    let given = Given {
        now: scene.params.now,
        zone: scene.zone(),
        headings: &names,
        senders: SENDERS,
    };
    let bytes = paraat_messages::Handed {
        name: &handed.name,
        bytes: &handed.bytes,
    };
    match paraat_messages::read(bytes, &given) {
        Ok(found) => {
            let mut sources = Sources::new(scene, found.form);
            let items = found.messages.iter().map(|message| {
                let theme = headings.get(&message.heading).copied();
                item(scene, message, theme, sources.of(&message.from))
            });
            let items = items.collect();
            let mut said = vec![told(scene, found.form, found.messages.len())];
            said.extend(found.findings.iter().map(|it| finding(scene, it)));
            if sources.left_out() {
                said.push(scene.say("incident-paste-names"));
            }
            Proposal {
                about: handed.about.clone(),
                items,
                said,
                ..Proposal::default()
            }
        }
        Err(refused) => again(scene, handed, refused),
    }
}

/// The form once more with what was pasted, and why nothing was read of it.
fn again(scene: &Scene, handed: &Handed, refused: Refused) -> Proposal {
    let number = |name, number: usize| [(name, number.to_string())];
    let wrong = match refused {
        Refused::Empty => scene.say("incident-paste-empty"),
        Refused::NoMail => scene.say("incident-paste-no-mail"),
        Refused::TooMany(_) => {
            scene.say_with("incident-paste-too-many", &number("most", MOST_MESSAGES))
        }
        Refused::TooLong if handed.bytes.len() > MOST_BYTES => scene.say_with(
            "incident-paste-too-large",
            &number("megabytes", MOST_BYTES >> 20),
        ),
        Refused::TooLong => scene.say_with(
            "incident-paste-too-long",
            &number("kilobytes", MOST_TEXT >> 10),
        ),
    };
    let text = String::from_utf8_lossy(&handed.bytes);
    let kept = handed.name.is_empty() && text.len() <= MOST_TEXT;
    let about = handed.about.clone();
    Proposal {
        about: if kept {
            about.with("text", text)
        } else {
            about
        },
        wrong: Some(wrong),
        ..Proposal::default()
    }
}

/// In what form it came, and how much of it there is.
fn told(scene: &Scene, form: Form, count: usize) -> String {
    let form = match form {
        Form::Plain => "plain",
        Form::Chat => "chat",
        Form::Mail => "mail",
        Form::Log => "log",
        Form::Tab => "tab",
    };
    let values = [("count", count.to_string())];
    scene.say_with(&format!("incident-paste-form-{form}"), &values)
}

fn finding(scene: &Scene, finding: &Finding) -> String {
    let with = |key: &str, name: &'static str, value: String| scene.say_with(key, &[(name, value)]);
    match finding {
        Finding::Alphabet(name) => with("incident-paste-alphabet", "name", (*name).to_owned()),
        Finding::Unreadable(count) => with("incident-paste-unreadable", "count", count.to_string()),
        Finding::ToCome(number) => with("incident-paste-to-come", "number", number.to_string()),
        Finding::Divided(number) => with("incident-paste-divided", "number", number.to_string()),
        Finding::Attachment(name) => with("incident-paste-attachment", "name", name.clone()),
        Finding::FromPage => scene.say("incident-paste-from-page"),
    }
}

fn item(scene: &Scene, message: &Message, theme: Option<&str>, source: String) -> Item {
    // A heading that is no theme tells what the line is, so it stays before it.
    let text = match theme {
        Some("") => format!("{}: {}", capital(&message.heading), message.text),
        _ => message.text.clone(),
    };
    let theme = match theme {
        Some("") | None => guess(&message.text),
        Some(theme) => theme,
    };
    let happened = message.at.map(|at| at.to_string()).unwrap_or_default();
    let (day, clock) = time::shown_moment(&happened, &scene.audience.zone);
    let typed = [
        ("text", text.as_str()),
        ("theme", theme),
        ("source", source.as_str()),
        ("happened-day", day.as_str()),
        ("happened-time", clock.as_str()),
        ("original", message.from.as_str()),
    ];
    let typed = typed
        .into_iter()
        .fold(Typed::default(), |typed, (name, value)| {
            typed.with(name, value)
        });
    Item {
        ticked: true,
        typed,
        wrong: Vec::new(),
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Whom messages come from, without the names of people: each gets a number.
struct Sources<'a> {
    scene: &'a Scene<'a>,
    form: Form,
    people: Vec<String>,
}

impl<'a> Sources<'a> {
    fn new(scene: &'a Scene<'a>, form: Form) -> Self {
        Self {
            scene,
            form,
            people: Vec::new(),
        }
    }

    fn of(&mut self, from: &str) -> String {
        if is_function(from) && !from.contains('@') {
            return from.chars().take(SOURCE).collect();
        }
        if self.form == Form::Mail {
            return self.mail(from);
        }
        if from.is_empty() {
            return match self.form {
                Form::Chat => self.scene.say("incident-paste-source-chat"),
                _ => String::new(),
            };
        }
        let number = self.number(from).to_string();
        self.scene
            .say_with("incident-paste-source-person", &[("number", number)])
    }

    /// The organisation that a mail comes from, as far as its address tells.
    fn mail(&mut self, from: &str) -> String {
        self.number(from);
        let domain = from.rsplit_once('@').map_or("", |(_, domain)| domain);
        let domain = domain.trim_end_matches('>').trim();
        if domain.is_empty() {
            return self.scene.say("incident-paste-source-mail");
        }
        let domain: String = domain.chars().take(SOURCE / 2).collect();
        self.scene
            .say_with("incident-paste-source-domain", &[("domain", domain)])
    }

    fn number(&mut self, from: &str) -> usize {
        let known = self.people.iter().position(|it| it == from);
        known.unwrap_or_else(|| {
            self.people.push(from.to_owned());
            self.people.len() - 1
        }) + 1
    }

    /// True when a name was left out.
    fn left_out(&self) -> bool {
        self.people.iter().any(|it| !it.is_empty())
    }
}

/// A line of the log of the own team, not confirmed.
pub fn want(item: &Item, proposal: &Proposal, scene: &Scene) -> Want {
    let incident = scene.params.path.get("stream").cloned().unwrap_or_default();
    let of = |name: &str| item.typed.get(name);
    let happened = time::typed_moment(
        of("happened-day"),
        of("happened-time"),
        &scene.audience.zone,
    );
    let typed = [
        ("incident", incident.as_str()),
        ("team", proposal.about.get("team")),
        ("text", of("text")),
        ("theme", of("theme")),
        ("source", of("source")),
        ("happened", happened.as_str()),
        ("reliability", "unconfirmed"),
    ];
    let filled = typed.into_iter().filter(|(_, value)| !value.is_empty());
    Want {
        kind: "log",
        verb: "write",
        target: None,
        typed: filled.fold(Typed::default(), |typed, (name, value)| {
            typed.with(name, value)
        }),
        seen: None,
        column: "",
    }
}
