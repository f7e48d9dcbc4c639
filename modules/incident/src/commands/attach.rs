// SPDX-License-Identifier: EUPL-1.2
//! Add a photo or a document to a thing of an incident.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, StreamId};
use paraat_ui::field::{Field, Input, Shape};

use super::INCIDENT;
use crate::kinds::attachment::{Attached, State, Thing};

/// Most files that one organisation adds to one thing.
const MOST: usize = 200;
/// Most characters of a name before its ending.
const LONGEST: usize = 80;
/// The sorts that are taken, as a form says them.
const ACCEPTED: &str = "image/jpeg,image/png,image/webp,application/pdf";
/// The endings that fit a sort; the first is given to a name that has none of them.
const ENDINGS: [(&str, &[&str]); 4] = [
    ("image/jpeg", &["jpg", "jpeg"]),
    ("image/png", &["png"]),
    ("image/webp", &["webp"]),
    ("application/pdf", &["pdf"]),
];

/// The verb.
pub const VERB: Verb = Verb {
    name: "attach",
    fields: &[
        INCIDENT,
        Field::given("of", Shape::Line(160)),
        Field::required("file", Shape::File).or_file(ACCEPTED),
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// What is asked; the file itself comes in `Given`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attach {
    /// The incident.
    pub incident: StreamId,
    /// What the file belongs to.
    pub of: Thing,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<Attach> {
    Some(Attach {
        incident: input.stream("incident")?,
        of: Thing::read(&input.text("of"))?,
    })
}

/// The rule. The thing is of that incident; the file lies on this node, brought whole by the same
/// account, and is of a sort that is taken. It keeps its name, made fit for every system; when the
/// name was given before it gets a number, as phones call every photo alike.
pub fn decide(state: &State, command: Attach, given: &Given) -> Result<Attached, Refusal> {
    crate::kinds::seen(&command.incident, given)?;
    let card = command.of.known(given).map(|known| &known.card);
    let there = card.is_some_and(|card| {
        card.module == "incident"
            && (card.stream == command.incident || card.under.as_ref() == Some(&command.incident))
    });
    if !there {
        return Err(Refusal::new("incident-refusal-thing-not-there").at("of"));
    }
    let refused = |key| Refusal::new(key).at("file");
    let file = given.file.as_ref();
    let file = file.ok_or_else(|| refused("incident-refusal-no-file"))?;
    let sort = ENDINGS.iter().find(|(media, _)| *media == file.media);
    let (_, endings) = sort.ok_or_else(|| refused("incident-refusal-no-file"))?;
    if state.names.len() >= MOST {
        return Err(refused("incident-refusal-many-files").with("most", MOST.to_string()));
    }
    let free = |name: &String| !state.names.contains_key(&name.to_lowercase());
    let (stem, ending) = fit(&file.name, endings);
    let mut names = std::iter::once(format!("{stem}.{ending}"))
        .chain((2..).map(|number: u32| format!("{stem}-{number}.{ending}")));
    let name = names.find(free);
    Ok(Attached {
        code: file.code.clone(),
        digest: file.digest.clone(),
        incident: command.incident,
        media: file.media.clone(),
        name: name.ok_or_else(|| refused("incident-refusal-no-file"))?,
        of: command.of.to_string(),
        size: file.size,
    })
}

/// A name without path, and without what some system or address does not take; and the ending that
/// says what it is.
fn fit(name: &str, endings: &[&str]) -> (String, String) {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let ending = ending.to_lowercase();
    let fits = endings.contains(&ending.as_str());
    let stem = if fits { stem } else { name };
    let taken = |c: char| c.is_alphanumeric() || " -_.,()+&'".contains(c);
    let stem: String = stem
        .chars()
        .map(|c| if taken(c) { c } else { '-' })
        .take(LONGEST)
        .collect();
    let stem = stem.trim_matches(|c: char| " .-".contains(c));
    let first = endings.first().copied().unwrap_or_default();
    (
        if stem.is_empty() { "bestand" } else { stem }.to_owned(),
        if fits { ending } else { first.to_owned() },
    )
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_contract::scenario::Scenario;
    use paraat_kernel::{Card, File, Text};

    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::attachment::{Attachment, Command, Event};

    pub(crate) fn file(name: &str) -> File {
        File {
            code: "0190c0ffee00700080000000000000ab".to_owned(),
            name: name.to_owned(),
            media: "image/jpeg".to_owned(),
            size: 7,
            digest: "ab".repeat(32),
        }
    }

    pub(crate) fn attached(name: &str) -> Attached {
        let file = file(name);
        Attached {
            code: file.code,
            digest: file.digest,
            incident: incident("vr23"),
            media: file.media,
            name: name.to_owned(),
            of: incident("vr23").to_string(),
            size: file.size,
        }
    }

    fn command(of: &str) -> Command {
        Command::Attach(Attach {
            incident: incident("vr23"),
            of: Thing::read(of).unwrap(),
        })
    }

    fn whole() -> Command {
        command(&incident("vr23").to_string())
    }

    fn duty() -> Scenario<Attachment> {
        on_duty::<Attachment>().bringing(file("image.jpg"))
    }

    #[test]
    fn a_photo_is_added_and_one_of_the_same_name_gets_a_number() {
        let event = |name: &str| Event::Attached(attached(name));
        duty().when(whole()).then(vec![event("image.jpg")]);
        let past = vec![event("IMAGE.jpg"), event("image-2.jpg")];
        duty()
            .past(past)
            .when(whole())
            .then(vec![event("image-3.jpg")]);
    }

    #[test]
    fn a_name_that_was_taken_away_does_not_come_again() {
        let removed = crate::kinds::attachment::Removed {
            name: "image.jpg".to_owned(),
            reason: String::new(),
        };
        let past = vec![
            Event::Attached(attached("image.jpg")),
            Event::Removed(removed),
        ];
        let again = Event::Attached(attached("image-2.jpg"));
        duty().past(past).when(whole()).then(vec![again]);
    }

    #[test]
    fn a_name_fits_every_system_and_says_what_the_file_is() {
        let jpeg = ENDINGS[0].1;
        for (name, fitted) in [
            ("image.JPEG", "image.jpeg"),
            ("../../etc/passwd", "passwd.jpg"),
            ("C:\\foto's\\Dijk bij paal 7.jpg", "Dijk bij paal 7.jpg"),
            ("factuur.pdf.exe", "factuur.pdf.exe.jpg"),
            ("a\u{202e}gpj.exe", "a-gpj.exe.jpg"),
            ("a\r\nSet-Cookie: b", "a--Set-Cookie- b.jpg"),
            ("<script>\"", "script.jpg"),
            ("...", "bestand.jpg"),
            ("", "bestand.jpg"),
            ("堤防.jpg", "堤防.jpg"),
        ] {
            let (stem, ending) = fit(name, jpeg);
            assert_eq!(format!("{stem}.{ending}"), fitted, "{name}");
        }
        assert_eq!(fit(&"é".repeat(500), jpeg).0.chars().count(), LONGEST);
    }

    #[test]
    fn what_it_belongs_to_is_of_the_incident_and_is_seen() {
        let log = StreamId::derived("vr24".parse().unwrap(), "incident.log", "log");
        let line = format!("{log}#7");
        duty()
            .when(command(&line))
            .refused("incident-refusal-thing-not-there");
        let mut card = Card::new(log, "incident", "log-line", Text::typed("Dijk"));
        card.part = "log-line/7".to_owned();
        card.under = Some(incident("vr23"));
        let event = Attached {
            of: line.clone(),
            ..attached("image.jpg")
        };
        duty()
            .knowing(card.clone())
            .when(command(&line))
            .then(vec![Event::Attached(event)]);
        card.under = Some(incident("vr25"));
        duty()
            .knowing(card)
            .when(command(&line))
            .refused("incident-refusal-thing-not-there");
    }

    #[test]
    fn without_a_file_of_the_account_nothing_is_added_nor_beyond_the_most() {
        on_duty::<Attachment>()
            .when(whole())
            .refused("incident-refusal-no-file");
        let past = (0..MOST).map(|number| Event::Attached(attached(&format!("{number}.jpg"))));
        duty()
            .past(past.collect())
            .when(whole())
            .refused("incident-refusal-many-files");
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Attachment>(whole);
    }
}
