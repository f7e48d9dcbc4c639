// SPDX-License-Identifier: EUPL-1.2
//! The activities over the years of the edition: a drawing, and the same as a table.

use paraat_contract::{Answer, Scene};
use paraat_ui::Markup;
use paraat_ui::widgets::{Bar, Pattern, Timeline, timeline};

use super::look::{self, Look};
use super::moment;
use crate::state::{Item, spoken};

/// The page.
pub fn render(answers: &[Answer], scene: &Scene) -> Option<Markup> {
    let voice = scene.words.voice(scene.language());
    Some(look::page(
        answers,
        scene,
        "/agenda/timeline",
        |look, shown, _| timeline(voice, &line(scene, look, shown)),
    ))
}

fn line(scene: &Scene, look: &Look, shown: &[&Item]) -> Timeline {
    let seen = moment::seen_from(scene.params).to_zoned_datetime(scene.zone());
    let edition = look.agenda.edition;
    let year_of = |column| edition.and_then(|row| year(row.whole(column)));
    let all = |column: &'static str| {
        look.agenda
            .items
            .iter()
            .filter_map(move |it| year(it.row.whole(column)))
    };
    let mut bars = Vec::with_capacity(shown.len());
    for (ambition, items) in look.agenda.by_ambition(shown) {
        let group = ambition.map_or_else(String::new, |row| {
            format!(
                "{} {}",
                row.text("number"),
                spoken(row, scene.language(), "title")
            )
        });
        bars.extend(items.iter().map(|item| bar(scene, look, item, &group)));
    }
    Timeline {
        id: "agenda-timeline".to_owned(),
        label: scene.say("agenda-title-timeline"),
        first: year_of("from_year")
            .or_else(|| all("from_year").min())
            .unwrap_or_default(),
        last: year_of("to_year")
            .or_else(|| all("to_year").max())
            .unwrap_or_default(),
        now: Some(i32::from(seen.year())),
        bars,
    }
}

fn year(number: Option<i64>) -> Option<i32> {
    number.and_then(|number| i32::try_from(number).ok())
}

fn bar(scene: &Scene, look: &Look, item: &Item, group: &str) -> Bar {
    let row = item.row;
    let open = ["from", "continuous"].contains(&row.text("period"));
    Bar {
        href: look.href(item),
        number: row.text("number").to_owned(),
        title: spoken(row, scene.language(), "title").to_owned(),
        group: group.to_owned(),
        from: year(row.whole("from_year")).unwrap_or_default(),
        to: year(row.whole("to_year")).filter(|_| !open),
        period: look.signs.period(scene, row),
        status: look.signs.status_word(item.status()).to_owned(),
        pattern: pattern(item.status()),
    }
}

fn pattern(status: &str) -> Pattern {
    match status {
        "planned" => Pattern::Open,
        "under-way" => Pattern::Stripes,
        "adjusted" => Pattern::Lines,
        "done" => Pattern::Full,
        "continuous" => Pattern::Dots,
        "dropped" => Pattern::Cross,
        _ => Pattern::Broken,
    }
}

#[cfg(test)]
mod tests {
    use super::pattern;
    use crate::lifecycle::STATUSES;

    #[test]
    fn no_two_statuses_look_alike() {
        let all = STATUSES.iter().copied().chain([""]);
        let mut names: Vec<&str> = all.map(|status| pattern(status).name()).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "{names:?}");
    }
}
