// SPDX-License-Identifier: EUPL-1.2
//! The lists of trust: circles and keys only go out, as no line of them says that it was taken
//! before; an organisation is let into a circle once.

use paraat_authority::{Ability, Act};
use paraat_contract::{
    Answer, Filter, Holds, Import, Line, List, ListColumn, Need, Order, Params, Query, Refusal,
    Role, Row, Scene, Value, Want,
};

use crate::commands::admit;
use crate::tables;

/// The circles that this audience is in.
pub static CIRCLES: List = List {
    name: "circles",
    title: "trust-circles",
    columns: &[
        ListColumn::own("name", "trust-column-circle", Holds::Text).role(Role::Fixed),
        ListColumn::own("purpose", "trust-circle-make-purpose", Holds::Text).role(Role::Fixed),
        ListColumn::own("owner", "trust-column-owner", Holds::Organisation).role(Role::Fixed),
        ListColumn::own("members", "trust-column-members", Holds::Text).role(Role::Fixed),
        ListColumn::own("circle", "list-address", Holds::Text).role(Role::Fixed),
    ],
    needs: |_params| vec![Need::Rows(Query::all(&tables::MEMBER))],
    rows: |_params| Query::all(&tables::CIRCLE).by(Order::Up("name")),
    lines: circles,
    import: None,
};

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
        nothing_new: &["trust-refusal-already-member"],
    }),
};

/// The keys of the organisations.
pub static KEYS: List = List {
    name: "keys",
    title: "trust-keys-title",
    columns: &[
        ListColumn::own(
            "organisation",
            "trust-circle-admit-organisation",
            Holds::Organisation,
        )
        .role(Role::Fixed),
        ListColumn::own("rootKey", "trust-keys-delegate-root-key", Holds::Text).role(Role::Fixed),
        ListColumn::own(
            "incarnation",
            "trust-keys-delegate-incarnation",
            Holds::Whole,
        )
        .role(Role::Fixed),
        ListColumn::own("nodeKey", "trust-keys-delegate-node-key", Holds::Text).role(Role::Fixed),
        ListColumn::own("since", "trust-column-since", Holds::Moment).role(Role::Fixed),
    ],
    needs: |_params| Vec::new(),
    rows: |_params| Query::all(&tables::KEY).by(Order::Up("organisation")),
    lines: keys,
    import: None,
};

fn rows(answers: &[Answer]) -> &[Row] {
    match answers.first() {
        Some(Answer::Rows(found)) => &found.rows,
        _ => &[],
    }
}

fn circles(found: &[Row], answers: &[Answer], scene: &Scene) -> Vec<Vec<Value>> {
    let members = rows(answers);
    let line = |circle: &Row| {
        let own = members
            .iter()
            .filter(|member| member.stream == circle.stream);
        let names: Vec<String> = own
            .map(|member| scene.organisation(member.text("organisation")))
            .collect();
        vec![
            circle.text("name").into(),
            circle.text("purpose").into(),
            circle.text("owner").into(),
            names.join("; ").into(),
            circle.stream.to_string().into(),
        ]
    };
    found.iter().map(line).collect()
}

fn members_of(params: &Params) -> Query {
    let all = Query::all(&tables::MEMBER).by(Order::Up("organisation"));
    match params.either("stream").and_then(|it| it.parse().ok()) {
        Some(stream) => all.filter(Filter::Stream(stream)),
        None => all,
    }
}

fn members(found: &[Row], answers: &[Answer], _scene: &Scene) -> Vec<Vec<Value>> {
    let circles = rows(answers);
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

fn keys(found: &[Row], _answers: &[Answer], _scene: &Scene) -> Vec<Vec<Value>> {
    let line = |key: &Row| {
        vec![
            key.text("organisation").into(),
            key.text("root_key").into(),
            key.whole("incarnation").into(),
            key.text("node_key").into(),
            key.text("since").into(),
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
