//! A text as HTML for one reader: links in their language, words of the theme, components. Knows nothing of pages.

use super::text_context::TextContext;
use super::{TemplateValues, Views, picture};
use crate::diagnostic::Diagnostic;
use crate::document::element::Element;
use crate::document::html::escape;
use crate::document::tree::{Component, ElementRole, Slot, Tree, TreeAttribute, TreeAttributes, TreeNode};
use crate::site::{Doc, Entry, Mention};

/// Renders the components of texts.
pub trait Components {
    /// The HTML of a component around `body`.
    ///
    /// # Errors
    /// A diagnostic at the place where the text calls it.
    fn component(&self, component: &Component, body: &str) -> Result<String, Box<Diagnostic>>;

    /// The HTML of what is known of an outcome; nothing where the theme does not show it there.
    ///
    /// # Errors
    /// A diagnostic in the theme.
    fn outcome(&self, values: TemplateValues) -> Result<String, Box<Diagnostic>>;
}

/// The text of an entry as HTML, with all slots filled.
///
/// # Errors
/// What is wrong with its components.
pub(super) fn whole(
    views: &Views,
    tree: &Tree,
    entry: &Entry,
    components: &dyn Components,
) -> Result<String, Vec<Diagnostic>> {
    let doc = views.site.localized_doc(entry, &views.lang).doc;
    let mut filling = Filling {
        components: Some(components),
        mentions: views.site.mentions(doc),
        pictured: false,
        ..Filling::new(TextContext::new(views, doc, Some(entry)))
    };
    let text = filling.text(tree);
    if filling.wrong.is_empty() { Ok(text) } else { Err(filling.wrong) }
}

/// The text of a field or an outcome, where components cannot stand.
pub(super) fn without_components(views: &Views, tree: &Tree, doc: &Doc) -> String {
    Filling::new(TextContext::new(views, doc, None)).text(tree)
}

/// The text of an outcome of an entry.
pub(super) fn outcome(views: &Views, tree: &Tree, doc: &Doc, entry: &Entry) -> String {
    Filling::new(TextContext::new(views, doc, Some(entry))).text(tree)
}

struct Filling<'a> {
    context: TextContext<'a>,
    components: Option<&'a dyn Components>,
    wrong: Vec<Diagnostic>,
    /// Words of the glossary that are still to come.
    mentions: &'a [Mention],
    /// Whether a picture came before, so that the next one may wait until a reader comes near it.
    pictured: bool,
}

impl<'a> Filling<'a> {
    fn new(context: TextContext<'a>) -> Self {
        Self { context, components: None, wrong: Vec::new(), mentions: &[], pictured: true }
    }

    fn text(&mut self, tree: &Tree) -> String {
        // What is being written: the whole, then the bodies of components that are open.
        let mut open = Vec::new();
        // Of every link that is open, whether it leads nowhere and only its text is written.
        let mut left_out = Vec::new();
        let mut out = String::with_capacity(tree.html_size());
        for node in tree.nodes() {
            match node {
                TreeNode::Open(Element::A, _, attributes) if !self.links_to(attributes.clone()) => left_out.push(true),
                TreeNode::Open(element, role, attributes) => {
                    left_out.extend((element == Element::A).then_some(false));
                    self.start_tag(element, role, attributes, &mut out);
                }
                TreeNode::Text(text, at) => self.words(text, at, &mut out),
                TreeNode::Close(Element::A, _) if left_out.pop() == Some(true) => {}
                TreeNode::Close(element, role) => end_tag(element, role, &mut out),
                TreeNode::Slot(slot) => self.slot(slot, &mut out),
                TreeNode::OpenComponent(_) => open.push(std::mem::take(&mut out)),
                TreeNode::CloseComponent(component) => {
                    let body = std::mem::replace(&mut out, open.pop().unwrap_or_default());
                    self.component(component, &body, &mut out);
                }
            }
        }
        out
    }

    /// Whether a link leads somewhere, or is no link of ours.
    fn links_to(&self, attributes: TreeAttributes<'_>) -> bool {
        attributes.into_iter().all(|given| match given {
            TreeAttribute::Link(index) => self.context.leads_somewhere(index),
            TreeAttribute::Value(..) | TreeAttribute::Label(..) => true,
        })
    }

    fn start_tag(&self, element: Element, role: ElementRole, attributes: TreeAttributes<'_>, out: &mut String) {
        out.push('<');
        out.push_str(element.name());
        for given in attributes {
            match given {
                TreeAttribute::Value(name, value) => attribute(name.name(), value, out),
                TreeAttribute::Label(name, label) => attribute(name.name(), &self.context.views.text(label.key()), out),
                TreeAttribute::Link(index) => self.context.link(index, &mut |name, value| attribute(name, value, out)),
            }
        }
        out.push('>');
        if element.breaks_after_start() && in_lines(role) {
            out.push('\n');
        }
    }

    /// Words, with links at those of the glossary. `start` is where they start in the text of the tree.
    fn words(&mut self, text: &str, start: usize, out: &mut String) {
        let mut done = 0;
        while let Some((mention, rest)) = self.mentions.split_first()
            && let at = mention.at.range()
            && at.end <= start + text.len()
        {
            self.mentions = rest;
            escape(&text[done..at.start - start], out);
            out.push_str("<a class=\"glossary\"");
            self.context.entry_link(mention.term, None, &mut |name, value| attribute(name, value, out));
            out.push('>');
            escape(&text[at.start - start..at.end - start], out);
            out.push_str("</a>");
            done = at.end - start;
        }
        escape(&text[done..], out);
    }

    fn slot(&mut self, slot: &Slot, out: &mut String) {
        match slot {
            Slot::Task(done, outcome) => self.task(*done, outcome.as_deref(), out),
            Slot::Image(image) => {
                if let Some(path) = self.context.picture(image) {
                    let first = !std::mem::replace(&mut self.pictured, true);
                    picture::write(self.context.views, path, image, first, out);
                }
            }
            Slot::Outcome(id) => self.outcome(id, out),
            // The walk tells of its start and end.
            Slot::Component(_) => {}
        }
    }

    fn component(&mut self, component: &Component, body: &str, out: &mut String) {
        match self.components.map(|components| components.component(component, body)) {
            Some(Ok(html)) => out.push_str(&html),
            Some(Err(diagnostic)) => self.wrong.push(*diagnostic),
            None => out.push_str(body),
        }
    }

    /// What is known of an outcome: in texts only, not in lists.
    fn outcome(&mut self, id: &str, out: &mut String) {
        let Some(components) = self.components else { return };
        let Some((entry, outcome)) = self.context.outcome(id) else { return };
        let views = self.context.views;
        match components.outcome(views.with_item(super::outcome::value_in_notes(views, entry, &outcome))) {
            Ok(html) => out.push_str(&html),
            Err(diagnostic) => self.wrong.push(*diagnostic),
        }
    }

    fn task(&self, written: bool, outcome: Option<&str>, out: &mut String) {
        let (mark, label) = self.context.task(written, outcome);
        out.push_str("<span class=\"task\" role=\"img\" aria-label=\"");
        escape(&label, out);
        out.push_str(&format!("\">{mark}</span> "));
    }
}

/// Whether blocks of this role stand on lines of their own. Raw HTML brings its own lines.
fn in_lines(role: ElementRole) -> bool {
    matches!(role, ElementRole::Markdown | ElementRole::Outcome)
}

fn end_tag(element: Element, role: ElementRole, out: &mut String) {
    out.push_str("</");
    out.push_str(element.name());
    out.push('>');
    if element.breaks_after_end() && in_lines(role) {
        out.push('\n');
    }
}

pub(super) fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(value, out);
    out.push('"');
}
