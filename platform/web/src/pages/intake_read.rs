// SPDX-License-Identifier: EUPL-1.2
//! Reads what comes to a page that takes something in: the parts of its first form, and a proposal
//! that comes back.

use paraat_contract::{Handed, Item, Proposal};

use crate::multipart;
use crate::wrong::Wrong;

/// Most things of a proposal.
const MOST_ITEMS: usize = 4_000;

/// What was handed in: the file, and what stands in the other fields.
pub(super) fn handed(bytes: &[u8], boundary: &str) -> Result<Handed, Wrong> {
    let broken_off = || Wrong::because(400, "web-body-broken-off");
    let parts = multipart::parts(bytes, boundary).ok_or_else(broken_off)?;
    let mut handed = Handed::default();
    for part in parts {
        match part.file {
            Some(name) => {
                handed.name = name;
                handed.bytes = part.body.to_vec();
            }
            None => {
                let text = String::from_utf8(part.body.to_vec());
                let text = text.map_err(|_not| Wrong::because(400, "web-not-utf8"))?;
                handed.about = handed.about.with(&part.name, text);
            }
        }
    }
    Ok(handed)
}

/// Without a file, what was pasted is what was handed in.
pub(super) fn pasted(mut handed: Handed) -> Handed {
    let text = handed.about.0.remove("text").unwrap_or_default();
    if handed.bytes.is_empty() {
        handed.name.clear();
        handed.bytes = text.into_bytes();
    }
    handed
}

/// A proposal out of the fields of its form; none with more things than any has.
pub(super) fn returned(pairs: Vec<(String, String)>) -> Option<(Proposal, bool)> {
    let mut proposal = Proposal::default();
    let mut good = false;
    for (name, value) in pairs {
        let numbered = name.split_once('.');
        let numbered = numbered.and_then(|(number, field)| Some((number.parse().ok()?, field)));
        match (numbered, name.as_str()) {
            (Some((number, field)), _) => {
                let number: usize = number;
                if number >= MOST_ITEMS {
                    return None;
                }
                if proposal.items.len() <= number {
                    proposal.items.resize_with(number + 1, Item::default);
                }
                let item = proposal.items.get_mut(number)?;
                if field == "take" {
                    item.ticked = true;
                } else {
                    item.typed.0.insert(field.to_owned(), value);
                }
            }
            (None, "keep") => good = value == "good",
            (None, "key") if value.len() <= 200 => proposal.key = value,
            (None, _) => {
                proposal.about.0.insert(name, value);
            }
        }
    }
    proposal.items.retain(|item| !item.typed.0.is_empty());
    Some((proposal, good))
}

#[cfg(test)]
mod tests {
    use paraat_ui::field::Typed;

    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        pairs.iter().map(own).collect()
    }

    #[test]
    fn a_proposal_comes_back_as_it_was_filled_in() {
        let sent = pairs(&[
            ("key", "k"),
            ("team", "rot"),
            ("0.text", "een"),
            ("2.take", "yes"),
            ("2.text", "drie"),
            ("keep", "good"),
        ]);
        let (proposal, good) = returned(sent).unwrap();
        assert!(good);
        assert_eq!(proposal.about, Typed::default().with("team", "rot"));
        let items: Vec<(bool, &str)> = proposal
            .items
            .iter()
            .map(|it| (it.ticked, it.typed.get("text")))
            .collect();
        assert_eq!(items, [(false, "een"), (true, "drie")]);
        assert_eq!(proposal.key, "k");
    }

    #[test]
    fn no_number_makes_a_list_without_end() {
        assert_eq!(returned(pairs(&[("999999999.text", "x")])), None);
        let odd = returned(pairs(&[("-1.text", "x"), ("a.b", "y"), ("1.take", "yes")])).unwrap();
        assert_eq!(odd.0.items, []);
    }
}
