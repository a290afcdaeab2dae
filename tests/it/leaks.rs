//! The audit sees words of what is not published, wherever they come out: here by files of the site that somebody wrote.

use crate::fixture::{Hub, hub};

/// A site that keeps something back in every way, with a page of its own that holds `words`.
fn site(words: &str) -> Hub {
    let page = format!(
        "<!doctype html><html lang=\"nl\" dir=\"ltr\"><head><title>Oud</title></head>\
         <body><h1>Oud</h1><p>Tekst: {words}.</p></body></html>"
    );
    hub(r"
//- data/types/meeting.yaml
folder: meetings
path: meetings
label: Meeting
plural: Meetings
fields:
  note: {kind: text, private: true}
  confidentiality: {kind: confidentiality}
//- content/meetings/open.nl.md
---
title: Overleg dat iedereen mag lezen
note: de notulist belt nog met de wethouder hierover
---
De voorzitter opent het overleg met alle partners.
//- content/meetings/draft.nl.md
---
title: Plan voor volgend jaar
draft: true
---
De regels van het plan zijn nog door niemand goedgekeurd en
de voorzitter opent het overleg met alle partners.
//- content/meetings/closed.nl.md
---
title: Besloten overleg
confidentiality: closed
---
Niemand hoort te weten wie er aan tafel zaten die dag.
//- content/meetings/expired.nl.md
---
title: Voorbije afspraak
expires: 2026-01-01
---
Op die plek wordt al lang niet meer samen gegeten.
//- content/meetings/summary.nl.md
---
title: Overleg met een samenvatting
description: Een samenvatting die iedereen mag lezen en delen
confidentiality: summary
---
Wat hier verder gezegd werd blijft binnen de muren van het huis.
")
    .with("static/oud.html", page)
}

#[test]
fn words_of_what_is_kept_back_are_found_in_an_output() {
    for (words, place) in [
        ("Besloten overleg", "content/meetings/closed.nl.md:2"),
        ("Niemand hoort te weten wie er aan tafel zaten die dag", "content/meetings/closed.nl.md:5"),
        ("Plan voor volgend jaar", "content/meetings/draft.nl.md:2"),
        ("De regels van het plan zijn nog door niemand goedgekeurd en", "content/meetings/draft.nl.md:5"),
        ("Op die plek wordt al lang niet meer samen gegeten", "content/meetings/expired.nl.md:5"),
        ("Wat hier verder gezegd werd blijft binnen de muren van het huis", "content/meetings/summary.nl.md:6"),
        ("de notulist belt nog met de wethouder hierover", "content/meetings/open.nl.md:3"),
    ] {
        let found = site(words).check();
        let told: Vec<String> = found.items().iter().map(|d| format!("{}: {}", d.code, d.message)).collect();
        let expected = format!("audit-leak: `/oud.html`: it holds words of `{place}`, which is not public");
        assert_eq!(told, [expected], "{words}");
    }
}

#[test]
fn words_that_are_public_elsewhere_are_no_leak() {
    for words in [
        "niets",
        "De voorzitter opent het overleg met alle partners",
        "Overleg dat iedereen mag lezen",
        "Overleg met een samenvatting",
        "Een samenvatting die iedereen mag lezen en delen",
    ] {
        assert_eq!(site(words).codes(), [] as [&str; 0], "{words}");
    }
}

#[test]
fn drafts_that_are_published_are_no_leak() {
    assert_eq!(site("Plan voor volgend jaar").drafts().codes(), [] as [&str; 0]);
}

#[test]
fn words_of_a_source_behind_its_translation_are_found_and_its_facts_are_no_leak() {
    let alone = |words: &str| {
        let translation = "---\ntitle: Plan\ntranslation: {source: nl, standalone: true}\n---\nText.\n";
        site(words).with("content/meetings/draft.en.md", translation)
    };
    for words in ["Plan voor volgend jaar", "De regels van het plan zijn nog door niemand goedgekeurd en"] {
        assert_eq!(alone(words).codes(), ["audit-leak"], "{words}");
    }
    assert_eq!(alone("niets").codes(), [] as [&str; 0]);
}
