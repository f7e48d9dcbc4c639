// SPDX-License-Identifier: EUPL-1.2
//! End a function that was lent to an account.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use crate::commands::lend::FUNCTIONS;
use crate::kinds::function::{Ended, Event, State};

/// The verb. An administrator of the organisation may (`lend::act`).
pub const VERB: Verb = Verb {
    name: "end",
    fields: &[
        Field::required("account", Shape::Line(40)),
        Field::required("function", Shape::Choice(FUNCTIONS)),
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// Pseudonym of the account.
    pub account: String,
    /// The function.
    pub function: String,
}

/// The command in the fields.
pub fn read(input: &Input) -> End {
    End {
        account: input.text("account"),
        function: input.text("function"),
    }
}

/// The rule. What was not lent cannot be ended.
pub fn decide(state: &State, command: End) -> Result<Vec<Event>, Refusal> {
    if !state.lent.contains(&command.function) {
        return Err(Refusal::new("trust-refusal-not-lent").at("function"));
    }
    let End { account, function } = command;
    Ok(vec![Event::Ended(Ended { account, function })])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function as Holds;

    use super::*;
    use crate::kinds::function::{Command, Function, Lent};

    fn end() -> Command {
        Command::End(End {
            account: "a".to_owned(),
            function: "editor".to_owned(),
        })
    }

    fn lent() -> Vec<Event> {
        let (account, function) = ("a".to_owned(), "editor".to_owned());
        vec![Event::Lent(Lent {
            account,
            function,
            until: String::new(),
        })]
    }

    #[test]
    fn an_administrator_ends_what_was_lent() {
        let ended = Ended {
            account: "a".to_owned(),
            function: "editor".to_owned(),
        };
        given::<Function>("vr23", &[Holds::Admin])
            .past(lent())
            .when(end())
            .then(vec![Event::Ended(ended)]);
    }

    #[test]
    fn nobody_else_ends_it_and_what_was_not_lent_is_refused() {
        given::<Function>("vr23", &[Holds::Editor])
            .past(lent())
            .when(end())
            .not_permitted();
        given::<Function>("vr23", &[])
            .past(lent())
            .when(end())
            .not_permitted();
        given::<Function>("vr23", &[Holds::Admin])
            .when(end())
            .refused("trust-refusal-not-lent");
    }
}
