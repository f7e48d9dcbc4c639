// SPDX-License-Identifier: EUPL-1.2
//! The verbs.

pub mod answer;
pub mod assign;
pub mod attest;
pub mod call_back;
pub mod close;
pub mod confirm;
pub mod draft_alert;
pub mod draft_message;
pub mod give;
pub mod hand_over;
pub mod hold;
pub mod note;
pub mod object;
pub mod order;
pub mod publish;
pub mod register;
pub mod report_delivery;
pub mod retire;
pub mod review;
pub mod revise;
pub mod revise_alert;
pub mod see_again;
pub mod translate;
pub mod withdraw_alert;
pub mod withdraw_message;

use paraat_authority::{Ability, Act};
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, Lifecycle};
use paraat_ui::field::{Field, Input, Shape};

use crate::terms::languages::LANGUAGES;

/// To write for one's own organisation.
pub(crate) fn own(given: &Given) -> Act {
    Act {
        ability: Ability::Write,
        of: given.actor.organisation.clone(),
    }
}

/// To write for the organisation whose stream it is.
pub(crate) fn owner(given: &Given) -> Act {
    Act {
        ability: Ability::Write,
        of: given.stream.owner.clone(),
    }
}

/// To bind the organisation whose stream it is.
pub(crate) fn binds(given: &Given) -> Act {
    Act {
        ability: Ability::Decide,
        of: given.stream.owner.clone(),
    }
}

/// The incident that it is about; none for what is about no crisis.
const INCIDENT: Field = Field {
    required: false,
    ..Field::given(
        "incident",
        Shape::Stream {
            module: "incident",
            kind: "incident",
        },
    )
};
const LANGUAGE: Field = Field::required("language", Shape::Choice(LANGUAGES));
const TITLE: Field = Field::required("title", Shape::Line(120));
const WHAT: Field = Field::required("what", Shape::Paragraphs(2000));
const INSTRUCTION: Field = Field::optional("todo", Shape::Paragraphs(2000));
const MEANING: Field = Field::optional("meaning", Shape::Paragraphs(2000));
const GROUPS: Field = Field::optional("groups", Shape::Paragraphs(2000)).later();

/// The fields behind the first, which says what a new thing is about and never changes.
const fn after(fields: &'static [Field]) -> &'static [Field] {
    match fields.split_first() {
        Some((_first, rest)) => rest,
        None => &[],
    }
}

/// A verb at a stream that changes what stands there.
const fn exact(name: &'static str, fields: &'static [Field]) -> Verb {
    Verb {
        name,
        fields,
        mode: Mode::Exact,
        scope: Scope::Stream,
    }
}

/// Refuses a step that the standing does not allow: somebody else was first, or it came too late.
fn step(life: Lifecycle, standing: &str, verb: &str) -> Result<(), Refusal> {
    if life.allows(standing, verb) {
        return Ok(());
    }
    Err(Refusal::new(match standing {
        "withdrawn" => "communication-refusal-withdrawn",
        _ => "communication-refusal-step",
    }))
}

/// Refuses signs that turn the direction of what follows (Unicode UAX 9, 2.1 to 2.4): on a screen
/// they make another sender or another text of it. A language that runs from the right needs none.
fn straight(texts: &[(&'static str, &str)]) -> Result<(), Refusal> {
    let turns = |it: char| matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let turned = texts.iter().find(|(_, text)| text.contains(turns));
    turned.map_or(Ok(()), |(field, _)| {
        Err(Refusal::new("communication-refusal-turns").at(field))
    })
}

/// A moment as events keep it; empty when none was given.
fn moment(input: &Input, name: &str) -> String {
    let at = input.moment(name).map(|at| at.to_string());
    at.unwrap_or_default()
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_contract::Kind;
    use paraat_contract::scenario::given;
    use paraat_kernel::{Function, StreamId};

    /// Holds that nobody without a function does this, and no reader.
    pub(crate) fn only_writers<K: Kind>(command: impl Fn() -> K::Command)
    where
        K::Event: std::fmt::Debug + PartialEq,
    {
        for functions in [vec![], vec![Function::Reader], vec![Function::Auditor]] {
            given::<K>("vr23", &functions)
                .when(command())
                .not_permitted();
        }
    }

    /// Holds that only somebody on duty at its owner does this to a thing.
    pub(crate) fn only_owner<K: Kind>(command: impl Fn() -> K::Command)
    where
        K::Event: std::fmt::Debug + PartialEq,
    {
        let thing = || StreamId::derived("vr23".parse().unwrap(), "communication.thing", "a");
        for (organisation, functions) in [
            ("vr23", vec![]),
            ("vr23", vec![Function::Reader]),
            ("vr24", vec![Function::Editor, Function::Decider]),
        ] {
            given::<K>(organisation, &functions)
                .at(thing())
                .when(command())
                .not_permitted();
        }
    }
}
