//! Registers as PDF: which are printed, what their layout is given, and what their page tells.

use std::fs;
use std::path::Path;

use crate::fixture::{Hub, human};
use crate::sheets;

const MEETINGS: &str = "//- data/types/meeting.yaml
folder: meetings
path: meetings
label: Meeting
plural: Meetings
date: date
fields:
  date: {kind: date, label: Date}
  level: {kind: confidentiality}
outcomes:
  by: {kind: text, role: owner, label: By}
  due: {kind: date, role: due, label: Due}
  costs: {kind: money, label: Costs}
  secret: {kind: text, private: true}
  status: {kind: choice, role: state, states: {open: begun, done: ready}, label: State, choices: {begun: Begun, ready: Ready}}
registers:
  actions:
    path: {nl: acties, en: actions}
    label: {nl: Acties, en: Actions}
    pdf: true
  questions:
    path: {nl: vragen, en: questions}
    label: {nl: Vragen, en: Questions}
    pdf: true
  decisions:
    path: {nl: besluiten, en: decisions}
    label: {nl: Besluiten, en: Decisions}
//- content/meetings/first.nl.md
---
title: Eerste
date: 2025-01-10
---
## Acties {.actions}

- [x] Kaart *maken* {#a1 by=Anna due=2025-02-01 costs=\"EUR 1250\" secret=Verzwegen}
- [ ] Zaal zoeken {#a2 due=2025-03-01}

## Besluiten {.decisions}

- Zo doen we het. {#d1}
//- content/meetings/shut.nl.md
---
title: Dicht
date: 2025-02-10
level: closed
---
## Acties {.actions}

- [ ] Geheim {#a1}
";

fn site(fixture: &str) -> Hub {
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/hub");
    let site = sheets::site(&format!("{MEETINGS}{fixture}"));
    let layout = fs::read(theme.join("flyers/register.typ")).unwrap();
    let mark = "{% block main -%}";
    let print =
        "{% block main -%}{% if print %}<ul><li>pdf: {{ print.pdf.name }} {{ print.pdf.pages }}</li></ul>{% endif %}";
    site.with("themes/mini/flyers/register.typ", layout).edit("themes/mini/templates/register.html", mark, print)
}

#[test]
fn a_register_with_outcomes_is_printed_in_each_language_and_its_page_tells() {
    let site = site("");
    let names: Vec<String> = site.names().into_iter().filter(|name| name.ends_with(".pdf")).collect();
    assert_eq!(names, ["en/actions/actions-en.pdf", "nl/acties/actions-nl.pdf"]);
    assert!(site.outputs()["nl/acties/actions-nl.pdf"].starts_with(b"%PDF-1.7"));
    assert!(site.output("nl/acties/index.html").contains("<li>pdf: actions-nl.pdf 1</li>"));
    assert!(!site.output("nl/besluiten/index.html").contains("<li>pdf:"));
}

#[test]
fn a_layout_is_given_the_rows_in_words_and_nothing_that_is_not_public() {
    let site = site("").with("templates/flyers/register.typ", "#panic(json(\"/data.json\").rows)\n");
    let found = site.check();
    let item = found.items().iter().find(|item| item.code == "flyer-template");
    let said =
        item.unwrap_or_else(|| panic!("{}", human(&site.sources(), &found))).message.to_string().replace('\\', "");
    for part in [
        "text: \"Kaart maken\"",
        "owner: \"Anna\"",
        "state: \"done\"",
        "state_label: \"Ready\"",
        // Between marks: it is in another language than the print.
        "u{fdd2}nl:ltru{fdd3}Eersteu{fdd4}",
        "date: \"10 January 2025\"",
        "due: \"1 February 2025\"",
        "label: \"Costs\"",
        "1,250.00",
        "overdue: true",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(!["Geheim", "Dicht", "Verzwegen", "secret"].iter().any(|word| said.contains(word)), "{said}");
}

#[test]
fn the_setting_is_checked() {
    site("").edit("data/types/meeting.yaml", "pdf: true", "pdf: [a]").codes().into_iter().for_each(|code| {
        assert!(["schema-invalid", "theme-missing"].contains(&code), "{code}");
    });
    let lost = site("").edit("data/types/meeting.yaml", "    pdf: true\n  questions", "    pdf: regster\n  questions");
    let found = lost.check();
    let item = found.items().iter().find(|item| item.code == "flyer-layout").expect("it is told");
    assert_eq!(item.message.to_string(), "the theme has no layout `regster`");
    assert_eq!(item.help.as_ref().map(ToString::to_string).as_deref(), Some("did you mean `register`?"));
}
