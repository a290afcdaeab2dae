//! What consent that ended takes away, and what is told of dates that come near: of consents and of `expires`.
//! Consent belongs to the innermost group that holds it, else to the whole entry. Knows nothing of who asks.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Doc, Entries, Entry};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::Document;
use crate::message;
use crate::schema::{Consent, FieldValue};
use crate::settings::Located;

/// How many days before something leaves the site that is told.
const DAYS_BEFORE: i64 = 30;

impl Entries {
    /// Whether a field of a document is without consent because the source says so. A translation need not repeat the
    /// consent of the source; where it has one of its own, that holds for it too.
    pub(super) fn lacks_consent(&self, entry: &Entry, doc: &Doc, field: &str) -> bool {
        let (own, source) = (doc.meta.source_field(field), entry.source.meta.source_field(field));
        let is_silent = own.is_some_and(|own| own.all_consents().is_empty());
        is_silent && source.is_some_and(|source| source.holds_ended_consent(self.clock))
    }

    /// How many consents of an entry have ended by now.
    pub(crate) fn ended_consents(&self, entry: &Entry) -> u64 {
        let docs = std::iter::once(&*entry.source).chain(entry.docs.values());
        let fields = docs.flat_map(|doc| doc.meta.source_fields().values());
        let consents = fields.flat_map(|field| field.value.all_consents());
        consents.map(|consent| u64::from(consent.value.has_ended(self.clock))).sum()
    }
}

/// Whether the consent for a whole entry has ended, in any of its documents.
pub(super) fn has_ended(group: &[&Document], today: Date) -> bool {
    let mut fields = group.iter().flat_map(|document| document.meta.source_fields().values());
    fields.any(|field| field.value.own_consents().iter().any(|consent| consent.value.has_ended(today)))
}

/// Tells of consents that have ended or end soon.
pub(super) fn tell(group: &[&Document], today: Date, diagnostics: &mut Diagnostics) {
    for document in group {
        for field in document.meta.source_fields().values() {
            for consent in field.value.all_consents() {
                let is_whole = field.value.own_consents().iter().any(|own| own.span == consent.span);
                // The key of a field is pointed at, as for any field.
                let is_field = matches!(field.value, FieldValue::Consent(_));
                let at = if is_field { &field.span } else { &consent.span };
                diagnostics.extend(told(consent, at, is_whole, today));
            }
        }
    }
}

fn told(consent: &Located<Consent>, at: &Span, is_whole: bool, today: Date) -> Option<Diagnostic> {
    let what = if is_whole { message!("consent-for-entry") } else { message!("consent-for-part") };
    let Consent { expires, withdrawn } = consent.value;
    if consent.value.has_ended(today) {
        let message = match withdrawn {
            Some(_) => message!("consent-withdrawn", what = what),
            None => message!("consent-ended", what = what),
        };
        let help = message!("consent-ended-help");
        return Some(Diagnostic::warning(Code::ConsentEnded, message).at(at.clone()).help(help));
    }
    let day = expires.filter(|day| is_near(*day, today))?;
    let message = message!("consent-ends-soon", day = day.to_string(), what = what);
    let help = message!("consent-ends-soon-help");
    Some(Diagnostic::warning(Code::ConsentEndsSoon, message).at(at.clone()).help(help))
}

/// Tells that an entry expires soon.
pub(super) fn tell_expiry(source: &Document, today: Date, diagnostics: &mut Diagnostics) {
    let Some(day) = source.meta.day("expires").filter(|day| is_near(*day, today)) else { return };
    let message = message!("expires-soon", day = day.to_string());
    let help = message!("expires-soon-help");
    let at = source.meta.span("expires", &source.place.file);
    diagnostics.push(Diagnostic::warning(Code::ExpiresSoon, message).at(at).help(help));
}

fn is_near(day: Date, today: Date) -> bool {
    day > today && today.checked_add(DAYS_BEFORE.days()).is_ok_and(|last| day <= last)
}
