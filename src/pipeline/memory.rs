//! What one load of a site keeps for the next, so that a change costs the reading of what changed. Only ever saves
//! work: whatever is remembered was made from bytes of the same hash. Knows nothing of who loads again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::Request;
use super::load::GlobalInputs;
use super::prints::OnDemandPrinter;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::document::place::EntryPath;
use crate::image::Pictures;
use crate::pdf::PdfText;
use crate::plan::Plan;
use crate::site::Site;
use crate::source::{Hash, Source};

/// A document as it was read, and what is wrong with it.
pub(super) type ParsedFile = (Option<Arc<Document>>, Vec<Diagnostic>);

/// What was read before.
#[derive(Debug, Default)]
pub struct LoadCache {
    /// The settings, types, data and theme, and what they were made from.
    pub(super) frame: Option<(Hash, GlobalInputs)>,
    /// The rules by which the documents were read.
    pub(super) rules: Hash,
    /// Documents, and what is wrong with them.
    pub(super) documents: FileMemo<ParsedFile>,
    /// Hidden characters.
    pub(super) hidden: FileMemo<Vec<Diagnostic>>,
    /// The site that was put together last.
    pub(super) last: Option<CachedSite>,
    /// The last load, where all of it is remembered.
    pub(super) whole: Option<LastLoad>,
    /// What the last load had to do.
    pub work: LoadStats,
    /// What there is to read in PDF files.
    pub(super) pdf_texts: FileMemo<PdfText>,
    /// Makes prints that are asked for.
    pub(super) printer: Arc<OnDemandPrinter>,
}

/// A load that gave a site.
#[derive(Debug)]
pub(super) struct LastLoad {
    /// What was asked for.
    pub(super) request: Request,
    /// All that was found.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// A site as it was put together.
#[derive(Debug)]
pub(super) struct CachedSite {
    /// The hash of what all documents have in common, and of what decides what is published.
    pub(super) key: Hash,
    /// What it was made of.
    pub(super) parts: SiteInputs,
    /// What was found wrong.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The site.
    pub(super) site: Arc<Site>,
    /// All its addresses; none without a theme.
    pub(super) plan: Option<Arc<Plan>>,
}

/// What a site is made of beside its settings.
#[derive(Clone, Debug)]
pub(super) struct SiteInputs {
    pub(super) documents: Vec<Arc<Document>>,
    /// Entries that could not be read.
    pub(super) unread: BTreeSet<EntryPath>,
    /// Other files, with their sizes.
    pub(super) assets: Vec<(Arc<str>, u64)>,
    /// Those among them that are pictures.
    pub(super) pictures: Arc<Pictures>,
}

impl CachedSite {
    /// The site with the new documents in the places of the old ones. Possible when only texts have changed, and nothing
    /// that the site is assembled from. `None` when anything else has changed, or may have.
    pub(super) fn with_updated_docs(&self, key: Hash, parts: &SiteInputs) -> Option<Arc<Site>> {
        let SiteInputs { documents, unread, assets, pictures } = &self.parts;
        let same = self.key == key
            && *unread == parts.unread
            && *assets == parts.assets
            && *pictures == parts.pictures
            && documents.len() == parts.documents.len();
        let pairs = || documents.iter().zip(&parts.documents);
        if !same || pairs().any(|(old, new)| old.place != new.place) {
            return None;
        }
        self.with(pairs().filter(|(old, new)| !Arc::ptr_eq(old, new)))
    }

    /// The site with some texts in the place of others, where it is put together from the same.
    pub(super) fn with<'a>(
        &self,
        pairs: impl Iterator<Item = (&'a Arc<Document>, &'a Arc<Document>)>,
    ) -> Option<Arc<Site>> {
        let same = |old: &Document, new: &Document| {
            old.place == new.place && old.meta.structure_hash() == new.meta.structure_hash()
        };
        let changed: Vec<Arc<Document>> =
            pairs.map(|(old, new)| same(old, new).then(|| Arc::clone(new))).collect::<Option<_>>()?;
        // A message about a text that has changed may have moved with it.
        let files = |diagnostic: &Diagnostic| -> Vec<Arc<str>> {
            let also = diagnostic.also.iter().map(|(span, _)| &span.file);
            diagnostic.at.iter().map(|span| &span.file).chain(also).map(Arc::clone).collect()
        };
        let told: BTreeSet<Arc<str>> = self.diagnostics.iter().flat_map(files).collect();
        if changed.iter().any(|document| told.contains(&document.place.file)) {
            return None;
        }
        Some(if changed.is_empty() { Arc::clone(&self.site) } else { Arc::new(self.site.with_updated_docs(&changed)) })
    }
}

/// What a load had to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LoadStats {
    /// Documents that were parsed.
    pub parsed: usize,
    /// Whether settings, types, data and the theme were read.
    pub frame: bool,
    /// Whether the site was put together anew, and not only given other texts.
    pub linked: bool,
}

/// What was made of single files, by the hash of each.
#[derive(Debug)]
pub(super) struct FileMemo<T> {
    made: BTreeMap<Arc<str>, (Hash, T)>,
}

impl<T> Default for FileMemo<T> {
    fn default() -> Self {
        Self { made: BTreeMap::new() }
    }
}

impl<T: Send> FileMemo<T> {
    /// Makes those of some files that are not known, and says how many. `make` gives the hash of the bytes that it read,
    /// too: a file may have changed since it was listed.
    pub(super) fn renew(&mut self, files: &[&Source], make: impl Fn(&Source) -> (Hash, T) + Sync) -> usize {
        let known = |file: &Source| self.made.get(&file.path).is_some_and(|(hash, _)| *hash == file.hash);
        let new: Vec<&Source> = files.iter().copied().filter(|file| !known(file)).collect();
        let values: Vec<(Hash, T)> = new.par_iter().map(|file| make(file)).collect();
        self.made.extend(new.iter().map(|file| Arc::clone(&file.path)).zip(values));
        new.len()
    }

    /// Forgets all other files.
    pub(super) fn keep(&mut self, files: &[&Source]) {
        if self.made.len() > files.len() {
            let there: BTreeSet<&str> = files.iter().map(|file| &*file.path).collect();
            self.made.retain(|path, _| there.contains(&**path));
        }
    }

    /// What was made of a file.
    pub(super) fn get(&self, path: &str) -> Option<&T> {
        self.made.get(path).map(|(_, value)| value)
    }

    /// All, in the order of paths.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Arc<str>, &T)> {
        self.made.iter().map(|(path, (_, value))| (path, value))
    }

    /// Files that are remembered.
    pub(super) fn len(&self) -> usize {
        self.made.len()
    }
}

impl LoadCache {
    /// Files of which something is remembered: never more than there are.
    #[must_use]
    pub fn files(&self) -> (usize, usize) {
        (self.documents.len(), self.hidden.len())
    }
}
