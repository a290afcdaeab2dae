//! Languages as data: any tag, any order, any script, and no language that the others depend on.

use crate::fixture::{bare, check_diagnostics, hub};

/// Settings with these languages, and a content in the home page of the first.
fn with(languages: &str, default: &str) -> String {
    format!(
        "//- samen.yaml\nname: Proef\nbase_url: https://hub.example/\nlanguages: {languages}\n\
         default_language: {default}\ntheme: mini\n"
    )
}

/// What a theme must say in a language.
const ARABIC: &str = "//- themes/mini/strings/ar.ftl
footnotes = حواش
footnote-back = عودة
table-region = جدول
task-done = تم
task-open = مفتوح
not-found = غير موجود
example-title = { $title } (مثال)
coverage = ترجمات
coverage-lead = ترجمات
";

const HOME: &str = "//- content/_index.nl.md\n---\ntitle: Welkom\n---\n";

fn entry(file: &str, title: &str) -> String {
    format!("//- content/{file}\n---\ntitle: {title}\n---\n")
}

const THIRTY: &str =
    "nl en ar fa fa-AF ps ti am tr uk ru fr es so ckb ku ur pl ro pt bg hu sw om vi zh-Hans de it he sd";

#[test]
fn thirty_languages_each_have_their_pages_and_direction() {
    let list: Vec<&str> = THIRTY.split(' ').collect();
    assert_eq!(list.len(), 30);
    let site = with(&format!("[{}]", list.join(", ")), "nl");
    let hub = hub(&format!("{site}{}{}", entry("_index.nl.md", "Welkom"), entry("pages/a.nl.md", "A")));
    let warned: Vec<String> = hub.check().items().iter().map(|one| one.message.to_string()).collect();
    assert_eq!(warned, Vec::<String>::new());
    for lang in &list {
        let page = hub.page(&format!("{lang}/a/index.html"));
        let rtl = ["ar", "fa", "fa-AF", "ps", "ckb", "ur", "he", "sd"].contains(lang);
        let head = format!("<html lang=\"{lang}\" dir=\"{}\">", if rtl { "rtl" } else { "ltr" });
        assert!(page.contains(&head), "{lang}: {page}");
        assert_eq!(hub.facts(&format!("{lang}/a/index.html"), "language").len(), 30);
    }
    assert_eq!(hub.output("sitemap.xml").matches("<sitemap>").count(), 30);
}

#[test]
fn a_site_may_have_nothing_in_its_default_language() {
    let site = with("[nl, en, ti]", "nl");
    let hub = hub(&format!(
        "{site}{}{}{}",
        entry("_index.en.md", "Welcome"),
        entry("pages/a.en.md", "A"),
        entry("pages/b.ti.md", "ሀ")
    ));
    assert!(hub.page("nl/a/index.html").contains(r#"<h1 lang="en" dir="ltr">A</h1>"#));
    assert!(hub.page("nl/index.html").contains("Welcome"));
    assert!(hub.page("en/a/index.html").contains(r#"hreflang="x-default" href="https://hub.example/en/a/""#));
    assert!(!hub.output("sitemap-nl.xml").contains("/nl/a/"), "borrowed pages are in no sitemap");
    assert!(hub.output("sitemap-ti.xml").contains("/ti/b/"));
    assert_eq!(hub.codes(), Vec::<&str>::new());
}

#[test]
fn a_default_language_may_run_from_right_to_left() {
    let site = with("[{tag: ar}, {tag: nl, fallback: [ar]}]", "ar") + "prefix_default: false\n";
    let hub = hub(&format!(
        "{site}{ARABIC}{}{}{}",
        entry("_index.md", "مرحبا"),
        entry("pages/a.md", "ألف"),
        entry("pages/b.nl.md", "Bé")
    ));
    assert!(hub.page("index.html").contains(r#"<html lang="ar" dir="rtl">"#), "a bare name is in the default language");
    assert!(hub.page("a/index.html").contains("<h1>ألف</h1>"));
    assert!(hub.page("nl/a/index.html").contains(r#"<h1 lang="ar" dir="rtl">ألف</h1>"#));
    assert!(hub.page("b/index.html").contains(r#"<h1 lang="nl" dir="ltr">Bé</h1>"#), "and so is nothing else");
    assert_eq!(hub.codes(), Vec::<&str>::new());
}

#[test]
fn an_entry_that_exists_only_in_tigrinya_is_reached_from_everywhere() {
    let site = with("[nl, {tag: en, fallback: [nl]}, {tag: ti, fallback: [en]}]", "nl");
    let hub = hub(&format!(
        "{site}{}{}",
        entry("_index.nl.md", "Welkom"),
        "//- content/pages/a.ti.md\n---\ntitle: ሓገዝ\nslug: ሓገዝ\n---\n"
    ));
    assert!(hub.page("ti/ሓገዝ/index.html").contains(r#"<html lang="ti" dir="ltr">"#));
    for lang in ["nl", "en"] {
        let file = format!("{lang}/a/index.html");
        let page = hub.page(&file);
        assert!(page.contains(r#"<h1 lang="ti" dir="ltr">ሓገዝ</h1>"#), "{page}");
        assert!(page.contains(r#"<meta name="robots" content="noindex">"#));
        assert!(page.contains("href=\"https://hub.example/ti/%E1%88%93%E1%8C%88%E1%8B%9D/\""));
        let states: Vec<String> = hub.facts(&file, "language");
        let states: Vec<&str> = states.iter().map(|state| state.rsplit(' ').next().unwrap()).collect();
        let other = if lang == "nl" { ["current", "fallback"] } else { ["fallback", "current"] };
        assert_eq!(states, [other[0], other[1], "available"]);
    }
}

#[test]
fn fallbacks_are_followed_one_after_the_other() {
    let site = with("[nl, en, {tag: fa, fallback: [en]}, {tag: fa-AF, fallback: [fa]}]", "nl");
    let home = entry("_index.nl.md", "Welkom");
    let shown = |documents: &str| {
        let hub = hub(&format!("{site}{home}{documents}"));
        let page = hub.page("fa-AF/a/index.html");
        page.split("<h1 lang=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("own").to_owned()
    };
    let (nl, en) =
        (entry("pages/a.nl.md", "A"), "//- content/pages/a.en.md\n---\ntitle: A\ntranslation: {source: nl}\n---\n");
    let fa = "//- content/pages/a.fa.md\n---\ntitle: A\ntranslation: {source: nl}\n---\n";
    assert_eq!(shown(&nl), "nl");
    assert_eq!(shown(&format!("{nl}{en}")), "en");
    assert_eq!(shown(&format!("{nl}{en}{fa}")), "fa");
}

#[test]
fn a_circle_of_fallbacks_is_told_at_the_language_where_it_starts() {
    check_diagnostics(
        "
//- content/_index.nl.md
---
title: Welkom
---
//- samen.yaml
name: Proef
base_url: https://hub.example/
default_language: nl
theme: mini
languages:
  - {tag: nl, fallback: [en]}
                         ^^ //~ error[config-invalid]: the fallbacks of `nl` lead back to it: nl → en → nl
  - {tag: en, fallback: [nl]}
  - {tag: ar, fallback: [ar]}
                         ^^ //~ error[config-invalid]: the fallbacks of `ar` lead back to it: ar → ar
  - {tag: fa, fallback: [en]}
",
    );
}

#[test]
fn a_language_without_data_works_with_a_warning() {
    let text = "
//- samen.yaml
name: Proef
base_url: https://hub.example/
default_language: nl
theme: mini
languages:
  - nl
  - {tag: din, name: Thuɔŋjäŋ}
          ^^^ //~ warning[language-without-data]: hold nothing on the language `din`
";
    check_diagnostics(&format!("{text}{HOME}"));
    let site = with("[nl, {tag: din, name: Thuɔŋjäŋ}]", "nl");
    let hub = hub(&format!("{site}{HOME}{}", entry("pages/a.din.md", "Kä")));
    assert!(hub.page("din/a/index.html").contains("<h1>Kä</h1>"));
}

#[test]
fn formats_can_only_be_what_there_is() {
    check_diagnostics(
        "
//- content/_index.nl.md
---
title: Welkom
---
//- samen.yaml
name: Proef
base_url: https://hub.example/
default_language: nl
theme: mini
languages:
  - {tag: nl, digits: roma}
                      ^^^^ //~ error[config-invalid]: `digits` cannot be `roma`, only one of `latn`, `arab`
  - {tag: fa, second_calendar: islamic}
                               ^^^^^^^ //~ error[config-invalid]: `second_calendar` cannot be `islamic`, only one of `persian`
  - {tag: so, dates: long}
                     ^^^^ //~ error[config-invalid]: `dates` cannot be `long`, only one of `names`, `numeric`, `iso`
",
    );
}

#[test]
fn a_slug_that_collides_in_one_language_only_is_found_there() {
    check_diagnostics(
        "
//- content/pages/a.nl.md
---
title: A
slug: een
---
//- content/pages/a.en.md
---
title: A
slug: same
^^^^ //~ also: the other one
translation: {source: nl}
---
//- content/pages/b.nl.md
---
title: B
slug: twee
---
//- content/pages/b.en.md
---
title: B
slug: same
^^^^ //~ error[duplicate-route]: two things want the address `/en/same/`
translation: {source: nl}
---
",
    );
}

#[test]
fn a_translation_of_a_translation_is_refused() {
    check_diagnostics(
        "
//- samen.yaml
name: Proef
base_url: https://hub.example/
languages: [nl, en, ar]
default_language: nl
theme: mini
//- content/pages/a.nl.md
---
^^^ //~ also: the source
title: A
---
//- content/pages/a.en.md
---
title: A
translation: {source: nl}
---
//- content/pages/a.ar.md
---
title: A
translation: {source: en}
                      ^^ //~ error[translation-invalid]: the source of this entry is in `nl`, not in `en`
---
",
    );
}

#[test]
fn a_term_without_a_label_in_a_language_is_borrowed_and_not_indexed() {
    let hub = hub("
//- data/types/page.yaml
folder: pages
path: \"\"
fields: {topics: {kind: list, of: {kind: term, taxonomy: topics}}}
//- data/terms/topics.yaml
label: {nl: Onderwerpen}
path: {nl: onderwerpen, en: topics}
terms:
  care: {label: {nl: Zorg, en: Care}, slug: {nl: zorg}}
  law: {label: {nl: Recht}}
//- content/pages/a.nl.md
---
title: A
topics: [care, law]
---
//- content/pages/a.en.md
---
title: A
translation: {source: nl}
---
");
    assert!(hub.page("en/topics/law/index.html").contains(r#"<meta name="robots" content="noindex">"#));
    assert!(!hub.page("nl/onderwerpen/law/index.html").contains("hreflang=\"en\" href=\"https:"));
    assert!(
        hub.page("nl/onderwerpen/zorg/index.html")
            .contains("hreflang=\"en\" href=\"https://hub.example/en/topics/care/\"")
    );
    assert!(!hub.output("sitemap-en.xml").contains("/law/") && hub.output("sitemap-en.xml").contains("/care/"));
    assert!(hub.facts("nl/onderwerpen/law/index.html", "language")[1].ends_with("fallback"));
    assert_eq!(hub.codes(), Vec::<&str>::new());
}

#[test]
fn the_front_door_names_every_language_in_its_own_letters_and_leads_nobody_anywhere() {
    let site = with("[nl, {tag: ar, fallback: [nl]}, ti]", "nl");
    let hub = bare(&format!("{site}{}", entry("_index.nl.md", "Welkom"))).with("themes/mini/none", "");
    assert_eq!(hub.codes(), ["theme-missing"], "without a theme there is no site");
    let hub = crate::fixture::hub(&format!("{site}{}", entry("_index.nl.md", "Welkom")));
    let door = hub.page("index.html");
    assert!(!door.contains("http-equiv=\"refresh\"") && !door.contains("<script"), "{door}");
    for (tag, dir, name) in [("nl", "ltr", "Nederlands"), ("ar", "rtl", "العربية"), ("ti", "ltr", "ትግርኛ")]
    {
        assert!(door.contains(&format!("lang=\"{tag}\" dir=\"{dir}\"")) && door.contains(name), "{tag}: {door}");
        assert!(hub.names().contains(&format!("{tag}/404.html")));
    }
}

#[test]
fn pseudo_languages_show_designers_long_words_and_the_other_direction() {
    let mut site = hub("//- content/pages/a.nl.md\n---\ntitle: Vraag en antwoord\nslug: vraag\n---\n\
         Bel **0800 0188** of lees [de hulp](@/pages/b#d1) op https://hub.example/ meer.\n\
         //- content/pages/b.nl.md\n---\ntitle: B\n---\n## Kop {#d1}\n\n::: details title=\"Let op\"\nTekst\n:::\n");
    site.request.pseudo = true;
    let page = site.page("en-XA/vraag/index.html");
    assert!(page.contains("lang=\"en-XA\" dir=\"ltr\""), "{page}");
    assert!(page.contains("<h1>[Ṽŕááááğ ééñ ááñţŵóóóóŕð]</h1>"), "{page}");
    let body = site.body("en-XA/vraag/index.html");
    assert!(body.contains("<strong>0800 0188</strong> óóƒ ĺééééš <a href=\"/en-XA/b/#d1\">ðéé ĥúúĺƥ</a>"), "{body}");
    assert!(body.starts_with("<p>[Ɓééĺ ") && body.contains("https://hub.example/ ɱééééŕ.]</p>"), "{body}");
    assert!(site.body("en-XA/b/index.html").contains("[Ĺééţ óóƥ]"));
    let mirrored = site.page("ar-XB/vraag/index.html");
    assert!(
        mirrored.contains("lang=\"ar-XB\" dir=\"rtl\"") && mirrored.contains("\u{202e}antwoord\u{202c}"),
        "{mirrored}"
    );
    // Nobody should find them by a search engine.
    assert!(page.contains("noindex") && !site.output("sitemap-en-XA.xml").contains("<loc>"));
    assert!(!site.page("nl/vraag/index.html").contains("hreflang=\"en-XA\" href"), "not an alternate");
    site.request.pseudo = false;
    assert!(site.names().iter().all(|name| !name.contains("en-XA")));
}

#[test]
fn a_pseudo_language_is_asked_for_and_not_listed() {
    let site = hub(&SITE_WITH.replace("LANGUAGES", "[nl, en-XA]"));
    let said = site.check();
    let told = said.items().iter().find(|told| told.message.to_string().contains("use `--pseudo`"));
    assert_eq!(told.map(|told| told.code.as_str()), Some("config-invalid"), "{said:?}");
}

const SITE_WITH: &str =
    "//- samen.yaml\nname: Proef\nbase_url: https://hub.example/\nlanguages: LANGUAGES\ntheme: mini\n";
