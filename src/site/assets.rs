//! Files beside entries: which are published, and with which entry. Knows nothing of what is in them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::naming::Naming;
use super::{Doc, Entries, Entry, EntryId, WhyHidden};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::Document;
use crate::document::place::EntryPath;
use crate::schema::{Confidentiality, Field, FieldValue, Kind};

/// A file beside an entry.
#[derive(Clone, Copy, Debug)]
pub struct AssetFile {
    /// The entry or section it belongs to.
    pub owner: EntryId,
    /// Its size.
    pub bytes: u64,
}

/// The files below `content/` that are not documents.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// By path in the sources.
    published: BTreeMap<Arc<str>, AssetFile>,
    /// Below `content/`, with the reason.
    unpublished: BTreeMap<EntryPath, WhyHidden>,
}

impl Assets {
    /// Gives every file to the nearest entry or section above it. Files of hidden entries are hidden with them, and so
    /// are those that only private fields name: a signed form beside a page is not there for its readers.
    ///
    /// A file that only hidden texts name is hidden too, unless it lies in the folder of a published entry of its own.
    pub(super) fn assign(files: &[(Arc<str>, u64)], documents: &[Arc<Document>], entries: &Entries) -> Self {
        let mut assets = Self::default();
        let named = NamedFiles::collect(entries);
        let naming = Naming::collect(documents, entries, &named.public);
        let private = named.only_private();
        for (path, bytes) in files {
            let inside = EntryPath::of_file(path);
            match owner(&inside, path, &naming, entries) {
                Some(Ok(owner)) if naming.only_hidden(path, entries.entry(owner)) => {
                    assets.unpublished.insert(inside, WhyHidden::OnlyHidden);
                }
                Some(Ok(_)) if private.contains(&**path) => {
                    assets.unpublished.insert(inside, WhyHidden::Private);
                }
                Some(Ok(owner)) => {
                    assets.published.insert(Arc::clone(path), AssetFile { owner, bytes: *bytes });
                }
                Some(Err(why)) => {
                    assets.unpublished.insert(inside, why);
                }
                None => {}
            }
        }
        assets
    }

    /// The same, where these files are there and are not published.
    pub(super) fn without(mut self, refused: &BTreeSet<Arc<str>>) -> Self {
        self.unpublished.extend(refused.iter().map(|path| (EntryPath::of_file(path), WhyHidden::Unread)));
        self
    }

    /// The same without files of kinds that are not listed. What is hidden with an entry needs no kind, so that is not told.
    pub(super) fn without_unlisted(
        mut self,
        unlisted: &BTreeMap<Arc<str>, Diagnostic>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        for (path, diagnostic) in unlisted {
            if self.published.remove(path).is_some() {
                self.unpublished.insert(EntryPath::of_file(path), WhyHidden::Unread);
                diagnostics.push(diagnostic.clone());
            }
        }
        self
    }

    /// A published file, by its path in the sources.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&AssetFile> {
        self.published.get(path)
    }

    /// A published file, with its path as it is kept.
    pub(super) fn get_key_value(&self, path: &str) -> Option<(&Arc<str>, &AssetFile)> {
        self.published.get_key_value(path)
    }

    /// Whether a file is published.
    #[must_use]
    pub fn contains_key(&self, path: &str) -> bool {
        self.published.contains_key(path)
    }

    /// The published files, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&Arc<str>, &AssetFile)> {
        self.published.iter()
    }

    /// Their paths.
    pub fn keys(&self) -> impl Iterator<Item = &Arc<str>> {
        self.published.keys()
    }

    /// Why a file or entry is not published, if it is there; by its path below `content/`.
    pub(super) fn why_unpublished(&self, path: &str, entries: &Entries) -> Option<WhyHidden> {
        self.unpublished.get(&EntryPath(Arc::from(path))).copied().or_else(|| entries.why_unpublished(path))
    }

    /// Files that are there and are not published, by their paths below `content/`, with the reason.
    pub(super) fn unpublished(&self) -> &BTreeMap<EntryPath, WhyHidden> {
        &self.unpublished
    }
}

/// Files that fields name, by their paths in the sources.
struct NamedFiles {
    public: BTreeSet<String>,
    private: BTreeSet<String>,
    /// Today, which ends consents.
    clock: Date,
}

impl NamedFiles {
    fn collect(entries: &Entries) -> Self {
        let mut named = Self { public: BTreeSet::new(), private: BTreeSet::new(), clock: entries.clock };
        for entry in entries {
            for doc in entry.docs.values().chain([&*entry.source]) {
                named.add_document(entries, entry, doc);
            }
        }
        named
    }

    fn only_private(self) -> BTreeSet<String> {
        self.private.into_iter().filter(|path| !self.public.contains(path)).collect()
    }

    fn add_document(&mut self, entries: &Entries, entry: &Entry, doc: &Doc) {
        for field in &entry.type_.fields {
            if let Some(value) = doc.meta.source_field(&field.name) {
                let hidden = field.private || entries.lacks_consent(entry, doc, &field.name);
                self.add(field, value, doc, hidden);
            }
        }
        for outcome in doc.meta.source_outcomes() {
            for field in entry.type_.outcomes.iter().flatten() {
                if let Some(value) = outcome.source_attribute(&field.name) {
                    self.add(field, value, doc, field.private);
                }
            }
        }
    }

    /// All that stands in a private field is private, at any depth, and all that a consent was given for which has ended.
    fn add(&mut self, field: &Field, value: &FieldValue, doc: &Doc, private: bool) {
        match (&field.kind, value) {
            (Kind::List(item), FieldValue::List(values)) => {
                values.iter().for_each(|value| self.add(item, value, doc, private || item.private));
            }
            (Kind::Group(fields), FieldValue::Group(parts)) => {
                let private = private || value.is_without_consent(self.clock);
                for (name, value) in parts {
                    if let Some(part) = fields.iter().find(|part| part.name == *name) {
                        self.add(part, value, doc, private || part.private);
                    }
                }
            }
            (_, FieldValue::File(path)) => {
                let files = if private { &mut self.private } else { &mut self.public };
                files.insert(doc.beside(&path.value));
            }
            _ => {}
        }
    }
}

/// The entry that a file belongs to, or why the file is not published. A section that is hidden hides its files but for
/// those that the public texts in it name.
fn owner(file: &EntryPath, path: &str, naming: &Naming, entries: &Entries) -> Option<Result<EntryId, WhyHidden>> {
    if let Some(hidden) = entries.unpublished.get(file) {
        return Some(Err(hidden.why));
    }
    std::iter::successors(file.parent(), EntryPath::parent).find_map(|folder| {
        if let Some(hidden) = entries.unpublished.get(&folder)
            && !(hidden.alone && naming.is_named_below(path, &folder))
        {
            return Some(Err(hidden.why));
        }
        if let Some(id) = entries.by_path.get(&folder) {
            let withheld = entries.entry(*id).confidentiality == Confidentiality::Summary;
            return Some(if withheld { Err(WhyHidden::Withheld) } else { Ok(*id) });
        }
        None
    })
}
