//! The base types and terms of a theme, and the words of languages for them: `types/`, `terms/` and `languages/` of its
//! folder. Knows nothing of the site that uses them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{WordsForValues, name_of, words};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lang::Lang;
use crate::message;
use crate::settings::Settings;
use crate::source::{Source, Sources};
use crate::yaml::{self, Node, Value, YamlKey};

/// What a theme declares. Types and terms say what there is; languages say what it is called.
#[derive(Debug, Default)]
pub(super) struct DeclaredTheme {
    types: BTreeMap<Arc<str>, Node>,
    terms: BTreeMap<Arc<str>, Node>,
    languages: Vec<ThemeLanguage>,
}

/// The words of a language.
#[derive(Debug)]
struct ThemeLanguage {
    lang: Lang,
    words: Node,
    values: Option<WordsForValues>,
}

impl DeclaredTheme {
    /// Reads what the theme of that name declares, with the words that readers of `languages` may be shown.
    pub(super) fn read(sources: &Sources, theme: &str, languages: &[Lang], diagnostics: &mut Diagnostics) -> Self {
        let mut files = Self {
            types: read_folder(sources, &format!("themes/{theme}/types"), diagnostics),
            terms: read_folder(sources, &format!("themes/{theme}/terms"), diagnostics),
            languages: Vec::new(),
        };
        // The site's own words for what the theme declares come later, and win.
        let of_theme = format!("themes/{theme}/languages");
        for source in yaml_files(sources, &of_theme).chain(yaml_files(sources, "data/languages")) {
            let wanted = |lang: &Lang| languages.contains(lang) || lang.lends_to(languages);
            let Some(lang) = Lang::parse(&name_of(&source.path)).filter(wanted) else { continue };
            if let Some(words) = read_file(sources, source, diagnostics) {
                files.check_language(&words, diagnostics);
                let values = words.get("values").map(|node| WordsForValues::read(&lang, node, diagnostics));
                files.languages.push(ThemeLanguage { lang, words, values });
            }
        }
        files
    }

    /// Words of types that the theme does not have are told once, and not where some type is used.
    fn check_language(&self, words: &Node, diagnostics: &mut Diagnostics) {
        let mut settings = Settings::new(words, Code::SchemaInvalid, diagnostics);
        settings.string("state");
        for key in ["pages", "terms", "values"] {
            settings.entries(key);
        }
        for (key, _) in settings.entries("types") {
            if !self.types.contains_key(key.name.as_str()) {
                let message = message!("theme-base-type-unknown", name = &key.name);
                let known = self.types.keys().map(|name| &**name);
                let wrong = Diagnostic::error(Code::SchemaInvalid, message).at(key.span.clone());
                settings.diagnostics().push(wrong.suggest(&key.name, known));
            }
        }
        settings.finish();
    }

    /// How far the words of each language are, as its file says; a site's own file does not speak for the theme.
    pub(super) fn states(&self) -> BTreeMap<Lang, Arc<str>> {
        let of_theme = self.languages.iter().filter(|one| super::is_of_theme(&one.words.span));
        let state = |one: &ThemeLanguage| Some((one.lang.clone(), Arc::from(one.words.get("state")?.text()?)));
        of_theme.filter_map(state).collect()
    }

    /// What editors may write in fields, in each language.
    pub(super) fn values(&self) -> Vec<WordsForValues> {
        self.languages.iter().filter_map(|one| one.values.clone()).collect()
    }

    /// Names of the base types.
    pub(super) fn type_names(&self) -> BTreeSet<Arc<str>> {
        self.types.keys().cloned().collect()
    }

    /// Names of the taxonomies whose terms the theme has.
    pub(super) fn term_names(&self) -> impl Iterator<Item = &Arc<str>> {
        self.terms.keys()
    }

    /// Names of all taxonomies that the theme has something for: terms, or words alone.
    pub(super) fn taxonomy_names(&self) -> BTreeSet<Arc<str>> {
        let words = self.languages.iter().filter_map(|one| one.words.get("terms")?.map()).flatten();
        words.map(|(key, _)| Arc::from(key.name.as_str())).chain(self.terms.keys().cloned()).collect()
    }

    /// The folder of a base type, below `content/`.
    pub(super) fn folder_of(&self, name: &str) -> Option<&str> {
        self.types.get(name)?.get("folder")?.text()
    }

    /// A base type with its words.
    pub(super) fn base_type(&self, name: &str, diagnostics: &mut Diagnostics) -> Option<Node> {
        Some(self.with_words(self.types.get(name)?.clone(), "types", name, diagnostics))
    }

    /// A taxonomy with its words; it has no terms where the theme has words alone.
    pub(super) fn base_taxonomy(&self, name: &str, diagnostics: &mut Diagnostics) -> Option<Node> {
        let words = self.languages.iter().find_map(|one| one.words.get("terms")?.get(name));
        let bare = || Some(Node { value: Value::Map(Vec::new()), span: words?.span.clone() });
        let node = self.terms.get(name).cloned().or_else(bare)?;
        Some(self.with_words(node, "terms", name, diagnostics))
    }

    fn with_words(&self, mut node: Node, of: &str, name: &str, diagnostics: &mut Diagnostics) -> Node {
        for one in &self.languages {
            if let Some(words) = one.words.get(of).and_then(|words| words.get(name)) {
                words::put(&mut node, words, &one.lang, diagnostics);
            }
        }
        node
    }

    /// The addresses of the pages that the program makes by itself, per page and language.
    pub(super) fn pages(&self) -> Node {
        let mut pages: Vec<(YamlKey, Node)> = Vec::new();
        for one in &self.languages {
            for (key, path) in one.words.get("pages").and_then(Node::map).unwrap_or_default() {
                let tag = YamlKey { name: one.lang.as_str().to_owned(), span: key.span.clone() };
                let path = (tag, path.clone());
                match pages.iter_mut().find(|(known, _)| known.name == key.name) {
                    Some((_, paths)) => paths.map_mut().into_iter().for_each(|paths| paths.push(path.clone())),
                    None => {
                        pages.push((key.clone(), Node { value: Value::Map(vec![path]), span: key.span.clone() }));
                    }
                }
            }
        }
        Node { value: Value::Map(pages), span: crate::diagnostic::Span::start_of(&Arc::from("")) }
    }
}

fn read_folder(sources: &Sources, folder: &str, diagnostics: &mut Diagnostics) -> BTreeMap<Arc<str>, Node> {
    let files = yaml_files(sources, folder);
    files.filter_map(|file| Some((name_of(&file.path), read_file(sources, file, diagnostics)?))).collect()
}

/// The YAML files of a folder, in the order of their paths.
pub(super) fn yaml_files<'s>(sources: &'s Sources, folder: &str) -> impl Iterator<Item = &'s Source> {
    sources.under(folder).filter(|source| source.path.ends_with(".yaml") || source.path.ends_with(".yml"))
}

/// The map in a file. `None`, and a diagnostic, when it cannot be read.
pub(super) fn read_file(sources: &Sources, source: &Source, diagnostics: &mut Diagnostics) -> Option<Node> {
    match sources.text(&source.path) {
        Ok(text) => yaml::parse_map(&text, &source.path, diagnostics),
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            None
        }
    }
}
