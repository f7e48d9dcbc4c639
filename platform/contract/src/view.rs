// SPDX-License-Identifier: EUPL-1.2
//! Views: what they need as queries, what they show as a pure function.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use maud::{Markup, html};
use paraat_authority::{Act, Audience, Verdict, permit};
use paraat_kernel::{Actor, Document, Language, OrganisationId, StreamId, Timestamp, Uuid};
use paraat_ui::field::Typed;
use paraat_ui::time;
use paraat_ui::widgets::page_bar;
use paraat_ui::words::Words;

use crate::{Intake, List, PlainText, Query, Row, Rows, Table};

/// The name in addresses of the moment that is looked back to.
pub const MOMENT: &str = "moment";
/// The same as a form asks for it: a day and a time in the zone of who typed them.
pub const MOMENT_TYPED: &str = "momentTyped";
/// The same as a slider asks for it: a step on the way from this moment to now.
pub const SLIDER: [&str; 2] = ["began", "step"];
/// Steps of a slider.
pub const STEPS: i64 = 200;

/// What came with the address of a page.
#[derive(Debug, Clone, Default)]
pub struct Params {
    /// The parts of the path in braces, by name.
    pub path: BTreeMap<&'static str, String>,
    /// What stands behind the question mark: filters, page, moment.
    pub query: Typed,
    /// The moment at which the page is asked for.
    pub now: Timestamp,
}

impl Params {
    /// The stream in a part of the path.
    pub fn stream(&self, name: &str) -> Option<StreamId> {
        self.path.get(name)?.parse().ok()
    }

    /// What a part of the path or the query says under this name, none when empty: a page and a
    /// list at its own address ask the same.
    pub fn either(&self, name: &str) -> Option<&str> {
        let part = self.path.get(name).map(String::as_str);
        part.or_else(|| self.get(name))
    }

    /// What stands behind the question mark under this name, none when empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        Some(self.query.get(name)).filter(|value| !value.is_empty())
    }

    /// The moment that is asked for in the address, with day, time and offset; none for now. One
    /// that is still to come is not shown: it would promise more than anyone knows.
    pub fn moment(&self) -> Option<Timestamp> {
        // An offset that was pasted into an address as `+01:00` arrives as ` 01:00`.
        let typed = self.get(MOMENT)?.replace(' ', "+");
        let moment: Timestamp = typed.parse().ok()?;
        (moment <= self.now).then_some(moment)
    }

    /// The moment that a form asks for, as the address of the page at that moment says it: empty
    /// for now. None when no form asks. What does not read as a moment stays as it was typed.
    pub fn sought(&self, zone: &str) -> Option<String> {
        if let Some(typed) = self.query.0.get(MOMENT_TYPED) {
            let (day, clock) = typed.split_once('T').unwrap_or((typed, ""));
            return Some(time::typed_moment(
                day,
                clock.get(..5).unwrap_or(clock),
                zone,
            ));
        }
        let [began, step] = SLIDER.map(|name| self.get(name));
        let (began, step) = (began?.replace(' ', "+").parse().ok(), step?.parse().ok());
        Some(self.of_step(began, step).unwrap_or_default())
    }

    fn of_step(&self, began: Option<Timestamp>, step: Option<i64>) -> Option<String> {
        let (began, step) = (began?.as_second(), step?.clamp(0, STEPS));
        let past = (self.now.as_second() - began).checked_mul(step)? / STEPS;
        let moment = Timestamp::from_second(began.checked_add(past)?).ok()?;
        (step < STEPS).then(|| moment.to_string())
    }
}

/// Something a view needs to know.
#[derive(Debug, Clone)]
pub enum Need {
    /// Rows of a read table.
    Rows(Query),
    /// What was recorded in a stream, newest first, at most so many.
    History(StreamId, u32),
    /// These entries of streams, by version; one that is not to be seen is left out.
    Entries(Vec<(StreamId, u64)>),
    /// What follows from the answers so far: more needs, answered at the same moment and added
    /// behind them. They may end in another one; after eight rounds no more is asked.
    Then(Follow, Box<Params>),
}

/// More needs, from what came with the address and the answers so far.
pub type Follow = fn(&Params, &[Answer]) -> Vec<Need>;

/// The rows that answer the need at this place; none when something else does.
pub fn rows_at(answers: &[Answer], at: usize) -> &[Row] {
    match answers.get(at) {
        Some(Answer::Rows(found)) => &found.rows,
        _ => &[],
    }
}

/// The rows of one table among answers, in the order they were asked.
pub fn rows_of<'a>(answers: &'a [Answer], table: &Table) -> Vec<&'a Row> {
    let of_table = |row: &&Row| row.table.name == table.name;
    let rows = answers.iter().flat_map(|answer| match answer {
        Answer::Rows(found) => found.rows.as_slice(),
        Answer::History(_) => &[],
    });
    rows.filter(of_table).collect()
}

/// One entry of a stream, as its history shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    /// The stream it stands in.
    pub stream: StreamId,
    /// Its number in the stream.
    pub version: u64,
    /// Full name: `agenda.progress-reported.v1`.
    pub event: String,
    /// When it happened, as its author says.
    pub occurred: Timestamp,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// Organisation that recorded it.
    pub organisation: OrganisationId,
    /// Function it was recorded in.
    pub function: String,
    /// What was recorded; none when it was withdrawn.
    pub payload: Option<serde_json::Value>,
    /// True when this Paraat does not know the event: it is kept, and wants a newer one.
    pub opaque: bool,
}

/// The answer to one need, in the order of the needs.
#[derive(Debug, Clone)]
pub enum Answer {
    /// To `Need::Rows`.
    Rows(Rows),
    /// To `Need::History` and `Need::Entries`.
    History(Vec<Past>),
}

/// What a page and the frame around it tell each other.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// The links to files that the frame adds to the buttons of the page.
    pub files: Markup,
    /// What the page is called, once it has drawn its head: it names the thing, where the title of
    /// a view names the sort.
    pub title: OnceCell<String>,
}

/// What a render function is given besides its answers. It knows an audience, not a person, so
/// that one rendering serves all who may see the same.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// Who looks.
    pub audience: &'a Audience,
    /// The words of all modules.
    pub words: &'a Words,
    /// What came with the address.
    pub params: &'a Params,
    /// Names of organisations by id, as the registers have them.
    pub organisations: &'a BTreeMap<OrganisationId, paraat_kernel::Text>,
    /// What it and the frame around it tell each other; none where there is no frame.
    pub head: Option<&'a Head>,
}

impl Scene<'_> {
    /// The zone of those who look; UTC when their zone has another name than we know.
    pub fn zone(&self) -> TimeZone {
        time::zone(&self.audience.zone).unwrap_or(TimeZone::UTC)
    }

    /// A day that stands as `YYYY-MM-DD`, as a person says it.
    pub fn day(&self, stored: &str) -> String {
        time::civil(self.words.voice(self.language()), stored)
    }

    /// The language of the audience.
    pub fn language(&self) -> Language {
        self.audience.language
    }

    /// The head of the page: its title, a line beside it, and its buttons.
    pub fn bar(&self, title: &str, beside: Markup, actions: Markup) -> Markup {
        let Some(head) = self.head else {
            return page_bar(title, beside, actions);
        };
        // The first is that of the page.
        let _ = head.title.set(title.to_owned());
        page_bar(title, beside, html! { (head.files) (actions) })
    }

    /// A word or sentence.
    pub fn say(&self, key: &str) -> String {
        self.words.say(self.language(), key)
    }

    /// A sentence with figures or names in it.
    pub fn say_with(&self, key: &str, arguments: &[(&str, String)]) -> String {
        self.words.say_with(self.language(), key, arguments)
    }

    /// The name of an organisation, its id when the registers do not know it.
    pub fn organisation(&self, id: &str) -> String {
        let named = id
            .parse()
            .ok()
            .and_then(|id: OrganisationId| self.organisations.get(&id));
        named.map_or_else(
            || id.to_owned(),
            |text| text.get(self.language()).to_owned(),
        )
    }

    /// Whether this audience may do an act, and why not: for buttons and the line that stands in
    /// their place. The door (`submit`) rules again.
    pub fn permit(&self, act: &Act) -> Verdict {
        let actor = self
            .audience
            .organisation
            .clone()
            .map(|organisation| Actor {
                organisation,
                functions: self.audience.functions.iter().copied().collect(),
                account: Uuid::nil(),
                compartments: Vec::new(),
            });
        permit(actor.as_ref(), act)
    }
}

/// The things whose parts are news on a page.
pub type News = fn(&Params, &[Answer]) -> Vec<StreamId>;

/// Makes a document of answers; none when there is nothing to hand over.
pub type Compose = fn(&[Answer], &Scene) -> Option<Document>;

/// Makes plain text of answers; none when there is nothing to take along.
pub type Tell = fn(&[Answer], &Scene) -> Option<PlainText>;

/// A page of a module.
#[derive(Clone, Copy)]
pub struct View {
    /// Path under the module, parts in braces: ``, `board`, `activity/{stream}`.
    pub path: &'static str,
    /// Key of its title in the words.
    pub title: &'static str,
    /// What it needs to know.
    pub needs: fn(&Params) -> Vec<Need>,
    /// What it shows; none when the thing it is about is not there for this audience (404).
    pub render: fn(&[Answer], &Scene) -> Option<Markup>,
    /// Tables whose change makes the page out of date.
    pub topics: &'static [&'static str],
    /// The same as a document to hand over, when the page has one: it is then also there as a
    /// file (`?as=odt`, `?as=pdf`).
    pub document: Option<Compose>,
    /// The lists that it offers as files, with what its address says.
    pub lists: &'static [&'static List],
    /// True when the start page leads to it: it is about the organisation of who looks. Such a
    /// path has no parts in braces.
    pub from_start: bool,
    /// What it takes in, when it is a page to hand something in at.
    pub intake: Option<Intake>,
    /// Which things news is about on this page, the one that the page is of first: what others
    /// recorded under them since the reader last looked stands above the page.
    pub news: Option<News>,
    /// The same as plain text, when it is to be taken along as that: also a file (`?as=txt`).
    pub text: Option<Tell>,
}

impl View {
    /// An empty page: what a view does not name, it takes from here.
    pub const PLAIN: Self = Self {
        path: "",
        title: "",
        needs: |_params| Vec::new(),
        render: |_answers, _scene| None,
        topics: &[],
        document: None,
        lists: &[],
        from_start: false,
        intake: None,
        news: None,
        text: None,
    };
}

/// The menu entry of a module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nav {
    /// Key of its label in the words.
    pub label: &'static str,
    /// Name of its icon.
    pub icon: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sought(query: &[(&str, &str)]) -> Option<String> {
        let query = query.iter();
        let query = query.fold(Typed::default(), |all, (name, value)| {
            all.with(name, *value)
        });
        let now = "2026-11-23T12:00:00Z".parse().unwrap();
        let params = Params {
            query,
            now,
            ..Params::default()
        };
        params.sought("Europe/Amsterdam")
    }

    #[test]
    fn a_step_of_the_slider_is_one_moment_and_the_last_is_now() {
        let step = |step| sought(&[("began", "2026-11-23T10:00:00Z"), ("step", step)]);
        assert_eq!(step("0").as_deref(), Some("2026-11-23T10:00:00Z"));
        assert_eq!(step("100").as_deref(), Some("2026-11-23T11:00:00Z"));
        for now in ["200", "9999", "x"] {
            assert_eq!(step(now).as_deref(), Some(""), "{now}");
        }
        assert_eq!(step("-5").as_deref(), Some("2026-11-23T10:00:00Z"));
        assert_eq!(sought(&[("step", "3")]), None, "that is no slider");
        let long_ago = sought(&[("began", "-009999-01-02T00:00:00Z"), ("step", "1")]);
        assert!(long_ago.is_some());
    }

    #[test]
    fn a_day_and_time_are_read_in_the_zone_of_who_typed_them() {
        let typed = |typed| sought(&[("momentTyped", typed)]);
        assert_eq!(
            typed("2026-11-23T10:30").as_deref(),
            Some("2026-11-23T09:30:00Z")
        );
        assert_eq!(typed("").as_deref(), Some(""));
        assert_eq!(typed("gisteren").as_deref(), Some("gisteren "));
        assert_eq!(sought(&[]), None);
    }
}
