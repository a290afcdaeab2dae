//! Where the links of documents lead, and who links to whom. Knows nothing of addresses that are spelled out; `plan`
//! checks those, because only it knows all that will exist.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::{Doc, Entry, EntryId, Site, UNREAD};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::links::{DocumentLink, LinkTarget};
use crate::lang::Lang;
use crate::schema::Confidentiality;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTo {
    /// An entry, in the language of the reader, and an anchor there.
    Entry(EntryId, Option<Arc<str>>),
    /// A file beside an entry.
    Asset(Arc<str>),
    /// An anchor of the same page.
    Anchor(Arc<str>),
    /// An address of the site, spelled out.
    Address(Arc<str>, Option<Arc<str>>),
    /// Nowhere; reported already.
    Nowhere,
}

/// Entries that are proposed for a broken link: those in the same folder, and those of the same name.
const PROPOSED_AMONG: usize = 400;

/// Finds where every link leads, and from that the backlinks.
pub(super) fn resolve(site: &mut Site, diagnostics: &mut Diagnostics) {
    let this = &*site;
    let resolved: Vec<Resolved> = this.entries.par_iter().map(|entry| resolve_entry(this, entry)).collect();
    let mut backlinks: Vec<BTreeSet<EntryId>> = vec![BTreeSet::new(); site.entries.len()];
    for (entry, (docs, source, found)) in site.entries.iter_mut().zip(resolved) {
        diagnostics.extend(found);
        for ((_, doc), links) in Arc::make_mut(&mut entry.docs).iter_mut().zip(docs) {
            for link in &links {
                // A text that stays inside tells nobody whom it links to.
                if let LinkTo::Entry(target, _) = link
                    && *target != entry.id
                    && entry.confidentiality != Confidentiality::Summary
                {
                    backlinks[target.0 as usize].insert(entry.id);
                }
            }
            doc.links = links;
        }
        Arc::make_mut(&mut entry.source).links = source;
    }
    for (entry, from) in site.entries.iter_mut().zip(backlinks) {
        entry.backlinks = from.into_iter().collect();
    }
}

type Resolved = (Vec<Vec<LinkTo>>, Vec<LinkTo>, Vec<Diagnostic>);

fn resolve_entry(site: &Site, entry: &Entry) -> Resolved {
    let mut found = Vec::new();
    let mut of = |lang: &Lang, doc: &Doc| -> Vec<LinkTo> {
        let finder = Finder { site, lang, doc };
        doc.meta.links.iter().map(|link| finder.find(link, &mut found)).collect()
    };
    let docs: Vec<Vec<LinkTo>> = entry.docs.iter().map(|(lang, doc)| of(lang, doc)).collect();
    // The source may be unpublished; its links are needed for what it shares, and reported only once.
    let source = match entry.docs.keys().position(|lang| *lang == entry.source_lang) {
        Some(index) => docs[index].clone(),
        None => of(&entry.source_lang, &entry.source),
    };
    (docs, source, found)
}

struct Finder<'a> {
    site: &'a Site,
    lang: &'a Lang,
    doc: &'a Doc,
}

impl Finder<'_> {
    fn find(&self, link: &DocumentLink, found: &mut Vec<Diagnostic>) -> LinkTo {
        let span = Span { file: Arc::clone(&self.doc.file), range: link.range };
        match &link.target {
            LinkTarget::Anchor(id) => {
                if !self.doc.meta.has_anchor(id) {
                    found.push(no_anchor(id, self.doc).at(span));
                }
                LinkTo::Anchor(Arc::clone(id))
            }
            LinkTarget::Address(path, fragment) => LinkTo::Address(Arc::clone(path), fragment.clone()),
            LinkTarget::Path(path, fragment) => self
                .path(path, fragment.as_ref(), link.image, &mut |diagnostic| found.push(diagnostic.at(span.clone()))),
        }
    }

    fn path(
        &self,
        path: &Arc<str>,
        fragment: Option<&Arc<str>>,
        image: bool,
        say: &mut dyn FnMut(Diagnostic),
    ) -> LinkTo {
        if !image && let Some(entry) = self.site.find(path) {
            let target = self.site.localized_doc(entry, self.lang).doc;
            if let Some(id) = fragment
                && (self.site.withheld(entry) || !target.meta.has_anchor(id))
            {
                say(no_anchor(id, target));
            }
            return LinkTo::Entry(entry.id, fragment.cloned());
        }
        let file: Arc<str> = Arc::from(format!("content/{path}"));
        if self.site.assets.contains_key(&file) {
            return LinkTo::Asset(file);
        }
        if let Some(why) = self.site.why_unpublished(path) {
            if why == UNREAD {
                return LinkTo::Nowhere;
            }
            say(Diagnostic::warning(Code::UnpublishedTarget, format!("`{path}` is {why}; the link is left out"))
                .help("remove the link, or publish the page"));
            return LinkTo::Nowhere;
        }
        let what = if image { "image" } else { "page or file" };
        let diagnostic = Diagnostic::error(Code::BrokenLink, format!("there is no {what} `{path}`"));
        say(diagnostic.suggest(path, self.near(path)));
        LinkTo::Nowhere
    }

    /// Paths that may have been meant.
    fn near<'s>(&'s self, path: &str) -> impl Iterator<Item = &'s str> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let (folder, name) = (folder.to_owned(), name.to_owned());
        let entries = self.site.entries.iter().map(|entry| entry.path.as_str());
        let near = move |candidate: &&str| {
            let (other, last) = candidate.rsplit_once('/').unwrap_or(("", candidate));
            other == folder || last == name
        };
        entries.filter(near).take(PROPOSED_AMONG)
    }
}

fn no_anchor(id: &str, target: &Doc) -> Diagnostic {
    let headings = target.meta.headings.iter().map(|heading| &*heading.id);
    let known = headings.chain(target.meta.outcomes.iter().map(|outcome| &*outcome.id));
    Diagnostic::error(Code::BrokenAnchor, format!("`{}` has no heading or outcome `#{id}`", target.file))
        .suggest(id, known)
}
