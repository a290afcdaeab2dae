//! How a language writes dates, for reading them: the names of months and days of the week, the small words between them,
//! and the order of numbers, all from CLDR. Knows nothing of what is read.

use std::collections::BTreeSet;

use icu::calendar::{Date as IcuDate, Gregorian};
use icu::datetime::NoCalendarFormatter;
use icu::datetime::fieldsets::{E, M, T, YM, YMD};
use icu::datetime::input::Time;
use icu::datetime::options::YearStyle;
use icu::datetime::pattern::FixedCalendarDateTimeNames;
use icu::locale::Locale as IcuLocale;
use jiff::civil::{self, Date};

use super::locale::{Digits, Formatter, build, formatter, gregorian, icu_locale, is_month_first};
use super::{Lang, fold};

/// How a language writes dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateWords {
    /// Names of months with their numbers, folded as [`fold`] does; each is one word or more.
    pub months: Vec<(String, i8)>,
    /// Words that say nothing in a date, folded: days of the week, `de` in Spanish, `г.` in Russian.
    pub idle: BTreeSet<String>,
    /// The order of day and month in numbers.
    pub order: NumberOrder,
    /// What stands behind a time before noon on a clock of twelve hours, folded, its letters alone.
    pub before_noon: BTreeSet<String>,
    /// The same after noon.
    pub after_noon: BTreeSet<String>,
}

/// Which of two numbers is the day, where the year stands last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberOrder {
    /// `1-2-2027` is the first of February.
    DayFirst,
    /// `1/2/2027` is the second of January.
    MonthFirst,
    /// Some readers take it for one day, some for another: only `13/2/2027` is clear.
    Unclear,
}

impl DateWords {
    /// What CLDR says of a language; no names where it knows none, or where they are those of another calendar too.
    #[must_use]
    pub fn new(lang: &Lang) -> Self {
        let mut names = Self {
            months: Vec::new(),
            idle: BTreeSet::new(),
            order: order(lang),
            before_noon: BTreeSet::new(),
            after_noon: BTreeSet::new(),
        };
        if let (Some(before), Some(after)) = (half_of_day(lang, 9), half_of_day(lang, 15))
            && before != after
        {
            names.before_noon.insert(before);
            names.after_noon.insert(after);
        }
        for tag in std::iter::once(lang.clone()).chain(other_names(lang)) {
            let icu = icu_locale(&tag, Digits::Latin, "gregory");
            names.weekdays(&icu);
            // Tigrinya uses the same names for the months of the Gregorian and of the Ethiopic calendar, eight days apart.
            if lang.language() != "ti" {
                names.months(&icu);
            }
        }
        names.months.sort();
        names.months.dedup();
        names
    }

    /// The names of the months.
    fn months(&mut self, icu: &IcuLocale) {
        let year = YearStyle::Full;
        let long = formatter!(icu, YMD::long().with_year_style(year));
        // The root of CLDR has no names.
        if long.format(&gregorian(day(5))).to_string().contains("M05") {
            return;
        }
        let medium = formatter!(icu, YMD::medium().with_year_style(year));
        let month = formatter!(icu, YM::long().with_year_style(year));
        let short_month = formatter!(icu, YM::medium().with_year_style(year));
        let (alone, short_alone) = (formatter!(icu, M::long()), formatter!(icu, M::medium()));
        self.months_of(&written(|date| long.format(&date).to_string()));
        self.months_of(&written(|date| medium.format(&date).to_string()));
        self.months_of(&written(|date| month.format(&date).to_string()));
        self.months_of(&written(|date| short_month.format(&date).to_string()));
        self.months_of(&written(|date| alone.format(&date).to_string()));
        self.months_of(&written(|date| short_alone.format(&date).to_string()));
    }

    /// The names of the days of the week, which say nothing more beside a date.
    fn weekdays(&mut self, icu: &IcuLocale) {
        let (weekday, short_weekday) = (formatter!(icu, E::long()), formatter!(icu, E::medium()));
        for number in 1..=7 {
            let date = gregorian(civil::date(2024, 5, number));
            for name in [weekday.format(&date).to_string(), short_weekday.format(&date).to_string()] {
                self.idle.extend(letters(&fold(&name)).map(ToOwned::to_owned));
            }
        }
    }

    /// The names in what is written for the same day of all months: the words that are not in every one of them.
    fn months_of(&mut self, forms: &[String]) {
        let shared = |word: &str| forms.iter().all(|form| letters(form).any(|other| other == word));
        let first = forms.first().map(String::as_str).unwrap_or_default();
        self.idle.extend(letters(first).filter(|word| shared(word)).map(ToOwned::to_owned));
        for (number, form) in (1_i8..).zip(forms) {
            let name: Vec<&str> = letters(form).filter(|word| !shared(word)).collect();
            if !name.is_empty() {
                self.months.push((name.join(" "), number));
            }
        }
    }
}

/// What a format writes for each month, folded.
fn written(write: impl Fn(IcuDate<Gregorian>) -> String) -> Vec<String> {
    (1..=12).map(|month| fold(&write(gregorian(day(month))))).collect()
}

/// The words of a text that are no numbers.
fn letters(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !super::text::is_word(c) || c.is_numeric());
    parts.filter(|word| !word.is_empty())
}

/// What a language writes beside an hour on a clock of twelve hours; `None` where it writes nothing.
fn half_of_day(lang: &Lang, hour: u8) -> Option<String> {
    let locale = IcuLocale::try_from_str(&format!("{}-u-hc-h12", lang.plain())).ok()?;
    let format = NoCalendarFormatter::try_new(locale.into(), T::hm()).ok()?;
    let written = fold(&format.format(&Time::try_new(hour, 5, 0, 0).ok()?).to_string());
    let word: String = letters(&written).collect();
    (!word.is_empty()).then_some(word)
}

/// A day of a month; the same number in all, which no month and no short year has.
fn day(month: i8) -> Date {
    civil::date(2024, month, 28)
}

/// Tags under which CLDR has further names of months for the readers of a language: Arabic has three sets of them, and
/// each of its countries uses one.
fn other_names(lang: &Lang) -> impl Iterator<Item = Lang> {
    let arabic = ["ar-EG", "ar-SY", "ar-MA", "ar-DZ"];
    let wanted = lang.language() == "ar";
    arabic.into_iter().filter(move |_| wanted).filter_map(Lang::parse)
}

/// The order of numbers. English without a region is written by readers of both orders.
fn order(lang: &Lang) -> NumberOrder {
    if lang.as_str() == "en" {
        return NumberOrder::Unclear;
    }
    // Numbers of Tigrinya are Gregorian, in the order of the papers of its readers.
    if is_month_first(lang) || lang.language() == "ti" {
        return NumberOrder::DayFirst;
    }
    let icu = icu_locale(lang, Digits::Latin, "gregory");
    let form = formatter!(&icu, YMD::short().with_year_style(YearStyle::Full));
    let written = form.format(&gregorian(day(5))).to_string();
    let at = |number: &str| written.find(number);
    match (at("28"), at("5"), at("2024")) {
        (Some(day), Some(month), Some(year)) if day < month && month < year => NumberOrder::DayFirst,
        (Some(day), Some(month), Some(year)) if month < day && day < year => NumberOrder::MonthFirst,
        _ => NumberOrder::Unclear,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(tag: &str) -> DateWords {
        DateWords::new(&Lang::parse(tag).expect("a tag"))
    }

    #[test]
    fn months_have_the_names_of_the_language_in_every_case() {
        for (tag, name, month) in [
            ("nl", "februari", 2),
            ("nl", "feb", 2),
            ("en", "february", 2),
            ("de", "marz", 3),
            ("fr", "fevrier", 2),
            ("es", "mayo", 5),
            ("uk", "лютого", 2),
            ("uk", "лютий", 2),
            ("tr", "subat", 2),
            ("ar", "فبراير", 2),
            ("ar", "شباط", 2),
            ("ar", "كانون الثاني", 1),
        ] {
            let folded = (fold(name), month);
            let months = names(tag).months;
            assert!(months.contains(&folded), "{tag}: {folded:?} in {months:?}");
        }
        assert!(names("fa").months.iter().any(|(name, month)| *month == 2 && name.starts_with("فوريه")));
        assert!(names("ti").months.is_empty(), "two calendars share these names");
        assert!(names("es").idle.contains("de"));
        assert!(names("nl").idle.contains("maandag"));
    }

    #[test]
    fn numbers_have_the_order_of_the_language() {
        for (tag, order) in [
            ("nl", NumberOrder::DayFirst),
            ("de", NumberOrder::DayFirst),
            ("ar", NumberOrder::DayFirst),
            ("ti", NumberOrder::DayFirst),
            ("fa-AF", NumberOrder::DayFirst),
            ("en-GB", NumberOrder::DayFirst),
            ("en-US", NumberOrder::MonthFirst),
            ("en", NumberOrder::Unclear),
        ] {
            assert_eq!(names(tag).order, order, "{tag}");
        }
    }
}
