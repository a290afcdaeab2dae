//! Roles of the fields of outcomes: by when, who, how far. No name of a field or choice means anything by itself.

use crate::fixture::{Hub, check_diagnostics, hub};

/// Notes of a type with words of its own; `since` stands before the day that counts, in the type and in the notes.
const SESSIONS: &str = r"
//- data/types/session.yaml
folder: sessions
path: sessions
label: Session
plural: Sessions
date: date
fields:
  date: {kind: date}
outcomes:
  since: {kind: date}
  until: {kind: date, role: due}
  taken_by: {kind: text, role: owner}
  progress:
    kind: choice
    role: state
    states: {open: [new, waiting], in-progress: busy, done: [ready, paid], dropped: gone, superseded: replaced}
    choices: {paid: Betaald, ready: Klaar, busy: Bezig, waiting: Wacht, new: Nieuw, gone: Vervallen, replaced: Vervangen}
  status: {kind: choice, choices: [done, open]}
  replaced_by: {kind: outcome, came: after}
registers:
  actions:
    path: acties
    label: Acties
    overdue: Te laat
//- content/sessions/one.nl.md
---
title: Een
date: 2025-01-10
---
## Acties {.actions}

- [ ] Te laat, lang bezig {#a1 since=2020-01-01 until=2026-06-14}
- [ ] Op tijd, lang bezig {#a2 since=2020-01-01 until=2099-01-01}
- [ ] Geen dag {#a3 since=2020-01-01}
- [ ] Andere volgorde {#a4 until=2026-06-14 since=2020-01-01}
- [x] Af {#a5 until=2026-06-14}
- Betaald {#a6 until=2026-06-14 progress=paid}
- [ ] Wacht {#a7 until=2026-06-14 progress=waiting status=done}
- [ ] Weg {#a8 until=2026-06-14 progress=gone}
- [ ] Vervangen {#a9 until=2026-06-14 replaced_by=#a1}
";

/// The id, state and delay of each outcome.
fn rows(site: &Hub) -> Vec<String> {
    let rows = site.facts("nl/acties/index.html", "row");
    rows.iter()
        .map(|row| row.split_once('#').and_then(|(_, row)| row.split_once('#')).unwrap().1.replace("</a>", ""))
        .collect()
}

#[test]
fn what_is_overdue_hangs_on_the_day_with_that_role_whatever_stands_before_it() {
    let site = hub(SESSIONS);
    assert_eq!(
        rows(&site),
        [
            "a1 open overdue",
            "a4 open overdue",
            "a7 open overdue",
            "a2 open",
            "a3 open",
            "a5 done",
            "a6 done",
            "a8 dropped",
            "a9 superseded replaced_by=sessions/one#a1",
        ]
    );
    let overdue = ["3 <a href=\"/nl/acties/te-laat/\">Te laat</a>"];
    assert_eq!(site.facts("nl/acties/index.html", "overdue"), overdue, "the page of what is overdue agrees");
    assert_eq!(site.facts("nl/acties/te-laat/index.html", "row").len(), 3);
}

#[test]
fn a_box_stands_for_the_first_choice_of_its_state() {
    let site = hub(SESSIONS);
    let parts = site.facts("nl/acties/index.html", "part");
    let of: Vec<&str> = parts.iter().filter_map(|part| part.strip_prefix("progress ")?.split(" <").next()).collect();
    assert_eq!(of, ["paid 1", "ready 1", "new 4", "gone 1", "replaced 1", "waiting 1"]);
    let json: serde_json::Value = serde_json::from_str(&site.output("nl/acties/actions.json")).unwrap();
    let states: Vec<&str> =
        json["items"].as_array().unwrap().iter().map(|item| item["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["new", "new", "waiting", "new", "new", "ready", "paid", "gone", "replaced"]);
}

#[test]
fn without_roles_a_box_says_how_far_an_outcome_is_and_nothing_is_overdue() {
    let plain = SESSIONS.replace(", role: due", "").replace(", role: owner", "").replace("    overdue: Te laat\n", "");
    let (before, rest) = plain.split_once("    role: state").unwrap();
    let (_, rest) = rest.split_once("    choices").unwrap();
    let site = hub(&format!("{before}    choices{rest}"));
    let rows = rows(&site);
    assert_eq!((rows[0].as_str(), rows[7].as_str(), rows[4].as_str()), ("a1 open", "a5 done", "a6 -"), "{rows:?}");
    assert_eq!(site.facts("nl/acties/index.html", "overdue"), Vec::<String>::new());
}

#[test]
fn a_role_is_known_fits_its_kind_and_is_given_once() {
    check_diagnostics(
        "//- data/types/session.yaml
folder: sessions
fields:
  date: {kind: date, role: due}
                     ^^^^ //~ error[unknown-key]: there is no setting `role` here
outcomes:
  until: {kind: date, role: due}
                            ^^^ //~ also: also here
  last: {kind: date, role: due}
                           ^^^ //~ error[schema-invalid]: the field `until` has the role `due` already
  hour: {kind: datetime, role: due}
                               ^^^ //~ error[schema-invalid]: the role `due` needs a field of kind `deadline` or `date`
  who: {kind: email, role: owner}
                           ^^^^^ //~ error[schema-invalid]: the role `owner` needs a field of kind `party`, `ref`, `refs` or `text`
  far: {kind: text, role: state}
                          ^^^^^ //~ error[schema-invalid]: the role `state` needs a field of kind `choice`
  by: {kind: date, role: dua}
                         ^^^ //~ error[schema-invalid]: there is no role `dua`
",
    );
    let site = hub("//- data/types/session.yaml\nfolder: sessions\noutcomes: {by: {kind: date, role: dua}}\n");
    assert_eq!(site.check().items()[0].help.as_ref().map(ToString::to_string).as_deref(), Some("did you mean `due`?"));
}

#[test]
fn every_choice_says_how_far_an_outcome_is_and_says_it_once() {
    check_diagnostics(
        "//- data/types/session.yaml
folder: sessions
outcomes:
  progress:
    kind: choice
    role: state
          ^^^^^ //~ error[schema-invalid]: nothing says how far an outcome is that is `busy`, `gone`
    states:
      open: [new, nwe]
                  ^^^ //~ error[schema-invalid]: `nwe` is not one of the choices
      done: new
            ^^^ //~ error[schema-invalid]: `new` says two states
      dune: gone
      ^^^^ //~ error[unknown-key]: there is no setting `dune` here
    choices: [new, busy, gone]
//- data/types/talk.yaml
folder: talks
outcomes:
  progress: {kind: choice, states: {open: new}, choices: [new]}
                           ^^^^^^ //~ error[unknown-key]: there is no setting `states` here
registers:
  actions: {path: acties, label: Acties, overdue: Te laat}
  ^^^^^^^ //~ error[schema-invalid]: nothing can be `overdue` here: no field under `outcomes` has `role: due`
",
    );
}
