//! How tables, alerts, code and headings stand in a tree. Knows nothing of the walk.

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, HeadingLevel};

use super::element::{AttributeName, Element};
use super::tree::{ThemeLabel, Tree};

/// A table while it is written.
pub(super) struct TableState {
    alignments: Vec<Alignment>,
    cell: usize,
    head: bool,
}

impl TableState {
    pub(super) fn new(alignments: Vec<Alignment>) -> Self {
        Self { alignments, cell: 0, head: true }
    }

    /// Starts the next cell. Alignment is a class, because inline styles are refused and sides mirror.
    pub(super) fn open_cell(&mut self, tree: &mut Tree) {
        let class = match self.alignments.get(self.cell) {
            Some(Alignment::Left) => Some("align-start"),
            Some(Alignment::Center) => Some("align-center"),
            Some(Alignment::Right) => Some("align-end"),
            _ => None,
        };
        self.cell += 1;
        tree.open(self.cell_element());
        if self.head {
            tree.attribute(AttributeName::Scope, "col");
        }
        if let Some(class) = class {
            tree.attribute(AttributeName::Class, class);
        }
    }

    /// What a cell of this row is.
    pub(super) fn cell_element(&self) -> Element {
        if self.head { Element::Th } else { Element::Td }
    }

    /// Whether the cell that stands open is the last of its row.
    pub(super) fn is_last_cell(&self) -> bool {
        self.cell >= self.alignments.len()
    }

    pub(super) fn end_head(&mut self) {
        self.head = false;
        self.cell = 0;
    }

    pub(super) fn end_row(&mut self) {
        self.cell = 0;
    }
}

/// The kind of `callout` that an alert of GitHub's Markdown is.
pub(super) fn alert_kind(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "note",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning => "warning",
        BlockQuoteKind::Caution => "caution",
    }
}

/// Starts a table in a box that scrolls.
pub(super) fn open_table(tree: &mut Tree) {
    tree.open(Element::Div);
    tree.attribute(AttributeName::Class, "table-scroll");
    tree.attribute(AttributeName::Role, "region");
    tree.attribute(AttributeName::Tabindex, "0");
    tree.label(AttributeName::AriaLabel, ThemeLabel::TableRegion);
    tree.open(Element::Table);
}

/// Starts a block of code, which is written from left to right in every language.
pub(super) fn open_code(kind: &CodeBlockKind<'_>, tree: &mut Tree) {
    tree.open(Element::Pre);
    tree.attribute(AttributeName::Dir, "ltr");
    tree.open(Element::Code);
    if let CodeBlockKind::Fenced(info) = kind
        && let Some(language) = info.split_whitespace().next()
    {
        tree.attribute(AttributeName::Class, &format!("language-{language}"));
    }
}

pub(super) fn heading_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
