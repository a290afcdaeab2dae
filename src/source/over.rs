//! A site with other bytes over its files, and what differs between two states of it. Knows nothing of what the files mean.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Hash, Source, Sources, Stamp, Store};

impl Sources {
    /// The same site with other bytes for some files, and without those that are not `kept`. Bytes that lie over files
    /// already stay.
    #[must_use]
    pub fn with_replaced(&self, texts: BTreeMap<Arc<str>, Arc<[u8]>>, kept: impl Fn(&str) -> bool) -> Self {
        let store = match &self.store {
            Store::Disk(site) => Store::Disk(site.clone()),
            Store::Memory(files) => Store::Memory(files.clone()),
        };
        let mut files: BTreeMap<Arc<str>, Source> =
            self.files.iter().filter(|(path, _)| kept(path)).map(|(path, it)| (Arc::clone(path), it.clone())).collect();
        files.extend(texts.iter().map(|(path, bytes)| {
            let stamp = Stamp { size: bytes.len() as u64, ..Stamp::default() };
            (Arc::clone(path), Source { path: Arc::clone(path), stamp, hash: Hash::of(bytes), carried: None })
        }));
        let before = self.replaced.iter().filter(|(path, _)| kept(path) && !texts.contains_key(*path));
        let before: Vec<_> = before.map(|(path, bytes)| (Arc::clone(path), Arc::clone(bytes))).collect();
        // Where a file of the site is left out, the carried one stands in again.
        Self { replaced: before.into_iter().chain(texts).collect(), ..Self::of(store, files) }
    }

    /// Files that are new, different or gone since `before`, in the order of their paths.
    #[must_use]
    pub fn changed_since(&self, before: &Self) -> Vec<Arc<str>> {
        // Two lists in the same order; nearly always they name the same files.
        if before.files().map(|file| (&file.path, file.hash)).eq(self.files().map(|file| (&file.path, file.hash))) {
            return Vec::new();
        }
        let differs = |file: &&Source| before.get(&file.path).is_none_or(|old| old.hash != file.hash);
        let gone = before.files().filter(|file| self.get(&file.path).is_none());
        let found: BTreeSet<&Arc<str>> = self.files().filter(differs).chain(gone).map(|file| &file.path).collect();
        found.into_iter().cloned().collect()
    }
}
