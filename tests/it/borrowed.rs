//! Words that a language lacks: nothing stops for them, and each chain ends in words that the theme has.

use crate::fixture::{check_diagnostics, hub};

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
    assert_eq!(hub.facts("nl/pages/a/index.html", "type"), ["page Page"]);
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
    let told: Vec<_> = told.items().iter().filter(|found| found.message.contains("task-done")).collect();
    assert_eq!(told.len(), 1, "{told:#?}");
}
