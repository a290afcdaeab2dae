//! Outcomes wherever they stand in notes: which marks make one of what, and that none is lost without a word.

use proptest::prelude::*;

use crate::fixture::{Hub, check_diagnostics, hub};

const MEETINGS: &str = "//- data/types/meeting.yaml
folder: meetings
fields: {confidentiality: {kind: confidentiality}}
outcomes:
  note: {kind: text}
  due: {kind: date}
";

const PAGE: &str = "nl/meetings/m/index.html";

fn meeting(notes: &str) -> Hub {
    hub(&format!("{MEETINGS}//- content/meetings/m.nl.md\n---\ntitle: M\n---\n{notes}"))
}

fn outcomes(notes: &str) -> Vec<String> {
    let hub = meeting(notes);
    assert!(hub.codes().is_empty(), "{notes}\n{:?}", hub.check().items());
    hub.facts(PAGE, "outcome")
}

fn check_notes(notes: &str) {
    check_diagnostics(&format!("{MEETINGS}//- content/meetings/m.nl.md\n---\ntitle: M\n---\n{notes}"));
}

#[test]
fn a_mark_makes_an_outcome_of_whatever_it_stands_in() {
    let found = outcomes(
        "Wij *sturen* de brief. {.action #a1 note=x}

- Onderwerp
  - Dieper
    - Wij bellen. {.action #a2}

> Wij kopen dit.
> {.decision #d1}

| Wat | Wie |
| --- | --- |
| Wij rekenen | de groep {.action #a3} |
| geen mark | x |

1. Wij raden dit aan {.recommendations #r1}
2. Gewoon
",
    );
    assert_eq!(
        found,
        [
            "decision d1 - nl “Wij kopen dit.”",
            "action a1 - nl “Wij sturen de brief.” note=x",
            "action a2 - nl “Wij bellen.”",
            "action a3 - nl “Wij rekenen; de groep”",
            "recommendation r1 - nl “Wij raden dit aan”",
        ]
    );
}

#[test]
fn the_block_has_the_anchor_and_no_reader_sees_braces() {
    let body = meeting("Eén {.action #a1}.\n\n> Twee {.decision #d1}\n\n| A | B |\n|-|-|\n| x | y {.action #a2} |\n")
        .body(PAGE);
    for part in [
        "<p id=\"a1\" class=\"outcome outcome-action\">Eén.</p>",
        "<blockquote id=\"d1\" class=\"outcome outcome-decision\">\n<p>Twee</p>",
        "<tr id=\"a2\" class=\"outcome outcome-action\"><td>x</td><td>y</td></tr>",
    ] {
        assert!(body.contains(part), "{part}\n{body}");
    }
    assert!(!body.contains('{'), "{body}");
}

#[test]
fn a_mark_may_stand_wherever_it_is_clear_what_it_means() {
    for item in [
        "- Eén {#a1}",
        "- Eén {#a1}.",
        "- Eén {#a1 .action}",
        "- {#a1} Eén",
        "- Eén\n  {#a1}",
        "- Eén  \n  {#a1}",
        "- **Eén {#a1}**",
        "- Eén {#a1\n  note=x}",
        "- Eén\n\n  Uitleg. {#a1}",
        "- Eén\n\n  {#a1}",
        "- Eén {.action #a1}\n  - onderdeel",
        "- Eén {#a1}\n\n  | a | b |\n  |---|---|\n  | c | d |",
    ] {
        let found = outcomes(&format!("## Acties {{.actions}}\n\n{item}\n"));
        let words: Vec<&str> = found.iter().map(|line| line.split(" note").next().unwrap_or(line)).collect();
        assert!(matches!(words[..], ["action a1 - nl “Eén”" | "action a1 - nl “Eén.”"]), "{item}: {found:?}");
    }
}

#[test]
fn a_bold_line_opens_a_section_and_the_next_one_ends_it() {
    let found = outcomes(
        "## Verslag

**Actiepunten** {.actions}

- Eén {#a1}
- Twee {#a2}

**Volgend onderwerp**

- gewoon punt

**Besluiten:** {.decisions}

1. Drie {#d1}

### Verder

- gewoon punt

- Onderwerp

  **Acties {.actions}**

  - Vier {#a3}

- gewoon punt

Vragen: {.questions}

- Vijf {#q1}
",
    );
    assert_eq!(
        found.iter().map(|line| line.split(' ').nth(1).unwrap_or_default()).collect::<Vec<_>>(),
        ["d1", "a1", "a2", "a3", "q1"]
    );
}

#[test]
fn one_list_may_hold_several_kinds() {
    let found = outcomes(
        "Besluiten en acties:\n\n- Eén {.decision #d1}\n- Twee {.action #a1}\n- gewoon\n\n## Acties {.actions}\n\n- Drie {#a2}\n- Vier {.decision #d2}\n\nWij doen vijf. {#a3}\n",
    );
    assert_eq!(
        found,
        [
            "decision d1 - nl “Eén”",
            "decision d2 - nl “Vier”",
            "action a1 - nl “Twee”",
            "action a2 - nl “Drie”",
            "action a3 - nl “Wij doen vijf.”",
        ]
    );
}

#[test]
fn a_point_below_an_outcome_is_one_only_with_a_mark_of_its_own() {
    let found = outcomes(
        "## Acties {.actions}\n\n- [x] Eén {#a1}\n  - [ ] onderdeel\n  - Twee {.action #a2}\n\n  **Besluit**: drie. {.decision #d1}\n",
    );
    assert_eq!(found, ["decision d1 - nl “Besluit: drie.”", "action a1 done nl “Eén”", "action a2 - nl “Twee”"]);
}

#[test]
fn a_register_shows_the_first_paragraph_and_no_more_than_fits() {
    let long = "woord ".repeat(100);
    let found = outcomes(&format!("- {long}{{.action #a1}}\n\n  Nog meer.\n"));
    assert_eq!(found, [format!("action a1 - nl “{}…”", "woord ".repeat(46).trim_end())]);
}

#[test]
fn a_type_says_how_much_of_an_outcome_registers_show() {
    let types = MEETINGS.replace("outcomes:\n", "outcome_text: 40\noutcomes:\n");
    let notes = format!("//- content/meetings/m.nl.md\n---\ntitle: M\n---\n- {}{{.action #a1}}\n", "woord ".repeat(20));
    assert_eq!(
        hub(&format!("{types}{notes}")).facts(PAGE, "outcome"),
        ["action a1 - nl “woord woord woord woord woord woord…”"]
    );
    for wrong in ["3", "5000", "veel"] {
        let types = MEETINGS.replace("outcomes:\n", &format!("outcome_text: {wrong}\noutcomes:\n"));
        assert_eq!(hub(&format!("{types}{notes}")).codes(), ["schema-invalid"], "{wrong}");
    }
}

#[test]
fn boxes_are_read_as_people_write_them() {
    for (sign, state) in [
        ("[]", "open"),
        ("[v]", "done"),
        ("[V]", "done"),
        ("[✓]", "done"),
        ("☐", "open"),
        ("☑", "done"),
        ("✅", "done"),
    ] {
        let notes = format!("## Acties {{.actions}}\n\n- {sign} Eén {{#a1}}\n");
        assert_eq!(outcomes(&notes), [format!("action a1 {state} nl “Eén”")], "{sign}");
        let paragraph = format!("{sign} Eén {{.action #a1}}\n");
        assert_eq!(outcomes(&paragraph), [format!("action a1 {state} nl “Eén”")], "{sign}");
    }
}

#[test]
fn a_list_that_says_none_has_no_outcomes() {
    assert_eq!(outcomes("## Acties {.actions}\n\n- –\n"), Vec::<String>::new());
}

#[test]
fn an_id_has_letters_of_any_script() {
    let found = outcomes("- Eén {.action #ا1}\n- Twee {.action #besluit-1.2_b}\n\n[naar](#ا1)\n");
    assert_eq!(found, ["action ا1 - nl “Eén”", "action besluit-1.2_b - nl “Twee”"]);
}

#[test]
fn what_nothing_reads_is_told_at_its_place() {
    check_notes(
        "Eén {#a1}
    ^^^^^ //~ error[outcome-unread]: nothing says what kind of outcome this is

Twee {.actoin #a2}
     ^^^^^^^^^^^^^ //~ error[outcome-unread]: there is no kind of outcome `actoin`

## Acties {.actions}:
          ^^^^^^^^^^ //~ error[outcome-unread]: something stands behind it

## Besluiten (.decisions)
             ^^^^^^^^^^^^ //~ error[outcome-unread]: `(.decisions)` is no mark

## Besluiten {.decision s}
                        ^ //~ error[outcome-unread]: `s` in the mark of this heading says nothing

- Drie {.decision #d1}

[link {.action #a3}](https://example.org)
      ^^^^^^^^^^^^^ //~ error[outcome-unread]: nothing reads a mark within a link

Vier {.action #a4
     ^^^^^^^^^^^^ //~ error[outcome-unread]: this mark does not end

Vijf {.action #a5} zes {.action #a6}
                       ^^^^^^^^^^^^^ //~ error[outcome-unread]: a second mark

**Acties** {actions}
           ^^^^^^^^^ //~ error[outcome-unread]: `{actions}` is no mark
",
    );
}

#[test]
fn code_and_escaped_braces_are_text() {
    let hub = meeting("{geen} merk {a b}\n\n## Code\n\n```\n{.action #a1}\n```\n");
    assert!(hub.codes().is_empty(), "{:?}", hub.check().items());
    assert!(hub.facts(PAGE, "outcome").is_empty());
    // The audit still sees what readers see.
    let hub = meeting("Schrijf \\{.action #a1}.\n");
    assert!(hub.codes().iter().all(|code| *code == "audit-leftover"), "{:?}", hub.check().items());
    assert!(hub.facts(PAGE, "outcome").is_empty());
}

#[test]
fn a_marked_heading_without_outcomes_is_told() {
    check_notes(
        "## Acties {.actions}
^^^^^^^^^^^^^^^^^^^^ //~ error[outcome-empty]: no outcome stands below this `{.actions}`

Er was niets.

**Besluiten** {.decisions}
^^^^^^^^^^^^^^^^^^^^^^^^^^ //~ error[outcome-empty]: no outcome stands below this `{.decisions}`

## Verder
",
    );
}

#[test]
fn lines_that_are_no_items_are_told() {
    check_notes(
        "## Acties {.actions}

• Eén {#a1}
^^^^^^^^^^^ //~ error[outcome-unread]: this line is no item of a list: it starts with `•`

-[ ] Twee {#a2}
^^^^^^^^^^^^^^^ //~ error[outcome-unread]: this line is no item of a list: it starts with `-[`

- [-] Drie {#a3}
  ^^^ //~ error[outcome-unread]: `[-]` is no box
",
    );
}

#[test]
fn ids_that_look_the_same_are_told_with_both_places() {
    check_notes(
        "- Een {.action #a1}
               ^^^ //~ also: the other one
- Twee {.action #A1}
                ^^^ //~ error[outcome-duplicate]: the id `A1` differs by its letters only from one above
- Drie {.action #324/01}
       ^^^^^^^^^^^^^^^^^ //~ error[outcome-invalid]: `324/01` is not an id
",
    );
}

#[test]
fn a_translation_repeats_the_kind_and_takes_the_facts() {
    let hub = hub(&format!(
        "{MEETINGS}//- content/meetings/m.nl.md\n---\ntitle: M\n---\n☐ Eén {{.action #a1 due=2027-01-01}}\n//- content/meetings/m.en.md\n---\ntitle: M\ntranslation: {{source: nl}}\n---\n☐ One {{.action #a1}}\n"
    ));
    assert!(hub.codes().is_empty(), "{:?}", hub.check().items());
    assert_eq!(hub.facts("en/meetings/m/index.html", "outcome"), ["action a1 open en “One” due=2027-01-01"]);
}

/// Kinds with words, and fields whose columns people call otherwise.
const KINDS: &str = "//- data/types/meeting.yaml
folder: meetings
outcome_kinds:
  decision:
    class: decisions
    label: {nl: Besluit, en: Decision}
    words: {nl: [Besluit, Besloten], en: [RESOLVED]}
    columns: {number: {nl: [Nr]}}
  action:
    class: actions
    classes: {nl: [acties]}
    label: {nl: Actie, en: Action}
    words: {nl: [Actie, Actiepunt, AP], en: [ACTION, ACTION ITEM]}
    none: {nl: [Geen]}
    columns: {text: {nl: [Wat]}, id: {nl: [Id]}}
    box: true
    number: true
outcomes:
  owner: {kind: text, label: {nl: Eigenaar}, synonyms: {nl: [Wie, Verantwoordelijke]}}
  due: {kind: date, label: {nl: Klaar op}, synonyms: {nl: [Wanneer]}}
  status:
    kind: choice
    role: state
    states: {open: open, done: done}
    label: {nl: Stand}
    choices: {open: {nl: Loopt}, done: {nl: Klaar}}
";

fn kinds(notes: &str) -> Hub {
    hub(&format!("{KINDS}//- content/meetings/m.nl.md\n---\ntitle: M\n---\n{notes}"))
}

fn check_kinds(notes: &str) {
    check_diagnostics(&format!("{KINDS}//- content/meetings/m.nl.md\n---\ntitle: M\n---\n{notes}"));
}

#[test]
fn the_columns_of_a_marked_table_are_known_by_the_words_above_them() {
    let hub = kinds(
        "## Acties {.actions}

| Actie | Verantwoordelijke(n) | WANNEER | Toelichting | Stand | Id |
| ----- | ----- | ----- | ----- | ----- | ----- |
| Eén | Pharos | 2027-02-01 | kort | Loopt | |
| Twee {#a2 owner=COA} | – | | | ☑ | |
| Drie | Gemeente | | | Klaar | A3 |
",
    );
    let codes = hub.codes();
    assert_eq!(codes, ["outcome-missing-id"], "{:?}", hub.check().items());
    let hub = kinds(
        "| Actie | Wie | Wanneer | Toelichting | Stand | Id |
| ----- | ----- | ----- | ----- | ----- | ----- |
| Eén {#a1} | Pharos | 2027-02-01 | kort | Loopt | |
| Twee {#a2 owner=COA} | – | | | ☑ | |
| Drie | Gemeente | | | Klaar | A3 |

{.actions}
",
    );
    assert!(hub.codes().is_empty(), "{:?}", hub.check().items());
    assert_eq!(
        hub.facts(PAGE, "outcome"),
        [
            "action a1 open nl “Eén” owner=Pharos due=2027-02-01 status=open=Loopt",
            "action a2 done nl “Twee” owner=COA",
            "action A3 done nl “Drie” owner=Gemeente status=done=Klaar",
        ]
    );
}

#[test]
fn a_table_that_cannot_be_read_as_one_is_told() {
    check_kinds(
        "## Acties {.actions}

| Actie | Wie | Eigenaar | Wanneer |
          ^^^ //~ error[outcome-invalid]: `Wie` and another column say the same
                ^^^^^^^^ //~ error[outcome-invalid]: `Eigenaar` and another column say the same
| ----- | --- | -------- | ------- |
| Een {#a1} | | | zodra het kan |
                  ^^^^^^^^^^^^^ //~ warning[outcome-cell]: `zodra het kan` is not a date
| Twee {#a2} | x | y | 2027-01-01 | te veel |
                                 ^^^^^^^^^^^^ //~ error[outcome-unread]: this row has more cells
",
    );
}

#[test]
fn a_list_or_table_that_says_none_in_its_language_has_no_outcomes() {
    for notes in ["- Geen.", "* geen", "| Wat |\n| - |\n| Geen |", "| Wat | Wie |\n| - | - |\n| – | – |"] {
        let hub = kinds(&format!("## Acties {{.actions}}\n\n{notes}\n"));
        assert!(hub.codes().is_empty(), "{notes}: {:?}", hub.check().items());
        assert!(hub.facts(PAGE, "outcome").is_empty());
    }
}

#[test]
fn words_that_open_an_outcome_are_suggestions() {
    check_kinds(
        "ACTIE: wij sturen de brief.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ //~ warning[outcome-suggestion]: this looks like an outcome (action)

- Onderwerp

  **Actiepunt**: wij bellen.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^ //~ warning[outcome-suggestion]: this looks like an outcome (action)

- AP 3: wij schrijven.
  ^^^^^^^^^^^^^^^^^^^^ //~ warning[outcome-suggestion]: this looks like an outcome (action)
- Besloten: wij kopen het. {.decision #d1}
- De actie is klaar.

> **Besluit 12** Wij doen mee.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ //~ warning[outcome-suggestion]: this looks like an outcome (decision)

## Acties

- Wij rekenen.
  ^^^^^^^^^^^^ //~ warning[outcome-suggestion]: this looks like an outcome (action): the line above the list says so

| Wat | Wie |
| --- | --- |
| [Tellen](#d1) | COA |
| Wij tellen | COA |
  ^^^^^^^^^^ //~ warning[outcome-suggestion]: this looks like an outcome (action): the table has the columns of one
",
    );
}

#[test]
fn several_openers_in_one_paragraph_are_told() {
    check_kinds(
        "ACTIE: een.
^^^^^^^^^^^ //~ warning[outcome-suggestion]: several outcomes seem to start in this paragraph
BESLUIT: twee.
",
    );
}

#[test]
fn suggestions_are_bounded_and_do_not_stop_a_strict_check() {
    let hub = kinds(&"ACTIE: wij sturen de brief.\n\n".repeat(5_000));
    assert_eq!(hub.codes(), vec!["outcome-suggestion"; 21]);
    assert!(hub.check().items().iter().all(|told| !told.code.counts_under_strict()));
    assert!(hub.check().items().iter().any(|told| told.message.to_string().starts_with("4980 more places")));
}

#[test]
fn words_count_as_a_mark_where_the_type_says_so() {
    let types = KINDS.replace("outcomes:\n", "outcome_words: mark\noutcomes:\n");
    let hub = hub(&format!(
        "{types}//- content/meetings/m.nl.md\n---\ntitle: M\n---\nACTIE: wij bellen. {{#a1}}\n\n- AP: wij mailen.\n"
    ));
    assert_eq!(hub.codes(), ["outcome-missing-id"]);
    let help = hub.check().items()[0].help.as_ref().map(ToString::to_string).unwrap_or_default();
    assert!(help.contains("`{.action #a2}`"), "{help}");
}

#[test]
fn an_outcome_without_words_is_told() {
    check_kinds(
        "{.decision #d1}
^^^^^^^^^^^^^^^ //~ error[outcome-invalid]: this decision has no words

- [ ] {.action #a1}
^^^^^^^^^^^^^^^^^^^ //~ error[outcome-invalid]: this action has no words
",
    );
}

#[test]
fn what_a_row_without_words_says_of_an_outcome_is_told() {
    check_kinds(
        "## Acties {.actions}

| Actie | Wie | Id |
| ----- | ----- | ----- |
| Eén {#a1} | Pharos | |
| | – | |
| | COA | |
^^^^^^^^^^^ //~ error[outcome-unread]: nothing reads `COA`: this row has no words for its outcome
| | | A3 |
^^^^^^^^^^ //~ error[outcome-unread]: nothing reads `A3`: this row has no words for its outcome
",
    );
}

#[test]
fn a_table_below_a_mark_whose_columns_hold_no_words_is_told() {
    check_kinds(
        "## Acties {.actions}

| Onderwerp | Wie |
^^^^^^^^^^^^^^^^^^^ //~ error[outcome-unread]: no column of this table is known to hold the words of outcomes (action)
| --- | --- |
| Eén | Pharos |
",
    );
    let marked = kinds("## Acties {.actions}\n\n| Onderwerp | Wie |\n|-|-|\n| Eén {#a1} | Pharos |\n| Kop | |\n");
    assert!(marked.codes().is_empty(), "{:?}", marked.check().items());
    let below_bold =
        kinds("## Acties {.actions}\n\n- Eén {#a1}\n\n**Kosten**\n\n| Post | Euro |\n|-|-|\n| Zaal | 5 |\n");
    assert!(below_bold.codes().is_empty(), "{:?}", below_bold.check().items());
}

#[test]
fn a_paragraph_may_say_that_there_is_none() {
    for none in ["Geen.", "*geen*", "–"] {
        let hub = kinds(&format!("## Acties {{.actions}}\n\n{none}\n\n**Acties** {{.actions}}\n\n{none}\n"));
        assert!(hub.codes().is_empty(), "{none}: {:?}", hub.check().items());
    }
    assert_eq!(kinds("## Acties {.actions}\n\nGeen idee.\n").codes(), ["outcome-empty"]);
}

#[test]
fn a_column_that_is_called_as_a_kind_says_more_than_the_line_above_the_table() {
    for (words, kind) in [("Actie", "(action)"), ("Wat", "(decision)")] {
        let hub = kinds(&format!("## Besluit\n\n| {words} | Wie |\n| --- | --- |\n| Eén | Pharos |\n"));
        let told: Vec<String> = hub.check().items().iter().map(|item| item.message.to_string()).collect();
        assert!(told.len() == 1 && told[0].contains(kind), "{words}: {told:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// However a mark stands: it makes an outcome, or something is told; and no reader sees its braces.
    #[test]
    fn a_mark_is_read_or_told(
        above in prop::sample::select(vec!["", "## K {.actions}\n\n", "**K** {.actions}\n\n", "- x\n\n", "> q\n\n", "::: details title=T\n\n"]),
        start in prop::sample::select(vec!["", "- ", "1. ", "> ", "> > ", "- - ", "- > ", "| a |\n|-|\n| ", "• ", "-[ ] ", "- [v] ", "# ", "[^1]: ", "*", "[", "Term\n: "]),
        mark in prop::sample::select(vec!["{#a1}", "{.action #a1}", "{.actions}", "{.x #a1}", "{#a1 note=*b*}", "{ #a1 }", "{#a1", "{.action #a1 #a2}", "{.action\n#a1}", "{#A/1}"]),
        end in prop::sample::select(vec!["", ".", " meer", "\nmeer", "\n\nmeer", "](https://x.example)", "*", " |", " {#b1}", "\n- meer"]),
    ) {
        let hub = meeting(&format!("{above}{start}woord {mark}{end}\n"));
        let codes = hub.codes();
        if codes.is_empty() {
            let body = hub.body(PAGE);
            prop_assert!(!body.contains("{#") && !body.contains("{.") && !body.contains("{ #"), "{body}");
            prop_assert!(!hub.facts(PAGE, "outcome").is_empty() || !mark.contains('#'), "{body}");
        }
    }
}
