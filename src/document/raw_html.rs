//! Raw HTML in Markdown: refused unless allow-listed, then sanitised and read into a tree once. The only user of the
//! sanitiser. Knows nothing of Markdown.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::fmt;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::element::{AttributeName, Element};
use super::tree::{ElementRole, Tree};
use crate::config::ALLOWABLE_TAGS;

/// Attributes that an allowed tag may keep.
const ATTRIBUTES: &[&str] = &["lang", "dir", "title"];

/// Sanitises by an allow-list; built once for a site.
pub struct Sanitizer {
    allowed: Vec<String>,
    ammonia: ammonia::Builder<'static>,
}

impl fmt::Debug for Sanitizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sanitizer").field("allowed", &self.allowed).finish_non_exhaustive()
    }
}

/// One tag of inline HTML.
#[derive(Debug, PartialEq)]
pub(super) enum RawTag {
    /// `<abbr title="…">` or `<br>`, sanitised.
    Open(Element, Vec<(AttributeName, String)>),
    /// `</abbr>`
    Close(String),
}

impl Sanitizer {
    /// Allows these tags.
    #[must_use]
    pub fn new(allowed: &[String]) -> Self {
        let mut ammonia = ammonia::Builder::empty();
        let leaked: HashSet<String> = allowed.iter().cloned().collect();
        ammonia.add_tags(leaked.iter().filter_map(|tag| known_tag(tag)));
        ammonia.add_generic_attributes(ATTRIBUTES.iter().copied());
        ammonia.add_tag_attributes("a", ["href"]);
        ammonia.add_url_schemes(["https", "http", "mailto", "tel"]);
        ammonia.link_rel(Some("noreferrer"));
        Self { allowed: allowed.to_vec(), ammonia }
    }

    /// Names of tags in `html` that are not allowed, in the order they stand.
    pub(super) fn refused(&self, html: &str) -> Vec<String> {
        let mut names: Vec<String> = tag_names(html).filter(|name| !self.allows(name)).collect();
        names.dedup();
        names
    }

    /// Sanitises a block whose tags are all allowed.
    pub(super) fn block(&self, html: &str) -> Tree {
        let reader = BlockSink::default();
        let tokenizer = read(reader, &self.ammonia.clean(html).to_string());
        tokenizer.sink.tree.into_inner()
    }

    /// Sanitises one inline tag that is allowed.
    pub(super) fn inline(&self, html: &str) -> RawTag {
        let name = tag_names(html).next().unwrap_or_default();
        let element = Element::of_name(&name).filter(|_| !html.starts_with("</"));
        let Some(element) = element else { return RawTag::Close(name) };
        let tokenizer = read(TagSink::default(), &self.ammonia.clean(html).to_string());
        RawTag::Open(element, tokenizer.sink.attributes.into_inner())
    }

    fn allows(&self, name: &str) -> bool {
        self.allowed.iter().any(|tag| tag == name) && known_tag(name).is_some()
    }
}

/// The sanitiser wants names that live for ever; these are the tags that may be allow-listed.
fn known_tag(name: &str) -> Option<&'static str> {
    ALLOWABLE_TAGS.iter().copied().find(|known| *known == name)
}

/// Names of all tags, in lower case.
fn tag_names(html: &str) -> impl Iterator<Item = String> + '_ {
    html.match_indices('<').filter_map(|(at, _)| {
        let rest = html[at + 1..].trim_start_matches('/');
        let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
        let special = rest.starts_with(['!', '?']);
        if special { Some("!".to_owned()) } else { (!name.is_empty()).then(|| name.to_ascii_lowercase()) }
    })
}

/// Gives all that the sanitiser left to a sink.
fn read<S: TokenSink>(sink: S, clean: &str) -> Tokenizer<S> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(clean));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    // Neither sink stops the tokenizer, so that one call reads everything.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer
}

/// The attributes of a tag that a tree can hold; the sanitiser leaves no others.
fn attributes(tag: &Tag) -> impl Iterator<Item = (AttributeName, &str)> {
    tag.attrs.iter().filter_map(|attribute| Some((AttributeName::of_name(&attribute.name.local)?, &*attribute.value)))
}

/// Reads a block into a tree. The sanitiser writes what a parser of browsers has read, so its tags nest.
#[derive(Default)]
struct BlockSink {
    tree: RefCell<Tree>,
}

impl TokenSink for BlockSink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut tree = self.tree.borrow_mut();
        match token {
            Token::CharacterTokens(text) => tree.text(&text),
            Token::TagToken(tag) => match (Element::of_name(&tag.name), tag.kind) {
                (Some(element), TagKind::StartTag) => {
                    tree.open_as(element, ElementRole::RawHtml);
                    attributes(&tag).for_each(|(name, value)| tree.attribute(name, value));
                }
                (Some(element), TagKind::EndTag) => tree.close_as(element, ElementRole::RawHtml),
                (None, _) => {}
            },
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Reads the attributes of the only tag.
#[derive(Default)]
struct TagSink {
    attributes: RefCell<Vec<(AttributeName, String)>>,
}

impl TokenSink for TagSink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        if let Token::TagToken(tag) = token {
            self.attributes.borrow_mut().extend(attributes(&tag).map(|(name, value)| (name, value.to_owned())));
        }
        TokenSinkResult::Continue
    }
}

/// The words of HTML, a paragraph of its own for each block; what is written for machines is left out.
pub(super) fn words(html: &str) -> Option<String> {
    let sink = read(WordSink::default(), html).sink;
    let words = sink.words.into_inner().replace('\u{a0}', " ");
    let blocks = words.split("\n\n").map(|block| block.split_whitespace().collect::<Vec<_>>().join(" "));
    let blocks: Vec<String> = blocks.filter(|block| !block.is_empty()).collect();
    (!sink.unsure.get()).then(|| blocks.join("\n\n"))
}

/// Reads words.
#[derive(Default)]
struct WordSink {
    words: RefCell<String>,
    /// Whether there is something whose words are not the text of a reader.
    unsure: Cell<bool>,
}

impl TokenSink for WordSink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(text) => self.words.borrow_mut().push_str(&text),
            Token::TagToken(tag) => match &*tag.name {
                "p" | "div" | "br" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                    self.words.borrow_mut().push_str("\n\n");
                }
                "span" | "b" | "i" | "strong" | "em" | "u" | "font" | "o:p" | "ul" | "ol" | "html" | "body" => {}
                _ => self.unsure.set(true),
            },
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Removes `<!-- … -->`; `None` when a comment is not closed.
pub(super) fn without_comments(html: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = rest.find("<!--") {
        out.push_str(&rest[..at]);
        let end = rest[at..].find("-->")?;
        rest = &rest[at + end + 3..];
    }
    out.push_str(rest);
    Some(out)
}
