//! Registers and their parts as feeds of what is new and as calendars of what is due.

use crate::fixture::{Hub, hub};

/// Two meetings, the first of which was made up.
const MEETINGS: &str = "//- data/types/meeting.yaml
folder: meetings
date: date
fields:
  date: {kind: date}
  confidentiality: {kind: confidentiality}
outcomes:
  owner: {kind: refs, to: [organisation], role: owner, label: {nl: Eigenaar, en: Owner}}
  due: {kind: date, role: due}
registers:
  actions: {follow: true, path: {nl: acties, en: actions}, label: {nl: Acties, en: Actions}, overdue: Te laat}
  decisions: {path: besluiten, label: Besluiten}
//- data/types/organisation.yaml
folder: organisations
//- content/organisations/pharos.nl.md
---
title: Pharos, in Utrecht
---
//- content/organisations/coa.nl.md
---
title: COA
---
//- content/meetings/old.nl.md
---
title: Oud overleg
date: 2026-01-10
illustrative: true
---
## Acties {.actions}

- [ ] Oud. {#a1 owner=pharos due=2026-02-01}
//- content/meetings/new.nl.md
---
title: Nieuw overleg
date: 2026-03-10
---
## Acties {.actions}

- [ ] Nieuw; met tekens, en meer. {#a1 owner=pharos due=2026-12-31}
- [x] Klaar. {#a2 owner=coa due=2026-05-01}
- [ ] Zonder dag. {#a3}

## Besluiten {.decisions}

- Besloten. {#d1}
";

/// The lines of a calendar that start with one of these names, unfolded.
fn lines(hub: &Hub, file: &str, names: &[&str]) -> Vec<String> {
    let text = hub.output(file).replace("\r\n ", "");
    let wanted = |line: &&str| names.iter().any(|name| line.starts_with(name));
    text.split_terminator("\r\n").filter(wanted).map(str::to_owned).collect()
}

#[test]
fn a_followed_register_and_its_parts_have_feeds_and_what_changes_by_itself_has_none() {
    let names = hub(MEETINGS).names();
    let feeds: Vec<&String> = names
        .iter()
        .filter(|name| name.starts_with("nl/acties") || name.starts_with("nl/besluiten") || name.starts_with("en/a"))
        .filter(|name| !name.ends_with("index.html") && !name.contains("actions.") && !name.contains("decisions."))
        .collect();
    assert_eq!(
        feeds,
        [
            "en/actions/feed.json",
            "en/actions/feed.xml",
            "nl/acties/calendar.ics",
            "nl/acties/eigenaar/coa/calendar.ics",
            "nl/acties/eigenaar/coa/feed.json",
            "nl/acties/eigenaar/coa/feed.xml",
            "nl/acties/eigenaar/pharos/calendar.ics",
            "nl/acties/eigenaar/pharos/feed.json",
            "nl/acties/eigenaar/pharos/feed.xml",
            "nl/acties/feed.json",
            "nl/acties/feed.xml",
        ]
    );
}

#[test]
fn a_feed_tells_new_outcomes_with_an_id_that_stays() {
    let feed = hub(MEETINGS).output("nl/acties/eigenaar/pharos/feed.xml");
    for words in [
        "<title>Acties: Pharos, in Utrecht – Proef</title>",
        "<title>Nieuw; met tekens, en meer.</title>",
        "<title>Oud. (voorbeeld)</title>",
        "<id>https://hub.example/nl/#meetings/new%23a1</id>",
        "href=\"https://hub.example/nl/meetings/new/#a1\"",
        "<summary>Pharos, in Utrecht · Nieuw overleg · 10 maart 2026</summary>",
    ] {
        assert!(feed.contains(words), "no {words} in {feed}");
    }
    assert!(!feed.contains("Klaar"), "{feed}");
    assert!(feed.find("Nieuw;") < feed.find("Oud."), "the newest first");
    let moved = hub(MEETINGS).edit("content/meetings/new.nl.md", "title: Nieuw overleg", "title: Anders\nslug: anders");
    assert!(moved.output("nl/acties/feed.json").contains("\"id\": \"https://hub.example/nl/#meetings/new%23a1\""));
}

#[test]
fn a_calendar_has_a_free_whole_day_for_what_is_to_be_done() {
    let hub = hub(MEETINGS);
    assert_eq!(
        lines(
            &hub,
            "nl/acties/calendar.ics",
            &["UID", "DTSTART;V", "SUMMARY", "TRANSP", "URL:https://hub.example/nl/meet", "X-WR"]
        ),
        [
            "X-WR-CALNAME:Acties – Proef",
            "UID:meetings/old#a1@hub.example",
            "DTSTART;VALUE=DATE:20260201",
            "SUMMARY;LANGUAGE=nl:Oud. (voorbeeld)",
            "URL:https://hub.example/nl/meetings/old/#a1",
            "TRANSP:TRANSPARENT",
            "UID:meetings/new#a1@hub.example",
            "DTSTART;VALUE=DATE:20261231",
            "SUMMARY;LANGUAGE=nl:Nieuw\\; met tekens\\, en meer.",
            "URL:https://hub.example/nl/meetings/new/#a1",
            "TRANSP:TRANSPARENT",
        ]
    );
    let done = lines(&hub, "nl/acties/eigenaar/coa/calendar.ics", &["BEGIN"]);
    assert_eq!(done, ["BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", "BEGIN:STANDARD"], "what was given to a program stays");
}

#[test]
fn what_should_not_be_told_is_in_no_feed() {
    for line in ["sensitive: true", "noindex: true", "confidentiality: summary", "draft: true"] {
        let hub = hub(MEETINGS).edit(
            "content/meetings/new.nl.md",
            "title: Nieuw overleg",
            &format!("title: Nieuw overleg\n{line}"),
        );
        for file in ["feed.xml", "feed.json", "calendar.ics"] {
            assert!(!hub.output(&format!("nl/acties/{file}")).contains("met tekens"), "{line} in {file}");
        }
    }
}

#[test]
fn the_page_of_a_list_announces_its_feeds() {
    let page = hub(MEETINGS).page("nl/acties/eigenaar/pharos/index.html");
    for link in [
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Acties: Pharos, in Utrecht\" href=\"/nl/acties/eigenaar/pharos/feed.xml\">",
        "<link rel=\"alternate\" type=\"text/calendar\" title=\"Acties: Pharos, in Utrecht\" href=\"/nl/acties/eigenaar/pharos/calendar.ics\">",
    ] {
        assert!(page.contains(link), "no {link} in {page}");
    }
    assert!(!hub(MEETINGS).page("nl/besluiten/index.html").contains("/nl/besluiten/feed.xml"));
}

#[test]
fn registers_are_found_stand_in_the_sitemap_and_in_the_menu() {
    let search = "search_page: zoeken\n";
    let settings =
        crate::fixture::SETTINGS.replace("theme: mini", &format!("theme: mini\nmenu: ['register:actions']\n{search}"));
    let sources = format!("{settings}{MEETINGS}").replace("languages: [nl, en, ar]", "languages: [nl, en]");
    let hub = hub(&sources)
        .with("themes/mini/templates/search.html", "{% extends \"base.html\" %}{% block main %}<h1>{{ page.title }}</h1>{% for item in site.menu %}<a href=\"{{ item.url }}\">{{ item.title }}</a>{% endfor %}{% endblock main %}")
        .with("data/strings/nl.ftl", "search = Zoeken\nsearch-lead = Zoek\n")
        .with("data/strings/en.ftl", "search = Search\nsearch-lead = Search\n");
    let outputs = hub.outputs();
    let text = |file: &str| String::from_utf8(outputs[file].to_vec()).unwrap();
    let sitemap = text("sitemap-nl.xml");
    assert!(sitemap.contains("<loc>https://hub.example/nl/acties/</loc>"), "{sitemap}");
    assert!(!sitemap.contains("/nl/acties/eigenaar/"), "{sitemap}");
    let results: String =
        outputs.keys().filter(|name| name.starts_with("search/nl/results")).map(|name| text(name)).collect();
    for title in ["\"title\":\"Acties\"", "\"title\":\"Acties: Pharos, in Utrecht\""] {
        assert!(results.contains(title), "no {title} in {results}");
    }
    let page = hub.page("nl/zoeken/index.html");
    assert!(page.contains("<a href=\"/nl/acties/\">Acties</a>"), "{page}");
}

#[test]
fn a_menu_tells_of_a_register_that_is_none() {
    crate::fixture::check_diagnostics(&format!(
        "{}menu: ['register:motions']\n       ^ //~ error[reference-unknown]: there is no entry or section `register:motions`\n{MEETINGS}",
        crate::fixture::SETTINGS
    ));
}
