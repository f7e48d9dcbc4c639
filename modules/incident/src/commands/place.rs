// SPDX-License-Identifier: EUPL-1.2
//! Place an object on the layer of one's own organisation.

use paraat_contract::{Mode, Refusal, Scope, Verb};
use paraat_ui::field::{Field, Input, Shape};

use super::{INCIDENT, LAT, LON, OBJECT};
use crate::kinds::layer::{Event, Placed, State};

/// What stands on a map.
pub const KINDS: &[&str] = &["source", "post", "closure", "shelter", "threat", "other"];

/// The verb.
pub const VERB: Verb = Verb {
    name: "place",
    fields: &[
        INCIDENT,
        OBJECT,
        Field::required("kind", Shape::Choice(KINDS)),
        Field::required("title", Shape::Line(120)),
        LAT,
        LON,
    ],
    mode: Mode::Append,
    scope: Scope::Kind,
};

/// The command in the fields.
pub fn read(input: &Input) -> Option<Placed> {
    Some(Placed {
        incident: input.stream("incident")?,
        kind: input.text("kind"),
        lat: input.whole("lat")?,
        lon: input.whole("lon")?,
        object: input.text("object"),
        title: input.text("title"),
    })
}

/// The rule. A short name stands for one object on the layer.
pub fn decide(state: &State, command: Placed) -> Result<Vec<Event>, Refusal> {
    if state.objects.contains_key(&command.object) {
        return Err(Refusal::new("incident-refusal-object-there").at("object"));
    }
    Ok(vec![Event::Placed(command)])
}

#[cfg(test)]
pub(crate) mod tests {
    use paraat_contract::scenario::{Scenario, given};
    use paraat_kernel::Function;

    use super::*;
    use crate::commands::tests::{card, incident};
    use crate::kinds::layer::{Command, Layer};

    pub(crate) fn placed() -> Placed {
        Placed {
            incident: incident("vr23"),
            kind: "post".to_owned(),
            lat: 513_700_000,
            lon: 61_700_000,
            object: "copi".to_owned(),
            title: "Commandopost".to_owned(),
        }
    }

    pub(crate) fn at(functions: &[Function]) -> Scenario<Layer> {
        given("vr24", functions).knowing(card("vr23"))
    }

    #[test]
    fn an_organisation_places_on_its_own_layer() {
        at(&[Function::Editor])
            .when(Command::Place(placed()))
            .then(vec![Event::Placed(placed())]);
    }

    #[test]
    fn a_reader_places_nothing() {
        for functions in [vec![], vec![Function::Reader]] {
            at(&functions)
                .when(Command::Place(placed()))
                .not_permitted();
        }
    }

    #[test]
    fn a_name_is_used_once_and_the_incident_must_be_seen() {
        at(&[Function::Editor])
            .past(vec![Event::Placed(placed())])
            .when(Command::Place(placed()))
            .refused("incident-refusal-object-there");
        given::<Layer>("vr24", &[Function::Editor])
            .when(Command::Place(placed()))
            .refused("incident-refusal-not-there");
    }
}
