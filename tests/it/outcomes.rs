//! Outcomes in the notes of meetings: what is one, what it says, and how translations go along.

use crate::fixture::{Hub, check_diagnostics, hub};

/// A type with outcomes, who may own them, and what they may be about.
const MEETINGS: &str = "//- data/types/meeting.yaml
folder: meetings
fields: {confidentiality: {kind: confidentiality}}
outcomes:
  owner: {kind: refs, to: [organisation]}
  due: {kind: date}
  topic: {kind: term, taxonomy: topics}
  note: {kind: text}
  status:
    kind: choice
    role: state
    states: {open: open, in-progress: in-progress, dropped: dropped}
    choices: {open: Open, in-progress: Bezig, dropped: Vervallen}
//- data/types/organisation.yaml
folder: organisations
//- content/organisations/pharos.nl.md
---
title: Pharos
---
//- content/organisations/coa.nl.md
---
title: COA
---
//- data/terms/topics.yaml
label: Onderwerpen
terms: {referral: Verwijzen}
";

fn meeting(notes: &str) -> Hub {
    hub(&format!("{MEETINGS}//- content/meetings/m.nl.md\n---\ntitle: M\n---\n{notes}"))
}

fn translated(nl: &str, en: &str) -> Hub {
    hub(&format!(
        "{MEETINGS}//- content/meetings/m.nl.md\n---\ntitle: M\n---\n{nl}\n//- content/meetings/m.en.md\n---\ntitle: M\ntranslation: {{source: nl}}\n---\n{en}\n"
    ))
}

/// Checks notes; the marks stand in them.
fn check_notes(notes: &str) {
    check_diagnostics(&format!("{MEETINGS}//- content/meetings/m.nl.md\n---\ntitle: M\n---\n{notes}"));
}

fn outcomes(hub: &Hub, page: &str) -> Vec<String> {
    hub.facts(page, "outcome")
}

#[test]
fn four_kinds_of_headings_make_outcomes() {
    let hub = meeting(
        "## Besluiten {.decisions}

- Eén {#d1}

## Acties {.actions}

- Twee {#a1}

## Adviezen {.recommendations}

1. Drie {#r1}

## Vragen {#vragen .questions}

* Vier {#q1}
",
    );
    assert_eq!(
        outcomes(&hub, "nl/meetings/m/index.html"),
        ["decision d1 - nl “Eén”", "action a1 - nl “Twee”", "recommendation r1 - nl “Drie”", "question q1 - nl “Vier”"]
    );
}

#[test]
fn an_outcome_has_an_address_of_its_own_and_no_braces() {
    let hub = meeting("## Acties {.actions}\n\n- [ ] Kaart *opstellen* {#a1 owner=pharos}\n");
    assert_eq!(
        hub.body("nl/meetings/m/index.html"),
        "<h2 id=\"acties\" class=\"actions\">Acties</h2>\n<ul>\n<li id=\"a1\" class=\"outcome outcome-action\"><span class=\"task\" role=\"img\" aria-label=\"open\">☐</span> Kaart <em>opstellen</em></li>\n</ul>"
    );
}

#[test]
fn facts_stand_in_braces_behind_the_text() {
    let hub = meeting(
        "## Acties {.actions}

- Eén {#a1 owner=pharos due=2023-03-01 topic=referral}
- Twee
  op twee regels {#a2 owner=pharos,coa note=\"twee woorden\"}
- Drie met `code` en een [link](https://a.example).
  {#a3 note=x}
- Vier {in accolades} {#a4}
",
    );
    let pharos = r#"<a href="/nl/organisations/pharos/">Pharos</a>"#;
    assert_eq!(
        outcomes(&hub, "nl/meetings/m/index.html"),
        [
            format!("action a1 - nl “Eén” owner={pharos} due=2023-03-01 topic=Verwijzen"),
            format!(
                "action a2 - nl “Twee op twee regels” owner={pharos}, <a href=\"/nl/organisations/coa/\">COA</a> note=twee woorden"
            ),
            "action a3 - nl “Drie met code en een link.” note=x".to_owned(),
            "action a4 - nl “Vier {in accolades}”".to_owned(),
        ]
    );
}

#[test]
fn facts_can_follow_the_first_paragraph_of_a_longer_item() {
    let hub = meeting("## Acties {.actions}\n\n- Eén {#a1 note=x}\n\n  Een uitleg.\n\n- Twee {#a2}\n");
    assert_eq!(outcomes(&hub, "nl/meetings/m/index.html"), ["action a1 - nl “Eén” note=x", "action a2 - nl “Twee”"]);
}

#[test]
fn the_state_comes_from_the_box_and_a_status_says_more() {
    let hub = meeting(
        "## Acties {.actions}\n\n- [ ] Eén {#a1}\n- [x] Twee {#a2}\n- Drie {#a3}\n- [ ] Vier {#a4 status=in-progress}\n",
    );
    let states: Vec<String> = outcomes(&hub, "nl/meetings/m/index.html")
        .iter()
        .map(|line| line.split(' ').nth(2).unwrap().to_owned())
        .collect();
    assert_eq!(states, ["open", "done", "-", "in-progress"]);
}

#[test]
fn an_outcome_stands_under_its_heading_only() {
    let hub = meeting(
        "- vooraf

## Acties {.actions}

Een inleiding.

- Eén {#a1}
  - onderdeel zonder id
    - nog dieper

### Van de gemeente

- Twee {#a2}

## Verslag

- gewoon punt
",
    );
    assert_eq!(outcomes(&hub, "nl/meetings/m/index.html").len(), 2);
    assert!(hub.codes().is_empty());
    assert!(hub.body("nl/meetings/m/index.html").contains("<li>onderdeel zonder id"));
}

#[test]
fn a_list_in_a_quote_or_a_component_is_not_an_outcome() {
    let hub = meeting("## Acties {.actions}\n\n> - citaat\n\n- Eén {#a1}\n");
    assert_eq!(outcomes(&hub, "nl/meetings/m/index.html"), ["action a1 - nl “Eén”"]);
    assert!(hub.codes().is_empty());
}

#[test]
fn an_outcome_in_a_component_counts() {
    let hub = meeting("## Acties {.actions}\n\n::: details title=Meer\n- Eén {#a1}\n:::\n");
    assert_eq!(outcomes(&hub, "nl/meetings/m/index.html"), ["action a1 - nl “Eén”"]);
}

#[test]
fn links_lead_to_an_outcome() {
    let hub = meeting("## Acties {.actions}\n\n- Eén {#a1}\n\n[naar a1](#a1)\n");
    assert!(hub.codes().is_empty());
    assert!(hub.body("nl/meetings/m/index.html").contains("<a href=\"#a1\">naar a1</a>"));
}

#[test]
fn every_item_needs_an_id_that_is_its_own() {
    check_notes(
        "## Acties {.actions}

- Zonder id
^^^^^^^^^^^ //~ error[outcome-missing-id]: this action has no id
- Leeg {}
^^^^^^^^^ //~ error[outcome-missing-id]: this action has no id
- Alleen feiten {owner=pharos}
^ //~ error[outcome-missing-id]: this action has no id
- Eén {#a1}
       ^^^ //~ also: the other one
- Twee {#a1}
        ^^^ //~ error[outcome-duplicate]: the id `a1` stands twice in this document
- Drie {#a.1!}
       ^^^^^^^ //~ error[outcome-invalid]: `a.1!` is not an id: use letters, digits, `-`, `.` and `_`
- [ ] 
^ //~ error[outcome-missing-id]: this action has no id
",
    );
}

#[test]
fn an_id_of_an_outcome_cannot_be_that_of_a_heading() {
    check_notes(
        "## Acties {#a1 .actions}
^^^^^^^^^^^^^^^^^^^^^^^^ //~ also: the other one

- Eén {#a1}
       ^^^ //~ error[outcome-duplicate]: the id `a1` stands twice in this document
",
    );
}

#[test]
fn a_heading_makes_way_for_the_id_of_an_outcome() {
    let hub = meeting("## A1\n\n## Acties {.actions}\n\n- Eén {#a1}\n");
    assert!(hub.codes().is_empty());
    assert!(hub.body("nl/meetings/m/index.html").starts_with("<h2 id=\"a1-2\">A1</h2>"));
}

#[test]
fn wrong_facts_are_told_at_their_place() {
    check_notes(
        "## Acties {.actions}

- Eén {#a1 owner=pharo}
                 ^^^^^ //~ error[reference-unknown]: `owner` names the organisation `pharo`, which does not exist
- Twee {#a2 due=morgen}
                ^^^^^^ //~ error[outcome-invalid]: `morgen` is not a date
- Drie {#a3 ownr=coa}
            ^^^^^^^^ //~ error[outcome-invalid]: an outcome has no attribute `ownr`
- Vier {#a4 topic=referal}
                  ^^^^^^^ //~ error[reference-unknown]: there is no `referal` in `topics`
- Vijf {#a5 status=doing}
                   ^^^^^ //~ error[outcome-invalid]: `doing` is not a value of `status`
- Zes {#a6 note=a note=b}
                  ^^^^^^ //~ error[outcome-invalid]: the attribute `note` stands twice
- Zeven {#a7 urgent}
             ^^^^^^ //~ error[outcome-invalid]: `urgent` is not an attribute
- Acht {#a8 owner=}
            ^^^^^^ //~ error[outcome-invalid]: `owner`
- Negen {#a9 owner=coa,pharo}
                       ^^^^^ //~ error[reference-unknown]: `owner` names the organisation `pharo`
- Tien {#a10 #a11}
             ^^^^ //~ error[outcome-invalid]: id
",
    );
}

#[test]
fn a_wrong_fact_proposes_the_right_one() {
    let hub = meeting("## Acties {.actions}\n\n- Eén {#a1 owner=pharo}\n- Twee {#a2 ownr=coa}\n");
    let helps: Vec<Option<String>> =
        hub.check().items().iter().map(|d| d.help.as_ref().map(ToString::to_string)).collect();
    assert_eq!(helps, [Some("did you mean `pharos`?".to_owned()), Some("did you mean `owner`?".to_owned())]);
}

#[test]
fn only_types_that_declare_outcomes_have_them() {
    check_diagnostics(&format!(
        "{MEETINGS}//- content/organisations/iom.nl.md
---
title: IOM
---
## Acties {{.actions}}

- Eén {{#a1}}
^^^^^^^^^^^ //~ error[outcome-invalid]: this type of page has no outcomes
"
    ));
}

#[test]
fn a_translation_repeats_the_id_and_takes_the_facts() {
    let hub = translated(
        "## Acties {.actions}\n\n- [x] Eén {#a1 owner=pharos}\n- [ ] Twee {#a2 due=2023-03-01}\n",
        "## Actions {.actions}\n\n- [ ] Two {#a2}\n- One {#a1}\n",
    );
    assert!(hub.codes().is_empty(), "{:?}", hub.codes());
    assert_eq!(
        outcomes(&hub, "en/meetings/m/index.html"),
        [
            r#"action a1 done en “One” owner=<a href="/en/organisations/pharos/" hreflang="nl" lang="nl" dir="ltr">Pharos</a>"#,
            "action a2 open en “Two” due=2023-03-01"
        ]
    );
}

#[test]
fn the_box_of_a_translation_shows_the_state_of_the_source() {
    let hub = translated("## Acties {.actions}\n\n- [x] Eén {#a1}\n", "## Actions {.actions}\n\n- [ ] One {#a1}\n");
    assert!(
        hub.body("en/meetings/m/index.html").contains("aria-label=\"done\">☑"),
        "{}",
        hub.body("en/meetings/m/index.html")
    );
}

#[test]
fn an_outcome_that_is_not_translated_is_told_and_borrowed() {
    let nl = "## Acties {.actions}

- Eén {#a1}
- Twee {#a2}
^^^^^^^^^^^^ //~ also: in the source
//- content/meetings/m.en.md
---
^^^ //~ warning[outcome-untranslated]: the translation lacks the outcome `a2`
title: M
translation: {source: nl}
---
## Actions {.actions}

- One {#a1}
";
    check_notes(nl);
    let hub =
        translated("## Acties {.actions}\n\n- Eén {#a1}\n- Twee {#a2}\n", "## Actions {.actions}\n\n- One {#a1}\n");
    assert_eq!(outcomes(&hub, "en/meetings/m/index.html"), ["action a1 - en “One”", "action a2 - nl “Twee”"]);
}

#[test]
fn a_translation_cannot_add_outcomes_or_facts() {
    check_notes(
        "## Acties {.actions}

- Eén {#a1}
^^^^^^^^^^^ //~ also: the source
- Twee {#a2}
^^^^^^^^^^^^ //~ also: in the source
//- content/meetings/m.en.md
---
title: M
translation: {source: nl}
---
## Actions {.actions}

- One {#a1 owner=pharos}
           ^^^^^^^^^^^^ //~ error[field-shared]: `owner` of an outcome is set in the source only
- New {#a3}
^^^^^^^^^^^ //~ error[outcome-without-source]: the source has no outcome `a3`

## Decisions {.decisions}

- Two {#a2}
^^^^^^^^^^^ //~ error[outcome-invalid]: `a2` is a action in the source
",
    );
}

#[test]
fn a_borrowed_page_shows_the_outcomes_of_its_source() {
    let hub = meeting("## Acties {.actions}\n\n- [x] Eén {#a1}\n");
    assert_eq!(outcomes(&hub, "en/meetings/m/index.html"), ["action a1 done nl “Eén”"]);
}

#[test]
fn a_link_in_an_outcome_leads_to_the_language_of_the_reader() {
    let hub = meeting("## Acties {.actions}\n\n- Vraag [Pharos](@/organisations/pharos) {#a1}\n");
    assert!(
        hub.body("en/meetings/m/index.html")
            .contains("Vraag <a href=\"/en/organisations/pharos/\" hreflang=\"nl\">Pharos</a></li>")
    );
    assert_eq!(hub.facts("nl/organisations/pharos/index.html", "backlink"), [r#"<a href="/nl/meetings/m/">M</a>"#]);
}
