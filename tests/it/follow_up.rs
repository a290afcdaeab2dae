//! The actions of last time on the page of the meeting that follows.

use crate::fixture::{Hub, hub};

const MEETINGS: &str = "//- data/types/meeting.yaml
folder: meetings
date: date
calendar: {status: state}
fields:
  date: {kind: date}
  state: {kind: choice, choices: [planned, held, cancelled, postponed]}
  follows: {kind: refs, to: [meeting], inverse: followed_by}
  organisers: {kind: refs, to: [organisation]}
  confidentiality: {kind: confidentiality}
outcomes:
  due: {kind: date, role: due}
//- data/types/organisation.yaml
folder: organisations
//- content/meetings/one.nl.md
---
title: Een
date: 2026-01-01
---
## Besluiten {.decisions}

- Besloten. {#d1}

## Acties {.actions}

- [ ] Open van een. {#a1 due=2026-02-01}
- [x] Klaar van een. {#a2}
//- content/meetings/two.nl.md
---
title: Twee
date: 2026-02-01
follows: one
---
## Acties {.actions}

- [x] Klaar van twee. {#a1}
- [ ] Open van twee. {#a2 due=2026-12-01}
//- content/meetings/three.nl.md
---
title: Drie
date: 2026-03-01
follows: two
---
Tekst.
";

fn follow_up(hub: &Hub, page: &str) -> Vec<String> {
    hub.facts(&format!("nl/meetings/{page}/index.html"), "follow-up")
}

#[test]
fn a_meeting_shows_all_of_last_time_and_what_is_open_of_before() {
    let hub = hub(MEETINGS);
    assert_eq!(
        follow_up(&hub, "three"),
        [
            r#"<a href="/nl/meetings/two/#a1">meetings/two#a1</a> done"#,
            r#"<a href="/nl/meetings/two/#a2">meetings/two#a2</a> open"#,
            r#"<a href="/nl/meetings/one/#a1">meetings/one#a1</a> open overdue"#,
        ]
    );
    assert_eq!(
        follow_up(&hub, "two"),
        [
            r#"<a href="/nl/meetings/one/#a1">meetings/one#a1</a> open overdue"#,
            r#"<a href="/nl/meetings/one/#a2">meetings/one#a2</a> done"#
        ]
    );
    assert_eq!(follow_up(&hub, "one"), Vec::<String>::new());
}

#[test]
fn a_chain_goes_on_through_what_was_cancelled_or_postponed() {
    for state in ["cancelled", "postponed"] {
        let off = format!("---\ntitle: Twee\ndate: 2026-02-01\nstate: {state}\nfollows: one\n---\n");
        let hub = hub(MEETINGS).with("content/meetings/two.nl.md", off);
        let last: Vec<String> = follow_up(&hub, "three");
        assert_eq!(last.len(), 2, "{state}: {last:?}");
        assert!(last[1].contains("meetings/one#a2"), "{state}: what was done counts as last time: {last:?}");
    }
}

#[test]
fn what_will_not_take_place_follows_nothing_up() {
    let hub = hub(MEETINGS).edit("content/meetings/three.nl.md", "follows", "state: cancelled\nfollows");
    assert_eq!(follow_up(&hub, "three"), Vec::<String>::new());
}

#[test]
fn a_hidden_meeting_and_one_whose_text_stays_inside_tell_nothing() {
    for line in ["draft: true", "confidentiality: summary"] {
        let hub = hub(MEETINGS).edit("content/meetings/two.nl.md", "title: Twee", &format!("title: Twee\n{line}"));
        let shown = follow_up(&hub, "three");
        assert!(!shown.iter().any(|row| row.contains("two")), "{line}: {shown:?}");
    }
}

#[test]
fn a_circle_ends_and_a_long_list_is_cut() {
    let circle = hub(MEETINGS).edit("content/meetings/one.nl.md", "title: Een", "title: Een\nfollows: [three, one]");
    assert_eq!(follow_up(&circle, "one").len(), 1, "three has none, two has one that is open, and one is itself");
    let many: String = (0..200).map(|number| format!("- [ ] Doen. {{#a{number}}}\n")).collect();
    let text = format!("---\ntitle: Twee\ndate: 2026-02-01\n---\n## Acties {{.actions}}\n\n{many}");
    let long = hub(MEETINGS).with("content/meetings/two.nl.md", text);
    assert_eq!(follow_up(&long, "three").len(), 50);
}
