// SPDX-License-Identifier: EUPL-1.2
//! What else the agenda waits for an organisation to do: a lead declares for the islands, and
//! again when an island contests; an island answers; a co-lead states; extra means are arranged.
//! One party's stream cannot close what waits in that of another, so this is found by reading both.

use paraat_contract::{Answer, Need, Query, Row, Scene, Task};
use paraat_kernel::{Language, OrganisationId};

use super::acts::may;
use super::islands::{Book, Subject, outcome, subjects};
use super::joint::Joint;
use super::rows;
use crate::commands::declare_explanation::ISLANDS;
use crate::kinds::explanation;
use crate::state::spoken;
use crate::tables::{ACTIVITY, CO_LEAD, CONSULTATION, EXPLANATION, MEANS, PROPOSAL, STATEMENT};

/// All that both sides said.
pub fn needs(own: &OrganisationId) -> Vec<Need> {
    let all = |table| Need::Rows(Query::all(table));
    let co_lead = Query::all(&CO_LEAD).is("organisation", own.as_str());
    vec![
        all(&ACTIVITY),
        all(&PROPOSAL),
        all(&EXPLANATION),
        all(&CONSULTATION),
        Need::Rows(co_lead),
        all(&STATEMENT),
        all(&MEANS),
    ]
}

/// What this organisation is waited for: islands that wait first, then what it leads.
pub fn tasks(answers: &[Answer], scene: &Scene, own: &OrganisationId) -> Vec<Task> {
    let waits = Waits {
        scene,
        own: own.as_str(),
        may: may(scene, own.as_str()),
    };
    let (activities, proposals) = (rows(answers, 0), rows(answers, 1));
    let subjects = subjects(activities, proposals);
    let book = Book::new(rows(answers, 2), rows(answers, 3));
    let mut tasks = waits.islands(&subjects, &book);
    let joint = Joint::new(rows(answers, 4), rows(answers, 5));
    tasks.extend(
        activities
            .iter()
            .filter_map(|row| waits.statement(row, &joint)),
    );
    let means = rows(answers, 6);
    tasks.extend(activities.iter().filter_map(|row| waits.means(row, means)));
    tasks
}

/// Who is asked.
struct Waits<'a> {
    scene: &'a Scene<'a>,
    own: &'a str,
    may: bool,
}

impl Waits<'_> {
    fn task(&self, title: String, href: String, why: String, act: (&str, String)) -> Task {
        Task {
            title,
            href,
            why,
            act: self.may.then(|| (self.scene.say(act.0), act.1)),
            due: None,
        }
    }

    /// Answers that this island owes, declarations that are contested, and in one line how many
    /// were never given.
    fn islands(&self, subjects: &[Subject], book: &Book) -> Vec<Task> {
        let mut tasks = Vec::new();
        let mut missing = 0_usize;
        for subject in subjects {
            for island in ISLANDS {
                let pair = book.pair(*subject, island);
                let leads = subject.lead() == self.own;
                match pair.state() {
                    "missing" if leads => missing += 1,
                    "waiting" if *island == self.own => {
                        tasks.push(self.answer(*subject, island, pair.outcome()));
                    }
                    "contested" if leads => tasks.push(self.contested(*subject, island)),
                    _ => {}
                }
            }
        }
        if missing > 0 {
            let count = [("count", missing.to_string())];
            let title = self.scene.say_with("agenda-waits-missing", &count);
            let page = format!("/agenda/caribbean?state=missing&lead={}", self.own);
            let why = self.scene.say("agenda-waits-missing-why");
            let act = ("agenda-caribbean-link", page.clone());
            tasks.push(self.task(title, page, why, act));
        }
        tasks
    }

    fn answer(&self, subject: Subject, island: &str, said: &str) -> Task {
        let page = explanation::page(&subject.row.stream, island);
        let lead = self.scene.organisation(subject.lead());
        let values = [("lead", lead), ("outcome", outcome(self.scene, said))];
        let why = self.scene.say_with("agenda-waits-answer", &values);
        let act = ("agenda-consultation-answer", page.clone());
        self.task(subject.title(self.scene), page, why, act)
    }

    fn contested(&self, subject: Subject, island: &str) -> Task {
        let page = explanation::page(&subject.row.stream, island);
        let values = [("island", self.scene.organisation(island))];
        let why = self.scene.say_with("agenda-waits-contested", &values);
        let act = ("agenda-explanation-declare", page.clone());
        self.task(subject.title(self.scene), page, why, act)
    }

    /// The first statement of a co-lead.
    fn statement(&self, activity: &Row, joint: &Joint) -> Option<Task> {
        let address = activity.stream.to_string();
        let carriers = joint.of(&address, activity.text("lead"));
        let silent =
            |it: &&super::joint::Carrier| it.organisation() == self.own && it.statement.is_none();
        let carrier = carriers.iter().find(silent)?;
        let co_lead = &carrier.row.stream;
        let form = format!("/agenda/statement/state?activity={address}&coLead={co_lead}");
        let why = self.scene.say("agenda-waits-statement");
        let page = format!("/agenda/activity/{address}");
        Some(self.task(
            self.title(activity),
            page,
            why,
            ("agenda-statement-state", form),
        ))
    }

    /// Extra means that are still open.
    fn means(&self, activity: &Row, means: &[Row]) -> Option<Task> {
        let address = activity.stream.to_string();
        let open = |row: &&Row| {
            row.text("activity") == address
                && row.stream.owner.as_str() == self.own
                && row.text("status") == "extra"
        };
        if activity.text("lead") != self.own {
            return None;
        }
        means.iter().find(open)?;
        let why = self.scene.say("agenda-waits-means");
        let page = format!("/agenda/activity/{address}");
        let act = ("agenda-means", format!("{page}#means"));
        Some(self.task(self.title(activity), page, why, act))
    }

    fn title(&self, activity: &Row) -> String {
        let language: Language = self.scene.language();
        format!(
            "{} {}",
            activity.text("number"),
            spoken(activity, language, "title")
        )
    }
}
