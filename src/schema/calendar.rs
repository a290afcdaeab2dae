//! The setting `calendar` of a type: which of its fields say when and where something happens.
//! Knows nothing of how a calendar is written.

use std::sync::Arc;

use super::event::{self, StatusField};
use super::{Field, Kind, PLACES, Type};
use crate::diagnostic::{Code, Diagnostic};
use crate::message;
use crate::settings::Settings;

/// The fields that an event is made of. An event without a time takes the day of the entry's date.
#[derive(Clone, Debug, Default)]
pub struct CalendarFields {
    /// When it starts.
    pub start: Option<Arc<str>>,
    /// When it ends.
    pub end: Option<Arc<str>>,
    /// Where it is.
    pub place: Option<Arc<str>>,
    /// What was changed after it was announced.
    pub history: Option<Arc<str>>,
    /// When it was to start at first.
    pub planned: Option<Arc<str>>,
    /// What became of it.
    pub status: Option<StatusField>,
}

/// Reads the setting; `type_` has all its fields.
pub(super) fn parse(type_: &Type, settings: &mut Settings<'_>) -> Option<CalendarFields> {
    let node = settings.node("calendar")?;
    let mut part = Settings::new(node, Code::SchemaInvalid, settings.diagnostics());
    let time = |field: &Field| matches!(field.kind, Kind::DateTime);
    let place = |field: &Field| field.taxonomy() == Some(PLACES) && !matches!(field.kind, Kind::List(_));
    let list = |field: &Field| matches!(field.kind, Kind::List(_));
    let calendar = CalendarFields {
        start: named(type_, &mut part, "start", "`datetime`", &time),
        end: named(type_, &mut part, "end", "`datetime`", &time),
        place: named(type_, &mut part, "place", "`place`", &place),
        history: named(type_, &mut part, "history", "`list`", &list),
        planned: named(type_, &mut part, "planned", "`datetime`", &time),
        status: event::read(type_, &mut part),
    };
    if node.get("start").is_none() && type_.date_field.is_none() {
        part.wrong(&node.span, message!("calendar-without-start"));
    }
    part.finish();
    Some(calendar)
}

/// The field that a key names, if it is of the kind that is needed.
pub(super) fn named(
    type_: &Type,
    settings: &mut Settings<'_>,
    key: &'static str,
    kind: &str,
    fits: &dyn Fn(&Field) -> bool,
) -> Option<Arc<str>> {
    let name = settings.string(key)?;
    match type_.field(&name.value) {
        Some(field) if fits(field) => return Some(name.value),
        Some(_) => settings.wrong(&name.span, message!("field-of-other-kind", name = &*name.value, kind = kind)),
        None => settings.diagnostics().push(
            Diagnostic::error(Code::SchemaInvalid, message!("field-not-in-type", name = &*name.value))
                .at(name.span)
                .suggest(&name.value, type_.fields.iter().filter(|field| fits(field)).map(|field| &*field.name)),
        ),
    }
    None
}
