// SPDX-License-Identifier: EUPL-1.2
//! Who is to be heard in the national picture: the national bodies, and for each vital chain who
//! speaks for it. Their ids are those of the registers; which ministry answers for which chain
//! follows the list of vital processes there (`docs/sources.md`).

/// Those of whom the national picture says whether they spoke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chain {
    /// Its name; `incident-chain-{name}` on screen.
    pub name: &'static str,
    /// The organisations that speak for it, the one that answers for it first.
    pub speakers: &'static [&'static str],
}

/// The bodies that stand for the national level: what is raised to one of them is raised to it.
pub const NATIONAL: &[&str] = &["jenv", "nctv", "locc", "ncc", "kcr2"];

const fn chain(name: &'static str, speakers: &'static [&'static str]) -> Chain {
    Chain { name, speakers }
}

/// The switchboard and the centres first, then the chains.
pub const CHAINS: &[Chain] = &[
    chain("regions", &["kcr2"]),
    chain("operations", &["locc"]),
    chain("departments", &["ncc", "nctv", "jenv"]),
    chain("public", &["nkc"]),
    chain("emergency", &["politie"]),
    chain("defence", &["def"]),
    chain("energy", &["kgg"]),
    chain("telecom", &["ez"]),
    chain("water", &["ienw"]),
    chain("transport", &["ienw"]),
    chain("chemistry", &["ienw"]),
    chain("payments", &["fin"]),
    chain("government", &["bzk"]),
    chain("health", &["vws", "ggd-ghor-nl"]),
    chain("food", &["lvvn"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chain_has_its_own_name_and_somebody_who_speaks_for_it() {
        for (at, one) in CHAINS.iter().enumerate() {
            assert!(!one.speakers.is_empty(), "{}", one.name);
            assert!(CHAINS.iter().skip(at + 1).all(|it| it.name != one.name));
            let ids = one.speakers.iter().chain(NATIONAL);
            for id in ids {
                assert!(id.parse::<paraat_kernel::OrganisationId>().is_ok(), "{id}");
            }
        }
    }
}
