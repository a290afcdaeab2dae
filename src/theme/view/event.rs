//! What became of an event, as templates see it. Knows nothing of pages.

use serde::Serialize;

use super::Views;
use crate::site::Entry;

/// What became of an event.
#[derive(Serialize)]
pub(super) struct EventView {
    /// `planned`, `held`, `cancelled` or `postponed`.
    status: &'static str,
    /// What the site calls that.
    label: String,
}

impl EventView {
    /// That of an entry; nothing where its type does not say.
    pub(super) fn new(views: &Views, entry: &Entry) -> Option<Self> {
        let status = views.site.event_status(entry)?.word();
        let label = views.site.event_label(entry, &views.lang);
        let label = label.map_or_else(|| status.to_owned(), |label| views.label_words(&label).into_owned());
        Some(Self { status, label })
    }
}
