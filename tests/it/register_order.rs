//! The order of registers: what is to be done first stands first.

use crate::fixture::{Hub, hub};

const TYPE: &str = r"
//- data/types/meeting.yaml
folder: meetings
label: Meeting
plural: Meetings
date: date
fields:
  date: {kind: date}
  follows: {kind: ref, to: [meeting]}
outcome_kinds:
  action: {class: actions, box: true, label: Action}
  decision: {class: decisions, label: Decision}
outcomes:
  due: {kind: deadline, follows: follows, role: due, label: Due}
  status:
    kind: choice
    role: state
    states: {open: open, dropped: dropped}
    choices: {open: Open, dropped: Dropped}
registers:
  actions: {follow: true, path: actions, label: Actions}
  decisions: {follow: true, path: decisions, label: Decisions}
";

const OLD: &str = "//- content/meetings/old.nl.md
---
title: Oud
date: 2025-01-10
---
## Acties {.actions}

- [ ] A {#month due=2026-02}
- [ ] B {#late due=2025-03-01}
- [ ] C {#open1}
- [x] D {#done due=2024-01-01}
- [ ] E {#tie due=2026-03-01}

## Besluiten {.decisions}

- F {#old}
";

const NEW: &str = "//- content/meetings/new.nl.md
---
title: Nieuw
date: 2026-01-10
---
## Acties {.actions}

- [ ] A {#open2 status=open}
- [ ] B {#year due=2026}
- [ ] C {#tie due=2026-03-01}
- D {#dropped status=dropped due=2025-01-01}
- [ ] E {#day due=2026-02-27}

## Besluiten {.decisions}

- F {#new1 due=2026-12-01}
- G {#new2 due=2026-01-01}
";

fn ids(site: &Hub, file: &str) -> Vec<String> {
    site.facts(file, "row").iter().map(|row| id_of(row)).collect()
}

/// `old#a1` of `<a href="…">meetings/old#a1</a> open`.
fn id_of(row: &str) -> String {
    let text = row.split_once('>').map_or(row, |(_, text)| text);
    text.split('<').next().unwrap_or(text).trim_start_matches("meetings/").to_owned()
}

#[test]
fn what_is_due_first_stands_first_then_what_is_open_then_what_is_closed() {
    let ordered = [
        "old#late",
        "new#day",
        "old#month",
        "new#tie",
        "old#tie",
        "new#year",
        "new#open2",
        "old#open1",
        "new#dropped",
        "old#done",
    ];
    let site = hub(&format!("{TYPE}{OLD}{NEW}"));
    assert_eq!(ids(&site, "nl/actions/index.html"), ordered);
    // Files are read in any order.
    assert_eq!(ids(&hub(&format!("{TYPE}{NEW}{OLD}")), "nl/actions/index.html"), ordered);
    let data: serde_json::Value = serde_json::from_str(&site.output("nl/actions/actions.json")).unwrap();
    let of_data: Vec<&str> = data["items"].as_array().unwrap().iter().filter_map(|item| item["id"].as_str()).collect();
    assert_eq!(of_data, ordered.map(|id| format!("meetings/{id}")));
    // A part has the order of the whole.
    assert_eq!(
        ids(&site, "nl/actions/date/2025/index.html"),
        ["old#late", "old#month", "old#tie", "old#open1", "old#done"]
    );
}

#[test]
fn what_cannot_be_late_stays_with_the_newest_first() {
    let site = hub(&format!("{TYPE}{OLD}{NEW}"));
    assert_eq!(ids(&site, "nl/decisions/index.html"), ["new#new1", "new#new2", "old#old"]);
}

#[test]
fn what_is_due_at_the_next_meeting_stands_by_the_day_of_that() {
    let old = OLD.replace("#open1}", "#open1 due=next-meeting}");
    let new = NEW.replace("date: 2026-01-10", "date: 2026-01-10\nfollows: old");
    let site = hub(&format!("{TYPE}{old}{new}"));
    assert_eq!(ids(&site, "nl/actions/index.html")[..3], ["old#late", "old#open1", "new#day"]);
}

#[test]
fn feeds_tell_what_is_new_whatever_is_urgent() {
    let feed = hub(&format!("{TYPE}{OLD}{NEW}")).output("nl/actions/feed.xml");
    let places = ["new%23open2", "new%23day", "old%23month", "old%23late"].map(|id| feed.find(id));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} {feed}");
}
