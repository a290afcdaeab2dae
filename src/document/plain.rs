//! The words of a text without markup: all of them, those of a summary, and block by block for whoever looks for words.
//! Knows nothing of what the words are for.

use std::ops::Range;

use super::element::Element;
use super::tree::{ElementRole, Slot, Tree, TreeNode};

/// The text of a block, without markup.
#[derive(Debug, Default)]
pub struct Passage {
    /// What a reader reads.
    pub text: String,
    pieces: Vec<PassagePiece>,
}

/// Words of a passage that no markup parts.
#[derive(Debug)]
struct PassagePiece {
    /// Where they start in the passage.
    at: usize,
    /// Where they start in the text of the tree.
    in_tree: usize,
    /// Whether a link may stand there.
    linkable: bool,
}

impl Passage {
    /// Where a part of the text stands in the text of its tree. `None` where there is markup inside, or where no link
    /// may stand.
    #[must_use]
    pub fn place(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let piece = self.pieces.partition_point(|piece| piece.at <= range.start).checked_sub(1)?;
        let end = self.pieces.get(piece + 1).map_or(self.text.len(), |next| next.at);
        let piece = &self.pieces[piece];
        let start = piece.in_tree + range.start - piece.at;
        (piece.linkable && range.end <= end).then(|| start..start + range.len())
    }
}

/// All text of a tree, block by block. Bodies of components are read, their arguments are not.
#[must_use]
pub fn passages(tree: &Tree) -> Vec<Passage> {
    let mut passages = vec![Passage::default()];
    // Open elements that no link may stand in.
    let mut shut = 0_usize;
    for node in tree.nodes() {
        match node {
            TreeNode::Text(words, at) => {
                if let Some(passage) = passages.last_mut() {
                    let piece = PassagePiece { at: passage.text.len(), in_tree: at, linkable: shut == 0 };
                    passage.pieces.push(piece);
                    passage.text.push_str(words);
                }
                continue;
            }
            TreeNode::Open(element, ..) if !element.may_hold_links() => shut += 1,
            TreeNode::Close(element, _) if !element.may_hold_links() => shut -= 1,
            _ => {}
        }
        let inline = matches!(node, TreeNode::Open(element, ..) | TreeNode::Close(element, _) if element.is_inline());
        if !inline && passages.last().is_some_and(|passage| !passage.text.is_empty()) {
            passages.push(Passage::default());
        }
    }
    passages.retain(|passage| !passage.text.is_empty());
    passages
}

/// All words of a text, with a space where a block or line ends. Pictures say what they show; numbers of notes are left
/// out.
#[must_use]
pub fn words(tree: &Tree) -> String {
    let mut out = String::new();
    WordFold::default().fold(tree, |_, words| {
        out.push_str(words);
        true
    });
    out
}

/// The words of a cell that holds values: a line that is broken parts them as a comma does.
#[must_use]
pub fn values(tree: &Tree) -> String {
    let mut out = String::new();
    for node in tree.nodes() {
        match node {
            TreeNode::Text(words, _) => out.push_str(words),
            TreeNode::Open(Element::Br, ..) => out.push_str(", "),
            _ => {}
        }
    }
    out.trim().trim_matches(',').trim().to_owned()
}

/// The words of the first paragraphs, up to about so many bytes. Headings, outcomes, code and notes are none of them.
#[must_use]
pub fn first_paragraphs(tree: &Tree, enough: usize) -> String {
    let mut out = String::new();
    WordFold::default().fold(tree, |place, words| {
        let blank = words == " " && (out.is_empty() || out.ends_with(' '));
        if !place.in_notes && place.paragraphs > 0 && place.outcomes == 0 && !blank {
            out.push_str(words);
        }
        !place.in_notes && out.len() < enough
    });
    out
}

/// Where the fold of a text to words stands.
#[derive(Default)]
struct WordFold {
    paragraphs: usize,
    outcomes: usize,
    note_marks: usize,
    code: usize,
    in_notes: bool,
}

impl WordFold {
    /// Gives all words to `put`, piece by piece, until it has enough.
    fn fold(mut self, tree: &Tree, mut put: impl FnMut(&Self, &str) -> bool) {
        for node in tree.nodes() {
            let more = match node {
                TreeNode::Open(element, role, _) if !element.is_void() => {
                    self.count(element, role, usize::wrapping_add);
                    self.in_notes |= element == Element::Section && role == ElementRole::Markdown;
                    true
                }
                TreeNode::Open(Element::Br, ..) | TreeNode::CloseComponent(_) => put(&self, " "),
                TreeNode::Close(element, role) => {
                    // The space behind a paragraph is a part of it.
                    let more = self.note_marks > 0 || !ends_words(element) || put(&self, " ");
                    self.count(element, role, usize::wrapping_sub);
                    more
                }
                TreeNode::Text(words, _) if self.note_marks > 0 || words.is_empty() => true,
                // A line of the source ends where a word ends, but in code.
                TreeNode::Text(words, _) if self.code == 0 && words.contains('\n') => {
                    put(&self, &words.replace('\n', " "))
                }
                TreeNode::Text(words, _) => put(&self, words),
                TreeNode::Slot(Slot::Image(image)) => put(&self, &image.alt),
                _ => true,
            };
            if !more {
                return;
            }
        }
    }

    /// Notes that an element starts or ends.
    fn count(&mut self, element: Element, role: ElementRole, step: fn(usize, usize) -> usize) {
        let counter = match (role, element) {
            (ElementRole::NoteMark, _) => &mut self.note_marks,
            (ElementRole::Outcome, _) => &mut self.outcomes,
            (ElementRole::Markdown, Element::P) => &mut self.paragraphs,
            (_, Element::Pre) => &mut self.code,
            _ => return,
        };
        *counter = step(*counter, 1);
    }
}

/// Whether words end where an element ends.
fn ends_words(element: Element) -> bool {
    element.is_heading()
        || matches!(
            element,
            Element::P | Element::Pre | Element::Li | Element::Dt | Element::Dd | Element::Td | Element::Th
        )
}
