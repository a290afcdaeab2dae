//! Where the links of documents lead, and who links to whom. Knows nothing of addresses that are spelled out; `plan`
//! checks those, because only it knows all that will exist.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::{Assets, Doc, Entries, Entry, EntryId, Site, WhyHidden};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::links::{DocumentLink, LinkTarget};
use crate::lang::Lang;
use crate::message;

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

impl LinkTo {
    /// The entry that it leads to.
    #[must_use]
    pub fn entry(&self) -> Option<EntryId> {
        match self {
            Self::Entry(id, _) => Some(*id),
            Self::Asset(_) | Self::Anchor(_) | Self::Address(..) | Self::Nowhere => None,
        }
    }
}

/// Entries that are proposed for a broken link: those in the same folder, and those of the same name.
const PROPOSED_AMONG: usize = 400;

/// Where the links of all texts lead.
#[derive(Clone, Debug, Default)]
pub(super) struct ResolvedLinks {
    /// By the file of the text; those of a text in their order.
    by_file: BTreeMap<Arc<str>, Vec<LinkTo>>,
    /// Entries whose texts link to an entry, by the [`EntryId`] of that.
    backlinks: Vec<Vec<EntryId>>,
}

impl Site {
    /// Where the links of a document lead, by index.
    #[must_use]
    pub fn links(&self, doc: &Doc) -> &[LinkTo] {
        self.links.of(doc)
    }

    /// Entries whose texts link to an entry.
    #[must_use]
    pub fn backlinks(&self, entry: &Entry) -> &[EntryId] {
        self.links.backlinks(entry)
    }
}

impl ResolvedLinks {
    /// Finds where every link leads, and from that the backlinks.
    pub(super) fn resolve(entries: &Entries, assets: &Assets, diagnostics: &mut Diagnostics) -> Self {
        let resolved: Vec<EntryLinks> =
            entries.all.par_iter().map(|entry| resolve_entry(entries, assets, entry)).collect();
        let mut by_file = BTreeMap::new();
        let mut backlinks: Vec<Vec<EntryId>> = vec![Vec::new(); entries.len()];
        for (entry, resolved) in entries.iter().zip(resolved) {
            diagnostics.extend(resolved.diagnostics);
            by_file.extend(resolved.by_file.into_iter().filter(|(_, links)| !links.is_empty()));
            resolved.targets.into_iter().for_each(|target| backlinks[target.0 as usize].push(entry.id));
        }
        Self { by_file, backlinks }
    }

    /// Where the links of a document lead, by index.
    pub(super) fn of(&self, doc: &Doc) -> &[LinkTo] {
        self.by_file.get(&doc.file).map_or(&[], Vec::as_slice)
    }

    /// Entries whose texts link to an entry, in the order of their paths.
    pub(super) fn backlinks(&self, entry: &Entry) -> &[EntryId] {
        &self.backlinks[entry.id.0 as usize]
    }
}

/// Where the texts of one entry lead.
#[derive(Default)]
struct EntryLinks {
    by_file: Vec<(Arc<str>, Vec<LinkTo>)>,
    /// Other entries that its public texts link to.
    targets: BTreeSet<EntryId>,
    diagnostics: Vec<Diagnostic>,
}

fn resolve_entry(entries: &Entries, assets: &Assets, entry: &Entry) -> EntryLinks {
    let mut found = EntryLinks::default();
    let withheld = entries.withheld(entry);
    for (lang, doc) in &*entry.docs {
        let links = Finder { entries, assets, lang, doc, withheld }.find_all(&mut found.diagnostics);
        // A text that stays inside tells nobody whom it links to.
        if !withheld {
            found.targets.extend(links.iter().filter_map(LinkTo::entry).filter(|target| *target != entry.id));
        }
        found.by_file.push((Arc::clone(&doc.file), links));
    }
    // A source that is not published shares its fields with the other languages, and their links.
    if !entry.docs.contains_key(&entry.source_lang) {
        let finder = Finder { entries, assets, lang: &entry.source_lang, doc: &entry.source, withheld };
        let links = finder.find_all(&mut found.diagnostics);
        found.by_file.push((Arc::clone(&entry.source.file), links));
    }
    found
}

struct Finder<'a> {
    entries: &'a Entries,
    assets: &'a Assets,
    lang: &'a Lang,
    doc: &'a Doc,
    /// Whether the text stays inside, and with it the files that it names.
    withheld: bool,
}

impl Finder<'_> {
    fn find_all(&self, diagnostics: &mut Vec<Diagnostic>) -> Vec<LinkTo> {
        self.doc.meta.links.iter().map(|link| self.find(link, diagnostics)).collect()
    }

    fn find(&self, link: &DocumentLink, diagnostics: &mut Vec<Diagnostic>) -> LinkTo {
        let span = Span { file: Arc::clone(&self.doc.file), range: link.range };
        match &link.target {
            LinkTarget::Anchor(id) => {
                if !self.doc.meta.has_anchor(id) {
                    diagnostics.push(no_anchor(id, self.doc).at(span));
                }
                LinkTo::Anchor(Arc::clone(id))
            }
            LinkTarget::Address(path, fragment) => LinkTo::Address(Arc::clone(path), fragment.clone()),
            LinkTarget::Path(path, fragment) => self.path(path, fragment.as_ref(), link.image, &mut |diagnostic| {
                diagnostics.push(diagnostic.at(span.clone()));
            }),
        }
    }

    fn path(
        &self,
        path: &Arc<str>,
        fragment: Option<&Arc<str>>,
        image: bool,
        say: &mut dyn FnMut(Diagnostic),
    ) -> LinkTo {
        if !image && let Some(entry) = self.entries.find(path) {
            let target = self.entries.localized_doc(entry, self.lang).doc;
            if let Some(id) = fragment
                && (self.entries.withheld(entry) || !target.meta.has_anchor(id))
            {
                say(no_anchor(id, target));
            }
            return LinkTo::Entry(entry.id, fragment.cloned());
        }
        let file: Arc<str> = Arc::from(format!("content/{path}"));
        if self.assets.contains_key(&file) {
            return LinkTo::Asset(file);
        }
        if let Some(why) = self.assets.why_unpublished(path, self.entries) {
            if why == WhyHidden::Unread || (self.withheld && matches!(why, WhyHidden::Withheld | WhyHidden::OnlyHidden))
            {
                return LinkTo::Nowhere;
            }
            let message = message!("link-unpublished", path = path, why = why.message());
            say(Diagnostic::warning(Code::UnpublishedTarget, message).help(message!("link-unpublished-help")));
            return LinkTo::Nowhere;
        }
        let message =
            if image { message!("image-unknown", path = path) } else { message!("page-or-file-unknown", path = path) };
        let diagnostic = Diagnostic::error(Code::BrokenLink, message);
        say(diagnostic.suggest(path, self.near(path)));
        LinkTo::Nowhere
    }

    /// Paths that may have been meant.
    fn near<'s>(&'s self, path: &str) -> impl Iterator<Item = &'s str> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let (folder, name) = (folder.to_owned(), name.to_owned());
        let entries = self.entries.iter().map(|entry| entry.path.as_str());
        entries
            .filter(move |candidate| {
                let (other, last) = candidate.rsplit_once('/').unwrap_or(("", candidate));
                other == folder || last == name
            })
            .take(PROPOSED_AMONG)
    }
}

fn no_anchor(id: &str, target: &Doc) -> Diagnostic {
    let headings = target.meta.headings.iter().map(|heading| &*heading.id);
    let known = headings.chain(target.meta.source_outcomes().iter().map(|outcome| &*outcome.id));
    Diagnostic::error(Code::BrokenAnchor, message!("anchor-unknown", file = &*target.file, id = id)).suggest(id, known)
}
