//! A text as HTML for one reader: links in their language, words of the theme, components. Knows nothing of pages.

use super::{TemplateValues, Views, picture};
use crate::diagnostic::Diagnostic;
use crate::document::element::Element;
use crate::document::html::escape;
use crate::document::tree::{Component, ElementRole, Slot, Tree, TreeAttribute, TreeAttributes, TreeNode};
use crate::site::route;
use crate::site::{Doc, Entry, EntryId, LinkTo, Mention, Route};

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
        entry: Some(entry),
        components: Some(components),
        mentions: views.site.mentions(doc),
        pictured: false,
        ..Filling::new(views, doc)
    };
    let text = filling.text(tree);
    if filling.wrong.is_empty() { Ok(text) } else { Err(filling.wrong) }
}

/// The text of a field or an outcome, where components cannot stand.
pub(super) fn without_components(views: &Views, tree: &Tree, doc: &Doc) -> String {
    Filling::new(views, doc).text(tree)
}

/// The text of an outcome of an entry.
pub(super) fn outcome(views: &Views, tree: &Tree, doc: &Doc, entry: &Entry) -> String {
    Filling { entry: Some(entry), ..Filling::new(views, doc) }.text(tree)
}

struct Filling<'a> {
    views: &'a Views,
    /// Where the links of the text lead, by index.
    links: &'a [LinkTo],
    /// The entry whose source says which outcomes are done.
    entry: Option<&'a Entry>,
    components: Option<&'a dyn Components>,
    wrong: Vec<Diagnostic>,
    /// Words of the glossary that are still to come.
    mentions: &'a [Mention],
    /// Whether a picture came before, so that the next one may wait until a reader comes near it.
    pictured: bool,
}

impl<'a> Filling<'a> {
    fn new(views: &'a Views, doc: &'a Doc) -> Self {
        Self {
            views,
            links: views.site.links(doc),
            entry: None,
            components: None,
            wrong: Vec::new(),
            mentions: &[],
            pictured: true,
        }
    }

    fn text(&mut self, tree: &Tree) -> String {
        // What is being written: the whole, then the bodies of components that are open.
        let mut open = Vec::new();
        let mut out = String::with_capacity(tree.html_size());
        for node in tree.nodes() {
            match node {
                TreeNode::Open(element, role, attributes) => self.start_tag(element, role, attributes, &mut out),
                TreeNode::Text(text, at) => self.words(text, at, &mut out),
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

    fn start_tag(&self, element: Element, role: ElementRole, attributes: TreeAttributes<'_>, out: &mut String) {
        out.push('<');
        out.push_str(element.name());
        for given in attributes {
            match given {
                TreeAttribute::Value(name, value) => attribute(name.name(), value, out),
                TreeAttribute::Label(name, label) => attribute(name.name(), &self.views.text(label.key()), out),
                TreeAttribute::Link(index) => self.link(index as usize, out),
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
            self.entry(mention.term, None, out);
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
                if let Some(LinkTo::Asset(path)) = self.links.get(image.link as usize) {
                    let first = !std::mem::replace(&mut self.pictured, true);
                    picture::write(self.views, path, image, first, out);
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
        let (Some(entry), Some(components)) = (self.entry, self.components) else { return };
        let site = &*self.views.site;
        if site.withheld(entry) {
            return;
        }
        let Some(outcome) = site.public_outcome_of(entry, id, &self.views.lang) else { return };
        match components.outcome(self.views.with_item(super::outcome::value(self.views, entry, &outcome))) {
            Ok(html) => out.push_str(&html),
            Err(diagnostic) => self.wrong.push(*diagnostic),
        }
    }

    /// A task box. That of an outcome shows the state in the source, whatever a translation says.
    fn task(&self, done: bool, outcome: Option<&str>, out: &mut String) {
        let site = &self.views.site;
        let known = self.entry.zip(outcome);
        let known = known.and_then(|(entry, id)| site.public_outcome_of(entry, id, &self.views.lang));
        let done = known.and_then(|outcome| outcome.source.done).unwrap_or(done);
        let (mark, label) = if done { ("☑", "task-done") } else { ("☐", "task-open") };
        out.push_str("<span class=\"task\" role=\"img\" aria-label=\"");
        escape(&self.views.text(label), out);
        out.push_str(&format!("\">{mark}</span> "));
    }

    /// The attributes of a link. One that leads nowhere keeps its text and loses its address.
    fn link(&self, index: usize, out: &mut String) {
        match self.links.get(index) {
            Some(LinkTo::Entry(id, anchor)) => self.entry(*id, anchor.as_deref(), out),
            Some(LinkTo::Asset(path)) => attribute("href", &self.views.url(&self.views.site.file_route(path)), out),
            Some(LinkTo::Anchor(id)) => attribute("href", &with_anchor(String::new(), Some(id)), out),
            Some(LinkTo::Address(path, anchor)) => {
                if let Some(route) = Route::of_address(path) {
                    attribute("href", &with_anchor(self.views.url(&route), anchor.as_deref()), out);
                }
            }
            Some(LinkTo::Nowhere) | None => {}
        }
    }

    /// The attributes of a link to an entry.
    fn entry(&self, id: EntryId, anchor: Option<&str>, out: &mut String) {
        let site = &*self.views.site;
        let entry = site.entry(id);
        let shown = site.localized_doc(entry, &self.views.lang);
        let url = self.views.url(&site.route_in(entry, shown.page));
        attribute("href", &with_anchor(url, anchor), out);
        if shown.lang != &self.views.lang {
            attribute("hreflang", shown.lang.as_str(), out);
        }
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

fn with_anchor(mut url: String, anchor: Option<&str>) -> String {
    if let Some(anchor) = anchor {
        url.push('#');
        url.push_str(&route::readable(anchor));
    }
    url
}

pub(super) fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(value, out);
    out.push('"');
}
