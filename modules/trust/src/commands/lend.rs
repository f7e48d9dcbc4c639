// SPDX-License-Identifier: EUPL-1.2
//! Lend a function to an account.

use paraat_authority::{Ability, Act};
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, Timestamp};
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::function::{Event, Lent};

/// Every function that can be lent, by name.
pub const FUNCTIONS: &[&str] = &["reader", "editor", "decider", "admin", "auditor"];

/// The verb.
pub const VERB: Verb = Verb {
    name: "lend",
    fields: &[
        Field::required("account", Shape::Line(40)),
        Field::required("function", Shape::Choice(FUNCTIONS)),
        Field::optional("until", Shape::Moment),
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lend {
    /// Pseudonym of the account.
    pub account: String,
    /// The function.
    pub function: String,
    /// Until when; none for no end.
    pub until: Option<Timestamp>,
}

/// The command in the fields.
pub fn read(input: &Input) -> Lend {
    Lend {
        account: input.text("account"),
        function: input.text("function"),
        until: input.moment("until"),
    }
}

/// An administrator of the organisation lends and ends its functions.
pub fn act(given: &Given) -> Act {
    Act {
        ability: Ability::Manage,
        of: given.actor.organisation.clone(),
    }
}

/// The rule. A function is lent until a moment that is still to come, or without an end.
pub fn decide(command: Lend, given: &Given) -> Result<Vec<Event>, Refusal> {
    if command.until.is_some_and(|until| until <= given.now) {
        return Err(Refusal::new("trust-refusal-past").at("until"));
    }
    let until = command
        .until
        .map(|until| until.to_string())
        .unwrap_or_default();
    let Lend {
        account, function, ..
    } = command;
    Ok(vec![Event::Lent(Lent {
        account,
        function,
        until,
    })])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function as Holds;

    use super::*;
    use crate::kinds::function::{Command, Function};

    fn lend(until: Option<&str>) -> Command {
        Command::Lend(Lend {
            account: "a".to_owned(),
            function: "editor".to_owned(),
            until: until.map(|until| until.parse().unwrap()),
        })
    }

    #[test]
    fn an_administrator_lends() {
        let lent = Lent {
            account: "a".to_owned(),
            function: "editor".to_owned(),
            until: "2026-12-01T00:00:00Z".to_owned(),
        };
        given::<Function>("vr23", &[Holds::Admin])
            .when(lend(Some("2026-12-01T00:00:00Z")))
            .then(vec![Event::Lent(lent)]);
    }

    #[test]
    fn nobody_else_lends() {
        for function in [Holds::Reader, Holds::Editor, Holds::Decider, Holds::Auditor] {
            given::<Function>("vr23", &[function])
                .when(lend(None))
                .not_permitted();
        }
        given::<Function>("vr23", &[])
            .when(lend(None))
            .not_permitted();
    }

    #[test]
    fn an_end_that_has_passed_is_refused() {
        given::<Function>("vr23", &[Holds::Admin])
            .when(lend(Some("2026-11-23T10:00:00Z")))
            .refused("trust-refusal-past");
    }
}
