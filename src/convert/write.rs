//! A text to Markdown that reads as the same text: blocks and their lines. Knows nothing of formats.

use super::inline::{self, InlinePlace};
use super::model::{NamedPicture, TextBlock, TextCell, TextDocument, TextItem, TextPiece};

/// Writes a text.
pub(super) struct MarkdownWriter<'a> {
    pub(super) pictures: &'a [NamedPicture],
    /// Whether a line break of HTML may stand in a cell.
    pub(super) line_breaks: bool,
}

impl MarkdownWriter<'_> {
    /// The whole text, with a line break at its end.
    pub(super) fn document(&self, document: &TextDocument) -> String {
        let mut lines = Vec::new();
        self.blocks(&document.blocks, &mut lines);
        let mut out = joined(&lines);
        for (index, note) in document.notes.iter().enumerate() {
            let mut lines = Vec::new();
            self.blocks(note, &mut lines);
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(&joined(&indented(&format!("[^{}]: ", index + 1), 4, &lines)));
        }
        out
    }

    /// Blocks with an empty line between them.
    fn blocks(&self, blocks: &[TextBlock], lines: &mut Vec<String>) {
        let mut before: Option<&TextBlock> = None;
        // Whether the list before has the other sign: two lists with the same one would be one.
        let mut other = false;
        for block in blocks {
            if before.is_some() {
                lines.push(String::new());
            }
            other = matches!((before, block), (Some(a), b) if same_list(a, b)) && !other;
            self.block(block, other, lines);
            before = Some(block);
        }
    }

    fn block(&self, block: &TextBlock, other: bool, lines: &mut Vec<String>) {
        match block {
            TextBlock::Heading { level, content, .. } => {
                let text = self.inline(content, InlinePlace::Heading);
                lines.push(format!("{} {text}", "#".repeat(usize::from(*level).clamp(1, 6))));
            }
            TextBlock::Paragraph(content) => {
                lines.extend(self.inline(content, InlinePlace::Paragraph).split('\n').map(str::to_owned));
            }
            TextBlock::List { first, items } => self.list(*first, items, other, lines),
            TextBlock::Table(rows) => self.table(rows, lines),
            TextBlock::Quote(blocks) => {
                let mut inner = Vec::new();
                self.blocks(blocks, &mut inner);
                lines.extend(inner.iter().map(|line| format!("> {line}").trim_end().to_owned()));
            }
            TextBlock::Code(text) => {
                let fence = fence(text);
                lines.push(fence.clone());
                lines.extend(text.lines().map(str::to_owned));
                lines.push(fence);
            }
            TextBlock::Rule => lines.push("---".to_owned()),
        }
    }

    fn list(&self, first: Option<u64>, items: &[TextItem], other: bool, lines: &mut Vec<String>) {
        // CommonMark reads nine digits.
        let first = first.map(|number| number.min(999_999_999 - items.len() as u64));
        for (index, item) in items.iter().enumerate() {
            let sign = match first {
                Some(first) => format!("{}{} ", first + index as u64, if other { ')' } else { '.' }),
                None => if other { "* " } else { "- " }.to_owned(),
            };
            let width = sign.len();
            let task = match item.done {
                Some(true) => "[x] ",
                Some(false) => "[ ] ",
                None => "",
            };
            let mut inner = Vec::new();
            self.item(&item.blocks, &mut inner);
            lines.extend(indented(&format!("{sign}{task}"), width, &inner));
        }
    }

    /// The blocks of a point; a list below its words follows them at once.
    fn item(&self, blocks: &[TextBlock], lines: &mut Vec<String>) {
        let (mut before, mut other): (Option<&TextBlock>, bool) = (None, false);
        for block in blocks {
            let close = matches!(
                (before, block),
                (Some(TextBlock::Paragraph(_)), TextBlock::List { first: None | Some(1), .. })
            );
            if before.is_some() && !close {
                lines.push(String::new());
            }
            other = matches!((before, block), (Some(a), b) if same_list(a, b)) && !other;
            self.block(block, other, lines);
            before = Some(block);
        }
    }

    fn table(&self, rows: &[Vec<TextCell>], lines: &mut Vec<String>) {
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        for (index, row) in rows.iter().enumerate() {
            let mut line = String::from("|");
            for column in 0..width {
                let text = row.get(column).map(|cell| self.cell(cell, index == 0)).unwrap_or_default();
                line.push(' ');
                line.push_str(&text);
                line.push_str(if text.is_empty() { "|" } else { " |" });
            }
            lines.push(line);
            if index == 0 {
                lines.push(format!("|{}", " --- |".repeat(width)));
            }
        }
    }

    /// The paragraphs of a cell on one line.
    fn cell(&self, cell: &TextCell, head: bool) -> String {
        let place = InlinePlace::Cell { head };
        let mut out = String::new();
        for text in cell.iter().map(|content| self.inline(content, place)).filter(|text| !text.is_empty()) {
            if !out.is_empty() && self.line_breaks {
                out.push_str("<br>");
            } else if !out.is_empty() {
                out.push_str(if out.ends_with(['.', '!', '?', ':', ';', ',', '؟', '،']) { " " } else { "; " });
            }
            out.push_str(&text);
        }
        out
    }

    fn inline(&self, content: &[TextPiece], place: InlinePlace) -> String {
        inline::write(content, place, self.pictures)
    }
}

/// Whether two blocks would be one list.
fn same_list(before: &TextBlock, block: &TextBlock) -> bool {
    match (before, block) {
        (TextBlock::List { first: a, .. }, TextBlock::List { first: b, .. }) => a.is_some() == b.is_some(),
        _ => false,
    }
}

/// Lines behind a sign; those that follow the first stand below its text.
fn indented(sign: &str, width: usize, lines: &[String]) -> Vec<String> {
    let space = " ".repeat(width);
    let mut out = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        let before = if index == 0 { sign } else { &space };
        out.push(if line.is_empty() && index > 0 { String::new() } else { format!("{before}{line}") });
    }
    out
}

fn joined(lines: &[String]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// A fence that is longer than any in the text.
fn fence(text: &str) -> String {
    let longest = text.lines().map(|line| line.trim_start().bytes().take_while(|byte| *byte == b'`').count()).max();
    "`".repeat(longest.unwrap_or(0).max(2) + 1)
}
