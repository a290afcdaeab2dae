//! The words of languages in values: for yes and no, in dates and beside times of day. Knows nothing of fields and files.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, DateTime};

use super::deadline::{DeadlineFault, DeadlineReader, usual_readers};
use super::times::{ClockWords, MomentFault};
use crate::declaration::WordsForValues;
use crate::lang::{DateWords, Lang, fold};

/// The words for yes and no that data formats have (YAML 1.1, JSON, SQL), whatever the language.
const ANSWERS: [(&str, bool); 6] =
    [("true", true), ("false", false), ("yes", true), ("no", false), ("1", true), ("0", false)];

/// How values are written, in each language of a site.
#[derive(Clone, Debug, Default)]
pub struct ValueWords {
    by_lang: BTreeMap<Lang, LanguageValues>,
}

/// How values are written in one language.
#[derive(Clone, Debug, Default)]
struct LanguageValues {
    dates: DeadlineReader,
    clock: ClockWords,
    answers: BTreeMap<String, bool>,
    /// Words for both, which say nothing.
    unclear: BTreeSet<String>,
    /// Words for the day on which somebody writes.
    today: BTreeSet<String>,
}

impl ValueWords {
    /// The words that are known of some languages without a theme.
    #[must_use]
    pub fn new(languages: &[Lang]) -> Self {
        let last = Lang::last();
        let mut all = languages.to_vec();
        all.extend(Some(last.clone()).filter(|last| !languages.contains(last)));
        let mut by_lang = BTreeMap::new();
        for (lang, dates) in usual_readers(&all) {
            let clock = ClockWords::new(&DateWords::new(&lang));
            by_lang.insert(lang, LanguageValues { dates, clock, ..LanguageValues::default() });
        }
        Self { by_lang }
    }

    /// Adds the words that a theme or site declares. Those of a language serve its regions too.
    #[must_use]
    pub fn with(mut self, declared: &[WordsForValues]) -> Self {
        for words in declared {
            for (lang, values) in &mut self.by_lang {
                if *lang == words.lang || lang.parents().contains(&words.lang) {
                    values.add(words);
                }
            }
        }
        self
    }

    /// Whether a text says yes or no, in a language or in English.
    #[must_use]
    pub fn answer(&self, text: &str, lang: &Lang) -> Option<bool> {
        let text = fold(text.trim());
        let usual = ANSWERS.iter().find(|(word, _)| *word == text).map(|(_, answer)| *answer);
        usual.or_else(|| self.of(lang).find_map(|values| values.answers.get(&text).copied()))
    }

    /// Whether a text is the word for today, in a language or in English.
    #[must_use]
    pub fn is_today(&self, text: &str, lang: &Lang) -> bool {
        let text = fold(text.trim());
        self.of(lang).any(|values| values.today.contains(&text))
    }

    /// The day that a text is in a language, or by the names of months in English.
    ///
    /// # Errors
    /// Says why it is none.
    pub fn day(&self, text: &str, lang: &Lang) -> Result<Date, DeadlineFault> {
        let mut fault = DeadlineFault::Unreadable;
        for values in self.of(lang) {
            match values.dates.day(text) {
                Ok(day) => return Ok(day),
                Err(DeadlineFault::Unreadable) => {}
                // What the language itself says of it counts.
                Err(wrong) if fault == DeadlineFault::Unreadable => fault = wrong,
                Err(_) => {}
            }
            if fault != DeadlineFault::Unreadable {
                break;
            }
        }
        Err(fault)
    }

    /// The day with a time that a text is in a language, or in English.
    ///
    /// # Errors
    /// Says why it is none.
    pub fn moment(&self, text: &str, lang: &Lang) -> Result<DateTime, MomentFault> {
        let day = |text: &str| self.day(text, lang);
        let mut fault = MomentFault::Unreadable;
        for values in self.of(lang) {
            match values.clock.moment(text, &day) {
                Ok(moment) => return Ok(moment),
                Err(wrong) if fault == MomentFault::Unreadable => fault = wrong,
                Err(_) => {}
            }
        }
        Err(fault)
    }

    /// The words of a language, then those of the language that all share.
    fn of<'a>(&'a self, lang: &'a Lang) -> impl Iterator<Item = &'a LanguageValues> {
        let last = self.by_lang.get(&Lang::last()).filter(|_| !lang.is_last());
        self.by_lang.get(lang).into_iter().chain(last)
    }
}

impl LanguageValues {
    fn add(&mut self, words: &WordsForValues) {
        self.clock.add(words.at.iter().map(|word| &**word), words.hour.iter().map(|word| &**word));
        self.today.extend(words.today.iter().map(|word| fold(word)));
        let yes = words.yes.iter().map(|word| (fold(word), true));
        for (word, answer) in yes.chain(words.no.iter().map(|word| (fold(word), false))) {
            if self.unclear.contains(&word) {
                continue;
            }
            if self.answers.get(&word).is_some_and(|known| *known != answer) {
                self.answers.remove(&word);
                self.unclear.insert(word);
                continue;
            }
            self.answers.insert(word, answer);
        }
    }
}
