//! A text as data for the layouts of prints: elements with their attributes, links that lead somewhere, pictures by the
//! name of their file. Knows nothing of layouts and of how pages show the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::text_context::TextContext;
use super::{Views, picture, print_facts};
use crate::document::element::Element;
use crate::document::tree::{Argument, Component, Image, Slot, Tree, TreeAttribute, TreeAttributes, TreeNode};
use crate::site::Entry;

/// A part of a text.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum PrintNode {
    /// Words, with white space as a reader sees it.
    Text(String),
    /// An element and what stands in it.
    Element(PrintElement),
}

/// An element.
#[derive(Debug, Serialize)]
pub(super) struct PrintElement {
    tag: PrintTag,
    /// Its name, where it is a component.
    #[serde(skip_serializing_if = "Option::is_none")]
    component: Option<String>,
    #[serde(rename = "attrs")]
    attributes: BTreeMap<String, String>,
    body: Vec<PrintNode>,
}

/// What an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PrintTag {
    Html(Element),
    Img,
    Component,
}

impl Serialize for PrintTag {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Html(element) => element.name(),
            Self::Img => "img",
            Self::Component => "component",
        })
    }
}

impl PrintElement {
    fn new(tag: PrintTag) -> Self {
        Self { tag, component: None, attributes: BTreeMap::new(), body: Vec::new() }
    }

    /// An element of HTML.
    pub(super) fn of(element: Element) -> Self {
        Self::new(PrintTag::Html(element))
    }

    /// The same with an attribute.
    pub(super) fn with(mut self, name: &str, value: &str) -> Self {
        self.attributes.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The same with something in it, behind what is there.
    pub(super) fn around(mut self, nodes: impl IntoIterator<Item = PrintNode>) -> PrintNode {
        self.body.extend(nodes);
        PrintNode::Element(self)
    }

    /// Appends words; those that stand together are one text.
    fn push_words(&mut self, words: &str) {
        match self.body.last_mut() {
            Some(PrintNode::Text(text)) => text.push_str(words),
            _ => self.body.push(PrintNode::Text(words.to_owned())),
        }
    }

    /// White space as a reader sees it: one space for many, none between blocks and at their edges.
    fn tidy(&mut self) {
        let (holds_blocks, is_block) = match self.tag {
            PrintTag::Html(element) => (element.holds_blocks(), element.is_text_block()),
            PrintTag::Component => (true, false),
            PrintTag::Img => (false, false),
        };
        for node in &mut self.body {
            if let PrintNode::Text(text) = node {
                *text = one_space(text);
            }
        }
        if holds_blocks {
            self.body.retain(|node| !matches!(node, PrintNode::Text(text) if text.trim().is_empty()));
        }
        if holds_blocks || is_block {
            if let Some(PrintNode::Text(first)) = self.body.first_mut() {
                *first = first.trim_start_matches(' ').to_owned();
            }
            if let Some(PrintNode::Text(last)) = self.body.last_mut() {
                *last = last.trim_end_matches(' ').to_owned();
            }
            self.body.retain(|node| !matches!(node, PrintNode::Text(text) if text.is_empty()));
        }
    }
}

/// A text for a layout.
pub(super) struct PrintBody {
    pub(super) nodes: Vec<PrintNode>,
    /// Pictures in it: the name that the nodes use, and the file below `content/` that they are made of.
    pub(super) pictures: BTreeMap<String, Arc<str>>,
}

/// The text of an entry for a layout. Words of the glossary are no links: on paper nobody follows them.
pub(super) fn of_entry(views: &Views, entry: &Entry, tree: &Tree) -> PrintBody {
    let doc = views.site.localized_doc(entry, &views.lang).doc;
    let mut fold = PrintFold {
        context: TextContext::new(views, doc, Some(entry)),
        open: vec![PrintElement::new(PrintTag::Component)],
        pictures: BTreeMap::new(),
    };
    for node in tree.nodes() {
        fold.node(node);
    }
    let mut root = fold.open.pop().unwrap_or_else(|| PrintElement::new(PrintTag::Component));
    root.tidy();
    PrintBody { nodes: root.body, pictures: fold.pictures }
}

struct PrintFold<'a> {
    context: TextContext<'a>,
    /// What is open, the whole text first.
    open: Vec<PrintElement>,
    pictures: BTreeMap<String, Arc<str>>,
}

impl PrintFold<'_> {
    fn node(&mut self, node: TreeNode<'_>) {
        match node {
            TreeNode::Open(element, _, attributes) => {
                let data = self.element(element, attributes);
                if element.is_void() { self.push(PrintNode::Element(data)) } else { self.open.push(data) }
            }
            TreeNode::Text(words, _) => self.words(words),
            TreeNode::Close(..) | TreeNode::CloseComponent(_) => self.close(),
            TreeNode::Slot(Slot::Image(image)) => self.image(image),
            TreeNode::Slot(Slot::Task(done, outcome)) => self.task(*done, outcome.as_deref()),
            TreeNode::Slot(Slot::Outcome(id)) => self.outcome(id),
            // The walk tells of its start and end.
            TreeNode::Slot(Slot::Component(_)) => {}
            TreeNode::OpenComponent(component) => self.open.push(of_component(component)),
        }
    }

    fn element(&self, element: Element, attributes: TreeAttributes<'_>) -> PrintElement {
        let mut data = PrintElement::of(element);
        for attribute in attributes {
            match attribute {
                TreeAttribute::Value(name, value) => data = data.with(name.name(), value),
                TreeAttribute::Label(name, label) => {
                    data = data.with(name.name(), &self.context.views.text(label.key()));
                }
                TreeAttribute::Link(index) => self.context.link(index, &mut |name, value| {
                    data.attributes.insert(name.to_owned(), value.to_owned());
                }),
            }
        }
        data
    }

    fn push(&mut self, node: PrintNode) {
        if let Some(last) = self.open.last_mut() {
            last.body.push(node);
        }
    }

    fn words(&mut self, words: &str) {
        if let Some(last) = self.open.last_mut() {
            last.push_words(words);
        }
    }

    /// Ends the innermost open element.
    fn close(&mut self) {
        let Some(mut last) = self.open.pop() else { return };
        // Every space counts in code.
        let code = |element: &PrintElement| element.tag == PrintTag::Html(Element::Pre);
        if !code(&last) && !self.open.iter().any(code) {
            last.tidy();
        }
        // A link that leads nowhere is its text, as on the page.
        if last.tag == PrintTag::Html(Element::A) && !last.attributes.contains_key("href") {
            for node in last.body {
                match node {
                    PrintNode::Text(words) => self.words(&words),
                    PrintNode::Element(_) => self.push(node),
                }
            }
        } else {
            self.push(PrintNode::Element(last));
        }
    }

    fn image(&mut self, image: &Image) {
        let Some(path) = self.context.picture(image) else { return };
        let views = self.context.views;
        let src = views.url(&views.site.file_route(path));
        let mut data = PrintElement::new(PrintTag::Img).with("src", &src).with("alt", &image.alt);
        if let Some(picture) = views.site.pictures.get(path) {
            let ending = src.rsplit('.').next().unwrap_or_default();
            let name = format!("picture-{}.{ending}", self.pictures.len() + 1);
            data = data.with("file", &name);
            if let Some((width, height)) = picture::shown_size(picture) {
                data = data.with("width", &width.to_string()).with("height", &height.to_string());
            }
            self.pictures.insert(name, Arc::clone(path));
        }
        self.push(PrintNode::Element(data));
    }

    fn task(&mut self, written: bool, outcome: Option<&str>) {
        let (mark, label) = self.context.task(written, outcome);
        let data = PrintElement::of(Element::Span).with("class", "task").with("role", "img").with("aria-label", &label);
        self.push(data.around([PrintNode::Text(mark.to_owned())]));
        self.words(" ");
    }

    fn outcome(&mut self, id: &str) {
        let known = self.context.outcome(id);
        let facts = known.and_then(|(entry, outcome)| print_facts::of_outcome(self.context.views, entry, &outcome));
        if let Some(facts) = facts {
            self.push(facts);
        }
    }
}

/// A component with its arguments; the layout says how it looks on paper.
fn of_component(component: &Component) -> PrintElement {
    let mut data = PrintElement::new(PrintTag::Component);
    data.component = Some(component.name.clone());
    for (name, value) in &component.arguments {
        data = match value {
            Argument::Text(text) => data.with(name, text),
            Argument::Bool(flag) => data.with(name, &flag.to_string()),
            Argument::Integer(number) => data.with(name, &number.to_string()),
        };
    }
    data
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
