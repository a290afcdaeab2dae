//! The languages that lend their words: those that a tag is cut down to, and the one that every chain ends in.
//! Knows nothing of what is written in them.

use std::collections::BTreeSet;

use icu::locale::fallback::{LocaleFallbackConfig, LocaleFallbacker};
use icu::locale::{Locale, LocaleExpander};

use super::Lang;

/// The language of the theme's own words, which every chain ends in: a theme always has them.
const LAST: &str = "en";

/// Steps from a tag to its language. CLDR has four at most; a tag of 35 characters has no more private parts than this.
const MOST: usize = 16;

impl Lang {
    /// The language of the theme's own words.
    #[must_use]
    pub fn last() -> Self {
        Self(LAST.into())
    }

    /// Whether it is the language of the theme's own words.
    #[must_use]
    pub fn is_last(&self) -> bool {
        self.as_str() == LAST
    }

    /// The languages that the tag is cut down to, nearest first: `nl-x-easy` to `nl`, `zh-TW` to `zh-Hant`. First what
    /// only its users know, then variants (RFC 4647, section 3.4), then as CLDR says, which never leads to another script.
    #[must_use]
    pub fn parents(&self) -> Vec<Self> {
        let mut found = Vec::new();
        let mut tag = self.as_str();
        while let Some(shorter) = without_last(tag) {
            found.push(Self(shorter.into()));
            tag = shorter;
        }
        let Ok(base) = Locale::try_from_str(tag) else { return found };
        let mut chain =
            LocaleFallbacker::new().for_config(LocaleFallbackConfig::default()).fallback_for((&base.id).into());
        for _ in 0..MOST {
            chain.step();
            let parent = chain.get().to_string();
            if chain.get().is_unknown() {
                break;
            }
            if parent != tag && found.iter().all(|known| known.as_str() != parent) {
                found.push(Self(parent.into()));
            }
        }
        found
    }

    /// Whether it is a language at all, and not only the shape of one: CLDR has heard of it, or it is for private use
    /// (BCP 47, section 2.2.1: `qaa` to `qtz`).
    #[must_use]
    pub fn is_registered(&self) -> bool {
        let language = self.language();
        let private = language.len() == 3 && ("qaa"..="qtz").contains(&language);
        private
            || Locale::try_from_str(language).is_ok_and(|locale| {
                let mut id = locale.id;
                LocaleExpander::new_extended().maximize(&mut id);
                id.script.is_some()
            })
    }

    /// What the tag says beside the language, in words of the tag: `easy` of `nl-x-easy`, `BE` of `nl-BE`.
    #[must_use]
    pub fn beyond_language(&self) -> String {
        let parts = self.as_str().split('-').skip(1).filter(|part| part.len() > 1 || self.as_str().ends_with(part));
        parts.collect::<Vec<_>>().join(" ")
    }

    /// Language, script and region, for libraries and lists that know no more than these.
    pub(super) fn plain(&self) -> &str {
        let mut tag = self.as_str();
        while let Some(shorter) = without_last(tag) {
            tag = shorter;
        }
        tag
    }

    /// Whether readers of one of `languages` may be shown words of this one.
    #[must_use]
    pub fn lends_to(&self, languages: &[Self]) -> bool {
        languages.contains(self) || self.is_last() || languages.iter().any(|other| other.parents().contains(self))
    }
}

/// The languages of words, in the order in which they are asked: each of `languages` and those it is cut down to, at last
/// that of the theme.
#[must_use]
pub fn chain_of<'a>(languages: impl IntoIterator<Item = &'a Lang>) -> Vec<Lang> {
    let mut chain = with_parents(languages);
    chain.extend(Some(Lang::last()).filter(|last| !chain.contains(last)));
    chain
}

/// Each of `languages` and those it is cut down to, each once.
#[must_use]
pub fn with_parents<'a>(languages: impl IntoIterator<Item = &'a Lang>) -> Vec<Lang> {
    let mut seen = BTreeSet::new();
    let all = languages.into_iter().flat_map(|lang| std::iter::once(lang.clone()).chain(lang.parents()));
    all.filter(|lang| seen.insert(lang.clone())).collect()
}

/// The tag without its last private part, or its last variant; `None` where it has neither.
fn without_last(tag: &str) -> Option<&str> {
    let (shorter, last) = tag.rsplit_once('-')?;
    if tag.contains("-x-") {
        return Some(shorter.strip_suffix("-x").unwrap_or(shorter));
    }
    let variant = last.len() >= 5 || last.len() == 4 && last.starts_with(|c: char| c.is_ascii_digit());
    variant.then_some(shorter)
}
