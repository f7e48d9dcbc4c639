// SPDX-License-Identifier: EUPL-1.2
//! The verbs.

pub mod accept_direction;
pub mod ask_question;
pub mod assemble;
pub mod attach;
pub mod call_meeting;
pub mod check_decision;
pub mod choose_colour;
pub mod choose_symbols;
pub mod close;
pub mod close_question;
pub mod close_sealed;
pub mod confirm_fact;
pub mod confirm_line;
pub mod confirm_object;
pub mod confirm_theme;
pub mod correct_sealed;
pub mod decline_direction;
pub mod detach;
pub mod dispute;
pub mod drop_dispute;
pub mod enter_phase;
pub mod finish_action;
pub mod freeze;
pub mod give_action;
pub mod hold_fact;
pub mod hold_meeting;
pub mod import_objects;
pub mod join;
pub mod keep_apart;
pub mod lay_down;
pub mod move_object;
pub mod offer_direction;
pub mod open;
pub mod part_from;
pub mod place;
pub mod publish;
pub mod raise;
pub mod release_fact;
pub mod remove;
pub mod rename;
pub mod reopen;
pub mod resolve;
pub mod respond;
pub mod retract_fact;
pub mod revoke_decision;
pub mod seal;
pub mod set_clock;
pub mod set_scale;
pub mod share;
pub mod stand_down;
pub mod state_fact;
pub mod stop_clock;
pub mod supplement;
pub mod supplement_sealed;
pub mod take_decision;
pub mod take_direction;
pub mod withdraw_action;
pub mod write;

use paraat_authority::{Ability, Act};
use paraat_contract::Refusal;
use paraat_kernel::{Given, OrganisationId};
use paraat_ui::field::{Field, Input, Shape};

use crate::terms::teams::TEAMS;
use crate::terms::themes::THEMES;

/// To write for an organisation.
pub(crate) fn act_of(of: OrganisationId) -> Act {
    Act {
        ability: Ability::Write,
        of,
    }
}

/// Every organisation writes for itself.
pub(crate) fn own(given: &Given) -> Act {
    act_of(given.actor.organisation.clone())
}

/// The incident that a verb is about.
const INCIDENT: Field = Field::given(
    "incident",
    Shape::Stream {
        module: "incident",
        kind: "incident",
    },
);
/// The team that writes; none for the organisation itself.
const TEAM: Field = Field::optional("team", Shape::Choice(TEAMS));
/// The theme that it is about.
const THEME: Field = Field::required("theme", Shape::Choice(THEMES));
/// Why, in a sentence. Never asked for before somebody may act: what is missing is shown.
const REASON: Field = Field::optional("reason", Shape::Paragraphs(1000));
/// The line of a log that something was made of: its stream, `#`, and its number.
const LINE: Field = Field {
    required: false,
    ..Field::given("fromLine", Shape::Line(160))
};
/// The number of an object on its layer.
const OBJECT: Field = Field::given("object", Shape::Whole(1, i64::MAX));
/// The team whose layer or log it is, which the page fills in.
const OWN_TEAM: Field = Field {
    given: true,
    ..TEAM
};
/// Where a thing is: places of a shape, one a line, or a shape of GeoJSON.
const AT: Field = Field::optional("at", Shape::Paragraphs(20_000));
/// What these places make together; none for what fits their number.
const FORM: Field = Field::optional("form", Shape::Choice(&["point", "line", "area"]));
/// In what the places are written; none for what follows from the figures.
const SYSTEM: Field = Field::optional("system", Shape::Choice(&["degrees", "rd"]));
/// When it was seen to be so; none for now.
const OBSERVED: Field = Field::optional("observed", Shape::Moment);
/// After when it is out of date; none for what its sort says.
const STALE: Field = Field::optional("stale", Shape::Moment);

/// Refuses what is no longer open: somebody else was first.
fn still_open(standing: &str) -> Result<(), Refusal> {
    if standing == "open" {
        return Ok(());
    }
    Err(Refusal::new("incident-refusal-not-open"))
}

/// A moment as events keep it; empty when none was given.
fn moment(input: &Input, name: &str) -> String {
    let at = input.moment(name).map(|at| at.to_string());
    at.unwrap_or_default()
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_contract::Kind;
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::{Card, Function, StreamId, Text};

    /// The incident of an organisation.
    pub(crate) fn incident(organisation: &str) -> StreamId {
        StreamId::derived(organisation.parse().unwrap(), "incident.incident", "test")
    }

    /// Its card.
    pub(crate) fn card(organisation: &str) -> Card {
        let title = Text::typed("Hoogwater");
        Card::new(incident(organisation), "incident", "incident", title)
    }

    /// Somebody on duty at vr24, who sees the incident of vr23.
    pub(crate) fn on_duty<K: Kind>() -> Scenario<K>
    where
        K::Event: std::fmt::Debug + PartialEq,
    {
        given::<K>("vr24", &[Function::Editor]).knowing(card("vr23"))
    }

    /// Holds that nobody without a function does this, no reader, and nobody about an incident
    /// that is not there for them.
    pub(crate) fn only_on_duty<K: Kind>(command: impl Fn() -> K::Command)
    where
        K::Event: std::fmt::Debug + PartialEq,
    {
        for functions in [vec![], vec![Function::Reader], vec![Function::Auditor]] {
            given::<K>("vr24", &functions)
                .knowing(card("vr23"))
                .when(command())
                .not_permitted();
        }
        given::<K>("vr24", &[Function::Editor])
            .when(command())
            .refused("incident-refusal-not-there");
    }

    /// Holds that after `before` this is done, and that whoever comes second is told so.
    pub(crate) fn once<K: Kind>(before: K::Event, command: impl Fn() -> K::Command, done: K::Event)
    where
        K::Event: std::fmt::Debug + PartialEq + Clone,
    {
        let owner = || given::<K>("vr23", &[Function::Editor]).at(incident("vr23"));
        owner()
            .past(vec![before.clone()])
            .when(command())
            .then(vec![done.clone()]);
        owner()
            .past(vec![before, done])
            .when(command())
            .refused("incident-refusal-not-open");
    }

    /// Holds that only somebody on duty at the owner does this to its incident.
    pub(crate) fn only_owner<K: Kind>(command: impl Fn() -> K::Command)
    where
        K::Event: std::fmt::Debug + PartialEq,
    {
        for (organisation, functions) in [
            ("vr23", vec![]),
            ("vr23", vec![Function::Reader]),
            ("vr24", vec![Function::Editor]),
        ] {
            given::<K>(organisation, &functions)
                .at(incident("vr23"))
                .when(command())
                .not_permitted();
        }
    }
}
