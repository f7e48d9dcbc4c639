// SPDX-License-Identifier: EUPL-1.2
//! What the agenda asks of an organisation now: a lead accounts for its activities, and whoever
//! issues the agenda gives each activity a lead. No card can say these: they are about reports
//! and leads that are not there.

use jiff::civil;
use jiff::tz::TimeZone;
use paraat_authority::Audience;
use paraat_contract::{Answer, Filter, Need, Query, Row, Scene, Task, Tasks, Value};
use paraat_kernel::{OrganisationId, Timestamp};

use super::acts::may;
use super::signs::years;
use super::{asked, rows, waits};
use crate::ISSUER;
use crate::state::{Agenda, Item, STALE_AFTER, reported, spoken};
use crate::tables::{ACTIVITY, PROGRESS};

/// The tasks of this module.
pub const ALL: Tasks = Tasks {
    needs,
    tasks,
    topics: &[
        "agenda_activity",
        "agenda_progress",
        "agenda_account",
        "agenda_co_lead",
        "agenda_consultation",
        "agenda_draft",
        "agenda_explanation",
        "agenda_hearing",
        "agenda_joint_plan",
        "agenda_means",
        "agenda_proposal",
        "agenda_statement",
        "agenda_translation",
    ],
};

/// Seconds after which "at risk" or "behind" asks for a new word: a quarter. The agenda names no
/// period; boards hear four times a year how their plans stand.
const TROUBLED_FOR: i64 = 90 * 24 * 60 * 60;

/// The activities that this organisation leads, for the issuer those without a lead too, what it
/// reported, and what others wait for.
fn needs(audience: &Audience, now: Timestamp) -> Vec<Need> {
    let Some(own) = &audience.organisation else {
        return Vec::new();
    };
    let mut leads = vec![Filter::Is("lead", own.as_str().into())];
    if own.as_str() == ISSUER {
        leads.push(Filter::Is("lead", Value::Empty));
    }
    let mut needs = vec![
        Need::Rows(Query::all(&ACTIVITY).filter(Filter::Any(leads))),
        Need::Rows(Query::all(&PROGRESS)),
    ];
    needs.extend(waits::needs(own));
    needs.extend(asked::needs(now));
    needs
}

fn tasks(answers: &[Answer], scene: &Scene) -> Vec<Task> {
    let Some(own) = &scene.audience.organisation else {
        return Vec::new();
    };
    let agenda = Agenda::of(&[], &[], rows(answers, 0), rows(answers, 1));
    let led = agenda.items.iter().filter(|it| it.lead() == own.as_str());
    let mut tasks: Vec<Task> = led.filter_map(|item| duty(scene, own, item)).collect();
    let (waited, asked) = behind(answers, own);
    tasks.extend(waits::tasks(waited, scene, own));
    let free = agenda.items.iter().filter(|it| it.lead().is_empty());
    tasks.extend(without_lead(scene, own, free.count()));
    tasks.extend(asked::tasks(asked, scene, own));
    tasks
}

/// What was asked for besides one's own reports: for what waits for this organisation, then for
/// its translation.
fn behind<'a>(answers: &'a [Answer], own: &OrganisationId) -> (&'a [Answer], &'a [Answer]) {
    let besides = answers.get(2..).unwrap_or_default();
    let waits = waits::needs(own).len();
    besides.split_at_checked(waits).unwrap_or((besides, &[]))
}

/// What the lead of an activity is to do; none while its last report says enough.
fn duty(scene: &Scene, own: &OrganisationId, item: &Item) -> Option<Task> {
    let row = item.row;
    let now = scene.params.now;
    if ["done", "dropped"].contains(&item.status()) {
        return None;
    }
    let since = item.progress.map_or(row.since, reported);
    let account = later(since, STALE_AFTER);
    let end = end(row, &scene.zone()).filter(|_| item.status() != "continuous");
    let due = end.map_or(account, |end| end.min(account));
    let over = end.is_some_and(|end| end <= account);
    let troubled = ["at-risk", "behind"].contains(&item.outlook())
        && now.as_second() - since.as_second() > TROUBLED_FOR;
    let presses = due.as_second() - now.as_second() <= 30 * 24 * 60 * 60;
    let key = match (item.progress, presses) {
        (None, _) if over && due <= now => "agenda-duty-silent-over",
        (None, _) => "agenda-duty-silent",
        (Some(_), true) if over && due <= now => "agenda-duty-over",
        (Some(_), true) if over => "agenda-duty-ends",
        (Some(_), true) if due <= now => "agenda-duty-old",
        (Some(_), true) => "agenda-duty-soon",
        (Some(_), false) if troubled => "agenda-duty-troubled",
        (Some(_), false) => return None,
    };
    let outlook = format!("agenda-progress-outlook-{}", item.outlook());
    let said = if troubled {
        scene.say(&outlook)
    } else {
        String::new()
    };
    let title = spoken(row, scene.language(), "title");
    let act = "agenda-progress-report";
    let form = format!("/agenda/progress/report?activity={}", row.stream);
    Some(Task {
        title: format!("{} {title}", row.text("number")),
        href: format!("/agenda/activity/{}", row.stream),
        why: scene.say_with(key, &[("period", years(row)), ("outlook", said)]),
        act: may(scene, own.as_str()).then(|| (scene.say(act), form)),
        due: Some(due),
    })
}

/// Activities that wait for a lead: one line, with how many there are.
fn without_lead(scene: &Scene, own: &OrganisationId, count: usize) -> Option<Task> {
    if own.as_str() != ISSUER || count == 0 {
        return None;
    }
    let list = "/agenda/list?lead=none".to_owned();
    let count = [("count", count.to_string())];
    Some(Task {
        title: scene.say_with("agenda-duty-without-lead", &count),
        href: list.clone(),
        why: scene.say("agenda-duty-assign"),
        act: may(scene, own.as_str()).then(|| (scene.say("agenda-activity-assign"), list)),
        due: None,
    })
}

/// The last second of the period of an activity. Years that the document does not name are ours,
/// and bind nobody.
fn end(row: &Row, zone: &TimeZone) -> Option<Timestamp> {
    if !["year", "span"].contains(&row.text("period")) {
        return None;
    }
    let next = i16::try_from(row.whole("to_year")?).ok()?.checked_add(1)?;
    let first = civil::Date::new(next, 1, 1).ok()?;
    let over = first.to_zoned_datetime(zone.clone()).ok()?.timestamp();
    Timestamp::from_second(over.as_second() - 1).ok()
}

fn later(from: Timestamp, seconds: i64) -> Timestamp {
    Timestamp::from_second(from.as_second().saturating_add(seconds)).unwrap_or(Timestamp::MAX)
}
