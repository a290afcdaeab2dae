//! Registers: outcomes over all meetings, the chains between them, their parts and their data.

use crate::fixture::{Hub, check_diagnostics, facts, hub};

const TYPES: &str = r"
//- data/terms/topics.yaml
label: Topics
path: topics
terms:
  care: {label: {nl: Zorg, en: Care}}
//- data/types/organisation.yaml
folder: organisations
path: organisations
label: Organisation
plural: Organisations
facets: [kind]
data: true
fields:
  kind: {kind: choice, label: Kind, choices: {ngo: NGO, city: {nl: Gemeente, en: Municipality}}}
  phone: {kind: phone, label: Phone}
//- data/types/meeting.yaml
folder: meetings
path: meetings
label: Meeting
plural: Meetings
date: date
feed: true
calendar: {}
fields:
  date: {kind: date, label: Date}
  level: {kind: confidentiality}
outcomes:
  owner: {kind: refs, role: owner, to: [organisation], label: {nl: Eigenaar, en: Owner}}
  due: {kind: date, role: due, label: Due}
  topic: {kind: term, taxonomy: topics, label: {nl: Onderwerp, en: Topic}}
  status:
    kind: choice
    role: state
    states: {open: open, done: done, dropped: dropped, superseded: superseded}
    label: State
    choices: {open: Open, done: Done, dropped: Dropped, superseded: Superseded}
  follows: {kind: outcome, came: before, inverse: followed_by}
  superseded_by: {kind: outcome, came: after, inverse: supersedes}
registers:
  actions:
    path: {nl: acties, en: actions}
    label: {nl: Acties, en: Actions}
    overdue: {nl: Te laat, en: Overdue}
    per_page: 3
//- content/organisations/anna.nl.md
---
title: Anna
kind: ngo
phone: +31 20 123 45 67
---
";

const MEETINGS: &str = r"
//- content/meetings/first.nl.md
---
title: Eerste
date: 2025-01-10
---
## Acties {.actions}

- [x] Kaart maken {#a1 owner=anna due=2025-02-01 topic=care}
- [ ] Zaal zoeken {#a2 due=2025-03-01 superseded_by=second#a1}
//- content/meetings/second.nl.md
---
title: Tweede
date: 2026-02-10
---
## Acties {.actions}

- [ ] Twee zalen zoeken {#a1 owner=anna due=2026-06-14}
- [ ] Kaart drukken {#a2 due=2026-06-15 topic=care follows=first#a1}
- Zonder vakje {#a3 status=dropped due=2026-01-01}
";

fn site() -> Hub {
    hub(&format!("{TYPES}{MEETINGS}"))
}

#[test]
fn a_register_lists_the_outcomes_of_all_meetings_the_newest_first() {
    let site = site();
    assert_eq!(
        site.facts("nl/acties/index.html", "row"),
        [
            r#"<a href="/nl/meetings/second/#a1">meetings/second#a1</a> open overdue supersedes=meetings/first#a2"#,
            r#"<a href="/nl/meetings/second/#a2">meetings/second#a2</a> open follows=meetings/first#a1"#,
            r#"<a href="/nl/meetings/second/#a3">meetings/second#a3</a> dropped"#,
        ]
    );
    assert_eq!(site.facts("nl/acties/index.html", "pager"), ["1/2 of 5"]);
    assert_eq!(
        site.facts("nl/acties/p/2/index.html", "row"),
        [
            r#"<a href="/nl/meetings/first/#a1">meetings/first#a1</a> done followed_by=meetings/second#a2"#,
            r#"<a href="/nl/meetings/first/#a2">meetings/first#a2</a> superseded superseded_by=meetings/second#a1"#,
        ]
    );
    // Another language has its own address and shows what is there.
    let english = site.facts("en/actions/index.html", "row");
    assert_eq!(english[0].split(' ').nth(1), Some("href=\"/en/meetings/second/#a1\""), "{english:?}");
}

#[test]
fn every_part_of_a_register_is_a_page() {
    let site = site();
    assert_eq!(
        site.facts("nl/acties/index.html", "part"),
        [
            r#"owner organisations/anna 2 <a href="/nl/acties/eigenaar/anna/">Anna</a>"#,
            r#"topic care 2 <a href="/nl/acties/onderwerp/care/">Zorg</a>"#,
            r#"status done 1 <a href="/nl/acties/state/done/">Done</a>"#,
            r#"status dropped 1 <a href="/nl/acties/state/dropped/">Dropped</a>"#,
            r#"status open 2 <a href="/nl/acties/state/open/">Open</a>"#,
            r#"status superseded 1 <a href="/nl/acties/state/superseded/">Superseded</a>"#,
            r#"date 2026 3 <a href="/nl/acties/date/2026/">2026</a>"#,
            r#"date 2025 2 <a href="/nl/acties/date/2025/">2025</a>"#,
        ]
    );
    let rows = |file: &str| site.facts(file, "row").len();
    assert_eq!((rows("nl/acties/onderwerp/care/index.html"), rows("en/actions/topic/care/index.html")), (2, 2));
    assert!(site.page("nl/acties/onderwerp/care/index.html").contains("noindex"), "a part is no page to be found");
    assert!(!site.page("nl/acties/index.html").contains("noindex"));
}

#[test]
fn what_is_overdue_depends_on_the_clock() {
    let overdue = |day: &str| site().clock(day).facts("nl/acties/index.html", "overdue");
    assert_eq!(overdue("2026-06-14"), Vec::<String>::new());
    assert_eq!(overdue("2026-06-15"), [r#"1 <a href="/nl/acties/te-laat/">Te laat</a>"#]);
    assert_eq!(overdue("2026-06-16"), [r#"2 <a href="/nl/acties/te-laat/">Te laat</a>"#]);
    assert!(site().clock("2026-06-16").page("en/actions/overdue/index.html").contains("<h1>Actions: Overdue</h1>"));
}

#[test]
fn what_is_overdue_of_a_part_is_a_page_of_its_own() {
    let site = site().clock("2026-06-16");
    let overdue = |file: &str| site.facts(file, "overdue");
    assert_eq!(
        overdue("nl/acties/eigenaar/anna/index.html"),
        [r#"1 <a href="/nl/acties/eigenaar/anna/te-laat/">Te laat</a>"#]
    );
    let row = r#"<a href="/nl/meetings/second/#a1">meetings/second#a1</a> open overdue supersedes=meetings/first#a2"#;
    assert_eq!(site.facts("nl/acties/eigenaar/anna/te-laat/index.html", "row"), [row]);
    let page = site.page("en/actions/date/2026/overdue/index.html");
    assert!(page.contains("<h1>Actions: 2026 · Overdue</h1>") && page.contains("noindex"), "{page}");
    // Nothing of 2025 is late, so there is no such page and no way to one.
    assert_eq!(overdue("nl/acties/date/2025/index.html"), Vec::<String>::new());
    assert!(site.names().iter().all(|name| !name.contains("2025/te-laat") && !name.contains("done/te-laat")));
}

/// A site whose meetings say the city, topics and projects of their outcomes.
const INHERITED: &str = r#"
//- data/terms/places.yaml
label: Places
path: places
terms: {delft: {label: Delft}, gouda: {label: Gouda}}
//- data/terms/topics.yaml
label: Topics
path: topics
terms: {care: {label: Care}, work: {label: Work}}
//- data/types/project.yaml
folder: projects
path: projects
label: Project
plural: Projects
//- content/projects/bridge.nl.md
---
title: Bridge
---
//- data/types/meeting.yaml
folder: meetings
path: meetings
label: Meeting
plural: Meetings
date: date
fields:
  date: {kind: date, label: Date}
  level: {kind: confidentiality}
  city: {kind: place, label: City}
  owner: {kind: ref, to: [project], label: Owner}
  topics: {kind: list, of: {kind: term, taxonomy: topics}, label: Topics}
  projects: {kind: refs, to: [project], not_under: [chatham], label: Projects}
outcomes:
  owner: {kind: ref, to: [project], role: owner}
  city: {kind: place, label: City}
  topic: {kind: term, taxonomy: topics, inherit: topics, label: Topic}
  project: {kind: ref, to: [project], inherit: projects, label: Project}
registers:
  decisions: {path: decisions, label: Decisions}
//- content/meetings/first.nl.md
---
title: First
date: 2026-01-10
city: delft
owner: bridge
topics: [care]
projects: [bridge]
---
## Decisions {.decisions}

- One {#d1}
- Two {#d2 city=gouda topic=work}
- Three {#d3 city= topic=""}
"#;

#[test]
fn an_outcome_inherits_what_its_meeting_says_and_it_does_not() {
    let site = hub(INHERITED);
    let said = |site: &Hub, row: usize, name: &str| {
        let json: serde_json::Value = serde_json::from_str(&site.output("nl/decisions/decisions.json")).unwrap();
        let value = &json["items"][row][name];
        value.get("id").unwrap_or(value).to_string()
    };
    assert_eq!(said(&site, 0, "inherited"), r#"["city","topic","project"]"#);
    assert_eq!(said(&site, 1, "inherited"), r#"["project"]"#);
    assert_eq!((said(&site, 0, "city"), said(&site, 1, "city")), (r#""delft""#.to_owned(), r#""gouda""#.to_owned()));
    // An empty value says that it has none; a role is of the outcome alone.
    assert_eq!((said(&site, 2, "city"), said(&site, 2, "topic")), ("null".to_owned(), "null".to_owned()));
    assert_eq!(said(&site, 0, "owner"), "null");
    assert!(site.output("nl/decisions/decisions.csv").lines().nth(1).unwrap().contains("\"city; topic; project\""));
    // They count in parts and on the pages of what they name.
    assert_eq!(site.facts("nl/decisions/city/delft/index.html", "row").len(), 1);
    assert_eq!(site.facts("nl/decisions/project/bridge/index.html", "row").len(), 3);
    // Of two topics nobody knows which one is meant; what a meeting keeps back its outcomes do not tell.
    let two = site.edit("content/meetings/first.nl.md", "topics: [care]", "topics: [care, work]");
    assert_eq!(said(&two, 0, "topic"), "null");
    let closed = two.edit("content/meetings/first.nl.md", "projects: [bridge]", "level: chatham");
    assert_eq!(said(&closed, 0, "project"), "null");
    let off = closed.edit(
        "data/types/meeting.yaml",
        "city: {kind: place, label: City}\n  topic:",
        "city: {kind: place, inherit: false, label: City}\n  topic:",
    );
    let off = off.edit("content/meetings/first.nl.md", "city= ", "");
    assert_eq!(said(&off, 0, "city"), "null");
}

#[test]
fn what_an_attribute_inherits_is_a_field_that_fits() {
    check_diagnostics(
        r"
//- data/terms/topics.yaml
label: Topics
terms: {care: {label: Care}}
//- data/types/meeting.yaml
folder: meetings
path: meetings
label: Meeting
plural: Meetings
fields:
  topics: {kind: list, of: {kind: term, taxonomy: topics}, label: Topics}
  about: {kind: text, label: About}
outcomes:
  topic: {kind: term, taxonomy: topics, inherit: topic, label: Topic}
                                                 ^^^^^ //~ error[schema-invalid]: there is no field `topic` in this type that `topic` could inherit
  theme: {kind: term, taxonomy: topics, inherit: about, label: Theme}
                                                 ^^^^^ //~ error[schema-invalid]: `theme` cannot inherit `about`
  other: {kind: term, taxonomy: topics, inherit: true, label: Other}
                                                 ^^^^ //~ error[schema-invalid]: `inherit` names a field of the entry, or is `false`
",
    );
}

#[test]
fn chains_name_outcomes_that_exist_and_go_forward_in_time() {
    check_diagnostics(&format!(
        "{TYPES}{}",
        r"
//- content/meetings/first.nl.md
---
title: Eerste
date: 2025-01-10
---
## Acties {.actions}

- A {#a1 follows=second#a1}
^^^^^^^^^^^^^^^^^^^^^^^^^^^ //~ also: the other one
                 ^^^^^^^^^ //~ error[outcome-chain]: `follows` names an outcome of a later meeting
- B {#a2 superseded_by=firs#a1}
                       ^^^^^^^ //~ error[outcome-chain]: there is no meeting `firs`
- C {#a3 superseded_by=#a4}
- D {#a4 superseded_by=#a3}
                       ^^^ //~ error[outcome-chain]: `superseded_by` leads in a circle
- E {#a5 follows=#a5}
^^^^^^^^^^^^^^^^^^^^^ //~ also: the other one
                 ^^^ //~ error[outcome-chain]: `follows` names the outcome itself
- F {#a6 follows=first}
                 ^^^^^ //~ error[outcome-chain]: `first` does not name an outcome
//- content/meetings/second.nl.md
---
title: Tweede
date: 2026-01-10
---
## Acties {.actions}

- A {#a1 follows=first#a9}
^^^^^^^^^^^^^^^^^^^^^^^^^^ //~ also: the other one
                 ^^^^^^^^ //~ error[outcome-chain]: `meetings/first` has no outcome `a9`
- B {#a2 superseded_by=first#a1 owner=ana}
                       ^^^^^^^^ //~ error[outcome-chain]: `superseded_by` names an outcome of an earlier meeting
                                      ^^^ //~ error[reference-unknown]: `owner` names the organisation `ana`, which does not exist
"
    ));
}

#[test]
pub fn nothing_of_what_is_withheld_or_closed_is_in_a_register() {
    for (level, left) in [("summary", 3_usize), ("closed", 3), ("chatham", 5)] {
        let site = site().edit(
            "content/meetings/first.nl.md",
            "date: 2025-01-10",
            &format!("date: 2025-01-10\nlevel: {level}"),
        );
        let site =
            if level == "chatham" { site } else { site.edit("content/meetings/second.nl.md", " follows=first#a1", "") };
        assert_eq!(site.facts("nl/acties/index.html", "pager"), [format!("1/{} of {left}", left.div_ceil(3))]);
        let all: Vec<u8> = site.outputs().values().flat_map(|bytes| bytes.to_vec()).collect();
        let all = String::from_utf8_lossy(&all).into_owned();
        assert_eq!(all.contains("Kaart maken"), level == "chatham", "{level}");
        assert_eq!(all.contains("Eerste"), level != "closed", "{level}");
    }
}

#[test]
fn data_are_given_away_as_json_and_as_a_table_that_runs_nothing() {
    let site = site().edit("content/meetings/second.nl.md", "Twee zalen zoeken", "=SOM(A1;\"x\") zalen");
    let json: serde_json::Value = serde_json::from_str(&site.output("nl/acties/actions.json")).unwrap();
    assert_eq!((json["language"].as_str(), json["count"].as_u64()), (Some("nl"), Some(5)));
    let item = &json["items"][1];
    assert_eq!(item["id"], "meetings/second#a2");
    assert_eq!(item["follows"], serde_json::json!(["meetings/first#a1"]));
    assert_eq!(item["topic"], serde_json::json!({"id": "care", "label": "Zorg"}));
    assert_eq!(item["meeting"]["url"], "https://hub.example/nl/meetings/second/");
    let csv = site.output("nl/acties/actions.csv");
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(
        lines[0],
        "\u{feff}\"id\",\"text\",\"url\",\"meeting\",\"date\",\"state\",\"illustrative\",\"kind\",\"overdue\",\"Eigenaar\",\"Due\",\"Onderwerp\",\"follows\",\
         \"superseded by\""
    );
    assert!(lines[1].starts_with("\"meetings/second#a1\",\"'=SOM(A1;\"\"x\"\") zalen\","), "{}", lines[1]);
    assert_eq!(lines[2].split(',').nth(11), Some("\"Zorg\""), "{}", lines[2]);
    let directory = site.output("en/organisations/organisation.csv");
    assert!(directory.contains(",\"NGO\",\"+31 20 123 45 67\"\r\n"), "{directory}");
    assert_eq!(facts(&site.page("nl/acties/index.html"), "data").len(), 2);
}

#[test]
fn lists_of_a_type_are_parted_by_its_facets() {
    let site = site();
    assert!(site.page("en/organisations/kind/ngo/index.html").contains("<h1>Organisations: NGO</h1>"));
    assert!(site.names().iter().all(|name| !name.contains("/kind/city/")), "no page for nobody");
    check_diagnostics(
        "//- data/types/page.yaml\nfolder: pages\nlabel: P\nplural: P\npath: pages\nfacets: [titel]\n\
         //- content/pages/a.nl.md\n---\ntitle: A\n---\n"
            .replace(
                "facets: [titel]\n",
                "facets: [titel]\n         ^^^^^ //~ error[schema-invalid]: `titel` is no field\n",
            )
            .as_str(),
    );
}

#[test]
fn five_thousand_outcomes_on_one_topic_have_pages_of_bounded_size() {
    let mut fixture = TYPES.replace("per_page: 3", "per_page: 50");
    for meeting in 0..50 {
        fixture.push_str(&format!(
            "//- content/meetings/m{meeting:02}.nl.md\n---\ntitle: M{meeting}\ndate: 2025-01-10\n---\n## A {{.actions}}\n\n"
        ));
        for action in 0..100 {
            fixture.push_str(&format!("- Actie {action} {{#a{action} owner=anna topic=care}}\n"));
        }
    }
    let outputs = hub(&fixture).outputs();
    let page = &outputs["nl/acties/p/50/index.html"];
    assert!(page.len() < 20_000, "a page of a long list stays small: {} bytes", page.len());
    assert!(outputs.contains_key("nl/acties/onderwerp/care/p/100/index.html"));
    assert!(!outputs.contains_key("nl/acties/onderwerp/care/p/101/index.html"));
}

#[test]
fn the_page_on_data_lists_every_file_and_says_what_is_in_it() {
    let site = hub(&format!(
        "//- samen.yaml\nname: Proef\nbase_url: https://hub.example/\nlanguages: [nl, en]\ndefault_language: nl\n\
         theme: mini\ndata_page: {{nl: gegevens, en: data}}\nlicence: CC-BY-4.0\n\
         //- themes/mini/templates/data.html\n{{% extends \"base.html\" %}}\n{{% block main %}}<h1>{{{{ page.title }}}}</h1>\n\
         <ul>{{% for set in page.datasets %}}<li>set: {{{{ set.title }}}} {{{{ set.count }}}} {{% for file in set.files %}}{{{{ file.url }}}} \
         {{% endfor %}}{{% for field in set.fields %}}{{{{ field.name }}}} {{% endfor %}}</li>\n{{% endfor %}}</ul>{{% endblock main %}}\n\
         //- data/strings/nl.ftl\ndata = Gegevens\ndata-lead = Alles\n//- data/strings/en.ftl\ndata = Data\ndata-lead = All\n\
         {TYPES}{MEETINGS}"
    ));
    assert_eq!(
        site.facts("nl/gegevens/index.html", "set"),
        [
            "Acties 5 /nl/acties/actions.csv /nl/acties/actions.json owner due topic status follows superseded_by",
            "Organisations 1 /nl/organisations/organisation.csv /nl/organisations/organisation.json kind phone",
        ]
    );
    let index: serde_json::Value = serde_json::from_str(&site.output("en/data/index.json")).unwrap();
    assert_eq!(index["licence"], "https://creativecommons.org/licenses/by/4.0/");
    let outputs = site.outputs();
    for set in index["datasets"].as_array().unwrap() {
        for format in ["csv", "json"] {
            let file = set[format].as_str().unwrap().strip_prefix("https://hub.example/").unwrap();
            assert!(outputs.contains_key(file), "{file}");
        }
    }
    let catalog: serde_json::Value = serde_json::from_str(&site.output("nl/gegevens/catalog.jsonld")).unwrap();
    assert_eq!(catalog["@type"], "dcat:Catalog");
    let first = &catalog["dcat:dataset"][0];
    assert_eq!(first["dct:title"], serde_json::json!({"@value": "Acties", "@language": "nl"}));
    let media = &first["dcat:distribution"][0]["dcat:mediaType"]["@id"];
    assert_eq!(media, "https://www.iana.org/assignments/media-types/text/csv");
    assert!(!site.output("nl/gegevens/catalog.jsonld").contains("null"));
}

/// Every field and text of a meeting that may carry a secret, in every place that could let it out.
#[test]
fn a_closed_meeting_leaves_no_byte_and_a_summary_nothing_of_its_text() {
    let secret = |level: &str| {
        let site = hub(&format!(
            "{TYPES}//- content/meetings/open.nl.md\n---\ntitle: Open\ndate: 2026-01-01\nrelated: [meetings/geheim]\n---\n\
             Zie [daar](geheim.md).\n\n## A {{.actions}}\n\n- Na {{#a1 follows=geheim#a1}}\n\
             //- content/meetings/geheim.nl.md\n---\ntitle: Titel-zeven\ndescription: Beschrijving-zeven\nslug: slak-zeven\n\
             date: 2025-07-07\nlevel: {level}\naliases: [/oud-zeven/]\n---\n\
             Tekst-zeven [naar](open.md).\n\n## Kop-zeven\n\n## B {{.actions}}\n\n- Actie-zeven {{#a1 owner=anna topic=care}}\n\
             //- content/meetings/geheim.en.md\n---\ntitle: Title-seven\ntranslation: {{source: nl}}\n---\nText-seven\n"
        ));
        let bytes: Vec<(String, String)> = site
            .outputs()
            .into_iter()
            .map(|(file, bytes)| (file, String::from_utf8_lossy(&bytes).to_lowercase()))
            .collect();
        move |word: &str| -> Vec<String> {
            let found = bytes.iter().filter(|(file, text)| file.contains(word) || text.contains(word));
            found.map(|(file, _)| file.clone()).collect()
        }
    };
    let closed = secret("closed");
    for word in ["zeven", "seven", "geheim", "2025-07-07"] {
        assert_eq!(closed(word), Vec::<String>::new(), "{word}");
    }
    let summary = secret("summary");
    for word in ["tekst-zeven", "text-seven", "kop-zeven", "actie-zeven", "#a1\">meetings/geheim"] {
        assert_eq!(summary(word), Vec::<String>::new(), "{word}");
    }
    assert!(!summary("titel-zeven").is_empty() && !summary("beschrijving-zeven").is_empty());
    let public = secret("public");
    assert!(!public("tekst-zeven").is_empty() && !public("actie-zeven").is_empty(), "the test can fail");
}

#[test]
fn the_language_of_registers_and_their_parts_is_audited() {
    let page =
        r#"<!doctype html><html lang="en" dir="ltr"><head><title>x</title></head><body><h1>x</h1></body></html>"#;
    let found = site().with("templates/register.html", page).check();
    let wrong = found.items().iter().filter(|found| found.code == "audit-language");
    assert!(wrong.clone().any(|found| found.message.to_string().contains("stands on a page in `nl`")), "{found:#?}");
    assert!(!site().codes().contains(&"audit-language"));
}
