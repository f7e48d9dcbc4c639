// SPDX-License-Identifier: EUPL-1.2
//! By which time and in which language people of an organisation work, until they choose.

use std::collections::{BTreeMap, HashMap};

use paraat_kernel::{Language, OrganisationId};

/// The time zone of each organisation, as the reference data has it.
pub fn zones() -> BTreeMap<OrganisationId, String> {
    let named = paraat_reference::time_zones().unwrap_or_default();
    let iana: HashMap<String, String> =
        named.into_iter().map(|zone| (zone.id, zone.iana)).collect();
    let organisations = paraat_reference::organisations().unwrap_or_default();
    let zone = |organisation: paraat_reference::Organisation| {
        let zone = iana.get(&organisation.time_zone)?.clone();
        Some((organisation.id.parse().ok()?, zone))
    };
    organisations.into_iter().filter_map(zone).collect()
}

/// The usual language of each organisation that works in more than one, as the reference data has
/// it: the first that pages are complete in. Who works in one language only reads what their
/// browser asks for.
pub fn languages() -> BTreeMap<OrganisationId, Language> {
    let organisations = paraat_reference::organisations().unwrap_or_default();
    let several = organisations
        .into_iter()
        .filter(|it| it.languages.len() > 1);
    let usual = several.filter_map(|it| {
        let language = it
            .languages
            .iter()
            .find_map(|code| Language::from_code(code))?;
        Some((it.id.parse().ok()?, language))
    });
    usual.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saba_and_sint_eustatius_work_in_english_by_caribbean_time_and_bonaire_in_dutch() {
        let (zones, languages) = (zones(), languages());
        for (id, language) in [
            ("saba", Language::En),
            ("sint-eustatius", Language::En),
            ("bonaire", Language::Nl),
        ] {
            let id: OrganisationId = id.parse().unwrap();
            assert_eq!(languages.get(&id), Some(&language), "{id}");
            assert_eq!(
                zones.get(&id).map(String::as_str),
                Some("America/Kralendijk")
            );
        }
        assert_eq!(languages.get(&"vr23".parse().unwrap()), None);
    }
}
