//! A block of words, such as a paragraph, an item or a cell: which marks stand in it and how it is made up. Knows nothing
//! of kinds of outcomes and of what holds the block.

use std::ops::Range;

use super::mark::{self, Attributes, Braces};

/// What a block of words is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LeafKind {
    Paragraph,
    Heading,
    Cell,
    /// The words of an item, or of another block, that need no paragraph.
    Words,
}

/// A block of words.
#[derive(Debug)]
pub(super) struct Leaf {
    pub(super) kind: LeafKind,
    /// The event that starts it.
    pub(super) index: Option<usize>,
    /// From its first word to its last.
    pub(super) range: Range<usize>,
    /// Whether the library saw a task box.
    pub(super) boxed: bool,
    empty: bool,
    texts: Vec<LeafText>,
    /// The first words in bold, where the block starts with them.
    bold: Option<Range<usize>>,
}

/// Words of a block, as they stand in the source.
#[derive(Debug)]
struct LeafText {
    range: Range<usize>,
    in_link: bool,
}

/// A mark in a block.
#[derive(Clone, Debug)]
pub(super) struct LeafMark {
    pub(super) range: Range<usize>,
    pub(super) in_link: bool,
    pub(super) closed: bool,
}

impl LeafMark {
    pub(super) fn read<'t>(&self, text: &'t str) -> Attributes<'t> {
        mark::attributes(&text[self.range.clone()], self.range.start)
    }
}

impl Leaf {
    pub(super) fn new(kind: LeafKind, index: Option<usize>, range: &Range<usize>) -> Self {
        Self { kind, index, range: range.start..range.start, boxed: false, empty: true, texts: Vec::new(), bold: None }
    }

    /// Makes room for an event of it.
    pub(super) fn reach(&mut self, range: &Range<usize>) {
        if std::mem::take(&mut self.empty) {
            self.range.start = range.start;
        }
        self.range.end = self.range.end.max(range.end);
    }

    pub(super) fn add_text(&mut self, range: &Range<usize>, in_link: bool) {
        self.texts.push(LeafText { range: range.clone(), in_link });
    }

    pub(super) fn start_inline(&mut self, range: &Range<usize>, strong: bool) {
        if strong && range.start == self.range.start {
            self.bold.get_or_insert_with(|| range.clone());
        }
    }

    /// The marks in it, in order. What is escaped, or code, is none.
    pub(super) fn marks(&self, text: &str) -> Vec<LeafMark> {
        let mut marks: Vec<LeafMark> = Vec::new();
        let mut done = 0;
        for part in &self.texts {
            for (at, _) in text[part.range.clone()].match_indices('{') {
                let at = part.range.start + at;
                if at < done || is_escaped(text, at) {
                    continue;
                }
                let (end, closed) = match mark::braces(&text[at..self.range.end]) {
                    Braces::Mark(length) => (at + length, true),
                    Braces::Open => (part.range.end, false),
                    Braces::Text(_) => continue,
                };
                if closed && !self.is_text(end - 1) {
                    continue;
                }
                marks.push(LeafMark { range: at..end, in_link: part.in_link, closed });
                done = end;
            }
        }
        marks
    }

    /// Whether words stand at a byte of the source, and no code or markup.
    pub(super) fn is_text(&self, at: usize) -> bool {
        let after = self.texts.partition_point(|part| part.range.start <= at);
        after > 0 && self.texts[after - 1].range.contains(&at)
    }

    /// Whether it is one line in bold, beside its mark and a sign behind it.
    pub(super) fn is_bold_line(&self, text: &str, marks: &[LeafMark]) -> bool {
        let Some(bold) = self.bold.as_ref().filter(|bold| bold.end <= self.range.end) else { return false };
        let mut rest = text[bold.end..self.range.end].to_owned();
        for mark in marks.iter().filter(|mark| mark.range.start >= bold.end).rev() {
            rest.replace_range(mark.range.start - bold.end..mark.range.end - bold.end, "");
        }
        rest.chars().all(|c| c.is_whitespace() || matches!(c, ':' | '.' | '：')) && !text[bold.clone()].contains('\n')
    }

    /// Whether a mark is all that stands in it.
    pub(super) fn is_empty_but(&self, text: &str, mark: &Range<usize>) -> bool {
        let before = text[self.range.start..mark.start].trim();
        before.is_empty() && text[mark.end..self.range.end].trim().is_empty()
    }

    /// What to leave out of the text for a mark.
    pub(super) fn cut(&self, text: &str, mark: &Range<usize>) -> Range<usize> {
        Self::cut_in(text, &self.range, mark)
    }

    /// What to leave out of a block for a mark: the space before it goes too, or the line that it has for itself.
    pub(super) fn cut_in(text: &str, block: &Range<usize>, mark: &Range<usize>) -> Range<usize> {
        let from = block.start.min(mark.start);
        let space = |c: char| matches!(c, ' ' | '\t');
        let before = text[from..mark.start].trim_end_matches(space);
        let start = match before.strip_suffix('\n') {
            Some(line) => from + line.trim_end_matches(space).len(),
            None => from + before.len(),
        };
        if start > from {
            return start..mark.end;
        }
        let behind = &text[mark.end..block.end.max(mark.end)];
        start..mark.end + behind.len() - behind.trim_start_matches(space).len()
    }
}

/// Whether a backslash makes a sign of Markdown a plain one.
pub(super) fn is_escaped(text: &str, at: usize) -> bool {
    text[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}
