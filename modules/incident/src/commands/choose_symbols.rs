// SPDX-License-Identifier: EUPL-1.2
//! Choose the set of signs that stands beside the words on the layer of one's own team. Words come
//! first: a node without that set shows the words and its own signs.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::StreamId;
use paraat_ui::field::{Field, Input, Shape};
use serde::{Deserialize, Serialize};

use super::{INCIDENT, TEAM};
use crate::kinds::layer::State;

/// The verb.
pub const VERB: Verb = Verb {
    name: "signs",
    fields: &[
        INCIDENT,
        Field::optional("set", Shape::Line(40)).of_symbols(),
        TEAM,
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// A team chose its set of signs. Stored as `incident.symbols-chosen.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SymbolsChosen {
    /// The incident.
    pub incident: StreamId,
    /// The name of the set; empty for Paraat's own signs.
    pub set: String,
    /// The team; empty for the organisation itself.
    pub team: String,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<SymbolsChosen> {
    Some(SymbolsChosen {
        incident: input.stream("incident")?,
        set: input.text("set"),
        team: input.text("team"),
    })
}

/// The rule. A set is named as its folder is: small letters, figures and dashes. It need not lie on
/// this node, because others look at the layer too.
pub fn decide(state: &State, command: SymbolsChosen) -> Result<SymbolsChosen, Refusal> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !command.set.chars().all(plain) {
        return Err(Refusal::new("incident-refusal-no-set").at("set"));
    }
    if state.symbols == command.set {
        return Err(Refusal::new("incident-refusal-nothing-new").at("set"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::place::tests::{duty, placed};
    use crate::commands::tests::only_on_duty;
    use crate::kinds::layer::{Command, Event, Layer};

    fn chosen(set: &str) -> SymbolsChosen {
        SymbolsChosen {
            incident: placed().incident,
            set: set.to_owned(),
            team: placed().team,
        }
    }

    #[test]
    fn a_team_chooses_a_set_and_its_own_signs_again() {
        let event = |set| vec![Event::SymbolsChosen(chosen(set))];
        duty()
            .when(Command::ChooseSymbols(chosen("brandweer-1")))
            .then(event("brandweer-1"));
        duty()
            .past(event("brandweer-1"))
            .when(Command::ChooseSymbols(chosen("")))
            .then(event(""));
        duty()
            .when(Command::ChooseSymbols(chosen("")))
            .refused("incident-refusal-nothing-new");
        for bad in ["../x", "A", "a b", "a.b"] {
            duty()
                .when(Command::ChooseSymbols(chosen(bad)))
                .refused("incident-refusal-no-set");
        }
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Layer>(|| Command::ChooseSymbols(chosen("brandweer-1")));
    }
}
