// SPDX-License-Identifier: EUPL-1.2
//! Scale up or down.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, Timestamp};
use paraat_ui::field::{Field, Input, Shape};

use super::{INCIDENT, REASON};
use crate::kinds::scale::{Set, State};
use crate::kinds::seen;
use crate::terms::scales::{LEVELS, scale_of};

/// The verb. The level is all that is asked; what is missing beside it is shown until it is there.
pub const VERB: Verb = Verb {
    name: "set",
    fields: &[
        INCIDENT,
        Field::required("level", Shape::Choice(LEVELS)),
        REASON,
        Field::optional("decidedBy", Shape::Line(120)),
        Field::optional("happened", Shape::Moment),
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetScale {
    /// What the event says.
    pub set: Set,
    /// Since when; none for now.
    pub happened: Option<Timestamp>,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<SetScale> {
    Some(SetScale {
        set: Set {
            decided_by: input.text("decidedBy"),
            incident: input.stream("incident")?,
            level: input.text("level"),
            reason: input.text("reason"),
        },
        happened: input.moment("happened"),
    })
}

/// The rule. Each organisation sets its own level, up or down, and says something new: another
/// level, or a reason that was still missing.
pub fn decide(state: &State, command: SetScale, given: &Given) -> Result<Vec<Set>, Refusal> {
    seen(&command.set.incident, given)?;
    let scale = scale_of(&command.set.level).map(|scale| scale.name);
    let last = scale.and_then(|scale| state.levels.get(scale));
    if last == Some(&command.set) {
        return Err(Refusal::new("incident-refusal-nothing-new").at("level"));
    }
    Ok(vec![command.set])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::tests::{incident, on_duty, only_on_duty};
    use crate::kinds::scale::Scale;

    fn set(level: &str, reason: &str) -> SetScale {
        SetScale {
            set: Set {
                decided_by: "operationeel leider".to_owned(),
                incident: incident("vr23"),
                level: level.to_owned(),
                reason: reason.to_owned(),
            },
            happened: None,
        }
    }

    #[test]
    fn each_scales_up_and_down_on_its_own_scales() {
        let up = set("grip-2", "").set;
        for next in [
            set("grip-1", ""),
            set("grip-2", "Bron en effect"),
            set("water-3", ""),
        ] {
            on_duty::<Scale>()
                .past(vec![up.clone()])
                .when(next.clone())
                .then(vec![next.set]);
        }
        on_duty::<Scale>()
            .past(vec![up])
            .when(set("grip-2", ""))
            .refused("incident-refusal-nothing-new");
    }

    #[test]
    fn only_who_is_on_duty_and_sees_the_incident() {
        only_on_duty::<Scale>(|| set("grip-2", ""));
    }
}
