// SPDX-License-Identifier: EUPL-1.2
//! The translation of one's own organisation, a line for each activity. A planner fills in how each
//! is taken up and brings the file back: a line that says what the joint plan says takes it over,
//! any other is a draft in own words. What the board adopted is there to be read.

use paraat_contract::{
    Answer, Holds, Import, Line, List, ListColumn, Order, Params, Query, Refusal, Role, Row, Scene,
    Value, Want,
};
use paraat_ui::field::Typed;

use crate::cards;
use crate::commands::{confirm, record};
use crate::lifecycle::STANCES;
use crate::lists::{seen, writes};
use crate::state::spoken;
use crate::tables::ACTIVITY;
use crate::views::filters::Wanted;
use crate::views::mine::{self, Mine};
use crate::views::moment;
use crate::views::own::{self, PATH};
use crate::views::sheet::Sheet;

/// The list.
pub static OWN: List = List {
    name: "own",
    title: "agenda-view-own",
    columns: COLUMNS,
    needs: own::needs,
    rows: query,
    lines,
    import: Some(Import {
        may: writes,
        wants: |line, _scene| asked(line),
        found_by: None,
        nothing_new: &["agenda-refusal-nothing-new"],
    }),
};

const DRAFTED: Holds = Holds::Choice("agenda-draft-stance", STANCES);

const COLUMNS: &[ListColumn] = &[
    ListColumn::own("number", "agenda-activity-issue-number", Holds::Text).role(Role::Fixed),
    ListColumn::own("title", "agenda-draft-record-activity", Holds::Text).role(Role::Fixed),
    ListColumn::own("jointStance", "agenda-own-joint", DRAFTED).role(Role::Fixed),
    ListColumn::own("jointPlan", "agenda-list-joint-plan", Holds::Text).role(Role::Fixed),
    ListColumn::own("jointParagraph", "agenda-list-joint-paragraph", Holds::Text).role(Role::Fixed),
    ListColumn::own("jointReason", "agenda-list-joint-reason", Holds::Text).role(Role::Fixed),
    ListColumn::own("stance", "agenda-draft-record-stance", DRAFTED),
    ListColumn::own("plan", "agenda-draft-record-plan", Holds::Text),
    ListColumn::own("paragraph", "agenda-draft-record-paragraph", Holds::Text),
    ListColumn::own("reason", "agenda-draft-record-reason", Holds::Text),
    ListColumn::own("adopted", "agenda-own-adopted", DRAFTED).role(Role::Fixed),
    ListColumn::own(
        "decidedOn",
        "agenda-translation-adopt-decided-on",
        Holds::Date,
    )
    .role(Role::Fixed),
    ListColumn::own("activity", "list-address", Holds::Text).role(Role::Name),
    ListColumn::own("version", "list-version", Holds::Whole).role(Role::Beside),
];

/// What `record` asks.
const RECORDED: &[&str] = &["activity", "stance", "plan", "paragraph", "reason"];

/// What a draft says, with where the joint plan says it.
const ALIKE: [(&str, &str); 4] = [
    ("stance", "jointStance"),
    ("plan", "jointPlan"),
    ("paragraph", "jointParagraph"),
    ("reason", "jointReason"),
];

fn query(params: &Params) -> Query {
    Query::all(&ACTIVITY)
        .by(Order::Up("number"))
        .as_known(moment::as_known(params))
}

fn lines(found: &[Row], answers: &[Answer], scene: &Scene) -> Vec<Vec<Value>> {
    let Some(own) = scene.audience.organisation.as_ref() else {
        return Vec::new();
    };
    let sheet = Sheet::new(answers, scene);
    let here = |row: &Row| found.iter().any(|it| it.stream == row.stream);
    let mut shown = sheet.shown(&Wanted::new(scene, PATH));
    shown.retain(|(_, item)| here(item.row));
    let state = scene.params.get("state");
    let all = mine::lines(answers, &shown, own);
    let asked = all
        .iter()
        .filter(|line| state.is_none_or(|state| state == line.state()));
    asked.map(|mine| line(scene, mine)).collect()
}

fn line(scene: &Scene, mine: &Mine) -> Vec<Value> {
    let row = mine.item.row;
    let said = |of: Option<&Row>| {
        let line = of.map(cards::Line::of_row).unwrap_or_default();
        [line.stance, line.plan, line.paragraph, line.reason].map(Value::from)
    };
    let adopted = |column: &str| mine.adopted.map_or("", |it| it.text(column)).into();
    let version = mine.draft.map_or(0, |it| it.version);
    let mut line = vec![
        row.text("number").into(),
        spoken(row, scene.language(), "title").into(),
    ];
    line.extend(said(mine.joint));
    line.extend(said(mine.draft));
    line.extend([
        adopted("stance"),
        adopted("decided_on"),
        row.stream.to_string().into(),
        i64::try_from(version).ok().into(),
    ]);
    line
}

/// The line of the joint plan is taken over as such, as on the page, so that it is known when that
/// line moves on; other words are the organisation's own.
fn asked(line: &Line) -> Result<Vec<Want>, Refusal> {
    let Some(was) = &line.was else {
        return Err(Refusal::new("agenda-refusal-activity-not-there").at("activity"));
    };
    let joint = |key: &str| was.get(key).map_or("", String::as_str);
    let takes_over = !joint("jointStance").is_empty()
        && ALIKE.iter().all(|(own, it)| line.get(own) == joint(it));
    let record = Want {
        kind: "draft",
        verb: record::VERB.name,
        target: None,
        typed: line.typed(RECORDED),
        seen: seen(line),
        column: "activity",
    };
    // Who drafted meanwhile was first: `confirm` asks for no version, so this is looked at here.
    let still = seen(line).map(|seen| seen.to_string()).as_ref() == was.get("version");
    Ok(vec![if takes_over && still {
        Want {
            verb: confirm::VERB.name,
            typed: Typed::default().with("activity", line.get("activity")),
            ..record
        }
    } else {
        record
    }])
}

#[cfg(test)]
mod tests {
    use paraat_contract::Cells;

    use super::*;

    const JOINT: [(&str, &str); 6] = [
        ("activity", "jenv.ba84701364f48e9a839a22f543eaf432"),
        ("jointStance", "adopted"),
        ("jointPlan", "Werkplan"),
        ("jointParagraph", ""),
        ("jointReason", ""),
        ("version", "0"),
    ];

    fn verbs(was: &[(&'static str, &str)], own: &[(&'static str, &str)]) -> Vec<&'static str> {
        let cells = |pairs: &[(&'static str, &str)]| -> Cells {
            let pairs = JOINT.iter().chain(pairs);
            pairs
                .map(|(key, text)| (*key, (*text).to_owned()))
                .collect()
        };
        let line = Line {
            cells: cells(own),
            was: Some(cells(was)),
        };
        asked(&line)
            .unwrap()
            .into_iter()
            .map(|it| it.verb)
            .collect()
    }

    #[test]
    fn what_the_joint_plan_says_is_taken_over_and_other_words_are_a_draft() {
        let same = [("stance", "adopted"), ("plan", "Werkplan")];
        assert_eq!(verbs(&[], &same), ["confirm"]);
        let other = [("stance", "adopted"), ("plan", "Beleidsplan")];
        assert_eq!(verbs(&[], &other), ["record"]);
    }

    #[test]
    fn a_draft_that_was_not_seen_is_not_replaced_by_the_joint_plan() {
        let same = [
            ("stance", "adopted"),
            ("plan", "Werkplan"),
            ("version", "1"),
        ];
        assert_eq!(verbs(&[("version", "1")], &same), ["confirm"]);
        // `record` is exact, and refuses it as out of date.
        assert_eq!(verbs(&[("version", "2")], &same), ["record"]);
    }

    #[test]
    fn a_line_about_nothing_is_refused() {
        let refusal = asked(&Line::default()).unwrap_err();
        assert_eq!(refusal.key, "agenda-refusal-activity-not-there");
    }
}
