//! What pages tell machines: JSON-LD in the words of schema.org, Dublin Core, and citations.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::fixture::{Hub, check_diagnostics, hub};

/// Templates that show all of it, and types that declare something.
const SITE: &str = r#"
//- templates/page.html
{% extends "base.html" %}
{% block main -%}
<h1>{{ page.title }}</h1>
{% if page.json_ld %}<script type="application/ld+json">{{ page.json_ld }}</script>{% endif %}
<ul>
{% for item in page.metadata %}<li>meta: {{ item.name }}={{ item.content }}</li>
{% endfor -%}
{% if page.citation %}<li>cited: {{ list(items=page.citation.publishers) }} ({{ page.citation.year or "-" }}) {{ page.citation.title }} {{ page.citation.url }}</li>
{% for format in page.citation.formats %}<li>format: <a href="{{ format.url }}" type="{{ format.type }}">{{ format.name }}</a></li>
{% endfor -%}
{% endif -%}
</ul>
{% endblock main %}
//- templates/home.html
{% extends "base.html" %}
{% block main -%}
<h1>{{ page.title }}</h1>
{% if page.json_ld %}<script type="application/ld+json">{{ page.json_ld }}</script>{% endif %}
{% endblock main %}
//- data/places.yaml
label: Places
path: places
terms:
  utrecht: {label: {nl: Utrecht (stad), en: Utrecht}, at: [52.09, 5.12]}
//- data/terms/topics.yaml
label: Topics
path: topics
terms:
  law: {label: {nl: Recht, en: Law}}
//- data/types/page.yaml
folder: pages
path: ""
label: Page
plural: Pages
schema_org: {type: WebPage, work: true}
//- data/types/organisation.yaml
folder: organisations
path: organisations
label: Organisation
plural: Organisations
schema_org:
  type: Organization
  by: kind
  types: {city: GovernmentOrganization, ngo: NGO}
fields:
  kind: {kind: choice, choices: [city, ngo, other]}
//- data/types/meeting.yaml
folder: meetings
path: meetings
label: Meeting
plural: Meetings
date: start
schema_org:
  type: Event
  parts: {audience: Audience}
  always: {eventStatus: EventScheduled}
fields:
  start: {kind: datetime, property: startDate}
  city: {kind: place, property: location}
  mode:
    kind: choice
    choices: {here: {nl: Hier, en: Here}, far: {nl: Ver, en: Far}}
    property: {keywords: text, eventAttendanceMode: {here: OfflineEventAttendanceMode}}
  organisers: {kind: refs, to: [organisation], property: organizer, dublin_core: publisher}
  topics: {kind: list, of: {kind: term, taxonomy: topics}, property: about, dublin_core: subject}
  audience: {kind: text, translated: true, property: audience.audienceType}
  languages: {kind: list, of: {kind: language}, property: inLanguage}
  licence: {kind: licence, property: license, dublin_core: rights}
  seats: {kind: integer, property: maximumAttendeeCapacity}
  free: {kind: bool, property: isAccessibleForFree}
  costs: {kind: money, property: estimatedCost}
  website: {kind: url, property: sameAs}
  agenda: {kind: file, property: image}
  confidentiality: {kind: confidentiality}
//- data/types/book.yaml
folder: books
path: books
label: Book
plural: Books
schema_org: {type: Book}
cite: {type: document, by: format, types: {paper: report, film: motion_picture}}
fields:
  format: {kind: choice, choices: [paper, film, web]}
  authors: {kind: list, of: {kind: text}, cite: author}
  publishers: {kind: refs, to: [organisation], cite: publisher}
  year: {kind: integer, cite: year, property: {datePublished: text}}
  url: {kind: url, cite: url}
"#;

/// The site with more files.
fn site(fixture: &str) -> Hub {
    hub(&format!("{SITE}{fixture}"))
}

/// A document with lines of front matter.
fn doc(path: &str, lines: &str) -> String {
    format!("//- content/{path}.md\n---\n{lines}\n---\nTekst.\n")
}

/// The text of the JSON-LD of a page, if it has one.
fn script(hub: &Hub, file: &str) -> Option<String> {
    let page = hub.page(file);
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">")?;
    Some(rest.split_once("</script>").expect("the element ends").0.to_owned())
}

/// The nodes of a page: what it is about, and the trail.
#[track_caller]
fn nodes(hub: &Hub, file: &str) -> (Value, Value) {
    let block: Value = serde_json::from_str(&script(hub, file).expect("the page says what it is about")).unwrap();
    assert_eq!(block["@context"], "https://schema.org");
    (block["@graph"][0].clone(), block["@graph"][1].clone())
}

fn metadata(hub: &Hub, file: &str) -> BTreeMap<String, String> {
    let pairs = hub.facts(file, "meta");
    pairs.iter().filter_map(|pair| pair.split_once('=')).map(|(name, value)| (name.into(), value.into())).collect()
}

#[test]
fn a_choice_decides_the_type_of_an_entry() {
    let hub = site(
        &[
            doc("organisations/a.nl", "title: A\nkind: city"),
            doc("organisations/b.nl", "title: B\nkind: other"),
            doc("organisations/c.nl", "title: C"),
        ]
        .concat(),
    );
    for (name, type_) in [("a", "GovernmentOrganization"), ("b", "Organization"), ("c", "Organization")] {
        assert_eq!(nodes(&hub, &format!("nl/organisations/{name}/index.html")).0["@type"], type_);
    }
}

#[test]
fn a_term_decides_the_type_of_an_entry() {
    let hub = site(&doc("pages/a.nl", "title: A\nkind: law"))
        .edit(
            "data/types/page.yaml",
            "{type: WebPage, work: true}",
            "{type: WebPage, by: kind, types: {law: AboutPage}}",
        )
        .edit("data/types/page.yaml", "plural: Pages", "plural: Pages\nfields: {kind: {kind: term, taxonomy: topics}}");
    assert_eq!(nodes(&hub, "nl/a/index.html").0["@type"], "AboutPage");
}

#[test]
fn values_follow_from_the_kinds_of_fields() {
    let hub = site(
        &[
            "//- content/meetings/m/agenda.pdf\n%PDF-1.7\n".to_owned(),
            doc("organisations/a.nl", "title: Stichting A\nkind: ngo"),
            doc(
                "meetings/m/index.nl",
                "title: Overleg\ndescription: Over recht.\nupdated: 2024-02-01\nstart: 2024-01-10T09:30\n\
            city: utrecht\nmode: here\norganisers: [a]\ntopics: [law]\naudience: Juristen\nlanguages: [nl, ti]\n\
            licence: CC-BY-4.0\nseats: 40\nfree: true\ncosts: EUR 1250.5\nwebsite: https://a.example/x?a=1&b=2\nagenda: agenda.pdf",
            ),
        ]
        .concat(),
    );
    let expected = json!({
        "@type": "Event",
        "@id": "https://hub.example/nl/meetings/m/",
        "name": "Overleg",
        "description": "Over recht.",
        "url": "https://hub.example/nl/meetings/m/",
        "mainEntityOfPage": {
            "@type": "WebPage",
            "url": "https://hub.example/nl/meetings/m/",
            "inLanguage": "nl",
            "dateModified": "2024-02-01",
        },
        "startDate": "2024-01-10T09:30:00",
        "location": {
            "@type": "Place",
            "@id": "https://hub.example/nl/places/utrecht/",
            "name": "Utrecht (stad)",
            "geo": { "@type": "GeoCoordinates", "latitude": 52.09, "longitude": 5.12 },
        },
        "keywords": "Hier",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "organizer": { "@type": "NGO", "@id": "https://hub.example/nl/organisations/a/", "name": "Stichting A" },
        "about": {
            "@type": "DefinedTerm",
            "@id": "https://hub.example/nl/topics/law/",
            "name": "Recht",
            "inDefinedTermSet": "https://hub.example/nl/topics/",
        },
        "audience": { "@type": "Audience", "audienceType": "Juristen" },
        "inLanguage": ["nl", "ti"],
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "maximumAttendeeCapacity": 40,
        "isAccessibleForFree": true,
        "estimatedCost": { "@type": "MonetaryAmount", "value": "1250.50", "currency": "EUR" },
        "sameAs": "https://a.example/x?a=1&b=2",
        "image": "https://hub.example/files/meetings/m/agenda.pdf",
        "eventStatus": "https://schema.org/EventScheduled",
    });
    assert_eq!(nodes(&hub, "nl/meetings/m/index.html").0, expected);
}

#[test]
fn what_is_not_set_or_stands_for_no_member_is_left_out() {
    let hub = site(&doc("meetings/m.nl", "title: M\nmode: far\nlicence: all-rights-reserved"));
    let (event, _) = nodes(&hub, "nl/meetings/m/index.html");
    for absent in ["eventAttendanceMode", "startDate", "location", "license", "audience"] {
        assert_eq!(event.get(absent), None, "{absent}");
    }
    assert_eq!(metadata(&hub, "nl/meetings/m/index.html")["dcterms.rights"], "all-rights-reserved");
}

#[test]
fn translations_of_a_work_name_each_other() {
    let hub = site(
        &[
            doc("pages/a.nl", "title: Een"),
            doc("pages/a.en", "title: One\ntranslation: {source: nl, state: reviewed}"),
            doc("pages/b.nl", "title: Twee"),
        ]
        .concat(),
    );
    let page = |lang: &str| format!("https://hub.example/{lang}/a/");
    let (source, _) = nodes(&hub, "nl/a/index.html");
    let (translation, _) = nodes(&hub, "en/a/index.html");
    assert_eq!(source["workTranslation"], json!([{ "@type": "WebPage", "@id": page("en"), "inLanguage": "en" }]));
    assert_eq!((&source["@id"], source.get("translationOfWork")), (&json!(page("nl")), None));
    assert_eq!(translation["translationOfWork"], json!({ "@type": "WebPage", "@id": page("nl"), "inLanguage": "nl" }));
    assert_eq!((&translation["@id"], translation.get("workTranslation")), (&json!(page("en")), None));
    assert_eq!((&translation["inLanguage"], &translation["name"]), (&json!("en"), &json!("One")));
    assert_eq!(nodes(&hub, "nl/b/index.html").0.get("workTranslation"), None);
}

#[test]
fn a_thing_is_the_same_in_all_languages_and_its_pages_are_translations() {
    let hub = site(
        &[
            doc("organisations/a.nl", "title: Gemeente A\nkind: city"),
            doc("organisations/a.en", "title: City of A\nslug: city\ntranslation: {source: nl, state: reviewed}"),
            doc("meetings/m.nl", "title: M\norganisers: [a]\ntopics: [law]\naudience: Juristen"),
            doc("meetings/m.en", "title: M\ntranslation: {source: nl, state: reviewed}"),
        ]
        .concat(),
    );
    let (thing, _) = nodes(&hub, "en/organisations/city/index.html");
    assert_eq!(thing["@id"], "https://hub.example/nl/organisations/a/");
    assert_eq!(thing["name"], "City of A");
    let page = &thing["mainEntityOfPage"];
    assert_eq!(page["url"], "https://hub.example/en/organisations/city/");
    assert_eq!(page["inLanguage"], "en");
    assert_eq!(page["translationOfWork"]["url"], "https://hub.example/nl/organisations/a/");
    let (event, _) = nodes(&hub, "en/meetings/m/index.html");
    assert_eq!(event["organizer"]["@id"], "https://hub.example/nl/organisations/a/");
    assert_eq!(event["organizer"]["name"], "City of A");
    assert_eq!(event["about"]["name"], "Law");
    assert_eq!(event.get("audience"), None, "a Dutch text says nothing in English");
}

#[test]
fn text_never_ends_the_element_it_stands_in() {
    let hostile = "</script><!-- <script>alert('x') & \\\" \\\\u003c!";
    let hub = site(&doc("pages/a.nl", &format!("title: \"{hostile}\"\ndescription: \"]]> {hostile}\"")));
    let text = script(&hub, "nl/a/index.html").unwrap();
    assert!(!text.contains(['<', '>', '&']), "{text}");
    let (page, trail) = nodes(&hub, "nl/a/index.html");
    let title = "</script><!-- <script>alert('x') & \" \\u003c!";
    assert_eq!(page["name"], title);
    assert_eq!(page["description"], format!("]]> {title}"));
    assert_eq!(trail["itemListElement"][1]["name"], title);
    assert_eq!(hub.codes(), Vec::<&str>::new());
    let published = hub.output("nl/a/index.html");
    let (_, rest) = published.split_once("application/ld+json").expect("the minifier keeps it");
    let (_, rest) = rest.split_once('>').unwrap();
    assert_eq!(rest.split_once("</script>").unwrap().0, text);
}

#[test]
fn pages_that_nobody_stands_behind_say_nothing() {
    let english = "title: A\ntranslation: {source: nl, state: machine}";
    for (lines, english, page) in [
        ("title: A\nillustrative: true", "", "nl/a/index.html"),
        ("title: A\nsensitive: true", "", "nl/a/index.html"),
        ("title: A\nnoindex: true", "", "nl/a/index.html"),
        ("title: A", "", "en/a/index.html"),
        ("title: A", english, "en/a/index.html"),
    ] {
        let other = if english.is_empty() { String::new() } else { doc("pages/a.en", english) };
        let hub = site(&format!("{}{other}", doc("pages/a.nl", lines)));
        assert_eq!(script(&hub, page), None, "{lines} {page}");
        assert_eq!(metadata(&hub, page), BTreeMap::new(), "{lines} {page}");
    }
    let machine = site(&format!("{}{}", doc("pages/a.nl", "title: A"), doc("pages/a.en", english)));
    assert_eq!(nodes(&machine, "nl/a/index.html").0.get("workTranslation"), None);
    let draft = site(&doc("pages/a.nl", "title: A\ndraft: true")).drafts();
    assert_eq!(script(&draft, "nl/a/index.html"), None);
}

#[test]
fn a_meeting_that_is_kept_back_says_nothing() {
    let told = |confidentiality: &str| {
        let lines = format!("title: M\norganisers: [a]\nconfidentiality: {confidentiality}");
        let hub = site(&[doc("organisations/a.nl", "title: A"), doc("meetings/m.nl", &lines)].concat());
        script(&hub, "nl/meetings/m/index.html").is_some()
    };
    assert!(told("public") && told("chatham"));
    assert!(!told("summary"));
}

#[test]
fn entries_that_say_nothing_are_not_named_by_others() {
    let hub = site(
        &[
            doc("organisations/a.nl", "title: A\nillustrative: true"),
            doc("organisations/b.nl", "title: B\nsensitive: true"),
            doc("organisations/c.nl", "title: C"),
            doc("meetings/m.nl", "title: M\norganisers: [a, b, c]"),
        ]
        .concat(),
    );
    assert_eq!(nodes(&hub, "nl/meetings/m/index.html").0["organizer"]["name"], "C");
    assert_eq!(metadata(&hub, "nl/meetings/m/index.html")["dcterms.publisher"], "C");
}

#[test]
fn the_trail_counts_from_the_home_page_to_the_page() {
    let hub = site(&format!(
        "{}{}",
        doc("organisations/_index.nl", "title: Organisaties"),
        doc("organisations/a.nl", "title: A")
    ));
    let item = |position: u32, name: &str, path: &str| json!({ "@type": "ListItem", "position": position, "name": name, "item": format!("https://hub.example/nl/{path}") });
    let expected = [item(1, "Welkom", ""), item(2, "Organisaties", "organisations/"), item(3, "A", "organisations/a/")];
    let (_, trail) = nodes(&hub, "nl/organisations/a/index.html");
    assert_eq!(trail, json!({ "@type": "BreadcrumbList", "itemListElement": expected }));
}

#[test]
fn a_section_can_be_the_set_of_its_entries() {
    let hub = site(&format!("{}{}", doc("books/_index.nl", "title: Boeken"), doc("books/a.nl", "title: A"))).edit(
        "data/types/book.yaml",
        "{type: Book}",
        "{type: DefinedTerm, section: {property: inDefinedTermSet, type: DefinedTermSet}}",
    );
    let set = json!({ "@type": "DefinedTermSet", "@id": "https://hub.example/nl/books/", "name": "Boeken" });
    assert_eq!(nodes(&hub, "nl/books/a/index.html").0["inDefinedTermSet"], set);
}

#[test]
fn the_home_page_names_the_site_in_its_language() {
    let hub = site("").set("description", "{nl: Een proef, en: A trial}");
    let home = |lang: &str| -> Value {
        serde_json::from_str(&script(&hub, &format!("{lang}/index.html")).expect("the home page says what it is"))
            .unwrap()
    };
    let expected = |lang: &str, name: &str, description: &str| {
        let url = format!("https://hub.example/{lang}/");
        json!({ "@context": "https://schema.org", "@type": "WebSite", "@id": url, "name": name,
                "description": description, "inLanguage": lang, "url": url })
    };
    assert_eq!(home("nl"), expected("nl", "Proef", "Een proef"));
    assert_eq!(home("en"), expected("en", "Trial", "A trial"));
}

#[test]
fn dublin_core_describes_the_page() {
    let hub = site(
        &[
            doc("organisations/a.nl", "title: A"),
            doc("pages/p.nl", "title: P"),
            doc(
                "meetings/m.nl",
                "title: \"M & N\"\nstart: 2024-01-10T09:30\nupdated: 2024-02-01\norganisers: [a]\n\
            topics: [law]\nlicence: CC-BY-4.0",
            ),
        ]
        .concat(),
    );
    let expected = [
        ("dcterms.date", "2024-01-10"),
        ("dcterms.description", "Tekst."),
        ("dcterms.identifier", "https://hub.example/nl/meetings/m/"),
        ("dcterms.language", "nl"),
        ("dcterms.modified", "2024-02-01"),
        ("dcterms.publisher", "A"),
        ("dcterms.rights", "https://creativecommons.org/licenses/by/4.0/"),
        ("dcterms.subject", "Recht"),
        ("dcterms.title", "M &amp; N"),
        ("dcterms.type", "Text"),
    ];
    let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(metadata(&hub, "nl/meetings/m/index.html"), BTreeMap::from(expected));
    assert_eq!(metadata(&hub, "nl/p/index.html")["dcterms.publisher"], "Proef");
    let event = hub.edit("data/types/meeting.yaml", "date: start", "date: start\ndublin_core: Event");
    assert_eq!(metadata(&event, "nl/meetings/m/index.html")["dcterms.type"], "Event");
}

#[test]
fn a_book_is_cited_in_three_formats() {
    let hub = site(&[
        doc("organisations/a.nl", "title: A & B {bv}"),
        doc("books/x.nl", "title: '100% _zeker_ {over} #1 $ ~ ^ \\ é'\nslug: één-boek\nformat: paper\nauthors: [Vereniging X, Y]\n\
            publishers: [a]\nyear: 2016\nurl: 'https://x.example/a_{b}?c=1&d=50%25#e'"),
    ].concat());
    assert_eq!(
        hub.output("nl/books/één-boek/cite.bib"),
        r"@techreport{een-boek,
  author = {{Vereniging X} and {Y}},
  title = {{100\% \_zeker\_ \textbraceleft{}over\textbraceright{} \#1 \$ \textasciitilde{} \textasciicircum{} \textbackslash{} é}},
  institution = {{A \& B \textbraceleft{}bv\textbraceright{}}},
  year = {2016},
  url = {https://x.example/a_%7Bb%7D?c=1&d=50%25#e},
}
"
    );
    assert_eq!(
        hub.output("nl/books/één-boek/cite.ris"),
        "TY  - RPRT\r\nID  - een-boek\r\nAU  - Vereniging X\r\nAU  - Y\r\nTI  - 100% _zeker_ {over} #1 $ ~ ^ \\ é\r\n\
         PB  - A & B {bv}\r\nPY  - 2016\r\nUR  - https://x.example/a_{b}?c=1&d=50%25#e\r\nER  - \r\n"
    );
    let csl: Value = serde_json::from_str(&hub.output("nl/books/één-boek/cite.json")).unwrap();
    let expected = json!([{
        "id": "een-boek",
        "type": "report",
        "title": "100% _zeker_ {over} #1 $ ~ ^ \\ é",
        "author": [{ "literal": "Vereniging X" }, { "literal": "Y" }],
        "publisher": "A & B {bv}",
        "issued": { "date-parts": [[2016]] },
        "URL": "https://x.example/a_{b}?c=1&d=50%25#e",
    }]);
    assert_eq!(csl, expected);
    assert_eq!(
        hub.facts("nl/books/één-boek/index.html", "format"),
        [
            r#"<a href="/nl/books/één-boek/cite.bib" type="application/x-bibtex">BibTeX</a>"#,
            r#"<a href="/nl/books/één-boek/cite.ris" type="application/x-research-info-systems">RIS</a>"#,
            r#"<a href="/nl/books/één-boek/cite.json" type="application/vnd.citationstyles.csl+json">CSL-JSON</a>"#,
        ]
    );
    assert_eq!(hub.codes(), Vec::<&str>::new());
}

#[test]
fn what_is_not_known_is_not_cited() {
    let hub = site(&doc("books/x.nl", "title: X\nformat: web"));
    let url = "https://hub.example/nl/books/x/";
    assert_eq!(hub.output("nl/books/x/cite.bib"), format!("@misc{{x,\n  title = {{{{X}}}},\n  url = {{{url}}},\n}}\n"));
    assert_eq!(
        hub.output("nl/books/x/cite.ris"),
        format!("TY  - GEN\r\nID  - x\r\nTI  - X\r\nUR  - {url}\r\nER  - \r\n")
    );
    let csl: Value = serde_json::from_str(&hub.output("nl/books/x/cite.json")).unwrap();
    assert_eq!(csl, json!([{ "id": "x", "type": "document", "title": "X", "URL": url }]));
    assert_eq!(hub.facts("nl/books/x/index.html", "cited"), [format!("(-) X {url}")]);
}

#[test]
fn a_line_in_a_title_starts_no_line_of_ris() {
    let hub = site(&doc("books/x.nl", "title: \"X\\nER  - \\r\\nTY  - BOOK\""));
    let ris = hub.output("nl/books/x/cite.ris");
    assert_eq!(ris.matches("\r\n").count(), ris.matches('\n').count());
    assert_eq!(ris.lines().map(|line| &line[..2]).collect::<Vec<_>>(), ["TY", "ID", "TI", "UR", "ER"]);
    assert!(ris.contains("TI  - X ER - TY - BOOK\r\n"), "{ris}");
}

#[test]
fn a_book_is_cited_where_it_has_a_text_of_its_own() {
    let files = |lines: &str, english: &str| -> Vec<String> {
        let other = if english.is_empty() { String::new() } else { doc("books/x.en", english) };
        let hub = site(&format!("{}{other}", doc("books/x.nl", lines)));
        hub.names().into_iter().filter(|name| name.ends_with("cite.bib")).collect()
    };
    assert_eq!(files("title: X", ""), ["nl/books/x/cite.bib"]);
    let english = "title: X\ntranslation: {source: nl}";
    assert_eq!(files("title: X", english), ["en/books/x/cite.bib", "nl/books/x/cite.bib"]);
    assert_eq!(files("title: X\nillustrative: true", english), Vec::<String>::new());
    assert_eq!(files("title: X\nsensitive: true", ""), Vec::<String>::new());
}

#[test]
fn a_title_from_right_to_left_is_plain_text_for_machines() {
    let hub =
        site(&doc("books/kitab.ar", "title: كتاب 2022-2024\nslug: كتاب\nyear: 2024")).set("languages", "[nl, en, ar]");
    let file = "ar/books/كتاب/";
    let page = hub.page(&format!("{file}index.html"));
    assert!(page.contains("<h1>كتاب \u{2066}2022-2024\u{2069}</h1>"), "readers get the number in its order: {page}");
    let (book, trail) = nodes(&hub, &format!("{file}index.html"));
    assert_eq!(book["name"], "كتاب 2022-2024");
    assert_eq!(trail["itemListElement"][2]["name"], "كتاب 2022-2024");
    assert_eq!(metadata(&hub, &format!("{file}index.html"))["dcterms.title"], "كتاب 2022-2024");
    let bibtex = hub.output(&format!("{file}cite.bib"));
    assert!(bibtex.starts_with("@misc{kitab,\n  title = {{كتاب 2022-2024}},\n  year = {2024},\n"), "{bibtex}");
    assert!(hub.output(&format!("{file}cite.ris")).contains("TI  - كتاب 2022-2024\r\n"));
}

#[test]
fn a_file_of_a_citation_is_in_nobodys_way() {
    let hub = site(&format!("{}{}", doc("books/x.nl", "title: X"), "//- static/nl/books/x/cite.bib\nmine\n"));
    assert_eq!(hub.codes(), ["duplicate-route"]);
}

#[test]
fn what_a_type_declares_for_machines_fits_its_fields() {
    check_diagnostics(
        r"
//- data/types/book.yaml
folder: books
label: Book
plural: Books
schema_org:
  type: book
        ^^^^ //~ error[schema-invalid]: `book` is not a name of the vocabulary
  by: sort
      ^^^^ //~ error[schema-invalid]: there is no field `sort` in this type
  parts: {audience: Audience}
  colour: red
  ^^^^^^ //~ error[unknown-key]: there is no setting `colour` here
dublin_core: Txt
             ^^^ //~ error[schema-invalid]: `Txt` is not a value of `dublin_core`
cite: {type: document, by: kind, types: {novel: book, film: motion_picture, paper: paper}}
                                                      ^^^^ //~ error[schema-invalid]: `film` is not a value of `kind`
                                                                                   ^^^^^ //~ error[schema-invalid]: `paper` is not a name
fields:
  kind: {kind: choice, choices: [novel, paper]}
",
    );
}

#[test]
fn properties_fit_their_fields() {
    check_diagnostics(
        r"
//- data/terms/topics.yaml
label: Topics
terms: {law: Law}
//- data/types/book.yaml
folder: books
label: Book
plural: Books
schema_org: {type: Book, by: topic, types: {law: Legislation, lore: Book}}
                                                              ^^^^ //~ error[schema-invalid]: `lore` is not a value of `topic`
cite: true
fields:
  topic: {kind: term, taxonomy: topics}
  a: {kind: text, property: Name}
                            ^^^^ //~ error[schema-invalid]: `Name` is not a name of the vocabulary
  b: {kind: text, property: audience.audienceType}
                            ^^^^^^^^^^^^^^^^^^^^^ //~ error[schema-invalid]: `parts` of `schema_org` does not say what `audience` is
  c: {kind: group, fields: {d: {kind: text, property: name}}}
                                                      ^^^^ //~ error[schema-invalid]: this belongs to `c` as a whole
  e: {kind: text, property: {name: {x: Y}}}
                             ^^^^ //~ error[schema-invalid]: only a choice or a term stands for members
  f: {kind: text, cite: year}
                        ^^^^ //~ error[schema-invalid]: a field of this kind cannot be the `year` of a citation
  g: {kind: choice, choices: [x], property: {genre: {z: Z}}}
                                                     ^ //~ error[schema-invalid]: `z` is not a value of `g`
  h: {kind: text, dublin_core: maker}
                               ^^^^^ //~ error[schema-invalid]: `maker` is not a value of `dublin_core`
//- data/types/film.yaml
folder: films
label: Film
plural: Films
fields:
  i: {kind: text, property: name}
                            ^^^^ //~ error[schema-invalid]: the type does not say what it is: `schema_org`
  j: {kind: text, cite: author}
                        ^^^^^^ //~ error[schema-invalid]: the type does not say `cite: true`
",
    );
}
