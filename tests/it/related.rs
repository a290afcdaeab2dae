//! Entries that share most with an entry (`page.related_auto`).

use crate::fixture::{Hub, hub};

const TYPES: &str = r#"//- data/types/page.yaml
folder: pages
path: ""
date: date
fields:
  date: {kind: date}
  topics: {kind: list, of: {kind: term, taxonomy: topics}}
  partners: {kind: refs, to: [page], inverse: partner_of}
  source: {kind: group, fields: {by: {kind: ref, to: [page]}}}
  confidentiality: {kind: confidentiality}
//- data/terms/topics.yaml
label: Topics
terms: {common: C, rare: R, other: O}
//- templates/page.html
{% extends "mini/page.html" %}{% block main %}{{ super() }}<ul>
{% for item in page.related_auto %}<li>near: {{ item.url }}</li>
{% endfor %}</ul>{% endblock main %}
"#;

/// Pages in Dutch: a name and the lines of its front matter; a text may follow after `|`.
fn site(pages: &[(&str, &str)]) -> Hub {
    let mut fixture = TYPES.to_owned();
    for (name, page) in pages {
        let (front, text) = page.split_once('|').unwrap_or((page, ""));
        fixture.push_str(&format!("//- content/pages/{name}.nl.md\n---\ntitle: {name}\n{front}\n---\n{text}\n"));
    }
    hub(&fixture)
}

/// Names of the pages that are near to `a`.
fn near(hub: &Hub) -> Vec<String> {
    let urls = hub.facts("nl/a/index.html", "near");
    urls.iter().map(|url| url.trim_start_matches("/nl/").trim_end_matches('/').to_owned()).collect()
}

#[test]
fn a_rare_term_counts_more_than_a_common_one() {
    let hub = site(&[
        ("a", "topics: [common, rare]"),
        ("b", "topics: [common]"),
        ("c", "topics: [common]"),
        ("d", "topics: [rare]"),
        ("e", "topics: [other]"),
        ("f", "topics: [common, rare]"),
    ]);
    assert_eq!(near(&hub), ["f", "d", "b", "c"]);
    assert_eq!(hub.facts("en/a/index.html", "near").len(), 4, "pages that English readers borrow");
}

#[test]
fn entries_that_refer_to_the_same_are_near_and_what_they_refer_to_is_not_told_again() {
    let hub = site(&[("a", "partners: [x]"), ("b", "source: {by: x}"), ("c", "partners: [y]"), ("x", ""), ("y", "")]);
    assert_eq!(near(&hub), ["b"]);
}

#[test]
fn a_text_that_links_makes_near_unless_it_stays_inside() {
    let linked = |front: &str| site(&[("a", &format!("{front}|[b](b.md) [home](../_index.nl.md)")), ("b", "")]);
    assert_eq!(near(&linked("")), ["b"]);
    assert!(near(&linked("confidentiality: summary")).is_empty());
}

#[test]
fn what_the_page_names_already_is_left_out() {
    let all = "topics: [common]";
    let hub = site(&[
        ("a", "topics: [common]\nrelated: [pages/related]"),
        ("related", all),
        ("relation", "topics: [common]\npartners: [a]"),
        ("backlink", "topics: [common]|[a](a.md)"),
        ("other", all),
    ]);
    assert_eq!(near(&hub), ["other"]);
}

#[test]
fn of_those_that_are_as_near_the_newest_come_first_and_five_are_enough() {
    let mut pages = vec![("a", "topics: [common]")];
    pages.extend(["b", "c", "d", "e"].map(|name| (name, "topics: [common]")));
    pages.extend([("y", "topics: [common]\ndate: 2024-01-01"), ("z", "topics: [common]\ndate: 2025-01-01")]);
    assert_eq!(near(&site(&pages)), ["z", "y", "b", "c", "d"]);
}

#[test]
fn every_language_gets_five_of_those_that_it_lists() {
    let mut pages = vec![("a".to_owned(), "topics: [common]")];
    // More newer ones than are put in order at first.
    pages.extend((0..80).map(|n| (format!("dutch{n:02}"), "topics: [common]\ndate: 2025-01-01")));
    let pages: Vec<(&str, &str)> = pages.iter().map(|(name, page)| (name.as_str(), *page)).collect();
    let mut hub = site(&pages).edit("data/types/page.yaml", "date: date\n", "date: date\nfallback: none\n");
    hub = hub.with("content/pages/a.en.md", "---\ntitle: a\ntranslation: {source: nl}\n---\n");
    for n in 0..7 {
        let front = format!("---\ntitle: e{n}\ntopics: [common]\ndate: 2020-01-01\n---\n");
        hub = hub.with(&format!("content/pages/english{n}.en.md"), front);
    }
    assert_eq!(near(&hub), ["dutch00", "dutch01", "dutch02", "dutch03", "dutch04"]);
    let english: Vec<String> = (0..5).map(|n| format!("/en/english{n}/")).collect();
    assert_eq!(hub.facts("en/a/index.html", "near"), english);
}

#[test]
fn what_more_than_five_hundred_have_in_common_says_nothing() {
    let with = |count: usize| {
        let names: Vec<String> = (1..count).map(|n| format!("b{n}")).collect();
        let mut pages = vec![("a", "topics: [common]")];
        pages.extend(names.iter().map(|name| (name.as_str(), "topics: [common]")));
        near(&site(&pages)).len()
    };
    assert_eq!((with(500), with(501)), (5, 0));
}

#[test]
fn sections_are_never_near() {
    let hub = site(&[("a", "|[home](../_index.nl.md)"), ("b", "|[home](../_index.nl.md)")]);
    assert!(near(&hub).is_empty());
}
