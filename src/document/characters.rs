//! The hidden characters that a text becomes: entities such as `&#x202E;` show nothing of them in the source. Knows nothing
//! of how Markdown is read; it walks over the finished tree and looks for the place afterwards.

use std::ops::Range;

use super::element::Element;
use super::tree::{Argument, Slot, Tree, TreeAttribute, TreeNode};
use crate::diagnostic::Diagnostic;
use crate::lang::{self, EscapeSyntax, SourceCharacters, TextKind};

/// A hidden character of a text and where it is written, as far as that is known.
pub(in crate::document) struct Unseen {
    pub(in crate::document) diagnostic: Diagnostic,
    pub(in crate::document) place: Option<Range<usize>>,
}

/// The hidden characters of a tree that was made from `source`, each once.
pub(in crate::document) fn unseen(tree: &Tree, source: &str) -> Vec<Unseen> {
    let source = SourceCharacters::of(source);
    let mut walk = CharacterWalk { source, words: String::new(), name: None, found: Vec::new(), told: Vec::new() };
    for node in tree.nodes() {
        walk.node(&node);
    }
    let words = std::mem::take(&mut walk.words);
    walk.check(&words, TextKind::Body);
    walk.found
}

/// The hidden characters of an address, each once; `place` is that of the link.
pub(in crate::document) fn unseen_in_address(address: &str, place: Range<usize>, source: &str) -> Vec<Diagnostic> {
    let found = lang::hidden_in_value(address, TextKind::Name, &SourceCharacters::of(&source[place]));
    found.into_iter().map(|found| found.diagnostic).collect()
}

struct CharacterWalk<'a> {
    source: SourceCharacters<'a>,
    /// All words up to here; a line break stands where a block starts or ends, so that no isolate reaches over it.
    words: String,
    /// Where the words of a heading start.
    name: Option<usize>,
    found: Vec<Unseen>,
    told: Vec<char>,
}

impl CharacterWalk<'_> {
    fn node(&mut self, node: &TreeNode<'_>) {
        match node {
            TreeNode::Open(element, _, attributes) => {
                for attribute in attributes.clone() {
                    if let TreeAttribute::Value(_, value) = attribute {
                        self.check(value, TextKind::Name);
                    }
                }
                self.part(*element);
                if is_heading(*element) {
                    self.name = Some(self.words.len());
                }
            }
            TreeNode::Close(element, _) => {
                if is_heading(*element)
                    && let Some(start) = self.name.take()
                {
                    let name = self.words[start..].to_owned();
                    self.check(&name, TextKind::Name);
                }
                self.part(*element);
            }
            TreeNode::Text(words, _) => self.words.push_str(words),
            TreeNode::Slot(Slot::Image(image)) => {
                self.check(&image.alt, TextKind::Name);
                self.check(&image.title, TextKind::Name);
            }
            TreeNode::OpenComponent(component) => {
                self.words.push('\n');
                for (_, argument) in &component.arguments {
                    if let Argument::Text(text) = argument {
                        self.check(text, TextKind::Name);
                    }
                }
            }
            TreeNode::CloseComponent(_) => self.words.push('\n'),
            TreeNode::Slot(Slot::Task(..) | Slot::Outcome(_) | Slot::Component(_)) => {}
        }
    }

    fn part(&mut self, element: Element) {
        if !element.is_inline() {
            self.words.push('\n');
        }
    }

    fn check(&mut self, value: &str, kind: TextKind) {
        for found in lang::hidden_in_value(value, kind, &self.source) {
            if !self.told.contains(&found.character) {
                self.told.push(found.character);
                let place = written(self.source.text(), found.character);
                self.found.push(Unseen { diagnostic: found.diagnostic, place });
            }
        }
    }
}

fn is_heading(element: Element) -> bool {
    (1..=6).any(|level| element == Element::heading(level))
}

/// Where a character is written, as it is or as an entity of HTML.
fn written(source: &str, character: char) -> Option<Range<usize>> {
    let raw = source.find(character).map(|at| at..at + character.len_utf8());
    raw.or_else(|| {
        let entities = lang::escapes(source, EscapeSyntax::Entity);
        entities.into_iter().find(|entity| entity.character == character).map(|entity| entity.place)
    })
}
