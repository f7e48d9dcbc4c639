// SPDX-License-Identifier: EUPL-1.2
//! Times as CAP writes them: `2026-11-23T20:14:00+01:00`.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

/// A moment, with the zone in which its sender wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The moment, in whole seconds.
    pub at: Timestamp,
    /// Minutes that clocks of the sender are ahead of UTC; none for UTC itself (`-00:00`).
    pub ahead: Option<i16>,
}

/// How a time was written, where that is not as it should be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Manner {
    /// `Z` instead of `-00:00`.
    pub z: bool,
    /// `+00:00`.
    pub plus: bool,
    /// Parts of a second, which are left out.
    pub fraction: bool,
}

impl Moment {
    /// Reads a time, also in the ways in which senders write it against the rules. None when it is
    /// no time or has no zone.
    pub(crate) fn read(text: &str) -> Option<(Self, Manner)> {
        let text = text.trim();
        let (date, time) = text.split_once(['T', 't'])?;
        let mut parts = date.splitn(3, '-').map(whole);
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        let mut manner = Manner::default();
        let (clock, ahead) = match time.strip_suffix(['Z', 'z']) {
            Some(clock) => {
                manner.z = true;
                (clock, None)
            }
            None => zone(time, &mut manner)?,
        };
        let (clock, fraction) = clock.split_once('.').unwrap_or((clock, ""));
        manner.fraction = clock.len() < time.len() && !fraction.is_empty();
        let mut parts = clock.splitn(3, ':').map(whole);
        let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
        let (date, hour) = match (hour, minute, second) {
            (24, 0, 0) => (date.tomorrow().ok()?, 0),
            _ => (date, hour),
        };
        let [hour, minute, second] = [hour, minute, second].map(|it| i8::try_from(it).ok());
        let civil = date.to_datetime(jiff::civil::Time::new(hour?, minute?, second?, 0).ok()?);
        let offset = Offset::from_seconds(i32::from(ahead.unwrap_or(0)) * 60).ok()?;
        let at = offset.to_timestamp(civil).ok()?;
        Some((Self { at, ahead }, manner))
    }

    /// As the standard wants it. None when its year has no four digits there.
    pub(crate) fn written(self) -> Option<String> {
        let ahead = self.ahead.unwrap_or(0);
        let offset = Offset::from_seconds(i32::from(ahead) * 60).ok()?;
        let civil = offset.to_datetime(self.at);
        if !(1..=9999).contains(&civil.year()) || ahead.unsigned_abs() > 14 * 60 {
            return None;
        }
        let sign = if self.ahead.is_none_or(|ahead| ahead < 0) {
            '-'
        } else {
            '+'
        };
        let (hours, minutes) = (ahead.unsigned_abs() / 60, ahead.unsigned_abs() % 60);
        let shown = civil.strftime("%Y-%m-%dT%H:%M:%S");
        Some(format!("{shown}{sign}{hours:02}:{minutes:02}"))
    }
}

fn zone<'t>(time: &'t str, manner: &mut Manner) -> Option<(&'t str, Option<i16>)> {
    let at = time.rfind(['+', '-'])?;
    let (clock, zone) = time.split_at_checked(at)?;
    let (hours, minutes) = zone.get(1..)?.split_once(':')?;
    let ahead = whole(hours)?
        .checked_mul(60)?
        .checked_add(whole(minutes)?)?;
    let east = zone.starts_with('+');
    manner.plus = east && ahead == 0;
    Some((
        clock,
        match (east, ahead) {
            (true, _) => Some(ahead),
            (false, 0) => None,
            (false, _) => Some(-ahead),
        },
    ))
}

/// A number of digits only.
fn whole(text: &str) -> Option<i16> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::Moment;

    fn back(text: &str) -> Option<String> {
        Moment::read(text).and_then(|(moment, _)| moment.written())
    }

    #[test]
    fn a_time_comes_back_as_it_was_written() {
        for text in [
            "2026-11-23T20:14:00+01:00",
            "2026-11-23T20:14:00-04:00",
            "2026-11-23T20:14:00-00:00",
            "2026-11-23T20:14:00+00:00",
            "2024-02-29T23:59:59+05:45",
        ] {
            assert_eq!(back(text).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_senders_make_of_it_is_understood() {
        let read = |text| Moment::read(text).unwrap();
        let (moment, manner) = read(" 2026-11-23T20:14:00.250Z");
        assert_eq!(moment.written().unwrap(), "2026-11-23T20:14:00-00:00");
        assert!(manner.z && manner.fraction);
        assert!(read("2026-11-23T20:14:00+00:00").1.plus);
        assert_eq!(
            back("2026-12-31T24:00:00-00:00").unwrap(),
            "2027-01-01T00:00:00-00:00"
        );
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "2026-11-23",
            "2026-11-23T20:14:00",
            "2026-02-30T20:14:00Z",
            "T",
            "nu",
        ] {
            assert_eq!(Moment::read(text), None, "{text}");
        }
        assert_eq!(Moment::read("2026-11-23T20:14:00+é0:00"), None);
    }
}
