//! Places of the protocol, as lines and units of an encoding, to bytes of a text and back. Knows nothing of files.

use std::ops::Range;
use std::sync::Arc;

use lsp_types::{Position, PositionEncodingKind};

/// What the columns of an editor count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ColumnUnit {
    /// Bytes of UTF-8.
    Utf8,
    /// Units of UTF-16, which every editor knows.
    #[default]
    Utf16,
    /// Code points.
    Utf32,
}

impl ColumnUnit {
    /// The first unit that an editor offers and that is known here; UTF-16 where it offers none.
    pub(super) fn negotiated<'o>(offered: impl Iterator<Item = &'o str>) -> Self {
        let mut known = offered.filter_map(|name| match name {
            "utf-8" => Some(Self::Utf8),
            "utf-16" => Some(Self::Utf16),
            "utf-32" => Some(Self::Utf32),
            _ => None,
        });
        known.next().unwrap_or_default()
    }

    /// The name of it in the protocol.
    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn width(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// A text as it is read (`source::normal`), with its lines. Line ends of an editor are one byte here, which changes no
/// line and no column.
#[derive(Clone, Debug)]
pub(super) struct EditorLines {
    text: Arc<str>,
    starts: Vec<usize>,
    /// Whether the editor has a byte order mark in its first line, which is not in the text.
    has_mark: bool,
    unit: ColumnUnit,
}

impl EditorLines {
    /// The lines of a text as an editor or a disk has it.
    pub(super) fn new(raw: &str, unit: ColumnUnit) -> Self {
        Self::of(crate::source::normal(raw), raw.starts_with('\u{FEFF}'), unit)
    }

    fn of(text: Arc<str>, has_mark: bool, unit: ColumnUnit) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts, has_mark, unit }
    }

    /// The text.
    pub(super) fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The byte of a place; one behind the end of a line or of the text is that end, and one within a character its start.
    pub(super) fn offset(&self, at: Position) -> usize {
        let line = at.line as usize;
        let Some(&start) = self.starts.get(line) else { return self.text.len() };
        let end = self.starts.get(line + 1).map_or(self.text.len(), |next| next - 1);
        let mut left = (at.character as usize).saturating_sub(self.mark_width(line));
        let mut offset = start;
        for c in self.text[start..end].chars() {
            let width = self.unit.width(c);
            if width > left {
                break;
            }
            left -= width;
            offset += c.len_utf8();
        }
        offset
    }

    /// The place of a byte; one within a character is its start.
    pub(super) fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let before = self.text[self.starts[line]..offset].chars();
        let column = before.map(|c| self.unit.width(c)).sum::<usize>() + self.mark_width(line);
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Position { line: number(line), character: number(column) }
    }

    /// The range of some bytes.
    pub(super) fn range(&self, bytes: Range<usize>) -> lsp_types::Range {
        let end = bytes.end.max(bytes.start);
        lsp_types::Range { start: self.position(bytes.start), end: self.position(end) }
    }

    /// The bytes of a range, also where its ends stand the wrong way round.
    pub(super) fn bytes(&self, range: lsp_types::Range) -> Range<usize> {
        let (one, other) = (self.offset(range.start), self.offset(range.end));
        one.min(other)..one.max(other)
    }

    /// The text with other words in the place of a range.
    pub(super) fn with_change(&self, range: lsp_types::Range, words: &str) -> Self {
        let bytes = self.bytes(range);
        let words = crate::source::normal(words);
        let text = [&self.text[..bytes.start], &words, &self.text[bytes.end..]].concat();
        Self::of(Arc::from(text), self.has_mark, self.unit)
    }

    fn mark_width(&self, line: usize) -> usize {
        if self.has_mark && line == 0 { self.unit.width('\u{FEFF}') } else { 0 }
    }
}
