//! Deadlines of outcomes: how they are written in notes, shown, sorted and told to machines, and when they are over.

use crate::fixture::{Hub, check_diagnostics, hub};

const TYPES: &str = r"
//- data/types/meeting.yaml
folder: meetings
path: meetings
label: Meeting
plural: Meetings
date: date
calendar:
  status: state
fields:
  date: {kind: date}
  state: {kind: choice, choices: {planned: Planned, held: Held, cancelled: Cancelled, postponed: Postponed}}
  after: {kind: refs, to: [meeting], inverse: next, label: After}
outcomes:
  due: {kind: deadline, role: due, label: Due, words: {next-meeting: {nl: [kernteam]}}}
registers:
  actions:
    path: actions
    label: Actions
    overdue: Overdue
";

/// The notes of a meeting on 1 December 2026.
fn notes(actions: &str) -> String {
    format!(
        "{TYPES}//- content/meetings/m.nl.md\n---\ntitle: M\ndate: 2026-12-01\n---\n## A {{.actions}}\n\n{actions}\n"
    )
}

fn meeting(actions: &str) -> Hub {
    hub(&notes(actions))
}

/// The due dates of the register as data.
fn dues(hub: &Hub) -> Vec<String> {
    let data: serde_json::Value = serde_json::from_str(&hub.output("nl/actions/actions.json")).expect("JSON");
    let rows = data["items"].as_array().expect("rows");
    rows.iter().map(|row| row["due"].as_str().unwrap_or("none").to_owned()).collect()
}

#[test]
fn a_deadline_is_read_in_the_language_of_the_notes() {
    let hub = meeting(
        "- [ ] A {#a1 due=2027-02-01}\n- [ ] B {#a2 due=\"1 februari 2027\"}\n- [ ] C {#a3 due=\"Q1 2027\"}\n\
         - [ ] D {#a4 due=\"volgende vergadering\"}\n- [ ] E {#a5 due=Kernteam}\n- [ ] F {#a6 due=doorlopend}\n\
         - [ ] G {#a7 due=15-01}\n- [ ] H {#a8 due=2027-02~}",
    );
    assert_eq!(hub.codes(), ["outcome-invalid"], "`15-01` may be a range");
    let hub = hub.edit("content/meetings/m.nl.md", "due=15-01", "due=\"15 januari\"");
    assert_eq!(hub.codes(), [""; 0]);
    assert_eq!(
        dues(&hub),
        ["2027-01-15", "2027-02-01", "2027-02-01", "2027-02~", "2027-33", "next-meeting", "next-meeting", "ongoing"]
    );
}

#[test]
fn what_is_no_deadline_is_told_with_what_to_write() {
    check_diagnostics(&notes(
        "- [ ] A {#a1 due=binnenkort}
                 ^^^^^^^^^^ //~ error[outcome-invalid]: `binnenkort` is not a date that can be read here
- [ ] B {#a2 due=31-02-2027}
                 ^^^^^^^^^^ //~ error[outcome-invalid]: there is no day `31-02-2027`
- [ ] C {#a3 due=2026-02-01}
             ^^^^^^^^^^^^^^ //~ warning[outcome-due]: `#a3` is due on 2026-02-01, before this meeting of 2026-12-01
- [ ] D {#a4 due=1405-11-12}
                 ^^^^^^^^^^ //~ error[outcome-invalid]: `1405-11-12` has the year 1405, which is far away or one of another calendar",
    ));
}

#[test]
fn a_next_meeting_that_nobody_planned_is_told_after_this_one() {
    let put_off = meeting("- [ ] A {#a1 due=next-meeting}\n- [x] B {#a2 due=next-meeting}");
    assert_eq!(put_off.codes(), [""; 0], "it is still to come");
    assert_eq!(put_off.clone().clock("2026-12-02").codes(), ["outcome-without-next"], "one is done already");
    let mut strict = put_off.clock("2026-12-02");
    strict.request.strict = true;
    assert!(!strict.names().is_empty(), "it stops nothing");
}

#[test]
fn an_outcome_is_overdue_when_its_period_is_over() {
    for (due, last) in [
        ("2027-02-01", "2027-02-01"),
        ("2027-02", "2027-02-28"),
        ("2027-Q1", "2027-03-31"),
        ("2027-33", "2027-03-31"),
        ("2027-21", "2027-05-31"),
        ("2027", "2027-12-31"),
        ("\"eind februari\"", "2027-02-28"),
    ] {
        let hub = meeting(&format!("- [ ] A {{#a1 due={due}}}"));
        assert!(!is_overdue(&hub, last), "{due} on {last}");
        let after: jiff::civil::Date = last.parse().expect("a day");
        assert!(is_overdue(&hub, &after.tomorrow().expect("a day").to_string()), "{due} after {last}");
    }
    for due in ["ongoing", "unknown", "next-meeting"] {
        assert!(!is_overdue(&meeting(&format!("- [ ] A {{#a1 due={due}}}")), "2090-01-01"), "{due}");
    }
}

/// Whether the register has a page of what is late on a day.
fn is_overdue(hub: &Hub, day: &str) -> bool {
    hub.clone().clock(day).names().iter().any(|name| name == "nl/actions/overdue/index.html")
}

#[test]
fn the_next_meeting_is_the_first_that_takes_place() {
    let later = |name: &str, day: &str, rest: &str| {
        format!("//- content/meetings/{name}.nl.md\n---\ntitle: {name}\ndate: {day}\n{rest}\n---\n")
    };
    let chain = |more: &[String]| hub(&format!("{}{}", notes("- [ ] A {#a1 due=next-meeting}"), more.concat()));
    let last_day = |hub: &Hub| {
        let days = ["2027-01-10", "2027-02-10", "2027-03-10"];
        let late =
            |day: &str| is_overdue(hub, &day.parse::<jiff::civil::Date>().unwrap().tomorrow().unwrap().to_string());
        days.into_iter().find(|day| !is_overdue(hub, day) && late(day)).unwrap_or("none")
    };
    let next = later("next", "2027-01-10", "after: m");
    let off = later("next", "2027-01-10", "after: m\nstate: cancelled");
    let postponed = later("next", "2027-01-10", "after: m\nstate: postponed");
    let third = later("third", "2027-02-10", "after: next");
    let other = later("other", "2027-03-10", "after: [m, next]");
    assert_eq!(last_day(&chain(&[])), "none");
    assert_eq!(last_day(&chain(std::slice::from_ref(&next))), "2027-01-10");
    assert_eq!(last_day(&chain(&[next.clone(), third.clone(), other.clone()])), "2027-01-10");
    assert_eq!(last_day(&chain(std::slice::from_ref(&off))), "none");
    assert_eq!(last_day(&chain(&[off, third.clone()])), "2027-02-10", "through one that was cancelled");
    assert_eq!(last_day(&chain(&[postponed, third, other])), "2027-02-10", "the first of two");
    let circle = later("next", "2027-01-10", "after: [m, next]\nstate: cancelled");
    assert_eq!(last_day(&chain(&[circle])), "none");
}

#[test]
fn lists_have_parts_for_the_years_of_deadlines() {
    let names = meeting("- [ ] A {#a1 due=2027-02}\n- [ ] B {#a2 due=2028}\n- [ ] C {#a3 due=ongoing}").names();
    for year in ["2027", "2028"] {
        assert!(names.contains(&format!("nl/actions/due/{year}/index.html")), "{names:?}");
    }
}
