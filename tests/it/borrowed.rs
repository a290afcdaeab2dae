//! Words that a language lacks: nothing stops for them, and each chain ends in words that the theme has.

use std::collections::BTreeSet;

use crate::fixture::{Hub, bare, check_diagnostics, hub};

/// A site in these languages, with words of the theme in Dutch and English only.
fn site(languages: &str, default: &str, more: &str) -> String {
    format!(
        "//- samen.yaml\nname: Proef\nbase_url: https://hub.example/\nlanguages: {languages}\n\
         default_language: {default}\ntheme: mini\n{more}"
    )
}

/// An entry of a site in one language.
fn home(tag: &str) -> String {
    format!("//- content/_index.{tag}.md\n---\ntitle: Home\n---\n")
}

#[test]
fn a_site_in_a_language_without_words_has_those_of_the_theme_in_english() {
    let hub = hub(&format!(
        "{}{}//- content/pages/a.md\n---\ntitle: Tudalen\n---\nX[^1]\n\n[^1]: Y\n",
        site("[cy]", "cy", ""),
        home("cy")
    ));
    let page = hub.page("cy/a/index.html");
    assert!(page.contains(r#"<html lang="cy" dir="ltr">"#), "{page}");
    assert!(page.contains("Back to the text"), "{page}");
    assert_eq!(hub.codes(), Vec::<&str>::new());
}

#[test]
fn the_words_of_a_tag_serve_those_that_are_cut_down_to_it() {
    for tag in ["nl-x-easy", "nl-simple", "nl-BE", "nl-BE-x-a-b"] {
        let hub = hub(&format!(
            "{}{}//- content/pages/a.{tag}.md\n---\ntitle: Blad\n---\nX[^1]\n\n[^1]: Y\n",
            site(&format!("[{tag}]"), tag, ""),
            home(tag)
        ));
        let page = hub.page(&format!("{tag}/a/index.html"));
        assert!(page.contains(&format!(r#"<html lang="{tag}" dir="ltr">"#)), "{page}");
        assert!(page.contains(&format!(r#"hreflang="{tag}""#)), "{page}");
        assert!(page.contains("Terug naar de tekst"), "{tag}: {page}");
        assert_eq!(hub.codes(), Vec::<&str>::new(), "{tag}");
    }
}

#[test]
fn languages_with_one_name_are_told_apart() {
    let hub = hub(&format!("{}{}", site("[nl, nl-x-easy, nl-simple, en]", "nl", ""), home("nl")));
    let names = hub.facts("nl/index.html", "language").join("\n");
    for name in [">Nederlands</a>", ">Nederlands (easy)</a>", ">Nederlands (simple)</a>", ">English</a>"] {
        assert!(names.contains(name), "{names}");
    }
}

#[test]
fn a_reader_of_an_easy_text_sees_the_usual_one_where_there_is_none() {
    let hub = hub(&format!(
        "{}{}//- content/pages/a.en.md\n---\ntitle: Page\n---\n//- content/pages/a.nl.md\n---\ntitle: Blad\ntranslation: {{source: en, state: draft}}\n---\n",
        site("[en, nl, nl-x-easy]", "en", ""),
        home("en")
    ));
    assert!(hub.page("nl-x-easy/a/index.html").contains(r#"<h1 lang="nl" dir="ltr">Blad</h1>"#));
}

#[test]
fn a_label_in_a_language_that_the_site_does_not_have_is_no_error_and_one_that_is_no_language_is() {
    check_diagnostics(
        "//- data/types/page.yaml
folder: pages
path: {nl: '', en: '', de: seiten}
label: {nl: Pagina, en: Page, de: Seite, pt-BR: Página, qab: x}
plural: {nl: Pagina's, gr: Σελίδες}
                       ^^ //~ error[unknown-language]: `gr` is no language tag (BCP 47)
//- data/terms/kinds.yaml
label: {nl: Soorten, dutch: x}
                     ^^^^^ //~ error[unknown-language]: `dutch` is no language tag (BCP 47)
terms: {a: {label: {de: Eins, nl: Een}}}
",
    );
}

#[test]
fn no_label_of_a_third_language_is_shown() {
    let types = "//- data/types/page.yaml\nfolder: pages\npath: pages\nlabel: {de: Seite, en: Page, fr: Feuille}\n\
                 plural: {de: Seiten, fr: Feuilles}\nfields: {a: {kind: text, label: {ar: ص, en: Words}}}\n";
    let hub = hub(&format!(
        "{}{}{types}//- content/pages/a.nl.md\n---\ntitle: Blad\na: x\n---\n",
        site("[nl]", "nl", ""),
        home("nl")
    ));
    assert_eq!(hub.facts("nl/pages/a/index.html", "type"), ["page <span lang=\"en\" dir=\"ltr\">Page</span>"]);
    assert!(hub.page("nl/pages/index.html").contains("<h1>pages</h1>"), "no language of the chain has a plural");
}

#[test]
fn a_text_that_no_language_has_is_told_once() {
    let pages = ["a", "b", "c"].map(|name| format!("//- content/pages/{name}.nl.md\n---\ntitle: A\n---\n")).concat();
    let three = hub(&pages).with("templates/page.html", "<h1>{{ t(key=\"no-such\") }}</h1>");
    let found = three.check();
    let told: Vec<_> = found.items().iter().filter(|found| found.code == "string-missing").collect();
    assert_eq!(told.len(), 1, "{told:#?}");
    let lacking = hub("").without("themes/mini/strings/en.ftl").edit("themes/mini/strings/nl.ftl", "task-done", "task");
    let told = lacking.check();
    let told: Vec<_> = told.items().iter().filter(|found| found.message.to_string().contains("task-done")).collect();
    assert_eq!(told.len(), 1, "{told:#?}");
}

/// A site in Welsh with the theme `hub` and its types, of which nobody translated anything. Its own words begin with `X`.
fn welsh() -> Hub {
    bare(
        "//- samen.yaml
name: Xenw
tagline: Xdisgrifiad
base_url: https://hub.example/
languages: [cy]
theme: hub
types: [meeting, organisation, resource, page]
time_zone: UTC
menu: [meetings, organisations, 'register:actions']
translations_page: xcyfieithiadau
news_page: xnewyddion
types_page: xmathau
data_page: xdata
search_page: xchwilio
exit: {target: 'https://www.wikipedia.org/', scope: all}
//- content/_index.md
---
title: Xcartref
---
Xgeiriau.
//- content/pages/a.md
---
title: Xtudalen
---
Xtestun[^1].

::: callout
Xsylw.
:::

| Xa | Xb |
|---|---|
| Xc | Xd |

[^1]: Xtroednodyn.
//- content/organisations/x.md
---
title: Xsefydliad
kind: ngo
---
Xtestun.
//- content/meetings/2026-01-02-x.md
---
title: Xcyfarfod
date: 2026-01-02
mode: online
illustrative: true
---
## Xpenderfyniadau

- Xpenderfyniad {.decision #d1}
- [ ] Xcam {.action #a1 owner=organisations/x due=2026-03-01}
",
    )
}

/// Texts of a page with the language of the element that they stand in.
fn texts_by_language(page: &str) -> Vec<(String, String)> {
    let (mut found, mut open, mut rest) = (Vec::new(), vec![("", String::new())], page);
    while let Some((text, behind)) = rest.split_once('<') {
        let (within, lang) = open.last().cloned().unwrap();
        // Names of columns are the same in all languages.
        if within != "code" {
            found.push((lang.clone(), text.trim().to_owned()));
        }
        let (tag, behind) = behind.split_once('>').unwrap();
        rest = behind;
        let name = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap();
        if let Some(closing) = tag.strip_prefix('/') {
            let (last, _) = open.pop().unwrap();
            assert_eq!(last, closing, "{page}");
        } else if !tag.starts_with('!') && !tag.ends_with('/') && !VOID.contains(&name) {
            let own = tag.split_once(" lang=\"").map(|(_, own)| own.split('"').next().unwrap().to_owned());
            open.push((name, own.unwrap_or(lang)));
            if name == "script" {
                rest = &rest[rest.find("</script").unwrap()..];
            }
        }
    }
    found.retain(|(_, text)| !text.is_empty());
    found
}

const VOID: &[&str] = &["meta", "link", "img", "input", "br", "hr", "source"];

/// Whether a word may stand in a Welsh text: it is of the site, the name of a file, a format or a licence, or of a date.
fn is_welsh(word: &str) -> bool {
    let known = [
        "Cymraeg",
        "Ionawr",
        "Mawrth",
        "Chwefror",
        "Ion",
        "Maw",
        "Atom",
        "JSON",
        "Feed",
        "PDF",
        "CSV",
        "kB",
        "iCalendar",
    ];
    word.starts_with(['X', 'x']) || word.contains(['.', '_']) || known.contains(&word)
}

#[test]
fn every_borrowed_word_of_a_page_says_its_language() {
    let hub = welsh();
    let said: Vec<String> = hub.check().items().iter().map(|one| format!("{}: {}", one.code, one.message)).collect();
    assert_eq!(said, Vec::<String>::new());
    let (mut borrowed, mut wrong) = (0, BTreeSet::new());
    for name in hub.names().iter().filter(|name| name.ends_with(".html")) {
        let page = hub.page(name);
        assert!(!page.contains(['\u{fdd2}', '\u{fdd3}', '\u{fdd4}']), "{name}");
        for (lang, text) in texts_by_language(&page) {
            let edges = |c: char| !c.is_alphabetic();
            let mut words = text.split_whitespace().map(|word| word.trim_matches(edges)).filter(|word| word.len() > 1);
            borrowed += usize::from(lang == "en");
            let right = match lang.as_str() {
                "cy" => words.all(is_welsh),
                "en" => words.clone().next().is_none() || words.any(|word| !is_welsh(word)),
                _ => false,
            };
            if !right {
                wrong.insert(format!("{lang}: {text} ({name})"));
            }
        }
    }
    assert_eq!(wrong, BTreeSet::new());
    assert!(borrowed > 300, "{borrowed}");
}

/// The bytes of a PDF file with its compressed parts opened.
#[cfg(feature = "pdf")]
fn opened(pdf: &[u8]) -> String {
    let mut text = String::new();
    let mut rest = pdf;
    while let Some(at) = rest.windows(6).position(|six| six == b"stream") {
        text.push_str(&String::from_utf8_lossy(&rest[..at]));
        rest = rest[at + 6..].trim_ascii_start();
        let mut inflated = Vec::new();
        let _ = std::io::Read::read_to_end(&mut flate2::read::ZlibDecoder::new(rest), &mut inflated);
        text.push_str(&String::from_utf8_lossy(&inflated));
    }
    text
}

#[cfg(feature = "pdf")]
#[test]
fn borrowed_words_of_a_print_say_their_language() {
    let outputs = welsh().outputs();
    let prints: Vec<_> = outputs.iter().filter(|(name, _)| name.ends_with(".pdf")).collect();
    assert!(prints.len() > 1, "{:?}", outputs.keys());
    for (name, pdf) in prints {
        assert!(opened(pdf).contains("/Lang(en)"), "{name}");
    }
}

#[test]
fn what_a_language_borrows_is_told_once_and_stops_nothing() {
    let types = "//- data/types/page.yaml\nfolder: pages\npath: pages\nlabel: {en: Page, nl: Blad}\nplural: {en: Pages}\n\
                 fields: {a: {kind: text, label: {en: Words}, help: {en: Not seen}}}\n";
    let site = format!("{}{}{types}", site("[nl, cy]", "nl", ""), home("nl"));
    let mut hub = hub(&site).set("checks.words-borrowed", "warn");
    let said = |hub: &Hub| -> Vec<String> {
        let found = hub.check();
        found.items().iter().map(|one| format!("{} {}", one.code, one.message)).collect()
    };
    assert_eq!(
        said(&hub),
        [
            "words-borrowed `nl` lacks 2 of 3 labels; readers see them in another language, marked as such",
            "words-borrowed `cy` lacks 9 of 9 texts of the interface and 3 of 3 labels; readers see them in another \
             language, marked as such",
        ]
    );
    assert!(!hub.check().stop(true), "nothing stops for it under --strict");
    hub = hub.with("data/languages/cy.yaml", "types: {}\n");
    assert_eq!(said(&hub).len(), 2);
}

#[test]
fn texts_that_nobody_translated_are_told_once_and_names_are_not() {
    let hub = hub(&format!("{}{}", site("[nl, en]", "nl", ""), home("nl")))
        .with("data/strings/nl.ftl", "coverage-lead = How far each language is\nfootnotes = Notes\n");
    let found = hub.check();
    let told: Vec<String> = found.items().iter().map(|one| one.message.to_string()).collect();
    assert_eq!(told, ["1 texts in `nl` say the same as in `en`: `coverage-lead`"]);
    assert!(!found.stop(true));
}
