// SPDX-License-Identifier: EUPL-1.2
//! What others recorded since the reader last looked: first what is of the reader's organisation
//! and what stands under it, then the rest. Who and in which function stands beside it.

use std::collections::BTreeMap;

use paraat_authority::Audience;
use paraat_contract::{
    Answer, Broken, CARDS, Desk, Filter, Need, Order, Past, Query, Row, Rows, Value, card_of,
};
use paraat_kernel::{Card, StreamId, Text, Timestamp};
use paraat_ui::widgets::{Column, Pages, pages, panel as draw, post_button, table_under};
use paraat_ui::{Markup, Voice, html, time};

use super::cards;
use super::home::{ALONE, LINES, List, nothing, way_on};
use crate::ask::Asked;
use crate::keeper::Looked;

/// Seconds back that are shown to who never said up to where they have seen: a week.
const AT_FIRST: i64 = 7 * 24 * 60 * 60;
/// Nobody wants to know to the last one how much is new; it can be a hundred thousand.
const MOST_COUNTED: u32 = 500;
/// Most things of the reader's organisation whose parts are looked for.
const MOST_HELD: u32 = 500;

/// What changed.
pub(super) struct Changed {
    own: Lines,
    other: Lines,
}

/// Lines of one list, and what they name.
pub(super) struct Lines {
    found: Rows,
    above: BTreeMap<StreamId, Text>,
    authors: BTreeMap<(StreamId, u64), Past>,
}

/// Both lists, as far as the start page shows them.
pub(super) fn read(
    ask: &Asked,
    desk: &dyn Desk,
    audience: &Audience,
    looked: Option<Looked>,
) -> Result<Changed, Broken> {
    let own = own(desk, audience)?;
    let lines = |query| Lines::newest(desk, audience, query, LINES);
    Ok(Changed {
        own: lines(since(ask, looked, AT_FIRST).filter(Filter::Any(own.clone())))?,
        other: lines(since(ask, looked, AT_FIRST).filter(Filter::Neither(own)))?,
    })
}

/// What makes a row one of the reader's organisation, or of what stands under that.
fn own(desk: &dyn Desk, audience: &Audience) -> Result<Vec<Filter>, Broken> {
    let Some(own) = audience.organisation.as_ref().map(ToString::to_string) else {
        return Ok(Vec::new());
    };
    let held = Query::all(&CARDS)
        .is("holder", own.as_str())
        .page(0, MOST_HELD);
    let (answers, _) = desk.answers(audience, &[Need::Rows(held)])?;
    let held = match answers.first() {
        Some(Answer::Rows(found)) => found.rows.as_slice(),
        _ => &[],
    };
    let streams = held.iter().map(|row| Value::from(row.stream.to_string()));
    Ok(vec![
        Filter::Is("holder", own.into()),
        Filter::In("under", streams.collect()),
    ])
}

/// What others recorded since the reader last looked, newest first; so many seconds back for who
/// never said so.
pub(super) fn since(ask: &Asked, looked: Option<Looked>, at_first: i64) -> Query {
    let lately = || Timestamp::from_second(ask.now.as_second() - at_first).unwrap_or_default();
    let new = looked.map_or_else(|| Filter::Since(lately()), |it| Filter::After(it.until));
    let account = ask.caller.person.as_ref().map(|it| it.account);
    Query::all(&CARDS)
        .filter(new)
        .filter(Filter::NotBy(account.unwrap_or_default()))
        .by(Order::Newest)
}

impl Lines {
    /// The newest so many, and how many there are as far as that is counted.
    pub(super) fn newest(
        desk: &dyn Desk,
        audience: &Audience,
        query: Query,
        most: u32,
    ) -> Result<Self, Broken> {
        let query = query.page(0, most).counted_to(MOST_COUNTED);
        Self::read(desk, audience, query)
    }

    fn read(desk: &dyn Desk, audience: &Audience, query: Query) -> Result<Self, Broken> {
        let (mut answers, _) = desk.answers(audience, &[Need::Rows(query)])?;
        let found = match answers.pop() {
            Some(Answer::Rows(rows)) => rows,
            _ => Rows::default(),
        };
        let all: Vec<Card> = found.rows.iter().map(card_of).collect();
        let above = cards::above(desk, audience, &all)?;
        let place = |row: &Row| (row.stream.clone(), row.version);
        let places = found.rows.iter().map(place).collect();
        let (mut answers, _) = desk.answers(audience, &[Need::Entries(places)])?;
        let entries = match answers.pop() {
            Some(Answer::History(entries)) => entries,
            _ => Vec::new(),
        };
        let by_place = |past: Past| ((past.stream.clone(), past.version), past);
        Ok(Self {
            found,
            above,
            authors: entries.into_iter().map(by_place).collect(),
        })
    }

    /// The entry that made a row what it is.
    fn author(&self, row: &Row) -> Option<&Past> {
        self.authors.get(&(row.stream.clone(), row.version))
    }

    /// How many there are, shown or not.
    pub(super) fn total(&self) -> u64 {
        self.found.total
    }

    /// How many there are that are not shown.
    pub(super) fn rest(&self) -> u64 {
        self.total().saturating_sub(self.found.rows.len() as u64)
    }

    /// A number of these lines as people read it: with a plus when there may be more than were
    /// counted.
    pub(super) fn said(&self, count: u64) -> String {
        let more = if self.more() { "+" } else { "" };
        format!("{count}{more}")
    }

    fn more(&self) -> bool {
        self.found.total >= u64::from(MOST_COUNTED)
    }
}

/// The part of the start page that shows both, with the button that says "seen".
pub(super) fn panel(
    ask: &Asked,
    changed: &Changed,
    looked: Option<Looked>,
    cursor: &str,
) -> Markup {
    let voice = ask.voice();
    let count = changed.own.total() + changed.other.total();
    let more = changed.own.more() || changed.other.more();
    let said = format!("{count}{}", if more { "+" } else { "" });
    let title = voice.with("web-home-changed", &[("count", said)]);
    let lists = [(List::Own, &changed.own), (List::Other, &changed.other)];
    let seen = voice.say("web-home-seen");
    let body = html! {
        p.muted { (from(ask, looked)) }
        @if count == 0 {
            @let held = (List::Held.address(1), voice.say("web-home-to-held"));
            (nothing(ask, List::Own, held))
        } @else {
            @for (list, lines) in lists {
                @let total = lines.total();
                @if total > 0 {
                    @let heading = list.heading(ask, &lines.said(total));
                    h3 { (heading) }
                    (draw_lines(ask, &heading, lines))
                    @let rest = lines.rest();
                    @if rest > 0 {
                        @let rest = [("count", lines.said(rest))];
                        p { a href=(list.address(1)) { (voice.with("web-home-rest", &rest)) } }
                    }
                }
            }
        }
    };
    let button = html! {
        @if count > 0 { (post_button("/seen", &[("until", cursor)], &seen, false)) }
    };
    draw("changed", &title, button, body)
}

/// Since when things are called changed.
fn from(ask: &Asked, looked: Option<Looked>) -> String {
    let voice = ask.voice();
    match looked.zip(time::zone(&ask.caller.zone)) {
        Some((looked, zone)) => {
            let at = time::moment_text(voice, looked.at, &zone);
            voice.with("web-home-since", &[("moment", at)])
        }
        None => voice.say("web-home-since-week"),
    }
}

/// One list on a page of its own, a page at a time.
pub(super) fn one(
    ask: &Asked,
    desk: &dyn Desk,
    audience: &Audience,
    looked: Option<Looked>,
    list: List,
) -> Result<(String, Markup), Broken> {
    let own = own(desk, audience)?;
    let query = match list {
        List::Own => since(ask, looked, AT_FIRST).filter(Filter::Any(own)),
        List::Held => {
            let held = Filter::Any(own.into_iter().take(1).collect());
            Query::all(&CARDS).filter(held).by(Order::Newest)
        }
        _ => since(ask, looked, AT_FIRST).filter(Filter::Neither(own)),
    };
    let page = ask.parameter("page").and_then(|it| it.parse().ok());
    let page = page.unwrap_or(1u32).clamp(1, 1_000);
    let lines = Lines::read(desk, audience, query.page((page - 1) * ALONE, ALONE))?;
    let total = lines.total();
    let title = list.heading(ask, &total.to_string());
    let from = u64::from((page - 1) * ALONE);
    let to = from + lines.found.rows.len() as u64;
    let paging = Pages {
        from: from + 1,
        to,
        total,
        previous: (page > 1).then(|| list.address(page - 1)),
        next: (to < total).then(|| list.address(page + 1)),
    };
    let body = html! {
        @if lines.found.rows.is_empty() { (nothing(ask, list, way_on(ask))) } @else {
            (draw_lines(ask, &title, &lines))
            (pages(ask.voice(), &paging))
        }
    };
    Ok((title, body))
}

/// The same in few words, a line each: what it is, its name, who and when.
pub(super) fn short(ask: &Asked, lines: &Lines) -> Markup {
    let voice = ask.voice();
    let modules = ask.site().desk.modules();
    let zone = time::zone(&ask.caller.zone);
    html! {
        ul {
            @for row in &lines.found.rows {
                @let card = card_of(row);
                @let under = card.under.as_ref().and_then(|it| lines.above.get(it));
                li {
                    span.news-what { (what(voice, &card)) }
                    " " (cards::link(modules, voice, &card, under)) " "
                    span.muted {
                        @if let Some(past) = lines.author(row) { (by(ask, past)) ", " }
                        @if let Some((at, zone)) = cards::recorded(row).zip(zone.as_ref()) {
                            (time::ago(voice, at, ask.now, zone))
                        }
                    }
                }
            }
        }
    }
}

fn draw_lines(ask: &Asked, caption: &str, lines: &Lines) -> Markup {
    let voice = ask.voice();
    let modules = ask.site().desk.modules();
    let zone = time::zone(&ask.caller.zone);
    let columns = [
        "web-card-title",
        "web-home-what",
        "web-home-by",
        "web-card-changed",
    ]
    .map(|key| Column::text(voice.say(key)));
    let line = |row: &Row| {
        let card = card_of(row);
        let at = cards::recorded(row).zip(zone.as_ref());
        let changed = at.map(|(at, zone)| time::ago(voice, at, ask.now, zone));
        let under = card.under.as_ref().and_then(|it| lines.above.get(it));
        let author = lines.author(row);
        vec![
            cards::link(modules, voice, &card, under),
            html! { (what(voice, &card)) },
            html! { @if let Some(past) = author { (by(ask, past)) } },
            changed.unwrap_or_default(),
        ]
    };
    let rows: Vec<Vec<Markup>> = lines.found.rows.iter().map(line).collect();
    table_under(caption, &columns, &rows)
}

/// What sort of thing it is, and how it stands when it says so.
fn what(voice: Voice<'_>, card: &Card) -> String {
    let (sort, status) = (cards::sort(voice, card), cards::status(voice, card));
    if status.is_empty() {
        sort
    } else {
        format!("{sort}: {status}")
    }
}

/// Who recorded it, and in which function.
fn by(ask: &Asked, past: &Past) -> String {
    let name = ask.organisation(&past.organisation);
    let function = ask.voice().find(&format!("function-{}", past.function));
    let function = function.unwrap_or_else(|| past.function.clone());
    if function.is_empty() {
        name
    } else {
        format!("{name}, {function}")
    }
}
