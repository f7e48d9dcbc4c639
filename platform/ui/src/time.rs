// SPDX-License-Identifier: EUPL-1.2
//! Moments as people read them, in the zone of the reader and always with the exact moment
//! beside it.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use maud::{Markup, html};

use crate::words::Voice;

/// The zone with this IANA name (`Europe/Amsterdam`, `America/Kralendijk`), none when there is
/// no such zone in the built-in tables.
pub fn zone(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok()
}

/// A day: `23 nov 2026` or `23 Nov 2026`.
pub fn day(voice: Voice<'_>, at: Timestamp, zone: &TimeZone) -> String {
    let local = at.to_zoned_datetime(zone.clone());
    let month = voice.say(&format!("date-month-{}", local.month()));
    let values = [
        ("day", local.day().to_string()),
        ("month", month),
        ("year", local.year().to_string()),
    ];
    voice.with("date-day", &values)
}

/// A day that stands as `YYYY-MM-DD`, as `day` says it; what is none as it stands.
pub fn civil(voice: Voice<'_>, stored: &str) -> String {
    let date = stored.parse::<Date>();
    let at = date.and_then(|date| date.to_zoned_datetime(TimeZone::UTC));
    at.map_or_else(
        |_none| stored.to_owned(),
        |at| day(voice, at.timestamp(), &TimeZone::UTC),
    )
}

/// A time of day: `21.14 uur` or `21:14`.
pub fn clock(voice: Voice<'_>, at: Timestamp, zone: &TimeZone) -> String {
    let local = at.to_zoned_datetime(zone.clone());
    let values = [
        ("hour", format!("{:02}", local.hour())),
        ("minute", format!("{:02}", local.minute())),
    ];
    voice.with("date-clock", &values)
}

/// Day and time: `23 nov 2026, 21.14 uur` or `23 Nov 2026, 21:14`.
pub fn moment_text(voice: Voice<'_>, at: Timestamp, zone: &TimeZone) -> String {
    let values = [
        ("day", day(voice, at, zone)),
        ("clock", clock(voice, at, zone)),
    ];
    voice.with("date-moment", &values)
}

/// Day and time so that later sorts after earlier: `2026-11-23 21:14`, for lists.
pub fn sortable(at: Timestamp, zone: &TimeZone) -> String {
    let local = at.to_zoned_datetime(zone.clone());
    format!("{} {:02}:{:02}", local.date(), local.hour(), local.minute())
}

/// Day and time as a `time` element; the same moment in UTC is its title.
pub fn moment(voice: Voice<'_>, at: Timestamp, zone: &TimeZone) -> Markup {
    let title = utc(voice, at);
    html! { time datetime=(at) title=(title) { (moment_text(voice, at, zone)) } }
}

/// A day as a `time` element; day and time are its title.
pub fn day_element(voice: Voice<'_>, at: Timestamp, zone: &TimeZone) -> Markup {
    let title = moment_text(voice, at, zone);
    html! { time datetime=(at) title=(title) { (day(voice, at, zone)) } }
}

/// How long ago, in words (`4 min geleden`); the day and time are its title, and what paper
/// shows. A moment that is still to come is written out in full.
pub fn ago(voice: Voice<'_>, at: Timestamp, now: Timestamp, zone: &TimeZone) -> Markup {
    let seconds = now.as_second() - at.as_second();
    let (key, count) = match seconds {
        ..0 => return moment(voice, at, zone),
        0..60 => ("date-just-now", 0),
        60..3_600 => ("date-minutes-ago", seconds / 60),
        3_600..86_400 => ("date-hours-ago", seconds / 3_600),
        _ => ("date-days-ago", seconds / 86_400),
    };
    let full = moment_text(voice, at, zone);
    html! {
        time.ago datetime=(at) title=(full) {
            span.on-screen { (voice.with(key, &[("count", count.to_string())])) }
            span.on-paper { (full) }
        }
    }
}

/// A day as people and spreadsheet programs write it: `2024-05-31`, `31-5-2024`, with `/` or `.` as
/// well, and as midnight of that day. None for a day that there is not, or that may be another one:
/// the year has four digits, and it is not the month that comes first.
pub fn date(typed: &str) -> Option<Date> {
    let typed = typed.trim();
    let day = typed.strip_suffix("T00:00:00").unwrap_or(typed);
    let mut parts = day.split(['-', '/', '.']);
    let (one, two, three) = (parts.next()?, parts.next()?, parts.next()?);
    let (year, day) = if one.len() == 4 {
        (one, three)
    } else {
        (three, one)
    };
    let digits = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let fine = parts.next().is_none() && year.len() == 4 && digits(year, 4);
    (fine && digits(two, 2) && digits(day, 2)).then_some(())?;
    Date::new(year.parse().ok()?, two.parse().ok()?, day.parse().ok()?).ok()
}

/// A day and a time of day as fields of a form send them (`2026-11-23`, `21:14`), in the zone of
/// the reader, as a moment that commands take. Empty when both are; what does not read as a day
/// and a time stays as it was typed, to be refused and shown again.
pub fn typed_moment(day: &str, clock: &str, zone_name: &str) -> String {
    let (day, clock) = (day.trim(), clock.trim());
    if day.is_empty() && clock.is_empty() {
        return String::new();
    }
    let civil = format!("{day}T{clock}").parse::<DateTime>();
    // A bare day reads as midnight, which nobody typed.
    let whole = civil
        .ok()
        .filter(|_| !clock.is_empty())
        .zip(zone(zone_name));
    let moment = whole.and_then(|(civil, zone)| civil.to_zoned_datetime(zone).ok());
    moment.map_or_else(|| format!("{day} {clock}"), |at| at.timestamp().to_string())
}

/// A moment as two fields of a form show it: day and time in the zone of the reader. What is no
/// moment is shown as it was typed.
pub fn shown_moment(typed: &str, zone_name: &str) -> (String, String) {
    match typed.parse::<Timestamp>().ok().zip(zone(zone_name)) {
        Some((at, zone)) => {
            let local = at.to_zoned_datetime(zone).datetime();
            let day = local.date().to_string();
            (day, format!("{:02}:{:02}", local.hour(), local.minute()))
        }
        None => {
            let (day, clock) = typed.split_once(' ').unwrap_or((typed, ""));
            (day.to_owned(), clock.to_owned())
        }
    }
}

fn utc(voice: Voice<'_>, at: Timestamp) -> String {
    let text = moment_text(voice, at, &TimeZone::UTC);
    voice.with("date-utc", &[("moment", text)])
}

#[cfg(test)]
mod tests {
    use paraat_kernel::Language;

    use super::*;
    use crate::words::{PLATFORM, Words};

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_moment_is_written_in_the_zone_and_language_of_the_reader() {
        let words = Words::new(PLATFORM).unwrap();
        let moment = at("2026-11-23T20:14:05Z");
        let nl = words.voice(Language::Nl);
        let en = words.voice(Language::En);
        let amsterdam = zone("Europe/Amsterdam").unwrap();
        let kralendijk = zone("America/Kralendijk").unwrap();
        assert_eq!(
            moment_text(nl, moment, &amsterdam),
            "23 nov 2026, 21.14 uur"
        );
        assert_eq!(moment_text(en, moment, &amsterdam), "23 Nov 2026, 21:14");
        assert_eq!(moment_text(en, moment, &kralendijk), "23 Nov 2026, 16:14");
        assert_eq!(
            clock(nl, at("2026-07-01T02:04:00Z"), &amsterdam),
            "04.04 uur"
        );
        assert_eq!(zone("Europe/Nowhere"), None);
    }

    #[test]
    fn day_and_time_that_are_typed_are_of_the_zone_of_the_reader() {
        for (day, clock, zone, moment) in [
            (
                "2026-11-23",
                "21:14",
                "Europe/Amsterdam",
                "2026-11-23T20:14:00Z",
            ),
            (
                "2026-07-01",
                "00:30",
                "Europe/Amsterdam",
                "2026-06-30T22:30:00Z",
            ),
            (
                "2026-11-23",
                "21:14",
                "America/Kralendijk",
                "2026-11-24T01:14:00Z",
            ),
        ] {
            assert_eq!(typed_moment(day, clock, zone), moment);
            let shown = (day.to_owned(), clock.to_owned());
            assert_eq!(shown_moment(moment, zone), shown);
        }
        assert_eq!(typed_moment(" ", "", "UTC"), "");
        for (day, clock) in [
            ("2026-11-23", ""),
            ("", "21:14"),
            ("2026-02-30", "10:00"),
            ("morgen", "vroeg"),
        ] {
            let kept = typed_moment(day, clock, "UTC");
            assert!(kept.parse::<Timestamp>().is_err(), "{kept}");
            assert_eq!(
                shown_moment(&kept, "UTC"),
                (day.to_owned(), clock.to_owned())
            );
        }
    }

    #[test]
    fn the_exact_moment_stands_beside_the_relative_one() {
        let words = Words::new(PLATFORM).unwrap();
        let nl = words.voice(Language::Nl);
        let zone = zone("Europe/Amsterdam").unwrap();
        let now = at("2026-11-23T20:18:05Z");
        let said = ago(nl, at("2026-11-23T20:14:05Z"), now, &zone).into_string();
        assert!(said.contains("4 min geleden"), "{said}");
        assert!(said.contains(r#"title="23 nov 2026, 21.14 uur""#), "{said}");
        assert!(
            said.contains(r#"datetime="2026-11-23T20:14:05Z""#),
            "{said}"
        );
        let later = ago(nl, at("2026-11-24T20:14:05Z"), now, &zone).into_string();
        assert!(later.contains("24 nov 2026"), "{later}");
    }
}
