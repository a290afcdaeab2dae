//! Why a text is no date or deadline, and what an editor is told of it. Knows nothing of how texts are read.

use jiff::civil::Date;

use crate::diagnostic::Message;
use crate::message;

/// Why a text is no deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeadlineFault {
    /// Nothing in it is a date.
    Unreadable,
    /// Readers take it for one day or for another: the day first, and the month first.
    Ambiguous(Date, Date),
    /// The year lies outside those that people plan in.
    OtherYear(i64),
    /// No calendar has that day.
    NoSuchDay(UnrealDay),
    /// It has no year, and nothing says when the meeting was.
    NoYear,
    /// It is a month, a quarter or a year, where a day is meant.
    Longer,
    /// Its year has two digits: the day in this century.
    ShortYear(Date),
}

/// A day that no calendar has, by its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnrealDay {
    /// The year, where it has one.
    pub year: Option<i16>,
    /// The month.
    pub month: i64,
    /// The day.
    pub day: i64,
}

impl UnrealDay {
    /// Why there is no such day.
    #[must_use]
    pub fn why(&self) -> Message {
        let month = u32::try_from(self.month).ok().filter(|month| (1..=12).contains(month));
        let Some(month) = month else {
            return message!("month-unreal", number = self.month.to_string());
        };
        let name = message!("month-of-year", number = month);
        let days = u32::from(self.last_of_month().day().unsigned_abs());
        match self.year {
            _ if self.day < 1 => message!("day-zero"),
            Some(year) => message!("month-has-days", month = name, year = year.to_string(), days = days),
            None => message!("month-has-days-at-most", month = name, days = days),
        }
    }

    /// The last day of the month; in a leap year where no year is known.
    fn last_of_month(&self) -> Date {
        let month = i8::try_from(self.month).unwrap_or(1);
        let first = Date::new(self.year.unwrap_or(2000), month, 1);
        first.expect("the year was read as one of a deadline, and the month was checked").last_of_month()
    }
}

/// What to say of a text that is no date or deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineAdvice {
    /// What happened.
    pub message: Message,
    /// What to write instead.
    pub help: Message,
    /// The days that may be meant, where they are known.
    pub days: Vec<Date>,
}

impl DeadlineFault {
    /// What to say of `text` where a deadline is meant, and what to write instead.
    #[must_use]
    pub fn explain(&self, text: &str) -> DeadlineAdvice {
        self.advice(text, message!("deadline-unreadable", text = text), message!("deadline-forms"))
    }

    /// What to say of `text` where a day is meant, and what to write instead.
    #[must_use]
    pub fn explain_day(&self, text: &str) -> DeadlineAdvice {
        self.advice(text, message!("date-unreadable", text = text), message!("date-form"))
    }

    fn advice(&self, text: &str, unreadable: Message, forms: Message) -> DeadlineAdvice {
        let (message, help, days) = match self {
            Self::Unreadable => (unreadable, forms, Vec::new()),
            Self::Ambiguous(one, other) => (
                message!("date-ambiguous", text = text),
                message!("date-ambiguous-help", one = one.to_string(), other = other.to_string()),
                vec![*one, *other],
            ),
            Self::OtherYear(year) => {
                (message!("date-far", text = text, year = year.to_string()), message!("date-far-help"), Vec::new())
            }
            Self::NoSuchDay(day) => (message!("date-unreal", text = text, why = day.why()), forms, Vec::new()),
            Self::NoYear => (message!("date-without-year", text = text), forms, Vec::new()),
            Self::Longer => (message!("date-too-long", text = text), forms, Vec::new()),
            Self::ShortYear(day) => {
                (message!("date-short-year", text = text), message!("write-it", text = day.to_string()), vec![*day])
            }
        };
        DeadlineAdvice { message, help, days }
    }
}
