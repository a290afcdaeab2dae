//! Links at the first use of a word that the glossary explains, and what its page says of those that use it.

use samen::lang::Phrases;
use samen::output::OutputDir;
use samen::pipeline::{self, Built, RunControl};

use crate::disk::Disk;
use crate::fixture::{Hub, check_diagnostics, hub};

/// A glossary of some words in two languages, and a page that lists what the mini theme does not show.
pub const TERMS: &str = r#"//- data/types/term.yaml
folder: terms
path: {nl: begrippen, en: terms}
link_first_use: true
fallback: list
fields:
  also: {kind: list, of: {kind: text}, translated: true}
  see: {kind: refs, to: [term]}
//- content/terms/help.nl.md
---
title: Hulp
also: [hulpverlening]
---
//- content/terms/help.en.md
---
title: Support
also: [supporting]
translation: {source: nl}
---
//- content/terms/first-help.nl.md
---
title: Eerste hulp
---
//- content/terms/cafe.nl.md
---
title: Zorgcafé
also: [zorgcafés]
---
//- templates/page.html
{% extends "mini/page.html" %}{% block main %}{{ super() }}<ul>
{% for item in page.used_in %}<li>used: {{ item.url }} {{ item.title }}</li>
{% endfor %}<li>total: {{ page.used_in_total }}</li></ul>{% endblock main %}
"#;

fn site(fixture: &str) -> Hub {
    hub(&format!("{TERMS}{fixture}"))
}

/// The page `pages/a` in Dutch with that text.
fn page(markdown: &str) -> String {
    site(&format!("//- content/pages/a.nl.md\n---\ntitle: A\n---\n{markdown}\n")).body("nl/a/index.html")
}

/// The link to a term in Dutch.
fn to(slug: &str, words: &str) -> String {
    format!("<a class=\"glossary\" href=\"/nl/begrippen/{slug}/\">{words}</a>")
}

#[test]
fn the_first_use_of_a_title_becomes_a_link_and_later_uses_do_not() {
    let help = to("help", "hulp");
    assert_eq!(
        page("Wie hulp zoekt, vindt hulp.\n\nHulp!"),
        format!("<p>Wie {help} zoekt, vindt hulp.</p>\n<p>Hulp!</p>")
    );
}

#[test]
fn case_accents_line_breaks_and_other_words_do_not_matter() {
    for (text, html) in [
        ("HULP", to("help", "HULP")),
        ("de hulpverlening.", format!("de {}.", to("help", "hulpverlening"))),
        ("Een ZORGCAFE\u{301}S", format!("Een {}", to("cafe", "ZORGCAFE\u{301}S"))),
        ("een zorgcafe", format!("een {}", to("cafe", "zorgcafe"))),
        ("“Eerste\nhulp”", format!("“{}”", to("first-help", "Eerste\nhulp"))),
        ("*hulp*&amp;", format!("<em>{}</em>&amp;", to("help", "hulp"))),
        ("A & hulp < \"hulp\"", format!("A &amp; {} &lt; &quot;hulp&quot;", to("help", "hulp"))),
    ] {
        assert_eq!(page(text), format!("<p>{html}</p>"), "{text}");
    }
}

#[test]
fn a_part_of_a_word_is_no_use_of_it() {
    for text in
        ["hulpvaardig", "behulp", "hulpen", "hulp_", "*hulp*vaardig", "be**hulp**", "eerste *hulp*vaardig", "hulp's"]
    {
        assert!(!page(text).contains("glossary"), "{text}: {}", page(text));
    }
    assert!(page("hulp-lijn (hulp), hulp’").contains(&to("help", "hulp")), "a hyphen parts words in Unicode");
}

#[test]
fn the_longest_of_two_words_that_overlap_is_linked() {
    let html = page("Eerste hulp is geen hulp. Eerste hulp.");
    let (first, help) = (to("first-help", "Eerste hulp"), to("help", "hulp"));
    assert_eq!(html, format!("<p>{first} is geen {help}. Eerste hulp.</p>"));
}

#[test]
fn links_headings_code_and_tags_are_left_as_they_are() {
    let other = "//- content/pages/b.nl.md\n---\ntitle: B\n---\n";
    let text = "## Hulp {#hulp}\n\n[hulp](b.md) `hulp` <abbr title=\"hulp > hulp\">x</abbr> ![hulp](p.svg \"hulp\")\n\n    hulp\n\n```\nhulp\n```\n\n<h3 title=\"hulp\">hulp</h3>\n\n::: details title=\"hulp\"\n:::\n";
    let fixture = format!(
        "{other}//- content/pages/a/p.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n//- content/pages/a/index.nl.md\n---\ntitle: A\n---\n{}",
        text.replace("b.md", "../b.md")
    );
    let hub = site(&fixture).set("html.allow", "[abbr, h3]");
    let html = hub.body("nl/a/index.html");
    assert!(html.contains("<summary>hulp</summary>") && !html.contains("glossary"), "{html}");
    let after = hub.edit("content/pages/a/index.nl.md", "    hulp\n", "Nu hulp.\n").body("nl/a/index.html");
    assert!(after.contains(&format!("<p>Nu {}.</p>", to("help", "hulp"))), "what follows them is searched: {after}");
}

#[test]
fn the_bodies_of_components_lists_tables_and_notes_are_searched_in_their_order() {
    let (help, first, cafe) = (to("help", "hulp"), to("first-help", "eerste hulp"), to("cafe", "zorgcafé"));
    let html = page(
        "> [!NOTE]\n> Om hulp.[^n]\n\n::: callout\n- eerste hulp\n- hulp\n:::\n\n| hulp |\n|---|\n| x |\n\n[^n]: In het zorgcafé om hulp.",
    );
    for part in [format!("Om {help}."), format!("<li>{first}</li>"), format!("In het {cafe} om hulp.")] {
        assert!(html.contains(&part), "{part} in {html}");
    }
    assert_eq!(html.matches("class=\"glossary\"").count(), 3, "{html}");
}

#[test]
fn a_page_that_links_to_a_term_or_names_it_in_a_field_links_it_no_more() {
    let linked = page("Om hulp, eerste hulp en [meer](../terms/help.md).");
    assert!(linked.contains(&to("first-help", "eerste hulp")) && !linked.contains(&to("help", "hulp")), "{linked}");
    let fields = site("//- content/pages/a.nl.md\n---\ntitle: A\nrelated: [terms/help]\n---\nOm hulp.\n");
    assert!(!fields.body("nl/a/index.html").contains("glossary"));
}

#[test]
fn the_page_of_a_term_links_to_other_terms_and_not_to_itself() {
    let hub = site("").edit("content/terms/first-help.nl.md", "hulp\n---\n", "hulp\n---\nEerste hulp is hulp.\n");
    let html = hub.body("nl/begrippen/first-help/index.html");
    assert_eq!(html, format!("<p>Eerste hulp is {}.</p>", to("help", "hulp")));
}

#[test]
fn a_page_can_do_without_in_one_language() {
    let hub = site(
        "//- content/pages/a.nl.md\n---\ntitle: A\nglossary: false\n---\nOm hulp.
//- content/pages/a.en.md\n---\ntitle: A\ntranslation: {source: nl}\n---\nNo support.\n",
    );
    assert_eq!(hub.body("nl/a/index.html"), "<p>Om hulp.</p>");
    assert!(hub.body("en/a/index.html").contains("href=\"/en/terms/help/\">support</a>"));
    assert!(hub.facts("nl/begrippen/help/index.html", "used").is_empty());
    assert_eq!(hub.facts("en/terms/help/index.html", "used"), ["/en/a/ A"]);
}

#[test]
fn borrowed_text_is_searched_for_the_words_of_its_own_language_and_leads_to_the_language_of_the_reader() {
    let hub = site("//- content/pages/a.nl.md\n---\ntitle: A\n---\nOm support, hulp en een zorgcafé.\n");
    let html = hub.body("en/a/index.html");
    let help = "<a class=\"glossary\" href=\"/en/terms/help/\">hulp</a>";
    let cafe = "<a class=\"glossary\" href=\"/nl/begrippen/cafe/\" hreflang=\"nl\">zorgcafé</a>";
    assert_eq!(html, format!("<p>Om support, {help} en een {cafe}.</p>"));
    let title = "<span lang=\"nl\" dir=\"ltr\">A</span>";
    assert_eq!(hub.facts("en/terms/help/index.html", "used"), [format!("/en/a/ {title}")]);
}

#[test]
fn a_term_of_another_language_or_a_draft_is_no_word_to_link() {
    let hub = site("//- content/pages/a.nl.md\n---\ntitle: A\n---\nSupport voor een zorgcafé.\n");
    let draft = hub.edit("content/terms/cafe.nl.md", "also:", "draft: true\nalso:");
    assert_eq!(draft.body("nl/a/index.html"), "<p>Support voor een zorgcafé.</p>");
}

#[test]
fn pages_of_sections_link_too() {
    let hub = site("//- content/terms/_index.nl.md\n---\ntitle: Begrippen\n---\nOm hulp.\n");
    assert_eq!(hub.body("nl/begrippen/index.html").trim(), format!("<p>Om {}.</p>", to("help", "hulp")));
    assert_eq!(hub.facts("nl/begrippen/help/index.html", "used"), ["/nl/begrippen/ Begrippen"]);
}

const MEETINGS: &str = "//- data/types/meeting.yaml
folder: meetings
date: date
fields:
  date: {kind: date}
  confidentiality: {kind: confidentiality}
//- content/meetings/old.nl.md
---
title: Oud
date: 2024-01-01
---
Over hulp.
//- content/meetings/new.nl.md
---
title: Nieuw
date: 2025-01-01
---
Over hulp.
//- content/meetings/linked.nl.md
---
title: Met een link
date: 2025-02-01
---
Over [hulp](../terms/help.md).
//- content/meetings/secret.nl.md
---
title: Geheim
date: 2025-03-01
confidentiality: summary
---
Over hulp.
";

#[test]
fn the_page_of_a_term_lists_who_uses_it_the_newest_first_and_none_twice() {
    let hub = site(MEETINGS);
    let page = "nl/begrippen/help/index.html";
    assert_eq!(hub.facts(page, "used"), ["/nl/meetings/new/ Nieuw", "/nl/meetings/old/ Oud"]);
    assert_eq!(hub.facts(page, "backlink").len(), 1, "the third links by itself; the fourth is told to nobody");
    let both = hub.with(
        "content/meetings/linked.en.md",
        "---\ntitle: Linked\ntranslation: {source: nl}\n---\nNo link to support.\n",
    );
    assert_eq!(both.facts("en/terms/help/index.html", "used").len(), 2, "it is among the backlinks");
}

#[test]
fn a_word_that_very_many_use_names_a_hundred_of_them() {
    let pages: String =
        (0..103).map(|n| format!("//- content/pages/p{n}.nl.md\n---\ntitle: P{n}\n---\nOm hulp.\n")).collect();
    let (hub, page) = (site(&pages), "nl/begrippen/help/index.html");
    assert_eq!((hub.facts(page, "used").len(), hub.facts(page, "total")), (100, vec!["103".to_owned()]));
}

#[test]
fn without_the_setting_nothing_is_linked() {
    let hub = site(MEETINGS).edit("data/types/term.yaml", "link_first_use: true\n", "");
    assert!(hub.outputs().values().all(|bytes| !String::from_utf8_lossy(bytes).contains("glossary")));
}

#[test]
fn the_other_words_are_a_list_of_texts_in_each_language() {
    check_diagnostics(
        "//- data/types/term.yaml
folder: terms
link_first_use: true
fields:
  also: {kind: text}
  ^^^^ //~ error[schema-invalid]: `also` of a glossary is a list of `text` that is `translated`
",
    );
    check_diagnostics(
        "//- data/types/term.yaml
folder: terms
link_first_use: yes please
                ^^^^^^^^^^ //~ error[schema-invalid]: must be `true` or `false`
",
    );
}

#[test]
fn other_words_make_no_translation_outdated_and_are_not_translated() {
    let site = Disk::of(&site(""));
    site.remove("content/terms/help.en.md");
    let made = site.run(&["translate", "terms/help", "en"]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    let stub = site.read("content/terms/help.en.md");
    assert!(!stub.contains("also") && !stub.contains("hulpverlening"), "{stub}");
    site.edit("content/terms/help.en.md", "draft: true # take this line out when the text is in en\n", "");
    site.edit("content/terms/help.nl.md", "[hulpverlening]", "[hulpverlening, steun]\nglossary: false");
    let status = site.run(&["status"]).stdout;
    assert!(status.contains("terms/help") && !status.contains("outdated"), "{status}");
    site.edit("content/terms/help.nl.md", "title: Hulp", "title: De hulp");
    assert!(site.run(&["status"]).stdout.contains("outdated"), "the title is translated");
}

/// Builds without a process of its own, to see what was made anew.
#[track_caller]
fn built(site: &Disk) -> Built {
    let root = site.path("");
    let folder = OutputDir::open(&root, &site.path("public")).expect("a folder that may be written to");
    pipeline::build(&root, &folder, &hub("").request, &RunControl::default()).expect("the site has no errors")
}

#[test]
fn an_edit_of_prose_makes_its_page_anew_and_the_terms_whose_users_changed() {
    let long = "Inleiding. ".repeat(40);
    let site = Disk::of(&site(&format!("//- content/pages/a.nl.md\n---\ntitle: A\n---\n{long}\n\nHet slot.\n")));
    built(&site);
    // In Dutch and in English, which borrows it.
    site.edit("content/pages/a.nl.md", "Het slot.", "Het einde.");
    assert_eq!(built(&site).rendered, 2);
    // The term has a page in each language too.
    site.edit("content/pages/a.nl.md", "Het einde.", "Om hulp.");
    assert_eq!(built(&site).rendered, 4);
    assert!(site.read("public/nl/begrippen/help/index.html").contains("used: /nl/a/"));
    site.edit("content/pages/a.nl.md", "Om hulp.", "Weer om hulp.");
    assert_eq!(built(&site).rendered, 2, "the term is used as before");
    // This term is in Dutch only.
    site.edit("content/pages/a.nl.md", "Weer om hulp.", "Om eerste hulp.");
    assert_eq!(built(&site).rendered, 5);
    assert!(!site.read("public/nl/begrippen/help/index.html").contains("used:"));
    assert!(site.read("public/nl/begrippen/first-help/index.html").contains("used: /nl/a/"));
}

#[test]
fn phrases_are_found_in_every_script() {
    let all = ["ጾታዊ ዓመጽ", "العنف", "می‌خواهم", "Запит", "LHBTQI+", "性暴力", "ความรุนแรง", "R&D", "+", "Запит"];
    let numbered = all.iter().zip(0..).map(|(text, id)| (*text, id));
    let phrases = Phrases::new(numbered).expect("there are some");
    for (text, found) in [
        ("ብዛዕባ ጾታዊ፡ዓመጽ።", vec![("ጾታዊ፡ዓመጽ", 0)]),
        ("ضد العُنف، والعنف", vec![("العُنف", 1)]),
        ("من ميخواهم.", vec![("ميخواهم", 2)]),
        ("запит ЗАПИТ запиту", vec![("запит", 3), ("ЗАПИТ", 3)]),
        ("lhbtqi+, lhbtqi", vec![("lhbtqi+", 4)]),
        ("被害者的性暴力經歷", vec![("性暴力", 5)]),
        ("ยุติความรุนแรงในครอบครัว", vec![("ความรุนแรง", 6)]),
        ("r&d + R & D", vec![("r&d", 7)]),
        ("", vec![]),
    ] {
        let there: Vec<(&str, u32)> = phrases.find(text).into_iter().map(|(at, id)| (&text[at], id)).collect();
        assert_eq!(there, found, "{text}");
    }
    assert!(Phrases::new([("…", 0), ("", 1)]).is_none(), "nothing to look for");
}

#[test]
fn of_phrases_that_overlap_the_longest_counts_and_then_the_first() {
    let phrases = Phrases::new([("a b", 0), ("b cc d", 1), ("d e", 2), ("e f", 3), ("b", 4)]).expect("there are some");
    let found: Vec<u32> = phrases.find("a b cc d e f b").into_iter().map(|(_, id)| id).collect();
    assert_eq!(found, [1, 3, 4]);
    let found: Vec<u32> = phrases.find("a b d e f").into_iter().map(|(_, id)| id).collect();
    assert_eq!(found, [0, 2]);
}
