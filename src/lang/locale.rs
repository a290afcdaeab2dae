//! Dates, numbers, lists and sorting of one language, built once and used from every thread.
//! Knows of languages only; what is formatted, and when, is for others to say.

use std::cmp::Ordering;

use icu::calendar::cal::Persian;
use icu::calendar::{Date, Gregorian};
use icu::collator::options::{AlternateHandling, CollatorOptions, Strength};
use icu::collator::preferences::CollationNumericOrdering;
use icu::collator::{CollatorBorrowed, CollatorPreferences};
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{E, YM, YMD, YMDE, YMDET, YMDT};
use icu::datetime::input::{DateTime, Time};
use icu::datetime::options::YearStyle;
use icu::datetime::pattern::FixedCalendarDateTimeNames;
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu::list::ListFormatter;
use icu::list::options::{ListFormatterOptions, ListLength};
use icu::locale::subtags::{Script, script};
use icu::locale::{Locale as IcuLocale, LocaleExpander};
use jiff::civil;

use super::Lang;

/// How much of a date is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateStyle {
    /// `14 mei 2024`
    Long,
    /// `14 mei 2024`, with a short month where the language has one
    Medium,
    /// `14-05-2024`
    Short,
    /// `dinsdag 14 mei 2024`
    Weekday,
}

/// What a site may choose about the formats of a language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Formats {
    /// The digits of numbers and dates.
    pub digits: Digits,
    /// How dates are written; where it is not set, as suits the language.
    pub dates: Option<DateForm>,
    /// A calendar whose date follows in parentheses.
    pub second_calendar: Option<SecondCalendar>,
}

/// The digits that numbers are written with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Digits {
    /// `0123456789`, as on the papers and telephones of the readers' country.
    #[default]
    Latin,
    /// `٠١٢٣٤٥٦٧٨٩`
    Arabic,
    /// `۰۱۲۳۴۵۶۷۸۹`, for Persian, Pashto and Urdu
    ArabicExtended,
    /// `০১২৩৪৫৬৭৮৯`
    Bengali,
    /// `०१२३४५६७८९`
    Devanagari,
}

impl Digits {
    /// All of them with their names in Unicode (UTS 35, numbering systems).
    pub const ALL: [(&'static str, Self); 5] = [
        ("latn", Self::Latin),
        ("arab", Self::Arabic),
        ("arabext", Self::ArabicExtended),
        ("beng", Self::Bengali),
        ("deva", Self::Devanagari),
    ];

    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, digits)| *digits == self).map_or("latn", |(name, _)| name)
    }
}

/// How dates are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateForm {
    /// With the name of the month.
    Names,
    /// In numbers, with the day of the week.
    Numeric,
    /// `2024-05-14` (ISO 8601).
    Iso,
}

/// A calendar beside the Gregorian one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondCalendar {
    /// The solar calendar of Iran and Afghanistan.
    Persian,
}

/// The formatters of one language. Dates are Gregorian everywhere, and digits Latin unless a site says otherwise:
/// appointments, telephone numbers and papers of the readers' country are.
#[derive(Debug)]
pub struct Locale {
    dates: Dates,
    second: Option<Box<FixedCalendarDateTimeFormatter<Persian, YMD>>>,
    numbers: Numbers,
    plain: DecimalFormatter,
    list: ListFormatter,
    separator: Option<&'static str>,
    collator: CollatorBorrowed<'static>,
    units: [&'static str; 5],
}

impl Locale {
    /// Builds the formatters, and tells whether CLDR knows the language. One that it does not know gets ISO dates,
    /// plain lists and the root order of sorting, so that no language is ever shut out.
    #[must_use]
    pub fn new(lang: &Lang, formats: Formats) -> (Self, bool) {
        let icu = icu_locale(lang, formats.digits, "gregory");
        let (dates, known) = Dates::new(lang, &icu, formats.dates);
        let list = build(&icu, |locale| {
            let options = ListFormatterOptions::default().with_length(ListLength::Wide);
            ListFormatter::try_new_and(locale.into(), options).ok()
        });
        let separator = list_separator(lang, &list);
        let numbers = Numbers::new(lang, formats.digits);
        let second = formats.second_calendar.map(|SecondCalendar::Persian| {
            build(&icu_locale(lang, formats.digits, "persian"), |locale| {
                FixedCalendarDateTimeFormatter::try_new(locale.into(), YMD::long()).ok().map(Box::new)
            })
        });
        let plain = ungrouped(&icu);
        (Self { dates, second, numbers, plain, list, separator, collator: collator(&icu), units: units(lang) }, known)
    }

    /// A date; with a second calendar, its date in parentheses behind the long forms.
    #[must_use]
    pub fn date(&self, date: civil::Date, style: DateStyle) -> String {
        let first = self.gregorian(date, style);
        match &self.second {
            Some(second) if matches!(style, DateStyle::Long | DateStyle::Weekday) => {
                format!("{first} ({})", second.format(&gregorian(date).to_calendar(Persian)))
            }
            _ => first,
        }
    }

    fn gregorian(&self, date: civil::Date, style: DateStyle) -> String {
        let Dates::Names(names) = &self.dates else {
            return self.without_names(date, style);
        };
        let day = gregorian(date);
        match style {
            DateStyle::Long => names.long.format(&day).to_string(),
            DateStyle::Medium => names.medium.as_ref().unwrap_or(&names.long).format(&day).to_string(),
            DateStyle::Short => names.short.as_ref().map_or_else(|| self.numeric(date), |f| f.format(&day).to_string()),
            DateStyle::Weekday => names.weekday.format(&day).to_string(),
        }
    }

    /// A date and the time of day, on a clock of 24 hours.
    #[must_use]
    pub fn date_time(&self, at: civil::DateTime, style: DateStyle) -> String {
        let moment = || DateTime { date: gregorian(at.date()), time: time(at.time()) };
        match (&self.dates, style) {
            (Dates::Names(names), DateStyle::Long) => names.long_time.format(&moment()).to_string(),
            (Dates::Names(names), DateStyle::Weekday) => names.weekday_time.format(&moment()).to_string(),
            // CLDR's short forms differ in nothing but a comma, and are wrong in some languages (`13:05 ч. ч.` in bg).
            _ => {
                format!("{} {}:{}", self.date(at.date(), style), self.digits(at.hour(), 2), self.digits(at.minute(), 2))
            }
        }
    }

    /// A date without names of months.
    fn without_names(&self, date: civil::Date, style: DateStyle) -> String {
        match (&self.dates, style) {
            (Dates::Numeric(weekday, comma), DateStyle::Long | DateStyle::Weekday) => {
                format!("{}{comma} {}", weekday.format(&gregorian(date)), self.numeric(date))
            }
            (Dates::Numeric(..), _) => self.numeric(date),
            _ => date.to_string(),
        }
    }

    /// Day, month, year.
    fn numeric(&self, date: civil::Date) -> String {
        format!("{}/{}/{}", self.digits(date.day(), 2), self.digits(date.month(), 2), self.digits(date.year(), 1))
    }

    /// A number in the digits of the language, without grouping.
    fn digits(&self, number: impl Into<i64>, width: i16) -> String {
        let mut number = Decimal::from(number.into());
        number.pad_start(width);
        self.plain.format(&number).to_string()
    }

    /// A month of a year: `mei 2024`.
    #[must_use]
    pub fn month(&self, year: i16, month: i8) -> String {
        match (&self.dates, civil::Date::new(year, month, 1)) {
            (Dates::Names(names), Ok(first)) => names.month.format(&gregorian(first)).to_string(),
            (Dates::Numeric(..), Ok(_)) => format!("{}/{}", self.digits(month, 2), self.digits(year, 1)),
            _ => format!("{year:04}-{month:02}"),
        }
    }

    /// A year in the digits of the language, without grouping.
    #[must_use]
    pub fn year(&self, year: i16) -> String {
        self.digits(year, 1)
    }

    /// A whole number: `1.234`.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        self.numbers.0.format(&Decimal::from(number)).to_string()
    }

    /// A number rounded to that many digits after the decimal sign: `1,50`.
    #[must_use]
    pub fn decimal(&self, number: f64, fraction_digits: u8) -> String {
        let plain = format!("{number:.*}", usize::from(fraction_digits));
        self.numbers.format(&plain).unwrap_or(plain)
    }

    /// An amount of money, given as digits with a point, with the code of its currency: `1.250,50 EUR`. ICU4X 2.4 has no
    /// stable formatter for currencies; signs such as `$` are shared by twenty of them, and a code is clear in every script.
    #[must_use]
    pub fn money(&self, amount: &str, code: &str) -> String {
        let amount = self.numbers.format(amount).unwrap_or_else(|| amount.to_owned());
        format!("{amount}\u{a0}{code}")
    }

    /// The size of a file, in the units that file managers show: `1,2 MB`.
    #[must_use]
    pub fn bytes(&self, bytes: u64) -> String {
        let mut unit = 0;
        let mut size = 1_u128;
        // From 999.5 on the number would be rounded to a thousand of the unit.
        while unit + 1 < self.units.len() && u128::from(bytes) * 10 >= size * if unit == 0 { 10_000 } else { 9_995 } {
            size *= 1000;
            unit += 1;
        }
        let tenths = (u128::from(bytes) * 10 + size / 2) / size;
        let number = if unit > 0 && tenths < 100 {
            let mut number = Decimal::from(tenths);
            number.multiply_pow10(-1);
            number
        } else {
            Decimal::from((u128::from(bytes) + size / 2) / size)
        };
        format!("{}\u{a0}{}", self.numbers.0.format(&number), self.units[unit])
    }

    /// Things one after the other: `a, b en c`.
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        match self.separator {
            Some(separator) => items.join(separator),
            None => self.list.format_to_string(items.iter()),
        }
    }

    /// The order of the language, numbers by their value. Only equal texts are equal.
    #[must_use]
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.compare(a, b).then_with(|| a.cmp(b))
    }

    /// Bytes that sort as [`Locale::compare`] does; cheaper when each text is compared often.
    #[must_use]
    pub fn sort_key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(text.len() * 3 + 1);
        // Writing to memory cannot fail: the error type is empty.
        let Ok(()) = self.collator.write_sort_key_to(text, &mut key);
        key.push(0);
        key.extend_from_slice(text.as_bytes());
        key
    }
}

/// The decimal formatter of a language; the strings need it without the rest.
#[derive(Debug)]
pub(super) struct Numbers(DecimalFormatter);

impl Numbers {
    pub(super) fn new(lang: &Lang, digits: Digits) -> Self {
        Self(build(&icu_locale(lang, digits, "gregory"), |locale| {
            DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).ok()
        }))
    }

    /// Formats a number given as digits with a point; `None` when it is none (`NaN`).
    pub(super) fn format(&self, plain: &str) -> Option<String> {
        Decimal::try_from_str(plain).ok().map(|number| self.0.format(&number).to_string())
    }
}

pub(super) type Formatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// How the dates of a language are written.
#[derive(Debug)]
enum Dates {
    /// With the names of months.
    Names(Box<DateNames>),
    /// In numbers, with the day of the week and a comma where a style asks for it.
    Numeric(Box<Formatter<E>>, &'static str),
    /// Neither: CLDR does not know the language, or the site wants it so.
    Iso,
}

/// The formatters for dates with names. `None` where CLDR's pattern is not fit for use.
#[derive(Debug)]
struct DateNames {
    long: Formatter<YMD>,
    medium: Option<Formatter<YMD>>,
    short: Option<Formatter<YMD>>,
    weekday: Formatter<YMDE>,
    month: Formatter<YM>,
    long_time: Formatter<YMDT>,
    weekday_time: Formatter<YMDET>,
}

/// Builds a date formatter. The detour over the names makes sure of the digits: ICU4X 2.4 leaves them out for months in
/// Portuguese, where the pattern it looks at is not the one it uses, and formatting then panics in debug builds.
macro_rules! formatter {
    ($locale:expr, $fields:expr) => {{
        let fields = $fields;
        build($locale, |locale| {
            let formatter = Formatter::try_new(locale.into(), fields).ok()?;
            let mut names = FixedCalendarDateTimeNames::from_formatter(locale.into(), formatter);
            names.include_decimal_formatter().ok()?;
            names.try_into_formatter(fields).ok()
        })
    }};
}
pub(super) use formatter;

impl Dates {
    /// The dates of a language, and whether CLDR knows it.
    fn new(lang: &Lang, icu: &IcuLocale, wanted: Option<DateForm>) -> (Self, bool) {
        let year = YearStyle::Full;
        let written_out = formatter!(icu, YMD::long().with_year_style(year));
        // The root of CLDR has no names: a language without data would show `2024 M05 14`.
        if written_out.format(&gregorian(civil::date(2024, 5, 14))).to_string().contains("M05") {
            return (Self::Iso, false);
        }
        // Tigrinya uses the same names for the months of the Gregorian and of the Ethiopic calendar, eight days apart.
        let ambiguous = lang.language() == "ti";
        match wanted.unwrap_or(if ambiguous { DateForm::Numeric } else { DateForm::Names }) {
            DateForm::Names => {}
            DateForm::Numeric => return (Self::Numeric(Box::new(formatter!(icu, E::long())), comma(icu)), true),
            DateForm::Iso => return (Self::Iso, true),
        }
        let medium = formatter!(icu, YMD::medium().with_year_style(year));
        let short = formatter!(icu, YMD::short().with_year_style(year));
        let names = Self::Names(Box::new(DateNames {
            long: written_out,
            medium: (!is_month_first(lang)).then_some(medium),
            short: (!is_month_first(lang)).then_some(short),
            weekday: formatter!(icu, YMDE::long().with_year_style(year)),
            month: formatter!(icu, YM::long().with_year_style(year)),
            long_time: formatter!(icu, YMD::long().with_year_style(year).with_time_hm()),
            weekday_time: formatter!(icu, YMDE::long().with_year_style(year).with_time_hm()),
        }));
        (names, true)
    }
}

/// The comma of a script.
fn comma(icu: &IcuLocale) -> &'static str {
    match script_of(icu) {
        Some(script) if script == script!("Ethi") => "፣",
        Some(script) if script == script!("Arab") => "،",
        _ => ",",
    }
}

/// The script named in a locale, else the one its language is most likely written in.
fn script_of(icu: &IcuLocale) -> Option<Script> {
    icu.id.script.or_else(|| LocaleExpander::new_extended().get_likely_script(&icu.id))
}

/// Languages whose numeric dates CLDR writes with the month first (`5/14/2024`), for want of better data; among
/// readers who write the day first that is misread twelve days a month.
pub(super) fn is_month_first(lang: &Lang) -> bool {
    matches!(lang.plain(), "so" | "fa-AF")
}

pub(super) fn gregorian(date: civil::Date) -> Date<Gregorian> {
    Date::try_new_gregorian(i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs())
        .expect("jiff has checked the day, and its years lie within those of ICU")
}

fn time(time: civil::Time) -> Time {
    Time::try_new(time.hour().unsigned_abs(), time.minute().unsigned_abs(), 0, 0)
        .expect("jiff has checked the hour and the minute")
}

/// The locale that ICU gets: the calendar, digits and clock of [`Locale`]; English is that of Europe.
pub(super) fn icu_locale(lang: &Lang, digits: Digits, calendar: &str) -> IcuLocale {
    let tag = if lang.plain() == "en" { "en-GB" } else { lang.plain() };
    let digits = digits.name();
    IcuLocale::try_from_str(&format!("{tag}-u-ca-{calendar}-hc-h23-nu-{digits}")).unwrap_or(IcuLocale::UNKNOWN)
}

/// Numbers that name something, such as years: digits only.
fn ungrouped(icu: &IcuLocale) -> DecimalFormatter {
    build(icu, |locale| {
        let mut options = DecimalFormatterOptions::default();
        options.grouping_strategy = Some(GroupingStrategy::Never);
        DecimalFormatter::try_new(locale.into(), options).ok()
    })
}

/// Asks for the language, then for the root.
pub(super) fn build<T>(locale: &IcuLocale, make: impl Fn(&IcuLocale) -> Option<T>) -> T {
    make(locale)
        .or_else(|| make(&IcuLocale::UNKNOWN))
        .expect("the data are compiled in and always answer for the root locale")
}

fn collator(icu: &IcuLocale) -> CollatorBorrowed<'static> {
    build(icu, |locale| {
        let mut preferences = CollatorPreferences::from(locale);
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Tertiary);
        // Spaces and punctuation count, so that lists sort word by word in every language (Thai's default differs).
        options.alternate_handling = Some(AlternateHandling::NonIgnorable);
        CollatorBorrowed::try_new(preferences, options).ok()
    })
}

/// A plain separator for languages where the pattern of CLDR cannot be used.
fn list_separator(lang: &Lang, list: &ListFormatter) -> Option<&'static str> {
    // CLDR would append an ending to each item, which fits no name.
    if lang.language() == "ti" {
        return Some("፣ ");
    }
    let is_root = || list.format_to_string(["1", "2", "3"].iter()) == "1, 2, 3";
    let is_arabic = |icu: IcuLocale| script_of(&icu) == Some(script!("Arab"));
    (lang.icu().is_some_and(is_arabic) && is_root()).then_some("، ")
}

/// The units of file sizes, where they differ from those of most languages.
fn units(lang: &Lang) -> [&'static str; 5] {
    match lang.language() {
        "fr" => ["o", "ko", "Mo", "Go", "To"],
        "ru" | "uk" => ["Б", "кБ", "МБ", "ГБ", "ТБ"],
        _ => ["B", "kB", "MB", "GB", "TB"],
    }
}
