//! The calendar of a type, line by line; and dates that may not come before others.

use proptest::prelude::*;
use samen::feed::content_line::{escape, fold};

use crate::fixture::{Hub, check_diagnostics, hub};
use crate::never_panics::cases;

const MEETINGS: &str = "//- data/types/meeting.yaml
folder: meetings
path: {nl: bijeenkomsten, en: meetings}
plural: {nl: Bijeenkomsten, en: Meetings}
date: date
calendar: {start: start, end: end, place: city, history: changes}
fields:
  date: {kind: date}
  start: {kind: datetime}
  end: {kind: datetime, not_before: start}
  city: {kind: place}
  changes: {kind: list, of: {kind: text}}
  confidentiality: {kind: confidentiality}
//- data/places.yaml
label: Steden
terms:
  den-haag: {label: {nl: Den Haag, en: The Hague}}
//- content/meetings/day.nl.md
---
title: 'Overleg; over a, b en c\\d'
description: 'Eén dag'
date: 2024-03-31
---
De tekst.
";

/// A meeting with more lines in its front matter.
fn meeting(lines: &str) -> Hub {
    hub(&format!("{MEETINGS}//- content/meetings/one.nl.md\n---\ntitle: Eén\n{lines}---\nDe tekst.\n"))
}

/// The lines of a calendar as they are meant, unfolded.
fn unfolded(calendar: &str) -> Vec<String> {
    calendar.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

/// The lines of each event, between its start and its end.
fn events(hub: &Hub, file: &str) -> Vec<Vec<String>> {
    let lines = unfolded(&hub.output(file));
    let inside = |part: &[String]| part.iter().take_while(|line| *line != "END:VEVENT").cloned().collect();
    lines.split(|line| line == "BEGIN:VEVENT").skip(1).map(inside).collect()
}

/// The lines of the event of `meetings/one`.
fn the_one(hub: &Hub) -> Vec<String> {
    let events = events(hub, "nl/bijeenkomsten/calendar.ics");
    events.into_iter().find(|event| !event[0].starts_with("UID:meetings/day@")).expect("the event is there")
}

/// The lines of the event of `meetings/one` that start so.
fn said(hub: &Hub, name: &str) -> Vec<String> {
    the_one(hub).iter().filter(|line| line.starts_with(name)).cloned().collect()
}

#[test]
fn a_calendar_is_written_as_rfc_5545_asks() {
    let expected = "BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//samen//samen//EN
CALSCALE:GREGORIAN
NAME;LANGUAGE=nl:Bijeenkomsten – Proef
X-WR-CALNAME:Bijeenkomsten – Proef
URL:https://hub.example/nl/bijeenkomsten/
SOURCE;VALUE=URI:https://hub.example/nl/bijeenkomsten/calendar.ics
REFRESH-INTERVAL;VALUE=DURATION:P1D
BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:meetings/day@hub.example
DTSTAMP:20240331T000000Z
SEQUENCE:0
DTSTART;VALUE=DATE:20240331
SUMMARY;LANGUAGE=nl:Overleg\\; over a\\, b en c\\\\d
DESCRIPTION;LANGUAGE=nl:Eén dag
URL:https://hub.example/nl/bijeenkomsten/day/
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
";
    let hub = hub(MEETINGS).set("time_zone", "Europe/Amsterdam");
    assert_eq!(hub.output("nl/bijeenkomsten/calendar.ics"), expected.replace('\n', "\r\n"));
}

#[test]
fn a_time_is_told_in_its_zone_and_a_place_by_its_label() {
    let hub = meeting("date: 2024-05-06\nstart: 2024-05-06T09:30\nend: 2024-05-06T17:00\ncity: den-haag\n")
        .set("time_zone", "Europe/Amsterdam");
    assert_eq!(
        said(&hub, "DT")[1..],
        ["DTSTART;TZID=Europe/Amsterdam:20240506T093000", "DTEND;TZID=Europe/Amsterdam:20240506T170000"]
    );
    assert_eq!(said(&hub, "LOCATION"), ["LOCATION:Den Haag"]);
}

/// The zone of a calendar with one event at `start`, without the first and last line, each part in a line of its own.
fn zone(name: &str, start: &str) -> String {
    let calendar = meeting(&format!("start: {start}\n"))
        .without("content/meetings/day.nl.md")
        .set("time_zone", name)
        .output("nl/bijeenkomsten/calendar.ics");
    let (_, rest) = calendar.split_once("BEGIN:VTIMEZONE\r\n").unwrap();
    let (zone, rest) = rest.split_once("END:VTIMEZONE\r\n").unwrap();
    assert!(rest.contains(&format!("DTSTART;TZID={name}:{}", start.replace(['-', ':'], "") + "00")), "{calendar}");
    zone.replace("\r\nEND:", "\nEND:")
        .replace("\r\n", " ")
        .replace("BEGIN:", "\n")
        .replace(" \n", "\n")
        .trim()
        .to_owned()
}

#[test]
fn a_zone_tells_its_rule_or_the_change_that_is_in_force() {
    for (name, start, expected) in [
        (
            "Australia/Sydney",
            "2026-01-15T09:30",
            "TZID:Australia/Sydney
STANDARD DTSTART:20080406T030000 RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU TZOFFSETFROM:+1100 TZOFFSETTO:+1000 TZNAME:AEST
END:STANDARD
DAYLIGHT DTSTART:20081005T020000 RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU TZOFFSETFROM:+1000 TZOFFSETTO:+1100 TZNAME:AEDT
END:DAYLIGHT",
        ),
        (
            // No summer time since 2019.
            "America/Sao_Paulo",
            "2026-01-15T09:30",
            "TZID:America/Sao_Paulo
STANDARD DTSTART:20190217T000000 TZOFFSETFROM:-0200 TZOFFSETTO:-0300 TZNAME:-03
END:STANDARD",
        ),
        (
            "America/Sao_Paulo",
            "2018-12-01T09:30",
            "TZID:America/Sao_Paulo
DAYLIGHT DTSTART:20181104T000000 TZOFFSETFROM:-0300 TZOFFSETTO:-0200 TZNAME:-02
END:DAYLIGHT",
        ),
        (
            "Africa/Mogadishu",
            "2026-01-15T09:30",
            "TZID:Africa/Mogadishu
STANDARD DTSTART:19420801T000000 TZOFFSETFROM:+0245 TZOFFSETTO:+0300 TZNAME:EAT
END:STANDARD",
        ),
        (
            "Asia/Kathmandu",
            "2026-01-15T09:30",
            "TZID:Asia/Kathmandu
STANDARD DTSTART:19860101T000000 TZOFFSETFROM:+0530 TZOFFSETTO:+0545 TZNAME:+0545
END:STANDARD",
        ),
        (
            "UTC",
            "2026-01-15T09:30",
            "TZID:UTC
STANDARD DTSTART:19700101T000000 TZOFFSETFROM:+0000 TZOFFSETTO:+0000 TZNAME:UTC
END:STANDARD",
        ),
    ] {
        assert_eq!(zone(name, start), expected);
    }
}

#[test]
fn an_event_before_the_rule_of_its_zone_has_the_changes_of_its_time() {
    let amsterdam = zone("Europe/Amsterdam", "1994-07-01T09:30");
    let starts: Vec<&str> = amsterdam.split(' ').filter(|word| word.starts_with("DTSTART:")).collect();
    assert_eq!(starts, ["DTSTART:19940327T020000", "DTSTART:19940925T030000"], "{amsterdam}");
}

#[test]
fn a_site_that_names_no_zone_has_the_times_of_utc() {
    assert_eq!(said(&meeting("start: 2024-05-06T09:30\n"), "DTSTART"), ["DTSTART;TZID=UTC:20240506T093000"]);
}

#[test]
fn a_zone_is_one_of_the_database() {
    check_diagnostics(
        "//- samen.yaml
name: Proef
base_url: https://hub.example/
languages: [nl, en]
theme: mini
time_zone: Europe/Amsterdan
           ^^^^^^^^^^^^^^^^ //~ error[config-invalid]: there is no time zone `Europe/Amsterdan`
",
    );
    let help = |zone: &str| {
        hub("").set("time_zone", zone).check().items()[0].help.as_ref().map(ToString::to_string).unwrap_or_default()
    };
    assert_eq!(help("Europe/Amsterdan"), "did you mean `Europe/Amsterdam`?");
    assert_eq!(help("CET in summer"), "name one of the IANA time zones, such as `UTC` or `Asia/Kathmandu`");
}

#[test]
fn a_time_without_a_zone_is_told_once_and_a_day_needs_none() {
    let times = "start: 2024-05-06T09:30\nend: 2024-05-06T17:00\n";
    let two = meeting(times).with("content/meetings/two.nl.md", format!("---\ntitle: Twee\n{times}---\nDe tekst.\n"));
    assert_eq!(two.codes(), ["time-zone-missing"]);
    let found = two.check();
    let place = found.items()[0].at.as_ref().expect("a place");
    assert_eq!(&*place.file, "content/meetings/one.nl.md");
    assert!(two.set("time_zone", "UTC").codes().is_empty());
    assert!(meeting("date: 2024-05-06\n").codes().is_empty());
}

#[test]
fn an_event_that_ends_as_it_starts_has_no_end() {
    let hub = meeting("start: 2024-05-06T09:30\nend: 2024-05-06T09:30\n");
    assert_eq!(said(&hub, "DTSTART").len(), 1);
    assert_eq!(said(&hub, "DTEND").len(), 0);
}

#[test]
fn what_says_no_day_is_no_event() {
    let hub = meeting("city: den-haag\n");
    assert_eq!(events(&hub, "nl/bijeenkomsten/calendar.ics").len(), 1, "the other one");
    assert!(hub.names().contains(&"nl/bijeenkomsten/one/index.html".to_owned()));
}

#[test]
fn an_event_is_stamped_by_its_own_days_and_never_by_today() {
    let stamp = |lines: &str| said(&meeting(lines), "DTSTAMP").concat();
    assert_eq!(stamp("date: 2024-05-06\n"), "DTSTAMP:20240506T000000Z");
    assert_eq!(stamp("date: 2024-05-06\nupdated: 2024-04-01\n"), "DTSTAMP:20240401T000000Z");
    assert_eq!(stamp("start: 2024-05-06T10:00\n"), "DTSTAMP:19700101T000000Z");
    let day = |clock: &str| hub(MEETINGS).clock(clock).output("nl/bijeenkomsten/calendar.ics");
    assert_eq!(day("2026-01-01"), day("2027-12-31"));
}

#[test]
fn every_change_after_the_announcement_counts() {
    let sequence = |lines: &str| said(&meeting(&format!("date: 2024-05-06\n{lines}")), "SEQUENCE").concat();
    assert_eq!(sequence(""), "SEQUENCE:0");
    assert_eq!(sequence("changes: [een andere zaal, een uur later]\n"), "SEQUENCE:2");
}

#[test]
fn a_reader_of_another_language_sees_the_event_in_the_language_that_it_has() {
    let hub = meeting("date: 2024-05-06\ncity: den-haag\ndescription: Over werk\n")
        .with("content/meetings/day.en.md", "---\ntitle: Talks\ntranslation: {source: nl, state: reviewed}\n---\n");
    let events = events(&hub, "en/meetings/calendar.ics");
    let line = |event: usize, name: &str| events[event].iter().find(|line| line.starts_with(name)).cloned();
    assert_eq!(line(0, "SUMMARY").unwrap(), "SUMMARY;LANGUAGE=nl:Eén");
    assert_eq!(line(0, "DESCRIPTION").unwrap(), "DESCRIPTION;LANGUAGE=nl:Over werk");
    assert_eq!(line(0, "LOCATION").unwrap(), "LOCATION:The Hague");
    assert_eq!(line(0, "URL").unwrap(), "URL:https://hub.example/en/meetings/one/");
    assert_eq!(line(1, "SUMMARY").unwrap(), "SUMMARY;LANGUAGE=en:Talks");
    assert_eq!(line(1, "UID").unwrap(), "UID:meetings/day@hub.example", "the same event in all languages");
}

#[test]
fn an_invented_event_says_so() {
    let hub = meeting("date: 2024-05-06\nillustrative: true\n");
    assert_eq!(said(&hub, "SUMMARY"), ["SUMMARY;LANGUAGE=nl:Eén (voorbeeld)"]);
}

#[test]
fn a_withheld_event_tells_nothing_of_its_text() {
    let hub = meeting("date: 2024-05-06\ndescription: Kort\nconfidentiality: summary\n");
    assert_eq!(said(&hub, "DESCRIPTION"), ["DESCRIPTION;LANGUAGE=nl:Kort"]);
    assert!(!hub.output("nl/bijeenkomsten/calendar.ics").contains("De tekst"));
}

#[test]
pub fn a_closed_event_is_not_there() {
    let hub = meeting("date: 2024-05-06\nconfidentiality: closed\n");
    assert_eq!(events(&hub, "nl/bijeenkomsten/calendar.ics").len(), 1, "the other one");
}

#[test]
fn a_sensitive_event_goes_by_its_neutral_title_and_says_no_more() {
    let text = "date: 2024-05-06\ndescription: Over geweld\nneutral_title: Afspraak\n";
    let open = meeting(text);
    assert_eq!(said(&open, "SUMMARY"), ["SUMMARY;LANGUAGE=nl:Eén"], "it is not sensitive");
    let hub = meeting(&format!("{text}sensitive: true\n"));
    assert_eq!(said(&hub, "SUMMARY"), ["SUMMARY;LANGUAGE=nl:Afspraak"]);
    assert_eq!(said(&hub, "DESCRIPTION"), Vec::<String>::new());
    assert_eq!(said(&hub, "URL"), Vec::<String>::new(), "its address names it");
    let unnamed = meeting("date: 2024-05-06\nsensitive: true\n");
    assert_eq!(said(&unnamed, "SUMMARY"), ["SUMMARY;LANGUAGE=nl:Proef"]);
    assert_eq!(said(&unnamed, "UID"), said(&hub, "UID"), "an event keeps its id");
    for hub in [&hub, &unnamed] {
        let event = the_one(hub);
        assert!(!event.iter().any(|line| line.contains("one") || line.contains("Eén")), "{event:?}");
    }
    let english = "---\ntitle: One\nneutral_title: Appointment\ntranslation: {source: nl, state: reviewed}\n---\n";
    let calendar = hub.with("content/meetings/one.en.md", english).output("en/meetings/calendar.ics");
    assert!(calendar.contains("SUMMARY;LANGUAGE=en:Appointment\r\n"), "{calendar}");
}

#[test]
fn the_calendar_is_announced_on_its_page_and_linked_on_the_page_of_each_meeting() {
    let hub = hub(MEETINGS);
    let link =
        r#"<link rel="alternate" type="text/calendar" title="Bijeenkomsten" href="/nl/bijeenkomsten/calendar.ics">"#;
    assert!(hub.page("nl/bijeenkomsten/index.html").contains(link));
    assert!(hub.page("nl/index.html").contains(link));
    let fact = ["Bijeenkomsten /nl/bijeenkomsten/calendar.ics text/calendar"];
    assert_eq!(hub.facts("nl/bijeenkomsten/day/index.html", "calendar"), fact);
}

#[test]
fn a_type_without_calendar_has_none() {
    let hub = hub("//- content/pages/a.nl.md\n---\ntitle: A\n---\n");
    assert!(!hub.names().iter().any(|name| name.ends_with(".ics")));
    assert_eq!(hub.facts("nl/a/index.html", "calendar"), Vec::<String>::new());
}

#[test]
fn a_calendar_names_fields_that_say_when_and_where() {
    check_diagnostics(
        "//- data/types/meeting.yaml
folder: meetings
calendar:
  start: city
         ^^^^ //~ error[schema-invalid]: the field `city` is not a `datetime`
  end: ennd
       ^^^^ //~ error[schema-invalid]: there is no field `ennd` in this type
  place: end
         ^^^ //~ error[schema-invalid]: the field `end` is not a `place`
  history: city
           ^^^^ //~ error[schema-invalid]: the field `city` is not a `list`
  colour: red
  ^^^^^^ //~ error[unknown-key]: there is no setting `colour` here
fields:
  city: {kind: place}
  end: {kind: datetime}
//- data/types/news.yaml
folder: news
calendar: {place: city}
          ^ //~ error[schema-invalid]: nothing says when: set `start` here, or `date` of the type
fields:
  city: {kind: place}
",
    );
}

#[test]
fn what_ends_before_it_starts_is_told_at_its_place() {
    check_diagnostics(
        "//- data/types/meeting.yaml
folder: meetings
fields:
  start: {kind: datetime}
  end: {kind: datetime, not_before: start}
  first: {kind: date}
  last: {kind: date, not_before: first}
  run: {kind: datetime, not_before: first}
  term: {kind: group, fields: {from: {kind: date}, until: {kind: date, not_before: from}}}
outcomes:
  begun: {kind: date}
  due: {kind: date, not_before: begun}
//- content/meetings/wrong.nl.md
---
title: Fout
start: 2024-05-06T10:00
^^^^^ //~ also: it starts here
end: 2024-05-06T09:59
^^^ //~ error[field-invalid]: it ends before it starts: `end` is 2024-05-06T09:59, `start` is 2024-05-06T10:00
first: 2024-05-06
^^^^^ //~ also: it starts here
last: 2023-05-06
^^^^ //~ error[field-invalid]: it ends before it starts: `last` is 2023-05-06, `first` is 2024-05-06
term: {from: 2024-05-06, until: 2024-05-05}
       ^^^^ //~ also: it starts here
                         ^^^^^ //~ error[field-invalid]: it ends before it starts: `until` is 2024-05-05, `from` is
---
## Acties {.actions}

- Doen {#a1 begun=2024-02-02 due=2024-02-01}
            ^^^^^^^^^^^^^^^^ //~ also: it starts here
                             ^^^^^^^^^^^^^^ //~ error[outcome-invalid]: it ends before it starts
//- content/meetings/right.nl.md
---
title: Goed
start: 2024-05-06T10:00
end: 2024-05-06T10:00
first: 2024-05-06
last: 2024-05-06
run: 2024-05-06T00:00
---
//- content/meetings/half.nl.md
---
title: Half
end: 2024-05-06T10:00
---
",
    );
}

#[test]
fn a_date_is_not_before_another_date_beside_it() {
    check_diagnostics(
        "//- data/types/meeting.yaml
folder: meetings
fields:
  start: {kind: date}
  end: {kind: date, not_before: strat}
                                ^^^^^ //~ error[schema-invalid]: there is no date `strat` beside this one
  city: {kind: text, not_before: start}
                                 ^^^^^ //~ error[schema-invalid]: only a `date` or `datetime` is `not_before` another
  self: {kind: date, not_before: self}
                                 ^^^^ //~ error[schema-invalid]: there is no date `self` beside this one
  days: {kind: list, of: {kind: date, not_before: start}}
                                      ^^^^^^^^^^ //~ error[unknown-key]: there is no setting `not_before` here
",
    );
}

#[test]
fn long_lines_are_folded_in_front_of_a_character() {
    let line = format!("SUMMARY:{}é", "a".repeat(66));
    assert_eq!(fold(&line), format!("SUMMARY:{}\r\n é\r\n", "a".repeat(66)));
    assert_eq!(fold("SUMMARY:short"), "SUMMARY:short\r\n");
}

#[test]
fn a_text_keeps_its_lines_and_loses_what_no_calendar_may_hold() {
    assert_eq!(escape("a;b,c\\d\r\ne\tf\u{7}\u{85}"), "a\\;b\\,c\\\\d\\ne\tf");
}

proptest! {
    #![proptest_config(cases(256))]
    #[test]
    fn folding_splits_no_character_and_unfolding_gives_the_text_back(text in "[^\r\n]{0,200}|[ء-ي ]{0,200}|[ሀ-ፚ🎉 ]{0,120}") {
        let folded = fold(&text);
        // Lines cut at bytes are texts of their own only where no character was split.
        let lines: Vec<&str> = folded.as_bytes().split(|byte| *byte == b'\n').map(|line| std::str::from_utf8(line).unwrap()).collect();
        let (end, lines) = lines.split_last().unwrap();
        prop_assert_eq!(*end, "");
        for (number, line) in lines.iter().enumerate() {
            prop_assert!(line.ends_with('\r') && line.len() - 1 <= 75, "{} bytes", line.len() - 1);
            prop_assert!(number == 0 || line.starts_with(' '));
        }
        prop_assert_eq!(folded.replace("\r\n ", ""), format!("{text}\r\n"));
    }
}
