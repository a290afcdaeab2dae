//! The settings and the words of lists of a new site, as YAML with notes for people.
//! Knows nothing of texts.

use std::fmt::Write as _;

use super::kinds::Outfit;
use super::pack::Packs;
use super::texts::quoted;
use super::{Answers, StarterKind, THEME};
use crate::config::format::FORMAT;
use crate::lang::Lang;

/// `samen.yaml`.
pub(super) fn samen_yaml(answers: &Answers, packs: &Packs, outfit: &Outfit) -> String {
    let mut out = String::from(include_str!("samen.head.yaml"));
    let _ = writeln!(out, "format: {FORMAT}\n\nname: {}", quoted(&answers.name));
    for key in ["tagline", "description"] {
        out.push_str(&words(key, &answers.languages, packs));
    }
    out.push_str("\n# Where the site will stand.");
    match &answers.base_url {
        Some(url) => {
            let _ = writeln!(out, "\nbase_url: {}", quoted(url));
        }
        None => out.push_str(" Change this before you publish.\nbase_url: https://example.org/\n"),
    }
    out.push_str("\n# In the order in which readers see them.\nlanguages:\n");
    answers.languages.iter().for_each(|lang| out.push_str(&language(lang)));
    out.push_str("# The language of files without one in their name, and of what no other language has.\n");
    let _ = writeln!(out, "default_language: {}\n", answers.default_language);
    out.push_str(&places(answers));
    let _ = writeln!(out, "theme: {THEME}\n# What there is on this site. `samen new type` adds one of your own.");
    let _ = writeln!(out, "types: [{}]\n", outfit.types.join(", "));
    let footer: Vec<&str> = std::iter::once("pages/about").chain(outfit.footer.iter().map(String::as_str)).collect();
    out.push_str("# Pages and folders, by their path below `content/`.\n");
    let _ = writeln!(out, "menu: [{}]\nfooter: [{}]\n", outfit.menu.join(", "), footer.join(", "));
    out.push_str("# Pages that the program makes by itself.\nsearch_page: true\ntranslations_page: true\n");
    if answers.kind != StarterKind::Minimal {
        out.push_str("news_page: true\ntypes_page: true\ndata_page: true\n");
    }
    out.push_str(include_str!("samen.foot.yaml"));
    match &answers.licence {
        Some(licence) => {
            let _ = writeln!(out, "licence: {licence}");
        }
        None => out.push_str("# licence: CC-BY-4.0\n"),
    }
    out
}

/// A text of the site in every language that has one; nothing where none has.
fn words(key: &str, languages: &[Lang], packs: &Packs) -> String {
    let found: Vec<(&Lang, String)> =
        languages.iter().filter_map(|lang| Some((lang, packs.word(Some(lang), key)?))).collect();
    if found.is_empty() {
        return String::new();
    }
    let mut out = format!("{key}:\n");
    for (lang, text) in found {
        let _ = writeln!(out, "  {lang}: {}", quoted(&text));
    }
    out
}

/// A language, with a name where the program knows none.
fn language(lang: &Lang) -> String {
    match lang.autonym() {
        Some(_) => format!("  - {lang}\n"),
        None => format!(
            "  # Put what its speakers call the language in the place of the second `{lang}`.\n  - {{tag: {lang}, name: {lang}}}\n"
        ),
    }
}

/// Where the site is at home, and the clock there.
fn places(answers: &Answers) -> String {
    let mut out = String::new();
    if !answers.areas.is_empty() {
        out.push_str("# Where the site is at home: the map, the clock and telephone numbers follow from it.\n");
        let _ = writeln!(out, "area: [{}]", answers.areas.join(", "));
    }
    if let Some(zone) = &answers.time_zone {
        let _ = writeln!(out, "time_zone: {zone}");
    } else if answers.areas.is_empty() {
        out.push_str("# Where the site is at home, such as `area: [be, de]`, and the clock there.\n");
        out.push_str("# time_zone: UTC\n");
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// The taxonomies of the site's own, by their files.
pub(super) fn taxonomies(answers: &Answers, packs: &Packs, outfit: &Outfit) -> Vec<(String, String)> {
    let files = outfit.taxonomies.iter().map(|taxonomy| {
        let mut out = String::from(include_str!("terms.head.yaml"));
        let of_all = |key: &str| localized(answers, |lang| packs.of_taxonomy(lang, &taxonomy.name, key));
        let _ = writeln!(out, "label: {}\npath: {}\nterms:", of_all("label"), of_all("path"));
        for term in &taxonomy.terms {
            let of_term = |word: &str| localized(answers, |lang| packs.word(lang, word));
            let _ = writeln!(out, "  {}:\n    label: {}", term.name, of_term(&term.word));
            let _ = writeln!(out, "    slug: {}", of_term(&format!("{}-slug", term.word)));
        }
        (format!("data/terms/{}.yaml", taxonomy.name), out)
    });
    files.collect()
}

/// Words by language, on one line; those of the last language where no other has any.
fn localized(answers: &Answers, word: impl Fn(Option<&Lang>) -> Option<String>) -> String {
    let words = answers.languages.iter().filter_map(|lang| Some(format!("{lang}: {}", quoted(&word(Some(lang))?))));
    let words: Vec<String> = words.collect();
    match (words.is_empty(), word(None)) {
        (true, Some(word)) => format!("{{{}: {}}}", Lang::last(), quoted(&word)),
        _ => format!("{{{}}}", words.join(", ")),
    }
}
