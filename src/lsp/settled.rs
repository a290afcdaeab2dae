//! Messages of an earlier load in a text that has changed since: those before the change stay, those behind it move with
//! their words, and those within it go. Knows nothing of what they say.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Span};

/// The part by which two texts differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TextChange {
    /// Bytes at the start that are the same.
    start: usize,
    /// Where the rest that is the same starts in the old text.
    old_end: usize,
    /// The same in the new one.
    new_end: usize,
}

impl TextChange {
    /// Compares two texts.
    pub(super) fn between(old: &str, new: &str) -> Self {
        let same = |(one, other): &(u8, u8)| one == other;
        let start = old.bytes().zip(new.bytes()).take_while(same).count();
        let rest = old.len().min(new.len()) - start;
        let end = old.bytes().rev().zip(new.bytes().rev()).take(rest).take_while(same).count();
        Self { start, old_end: old.len() - end, new_end: new.len() - end }
    }

    /// Where a range of the old text is in the new one; `None` where the change is in it.
    fn moved(self, range: Range<usize>) -> Option<Range<usize>> {
        if range.end <= self.start {
            return Some(range);
        }
        let behind = |at: usize| at - self.old_end + self.new_end;
        (range.start >= self.old_end).then(|| behind(range.start)..behind(range.end))
    }
}

/// A message about a changed text in its new place; `None` where it is about what was changed. What it offers to mend is left
/// out until it is told anew.
pub(super) fn shifted(item: Diagnostic, file: &Arc<str>, change: TextChange) -> Option<Diagnostic> {
    let moved = |span: Span| moved(span, file, change);
    let at = match item.at {
        Some(at) => Some(moved(at)?),
        None => None,
    };
    let also = item.also.into_iter().filter_map(|(span, words)| Some((moved(span)?, words))).collect();
    Some(Diagnostic { at, also, fixes: Vec::new(), ..item })
}

/// A place in its new place; `None` where the change is in it.
fn moved(span: Span, file: &Arc<str>, change: TextChange) -> Option<Span> {
    if span.file != *file {
        return Some(span);
    }
    change.moved(span.range.range()).map(|range| Span::new(file, range))
}
