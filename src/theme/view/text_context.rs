//! Where a text stands and for whom: what its links and slots mean there. Knows nothing of what is made of it.

use std::sync::Arc;

use super::Views;
use crate::document::tree::Image;
use crate::site::route;
use crate::site::{Doc, Entry, EntryId, LinkTo, MergedOutcome, Route};

/// What a fold of a text asks about its links and slots.
pub(super) struct TextContext<'a> {
    pub(super) views: &'a Views,
    /// Where the links of the text lead, by index.
    links: &'a [LinkTo],
    /// The entry whose source says which outcomes are done.
    entry: Option<&'a Entry>,
}

impl<'a> TextContext<'a> {
    /// A text of `doc`; with its entry where the text may show what is known of its outcomes.
    pub(super) fn new(views: &'a Views, doc: &'a Doc, entry: Option<&'a Entry>) -> Self {
        Self { views, links: views.site.links(doc), entry }
    }

    /// Whether a link leads somewhere for this reader. One that does not keeps its text only: an element without an
    /// address would tell that something is hidden there.
    pub(super) fn leads_somewhere(&self, index: u32) -> bool {
        match self.links.get(index as usize) {
            Some(LinkTo::Entry(..) | LinkTo::Asset(_) | LinkTo::Anchor(_)) => true,
            Some(LinkTo::Address(path, _)) => Route::of_address(path).is_some(),
            Some(LinkTo::Nowhere) | None => false,
        }
    }

    /// Tells `put` the attributes of a link. One that leads nowhere has none.
    pub(super) fn link(&self, index: u32, put: &mut dyn FnMut(&'static str, &str)) {
        match self.links.get(index as usize) {
            Some(LinkTo::Entry(id, anchor)) => self.entry_link(*id, anchor.as_deref(), put),
            Some(LinkTo::Asset(path)) => put("href", &self.views.url(&self.views.site.file_route(path))),
            Some(LinkTo::Anchor(id)) => put("href", &with_anchor(String::new(), Some(id))),
            Some(LinkTo::Address(path, anchor)) => {
                if let Some(route) = Route::of_address(path) {
                    put("href", &with_anchor(self.views.url(&route), anchor.as_deref()));
                }
            }
            Some(LinkTo::Nowhere) | None => {}
        }
    }

    /// Tells `put` the attributes of a link to an entry.
    pub(super) fn entry_link(&self, id: EntryId, anchor: Option<&str>, put: &mut dyn FnMut(&'static str, &str)) {
        let site = &*self.views.site;
        let entry = site.entry(id);
        let shown = site.localized_doc(entry, &self.views.lang);
        let url = self.views.url(&site.route_in(entry, shown.page));
        put("href", &with_anchor(url, anchor));
        if shown.lang != &self.views.lang {
            put("hreflang", shown.lang.as_str());
        }
    }

    /// The file of a picture; nothing where there is none.
    pub(super) fn picture(&self, image: &Image) -> Option<&'a Arc<str>> {
        match self.links.get(image.link as usize) {
            Some(LinkTo::Asset(path)) => Some(path),
            _ => None,
        }
    }

    /// Whether a task is done. That of an outcome is as the source says, whatever a translation says.
    fn is_done(&self, written: bool, outcome: Option<&str>) -> bool {
        let known = outcome.and_then(|id| self.outcome(id));
        known.and_then(|(_, outcome)| outcome.source.done).unwrap_or(written)
    }

    /// The sign of a task, and what it means in words.
    pub(super) fn task(&self, written: bool, outcome: Option<&str>) -> (&'static str, String) {
        let (sign, label) = if self.is_done(written, outcome) { ("☑", "task-done") } else { ("☐", "task-open") };
        (sign, self.views.text(label))
    }

    /// An outcome whose facts may be told here.
    pub(super) fn outcome(&self, id: &str) -> Option<(&'a Entry, MergedOutcome<'a>)> {
        let views = self.views;
        let entry = self.entry?;
        Some((entry, views.site.public_outcome_of(entry, id, &views.lang)?))
    }
}

fn with_anchor(mut url: String, anchor: Option<&str>) -> String {
    if let Some(anchor) = anchor {
        url.push('#');
        url.push_str(&route::readable(anchor));
    }
    url
}
