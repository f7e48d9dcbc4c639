// SPDX-License-Identifier: EUPL-1.2
//! Comment on an activity.

use paraat_authority::Act;
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, StreamId};
use paraat_ui::field::{Field, Input, Shape};

use super::ACTIVITY;
use crate::kinds::comment::Written;

/// The verb.
pub const VERB: Verb = Verb {
    name: "write",
    fields: &[ACTIVITY, Field::required("text", Shape::Paragraphs(4000))],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Write {
    /// The activity it is about.
    pub activity: StreamId,
    /// What is said.
    pub text: String,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<Write> {
    Some(Write {
        activity: input.stream("activity")?,
        text: input.text("text"),
    })
}

/// Every organisation comments for itself.
pub fn act(given: &Given) -> Act {
    super::write_own(given)
}

/// The rule. An organisation says what it wants beside an activity that it can see.
pub fn decide(command: Write, given: &Given) -> Result<Vec<Written>, Refusal> {
    super::activity(given, &command.activity)?;
    Ok(vec![Written {
        activity: command.activity,
        text: command.text,
    }])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::{Card, Function, Text};

    use super::*;
    use crate::kinds::comment::Comment;

    fn activity() -> StreamId {
        StreamId::derived("jenv".parse().unwrap(), "agenda.activity", "p1-01")
    }

    fn card() -> Card {
        Card::new(activity(), "agenda", "activity", Text::typed("1.01"))
    }

    fn write() -> Write {
        Write {
            activity: activity(),
            text: "wij doen mee".to_owned(),
        }
    }

    #[test]
    fn any_organisation_comments_for_itself() {
        given::<Comment>("vr24", &[Function::Editor])
            .knowing(card())
            .when(write())
            .then(vec![Written {
                activity: activity(),
                text: "wij doen mee".to_owned(),
            }]);
    }

    #[test]
    fn a_reader_does_not_comment() {
        given::<Comment>("vr24", &[Function::Reader])
            .knowing(card())
            .when(write())
            .not_permitted();
        given::<Comment>("vr24", &[])
            .knowing(card())
            .when(write())
            .not_permitted();
    }

    #[test]
    fn what_is_not_there_gets_no_comment() {
        given::<Comment>("vr24", &[Function::Editor])
            .when(write())
            .refused("agenda-refusal-activity-not-there");
    }
}
