//! Where blocks of text stand among others: the third item of the second list below the first heading. Two texts of which
//! one was translated from the other have their blocks at the same positions. Knows nothing of what blocks say.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{directives, front_matter, markdown};
use crate::diagnostic::Diagnostic;

/// A block of text, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedText {
    /// By all blocks around it, each with its number and how many of its kind there are: it is the same in another text
    /// only where all these are.
    pub position: String,
    /// Its bytes in the text of the file, without the white space at its end.
    pub range: Range<usize>,
}

/// The blocks of words of a text: paragraphs, the words of items, cells; in the order of the text.
///
/// # Errors
/// A diagnostic when the front matter cannot be told from the text.
pub fn placed_texts(text: &str, file: &Arc<str>) -> Result<Vec<PlacedText>, Box<Diagnostic>> {
    let (_, body) = front_matter::split(text, file)?;
    let (walked, added) = directives::isolate(&text[body.clone()]);
    let mut tree = BlockTree::default();
    for (event, range) in Parser::new_ext(&walked, markdown::options()).into_offset_iter() {
        tree.event(&event, &range);
    }
    tree.end_words();
    let positions = tree.positions();
    let back = |at: usize| body.start + at - added.partition_point(|inserted| *inserted < at);
    let mut found = Vec::new();
    for (block, position) in tree.blocks.iter().zip(positions) {
        let words = &walked[block.range.clone()];
        let is_line = words.starts_with(directives::GUARD);
        if block.name == WORDS && !is_line && !words.trim().is_empty() {
            let end = block.range.start + words.trim_end().len();
            found.push(PlacedText { position, range: back(block.range.start)..back(end) });
        }
    }
    Ok(found)
}

/// The name of blocks that hold words and no blocks.
const WORDS: &str = "text";

/// A block and the one that it stands in, by its index.
struct Block {
    name: &'static str,
    parent: Option<usize>,
    range: Range<usize>,
}

/// All blocks of a text, each behind the one that it stands in.
#[derive(Default)]
struct BlockTree {
    blocks: Vec<Block>,
    /// Those that are open, the innermost last.
    open: Vec<usize>,
    /// The part of the text below the last heading.
    section: Option<usize>,
    /// The words that are open.
    words: Option<usize>,
    /// Open headings and others whose words are no place for an outcome.
    skipped: usize,
}

impl BlockTree {
    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag),
            // A box is no word.
            Event::TaskListMarker(_) => {}
            _ => self.add_words(range),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        let name = match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {
                return self.add_words(range);
            }
            Tag::Link { .. } | Tag::Image { .. } => return self.add_words(range),
            Tag::Paragraph => WORDS,
            Tag::TableCell => "cell",
            Tag::TableRow => "row",
            Tag::Table(_) => "table",
            Tag::Item => "item",
            Tag::List(_) => "list",
            Tag::BlockQuote(_) => "quotation",
            Tag::Heading { .. } => {
                self.end_words();
                if self.open.is_empty() {
                    self.section = None;
                    self.section = Some(self.add("section", range));
                }
                self.skipped += 1;
                return;
            }
            Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::MetadataBlock(_)
            | Tag::FootnoteDefinition(_)
            | Tag::TableHead => {
                self.end_words();
                self.skipped += 1;
                return;
            }
            Tag::DefinitionList => "definitions",
            Tag::DefinitionListTitle => "term",
            Tag::DefinitionListDefinition => "definition",
        };
        self.end_words();
        if self.skipped > 0 {
            return;
        }
        let block = self.add(name, range);
        if name == WORDS {
            self.words = Some(block);
        } else {
            self.open.push(block);
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image => {}
            TagEnd::Heading(_)
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::MetadataBlock(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::TableHead => self.skipped = self.skipped.saturating_sub(1),
            TagEnd::Paragraph => self.end_words(),
            _ => {
                self.end_words();
                if self.skipped == 0 {
                    self.open.pop();
                }
            }
        }
    }

    fn add(&mut self, name: &'static str, range: &Range<usize>) -> usize {
        let parent = self.open.last().copied().or(self.section);
        self.blocks.push(Block { name, parent, range: range.clone() });
        self.blocks.len() - 1
    }

    /// The words of a tight item or of a cell stand in no paragraph.
    fn add_words(&mut self, range: &Range<usize>) {
        if self.skipped > 0 {
            return;
        }
        let at = match self.words {
            Some(at) => at,
            None if self.open.is_empty() => return,
            None => self.add(WORDS, &(range.start..range.start)),
        };
        self.words = Some(at);
        let block = &mut self.blocks[at];
        block.range.end = block.range.end.max(range.end);
    }

    fn end_words(&mut self) {
        self.words = None;
    }

    /// The position of every block, by its index.
    fn positions(&self) -> Vec<String> {
        let mut totals: BTreeMap<(Option<usize>, &str), usize> = BTreeMap::new();
        let mut numbers = Vec::with_capacity(self.blocks.len());
        for block in &self.blocks {
            let total = totals.entry((block.parent, block.name)).or_default();
            *total += 1;
            numbers.push(*total);
        }
        let mut positions: Vec<String> = Vec::with_capacity(self.blocks.len());
        for (block, number) in self.blocks.iter().zip(numbers) {
            let total = totals.get(&(block.parent, block.name)).copied().unwrap_or_default();
            let above = block.parent.and_then(|parent| positions.get(parent)).map_or("", String::as_str);
            positions.push(format!("{above}/{} {number} of {total}", block.name));
        }
        positions
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn positions(body: &str) -> Vec<(String, String)> {
        let text = format!("---\ntitle: A\n---\n{body}");
        let placed = placed_texts(&text, &Arc::from("a.md")).unwrap_or_default();
        placed.into_iter().map(|one| (one.position, text[one.range].to_owned())).collect()
    }

    #[test]
    fn every_block_of_words_has_a_position() {
        let found = positions(
            "Intro *a*.\n\n## H\n\n- x\n- [ ] y **b**\n\n  more\n  - deep\n\n> quote\n\n| a | b |\n|---|---|\n| c | d |\n",
        );
        let found: Vec<String> = found.into_iter().map(|(position, words)| format!("{words}: {position}")).collect();
        assert_eq!(
            found,
            [
                "Intro *a*.: /text 1 of 1",
                "x: /section 1 of 1/list 1 of 1/item 1 of 2/text 1 of 1",
                "y **b**: /section 1 of 1/list 1 of 1/item 2 of 2/text 1 of 2",
                "more: /section 1 of 1/list 1 of 1/item 2 of 2/text 2 of 2",
                "deep: /section 1 of 1/list 1 of 1/item 2 of 2/list 1 of 1/item 1 of 1/text 1 of 1",
                "quote: /section 1 of 1/quotation 1 of 1/text 1 of 1",
                "c: /section 1 of 1/table 1 of 1/row 1 of 1/cell 1 of 2/text 1 of 1",
                "d: /section 1 of 1/table 1 of 1/row 1 of 1/cell 2 of 2/text 1 of 1",
            ]
        );
    }

    #[test]
    fn blocks_around_a_list_do_not_move_its_items() {
        let one = positions("Een.\n\n## A\n\n- x\n- y\n");
        let two = positions("One.\n\nMore.\n\n```\ncode\n```\n\n## A {.actions}\n\nWords.\n\n* x\n* y\n");
        let items = |all: &[(String, String)]| -> Vec<String> {
            all.iter().filter(|(at, _)| at.contains("item")).map(|(at, _)| at.clone()).collect()
        };
        assert_eq!(items(&one), items(&two));
        assert_ne!(items(&one), items(&positions("## A\n\n- x\n- y\n- z\n")));
    }
}
