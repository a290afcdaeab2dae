//! What is new: entries by the day of their date or of their last change. Knows nothing of pages.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::{Entry, EntryId, Site};
use crate::lang::Lang;

/// Entries that are told.
const TOLD: usize = 30;

/// An entry that is new, or was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct News {
    /// The entry.
    pub entry: EntryId,
    /// The day that counts.
    pub day: Date,
    /// Whether it is the day of a change, and the entry was there before.
    pub updated: bool,
}

impl Site {
    /// The day of the last change that readers should know of.
    #[must_use]
    pub fn updated(&self, entry: &Entry) -> Option<Date> {
        entry.source.meta.day("updated")
    }

    /// The newest entries that show in a language, up to today. An entry counts by its date or by its last change,
    /// whichever came last.
    #[must_use]
    pub fn news(&self, lang: &Lang) -> Vec<News> {
        let listed = self.entries.iter().filter(|entry| !entry.section && self.listed(entry, lang));
        let mut news: Vec<News> = listed.filter_map(|entry| self.news_of(entry)).collect();
        news.sort_by_key(|news| (Reverse(news.day), news.entry));
        news.truncate(TOLD);
        news
    }

    fn news_of(&self, entry: &Entry) -> Option<News> {
        let past = |day: &Date| *day <= self.clock;
        let added = self.date(entry).filter(past);
        let changed = self.updated(entry).filter(past).filter(|day| added.is_none_or(|added| added < *day));
        let day = changed.or(added)?;
        Some(News { entry: entry.id, day, updated: changed.is_some() })
    }
}
