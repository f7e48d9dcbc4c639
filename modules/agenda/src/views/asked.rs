// SPDX-License-Identifier: EUPL-1.2
//! What others wait for: that an organisation takes up the activities in its own plans and answers
//! for those it did not, that leads declare for the islands, and that islands answer. Each is one
//! line with a count: nobody is served by a list of forty-eight.

use jiff::civil::Date;
use paraat_contract::{Answer, Need, Params, Query, Scene, Task};
use paraat_kernel::{OrganisationId, Timestamp};

use super::coverage::place;
use super::duties::may;
use super::islands::{Book, Subject};
use super::mine::lines;
use super::sheet::Sheet;
use super::{moment, own, rows};
use crate::ISSUER;
use crate::commands::declare_explanation::ISLANDS;
use crate::tables::{CONSULTATION, EXPLANATION, PROPOSAL};

/// Where among the answers those about the islands begin: behind those of one's own translation.
const WEIGHED: usize = 10;

/// One's own translation, and what was declared and answered for the islands.
pub fn needs(now: Timestamp) -> Vec<Need> {
    let params = Params {
        now,
        ..Params::default()
    };
    let mut needs = own::needs(&params);
    let weighed = [&PROPOSAL, &EXPLANATION, &CONSULTATION];
    needs.extend(weighed.map(|table| Need::Rows(Query::all(table))));
    needs
}

/// The lines of this organisation.
pub fn tasks(answers: &[Answer], scene: &Scene, own: &OrganisationId) -> Vec<Task> {
    let sheet = Sheet::new(answers, scene);
    let mut tasks = Vec::new();
    if place(own.as_str()).is_some() {
        tasks.extend(hearing(scene, &sheet, own));
        tasks.extend(translation(answers, scene, &sheet, own));
    }
    tasks.extend(round(scene, &sheet, own));
    tasks.extend(islands(answers, scene, own));
    tasks
}

/// A line with a count, and where it is done.
fn line(scene: &Scene, own: &OrganisationId, key: &str, count: usize, at: (&str, String)) -> Task {
    let (act, href) = at;
    let count = [("count", count.to_string())];
    Task {
        title: scene.say_with(key, &count),
        href: href.clone(),
        why: scene.say(&format!("{key}-why")),
        act: may(scene, own).then(|| (scene.say(act), href)),
        due: None,
    }
}

/// The hearing that this organisation has not answered, by its day.
fn hearing(scene: &Scene, sheet: &Sheet, own: &OrganisationId) -> Option<Task> {
    let party = place(own.as_str())?;
    let gaps = sheet.coverage.gaps(party).unwrap_or_default().len();
    let edition = sheet.agenda.edition.filter(|_| gaps > 0)?;
    let hearing = sheet.hearing?;
    if sheet.coverage.answer(party).is_some() {
        return None;
    }
    let form = format!(
        "/agenda/account/answer?edition={}&gaps={gaps}",
        edition.stream
    );
    let mut task = line(
        scene,
        own,
        "agenda-asked-answer",
        gaps,
        ("agenda-account-answer", form),
    );
    own::PATH.clone_into(&mut task.href);
    task.due = end_of(hearing.text("answer_by"), scene);
    Some(task)
}

/// The last second of a day where the reader is.
fn end_of(day: &str, scene: &Scene) -> Option<Timestamp> {
    let next = day.parse::<Date>().ok()?.tomorrow().ok()?;
    let over = next.to_zoned_datetime(moment::zone(scene)).ok()?.timestamp();
    Timestamp::from_second(over.as_second() - 1).ok()
}

/// What is still to be taken up, and what the board is still to adopt.
fn translation(
    answers: &[Answer],
    scene: &Scene,
    sheet: &Sheet,
    own: &OrganisationId,
) -> Vec<Task> {
    let shown: Vec<_> = (0..).zip(sheet.agenda.items.iter().copied()).collect();
    let all = lines(answers, sheet, &shown, own);
    let counted = |states: &[&str]| {
        let held = all.iter().filter(|line| states.contains(&line.state()));
        held.count()
    };
    let page = || ("agenda-view-own", own::PATH.to_owned());
    let open = counted(&["open", "proposed"]);
    let drafted = counted(&["drafted"]);
    let open = (open > 0).then(|| line(scene, own, "agenda-asked-translate", open, page()));
    let drafted = (drafted > 0).then(|| line(scene, own, "agenda-asked-adopt", drafted, page()));
    open.into_iter().chain(drafted).collect()
}

/// Whoever issues the agenda hears the organisations before anybody is told who lags.
fn round(scene: &Scene, sheet: &Sheet, own: &OrganisationId) -> Option<Task> {
    let edition = sheet.agenda.edition?;
    if own.as_str() != ISSUER || sheet.hearing.is_some() {
        return None;
    }
    let form = format!("/agenda/hearing/open?edition={}", edition.stream);
    let mut task = line(
        scene,
        own,
        "agenda-asked-hear",
        0,
        ("agenda-hearing-open", form),
    );
    "/agenda/gaps".clone_into(&mut task.href);
    Some(task)
}

/// What leads have still to declare or to mend, and what an island has still to answer.
fn islands(answers: &[Answer], scene: &Scene, own: &OrganisationId) -> Vec<Task> {
    let book = Book::new(rows(answers, WEIGHED + 1), rows(answers, WEIGHED + 2));
    let proposals = rows(answers, WEIGHED).iter();
    let standing = proposals.filter(|row| row.text("status") != "dropped");
    let subjects = rows(answers, 2).iter().chain(standing);
    let subjects: Vec<Subject> = subjects.map(|row| Subject { row }).collect();
    let mut counts = [0_usize; 3];
    for subject in &subjects {
        for island in ISLANDS {
            let state = book.pair(*subject, island).state();
            let leads = subject.lead() == own.as_str();
            let at = match state {
                "waiting" if *island == own.as_str() => 0,
                "contested" if leads => 1,
                "missing" if leads => 2,
                _ => continue,
            };
            if let Some(count) = counts.get_mut(at) {
                *count += 1;
            }
        }
    }
    let page = |name: &str, state: &str| {
        let href = format!("/agenda/caribbean?{name}={own}&state={state}");
        ("agenda-caribbean-link", href)
    };
    let [waiting, contested, missing] = counts;
    let counted = [
        ("agenda-asked-island", waiting, page("island", "waiting")),
        (
            "agenda-asked-contested",
            contested,
            page("lead", "contested"),
        ),
        ("agenda-asked-declare", missing, page("lead", "missing")),
    ];
    let held = counted.into_iter().filter(|(_, count, _)| *count > 0);
    held.map(|(key, count, at)| line(scene, own, key, count, at))
        .collect()
}
