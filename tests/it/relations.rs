//! What entries have to do with each other: references and their inverse, links in texts, terms, and what must not be
//! known of a meeting.

use crate::fixture::{Hub, check_diagnostics, hub};

const TYPES: &str = "//- data/types/meeting.yaml
folder: meetings
path: {nl: bijeenkomsten, en: meetings}
plural: {nl: Bijeenkomsten, en: Meetings}
feed: true
date: date
fields:
  date: {kind: date}
  city: {kind: place}
  topics: {kind: list, of: {kind: term, taxonomy: topics}}
  participants: {kind: refs, to: [organisation], inverse: took_part_in, inverse_label: {nl: Nam deel aan, en: Took part in}, not_under: [chatham]}
  follows: {kind: ref, to: [meeting], inverse: followed_by}
  confidentiality: {kind: confidentiality}
outcomes:
  owner: {kind: refs, to: [organisation]}
//- data/types/organisation.yaml
folder: organisations
//- content/organisations/coa.nl.md
---
title: COA
---
//- data/terms/topics.yaml
label: {nl: Onderwerpen, en: Topics}
path: {nl: onderwerpen, en: topics}
terms:
  help: {label: {nl: Hulp, en: Help}}
  referral: {label: {nl: Verwijzen, en: Referral}, slug: {nl: verwijzen}, broader: help}
  housing: {label: {nl: Wonen}}
//- data/places.yaml
label: Plaatsen
terms: {utrecht: {label: Utrecht, at: [52.09, 5.12]}}
";

fn site(fixture: &str) -> Hub {
    hub(&format!("{TYPES}{fixture}"))
}

fn check(fixture: &str) {
    check_diagnostics(&format!("{TYPES}{fixture}"));
}

const TWO_MEETINGS: &str = "//- content/meetings/one.nl.md
---
title: Een
date: 2023-01-24
participants: [coa]
topics: [referral]
---
//- content/meetings/one.en.md
---
title: One
slug: the-first
translation: {source: nl}
---
//- content/meetings/two.nl.md
---
title: Twee
date: 2023-05-11
participants: [coa]
follows: one
topics: [referral, housing]
---
";

#[test]
fn a_reference_shows_on_both_sides_in_the_language_of_the_reader() {
    let hub = site(TWO_MEETINGS);
    assert_eq!(
        hub.facts("nl/bijeenkomsten/two/index.html", "follows"),
        [r#"<a href="/nl/bijeenkomsten/one/">Een</a>"#]
    );
    assert_eq!(hub.facts("en/meetings/two/index.html", "follows"), [r#"<a href="/en/meetings/the-first/">One</a>"#]);
    assert_eq!(
        hub.facts("nl/organisations/coa/index.html", "Nam deel aan"),
        [r#"<a href="/nl/bijeenkomsten/two/">Twee</a>"#, r#"<a href="/nl/bijeenkomsten/one/">Een</a>"#]
    );
    assert_eq!(
        hub.facts("en/organisations/coa/index.html", "Took part in"),
        [
            r#"<a href="/en/meetings/two/" hreflang="nl" lang="nl" dir="ltr">Twee</a>"#,
            r#"<a href="/en/meetings/the-first/">One</a>"#
        ]
    );
}

#[test]
fn a_relation_without_words_of_its_own_is_called_after_the_type() {
    let hub = site(TWO_MEETINGS);
    assert_eq!(
        hub.facts("nl/bijeenkomsten/one/index.html", "Bijeenkomsten"),
        [r#"<a href="/nl/bijeenkomsten/two/">Twee</a>"#]
    );
}

#[test]
fn links_in_texts_make_backlinks_once() {
    let hub = site(
        "//- content/meetings/one.nl.md
---
title: Een
---
[COA](@/organisations/coa) en [weer](@/organisations/coa) en [zelf](one.md).
//- content/organisations/iom.nl.md
---
title: IOM
---
[COA](coa.md)
",
    );
    let backlinks = hub.facts("nl/organisations/coa/index.html", "backlink");
    assert_eq!(
        backlinks,
        [r#"<a href="/nl/bijeenkomsten/one/">Een</a>"#, r#"<a href="/nl/organisations/iom/">IOM</a>"#]
    );
    assert!(hub.facts("nl/bijeenkomsten/one/index.html", "backlink").is_empty());
}

#[test]
fn related_entries_can_be_of_any_type() {
    let hub = site("//- content/meetings/one.nl.md\n---\ntitle: Een\nrelated: [organisations/coa]\n---\n");
    assert_eq!(
        hub.facts("nl/bijeenkomsten/one/index.html", "related"),
        [r#"<a href="/nl/organisations/coa/">COA</a>"#]
    );
}

#[test]
fn terms_have_pages_with_their_entries_newest_first() {
    let hub = site(TWO_MEETINGS);
    let items = hub.facts("nl/onderwerpen/verwijzen/index.html", "item");
    assert_eq!(items, [r#"<a href="/nl/bijeenkomsten/two/">Twee</a>"#, r#"<a href="/nl/bijeenkomsten/one/">Een</a>"#]);
    assert_eq!(
        hub.facts("nl/onderwerpen/verwijzen/index.html", "broader"),
        [r#"<a href="/nl/onderwerpen/help/">Hulp</a>"#]
    );
    assert_eq!(
        hub.facts("nl/onderwerpen/help/index.html", "narrower"),
        [r#"<a href="/nl/onderwerpen/verwijzen/">Verwijzen</a>"#]
    );
    assert!(hub.page("en/topics/referral/index.html").contains("<h1>Referral</h1>"));
}

#[test]
fn a_taxonomy_lists_its_terms_with_counts_in_the_order_of_the_language() {
    let hub = site(TWO_MEETINGS);
    let lines = |page: &str| hub.facts(page, "term");
    assert_eq!(
        lines("nl/onderwerpen/index.html"),
        [
            r#"<a href="/nl/onderwerpen/help/">Hulp</a> 0"#,
            r#"<a href="/nl/onderwerpen/verwijzen/">Verwijzen</a> 2"#,
            r#"<a href="/nl/onderwerpen/housing/">Wonen</a> 1"#
        ]
    );
    assert_eq!(
        lines("en/topics/index.html")[2],
        r#"<a href="/en/topics/housing/" hreflang="nl" lang="nl" dir="ltr">Wonen</a> 1"#
    );
}

#[test]
fn a_taxonomy_without_a_path_has_no_pages() {
    let hub = site("//- content/meetings/one.nl.md\n---\ntitle: Een\ncity: utrecht\n---\n");
    assert_eq!(hub.facts("nl/bijeenkomsten/one/index.html", "city"), ["Utrecht"]);
    assert!(!hub.names().iter().any(|name| name.contains("utrecht")));
}

#[test]
fn pages_of_terms_are_split_too() {
    let mut fixture =
        TYPES.replace("path: {nl: onderwerpen, en: topics}", "path: {nl: onderwerpen, en: topics}\nper_page: 2");
    for n in 1..=3 {
        fixture.push_str(&format!("//- content/meetings/m{n}.nl.md\n---\ntitle: M{n}\ntopics: [housing]\n---\n"));
    }
    let hub = hub(&fixture);
    assert_eq!(
        hub.facts("nl/onderwerpen/housing/p/2/index.html", "item"),
        [r#"<a href="/nl/bijeenkomsten/m3/">M3</a>"#]
    );
    assert_eq!(hub.facts("nl/onderwerpen/housing/p/2/index.html", "pager"), ["2/2 of 3"]);
}

#[test]
fn names_that_do_not_exist_are_told_at_their_place() {
    check(
        "//- content/meetings/one.nl.md
---
title: Een
participants: [coa, caa]
                    ^^^ //~ error[reference-unknown]: `participants` names the organisation `caa`
follows: on
         ^^ //~ error[reference-unknown]: `follows` names the meeting `on`
topics: [referral, refferal]
                   ^^^^^^^^ //~ error[reference-unknown]: there is no `refferal` in `topics`
city: utrech
      ^^^^^^ //~ error[reference-unknown]: there is no `utrech` in `places`
related: [coa]
          ^^^ //~ warning[value-spelling]: `coa` is read as `organisations/coa`
---
",
    );
}

#[test]
fn names_that_do_not_exist_come_with_a_proposal() {
    let hub = site(
        "//- content/meetings/one.nl.md\n---\ntitle: Een\nparticipants: [caa]\ntopics: [refferal]\ncity: utrech\n---\n",
    );
    let helps: Vec<Option<String>> =
        hub.check().items().iter().map(|d| d.help.as_ref().map(ToString::to_string)).collect();
    let proposals = ["`coa`", "`referral` (Verwijzen)", "`utrecht`"];
    assert_eq!(helps, proposals.map(|words| Some(format!("did you mean {words}?"))));
}

#[test]
fn a_term_above_must_exist_and_terms_cannot_run_in_a_circle() {
    check_diagnostics(
        "//- data/terms/topics.yaml
label: Onderwerpen
terms:
  a: {label: A, broader: b}
  b: {label: B, broader: nowhere}
                         ^^^^^^^ //~ error[reference-unknown]: there is no term `nowhere` in `topics`
",
    );
    let circle =
        hub("//- data/terms/topics.yaml\nlabel: O\nterms:\n  a: {label: A, broader: b}\n  b: {label: B, broader: a}\n");
    assert_eq!(circle.codes(), ["schema-invalid"], "a term cannot stand above itself");
}

#[test]
fn a_link_to_a_draft_is_its_text_and_is_told() {
    let fixture = "//- content/meetings/one.nl.md
---
title: Een
follows: two
         ^^^ //~ warning[unpublished-target]: `two` is a draft; it is left out here
---
Zie [twee](two.md).
    ^^^^^^^^^^^^^^ //~ warning[unpublished-target]: `meetings/two` is a draft; the link is left out
//- content/meetings/two.nl.md
---
title: Twee
draft: true
---
";
    check(fixture);
    let hub =
        site(&fixture.lines().filter(|line| !line.contains("//~")).map(|line| format!("{line}\n")).collect::<String>());
    assert_eq!(hub.body("nl/bijeenkomsten/one/index.html"), "<p>Zie twee.</p>");
    assert!(hub.facts("nl/bijeenkomsten/one/index.html", "follows").iter().all(String::is_empty));
}

#[test]
fn under_the_chatham_house_rule_nobody_is_named() {
    check(
        "//- content/meetings/one.nl.md
---
title: Een
confidentiality: chatham
participants: [coa]
^^^^^^^^^^^^ //~ error[field-invalid]: `participants` may not be published: under the Chatham House Rule
---
Verslag.
",
    );
}

#[test]
fn under_the_chatham_house_rule_the_text_is_published() {
    let hub = site("//- content/meetings/one.nl.md\n---\ntitle: Een\nconfidentiality: chatham\n---\nVerslag.\n");
    assert_eq!(hub.body("nl/bijeenkomsten/one/index.html"), "<p>Verslag.</p>");
}

const SUMMARY: &str = "//- content/meetings/one/index.nl.md
---
title: Een
description: Een zin
date: 2023-01-24
confidentiality: summary
---
## Geheimekop {.actions}

- Geheimeactie {#a1}

Geheimetekst[^n] over [COA](@/organisations/coa).

[^n]: Geheimenoot.
";

#[test]
fn of_a_summary_the_text_stays_inside() {
    let hub = site(SUMMARY);
    assert_eq!(hub.body("nl/bijeenkomsten/one/index.html"), "");
    assert_eq!(hub.facts("nl/bijeenkomsten/one/index.html", "flag"), ["withheld"]);
    assert_eq!(hub.facts("nl/bijeenkomsten/one/index.html", "words"), ["0"]);
    assert_no_trace(&hub, &["geheim"]);
}

#[test]
fn a_withheld_text_makes_no_backlinks() {
    assert!(site(SUMMARY).facts("nl/organisations/coa/index.html", "backlink").is_empty());
}

#[test]
fn a_withheld_text_has_no_anchors_to_link_to() {
    let hub =
        site(&format!("{SUMMARY}//- content/organisations/iom.nl.md\n---\ntitle: IOM\n---\n[x](@/meetings/one#a1)\n"));
    assert_eq!(hub.codes(), ["broken-anchor"]);
}

/// No output has any of the words in its name or bytes, in whatever case.
#[track_caller]
fn assert_no_trace(hub: &Hub, words: &[&str]) {
    for (file, bytes) in hub.outputs() {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        for word in words {
            assert!(!file.to_lowercase().contains(word), "`{word}` in the name of `{file}`");
            assert!(!text.contains(word), "`{word}` in `{file}`:\n{text}");
        }
    }
}

const CLOSED: &str = "//- content/meetings/zwartid/index.nl.md
---
title: Zwarttitel
slug: zwartslug
description: Zwartzin
date: 2023-01-24
confidentiality: closed
participants: [coa]
topics: [housing]
aliases: [/nl/zwartalias/]
---
## Zwartkop {.actions}

- Zwartactie {#a1 owner=coa}

Zwarttekst over [COA](@/organisations/coa) en [plan](zwartplan.pdf).
//- content/meetings/zwartid/index.en.md
---
title: Zwarttitle
translation: {source: nl}
---
## Zwarthead {.actions}

- Zwartaction {#a1}

Zwarttext
//- content/meetings/zwartid/zwartplan.pdf
%PDF-1.7 zwartbytes
//- content/meetings/zwartid/deep/zwartfoto.pdf
%PDF-1.7 zwartbytes
";

#[test]
fn a_closed_meeting_leaves_no_byte() {
    let hub = site(&format!("{CLOSED}{TWO_MEETINGS}"));
    assert_no_trace(&hub, &["zwart"]);
    assert_no_trace(&hub.clone().drafts(), &["zwart"]);
    assert_eq!(
        hub.facts("nl/onderwerpen/index.html", "term")[2],
        r#"<a href="/nl/onderwerpen/housing/">Wonen</a> 1"#,
        "counts"
    );
    assert_eq!(hub.facts("nl/organisations/coa/index.html", "Nam deel aan").len(), 2);
    assert!(hub.facts("nl/organisations/coa/index.html", "backlink").is_empty());
}

#[test]
fn a_site_with_a_closed_meeting_is_the_site_without_it() {
    let with = site(&format!("{CLOSED}{TWO_MEETINGS}")).outputs();
    let without = site(TWO_MEETINGS).outputs();
    assert_eq!(with.keys().collect::<Vec<_>>(), without.keys().collect::<Vec<_>>());
    for (file, bytes) in with {
        assert_eq!(String::from_utf8_lossy(&bytes), String::from_utf8_lossy(&without[&file]), "{file}");
    }
}

#[test]
fn whoever_names_a_closed_meeting_is_warned_and_the_name_is_left_out() {
    let fixture = "//- content/meetings/one.nl.md
---
title: Een
follows: zwartid
         ^^^^^^^ //~ warning[unpublished-target]: `zwartid` is closed; it is left out here
related: [meetings/zwartid]
          ^^^^^^^^^^^^^^^^ //~ warning[unpublished-target]: `meetings/zwartid` is closed
---
[een](zwartid.md) [plan](zwartid/zwartplan.pdf)
^^^^^^^^^^^^^^^^^ //~ warning[unpublished-target]: `meetings/zwartid` is closed; the link is left out
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ //~ warning[unpublished-target]: `meetings/zwartid/zwartplan.pdf` is closed
";
    check(&format!("{CLOSED}{fixture}"));
    let unmarked: String =
        fixture.lines().filter(|line| !line.contains("//~")).map(|line| format!("{line}\n")).collect();
    assert_no_trace(&site(&format!("{CLOSED}{unmarked}")), &["zwart"]);
}

#[test]
fn a_closed_meeting_with_a_mistake_stays_closed() {
    // An editor who forgets the date of a closed meeting must not publish its title by way of a message on a page.
    let hub = site(&CLOSED.replace("date: 2023-01-24", "date: soon"));
    assert!(hub.check().has_errors());
}

#[test]
fn a_field_that_tells_entries_apart_is_never_the_same_twice() {
    check_diagnostics(
        r"
//- data/types/org.yaml
folder: orgs
path: orgs
label: O
plural: O
fields:
  kvk: {kind: text, unique: true}
//- content/orgs/a.nl.md
---
title: A
kvk: '123'
^^^ //~ also: the other one
---
//- content/orgs/b.nl.md
---
title: B
kvk: 123
^^^ //~ error[identifier-taken]: two entries of the type `org` have the same `kvk`
---
//- content/orgs/c.nl.md
---
title: C
kvk: '124'
---
",
    );
}

#[test]
fn a_file_over_its_bound_is_told_with_its_size() {
    let pdf = |size: usize| [b"%PDF-".as_slice(), &vec![b'x'; size - 5]].concat();
    let site = hub(
        "//- data/types/page.yaml\nfolder: pages\nlabel: P\nplural: P\npath: ''\nfields:\n  pdf: {kind: file, max_mb: 1}\n\
         //- content/pages/a/index.nl.md\n---\ntitle: A\npdf: groot.pdf\n---\n",
    )
    .with("content/pages/a/groot.pdf", pdf(1_000_001));
    let said = site.check();
    let told: Vec<_> = said.items().iter().map(|d| (d.code.as_str(), d.message.to_string())).collect();
    assert_eq!(told, [("file-too-large", "`groot.pdf` has 2 MB; `pdf` may have 1".to_owned())]);
    assert!(site.with("content/pages/a/groot.pdf", pdf(1_000_000)).check().items().is_empty());
}
