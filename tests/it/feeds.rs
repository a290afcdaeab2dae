//! Feeds in all their forms: of the site, of a type and of a term; what they say of an entry and who announces them.

use serde_json::{Value, json};

use crate::fixture::{Hub, check_diagnostics, hub};
use crate::xml;

const NEWS: &str = "//- data/types/news.yaml
folder: news
path: {nl: nieuws, en: news}
plural: {nl: Nieuws, en: News}
feed: true
date: day
fields:
  day: {kind: date}
  topics: {kind: list, of: {kind: term, taxonomy: topics}}
  confidential: {kind: confidentiality}
//- data/terms/topics.yaml
label: Onderwerpen
path: {nl: onderwerpen, en: topics}
feed: true
terms:
  law: {label: {nl: Recht, en: Law}, slug: {nl: recht}}
  work: {label: {nl: Werk, en: Work}, slug: {nl: werk}}
//- content/news/one.nl.md
---
title: Eén
slug: eerste
day: 2024-05-06
updated: 2024-06-07
topics: [law]
---
De tekst.
//- content/news/one.en.md
---
title: One
translation: {source: nl, state: reviewed}
---
The text.
//- content/news/two.nl.md
---
title: Twee
day: 2025-01-01
illustrative: true
topics: [law, work]
confidential: summary
---
Een geheim.
//- content/pages/a.nl.md
---
title: Geen nieuws
---
";

fn json(hub: &Hub, file: &str) -> Value {
    serde_json::from_str(&hub.output(file)).unwrap()
}

fn titles(hub: &Hub, file: &str) -> Vec<String> {
    let items = json(hub, file)["items"].as_array().unwrap().clone();
    items.iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_json_feed_says_what_the_format_asks_for() {
    assert_eq!(
        json(&hub(NEWS), "nl/nieuws/feed.json"),
        json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": "Nieuws – Proef",
            "home_page_url": "https://hub.example/nl/nieuws/",
            "feed_url": "https://hub.example/nl/nieuws/feed.json",
            "language": "nl",
            "authors": [{"name": "Proef"}],
            "items": [
                {
                    "id": "https://hub.example/nl/#news/two",
                    "url": "https://hub.example/nl/nieuws/two/",
                    "title": "Twee (voorbeeld)",
                    "content_text": "",
                    "date_published": "2025-01-01T00:00:00Z",
                    "date_modified": "2025-01-01T00:00:00Z",
                    "tags": ["Recht", "Werk"],
                },
                {
                    "id": "https://hub.example/nl/#news/one",
                    "url": "https://hub.example/nl/nieuws/eerste/",
                    "title": "Eén",
                    "summary": "De tekst.",
                    "content_text": "De tekst.",
                    "date_published": "2024-05-06T00:00:00Z",
                    "date_modified": "2024-06-07T00:00:00Z",
                    "tags": ["Recht"],
                },
            ],
        })
    );
}

#[test]
fn both_forms_of_a_feed_say_the_same() {
    let hub = hub(NEWS);
    for page in ["nl/", "en/", "nl/nieuws/", "en/news/", "nl/onderwerpen/recht/", "en/topics/work/"] {
        let (atom, json) =
            (xml::parse(&hub.output(&format!("{page}feed.xml"))), json(&hub, &format!("{page}feed.json")));
        assert_eq!(json["title"], atom.text_of("title"), "{page}");
        let entries: Vec<Value> = atom
            .all("entry")
            .map(|entry| json!([entry.text_of("id"), entry.text_of("title"), entry.text_of("updated")]))
            .collect();
        let items = json["items"].as_array().unwrap().iter();
        let items: Vec<Value> = items.map(|item| json!([item["id"], item["title"], item["date_modified"]])).collect();
        assert_eq!(entries, items, "{page}");
    }
}

#[test]
fn a_term_has_a_feed_of_the_entries_that_have_it() {
    let hub = hub(NEWS);
    assert_eq!(json(&hub, "nl/onderwerpen/recht/feed.json")["title"], "Recht – Proef");
    assert_eq!(
        json(&hub, "nl/onderwerpen/recht/feed.json")["home_page_url"],
        "https://hub.example/nl/onderwerpen/recht/"
    );
    assert_eq!(titles(&hub, "nl/onderwerpen/recht/feed.json"), ["Twee (voorbeeld)", "Eén"]);
    assert_eq!(titles(&hub, "nl/onderwerpen/werk/feed.json"), ["Twee (voorbeeld)"]);
    assert_eq!(titles(&hub, "en/topics/law/feed.json"), ["One"], "only what is there in the language");
}

#[test]
fn a_taxonomy_without_feed_has_none() {
    let names = hub(NEWS).edit("data/terms/topics.yaml", "feed: true\n", "").names();
    assert!(!names.iter().any(|name| name.contains("recht/feed")), "{names:?}");
    assert!(names.contains(&"nl/onderwerpen/recht/index.html".to_owned()));
}

#[test]
fn an_invented_entry_says_so_in_every_feed_and_stays_out_of_sitemaps() {
    let hub = hub(NEWS).edit("content/news/one.nl.md", "topics:", "illustrative: true\ntopics:");
    assert_eq!(titles(&hub, "nl/feed.json"), ["Twee (voorbeeld)", "Eén (voorbeeld)"]);
    assert_eq!(titles(&hub, "en/feed.json"), ["One (example)"], "in the language of the feed");
    assert!(hub.output("nl/feed.xml").contains("<title>Eén (voorbeeld)</title>"));
    for lang in ["nl", "en"] {
        let sitemap = hub.output(&format!("sitemap-{lang}.xml"));
        assert!(sitemap.contains(&format!("/{lang}/")) && !sitemap.contains("eerste") && !sitemap.contains("news/one"));
    }
}

#[test]
fn the_id_of_an_entry_outlives_its_slug_and_its_title() {
    let ids = |hub: &Hub| {
        let items = json(hub, "nl/feed.json")["items"].as_array().unwrap().clone();
        items.into_iter().map(|item| item["id"].clone()).collect::<Vec<_>>()
    };
    let before = hub(NEWS);
    let after =
        before.clone().edit("content/news/one.nl.md", "title: Eén\nslug: eerste", "title: Anders\nslug: anders");
    assert_eq!(ids(&before), ids(&after));
    assert!(after.output("nl/feed.json").contains("https://hub.example/nl/nieuws/anders/"));
}

#[test]
pub fn a_withheld_text_is_in_no_feed() {
    let hub = hub(NEWS);
    for page in ["nl/", "nl/nieuws/", "nl/onderwerpen/recht/"] {
        for file in ["feed.xml", "feed.json"] {
            let feed = hub.output(&format!("{page}{file}"));
            assert!(feed.contains("Twee (voorbeeld)") && !feed.contains("geheim"), "{page}{file}");
        }
    }
}

/// The feeds that a page announces.
fn announced(hub: &Hub, file: &str) -> Vec<String> {
    let page = hub.page(file);
    let links = page.split("<link rel=\"alternate\" type=\"").skip(1);
    links
        .map(|link| link.split('>').next().unwrap().replace('"', "").replace(" title=", " ").replace(" href=", " "))
        .collect()
}

#[test]
fn pages_announce_both_forms_of_their_feeds() {
    let hub = hub(NEWS);
    let main = ["application/atom+xml Proef /nl/feed.xml", "application/feed+json Proef /nl/feed.json"];
    let news = ["application/atom+xml Nieuws /nl/nieuws/feed.xml", "application/feed+json Nieuws /nl/nieuws/feed.json"];
    let law = [
        "application/atom+xml Recht /nl/onderwerpen/recht/feed.xml",
        "application/feed+json Recht /nl/onderwerpen/recht/feed.json",
    ];
    assert_eq!(announced(&hub, "nl/index.html"), [main, news].concat());
    assert_eq!(announced(&hub, "nl/nieuws/index.html"), [main, news].concat());
    assert_eq!(announced(&hub, "nl/onderwerpen/recht/index.html"), [main, law].concat());
    assert_eq!(announced(&hub, "nl/nieuws/eerste/index.html"), main);
}

#[test]
fn in_a_feed_from_right_to_left_names_are_kept_apart() {
    let site = "//- samen.yaml
name: Proef
base_url: https://hub.example/
languages: [nl, ar]
default_language: nl
theme: mini
//- data/strings/ar.ftl
footnotes = x
footnote-back = x
table-region = x
task-done = x
task-open = x
not-found = x
example-title = { $title } (مثال)
//- content/_index.nl.md
---
title: Welkom
---
//- data/types/news.yaml
folder: news
path: news
plural: {ar: الأخبار}
feed: true
//- content/news/a.ar.md
---
title: خبر 2020–2024
illustrative: true
---
";
    let feed = json(&hub(site), "ar/news/feed.json");
    assert_eq!(feed["title"], "\u{2068}الأخبار\u{2069} – \u{2068}Proef\u{2069}");
    assert_eq!(feed["items"][0]["title"], "\u{2068}خبر \u{2066}2020–2024\u{2069}\u{2069} (مثال)");
}

#[test]
fn a_feed_of_terms_is_yes_or_no() {
    check_diagnostics(
        "//- data/terms/topics.yaml
label: Onderwerpen
feed: often
      ^^^^^ //~ error[schema-invalid]: `feed` must be `true` or `false`
",
    );
}
