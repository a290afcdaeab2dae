//! How many words each language of a site has of its own, and what is said where it lacks some: once for each language,
//! with the way to mend it. Knows nothing of which word stands where.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Theme;
use crate::config::{Config, Language};
use crate::declaration::{Declarations, LabelLanguages};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Span, quoted_list};
use crate::lang::{Lang, Pseudo, StringFile, Strings};
use crate::message;

/// Keys that a message names.
const NAMED: usize = 5;

/// Words of a text that is no name, which is the same in many languages.
const LONGER_THAN_NAMES: usize = 4;

/// How many of something a language has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordShare {
    /// Those that it has itself, or a language that its tag is cut down to.
    pub own: usize,
    /// All.
    pub total: usize,
}

/// What a language has of the words of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LanguageWords {
    /// Texts of the interface.
    pub interface: WordShare,
    /// Labels of types, fields and terms that readers see.
    pub labels: WordShare,
    /// How far its words in the theme are: `machine`, `draft` or `reviewed`, where the theme says so.
    pub state: Option<Arc<str>>,
}

impl WordShare {
    /// How many it borrows.
    #[must_use]
    pub const fn borrowed(self) -> usize {
        self.total - self.own
    }

    /// The share that it has, rounded down.
    #[must_use]
    pub fn percent(self) -> usize {
        (self.own * 100).checked_div(self.total).unwrap_or(100)
    }
}

impl Theme {
    /// Counts the words of every language, and tells which lacks some.
    pub fn count_words(&mut self, declarations: &Declarations, config: &Config, diagnostics: &mut Diagnostics) {
        let labels = declarations.labels(&config.tags());
        for language in config.languages.iter().filter(|language| Pseudo::for_lang(&language.lang).is_none()) {
            let words = LanguageWords {
                interface: interface(&self.strings, &language.lang),
                labels: of_labels(&labels, &language.lang),
                state: declarations.states.get(&language.lang).cloned(),
            };
            diagnostics.extend(borrowed(language, &words));
            self.words.insert(language.lang.clone(), words);
        }
    }
}

/// A language and those whose words are its own too.
fn family(lang: &Lang) -> Vec<Lang> {
    std::iter::once(lang.clone()).chain(lang.parents()).collect()
}

fn interface(strings: &Strings, lang: &Lang) -> WordShare {
    let family = family(lang);
    let has = |key: &&str| family.iter().any(|lang| strings.has(lang, key));
    let all = strings.all_keys();
    WordShare { own: all.iter().filter(|key| has(key)).count(), total: all.len() }
}

fn of_labels(labels: &[LabelLanguages], lang: &Lang) -> WordShare {
    let family = family(lang);
    let has = |languages: &&LabelLanguages| family.iter().any(|lang| languages.contains(lang));
    WordShare { own: labels.iter().filter(has).count(), total: labels.len() }
}

/// What is said of a language that borrows words.
fn borrowed(language: &Language, words: &LanguageWords) -> Option<Diagnostic> {
    let lang = &language.lang;
    let (interface, labels) = (words.interface.borrowed(), words.labels.borrowed());
    let texts = || message!("lacks-texts", borrowed = interface, total = words.interface.total);
    let of_labels = || message!("lacks-labels", borrowed = labels, total = words.labels.total);
    let (lacks, way) = match (interface > 0, labels > 0) {
        (false, false) => return None,
        (true, false) => (texts(), message!("add-texts-help", lang = lang)),
        (false, true) => (of_labels(), message!("add-labels-help", lang = lang)),
        (true, true) => (
            message!("and-as-well", first = texts(), second = of_labels()),
            message!("add-texts-and-labels-help", lang = lang),
        ),
    };
    let message = message!("words-borrowed", lang = lang, lacks = lacks);
    let help = message!("words-borrowed-help", lang = lang, way = way);
    Some(Diagnostic::warning(Code::WordsBorrowed, message).at(language.span.clone()).help(help))
}

/// Texts of a language that say letter by letter what the language of the theme says: nobody translated them. Told once
/// for each language.
pub(super) fn untranslated(strings: &Strings, files: &[StringFile], config: &Config, diagnostics: &mut Diagnostics) {
    let last = Lang::last();
    for lang in config.tags().iter().filter(|lang| !family(lang).contains(&last) && Pseudo::for_lang(lang).is_none()) {
        let keys: Vec<&str> = strings.keys(lang).filter(|key| says_the_same(strings, lang, key)).collect();
        if keys.is_empty() {
            continue;
        }
        let more = keys.len().saturating_sub(NAMED);
        let named = quoted_list(&keys[..keys.len() - more]);
        let named = match more {
            0 => Message::verbatim(named),
            more => message!("named-and-more", names = named, count = more),
        };
        let message = message!("texts-untranslated", count = keys.len(), lang = lang, last = &last, named = named);
        let help = message!("texts-untranslated-help", lang = lang);
        let diagnostic = Diagnostic::warning(Code::StringUntranslated, message).help(help);
        // The file that wins: that of the site, if it has one.
        let file = files.iter().rfind(|file| file.lang == *lang);
        diagnostics.push(match file {
            Some(file) => diagnostic.at(Span::start_of(&file.path)),
            None => diagnostic,
        });
    }
}

/// Whether a text is that of the language of the theme, and long enough to be none of a name.
fn says_the_same(strings: &Strings, lang: &Lang, key: &str) -> bool {
    let source = strings.text(&Lang::last(), key, &[]);
    let words = source.value.split_whitespace().filter(|word| word.contains(char::is_alphabetic));
    source.lang.is_last()
        && words.count() >= LONGER_THAN_NAMES
        && strings.has(&source.lang, key)
        && strings.text(lang, key, &[]).value == source.value
}

/// The counts of all languages.
pub type WordsByLanguage = BTreeMap<Lang, LanguageWords>;
