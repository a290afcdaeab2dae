//! Fonts of the theme: they have every letter of its words, on pages and in prints; a script that they lack is told once.

use std::fs;
use std::path::Path;

use samen::pipeline;

use crate::fixture::{Hub, hub};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/hub");

/// Every character of the words in some folders of the theme.
fn characters(folders: &[&str]) -> Vec<(char, String)> {
    let mut found = Vec::new();
    for folder in folders {
        for entry in fs::read_dir(Path::new(ROOT).join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            found.extend(text.chars().map(|c| (c, path.display().to_string())));
        }
    }
    found.sort();
    found.dedup_by_key(|(c, _)| *c);
    found
}

/// What the fonts of the theme of a site lack.
fn lacking(site: &Hub) -> Vec<(char, String)> {
    let sources = site.sources();
    let loaded = pipeline::load(&sources, &site.request).loaded.expect("the site can be read");
    let glyphs = loaded.rendering.theme.glyphs(&sources).expect("there are fonts");
    characters(&["strings", "languages", "starters"]).into_iter().filter(|(c, _)| glyphs.lacks(*c)).collect()
}

#[test]
fn the_fonts_of_pages_have_every_letter_of_the_words_of_the_theme() {
    assert_eq!(lacking(&crate::carried::site()), []);
}

#[test]
fn the_fonts_of_prints_have_every_letter_of_the_words_of_the_theme() {
    let mut site = hub("");
    let mut css = String::new();
    for weight in ["Regular", "Bold"] {
        css.clear();
        for (n, font) in ["NotoSans", "NotoSansArabic", "NotoSansEthiopic"].into_iter().enumerate() {
            let bytes = fs::read(format!("{ROOT}/fonts/{font}-{weight}.ttf")).unwrap();
            site = site.with(&format!("themes/mini/assets/f{n}.ttf"), bytes);
            css.push_str(&format!("@font-face {{ font-family: F; src: url(f{n}.ttf) }}\n"));
        }
        assert_eq!(lacking(&site.clone().with("themes/mini/assets/mini.css", css.as_str())), [], "{weight}");
    }
}

/// A site with printed pages in a language that the theme has no words and no font of.
#[cfg(feature = "pdf")]
fn hindi(theme: &str) -> Hub {
    let page = |title: &str, n: u8| format!("//- content/pages/p{n}.hi.md\n---\ntitle: {title}\n---\nयह एक पाठ है।\n");
    crate::fixture::bare(&format!(
        "//- samen.yaml
name: Hub
base_url: https://hub.example/
languages: [hi]
{theme}
checks: {{glyph-missing: allow, string-missing: allow}}
//- data/types/page.yaml
folder: pages
path: \"\"
label: Page
plural: Pages
pdf: {{layout: document}}
fields: {{}}
//- content/_index.hi.md
---
title: Home
---
{}{}",
        page("पहला", 1),
        page("दूसरा", 2)
    ))
}

#[test]
#[cfg(feature = "pdf")]
fn a_script_without_a_font_is_told_once_with_the_file_and_the_place() {
    let found = hindi("theme: hub").check();
    let fonts: Vec<_> = found.items().iter().filter(|item| item.code == "flyer-font").collect();
    assert_eq!(fonts.len(), 1, "{found:?}");
    let said = fonts[0];
    assert!(
        said.message.to_string().contains("Devanagari")
            && said.message.to_string().contains("`NotoSansDevanagari-Regular.ttf`"),
        "{said:?}"
    );
    let help = said.help.as_ref().unwrap().to_string();
    for words in ["Noto+Sans+Devanagari", "NotoSansDevanagari-Bold.ttf", "into `themes/hub/fonts/`"] {
        assert!(help.contains(words), "{help}");
    }
    assert_eq!(said.at.as_ref().map(|at| &*at.file), Some("content/pages/p1.hi.md"));
    assert!(!found.items().iter().any(|item| item.code == "flyer-glyph"), "{found:?}");
}
