//! Random bytes, and random mixtures of what means something, through everything that reads what people write: there
//! may be messages, never a panic. Bounded, and the same in every run.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config as Cases, RngSeed};

use samen::config::{BaseUrl, Config};
use samen::data::Data;
use samen::declaration::Declaration;
use samen::diagnostic::{self, Diagnostics, Style};
use samen::document::element::Element;
use samen::document::html::escape;
use samen::document::place::{self, DocumentPlace};
use samen::document::plain;
use samen::document::tree::{Tree, TreeAttribute, TreeAttributes, TreeNode};
use samen::document::{self, Document, Rules, Sanitizer};
use samen::lang::Lang;
use samen::schema::Types;
use samen::site::Route;
use samen::source::Sources;
use samen::yaml;

use crate::fixture::{TODAY, hub};

pub fn cases(cases: u32) -> Cases {
    Cases {
        cases,
        rng_seed: RngSeed::Fixed(20_260_615),
        failure_persistence: None,
        max_shrink_iters: 2000,
        ..Cases::default()
    }
}

/// What means something in Markdown, outcomes and components.
const MARKDOWN: &[&str] = &[
    "\n",
    "\n\n",
    " ",
    "  ",
    "    ",
    "\t",
    "a",
    "Woord",
    "é",
    "مرحبا",
    "🙂",
    "\u{1a}",
    "\u{0}",
    "\u{202e}",
    "# ",
    "## ",
    "###### ",
    "- ",
    "* ",
    "1. ",
    "- [ ] ",
    "- [x] ",
    "> ",
    "> [!NOTE]\n> ",
    ": ",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```",
    "```\n",
    "~~~\n",
    "---\n",
    "***\n",
    "| a | b |\n",
    "|---|:-:|\n",
    "| c |",
    "\\",
    "[",
    "](",
    "](b.md)",
    "](b.md#x)",
    "](#a1)",
    "](https://a.example)",
    "](javascript:x)",
    "](../../..)",
    "](@/)",
    ")",
    "![",
    "<",
    ">",
    "<b>",
    "</b>",
    "<kbd>",
    "</kbd>",
    "<abbr title=\"x\">",
    "<br>",
    "<script>",
    "<!--",
    "-->",
    "<!DOCTYPE x>",
    "<?x",
    "&amp;",
    "&#0;",
    "&",
    "[^a]",
    "[^a]: ",
    "[^b]",
    "{#a1}",
    "{#a1 owner=b}",
    "{#a1 due=2023-01-01}",
    "{",
    "}",
    "{.actions}",
    "{.decisions}",
    "## X {.actions}\n",
    " {#x .questions}",
    "**X** {.actions}\n\n",
    "| Actie | Wie | Id |\n|---|---|---|\n",
    "| | b | A1 |\n",
    "Geen.",
    "ACTION: ",
    "**Action** 3: ",
    "[v] ",
    "☑ ",
    "• ",
    "{.action #ا1}",
    "{.motion for=1 against=x}",
    "owner=",
    "\"",
    ":::",
    "::: ",
    "::: callout\n",
    "::: details title=\"x\"\n",
    ":::\n",
    "::: x y=",
    "[a]: b.md\n",
    "\r\n",
];

/// What means something in YAML and settings.
const YAML: &[&str] = &[
    "\n",
    " ",
    "  ",
    "\t",
    ":",
    ": ",
    "- ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "#",
    "&a",
    "*a",
    "!",
    "!!str ",
    "|",
    ">",
    "'",
    "\"",
    "%",
    "@",
    "`",
    "---\n",
    "...\n",
    "~",
    "null",
    "true",
    "no",
    "1",
    "-1.5",
    "1e999",
    "0x1f",
    "2023-01-24",
    "2023-13-45",
    "a",
    "é",
    "🙂",
    "\u{0}",
    "\u{feff}",
    "<<: ",
    "title: ",
    "slug: ",
    "draft: ",
    "aliases: ",
    "/nl/x/",
    "weight: ",
    "publish: ",
    "related: ",
    "translation: ",
    "{source: nl}",
    "folder: ",
    "fields:\n  ",
    "kind: ",
    "list",
    "of: ",
    "refs",
    "to: ",
    "choice",
    "choices: ",
    "terms:\n  ",
    "label: ",
    "path: ",
    "broader: ",
    "at: [1, 2]",
    "languages: [nl]",
    "base_url: ",
    "https://a.example",
    "theme: mini",
    "checks: ",
    "html: {allow: [",
    "nl",
    "en",
    "\\u0000",
    "\\x",
    "\r\n",
];

/// What means something in names of files and addresses.
const NAMES: &[&str] = &[
    "content/",
    "pages/",
    "meetings/",
    "a",
    "B",
    "index",
    "_index",
    ".",
    "..",
    "/",
    "//",
    ".md",
    ".nl",
    ".en",
    ".de",
    ".fa-AF",
    "-",
    "_",
    " ",
    "%",
    "%2e",
    "#",
    "?",
    "\\",
    ":",
    "é",
    "مرحبا",
    "🙂",
    "\u{0}",
    "\n",
    "\u{202e}",
    "@",
    "@/",
    "~",
    "https://",
    "javascript:",
    "x.pdf",
    "p/2",
];

fn mixture(tokens: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    vec(proptest::sample::select(tokens), 0..most).prop_map(|parts| parts.concat())
}

/// Settings, types and sanitizer of a small site with outcomes.
struct Site {
    config: Config,
    types: Types,
    sanitizer: Sanitizer,
}

fn site(allowed: &[&str]) -> Site {
    let mut said = Diagnostics::default();
    let settings = "name: P\nbase_url: https://hub.example\nlanguages: [nl, en]\ntheme: mini\n";
    let config = Config::parse(settings, &Arc::from("samen.yaml"), &[], false, &mut said).unwrap();
    let declared = [
        (
            "data/types/page.yaml",
            "folder: pages\nfields: {text: {kind: markdown}, more: {kind: list, of: {kind: markdown}}}\n",
        ),
        ("data/types/meeting.yaml", "folder: meetings\noutcomes: {owner: {kind: refs}, due: {kind: date}}\n"),
    ];
    let declared: Vec<Declaration> =
        declared.iter().filter_map(|(path, text)| Declaration::read(&Arc::from(*path), text, &mut said)).collect();
    let types = Types::parse(&declared, &config.tags(), &mut said);
    assert!(said.items().is_empty(), "{said:?}");
    let allowed: Vec<String> = allowed.iter().map(|tag| (*tag).to_owned()).collect();
    Site { config, types, sanitizer: Sanitizer::new(&allowed) }
}

impl Site {
    /// Parses a document, and checks what is said of it: the places lie in the text and can be shown.
    fn parse(&self, path: &str, text: &str) -> Option<Document> {
        let rules = Rules { config: &self.config, types: &self.types, sanitizer: &self.sanitizer };
        let (document, said) = document::parse(&Arc::from(path), text, &rules);
        for diagnostic in &said {
            for span in diagnostic.at.iter().chain(diagnostic.also.iter().map(|(span, _)| span)) {
                assert!(span.range.end as usize <= text.len(), "{diagnostic:?} lies in {text:?}");
            }
        }
        show(&said, text);
        document
    }
}

/// Writes diagnostics in every way.
fn show(said: &[diagnostic::Diagnostic], text: &str) {
    let text: Arc<str> = Arc::from(text);
    let of = |_: &str| Some(Arc::clone(&text));
    let _ = diagnostic::human(said, &of, Style { color: true, width: 80 }, &diagnostic::Catalog::english());
    let _ = diagnostic::json(said, &of);
    let _ = diagnostic::github(said, &of, &diagnostic::Catalog::english());
}

/// All start tags and words of a text as they are, those of its components too.
fn of_body(document: &Document) -> String {
    let mut out = String::new();
    for node in document.body.tree.nodes() {
        match node {
            TreeNode::Open(element, _, attributes) => {
                out.push_str(&format!("<{}{}>", element.name(), written(attributes)));
            }
            TreeNode::Text(words, _) => escape(words, &mut out),
            TreeNode::Close(element, _) => out.push_str(&format!("</{}>", element.name())),
            TreeNode::Slot(_) | TreeNode::OpenComponent(_) | TreeNode::CloseComponent(_) => {}
        }
    }
    out
}

fn written(attributes: TreeAttributes<'_>) -> String {
    let mut out = String::new();
    for attribute in attributes {
        if let TreeAttribute::Value(name, value) = attribute {
            out.push_str(&format!(" {}=\"", name.name()));
            escape(value, &mut out);
            out.push('"');
        }
    }
    out
}

/// What was started last is ended first, and nothing stays open.
fn assert_nested(tree: &Tree, source: &str) {
    let mut open: Vec<String> = Vec::new();
    for node in tree.nodes() {
        match node {
            TreeNode::Open(element, ..) if element.is_void() => {}
            TreeNode::Open(element, role, _) => open.push(format!("{element:?} {role:?}")),
            TreeNode::Close(element, role) => {
                assert_eq!(open.pop(), Some(format!("{element:?} {role:?}")), "{tree:?} of {source:?}");
            }
            TreeNode::OpenComponent(component) => open.push(component.name.clone()),
            TreeNode::CloseComponent(component) => {
                assert_eq!(open.pop().as_ref(), Some(&component.name), "{tree:?} of {source:?}");
            }
            TreeNode::Text(..) | TreeNode::Slot(_) => {}
        }
    }
    assert!(open.is_empty(), "{open:?} in {tree:?} of {source:?}");
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn documents_of_random_bytes(bytes in vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        site(&[]).parse("content/pages/a.nl.md", &text);
        site(&["kbd"]).parse("content/meetings/a.nl.md", &format!("---\ntitle: A\n---\n{text}"));
    }

    #[test]
    fn markdown_of_random_tokens(text in mixture(MARKDOWN, 60)) {
        let site = site(&[]);
        for path in ["content/pages/a.nl.md", "content/meetings/a.nl.md"] {
            let document = site.parse(path, &format!("---\ntitle: A\n---\n{text}"));
            let document = document.expect("the front matter is fine");
            assert_nested(&document.body.tree, &text);
            let html = of_body(&document);
            for never in ["<script", "<!--", "href=\"javascript", "\u{1a}"] {
                prop_assert!(!html.contains(never) || (never == "\u{1a}" && text.contains(never)), "{never:?} in {html:?} of {text:?}");
            }
        }
    }

    #[test]
    fn markdown_with_allowed_html(text in mixture(MARKDOWN, 60)) {
        let document = site(&["kbd", "abbr", "br"]).parse("content/meetings/a.nl.md", &format!("---\ntitle: A\n---\n{text}"));
        let tree = &document.expect("the front matter is fine").body.tree;
        assert_nested(tree, &text);
        for node in tree.nodes() {
            prop_assert!(!matches!(node, TreeNode::Open(Element::B, ..)), "{tree:?} of {text:?}");
        }
    }

    #[test]
    fn places_of_text_hold_that_text_whatever_is_written(text in mixture(MARKDOWN, 60)) {
        let document = site(&["kbd", "abbr", "br"]).parse("content/meetings/a.nl.md", &format!("---\ntitle: A\n---\n{text}"));
        let document = document.expect("the front matter is fine");
        let words: BTreeMap<usize, &str> = document.body.tree.nodes().filter_map(|node| match node {
            TreeNode::Text(words, at) => Some((at, words)),
            _ => None,
        }).collect();
        for passage in plain::passages(&document.body.tree) {
            for (at, c) in passage.text.char_indices() {
                let Some(place) = passage.place(&(at..at + c.len_utf8())) else { continue };
                let (start, words) = words.range(..=place.start).next_back().expect("a place is in some words");
                prop_assert_eq!(&words[place.start - start..place.end - start], c.to_string(), "{:?} of {:?}", place, text);
            }
        }
    }

    #[test]
    fn ids_are_unique_whatever_is_written(text in mixture(MARKDOWN, 60)) {
        let site = site(&[]);
        let file: Arc<str> = Arc::from("content/meetings/a.nl.md");
        let rules = Rules { config: &site.config, types: &site.types, sanitizer: &site.sanitizer };
        let (document, said) = document::parse(&file, &format!("---\ntitle: A\n---\n{text}"), &rules);
        // Where an author chose one twice, that is said.
        if let Some(document) = document.filter(|_| said.is_empty()) {
            let html = of_body(&document);
            let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), all, "{:?} of {:?}", html, text);
        }
    }

    #[test]
    fn front_matter_of_random_tokens(front in mixture(YAML, 40), body in mixture(MARKDOWN, 10)) {
        let site = site(&[]);
        site.parse("content/pages/a.nl.md", &format!("---\n{front}\n---\n{body}"));
        site.parse("content/pages/a.en.md", &format!("---\ntitle: A\n{front}\n---\n{body}"));
        site.parse("content/_index.nl.md", &format!("---{front}"));
        site.parse("content/pages/a.nl.md", &format!("---\r\ntitle: A\r\n{front}---\r\n{body}"));
    }

    #[test]
    fn yaml_of_random_tokens(text in mixture(YAML, 60), offset in 0_usize..10) {
        let file: Arc<str> = Arc::from("x.yaml");
        match yaml::parse(&text, &file, offset) {
            Ok(node) => prop_assert!(node.range().end <= offset + text.len()),
            Err(said) => {
                let end = said.at.as_ref().map_or(0, |span| span.range.end as usize);
                prop_assert!(end <= offset + text.len(), "{:?} of {:?}", said, text);
                if offset == 0 {
                    show(&[*said], &text);
                }
            }
        }
    }

    #[test]
    fn yaml_of_random_bytes(bytes in vec(any::<u8>(), 0..200)) {
        let text = String::from_utf8_lossy(&bytes);
        let _ = yaml::parse(&text, &Arc::from("x.yaml"), 0);
    }

    #[test]
    fn settings_of_random_tokens(text in mixture(YAML, 60), key in mixture(NAMES, 4), value in mixture(YAML, 6)) {
        let file: Arc<str> = Arc::from("samen.yaml");
        let mut said = Diagnostics::default();
        let settings = format!("name: P\nbase_url: https://a.example\nlanguages: [nl]\ntheme: mini\n{text}");
        let _ = Config::parse(&text, &file, &[(key.clone(), value.clone())], false, &mut said);
        let _ = Config::parse(&settings, &file, &[(key, value)], true, &mut said);
        let declared = Declaration::read(&file, &text, &mut said);
        let languages = [Lang::parse("nl").unwrap()];
        let _ = Types::parse(declared.as_slice(), &languages, &mut said);
        let _ = Data::parse(declared.as_slice(), &languages, &mut said);
        show(said.items(), &settings);
    }

    #[test]
    fn places_of_random_names(name in mixture(NAMES, 12), link in mixture(NAMES, 12)) {
        let site = site(&[]);
        // The paths of files have no empty parts.
        let name = name.split('/').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/");
        let file: Arc<str> = Arc::from(format!("content/{name}.md"));
        if let Ok(place) = DocumentPlace::parse(&file, &site.config) {
            prop_assert!(!place.entry.as_str().starts_with('/'), "{:?}", place);
        }
        let _ = place::check_name(&Arc::from(name.as_str()));
        if let Some(target) = place::target("pages/deep", &link, &site.config) {
            prop_assert!(!target.split('/').any(|part| part == ".."), "{target} of {link}");
        }
        site.parse(&file, "---\ntitle: A\n---\n");
    }

    #[test]
    fn addresses_of_random_names(address in mixture(NAMES, 12)) {
        for address in [address.clone(), format!("/{address}")] {
            if let Some(route) = Route::of_address(&address) {
                let output = route.output();
                prop_assert!(!output.starts_with('/') && !output.split('/').any(|part| matches!(part, "" | "." | "..")), "{address:?}: {output:?}");
            }
        }
        let _ = BaseUrl::parse(&format!("https://{address}"));
        let _ = (Lang::parse(&address), samen::lang::slug(&address));
    }
}

proptest! {
    #![proptest_config(cases(48))]

    /// The whole way, with bytes where any file may stand.
    #[test]
    fn sites_with_a_random_file(bytes in vec(any::<u8>(), 0..300), tokens in mixture(MARKDOWN, 40), settings in mixture(YAML, 20), at in 0_usize..10) {
        let files: [(&str, Vec<u8>); 10] = [
            ("content/pages/a.nl.md", bytes.clone()),
            ("content/pages/a.nl.md", format!("---\ntitle: A\n{settings}\n---\n{tokens}").into_bytes()),
            ("content/_index.nl.md", format!("---\ntitle: A\n---\n{tokens}").into_bytes()),
            ("samen.yaml", settings.clone().into_bytes()),
            ("data/types/thing.yaml", settings.clone().into_bytes()),
            ("data/terms/topics.yaml", settings.clone().into_bytes()),
            ("data/strings/nl.ftl", tokens.clone().into_bytes()),
            ("templates/404.html", tokens.clone().into_bytes()),
            ("themes/mini/assets/mini.css", tokens.into_bytes()),
            ("static/x.bin", bytes),
        ];
        let (path, content) = files[at].clone();
        let hub = hub("").with(path, content);
        let found = hub.check();
        let sources: Sources = hub.sources();
        let _ = diagnostic::human(found.items(), &|path| sources.shown(path), Style { color: false, width: 80 }, &diagnostic::Catalog::english());
        prop_assert_eq!(hub.request.clock.to_string(), TODAY);
    }
}

#[test]
fn nothing_is_random_about_these_tests() {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..2 {
        let mut runner = proptest::test_runner::TestRunner::new(cases(1));
        let value = mixture(MARKDOWN, 60).new_tree(&mut runner).unwrap().current();
        *seen.entry(value).or_default() += 1;
    }
    assert_eq!(seen.len(), 1, "the same seed gives the same values");
}
