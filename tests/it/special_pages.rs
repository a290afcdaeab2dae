//! The pages that the program makes by itself: what is new, and how the hub works.

use samen::config::Special;

use crate::fixture::{Hub, check_diagnostics, hub};

const THEME: &str = r#"//- samen.yaml
name: {nl: Proef, en: Trial}
base_url: https://hub.example/
languages:
  - {tag: nl, name: Nederlands}
  - {tag: en, name: English, fallback: [nl]}
default_language: nl
theme: mini
news_page: {nl: nieuw, en: new}
types_page: {nl: zo-werkt-het, en: how-it-works}
//- data/strings/nl.ftl
news = Nieuw
news-lead = Wat er bij kwam
types = Zo werkt het
types-lead = De soorten
//- data/strings/en.ftl
news = What is new
news-lead = What was added
types = How it works
types-lead = The kinds
//- templates/new.html
{% extends "base.html" %}
{% block main %}<h1>{{ page.title }}</h1><ul>
{% for month in page.months %}<li>month: {{ month.id }} {{ month.label }}</li>
{% for item in month.items %}<li>news: {{ item.day }} {{ item.change }} {{ item.card.url }}{% if item.card.illustrative %} example{% endif %}</li>
{% endfor %}{% endfor %}<li>links: {{ site.news }} {{ site.types }} {{ site.translations or "-" }}</li></ul>{% endblock main %}
//- templates/types.html
{% extends "base.html" %}
{% block main %}<h1>{{ page.title }}</h1><ul>
{% for type in page.types %}<li>type: {{ type.name }} {{ type.label.text }} {{ type.count }} {{ type.url or "-" }} {{ type.fallback }}{% if type.confidential %} confidential{% endif %}{% if type.glossary %} glossary{% endif %}</li>
{% for field in type.fields %}<li>field: {{ <one field={field} /> }}</li>
{% endfor %}{% for field in type.outcomes or [] %}<li>outcome: {{ <one field={field} /> }}</li>
{% endfor %}{% endfor %}{% for language in page.languages %}<li>chain: {{ language.tag }}{% for other in language.chain %} {{ other.tag }}{% endfor %}</li>
{% endfor %}<li>words: {{ page.confidentialities | join(sep=" ") }} / {{ page.outcome_kinds | join(sep=" ") }}</li></ul>{% endblock main %}
{% component one(field: map) -%}
{{ field.name }} {{ field.kind }} “{{ field.label.text }}”
{%- if field.help %} help[{{ field.help.lang }}]={{ field.help.text }}{% endif -%}
{%- for flag in ["required", "translated", "private"] %}{% if field[flag] %} {{ flag }}{% endif %}{% endfor -%}
{%- for choice in field.choices %} choice={{ choice.text }}{% endfor -%}
{%- for to in field.to %} to={{ to.label.text }}@{{ to.url or "-" }}{% endfor -%}
{%- if field.inverse %} inverse={{ field.inverse.text }}{% endif -%}
{%- if field.taxonomy %} terms={{ field.taxonomy.label.text }}@{{ field.taxonomy.url or "-" }}{% endif -%}
{%- for part in field.parts %} part=({{ <one field={part} /> }}){% endfor -%}
{%- endcomponent one %}
"#;

fn site(fixture: &str) -> Hub {
    hub(&format!("{THEME}{fixture}"))
}

const NEWS: &str = "//- data/types/page.yaml
folder: pages
path: \"\"
date: date
fields: {date: {kind: date}}
//- data/types/note.yaml
folder: notes
fallback: none
//- content/pages/dated.nl.md
---
title: Met datum
date: 2026-06-01
---
//- content/pages/changed.nl.md
---
title: Gewijzigd
date: 2025-01-01
updated: 2026-06-02
illustrative: true
---
//- content/pages/as-old.nl.md
---
title: Bijgewerkt voor de datum
date: 2026-05-31
updated: 2026-05-01
---
//- content/pages/future.nl.md
---
title: Nog niet
date: 2026-06-16
---
//- content/pages/undated.nl.md
---
title: Zonder
---
//- content/notes/note.nl.md
---
title: Notitie
updated: 2026-06-15
---
";

#[test]
fn what_is_new_is_told_by_month_the_newest_first() {
    let hub = site(NEWS);
    let page = "nl/nieuw/index.html";
    assert_eq!(hub.facts(page, "month"), ["2026-06 juni 2026", "2026-05 mei 2026"]);
    assert_eq!(
        hub.facts(page, "news"),
        [
            "2026-06-15 updated /nl/notes/note/",
            "2026-06-02 updated /nl/changed/ example",
            "2026-06-01 new /nl/dated/",
            "2026-05-31 new /nl/as-old/",
        ]
    );
    assert_eq!(hub.facts("en/new/index.html", "month"), ["2026-06 June 2026", "2026-05 May 2026"]);
    assert_eq!(hub.facts("en/new/index.html", "news").len(), 3, "the note is in no list of English");
    assert_eq!(hub.clock("2026-06-16").facts(page, "news")[0], "2026-06-16 new /nl/future/");
}

#[test]
fn thirty_are_told() {
    let mut fixture = NEWS.to_owned();
    for n in 0..40 {
        fixture.push_str(&format!("//- content/pages/p{n}.nl.md\n---\ntitle: P\ndate: 2026-01-01\n---\n"));
    }
    assert_eq!(site(&fixture).facts("nl/nieuw/index.html", "news").len(), 30);
}

#[test]
fn what_is_new_is_known_on_the_day_though_nothing_was_edited() {
    let site = crate::disk::Disk::of(&site(NEWS));
    for (day, there) in [("2026-06-15", false), ("2026-06-16", true)] {
        assert_eq!(site.run(&["build", "--clock", day]).code, 0);
        assert_eq!(site.read("public/nl/nieuw/index.html").contains("/nl/future/"), there, "{day}");
    }
}

#[test]
fn the_pages_are_known_to_search_engines_and_to_each_other() {
    let hub = site(NEWS);
    let outputs = hub.outputs();
    for (page, other) in [("nieuw", "new"), ("zo-werkt-het", "how-it-works")] {
        let html = hub.page(&format!("nl/{page}/index.html"));
        assert!(!html.contains("noindex"), "{html}");
        assert!(html.contains(&format!("hreflang=\"en\" href=\"https://hub.example/en/{other}/\"")), "{html}");
        let sitemap = String::from_utf8_lossy(&outputs["sitemap-nl.xml"]);
        assert!(sitemap.contains(&format!("<loc>https://hub.example/nl/{page}/</loc>")), "{sitemap}");
    }
    assert_eq!(hub.facts("nl/nieuw/index.html", "links"), ["/nl/nieuw/ /nl/zo-werkt-het/ -"]);
    assert_eq!(hub.facts("nl/nieuw/index.html", "crumb"), ["<a href=\"/nl/\">Welkom</a>"]);
    hub.check_marks();
}

const TYPES: &str = "//- data/types/page.yaml
folder: pages
path: \"\"
label: {nl: Pagina}
plural: {nl: Pagina's, en: Pages}
//- data/types/meeting.yaml
folder: meetings
path: {nl: bijeenkomsten, en: meetings}
plural: {nl: Bijeenkomsten, en: Meetings}
fallback: list
fields:
  mode: {kind: choice, required: true, choices: {online: {nl: Online}, hybrid: {nl: Beide, en: Both}}, label: {nl: Vorm, en: Form}, help: {nl: Kies er een.}}
  about: {kind: text, translated: true, label: {nl: Over, en: About}}
  host: {kind: ref, to: [page, person], inverse: hosted, inverse_label: {nl: Ontving, en: Hosted}}
  topics: {kind: list, of: {kind: term, taxonomy: topics}}
  sources: {kind: list, of: {kind: group, fields: {title: {kind: text, required: true}}}}
  consent: {kind: consent}
  confidentiality: {kind: confidentiality}
outcomes:
  due: {kind: date, label: {nl: Klaar op, en: Due}}
//- data/types/person.yaml
folder: people
fallback: none
link_first_use: true
//- data/terms/topics.yaml
label: {nl: Onderwerpen, en: Topics}
path: {nl: onderwerpen, en: topics}
terms: {a: A}
//- content/meetings/m.nl.md
---
title: M
mode: online
---
";

#[test]
fn how_the_hub_works_is_told_from_its_types() {
    let hub = site(TYPES);
    let page = "en/how-it-works/index.html";
    assert_eq!(
        hub.facts(page, "type"),
        [
            "meeting Meetings 1 /en/meetings/ list confidential",
            "page Pages 0 - page",
            "person person 0 - none glossary",
        ]
    );
    assert_eq!(
        hub.facts(page, "field"),
        [
            "mode choice “Form” help[nl]=Kies er een. required choice=Online choice=Both",
            "about text “About” translated",
            "host ref “host” to=Pages@- to=person@- inverse=Hosted",
            "topics list “topics” terms=Topics@-",
            "sources list “sources” part=(title text “title” required)",
            "consent consent “consent” private",
            "confidentiality confidentiality “confidentiality”",
        ]
    );
    assert_eq!(hub.facts(page, "outcome"), ["due date “Due”"]);
    assert_eq!(hub.facts(page, "chain"), ["nl", "en nl"]);
    let words = "public chatham summary closed / decision action recommendation question";
    assert_eq!(hub.facts(page, "words"), [words]);
    assert_eq!(
        hub.facts("nl/zo-werkt-het/index.html", "field")[0],
        "mode choice “Vorm” help[nl]=Kies er een. required choice=Online choice=Beide"
    );
}

#[test]
fn a_theme_without_the_template_or_the_texts_is_told() {
    let hub = site("").without("templates/new.html").without("data/strings/en.ftl");
    let said: Vec<String> = hub.check().items().iter().map(|said| said.message.to_string()).collect();
    assert!(said.contains(&"the theme has no template `new.html`".to_owned()), "{said:#?}");
    let hub = hub.without("data/strings/nl.ftl");
    let said: Vec<String> = hub.check().items().iter().map(|said| said.message.to_string()).collect();
    for key in ["news", "news-lead", "types", "types-lead"] {
        assert!(said.contains(&format!("no language has the text `{key}`, which pages in `nl` need")), "{said:#?}");
    }
}

#[test]
fn paths_that_are_taken_or_cannot_be_addresses_are_told() {
    let clash = site("//- content/pages/a.nl.md\n---\ntitle: A\nslug: nieuw\n---\n");
    let said = clash.check();
    let message = &said.items()[0].message;
    assert_eq!(said.items()[0].code, "duplicate-route");
    assert!(message.to_string().contains("the page on what is new"), "{message}");
    let wrong = site("").edit("samen.yaml", "{nl: nieuw, en: new}", "{nl: Wat nieuw is, en: new}");
    assert_eq!(wrong.codes().first(), Some(&"route-invalid"));
}

#[test]
fn without_their_settings_there_are_no_such_pages() {
    check_diagnostics("");
    let names = hub("").names();
    assert!(!names.iter().any(|name| name.contains("nieuw") || name.contains("werkt")), "{names:#?}");
}

#[test]
fn the_hub_links_to_its_pages() {
    let (loaded, _) = crate::hub::loaded();
    let rendering = &loaded.rendering;
    let page = |route: &samen::site::Route| {
        let job = rendering.plan.job(route).expect("it is planned");
        match rendering.render(route, job) {
            Ok(samen::render::Content::Bytes(bytes)) => String::from_utf8_lossy(&bytes).into_owned(),
            other => panic!("{route}: {other:?}"),
        }
    };
    let site = &rendering.site;
    for lang in site.config.tags() {
        let home = page(&site.route_in(site.find("").expect("there is a home page"), &lang));
        for (special, links) in [(Special::News, 2), (Special::Types, 1), (Special::Coverage, 1)] {
            let route = site.special_route(special, &lang).expect("the hub has it");
            let url = format!("href=\"{}\"", route.href(&site.config.base_url));
            assert!(home.matches(&url).count() >= links, "{special:?} in {lang}");
            assert!(page(&route).contains("aria-current=\"page\""), "{special:?} in {lang}");
        }
        let search = site.special_route(Special::Search, &lang).expect("the hub has it");
        let form = format!("action=\"{}\"", search.href(&site.config.base_url));
        assert_eq!((home.matches(&form).count(), page(&search).matches(&form).count()), (1, 0), "in {lang}");
    }
}
