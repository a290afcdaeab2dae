//! The labels of types and taxonomies with the languages that have them. Knows nothing of what a label is shown beside.

use std::collections::BTreeSet;

use super::Declarations;
use crate::lang::Lang;
use crate::yaml::{Node, Value, YamlKey};

/// Keys whose words no reader sees on a page: help for editors, words that texts are searched for, parts of addresses.
const UNSEEN: &[&str] = &["help", "words", "none", "classes", "columns", "synonyms", "path", "slug"];

/// Maps in maps that are looked at: a declaration has a dozen.
const DEEPEST: usize = 32;

/// The languages that have words for one thing.
pub type LabelLanguages = BTreeSet<Lang>;

impl Declarations {
    /// The languages of every label that readers see, where it is not the same in all of them.
    #[must_use]
    pub fn labels(&self, site: &[Lang]) -> Vec<LabelLanguages> {
        let mut found = Vec::new();
        for declaration in self.types.iter().chain(&self.taxonomies) {
            collect(&declaration.node, site, DEEPEST, &mut found);
        }
        found
    }
}

fn collect(node: &Node, site: &[Lang], depth: usize, found: &mut Vec<LabelLanguages>) {
    let Some(entries) = node.map().filter(|_| depth > 0) else { return };
    if let Some(languages) = languages(entries, site) {
        found.push(languages);
        return;
    }
    for (_, value) in entries.iter().filter(|(key, _)| !UNSEEN.contains(&key.name.as_str())) {
        collect(value, site, depth - 1, found);
    }
}

/// The languages of a map of words per language; `None` for any other map. Some keys of other maps are tags too (`id`,
/// `to`): of words, one is in a language that readers may be shown.
fn languages(entries: &[(YamlKey, Node)], site: &[Lang]) -> Option<LabelLanguages> {
    let is_words = |node: &Node| matches!(node.value, Value::Text(_) | Value::Number(_));
    if !entries.iter().all(|(_, value)| is_words(value)) {
        return None;
    }
    let tags: Option<LabelLanguages> = entries.iter().map(|(key, _)| Lang::parse(&key.name)).collect();
    tags.filter(|tags| tags.iter().any(|lang| site.contains(lang) || lang.is_last()))
}
