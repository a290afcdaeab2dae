//! Paragraphs as a document has them, one after the other, to blocks that stand in each other: lists with levels, boxes,
//! headings. Knows nothing of formats and of Markdown.

use super::clean;
use super::left::LeftOuts;
use super::model::{TextBlock, TextItem, TextPiece, plain};

/// Levels of lists; a text may have seven, and points deeper than this stand at the last level.
const DEEPEST: usize = 6;

/// Bytes of text that a page may have; `document` refuses more.
const LARGEST: usize = 2 << 20;

/// Characters before a text that word processors write for a point of a list.
const BULLETS: &[char] = &['•', '·', '▪', '▫', '◦', '‣', '●', '○', '■', '□', '➢', '➤', '–', '—', '-', '*'];

/// A paragraph of a document.
#[derive(Debug, Default)]
pub(super) struct FlowParagraph {
    pub(super) kind: FlowKind,
    pub(super) content: Vec<TextPiece>,
    /// Names by which links lead here.
    pub(super) anchors: Vec<String>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum FlowKind {
    #[default]
    Body,
    Title,
    /// Level from 1.
    Heading(u8),
    Item(FlowItem),
    /// It goes on with the last point of a list, if there is one.
    Continued,
    Quote,
}

/// How a paragraph is a point of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct FlowItem {
    /// From 0.
    pub(super) level: usize,
    /// Its number, in a numbered list.
    pub(super) number: Option<u64>,
    /// Whether its box is ticked, where the document has one.
    pub(super) done: Option<bool>,
}

#[derive(Debug)]
struct OpenFlowList {
    first: Option<u64>,
    /// The number of the last point.
    last: u64,
    items: Vec<TextItem>,
}

/// Blocks while they are gathered.
#[derive(Debug, Default)]
pub(super) struct Flow {
    title: Option<String>,
    blocks: Vec<TextBlock>,
    open: Vec<OpenFlowList>,
    size: usize,
}

impl Flow {
    /// Takes a paragraph; one without words is none.
    pub(super) fn paragraph(&mut self, paragraph: FlowParagraph, left: &mut LeftOuts) {
        let FlowParagraph { kind, content, anchors } = paragraph;
        let content = clean::content(content);
        let words = plain(&content);
        left.settle(&words);
        if content.is_empty() || self.too_large() {
            return;
        }
        self.size += words.len() + 1;
        let (kind, content) = read_start(kind, content, &words);
        match kind {
            FlowKind::Title if self.title.is_none() && self.is_empty() => self.title = Some(words),
            FlowKind::Title => self.heading(1, content, anchors, left),
            FlowKind::Heading(level) => self.heading(level, content, anchors, left),
            FlowKind::Item(item) => self.item(item, content),
            FlowKind::Continued if !self.open.is_empty() => self.continued(TextBlock::Paragraph(content)),
            FlowKind::Body | FlowKind::Continued => self.block(TextBlock::Paragraph(content)),
            FlowKind::Quote => {
                self.close_lists(0);
                match self.blocks.last_mut() {
                    Some(TextBlock::Quote(blocks)) => blocks.push(TextBlock::Paragraph(content)),
                    _ => self.blocks.push(TextBlock::Quote(vec![TextBlock::Paragraph(content)])),
                }
            }
        }
    }

    /// Takes a block as it is.
    pub(super) fn block(&mut self, block: TextBlock) {
        if let TextBlock::Table(rows) = &block {
            self.size += rows.iter().flatten().flatten().map(|content| plain(content).len() + 3).sum::<usize>();
        }
        if let TextBlock::Code(text) = &block {
            self.size += text.len();
        }
        self.close_lists(0);
        self.blocks.push(block);
    }

    /// Takes a block that belongs to the last point of a list, if there is one.
    pub(super) fn continued(&mut self, block: TextBlock) {
        match self.open.last_mut().and_then(|list| list.items.last_mut()) {
            Some(item) => item.blocks.push(block),
            None => self.block(block),
        }
    }

    fn heading(&mut self, level: u8, content: Vec<TextPiece>, anchors: Vec<String>, left: &mut LeftOuts) {
        left.below(&plain(&content));
        self.block(TextBlock::Heading { level: level.clamp(1, 9), content, anchors });
    }

    fn item(&mut self, item: FlowItem, content: Vec<TextPiece>) {
        let level = item.level.min(self.open.len()).min(DEEPEST - 1);
        self.close_lists(level + 1);
        let fits = self.open.get(level).is_some_and(|list| match (list.first, item.number) {
            (None, None) => true,
            (Some(_), Some(number)) => number == list.last.saturating_add(1),
            _ => false,
        });
        if !fits {
            self.close_lists(level);
            self.open.push(OpenFlowList { first: item.number, last: 0, items: Vec::new() });
        }
        if let Some(list) = self.open.last_mut() {
            list.last = item.number.unwrap_or(0);
            list.items.push(TextItem { done: item.done, blocks: vec![TextBlock::Paragraph(content)] });
        }
    }

    /// Ends all lists from this level on.
    fn close_lists(&mut self, level: usize) {
        while self.open.len() > level {
            let Some(list) = self.open.pop() else { return };
            let block = TextBlock::List { first: list.first, items: list.items };
            match self.open.last_mut().and_then(|outer| outer.items.last_mut()) {
                Some(item) => item.blocks.push(block),
                None => self.blocks.push(block),
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.blocks.is_empty() && self.open.is_empty()
    }

    /// Whether there is more text than a page may have: the rest is not kept.
    pub(super) fn too_large(&self) -> bool {
        self.size > LARGEST
    }

    pub(super) fn title(&mut self) -> Option<String> {
        self.title.take()
    }

    /// All blocks.
    pub(super) fn finish(mut self) -> Vec<TextBlock> {
        self.close_lists(0);
        self.blocks
    }
}

/// What the first characters of a paragraph say: a box, or the sign of a point that was typed.
fn read_start(kind: FlowKind, content: Vec<TextPiece>, words: &str) -> (FlowKind, Vec<TextPiece>) {
    let (item, typed) = match kind {
        FlowKind::Item(item) => (item, true),
        FlowKind::Body | FlowKind::Continued => (FlowItem::default(), false),
        FlowKind::Title | FlowKind::Heading(_) | FlowKind::Quote => return (kind, content),
    };
    if !matches!(content.first(), Some(TextPiece::Run(_))) {
        return (kind, content);
    }
    let bullet = if typed { 0 } else { bullet(words) };
    let rest = &words[bullet..];
    match box_at(rest).filter(|found| found.bytes < rest.len()) {
        Some(found) => {
            let item = FlowItem { done: Some(found.done), ..item };
            (FlowKind::Item(item), clean::without_start(content, bullet + found.bytes))
        }
        None if bullet > 0 => (FlowKind::Item(item), clean::without_start(content, bullet)),
        None => (kind, content),
    }
}

/// Bytes of a sign for a point and the space behind it, where more follows.
fn bullet(words: &str) -> usize {
    let Some(c) = words.chars().next().filter(|c| BULLETS.contains(c)) else { return 0 };
    let rest = &words[c.len_utf8()..];
    let space = rest.len() - rest.trim_start().len();
    if space == 0 || space == rest.len() { 0 } else { c.len_utf8() + space }
}

/// A box at the start of a text.
struct TypedBox {
    done: bool,
    /// Bytes of it and of the space behind it.
    bytes: usize,
}

/// A box at the start of a text that has no other: `☐ yes ☐ no` is a question and no point.
fn box_at(words: &str) -> Option<TypedBox> {
    const BOXES: &[(&str, bool)] =
        &[("☐", false), ("☑", true), ("☒", true), ("[ ] ", false), ("[] ", false), ("[x] ", true), ("[X] ", true)];
    let (sign, done) = BOXES.iter().find(|(sign, _)| words.starts_with(sign))?;
    let rest = &words[sign.len()..];
    let alone = !BOXES.iter().any(|(other, _)| rest.contains(other));
    alone.then(|| TypedBox { done: *done, bytes: words.len() - rest.trim_start().len() })
}
