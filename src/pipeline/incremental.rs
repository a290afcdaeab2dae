//! What one load of a site keeps for the next, so that a change costs the reading of what changed. Only ever saves
//! work: whatever is remembered was made from bytes of the same hash. Knows nothing of who loads again.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::sync::Arc;

use rayon::prelude::*;

use super::Request;
use super::files::FileLook;
use super::prints::OnDemandPrinter;
use crate::config::Config;
use crate::data::Data;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::document::place::{DocumentRole, EntryPath};
use crate::image::Pictures;
use crate::lang::{Lang, Locale};
use crate::pdf::PdfText;
use crate::plan::Plan;
use crate::schema::Types;
use crate::site::Site;
use crate::source::{Hash, Source};
use crate::theme::Theme;

/// A document as it was read, and what is wrong with it.
pub(super) type ParsedFile = (Option<Arc<Document>>, Vec<Diagnostic>);

/// What was read before.
#[derive(Debug, Default)]
pub struct LoadCache {
    /// The settings, types, data and theme, and what they were made from.
    pub(super) globals: Option<(Hash, GlobalInputs)>,
    /// The rules by which the documents were read.
    pub(super) rules: Hash,
    /// Documents, and what is wrong with them.
    pub(super) documents: FileMemo<ParsedFile>,
    /// What the files beside the texts start with.
    pub(super) looks: FileMemo<FileLook>,
    /// Hidden characters.
    pub(super) hidden: FileMemo<Vec<Diagnostic>>,
    /// How the last load ended.
    pub(super) last: LastLoad,
    /// What is hidden whatever it says.
    pub(super) taken_down: Arc<BTreeSet<EntryPath>>,
    /// What the last load had to do.
    pub work: LoadStats,
    /// What there is to read in PDF files.
    pub(super) pdf_texts: FileMemo<PdfText>,
    /// Makes prints that are asked for.
    pub(super) printer: Arc<OnDemandPrinter>,
}

/// What all documents have in common: everything but `content/`.
#[derive(Clone, Debug)]
pub(super) struct GlobalInputs {
    pub(super) config: Arc<Config>,
    pub(super) types: Arc<Types>,
    pub(super) data: Arc<Data>,
    pub(super) locales: Arc<BTreeMap<Lang, Locale>>,
    pub(super) theme: Option<Arc<Theme>>,
    /// What is wrong with it.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// How the last load ended, which says what the next may take from it.
#[derive(Debug, Default)]
pub(super) enum LastLoad {
    /// No load has put a site together. The next one does, and becomes `Stale`.
    #[default]
    None,
    /// There is a site, of a load that is under way or has failed since. A load may take the site where its key is the
    /// same. It may not take the messages, of which some are missing. It becomes `Complete` when a load ends well.
    Stale(CachedSite),
    /// The last load ended with this site, and these are all its messages: after an edit of prose nothing else has to be
    /// looked at. It becomes `Stale` when a load of the whole site begins.
    Complete {
        /// The site.
        site: CachedSite,
        /// What was asked for.
        request: Request,
        /// All that was found.
        diagnostics: Vec<Diagnostic>,
    },
}

impl LastLoad {
    /// Before a load: whatever ends it early, nothing that looks complete is left.
    pub(super) fn begin(&mut self) {
        *self = match mem::take(self) {
            Self::Complete { site, .. } => Self::Stale(site),
            other => other,
        };
    }

    /// After a load that gave a site.
    pub(super) fn complete(&mut self, request: &Request, diagnostics: &[Diagnostic]) {
        *self = match mem::take(self) {
            Self::Stale(site) => Self::Complete { site, request: request.clone(), diagnostics: diagnostics.to_vec() },
            other => other,
        };
    }

    /// The site, whether or not the messages are complete.
    pub(super) fn site(&self) -> Option<&CachedSite> {
        match self {
            Self::None => None,
            Self::Stale(site) | Self::Complete { site, .. } => Some(site),
        }
    }

    /// The same, to put texts in their places.
    pub(super) fn site_mut(&mut self) -> Option<&mut CachedSite> {
        match self {
            Self::None => None,
            Self::Stale(site) | Self::Complete { site, .. } => Some(site),
        }
    }
}

/// A site as it was put together.
#[derive(Debug)]
pub(super) struct CachedSite {
    /// The hash of what all documents have in common, and of what decides what is published.
    pub(super) key: Hash,
    /// What it was made of.
    pub(super) inputs: SiteInputs,
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
    pub(super) unread: BTreeMap<EntryPath, DocumentRole>,
    /// Other files, with their sizes.
    pub(super) assets: Vec<(Arc<str>, u64)>,
    /// Those among them whose kind may not be published, and what to say of them.
    pub(super) unlisted: BTreeMap<Arc<str>, Diagnostic>,
    /// Those that may not be published for another reason.
    pub(super) refused: BTreeSet<Arc<str>>,
    /// Those among them that are pictures.
    pub(super) pictures: Arc<Pictures>,
}

impl CachedSite {
    /// The site with the texts of `new` in their places. `None` when anything but texts has changed, when the site is put
    /// together from something that has, or when it cannot be told.
    pub(super) fn with_updated_docs(&self, key: Hash, new: &SiteInputs) -> Option<Arc<Site>> {
        let SiteInputs { documents, unread, assets, unlisted, refused, pictures } = &self.inputs;
        let same = self.key == key
            && *unread == new.unread
            && *assets == new.assets
            && *unlisted == new.unlisted
            && *refused == new.refused
            && *pictures == new.pictures
            && documents.len() == new.documents.len();
        let pairs = || documents.iter().zip(&new.documents);
        if !same || pairs().any(|(old, new)| old.place != new.place) {
            return None;
        }
        self.replaced(pairs().filter(|(old, new)| !Arc::ptr_eq(old, new)))
    }

    /// Puts the texts of some files in their places, as they are parsed now. `None`, and nothing done, where the site
    /// would have to be put together anew.
    pub(super) fn replace_texts(&mut self, files: &[Arc<str>], parsed: &FileMemo<ParsedFile>) -> Option<()> {
        let documents = &self.inputs.documents;
        let places: Vec<usize> = files
            .iter()
            .map(|file| documents.binary_search_by(|document| document.place.file.cmp(file)).ok())
            .collect::<Option<_>>()?;
        let new: Vec<Arc<Document>> = files.iter().map(|file| parsed.get(file)?.0.clone()).collect::<Option<_>>()?;
        self.site = self.replaced(places.iter().map(|at| &documents[*at]).zip(&new))?;
        for (at, document) in places.into_iter().zip(new) {
            self.inputs.documents[at] = document;
        }
        Some(())
    }

    /// The site with new documents in the place of old ones, if it is put together from the same.
    fn replaced<'a>(&self, pairs: impl Iterator<Item = (&'a Arc<Document>, &'a Arc<Document>)>) -> Option<Arc<Site>> {
        let changed: Vec<Arc<Document>> =
            pairs.map(|(old, new)| has_same_structure(old, new).then(|| Arc::clone(new))).collect::<Option<_>>()?;
        // A message about a text that has changed may have moved with it.
        let told: BTreeSet<&Arc<str>> = self.diagnostics.iter().flat_map(files_of).collect();
        if changed.iter().any(|document| told.contains(&document.place.file)) {
            return None;
        }
        Some(if changed.is_empty() { Arc::clone(&self.site) } else { Arc::new(self.site.with_updated_docs(&changed)) })
    }
}

fn has_same_structure(old: &Document, new: &Document) -> bool {
    old.place == new.place && old.meta.structure_hash() == new.meta.structure_hash()
}

/// The files that a diagnostic points at.
fn files_of(diagnostic: &Diagnostic) -> impl Iterator<Item = &Arc<str>> {
    let also = diagnostic.also.iter().map(|(span, _)| &span.file);
    diagnostic.at.iter().map(|span| &span.file).chain(also)
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
    /// Whether all of these files are documents that could be parsed, and nothing was found in them.
    pub(super) fn are_without_messages(&self, files: &[Arc<str>]) -> bool {
        let mut parsed = files.iter().map(|file| self.documents.get(file));
        parsed.all(|file| file.is_some_and(|(document, found)| document.is_some() && found.is_empty()))
    }

    /// What a document has by itself, as it was parsed last.
    #[must_use]
    pub fn messages_of(&self, file: &str) -> &[Diagnostic] {
        self.documents.get(file).map_or(&[], |(_, found)| found)
    }

    /// Files of which something is remembered: never more than there are.
    #[must_use]
    pub fn files(&self) -> (usize, usize) {
        (self.documents.len(), self.hidden.len())
    }
}
