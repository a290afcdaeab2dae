//! A web page as a tree of a few elements: read the way browsers do, without what runs or hides in it. Knows nothing of what
//! elements mean.

use std::cell::RefCell;
use std::collections::BTreeMap;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use crate::stack;

/// How deep elements may stand in each other; those below are put beside.
const DEEPEST: usize = 100;

/// Elements of a page.
const MOST: usize = 300_000;

/// Memory for the calls of the parser.
const STACK: usize = 64 << 20;

/// Elements that are kept. Of all others only what is in them is.
pub(super) const TAGS: &[&str] = &[
    "a",
    "address",
    "article",
    "aside",
    "b",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "img",
    "input",
    "ins",
    "kbd",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "s",
    "samp",
    "section",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "tt",
    "ul",
];

/// Elements of which nothing is kept.
const DROPPED: &[&str] =
    &["script", "style", "title", "head", "noscript", "template", "textarea", "select", "button", "svg", "math"];

const ATTRIBUTES: &[&str] = &[
    "alt", "checked", "class", "colspan", "datetime", "href", "id", "name", "rowspan", "src", "start", "style", "type",
    "value",
];

/// An element with what is in it.
#[derive(Debug, Default)]
pub(super) struct WebElement {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<WebChild>,
}

#[derive(Debug)]
pub(super) enum WebChild {
    Text(String),
    /// By its index.
    Element(usize),
}

/// The elements of a page; the first holds all others.
#[derive(Debug, Default)]
pub(super) struct WebTree {
    pub(super) elements: Vec<WebElement>,
    /// What rules of the page's own styles say of a class.
    pub(super) classes: BTreeMap<String, String>,
}

impl WebElement {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl WebTree {
    /// Reads a page; `None` where the parser gave up.
    pub(super) fn read(text: &str) -> Option<Self> {
        let clean = stack::on_stack(STACK, || cleaned(text))?;
        let sink = WebSink::default();
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(&clean));
        let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
        // The sink never stops the tokenizer, so that one call reads everything.
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        let mut tree = tokenizer.sink.tree.into_inner();
        tree.elements.truncate(MOST + 1);
        tree.classes = classes(text);
        Some(tree)
    }
}

/// The page without what is not kept; its tags nest.
fn cleaned(text: &str) -> String {
    let mut builder = ammonia::Builder::empty();
    builder.add_tags(TAGS).add_clean_content_tags(DROPPED).add_generic_attributes(ATTRIBUTES);
    builder.add_url_schemes(["https", "http", "mailto", "tel", "file", "data"]).link_rel(None);
    builder.clean(text).to_string()
}

/// Simple rules of the page's own styles: `.c5{font-weight:700}`.
fn classes(text: &str) -> BTreeMap<String, String> {
    /// Bytes of styles that are looked at.
    const MOST_STYLES: usize = 1 << 20;
    let mut found = BTreeMap::new();
    let Some(start) = text.find("<style") else { return found };
    let end = text[start..].find("</style").map_or(text.len(), |end| start + end);
    let styles: &str = &text[start..end];
    if styles.len() > MOST_STYLES {
        return found;
    }
    for rule in styles.split('}') {
        let Some((selectors, declarations)) = rule.split_once('{') else { continue };
        for selector in selectors.split(',') {
            let name = selector.rsplit([';', '\n', '>']).next().unwrap_or_default().trim();
            let name =
                name.strip_prefix("p.").or_else(|| name.strip_prefix("span.")).or_else(|| name.strip_prefix('.'));
            if let Some(name) = name.filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)))
            {
                found.insert(name.to_owned(), declarations.to_ascii_lowercase());
            }
        }
    }
    found
}

/// Builds the tree.
struct WebSink {
    tree: RefCell<WebTree>,
    /// The elements that are open, by their indexes, and how many are open below the last of them.
    open: RefCell<(Vec<usize>, Vec<String>)>,
}

impl Default for WebSink {
    fn default() -> Self {
        let tree = WebTree { elements: vec![WebElement::default()], classes: BTreeMap::new() };
        Self { tree: RefCell::new(tree), open: RefCell::new((vec![0], Vec::new())) }
    }
}

impl TokenSink for WebSink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let (mut tree, mut open) = (self.tree.borrow_mut(), self.open.borrow_mut());
        let (open, below) = &mut *open;
        let parent = open.last().copied().unwrap_or(0);
        match token {
            Token::CharacterTokens(text) => match tree.elements[parent].children.last_mut() {
                Some(WebChild::Text(last)) => last.push_str(&text),
                _ => tree.elements[parent].children.push(WebChild::Text(text.to_string())),
            },
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let name = tag.name.to_string();
                let void = matches!(name.as_str(), "br" | "hr" | "img" | "input");
                if tree.elements.len() > MOST || (open.len() > DEEPEST && !void) {
                    if !void {
                        below.push(name);
                    }
                    return TokenSinkResult::Continue;
                }
                let attributes = tag.attrs.iter().map(|it| (it.name.local.to_string(), it.value.to_string())).collect();
                let index = tree.elements.len();
                tree.elements.push(WebElement { name, attributes, children: Vec::new() });
                tree.elements[parent].children.push(WebChild::Element(index));
                if !void {
                    open.push(index);
                }
            }
            Token::TagToken(tag) => {
                // The sanitiser writes every end, so the last element that is open ends.
                if below.last().is_some_and(|name| **name == *tag.name) {
                    below.pop();
                } else if open.len() > 1 && tree.elements[parent].name == *tag.name {
                    open.pop();
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
