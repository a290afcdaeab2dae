//! Results that are dear to make, by a name that says what they are made from: in a folder of `.samen/`, or in memory
//! where there is no disk. What is damaged is as good as missing. Knows nothing of what the results are.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::source::Hash;

/// Named results.
#[derive(Debug)]
pub struct ArtifactCache {
    folder: Option<PathBuf>,
    /// What there is no disk for.
    memory: Mutex<BTreeMap<String, Arc<[u8]>>>,
}

impl ArtifactCache {
    /// The shelf of that name for the site at `root`.
    #[must_use]
    pub fn new(root: Option<&Path>, name: &str) -> Self {
        let folder = root.map(|root| root.join(super::FOLDER).join(name));
        Self { folder, memory: Mutex::default() }
    }

    /// What was put there under a name, if it is still whole.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Arc<[u8]>> {
        let memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = memory.get(name) {
            return Some(Arc::clone(bytes));
        }
        drop(memory);
        let kept = fs::read(self.folder.as_ref()?.join(name)).ok()?;
        let (hash, bytes) = kept.split_first_chunk::<16>()?;
        (Hash::of(bytes).0 == *hash).then(|| Arc::from(bytes))
    }

    /// Puts a result there. Where the disk refuses, it stays in memory: the next build makes it again.
    pub fn put(&self, name: &str, bytes: &Arc<[u8]>) {
        if self.folder.as_ref().is_some_and(|folder| write(folder, name, bytes).is_ok()) {
            return;
        }
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        memory.insert(name.to_owned(), Arc::clone(bytes));
    }

    /// Removes a result.
    pub fn remove(&self, name: &str) {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
        let _ = self.folder.as_ref().map(|folder| fs::remove_file(folder.join(name)));
    }

    /// Removes what nobody wants any more. What cannot be removed only takes space.
    pub fn keep(&self, wanted: impl Fn(&str) -> bool) {
        let Some(entries) = self.folder.as_ref().and_then(|folder| fs::read_dir(folder).ok()) else { return };
        for entry in entries.flatten().filter(|entry| !entry.file_name().to_str().is_some_and(&wanted)) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Writes beside first, under a name that no other process has.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    if !folder.exists() {
        folder.parent().map_or(Ok(()), super::prepare)?;
        fs::create_dir_all(folder)?;
    }
    let beside = folder.join(format!("{name}.{}", std::process::id()));
    fs::write(&beside, [Hash::of(bytes).0.as_slice(), bytes].concat())?;
    fs::rename(beside, folder.join(name))
}
