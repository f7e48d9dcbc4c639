// SPDX-License-Identifier: EUPL-1.2
//! The public page and its feeds, as files: what holds now, what held before, in three languages;
//! alerts as CAP with an Atom feed of them. They feed the official places and do not rival them.

use paraat_contract::{Answer, AsKnown, Leaf, Need, Order, Outside, Public, Query};
use paraat_kernel::Timestamp;

use super::{public_feed, public_page};
use crate::tables::{HANDED, PUBLISHED};
use crate::terms::public_words;

/// Most rows that are read for the public: the newest.
const MOST: u32 = 400;

/// What everybody reads.
pub const PUBLIC: Public = Public {
    needs,
    leaves,
    topics: &["communication_published", "communication_handed"],
};

fn needs(_now: Timestamp) -> Vec<Need> {
    let newest = |table| Query::all(table).by(Order::Newest).page(0, MOST);
    vec![
        Need::Rows(newest(&PUBLISHED)),
        Need::Rows(newest(&HANDED).as_known(AsKnown::Now)),
    ]
}

fn leaves(answers: &[Answer], outside: &Outside) -> Vec<Leaf> {
    let mut leaves = vec![Leaf {
        path: "public/style.css".to_owned(),
        kind: "text/css; charset=utf-8",
        body: include_bytes!("../../public.css").to_vec(),
    }];
    for tongue in public_words::ALL {
        leaves.extend(public_page::leaves(answers, outside, tongue));
    }
    leaves.extend(public_feed::leaves(answers, outside));
    leaves
}
