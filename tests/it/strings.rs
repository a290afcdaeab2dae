//! Strings of the interface: plurals, arguments, and texts that are missing or that nobody asks for.

use crate::fixture::{check_diagnostics, hub};

const SETTINGS: &str = "
//- samen.yaml
name: Proef
base_url: https://hub.example/
languages: [nl, ar, uk, fr, ti, zh]
default_language: nl
theme: mini
//- content/_index.nl.md
---
title: Welkom
---
//- templates/page.html
{% extends \"mini/page.html\" %}
{% block main %}<h1>{{ page.title }}</h1><p>{{ t(key=\"pages\", count=3) }} {{ t(key=\"box-\" ~ page.type ~ \"-title\") }}</p>{% endblock main %}
//- data/strings/nl.ftl
box-page-title = Doos
pages = { $count ->
    [one] { $count } pagina
   *[other] { $count } pagina's
 }
";

/// A string file of a language, whole but for what is given.
fn strings(lang: &str, pages: &str) -> String {
    format!(
        "{SETTINGS}//- data/strings/{lang}.ftl\nfootnotes = x\nfootnote-back = x\ntable-region = x\ntask-done = x\n\
         task-open = x\nnot-found = x\ncoverage = x\ncoverage-lead = x\nbox-page-title = x\n\
         example-title = {{ $title }}\n{pages}"
    )
}

/// What is said of a plural: the message and the help.
fn said(lang: &str, pages: &str) -> Vec<String> {
    let found = hub(&strings(lang, pages)).check();
    let about = |one: &&samen::diagnostic::Diagnostic| one.code == "string-invalid";
    found
        .items()
        .iter()
        .filter(about)
        .map(|one| format!("{}; {}", one.message, one.help.as_ref().map(ToString::to_string).unwrap_or_default()))
        .collect()
}

#[test]
fn a_plural_has_every_form_that_counting_in_its_language_needs() {
    let plural = |forms: &[&str]| {
        let arms: String = forms.iter().map(|form| format!(" [{form}] {{ $count }}\n")).collect();
        format!("pages = {{ $count ->\n{arms} *[other] {{ $count }}\n }}\n")
    };
    let six = plural(&["zero", "one", "two", "few", "many"]);
    assert_eq!(said("ar", &six), Vec::<String>::new());
    assert_eq!(
        said("ar", &plural(&["one", "two", "few"])),
        ["the plural of `pages` lacks `zero`, `many`; add `[zero] …` (as for 0) and `[many] …` (as for 11)"]
    );
    assert_eq!(said("uk", &plural(&["one", "few", "many"])), Vec::<String>::new());
    assert_eq!(
        said("uk", &plural(&["one"])),
        ["the plural of `pages` lacks `few`, `many`; add `[few] …` (as for 2) and `[many] …` (as for 0)"]
    );
    assert_eq!(said("fr", &plural(&["one"])), Vec::<String>::new(), "`many` is for millions only");
    assert_eq!(said("ti", &plural(&["one"])), Vec::<String>::new());
    assert_eq!(said("zh", &plural(&[])), Vec::<String>::new());
    assert_eq!(said("ti", &plural(&["one", "few"])), ["`ti` has no form `few`: this part of `pages` is never shown; "]);
    let exact = "pages = { $count ->\n [0] none\n [1] { $count }\n *[other] { $count }\n }\n";
    assert_eq!(said("ti", exact).len(), 1, "an exact number does not stand for a form");
}

#[test]
fn one_is_said_of_none_where_the_language_does() {
    let text = |lang: &str, count: u8| {
        let site = strings(lang, "pages = { $count ->\n [one] one { $count }\n *[other] other { $count }\n }\n");
        let site = site.replace("count=3", &format!("count={count}"));
        let hub = hub(&format!("{site}//- content/pages/a.{lang}.md\n---\ntitle: A\n---\n"));
        hub.page(&format!("{lang}/a/index.html")).split("<p>").nth(1).unwrap().split(' ').next().unwrap().to_owned()
    };
    assert_eq!(text("ti", 0), "one");
    assert_eq!(text("fr", 0), "one");
    assert_eq!(text("ti", 2), "other");
}

#[test]
fn a_plural_without_other_is_an_error_with_its_place() {
    check_diagnostics(&format!(
        "{SETTINGS}//- data/strings/ti.ftl\nbox-page-title = x\ncoverage = x\ncoverage-lead = x\nfootnotes = x\nfootnote-back = x\ntable-region = x\n\
         task-done = x\ntask-open = x\nnot-found = x\nexample-title = {{ $title }}\npages = {{ $count ->\n\
         ^^^^^ //~ error[string-invalid]: the plural of `pages` lacks `other`\n   *[one] {{ $count }}\n }}\n"
    ));
}

#[test]
fn an_argument_that_nobody_gives_is_an_error_and_one_that_is_lost_a_warning() {
    let wrong = said("ti", "pages = { $cuont ->\n [one] { $cuont }\n *[other] { $cuont }\n }\n");
    assert_eq!(wrong[1], "`pages` is not given `cuont`: it has no such place in `nl`; did you mean `count`?");
    assert!(wrong[0].starts_with("`pages` leaves out `count`, which stands in it in `nl`"), "{wrong:?}");
    let found = hub(&strings("ti", "pages = { $cuont }\n")).check();
    let place = found.items().iter().find_map(|one| one.at.clone()).unwrap();
    assert_eq!(&*place.file, "data/strings/ti.ftl");
}

#[test]
fn a_text_that_nobody_asks_for_is_a_warning() {
    check_diagnostics(&format!(
        "{}\n-brand = Proef\nspare = {{ -brand }}\n^^^^^ //~ warning[string-unused]: nothing asks for the text `spare`\n",
        SETTINGS.trim_end()
    ));
}
