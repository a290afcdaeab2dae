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

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::lang::{DateStyle, Formats, Locale};

    /// The languages of the theme's files.
    const TAGS: [&str; 32] = [
        "ar", "bg", "ckb", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "ga", "hr", "hu", "it", "lt",
        "lv", "mt", "nl", "pl", "prs", "pt", "ro", "sk", "sl", "so", "sv", "ti", "tr", "uk",
    ];

    fn words() -> (Vec<(Lang, Locale)>, ValueWords) {
        let langs: Vec<Lang> = TAGS.iter().filter_map(|tag| Lang::parse(tag)).collect();
        let words = ValueWords::new(&langs);
        let locale = |lang: Lang| (lang.clone(), Locale::new(&lang, Formats::default()).0);
        (langs.into_iter().map(locale).collect(), words)
    }

    #[test]
    fn each_day_that_a_language_writes_is_read_as_that_day() {
        let (locales, words) = words();
        let day = (1950_i16..2190, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day));
        let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(200));
        let outcome = runner.run(&day, |day| {
            for (lang, locale) in &locales {
                for style in [DateStyle::Long, DateStyle::Medium, DateStyle::Weekday, DateStyle::Short] {
                    let written = locale.date(day, style);
                    match words.day(&written, lang) {
                        Ok(read) => prop_assert_eq!(read, day, "{} {}", lang, written),
                        // In English without a country two days may be meant, and so it is with numbers there.
                        Err(DeadlineFault::Ambiguous(one, other)) => prop_assert!(one == day || other == day),
                        Err(fault) => prop_assert!(false, "{lang} {written}: {fault:?}"),
                    }
                }
            }
            Ok(())
        });
        assert!(outcome.is_ok(), "{outcome:?}");
    }

    #[test]
    fn no_text_makes_it_fail() {
        let (locales, words) = words();
        let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(500));
        let text = proptest::string::string_regex("[0-9a-z.:,/ \\-TZ'٠-٩]{0,24}").expect("a pattern");
        let outcome = runner.run(&text, |text| {
            for (lang, _) in &locales {
                let _ = (words.day(&text, lang), words.moment(&text, lang), words.answer(&text, lang));
            }
            Ok(())
        });
        assert!(outcome.is_ok(), "{outcome:?}");
    }
}
