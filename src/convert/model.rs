//! A text while it is converted: what Markdown can say and nothing else. Knows nothing of formats.

use std::sync::Arc;

/// How words look, as far as Markdown can say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RunStyle {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) strike: bool,
    /// Written as code: every character is what it is.
    pub(super) code: bool,
}

/// Words that look alike and lead to the same place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TextRun {
    pub(super) text: String,
    pub(super) style: RunStyle,
    /// An address, or `#` and the name of a place in the document.
    pub(super) link: Option<Arc<str>>,
}

/// A part of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TextPiece {
    Run(TextRun),
    /// A new line in the same paragraph.
    Break,
    /// A picture, by its index.
    Picture(usize),
    /// A note, by its index.
    Note(usize),
}

/// A point of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TextItem {
    /// Whether its box is ticked, where it has one.
    pub(super) done: Option<bool>,
    pub(super) blocks: Vec<TextBlock>,
}

/// The paragraphs of a cell.
pub(super) type TextCell = Vec<Vec<TextPiece>>;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TextBlock {
    /// A heading; its level counts from 1, as the document has it.
    Heading {
        level: u8,
        content: Vec<TextPiece>,
        /// Names by which links of the document lead here.
        anchors: Vec<String>,
    },
    Paragraph(Vec<TextPiece>),
    /// A list; with a first number where it is numbered.
    List {
        first: Option<u64>,
        items: Vec<TextItem>,
    },
    /// Rows of cells; the first is the head.
    Table(Vec<Vec<TextCell>>),
    Quote(Vec<TextBlock>),
    Code(String),
    /// A line across the page.
    Rule,
}

/// A picture that a document names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NamedPicture {
    /// The part of the archive, or the address in a web page.
    pub(super) part: String,
    /// What it shows, in words.
    pub(super) alt: String,
    /// Whether the document says that it only decorates.
    pub(super) decorative: bool,
    /// What is written for it; `None` while nobody has looked, or where it cannot be taken.
    pub(super) file: Option<String>,
}

/// A document as it was read.
#[derive(Debug, Default)]
pub(super) struct TextDocument {
    pub(super) title: Option<String>,
    pub(super) blocks: Vec<TextBlock>,
    pub(super) notes: Vec<Vec<TextBlock>>,
    pub(super) pictures: Vec<NamedPicture>,
    /// Whether there was more text than a page may have.
    pub(super) too_large: bool,
}

/// The words of pieces, without marks.
pub(super) fn plain(pieces: &[TextPiece]) -> String {
    let mut words = String::new();
    for piece in pieces {
        match piece {
            TextPiece::Run(run) => words.push_str(&run.text),
            TextPiece::Break => words.push(' '),
            TextPiece::Picture(_) | TextPiece::Note(_) => {}
        }
    }
    words
}

impl TextBlock {
    /// Calls a function with the pieces of every paragraph in a block, in the order of the text.
    pub(super) fn each_content(&mut self, change: &mut dyn FnMut(&mut Vec<TextPiece>)) {
        match self {
            Self::Heading { content, .. } | Self::Paragraph(content) => change(content),
            Self::List { items, .. } => {
                items.iter_mut().flat_map(|item| &mut item.blocks).for_each(|block| block.each_content(change));
            }
            Self::Table(rows) => rows.iter_mut().flatten().flatten().for_each(change),
            Self::Quote(blocks) => blocks.iter_mut().for_each(|block| block.each_content(change)),
            Self::Code(_) | Self::Rule => {}
        }
    }
}
