//! What the audit finds, and what it leaves alone: each test is a page and the codes that it earns.

use std::sync::Arc;

use proptest::prelude::*;

use super::{Audit, Output};
use crate::config::BaseUrl;
use crate::diagnostic::{Diagnostic, Severity, Span};
use crate::lang::Lang;
use crate::site::Route;

/// A page without a fault, around `body`.
fn sound(body: &str) -> String {
    page_with("", body)
}

fn page_with(head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"nl\" dir=\"ltr\">\n<head><title>Titel</title>{head}</head>\n\
         <body><main id=\"main\"><h1>Kop</h1>\n{body}</main></body></html>\n"
    )
}

fn lang(tag: &str) -> Lang {
    Lang::parse(tag).expect("tests name languages")
}

fn route(path: &str) -> Route {
    Route(Arc::from(path))
}

/// A site of these outputs. Those below `nl/` and `ar/` are pages of that language; each has a source of its name.
fn site(base_url: &str, outputs: &[&str]) -> Audit {
    let languages = ["nl", "en", "ar"].map(|tag| (lang(tag), lang(tag).direction()));
    let outputs = outputs.iter().map(|path| Output {
        route: route(path),
        lang: path.split('/').next().filter(|part| part.len() == 2).map(lang),
        from: Some(Span::start_of(&Arc::from(format!("content/{path}")))),
    });
    Audit::of(BaseUrl::parse(base_url).expect("tests have an address"), languages.to_vec(), outputs)
}

const OUTPUTS: &[&str] = &[
    "",
    "404.html",
    "nl/",
    "nl/a/",
    "nl/b/",
    "nl/é f/",
    "nl/feed.xml",
    "en/",
    "ar/",
    "assets/hub.css",
    "assets/hub.js",
    "assets/mark.svg",
    "files/a/b c.pdf",
];

/// All that is found on these pages.
fn audit_all(pages: &[(&str, &str)]) -> Vec<Diagnostic> {
    let audit = site("https://hub.example/", OUTPUTS);
    let facts = pages.iter().map(|(path, text)| audit.page(&route(path), text.as_bytes())).collect();
    audit.finish(facts)
}

fn audit(path: &str, text: &str) -> Vec<Diagnostic> {
    audit_all(&[(path, text)])
}

fn codes(found: &[Diagnostic]) -> Vec<&'static str> {
    found.iter().map(|diagnostic| diagnostic.code.as_str()).collect()
}

/// What is found in the body of a page that is sound otherwise.
fn body(html: &str) -> Vec<&'static str> {
    codes(&audit("nl/a/", &sound(html)))
}

fn head(html: &str) -> Vec<&'static str> {
    codes(&audit("nl/a/", &page_with(html, "")))
}

const NOTHING: &[&str] = &[];

#[test]
fn a_sound_page_has_no_findings() {
    assert_eq!(audit("nl/a/", &sound("<p>Tekst &amp; meer</p>")), []);
}

#[test]
fn every_code_is_listed_and_can_be_adjusted() {
    let found =
        audit("nl/a/", "<p style=a onclick=b><a href=/x target=_blank>{{ x }}</a><img src=//x.example/a><table><th>");
    assert!(found.len() > 7, "{found:?}");
    for diagnostic in found {
        assert!(diagnostic.code.is_adjustable(), "{}", diagnostic.code);
        assert!(diagnostic.help.is_some(), "{}", diagnostic.message);
    }
}

#[test]
fn links_on_the_site_lead_to_outputs() {
    for fine in [
        "/nl/",
        "/nl/a/",
        "",
        "#",
        "#main",
        "#TOP",
        "../b/",
        "./",
        "/",
        "/404.html",
        "/nl/index.html",
        "/nl/%C3%A9%20f/",
        "/nl/é f/",
        "/files/a/b%20c.pdf#page=2",
        "?q=1",
        "/nl/b/?q=1#x:~:text=y",
        "https://hub.example/nl/b/",
        "HTTPS://HUB.EXAMPLE",
        "//hub.example/nl/",
        "mailto:a@b.example",
        "tel:112",
        "/nl/./b/../a/",
        "../../assets/hub.css",
    ] {
        assert_eq!(body(&format!("<a href=\"{fine}\">x</a>")), NOTHING, "{fine}");
    }
    for broken in
        ["/nl/c/", "/nl/a", "c/", "../../../x/", "/en/a/", "https://hub.example/x", "#nowhere", "/nl/%ff/", "{%"]
    {
        assert!(body(&format!("<a href=\"{broken}\">x</a>")).contains(&"audit-link"), "{broken}");
    }
}

#[test]
fn a_missing_slash_is_told_apart() {
    let found = audit("nl/a/", &sound("<a href=\"/nl/b\">x</a>"));
    assert!(found[0].message.contains("lacks a slash"), "{}", found[0].message);
}

#[test]
fn links_respect_the_path_of_the_site() {
    let audit = site("https://example.org/hub/", OUTPUTS);
    let found = |html: &str| codes(&audit.finish(vec![audit.page(&route("nl/a/"), sound(html).as_bytes())]));
    assert_eq!(found("<a href=\"/hub/nl/b/\">x</a><a href=\"/hub\">x</a><a href=../b/>x</a>"), NOTHING);
    assert_eq!(
        found("<a href=\"https://example.org/hub/nl/\">x</a><a href=\"https://example.org/about/\">x</a>"),
        NOTHING
    );
    assert_eq!(found("<a href=\"/nl/b/\">x</a>"), ["audit-link"]);
    assert_eq!(found("<a href=\"https://example.org.evil.example/hub/nl/\">x</a>"), ["audit-referrer"]);
}

#[test]
fn images_styles_and_downloads_exist_too() {
    assert_eq!(
        body("<img src=\"/assets/mark.svg\" alt=\"\" srcset=\"/assets/mark.svg 1x, /assets/mark.svg 2x\">"),
        NOTHING
    );
    assert_eq!(body("<img src=\"/assets/mark.png\" alt=\"\">"), ["audit-link"]);
    assert_eq!(body("<img src=\"\" alt=\"\">"), ["audit-link"]);
    assert_eq!(body("<img srcset=\"/assets/mark.svg 1x,/assets/other.svg 2x\" alt=\"\">"), ["audit-link"]);
    assert_eq!(head("<link rel=stylesheet href=/assets/hub.css>"), NOTHING);
    assert_eq!(head("<link rel=stylesheet href=/assets/gone.css>"), ["audit-link"]);
    assert_eq!(head("<link rel=canonical href=https://hub.example/nl/gone/>"), ["audit-link"]);
}

#[test]
fn a_base_element_is_refused() {
    assert_eq!(head("<base href=\"/nl/\">"), ["audit-link"]);
}

#[test]
fn fragments_of_other_pages_exist_there() {
    let target = sound("<h2 id=\"één\">x</h2>");
    for (link, expected) in [("één", NOTHING), ("%C3%A9%C3%A9n", NOTHING), ("main", NOTHING), ("twee", &["audit-link"])]
    {
        let from = sound(&format!("<a href=\"/nl/b/#{link}\">x</a>"));
        assert_eq!(codes(&audit_all(&[("nl/a/", &from), ("nl/b/", &target)])), expected, "{link}");
    }
}

#[test]
fn other_servers_are_not_asked() {
    for request in [
        "<img src=\"https://x.example/a.png\" alt=\"\">",
        "<img srcset=\"/assets/mark.svg 1x, //x.example/a.png 2x\" alt=\"\">",
        "<video poster=\"//x.example/a\"></video>",
        "<audio src=\"https://x.example/a\"></audio>",
        "<video><source src=\"https://x.example/a\"></video>",
        "<object data=\"https://x.example/a\"></object>",
        "<iframe src=\"https://x.example/\"></iframe>",
        "<embed src=\"https://x.example/\">",
        "<form action=\"https://x.example/\"></form>",
        "<form><button formaction=\"https://x.example/\">x</button></form>",
        "<script src=\"https://x.example/a.js\"></script>",
        "<svg><image href=\"https://x.example/a\"/></svg>",
        "<svg><use xlink:href=\"https://x.example/a#b\"/></svg>",
        "<noscript><img src=\"https://x.example/pixel\" alt=\"\"></noscript>",
    ] {
        assert_eq!(body(request), ["audit-third-party"], "{request}");
    }
    for rel in ["stylesheet", "preload", "icon", "preconnect", "dns-prefetch", "modulepreload", "alternate stylesheet"]
    {
        assert_eq!(head(&format!("<link rel=\"{rel}\" href=\"https://x.example/a\">")), ["audit-third-party"], "{rel}");
    }
    assert_eq!(head("<meta http-equiv=\"Refresh\" content=\"0; URL='https://x.example/'\">"), ["audit-third-party"]);
}

#[test]
fn plain_links_to_other_servers_are_fine() {
    assert_eq!(body("<a href=\"https://x.example/\" rel=\"noopener noreferrer\">x</a>"), NOTHING);
    assert_eq!(
        head("<link rel=\"canonical\" href=\"https://x.example/\"><link rel=\"license\" href=\"https://x.example/\">"),
        NOTHING
    );
    assert_eq!(head("<link rel=\"alternate\" hreflang=\"de\" href=\"https://x.example/de/\">"), NOTHING);
    assert_eq!(head("<meta http-equiv=\"refresh\" content=\"0; url=/nl/\">"), NOTHING);
    assert_eq!(body("<img src=\"data:image/gif;base64,R0lG\" alt=\"\">"), NOTHING);
}

#[test]
fn links_to_other_servers_do_not_tell_where_readers_come_from() {
    assert_eq!(body("<a href=\"https://x.example/\">x</a>"), ["audit-referrer"]);
    assert_eq!(body("<a href=\"//x.example/\" rel=\"noopener\">x</a>"), ["audit-referrer"]);
    assert_eq!(body("<a href=\"https://x.example/\" referrerpolicy=\"no-referrer\">x</a>"), NOTHING);
}

#[test]
fn style_sheets_ask_nobody_else() {
    let found = |css: &str| codes(&audit("assets/hub.css", css));
    assert_eq!(
        found("a{background:url(mark.svg)}b{mask:url( \"/assets/mark.svg\" )}c{fill:url(#x)}d{x:url(data:a)}"),
        NOTHING
    );
    assert_eq!(
        found("@namespace svg url(http://www.w3.org/2000/svg);@namespace \"http://www.w3.org/1999/xhtml\";"),
        NOTHING
    );
    assert_eq!(found("/* url(https://x.example/a) */ a{content:\"url(https://x.example/a)\"}"), NOTHING);
    assert_eq!(found("a{background:image-set(\"mark.svg\" type(\"image/svg+xml\"))}"), NOTHING);
    assert_eq!(found("@import \"https://x.example/a.css\";"), ["audit-third-party"]);
    assert_eq!(found("@import url(//x.example/a.css);"), ["audit-third-party"]);
    assert_eq!(found("@font-face{src:URL('https://x.example/a.woff2')}"), ["audit-third-party"]);
    assert_eq!(found("a{background:image-set(\"https://x.example/a\" 1x)}"), ["audit-third-party"]);
    assert_eq!(found("a{background:url(gone.png)}"), ["audit-link"]);
    assert_eq!(found("/*/ a */ @import /**/ 'https://x.example/';"), ["audit-third-party"]);
    assert_eq!(found("/* a */ @namespace url(https://x.example/);"), NOTHING);
    for broken in ["a{content:\"", "url(", "a{b:'\\", "/*", "é(\\é\"é"] {
        found(broken);
    }
}

#[test]
fn pages_hold_no_scripts_and_styles() {
    for inline in [
        "<style>a{}</style>",
        "<p style=\"color:red\">x</p>",
        "<script>alert(1)</script>",
        "<script src=\"/assets/hub.js\">more()</script>",
        "<p onclick=\"x()\">x</p>",
        "<svg onload=\"x()\"></svg>",
        "<a href=\"javascript:x()\">x</a>",
        "<a href=\" java\nscript:x()\">x</a>",
    ] {
        assert_eq!(body(inline), ["audit-inline"], "{inline}");
    }
    assert_eq!(body("<style>a{background:url(https://x.example/)}</style>"), ["audit-inline", "audit-third-party"]);
    assert_eq!(body("<script src=\"/assets/hub.js\"> </script>"), NOTHING);
}

#[test]
fn facts_for_machines_are_one_type_and_json() {
    let data = |type_: &str, text: &str| head(&format!("<script type=\"{type_}\">{text}</script>"));
    for fine in ["{\"a\": \"</p> {{\"}", " [1, \"\\u003c\"]\n", "{\"é\":\n\"\u{2028}\u{1F600}\"}"] {
        assert_eq!(data("application/ld+json", fine), NOTHING, "{fine}");
    }
    for broken in ["", "{", "{\"a\": 1,}", "alert(1)", "{} {}", "{\"a\": \"</script><p>x</p>"] {
        assert_eq!(data("application/ld+json", broken), ["audit-inline"], "{broken}");
    }
    for other in ["application/json", "application/LD+JSON", "text/javascript", "module", "importmap", ""] {
        assert_eq!(data(other, "{}"), ["audit-inline"], "{other}");
    }
    let open = format!("{}<script type=\"application/ld+json\">{{\"a\":", sound(""));
    assert_eq!(codes(&audit("nl/a/", &open)), ["audit-inline"]);
    assert_eq!(head("<script type=\"application/ld+json\" src=\"/assets/hub.js\">{}</script>"), ["audit-inline"]);
    assert_eq!(body("<svg><script type=\"application/ld+json\">{}</script></svg>"), ["audit-inline"]);
}

#[test]
fn ids_stand_once_and_are_found() {
    assert_eq!(body("<p id=\"a\">x</p><p id=\"b\">x</p>"), NOTHING);
    assert_eq!(body("<p id=\"a\">x</p><p id=\"a\">x</p><p id=\"a\">x</p>"), ["audit-ids"]);
    assert_eq!(body("<p id=\"a b\">x</p>"), ["audit-ids"]);
    assert_eq!(body("<label for=\"a\">x</label><input id=\"a\"><p aria-labelledby=\"main a\">x</p>"), NOTHING);
    for reference in
        ["<label for=\"c\">x</label>", "<p aria-labelledby=\"main c\">x</p>", "<p aria-describedby=c>x</p>"]
    {
        assert_eq!(body(reference), ["audit-ids"], "{reference}");
    }
}

#[test]
fn a_page_says_its_language_and_direction() {
    let html = |tag: &str| sound("").replace("<html lang=\"nl\" dir=\"ltr\">", tag);
    let found = |path: &str, tag: &str| codes(&audit(path, &html(tag)));
    assert_eq!(found("ar/", "<html lang=\"ar\" dir=\"rtl\">"), NOTHING);
    assert_eq!(found("404.html", "<html lang=\"en\" dir=\"ltr\">"), NOTHING);
    for wrong in [
        "<html dir=ltr>",
        "<html lang=\"\" dir=ltr>",
        "<html lang=nl>",
        "<html lang=nl dir=rtl>",
        "<html lang=en dir=ltr>",
        "<html lang=de dir=ltr>",
    ] {
        assert_eq!(found("nl/a/", wrong), ["audit-language"], "{wrong}");
    }
    assert_eq!(codes(&audit("nl/a/", "<title>x</title><h1>x</h1>")), ["audit-language"]);
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    assert_eq!(body("<h2>x</h2><h3>x</h3><h4>x</h4><h2>x</h2>"), NOTHING);
    let found = audit("nl/a/", &sound("<h2 id=\"x\">x</h2><h4 id=\"y\">x</h4>"));
    assert_eq!((found.len(), found[0].code.as_str(), found[0].severity), (1, "audit-heading", Severity::Warning));
    assert!(found[0].message.contains("`<h2 id=\"x\">` to `<h4 id=\"y\">`"), "{}", found[0].message);
}

#[test]
fn a_page_has_one_first_heading_and_a_title() {
    assert_eq!(body("<h1>x</h1>"), ["audit-heading"]);
    let html = |inner: &str| format!("<html lang=nl dir=ltr>{inner}");
    assert_eq!(codes(&audit("nl/a/", &html("<title>x</title>"))), ["audit-heading"]);
    assert_eq!(codes(&audit("nl/a/", &html("<h1>x</h1>"))), ["audit-title"]);
    assert_eq!(codes(&audit("nl/a/", &html("<title> \n</title><h1>x</h1>"))), ["audit-title"]);
    assert_eq!(codes(&audit("nl/a/", &html("<h1>x</h1><svg><title>x</title></svg>"))), ["audit-title"]);
    assert_eq!(codes(&audit("nl/a/", &html("<title>&lt;</title><h1>x</h1>"))), NOTHING);
}

#[test]
fn images_and_table_heads_speak() {
    assert_eq!(body("<img src=\"/assets/mark.svg\">"), ["audit-image"]);
    assert_eq!(body("<img src=\"/assets/mark.svg\" alt>"), NOTHING);
    let found = audit("nl/a/", &sound("<table><tr><th>x</th><th scope=\"col\">x</th></tr></table>"));
    assert_eq!((found.len(), found[0].code.as_str(), found[0].severity), (1, "audit-table", Severity::Warning));
}

#[test]
fn nobody_is_followed() {
    assert_eq!(head("<link rel=\"manifest\" href=\"/nl/feed.xml\">"), ["audit-tracking"]);
    assert_eq!(body("<a href=\"/nl/\" target=\"_BLANK\">x</a>"), ["audit-tracking"]);
    assert_eq!(body("<a href=\"/nl/\" ping=\"/x\">x</a>"), ["audit-tracking"]);
    let found = |script: &str| codes(&audit("assets/hub.js", script));
    assert_eq!(
        found("const NS = 'http://www.w3.org/2000/svg'; // https://x.example/\nmyCaches.opened(localStorages);"),
        NOTHING
    );
    assert_eq!(found("window.localStorage.x = 1"), ["audit-tracking"]);
    assert_eq!(found("navigator.serviceWorker.register('/a.js')"), ["audit-tracking"]);
    assert_eq!(found("fetch('https://x.example/a')"), ["audit-third-party"]);
    assert_eq!(found("import { a } from \"//x.example/a.js\""), ["audit-third-party"]);
    assert_eq!(found("img.src = `https://x.example/${a}`"), ["audit-third-party"]);
}

#[test]
fn translations_name_each_other() {
    let names = |pairs: &[(&str, &str)]| {
        let link =
            |(tag, path): &(&str, &str)| format!("<link rel=alternate hreflang={tag} href=https://hub.example/{path}>");
        page_with(&pairs.iter().map(link).collect::<String>(), "")
    };
    let arabic = |html: &str| html.replace("lang=\"nl\" dir=\"ltr\"", "lang=\"ar\" dir=\"rtl\"");
    let both = names(&[("nl", "nl/"), ("ar", "ar/"), ("x-default", "nl/")]);
    let found = |nl: &str, ar: &str| codes(&audit_all(&[("nl/", nl), ("ar/", &arabic(ar))]));
    assert_eq!(found(&both, &both), NOTHING);
    assert_eq!(found(&both, &names(&[])), ["audit-duplicate-alternates"]);
    assert_eq!(found(&names(&[("nl", "nl/"), ("ar", "ar/gone/")]), &names(&[])), ["audit-duplicate-alternates"]);
    assert_eq!(found(&names(&[("nl", "nl/"), ("nl", "nl/a/")]), &names(&[])), ["audit-duplicate-alternates"]);
    assert_eq!(found(&names(&[("en", "nl/")]), &names(&[])), ["audit-duplicate-alternates"]);
    assert_eq!(found(&names(&[("de", "nl/")]), &names(&[])), ["audit-duplicate-alternates"]);
}

#[test]
fn marks_that_nobody_replaced_are_seen() {
    for leftover in [
        "<p>{{ page.title }}</p>",
        "<p>{% if x %}</p>",
        "<p>::: note</p>",
        "text\n  :::\n",
        "<p title=\"{{ x }}\">x</p>",
    ] {
        let found = audit("nl/a/", &sound(leftover));
        assert_eq!(codes(&found), ["audit-leftover"], "{leftover}");
        assert_eq!(found[0].severity, Severity::Warning);
    }
    for fine in [
        "<p>{ a } 5 % } a:::b</p>",
        "<code>{{ x }}</code>",
        "<pre>\n::: note\n<b>{% x %}</b></pre>",
        "<p>a <b>b</b>: ::</p>",
    ] {
        assert_eq!(body(fine), NOTHING, "{fine}");
    }
}

#[test]
fn feeds_and_sitemaps_name_what_is_there() {
    let found = |xml: &str| codes(&audit("nl/feed.xml", xml));
    assert_eq!(
        found(
            "<?xml version=\"1.0\"?><feed><title>a</title><link rel=\"self\" href=\"https://hub.example/nl/feed.xml\"/></feed>"
        ),
        NOTHING
    );
    assert_eq!(
        found("<urlset><url><loc>https://hub.example/nl/a/</loc><xhtml:link href=\"https://hub.example/nl/\"/></url>"),
        NOTHING
    );
    assert_eq!(found("<urlset><url><loc>https://hub.example/nl/gone/</loc></url>"), ["audit-link"]);
    assert_eq!(found("<entry><title>a</title><link href=\"https://hub.example/nl/gone/\"/></entry>"), ["audit-link"]);
}

#[test]
fn drawings_run_and_fetch_nothing() {
    let found = |svg: &str| codes(&audit("assets/mark.svg", svg));
    assert_eq!(
        found(
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><style>a{}</style><path style=\"fill:red\"/><use href=\"#a\"/></svg>"
        ),
        NOTHING
    );
    assert_eq!(found("<svg><script>x()</script></svg>"), ["audit-inline"]);
    assert_eq!(found("<svg onload=\"x()\"/>"), ["audit-inline"]);
    assert_eq!(found("<svg><image xlink:href=\"https://x.example/a\"/></svg>"), ["audit-third-party"]);
}

#[test]
fn a_finding_names_its_page_and_its_source() {
    let found = audit("nl/a/", &sound("<img src=\"/assets/mark.svg\">"));
    assert_eq!(found[0].message, "`/nl/a/`: `<img src=\"/assets/mark.svg\">` has no `alt`");
    assert_eq!(found[0].at.as_ref().map(|span| &*span.file), Some("content/nl/a/"));
}

#[test]
fn a_fault_of_a_template_is_said_once() {
    let paths: Vec<String> = (0..50).map(|number| format!("nl/p{number:02}/")).collect();
    let site = site("https://hub.example/", &paths.iter().map(String::as_str).collect::<Vec<_>>());
    let page = |path: &String| site.page(&route(path), sound("<p style=\"a\">x</p><p style=\"a\">x</p>").as_bytes());
    let found = site.finish(paths.iter().map(page).collect());
    assert_eq!(found.len(), 1);
    let expected = "`/nl/p00/`, `/nl/p01/`, `/nl/p02/` and on 47 more pages: `<p style=\"a\">` has a style of its own";
    assert_eq!((&*found[0].message, &found[0].at), (expected, &None));
}

#[test]
fn a_rule_that_fails_in_many_ways_shows_some() {
    let images = (0..200).map(|number| format!("<img src=\"/assets/mark.svg?{number}\">")).collect::<Vec<_>>().concat();
    let pages = ["nl/a/", "nl/b/", "nl/"].map(|path| (path, sound(&images)));
    let found = audit_all(&pages.each_ref().map(|(path, text)| (*path, text.as_str())));
    assert_eq!(found.len(), 21);
    assert_eq!(found[20].message, "540 more findings of this kind");
}

proptest! {
    #[test]
    fn random_input_never_panics(text in "[a-z<>/=\"'`&#;:{}%@()\\\\*. \n\u{0}é]{0,200}") {
        for path in ["nl/a/", "assets/hub.css", "assets/hub.js", "assets/mark.svg", "nl/feed.xml"] {
            audit(path, &text);
            audit(path, &sound(&format!("<a href=\"{text}\"><style>{text}</style><p style='{text}'>")));
        }
    }
}
