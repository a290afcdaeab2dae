//! By when something should be done, in the words of a reader. Knows nothing of how it was written in the notes.

use serde::Serialize;
use tera::Value;

use super::Views;
use crate::lang::{Arg, DateStyle, StringFailure};
use crate::schema::deadline::{Deadline, Period, PeriodUnit, YearPart};
use crate::site::value::DeadlineValue;

/// A deadline for templates.
#[derive(Serialize)]
struct DeadlineView {
    /// As data have it (EDTF).
    id: String,
    /// In words.
    label: String,
    /// For `<time datetime>`: a day, a month or a year.
    datetime: Option<String>,
    /// The next meeting, where there is one.
    meeting: Option<Value>,
}

/// A deadline for templates.
pub(super) fn value(views: &Views, value: &DeadlineValue<'_>) -> Value {
    let has_form = !matches!(
        value.deadline,
        Deadline::Period(Period { unit: PeriodUnit::Quarter(_) | PeriodUnit::Season(_), .. })
    );
    Value::from_serializable(&DeadlineView {
        id: value.deadline.edtf(),
        label: words(views, value),
        datetime: value.iso().filter(|_| has_form),
        meeting: value.meeting.map(|meeting| views.link(meeting.id)),
    })
}

/// A deadline in words; as data have it where the theme has none.
pub(super) fn words(views: &Views, value: &DeadlineValue<'_>) -> String {
    said(views, value).unwrap_or_else(|| value.deadline.edtf())
}

fn said(views: &Views, value: &DeadlineValue<'_>) -> Option<String> {
    match value.deadline {
        Deadline::Period(period) => {
            let mut words = period_words(views, period.unit)?;
            if period.certainty.is_approximate() {
                words = say(views, "deadline-approximate", &[("period", Arg::Text(words))])?;
            }
            if period.certainty.is_uncertain() {
                words = say(views, "deadline-uncertain", &[("period", Arg::Text(words))])?;
            }
            Some(words)
        }
        Deadline::NextMeeting => match value.day {
            Some(day) => {
                let date = views.site.locale(&views.lang).date(day, DateStyle::Long);
                say(views, "deadline-next-meeting-on", &[("date", Arg::Text(date))])
            }
            None => say(views, "deadline-next-meeting", &[]),
        },
        Deadline::Ongoing => say(views, "deadline-ongoing", &[]),
        Deadline::Unknown => say(views, "deadline-unknown", &[]),
    }
}

/// A text of the theme, if it has it.
fn say(views: &Views, key: &str, args: &[(&str, Arg)]) -> Option<String> {
    let text = views.strings.text(&views.lang, key, args);
    (text.failure != Some(StringFailure::Missing)).then(|| views.lent(&text.value, &text.lang).into_owned())
}

fn period_words(views: &Views, unit: PeriodUnit) -> Option<String> {
    let locale = views.site.locale(&views.lang);
    match unit {
        PeriodUnit::Day(day) => Some(locale.date(day, DateStyle::Long)),
        PeriodUnit::Month(part) => Some(locale.month(part.year, part.number)),
        PeriodUnit::Quarter(part) => part_words(views, "deadline-quarter", part),
        PeriodUnit::Season(part) => part_words(views, &format!("deadline-season-{}", part.number), part),
        PeriodUnit::Year(year) => Some(locale.year(year)),
    }
}

fn part_words(views: &Views, key: &str, part: YearPart) -> Option<String> {
    let year = views.site.locale(&views.lang).year(part.year);
    say(views, key, &[("number", Arg::Number(i64::from(part.number))), ("year", Arg::Text(year))])
}
