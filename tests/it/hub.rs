//! The SAMEN hub itself, built from the repository: what the program promises on a real site, whatever its texts say. What
//! the hub promises its readers stands in `tests/hub_promises.py`, so that an editor who mends a page breaks no test here.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use samen::diagnostic::Diagnostics;
use samen::pipeline::{self, Loaded, Request};
use samen::source::{Known, Sources};

fn hub() -> (Sources, Request) {
    let mut found = Diagnostics::default();
    let sources = Sources::disk(Path::new(env!("CARGO_MANIFEST_DIR")), "samen.yaml", &Known::new(), &mut found);
    assert!(found.items().is_empty(), "{found:?}");
    let request = Request {
        config: "samen.yaml".to_owned(),
        overrides: Vec::new(),
        clock: jiff::civil::date(2026, 11, 23),
        drafts: false,
        strict: true,
        pseudo: false,
    };
    (sources, request)
}

/// The hub, read and planned, with its files.
pub fn loaded() -> (Loaded, Sources) {
    let (sources, request) = hub();
    (pipeline::load(&sources, &request).loaded.expect("the hub can be read"), sources)
}

fn outputs() -> BTreeMap<String, Arc<[u8]>> {
    let (sources, request) = hub();
    let (outputs, found) = pipeline::outputs(&sources, &request).expect("the hub has no errors");
    assert!(found.items().is_empty(), "{:#?}", found.items());
    outputs
}

#[test]
fn the_hub_passes_the_strict_check() {
    let (sources, request) = hub();
    let checked = pipeline::check(&sources, &request, &pipeline::RunControl::default()).expect("nobody stops it");
    let found = checked.diagnostics;
    assert!(found.items().is_empty(), "{:#?}", found.items());
}

#[test]
fn two_builds_give_the_same_bytes() {
    assert!(outputs() == outputs());
}

#[cfg(feature = "minify")]
#[test]
fn minifying_changes_no_word_of_any_page() {
    let (sources, request) = hub();
    let loaded = pipeline::load(&sources, &request).loaded.expect("the hub loads");
    for (route, planned) in &loaded.rendering.plan.jobs {
        if !route.output().ends_with(".html") {
            continue;
        }
        let Ok(samen::render::Content::Bytes(raw)) = loaded.rendering.render(route, &planned.job) else {
            panic!("{route} is not rendered");
        };
        let minified = samen::minify::html(&raw);
        // A reference to a character that nobody sees is the character.
        let raw = String::from_utf8_lossy(&raw).replace("&#x2068;", "\u{2068}").replace("&#x2069;", "\u{2069}");
        assert_eq!(words(raw.as_bytes()), words(&minified), "{route}");
    }
}

/// The words between tags: a tag ends a word only where it does so for a reader, at blocks and white space.
#[cfg(feature = "minify")]
fn words(html: &[u8]) -> Vec<String> {
    const BLOCKS: &[&str] = &[
        "address",
        "article",
        "aside",
        "body",
        "br",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "head",
        "header",
        "hr",
        "html",
        "li",
        "link",
        "main",
        "meta",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "blockquote",
    ];
    let html = String::from_utf8_lossy(html);
    let mut text = String::new();
    for part in html.split('<').skip(1) {
        let (tag, after) = part.split_once('>').unwrap_or((part, ""));
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if BLOCKS.contains(&name.to_ascii_lowercase().as_str()) {
            text.push(' ');
        }
        text.push_str(after);
    }
    let decoded = text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    let decoded = decoded.replace("&#39;", "'").replace("&#x27;", "'");
    decoded.split_whitespace().map(str::to_owned).collect()
}
