//! Words that a site's own declarations and settings hold in place: maps of languages to words. Knows nothing of the theme.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::labels::value;
use super::tree::{DEEPEST, TreeWord};
use super::{ReceivedWord, SiteWords, Word, WordFile, family, in_other};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::lang::Lang;
use crate::yaml::edit::{YamlStep, YamlText};
use crate::yaml::{self, Node, Value};

/// Folders of declarations, and the file of places.
const DECLARATIONS: &[&str] = &["data/types", "data/terms"];
const PLACES: &str = "data/places.yaml";

/// Settings that are words for readers.
const SETTINGS: &[&str] = &["name", "tagline", "description", "footer_note"];

/// The words of one file of a site.
pub(super) struct OwnWords {
    file: Arc<str>,
    lang: Lang,
    words: Vec<Word>,
    /// Where each stands: the steps to the map of its languages.
    places: Vec<Vec<YamlStep>>,
}

impl OwnWords {
    /// The files that hold words.
    pub(super) fn all(site: &SiteWords<'_>) -> Vec<Self> {
        let is_yaml = |path: &str| path.ends_with(".yaml") || path.ends_with(".yml");
        let declared = DECLARATIONS.iter().flat_map(|folder| site.sources.under(folder));
        let files = declared.filter(|source| is_yaml(&source.path)).chain(site.sources.get(PLACES));
        let mut found: Vec<Self> = files.filter_map(|source| Self::read(site, &source.path, None)).collect();
        found.extend(Self::read(site, &site.settings, Some(SETTINGS)));
        found
    }

    fn read(site: &SiteWords<'_>, file: &Arc<str>, only: Option<&[&str]>) -> Option<Self> {
        let text = site.sources.text(file).ok()?;
        let root = yaml::parse_map(&text, file, &mut Diagnostics::default())?;
        let mut own = Self { file: Arc::clone(file), lang: site.lang.clone(), words: Vec::new(), places: Vec::new() };
        for (key, node) in root.map()? {
            if only.is_none_or(|only| only.contains(&key.name.as_str())) {
                own.collect(node, &mut vec![YamlStep::Key(key.name.clone())], site);
            }
        }
        (!own.words.is_empty()).then_some(own)
    }

    fn collect(&mut self, node: &Node, steps: &mut Vec<YamlStep>, site: &SiteWords<'_>) {
        if steps.len() > DEEPEST {
            return;
        }
        if is_by_language(node, site) {
            self.add(node, steps, site);
            return;
        }
        let inner: Vec<(YamlStep, &Node)> = match &node.value {
            Value::Map(entries) => entries.iter().map(|(key, node)| (YamlStep::Key(key.name.clone()), node)).collect(),
            Value::List(items) => items.iter().enumerate().map(|(at, node)| (YamlStep::Item(at), node)).collect(),
            _ => Vec::new(),
        };
        for (step, node) in inner {
            steps.push(step);
            self.collect(node, steps, site);
            steps.pop();
        }
    }

    fn add(&mut self, node: &Node, steps: &[YamlStep], site: &SiteWords<'_>) {
        let path: Vec<String> = steps.iter().map(step_name).collect();
        let word = |lang: &Lang| Some((lang.clone(), TreeWord::of(node.get(lang.as_str())?, &path)?));
        let all = || node.map().unwrap_or_default().iter().filter_map(|(key, _)| Lang::parse(&key.name));
        let mut from = vec![site.from.clone(), site.config.default_language.clone(), Lang::last()];
        from.extend(all());
        from.retain(|lang| lang != site.lang);
        let Some((lang, leaf)) = from.iter().find_map(word) else { return };
        let now = family(site.lang).iter().find_map(word);
        let is_of_site = now.as_ref().is_some_and(|(lang, _)| lang == site.lang);
        let target = now.map(|(_, leaf)| leaf.pieces());
        let hint = format!("{}{}", leaf.hint(), in_other(&lang, &site.from));
        let word = Word::new(&path.join("."), &hint, &leaf.pieces(), target.as_deref(), is_of_site);
        self.words.push(word.of_kind(leaf.kind));
        self.places.push(steps.to_vec());
    }
}

fn step_name(step: &YamlStep) -> String {
    match step {
        YamlStep::Key(key) => key.clone(),
        YamlStep::Item(index) => index.to_string(),
    }
}

/// Whether a node is a map of languages to words. Some keys of other maps are tags too (`id`, `to`): of words, one is in a
/// language that readers may be shown.
fn is_by_language(node: &Node, site: &SiteWords<'_>) -> bool {
    let Some(entries) = node.map().filter(|entries| !entries.is_empty()) else { return false };
    let tags = site.config.tags();
    let langs: Option<Vec<Lang>> = entries.iter().map(|(key, _)| Lang::parse(&key.name)).collect();
    let is_word = |node: &Node| TreeWord::of(node, &[]).is_some();
    langs.is_some_and(|langs| langs.iter().any(|lang| lang.lends_to(&tags)))
        && entries.iter().all(|(_, node)| is_word(node))
}

impl WordFile for OwnWords {
    fn file(&self) -> &Arc<str> {
        &self.file
    }

    fn words(&self) -> &[Word] {
        &self.words
    }

    fn changed(&self, now: &str, changes: &BTreeMap<usize, ReceivedWord>) -> Result<String, Vec<Diagnostic>> {
        let alone = |diagnostic: Box<Diagnostic>| vec![*diagnostic];
        let mut text = YamlText::read(now, &self.file).map_err(alone)?;
        let mut wrong = Vec::new();
        for (index, change) in changes {
            let mut steps = self.places[*index].clone();
            steps.push(YamlStep::from(self.lang.as_str()));
            let set = value(&self.words[*index], change).and_then(|value| text.set(&steps, &value));
            wrong.extend(set.err().map(|diagnostic| *diagnostic));
        }
        if wrong.is_empty() { Ok(text.into_text()) } else { Err(wrong) }
    }
}
