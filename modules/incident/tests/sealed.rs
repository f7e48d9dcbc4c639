// SPDX-License-Identifier: EUPL-1.2
//! Pages of what is sealed.

#[expect(dead_code, reason = "the pages of a crisis use more of it")]
mod common;

use common::{HOSTILE, Page, rows, sealed, sealed_record, whole};
use paraat_kernel::{Function, Language};

const LIST: &str = "incident/{stream}/sealed";
const RECORD: &str = "sealed/{stream}";

#[test]
fn the_list_says_of_what_sort_since_when_and_of_which_team() {
    let page = Page::new(LIST, whole(vec![sealed()])).let_into(&["medical"]);
    let page = page.draw();
    for said in [
        "Verzegeld: medische gegevens",
        "Regio Drieëntwintig",
        "Open",
        "Verzegelen",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let empty = Page::new(LIST, whole(Vec::new())).let_into(&["persons"]);
    assert!(empty.draw().contains("niets verzegeld"));
}

#[test]
fn for_who_was_let_into_nothing_there_is_no_page_and_no_way_to_it() {
    let page = Page::new(LIST, whole(vec![sealed()]));
    assert_eq!(page.drawn(Language::Nl), None);
    let picture = |page: Page| page.draw().contains("/sealed\"");
    let facts = || Page::new("incident/{stream}/facts", whole(Vec::new()));
    assert!(!picture(facts()));
    assert!(picture(facts().let_into(&["persons"])));
}

#[test]
fn a_record_that_was_not_opened_is_not_there() {
    let shut = Page::new(RECORD, vec![rows(vec![sealed()]), rows(Vec::new())]);
    assert_eq!(shut.drawn(Language::Nl), None);
}

#[test]
fn a_record_offers_what_may_be_done_with_it() {
    let page = |function| {
        Page::new(RECORD, sealed_record("Vermist"))
            .by("vr23", function)
            .draw()
    };
    let editor = page(Function::Editor);
    for said in [
        "Vermist",
        "Aanvullen",
        "Verbeteren",
        "Sluiten",
        "Wie heeft dit gelezen?",
    ] {
        assert!(editor.contains(said), "{said}: {editor}");
    }
    let reader = page(Function::Reader);
    assert!(reader.contains("Vermist") && !reader.contains("Aanvullen"));
}

#[test]
fn no_text_breaks_out_of_it() {
    let page = Page::new(RECORD, sealed_record(HOSTILE)).draw();
    assert!(!page.contains("<script") && !page.contains("<img"));
}
