//! A small site for the tests of the rules, and what holds for all of them: each test is a page and the codes that it
//! earns.

use std::sync::Arc;

use proptest::prelude::*;

use super::{Audit, Output};
use crate::config::BaseUrl;
use crate::diagnostic::{Diagnostic, Severity, Span};
use crate::lang::Lang;
use crate::site::Route;

/// A page without a fault, around `body`.
pub(super) fn sound(body: &str) -> String {
    page_with("", body)
}

pub(super) fn page_with(head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"nl\" dir=\"ltr\">\n<head><title>Titel</title>{head}</head>\n\
         <body><main id=\"main\"><h1>Kop</h1>\n{body}</main></body></html>\n"
    )
}

pub(super) fn lang(tag: &str) -> Lang {
    Lang::parse(tag).expect("tests name languages")
}

pub(super) fn route(path: &str) -> Route {
    Route(Arc::from(path))
}

/// A site of these outputs. Those below `nl/` and `ar/` are pages of that language; each has a source of its name.
pub(super) fn site(base_url: &str, outputs: &[&str]) -> Audit {
    let languages = ["nl", "en", "ar"].map(|tag| (lang(tag), lang(tag).direction()));
    let outputs = outputs.iter().map(|path| Output {
        route: route(path),
        lang: path.split('/').next().filter(|part| part.len() == 2).map(lang),
        from: Some(Span::start_of(&Arc::from(format!("content/{path}")))),
        copied: path.starts_with("files/"),
    });
    Audit::of(BaseUrl::parse(base_url).expect("tests have an address"), languages.to_vec(), outputs)
}

pub(super) const OUTPUTS: &[&str] = &[
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
    "files/a/b.csv",
    "files/a/broken.json",
];

/// All that is found on these pages.
pub(super) fn audit_all(pages: &[(&str, &str)]) -> Vec<Diagnostic> {
    let audit = site("https://hub.example/", OUTPUTS);
    let facts = pages.iter().map(|(path, text)| audit.page(&route(path), text.as_bytes())).collect();
    audit.finish(facts)
}

pub(super) fn audit(path: &str, text: &str) -> Vec<Diagnostic> {
    audit_all(&[(path, text)])
}

pub(super) fn codes(found: &[Diagnostic]) -> Vec<&'static str> {
    found.iter().map(|diagnostic| diagnostic.code.as_str()).collect()
}

/// What is found in the body of a page that is sound otherwise.
pub(super) fn body(html: &str) -> Vec<&'static str> {
    codes(&audit("nl/a/", &sound(html)))
}

pub(super) fn head(html: &str) -> Vec<&'static str> {
    codes(&audit("nl/a/", &page_with(html, "")))
}

pub(super) const NOTHING: &[&str] = &[];

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
fn an_output_is_what_its_name_promises() {
    let found = |path: &str, text: &str| codes(&audit(path, text));
    for (path, text) in [
        ("nl/data.json", "{\"a\": [1, 2.5, -3, true, null, \"x\"]}"),
        ("nl/data.csv", "a,b\r\n\"c,\r\n\",d\r\n"),
        ("nl/calendar.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a\\, b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
        ("nl/feed.xml", "<?xml version=\"1.0\"?><feed/>"),
        ("nl/film.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nDag\n"),
    ] {
        assert_eq!(found(path, text), NOTHING, "{path}: {text}");
    }
    for (path, text) in [
        ("nl/data.json", "{\"a\": }"),
        ("nl/data.json", "{} {}"),
        ("nl/data.csv", "a,b\r\nc\r\n"),
        ("nl/calendar.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n"),
        ("nl/calendar.ics", "BEGIN:VCALENDAR\r\n"),
        ("nl/calendar.ics", "BEGIN:VCALENDAR\r\nEND:VEVENT\r\n"),
        ("nl/feed.xml", "<feed><a></feed>"),
        ("nl/film.vtt", "00:01.000 --> 00:02.000\n"),
        ("nl/prints.zip", "PK"),
    ] {
        assert_eq!(found(path, text), ["audit-format"], "{path}: {text}");
    }
    let long = format!("BEGIN:VCALENDAR\r\nSUMMARY:{}\r\nEND:VCALENDAR\r\n", "é".repeat(40));
    assert_eq!(found("nl/calendar.ics", &long), ["audit-format"]);
}

#[cfg(feature = "pdf")]
#[test]
fn a_print_is_a_pdf_file() {
    assert_eq!(codes(&audit("nl/print.pdf", "no PDF")), ["audit-format"]);
}

#[test]
fn a_text_that_is_not_utf8_is_told_and_read_all_the_same() {
    let audit = site("https://hub.example/", OUTPUTS);
    let page = audit.page(&route("nl/a/"), &[sound("<img>").as_bytes(), b"\xE9"].concat());
    assert_eq!(codes(&audit.finish(vec![page])), ["audit-format", "audit-image"]);
}

#[test]
fn a_file_of_somebody_else_is_asked_for_its_form_and_what_hides_in_it() {
    let found = audit("files/a/b.csv", "a,b\r\nhttps://hub.example/nl/gone/,{{ x }}\r\n");
    assert_eq!(codes(&found), NOTHING);
    let found = audit("files/a/b.csv", "a,b\r\nc\u{202E},d\r\n");
    assert_eq!((found.len(), found[0].code.as_str(), found[0].severity), (1, "audit-hidden", Severity::Warning));
    let found = audit_all(&[("files/a/broken.json", "{")]);
    assert_eq!((found.len(), found[0].code.as_str(), found[0].severity), (1, "audit-format", Severity::Warning));
}

#[test]
fn the_files_in_an_archive_are_read_like_others() {
    let zip = |name: &str, text: &str| crate::print::zip::zip(&[(name.to_owned(), text.as_bytes())]);
    let found = |name: &str, text: &str| {
        let audit = site("https://hub.example/", OUTPUTS);
        let page = audit.page(&route("nl/prints.zip"), &zip(name, text));
        codes(&audit.finish(vec![page]))
    };
    assert_eq!(found("a.txt", "tekst"), NOTHING);
    assert_eq!(found("a.txt", "a\u{202E}b"), ["audit-hidden"]);
    assert_eq!(found("a.json", "{\"a\": \"{{ x }}\"}"), ["audit-leftover"]);
    assert_eq!(found("a.json", "{"), ["audit-format"]);
    assert_eq!(found("../a.txt", "tekst"), ["audit-format"]);
}

#[test]
fn a_finding_names_its_page_and_its_source() {
    let found = audit("nl/a/", &sound("<img src=\"/assets/mark.svg\">"));
    assert_eq!(found[0].message.to_string(), "`/nl/a/`: `<img src=\"/assets/mark.svg\">` has no `alt`");
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
    assert_eq!((&*found[0].message.to_string(), &found[0].at), (expected, &None));
}

#[test]
fn a_rule_that_fails_in_many_ways_shows_some() {
    let images = (0..200).map(|number| format!("<img src=\"/assets/mark.svg?{number}\">")).collect::<Vec<_>>().concat();
    let pages = ["nl/a/", "nl/b/", "nl/"].map(|path| (path, sound(&images)));
    let found = audit_all(&pages.each_ref().map(|(path, text)| (*path, text.as_str())));
    assert_eq!(found.len(), 21);
    assert_eq!(found[20].message.to_string(), "540 more findings of this kind");
}

proptest! {
    #[test]
    fn random_input_never_panics(text in "[a-z<>/=\"'`&#;:{}%@()\\\\*. \n\u{0}é]{0,200}") {
        let texts = ["nl/data.json", "nl/data.csv", "nl/calendar.ics", "nl/cite.bib", "_headers"];
        for path in ["nl/a/", "assets/hub.css", "assets/hub.js", "assets/mark.svg", "nl/feed.xml"].into_iter().chain(texts) {
            audit(path, &text);
            audit(path, &sound(&format!("<a href=\"{text}\"><style>{text}</style><p style='{text}'>")));
        }
    }

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), cut in 0_usize..300) {
        let audit = site("https://hub.example/", OUTPUTS);
        let mut archive = crate::print::zip::zip(&[("a.txt".to_owned(), bytes.as_slice())]);
        archive.truncate(cut);
        for (path, bytes) in [("nl/a/", &bytes), ("nl/data.json", &bytes), ("nl/a.zip", &archive), ("nl/b.zip", &bytes)] {
            let _ = audit.page(&route(path), bytes);
        }
    }
}
