// SPDX-License-Identifier: EUPL-1.2
//! Hand over what was ordered to those who send it. From here its bytes are frozen.

use paraat_contract::{Refusal, Verb};
use paraat_kernel::{Given, Timestamp};

use super::{exact, step};
use crate::kinds::alert::{Core, Handed, State};
use crate::kinds::handed::{self, Sort};
use crate::lifecycle;

/// The verb.
pub const VERB: Verb = exact("hand-over", &[]);

/// The rule. It waits for the second pair of eyes as long as that has time; then the order stands,
/// and the review is a debt. What has ended meanwhile is not handed over.
pub fn decide(state: &State, given: &Given) -> Result<Handed, Refusal> {
    step(lifecycle::ALERT, &state.standing, VERB.name)?;
    let (Some(core), Some(order)) = (&state.core, &state.ordered) else {
        return Err(Refusal::new("communication-refusal-step"));
    };
    let until: Timestamp = order.review_by.parse().unwrap_or_default();
    if state.reviewed.is_empty() && given.now < until {
        return Err(Refusal::new("communication-refusal-not-reviewed"));
    }
    let expires: Timestamp = core.expires.parse().unwrap_or_default();
    if expires <= given.now {
        return Err(Refusal::new("communication-refusal-expired"));
    }
    freeze(state, core, Sort::Alert, given)
}

/// The bytes, held against the standard.
pub(super) fn freeze(
    state: &State,
    core: &Core,
    sort: Sort,
    given: &Given,
) -> Result<Handed, Refusal> {
    let handed = handed::handed(state, core, sort, given);
    handed
        .map_err(|why| Refusal::new("communication-refusal-standard").with("why", why.to_string()))
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::commands::tests::only_owner;
    use paraat_kernel::{Live, Space};

    use super::*;
    use crate::commands::draft_alert::tests::{core, writer};
    use crate::commands::order::tests::ordered;
    use crate::commands::review::tests::reviewed;
    use crate::kinds::alert::{Alert, Command, Event};
    use paraat_contract::Kind as _;
    use paraat_contract::scenario::{Outcome, Scenario};

    /// What was handed over.
    pub(crate) fn handed_by(scenario: Scenario<Alert>, past: Vec<Event>) -> Handed {
        match scenario.past(past).when(Command::HandOver) {
            Outcome::Events(events) => match events.as_slice() {
                [Event::HandedOver(handed)] => handed.clone(),
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn live() -> Scenario<Alert> {
        let mut scenario = writer();
        scenario.given.live = Live::of(&Space::live());
        scenario
    }

    pub(crate) fn looked_at() -> Vec<Event> {
        vec![
            Event::Drafted(core()),
            Event::Ordered(ordered()),
            Event::Reviewed(reviewed()),
        ]
    }

    #[test]
    fn what_was_ordered_and_looked_at_is_handed_over_as_a_valid_alert_in_two_languages() {
        let handed = handed_by(live(), looked_at());
        live()
            .past(looked_at())
            .when(Command::HandOver)
            .then(vec![Event::HandedOver(handed.clone())]);
        let read = paraat_cap::read(handed.cap.as_bytes()).unwrap();
        assert_eq!(read.findings, []);
        assert_eq!(read.alert.status, Some(paraat_cap::Status::Actual));
        assert!(
            read.alert.incidents.is_empty(),
            "the crisis is of those who share it"
        );
        let languages: Vec<_> = read
            .alert
            .infos
            .iter()
            .filter_map(|it| it.language.clone())
            .collect();
        assert_eq!(languages, ["nl-NL", "en-GB"]);
        let info = read.alert.infos.first().unwrap();
        assert_eq!(info.areas.first().unwrap().circles.len(), 1);
        assert_eq!(
            info.instruction.as_deref(),
            Some("Blijf binnen\nSluit ramen en deuren")
        );
        assert!(
            handed
                .short
                .starts_with("NL-Alert 23-11-2026 11:00: Grote brand in Arcen."),
            "{}",
            handed.short
        );
    }

    #[test]
    fn in_an_exercise_the_file_says_that_it_is_one() {
        let handed = handed_by(writer(), looked_at());
        assert!(
            handed.cap.contains("<status>Exercise</status>"),
            "{}",
            handed.cap
        );
        assert_eq!(handed.live, "false");
        assert!(handed.short.starts_with("OEFENING. "), "{}", handed.short);
    }

    #[test]
    fn it_waits_for_a_second_pair_of_eyes_until_their_time_is_over() {
        let past = vec![Event::Drafted(core()), Event::Ordered(ordered())];
        live()
            .past(past.clone())
            .when(Command::HandOver)
            .refused("communication-refusal-not-reviewed");
        let mut later = live();
        later.given.now = "2026-11-23T10:05:00Z".parse().unwrap();
        assert_eq!(handed_by(later, past).revision, 1);
    }

    #[test]
    fn what_ended_meanwhile_is_not_handed_over() {
        let mut late = live();
        late.given.now = core().expires.parse().unwrap();
        late.past(looked_at())
            .when(Command::HandOver)
            .refused("communication-refusal-expired");
    }

    #[test]
    fn a_second_text_updates_the_first_and_names_it() {
        let first = handed_by(live(), looked_at());
        let mut past = looked_at();
        past.push(Event::HandedOver(first.clone()));
        past.push(Event::Revised(core()));
        past.push(Event::Ordered(ordered()));
        past.push(Event::Reviewed(reviewed()));
        let second = handed_by(live(), past);
        let read = paraat_cap::read(second.cap.as_bytes()).unwrap();
        assert_eq!(read.findings, []);
        assert_eq!(
            read.alert.message_type,
            Some(paraat_cap::MessageType::Update)
        );
        assert!(second.cap.contains(&first.reference), "{}", second.cap);
        assert_ne!(first.reference, second.reference);
    }

    #[test]
    fn nothing_is_handed_over_without_an_order() {
        live()
            .past(vec![Event::Drafted(core())])
            .when(Command::HandOver)
            .refused("communication-refusal-step");
        let mut state = State::default();
        Alert::evolve(&mut state, &Event::Drafted(core()));
        assert_eq!(state.standing, "drafted");
    }

    #[test]
    fn only_who_writes_for_its_owner() {
        only_owner::<Alert>(|| Command::HandOver);
    }
}
