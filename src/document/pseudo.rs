//! The documents of pseudo-languages: translations made on the spot from what is there. Knows nothing of how words are
//! changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::document::place::{self, EntryPath};
use crate::document::units::{self, PlaceholderKind, Unit, UnitToken};
use crate::document::{self, Document, Rules, edit, stub};
use crate::lang::{Lang, Pseudo};
use crate::source::Sources;
use crate::yaml::edit::YamlValue;

/// Fields whose words make addresses.
const ADDRESS: &str = "slug";

/// A document in each pseudo-language of the settings for every entry.
#[must_use]
pub fn pseudo_documents(documents: &[Arc<Document>], sources: &Sources, rules: &Rules<'_>) -> Vec<Document> {
    let languages: Vec<(Lang, Pseudo)> = rules
        .config
        .tags()
        .into_iter()
        .filter_map(|lang| Pseudo::for_lang(&lang).map(|pseudo| (lang, pseudo)))
        .collect();
    if languages.is_empty() {
        return Vec::new();
    }
    let mut entries: BTreeMap<&EntryPath, Vec<&Document>> = BTreeMap::new();
    for document in documents {
        entries.entry(&document.place.entry).or_default().push(document);
    }
    let all: Vec<_> =
        entries.values().flat_map(|group| languages.iter().map(move |language| (group, language))).collect();
    let writer = PseudoWriter { sources, rules };
    all.into_par_iter().filter_map(|(group, (lang, pseudo))| writer.document(group, lang, *pseudo)).collect()
}

/// What every document of a pseudo-language is written with.
struct PseudoWriter<'a> {
    sources: &'a Sources,
    rules: &'a Rules<'a>,
}

impl PseudoWriter<'_> {
    /// The document of an entry in a pseudo-language.
    fn document(&self, group: &[&Document], lang: &Lang, pseudo: Pseudo) -> Option<Document> {
        let source = source(group, &self.rules.config.default_language)?;
        let base = base(group, lang, self.rules.config).unwrap_or(source);
        let file = &base.place.file;
        let text = stub::stub(&self.sources.text(file).ok()?, base, "");
        let values = [
            ("source", YamlValue::Text(source.place.lang.to_string())),
            ("hash", YamlValue::Quoted(source.meta.source_hash.to_string())),
            ("state", YamlValue::Text("machine".to_owned())),
        ];
        let text = edit::set_translation(&text, file, &values).ok()?;
        let mut strange = |unit: &Unit| (unit.name != ADDRESS && unit.has_words()).then(|| tokens(unit, pseudo));
        let text = units::rewrite(&text, file, &base.type_, &mut strange).ok()?;
        // What is wrong with the text was told of its own file.
        let (document, _) = document::parse(&place::translated(file, lang), &text, self.rules);
        document
    }
}

/// The document that is no translation; of a section that was written for several languages, that of the default one.
fn source<'d>(group: &[&'d Document], default: &Lang) -> Option<&'d Document> {
    let sources = || group.iter().filter(|document| document.meta.translation.is_none());
    sources().find(|document| document.place.lang == *default).or_else(|| sources().next()).or(group.first()).copied()
}

/// The document whose words are taken: that of the first fallback which has one.
fn base<'d>(group: &[&'d Document], lang: &Lang, config: &Config) -> Option<&'d Document> {
    let of = |lang: &Lang| group.iter().find(|document| document.place.lang == *lang).copied();
    config.chain(lang).iter().find_map(of)
}

fn tokens(unit: &Unit, pseudo: Pseudo) -> Vec<UnitToken> {
    let (start, end) = pseudo.ends();
    let text = |text: &str| (!text.is_empty()).then(|| UnitToken::Text(text.to_owned()));
    let words = unit.tokens.iter().map(|token| match token {
        UnitToken::Text(text) => UnitToken::Text(pseudo.words(text)),
        other => other.clone(),
    });
    let mut all: Vec<UnitToken> = text(start).into_iter().chain(words).collect();
    let is_id = |token: &&UnitToken| matches!(token, UnitToken::Placeholder(index) if unit.held[*index].what == PlaceholderKind::Id);
    let last = all.len() - all.last().iter().filter(|token| is_id(token)).count();
    all.splice(last..last, text(end));
    units::normal(unit, all)
}
