//! Kinds of outcomes as a type declares them: a council with motions, a cluster with risks.

use crate::fixture::{check_diagnostics, hub};

/// A council, whose minutes stand below the declaration.
fn council(notes: &str) -> String {
    format!(
        r"
//- data/types/session.yaml
folder: sessions
path: sessions
label: Session
plural: Sessions
date: date
fields:
  date: {{kind: date}}
  there: {{kind: integer}}
outcome_kinds:
  motion:
    class: motions
    classes: {{nl: [motie, moties]}}
    label: {{nl: Motie, en: Motion}}
    plural: {{nl: Moties, en: Motions}}
    vote: {{present: there}}
    number: true
  pledge: {{class: pledges, label: {{nl: Toezegging, en: Pledge}}, box: true}}
outcomes:
  until: {{kind: date, role: due, label: Until}}
registers:
  motions: {{path: {{nl: moties, en: motions}}, label: {{nl: Moties, en: Motions}}}}
  pledges: {{path: {{nl: toezeggingen, en: pledges}}, label: {{nl: Toezeggingen, en: Pledges}}}}
//- content/sessions/one.nl.md
---
title: Een
date: 2025-01-10
there: 20
---
{notes}"
    )
}

#[test]
fn a_heading_names_a_kind_by_its_class_its_name_or_a_class_of_a_language() {
    for class in ["motions", "motion", "motie", "moties"] {
        let site = hub(&council(&format!("## Ingediend {{.{class}}}\n\n- Meer bomen {{#m1}}\n")));
        assert_eq!(site.facts("nl/moties/index.html", "row").len(), 1, "{class}");
        let page = site.output("nl/sessions/one/index.html");
        assert!(page.contains("class=\"outcome outcome-motion\""), "{class}: {page}");
    }
}

#[test]
fn a_kind_that_is_not_declared_is_told_with_those_that_are() {
    let site = hub(&council("## Acties {.actions}\n\n- [ ] Iets {#a1}\n"));
    let found = site.check();
    assert_eq!(found.items()[0].message.to_string(), "nothing says what kind of outcome this is");
    assert!(
        found.items()[0]
            .help
            .as_ref()
            .map(ToString::to_string)
            .as_deref()
            .is_some_and(|help| help.contains("`{.motion …}`, `{.pledge …}`"))
    );
}

#[test]
fn what_a_declaration_of_kinds_gets_wrong_has_its_place() {
    check_diagnostics(
        "//- data/types/session.yaml
folder: sessions
outcome_words: always
               ^^^^^^ //~ error[schema-invalid]: `outcome_words` must be `mark`, `suggest` or `off`
outcome_kinds:
  motion:
  ^^^^^^ //~ also: also here
  ^^^^^^ //~ also: also here
    class: Motions!
           ^^^^^^^^ //~ error[schema-invalid]: `Motions!` is no class: use lower-case letters, digits and `-`
    classes: {nl: [een motie]}
                   ^^^^^^^^^ //~ error[schema-invalid]: `een motie` is no class: use letters, digits and `-`
    label: Motion
    words: {nl: [Motie], xx: [M]}
                         ^^ //~ error[unknown-language]: `xx` is no language tag (BCP 47)
    states: [adopted, adoptd]
                      ^^^^^^ //~ error[schema-invalid]: `adoptd` is not one of the choices of the field with `role: state`
    overdue: true
             ^^^^ //~ error[schema-invalid]: a motion is never `overdue` here: no field under `outcomes` has `role: due`
  proposal: {class: motion, label: Proposal, words: {nl: [motie, '?']}}
  ^^^^^^^^ //~ error[schema-invalid]: `motion` and `proposal` have the same class `motion`
  ^^^^^^^^ //~ error[schema-invalid]: `motion` and `proposal` have the same word `motie`
                                                                 ^^^ //~ error[schema-invalid]: `?` is no word
  risk: {class: risks, boxes: true}
  ^^^^ //~ error[schema-invalid]: this kind has no `label`: write `label: {…}` with what one risk is called
                       ^^^^^ //~ error[unknown-key]: there is no setting `boxes` here
outcomes:
  status: {kind: choice, role: state, states: {open: tabled, done: adopted}, choices: [tabled, adopted]}
registers:
  decisions: {path: besluiten, label: Besluiten}
  ^^^^^^^^^ //~ error[schema-invalid]: there is no kind of outcome `decisions`
//- data/types/talk.yaml
folder: talks
outcome_kinds: {risk: {class: risks, label: Risk}}
               ^ //~ error[schema-invalid]: there are kinds of outcomes, and no `outcomes`
",
    );
}

#[test]
fn a_vote_and_a_number_stand_in_data() {
    let notes = "## Moties {.moties}\n\n- Meer bomen {#m1 number=324/01 for=12 against=3 abstain=1 present=18}\n\
                 - Minder haast {#m2 vote=consensus}\n- Later {#m3}\n";
    let site = hub(&council(notes));
    let json: serde_json::Value = serde_json::from_str(&site.output("nl/moties/motions.json")).unwrap();
    let told: Vec<_> = json["items"].as_array().unwrap().iter().map(|row| (&row["number"], &row["vote"])).collect();
    let nothing = serde_json::Value::Null;
    let counted = serde_json::json!({"result": "counted", "for": 12, "against": 3, "abstain": 1, "present": 18});
    let consensus = serde_json::json!(
        {"result": "consensus", "for": null, "against": null, "abstain": null, "present": null});
    let number = serde_json::json!("324/01");
    assert_eq!(told, [(&number, &counted), (&nothing, &consensus), (&nothing, &nothing)]);
    let csv = site.output("nl/moties/motions.csv");
    let mut lines = csv.lines().map(|line| line.split(',').rev().take(5).collect::<Vec<_>>());
    assert_eq!(
        lines.next().unwrap(),
        ["\"vote_present\"", "\"vote_abstain\"", "\"vote_against\"", "\"vote_for\"", "\"vote_result\""],
    );
    assert_eq!(lines.next().unwrap(), ["\"18\"", "\"1\"", "\"3\"", "\"12\"", "\"counted\""]);
}

#[test]
fn a_vote_that_does_not_add_up_and_a_number_that_stands_twice_are_told_at_their_place() {
    let notes = "## Moties {.moties}

- A {#m1 for=12 against=10 present=18 number=1}
                           ^^^^^^^^^^ //~ error[outcome-vote]: 22 votes, and 18 were present
                           ^^^^^^^^^^ //~ error[outcome-vote]: 22 could vote, and 20 were there by what stands above
                                      ^^^^^^^^ //~ also: the other one
- B {#m2 for=-1 number=1}
         ^^^^^^ //~ error[outcome-vote]: `-1` is no number of people
                ^^^^^^^^ //~ warning[outcome-number]: two outcomes have the number `1`
- C {#m3 vote=consensus for=3}
         ^^^^^^^^^^^^^^ //~ error[outcome-vote]: a decision by consensus counts no votes
- D {#m4 vote=unanimous}
         ^^^^^^^^^^^^^^ //~ error[outcome-vote]: `unanimous` is no vote
- E {#m5 for=1 for=2 number=//}
               ^^^^^ //~ error[outcome-vote]: the attribute `for` stands twice
                     ^^^^^^^^^ //~ error[outcome-vote]: `//` is no number of a motion

## Toezeggingen {.pledges}

- [ ] F {#p1 for=1 number=2}
             ^^^^^ //~ error[outcome-vote]: `for` tells of a vote, and a pledge has none
                   ^^^^^^^^ //~ error[outcome-vote]: a pledge has no number of its own
";
    check_diagnostics(&council(notes));
}

#[test]
fn what_is_due_is_open_where_nothing_says_else_and_only_a_kind_that_can_be_late_is_overdue() {
    let notes = "## Toezeggingen {.pledges}\n\n- Zonder vakje {#p1 until=2020-01-01}\n- [x] Af {#p2 until=2020-01-01}\n\
                 - Geen dag {#p3}\n\n## Moties {.moties}\n\n- Nooit te laat {#m1 until=2020-01-01}\n";
    let site = hub(&council(notes));
    let rows = |file: &str| -> Vec<(serde_json::Value, serde_json::Value)> {
        let json: serde_json::Value = serde_json::from_str(&site.output(file)).unwrap();
        json["items"].as_array().unwrap().iter().map(|row| (row["state"].clone(), row["overdue"].clone())).collect()
    };
    let (open, done, nothing) = (serde_json::json!("open"), serde_json::json!("done"), serde_json::Value::Null);
    let pledges = rows("nl/toezeggingen/pledges.json");
    assert_eq!(pledges, [(open, true.into()), (nothing.clone(), false.into()), (done, false.into())]);
    assert_eq!(rows("nl/moties/motions.json"), [(nothing, false.into())]);
}

#[test]
fn a_state_that_a_kind_does_not_know_is_told_with_those_that_it_knows() {
    let site = hub("//- data/types/session.yaml
folder: sessions
outcome_kinds:
  motion: {class: motions, label: Motion, states: [tabled, adopted]}
  pledge: {class: pledges, label: Pledge, box: true}
outcomes:
  status: {kind: choice, role: state, states: {open: [tabled, busy], done: adopted}, choices: [tabled, busy, adopted], label: State}
//- content/sessions/one.nl.md
---
title: Een
---
## Moties {.motions}

- A {#m1 status=adopted}
- B {#m2 status=busy}

| Motion | State |
|---|---|
| C {#m3} | tabled |
| D {#m4} | busy |

## Toezeggingen {.pledges}

- [ ] E {#p1 status=busy}
");
    let told = site.check();
    let invalid: Vec<_> = told.items().iter().filter(|item| item.code.as_str() == "outcome-invalid").collect();
    let shown: Vec<_> = invalid
        .iter()
        .map(|item| (item.message.to_string(), item.help.as_ref().map(ToString::to_string).unwrap_or_default()))
        .collect();
    let wanted =
        ("`busy` is no state of a motion", "its states are `tabled`, `adopted`; write one of them, or leave it out");
    assert!(shown.len() == 2 && shown.iter().all(|(said, help)| (&**said, &**help) == wanted), "{shown:?}");
    let lines: Vec<_> = invalid.iter().map(|item| item.at.as_ref().map(|at| at.range.range().len())).collect();
    assert_eq!(lines, [Some("status=busy".len()), Some("busy".len())]);
}
