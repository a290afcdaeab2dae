//! What one load of a site keeps for the next, so that a change costs the reading of what changed. Only ever saves
//! work: whatever is remembered was made from bytes of the same hash. Knows nothing of who loads again.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::load::Frame;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::source::{Hash, Source};

/// What was read before.
#[derive(Debug, Default)]
pub struct Memory {
    /// The settings, types, data and theme, and what they were made from.
    pub(super) frame: Option<(Hash, Frame)>,
    /// The rules by which the documents were read.
    pub(super) rules: Hash,
    /// Documents, and what is wrong with them.
    pub(super) documents: ByFile<(Option<Document>, Vec<Diagnostic>)>,
    /// Hidden characters.
    pub(super) hidden: ByFile<Vec<Diagnostic>>,
    /// What the last load had to do.
    pub work: Work,
}

/// What a load had to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Documents that were parsed.
    pub parsed: usize,
    /// Whether settings, types, data and the theme were read.
    pub frame: bool,
}

/// What was made of single files, by the hash of each.
#[derive(Debug)]
pub(super) struct ByFile<T> {
    made: BTreeMap<Arc<str>, (Hash, T)>,
}

impl<T> Default for ByFile<T> {
    fn default() -> Self {
        Self { made: BTreeMap::new() }
    }
}

impl<T: Send> ByFile<T> {
    /// Makes what is not known and forgets what is gone. `make` gives the hash of the bytes that it read, too: a file
    /// may have changed since it was listed. Gives the number of files that were made.
    pub(super) fn refresh(&mut self, files: &[&Source], make: impl Fn(&Source) -> (Hash, T) + Sync) -> usize {
        let known = |file: &Source| self.made.get(&file.path).is_some_and(|(hash, _)| *hash == file.hash);
        let new: Vec<&Source> = files.iter().copied().filter(|file| !known(file)).collect();
        let made: Vec<(Hash, T)> = new.par_iter().map(|file| make(file)).collect();
        self.made.extend(new.iter().map(|file| Arc::clone(&file.path)).zip(made));
        if self.made.len() > files.len() {
            let there: std::collections::BTreeSet<&str> = files.iter().map(|file| &*file.path).collect();
            self.made.retain(|path, _| there.contains(&**path));
        }
        new.len()
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

impl Memory {
    /// Files of which something is remembered: never more than there are.
    #[must_use]
    pub fn files(&self) -> (usize, usize) {
        (self.documents.len(), self.hidden.len())
    }
}
