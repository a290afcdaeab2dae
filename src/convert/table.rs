//! Cells of a table to rows of equal length: merged cells are taken apart. Knows nothing of formats and of Markdown.

use super::clean;
use super::flow::Flow;
use super::left::LeftOuts;
use super::model::{TextBlock, TextCell, TextItem, TextPiece, plain};
use crate::message;

/// Columns of a table: more cannot be read on any screen.
const MOST_COLUMNS: usize = 60;

/// Rows of a table.
const MOST_ROWS: usize = 5_000;

/// A cell as a document has it.
#[derive(Debug, Default)]
pub(super) struct GridCell {
    pub(super) blocks: Vec<TextBlock>,
    /// Columns that it takes.
    pub(super) span: u64,
    /// Whether it goes on with the cell above.
    pub(super) below: bool,
    /// Rows that it takes, where the document says that at its first row.
    pub(super) rows: u64,
}

/// A table while it is read.
#[derive(Debug, Default)]
pub(super) struct TextGrid {
    rows: Vec<Vec<TextCell>>,
    /// The blocks of the only cell of each row so far, where no row has several.
    single: Vec<Vec<TextBlock>>,
    /// By column, the rows that a cell above still takes.
    held: Vec<u64>,
    merged: bool,
    too_many: bool,
    boxed: bool,
}

impl TextGrid {
    /// Starts a row, with so many columns that are left out.
    pub(super) fn row(&mut self, before: u64) {
        self.too_many |= self.rows.len() >= MOST_ROWS;
        if self.too_many {
            return;
        }
        let before = usize::try_from(before).unwrap_or(MOST_COLUMNS).min(MOST_COLUMNS);
        self.rows.push(vec![TextCell::new(); before]);
        self.boxed |= before > 0;
    }

    /// Takes the next cell of the row.
    pub(super) fn cell(&mut self, cell: GridCell) {
        if self.too_many {
            return;
        }
        self.fill_held();
        let above = self.rows.len().checked_sub(2);
        let Some(row) = self.rows.last() else { return };
        let column = row.len();
        let span = usize::try_from(cell.span).unwrap_or(MOST_COLUMNS).clamp(1, MOST_COLUMNS);
        if column + span > MOST_COLUMNS {
            self.too_many = true;
            return;
        }
        let mut content = TextCell::new();
        cell.blocks.iter().for_each(|block| flatten(block, &mut content));
        if cell.below && content.is_empty() {
            content = above.and_then(|above| self.rows[above].get(column)).cloned().unwrap_or_default();
        }
        self.merged |= cell.below || span > 1 || cell.rows > 1;
        self.boxed |= column > 0;
        if !self.boxed {
            self.single.push(cell.blocks);
        }
        self.held.resize(self.held.len().max(column + span), 0);
        self.held[column..column + span].fill(cell.rows.clamp(1, MOST_ROWS as u64) - 1);
        if let Some(row) = self.rows.last_mut() {
            row.push(content);
            row.resize(column + span, TextCell::new());
        }
    }

    /// Puts the words of a cell above into the columns that it still takes.
    fn fill_held(&mut self) {
        loop {
            let Some(row) = self.rows.len().checked_sub(1) else { return };
            let column = self.rows[row].len();
            let Some(held) = self.held.get_mut(column).filter(|held| **held > 0) else { return };
            *held -= 1;
            let content =
                row.checked_sub(1).and_then(|above| self.rows[above].get(column)).cloned().unwrap_or_default();
            self.rows[row].push(content);
        }
    }

    /// Ends a row: columns at its end may be held by cells above.
    pub(super) fn end_row(&mut self) {
        self.fill_held();
    }

    /// Gives the table to the text. One of a single column only draws a box: its words are the text's own.
    pub(super) fn finish(mut self, flow: &mut Flow, left: &mut LeftOuts) {
        if self.too_many {
            left.add(message!("left-table-large"));
        }
        if !self.boxed {
            self.single.into_iter().flatten().for_each(|block| flow.block(block));
            left.settle("");
            return;
        }
        if self.merged {
            left.add(message!("left-table-merged"));
        }
        self.rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        let words = self.rows.first().and_then(|row| row.iter().flatten().next()).map(|content| plain(content));
        left.settle(&words.unwrap_or_default());
        if !self.rows.is_empty() {
            flow.block(TextBlock::Table(self.rows));
        }
    }
}

/// The paragraphs of a block, for a place where only paragraphs may stand.
fn flatten(block: &TextBlock, out: &mut TextCell) {
    match block {
        TextBlock::Heading { content, .. } | TextBlock::Paragraph(content) => out.push(content.clone()),
        TextBlock::List { items, .. } => items.iter().for_each(|item| flatten_item(item, out)),
        TextBlock::Quote(blocks) => blocks.iter().for_each(|block| flatten(block, out)),
        TextBlock::Table(rows) => {
            for row in rows {
                let cells = row.iter().flatten().filter(|content| !content.is_empty());
                let mut content: Vec<TextPiece> = Vec::new();
                for cell in cells {
                    if !content.is_empty() {
                        content.push(clean::words(", "));
                    }
                    content.extend(cell.iter().cloned());
                }
                out.push(content);
            }
        }
        TextBlock::Code(text) => out.extend(text.lines().map(|line| vec![clean::words(line)])),
        TextBlock::Rule => {}
    }
}

fn flatten_item(item: &TextItem, out: &mut TextCell) {
    let sign = match item.done {
        Some(true) => Some("☑ "),
        Some(false) => Some("☐ "),
        None => None,
    };
    let start = out.len();
    item.blocks.iter().for_each(|block| flatten(block, out));
    if let (Some(sign), Some(first)) = (sign, out.get_mut(start)) {
        first.insert(0, clean::words(sign));
    }
}
