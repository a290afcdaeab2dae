//! What became of events: what an editor says, else what the day says. Tells what cannot be so.
//! Knows nothing of how it is shown.

#![deny(clippy::wildcard_enum_match_arm)]

use jiff::civil::{Date, DateTime};

use super::value::{Label, Resolved};
use super::{Entries, Entry};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Span};
use crate::lang::Lang;
use crate::message;
use crate::schema::EventStatus;

/// What became of an event, and how its type says so.
#[derive(Clone, Copy, Debug)]
pub struct EventState<'a> {
    /// What became of it.
    pub status: EventStatus,
    /// The choice of the type that says so, where it has one.
    pub choice: Option<&'a str>,
}

impl Entries {
    /// What became of the event that an entry is; nothing where its type does not say.
    #[must_use]
    pub fn event_status(&self, entry: &Entry) -> Option<EventStatus> {
        self.event_state(entry).map(|state| state.status)
    }

    /// The same with the choice that says so. A plan whose day has passed counts as held, as does what says nothing:
    /// nobody comes back to every page on the day after.
    #[must_use]
    pub fn event_state<'a>(&'a self, entry: &'a Entry) -> Option<EventState<'a>> {
        let field = entry.type_.calendar.as_ref()?.status.as_ref().filter(|_| !entry.section)?;
        let value = self.list_value(entry, &entry.source_lang, &field.name);
        let said = if let Some(Resolved::Choice(choice)) = value {
            field.status_of(choice.id).map(|status| (status, &**choice.id))
        } else {
            None
        };
        let day = self.event_day(entry);
        let ahead = day.is_some_and(|day| day > self.clock);
        let counts = |status| status != EventStatus::Planned || ahead || day.is_none();
        if let Some((status, choice)) = said.filter(|(status, _)| counts(*status)) {
            return Some(EventState { status, choice: Some(choice) });
        }
        let status = if ahead { EventStatus::Planned } else { EventStatus::Held };
        Some(EventState { status, choice: field.choice_of(status) })
    }

    /// What a site calls that, in a language.
    #[must_use]
    pub fn event_label<'a>(&'a self, entry: &'a Entry, lang: &'a Lang) -> Option<Label<'a>> {
        let field = &entry.type_.calendar.as_ref()?.status.as_ref()?.name;
        let label = entry.type_.field(field)?.choice(self.event_state(entry)?.choice?)?;
        self.label(label, lang)
    }

    /// What a site calls that, of an event that does not take place on the day that was told.
    #[must_use]
    pub fn event_off<'a>(&'a self, entry: &'a Entry, lang: &'a Lang) -> Option<Label<'a>> {
        self.event_status(entry).filter(|status| status.is_off()).and_then(|_| self.event_label(entry, lang))
    }

    /// When an event was to start at first, where that is another day; of one to come also where it is another time. That
    /// a meeting started late is no news to machines.
    #[must_use]
    pub fn moved_from(&self, entry: &Entry) -> Option<DateTime> {
        let fields = entry.type_.calendar.as_ref()?;
        let (planned, start) = (self.event_time(entry, fields.planned.as_deref()?)?, self.event_day(entry)?);
        let time = fields.start.as_deref().and_then(|name| self.event_time(entry, name));
        let other_time = time.is_some_and(|time| time != planned) && start > self.clock;
        (planned.date() != start || other_time).then_some(planned)
    }

    fn event_time(&self, entry: &Entry, field: &str) -> Option<DateTime> {
        let Some(Resolved::DateTime(time)) = self.list_value(entry, &entry.source_lang, field) else { return None };
        Some(time)
    }

    /// The day of an event: that of its start, else the date of the entry.
    #[must_use]
    pub fn event_day(&self, entry: &Entry) -> Option<Date> {
        let start = entry.type_.calendar.as_ref().and_then(|fields| fields.start.as_deref());
        start.and_then(|name| self.event_time(entry, name)).map(DateTime::date).or_else(|| self.date(entry))
    }
}

/// Tells events that were held on a day to come, and outcomes of what did not take place.
pub(super) fn check(entries: &Entries, diagnostics: &mut Diagnostics) {
    for entry in entries.iter().filter(|entry| !entry.section) {
        let Some(field) = entry.type_.calendar.as_ref().and_then(|fields| fields.status.as_ref()) else { continue };
        let Some(value) = entry.source.meta.source_fields().get(&field.name) else { continue };
        let Some(status) = entries.event_status(entry) else { continue };
        diagnostics.extend(contradiction(entries, entry, status, &value.span));
    }
}

/// What cannot be so with a status that stands at `span`.
fn contradiction(entries: &Entries, entry: &Entry, status: EventStatus, span: &Span) -> Option<Diagnostic> {
    let warning = |message: Message| Diagnostic::warning(Code::EventStatus, message).at(span.clone());
    let name = &entry.type_.name;
    if status == EventStatus::Held {
        let day = entries.event_day(entry).filter(|day| *day > entries.clock)?;
        let message = message!("held-in-future", type_name = &**name, day = day.to_string());
        return Some(warning(message).help(message!("held-in-future-help")));
    }
    let outcome = entry.source.meta.source_outcomes().first().filter(|_| status == EventStatus::Cancelled)?;
    let message = message!("cancelled-with-outcomes", type_name = &**name);
    let help = message!("cancelled-with-outcomes-help", type_name = &**name);
    Some(warning(message).also(outcome.span.clone(), message!("the-first-of-them")).help(help))
}
