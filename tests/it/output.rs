//! What is made beside the pages of entries: sitemaps, feeds, pages for what is not found, assets, static files; and
//! how a site changes its theme.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use samen::config::BaseUrl;
use samen::site::Route;

use crate::disk::{Disk, run};
use crate::fixture::{Hub, TODAY, check_diagnostics, hub};
use crate::xml::{self, Element};

/// Pages in several states in two languages.
const PAGES: &str = "//- content/pages/both.nl.md
---
title: Beide
---
//- content/pages/both.en.md
---
title: Both
slug: the-two
translation: {source: nl, state: reviewed}
---
//- content/pages/dutch.nl.md
---
title: Alleen Nederlands
---
//- content/pages/hidden.nl.md
---
title: Verborgen
noindex: true
---
//- content/pages/invented.nl.md
---
title: Verzonnen
illustrative: true
---
//- content/pages/machine.nl.md
---
title: Machine
---
//- content/pages/machine.en.md
---
title: Machine
translation: {source: nl, state: machine}
---
//- data/terms/topics.yaml
label: Onderwerpen
path: {nl: onderwerpen, en: topics}
all_terms: true
terms: {help: Hulp}
";

/// Addresses of a sitemap, each with its alternates.
fn sitemap(hub: &Hub, lang: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let root = xml::parse(&hub.output(&format!("sitemap-{lang}.xml")));
    assert_eq!(root.name, "urlset");
    let alternates = |url: &Element| {
        url.all("xhtml:link")
            .map(|link| (link.attribute("hreflang").to_owned(), link.attribute("href").to_owned()))
            .collect()
    };
    root.all("url").map(|url| (url.text_of("loc").to_owned(), alternates(url))).collect()
}

fn path(url: &str) -> &str {
    url.strip_prefix("https://hub.example/").expect("an address of this site")
}

#[test]
fn the_sitemap_index_names_one_for_each_language() {
    let root = xml::parse(&hub(PAGES).output("sitemap.xml"));
    let locs: Vec<&str> = root.all("sitemap").map(|sitemap| sitemap.text_of("loc")).collect();
    assert_eq!(locs, ["https://hub.example/sitemap-en.xml", "https://hub.example/sitemap-nl.xml"]);
}

#[test]
fn sitemaps_hold_what_people_stand_behind() {
    let hub = hub(PAGES);
    let paths = |lang: &str| sitemap(&hub, lang).keys().map(|url| path(url).to_owned()).collect::<Vec<_>>();
    assert_eq!(paths("nl"), ["nl/", "nl/both/", "nl/dutch/", "nl/machine/", "nl/onderwerpen/", "nl/onderwerpen/help/"]);
    assert_eq!(paths("en"), ["en/", "en/the-two/", "en/topics/", "en/topics/help/"]);
}

/// The `hreflang` links of a page.
fn alternates_of(page: &str) -> BTreeMap<String, String> {
    let links = page.split("<link rel=\"alternate\" hreflang=\"").skip(1);
    let read = |link: &str| {
        let (lang, rest) = link.split_once("\" href=\"").unwrap();
        (lang.to_owned(), rest.split('"').next().unwrap().to_owned())
    };
    links.map(read).collect()
}

#[test]
fn alternates_are_reciprocal() {
    let hub = hub(PAGES);
    let mut all: BTreeMap<String, BTreeMap<String, String>> =
        ["nl", "en"].into_iter().flat_map(|lang| sitemap(&hub, lang)).collect();
    // The front door stands for all languages and in no sitemap.
    all.insert("https://hub.example/".to_owned(), alternates_of(&hub.page("index.html")));
    assert_eq!(all["https://hub.example/nl/both/"]["en"], "https://hub.example/en/the-two/");
    assert_eq!(all["https://hub.example/en/the-two/"]["x-default"], "https://hub.example/nl/both/");
    for (url, alternates) in &all {
        assert!(alternates.values().any(|other| other == url), "{url} names itself");
        for other in alternates.values() {
            let there = all.get(other).unwrap_or_else(|| panic!("{url} names {other}, which is in no sitemap"));
            assert_eq!(there, alternates, "{other} names the same as {url}");
        }
    }
}

#[test]
fn pages_name_the_same_alternates_as_sitemaps() {
    let hub = hub(PAGES);
    for lang in ["nl", "en"] {
        for (url, alternates) in sitemap(&hub, lang) {
            let said = alternates_of(&hub.page(&format!("{}index.html", path(&url))));
            assert_eq!(said, alternates, "{url}");
        }
    }
}

#[test]
fn every_address_of_a_sitemap_is_an_output() {
    let site = hub(PAGES);
    let names: BTreeSet<String> = site.names().into_iter().collect();
    for lang in ["nl", "en"] {
        for url in sitemap(&site, lang).keys() {
            assert!(names.contains(&format!("{}index.html", path(url))), "{url}");
        }
    }
}

#[test]
fn robots_may_read_everything() {
    assert_eq!(hub("").output("robots.txt"), "User-agent: *\nAllow: /\n\nSitemap: https://hub.example/sitemap.xml\n");
}

const NEWS: &str = "//- data/types/news.yaml
folder: news
path: {nl: nieuws, en: news}
feed: true
date: day
fields: {day: {kind: date}}
//- content/news/_index.nl.md
---
title: Nieuws
---
//- content/news/old.nl.md
---
title: Oud
day: 2020-01-01
---
Een oude tekst.
//- content/news/new.nl.md
---
title: 'Nieuw & <b>\"beter\"</b>'
description: 'Eén > twee'
day: 2024-05-06
updated: 2024-06-07
---
//- content/news/new.en.md
---
title: New
translation: {source: nl, state: reviewed}
---
//- content/news/invented.nl.md
---
title: Verzonnen
day: 2025-01-01
illustrative: true
---
//- content/pages/a.nl.md
---
title: Geen nieuws
---
";

fn titles(feed: &Element) -> Vec<&str> {
    feed.all("entry").map(|entry| entry.text_of("title")).collect()
}

#[test]
fn a_feed_lists_the_newest_of_its_language_first() {
    let hub = hub(NEWS);
    for file in ["nl/feed.xml", "nl/nieuws/feed.xml"] {
        let expected = ["Verzonnen (voorbeeld)", "Nieuw & <b>\"beter\"</b>", "Oud"];
        assert_eq!(titles(&xml::parse(&hub.output(file))), expected, "{file}");
    }
    assert_eq!(titles(&xml::parse(&hub.output("en/news/feed.xml"))), ["New"]);
}

#[test]
fn a_feed_has_all_that_atom_asks_for() {
    let feed = xml::parse(&hub(NEWS).output("nl/nieuws/feed.xml"));
    assert_eq!((feed.name.as_str(), feed.attribute("xmlns")), ("feed", "http://www.w3.org/2005/Atom"));
    assert_eq!(feed.attribute("xml:lang"), "nl");
    assert_eq!(feed.text_of("title"), "Nieuws – Proef");
    assert_eq!(feed.text_of("id"), "https://hub.example/nl/nieuws/feed.xml");
    assert_eq!(feed.text_of("updated"), "2025-01-01T00:00:00Z");
    let links: Vec<(&str, &str)> =
        feed.all("link").map(|link| (link.attribute("rel"), link.attribute("href"))).collect();
    assert_eq!(
        links,
        [("self", "https://hub.example/nl/nieuws/feed.xml"), ("alternate", "https://hub.example/nl/nieuws/")]
    );
    let entry = feed.all("entry").nth(1).unwrap();
    assert_eq!(entry.text_of("id"), "https://hub.example/nl/#news/new");
    assert_eq!(entry.text_of("published"), "2024-05-06T00:00:00Z");
    assert_eq!(entry.text_of("updated"), "2024-06-07T00:00:00Z");
    assert_eq!(entry.text_of("summary"), "Eén > twee");
}

#[test]
fn a_feed_has_a_limit() {
    let feed = hub(NEWS).set("feed_limit", "1").output("nl/feed.xml");
    assert_eq!(titles(&xml::parse(&feed)).len(), 1);
}

#[test]
fn a_feed_without_entries_is_well_formed() {
    let feed = xml::parse(&hub("").output("nl/feed.xml"));
    assert_eq!((titles(&feed).len(), feed.text_of("updated")), (0, "1970-01-01T00:00:00Z"));
}

#[test]
fn pages_announce_their_feeds() {
    let hub = hub(NEWS);
    let link = r#"<link rel="alternate" type="application/atom+xml" title="Nieuws" href="/nl/nieuws/feed.xml">"#;
    assert!(hub.page("nl/nieuws/index.html").contains(link));
    assert!(hub.page("nl/index.html").contains(link));
    assert!(!hub.page("nl/nieuws/old/index.html").contains(link));
}

#[test]
fn what_is_not_found_has_a_page_in_each_language_and_one_in_all() {
    let hub = hub("");
    let page = hub.page("en/404.html");
    assert!(page.contains("<html lang=\"en\"") && page.contains("<h1>Not found</h1>") && page.contains("noindex"));
    assert_eq!(
        hub.facts("404.html", "missing"),
        [
            r#"<a href="/nl/" hreflang="nl" lang="nl" dir="ltr">Niet gevonden</a>"#,
            r#"<a href="/en/" hreflang="en" lang="en" dir="ltr">Not found</a>"#
        ]
    );
}

#[test]
fn the_front_door_offers_languages_and_chooses_none() {
    let hub = hub("");
    assert_eq!(
        hub.facts("index.html", "choice"),
        [
            r#"<a href="/nl/" hreflang="nl" lang="nl" dir="ltr">Welkom</a>"#,
            r#"<a href="/en/" hreflang="en" lang="en" dir="ltr">Welcome</a>"#
        ]
    );
    let page = hub.page("index.html");
    assert!(!page.contains("http-equiv=\"refresh\"") && !page.contains("noindex"), "{page}");
    assert!(page.contains(r#"<link rel="canonical" href="https://hub.example/">"#));
    assert!(page.contains(r#"hreflang="x-default" href="https://hub.example/""#));
}

const STYLED: &str = "//- themes/mini/assets/mini.css
@import \"parts/more.css\";
body { background: url(img/back.png) }
//- themes/mini/assets/parts/more.css
a { background: url(\"../img/link.png#x\"); color: #ff0000 }
b { background: url(data:image/png;base64,AA==) }
//- themes/mini/assets/img/back.png
back
//- themes/mini/assets/img/link.png
link
";

fn named<'a>(names: &'a [String], start: &str, end: &str) -> &'a str {
    let mut found = names.iter().filter(|name| name.starts_with(start) && name.ends_with(end));
    let one = found.next().unwrap_or_else(|| panic!("{start}…{end} among {names:#?}"));
    assert!(found.next().is_none(), "one {start}…{end}");
    one
}

#[test]
fn style_sheets_are_bundled_and_point_at_what_is_published() {
    let hub = hub(STYLED);
    let names = hub.names();
    let css = hub.output(named(&names, "assets/mini.", ".css"));
    let back = named(&names, "assets/img/back.", ".png").strip_prefix("assets/").unwrap();
    let link = named(&names, "assets/img/link.", ".png").strip_prefix("assets/").unwrap();
    assert!(css.contains(&format!("url({back})")) || css.contains(&format!("url(\"{back}\")")), "{css}");
    assert!(css.contains(link) && css.contains("data:image/png") && css.contains("red"), "{css}");
    assert!(!css.contains("@import") && !names.iter().any(|name| name.contains("more")), "{css}");
}

#[test]
fn a_fragment_in_a_style_sheet_is_kept() {
    let hub = hub(STYLED);
    let names = hub.names();
    let css = hub.output(named(&names, "assets/mini.", ".css"));
    assert!(css.contains(".png#x"), "{css}");
}

#[test]
fn the_name_of_an_asset_follows_its_content() {
    let name = |hub: &Hub, end: &str| named(&hub.names(), "assets/", end).to_owned();
    let (before, same) = (hub(STYLED), hub(STYLED));
    let after = hub(STYLED).with("themes/mini/assets/img/back.png", "other");
    assert_eq!(name(&before, ".css"), name(&same, ".css"));
    assert_ne!(name(&before, ".css"), name(&after, ".css"), "the sheet names the image");
    assert!(after.page("nl/index.html").contains(&name(&after, ".css")));
}

#[test]
fn a_wrong_style_sheet_is_told_at_its_place() {
    check_diagnostics(
        "//- themes/mini/theme.yaml
name: mini
css: [mini.css, nowhere.css]
                ^^^^^^^^^^^ //~ error[asset-missing]: there is no style sheet `nowhere.css` in `assets/`
//- themes/mini/assets/mini.css
body { background: url(nowhere.png) }
                       ^ //~ error[asset-missing]: there is no asset `nowhere.png`
",
    );
    check_diagnostics(
        "//- themes/mini/assets/mini.css
body { color: red }
} a { color: red }
^ //~ error[css-invalid]: this style sheet cannot be read
",
    );
}

#[test]
fn style_sheets_ask_nothing_of_others() {
    for css in [
        "@import \"https://evil.example/x.css\";",
        "body { background: url(https://evil.example/x.png) }",
        "@import \"//evil.example/x.css\";",
        "@import \"../../secret.css\";",
        "body { background: url(//evil.example/x.png) }",
    ] {
        let codes = hub("").with("themes/mini/assets/mini.css", css).codes();
        assert!(codes == ["css-invalid"] || codes == ["asset-missing"], "{css}: {codes:?}");
    }
}

#[test]
fn static_files_are_copied_as_they_are() {
    let hub = hub("//- themes/mini/static/humans.txt
theme
//- themes/mini/static/deep/a.bin
a
//- static/humans.txt
site
");
    assert_eq!(hub.output("humans.txt"), "site\n", "the site's own file takes the place of the theme's");
    assert_eq!(hub.output("deep/a.bin"), "a\n");
}

#[test]
fn a_static_file_cannot_take_the_place_of_a_page() {
    for (file, page) in [
        ("index.html", "the choice of language"),
        ("nl/index.html", "a section"),
        ("nl", "needs a folder"),
        ("robots.txt", "robots.txt"),
        ("sitemap.xml", "a sitemap"),
    ] {
        let hub = hub("").with(&format!("static/{file}"), "x");
        let found = hub.check();
        let said: Vec<(&str, String)> =
            found.items().iter().map(|d| (d.code.as_str(), d.message.to_string())).collect();
        let told = |(code, message): &(&str, String)| *code == "duplicate-route" && message.contains(page);
        assert!(said.iter().any(told), "static/{file}: {said:?}");
    }
}

#[test]
fn a_site_replaces_an_asset_of_its_theme() {
    let hub = hub(STYLED).with("assets/img/back.png", "mine").with("assets/own.svg", "<svg/>");
    let names = hub.names();
    assert_eq!(hub.output(named(&names, "assets/img/back.", ".png")), "mine");
    assert_eq!(hub.output(named(&names, "assets/own.", ".svg")), "<svg/>");
}

#[test]
fn a_site_replaces_a_template_and_can_extend_the_one_of_the_theme() {
    let own = hub(
        "//- content/pages/a.nl.md\n---\ntitle: A\n---\n//- templates/page.html\n{% extends \"base.html\" %}{% block main %}<h1>Eigen {{ page.title }}</h1>{% endblock main %}\n",
    );
    assert!(own.page("nl/a/index.html").contains("<h1>Eigen A</h1>"));
    let more = hub(
        "//- content/pages/a.nl.md\n---\ntitle: A\n---\n//- templates/page.html\n{% extends \"mini/page.html\" %}{% block main %}{{ super() }}<p>Meer</p>{% endblock main %}\n",
    );
    let page = more.page("nl/a/index.html");
    assert!(page.contains("<h1>A</h1>") && page.contains("<p>Meer</p>"), "{page}");
}

#[test]
fn a_site_replaces_a_text_of_its_theme() {
    let hub = hub("").with("data/strings/nl.ftl", "not-found = Weg\n");
    assert!(hub.page("nl/404.html").contains("<h1>Weg</h1>"));
    assert!(hub.page("en/404.html").contains("<h1>Not found</h1>"));
}

#[test]
fn a_wrong_template_is_told_at_its_place() {
    check_diagnostics(
        "//- templates/404.html
<h1>{{ page.title }</h1>
                  ^ //~ error[template-invalid]: found `}`
",
    );
    check_diagnostics(
        "//- templates/404.html
<h1>{{ pagina.title }}</h1>
       ^^^^^^ //~ error[template-invalid]
",
    );
    check_diagnostics(
        "//- templates/404.html
{% extends \"bas.html\" %}
^ //~ error[template-invalid]: `404.html` extends `bas.html`, which does not exist
",
    );
    check_diagnostics(
        "//- templates/404.html
<h1>{{ nowhere(a=1) }}</h1>
       ^^^^^^^^^^^^ //~ error[template-invalid]
",
    );
}

#[test]
fn what_a_template_names_must_exist() {
    for (call, words) in [
        ("asset(path=\"nowhere.svg\")", "there is no asset `nowhere.svg`"),
        ("asset(path=\"../../secret\")", "there is no asset `../../secret`"),
        ("link(to=\"pages/nowhere\")", "there is no entry `pages/nowhere`"),
        ("entries(type=\"pag\")", "there is no type `pag`; did you mean `page`?"),
        ("date(value=\"soon\")", "`soon` is not a date"),
    ] {
        let found = hub("").with("templates/404.html", format!("<h1>{{{{ {call} }}}}</h1>")).check();
        let said: Vec<(&str, String)> =
            found.items().iter().map(|d| (d.code.as_str(), d.message.to_string())).collect();
        assert!(
            said.iter().any(|(code, message)| *code == "template-invalid" && message.contains(words)),
            "{call}: {said:?}"
        );
    }
}

#[test]
fn a_text_that_no_language_has_is_told() {
    let found = hub("").with("templates/404.html", "<h1>{{ t(key=\"not-fond\") }}</h1>").check();
    let said: Vec<(&str, String)> = found.items().iter().map(|d| (d.code.as_str(), d.message.to_string())).collect();
    assert!(said.iter().any(|(code, message)| *code == "string-missing" && message.contains("`not-fond`")), "{said:?}");
}

#[test]
fn templates_have_functions() {
    let call = |shown: &str, call: &str| {
        let template = format!("<html><body>{{% set x = {call} %}}<h1>{{{{ {shown} }}}}</h1></body></html>");
        let page = hub(NEWS).with("templates/404.html", template).page("nl/404.html");
        page.split("<h1>").nth(1).unwrap().split("</h1>").next().unwrap().to_owned()
    };
    assert_eq!(call("x", "date(value=\"2024-05-06\")"), "6 mei 2024");
    assert_eq!(call("x", "date(value=\"2024-05-06\", style=\"iso\")"), "2024-05-06");
    assert_eq!(call("x", "number(value=1234567)"), "1.234.567");
    assert_eq!(call("x", "list(items=[\"a\", \"b\", \"c\"])"), "a, b en c");
    assert_eq!(call("x.url", "link(to=\"news/old\")"), "/nl/nieuws/old/");
    assert_eq!(call("x[0].url", "entries(type=\"news\", limit=1)"), "/nl/nieuws/invented/");
    assert!(call("x", "asset(path=\"mini.css\")").starts_with("/assets/mini."));
}

#[test]
fn two_builds_of_a_value_give_equal_bytes() {
    let fixture = format!("{PAGES}{NEWS}{STYLED}");
    assert!(hub(&fixture).outputs() == hub(&fixture).outputs());
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let site = Disk::new(&format!("{PAGES}{NEWS}{STYLED}"));
    let with = |threads: &str| {
        let folder = format!("../out-{threads}");
        let run = run(site.command(&["build", "--clock", TODAY, "-o", &folder]).env("RAYON_NUM_THREADS", threads));
        assert_eq!(run.code, 0, "{}", run.stderr);
        site.tree(&folder)
    };
    let one = with("1");
    assert!(one.len() > 20 && one == with("2") && one == with("7"));
}

#[test]
fn the_place_of_the_site_on_disk_changes_no_byte() {
    let (one, other) = (Disk::new(PAGES), Disk::new(PAGES));
    one.built();
    other.built();
    assert!(one.public() == other.public());
}

#[test]
fn minifying_keeps_the_white_space_of_code() {
    let hub = hub("//- content/pages/a.nl.md\n---\ntitle: A\n---\n```\na\n    b\n\n  c\n```\n");
    assert!(hub.output("nl/a/index.html").contains("a\n    b\n\n  c\n"), "{}", hub.output("nl/a/index.html"));
}

#[test]
fn links_keep_the_letters_of_every_script_and_escape_what_cannot_be_seen() {
    let base = BaseUrl::parse("https://hub.example/sub").expect("it is an address");
    let of = |path: &str| Route(Arc::from(path)).href(&base);
    assert_eq!(of("fa/نشست-ها/"), "/sub/fa/نشست-ها/");
    assert_eq!(of("ti/ኣኼባታት/één.pdf"), "/sub/ti/ኣኼባታት/één.pdf");
    assert_eq!(of("a b\u{202e}c\u{200c}d%\"e"), "/sub/a%20b%E2%80%AEc%E2%80%8Cd%25%22e");
    let hub = hub("//- content/pages/a.nl.md\n---\ntitle: A\nslug: één\n---\n[hier](#x-één)\n\n## X één\n");
    let html = hub.output("nl/één/index.html").replace('"', "");
    assert!(html.contains("<a href=#x-één>hier</a>"), "{html}");
}

#[cfg(feature = "minify")]
#[test]
fn scripts_are_minified_and_keep_the_names_that_others_may_know() {
    let wordy = "// Says hello.\nfunction hello(somebody) {\n  // Aloud.\n  const loud = somebody.toUpperCase();\n  return `</b> ${loud} ${loud}`;\n}\n";
    let hub = hub(&format!("//- themes/mini/assets/hello.js\n{wordy}"));
    let name = hub.names().into_iter().find(|name| name.starts_with("assets/hello.")).expect("it is published");
    let made = hub.output(&name);
    assert!(made.starts_with("function hello(") && made.contains("`</b> ${"), "{made}");
    assert!(made.len() < wordy.len() / 2 && !made.contains("somebody") && !made.contains("Aloud"), "{made}");
}

#[cfg(feature = "minify")]
#[test]
fn a_script_that_no_browser_can_read_is_told_at_its_place() {
    check_diagnostics(
        "//- themes/mini/assets/a.js
const a = 1;
const b = ;
          ^ //~ error[script-invalid]: this script cannot be read: Unexpected token
",
    );
}

#[test]
fn a_style_sheet_apart_is_published_and_loaded_by_no_page_that_does_not_ask() {
    let hub = hub("//- themes/mini/assets/more.css\nb { margin: 0 }\n").edit(
        "themes/mini/theme.yaml",
        "css: [mini.css]",
        "css: [mini.css]\ncss_apart: [more.css]",
    );
    assert!(hub.names().iter().any(|name| name.starts_with("assets/more.")));
    assert!(!hub.output("nl/index.html").contains("more."));
}
