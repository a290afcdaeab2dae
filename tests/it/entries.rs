//! Entries and their documents: files and languages, what is published when, order, pages of lists, addresses.

use crate::fixture::{check_diagnostics, hub};

/// `title: A` and a text.
fn titled(path: &str, title: &str) -> String {
    format!("//- {path}\n---\ntitle: {title}\n---\n")
}

#[test]
fn a_file_entry_has_a_page_in_each_of_its_languages() {
    let hub = hub("//- content/pages/a.nl.md
---
title: Een
---
Hallo.
//- content/pages/a.en.md
---
title: One
slug: one
translation: {source: nl, state: reviewed}
---
Hello.
");
    assert_eq!(hub.body("nl/a/index.html"), "<p>Hallo.</p>");
    assert_eq!(hub.body("en/one/index.html"), "<p>Hello.</p>");
    assert_eq!(
        hub.facts("en/one/index.html", "language"),
        [
            r#"<a href="/nl/a/" hreflang="nl" lang="nl" dir="ltr">Nederlands</a> available"#,
            r#"<a href="/en/one/" hreflang="en" lang="en" dir="ltr">English</a> current"#
        ]
    );
}

#[test]
fn a_folder_entry_shares_its_files_among_languages() {
    let hub = hub("//- content/pages/a/index.nl.md
---
title: A
---
[Agenda](agenda.pdf)
//- content/pages/a/index.en.md
---
title: A
translation: {source: nl}
---
[Agenda](agenda.pdf)
//- content/pages/a/agenda.pdf
%PDF-1.7
");
    for page in ["nl/a/index.html", "en/a/index.html"] {
        assert_eq!(hub.body(page), r#"<p><a href="/files/pages/a/agenda.pdf">Agenda</a></p>"#);
        assert_eq!(hub.facts(page, "asset"), [r#"<a href="/files/pages/a/agenda.pdf">agenda.pdf</a> 9"#]);
    }
    assert_eq!(hub.output("files/pages/a/agenda.pdf"), "%PDF-1.7\n");
}

#[test]
fn a_bare_name_is_in_the_default_language() {
    let hub = hub(&titled("content/pages/a.md", "A"));
    assert!(hub.page("nl/a/index.html").contains("<h1>A</h1>"));
}

#[test]
fn between_dots_stands_a_language_and_nothing_else() {
    let said = hub(&titled("content/pages/versie-1.2.nl.md", "Versie")).check();
    let told = said.items()[0].help.as_ref().map(ToString::to_string).unwrap_or_default();
    assert!(told.ends_with("a page of its own has a name such as `versie-1-2.nl.md`"), "{told}");
}

#[test]
fn an_unknown_language_is_refused() {
    check_diagnostics(
        "//- content/pages/a.de.md
---
^ //~ error[unknown-language]: the language `de` is not one of this site
title: A
---
",
    );
}

#[test]
fn two_files_for_one_document_are_refused_with_both_places() {
    check_diagnostics(
        "//- content/pages/a.md
---
^ //~ also: the other file
title: A
---
//- content/pages/a.nl.md
---
^ //~ error[duplicate-entry]: two files are `pages/a`
title: A
---
//- content/pages/b.nl.md
---
^ //~ also: the other file
title: B
---
//- content/pages/b/index.nl.md
---
^ //~ error[duplicate-entry]: two files are `pages/b`
title: B
---
",
    );
}

#[test]
fn two_sources_are_refused_with_both_places() {
    check_diagnostics(
        "//- content/pages/a.en.md
---
^^^ //~ error[duplicate-entry]: `pages/a` has two sources
title: A
---
//- content/pages/a.nl.md
---
^^^ //~ also: the other source
title: A
---
",
    );
}

#[test]
fn a_translation_without_a_source_is_refused() {
    check_diagnostics(
        "//- content/pages/a.en.md
---
title: A
translation: {source: nl}
                      ^^ //~ error[translation-without-source]: `pages/a` has only translations
---
",
    );
}

#[test]
fn a_translation_names_the_language_of_its_source() {
    check_diagnostics(
        "//- content/pages/a.nl.md
---
^^^ //~ also: the source
title: A
---
//- content/pages/a.en.md
---
title: A
translation: {source: en}
                      ^^ //~ error[translation-invalid]: the source of this entry is in `nl`, not in `en`
---
//- content/pages/b.nl.md
---
title: B
---
//- content/pages/b.en.md
---
title: B
translation: {source: nl, state: perfect, on: yesterday, by: Jan}
                                 ^^^^^^^ //~ error[translation-invalid]: `perfect` is not a state
                                              ^^^^^^^^^ //~ error[translation-invalid]: `yesterday` is not a date
                                                         ^^ //~ error[unknown-key]: there is no setting `by` here
---
",
    );
}

#[test]
pub fn a_shared_field_in_a_translation_is_refused_with_both_places() {
    check_diagnostics(
        "//- content/pages/a.nl.md
---
title: A
weight: 3
^^^^^^ //~ also: the source sets it
---
//- content/pages/a.en.md
---
title: A
weight: 4
^^^^^^ //~ error[field-shared]: `weight`, `sensitive` are shared by all languages
sensitive: true
translation: {source: nl}
---
",
    );
}

#[test]
pub fn drafts_are_kept_back_until_asked_for() {
    let hub = hub("//- content/pages/a.nl.md
---
title: A
draft: true
---
Geheim.
");
    assert!(!hub.names().contains(&"nl/a/index.html".to_owned()));
    let drafts = hub.drafts();
    assert_eq!(drafts.facts("nl/a/index.html", "flag"), ["draft"]);
    assert!(drafts.page("nl/a/index.html").contains(r#"<meta name="robots" content="noindex">"#));
}

#[test]
pub fn a_draft_translation_leaves_the_source_published() {
    let hub = hub("//- content/pages/a.nl.md
---
title: Een
---
//- content/pages/a.en.md
---
title: One
draft: true
translation: {source: nl}
---
");
    assert!(hub.page("en/a/index.html").contains(r#"<h1 lang="nl" dir="ltr">Een</h1>"#));
}

#[test]
fn a_draft_source_still_lends_its_shared_fields() {
    let hub = hub("//- data/types/thing.yaml
folder: things
fields: {day: {kind: date}}
//- content/things/a.nl.md
---
title: Een
day: 2024-01-01
draft: true
---
//- content/things/a.en.md
---
title: One
translation: {source: nl, standalone: true}
---
");
    assert_eq!(hub.facts("en/things/a/index.html", "day"), ["2024-01-01"]);
    assert!(hub.page("nl/things/a/index.html").contains(r#"<h1 lang="en" dir="ltr">One</h1>"#));
}

#[test]
pub fn entries_appear_on_their_day_and_go_on_their_day() {
    let hub = hub("//- content/pages/a.nl.md
---
title: A
publish: 2026-03-01
expires: 2026-06-01
---
");
    let there = |day: &str| hub.clone().clock(day).names().contains(&"nl/a/index.html".to_owned());
    assert!(!there("2026-02-28"));
    assert!(there("2026-03-01"));
    assert!(there("2026-05-31"));
    assert!(!there("2026-06-01"));
}

#[test]
pub fn drafts_shows_what_is_not_due_and_not_what_has_expired() {
    let hub = hub("//- content/pages/early.nl.md
---
title: A
publish: 2027-01-01
---
//- content/pages/late.nl.md
---
title: B
expires: 2026-01-01
---
")
    .drafts();
    assert!(hub.names().contains(&"nl/early/index.html".to_owned()));
    assert!(!hub.names().contains(&"nl/late/index.html".to_owned()));
}

#[test]
fn an_entry_cannot_expire_before_it_is_published() {
    check_diagnostics(
        "//- content/pages/a.nl.md
---
title: A
publish: 2026-03-01
expires: 2026-03-01
^^^^^^^ //~ error[field-invalid]: this entry expires before it is published
---
",
    );
}

/// Titles in the list of a section, in order.
fn listed(order: &str, entries: &[(&str, &str)]) -> Vec<String> {
    let mut fixture = format!(
        "//- data/types/thing.yaml\nfolder: things\n{order}\nfields: {{day: {{kind: date}}, city: {{kind: text}}}}\n"
    );
    for (index, (title, fields)) in entries.iter().enumerate() {
        fixture.push_str(&format!("//- content/things/e{index}.nl.md\n---\ntitle: {title}\n{fields}\n---\n"));
    }
    let items = hub(&fixture).facts("nl/things/index.html", "item");
    items.iter().map(|item| item.split(['>', '<']).nth(2).unwrap().to_owned()).collect()
}

#[test]
fn the_newest_come_first_and_those_without_a_date_last() {
    let entries = [("old", "day: 2020-01-01"), ("undated", ""), ("new", "day: 2024-01-01"), ("also-undated", "")];
    assert_eq!(listed("order: [-day, title]", &entries), ["new", "old", "also-undated", "undated"]);
    assert_eq!(listed("order: [day, title]", &entries), ["old", "new", "also-undated", "undated"]);
}

#[test]
fn without_an_order_weight_comes_before_title() {
    let entries = [("c", "weight: 2"), ("b", ""), ("d", "weight: 1"), ("a", "")];
    assert_eq!(listed("", &entries), ["d", "c", "a", "b"]);
}

#[test]
fn titles_are_put_in_order_as_in_a_dictionary() {
    let entries = [("Zebra", ""), ("élan", ""), ("Eland", ""), ("ezel", ""), ("Ångström", ""), ("appel", "")];
    assert_eq!(listed("order: [title]", &entries), ["Ångström", "appel", "élan", "Eland", "ezel", "Zebra"]);
}

#[test]
fn any_field_can_decide_the_order_and_the_id_too() {
    let entries = [("a", "city: Zwolle"), ("b", "city: Almere"), ("c", "city: Almere")];
    assert_eq!(listed("order: [city, -title]", &entries), ["c", "b", "a"]);
    assert_eq!(listed("order: [-id]", &entries), ["c", "b", "a"]);
}

fn five_things() -> String {
    let declaration = "//- data/types/thing.yaml\nfolder: things\nper_page: 2\norder: [title]\n".to_owned();
    (1..=5).fold(declaration, |all, n| all + &titled(&format!("content/things/t{n}.nl.md"), &format!("T{n}")))
}

#[test]
fn long_lists_have_pages() {
    let hub = hub(&five_things());
    let link = |n: u8| format!("<a href=\"/nl/things/t{n}/\">T{n}</a>");
    assert_eq!(hub.facts("nl/things/index.html", "item"), [link(1), link(2)]);
    assert_eq!(hub.facts("nl/things/p/2/index.html", "item"), [link(3), link(4)]);
    assert_eq!(hub.facts("nl/things/p/3/index.html", "item"), [link(5)]);
    assert_eq!(hub.facts("nl/things/p/3/index.html", "pager"), ["3/3 of 5"]);
    let at = ["/nl/things/", "/nl/things/p/2/", "/nl/things/p/3/"];
    let numbered: Vec<String> = (1..).zip(at).map(|(n, url)| format!("<a href=\"{url}\">{n}</a>")).collect();
    assert_eq!(hub.facts("nl/things/p/2/index.html", "at"), numbered);
    assert!(!hub.names().contains(&"nl/things/p/4/index.html".to_owned()));
}

#[test]
fn a_list_without_limit_has_one_page() {
    let hub = hub(&five_things().replace("per_page: 2", "per_page: 0"));
    assert_eq!(hub.facts("nl/things/index.html", "pager"), ["1/1 of 5"]);
}

#[test]
fn neighbours_follow_the_list_across_its_pages() {
    let hub = hub(&five_things());
    assert_eq!(hub.facts("nl/things/t2/index.html", "previous"), [r#"<a href="/nl/things/t1/">T1</a>"#]);
    assert_eq!(hub.facts("nl/things/t2/index.html", "next"), [r#"<a href="/nl/things/t3/">T3</a>"#]);
    assert!(hub.facts("nl/things/t1/index.html", "previous").is_empty());
    assert!(hub.facts("nl/things/t5/index.html", "next").is_empty());
}

#[test]
fn aliases_lead_to_the_page() {
    let hub = hub("//- content/pages/a.nl.md
---
title: A
aliases: [/nl/oud/, /oud.html, /nl/ook-oud]
---
");
    for file in ["nl/oud/index.html", "oud.html", "nl/ook-oud/index.html"] {
        let page = hub.page(file);
        assert!(page.contains(r#"<meta http-equiv="refresh" content="0; url=/nl/a/">"#), "{page}");
        assert!(page.contains(r#"<link rel="canonical" href="https://hub.example/nl/a/">"#), "{page}");
        assert!(page.contains(r#"<meta name="robots" content="noindex">"#), "{page}");
    }
}

#[test]
fn an_alias_must_be_an_address_of_this_site() {
    for alias in [
        "nl/oud/",
        "/../oud/",
        "/nl/../../oud/",
        "/nl/./oud/",
        "//evil.example/",
        "/oud\\x",
        "https://a.example/",
        "/a?b",
        "/a#b",
    ] {
        let hub = hub(&format!("//- content/pages/a.nl.md\n---\ntitle: A\naliases: ['{alias}']\n---\n"));
        assert_eq!(hub.codes(), ["alias-invalid"], "{alias}");
    }
}

#[test]
fn an_alias_cannot_take_the_place_of_what_builds_remember() {
    for alias in ["/.samen-output", "/.samen-stage/a/", "/.htaccess"] {
        let hub = hub(&format!("//- content/pages/a.nl.md\n---\ntitle: A\naliases: ['{alias}']\n---\n"));
        assert_eq!(hub.codes(), ["alias-invalid"], "{alias}");
    }
}

#[test]
fn sections_have_localised_addresses() {
    let hub = hub("//- content/pages/_index.nl.md
---
title: Pagina's
slug: bladzijden
---
//- content/pages/_index.en.md
---
title: Pages
---
//- content/pages/a.nl.md
---
title: A
---
//- data/types/page.yaml
folder: pages
path: {nl: paginas, en: leaves}
");
    assert_eq!(hub.facts("nl/bladzijden/index.html", "item"), [r#"<a href="/nl/bladzijden/a/">A</a>"#]);
    assert!(hub.page("en/leaves/index.html").contains("<h1>Pages</h1>"));
    assert!(hub.page("nl/bladzijden/index.html").contains(r#"hreflang="en" href="https://hub.example/en/leaves/""#));
}

#[test]
fn sections_lie_in_sections() {
    let hub = hub("//- data/types/thing.yaml
folder: things
//- content/things/_index.nl.md
---
title: Dingen
---
//- content/things/old/_index.nl.md
---
title: Oud
slug: vroeger
---
//- content/things/old/a.nl.md
---
title: A
---
//- content/things/b.nl.md
---
title: B
---
");
    assert_eq!(hub.facts("nl/things/index.html", "child"), [r#"<a href="/nl/things/vroeger/">Oud</a>"#]);
    assert_eq!(hub.facts("nl/things/index.html", "item"), [r#"<a href="/nl/things/b/">B</a>"#]);
    let crumbs = [
        r#"<a href="/nl/">Welkom</a>"#,
        r#"<a href="/nl/things/">Dingen</a>"#,
        r#"<a href="/nl/things/vroeger/">Oud</a>"#,
    ];
    assert_eq!(hub.facts("nl/things/vroeger/a/index.html", "crumb"), crumbs);
}

#[test]
fn without_a_prefix_the_default_language_stands_at_the_root() {
    let site = hub(&(titled("content/pages/a.nl.md", "A") + &titled("content/pages/b.nl.md", "B")))
        .set("prefix_default", "false");
    let names = site.names();
    for file in [
        "index.html",
        "a/index.html",
        "en/index.html",
        "en/a/index.html",
        "404.html",
        "en/404.html",
        "feed.xml",
        "en/feed.xml",
    ] {
        assert!(names.contains(&file.to_owned()), "{file} in {names:?}");
    }
    assert!(!names.iter().any(|name| name.starts_with("nl/")), "{names:?}");
    assert!(site.page("index.html").contains("<h1>Welkom</h1>"));
}

#[test]
fn without_a_prefix_a_page_cannot_be_named_like_a_language() {
    let hub = hub(&titled("content/pages/en.nl.md", "A")).set("prefix_default", "false");
    assert!(hub.codes().contains(&"duplicate-route"), "{:?}", hub.codes());
}

#[test]
fn a_site_can_stand_below_a_path() {
    let hub = hub("//- content/pages/a.nl.md
---
title: A
aliases: [/nl/oud/]
---
[Thuis](@/) en [hier](/nl/a/)
^ //~ skip: x
"
    .replace("^ //~ skip: x\n", "")
    .as_str())
    .set("base_url", "https://host.example/deep/hub");
    let page = hub.page("nl/a/index.html");
    assert!(
        page.contains(r#"<p><a href="/deep/hub/nl/">Thuis</a> en <a href="/deep/hub/nl/a/">hier</a></p>"#),
        "{page}"
    );
    assert!(page.contains(r#"<link rel="canonical" href="https://host.example/deep/hub/nl/a/">"#), "{page}");
    assert!(page.contains(r#"<link rel="stylesheet" href="/deep/hub/assets/mini."#), "{page}");
    assert!(hub.page("nl/oud/index.html").contains("url=/deep/hub/nl/a/"));
    assert!(hub.output("sitemap-nl.xml").contains("<loc>https://host.example/deep/hub/nl/a/</loc>"));
    assert!(hub.output("robots.txt").contains("Sitemap: https://host.example/deep/hub/sitemap.xml"));
}

#[test]
fn a_site_can_have_one_language() {
    let hub = hub("//- samen.yaml
name: Proef
base_url: https://hub.example
languages: [nl]
theme: mini
//- content/_index.md
---
title: Welkom
---
//- content/pages/a.md
---
title: A
---
Hallo.
");
    assert!(hub.codes().is_empty());
    let names = hub.names();
    let css = names.iter().find(|name| name.ends_with(".css")).expect("a style sheet").clone();
    assert_eq!(
        names,
        [
            "404.html",
            &css,
            "index.html",
            "nl/404.html",
            "nl/a/index.html",
            "nl/feed.json",
            "nl/feed.xml",
            "nl/index.html",
            "robots.txt",
            "sitemap-nl.xml",
            "sitemap.xml"
        ]
    );
}

#[test]
fn a_right_to_left_language_says_so() {
    let hub = hub("//- samen.yaml
name: Proef
base_url: https://hub.example
languages: [nl, ar, fa-AF]
theme: mini
//- content/_index.nl.md
---
title: Welkom
---
//- content/pages/a.ar.md
---
title: مرحبا
slug: مرحبا
---
");
    assert!(hub.page("ar/مرحبا/index.html").contains(r#"<html lang="ar" dir="rtl">"#));
    let borrowed = hub.page("nl/a/index.html");
    assert!(borrowed.contains(r#"<h1 lang="ar" dir="rtl">مرحبا</h1>"#), "{borrowed}");
    assert!(
        borrowed.contains(r#"<link rel="canonical" href="https://hub.example/ar/%D9%85%D8%B1%D8%AD%D8%A8%D8%A7/">"#),
        "{borrowed}"
    );
}

#[test]
fn a_missing_translation_is_borrowed_with_a_notice() {
    let hub = hub(&titled("content/pages/a.nl.md", "A"));
    let page = hub.page("en/a/index.html");
    assert_eq!(hub.facts("en/a/index.html", "borrowed"), [r#"<a href="/nl/a/" hreflang="nl">nl</a>"#]);
    assert!(page.contains(r#"<link rel="canonical" href="https://hub.example/nl/a/">"#));
    assert!(page.contains(r#"<meta name="robots" content="noindex">"#));
    assert!(!page.contains(r#"rel="alternate" hreflang"#));
    assert!(!hub.output("sitemap-en.xml").contains("/en/a/"));
    assert!(hub.facts("en/a/index.html", "language")[1].ends_with("current"));
    assert!(hub.facts("nl/a/index.html", "language")[1].ends_with("fallback"));
}

#[test]
fn a_type_decides_what_stands_in_for_a_missing_translation() {
    let site = |fallback: &str| {
        hub(&format!(
            "//- data/types/thing.yaml\nfolder: things\nfallback: {fallback}\n{}",
            titled("content/things/a.nl.md", "A")
        ))
    };
    let item = |fallback: &str| site(fallback).facts("en/things/index.html", "item");
    let page = |fallback: &str| site(fallback).names().contains(&"en/things/a/index.html".to_owned());
    assert_eq!(
        (item("page"), page("page")),
        (vec![r#"<a href="/en/things/a/" hreflang="nl" lang="nl" dir="ltr">A</a>"#.to_owned()], true)
    );
    assert_eq!(
        (item("list"), page("list")),
        (vec![r#"<a href="/nl/things/a/" hreflang="nl" lang="nl" dir="ltr">A</a>"#.to_owned()], false)
    );
    assert_eq!((item("none"), page("none")), (vec![], false));
}

#[test]
fn fallback_languages_are_asked_in_their_order() {
    let site = hub("//- samen.yaml
name: Proef
base_url: https://hub.example
languages: [nl, en, {tag: fr, fallback: [en]}, de]
theme: mini
//- content/_index.nl.md
---
title: Welkom
---
//- content/pages/a.nl.md
---
title: Een
---
//- content/pages/a.en.md
---
title: One
translation: {source: nl}
---
");
    assert!(site.page("fr/a/index.html").contains(">One</h1>"));
    assert!(site.page("de/a/index.html").contains(">Een</h1>"));
}

#[test]
fn a_translation_is_outdated_when_its_source_says_something_else() {
    let fixture = |hash: &str, text: &str| {
        hub(&format!(
            "//- content/pages/a.nl.md\n---\ntitle: Een\n---\n{text}\n//- content/pages/a.en.md\n---\ntitle: One\ntranslation: {{source: nl, state: reviewed{hash}}}\n---\n"
        ))
    };
    let state = |hash: &str, text: &str| fixture(hash, text).facts("en/a/index.html", "state");
    let of_source = |text: &str| {
        let hub = fixture("", text);
        let loaded = samen::pipeline::load(&hub.sources(), &hub.request).loaded.unwrap();
        loaded.rendering.site.find("pages/a").unwrap().source.meta.source_hash.to_string()
    };
    let hash = format!(", hash: '{}'", of_source("Een lange zin\nop twee regels."));
    assert_eq!(state(&hash, "Een lange zin\nop twee regels."), ["reviewed"]);
    assert_eq!(state(&hash, "Een lange zin op\ntwee regels."), ["reviewed"], "a line that is wrapped elsewhere");
    assert_eq!(state(&hash, "Een korte zin\nop twee regels."), ["outdated"]);
    assert_eq!(state("", "Iets anders."), ["reviewed"]);
}

#[test]
fn a_byte_order_mark_and_carriage_returns_are_accepted() {
    let text = "---\ntitle: A\ndescription: Een zin\n---\nEen\nregel.\n\n## Kop\n";
    let plain = hub("").with("content/pages/a.nl.md", text);
    let windows = hub("").with("content/pages/a.nl.md", format!("\u{FEFF}{}", text.replace('\n', "\r\n")));
    let old_mac = hub("").with("content/pages/a.nl.md", text.replace('\n', "\r"));
    assert!(windows.codes().is_empty());
    assert_eq!(windows.page("nl/a/index.html"), plain.page("nl/a/index.html"));
    assert_eq!(old_mac.page("nl/a/index.html"), plain.page("nl/a/index.html"));
}

#[test]
fn settings_with_a_byte_order_mark_and_carriage_returns_are_accepted() {
    let mut hub = hub(&titled("content/pages/a.nl.md", "A"));
    for path in ["samen.yaml", "data/types/page.yaml", "themes/mini/theme.yaml"] {
        let text = String::from_utf8(hub.files[path].clone()).unwrap();
        hub = hub.with(path, format!("\u{FEFF}{}", text.replace('\n', "\r\n")));
    }
    assert_eq!(hub.codes(), Vec::<&str>::new());
}

#[test]
fn the_menu_names_entries_that_exist() {
    check_diagnostics(
        "//- samen.yaml
name: Proef
base_url: https://hub.example
languages: [nl]
theme: mini
menu: [pages/a, pages/aa]
                ^^^^^^^^ //~ error[reference-unknown]: `pages/aa`
footer: [pages]
         ^^^^^ //~ error[reference-unknown]: `pages`
//- content/_index.nl.md
---
title: Welkom
---
//- content/pages/a.nl.md
---
title: A
---
",
    );
}

#[test]
fn files_of_an_unpublished_entry_stay_behind() {
    let hub = hub("//- content/pages/a/index.nl.md
---
title: A
draft: true
---
//- content/pages/a/deep/photo.pdf
%PDF-1.7
");
    assert!(!hub.names().iter().any(|name| name.contains("photo")), "{:?}", hub.names());
    assert!(hub.drafts().names().contains(&"files/pages/a/deep/photo.pdf".to_owned()));
}
