//! Reading a map of settings: known keys, kinds of values, texts per language; everything unexpected is a diagnostic.
//! Knows nothing of which settings exist.

mod deeds;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Span};
use crate::lang::{Lang, Pseudo};
use crate::message;
use crate::source::{Digest, Digestible, digestible};
use crate::yaml::{Node, Value, YamlKey};

pub use deeds::deed;

/// Licences by SPDX identifier, with name and address of the text (<https://spdx.org/licenses/>).
pub const LICENCES: &[(&str, &str, &str)] = &[
    ("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("CC-BY-SA-4.0", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    ("CC-BY-NC-4.0", "CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
    ("CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
    ("CC-BY-ND-4.0", "CC BY-ND 4.0", "https://creativecommons.org/licenses/by-nd/4.0/"),
    ("CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
    ("all-rights-reserved", "©", ""),
];

/// A value and the place where it stands.
#[derive(Clone, PartialEq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T: Digestible> Digestible for Located<T> {
    /// The value alone: what a page shows does not change when a line moves.
    fn add_to(&self, digest: &mut Digest) {
        let Self { value, span: _ } = self;
        digest.put(value);
    }
}

impl<T: fmt::Debug> fmt::Debug for Located<T> {
    /// The value alone, which is easier to read in tests.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

/// A text in some languages, or one text for all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LocalizedText {
    /// For every language that has none of its own.
    all: Option<Arc<str>>,
    by_lang: BTreeMap<Lang, Arc<str>>,
}

digestible!(struct LocalizedText { all, by_lang });

impl LocalizedText {
    /// One text for all languages.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self { all: Some(Arc::from(text)), by_lang: BTreeMap::new() }
    }

    /// The text for a language: its own, else that of the first in `chain` that has one, else the text for all, else
    /// any.
    #[must_use]
    pub fn get(&self, lang: &Lang, chain: &[Lang]) -> Option<&Arc<str>> {
        self.get_with_lang(lang, chain).map(|(_, text)| text)
    }

    /// That text and its language; none for the text for all.
    #[must_use]
    pub fn get_with_lang(&self, lang: &Lang, chain: &[Lang]) -> Option<(Option<&Lang>, &Arc<str>)> {
        let of = |lang: &Lang| self.by_lang.get_key_value(lang);
        let named = |(lang, text)| (Some(lang), text);
        let own = of(lang).map(named).or_else(|| self.all.as_ref().map(|text| (None, text)));
        own.or_else(|| chain.iter().find_map(of).or_else(|| self.by_lang.first_key_value()).map(named))
    }

    /// The text of exactly that language, or the text for all.
    #[must_use]
    pub fn exact(&self, lang: &Lang) -> Option<&Arc<str>> {
        self.by_lang.get(lang).or(self.all.as_ref())
    }

    /// Whether there is no text at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_none() && self.by_lang.is_empty()
    }

    /// Every text with its language, if it has one.
    pub fn iter(&self) -> impl Iterator<Item = (Option<&Lang>, &Arc<str>)> {
        let all = self.all.iter().map(|text| (None, text));
        all.chain(self.by_lang.iter().map(|(lang, text)| (Some(lang), text)))
    }
}

/// A map of settings while it is read. What is asked for is known; [`Settings::finish`] reports the rest.
pub struct Settings<'a> {
    node: &'a Node,
    known: Vec<&'static str>,
    diagnostics: &'a mut Diagnostics,
    /// Code of what is wrong here: `config-invalid` or `schema-invalid`.
    code: Code,
}

impl<'a> Settings<'a> {
    /// Starts to read `node`, a map.
    pub fn new(node: &'a Node, code: Code, diagnostics: &'a mut Diagnostics) -> Self {
        if node.map().is_none() && !node.is_null() {
            let message = message!("yaml-no-map", found = node.kind());
            diagnostics.push(Diagnostic::error(code, message).at(node.span.clone()));
        }
        Self { node, known: Vec::new(), diagnostics, code }
    }

    /// Reports keys that nobody asked for.
    pub fn finish(self) {
        for (key, _) in self.node.map().unwrap_or_default() {
            if !self.known.contains(&key.name.as_str()) {
                self.diagnostics.push(
                    Diagnostic::error(Code::UnknownKey, message!("setting-unknown", key = &key.name))
                        .at(key.span.clone())
                        .suggest(&key.name, self.known.iter().copied()),
                );
            }
        }
    }

    /// The value of a key, if it is there and not empty.
    pub fn node(&mut self, key: &'static str) -> Option<&'a Node> {
        // A key may be asked for twice, first whether it is there; a list of keys names it once.
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.node.get(key).filter(|node| !node.is_null())
    }

    /// Where the whole map stands.
    #[must_use]
    pub fn span(&self) -> Span {
        self.node.span.clone()
    }

    /// Says that something is wrong at a place.
    pub fn wrong(&mut self, at: &Span, message: impl Into<Message>) {
        self.diagnostics.push(Diagnostic::error(self.code, message).at(at.clone()));
    }

    /// The diagnostics, for a reader of a part.
    pub fn diagnostics(&mut self) -> &mut Diagnostics {
        self.diagnostics
    }

    /// A text.
    pub fn string(&mut self, key: &'static str) -> Option<Located<Arc<str>>> {
        let node = self.node(key)?;
        match node.text() {
            Some(text) => Some(Self::located(text, node)),
            None => {
                self.expected(key, message!("kind-text"), node);
                None
            }
        }
    }

    /// A text that must be there.
    pub fn required(&mut self, key: &'static str) -> Option<Located<Arc<str>>> {
        let value = self.string(key);
        if value.is_none() && self.node.get(key).is_none_or(Node::is_null) {
            self.wrong(&self.node.span, message!("setting-missing", key = key));
        }
        value
    }

    /// `true` or `false`.
    pub fn bool(&mut self, key: &'static str, default: bool) -> bool {
        let Some(node) = self.node(key) else { return default };
        match node.value {
            Value::Bool(value) => value,
            _ => {
                self.expected(key, message!("expected-bool"), node);
                default
            }
        }
    }

    /// A whole number from 0.
    pub fn count(&mut self, key: &'static str) -> Option<usize> {
        let node = self.node(key)?;
        let number = node.text().and_then(|text| text.parse().ok());
        if number.is_none() {
            self.expected(key, message!("expected-count"), node);
        }
        number
    }

    /// A licence by its SPDX identifier.
    pub fn licence(&mut self, key: &'static str) -> Option<&'static str> {
        let id = self.string(key)?;
        let found = LICENCES.iter().find(|(known, ..)| *known == &*id.value).map(|(known, ..)| *known);
        if found.is_none() {
            let message = message!("no-licence", id = &*id.value);
            let known = LICENCES.iter().map(|(known, ..)| *known);
            self.diagnostics.push(Diagnostic::error(self.code, message).at(id.span).suggest(&id.value, known));
        }
        found
    }

    /// A list of texts; one text alone counts as a list of one.
    pub fn strings(&mut self, key: &'static str) -> Vec<Located<Arc<str>>> {
        let Some(node) = self.node(key) else { return Vec::new() };
        let items = match &node.value {
            Value::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        let mut found = Vec::new();
        for item in items {
            match item.text() {
                Some(text) => found.push(Self::located(text, item)),
                None => self.expected(key, message!("expected-texts"), item),
            }
        }
        found
    }

    /// The entries of a map.
    pub fn entries(&mut self, key: &'static str) -> &'a [(YamlKey, Node)] {
        let Some(node) = self.node(key) else { return &[] };
        if let Some(entries) = node.map() {
            entries
        } else {
            self.expected(key, message!("expected-map"), node);
            &[]
        }
    }

    /// Words for readers: a text for all languages, or a map of language to text. `languages` are those of the site.
    pub fn texts(&mut self, key: &'static str, languages: &[Lang]) -> LocalizedText {
        let Some(node) = self.node(key) else { return LocalizedText::default() };
        texts(node, languages, self.diagnostics)
    }

    /// Parts of addresses, written like [`Settings::texts`].
    pub fn addresses(&mut self, key: &'static str, languages: &[Lang]) -> LocalizedText {
        let Some(node) = self.node(key) else { return LocalizedText::default() };
        by_language(node, languages, self.diagnostics)
    }

    fn located(text: &str, node: &Node) -> Located<Arc<str>> {
        Located { value: Arc::from(text), span: node.span.clone() }
    }

    fn expected(&mut self, key: &str, what: Message, node: &Node) {
        self.wrong(&node.span, message!("setting-expected", key = key, expected = what, found = node.kind()));
    }
}

/// Reads words for readers: a text or a map of language to text. Pseudo-languages get theirs from those.
pub fn texts(node: &Node, languages: &[Lang], diagnostics: &mut Diagnostics) -> LocalizedText {
    let mut texts = by_language(node, languages, diagnostics);
    let words_of: Vec<Lang> = Pseudo::base(languages).into_iter().cloned().collect();
    for lang in languages {
        let Some(pseudo) = Pseudo::for_lang(lang) else { continue };
        let base = texts.get(lang, &words_of).map(|text| Arc::from(pseudo.text(text)));
        texts.by_lang.extend(base.map(|text| (lang.clone(), text)));
    }
    texts
}

/// Reads parts of addresses: a text or a map of language to text.
pub fn addresses(node: &Node, languages: &[Lang], diagnostics: &mut Diagnostics) -> LocalizedText {
    by_language(node, languages, diagnostics)
}

fn by_language(node: &Node, languages: &[Lang], diagnostics: &mut Diagnostics) -> LocalizedText {
    if let Some(text) = node.text() {
        return LocalizedText::plain(text);
    }
    let Some(entries) = node.map() else {
        let message = message!("expected-text-per-language", found = node.kind());
        diagnostics.push(Diagnostic::error(Code::ConfigInvalid, message).at(node.span.clone()));
        return LocalizedText::default();
    };
    let mut texts = LocalizedText::default();
    for (key, value) in entries {
        let Some(lang) = word_language(key, languages, diagnostics) else { continue };
        if let Some(text) = value.text() {
            texts.by_lang.insert(lang, Arc::from(text));
        }
    }
    texts
}

/// The language of a word, where readers of one of `languages`, those of the site, may be shown it. Words in another
/// language do no harm: they are there for the day on which the site has it. What is no language is told.
#[must_use]
pub fn word_language(key: &YamlKey, languages: &[Lang], diagnostics: &mut Diagnostics) -> Option<Lang> {
    let lang = Lang::parse(&key.name);
    if lang.as_ref().is_some_and(|lang| languages.contains(lang)) {
        return lang;
    }
    let Some(lang) = lang.filter(Lang::is_registered) else {
        let message = message!("no-language-tag", tag = &key.name);
        let diagnostic = Diagnostic::error(Code::UnknownLanguage, message).at(key.span.clone());
        diagnostics.push(diagnostic.suggest(&key.name, languages.iter().map(Lang::as_str)));
        return None;
    };
    lang.lends_to(languages).then_some(lang)
}

/// The diagnostic for a language that the site does not have.
#[must_use]
pub fn unknown_language(tag: &str, span: Span, languages: &[Lang]) -> Diagnostic {
    let diagnostic = Diagnostic::error(Code::UnknownLanguage, message!("language-unknown-here", tag = tag)).at(span);
    match Lang::meant(tag, languages) {
        Some(meant) => diagnostic.help(message!("did-you-mean", name = meant.as_str())),
        None => diagnostic.suggest(tag, languages.iter().map(Lang::as_str)),
    }
}
