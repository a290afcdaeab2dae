//! What became of an event: the choice field of a type that says whether it is planned, held, cancelled or postponed.
//! Knows nothing of dates and entries.

use std::sync::Arc;

use super::{Field, Kind, Type};
use crate::diagnostic::{Code, Diagnostic};
use crate::message;
use crate::settings::Settings;

/// What became of an event, whatever a site calls that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventStatus {
    /// It is to come.
    Planned,
    /// It took place.
    Held,
    /// It will not take place.
    Cancelled,
    /// It will take place on a day that is not known yet.
    Postponed,
}

impl EventStatus {
    /// All of them with their words in declarations, templates and strings.
    pub const ALL: &'static [(Self, &'static str)] = &[
        (Self::Planned, "planned"),
        (Self::Held, "held"),
        (Self::Cancelled, "cancelled"),
        (Self::Postponed, "postponed"),
    ];

    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(status, _)| *status == self).map_or("", |(_, word)| word)
    }

    /// Whether it did not and will not take place on the day that was told.
    #[must_use]
    pub fn is_off(self) -> bool {
        matches!(self, Self::Cancelled | Self::Postponed)
    }
}

/// The field of a type that says what became of an event.
#[derive(Clone, Debug)]
pub struct StatusField {
    /// The field.
    pub name: Arc<str>,
    /// What each of its choices says, those that come first for a status in front.
    states: Vec<(Arc<str>, EventStatus)>,
}

impl StatusField {
    /// What a choice says.
    #[must_use]
    pub fn status_of(&self, choice: &str) -> Option<EventStatus> {
        self.states.iter().find(|(known, _)| **known == *choice).map(|(_, status)| *status)
    }

    /// The choice for a status, of an entry that makes none.
    #[must_use]
    pub fn choice_of(&self, status: EventStatus) -> Option<&str> {
        self.states.iter().find(|(_, known)| *known == status).map(|(choice, _)| &**choice)
    }
}

/// Reads `status: state` and `states: {cancelled: [off, gone]}` below `calendar`. A choice that is called like a status
/// says that, without more words.
pub(super) fn read(type_: &Type, settings: &mut Settings<'_>) -> Option<StatusField> {
    let name = super::calendar::named(type_, settings, "status", "shared `choice`", &fits);
    let states = settings.node("states");
    let field = type_.field(&name?)?;
    let Kind::Choice(choices) = &field.kind else { return None };
    let mut known: Vec<(Arc<str>, EventStatus)> = Vec::new();
    if let Some(node) = states {
        let mut part = Settings::new(node, Code::SchemaInvalid, settings.diagnostics());
        for (status, word) in EventStatus::ALL {
            for choice in part.strings(word) {
                if field.choice(&choice.value).is_none() {
                    let message = message!("not-one-of-choices", id = &*choice.value);
                    let all = choices.iter().map(|(id, _)| &**id);
                    let diagnostic = Diagnostic::error(Code::SchemaInvalid, message).at(choice.span);
                    part.diagnostics().push(diagnostic.suggest(&choice.value, all));
                } else if known.iter().any(|(other, _)| *other == choice.value) {
                    part.wrong(&choice.span, message!("choice-says-two-things", id = &*choice.value));
                } else {
                    known.push((choice.value, *status));
                }
            }
        }
        part.finish();
    }
    for (status, word) in EventStatus::ALL {
        let named = choices.iter().map(|(id, _)| id).find(|id| ***id == **word);
        let silent = named.filter(|id| !known.iter().any(|(other, _)| other == *id));
        known.extend(silent.map(|id| (Arc::clone(id), *status)));
    }
    let told = |id: &str| known.iter().any(|(other, _)| **other == *id);
    let silent: Vec<&str> = choices.iter().map(|(id, _)| &**id).filter(|id| !told(id)).collect();
    if let Some(first) = silent.first() {
        let message = message!("event-choices-silent", choices = silent.as_slice());
        let help = message!("choices-under-states-held", first = *first);
        let span = settings.span();
        settings.diagnostics().push(Diagnostic::error(Code::SchemaInvalid, message).at(span).help(help));
    }
    Some(StatusField { name: Arc::clone(&field.name), states: known })
}

fn fits(field: &Field) -> bool {
    matches!(field.kind, Kind::Choice(_)) && !field.translated && field.is_shown()
}
