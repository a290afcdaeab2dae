//! Places in files as programs name them: lines and columns instead of bytes, each text read once. Knows nothing of formats.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Lines, Span};

/// Gives the text of a file as it was parsed.
pub(super) type TextOf<'a> = &'a dyn Fn(&str) -> Option<Arc<str>>;

/// Bytes of the words of a file that tell a mistake from others.
const TELLING: usize = 200;

/// A range in lines and columns, all from 1; columns count characters, and the end is one past the last one.
#[derive(Clone, Copy)]
pub(super) struct Region {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
}

/// Offsets to lines and columns, each text read once.
pub(super) struct LinePlaces<'a> {
    text: TextOf<'a>,
    files: BTreeMap<Arc<str>, PlacedFile>,
}

struct PlacedFile {
    text: Arc<str>,
    lines: Lines,
}

impl<'a> LinePlaces<'a> {
    pub(super) fn new(text: TextOf<'a>) -> Self {
        Self { text, files: BTreeMap::new() }
    }

    pub(super) fn region(&mut self, span: &Span) -> Region {
        let range = span.range.range();
        let lines = &self.file(span).lines;
        let ((line, column), (end_line, end_column)) = (lines.place(range.start), lines.place(range.end));
        Region { line, column, end_line, end_column }
    }

    /// The words of the file that a mistake is about; its line where it is about no words.
    pub(super) fn words(&mut self, span: &Span) -> &str {
        let file = self.file(span);
        let text = &*file.text;
        let start = text.floor_char_boundary(span.range.range().start);
        let end = text.floor_char_boundary(span.range.range().end).max(start);
        let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let range = if start == end { line..line_end } else { start..end };
        let words = &text[range];
        words[..words.floor_char_boundary(TELLING)].trim()
    }

    fn file(&mut self, span: &Span) -> &PlacedFile {
        let text = self.text;
        self.files.entry(Arc::clone(&span.file)).or_insert_with(|| {
            let text = text(&span.file).unwrap_or_else(|| Arc::from(""));
            PlacedFile { lines: Lines::new(Arc::clone(&text)), text }
        })
    }
}
