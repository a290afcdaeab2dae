//! HTML that samen wrote as a tree of elements and text, for whoever makes something other than a page of it.
//! Knows nothing of what is made, and is no reader of HTML that others wrote.

use serde::Serialize;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum TextNode {
    /// Words, with references resolved and white space as a reader sees it.
    Text(String),
    /// An element and what stands in it.
    Element(TextElement),
}

/// An element.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextElement {
    /// Its name.
    pub tag: String,
    /// Its attributes, in the order of their names.
    #[serde(rename = "attrs")]
    pub attributes: std::collections::BTreeMap<String, String>,
    /// What stands in it.
    pub body: Vec<TextNode>,
}

/// Elements that have no end.
const VOID: &[&str] = &["br", "col", "hr", "img", "input", "source", "wbr"];

/// Elements that hold no text of their own: white space between their parts is nothing.
const HOLDERS: &[&str] = &[
    "",
    "article",
    "aside",
    "blockquote",
    "details",
    "div",
    "dl",
    "figure",
    "footer",
    "header",
    "ol",
    "section",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
];

/// Elements at whose edges white space is nothing.
const BLOCKS: &[&str] =
    &["dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "summary", "td", "th"];

/// References to characters that the program and the sanitiser write, `&amp;` last, so that `&amp;lt;`
/// is not decoded twice.
const REFERENCES: &[(&str, &str)] = &[
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&#x27;", "'"),
    ("&#32;", " "),
    ("&nbsp;", "\u{a0}"),
    ("&amp;", "&"),
];

/// The tree of a piece of HTML.
#[must_use]
pub fn tree(html: &str) -> Vec<TextNode> {
    let mut open = vec![element("")];
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        add_text(&mut open, &rest[..at]);
        rest = &rest[at..];
        let length = if rest.starts_with("<!--") { rest.find("-->").map(|at| at + 3) } else { tag_length(rest) };
        let Some(length) = length else {
            rest = "";
            break;
        };
        tag(&mut open, &rest[1..length - 1]);
        rest = &rest[length..];
    }
    add_text(&mut open, rest);
    while open.len() > 1 {
        close(&mut open);
    }
    open.pop().map(|root| tidy(root, false).body).unwrap_or_default()
}

fn element(tag: &str) -> TextElement {
    TextElement { tag: tag.to_owned(), attributes: std::collections::BTreeMap::new(), body: Vec::new() }
}

/// Bytes of the tag that starts here, over quoted values.
fn tag_length(html: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// Reads what stands between `<` and `>`.
fn tag(open: &mut Vec<TextElement>, inner: &str) {
    if inner.starts_with('!') {
        return;
    }
    if let Some(name) = inner.strip_prefix('/') {
        if open.iter().skip(1).any(|element| element.tag == name.trim()) {
            while close(open) != name.trim() {}
        }
        return;
    }
    let end = inner.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(inner.len());
    let mut new = element(&inner[..end]);
    new.attributes = attributes(&inner[end..]).collect();
    if VOID.contains(&new.tag.as_str()) { add(open, TextNode::Element(new)) } else { open.push(new) }
}

/// `name="value"`, `name=value` and `name`.
fn attributes(text: &str) -> impl Iterator<Item = (String, String)> + '_ {
    let mut rest = text.trim_start();
    std::iter::from_fn(move || {
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        let name = rest[..end].trim_end_matches('/').to_owned();
        rest = rest[end..].trim_start();
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let quoted = after.chars().next().filter(|c| matches!(c, '"' | '\''));
            let start = usize::from(quoted.is_some());
            let stop = |c: char| quoted.map_or(c.is_whitespace(), |quote| c == quote);
            let end = after[start..].find(stop).map_or(after.len(), |at| at + start);
            value = resolve(&after[start..end]);
            rest = after[(end + start).min(after.len())..].trim_start();
        }
        (!name.is_empty()).then_some((name, value))
    })
}

fn resolve(text: &str) -> String {
    let mut text = text.to_owned();
    if text.contains('&') {
        for (reference, character) in REFERENCES {
            text = text.replace(reference, character);
        }
    }
    text
}

fn add(open: &mut [TextElement], node: TextNode) {
    if let Some(last) = open.last_mut() {
        last.body.push(node);
    }
}

fn add_text(open: &mut [TextElement], text: &str) {
    if !text.is_empty() {
        add(open, TextNode::Text(resolve(text)));
    }
}

/// Ends the innermost open element, and says which it was.
fn close(open: &mut Vec<TextElement>) -> String {
    let Some(last) = open.pop() else { return String::new() };
    let name = last.tag.clone();
    add(open, TextNode::Element(last));
    name
}

/// White space as a reader sees it: one space for many, none between blocks and at their edges.
fn tidy(mut element: TextElement, code: bool) -> TextElement {
    let code = code || element.tag == "pre";
    let holder = HOLDERS.contains(&element.tag.as_str());
    let body = std::mem::take(&mut element.body);
    for node in body {
        match node {
            TextNode::Element(inner) => element.body.push(TextNode::Element(tidy(inner, code))),
            TextNode::Text(text) if code => element.body.push(TextNode::Text(text)),
            TextNode::Text(text) if holder && text.trim().is_empty() => {}
            TextNode::Text(text) => element.body.push(TextNode::Text(one_space(&text))),
        }
    }
    if !code && (holder || BLOCKS.contains(&element.tag.as_str())) {
        if let Some(TextNode::Text(first)) = element.body.first_mut() {
            *first = first.trim_start_matches(' ').to_owned();
        }
        if let Some(TextNode::Text(last)) = element.body.last_mut() {
            *last = last.trim_end_matches(' ').to_owned();
        }
        element.body.retain(|node| !matches!(node, TextNode::Text(text) if text.is_empty()));
    }
    element
}

fn one_space(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let c = if matches!(c, ' ' | '\n' | '\t' | '\r') { ' ' } else { c };
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out
}
