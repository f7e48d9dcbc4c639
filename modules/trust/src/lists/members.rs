// SPDX-License-Identifier: EUPL-1.2
//! Who is in which circle. A line that is new lets an organisation in.

use paraat_authority::{Ability, Act};
use paraat_contract::{
    Answer, Filter, Holds, Import, Line, List, ListColumn, Need, Order, Params, Query, Refusal,
    Role, Row, Scene, Value, Want, rows_at,
};

use crate::commands::admit;
use crate::tables;

/// Who is in which circle.
pub static MEMBERS: List = List {
    name: "members",
    title: "trust-column-members",
    columns: &[
        ListColumn::own("name", "trust-column-circle", Holds::Text).role(Role::Fixed),
        ListColumn::own(
            "organisation",
            "trust-circle-admit-organisation",
            Holds::Organisation,
        )
        .role(Role::Name),
        ListColumn::own("since", "trust-column-since", Holds::Moment).role(Role::Fixed),
        ListColumn::own("circle", "list-address", Holds::Text).role(Role::Name),
    ],
    needs: |_params| vec![Need::Rows(Query::all(&tables::CIRCLE))],
    rows: members_of,
    lines: members,
    import: Some(Import {
        may,
        wants,
        found_by: None,
        nothing_new: &["trust-refusal-already-member"],
    }),
};

fn members_of(params: &Params) -> Query {
    let all = Query::all(&tables::MEMBER).by(Order::Up("organisation"));
    match params.either("stream").and_then(|it| it.parse().ok()) {
        Some(stream) => all.filter(Filter::Stream(stream)),
        None => all,
    }
}

fn members(found: &[Row], answers: &[Answer], _scene: &Scene) -> Vec<Vec<Value>> {
    let circles = rows_at(answers, 0);
    let line = |member: &Row| {
        let circle = circles.iter().find(|circle| circle.stream == member.stream);
        vec![
            circle.map_or("", |circle| circle.text("name")).into(),
            member.text("organisation").into(),
            member.text("since").into(),
            member.stream.to_string().into(),
        ]
    };
    found.iter().map(line).collect()
}

fn may(scene: &Scene) -> bool {
    scene.audience.organisation.clone().is_some_and(|of| {
        let ability = Ability::Decide;
        scene.permit(&Act { ability, of }).permitted()
    })
}

/// A line that is new lets an organisation in. A line that is left out ends nothing.
fn wants(line: &Line, _scene: &Scene) -> Result<Vec<Want>, Refusal> {
    let no_circle = || Refusal::new("trust-refusal-circle-not-there").at("circle");
    let circle = line.get("circle").parse().map_err(|_bad| no_circle())?;
    Ok(vec![Want {
        kind: "circle",
        verb: admit::VERB.name,
        target: Some(circle),
        typed: line.typed(&["organisation"]),
        seen: None,
        column: "circle",
    }])
}
