//! What is odd about the deadlines of outcomes: one before its meeting, or a next meeting that nobody planned. Knows nothing
//! of how a deadline is written and shown.

use super::register::{Registers, progress};
use super::{Entries, Entry};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::outcomes::Outcome;
use crate::message;
use crate::schema::deadline::Deadline;

/// Reports odd deadlines of all outcomes that are public.
pub(super) fn check(entries: &Entries, registers: &Registers, diagnostics: &mut Diagnostics) {
    for record in &registers.records {
        let entry = entries.entry(record.entry);
        let Some(due) = entry.type_.due_field() else { continue };
        let outcome = &entry.source.meta.source_outcomes()[record.index];
        let Some((_, value)) = outcome.source_attributes().iter().find(|(name, _)| *name == due.name) else { continue };
        match value.value.as_deadline() {
            Some(Deadline::NextMeeting) => {
                let open = progress(&entry.type_, outcome, record.superseded).is_none_or(|of| !of.state.is_closed());
                if open && entries.next_meeting(entry).is_none() {
                    diagnostics.extend(no_next_meeting(entries, entry, &value.span));
                }
            }
            Some(deadline) => diagnostics
                .extend(before_meeting(entries, entry, outcome, deadline).map(|found| found.at(value.span.clone()))),
            None => {}
        }
    }
}

/// Something that was due before anybody agreed on it. A longer time counts with its last day.
fn before_meeting(entries: &Entries, entry: &Entry, outcome: &Outcome, deadline: Deadline) -> Option<Diagnostic> {
    let (last, day) = (deadline.last()?, entries.date(entry)?);
    let message = message!(
        "due-before-entry",
        id = &*outcome.id,
        due = last.to_string(),
        type_name = &*entry.type_.name,
        day = day.to_string()
    );
    let help = message!("due-before-entry-help");
    (last < day).then(|| Diagnostic::warning(Code::OutcomeDue, message).help(help))
}

/// A next meeting that nobody planned, told once this one has been held.
fn no_next_meeting(entries: &Entries, entry: &Entry, at: &Span) -> Option<Diagnostic> {
    if entries.date(entry).is_none_or(|day| day >= entries.clock) {
        return None;
    }
    let name = &entry.type_.name;
    let message = message!("due-without-next", type_name = &**name);
    let help = match entry.type_.follows_field() {
        Some(field) => {
            message!("due-without-next-help", field = &*field.name, entry = entry.path.name(), type_name = &**name)
        }
        None => message!("write-a-date"),
    };
    Some(Diagnostic::warning(Code::OutcomeWithoutNext, message).at(at.clone()).help(help))
}
