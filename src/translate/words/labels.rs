//! Labels of the base types and terms that a site uses, and addresses of pages, by their paths in the files of languages.
//! Knows nothing of what a site declares in words of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::tree::{NewWords, TreeWord, at, leaves};
use super::{ReceivedWord, SiteWords, Word, WordFile, family, in_other, invalid};
use crate::config::Special;
use crate::declaration::{self, Declaration, Declarations};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::lang::Lang;
use crate::message;
use crate::yaml::{self, Node};

/// What a type that is made from a base under another name has itself.
const OWN: &[&str] = &["folder", "label", "plural", "path", "registers"];

/// The labels of a site.
pub(super) struct Labels {
    file: Arc<str>,
    words: Vec<Word>,
    leaves: Vec<TreeWord>,
}

/// The files of a language: that of the site, then that of the theme.
struct LanguageTrees {
    lang: Lang,
    trees: Vec<Node>,
}

/// What a site uses of the theme.
struct Used {
    declared: Declarations,
    /// Names of types that are made from a base of another name, by that name.
    made_from: BTreeMap<String, Vec<Arc<str>>>,
    pages: BTreeSet<&'static str>,
}

impl Labels {
    pub(super) fn read(site: &SiteWords<'_>) -> Self {
        let used = Used::read(site);
        let own = family(site.lang);
        let now: Vec<LanguageTrees> = own.iter().map(|lang| LanguageTrees::read(site, lang)).collect();
        let mut from: Vec<Lang> = vec![site.from.clone(), Lang::last(), site.config.default_language.clone()];
        from.extend(site.config.tags());
        from.retain(|lang| lang != site.lang);
        let from: Vec<LanguageTrees> = from.iter().map(|lang| LanguageTrees::read(site, lang)).collect();
        let mut labels = Self {
            file: Arc::from(format!("data/languages/{}.yaml", site.lang)),
            words: Vec::new(),
            leaves: Vec::new(),
        };
        let mut seen = BTreeSet::new();
        for source in &from {
            for leaf in source.leaves() {
                if seen.insert(leaf.path.clone()) && used.has(&leaf.path) {
                    labels.add(leaf, &in_other(&source.lang, &site.from), &now, &used);
                }
            }
        }
        labels
    }

    fn add(&mut self, leaf: TreeWord, in_other: &str, now: &[LanguageTrees], used: &Used) {
        let found = now.iter().find_map(|one| TreeWord::of(one.get(&leaf.path)?, &leaf.path));
        let langs: Vec<&Lang> = now.iter().map(|one| &one.lang).collect();
        let found = found.or_else(|| used.said(&leaf.path, &langs));
        let is_of_site = now.first().is_some_and(|one| one.is_of_site(&leaf.path));
        let target = found.map(|found| found.pieces());
        let name = leaf.path.join(".");
        let hint = format!("{}{in_other}", leaf.hint());
        let word = Word::new(&name, &hint, &leaf.pieces(), target.as_deref(), is_of_site);
        self.words.push(word.of_kind(leaf.kind));
        self.leaves.push(leaf);
    }
}

impl WordFile for Labels {
    fn file(&self) -> &Arc<str> {
        &self.file
    }

    fn words(&self) -> &[Word] {
        &self.words
    }

    fn changed(&self, now: &str, changes: &BTreeMap<usize, ReceivedWord>) -> Result<String, Vec<Diagnostic>> {
        let (mut wrong, mut new) = (Vec::new(), NewWords::default());
        for (index, change) in changes {
            let (word, leaf) = (&self.words[*index], &self.leaves[*index]);
            match value(word, change) {
                Ok(value) => new.insert(&leaf.path, value),
                Err(diagnostic) => wrong.push(*diagnostic),
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        if changes.is_empty() {
            return Ok(now.to_owned());
        }
        new.put_into(now, &self.file).map_err(|diagnostic| vec![*diagnostic])
    }
}

/// A translation as a value of YAML.
pub(super) fn value(word: &Word, change: &ReceivedWord) -> Result<yaml::edit::YamlValue, Box<Diagnostic>> {
    word.kind.value(&word.unit.plain(&change.tokens)).ok_or_else(|| {
        let message = message!("label-no-address", name = &word.unit.name);
        Box::new(invalid(message, change.at.clone(), message!("label-no-address-help")))
    })
}

fn read_tree(site: &SiteWords<'_>, file: &str) -> Option<Node> {
    let source = site.sources.get(file)?;
    let text = site.sources.text(&source.path).ok()?;
    yaml::parse_map(&text, &source.path, &mut Diagnostics::default())
}

impl LanguageTrees {
    fn read(site: &SiteWords<'_>, lang: &Lang) -> Self {
        let theme = format!("themes/{}/languages", site.config.theme.value);
        let files = ["data/languages", &theme].into_iter().map(|folder| format!("{folder}/{lang}.yaml"));
        Self { lang: lang.clone(), trees: files.filter_map(|file| read_tree(site, &file)).collect() }
    }

    fn get(&self, path: &[String]) -> Option<&Node> {
        self.trees.iter().find_map(|tree| at(tree, path).filter(|node| !node.is_null()))
    }

    fn is_of_site(&self, path: &[String]) -> bool {
        let of_site = |tree: &&Node| !declaration::is_of_theme(&tree.span);
        self.trees.iter().filter(of_site).any(|tree| at(tree, path).is_some_and(|node| !node.is_null()))
    }

    /// All words, those of the site before those of the theme.
    fn leaves(&self) -> Vec<TreeWord> {
        let mut found = Vec::new();
        self.trees.iter().for_each(|tree| leaves(tree, &mut Vec::new(), &mut found));
        found
    }
}

impl Used {
    fn read(site: &SiteWords<'_>) -> Self {
        let mut diagnostics = Diagnostics::default();
        let declared = declaration::read(site.sources, site.config, &mut diagnostics);
        let mut made_from: BTreeMap<String, Vec<Arc<str>>> = BTreeMap::new();
        for source in site.sources.under("data/types") {
            let Ok(text) = site.sources.text(&source.path) else { continue };
            let Some(node) = yaml::parse_map(&text, &source.path, &mut diagnostics) else { continue };
            let name = declaration::name_of(&source.path);
            if let Some(base) = node.get("extends").and_then(Node::text).filter(|base| **base != *name) {
                made_from.entry(base.to_owned()).or_default().push(name);
            }
        }
        let pages = site.config.special.keys().map(|special: &Special| special.page()).collect();
        Self { declared, made_from, pages }
    }

    /// Whether the site shows a word: one of what it declares has a place for it.
    fn has(&self, path: &[String]) -> bool {
        match path.first().map(String::as_str) {
            Some("pages") => path.get(1).is_some_and(|page| self.pages.contains(page.as_str())),
            _ => self.places(path).any(|node| node.map().is_some()),
        }
    }

    /// The nodes of all that is declared with the words at a path.
    fn places<'u>(&'u self, path: &'u [String]) -> impl Iterator<Item = &'u Node> + use<'u> {
        let (of, name) = (path.first().map_or("", String::as_str), path.get(1).map_or("", String::as_str));
        let inner = path.get(2..).unwrap_or_default();
        let all: &[Declaration] = match of {
            "types" => &self.declared.types,
            "terms" => &self.declared.taxonomies,
            _ => &[],
        };
        let is_own = inner.first().is_some_and(|first| OWN.contains(&first.as_str()));
        let made = self.made_from.get(name).filter(|_| of == "types" && !is_own).map_or(&[][..], Vec::as_slice);
        let is_it = move |one: &Declaration| *one.name == *name && (of == "terms" || one.extends.is_some());
        all.iter().filter(move |one| is_it(one) || made.contains(&one.name)).filter_map(move |one| at(&one.node, inner))
    }

    /// What all that is declared says at a path in one of these languages.
    fn said(&self, path: &[String], langs: &[&Lang]) -> Option<TreeWord> {
        let of = |node: &Node| langs.iter().find_map(|lang| TreeWord::of(node.get(lang.as_str())?, path));
        let found: Option<Vec<TreeWord>> = self.places(path).map(of).collect();
        found?.into_iter().next()
    }
}
