//! A reader of `VTIMEZONE` that knows the lines and no database, against the database.

use jiff::civil::{Date, DateTime, date};
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ToSpan};

use super::lines;

/// When an offset starts to hold, and that offset.
type Onset = (Timestamp, Offset);

fn zone(name: &str) -> TimeZone {
    TimeZoneDatabase::bundled().get(name).unwrap()
}

/// Every onset up to the last year, as RFC 5545 has it, in the order of time.
fn onsets(lines: &[String], last: Date) -> Vec<Onset> {
    let observances = lines.split(|line| line.starts_with("BEGIN:")).skip(2);
    let mut onsets: Vec<Onset> = observances.flat_map(|observance| onsets_of(observance, last)).collect();
    onsets.sort();
    onsets
}

fn onsets_of(observance: &[String], last: Date) -> Vec<Onset> {
    let value = |name: &str| observance.iter().find_map(|line| line.strip_prefix(name));
    let start: DateTime = value("DTSTART:").unwrap().parse().unwrap();
    let (from, to) = (offset(value("TZOFFSETFROM:").unwrap()), offset(value("TZOFFSETTO:").unwrap()));
    let Some(rule) = value("RRULE:FREQ=YEARLY;BYMONTH=") else { return vec![(from.to_timestamp(start).unwrap(), to)] };
    let (month, day) = rule.split_once(";BYDAY=").unwrap();
    let nth: i8 = day[..day.len() - 2].parse().unwrap();
    assert_eq!(start.strftime("%a").to_string().to_uppercase()[..2], day[day.len() - 2..]);
    let of_year = |year: i16| {
        let day = date(year, month.parse().unwrap(), 1).nth_weekday_of_month(nth, start.weekday()).unwrap();
        (from.to_timestamp(day.to_datetime(start.time())).unwrap(), to)
    };
    (start.year()..=last.year()).map(of_year).collect()
}

fn offset(text: &str) -> Offset {
    let digits = |range: std::ops::Range<usize>| text.get(range).map_or(0, |digits| digits.parse::<i32>().unwrap());
    let seconds = digits(1..3) * 3600 + digits(3..5) * 60 + if text.len() > 5 { digits(5..7) } else { 0 };
    Offset::from_seconds(if text.starts_with('-') { -seconds } else { seconds }).unwrap()
}

/// Compares what a reader of the lines knows with the database, on every fifth day.
#[track_caller]
fn holds(name: &str, first: Date, last: Date) {
    let zone = zone(name);
    let lines = lines(&zone, first, last);
    let onsets = onsets(&lines, last);
    let mut day = first;
    while day <= last {
        for hour in [0, 12, 23] {
            let moment = zone.to_zoned(day.at(hour, 30, 0, 0)).unwrap().timestamp();
            let known = onsets.iter().rfind(|(onset, _)| *onset <= moment).map(|(_, to)| *to);
            assert_eq!(known, Some(zone.to_offset(moment)), "{name} on {day}\n{}", lines.join("\n"));
        }
        day += 5.days();
    }
}

#[test]
fn every_zone_says_in_its_lines_what_the_database_knows() {
    for name in TimeZoneDatabase::bundled().available() {
        holds(name.as_str(), date(2025, 3, 3), date(2028, 2, 1));
        holds(name.as_str(), date(1969, 12, 30), date(1972, 6, 1));
        holds(name.as_str(), date(2005, 1, 1), date(2011, 1, 1));
    }
}
