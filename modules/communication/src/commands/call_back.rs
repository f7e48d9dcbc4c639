// SPDX-License-Identifier: EUPL-1.2
//! Call a number back, or write to an address, and say what answered: the first of two people.

use paraat_contract::{Refusal, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Shape};

use super::exact;
use crate::kinds::contact::{CalledBack, State};

/// The verb.
pub const VERB: Verb = exact("call-back", &[Field::required("heard", Shape::Line(200))]);

/// The rule. What is out of use is not tested; what was tested may be again.
pub fn decide(state: &State, heard: String, given: &Given) -> Result<CalledBack, Refusal> {
    if state.standing == "retired" {
        return Err(Refusal::new("communication-refusal-retired"));
    }
    Ok(CalledBack {
        caller: given.actor.account.to_string(),
        heard,
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_kernel::Uuid;

    use super::*;
    use crate::commands::register::tests::{editor, registered};
    use crate::commands::tests::only_owner;
    use crate::kinds::contact::{Command, Contact, Event, Retired};

    pub(crate) fn called() -> CalledBack {
        CalledBack {
            caller: Uuid::nil().to_string(),
            heard: "De publieksbalie".to_owned(),
        }
    }

    fn call() -> Command {
        Command::CallBack("De publieksbalie".to_owned())
    }

    #[test]
    fn what_is_in_use_is_called_back_as_often_as_wanted() {
        editor()
            .past(vec![Event::Registered(registered())])
            .when(call())
            .then(vec![Event::CalledBack(called())]);
        let gone = Event::Retired(Retired {
            reason: String::new(),
        });
        editor()
            .past(vec![Event::Registered(registered()), gone])
            .when(call())
            .refused("communication-refusal-retired");
    }

    #[test]
    fn only_who_writes_for_its_owner() {
        only_owner::<Contact>(call);
    }
}
