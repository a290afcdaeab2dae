//! What looks like an outcome and has no mark, and outcomes that lack their id. Knows nothing of marks that stand there.

use std::ops::Range;
use std::sync::Arc;

use super::OutcomeRules;
use super::find::{ContainerKind, MarkedLeaf, OutcomeFinder};
use super::leaf::{Leaf, LeafKind};
use super::misplaced::Misplaced;
use super::stray;
use super::suggestion::SuggestionReason;
use super::words::folded;
use crate::diagnostic::Code;
use crate::message;
use crate::schema::{OutcomeKind, OutcomeWords};

/// Suggestions that are kept of a text: a text may have no more outcomes than these.
const MOST_KEPT: usize = 500;

/// A suggestion, by places in the text that was parsed.
#[derive(Clone, Debug)]
pub(in crate::document) struct FoundSuggestion {
    pub(in crate::document) kind: Arc<OutcomeKind>,
    /// The words of the block.
    pub(in crate::document) words: Range<usize>,
    pub(in crate::document) at: usize,
    pub(in crate::document) block: Option<Range<usize>>,
    pub(in crate::document) lacks_class: bool,
    pub(in crate::document) reason: SuggestionReason,
    /// Where the words that open it end.
    pub(in crate::document) opening: Option<usize>,
    /// The fields that have a column, where it is a row of a table.
    pub(in crate::document) columns: Vec<Arc<str>>,
}

impl OutcomeFinder<'_, '_> {
    /// Keeps a suggestion for a block of words.
    pub(super) fn suggest(
        &mut self,
        kind: &Arc<OutcomeKind>,
        leaf: &MarkedLeaf,
        lacks_class: bool,
        reason: SuggestionReason,
    ) {
        let told = reason != SuggestionReason::MissingId && names_another(&self.text[leaf.range.clone()]);
        if self.rules.fields.is_none() || told {
            return;
        }
        self.found.suggested += 1;
        if self.found.suggestions.len() >= MOST_KEPT {
            return;
        }
        let block = leaf.marks.first().map(|mark| mark.range.clone());
        let end = leaf.range.start + self.text[leaf.range.clone()].trim_end().len();
        self.found.suggestions.push(FoundSuggestion {
            kind: Arc::clone(kind),
            words: leaf.range.clone(),
            at: block.as_ref().map_or(end, |block| block.start),
            block,
            lacks_class,
            reason,
            opening: self.opening_end(&leaf.range),
            columns: Vec::new(),
        });
    }

    /// Where the words that open a block of words end.
    fn opening_end(&self, range: &Range<usize>) -> Option<usize> {
        let line = self.text[range.clone()].lines().next()?;
        let words = without_box(line);
        Some(range.start + line.len() - words.len() + self.rules.openers.opening(words)?.end)
    }

    /// The kind of outcome that a block of words opens by its own words; none where several lines open one, for which
    /// one mark could not stand.
    pub(super) fn opened(&self, range: &Range<usize>) -> Option<Arc<OutcomeKind>> {
        if self.rules.words == OutcomeWords::Off {
            return None;
        }
        let mut kinds = self.openers(range);
        let first = kinds.next()?;
        kinds.next().is_none().then(|| Arc::clone(first))
    }

    /// What the lines of a block of words open.
    fn openers(&self, range: &Range<usize>) -> impl Iterator<Item = &Arc<OutcomeKind>> {
        let lines = self.text[range.clone()].lines().flat_map(|line| line.split("<br>"));
        lines.filter_map(|line| self.rules.openers.opened(without_box(line)))
    }

    /// Tells a block of words in which several lines open an outcome.
    fn tell_several(&mut self, leaf: &MarkedLeaf) {
        if self.rules.words == OutcomeWords::Off || self.openers(&leaf.range).nth(1).is_none() {
            return;
        }
        let line = self.line(&leaf.range);
        self.found.misplaced.push(Misplaced {
            code: Code::OutcomeSuggestion,
            range: line,
            message: message!("outcomes-in-paragraph"),
            help: message!("outcomes-in-paragraph-help"),
            mend: Vec::new(),
        });
    }

    /// Looks at a block of words that no mark stands in. Whether it is an outcome by the words that open it.
    pub(super) fn look_at_words(&mut self, leaf: &MarkedLeaf) -> Option<Arc<OutcomeKind>> {
        let Some(kind) = self.opened(&leaf.range) else {
            self.tell_several(leaf);
            return None;
        };
        if self.rules.words == OutcomeWords::Mark {
            return Some(kind);
        }
        self.suggest(&kind, leaf, true, SuggestionReason::Word);
        None
    }

    /// Takes down what a heading or a line of words alone says of the list below it, though it has no mark.
    pub(super) fn look_at_title(&mut self, leaf: &Leaf, bold: bool) {
        let words = &self.text[leaf.range.clone()];
        let is_title = leaf.kind == LeafKind::Heading || bold || words.trim_end().ends_with(':');
        if !is_title || words.contains('\n') {
            return;
        }
        let named = self.rules.openers.named(words).cloned();
        if leaf.kind == LeafKind::Heading || bold || named.is_some() {
            self.top().hint = named;
        }
    }

    /// What the line above a list says of it, where it has no mark.
    pub(super) fn hint(&self) -> Option<Arc<OutcomeKind>> {
        self.open.last()?.hint.clone()
    }

    /// Looks at an item that is no outcome.
    pub(super) fn look_at_item(&mut self, first: Option<&MarkedLeaf>) -> Option<Arc<OutcomeKind>> {
        let first = first.filter(|leaf| leaf.marks.is_empty())?;
        if let Some(kind) = self.opened(&first.range) {
            if self.rules.words == OutcomeWords::Mark {
                return Some(kind);
            }
            self.suggest(&kind, first, true, SuggestionReason::Word);
            return None;
        }
        let hint = match self.open.last().map(|list| (&list.what, &list.hint)) {
            Some((ContainerKind::List(None), Some(hint))) => Arc::clone(hint),
            _ => return None,
        };
        let words = &self.text[first.range.clone()];
        if !OutcomeRules::says_none(&hint, words) && !folded(words).is_empty() {
            self.suggest(&hint, first, true, SuggestionReason::Item);
        }
        None
    }
}

/// A line without what stands before its words: the sign of a quotation, and a box.
fn without_box(line: &str) -> &str {
    let line = line.trim_start_matches([' ', '\t', '>']);
    stray::box_sign(line).map_or(line, |sign| line[sign.length..].trim_start())
}

/// Whether words start with a link to an outcome or another part of a text: they report on it, and are no new one.
fn names_another(words: &str) -> bool {
    let link =
        words.strip_prefix('[').and_then(|rest| rest.split_once("](")).and_then(|(_, rest)| rest.split_once(')'));
    link.is_some_and(|(address, _)| address.contains('#') && !address.contains("://"))
}
