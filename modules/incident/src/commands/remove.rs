// SPDX-License-Identifier: EUPL-1.2
//! Take an object off the layer of one's own team.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::Input;

use super::{INCIDENT, OBJECT, OWN_TEAM, REASON};
use crate::kinds::layer::{Removed, State};

/// The verb.
pub const VERB: Verb = Verb {
    name: "remove",
    fields: &[INCIDENT, OWN_TEAM, OBJECT, REASON],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Removed> {
    Some(Removed {
        incident: input.stream("incident")?,
        object: u64::try_from(input.whole("object")?).ok()?,
        reason: input.text("reason"),
        team: input.text("team"),
    })
}

/// The rule. What stands on the layer can be taken away; its past stays.
pub fn decide(state: &State, command: Removed) -> Result<Removed, Refusal> {
    if !state.objects.contains_key(&command.object) {
        return Err(Refusal::new("incident-refusal-no-object"));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::place::tests::{duty, placed};
    use crate::commands::tests::only_on_duty;
    use crate::kinds::layer::{Command, Event, Layer};

    fn removed() -> Removed {
        Removed {
            incident: placed().incident,
            object: 1,
            reason: String::new(),
            team: placed().team,
        }
    }

    #[test]
    fn what_stands_there_is_taken_away_once_and_its_number_does_not_come_again() {
        let past = || vec![Event::Placed(placed())];
        duty()
            .past(past())
            .when(Command::Remove(removed()))
            .then(vec![Event::Removed(removed())]);
        let after = [past(), vec![Event::Removed(removed())], past()].concat();
        duty()
            .past(after)
            .when(Command::Remove(removed()))
            .refused("incident-refusal-no-object");
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Layer>(|| Command::Remove(removed()));
    }
}
