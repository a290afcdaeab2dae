//! Whether an event is planned, held, cancelled or postponed, and where readers and programs see it.

use crate::fixture::{Hub, check_diagnostics, hub};

/// Meetings whose state is a choice of the site's own words.
const MEETINGS: &str = "//- data/types/meeting.yaml
folder: meetings
path: {nl: bijeenkomsten, en: meetings}
plural: {nl: Bijeenkomsten, en: Meetings}
date: date
data: true
feed: true
calendar:
  start: start
  history: changes
  planned: first
  status: state
  states: {planned: ahead, held: was, cancelled: [off, gone]}
schema_org: {type: Event}
outcomes: {}
fields:
  date: {kind: date, property: startDate}
  start: {kind: datetime}
  first: {kind: datetime}
  changes: {kind: list, of: {kind: text}}
  confidentiality: {kind: confidentiality}
  state:
    kind: choice
    choices:
      ahead: {nl: Komt nog, en: To come}
      was: {nl: Geweest, en: Held}
      off: {nl: Afgelast, en: Cancelled}
      gone: {nl: Vervallen, en: Dropped}
      postponed: {nl: Uitgesteld, en: Postponed}
";

/// A meeting with more lines in its front matter. Today is 2026-06-15.
fn meeting(lines: &str) -> Hub {
    hub(&format!("{MEETINGS}//- content/meetings/m.nl.md\n---\ntitle: Overleg\n{lines}---\nDe tekst.\n"))
        .set("time_zone", "Europe/Amsterdam")
}

/// A file beside the list of the meetings.
fn beside(lines: &str, name: &str) -> String {
    meeting(lines).output(&format!("nl/bijeenkomsten/{name}"))
}

#[test]
fn a_calendar_says_what_became_of_an_event() {
    for (lines, status, sequence, title) in [
        ("date: 2026-07-01\n", "CONFIRMED", 0, "Overleg"),
        ("date: 2026-07-01\nstate: ahead\n", "CONFIRMED", 0, "Overleg"),
        ("date: 2026-07-01\nstate: off\n", "CANCELLED", 1, "Afgelast: Overleg"),
        ("date: 2026-07-01\nstate: gone\nchanges: [a]\n", "CANCELLED", 3, "Vervallen: Overleg"),
        ("date: 2026-07-01\nstate: postponed\n", "TENTATIVE", 1, "Uitgesteld: Overleg"),
        ("date: 2026-07-01\nstate: ahead\nchanges: [a]\n", "CONFIRMED", 2, "Overleg"),
        ("date: 2026-05-01\nstate: was\n", "CONFIRMED", 0, "Overleg"),
    ] {
        let calendar = beside(lines, "calendar.ics");
        for line in [format!("STATUS:{status}"), format!("SEQUENCE:{sequence}"), format!("SUMMARY;LANGUAGE=nl:{title}")]
        {
            assert!(calendar.contains(&format!("\r\n{line}\r\n")), "{lines}: no {line} in {calendar}");
        }
    }
}

#[test]
fn without_a_word_the_day_decides_and_data_say_so() {
    for (lines, id) in [
        ("date: 2026-06-16\n", "ahead"),
        ("date: 2026-06-15\n", "was"),
        ("date: 2026-05-01\n", "was"),
        ("date: 2026-05-01\nstate: ahead\n", "was"),
        ("date: 2026-05-01\nstate: postponed\n", "postponed"),
        ("", "was"),
        ("state: ahead\n", "ahead"),
        ("start: 2026-07-01T10:00\n", "ahead"),
    ] {
        let data = beside(lines, "meeting.json");
        assert!(data.contains(&format!("\"id\": \"{id}\"")), "{lines}: {data}");
    }
    assert!(beside("date: 2026-07-01\n", "meeting.csv").contains("\"Komt nog\""));
}

#[test]
fn a_feed_marks_what_is_off_in_its_title() {
    assert!(beside("date: 2026-07-01\nstate: off\n", "feed.xml").contains("<title>Afgelast: Overleg</title>"));
    assert!(beside("date: 2026-07-01\nstate: off\n", "feed.json").contains("\"Afgelast: Overleg\""));
    let example = beside("date: 2026-07-01\nstate: off\nillustrative: true\n", "feed.xml");
    assert!(example.contains("<title>Afgelast: Overleg (voorbeeld)</title>"), "{example}");
    assert!(beside("date: 2026-07-01\n", "feed.xml").contains("<title>Overleg</title>"));
}

#[test]
fn machines_are_told_with_the_words_of_schema_org() {
    let script =
        r#"{% if page.json_ld %}<script type="application/ld+json">{{ page.json_ld }}</script>{% endif %}</head>"#;
    let told = |lines: &str| {
        let hub = meeting(lines).edit("themes/mini/templates/base.html", "</head>", script);
        hub.page("nl/bijeenkomsten/m/index.html")
    };
    for (lines, word) in [
        ("date: 2026-07-01\n", "EventScheduled"),
        ("date: 2026-05-01\n", "EventScheduled"),
        ("date: 2026-07-01\nstate: off\n", "EventCancelled"),
        ("date: 2026-07-01\nstate: postponed\n", "EventPostponed"),
        ("date: 2026-07-01\nstart: 2026-07-01T10:00\nfirst: 2026-07-01T09:00\n", "EventRescheduled"),
        ("date: 2026-05-01\nstart: 2026-05-01T10:00\nfirst: 2026-05-01T09:00\n", "EventScheduled"),
        ("date: 2026-05-01\nfirst: 2026-04-01T09:00\n", "EventRescheduled"),
    ] {
        let data = told(lines);
        assert!(data.contains(&format!("\"eventStatus\":\"https://schema.org/{word}\"")), "{lines}: {data}");
    }
    let moved = told("date: 2026-05-01\nfirst: 2026-04-01T09:00\n");
    assert!(moved.contains("\"previousStartDate\":\"2026-04-01T09:00:00\""), "{moved}");
}

#[test]
fn pages_and_cards_have_the_state_and_its_label() {
    let hub = meeting("date: 2026-07-01\nstate: off\n");
    assert_eq!(hub.facts("nl/bijeenkomsten/m/index.html", "event"), ["cancelled Afgelast"]);
    assert_eq!(hub.facts("en/meetings/m/index.html", "event"), ["cancelled Cancelled"]);
    let held = meeting("date: 2026-05-01\n");
    assert_eq!(held.facts("nl/bijeenkomsten/m/index.html", "event"), ["held Geweest"]);
}

#[test]
fn what_cannot_be_is_told() {
    check_diagnostics(&format!(
        "{MEETINGS}//- content/meetings/future.nl.md
---
title: Overleg
date: 2026-07-01
state: was
^^^^^ //~ warning[event-status]: this meeting was held on a day that is still to come: 2026-07-01
---
//- content/meetings/off.nl.md
---
title: Overleg
date: 2026-05-01
state: off
^^^^^ //~ warning[event-status]: this meeting was cancelled, and its text has outcomes
---
## Besluiten {{.decisions}}

- Doen. {{#d1}}
^^^^^^^^^^^^^ //~ also: the first of them
//- content/meetings/later.nl.md
---
title: Overleg
state: postponed
---
"
    ));
}

#[test]
fn a_declaration_says_what_every_choice_means() {
    let types = |calendar: &str, field: &str| {
        check_diagnostics(&format!(
            "//- data/types/meeting.yaml\nfolder: meetings\ndate: date\n{calendar}fields:\n  date: {{kind: date}}\n  state: {field}\n"
        ));
    };
    types("calendar: {status: state}\n", "{kind: choice, choices: [held, planned]}");
    types(
        "calendar: {status: state}
          ^ //~ error[schema-invalid]: nothing says what became of an event that is `odd`
",
        "{kind: choice, choices: [held, odd]}",
    );
    types(
        "calendar: {status: state}
                   ^^^^^ //~ error[schema-invalid]: the field `state` is not a shared `choice`
",
        "{kind: choice, private: true, choices: [held]}",
    );
    types(
        "calendar: {status: state, states: {held: [held, gone]}}
                                                ^^^^ //~ error[schema-invalid]: `gone` is not one of the choices
",
        "{kind: choice, choices: [held]}",
    );
}
