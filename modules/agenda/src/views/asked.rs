// SPDX-License-Identifier: EUPL-1.2
//! What the agenda asks of an organisation about its translation: to take up the activities in its
//! own plans, to have its board adopt that, and to answer for what it did not take up. Each is one
//! line with a count: nobody is served by a list of forty-eight.

use jiff::civil::Date;
use paraat_contract::{Answer, Need, Params, Scene, Task};
use paraat_kernel::{OrganisationId, Timestamp};

use super::acts::{may, may_decide};
use super::mine::lines;
use super::own;
use super::sheet::Sheet;
use crate::ISSUER;
use crate::state::party;

/// One's own translation, as its page asks for it.
pub fn needs(now: Timestamp) -> Vec<Need> {
    let params = Params {
        now,
        ..Params::default()
    };
    own::needs(&params)
}

/// The lines of this organisation.
pub fn tasks(answers: &[Answer], scene: &Scene, own: &OrganisationId) -> Vec<Task> {
    let sheet = Sheet::new(answers, scene);
    let mut tasks = Vec::new();
    if party(own.as_str()).is_some() {
        tasks.extend(hearing(scene, &sheet, own));
        tasks.extend(translation(answers, scene, &sheet, own));
    }
    tasks.extend(round(scene, &sheet, own));
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
        act: may(scene, own.as_str()).then(|| (scene.say(act), href)),
        due: None,
    }
}

/// The hearing that this organisation has not answered, by its day.
fn hearing(scene: &Scene, sheet: &Sheet, own: &OrganisationId) -> Option<Task> {
    let party = party(own.as_str())?;
    let gaps = sheet.coverage.missing(party).unwrap_or_default();
    let edition = sheet.agenda.edition.filter(|_| gaps > 0)?;
    let hearing = sheet.hearing?;
    if sheet.coverage.answer(party).is_some() {
        return None;
    }
    let form = format!("/agenda/account/answer?edition={}", edition.stream);
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
    let over = next.to_zoned_datetime(scene.zone()).ok()?.timestamp();
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
    let all = lines(answers, &shown, own);
    let counted = |states: &[&str]| {
        let held = all.iter().filter(|line| states.contains(&line.state()));
        held.count()
    };
    let page = || ("agenda-view-own", own::PATH.to_owned());
    let open = counted(&["open", "proposed"]);
    let drafted = counted(&["drafted"]);
    let open = (open > 0).then(|| line(scene, own, "agenda-asked-translate", open, page()));
    let drafted = (drafted > 0).then(|| {
        let task = line(scene, own, "agenda-asked-adopt", drafted, page());
        // Who may not adopt is told whom it waits for, and gets no way to a form that is not there.
        let waits = may(scene, own.as_str()) && !may_decide(scene, own);
        Task {
            why: if waits {
                scene.say("agenda-asked-adopt-board")
            } else {
                task.why
            },
            act: task.act.filter(|_| !waits),
            ..task
        }
    });
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
