// SPDX-License-Identifier: EUPL-1.2
//! What a card tells of how an activity is taken up in a plan. Drafts, adopted translations and
//! the joint plan say the same four things, and a rule that copies one of them reads its card.

use paraat_contract::{Row, Value};
use paraat_kernel::{Card, StreamId, Text};
use paraat_ui::field::{Field, Input, Shape, Typed};
use serde::{Deserialize, Serialize};

use crate::lifecycle::STANCES;

/// How an activity is taken up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The paragraph of the plan; empty when none is named.
    pub paragraph: String,
    /// The plan it stands in; empty while it stands in none.
    pub plan: String,
    /// Why it stands so.
    pub reason: String,
    /// One of `STANCES`.
    pub stance: String,
}

/// The stance, as a question.
pub const STANCE: Field = Field::required("stance", Shape::Choice(STANCES));
/// The plan, as a question.
pub const PLAN: Field = Field::optional("plan", Shape::Line(200));
/// The paragraph, as a question.
pub const PARAGRAPH: Field = Field::optional("paragraph", Shape::Line(40));
/// The reason, as a question.
pub const REASON: Field = Field::optional("reason", Shape::Paragraphs(2000));
/// The address of an activity.
const OF_ACTIVITY: Shape = Shape::Stream {
    module: "agenda",
    kind: "activity",
};
/// The activity that a line is about, from the link that was followed.
pub const ACTIVITY: Field = Field::given("activity", OF_ACTIVITY);
/// The activities that were ticked.
pub const ACTIVITIES: Field = Field::given_many("activity", OF_ACTIVITY);
/// The marks of what stood on the page, so that nobody agrees to what they did not see. Programs
/// may leave it out.
pub const SEEN: Field = Field {
    required: false,
    ..Field::given("marks", Shape::Line(4000))
};

impl Line {
    /// The line in the fields of a verb.
    pub fn read(input: &Input) -> Self {
        Self {
            paragraph: input.text("paragraph"),
            plan: input.text("plan"),
            reason: input.text("reason"),
            stance: input.text("stance"),
        }
    }

    /// The line that a card carries: the plan is its title, the paragraph sorts it among the
    /// lines of that plan, the reason is its text.
    pub fn of(card: &Card) -> Self {
        Self {
            paragraph: card.order.clone(),
            plan: card.title.nl.clone(),
            reason: card.body.nl.clone(),
            stance: card.status.clone(),
        }
    }

    /// The line in a row: the tables of drafts, translations and the joint plan begin alike.
    pub fn of_row(row: &Row) -> Self {
        Self {
            paragraph: row.text("paragraph").to_owned(),
            plan: row.text("plan").to_owned(),
            reason: row.text("reason").to_owned(),
            stance: row.text("stance").to_owned(),
        }
    }

    /// How the row of a line on this activity begins.
    pub fn row(&self, activity: &StreamId) -> Vec<Value> {
        vec![
            activity.to_string().into(),
            self.stance.as_str().into(),
            self.plan.as_str().into(),
            self.paragraph.as_str().into(),
            self.reason.as_str().into(),
        ]
    }

    /// What the form of a line starts with.
    pub fn typed(&self) -> Typed {
        Typed::default()
            .with("stance", self.stance.as_str())
            .with("plan", self.plan.as_str())
            .with("paragraph", self.paragraph.as_str())
            .with("reason", self.reason.as_str())
    }

    /// The card of a line on this activity, as `of` reads it.
    pub fn card(&self, stream: StreamId, kind: &str, activity: &StreamId) -> Card {
        let title = Text::typed(self.plan.as_str());
        let mut card = Card::new(stream, "agenda", kind, title);
        card.body = Text::typed(self.reason.as_str());
        card.status.clone_from(&self.stance);
        card.order.clone_from(&self.paragraph);
        card.holder = Some(card.stream.owner.clone());
        card.under = Some(activity.clone());
        card
    }
}

/// A mark of texts: others give another one, as good as always. It tells that something moved,
/// and protects nothing: FNV-1a of 32 bits, each text closed by a byte that stands in none.
pub fn mark(texts: &[&str]) -> String {
    let byte = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let text = |hash: u32, text: &&str| text.bytes().chain([0xff]).fold(hash, byte);
    format!("{:08x}", texts.iter().fold(0x811c_9dc5, text))
}

/// The mark of a line as it is seen before another line of one's own: what is taken over, and
/// what that would replace.
pub fn mark_of(seen: &Line, replaced: Option<&Line>) -> String {
    let texts = |line: &Line| {
        [&line.stance, &line.plan, &line.paragraph, &line.reason].map(|text| text.clone())
    };
    let mut all = texts(seen).to_vec();
    all.extend(replaced.map(texts).into_iter().flatten());
    mark(&all.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The first 63 bits of the id of a stream: as good as unique among the activities of an agenda,
/// and read faster than an address.
pub fn place(stream: &StreamId) -> i64 {
    let first = stream.id.as_u128() >> 65;
    i64::try_from(first).unwrap_or_default()
}

/// One mark as it is sent along: of which stream, and what it was.
pub fn sent(stream: &StreamId, mark: &str) -> String {
    format!("{}:{mark}", short(stream))
}

/// True when these marks say that something else stood there than what stands there now.
pub fn moved(marks: &str, stream: &StreamId, now: &str) -> bool {
    let short = short(stream);
    let of_stream = |one: &str| {
        Some(one.split_once(':')?)
            .filter(|(of, _)| *of == short)
            .map(|it| it.1 != now)
    };
    marks
        .split_whitespace()
        .find_map(of_stream)
        .unwrap_or(false)
}

/// Eight digits of an id: few enough to send one for each activity of an agenda.
fn short(stream: &StreamId) -> String {
    stream
        .id
        .simple()
        .to_string()
        .chars()
        .rev()
        .take(8)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(name: &str) -> StreamId {
        StreamId::derived("jenv".parse().unwrap(), "agenda.activity", name)
    }

    fn line(plan: &str, paragraph: &str) -> Line {
        Line {
            paragraph: paragraph.to_owned(),
            plan: plan.to_owned(),
            reason: String::new(),
            stance: "adopted".to_owned(),
        }
    }

    #[test]
    fn a_line_reads_back_from_its_card() {
        let line = line("Beleidsplan", "3.2");
        assert_eq!(
            Line::of(&line.card(stream("a"), "draft", &stream("b"))),
            line
        );
    }

    #[test]
    fn marks_tell_what_moved_and_say_nothing_of_what_was_not_seen() {
        let (one, other) = (line("Beleidsplan", "3.2"), line("Beleidsplan3", ".2"));
        assert_ne!(mark_of(&one, None), mark_of(&other, None));
        assert_ne!(mark_of(&one, None), mark_of(&one, Some(&other)));
        let marks = format!(
            "{} {}",
            sent(&stream("x"), "0"),
            sent(&stream("a"), &mark_of(&one, None))
        );
        assert!(!moved(&marks, &stream("a"), &mark_of(&one, None)));
        assert!(moved(&marks, &stream("a"), &mark_of(&other, None)));
        assert!(!moved(&marks, &stream("b"), &mark_of(&other, None)));
        assert!(!moved("", &stream("a"), &mark_of(&other, None)));
    }
}
