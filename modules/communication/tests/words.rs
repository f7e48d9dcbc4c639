// SPDX-License-Identifier: EUPL-1.2
//! Everything on screen has its words, in Dutch and in English.

use paraat_communication::MODULE;
use paraat_contract::missing_words;

#[test]
fn everything_has_words_in_both_languages() {
    assert_eq!(missing_words(&MODULE), Vec::<String>::new());
}
