//! The setting `not_before` of a field: a date that may not come before another. Knows nothing of documents.

use std::fmt;

use jiff::civil::{Date, DateTime};

use super::{Field, FieldValue, Kind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Span};
use crate::message;

/// A `not_before` stands at a date and names a date beside it.
pub(super) fn check(fields: &[Field], diagnostics: &mut Diagnostics) {
    let dates = || fields.iter().filter(|field| is_date(field));
    for field in fields {
        let Some(other) = &field.not_before else { continue };
        let wrong = |message: Message| Diagnostic::error(Code::SchemaInvalid, message).at(other.span.clone());
        if !is_date(field) {
            diagnostics.push(wrong(message!("not-before-no-date", name = &*field.name)));
        } else if other.value == field.name || !dates().any(|date| date.name == other.value) {
            let known = dates().filter(|date| date.name != field.name).map(|date| &*date.name);
            diagnostics.push(wrong(message!("not-before-unknown", name = &*other.value)).suggest(&other.value, known));
        }
    }
}

fn is_date(field: &Field) -> bool {
    matches!(field.kind, Kind::Date | Kind::DateTime)
}

/// Reports dates that lie before the date of the field that they must follow. `value` gives the value of a field and its place.
pub fn reversed<'v>(
    fields: &[Field],
    value: impl Fn(&str) -> Option<(&'v FieldValue, Span)>,
    diagnostics: &mut Diagnostics,
) {
    for field in fields {
        let Some(other) = &field.not_before else { continue };
        let (Some((end, at)), Some((start, beside))) = (value(&field.name), value(&other.value)) else { continue };
        let (Some(end), Some(start)) = (Moment::of(end), Moment::of(start)) else { continue };
        if end.comes_before(&start) {
            let message = message!(
                "ends-before-start",
                end_name = &*field.name,
                end = end.to_string(),
                start_name = &*other.value,
                start = start.to_string()
            );
            let diagnostic =
                Diagnostic::error(Code::FieldInvalid, message).at(at).also(beside, message!("it-starts-here"));
            diagnostics.push(diagnostic.help(message!("correct-one-of-two")));
        }
    }
}

/// A day, or a time on a day.
enum Moment {
    Day(Date),
    Time(DateTime),
}

impl Moment {
    fn of(value: &FieldValue) -> Option<Self> {
        match value {
            FieldValue::Date(day) => Some(Self::Day(*day)),
            FieldValue::DateTime(time) => Some(Self::Time(*time)),
            _ => None,
        }
    }

    fn day(&self) -> Date {
        match self {
            Self::Day(day) => *day,
            Self::Time(time) => time.date(),
        }
    }

    /// A day lasts until midnight: a time on it is neither earlier nor later.
    fn comes_before(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Time(one), Self::Time(other)) => one < other,
            _ => self.day() < other.day(),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Time(time) => write!(f, "{}", time.strftime("%Y-%m-%dT%H:%M")),
        }
    }
}
