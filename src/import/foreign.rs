//! What all generators have in common: texts with key, language and role, settings, and by what a folder is known. Knows
//! nothing of front matter.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::front::{Front, FrontValue};
use super::{
    Generator, ImportFault, ImportRules, ImportTree, PassedFile, docusaurus, folder, hugo, jekyll, mkdocs, refused,
};
use crate::diagnostic::Message;
use crate::lang::{self, Lang};
use crate::message;

/// Endings of texts.
const TEXTS: &[&str] = &["md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdx"];

/// Endings of running text in other forms, which nobody reads here.
const OTHER_TEXTS: &[&str] =
    &["adoc", "asciidoc", "htm", "html", "ipynb", "org", "pandoc", "qmd", "rmd", "rst", "tex", "textile", "wiki"];

/// A text of another site, by its path alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ForeignText {
    /// Its path below the folder.
    pub(super) path: String,
    /// Its path below the texts of the site, without language and ending: the same in all languages.
    pub(super) key: String,
    /// Its language as the path says it.
    pub(super) tag: Option<String>,
    /// Whether it is the page of a folder.
    pub(super) section: bool,
    /// The day that its name starts with, where that is no part of the key.
    pub(super) day: Option<Date>,
    /// Why nobody could read it there.
    pub(super) hidden: Option<Message>,
}

/// What is known of the site that texts come from.
#[derive(Debug, Default)]
pub(super) struct ForeignSite {
    pub(super) texts: Vec<ForeignText>,
    pub(super) passed: Vec<PassedFile>,
    /// The language of texts without one.
    pub(super) default_tag: Option<String>,
    /// Languages that its settings name.
    pub(super) languages: Vec<String>,
    /// Scheme and server of its address.
    pub(super) origin: Option<String>,
    /// The path below which it stood, such as `/docs`; empty for the root.
    pub(super) base: String,
    /// Folders whose files stood at the root of the site.
    pub(super) static_roots: Vec<String>,
    /// Folders that the texts lie in.
    pub(super) roots: Vec<String>,
    /// Why all texts stay drafts.
    pub(super) all_drafts: Option<Message>,
    /// How its addresses were made.
    pub(super) addresses: AddressRules,
}

/// How a site makes addresses, as far as its settings say.
#[derive(Clone, Debug, Default)]
pub(super) struct AddressRules {
    /// Patterns by folder.
    pub(super) permalinks: Vec<Permalink>,
    /// The pattern of all.
    pub(super) style: Option<String>,
    /// Whether addresses end with `.html`.
    pub(super) files: bool,
    /// Whether the default language has a prefix too.
    pub(super) prefix_default: bool,
    /// Where the documents stand, and where the news do, without slashes at the ends.
    pub(super) docs: String,
    pub(super) blog: String,
}

/// A pattern of addresses for a folder.
#[derive(Clone, Debug)]
pub(super) struct Permalink {
    pub(super) folder: String,
    pub(super) pattern: String,
}

/// What an address may be made of.
#[derive(Debug)]
pub(super) struct AddressFacts<'a> {
    pub(super) text: &'a ForeignText,
    pub(super) front: &'a Front,
    pub(super) title: &'a str,
    pub(super) day: Option<Date>,
}

/// The last part of a path, without its ending.
pub(super) fn stem(path: &str) -> &str {
    let name = name(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The last part of a path.
pub(super) fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The folder of a path; empty at the top.
pub(super) fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// Two paths in a row.
pub(super) fn join(folder: &str, name: &str) -> String {
    match (folder.is_empty(), name.is_empty()) {
        (true, _) => name.to_owned(),
        (_, true) => folder.to_owned(),
        _ => format!("{folder}/{name}"),
    }
}

/// The ending of a path in small letters.
pub(super) fn ending(path: &str) -> String {
    name(path).rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_lowercase())
}

/// Whether a file is a text in Markdown.
pub(super) fn is_text(path: &str) -> bool {
    TEXTS.contains(&ending(path).as_str())
}

/// Puts a text in another form among what is not taken.
pub(super) fn pass_other(site: &mut ForeignSite, path: &str) {
    if OTHER_TEXTS.contains(&ending(path).as_str()) {
        let reason = message!("import-not-markdown");
        site.passed.push(PassedFile { path: path.to_owned(), reason });
    }
}

/// A language in names of files and folders of another site.
pub(super) struct TagReader<'a> {
    /// Languages that its settings name, in small letters.
    declared: BTreeSet<String>,
    rules: &'a ImportRules<'a>,
}

/// The language that a tag of another site names: it may be written with `_`.
pub(super) fn language(tag: &str) -> Option<Lang> {
    Lang::parse(&tag.replace('_', "-"))
}

impl<'a> TagReader<'a> {
    pub(super) fn new(declared: &[String], rules: &'a ImportRules<'a>) -> Self {
        Self { declared: declared.iter().map(|tag| tag.to_lowercase()).collect(), rules }
    }

    /// Whether a part of a name is a language: one that the settings name or that this site has, or else one whose name is
    /// known. `js` in `node.js.md` is none.
    pub(super) fn is_tag(&self, part: &str) -> bool {
        if self.declared.contains(&part.to_lowercase()) {
            return true;
        }
        let shaped = part.replace('_', "-");
        if !lang::looks_like_tag(&shaped) {
            return false;
        }
        let Some(lang) = Lang::parse(&shaped) else { return false };
        self.rules.config.tags().contains(&lang) || (self.declared.is_empty() && lang.autonym().is_some())
    }

    /// Whether a folder holds the texts of a language: names such as `my` or `no` are words too, so that an unknown one
    /// counts only beside another language.
    pub(super) fn is_folder_of_language(&self, name: &str, beside: &BTreeSet<&str>) -> bool {
        let known = self.declared.contains(&name.to_lowercase())
            || language(name).is_some_and(|lang| self.rules.config.tags().contains(&lang));
        known || (self.is_tag(name) && beside.iter().any(|other| *other != name && self.is_tag(other)))
    }

    /// A name without its ending, and the language behind its last dot.
    pub(super) fn split<'n>(&self, stem: &'n str) -> TaggedName<'n> {
        match stem.rsplit_once('.') {
            Some((base, tag)) if !base.is_empty() && self.is_tag(tag) => TaggedName { base, tag: Some(tag) },
            _ => TaggedName { base: stem, tag: None },
        }
    }
}

/// A name and its language.
pub(super) struct TaggedName<'n> {
    pub(super) base: &'n str,
    pub(super) tag: Option<&'n str>,
}

/// The names of the folders and files right below a folder.
pub(super) fn folders<'t>(tree: &'t ImportTree<'_>, root: &str) -> BTreeSet<&'t str> {
    let skip = if root.is_empty() { 0 } else { root.len() + 1 };
    tree.under(root).filter_map(|path| path[skip..].split_once('/').map(|(folder, _)| folder)).collect()
}

/// The texts below a folder whose names may end with a language and whose top folders may be languages.
pub(super) fn texts_below(tree: &ImportTree<'_>, root: &str, tags: &TagReader<'_>, index: &[&str]) -> Vec<ForeignText> {
    let beside = folders(tree, root);
    let skip = if root.is_empty() { 0 } else { root.len() + 1 };
    let mut found = Vec::new();
    for path in tree.under(root).filter(|path| is_text(path)) {
        let inner = &path[skip..];
        let top = inner.split_once('/').filter(|(top, _)| tags.is_folder_of_language(top, &beside));
        let (folder_tag, inner) = top.map_or((None, inner), |(top, rest)| (Some(top), rest));
        let named = tags.split(stem(inner));
        let folder = parent(inner);
        let is_index = index.iter().any(|known| known.eq_ignore_ascii_case(named.base));
        found.push(ForeignText {
            path: path.to_owned(),
            key: if is_index { folder.to_owned() } else { join(folder, named.base) },
            tag: named.tag.or(folder_tag).map(str::to_owned),
            section: is_index,
            day: None,
            hidden: None,
        });
    }
    found
}

/// The address of a site in its settings: scheme and server, and the path.
pub(super) fn set_address(site: &mut ForeignSite, address: &str) {
    let (origin, path) = match address.split_once("://") {
        Some((scheme, rest)) => {
            let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
            (Some(format!("{scheme}://{host}")).filter(|_| !host.is_empty()), path)
        }
        None => (None, address),
    };
    site.origin = origin.or(site.origin.take());
    let path = path.trim_matches('/');
    if !path.is_empty() {
        site.base = format!("/{path}");
    }
}

/// Whether a path fits one of some patterns with `*`, or lies in a folder that is named.
pub(super) fn is_named_by(path: &str, patterns: &[String]) -> bool {
    patterns.iter().any(|pattern| {
        let pattern = pattern.trim_start_matches("./").trim_matches('/');
        let fits = |at: &str| !pattern.is_empty() && globs(pattern, at);
        fits(path) || path.match_indices('/').any(|(at, _)| fits(&path[..at])) || fits(name(path))
    })
}

/// Whether a text fits a pattern in which `*` stands for anything.
fn globs(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

/// The words of a settings value that may be a list.
pub(super) fn words(settings: Option<&FrontValue>, key: &str) -> Vec<String> {
    settings.and_then(|settings| settings.get(key)).map(FrontValue::texts).unwrap_or_default()
}

/// What a folder looks like.
fn looks_like(tree: &ImportTree<'_>) -> Option<Generator> {
    let any = |names: &[&str]| names.iter().any(|name| tree.has(name));
    if any(&["docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs", "docusaurus.config.cjs"]) {
        return Some(Generator::Docusaurus);
    }
    if any(&["mkdocs.yml", "mkdocs.yaml"]) {
        return Some(Generator::Mkdocs);
    }
    if any(hugo::SETTINGS) || (tree.has("content") && any(&["archetypes", "config"])) {
        return Some(Generator::Hugo);
    }
    if any(&["_config.yml", "_config.yaml", "_config.toml", "_posts"]) {
        return Some(Generator::Jekyll);
    }
    None
}

/// Whether a folder may be one of a generator, without its settings.
fn may_be(tree: &ImportTree<'_>, generator: Generator) -> bool {
    match generator {
        Generator::Hugo => tree.has("content"),
        Generator::Docusaurus | Generator::Mkdocs => tree.has("docs"),
        Generator::Jekyll => tree.has("_config.yml") || tree.has("_posts"),
        Generator::Folder => true,
    }
}

/// Reads what is known of a site by the names of its files and by its settings.
pub(super) fn read(tree: &ImportTree<'_>, rules: &ImportRules<'_>) -> Result<ForeignSite, ImportFault> {
    let generator = rules.generator;
    let word = generator.word();
    let looks = looks_like(tree);
    if tree.files.is_empty() {
        return Err(refused(message!("import-folder-empty"), message!("import-folder-empty-help")));
    }
    let other = looks.filter(|looks| *looks != generator && generator != Generator::Folder);
    if let Some(other) = other.filter(|_| looks != Some(generator)) {
        let message = message!("import-looks-like", word = word, other = other.word());
        return Err(refused(message, message!("import-say-help", word = other.word())));
    }
    if looks.is_none() && !may_be(tree, generator) {
        let message = message!("import-no-site-of", word = word);
        let help = message!("import-top-folder-help");
        return Err(refused(message, help));
    }
    let mut site = match generator {
        Generator::Hugo => hugo::read(tree, rules),
        Generator::Jekyll => jekyll::read(tree, rules),
        Generator::Docusaurus => docusaurus::read(tree, rules),
        Generator::Mkdocs => mkdocs::read(tree, rules),
        Generator::Folder => folder::read(tree, rules),
    };
    if site.texts.is_empty() {
        let message = match looks.filter(|looks| *looks != generator) {
            Some(looks) => message!("import-no-markdown-but", word = word, other = looks.word()),
            None => message!("import-no-markdown", word = word),
        };
        return Err(refused(message, message!("import-top-folder-texts-help")));
    }
    site.texts.sort_by(|a, b| a.path.cmp(&b.path));
    site.texts.dedup_by(|a, b| a.path == b.path);
    Ok(site)
}
