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
outcome_kinds:
  motion:
    class: motions
    classes: {{nl: [motie, moties]}}
    label: {{nl: Motie, en: Motion}}
    plural: {{nl: Moties, en: Motions}}
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
    assert_eq!(found.items()[0].message, "nothing says what kind of outcome this is");
    assert!(found.items()[0].help.as_deref().is_some_and(|help| help.contains("`{.motion …}`, `{.pledge …}`")));
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
                         ^^ //~ error[unknown-language]: the language `xx` is not one of this site
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
