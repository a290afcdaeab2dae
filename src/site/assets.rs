//! Files beside entries: which are published, and with which entry. Knows nothing of what is in them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Entries, EntryId};
use crate::document::place::{CONTENT, EntryPath};
use crate::schema::Confidentiality;

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
    unpublished: BTreeMap<EntryPath, &'static str>,
}

impl Assets {
    /// Gives every file to the nearest entry or section above it. Files of hidden entries are hidden with them.
    pub(super) fn assign(files: &[(Arc<str>, u64)], entries: &Entries) -> Self {
        let mut assets = Self::default();
        for (path, bytes) in files {
            let inside = EntryPath(Arc::from(path.strip_prefix(CONTENT).unwrap_or(path)));
            match owner(&inside, entries) {
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
    pub(super) fn why_unpublished(&self, path: &str, entries: &Entries) -> Option<&'static str> {
        self.unpublished.get(&EntryPath(Arc::from(path))).copied().or_else(|| entries.why_unpublished(path))
    }

    /// Files that are there and are not published, by their paths below `content/`, with the reason.
    pub(super) fn unpublished(&self) -> &BTreeMap<EntryPath, &'static str> {
        &self.unpublished
    }
}

/// The entry that a file belongs to, or why the file is not published.
fn owner(file: &EntryPath, entries: &Entries) -> Option<Result<EntryId, &'static str>> {
    std::iter::successors(file.parent(), EntryPath::parent).find_map(|folder| {
        if let Some(id) = entries.by_path.get(&folder) {
            let withheld = entries.entry(*id).confidentiality == Confidentiality::Summary;
            return Some(if withheld { Err("withheld with the text") } else { Ok(*id) });
        }
        entries.unpublished.get(&folder).map(|why| Err(*why))
    })
}
