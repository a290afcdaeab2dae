//! The events of a type as iCalendar (RFC 5545). Knows nothing of how its lines are written.

use jiff::civil::{Date, DateTime, date};

use super::content_line::{escape, fold};
use super::{FeedContext, model, zone};
use crate::lang::Lang;
use crate::schema::{CalendarFields, EventStatus};
use crate::site::value::Resolved;
use crate::site::{Entry, FeedFormat, LocalizedDoc, Route, Scope};
use crate::source::Digest;

/// The calendar of `scope`, a type that has one: its entries that say when, borrowed ones among them.
pub(super) fn calendar(context: FeedContext<'_>, scope: &Scope) -> String {
    let (site, lang) = (context.site, context.lang);
    let (page, home) = site.feed_page(scope, lang);
    let mut lines = CalendarLines::default();
    let file = home.file(FeedFormat::Calendar.file());
    lines.start(context, &context.title(page.as_deref()), &home, &file);
    let events = events(context, scope);
    let days = || events.iter().flat_map(|event| event.when.days());
    let (first, last) = days().min().zip(days().max()).unwrap_or((site.clock, site.clock));
    lines.zone(context, first, last);
    events.iter().for_each(|event| event.write(&mut lines));
    lines.end()
}

/// The entries of a type that say when.
fn events<'a>(context: FeedContext<'a>, scope: &Scope) -> Vec<Event<'a>> {
    let (site, lang) = (context.site, context.lang);
    let Scope::Type(name) = scope else { return Vec::new() };
    let shown = site
        .of_type(name, lang)
        .into_iter()
        .map(|id| site.entry(id))
        .map(|entry| (entry, site.localized_doc(entry, lang)));
    let listed = shown.filter(|(_, shown)| !shown.doc.meta.flag("noindex"));
    listed.filter_map(|(entry, shown)| Event::new(context, entry, shown)).collect()
}

/// The lines of a calendar.
#[derive(Default)]
pub(super) struct CalendarLines {
    text: String,
}

impl CalendarLines {
    pub(super) fn add(&mut self, line: &str) {
        self.text.push_str(&fold(line));
    }

    pub(super) fn text(&mut self, name: &str, lang: &Lang, text: &str) {
        self.add(&format!("{name};LANGUAGE={lang}:{}", escape(text)));
    }

    /// The head of a calendar that belongs to the page `home` and stands at `file`.
    pub(super) fn start(&mut self, context: FeedContext<'_>, title: &str, home: &Route, file: &Route) {
        let base = &context.site.config.base_url;
        let title = escape(title);
        for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//samen//samen//EN", "CALSCALE:GREGORIAN"] {
            self.add(line);
        }
        self.add(&format!("NAME;LANGUAGE={}:{title}", context.lang));
        // What programs knew the name by before RFC 7986.
        self.add(&format!("X-WR-CALNAME:{title}"));
        self.add(&format!("URL:{}", home.permalink(base)));
        self.add(&format!("SOURCE;VALUE=URI:{}", file.permalink(base)));
        self.add("REFRESH-INTERVAL;VALUE=DURATION:P1D");
    }

    /// The zone of the site for the events of these days. An empty calendar has it too: RFC 5545 asks for a component.
    pub(super) fn zone(&mut self, context: FeedContext<'_>, first: Date, last: Date) {
        zone::lines(&context.site.config.zone(), first, last).iter().for_each(|line| self.add(line));
    }

    /// All lines, with the last.
    pub(super) fn end(mut self) -> String {
        self.add("END:VCALENDAR");
        self.text
    }
}

/// When something is.
enum When {
    Day(Date),
    Time(DateTime, Option<DateTime>),
}

impl When {
    /// The day that it starts, and the one that it ends if that is told.
    fn days(&self) -> impl Iterator<Item = Date> {
        let (start, end) = match self {
            Self::Day(day) => (*day, None),
            Self::Time(start, end) => (start.date(), end.map(DateTime::date)),
        };
        std::iter::once(start).chain(end)
    }
}

struct Event<'a> {
    context: FeedContext<'a>,
    entry: &'a Entry,
    shown: LocalizedDoc<'a>,
    fields: &'a CalendarFields,
    when: When,
}

impl<'a> Event<'a> {
    /// The event of an entry; nothing where the entry does not say when.
    fn new(context: FeedContext<'a>, entry: &'a Entry, shown: LocalizedDoc<'a>) -> Option<Self> {
        let site = context.site;
        let fields = entry.type_.calendar.as_ref()?;
        let time = |name: &Option<_>| time(context, entry, name.as_deref()?);
        let when = match time(&fields.start) {
            Some(start) => When::Time(start, time(&fields.end)),
            None => When::Day(site.date(entry)?),
        };
        Some(Self { context, entry, shown, fields, when })
    }

    fn write(&self, lines: &mut CalendarLines) {
        let (site, entry) = (self.context.site, self.entry);
        let base = &site.config.base_url;
        let changed = model::modified(site, entry).unwrap_or(date(1970, 1, 1));
        lines.add("BEGIN:VEVENT");
        lines.add(&format!("UID:{}", escape(&format!("{}@{}", self.id(), base.host()))));
        lines.add(&format!("DTSTAMP:{}T000000Z", changed.strftime("%Y%m%d")));
        lines.add(&format!("SEQUENCE:{}", self.changes()));
        match self.when {
            When::Day(day) => lines.add(&format!("DTSTART;VALUE=DATE:{}", day.strftime("%Y%m%d"))),
            When::Time(start, end) => {
                lines.add(&self.local("DTSTART", start));
                // An end is later than its start (section 3.8.2.2).
                if let Some(end) = end.filter(|end| *end > start) {
                    lines.add(&self.local("DTEND", end));
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
        if neutral.is_none() {
            lines.add(&format!("URL:{}", site.route(entry, self.context.lang).permalink(base)));
        }
        lines.add(&format!("STATUS:{}", self.status()));
        lines.add("END:VEVENT");
    }

    /// How sure the event is (section 3.8.1.11). One that was postponed is not sure: it has no day yet.
    fn status(&self) -> &'static str {
        match self.context.site.event_status(self.entry) {
            Some(EventStatus::Cancelled) => "CANCELLED",
            Some(EventStatus::Postponed) => "TENTATIVE",
            Some(EventStatus::Planned | EventStatus::Held) | None if self.shown.doc.draft => "TENTATIVE",
            Some(EventStatus::Planned | EventStatus::Held) | None => "CONFIRMED",
        }
    }

    fn field(&self, name: Option<&str>) -> Option<Resolved<'a>> {
        self.context.site.public_field(self.entry, self.context.lang, name?).map(|public| public.value)
    }

    /// A time as clocks show it in the zone of the site.
    fn local(&self, name: &str, time: DateTime) -> String {
        let zone = self.context.site.config.zone();
        format!("{name};TZID={}:{}", zone::name(&zone), time.strftime("%Y%m%dT%H%M%S"))
    }

    /// How often the event was changed since it was announced.
    fn changes(&self) -> usize {
        let told =
            if let Some(Resolved::List(items)) = self.field(self.fields.history.as_deref()) { items.len() } else { 0 };
        // That it is off is a change too, also where nobody wrote a line for it; with the next line the number still rises.
        match (&self.fields.status, self.context.site.event_status(self.entry)) {
            (None, _) => told,
            (Some(_), status) => 2 * told + usize::from(status.is_some_and(EventStatus::is_off)),
        }
    }

    /// What the event is known by, in every language and for as long as it exists. That of a sensitive entry is a digest,
    /// because its path says what it is about.
    fn id(&self) -> String {
        let path = &self.entry.path.0;
        if self.entry.source.meta.flag("sensitive") {
            return Digest::new("sensitive event").add(path).finish().to_string();
        }
        path.to_string()
    }

    /// What a sensitive entry is called in a calendar that others may see, and the language of that: by its own words, else
    /// by the name of the site.
    fn neutral_title(&self) -> Option<(&'a str, &'a Lang)> {
        let source = &self.entry.source;
        if !source.meta.flag("sensitive") {
            return None;
        }
        let own = self.shown.doc.meta.text("neutral_title").map(|title| (&**title, self.shown.lang));
        let of_source = || Some((&**source.meta.text("neutral_title")?, &self.entry.source_lang));
        Some(own.or_else(of_source).unwrap_or((self.context.name(), self.context.lang)))
    }

    fn place(&self) -> Option<&'a str> {
        let Some(Resolved::Term(value)) = self.field(self.fields.place.as_deref()) else { return None };
        Some(value.label.map_or(&*value.term.id, |label| label.text))
    }
}

/// The value of a field that is a time.
fn time(context: FeedContext<'_>, entry: &Entry, name: &str) -> Option<DateTime> {
    let value = context.site.public_field(entry, context.lang, name)?.value;
    if let Resolved::DateTime(time) = value { Some(time) } else { None }
}
