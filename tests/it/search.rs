//! Searching: what is in the index of a language and what is not, how words are cut, and how the index is kept.

use std::collections::BTreeMap;

use proptest::prelude::*;
use samen::lang::{other_form, tokens};

use crate::disk::Disk;
use crate::fixture::{Hub, check_diagnostics, hub};
use crate::server::Server;

/// Two languages, meetings with outcomes, topics, and a page to search.
const SITE: &str = r#"//- samen.yaml
name: {nl: Proef, en: Trial}
base_url: https://hub.example/
languages:
  - {tag: nl, name: Nederlands}
  - {tag: en, name: English, fallback: [nl]}
default_language: nl
theme: mini
search_page: {nl: zoeken, en: search}
//- data/strings/nl.ftl
search = Zoeken
search-lead = Vind het
//- data/strings/en.ftl
search = Search
search-lead = Find it
//- templates/search.html
{% extends "base.html" %}
{% block main %}<h1>{{ page.title }}</h1><ul>
<li>index: {{ page.index }} {{ site.search }}</li>
{% for language in page.languages %}<li>tongue: {{ language.tag }}</li>
{% endfor %}{% for kind in page.kinds %}<li>kind: {{ kind.id }} {{ kind.label or "-" }}</li>
{% endfor %}{% for group in page.groups %}<li>group: {{ group.name }} {{ group.label }} {{ group.count }} {{ group.url or "-" }}</li>
{% for item in group.items %}<li>listed: {{ item.title }} {{ item.lang }}</li>
{% endfor %}{% endfor %}</ul>{% endblock main %}
//- data/types/meeting.yaml
folder: meetings
path: {nl: bijeenkomsten, en: meetings}
label: {nl: Bijeenkomst, en: Meeting}
plural: {nl: Bijeenkomsten, en: Meetings}
date: date
fields:
  date: {kind: date}
  topics: {kind: list, of: {kind: term, taxonomy: topics}}
  consent: {kind: consent}
  place: {kind: text}
  confidentiality: {kind: confidentiality}
outcomes: {owner: {kind: text}}
//- data/terms/topics.yaml
label: {nl: Onderwerpen, en: Topics}
path: {nl: onderwerpen, en: topics}
terms:
  referral: {label: {nl: Verwijzen, en: Referral}}
  unused: {label: {nl: Ongebruikt, en: Unused}}
"#;

const MEETING: &str = "//- content/meetings/utrecht.nl.md
---
title: Werkbijeenkomst Utrecht
description: Over de verwijskaart.
date: 2026-05-11
topics: [referral]
place: Stadskantoor
consent: {ref: F-12b, obtained: 2024-01-01}
---
## Inleiding

We spraken **lang** met elkaar.

## Besluiten {.decisions}

- De kaart komt er, zo snel mogelijk. {#b1 owner=\"Pharos\"}
";

pub fn site(fixture: &str) -> Hub {
    hub(&format!("{SITE}{fixture}"))
}

/// What a word leads to in a language: addresses with the weight of the word there.
fn found(hub: &Hub, lang: &str, word: &str) -> Vec<(String, u64)> {
    let outputs = hub.outputs();
    let parsed = |name: &str| -> serde_json::Value {
        serde_json::from_slice(&outputs[&format!("search/{lang}/{name}.json")]).unwrap()
    };
    let head = parsed("index");
    let mut letters = word.chars().map(u64::from);
    let shelf = (letters.next().unwrap() * 31 + letters.next().unwrap_or(0)) % head["words"].as_u64().unwrap();
    let per = head["results"].as_u64().unwrap();
    let mut number = 0;
    let postings: Vec<u64> =
        parsed(&format!("words-{shelf}"))[word].as_array().into_iter().flatten().map(|n| n.as_u64().unwrap()).collect();
    let result = |pair: &[u64]| {
        number += pair[0];
        let file = parsed(&format!("results-{}", number / per));
        let at = usize::try_from(number % per).unwrap();
        (file[at]["url"].as_str().unwrap().to_owned(), pair[1])
    };
    postings.chunks(2).map(result).collect()
}

pub fn urls(hub: &Hub, lang: &str, word: &str) -> Vec<String> {
    found(hub, lang, word).into_iter().map(|(url, _)| url).collect()
}

/// All bytes of the index.
pub fn index(hub: &Hub) -> BTreeMap<String, String> {
    let files = hub.outputs().into_iter().filter(|(name, _)| name.starts_with("search/"));
    files.map(|(name, bytes)| (name, String::from_utf8(bytes.to_vec()).unwrap())).collect()
}

#[test]
fn words_are_cut_and_folded_as_in_the_browser() {
    let table = include_str!("../words.tsv");
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let [text, words, others] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("three columns: {line}") };
        let cut = tokens(text);
        assert_eq!(cut.join(" "), words, "the words of {text}");
        let forms: Vec<String> = cut.iter().map(|word| other_form(word).unwrap_or_else(|| "-".to_owned())).collect();
        assert_eq!(forms.join(" "), others, "the other forms of {text}");
    }
}

#[test]
fn a_page_is_found_by_title_text_and_facts_and_an_outcome_has_its_own_address() {
    let hub = site(MEETING);
    let page = "/nl/bijeenkomsten/utrecht/";
    let outcome = "/nl/bijeenkomsten/utrecht/#b1";
    assert_eq!(urls(&hub, "nl", "utrecht"), [page, outcome]);
    assert_eq!(urls(&hub, "nl", "elkaar"), [page]);
    assert_eq!(urls(&hub, "nl", "inleiding"), [page]);
    assert_eq!(urls(&hub, "nl", "stadskantoor"), [page]);
    assert_eq!(urls(&hub, "nl", "pharos"), [outcome]);
    assert_eq!(urls(&hub, "nl", "verwijzen"), [page, "/nl/onderwerpen/referral/"]);
    assert_eq!(urls(&hub, "nl", "ongebruikt"), [""; 0], "a term that nobody has");
    let title = found(&hub, "nl", "werkbijeenkomst")[0].1;
    assert!(title > found(&hub, "nl", "elkaar")[0].1, "a title weighs more than a text");
}

#[test]
fn a_result_says_what_is_shown_of_it() {
    let hub = site(&MEETING.replace("place:", "illustrative: true\nplace:"));
    let all: String = index(&hub)
        .into_iter()
        .filter(|(name, _)| name.starts_with("search/nl/results"))
        .map(|(_, text)| text)
        .collect();
    let page = r#"{"url":"/nl/bijeenkomsten/utrecht/","title":"Werkbijeenkomst Utrecht","date":"11 mei 2026","example":true,"text":"Over de verwijskaart. Inleiding We spraken lang met elkaar. Besluiten De kaart komt er, zo snel mogelijk.","headings":[["inleiding","Inleiding"],["besluiten","Besluiten"]]}"#;
    let outcome = r#"{"url":"/nl/bijeenkomsten/utrecht/#b1","title":"De kaart komt er, zo snel mogelijk.","date":"11 mei 2026","in":"Werkbijeenkomst Utrecht","example":true,"text":""}"#;
    for line in [page, outcome] {
        assert!(all.contains(line), "{line}\n{all}");
    }
    let parts = &index(&hub)["search/nl/parts.json"];
    let topic = r#"{"groups":{"topics":"Onderwerpen"},"parts":[["topics","referral","Verwijzen"],["year","2026","2026"]],"of":[[],[],[0,1],[1],[]]}"#;
    assert!(parts.starts_with(topic), "{parts}");
    let head = &index(&hub)["search/nl/index.json"];
    for part in [
        r#""language":"nl","direction":"ltr""#,
        r#""outcome:decision""#,
        r#""section""#,
        r#""terms:topics""#,
        r#""type:meeting""#,
    ] {
        assert!(head.contains(part), "{part} in {head}");
    }
}

#[test]
pub fn a_closed_meeting_leaves_no_byte() {
    for (level, title, text) in [("public", true, true), ("summary", true, false), ("closed", false, false)] {
        let hub = site(&MEETING.replace("place:", &format!("confidentiality: {level}\nplace:")));
        let all: String = index(&hub).into_values().collect();
        let has = |words: &[&str]| words.iter().map(|word| all.contains(word)).collect::<Vec<_>>();
        assert_eq!(has(&["Werkbijeenkomst", "werkbijeenkomst", "stadskantoor", "verwijskaart"]), [title; 4], "{level}");
        assert_eq!(has(&["elkaar", "spraken", "inleiding", "De kaart", "pharos", "#b1"]), [text; 6], "{level}");
        assert!(!all.to_lowercase().contains("12b"), "what is private is in no index: {level}");
    }
    let closed = MEETING.replace("place:", "confidentiality: closed\nplace:");
    assert_eq!(index(&site(&closed)), index(&site("")), "as if it had never been written");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written_in_a_closed_meeting_is_in_no_index(
        title in "[a-zé]{3,9}( [a-zا-ي]{2,8}){0,3}",
        text in "[a-zا-يሀ-ፐ]{2,9}( [a-z0-9]{1,8}){0,20}",
        level in prop_oneof![Just("closed"), Just("public")],
    ) {
        let meeting = format!(
            "//- content/meetings/m.nl.md\n---\ntitle: \"{title}\"\nconfidentiality: {level}\nplace: \"{text}\"\n---\n## {title}\n\n{text}\n\n## B {{.decisions}}\n\n- {text} {{#b1}}\n"
        );
        let (with, without) = (site(&meeting), site(""));
        prop_assert_eq!(index(&with) == index(&without), level == "closed");
    }
}

#[test]
fn what_is_not_public_in_a_language_is_not_found_in_it() {
    let pages = "//- content/pages/own.nl.md
---
title: Eigen
---
nederlands
//- content/pages/own.en.md
---
title: Own
translation: {source: nl, state: reviewed}
---
english
//- content/pages/borrowed.nl.md
---
title: Geleend
---
//- content/pages/draft.nl.md
---
title: Concept
draft: true
---
//- content/pages/apart.nl.md
---
title: Apart
noindex: true
---
//- content/pages/later.nl.md
---
title: Later
publish: 2026-12-01
---
";
    let hub = site(pages);
    assert_eq!(urls(&hub, "nl", "nederlands"), ["/nl/own/"]);
    assert_eq!(urls(&hub, "en", "english"), ["/en/own/"]);
    assert_eq!(urls(&hub, "nl", "geleend"), ["/nl/borrowed/"]);
    assert_eq!(urls(&hub, "en", "geleend"), [""; 0], "it is found in its own language");
    for word in ["concept", "apart", "later"] {
        assert_eq!(urls(&hub, "nl", word), [""; 0], "{word}");
    }
    let hub = hub.drafts();
    for word in ["concept", "apart"] {
        assert_eq!(urls(&hub, "nl", word), [""; 0], "{word}");
    }
}

#[test]
fn files_are_found_by_their_names_and_pictures_are_not() {
    let hub = site("//- content/pages/a/index.nl.md\n---\ntitle: Kaart\n---\n[kaart](verwijs_kaart-2026.pdf)\n")
        .with("content/pages/a/verwijs_kaart-2026.pdf", "%PDF-1.7")
        .with("content/pages/a/portret.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    assert_eq!(urls(&hub, "nl", "2026"), ["/files/pages/a/verwijs_kaart-2026.pdf"]);
    assert_eq!(urls(&hub, "nl", "verwijs"), ["/files/pages/a/verwijs_kaart-2026.pdf"]);
    assert_eq!(urls(&hub, "nl", "portret"), [""; 0]);
}

#[test]
fn other_forms_and_last_parts_of_compounds_weigh_less() {
    let hub = site(
        "//- content/pages/a.nl.md\n---\ntitle: Verwijskaart\n---\nEen kaart. الإحالة ትምህርቲ\n//- content/pages/b.nl.md\n---\ntitle: Gesprekskaart\n---\n",
    );
    let kaart = found(&hub, "nl", "kaart");
    assert_eq!(kaart.iter().map(|(url, _)| url.as_str()).collect::<Vec<_>>(), ["/nl/a/", "/nl/b/"]);
    let whole = found(&hub, "nl", "gesprekskaart")[0].1;
    assert!(kaart[1].1 < whole, "{kaart:?} {whole}");
    assert_eq!(urls(&hub, "nl", "احاله"), ["/nl/a/"]);
    assert_eq!(urls(&hub, "nl", "ተመሀረተ"), ["/nl/a/"]);
    assert_eq!(urls(&hub, "nl", "gespreks"), [""; 0], "the script finds starts of words by itself");
}

#[test]
fn the_index_is_the_same_on_any_number_of_threads() {
    let pages: String = (0..60)
        .map(|n| format!("//- content/pages/p{n}.nl.md\n---\ntitle: Pagina {n}\n---\nwoord{n} en woord{}\n", n % 7))
        .collect();
    let hub = site(&pages);
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| index(&hub))
    };
    let one = on(1);
    assert!(one.len() > 10, "{:?}", one.keys());
    assert_eq!(one, on(4));
    assert_eq!(one, on(9));
}

#[test]
fn an_edit_changes_the_files_of_its_words_and_results_only() {
    let pages: String = (0..80)
        .map(|n| format!("//- content/pages/p{n:02}.nl.md\n---\ntitle: Pagina {n}\n---\n## Kop\n\nEerst.\n\nTekst\n"))
        .collect();
    let before = site(&pages);
    let after = before.clone().edit("content/pages/p40.nl.md", "Tekst", "Tekst zonnebloem");
    let (before, after) = (index(&before), index(&after));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    let changed: Vec<&String> = before.keys().filter(|name| before[*name] != after[*name]).collect();
    assert_eq!(changed.len(), 2, "{changed:?}");
    assert!(changed.iter().all(|name| name.starts_with("search/nl/")), "{changed:?}");
}

#[test]
fn a_build_without_changes_makes_no_index_and_a_change_in_one_language_only_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let hub = site(&
        "//- content/pages/a.nl.md\n---\ntitle: A\n---\nLang\n\nTwee.\n//- content/pages/a.en.md\n---\ntitle: A\ntranslation: {source: nl, state: reviewed}\n---\nOne.\n"
            .replace("Lang", &"Een lange tekst. ".repeat(60)),
    );
    hub.write(folder.path());
    let request = hub.request.clone();
    let build = || {
        let output = samen::output::OutputDir::open(folder.path(), &folder.path().join("public")).unwrap();
        samen::pipeline::build(folder.path(), &output, &request, &samen::pipeline::RunControl::default()).unwrap()
    };
    let first = build();
    assert!(first.rendered > 6, "{}", first.rendered);
    assert_eq!(build().rendered, 0);
    let own = hub.names().iter().filter(|name| name.starts_with("search/nl/")).count();
    hub.edit("content/pages/a.nl.md", "Twee.", "Drie.").write(folder.path());
    assert_eq!(build().rendered, own + 1, "the page and the index of its language");
}

#[test]
fn the_page_lists_everything_for_readers_without_scripts() {
    let hub = site(MEETING).with("content/meetings/_index.nl.md", "---\ntitle: Alle\n---\n");
    assert_eq!(hub.facts("en/search/index.html", "index"), ["/search/ /en/search/"]);
    assert_eq!(hub.facts("en/search/index.html", "tongue"), ["en", "nl"]);
    assert_eq!(
        hub.facts("en/search/index.html", "kind"),
        [
            "type:meeting Meeting",
            "type:page Page",
            "outcome:decision -",
            "outcome:action -",
            "outcome:recommendation -",
            "outcome:question -",
            "terms:topics Topics",
            "section -",
            "file -",
        ]
    );
    assert_eq!(
        hub.facts("en/search/index.html", "group"),
        ["type-meeting Meetings 1 /en/meetings/", "terms-topics Topics 1 /en/topics/"]
    );
    assert_eq!(
        hub.facts("en/search/index.html", "listed"),
        ["<span lang=\"nl\" dir=\"ltr\">Werkbijeenkomst Utrecht</span> nl", "Referral en"],
        "borrowed pages are listed, as in all lists"
    );
}

#[test]
fn a_language_with_nothing_has_an_index_too_and_without_the_setting_there_is_none() {
    let hub = site("").without("content/_index.en.md");
    let files = index(&hub);
    assert!(files["search/en/index.json"].contains(r#""count":0,"words":1"#), "{files:?}");
    assert_eq!(files["search/en/words-0.json"], "{\n\n}\n");
    assert!(!files.contains_key("search/en/results-0.json"));
    check_diagnostics("");
    assert!(!crate::fixture::hub("").names().iter().any(|name| name.starts_with("search/")));
}

#[test]
fn markup_in_a_text_is_text_in_the_index() {
    let hub = site("//- content/pages/a.nl.md\n---\ntitle: 'A <b>&amp;</b> \"x\" __proto__'\n---\n`<img src=x>`\n");
    let all: String = index(&hub).into_values().collect();
    assert!(all.contains(r#""title":"A <b>&amp;</b> \"x\" __proto__""#), "{all}");
    assert!(all.contains(r#""text":"<img src=x>""#), "{all}");
    assert_eq!(urls(&hub, "nl", "proto"), ["/nl/a/"]);
}

#[test]
fn a_language_with_one_page_has_an_index_of_one() {
    let hub = site("//- content/pages/a.en.md\n---\ntitle: Only one\n---\nA word.\n").without("content/_index.en.md");
    let files = index(&hub);
    assert!(files["search/en/index.json"].contains(r#""count":1,"words":1,"#), "{files:?}");
    assert_eq!(urls(&hub, "en", "word"), ["/en/a/"]);
    assert_eq!(files.keys().filter(|name| name.starts_with("search/en/")).count(), 4, "{files:?}");
}

#[test]
fn in_serve_the_index_is_there_and_follows_an_edit() {
    let disk = Disk::new(&format!("{SITE}//- content/pages/a.nl.md\n---\ntitle: A\n---\nEen zonnebloem.\n"));
    let server = Server::of(&disk);
    let has = |word: &str| {
        let shelves = server.get("/search/nl/index.json").text();
        let count: usize = shelves.split("\"words\":").nth(1).unwrap().split(',').next().unwrap().parse().unwrap();
        (0..count).any(|number| server.get(&format!("/search/nl/words-{number}.json")).text().contains(word))
    };
    server.shows("/nl/zoeken/", "/search/");
    assert!(has("\"zonnebloem\""));
    disk.edit("content/pages/a.nl.md", "zonnebloem", "korenbloem");
    server.shows("/nl/a/", "korenbloem");
    assert!(has("\"korenbloem\"") && !has("\"zonnebloem\""));
    assert_eq!(server.get("/search/nl/words-999.json").status, 404);
}
