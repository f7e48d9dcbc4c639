// SPDX-License-Identifier: EUPL-1.2
//! Write a message to the public.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use super::{GROUPS, INCIDENT, INSTRUCTION, LANGUAGE, MEANING, TITLE, WHAT, moment, straight};
use crate::kinds::message::{Core, Isb};
use crate::kinds::seen;
use crate::terms::authorities::AUTHORITIES;

pub(super) const AUTHORITY: Field = Field::required("authority", Shape::Choice(AUTHORITIES));
pub(super) const SENDER: Field = Field::optional("sender", Shape::Line(120));
pub(super) const AREA: Field = Field::optional("area", Shape::Line(200));
pub(super) const NEXT_UPDATE: Field = Field::optional("nextUpdate", Shape::Moment);
pub(super) const AS_OF: Field = Field::optional("asOf", Shape::Moment).later();

/// What is asked.
pub(super) const FIELDS: &[Field] = &[
    INCIDENT,
    LANGUAGE,
    TITLE,
    WHAT,
    INSTRUCTION,
    MEANING,
    AUTHORITY,
    SENDER,
    AREA,
    NEXT_UPDATE,
    AS_OF,
    GROUPS,
];

/// The verb.
pub const VERB: Verb = Verb {
    name: "draft",
    fields: FIELDS,
    mode: Mode::New,
    scope: Scope::Kind,
};

/// The texts in the fields.
pub(super) fn text(input: &Input) -> Isb {
    Isb {
        groups: input.text("groups"),
        meaning: input.text("meaning"),
        title: input.text("title"),
        todo: input.text("todo"),
        what: input.text("what"),
    }
}

/// The command in the fields.
pub fn read(input: &Input) -> Core {
    Core {
        area: input.text("area"),
        as_of: moment(input, "asOf"),
        authority: input.text("authority"),
        incident: input.stream("incident"),
        language: input.text("language"),
        next_update: moment(input, "nextUpdate"),
        sender: input.text("sender"),
        text: text(input),
    }
}

/// Nothing in it turns around what stands behind.
pub(super) fn sound(core: &Core) -> Result<(), Refusal> {
    straight(&[("sender", &core.sender), ("area", &core.area)])?;
    sound_text(&core.text)
}

/// The same of its text.
pub(super) fn sound_text(text: &Isb) -> Result<(), Refusal> {
    straight(&[
        ("title", &text.title),
        ("what", &text.what),
        ("todo", &text.todo),
        ("meaning", &text.meaning),
        ("groups", &text.groups),
    ])
}

/// The rule. What is missing (what people must do, what it means) is a debt on the page and never
/// a reason to wait. A message without a moment is as of now.
pub fn decide(mut core: Core, given: &Given) -> Result<Core, Refusal> {
    seen(core.incident.as_ref(), given)?;
    sound(&core)?;
    if core.as_of.is_empty() {
        core.as_of = given.now.to_string();
    }
    let next = core.next_update.parse::<paraat_kernel::Timestamp>();
    if next.is_ok_and(|next| next <= given.now) {
        return Err(Refusal::new("communication-refusal-past").at("nextUpdate"));
    }
    Ok(core)
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::commands::tests::only_writers;
    use paraat_contract::scenario::given;
    use paraat_kernel::{Function, StreamId};

    use super::*;
    use crate::kinds::message::{Command, Event, Message};

    pub(crate) fn core(title: &str) -> Core {
        Core {
            area: "Arcen".to_owned(),
            as_of: "2026-11-23T10:00:00Z".to_owned(),
            authority: "mayor".to_owned(),
            incident: None,
            language: "nl".to_owned(),
            next_update: String::new(),
            sender: String::new(),
            text: Isb {
                groups: String::new(),
                meaning: String::new(),
                title: title.to_owned(),
                todo: "Blijf uit de buurt van het water.".to_owned(),
                what: "De Maas stijgt snel.".to_owned(),
            },
        }
    }

    #[test]
    fn whoever_writes_for_an_organisation_drafts_and_what_is_missing_holds_nobody_up() {
        let bare = Core {
            as_of: String::new(),
            text: Isb {
                todo: String::new(),
                ..core("Hoogwater").text
            },
            ..core("Hoogwater")
        };
        let kept = Core {
            as_of: "2026-11-23T10:00:00Z".to_owned(),
            ..bare.clone()
        };
        given::<Message>("vr23", &[Function::Editor])
            .when(Command::Draft(bare.clone()))
            .then(vec![Event::Drafted(kept)]);
        given::<Message>("vr23", &[Function::Reader])
            .when(Command::Draft(bare))
            .not_permitted();
    }

    #[test]
    fn news_is_not_promised_for_the_past_and_the_incident_must_be_there() {
        let late = Core {
            next_update: "2026-11-23T09:00:00Z".to_owned(),
            ..core("Hoogwater")
        };
        given::<Message>("vr23", &[Function::Editor])
            .when(Command::Draft(late))
            .refused("communication-refusal-past");
        let incident = StreamId::derived("vr24".parse().unwrap(), "incident.incident", "a");
        let hidden = Core {
            incident: Some(incident),
            ..core("Hoogwater")
        };
        given::<Message>("vr23", &[Function::Editor])
            .when(Command::Draft(hidden))
            .refused("communication-refusal-incident-not-there");
    }

    #[test]
    fn a_sender_that_reads_as_another_on_screen_is_refused() {
        for turned in [
            "Burgemeester\u{202e}retsinim",
            "\u{2066}x",
            "\u{202a}x\u{202c}",
        ] {
            let core = Core {
                sender: turned.to_owned(),
                ..core("Hoogwater")
            };
            given::<Message>("vr23", &[Function::Editor])
                .when(Command::Draft(core))
                .refused("communication-refusal-turns");
        }
    }

    #[test]
    fn only_who_writes_for_an_organisation() {
        only_writers::<Message>(|| Command::Draft(core("Hoogwater")));
    }
}
