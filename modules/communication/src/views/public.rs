// SPDX-License-Identifier: EUPL-1.2
//! The public page and its feeds, as files: what holds now, what held before, in three languages;
//! alerts as CAP with an Atom feed of them. They feed the official places and do not rival them.

use paraat_contract::{Answer, Leaf, Need, Order, Outside, Public, Query};

use super::{public_feed, public_page};
use crate::tables::{HANDED, PUBLISHED};
use crate::terms::public_words;

/// Most that is over and still read: the newest.
const MOST: u32 = 400;

/// What everybody reads.
pub const PUBLIC: Public = Public {
    needs,
    leaves,
    topics: &["communication_published", "communication_handed"],
};

/// All messages that hold, and of what is over or was handed over the newest.
fn needs() -> Vec<Need> {
    let published = |standing: &str| Query::all(&PUBLISHED).is("standing", standing);
    let hold = published("published").by(Order::Newest);
    let over = published("withdrawn").by(Order::Newest).page(0, MOST);
    let handed = Query::all(&HANDED).by(Order::Newest).page(0, MOST);
    [hold, over, handed].map(Need::Rows).to_vec()
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
