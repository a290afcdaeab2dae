//! The events of a type as iCalendar (RFC 5545). Knows nothing of how its lines are written.

use jiff::civil::{Date, DateTime, date};

use super::content_line::{escape, fold};
use super::{FeedContext, model};
use crate::lang::Lang;
use crate::schema::{CalendarFields, FieldValue, PLACES};
use crate::site::{Entry, FeedFormat, LocalizedDoc, Scope};

/// The zone of all times on a site.
const ZONE: &str = "Europe/Amsterdam";

/// The rules of that zone since 1996.
const ZONE_RULES: &[&str] = &[
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Amsterdam",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// The calendar of `scope`, a type that has one: its entries that say when, borrowed ones among them.
pub(super) fn calendar(context: FeedContext<'_>, scope: &Scope) -> String {
    let (site, lang) = (context.site, context.lang);
    let (page, home) = site.feed_page(scope, lang);
    let title = escape(&context.title(page));
    let mut lines = CalendarLines::default();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//samen//samen//EN", "CALSCALE:GREGORIAN"] {
        lines.add(line);
    }
    lines.add(&format!("NAME;LANGUAGE={lang}:{title}"));
    // What programs knew the name by before RFC 7986.
    lines.add(&format!("X-WR-CALNAME:{title}"));
    lines.add(&format!("URL:{}", home.permalink(&site.config.base_url)));
    lines.add(&format!("SOURCE;VALUE=URI:{}", home.file(FeedFormat::Calendar.file()).permalink(&site.config.base_url)));
    lines.add("REFRESH-INTERVAL;VALUE=DURATION:P1D");
    ZONE_RULES.iter().for_each(|line| lines.add(line));
    let ids = match scope {
        Scope::Type(name) => site.of_type(name, lang),
        _ => Vec::new(),
    };
    for entry in ids.into_iter().map(|id| site.entry(id)) {
        let shown = site.localized_doc(entry, lang);
        if let Some(fields) = entry.type_.calendar.as_ref().filter(|_| !shown.doc.meta.flag("noindex")) {
            Event { context, entry, shown, fields }.write(&mut lines);
        }
    }
    lines.add("END:VCALENDAR");
    lines.text
}

#[derive(Default)]
struct CalendarLines {
    text: String,
}

impl CalendarLines {
    fn add(&mut self, line: &str) {
        self.text.push_str(&fold(line));
    }

    fn text(&mut self, name: &str, lang: &Lang, text: &str) {
        self.add(&format!("{name};LANGUAGE={lang}:{}", escape(text)));
    }
}

/// When something is.
enum When {
    Day(Date),
    Time(DateTime, Option<DateTime>),
}

struct Event<'a> {
    context: FeedContext<'a>,
    entry: &'a Entry,
    shown: LocalizedDoc<'a>,
    fields: &'a CalendarFields,
}

impl<'a> Event<'a> {
    fn write(&self, lines: &mut CalendarLines) {
        let Some(when) = self.when() else { return };
        let (site, entry) = (self.context.site, self.entry);
        let base = &site.config.base_url;
        let changed = model::modified(site, entry).unwrap_or(date(1970, 1, 1));
        lines.add("BEGIN:VEVENT");
        lines.add(&format!("UID:{}", escape(&format!("{}@{}", entry.path, base.host()))));
        lines.add(&format!("DTSTAMP:{}T000000Z", changed.strftime("%Y%m%d")));
        lines.add(&format!("SEQUENCE:{}", self.changes()));
        match when {
            When::Day(day) => lines.add(&format!("DTSTART;VALUE=DATE:{}", day.strftime("%Y%m%d"))),
            When::Time(start, end) => {
                lines.add(&local("DTSTART", start));
                // An end is later than its start (section 3.8.2.2).
                if let Some(end) = end.filter(|end| *end > start) {
                    lines.add(&local("DTEND", end));
                }
            }
        }
        let neutral = self.neutral_title();
        let (title, lang) = neutral.unwrap_or((self.shown.doc.meta.title(), self.shown.lang));
        lines.text("SUMMARY", lang, &self.context.marked(entry, title, lang));
        let description = self.shown.doc.meta.text("description").filter(|_| neutral.is_none());
        if let Some(description) = description {
            lines.text("DESCRIPTION", self.shown.lang, description);
        }
        if let Some(place) = self.place() {
            lines.add(&format!("LOCATION:{}", escape(place)));
        }
        lines.add(&format!("URL:{}", site.route(entry, self.context.lang).permalink(base)));
        lines.add(if self.shown.doc.meta.flag("draft") { "STATUS:TENTATIVE" } else { "STATUS:CONFIRMED" });
        lines.add("END:VEVENT");
    }

    fn field(&self, name: Option<&str>) -> Option<&'a FieldValue> {
        self.context.site.field(self.entry, self.shown, name?).map(|(value, _)| value)
    }

    fn when(&self) -> Option<When> {
        let time = |name: &Option<_>| match self.field(name.as_deref()) {
            Some(FieldValue::DateTime(time)) => Some(*time),
            _ => None,
        };
        match time(&self.fields.start) {
            Some(start) => Some(When::Time(start, time(&self.fields.end))),
            None => self.context.site.date(self.entry).map(When::Day),
        }
    }

    /// How often the event was changed since it was announced.
    fn changes(&self) -> usize {
        match self.field(self.fields.history.as_deref()) {
            Some(FieldValue::List(items)) => items.len(),
            _ => 0,
        }
    }

    /// What a sensitive entry is called in a calendar that others may see, and the language of that.
    fn neutral_title(&self) -> Option<(&'a str, &'a Lang)> {
        let source = &self.entry.source;
        if !source.meta.flag("sensitive") {
            return None;
        }
        let own = self.shown.doc.meta.text("neutral_title").map(|title| (&**title, self.shown.lang));
        own.or_else(|| Some((&**source.meta.text("neutral_title")?, &self.entry.source_lang)))
    }

    fn place(&self) -> Option<&'a str> {
        let Some(FieldValue::Term(id)) = self.field(self.fields.place.as_deref()) else { return None };
        let (site, lang) = (self.context.site, self.context.lang);
        let term = site.data.term(PLACES, &id.value)?;
        Some(term.label.get(lang, &site.config.chain(lang)).map_or(&*term.id, |label| label))
    }
}

fn local(name: &str, time: DateTime) -> String {
    format!("{name};TZID={ZONE}:{}", time.strftime("%Y%m%dT%H%M%S"))
}
