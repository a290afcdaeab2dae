//! The SAMEN hub itself, built from the repository: the demonstration is a test.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use samen::diagnostic::Diagnostics;
use samen::pipeline::{self, Loaded, Request};
use samen::site::TranslationStatus;
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
    let (loaded, _) = pipeline::load(&sources, &request, &mut Diagnostics::default());
    (loaded.expect("the hub can be read"), sources)
}

fn outputs() -> BTreeMap<String, Arc<[u8]>> {
    let (sources, request) = hub();
    let (outputs, found) = pipeline::outputs(&sources, &request).expect("the hub has no errors");
    assert!(found.items().is_empty(), "{:#?}", found.items());
    outputs
}

fn text(outputs: &BTreeMap<String, Arc<[u8]>>, file: &str) -> String {
    String::from_utf8_lossy(outputs.get(file).unwrap_or_else(|| panic!("no {file}"))).into_owned()
}

#[test]
fn the_hub_passes_the_strict_check() {
    let (sources, request) = hub();
    let found = pipeline::check(&sources, &request, &pipeline::RunControl::default()).expect("nobody stops it");
    assert!(found.items().is_empty(), "{:#?}", found.items());
}

#[test]
fn the_hub_holds_what_it_promises_in_both_languages() {
    let outputs = outputs();
    for page in [
        "index.html",
        "404.html",
        "sitemap.xml",
        "robots.txt",
        "nl/index.html",
        "nl/feed.xml",
        "nl/bijeenkomsten/index.html",
        "nl/bijeenkomsten/feed.xml",
        "nl/projecten/samen/index.html",
        "nl/hulp/index.html",
        "nl/flyers/samen/index.html",
        "nl/begrippen/index.html",
        "nl/onderwerpen/index.html",
        "nl/steden/rotterdam/index.html",
        "en/index.html",
        "en/meetings/index.html",
        "en/projects/samen/index.html",
        "en/help/index.html",
    ] {
        assert!(outputs.contains_key(page), "{page} is missing");
    }
    let count = |prefix: &str| outputs.keys().filter(|file| file.starts_with(prefix)).count();
    assert!(count("nl/organisaties/") > 22, "every organisation of the facts has a page");
    assert!(count("nl/begrippen/") > 12, "the glossary has at least twelve terms");
    assert!(count("nl/materialen/") > 8, "there are at least eight resources");
}

/// What people need first, which no reader of the hub gets in another language than their own.
const FIRST: &[&str] = &[
    "",
    "activities/knowledge-exchange",
    "activities/psychosocial-support",
    "activities/training-care-providers",
    "activities/training-cultural-mediators",
    "flyers/samen",
    "help",
    "help/112",
    "help/centrum-seksueel-geweld",
    "help/politie",
    "help/slachtofferhulp",
    "help/veilig-thuis",
    "help/zanzu",
    "pages/about-this-hub",
    "pages/migrant-ambassadors",
    "pages/privacy-and-safety",
];

#[test]
fn the_hub_speaks_seven_languages_where_people_need_it_first() {
    let (loaded, _) = loaded();
    let site = &*loaded.rendering.site;
    let tags: Vec<String> = site.config.tags().iter().map(ToString::to_string).collect();
    assert_eq!(tags, ["nl", "en", "ar", "fa", "ti", "tr", "uk"]);
    for lang in site.config.tags() {
        for id in FIRST {
            let entry = site.find(id).unwrap_or_else(|| panic!("no {id}"));
            let progress = site.translation_status(entry, &lang);
            let current = matches!(
                progress,
                TranslationStatus::Source
                    | TranslationStatus::Reviewed
                    | TranslationStatus::Draft
                    | TranslationStatus::Machine
            );
            assert!(current, "`{id}` in `{lang}` is {}", progress.word());
        }
        let labels = site.data.taxonomies.values().flat_map(|taxonomy| taxonomy.terms.values());
        for term in labels {
            assert!(term.label.exact(&lang).is_some(), "the term `{}` has no label in `{lang}`", term.id);
        }
        for type_ in site.types.iter() {
            for field in type_.fields.iter().filter(|field| !field.label.is_empty()) {
                assert!(field.label.exact(&lang).is_some(), "`{}` of `{}` in `{lang}`", field.name, type_.name);
            }
        }
    }
}

#[test]
fn the_language_of_a_page_and_its_links_agree() {
    let outputs = outputs();
    for (file, bytes) in outputs.iter().filter(|(file, _)| file.starts_with("en/") && file.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        assert!(html.contains("lang=en") || html.contains("lang=\"en\""), "{file}");
        let main = html.split("<main").nth(1).unwrap_or_default().split("</main>").next().unwrap_or_default();
        let foreign = main.matches("href=/nl/").count() + main.matches("href=\"/nl/").count();
        let marked = main.matches("hreflang=nl").count() + main.matches("hreflang=\"nl\"").count();
        // A machine translation leads to its source, which is named as such.
        assert!(foreign <= marked + 1, "{file} leads to Dutch pages without saying so");
    }
}

#[test]
fn an_invented_meeting_says_so_on_its_page_and_in_feeds_and_stays_out_of_sitemaps() {
    let outputs = outputs();
    let page = text(&outputs, "nl/bijeenkomsten/2023-05-11-verwijzen-utrecht/index.html");
    assert!(page.contains("noindex") && page.contains("Voorbeeld"));
    let feeds = ["nl/feed.xml", "nl/bijeenkomsten/feed.json", "nl/onderwerpen/verwijzen/feed.xml"];
    for file in feeds.into_iter().chain(["nl/bijeenkomsten/calendar.ics"]) {
        assert!(text(&outputs, file).contains("werkbijeenkomst over verwijzen (voorbeeld)"), "{file}");
    }
    assert!(!text(&outputs, "sitemap-nl.xml").contains("2023-05-11"));
}

#[test]
fn two_builds_give_the_same_bytes() {
    assert!(outputs() == outputs());
}

#[cfg(feature = "minify")]
#[test]
fn minifying_changes_no_word_of_any_page() {
    let (sources, request) = hub();
    let mut found = Diagnostics::default();
    let (loaded, _) = pipeline::load(&sources, &request, &mut found);
    let loaded = loaded.expect("the hub loads");
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
