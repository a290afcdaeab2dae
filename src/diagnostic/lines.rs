//! Byte offsets to lines and columns of one text. Knows nothing of diagnostics.

use std::ops::Range;
use std::sync::Arc;

/// Bytes before a place from which a line is cut.
const LONG: usize = 4_000;
/// Longest stretch of a line behind a place that is shown; a line of megabytes stays readable.
const SHOWN: usize = 240;

/// The starts of the lines of a text.
pub struct Lines {
    text: Arc<str>,
    starts: Vec<usize>,
}

impl Lines {
    /// Finds the lines of `text`.
    #[must_use]
    pub fn new(text: Arc<str>) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// Line and column of a byte offset, both from 1; the column counts characters.
    #[must_use]
    pub fn place(&self, offset: usize) -> (usize, usize) {
        let offset = floor_boundary(&self.text, offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        (line, self.text[start..offset].chars().count() + 1)
    }

    /// The byte of a line and column, both from 1; the column counts bytes.
    #[must_use]
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        floor_boundary(&self.text, start + column.saturating_sub(1))
    }

    /// The lines that a range touches, cut to what is readable: the number of the first line, the text, and the
    /// range within that text.
    #[must_use]
    pub fn excerpt(&self, range: Range<usize>) -> (usize, &str, Range<usize>) {
        let start = floor_boundary(&self.text, range.start);
        let end = floor_boundary(&self.text, range.end.max(start));
        let line = self.starts.partition_point(|at| *at <= start);
        let line_start = self.starts[line - 1];
        let line_end = self.text[start..].find('\n').map_or(self.text.len(), |at| start + at);
        // A line is cut at its start only where it is longer than anybody reads; then its column is that of the cut.
        let cut = if start - line_start > LONG { start - SHOWN } else { line_start };
        let from = floor_boundary(&self.text, cut);
        let to = floor_boundary(&self.text, line_end.min(start + SHOWN)).max(start);
        let shown = &self.text[from..to];
        (line, shown, start - from..end.clamp(start, to) - from)
    }
}

/// The nearest character boundary at or before `offset`.
fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
