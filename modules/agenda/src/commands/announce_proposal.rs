// SPDX-License-Identifier: EUPL-1.2
//! Announce new policy, a law or an investment.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use paraat_authority::Act;
use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_kernel::Given;
use paraat_ui::field::{Field, Input, Shape};

use crate::kinds::proposal::{Announced, Event};

/// What has to be weighed for the Caribbean Netherlands, beside the activities (agenda 2024-2029,
/// 4.4).
pub const SORTS: &[&str] = &["policy", "law", "investment"];

/// The verb.
pub const VERB: Verb = Verb {
    name: "announce",
    fields: &[
        Field::required("sort", Shape::Choice(SORTS)),
        Field::required("titleNl", Shape::Line(200)),
        Field::optional("titleEn", Shape::Line(200)),
        Field::required("descriptionNl", Shape::Paragraphs(4000)),
        Field::optional("descriptionEn", Shape::Paragraphs(4000)),
        Field::required("expectedYear", Shape::Whole(2000, 2100)),
    ],
    mode: Mode::New,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Announced> {
    Some(Announced {
        description_en: input.text("descriptionEn"),
        description_nl: input.text("descriptionNl"),
        expected_year: input.whole("expectedYear")?,
        sort: input.text("sort"),
        title_en: input.text("titleEn"),
        title_nl: input.text("titleNl"),
    })
}

/// A ministry announces for itself.
pub fn act(given: &Given) -> Act {
    super::write(given.actor.organisation.clone())
}

static MINISTRIES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let all = paraat_reference::organisations().unwrap_or_default();
    let ministries = all.into_iter().filter(|it| it.kind == "ministry");
    ministries.map(|it| it.id).collect()
});

/// True for a ministry, as the reference data has them.
pub fn is_ministry(organisation: &str) -> bool {
    MINISTRIES.contains(organisation)
}

/// The rule. Only a ministry announces.
pub fn decide(command: Announced, given: &Given) -> Result<Vec<Event>, Refusal> {
    if !is_ministry(given.actor.organisation.as_str()) {
        return Err(Refusal::new("agenda-refusal-only-a-ministry"));
    }
    Ok(vec![Event::Announced(command)])
}

#[cfg(test)]
mod tests {
    use paraat_contract::scenario::given;
    use paraat_kernel::Function;

    use super::*;
    use crate::kinds::proposal::{Command, Proposal};

    fn announced() -> Announced {
        Announced {
            description_en: String::new(),
            description_nl: "Nieuwe regels.".to_owned(),
            expected_year: 2027,
            sort: "law".to_owned(),
            title_en: String::new(),
            title_nl: "Wet".to_owned(),
        }
    }

    #[test]
    fn a_ministry_announces() {
        given::<Proposal>("bzk", &[Function::Editor])
            .when(Command::Announce(announced()))
            .then(vec![Event::Announced(announced())]);
    }

    #[test]
    fn nobody_announces_without_the_function_for_it() {
        for functions in [&[Function::Reader][..], &[]] {
            given::<Proposal>("bzk", functions)
                .when(Command::Announce(announced()))
                .not_permitted();
        }
    }

    #[test]
    fn another_organisation_than_a_ministry_is_refused() {
        given::<Proposal>("vr23", &[Function::Editor])
            .when(Command::Announce(announced()))
            .refused("agenda-refusal-only-a-ministry");
    }
}
