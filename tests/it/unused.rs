//! What nothing public uses has no page, no feed, no data, and is in no sitemap, map, list or search.

use crate::disk::Disk;
use crate::fixture::{Hub, hub};
use crate::server::Server;

const SITE: &str = "//- data/types/meeting.yaml
folder: meetings
path: {nl: bijeenkomsten, en: meetings}
label: Overleg
plural: {nl: Bijeenkomsten, en: Meetings}
feed: true
data: true
facets: [topics]
fields:
  topics: {kind: list, of: {kind: term, taxonomy: topics}, label: Onderwerpen}
  city: {kind: place, label: Stad}
  secret: {kind: term, taxonomy: topics, label: Intern, private: true}
outcomes:
  topic: {kind: term, taxonomy: topics}
registers:
  decisions: {path: {nl: besluiten, en: decisions}, label: {nl: Besluiten, en: Decisions}}
//- data/terms/topics.yaml
label: {nl: Onderwerpen, en: Topics}
path: {nl: onderwerpen, en: topics}
feed: true
terms:
  help: {label: Hulp}
  referral: {label: Verwijzen, broader: help}
  housing: {label: Wonen}
  work: {label: Werk, broader: help}
  money: {label: Geld}
//- data/places.yaml
label: {nl: Steden, en: Cities}
path: {nl: steden, en: cities}
terms:
  utrecht: {label: Utrecht, at: [52.09, 5.12]}
  arnhem: {label: Arnhem, at: [51.98, 5.9]}
";

const MEETING: &str = "//- content/meetings/one.nl.md
---
title: Een
topics: [referral]
secret: housing
---
## Besluiten {.decisions}
- Er is geld. {#d1 topic=money}
//- content/meetings/two.nl.md
---
title: Twee
draft: true
city: utrecht
topics: [work]
---
";

fn site(fixture: &str) -> Hub {
    hub(&format!("{SITE}{fixture}"))
}

/// Outputs in Dutch whose names hold a word.
fn named(site: &Hub, word: &str) -> Vec<String> {
    site.names().into_iter().filter(|name| name.starts_with("nl/") && name.contains(word)).collect()
}

#[test]
fn a_term_that_nobody_has_is_nowhere() {
    let site = site(MEETING);
    let pages: Vec<String> =
        named(&site, "onderwerpen/").into_iter().filter(|name| name.starts_with("nl/onderwerpen/")).collect();
    let of = |term: &str| pages.iter().filter(|name| name.contains(&format!("/{term}/"))).count();
    // A page and two feeds of each that is used, and of the one above it; `money` is used by an outcome.
    assert_eq!(["help", "referral", "money", "housing", "work"].map(of), [3, 3, 3, 0, 0], "{pages:?}");
    // What a draft or a field for editors only has is not used, and a taxonomy of which no term is used has no page.
    assert_eq!(named(&site, "steden/"), Vec::<String>::new());
    let sitemap = site.output("sitemap-nl.xml");
    assert!(
        sitemap.contains("/nl/onderwerpen/referral/") && !sitemap.contains("housing") && !sitemap.contains("steden")
    );
    let list = site.page("nl/onderwerpen/index.html");
    assert!(list.contains("Verwijzen") && !list.contains("Wonen") && !list.contains("Werk"), "{list}");
    let above = site.page("nl/onderwerpen/help/index.html");
    assert!(above.contains("Verwijzen") && !above.contains("Werk"), "{above}");
    assert_eq!(site.codes(), Vec::<&str>::new());
    // With the draft published they are there.
    let drafts = site.drafts();
    assert!(!named(&drafts, "steden/utrecht/").is_empty() && named(&drafts, "steden/arnhem/").is_empty());
}

#[test]
fn a_taxonomy_that_asks_for_it_has_pages_of_all_its_terms() {
    let all = site(MEETING).edit("data/places.yaml", "terms:", "all_terms: true\nterms:").edit(
        "data/terms/topics.yaml",
        "feed: true",
        "all_terms: true",
    );
    for page in ["steden/", "steden/utrecht/", "steden/arnhem/", "onderwerpen/housing/", "onderwerpen/work/"] {
        assert!(all.names().contains(&format!("nl/{page}index.html")), "{page}");
    }
    assert!(
        site(MEETING).edit("data/places.yaml", "terms:", "all_terms: ja\nterms:").codes().contains(&"schema-invalid")
    );
}

#[test]
fn a_type_without_entries_has_no_section_no_register_and_no_data() {
    let site = site("");
    assert_eq!(named(&site, "bijeenkomsten"), Vec::<String>::new());
    assert_eq!(named(&site, "besluiten"), Vec::<String>::new());
    assert_eq!(site.codes(), Vec::<&str>::new());
    // What the navigation names is there, and what has a page of its own.
    let named_in_menu = site.clone().set("menu", "[meetings, register:decisions]");
    assert_eq!(named_in_menu.codes(), Vec::<&str>::new());
    assert!(!named(&named_in_menu, "bijeenkomsten/index.html").is_empty());
    assert!(!named(&named_in_menu, "besluiten/index.html").is_empty());
    let own = site.with("content/meetings/_index.nl.md", "---\ntitle: Overleg\n---\n");
    assert!(!named(&own, "bijeenkomsten/index.html").is_empty());
}

#[test]
fn the_server_says_how_to_start_an_empty_section_and_the_site_does_not() {
    let disk = Disk::of(&site("").set("menu", "[meetings]"));
    disk.edit("samen.yaml", "theme: mini", "theme: mini\nmenu: [meetings]");
    disk.built();
    assert!(!disk.read("public/nl/bijeenkomsten/index.html").contains("samen new"));
    let server = Server::of(&disk);
    server.shows("/nl/bijeenkomsten/", "samen new meeting NAME");
    disk.write("content/meetings/one.nl.md", "---\ntitle: Eerste\n---\n");
    let page = server.shows("/nl/bijeenkomsten/", "Eerste");
    assert!(!page.text().contains("samen new"), "{}", page.text());
}
