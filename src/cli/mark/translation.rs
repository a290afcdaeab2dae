//! The ids that translations of a source lack: each stands at the same place there.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::Document;
use crate::document::notes::{self, TextInsertion, WrittenMark};
use crate::document::positions::{PlacedText, placed_texts};
use crate::edits::{EditedSite, RawTexts};
use crate::message;
use crate::source;

pub(super) struct TranslationMarks<'a> {
    pub(super) site: &'a EditedSite<'a>,
    /// The source, with all its marks.
    pub(super) source: &'a Document,
    /// Its text where that is not the one on disk.
    pub(super) raw: Option<&'a str>,
}

/// An outcome of the source, as a translation should have it.
struct WantedMark {
    id: String,
    /// Whether the source says with the mark itself of which kind it is.
    class: Option<Arc<str>>,
    /// In the source.
    span: Span,
}

impl TranslationMarks<'_> {
    /// The texts of all translations that lack ids, with them. What has no counterpart is told.
    pub(super) fn texts(&self, open: &mut Diagnostics) -> Result<RawTexts, Box<Diagnostic>> {
        let mut texts = RawTexts::new();
        let entry = &self.source.place.entry;
        let all = self.site.loaded.documents().iter().filter(|document| document.place.entry == *entry);
        let translations: Vec<&Arc<Document>> = all.filter(|document| document.meta.translation.is_some()).collect();
        if translations.is_empty() {
            return Ok(texts);
        }
        let wanted = self.wanted()?;
        for translation in translations {
            let file = &translation.place.file;
            let insertions = self.insertions(translation, &wanted, open)?;
            if !insertions.is_empty() {
                texts.insert(Arc::clone(file), notes::inserted(&self.site.raw(file)?, &insertions));
            }
        }
        Ok(texts)
    }

    /// The marks of the source, by the positions of their blocks.
    fn wanted(&self) -> Result<BTreeMap<String, WantedMark>, Box<Diagnostic>> {
        let file = &self.source.place.file;
        let text = match self.raw {
            Some(raw) => source::normal(raw),
            None => self.site.sources.text(file)?,
        };
        let outcomes = self.source.meta.source_outcomes();
        let mut wanted = BTreeMap::new();
        for PlacedText { position, range } in placed_texts(&text, file)? {
            let Some(WrittenMark { id, classes, .. }) = notes::written_mark(&text[range]) else { continue };
            let Some(outcome) = outcomes.iter().find(|outcome| *outcome.id == *id) else { continue };
            let class = (!classes.is_empty()).then(|| Arc::clone(&outcome.kind.name));
            wanted.insert(position, WantedMark { id, class, span: outcome.span.clone() });
        }
        Ok(wanted)
    }

    fn insertions(
        &self,
        translation: &Document,
        wanted: &BTreeMap<String, WantedMark>,
        open: &mut Diagnostics,
    ) -> Result<Vec<TextInsertion>, Box<Diagnostic>> {
        let file = &translation.place.file;
        let text = self.site.sources.text(file)?;
        let placed: BTreeMap<String, PlacedText> =
            placed_texts(&text, file)?.into_iter().map(|one| (one.position.clone(), one)).collect();
        let there: BTreeSet<String> = placed
            .values()
            .filter_map(|one| notes::written_mark(&text[one.range.clone()]))
            .map(|mark| mark.id.to_lowercase())
            .chain(translation.meta.source_outcomes().iter().map(|outcome| outcome.id.to_lowercase()))
            .collect();
        let mut insertions = Vec::new();
        for (position, mark) in wanted.iter().filter(|(_, mark)| !there.contains(&mark.id.to_lowercase())) {
            let free = placed.get(position).filter(|one| notes::written_mark(&text[one.range.clone()]).is_none());
            let Some(place) = free else {
                open.push(no_counterpart(mark, file));
                continue;
            };
            let class = mark.class.as_ref().map_or(String::new(), |class| format!(".{class} "));
            insertions.push(TextInsertion { at: place.range.end, text: format!(" {{{class}#{}}}", mark.id) });
        }
        Ok(insertions)
    }
}

fn no_counterpart(mark: &WantedMark, file: &Arc<str>) -> Diagnostic {
    let id = &mark.id;
    let message = message!("mark-no-counterpart", id = format!("#{id}"));
    let help = message!("mark-no-counterpart-help", mark = format!("{{#{id}}}"));
    let diagnostic = Diagnostic::warning(Code::OutcomeUntranslated, message).at(Span::start_of(file));
    diagnostic.also(mark.span.clone(), message!("mark-in-source")).help(help)
}
