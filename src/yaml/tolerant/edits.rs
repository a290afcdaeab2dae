//! Changes that make a text readable, and the way back from a place in the changed text to the one that was typed.
//! Knows nothing of YAML.

use std::ops::Range;

/// Changes of a text in their order; they do not overlap.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::yaml) struct Edits {
    items: Vec<(Range<usize>, String)>,
}

impl Edits {
    /// Replaces a range behind those that were replaced before.
    pub(super) fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.items.push((range, text.into()));
    }

    /// Replaces all of these changes that lie in a range by one.
    pub(super) fn replace_all_in(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.items.retain(|(other, _)| other.end <= range.start || other.start >= range.end);
        self.items.push((range, text.into()));
        self.items.sort_by_key(|(range, _)| (range.start, range.end));
    }

    /// Adds changes of a part that starts at `start`, behind all others.
    pub(super) fn extend(&mut self, other: Self, start: usize) {
        let moved = |(range, text): (Range<usize>, String)| (range.start + start..range.end + start, text);
        self.items.extend(other.items.into_iter().map(moved));
    }

    /// Whether nothing is changed.
    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The text with its changes.
    pub(in crate::yaml) fn apply(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 16);
        let mut done = 0;
        for (range, written) in &self.items {
            out.push_str(&text[done..range.start]);
            out.push_str(written);
            done = range.end;
        }
        out.push_str(&text[done..]);
        out
    }

    /// The place in the text as it was typed of a range in the changed one.
    pub(in crate::yaml) fn back(&self, range: Range<usize>) -> Range<usize> {
        let start = self.place(range.start, false);
        start..self.place(range.end, true).max(start)
    }

    /// Within what was replaced all places are its start, or as an end its end.
    fn place(&self, at: usize, is_end: bool) -> usize {
        let (mut grown, mut shrunk) = (0, 0);
        for (range, written) in &self.items {
            let start = range.start + grown - shrunk;
            if at < start || (is_end && at == start) {
                break;
            }
            let end = start + written.len();
            if at < end || (is_end && at == end) {
                return if is_end { range.end } else { range.start };
            }
            grown += written.len();
            shrunk += range.len();
        }
        at + shrunk - grown
    }
}
