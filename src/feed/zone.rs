//! A time zone as iCalendar tells it (RFC 5545, section 3.6.5): the rule by which its clocks change every year, and the
//! single changes before that. Knows nothing of events.

#[cfg(test)]
mod tests;

use jiff::civil::{Date, DateTime, Weekday, date};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};

/// A zone has a rule if its clocks change alike in all of these years. They lie after the tables of single years in the
/// database, and 28 of them hold every way in which weekdays fall on dates.
const RULED: std::ops::RangeInclusive<i16> = 2040..=2067;

/// Weeks in which a weekday of a month can be: counted from its start, or the last one.
const WEEKS: [i8; 5] = [1, 2, 3, 4, -1];

/// A change of the clocks.
struct ClockChange {
    /// What clocks showed when it came.
    at: DateTime,
    from: Offset,
    to: Offset,
    daylight: bool,
    name: String,
}

/// A change that comes every year, in the same week of a month.
struct YearlyChange<'a> {
    first: &'a ClockChange,
    week: i8,
}

/// The lines of a `VTIMEZONE` that holds for all days from `first` to `last`.
pub(super) fn lines(zone: &TimeZone, first: Date, last: Date) -> Vec<String> {
    let all = changes(zone);
    let (single, yearly) = split(&all);
    let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), format!("TZID:{}", name(zone))];
    // The one that was in force when the first day began, and those since.
    let start = first.at(0, 0, 0, 0);
    let ruled = yearly.first().is_some_and(|rule| rule.first.at <= start);
    if !ruled {
        let known = all.iter().rposition(|change| change.at <= start);
        if known.is_none() {
            observance(&before(zone, first), None, &mut lines);
        }
        let since = single.iter().skip(known.unwrap_or(0));
        for change in since.take_while(|change| change.at.year() <= last.year()) {
            observance(change, None, &mut lines);
        }
    }
    for rule in yearly.iter().filter(|rule| rule.first.at.year() <= last.year()) {
        observance(rule.first, Some(rule.week), &mut lines);
    }
    lines.push("END:VTIMEZONE".to_owned());
    lines
}

/// The name of a zone; that of UTC has none of its own.
pub(super) fn name(zone: &TimeZone) -> &str {
    zone.iana_name().unwrap_or("UTC")
}

/// All changes that are known, up to the last year of the rule.
fn changes(zone: &TimeZone) -> Vec<ClockChange> {
    let transitions = zone.following(Timestamp::MIN).map(|transition| {
        let from = zone.to_offset(transition.timestamp() - 1.second());
        ClockChange {
            at: from.to_datetime(transition.timestamp()),
            from,
            to: transition.offset(),
            daylight: transition.dst().is_dst(),
            name: transition.abbreviation().to_owned(),
        }
    });
    transitions.take_while(|change| change.at.year() <= *RULED.end()).collect()
}

/// The changes before the rule, and the rule: the changes of its first year.
fn split(all: &[ClockChange]) -> (&[ClockChange], Vec<YearlyChange<'_>>) {
    let years: Vec<&[ClockChange]> = all.chunk_by(|one, other| one.at.year() == other.at.year()).collect();
    let ruled = years.len().saturating_sub(RULED.count());
    let Some(weeks) = weeks(&years[ruled..]) else { return (all, Vec::new()) };
    // The same changes may have come for many years before.
    let pattern = years[ruled];
    let mut rest = &years[..ruled];
    let mut first = pattern;
    while let Some((year, before)) = rest.split_last() {
        if year[0].at.year() + 1 != first[0].at.year() || !follows(year, pattern, &weeks) {
            break;
        }
        (rest, first) = (before, year);
    }
    let single = rest.iter().map(|year| year.len()).sum();
    (&all[..single], first.iter().zip(weeks).map(|(first, week)| YearlyChange { first, week }).collect())
}

/// In which week of its month each change of a year comes, if they come alike in all of `years`.
fn weeks(years: &[&[ClockChange]]) -> Option<Vec<i8>> {
    let pattern = years.first().filter(|year| year[0].at.year() == *RULED.start())?;
    let week_of = |change| WEEKS.into_iter().find(|week| years.iter().all(|year| comes_in(year, change, *week)));
    let weeks: Vec<i8> = pattern.iter().map(week_of).collect::<Option<_>>()?;
    years.iter().all(|year| follows(year, pattern, &weeks)).then_some(weeks)
}

fn comes_in(year: &[ClockChange], change: &ClockChange, week: i8) -> bool {
    year.iter().any(|other| is_alike(change, other) && is_in_week(other, week))
}

/// Whether a year has the changes of the rule and no others.
fn follows(year: &[ClockChange], pattern: &[ClockChange], weeks: &[i8]) -> bool {
    year.len() == pattern.len()
        && year
            .iter()
            .zip(pattern)
            .zip(weeks)
            .all(|((change, of), week)| is_alike(change, of) && is_in_week(change, *week))
}

fn is_alike(one: &ClockChange, other: &ClockChange) -> bool {
    (one.from, one.to, one.daylight, &one.name) == (other.from, other.to, other.daylight, &other.name)
        && (one.at.month(), one.at.weekday(), one.at.time()) == (other.at.month(), other.at.weekday(), other.at.time())
}

fn is_in_week(change: &ClockChange, week: i8) -> bool {
    let day = change.at.date();
    day.nth_weekday_of_month(week, day.weekday()).is_ok_and(|found| found == day)
}

/// What held before all changes.
fn before(zone: &TimeZone, first: Date) -> ClockChange {
    let start = first.min(date(1970, 1, 1)).at(0, 0, 0, 0);
    let info = zone.to_offset_info(zone.to_ambiguous_timestamp(start).compatible().unwrap_or(Timestamp::MIN));
    ClockChange {
        at: start,
        from: info.offset(),
        to: info.offset(),
        daylight: false,
        name: info.abbreviation().to_owned(),
    }
}

fn observance(change: &ClockChange, week: Option<i8>, lines: &mut Vec<String>) {
    let kind = if change.daylight { "DAYLIGHT" } else { "STANDARD" };
    lines.push(format!("BEGIN:{kind}"));
    lines.push(format!("DTSTART:{}", change.at.strftime("%Y%m%dT%H%M%S")));
    if let Some(week) = week {
        let day = weekday(change.at.weekday());
        lines.push(format!("RRULE:FREQ=YEARLY;BYMONTH={};BYDAY={week}{day}", change.at.month()));
    }
    lines.push(format!("TZOFFSETFROM:{}", offset(change.from)));
    lines.push(format!("TZOFFSETTO:{}", offset(change.to)));
    lines.push(format!("TZNAME:{}", change.name));
    lines.push(format!("END:{kind}"));
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

/// Hours and minutes, and seconds where there are any, as before clocks were set by hours.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes, rest) = (seconds.abs() / 3600, seconds.abs() / 60 % 60, seconds.abs() % 60);
    let rest = if rest == 0 { String::new() } else { format!("{rest:02}") };
    format!("{sign}{hours:02}{minutes:02}{rest}")
}
