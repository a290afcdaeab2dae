//! What must not be public any more leaves the site: by the day, by consent that ends, by a closed entry, and also when
//! something else is wrong. Nothing holds it back.

use samen::diagnostic::Code;

use crate::fixture::{check_diagnostics, hub};

const PORTRAITS: &str = "//- data/types/thing.yaml
folder: things
fields:
  portraits:
    kind: list
    of:
      kind: group
      fields: {who: {kind: text}, photo: {kind: file}, consent: {kind: consent}}
  story: {kind: consent}
//- content/things/a/photo.txt
zqvphoto
//- content/pages/b.nl.md
---
title: B
---
[Een verhaal](../things/a.md)
";

#[test]
fn consent_that_ended_takes_its_part_away_and_says_so_before() {
    check_diagnostics(&format!(
        "{PORTRAITS}//- content/things/a/index.nl.md
---
title: A
portraits:
  - who: zqvone
    consent: {{ref: F-1, obtained: 2024-01-01, withdrawn: 2025-01-01}}
             ^ //~ warning[consent-ended]: the part that it was given for is not published: the consent was withdrawn
  - who: zqvtwo
    consent: {{ref: F-2, obtained: 2024-01-01, expires: 2026-06-15}}
             ^ //~ warning[consent-ended]: the part that it was given for is not published: the consent has ended
  - who: x
    consent: {{ref: F-3, obtained: 2024-01-01, expires: 2026-07-15}}
             ^ //~ warning[consent-ends-soon]: the consent ends on 2026-07-15
  - who: x
    consent: {{ref: F-4, obtained: 2024-01-01, expires: 2026-07-16}}
---
"
    ));
}

fn portrait(consent: &str, more: &str) -> String {
    format!(
        "{PORTRAITS}//- content/things/a/index.nl.md\n---\ntitle: A\nportraits:\n  - who: zqvwho\n    photo: photo.txt\n    \
         consent: {{ref: F-1, obtained: 2024-01-01{consent}}}\n{more}---\n"
    )
}

#[test]
fn a_part_without_consent_leaves_no_byte_and_neither_does_its_file() {
    let holds = |consent: &str, more: &str| {
        let outputs = hub(&portrait(consent, more)).outputs();
        let all: Vec<String> = outputs.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
        let all = all.concat();
        (all.contains("zqvwho"), outputs.contains_key("files/things/a/photo.txt"), all.contains("<title>A"))
    };
    assert_eq!(holds("", ""), (true, true, true));
    assert_eq!(holds(", expires: 2026-06-15", ""), (false, false, true));
    assert_eq!(holds(", withdrawn: 2026-06-01", ""), (false, false, true));
    assert_eq!(holds("", "story: {ref: F-2, obtained: 2024-01-01, expires: 2026-06-15}\n"), (false, false, false));
}

#[test]
fn the_consent_of_the_source_holds_for_a_translation_that_says_nothing_on_it() {
    let translation = "//- content/things/a/index.en.md\n---\ntitle: A\ntranslation: {source: nl, state: reviewed}\n\
                       portraits:\n  - who: zqvother\n---\n";
    let hub = hub(&portrait(", withdrawn: 2026-06-01", "")
        .replace("  portraits:\n    kind: list", "  portraits:\n    translated: true\n    kind: list"));
    let mut hub = hub;
    hub.files.extend(crate::fixture::bare(translation).files);
    let outputs = hub.outputs();
    assert!(outputs.contains_key("en/things/a/index.html"));
    assert!(outputs.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("zqvother")));
}

#[test]
fn an_entry_that_expires_or_lost_its_consent_stops_no_strict_build() {
    let story = |line: &str| format!("{PORTRAITS}//- content/things/a.nl.md\n---\ntitle: A\n{line}---\n");
    for (line, codes) in [
        ("expires: 2026-07-15\n", &["expires-soon"][..]),
        ("expires: 2026-07-16\n", &[]),
        ("expires: 2026-06-15\n", &["unpublished-target"]),
        ("confidentiality: closed\n", &["unpublished-target"]),
        ("story: {ref: F, obtained: 2024-01-01, withdrawn: 2026-06-14}\n", &["unpublished-target", "consent-ended"]),
        ("story: {ref: F, obtained: 2024-01-01, expires: 2026-06-15}\n", &["unpublished-target", "consent-ended"]),
        ("story: {ref: F, obtained: 2024-01-01, expires: 2026-06-16}\n", &["consent-ends-soon"]),
    ] {
        let closed = "  story: {kind: consent}\n  confidentiality: {kind: confidentiality}\n";
        let fixture = story(line).replace("  story: {kind: consent}\n", closed);
        let fixture = fixture.replace("//- content/things/a/photo.txt\nzqvphoto\n", "");
        let hub = hub(&fixture);
        let found = hub.check();
        assert_eq!(hub.codes(), codes, "{line}: {:#?}", found.items());
        assert!(!found.stop(true), "{line}");
        let page = hub.page("nl/b/index.html");
        let is_there = !codes.contains(&"unpublished-target");
        assert_eq!(page.contains("things/a"), is_there, "{line}: {page}");
        assert!(page.contains("Een verhaal"), "the words of the link stay: {page}");
    }
}

#[test]
fn the_guide_names_all_warnings_that_never_stop_publication() {
    let names: Vec<String> =
        Code::ALL.iter().filter(|code| !code.counts_under_strict()).map(|code| format!("`{code}`")).collect();
    let guide = include_str!("../../docs/diagnostics.md");
    assert!(guide.contains(&format!("never stop it: {}.", names.join(", "))), "{names:?}");
}
