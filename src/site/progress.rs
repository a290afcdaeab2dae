//! How far each language is with each entry: what translations say of themselves, and whether their source has changed.
//! Knows nothing of who shows it.

use std::ops::AddAssign;

use super::{Doc, Entry, Site};
use crate::diagnostic::Message;
use crate::document::front_matter::State;
use crate::lang::Lang;
use crate::message;

/// How far a language is with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TranslationStatus {
    /// It was written in this language.
    Source,
    /// Reviewed by a person.
    Reviewed,
    /// Made by a person, or not published yet.
    Draft,
    /// Made by a machine.
    Machine,
    /// The source has changed since.
    Outdated,
    /// There is no text in this language.
    Missing,
}

impl TranslationStatus {
    /// All of them, the best first.
    pub const ALL: [Self; 6] =
        [Self::Source, Self::Reviewed, Self::Draft, Self::Machine, Self::Outdated, Self::Missing];

    /// What editors call it.
    #[must_use]
    pub fn label(self) -> Message {
        match self {
            Self::Source => message!("status-source"),
            Self::Reviewed => message!("status-reviewed"),
            Self::Draft => message!("status-draft"),
            Self::Machine => message!("status-machine"),
            Self::Outdated => message!("status-outdated"),
            Self::Missing => message!("status-missing"),
        }
    }

    /// The word for it in data.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Reviewed => "reviewed",
            Self::Draft => "draft",
            Self::Machine => "machine",
            Self::Outdated => "outdated",
            Self::Missing => "missing",
        }
    }
}

/// How many entries are how far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StatusCounts([usize; 6]);

impl StatusCounts {
    /// Entries that are that far.
    #[must_use]
    pub fn of(&self, status: TranslationStatus) -> usize {
        self.0[status as usize]
    }

    /// All entries.
    #[must_use]
    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }

    /// Entries with a text of their own that is up to date.
    #[must_use]
    pub fn current(&self) -> usize {
        self.total() - self.of(TranslationStatus::Outdated) - self.of(TranslationStatus::Missing)
    }

    /// The share of those, in percent, rounded down: a hundred is all of them.
    #[must_use]
    pub fn percent(&self) -> usize {
        (self.current() * 100).checked_div(self.total()).unwrap_or(100)
    }
}

impl AddAssign<TranslationStatus> for StatusCounts {
    fn add_assign(&mut self, status: TranslationStatus) {
        self.0[status as usize] += 1;
    }
}

impl Site {
    /// How far a language is with an entry.
    #[must_use]
    pub fn translation_status(&self, entry: &Entry, lang: &Lang) -> TranslationStatus {
        entry.docs.get(lang).map_or(TranslationStatus::Missing, |doc| status_of(entry, doc))
    }

    /// How far a language is with all entries that fit; sections without a file of their own are nobody's work.
    #[must_use]
    pub fn status_counts(&self, lang: &Lang, fits: impl Fn(&Entry) -> bool) -> StatusCounts {
        let mut counts = StatusCounts::default();
        for entry in self.entries.iter().filter(|entry| !entry.source.file.is_empty() && fits(entry)) {
            counts += self.translation_status(entry, lang);
        }
        counts
    }
}

/// How far a document of an entry is.
#[must_use]
pub fn status_of(entry: &Entry, doc: &Doc) -> TranslationStatus {
    let Some(translation) = &doc.meta.translation else { return TranslationStatus::Source };
    if translation.hash.as_ref().is_some_and(|hash| !entry.source.meta.is_source_hash(&hash.value)) {
        return TranslationStatus::Outdated;
    }
    match translation.state {
        _ if doc.draft => TranslationStatus::Draft,
        State::Reviewed => TranslationStatus::Reviewed,
        State::Draft => TranslationStatus::Draft,
        State::Machine => TranslationStatus::Machine,
    }
}
