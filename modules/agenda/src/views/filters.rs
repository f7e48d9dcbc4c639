// SPDX-License-Identifier: EUPL-1.2
//! The filters that the pages of the agenda share. They stand in the address, so that a page can
//! be passed on as it is seen.

use std::collections::BTreeMap;

use paraat_contract::{MOMENT, Params, Row, Scene};
use paraat_ui::page::encode;
use paraat_ui::widgets::{Choice, Filter, FilterBar};

use super::means;
use super::signs::{THEMES, listed, of, status_key};
use crate::commands::issue_activity::REACHES;
use crate::lifecycle::{self, OUTLOOKS, STATUSES};
use crate::state::{Agenda, Item, spoken};

/// The value for "there is none": no lead, nothing reported.
pub const NONE: &str = "none";

/// Names of the filters in the address, in the order of the bar.
const NAMES: [&str; 10] = [
    "text", "pillar", "ambition", "theme", "lead", "year", "status", "outlook", "reach", MEANS,
];

/// The filters of the pages of the translation, by page: `text` and these.
const OF_PAGE: [(&str, &[&str]); 3] = [
    (
        super::matrix::PATH,
        &[
            "text",
            "pillar",
            "ambition",
            "activity",
            "group",
            "organisation",
            "stance",
        ],
    ),
    (
        super::gaps::PATH,
        &["text", "pillar", "ambition", "group", "organisation"],
    ),
    (super::own::PATH, &["text", "pillar", "ambition", "state"]),
];

/// The filter that only the list has: the other pages do not read what it looks at.
const MEANS: &str = "means";

/// The page of the agenda that has all filters.
pub const LIST: &str = "/agenda/list";

/// Names of the filters that a page has, words first.
pub fn names(path: &str) -> impl Iterator<Item = &'static str> {
    let own = OF_PAGE.iter().find(|(page, _)| *page == path);
    let all = own.map_or(NAMES.as_slice(), |(_, names)| names);
    let list = path == LIST;
    let has = move |name: &&str| list || *name != MEANS;
    all.iter().copied().filter(has)
}

/// The filters of a page that are in use.
fn used<'a>(params: &'a Params, path: &str) -> impl Iterator<Item = (&'static str, &'a str)> {
    names(path).filter_map(|name| Some((name, params.get(name)?)))
}

/// The address of a page with the filters and the moment of this one.
pub fn kept(params: &Params, path: &str) -> String {
    address(path, used(params, path), params)
}

/// The address of a page with the moment of this one, without filters.
pub fn cleared(params: &Params, path: &str) -> String {
    address(path, [], params)
}

/// The address of a page with the filters and the moment of this one, and one filter changed.
pub fn with(params: &Params, path: &str, name: &'static str, value: &str) -> String {
    let others = used(params, path).filter(|(other, _)| *other != name);
    address(path, others.chain([(name, value)]), params)
}

/// The address of a page with one filter and the moment of this one.
pub fn only(params: &Params, path: &str, name: &'static str, value: &str) -> String {
    address(path, [(name, value)], params)
}

/// The same filters as they stand now instead of at an earlier moment.
pub fn now(params: &Params, path: &str) -> String {
    joined(path, used(params, path))
}

/// The address of a page with these filters and the moment of this one.
pub fn address<'a>(
    path: &str,
    filters: impl IntoIterator<Item = (&'static str, &'a str)>,
    params: &'a Params,
) -> String {
    let asked = params.moment().and_then(|_| params.get(MOMENT));
    let moment = asked.map(|typed| (MOMENT, typed));
    joined(path, filters.into_iter().chain(moment))
}

/// The address of a page with just these behind the question mark.
pub fn joined<'a>(path: &str, pairs: impl Iterator<Item = (&'static str, &'a str)>) -> String {
    let mut address = path.to_owned();
    let mut mark = '?';
    for (name, value) in pairs {
        address.push(mark);
        address.push_str(name);
        address.push('=');
        address.push_str(&encode(value));
        mark = '&';
    }
    address
}

/// The filters as they are asked, read once a page.
pub struct Wanted<'a> {
    params: &'a Params,
    path: &'a str,
    words: Vec<String>,
    language: paraat_kernel::Language,
}

impl<'a> Wanted<'a> {
    /// Reads the address, for the page at this path.
    pub fn new(scene: &Scene<'a>, path: &'a str) -> Self {
        let text = scene.params.get("text").unwrap_or_default().to_lowercase();
        Self {
            params: scene.params,
            path,
            words: text.split_whitespace().map(str::to_owned).collect(),
            language: scene.language(),
        }
    }

    /// True when a filter is in use.
    pub fn any(&self) -> bool {
        used(self.params, self.path).next().is_some()
    }

    /// True when an activity is one of those that are asked for: every filter holds.
    pub fn holds(&self, item: &Item) -> bool {
        let row = item.row;
        let is = |name: &str, value: &str| self.params.get(name).is_none_or(|it| it == value);
        let is_or_none = |name: &str, value: &str| match self.params.get(name) {
            Some(NONE) => value.is_empty(),
            Some(wanted) => wanted == value,
            None => true,
        };
        let of_theme = |wanted| listed(row.text("themes")).any(|theme| theme == wanted);
        is("pillar", row.text("pillar"))
            && is("ambition", row.text("ambition"))
            && is("reach", row.text("reach"))
            && is("outlook", item.outlook())
            && is_or_none("lead", item.lead())
            && is_or_none("status", item.status())
            && (self.path != LIST || is_or_none(MEANS, item.means()))
            && self.params.get("theme").is_none_or(of_theme)
            && self.params.get("year").is_none_or(|year| within(row, year))
            && self.says(row)
    }

    /// True when each word stands in its number, title or explanation.
    fn says(&self, row: &Row) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let title = spoken(row, self.language, "title");
        let explanation = spoken(row, self.language, "explanation");
        let text = format!("{} {title} {explanation}", row.text("number")).to_lowercase();
        self.words.iter().all(|word| text.contains(word))
    }
}

fn within(row: &Row, year: &str) -> bool {
    let (from, to) = (row.whole("from_year"), row.whole("to_year"));
    year.parse().is_ok_and(|year: i64| {
        from.is_some_and(|from| from <= year) && to.is_some_and(|to| year <= to)
    })
}

/// The bar above a page.
pub fn bar(scene: &Scene, agenda: &Agenda, path: &str, count: usize) -> FilterBar {
    let params = scene.params;
    let filters = names(path).skip(1).map(|name| Filter {
        name: name.to_owned(),
        label: scene.say(&format!("agenda-filter-{name}")),
        choices: choices(scene, agenda, name),
        chosen: params.get(name).unwrap_or_default().to_owned(),
    });
    let text = params.get("text").unwrap_or_default().to_owned();
    FilterBar {
        action: path.to_owned(),
        text: Some(("text".to_owned(), text)),
        filters: filters.collect(),
        hidden: hidden(params),
        count: u64::try_from(count).unwrap_or(u64::MAX),
    }
}

/// What goes along with the filters in a form: the moment that is looked at.
pub fn hidden(params: &Params) -> Vec<(String, String)> {
    let moment = params.moment().and_then(|_| params.get(MOMENT));
    let hidden = moment.map(|typed| (MOMENT.to_owned(), typed.to_owned()));
    hidden.into_iter().collect()
}

fn choice(value: impl Into<String>, label: impl Into<String>) -> Choice {
    Choice {
        value: value.into(),
        label: label.into(),
    }
}

fn choices(scene: &Scene, agenda: &Agenda, name: &str) -> Vec<Choice> {
    let heading = |row: &&Row| {
        let title = spoken(row, scene.language(), "title");
        choice(row.text("slug"), format!("{} {title}", row.text("number")))
    };
    let word = |stem: &str, value: &&str| choice(*value, scene.say(&format!("{stem}-{value}")));
    match name {
        "pillar" => agenda.pillars.iter().map(heading).collect(),
        "ambition" => agenda.ambitions.iter().map(heading).collect(),
        "theme" => {
            let named = |theme: &paraat_reference::Theme| {
                choice(theme.id.as_str(), of(&theme.name, scene.language()))
            };
            THEMES.iter().map(named).collect()
        }
        "lead" => leads(scene, agenda),
        "year" => years(agenda),
        "status" => {
            let nothing = choice(NONE, scene.say(&status_key("")));
            let known = STATUSES.iter().map(|it| word("agenda-progress-status", it));
            [nothing].into_iter().chain(known).collect()
        }
        "outlook" => OUTLOOKS
            .iter()
            .map(|it| word("agenda-progress-outlook", it))
            .collect(),
        MEANS => [""]
            .iter()
            .chain(lifecycle::MEANS)
            .map(|it| {
                choice(
                    if it.is_empty() { NONE } else { *it },
                    means::word(scene, it),
                )
            })
            .collect(),
        _ => REACHES
            .iter()
            .map(|it| word("agenda-activity-reach", it))
            .collect(),
    }
}

/// Every organisation that leads an activity, by name, after "there is none".
fn leads(scene: &Scene, agenda: &Agenda) -> Vec<Choice> {
    let with_lead = agenda
        .items
        .iter()
        .map(Item::lead)
        .filter(|it| !it.is_empty());
    let by_id: BTreeMap<&str, String> = with_lead.map(|id| (id, String::new())).collect();
    let mut named: Vec<Choice> = by_id
        .into_keys()
        .map(|id| choice(id, scene.organisation(id)))
        .collect();
    named.sort_by(|one, other| one.label.cmp(&other.label));
    let none = choice(NONE, scene.say("agenda-no-lead"));
    [none].into_iter().chain(named).collect()
}

/// Every year of the edition; of the activities when there is no edition here.
fn years(agenda: &Agenda) -> Vec<Choice> {
    let rows = || agenda.items.iter().map(|it| it.row).chain(agenda.edition);
    let first = rows().filter_map(|row| row.whole("from_year")).min();
    let last = rows().filter_map(|row| row.whole("to_year")).max();
    let (Some(first), Some(last)) = (first, last) else {
        return Vec::new();
    };
    (first..=last)
        .map(|year| choice(year.to_string(), year.to_string()))
        .collect()
}
