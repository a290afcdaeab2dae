//! A text as a tree: elements, words, and slots that only the reader's language and the finished site can fill. HTML,
//! plain text, prints and the places of words are folds of it. Knows nothing of Markdown and of folds.
//!
//! The tree is a flat list of tokens in the order of the text; elements and components nest by their start and end.
//! Words and values of attributes stand one behind the other in one string, and a token says how long its part is.
//! So a token has at most five bytes, and a part of a text can be put into another one without a new count.

use std::sync::Arc;

use super::element::{AttributeName, Element};
use crate::diagnostic::Span;
use crate::source::{Digest, Digestible, digestible};

/// A text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree {
    /// The words, and the values of attributes between them.
    text: String,
    tokens: Vec<TreeToken>,
    slots: Vec<Slot>,
}

digestible!(struct Tree { text, tokens, slots });

#[derive(Clone, Copy, Debug, PartialEq)]
enum TreeToken {
    Open(Element, ElementRole),
    /// An attribute of the element before it, and the length of its value.
    Attribute(AttributeName, Small),
    /// An attribute whose value is a text of the theme.
    Label(AttributeName, ThemeLabel),
    /// The address of the n-th link of the document.
    Link(Small),
    /// The length of some words.
    Text(Small),
    Close(Element, ElementRole),
    /// Index of a slot.
    Slot(Small),
    /// Index of the slot of a component.
    OpenComponent(Small),
    CloseComponent(Small),
}

digestible!(
    enum TreeToken {
        Open(element, role),
        Attribute(name, length),
        Label(name, label),
        Link(index),
        Text(length),
        Close(element, role),
        Slot(index),
        OpenComponent(index),
        CloseComponent(index),
    }
);

/// A length or an index. It has three bytes and no alignment, which keeps all tokens small: a site holds millions.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Small([u8; 3]);

impl Small {
    fn new(number: usize) -> Self {
        let number = u32::try_from(number).ok().filter(|number| number >> 24 == 0);
        let [low, middle, high, _] = number.expect("a document has at most 2 MB").to_le_bytes();
        Self([low, middle, high])
    }

    fn get(self) -> usize {
        let Self([low, middle, high]) = self;
        u32::from_le_bytes([low, middle, high, 0]) as usize
    }
}

impl Digestible for Small {
    fn add_to(&self, digest: &mut Digest) {
        digest.put(&self.get());
    }
}

/// What an element is in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ElementRole {
    /// What Markdown says.
    Markdown,
    /// The list item of an outcome.
    Outcome,
    /// The number of a note, or the way back from it: no words of the author.
    NoteMark,
    /// Raw HTML, sanitised.
    RawHtml,
}

digestible!(
    enum ElementRole {
        Markdown,
        Outcome,
        NoteMark,
        RawHtml,
    }
);

/// A text of the theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeLabel {
    /// What the list of notes is called.
    Footnotes,
    /// What the way back from a note is called.
    FootnoteBack,
    /// What a wide table is called.
    TableRegion,
}

digestible!(
    enum ThemeLabel {
        Footnotes,
        FootnoteBack,
        TableRegion,
    }
);

impl ThemeLabel {
    /// Its key in the words of the theme.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Footnotes => "footnotes",
            Self::FootnoteBack => "footnote-back",
            Self::TableRegion => "table-region",
        }
    }
}

/// What is filled in when a page is made.
#[derive(Clone, Debug, PartialEq)]
pub enum Slot {
    /// A picture.
    Image(Box<Image>),
    /// A task box: done or not, and the outcome it belongs to; there the source says whether it is done.
    Task(bool, Option<Arc<str>>),
    /// What is known of an outcome, behind its words.
    Outcome(Arc<str>),
    /// A component of the theme, around what stands in it.
    Component(Box<Component>),
}

digestible!(
    enum Slot {
        Image(image),
        Task(done, outcome),
        Outcome(id),
        Component(component),
    }
);

/// A picture in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The n-th link of the document.
    pub link: u32,
    /// What it shows, for those who do not see it; empty for one that only decorates.
    pub alt: Arc<str>,
    /// More words, which some readers never see.
    pub title: Arc<str>,
}

digestible!(struct Image { link, alt, title });

/// A `:::` block.
#[derive(Clone, Debug, PartialEq)]
pub struct Component {
    /// Name of the component in the theme.
    pub name: String,
    /// Arguments as written.
    pub arguments: Vec<(String, Argument)>,
    /// Its first line.
    pub span: Span,
}

digestible!(struct Component { name, arguments } without { span });

/// A value in the first line of a `:::` block.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// `key="text"` or `key=text`
    Text(String),
    /// `key=true`
    Bool(bool),
    /// `key=3`
    Integer(i64),
}

digestible!(
    enum Argument {
        Text(text),
        Bool(yes),
        Integer(number),
    }
);

/// A step of the walk over a tree.
#[derive(Clone, Debug)]
pub enum TreeNode<'a> {
    /// The start of an element; one that is void has no end.
    Open(Element, ElementRole, TreeAttributes<'a>),
    /// Words, and the byte of the tree's text at which they start. No two of these follow each other.
    Text(&'a str, usize),
    /// The end of an element.
    Close(Element, ElementRole),
    /// What is filled in.
    Slot(&'a Slot),
    /// The start of a component.
    OpenComponent(&'a Component),
    /// The end of a component.
    CloseComponent(&'a Component),
}

/// An attribute of an element.
#[derive(Clone, Copy, Debug)]
pub enum TreeAttribute<'a> {
    /// One with this value.
    Value(AttributeName, &'a str),
    /// One with a text of the theme.
    Label(AttributeName, ThemeLabel),
    /// The address of the n-th link of the document.
    Link(u32),
}

impl Tree {
    /// Starts an element of Markdown.
    pub fn open(&mut self, element: Element) {
        self.open_as(element, ElementRole::Markdown);
    }

    /// Starts an element.
    pub fn open_as(&mut self, element: Element, role: ElementRole) {
        self.tokens.push(TreeToken::Open(element, role));
    }

    /// Gives the element that has just started an attribute.
    pub fn attribute(&mut self, name: AttributeName, value: &str) {
        self.text.push_str(value);
        self.tokens.push(TreeToken::Attribute(name, Small::new(value.len())));
    }

    /// Gives the element that has just started an attribute with a text of the theme.
    pub fn label(&mut self, name: AttributeName, label: ThemeLabel) {
        self.tokens.push(TreeToken::Label(name, label));
    }

    /// Gives the element that has just started the address of the n-th link of the document.
    pub fn link(&mut self, index: u32) {
        self.tokens.push(TreeToken::Link(Small::new(index as usize)));
    }

    /// Appends words.
    pub fn text(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        self.text.push_str(words);
        // Words that stand together are one token, so that a word of the glossary is never parted.
        if let Some(TreeToken::Text(length)) = self.tokens.last_mut() {
            *length = Small::new(length.get() + words.len());
        } else {
            self.tokens.push(TreeToken::Text(Small::new(words.len())));
        }
    }

    /// Ends an element of Markdown.
    pub fn close(&mut self, element: Element) {
        self.close_as(element, ElementRole::Markdown);
    }

    /// Ends an element.
    pub fn close_as(&mut self, element: Element, role: ElementRole) {
        self.tokens.push(TreeToken::Close(element, role));
    }

    /// Appends what is filled in later.
    pub fn slot(&mut self, slot: Slot) {
        self.tokens.push(TreeToken::Slot(Small::new(self.slots.len())));
        self.slots.push(slot);
    }

    /// Appends a component around `body`.
    pub fn component(&mut self, component: Component, body: Self) {
        let index = Small::new(self.slots.len());
        self.slots.push(Slot::Component(Box::new(component)));
        self.tokens.push(TreeToken::OpenComponent(index));
        self.append(body);
        self.tokens.push(TreeToken::CloseComponent(index));
    }

    /// Appends another text.
    pub fn append(&mut self, other: Self) {
        let shift = self.slots.len();
        self.text.push_str(&other.text);
        self.slots.extend(other.slots);
        for token in other.tokens {
            let token = match (token, self.tokens.last_mut()) {
                (TreeToken::Text(more), Some(TreeToken::Text(length))) => {
                    *length = Small::new(length.get() + more.get());
                    continue;
                }
                (TreeToken::Slot(index), _) => TreeToken::Slot(Small::new(index.get() + shift)),
                (TreeToken::OpenComponent(index), _) => TreeToken::OpenComponent(Small::new(index.get() + shift)),
                (TreeToken::CloseComponent(index), _) => TreeToken::CloseComponent(Small::new(index.get() + shift)),
                (token, _) => token,
            };
            self.tokens.push(token);
        }
    }

    /// Ends all that was started: a walk that stopped in the middle leaves a whole tree.
    pub fn close_all(&mut self) {
        let mut open = Vec::new();
        for token in &self.tokens {
            match *token {
                TreeToken::Open(element, role) if !element.is_void() => open.push(TreeToken::Close(element, role)),
                TreeToken::OpenComponent(index) => open.push(TreeToken::CloseComponent(index)),
                TreeToken::Close(..) | TreeToken::CloseComponent(_) => drop(open.pop()),
                _ => {}
            }
        }
        self.tokens.extend(open.into_iter().rev());
    }

    /// Its first paragraph, or the words before its first block, up to about so many characters: what is longer is cut
    /// behind a word. The whole, where it starts with another block.
    #[must_use]
    pub fn head(&self, most: usize) -> Self {
        let mut head = Self::default();
        let (mut at, mut left) = (0, most);
        for token in &self.tokens {
            let length =
                if let TreeToken::Attribute(_, length) | TreeToken::Text(length) = token { length.get() } else { 0 };
            let words = &self.text[at..at + length];
            at += length;
            match *token {
                TreeToken::Open(Element::P, _) if head.tokens.is_empty() => {}
                TreeToken::Open(element, _) if element.is_inline() || element == Element::Br => {
                    head.tokens.push(*token);
                }
                TreeToken::Open(..) | TreeToken::OpenComponent(_) if head.tokens.is_empty() => return self.clone(),
                TreeToken::Close(element, _) if element.is_inline() => head.tokens.push(*token),
                TreeToken::Open(..)
                | TreeToken::Close(..)
                | TreeToken::OpenComponent(_)
                | TreeToken::CloseComponent(_) => break,
                TreeToken::Label(..) | TreeToken::Link(_) => head.tokens.push(*token),
                TreeToken::Attribute(name, _) => head.attribute(name, words),
                TreeToken::Slot(index) => head.slots_of(self, index),
                TreeToken::Text(_) => {
                    let count = words.chars().count();
                    if count > left {
                        head.text(&cut_behind_word(words, left));
                        break;
                    }
                    left -= count;
                    head.text(words);
                }
            }
        }
        head.close_all();
        head.shrink();
        head
    }

    /// Appends a slot of another text.
    fn slots_of(&mut self, other: &Self, index: Small) {
        if let Some(slot) = other.slots.get(index.get()) {
            self.slot(slot.clone());
        }
    }

    /// Gives back the room that it does not need; a site keeps every text.
    pub fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.tokens.shrink_to_fit();
        self.slots.shrink_to_fit();
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// About how many bytes it has as HTML.
    #[must_use]
    pub fn html_size(&self) -> usize {
        self.text.len() + self.tokens.len() * 5 + self.slots.len() * 48
    }

    /// Walks over it, in the order of the text.
    #[must_use]
    pub fn nodes(&self) -> TreeNodes<'_> {
        TreeNodes { rest: TokenCursor { tokens: &self.tokens, text: &self.text, at: 0 }, slots: &self.slots }
    }
}

/// The start of a text, up to the last word that ends within so many characters.
fn cut_behind_word(text: &str, most: usize) -> String {
    let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    let start = &text[..end];
    let whole = start.rfind(char::is_whitespace).map_or(start, |at| &start[..at]);
    format!("{}…", whole.trim_end())
}

/// Tokens that are still to come, and where their words are.
#[derive(Clone, Copy, Debug)]
struct TokenCursor<'a> {
    tokens: &'a [TreeToken],
    text: &'a str,
    /// Byte of the text that comes next.
    at: usize,
}

impl<'a> TokenCursor<'a> {
    fn take(&mut self, length: Small) -> &'a str {
        let start = self.at;
        self.at += length.get();
        &self.text[start..self.at]
    }

    /// The next token, when it is an attribute.
    fn attribute(&mut self) -> Option<TreeAttribute<'a>> {
        let (token, rest) = self.tokens.split_first()?;
        let attribute = match *token {
            TreeToken::Attribute(name, length) => TreeAttribute::Value(name, self.take(length)),
            TreeToken::Label(name, label) => TreeAttribute::Label(name, label),
            TreeToken::Link(index) => TreeAttribute::Link(u32::try_from(index.get()).ok()?),
            _ => return None,
        };
        self.tokens = rest;
        Some(attribute)
    }
}

/// The attributes of an element.
#[derive(Clone, Debug)]
pub struct TreeAttributes<'a>(TokenCursor<'a>);

impl<'a> Iterator for TreeAttributes<'a> {
    type Item = TreeAttribute<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.attribute()
    }
}

/// The walk over a tree.
#[derive(Clone, Debug)]
pub struct TreeNodes<'a> {
    rest: TokenCursor<'a>,
    slots: &'a [Slot],
}

impl<'a> TreeNodes<'a> {
    fn component(&self, index: Small) -> Option<&'a Component> {
        match self.slots.get(index.get()) {
            Some(Slot::Component(component)) => Some(component),
            _ => None,
        }
    }
}

impl<'a> Iterator for TreeNodes<'a> {
    type Item = TreeNode<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        let (token, rest) = self.rest.tokens.split_first()?;
        self.rest.tokens = rest;
        Some(match *token {
            TreeToken::Open(element, role) => {
                let attributes = TreeAttributes(self.rest);
                while self.rest.attribute().is_some() {}
                TreeNode::Open(element, role, attributes)
            }
            TreeToken::Text(length) => {
                let at = self.rest.at;
                TreeNode::Text(self.rest.take(length), at)
            }
            TreeToken::Close(element, role) => TreeNode::Close(element, role),
            TreeToken::Slot(index) => TreeNode::Slot(self.slots.get(index.get())?),
            TreeToken::OpenComponent(index) => TreeNode::OpenComponent(self.component(index)?),
            TreeToken::CloseComponent(index) => TreeNode::CloseComponent(self.component(index)?),
            // TreeAttributes are read with their element.
            TreeToken::Attribute(..) | TreeToken::Label(..) | TreeToken::Link(_) => return self.next(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_small() {
        assert!(size_of::<TreeToken>() <= 5);
        for number in [0, 255, 256, 65_536, (1 << 24) - 1] {
            assert_eq!(Small::new(number).get(), number);
        }
    }

    #[test]
    fn texts_that_are_put_together_share_words_and_keep_their_slots() {
        let mut first = Tree::default();
        first.text("a");
        first.slot(Slot::Outcome(Arc::from("one")));
        first.text("b");
        let mut second = Tree::default();
        second.text("c");
        second.slot(Slot::Outcome(Arc::from("two")));
        first.append(second);
        let shown: Vec<String> = first.nodes().map(|node| format!("{node:?}")).collect();
        assert_eq!(shown, ["Text(\"a\", 0)", "Slot(Outcome(\"one\"))", "Text(\"bc\", 1)", "Slot(Outcome(\"two\"))"]);
    }

    #[test]
    fn a_walk_that_stopped_leaves_a_whole_tree() {
        let mut tree = Tree::default();
        tree.open(Element::P);
        tree.open(Element::Br);
        tree.open(Element::Em);
        tree.close_all();
        let closed: Vec<String> = tree.nodes().skip(3).map(|node| format!("{node:?}")).collect();
        assert_eq!(closed, ["Close(Em, Markdown)", "Close(P, Markdown)"]);
    }
}
