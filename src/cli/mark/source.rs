//! The marks that outcomes of a source lack: what looks like one, or is one without an id.

use std::sync::Arc;

use super::MarkFlags;
use super::facts::{Sentence, SentenceFacts};
use crate::diagnostic::{Diagnostic, Fix, Lines, Span};
use crate::document::notes::{self, TextReplacement};
use crate::document::outcomes::{OutcomeSuggestion, SuggestionReason};
use crate::document::positions::{PlacedText, placed_texts};
use crate::document::{Document, ids};
use crate::edits::EditedSite;
use crate::message;

pub(super) struct SourceMarks<'a> {
    pub(super) flags: &'a MarkFlags,
    pub(super) site: &'a EditedSite<'a>,
    pub(super) document: &'a Document,
}

impl SourceMarks<'_> {
    /// The text of the file with all marks that are asked for; none where nothing is missing.
    pub(super) fn text(&self) -> Result<Option<String>, Box<Diagnostic>> {
        let file = &self.document.place.file;
        let text = self.site.sources.text(file)?;
        let lines = Lines::new(Arc::clone(&text));
        let asked = self.document.suggestions.iter().filter(|suggestion| self.is_asked(suggestion, &lines));
        let asked: Vec<&OutcomeSuggestion> = asked.collect();
        let mut changes = self.dates(&text, &lines);
        if asked.is_empty() && changes.is_empty() {
            return Ok(None);
        }
        let kinds = || self.document.type_.outcome_kinds.iter().map(|kind| &*kind.name);
        let placed = placed_texts(&text, file)?;
        let facts = SentenceFacts { site: self.site, document: self.document };
        let mut used = self.site.used_ids(&self.document.place.entry);
        for suggestion in asked {
            let prefix = ids::prefix(&suggestion.kind, kinds());
            let id = if suggestion.insert.lacks_id { Some(used.next(&prefix)) } else { None };
            let block = sentence(&placed, suggestion).unwrap_or_default();
            let behind = suggestion.opening.and_then(|at| text.get(at..block.end));
            let sentence = Sentence { words: &text[block.clone()], behind, columns: &suggestion.columns };
            changes.push(insertion(suggestion, id.as_deref(), &facts.of(&sentence)));
        }
        Ok(Some(notes::replaced(&self.site.raw(file)?, changes)))
    }

    /// The fixes of outcomes without an id, by their first lines: ids that were never used in this entry.
    pub(super) fn id_fixes(&self) -> Vec<(Span, Fix)> {
        let kinds = || self.document.type_.outcome_kinds.iter().map(|kind| &*kind.name);
        let lacking = self.document.suggestions.iter().filter(|one| one.reason == SuggestionReason::MissingId);
        let mut lacking = lacking.peekable();
        if lacking.peek().is_none() {
            return Vec::new();
        }
        let mut used = self.site.used_ids(&self.document.place.entry);
        let mut id = |kind: &str| used.next(&ids::prefix(kind, kinds()));
        lacking.map(|one| (one.span.clone(), id_fix(one, &id(&one.kind)))).collect()
    }

    /// Dates in words within marks, as they are written in all languages.
    fn dates(&self, text: &str, lines: &Lines) -> Vec<TextReplacement> {
        let Some(field) = self.document.type_.due_field() else { return Vec::new() };
        let mut found = Vec::new();
        for outcome in self.document.meta.source_outcomes() {
            let due = outcome.source_attributes().iter().find(|(name, _)| *name == field.name);
            let Some((deadline, span)) = due.and_then(|(_, due)| Some((due.value.as_deadline()?, &due.span))) else {
                continue;
            };
            let range = span.range.range();
            let (first, last) = (lines.place(range.start).0, lines.place(range.end).0);
            let asked =
                self.flags.line.is_none_or(|line| (first..=last).contains(&line)) && self.is_kind(&outcome.kind.name);
            let fact = format!("{}={deadline}", field.name);
            // What stands in a column of a table is no mark.
            let written = text.get(range.clone()).filter(|written| written.starts_with(&format!("{}=", field.name)));
            if asked && written.is_some_and(|written| written.replace('"', "") != fact) {
                found.push(TextReplacement { range, text: fact });
            }
        }
        found
    }

    fn is_kind(&self, kind: &str) -> bool {
        let types = &self.document.type_.outcome_kinds;
        let is_kind = |asked: &String| types.iter().any(|known| *known.name == *kind && known.has_class(asked));
        self.flags.kind.is_empty() || self.flags.kind.iter().any(is_kind)
    }

    fn is_asked(&self, suggestion: &OutcomeSuggestion, lines: &Lines) -> bool {
        let range = suggestion.span.range.range();
        let (first, last) = (lines.place(range.start).0, lines.place(suggestion.insert.at.max(range.end)).0);
        self.flags.line.is_none_or(|line| (first..=last).contains(&line)) && self.is_kind(&suggestion.kind)
    }
}

fn id_fix(suggestion: &OutcomeSuggestion, id: &str) -> Fix {
    let TextReplacement { range, text } = insertion(suggestion, Some(id), &[]);
    Fix::new(message!("fix-write", text = text.trim()), Span::new(&suggestion.span.file, range), text)
}

/// The block of words that a suggestion is about.
fn sentence(placed: &[PlacedText], suggestion: &OutcomeSuggestion) -> Option<std::ops::Range<usize>> {
    let at = suggestion.insert.at;
    placed.iter().map(|one| &one.range).find(|range| range.start <= at && at <= range.end).cloned()
}

/// What is put in: a mark, or into the mark that stands there what it lacks.
fn insertion(suggestion: &OutcomeSuggestion, id: Option<&str>, facts: &[String]) -> TextReplacement {
    let insert = &suggestion.insert;
    let class = insert.lacks_class.then(|| format!(".{}", suggestion.kind));
    let id = id.map(|id| format!("#{id}"));
    if insert.block.is_some() {
        // Facts that stand there are the author's; only what is needed comes before them.
        let words: Vec<String> = class.into_iter().chain(id).collect();
        let at = insert.at + "{".len();
        return TextReplacement { range: at..at, text: format!("{} ", words.join(" ")) };
    }
    let words: Vec<String> = class.into_iter().chain(id).chain(facts.iter().cloned()).collect();
    TextReplacement { range: insert.at..insert.at, text: format!(" {{{}}}", words.join(" ")) }
}
