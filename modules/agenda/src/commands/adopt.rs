// SPDX-License-Identifier: EUPL-1.2
//! Adopt a draft on behalf of the board: from then on the others see it.

use paraat_authority::{Ability, Act};
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::{Given, OrganisationId, StreamId};
use paraat_ui::field::{Field, Input, Shape};

use crate::cards::{ACTIVITIES, Line, SEEN, mark_of, moved};
use crate::kinds::draft;
use crate::kinds::translation::Adopted;

/// The verb. Marks of what was seen go along instead of a version, so that a decider can adopt
/// many drafts in one go.
pub const VERB: Verb = Verb {
    name: "adopt",
    fields: &[
        ACTIVITIES,
        Field::given("organisation", Shape::Organisation),
        Field::required("decidedOn", Shape::Date),
        Field::required("body", Shape::Line(120)),
        SEEN,
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adopt {
    /// The activity.
    pub activity: StreamId,
    /// Whose draft on it is adopted.
    pub organisation: OrganisationId,
    /// The day on which the board decided, `YYYY-MM-DD`.
    pub decided_on: String,
    /// The body that decided.
    pub body: String,
    /// Marks of what stood on the page.
    pub marks: String,
}

/// The command in the fields.
pub fn read(input: &Input) -> Option<Adopt> {
    Some(Adopt {
        activity: input.stream("activity")?,
        organisation: input.organisation("organisation")?,
        decided_on: input.text("decidedOn"),
        body: input.text("body"),
        marks: input.text("marks"),
    })
}

/// Who binds the organisation adopts its drafts.
pub fn act(command: &Adopt) -> Act {
    Act {
        ability: Ability::Decide,
        of: command.organisation.clone(),
    }
}

/// The rule. A draft of one's own is adopted as it stands, when it is still what the decider saw;
/// the board has decided on a day that has come. The same content by the same decision is adopted
/// once; a later decision on it, or on the activity as it was issued anew, is a new one.
pub fn decide(
    last: Option<&Adopted>,
    command: Adopt,
    given: &Given,
) -> Result<Vec<Adopted>, Refusal> {
    super::takes_part(&command.organisation)?;
    super::activity(given, &command.activity)?;
    let draft = draft::address(command.organisation, &command.activity);
    let Some(line) = given.card(&draft).map(Line::of) else {
        return Err(Refusal::new("agenda-refusal-no-draft").at("activity"));
    };
    if moved(&command.marks, &command.activity, &mark_of(&line, None)) {
        return Err(Refusal::new("agenda-refusal-moved").at("activity"));
    }
    if super::is_to_come(&command.decided_on, given) {
        return Err(Refusal::new("agenda-refusal-decision-to-come").at("decidedOn"));
    }
    let issue = given.known(&command.activity).map_or(0, |it| it.version);
    let adopted = Adopted {
        activity: command.activity,
        body: command.body,
        decided_on: command.decided_on,
        issue: i64::try_from(issue).unwrap_or(i64::MAX),
        line,
    };
    if last == Some(&adopted) {
        return Err(Refusal::new("agenda-refusal-nothing-new"));
    }
    Ok(vec![adopted])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::Function;

    use super::*;
    use crate::cards::sent;
    use crate::commands::record::tests::{activity, card, line};
    use crate::kinds::translation::Translation;

    fn of(organisation: &str, functions: &[Function]) -> Scenario<Translation> {
        let draft = draft::address("vr23".parse().unwrap(), &activity());
        let draft = line("adopted", "Beleidsplan", "").card(draft, "draft", &activity());
        given(organisation, functions)
            .knowing(card())
            .knowing(draft)
    }

    fn adopt(decided_on: &str, marks: &str) -> Adopt {
        Adopt {
            activity: activity(),
            organisation: "vr23".parse().unwrap(),
            decided_on: decided_on.to_owned(),
            body: "Algemeen bestuur".to_owned(),
            marks: marks.to_owned(),
        }
    }

    fn adopted(decided_on: &str) -> Adopted {
        Adopted {
            activity: activity(),
            body: "Algemeen bestuur".to_owned(),
            decided_on: decided_on.to_owned(),
            issue: 1,
            line: line("adopted", "Beleidsplan", ""),
        }
    }

    #[test]
    fn a_decider_adopts_the_draft_as_it_stands() {
        let seen = mark_of(&line("adopted", "Beleidsplan", ""), None);
        for marks in [String::new(), sent(&activity(), &seen)] {
            of("vr23", &[Function::Decider])
                .when(adopt("2026-11-20", &marks))
                .then(vec![adopted("2026-11-20")]);
        }
    }

    #[test]
    fn nobody_but_a_decider_adopts() {
        for functions in [&[Function::Editor][..], &[Function::Reader], &[]] {
            of("vr23", functions)
                .when(adopt("2026-11-20", ""))
                .not_permitted();
        }
    }

    #[test]
    fn nobody_adopts_for_another_organisation_and_without_a_draft_there_is_nothing_to_adopt() {
        of("vr24", &[Function::Decider])
            .when(adopt("2026-11-20", ""))
            .not_permitted();
        given::<Translation>("vr23", &[Function::Decider])
            .knowing(card())
            .when(adopt("2026-11-20", ""))
            .refused("agenda-refusal-no-draft");
    }

    #[test]
    fn a_draft_that_changed_since_it_was_seen_is_not_adopted() {
        of("vr23", &[Function::Decider])
            .when(adopt("2026-11-20", &sent(&activity(), "00000000")))
            .refused("agenda-refusal-moved");
    }

    #[test]
    fn the_day_of_the_decision_has_come() {
        of("vr23", &[Function::Decider])
            .when(adopt("2026-11-24", ""))
            .refused("agenda-refusal-decision-to-come");
    }

    #[test]
    fn nothing_but_an_activity_is_adopted_and_only_by_who_takes_part() {
        let mut comment = card();
        comment.kind = "comment".to_owned();
        given::<Translation>("vr23", &[Function::Decider])
            .knowing(comment)
            .when(adopt("2026-11-20", ""))
            .refused("agenda-refusal-activity-not-there");
        let mut inspectorate = adopt("2026-11-20", "");
        inspectorate.organisation = "inspectie".parse().unwrap();
        given::<Translation>("inspectie", &[Function::Decider])
            .knowing(card())
            .when(inspectorate)
            .refused("agenda-refusal-no-party");
    }

    #[test]
    fn the_same_decision_counts_once_and_a_later_one_is_new() {
        let past = || of("vr23", &[Function::Decider]).past(vec![adopted("2026-11-20")]);
        past()
            .when(adopt("2026-11-20", ""))
            .refused("agenda-refusal-nothing-new");
        past()
            .when(adopt("2026-11-23", ""))
            .then(vec![adopted("2026-11-23")]);
    }
}
