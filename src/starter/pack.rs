//! What the theme has for the languages of a new site: the texts of its starter, and the words for its lists.
//! Knows nothing of what is made of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Answers, THEME};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::front_matter::{self, State};
use crate::lang::{Formats, Lang, Locale};
use crate::message;
use crate::source::Sources;
use crate::yaml::{self, Node};

/// A starter of one language: its texts by the names of their parts.
struct Starter {
    parts: BTreeMap<String, String>,
}

/// What the theme has for one language.
struct Pack {
    starter: Option<Starter>,
    words: Option<Node>,
    locale: Locale,
}

/// What the theme has for the languages of a site.
pub(super) struct Packs {
    by_language: BTreeMap<Lang, Pack>,
    last: Starter,
    last_words: Option<Node>,
    last_locale: Locale,
    /// The language of the sources of entries.
    pub(super) source: Lang,
}

impl Packs {
    pub(super) fn read(answers: &Answers, theme: &Sources) -> Result<Self, Box<Diagnostic>> {
        let last = starter(&Lang::last(), theme)?.ok_or_else(|| {
            Box::new(Diagnostic::error(Code::ThemeMissing, message!("starter-no-texts", theme = THEME)))
        })?;
        let mut packs = BTreeMap::new();
        for lang in &answers.languages {
            let mut pack = Pack { starter: None, words: None, locale: Locale::new(lang, Formats::default()).0 };
            for one in std::iter::once(lang.clone()).chain(lang.parents()) {
                // A variety of a language that the site has too, such as one in easy words, is written by people: the
                // same text under two names would help nobody.
                let other = one != *lang && answers.languages.contains(&one);
                if pack.starter.is_none() && !other {
                    pack.starter = starter(&one, theme)?;
                }
                if pack.words.is_none() {
                    pack.words = words(&one, theme)?;
                }
                if other {
                    break;
                }
            }
            packs.insert(lang.clone(), pack);
        }
        let has = |lang: &&Lang| packs.get(*lang).is_some_and(|pack| pack.starter.is_some());
        let first = std::iter::once(&answers.default_language).chain(&answers.languages).find(has);
        let source = first.unwrap_or(&answers.default_language).clone();
        let last_locale = Locale::new(&source, Formats::default()).0;
        Ok(Self { by_language: packs, last, last_words: words(&Lang::last(), theme)?, last_locale, source })
    }

    /// Whether the theme has texts for that language.
    pub(super) fn has(&self, lang: &Lang) -> bool {
        self.starter(lang).is_some()
    }

    /// Languages without texts, in the order of their tags.
    pub(super) fn without_texts(&self) -> Vec<Lang> {
        self.by_language.keys().filter(|lang| !self.has(lang)).cloned().collect()
    }

    fn starter(&self, lang: &Lang) -> Option<&Starter> {
        self.by_language.get(lang)?.starter.as_ref()
    }

    /// A part in a language; nothing where the theme has no texts for it.
    pub(super) fn part(&self, lang: &Lang, name: &str) -> Option<&str> {
        Some(self.starter(lang)?.part(name))
    }

    /// A part in the language that stands in for all others.
    pub(super) fn last_part(&self, name: &str) -> &str {
        self.last.part(name)
    }

    /// A value of the part `words`; without a language, that of the language that stands in for all others.
    pub(super) fn word(&self, lang: Option<&Lang>, name: &str) -> Option<String> {
        value(lang.map_or(Some(self.last_part("words")), |lang| self.part(lang, "words"))?, name)
    }

    /// The words of the theme for a taxonomy, such as its `label`.
    pub(super) fn of_taxonomy(&self, lang: Option<&Lang>, taxonomy: &str, key: &str) -> Option<String> {
        self.word_at(lang, ["terms", taxonomy, key])
    }

    /// The words of the theme for a type, such as its `plural`.
    pub(super) fn of_type(&self, lang: Option<&Lang>, type_: &str, key: &str) -> Option<String> {
        self.word_at(lang, ["types", type_, key])
    }

    fn word_at(&self, lang: Option<&Lang>, path: [&str; 3]) -> Option<String> {
        let words = lang.map_or(self.last_words.as_ref(), |lang| self.by_language.get(lang)?.words.as_ref());
        path.iter().try_fold(words?, |node, key| node.get(key))?.text().map(ToOwned::to_owned)
    }

    /// How far the texts of the theme are in a language.
    pub(super) fn state(&self, lang: &Lang) -> State {
        let words = self.by_language.get(lang).and_then(|pack| pack.words.as_ref());
        match words.and_then(|words| words.get("state")).and_then(Node::text) {
            Some("reviewed") => State::Reviewed,
            Some("draft") => State::Draft,
            _ => State::Machine,
        }
    }

    /// How dates are written in a language.
    pub(super) fn locale(&self, lang: &Lang) -> &Locale {
        self.by_language.get(lang).map_or(&self.last_locale, |pack| &pack.locale)
    }
}

impl Starter {
    fn part(&self, name: &str) -> &str {
        self.parts.get(name).map_or("", String::as_str)
    }
}

/// The language that a file is named by.
fn tag_of(path: &str, ending: &str) -> Option<Lang> {
    path.rsplit('/').next()?.strip_suffix(ending).and_then(Lang::parse)
}

/// The file of a language in a folder of the theme. It may have another tag of the same language, such as `prs` for `fa-AF`.
fn file_of(lang: &Lang, folder: &str, ending: &str, theme: &Sources) -> Option<Arc<str>> {
    let mut files = theme.under(&format!("themes/{THEME}/{folder}"));
    files.find(|file| tag_of(&file.path, ending).as_ref() == Some(lang)).map(|file| Arc::clone(&file.path))
}

fn starter(lang: &Lang, theme: &Sources) -> Result<Option<Starter>, Box<Diagnostic>> {
    let Some(file) = file_of(lang, "starters", ".md", theme) else { return Ok(None) };
    let text = theme.text(&file)?;
    let mut parts: BTreeMap<String, String> = BTreeMap::new();
    let mut name = String::new();
    for line in text.lines() {
        match line.strip_prefix("//- ") {
            Some(next) => next.trim().clone_into(&mut name),
            None => {
                let part = parts.entry(name.clone()).or_default();
                part.push_str(line);
                part.push('\n');
            }
        }
    }
    Ok(Some(Starter { parts }))
}

fn words(lang: &Lang, theme: &Sources) -> Result<Option<Node>, Box<Diagnostic>> {
    let Some(file) = file_of(lang, "languages", ".yaml", theme) else { return Ok(None) };
    yaml::parse(&theme.text(&file)?, &file, 0).map(Some)
}

/// A value in the front matter of a part.
fn value(part: &str, name: &str) -> Option<String> {
    let file: Arc<str> = Arc::from("");
    let (yaml, _) = front_matter::split(part, &file).ok()?;
    let node = yaml::parse(&part[yaml], &file, 0).ok()?;
    node.get(name)?.text().map(ToOwned::to_owned)
}
