//! By when something should be done: a day, a month, a quarter, a season or a year (EDTF, ISO 8601-2), the next meeting, or
//! always. Knows nothing of notes, pages and clocks.

mod fault;
mod phrases;
mod reader;

#[cfg(test)]
mod tests;

use std::fmt;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::source::digestible;

pub use fault::{DeadlineAdvice, DeadlineFault, UnrealDay};
pub use phrases::DeadlineRules;
pub(super) use phrases::parse as parse_rules;
pub(super) use phrases::usual_readers;
pub(super) use reader::{DateToken, TokenKind, tokens};
pub use reader::{DeadlineReader, FoundDeadline};

/// By when something should be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// Before the end of a period.
    Period(Period),
    /// At the meeting that follows this one.
    NextMeeting,
    /// Always: it is never late.
    Ongoing,
    /// Nobody said when.
    Unknown,
}

/// A day or a longer time, as surely as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// How long it is, and when.
    pub unit: PeriodUnit,
    /// How sure it is.
    pub certainty: Certainty,
}

/// A day, or a longer time of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodUnit {
    /// A day.
    Day(Date),
    /// A month from 1 to 12.
    Month(YearPart),
    /// A quarter from 1 to 4.
    Quarter(YearPart),
    /// Spring, summer, autumn or winter, from 1 to 4.
    Season(YearPart),
    /// A year.
    Year(i16),
}

/// A part of a year, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearPart {
    /// The year.
    pub year: i16,
    /// Which part of it.
    pub number: i8,
}

/// How sure a period is (EDTF level 1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Certainty {
    /// It is.
    #[default]
    Sure,
    /// `?`
    Uncertain,
    /// `~`
    Approximate,
    /// `%`: both.
    Both,
}

digestible!(
    enum Deadline {
        Period(period),
        NextMeeting,
        Ongoing,
        Unknown,
    }
);
digestible!(struct Period { unit, certainty });
digestible!(
    enum PeriodUnit {
        Day(day),
        Month(part),
        Quarter(part),
        Season(part),
        Year(year),
    }
);
digestible!(struct YearPart { year, number });
digestible!(
    enum Certainty {
        Sure,
        Uncertain,
        Approximate,
        Both,
    }
);

impl Certainty {
    const SIGNS: [(char, Self); 3] = [('?', Self::Uncertain), ('~', Self::Approximate), ('%', Self::Both)];

    fn sign(self) -> Option<char> {
        Self::SIGNS.iter().find(|(_, known)| *known == self).map(|(sign, _)| *sign)
    }

    /// Whether it is said to be about then.
    #[must_use]
    pub const fn is_approximate(self) -> bool {
        matches!(self, Self::Approximate | Self::Both)
    }

    /// Whether it is said to be doubtful.
    #[must_use]
    pub const fn is_uncertain(self) -> bool {
        matches!(self, Self::Uncertain | Self::Both)
    }
}

impl PeriodUnit {
    /// The first day of it.
    #[must_use]
    pub fn first(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Month(part) => month_start(part.year, part.number),
            Self::Quarter(part) => month_start(part.year, part.number * 3 - 2),
            Self::Season(part) => month_start(part.year, part.number * 3),
            Self::Year(year) => month_start(year, 1),
        }
    }

    /// The last day of it. Seasons have three whole months, the winter those up to February, as weather services count them
    /// north of the equator.
    #[must_use]
    pub fn last(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Month(_) => self.first().last_of_month(),
            Self::Quarter(_) | Self::Season(_) => {
                let third = self.first().checked_add(2.months()).unwrap_or(Date::MAX);
                third.last_of_month()
            }
            Self::Year(_) => self.first().last_of_year(),
        }
    }
}

/// The first day of a month.
fn month_start(year: i16, month: i8) -> Date {
    Date::new(year, month, 1).expect("years have four digits and parts of years are checked when they are read")
}

impl From<Date> for Deadline {
    fn from(day: Date) -> Self {
        Self::from(PeriodUnit::Day(day))
    }
}

impl From<PeriodUnit> for Deadline {
    fn from(unit: PeriodUnit) -> Self {
        Self::Period(Period { unit, certainty: Certainty::Sure })
    }
}

impl Deadline {
    /// The words for what is no period, the same in all languages.
    const WORDS: [(&'static str, Self); 3] =
        [("next-meeting", Self::NextMeeting), ("ongoing", Self::Ongoing), ("unknown", Self::Unknown)];

    /// Reads EDTF: `2027-02-01`, `2027-02`, `2027-33` or `2027-Q1`, `2027-21`, `2027`, each with `?`, `~` or `%` behind it;
    /// and the words for the next meeting and for always.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((_, known)) = Self::WORDS.iter().find(|(word, _)| *word == text) {
            return Some(*known);
        }
        let signed = Certainty::SIGNS.iter().find_map(|(sign, known)| Some((text.strip_suffix(*sign)?, *known)));
        let (text, certainty) = signed.unwrap_or((text, Certainty::Sure));
        Some(Self::Period(Period { unit: unit(text)?, certainty }))
    }

    /// The last day on which it is not late yet; none where that depends on something else.
    #[must_use]
    pub fn last(self) -> Option<Date> {
        if let Self::Period(period) = self { Some(period.unit.last()) } else { None }
    }

    /// The year in which it starts; none where that depends on something else.
    #[must_use]
    pub fn first_year(self) -> Option<i16> {
        if let Self::Period(period) = self { Some(period.unit.first().year()) } else { None }
    }

    /// As data have it: EDTF, with `2027-33` for the first quarter.
    #[must_use]
    pub fn edtf(self) -> String {
        let Self::Period(Period { unit: PeriodUnit::Quarter(part), certainty }) = self else { return self.to_string() };
        let sign = certainty.sign().map(String::from).unwrap_or_default();
        format!("{:04}-{}{sign}", part.year, part.number + 32)
    }
}

/// As an editor writes it: EDTF, with `2027-Q1` for the first quarter.
impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Period(period) => period.fmt(f),
            other => f.write_str(Self::WORDS.iter().find(|(_, known)| known == other).map_or("", |(word, _)| word)),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.unit {
            PeriodUnit::Day(day) => write!(f, "{day}")?,
            PeriodUnit::Month(part) => write!(f, "{:04}-{:02}", part.year, part.number)?,
            PeriodUnit::Quarter(part) => write!(f, "{:04}-Q{}", part.year, part.number)?,
            PeriodUnit::Season(part) => write!(f, "{:04}-{}", part.year, part.number + 20)?,
            PeriodUnit::Year(year) => write!(f, "{year:04}")?,
        }
        self.certainty.sign().map_or(Ok(()), |sign| write!(f, "{sign}"))
    }
}

/// A period in EDTF without its sign.
fn unit(text: &str) -> Option<PeriodUnit> {
    let digits = |text: &str, many: usize| text.len() == many && text.bytes().all(|b| b.is_ascii_digit());
    let (year, rest) = text.split_at_checked(4)?;
    // jiff counts years up to 9999; one of three digits is a slip.
    let year: i16 = year.parse().ok().filter(|year| digits(&text[..4], 4) && *year >= 1000)?;
    if rest.is_empty() {
        return Some(PeriodUnit::Year(year));
    }
    let rest = rest.strip_prefix('-')?;
    if let Some((month, day)) = rest.split_once('-') {
        let parts = (digits(month, 2) && digits(day, 2)).then(|| month.parse().ok().zip(day.parse().ok()))??;
        return Date::new(year, parts.0, parts.1).ok().map(PeriodUnit::Day);
    }
    if let Some(number) = rest.strip_prefix(['Q', 'q']) {
        let number: i8 = number.parse().ok().filter(|found| digits(number, 1) && (1..=4).contains(found))?;
        return Some(PeriodUnit::Quarter(YearPart { year, number }));
    }
    let number: i8 = rest.parse().ok().filter(|_| digits(rest, 2))?;
    match number {
        1..=12 => Some(PeriodUnit::Month(YearPart { year, number })),
        21..=24 => Some(PeriodUnit::Season(YearPart { year, number: number - 20 })),
        33..=36 => Some(PeriodUnit::Quarter(YearPart { year, number: number - 32 })),
        _ => None,
    }
}
